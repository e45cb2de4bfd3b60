//! Reads what the text says of a named person: "Defence minister Ilse Brandt", "Ilse Brandt, the defence minister,".

use std::ops::Range;

use crate::{
    find::{
        heads::{self, BODIES, OFFICES, PERSONS},
        passage::Passage,
        phrases,
    },
    lexicon::{Class, Classes},
    text::tokens::{Shape, TokenKind},
};

/// How many words a role before a name has at most.
const MAX_BEFORE: usize = 8;

/// How many a role after it.
const MAX_AFTER: usize = 24;

/// A role: its words, and the noun that its holder may be called by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    /// From its first word to its last.
    pub tokens: Range<usize>,
    /// "secretary".
    pub noun: usize,
}

/// The role that stands right before a name.
pub fn before(passage: &Passage, name: &Range<usize>) -> Option<Role> {
    let mut last = name.start.checked_sub(1)?;
    let mut noun = if passage.reads(last, ".") { last.checked_sub(1)? } else { last };
    // "Party chairman Sir Giles Farrow": courtesy stands between the role and the name.
    if is_courtesy(passage, noun) {
        last = noun.checked_sub(1)?;
        noun = last;
    }
    // "… accept a third.⏎⏎Harbour Transit": what ends the sentence before is nobody's role.
    let sentence = passage.sentence(noun).filter(|sentence| sentence.tokens.contains(&name.start))?;
    noun = office_of(passage, sentence.tokens.start, noun).unwrap_or(noun);
    let is_office = passage.tokens[noun].classes.meets(OFFICES | PERSONS) && !is_courtesy(passage, noun);
    if !is_office || !passage.is_word(noun) {
        return None;
    }
    let earliest = sentence.tokens.start.max(noun.saturating_sub(MAX_BEFORE));
    let start = (earliest..noun).rev().take_while(|index| modifies(passage, *index)).last().unwrap_or(noun);
    Some(Role { tokens: start..last + 1, noun })
}

/// "Superintendent" of "Superintendent of Police R. Mehta", where `last` is the token before the name.
fn office_of(passage: &Passage, first: usize, last: usize) -> Option<usize> {
    let is_office = |index: usize| passage.tokens[index].classes.meets(OFFICES);
    if !heads::is_name_word(passage, last) || is_office(last) {
        return None;
    }
    let earliest = (first + 1).max(last.saturating_sub(MAX_BEFORE));
    let mut parts = (earliest..last).rev().take_while(|index| belongs_to_place(passage, *index));
    let of = parts.find(|index| passage.is(*index, Class::Preposition))?;
    is_office(of - 1).then_some(of - 1)
}

/// Whether an age follows a name: "Doreen Fry, 81,".
pub fn has_age(passage: &Passage, name: &Range<usize>) -> bool {
    let age = name.end + 1;
    let is_number =
        passage.tokens.get(age).is_some_and(|token| token.kind == TokenKind::Number && token.span.len() <= 3);
    passage.reads(name.end, ",") && is_number && [",", "."].iter().any(|mark| passage.reads(age + 1, mark))
}

/// "Mr." is courtesy, "Gov." an office.
pub fn is_courtesy(passage: &Passage, index: usize) -> bool {
    let token = &passage.tokens[index];
    let is_gendered = token.is(Class::He) || token.is(Class::She);
    token.is(Class::Title) && is_gendered && !token.classes.meets(Classes::of(&[Class::Role, Class::Post]))
}

/// Whether a word before the noun of a role belongs to the role.
fn modifies(passage: &Passage, index: usize) -> bool {
    let token = &passage.tokens[index];
    let ends = Classes::of(&[
        Class::Determiner,
        Class::Possessive,
        Class::Indefinite,
        Class::Preposition,
        Class::Subordinator,
        Class::SubjectPronoun,
        Class::RelativePronoun,
        Class::Be,
        Class::Have,
        Class::Modal,
        Class::Saying,
        Class::Telling,
        Class::CuePreposition,
    ]);
    match token.kind {
        TokenKind::Word if token.is(Class::Conjunction) => {
            index.checked_sub(1).is_some_and(|before| passage.tokens[before].classes.meets(OFFICES))
        }
        TokenKind::Word if token.is(Class::Clitic) => true,
        TokenKind::Word => !token.classes.meets(ends) && !phrases::is_finite_verb(passage, index),
        TokenKind::Mark => {
            let is_abbreviated = index.checked_sub(1).is_some_and(|before| passage.is(before, Class::Abbreviation));
            passage.reads(index, ".") && is_abbreviated
        }
        _ => false,
    }
}

/// The role in apposition after a name, or where its bearer belongs ("of the Fisheries Institute").
pub fn after(passage: &Passage, name: &Range<usize>) -> Option<Role> {
    let sentence = passage.sentence(name.start)?;
    let end = sentence.tokens.end.min(name.end + MAX_AFTER);
    if passage.reads(name.end, ",") {
        return apposition(passage, name.end + 1, end);
    }
    let belongs = ["of", "from", "at", "with"].iter().any(|word| passage.reads(name.end, word));
    let place = (name.end + 1..end).find(|index| !belongs_to_place(passage, *index)).unwrap_or(end);
    let has_name = (name.end + 1..place).any(|index| heads::is_name_word(passage, index));
    (belongs && has_name).then(|| Role { tokens: name.end + 1..place, noun: place - 1 })
}

fn belongs_to_place(passage: &Passage, index: usize) -> bool {
    let small = ["the", "of", "for", "and"].iter().any(|word| passage.reads(index, word));
    heads::is_name_word(passage, index) || small && passage.is_word(index + 1)
}

/// The description of somebody between commas; an age before it is skipped ("Ana Ruiz, 39, a nurse").
fn apposition(passage: &Passage, start: usize, end: usize) -> Option<Role> {
    let is_age = passage.tokens.get(start).is_some_and(|token| token.kind == TokenKind::Number);
    let start = if is_age && passage.reads(start + 1, ",") { start + 2 } else { start };
    if start >= end || !describes(passage, start) {
        return None;
    }
    let head = heads::head(passage, &(start..end))?;
    let noun = &passage.tokens[head.word];
    let is_person = noun.classes.meets(OFFICES | PERSONS) || noun.classes.meets(BODIES);
    let is_unknown = noun.shape == Shape::Lower && heads::is_opened(passage, &head);
    let closes = (head.word + 1..end).find(|index| closes(passage, *index));
    let is_whole = closes.is_some() || end == passage.sentence(start)?.tokens.end;
    // "According to Ana Ruiz, the dam is safe": a clause of its own.
    let verbs = Classes::of(&[Class::Be, Class::Do, Class::Modal]);
    let is_clause = passage.tokens.get(head.word + 1).is_some_and(|next| next.classes.meets(verbs));
    ((is_person || is_unknown) && is_whole && !is_clause && noun.kind == TokenKind::Word && head.phrase.start < end)
        .then(|| Role { tokens: start..closes.unwrap_or(end), noun: head.word })
}

/// Whether a description of somebody can begin with this word: an article, an owner, or an office itself.
fn describes(passage: &Passage, start: usize) -> bool {
    let token = &passage.tokens[start];
    let is_opener = token.is(Class::Determiner) || token.is(Class::Possessive) || token.is(Class::Indefinite);
    let owns = passage.is(start + 1, Class::Clitic);
    let is_office = token.classes.meets(OFFICES | PERSONS)
        || passage.tokens.get(start + 1).is_some_and(|next| next.classes.meets(OFFICES));
    let is_clause = token.classes.meets(Classes::of(&[Class::RelativePronoun, Class::Conjunction, Class::Preposition]));
    let is_participle = passage.word(start).ends_with("ing") && token.shape == Shape::Lower;
    // "Daniel Okonjo, told councillors", "Joss Tarrant, whose sheep": what he does and has, not what he is.
    let is_told = token.is(Class::Telling) && token.is(Class::Past) || passage.reads(start, "whose");
    token.is_word() && !is_clause && !is_participle && !is_told && (is_opener || owns || is_office)
}

/// Whether a role ends before this word.
fn closes(passage: &Passage, index: usize) -> bool {
    let token = &passage.tokens[index];
    match token.kind {
        TokenKind::Mark => !passage.reads(index, "'") && !passage.reads(index, "’") && !is_abbreviated(passage, index),
        TokenKind::Word => {
            token.classes.meets(Classes::of(&[Class::RelativePronoun, Class::Subordinator, Class::Have, Class::Modal]))
                || token.is(Class::Saying) && !token.is(Class::Noun) && !token.is(Class::Base)
        }
        _ => false,
    }
}

fn is_abbreviated(passage: &Passage, index: usize) -> bool {
    passage.reads(index, ".") && passage.is(index - 1, Class::Abbreviation) && passage.is_capitalised(index + 1)
}
