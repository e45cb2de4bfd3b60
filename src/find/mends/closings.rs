//! Finds who says at a sentence's end what stands before: "The factory will close, its manager, Lee Wong, said on Monday."
//! A verb of saying after which nothing is said has its content before it.

use std::ops::Range;

use crate::{
    find::{
        confidence::LOG_ODDS_OF_CLOSING,
        cues::{Anchor, CueForm, anchor_of},
        heads::{self, BODIES, PERSONS},
        passage::Passage,
        phrases,
        rules::Candidate,
    },
    lexicon::{Class, Classes},
    text::tokens::Shape,
};

/// How many words of time, place or occasion may follow the verb ("said in an interview with the Herald on Monday").
const MAX_OCCASION: usize = 12;

/// How many tokens stand between the commas around the second half of a source ("the head of the mission in Aldwick").
const MAX_APPOSITION: usize = 12;

/// The fewest tokens of what is said ("It sank").
const MIN_SAID: usize = 2;

/// Who says something at a sentence's end.
pub struct Closing {
    pub candidate: Candidate,
    /// Whether a name and a role stand side by side ("its manager, Lee Wong"): the tagger sees one of them, or takes the
    /// clause before for the other.
    pub is_apposition: bool,
}

/// Who says something at the end of these tokens, which are a sentence's, or what shows it.
pub fn closing(passage: &Passage, sentence: &Range<usize>) -> Option<Closing> {
    said(passage, sentence).or_else(|| shown(passage, sentence))
}

/// The last verb of a sentence that `is_cue`, with those before it ("has said"), where nothing is said behind it.
fn last_cue(passage: &Passage, sentence: &Range<usize>, is_cue: fn(&Passage, usize) -> bool) -> Option<Range<usize>> {
    let earliest = sentence.end.saturating_sub(MAX_OCCASION + 3).max(sentence.start + MIN_SAID);
    let verb = (earliest..sentence.end).rev().find(|index| is_cue(passage, *index))?;
    let cue = phrases::verb_group_start(passage, sentence.start, verb)..verb + 1;
    // "It was alleged" tells of nobody, and what somebody has not said is no statement.
    let is_other = |index: usize| passage.tokens[index].classes.meets(Classes::of(&[Class::Be, Class::Negation]));
    let is_plain = !passage.reads(cue.start, "to") && !cue.clone().any(is_other);
    (is_plain && closes(passage, verb, sentence.end)).then_some(cue)
}

/// "Waiting times doubled, a study of twelve hospitals has found": what is written or measured says it.
fn shown(passage: &Passage, sentence: &Range<usize>) -> Option<Closing> {
    let cue = last_cue(passage, sentence, shows)?;
    let earliest = cue.start.saturating_sub(MAX_APPOSITION).max(sentence.start + 1);
    let comma = (earliest..cue.start).rev().find(|index| passage.reads(*index, ","))?;
    let (content, source) = (sentence.start..comma, comma + 1..cue.start);
    // "A study published on Tuesday".
    let is_verb = |index: usize| phrases::is_finite_verb(passage, index) && !passage.is(index, Class::Participle);
    let is_plain = |index: usize| passage.is_word(index) && !is_verb(index);
    let is_document = heads::head(passage, &source)
        .is_some_and(|head| head.phrase.start == source.start && passage.is(head.word, Class::Document));
    let is_whole = is_document && source.clone().all(is_plain) && says_something(passage, &content);
    is_whole.then(|| Closing { candidate: candidate(passage, content, source, cue), is_apposition: false })
}

fn candidate(passage: &Passage, content: Range<usize>, source: Range<usize>, cue: Range<usize>) -> Candidate {
    let anchor = Anchor { log_odds: LOG_ODDS_OF_CLOSING, form: CueForm::Active, ..anchor_of(passage, cue) };
    Candidate { source: Some(source), anchor, content: vec![content] }
}

/// A verb that is mostly a cue, finite or behind "has"; "her report praised in public" may be no verb of its own.
fn shows(passage: &Passage, index: usize) -> bool {
    let token = &passage.tokens[index];
    let is_finite = token.is(Class::Past) || token.is(Class::Present) || token.is(Class::Base);
    let is_perfect = token.is(Class::Participle) && index > 0 && passage.is(index - 1, Class::Have);
    let is_cue =
        token.is(Class::Verb) && (token.is(Class::Saying) || token.is(Class::Strong) || token.is(Class::Middle));
    // "Read" is one form of all.
    let is_plain = token.is(Class::Saying) && !token.is(Class::Base);
    let may_be_told_of = token.is(Class::Participle) && !is_plain && passage.is_word(index + 1);
    is_cue && (is_perfect || is_finite && !may_be_told_of) && passage.quotation(index).is_none()
}

/// Somebody who says it.
fn said(passage: &Passage, sentence: &Range<usize>) -> Option<Closing> {
    let cue = last_cue(passage, sentence, says)?;
    let verb = cue.end - 1;
    let apposition = apposition(passage, sentence.start, cue.start);
    let is_apposition = apposition.is_some();
    // Of "promised voters a ferry" the tagger knows more.
    if !is_apposition && passage.is(verb, Class::Telling) && passage.is_word(verb + 1) {
        return None;
    }
    let source = apposition.or_else(|| speaker(passage, sentence.start, cue.start))?;
    let content = sentence.start..source.start.checked_sub(1).filter(|comma| passage.reads(*comma, ","))?;
    says_something(passage, &content)
        .then(|| Closing { candidate: candidate(passage, content, source, cue), is_apposition })
}

/// "A handwritten note" and "his promises" are no verbs; what is past is nothing else.
fn says(passage: &Passage, index: usize) -> bool {
    let token = &passage.tokens[index];
    let may_be_noun = token.classes.meets(Classes::of(&[Class::Noun, Class::CueNoun]));
    let is_finite =
        token.is(Class::Past) || !may_be_noun && token.classes.meets(Classes::of(&[Class::Present, Class::Base]));
    token.is(Class::Saying) && token.is(Class::Strong) && is_finite && passage.quotation(index).is_none()
}

/// Whether nothing is said after the verb: whom it was told, when, where and on which occasion, no more.
fn closes(passage: &Passage, verb: usize, end: usize) -> bool {
    let last = (verb..end).rev().find(|index| passage.is_word(*index)).unwrap_or(verb);
    let is_stopped = (last + 1..end).all(|index| passage.reads(index, "."));
    let start = person_told(passage, verb, last + 1);
    is_stopped && (start > last || is_occasion(passage, start..last + 1))
}

/// The token after the person told: "told reporters". What is promised or asked is no person.
fn person_told(passage: &Passage, verb: usize, end: usize) -> usize {
    let told = passage.is(verb, Class::Telling).then(|| phrases::noun_phrase_after(passage, verb + 1, end)).flatten();
    // Staff are measured, too.
    let people = PERSONS | BODIES | Classes::of(&[Class::Outlet, Class::Newsroom, Class::Measured]);
    told.map(|told| told.end).filter(|end| passage.tokens[end - 1].classes.meets(people)).unwrap_or(verb + 1)
}

/// Whether the tokens only say when, where or on which occasion.
pub fn is_occasion(passage: &Passage, tokens: Range<usize>) -> bool {
    let opens = Classes::of(&[Class::Preposition, Class::Weekday, Class::TimeWord, Class::Month]);
    let goes_on = Classes::of(&[
        Class::Have,
        Class::Be,
        Class::Do,
        Class::Modal,
        Class::SubjectPronoun,
        Class::RelativePronoun,
        Class::WhWord,
    ]);
    let is_part = |index: usize| {
        let is_mark = !passage.is_word(index) && !passage.reads(index, ".") && !passage.reads(index, "’");
        // "After a meeting of the council" is an occasion; of "after he met it" more than that word is a clause.
        let joins = passage.is(index, Class::Subordinator) && !["after", "before"].contains(&passage.word(index));
        let is_clause =
            joins || passage.tokens[index].classes.meets(goes_on) || phrases::is_finite_verb(passage, index);
        !is_mark && !is_clause && passage.quotation(index).is_none()
    };
    let opens = passage.tokens[tokens.start].classes.meets(opens) || passage.reads(tokens.start, "after");
    opens && tokens.len() <= MAX_OCCASION && tokens.into_iter().all(is_part)
}

/// A name and a role between commas right before the verb, in either order: "its manager, Lee Wong,", "Ana Ruiz, the
/// company's chief engineer,".
fn apposition(passage: &Passage, first: usize, end: usize) -> Option<Range<usize>> {
    let closing = end.checked_sub(1).filter(|comma| passage.reads(*comma, ","))?;
    let earliest = closing.saturating_sub(MAX_APPOSITION).max(first + 1);
    let comma = (earliest..closing).rev().find(|index| passage.reads(*index, ","))?;
    let (one, other) = (phrases::noun_phrase_before(passage, first, comma)?, comma + 1..closing);
    let is_both =
        is_name(passage, &one) && is_role(passage, &other) || is_role(passage, &one) && is_name(passage, &other);
    is_both.then_some(one.start..closing)
}

/// Whether the tokens are nothing but a name: capitals, and what joins them.
fn is_name(passage: &Passage, tokens: &Range<usize>) -> bool {
    let is_part = |index: usize| {
        heads::is_name_word(passage, index)
            || passage.reads(index, ".")
            || passage.is(index, Class::NameParticle)
            || passage.is(index, Class::NameSuffix)
    };
    !tokens.is_empty() && passage.is_capitalised(tokens.end - 1) && tokens.clone().all(is_part)
}

/// Whether the tokens describe somebody: an article or an owner, and no verb ("the company's chief engineer").
fn is_role(passage: &Passage, tokens: &Range<usize>) -> bool {
    let opens = Classes::of(&[Class::Determiner, Class::Possessive, Class::Indefinite]);
    let verbs = Classes::of(&[Class::Have, Class::Be, Class::Do, Class::Modal, Class::RelativePronoun]);
    let is_verb = |index: usize| {
        let may_be = passage.tokens[index].classes.meets(verbs) || phrases::is_finite_verb(passage, index);
        may_be && !passage.is(index, Class::Clitic)
    };
    tokens.clone().any(|index| passage.is(index, Class::Clitic) || passage.tokens[index].classes.meets(opens))
        && !tokens.clone().any(is_verb)
        && !is_name(passage, tokens)
}

/// The plain subject of the verb ("the mayor", "she").
fn speaker(passage: &Passage, first: usize, end: usize) -> Option<Range<usize>> {
    let last = end.checked_sub(1).filter(|last| *last > first)?;
    match passage.is(last, Class::SubjectPronoun) && !passage.is(last, Class::RelativePronoun) {
        true => Some(last..end),
        false => phrases::noun_phrase_before(passage, first, end),
    }
}

/// Whether the words before the comma are a clause that somebody can say; "On Monday, the mayor said" only says when.
pub fn says_something(passage: &Passage, content: &Range<usize>) -> bool {
    let verbs = Classes::of(&[Class::Have, Class::Be, Class::Do, Class::Modal]);
    let opening = passage.tokens[content.start].classes;
    let is_plain = |index: usize| passage.quotation(index).is_none();
    let is_verb = |index: usize| {
        let token = &passage.tokens[index];
        let is_past = token.shape == Shape::Lower && token.is_word() && passage.word(index).ends_with("ed");
        token.classes.meets(verbs) || is_past || phrases::is_finite_verb(passage, index)
    };
    let has_verb = || content.clone().any(is_verb);
    let has_comma = || content.clone().any(|index| passage.reads(index, ","));
    let may_be = match () {
        () if opening.meets(Classes::of(&[Class::Subordinator, Class::WhWord])) => has_comma() && has_verb(),
        () if opening.meets(Classes::of(&[Class::Preposition, Class::Adverb, Class::TimeWord])) => has_verb(),
        () => opening.has(Class::SubjectPronoun) || has_verb(),
    };
    content.len() >= MIN_SAID && content.clone().all(is_plain) && may_be
}
