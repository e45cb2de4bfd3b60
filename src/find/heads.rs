//! Reads a description of somebody: which of its words says who or what it is.
//!
//! In "her senior adviser, Dana Whitlock, a lawyer in Ohio who" it is not the last word that counts, nor any word that
//! is of some class, but the head of the first phrase, and of a name that stands in apposition to it.

use std::ops::Range;

use super::passage::Passage;
use crate::{
    lexicon::{Class, Classes},
    text::tokens::{Shape, TokenKind},
};

/// Words for persons, one or many.
pub const PERSONS: Classes = Classes::of(&[
    Class::Person,
    Class::Group,
    Class::Role,
    Class::Post,
    Class::Crowd,
    Class::Insider,
    Class::Withheld,
]);

/// Words for one person by an office; before a name they belong to the role, not the name.
pub const OFFICES: Classes = Classes::of(&[Class::Role, Class::Post, Class::Title, Class::Rank]);

/// Words for bodies that speak.
pub const BODIES: Classes =
    Classes::of(&[Class::Organisation, Class::PublicBody, Class::Business, Class::Society, Class::Institution]);

/// Words for what is written or measured.
pub const WRITINGS: Classes = Classes::of(&[Class::Document, Class::Paper]);

/// What opens a description.
const OPENERS: Classes = Classes::of(&[Class::Determiner, Class::Possessive, Class::Quantifier, Class::Indefinite]);

/// Words that belong to no name.
const FUNCTION: Classes = Classes::of(&[
    Class::Determiner,
    Class::Possessive,
    Class::Quantifier,
    Class::Preposition,
    Class::Conjunction,
    Class::Subordinator,
    Class::SubjectPronoun,
    Class::ObjectPronoun,
    Class::RelativePronoun,
    Class::WhWord,
    Class::Have,
    Class::Be,
    Class::Do,
    Class::Modal,
    Class::Negation,
    Class::Adverb,
    Class::Weekday,
    Class::TimeWord,
]);

/// Words that end the first phrase.
const ENDERS: Classes = Classes::of(&[
    Class::RelativePronoun,
    Class::SubjectPronoun,
    Class::WhWord,
    Class::Preposition,
    Class::Subordinator,
    Class::Have,
    Class::Be,
    Class::Do,
    Class::Modal,
    Class::Negation,
    Class::Calling,
]);

/// What a description opens with and nobody is described by: "even", "about", a quotation mark.
const LEAD_INS: Classes = Classes::of(&[Class::Adverb, Class::Preposition, Class::Conjunction, Class::Subordinator]);

/// The first phrase of a description.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// From its opening word, or its owner's ("the mayor's"), to its head.
    pub phrase: Range<usize>,
    /// The word that says who or what it is.
    pub word: usize,
}

/// The head of a description.
pub fn head(passage: &Passage, tokens: &Range<usize>) -> Option<Head> {
    let is_lead_in = |index: usize| {
        passage.tokens[index].classes.meets(LEAD_INS) && !passage.tokens[index].classes.meets(OPENERS)
            || passage.tokens[index].kind == TokenKind::Mark
    };
    let start = tokens.clone().find(|index| !is_lead_in(*index))?;
    let end = phrase_end(passage, start, tokens.end);
    if let Some(holder) = office_holder(passage, start..end, tokens.end) {
        return Some(Head { word: holder.end - 1, phrase: holder });
    }
    let word = (start..end).rev().find(|index| is_head_like(passage, *index)).unwrap_or(start);
    Some(Head { phrase: start..word + 1, word })
}

fn is_head_like(passage: &Passage, index: usize) -> bool {
    let token = &passage.tokens[index];
    let trails = Classes::of(&[Class::Clitic, Class::Adverb, Class::NameSuffix, Class::Conjunction]);
    token.kind != TokenKind::Mark && !token.classes.meets(trails)
}

/// How many tokens a first phrase has at most.
const MAX_PHRASE: usize = 40;

/// Where the phrase that begins at `start` ends.
fn phrase_end(passage: &Passage, start: usize, end: usize) -> usize {
    let mut index = start + 1;
    let end = end.min(start + MAX_PHRASE);
    while index < end && continues(passage, start, index, end) {
        index += 1;
    }
    index
}

fn continues(passage: &Passage, start: usize, index: usize, end: usize) -> bool {
    let token = &passage.tokens[index];
    let before = &passage.tokens[index - 1];
    match token.kind {
        TokenKind::Mark if passage.reads(index, "-") => before.kind == TokenKind::Number && passage.is_word(index + 1),
        TokenKind::Mark if passage.reads(index, "/") => passage.is_capitalised(index + 1),
        TokenKind::Mark if passage.reads(index, "&") => is_within_name(passage, index),
        TokenKind::Mark => matches!(passage.word(index), "." | "'" | "’") && joins_marks(passage, index, end),
        TokenKind::Number | TokenKind::Address => true,
        TokenKind::Word if token.is(Class::Clitic) => index + 1 < end && passage.is_word(index + 1),
        TokenKind::Word if token.is(Class::Conjunction) => joins(passage, start, index, end),
        TokenKind::Word if token.classes.meets(ENDERS) => is_capital_particle(passage, index),
        TokenKind::Word if token.is(Class::Adverb) => before.classes.meets(OPENERS),
        TokenKind::Word if token.is(Class::Privy) => !passage.is(index + 1, Class::Preposition),
        TokenKind::Word => !trails_noun(passage, index, end),
    }
}

/// The "&" of "Marks & Spencer" joins nothing but one name's capitals.
pub fn is_within_name(passage: &Passage, index: usize) -> bool {
    index > 0 && passage.is_capitalised(index - 1) && passage.is_capitalised(index + 1)
}

/// A full stop after an initial or a title, and the apostrophe of owners in -s.
fn joins_marks(passage: &Passage, index: usize, end: usize) -> bool {
    let before = &passage.tokens[index - 1];
    let is_initial = before.span.len() == 1 && before.shape == Shape::Upper;
    match passage.word(index) {
        "." => is_initial || before.is(Class::Title) || before.is(Class::Abbreviation),
        _ => passage.word(index - 1).ends_with('s') && index + 1 < end && passage.is_word(index + 1),
    }
}

/// A capital within a name that is a small word elsewhere: "Will", "May", "Do".
fn is_capital_particle(passage: &Passage, index: usize) -> bool {
    passage.is_capitalised(index) && passage.is_capitalised(index - 1)
}

/// Whether "and" goes on with one phrase: "chairman and chief executive Olga Maran", "Food and Drug Administration".
fn joins(passage: &Passage, start: usize, index: usize, end: usize) -> bool {
    let before = &passage.tokens[index - 1];
    if before.is(Class::Plural) || passage.is(index + 1, Class::Determiner) || passage.is(index + 1, Class::Possessive)
    {
        return false;
    }
    if !passage.is_capitalised(index - 1) || before.classes.meets(OFFICES) {
        return index + 1 < end;
    }
    is_joint_name(passage, start, index, end)
}

/// Whether the capitals on both sides of "and" are one body's name.
pub fn is_joint_name(passage: &Passage, start: usize, index: usize, end: usize) -> bool {
    let is_person = (start..index).any(|index| is_given_name(passage, index) || passage.is(index, Class::Title));
    let run = (index + 1..end).take_while(|index| passage.is_capitalised(*index));
    !is_person && run.last().is_some_and(|last| passage.tokens[last].classes.meets(BODIES))
}

/// A participle or the like after its noun: "voters surveyed", "a letter signed by".
fn trails_noun(passage: &Passage, index: usize, end: usize) -> bool {
    let token = &passage.tokens[index];
    let follows_noun = passage.tokens[index - 1].classes.meets(PERSONS | WRITINGS) && token.shape == Shape::Lower;
    let is_participle = token.is(Class::Participle) && !token.is(Class::Noun);
    let is_verbal = is_participle || ["ed", "ing"].iter().any(|ending| passage.word(index).ends_with(ending));
    // After "those" nothing else can come: "those trailing them".
    let follows_those = passage.is(index - 1, Class::Crowd) && passage.is(index - 1, Class::Definite);
    let is_last = index + 1 >= end || passage.is(index + 1, Class::Preposition) || follows_those;
    follows_noun && is_verbal && is_last && !token.classes.meets(PERSONS)
}

/// How many tokens may stand between an office and its holder's name ("Chairman of the Joint Chiefs of Staff").
const MAX_OFFICE: usize = 9;

/// Who holds an office that goes on after "of": "Secretary of State John Kerry", "Reagan chief of staff Don Regan".
fn office_holder(passage: &Passage, office: Range<usize>, end: usize) -> Option<Range<usize>> {
    let is_office = passage.tokens[office.end - 1].classes.meets(OFFICES)
        && passage.is(office.end, Class::Preposition)
        && !passage.tokens[office.start].classes.meets(OPENERS);
    if !is_office {
        return None;
    }
    let reach = end.min(office.end + MAX_OFFICE);
    let is_part = |index: &usize| {
        let is_next_office = passage.tokens[*index].classes.meets(OFFICES) && !is_given_name(passage, *index);
        passage.is_word(*index) && !is_next_office
    };
    let parts = (office.end + 1..reach).take_while(is_part);
    let joins = Classes::of(&[Class::Preposition, Class::Determiner, Class::Conjunction, Class::Clitic]);
    let follows_place = |index: usize| !passage.tokens[index - 1].classes.meets(joins);
    let begins = |index: &usize| {
        is_initial(passage, *index) || is_given_name(passage, *index) && passage.is_capitalised(index + 1)
    };
    let mut given = parts.filter(|index| *index > office.end + 1 && begins(index));
    let given = given.find(|index| follows_place(*index))?;
    let last =
        (given..reach).take_while(|index| passage.is_capitalised(*index) || passage.reads(*index, ".")).last()?;
    Some(given..last + 1)
}

/// "R." before a surname.
fn is_initial(passage: &Passage, index: usize) -> bool {
    let token = &passage.tokens[index];
    token.span.len() == 1
        && token.shape == Shape::Upper
        && passage.reads(index + 1, ".")
        && is_name_word(passage, index + 2)
}

/// Whether the token is a given name, with a capital.
pub fn is_given_name(passage: &Passage, index: usize) -> bool {
    passage.is_capitalised(index) && !passage.lexicon.given_name(passage.tokens[index].hash).is_empty()
}

/// Whether a capital at this place says nothing: at the start of a sentence, a quotation, or after a colon.
pub fn opens_sentence(passage: &Passage, index: usize) -> bool {
    let is_first = passage.sentence(index).is_none_or(|sentence| sentence.tokens.start == index);
    is_first || matches!(passage.word(index - 1), "“" | "\"" | "‘" | "'" | "''" | "``" | ":" | "(" | "—")
}

/// Whether the token can be part of a name: a capital no function word has.
pub fn is_name_word(passage: &Passage, index: usize) -> bool {
    passage.is_capitalised(index) && !passage.tokens[index].classes.meets(FUNCTION)
}

/// Whether the description begins with an article, a number or an owner.
pub fn is_opened(passage: &Passage, head: &Head) -> bool {
    let first = &passage.tokens[head.phrase.start];
    first.classes.meets(OPENERS) || first.kind == TokenKind::Number || has_owner(passage, head)
}

fn has_owner(passage: &Passage, head: &Head) -> bool {
    head.phrase.clone().any(|index| passage.is(index, Class::Clitic) || matches!(passage.word(index), "'" | "’"))
}

/// Whether more than one is meant: a plural by the lists, or by its ending.
pub fn is_plural(passage: &Passage, index: usize) -> bool {
    let token = &passage.tokens[index];
    let is_listed = token.is(Class::Singular) || token.is(Class::Plural);
    match is_listed {
        true => token.is(Class::Plural) && !token.is(Class::Singular),
        false => {
            let word = passage.word(index);
            word.ends_with('s') && !["ss", "us", "is"].iter().any(|end| word.ends_with(end))
        }
    }
}
