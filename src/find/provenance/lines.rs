//! Finds bylines, source lines, credits and notices: lines, or sentences that speak of the article itself.

use std::ops::Range;

use super::{ProvenanceKind, datelines};
use crate::{
    article::BlockKind,
    find::{heads, passage::Passage, phrases},
    lexicon::{Class, Classes},
    text::tokens::TokenKind,
};

/// How many tokens a byline has at most: several names, their roles and a date.
const MAX_BYLINE: usize = 30;

/// A block that says who wrote the article: "By Jane Roe", "By our special correspondent".
pub fn byline(passage: &Passage, block: &Range<usize>, kind: BlockKind) -> Option<Range<usize>> {
    let (classes, name) = opening(passage, block);
    let begins = classes.has(Class::Byline);
    let is_name = passage.is_capitalised(name) && !passage.tokens[name].classes.meets(NO_NAME);
    let is_sentence = || {
        let speaks = Classes::of(&[Class::Be, Class::Have, Class::Do, Class::Modal, Class::SubjectPronoun]);
        block.clone().any(|index| passage.tokens[index].classes.meets(speaks) && !passage.is_capitalised(index))
    };
    let is_line = begins && (is_name || is_desk(passage, name..block.end)) && name < block.end;
    let is_line = is_line && block.len() <= MAX_BYLINE && !is_sentence();
    (is_line || begins && kind == BlockKind::Byline).then(|| without_stop(passage, block))
}

/// How many tokens describe who wrote it without a name ("our own special correspondent in Geneva").
const MAX_DESK: usize = 7;

/// "our special correspondent", "a staff reporter", without a full stop.
fn is_desk(passage: &Passage, words: Range<usize>) -> bool {
    let opens = Classes::of(&[Class::Possessive, Class::Indefinite]);
    let writers = heads::OFFICES | Classes::of(&[Class::Group, Class::Organisation]);
    words.len() <= MAX_DESK
        && passage.tokens.get(words.start).is_some_and(|first| first.classes.meets(opens))
        && words.clone().all(|index| passage.is_word(index))
        && words.into_iter().any(|index| passage.tokens[index].classes.meets(writers))
}

/// What no name begins with: "By Monday", "By the time".
const NO_NAME: Classes = Classes::of(&[
    Class::Month,
    Class::Weekday,
    Class::Determiner,
    Class::Possessive,
    Class::NumberWord,
    Class::TimeWord,
    Class::Quantifier,
    Class::SubjectPronoun,
    Class::Preposition,
]);

fn without_stop(passage: &Passage, tokens: &Range<usize>) -> Range<usize> {
    let is_closed = tokens.len() > 1 && passage.reads(tokens.end - 1, ".");
    tokens.start..tokens.end - usize::from(is_closed)
}

/// The classes of the phrase or word that opens a stretch, and the token after it. Brackets and dashes are skipped.
fn opening(passage: &Passage, tokens: &Range<usize>) -> (Classes, usize) {
    listed(passage, opening_word(passage, tokens), tokens.end)
}

fn opening_word(passage: &Passage, tokens: &Range<usize>) -> usize {
    let is_mark = |index: &usize| passage.tokens[*index].kind == TokenKind::Mark;
    tokens.start + tokens.clone().take_while(is_mark).count()
}

fn listed(passage: &Passage, start: usize, end: usize) -> (Classes, usize) {
    let ours =
        Classes::of(&[Class::OriginalSource, Class::FirstReported, Class::Contribution, Class::Byline, Class::Update]);
    if start >= end {
        return (Classes::default(), end);
    }
    match passage.phrase(start..end, ours) {
        Some(phrase) => (phrase.classes, start + phrase.n_tokens),
        None => (passage.tokens[start].classes, start + 1),
    }
}

/// What a sentence of `block` says of where the article comes from.
pub fn statement(
    passage: &Passage,
    block: &Range<usize>,
    sentence: &Range<usize>,
) -> Option<(Range<usize>, ProvenanceKind)> {
    let (classes, after) = opening(passage, sentence);
    let whole = |kind: ProvenanceKind| Some((without_stop(passage, sentence), kind));
    let of_itself = is_of_itself(passage, sentence);
    match () {
        () if classes.has(Class::OriginalSource) && names_source(passage, sentence, after) => {
            whole(ProvenanceKind::OriginalSource)
        }
        () if classes.has(Class::Update) && is_notice(passage, block, sentence, (classes, after)) => {
            whole(ProvenanceKind::Update)
        }
        () if of_itself && holds(passage, sentence, Class::Update) => whole(ProvenanceKind::Update),
        () if of_itself && holds_phrase(passage, sentence, Class::OriginalSource) => {
            whole(ProvenanceKind::OriginalSource)
        }
        () if is_contribution(passage, sentence) => whole(contribution(passage, sentence)),
        () => sentence.clone().find_map(|index| first_report(passage, sentence, index)),
    }
}

/// How many words of a source line may be written small: "Journal of Medicine and the University of X".
const MAX_SMALL: usize = 3;

/// "Source: Reuters", "Original Source: www.…"; but "Source: nobody knows" names none.
fn names_source(passage: &Passage, sentence: &Range<usize>, after: usize) -> bool {
    let is_alone = after - sentence.start == 1;
    let colon = passage.reads(after, ":");
    let rest = after + usize::from(colon)..sentence.end;
    let is_name = |index: usize| passage.is_capitalised(index) || passage.tokens[index].kind == TokenKind::Address;
    let names = !rest.is_empty()
        && is_name(rest.start + usize::from(passage.is(rest.start, Class::Determiner)).min(rest.len() - 1));
    let n_small = rest.clone().filter(|index| passage.is_word(*index) && !is_name(*index)).count();
    names && (colon || !is_alone) && (!is_alone || n_small <= MAX_SMALL)
}

/// "Correction: …", "Updated 3 May", "Because of an editing error, an earlier version …".
fn is_notice(passage: &Passage, block: &Range<usize>, sentence: &Range<usize>, opening: (Classes, usize)) -> bool {
    let (classes, after) = opening;
    let dates = passage.tokens.get(after).is_some_and(|next| next.kind == TokenKind::Number || next.is(Class::Month));
    let begins = sentence.start == block.start;
    classes.has(Class::Notice) || passage.reads(after, ":") || begins && dates
}

/// Whether a sentence is about "this article": its subject is what the reader reads.
fn is_of_itself(passage: &Passage, sentence: &Range<usize>) -> bool {
    let first = opening_word(passage, sentence);
    let is_this = ["This", "this"].iter().any(|word| passage.reads(first, word));
    is_this && (first + 1..first + 3).any(|index| passage.is(index, Class::Document))
}

/// How soon after "this article" the notice must come.
const MAX_NOTICE: usize = 8;

fn holds(passage: &Passage, sentence: &Range<usize>, class: Class) -> bool {
    sentence.clone().take(MAX_NOTICE).any(|index| passage.is(index, class))
}

fn holds_phrase(passage: &Passage, sentence: &Range<usize>, class: Class) -> bool {
    let classes = Classes::of(&[class]);
    let phrase = |index: usize| passage.phrase(index..sentence.end, classes);
    sentence.clone().take(MAX_NOTICE).any(|index| phrase(index).is_some())
}

/// "Tom Poe contributed to this report", "Additional reporting by Tom Poe".
fn is_contribution(passage: &Passage, sentence: &Range<usize>) -> bool {
    sentence.clone().any(|index| {
        let (classes, after) = listed(passage, index, sentence.end);
        let is_first = index <= sentence.start + 1;
        let of_itself = passage.reads(after - 1, "this") && passage.is(after, Class::Document);
        let names = is_first && passage.is_capitalised(after);
        let is_last = after == sentence.end || [".", ")"].iter().any(|mark| passage.reads(after, mark));
        classes.has(Class::Contribution) && after > index + 1 && (of_itself || names || is_last)
    })
}

/// Agencies are credited, people sign.
fn contribution(passage: &Passage, sentence: &Range<usize>) -> ProvenanceKind {
    let is_agency = sentence.clone().any(|index| datelines::name_end(passage, index, sentence.end).is_some());
    if is_agency { ProvenanceKind::WireCredit } else { ProvenanceKind::Byline }
}

/// "first reported by the Aldwick Herald", "the Herald first reported"; but "she first reported the theft".
fn first_report(passage: &Passage, sentence: &Range<usize>, index: usize) -> Option<(Range<usize>, ProvenanceKind)> {
    let (classes, after) = listed(passage, index, sentence.end);
    if !classes.has(Class::FirstReported) || after == index + 1 {
        return None;
    }
    let is_outlet = |tokens: &Range<usize>| {
        tokens.clone().any(|index| passage.is(index, Class::Outlet) || passage.is(index, Class::WireCredit))
            && tokens.clone().any(|index| passage.is_capitalised(index))
    };
    let by = passage.is(after - 1, Class::Preposition);
    let named = phrases::noun_phrase_after(passage, after, sentence.end).filter(|_| by);
    let tokens = match named {
        Some(name) if is_outlet(&name) => index..name.end,
        Some(_) => return None,
        None => {
            let name = phrases::noun_phrase_before(passage, sentence.start, index).filter(is_outlet)?;
            name.start..after
        }
    };
    Some((tokens, ProvenanceKind::FirstReported))
}
