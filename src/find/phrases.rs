//! Walks over noun phrases and verb groups, by the classes of words alone: there is no parser.

use std::ops::Range;

use super::passage::Passage;
use crate::{
    lexicon::{Class, Classes},
    text::tokens::{Shape, TokenKind},
};

/// Words that end a noun phrase on its left.
const OUTSIDE: Classes = Classes::of(&[
    Class::SubjectPronoun,
    Class::ObjectPronoun,
    Class::RelativePronoun,
    Class::WhWord,
    Class::Preposition,
    Class::Conjunction,
    Class::Subordinator,
    Class::Have,
    Class::Be,
    Class::Do,
    Class::Modal,
    Class::Negation,
    Class::Adverb,
]);

/// Words a noun phrase begins with.
const BEGINNERS: Classes = Classes::of(&[Class::Determiner, Class::Possessive, Class::Quantifier]);

/// Prepositions by which a noun phrase goes on ("the head of the mission").
const JOINERS: [&str; 7] = ["of", "for", "from", "at", "in", "with", "on"];

/// How many noun phrases joined by prepositions one may hold.
const MAX_JOINED: usize = 3;

/// The longest noun phrase that ends before token `end`, not before `first`.
pub fn noun_phrase_before(passage: &Passage, first: usize, end: usize) -> Option<Range<usize>> {
    let mut start = simple_phrase_before(passage, first, end)?;
    for _ in 0..MAX_JOINED {
        let Some(joined) = joined_phrase(passage, first, start) else { break };
        start = joined;
    }
    Some(start..end)
}

/// The start of the noun phrase that a preposition or "and" before `start` joins to this one.
fn joined_phrase(passage: &Passage, first: usize, start: usize) -> Option<usize> {
    let joiner = start.checked_sub(1).filter(|joiner| *joiner > first)?;
    // "sources close to the board", "officials briefed by the firm": what they know is told with any preposition.
    let is_privy = passage.is(joiner - 1, Class::Privy) && passage.is(joiner, Class::Preposition);
    let joins = JOINERS.contains(&passage.word(joiner))
        || is_privy
        || passage.is(joiner, Class::Conjunction) && passage.is_capitalised(start);
    if !joins {
        return None;
    }
    let before = simple_phrase_before(passage, first, joiner)?;
    // "In Ohio voters say": a phrase that itself hangs on a preposition is no head unless a determiner begins it.
    let hangs = before > first && passage.is(before - 1, Class::Preposition) && !passage.reads(before - 1, "of");
    (!hangs || passage.reads(joiner, "of")).then_some(before)
}

/// How many tokens a noun phrase without prepositions has at most. None is as long; a line of nothing but nouns would
/// be walked whole from each of its cues.
const MAX_SIMPLE: usize = 40;

/// The start of the words right before `end` that make one noun phrase without prepositions.
fn simple_phrase_before(passage: &Passage, first: usize, end: usize) -> Option<usize> {
    let first = first.max(end.saturating_sub(MAX_SIMPLE));
    let mut start = end;
    while start > first && continues_left(passage, start - 1, start == end) {
        start -= 1;
        if passage.tokens[start].classes.meets(BEGINNERS) && !passage.is(start.wrapping_sub(1), Class::Determiner) {
            break;
        }
    }
    (start < end).then_some(start)
}

/// Whether the token at `index` belongs to a noun phrase whose later words are known.
fn continues_left(passage: &Passage, index: usize, is_last: bool) -> bool {
    let token = &passage.tokens[index];
    match token.kind {
        TokenKind::Mark if is_owners_mark(passage, index) => !is_last,
        TokenKind::Mark => {
            matches!(passage.word(index), "." | "$" | "£" | "€" | "%" | "@" | "#")
                && !is_last
                && passage.is(index.wrapping_sub(1), Class::Abbreviation)
        }
        TokenKind::Address => false,
        TokenKind::Number => true,
        TokenKind::Word if token.is(Class::Clitic) => !is_last,
        TokenKind::Word if token.shape != Shape::Lower && !token.classes.meets(OUTSIDE) => true,
        TokenKind::Word => {
            !token.classes.meets(OUTSIDE) && (!is_finite_verb(passage, index) || token.classes.meets(BEGINNERS))
        }
    }
}

/// The apostrophe alone by which several own something: "the Seafarers' Union".
pub fn is_owners_mark(passage: &Passage, index: usize) -> bool {
    let touches = |before: usize| passage.tokens[before].span.end == passage.tokens[index].span.start;
    (passage.reads(index, "'") || passage.reads(index, "’"))
        && passage.is_word(index + 1)
        && passage.quotation(index).is_none()
        && index.checked_sub(1).is_some_and(|before| touches(before) && passage.word(before).ends_with('s'))
}

/// Whether a token is a verb form that cannot stand within a noun phrase.
pub fn is_finite_verb(passage: &Passage, index: usize) -> bool {
    let token = &passage.tokens[index];
    let is_noun = token.is(Class::Noun);
    token.is(Class::Verb) && !is_noun && (token.is(Class::Past) || token.is(Class::Present) || token.is(Class::Base))
}

/// How many noun phrases joined after a first one are read; "of one of one of" may go on without an end.
const MAX_JOINED_AFTER: usize = 8;

/// The noun phrase that begins at `start`, before `end`, with those that prepositions join to it.
pub fn noun_phrase_after(passage: &Passage, start: usize, end: usize) -> Option<Range<usize>> {
    let mut phrase_end = simple_phrase_end(passage, start, end)?;
    for _ in 0..MAX_JOINED_AFTER {
        let joins = passage.tokens.get(phrase_end).is_some_and(|_| JOINERS[..3].contains(&passage.word(phrase_end)));
        let Some(joined) = joins.then(|| simple_phrase_end(passage, phrase_end + 1, end)).flatten() else { break };
        phrase_end = joined;
    }
    Some(start..phrase_end)
}

/// Where the noun phrase without prepositions ends that begins at `start`.
fn simple_phrase_end(passage: &Passage, start: usize, end: usize) -> Option<usize> {
    let end = end.min(start + MAX_SIMPLE);
    let mut index = start;
    while index < end && (passage.tokens[index].classes.meets(BEGINNERS) || continues_left(passage, index, false)) {
        if index > start && passage.tokens[index].classes.meets(BEGINNERS) {
            break;
        }
        index += 1;
    }
    (index > start).then_some(index)
}

/// Words within a verb group before its verb.
const WITHIN_GROUP: Classes =
    Classes::of(&[Class::Have, Class::Be, Class::Do, Class::Modal, Class::Negation, Class::Adverb]);

/// How many words a verb group has before its verb at most ("has not yet been publicly asked to"); a line of nothing
/// else would be walked whole from each of its words.
const MAX_GROUP: usize = 12;

/// The start of the verb group whose verb is at `head` ("has repeatedly warned"), not before `first`.
pub fn verb_group_start(passage: &Passage, first: usize, head: usize) -> usize {
    let first = first.max(head.saturating_sub(MAX_GROUP));
    let mut start = head;
    while start > first
        && (passage.tokens[start - 1].classes.meets(WITHIN_GROUP)
            || is_manner(passage, start - 1)
            || passage.reads(start - 1, "to"))
    {
        start -= 1;
    }
    start
}

/// Words in -ly that are no adverbs: "reply", "family", "assembly".
const NO_MANNER: Classes =
    Classes::of(&[Class::Verb, Class::Noun, Class::CueNoun, Class::Person, Class::Group, Class::Organisation]);

/// Whether the token looks like an adverb of manner: a small word in -ly.
pub fn is_manner(passage: &Passage, index: usize) -> bool {
    let token = &passage.tokens[index];
    token.kind == TokenKind::Word
        && !token.classes.meets(NO_MANNER)
        && token.shape == Shape::Lower
        && token.span.len() > 4
        && passage.word(index).ends_with("ly")
}

/// Whether the token looks like a participle in -ing; "king" and "sing" are too short.
pub fn is_ing(passage: &Passage, index: usize) -> bool {
    passage.is_word(index) && passage.tokens[index].span.len() > 4 && passage.word(index).ends_with("ing")
}
