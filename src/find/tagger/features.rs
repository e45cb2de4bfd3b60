//! What the tagger sees of a token: a fixed number of features, most of them seen by its neighbours too.
//!
//! Nothing here knows a topic: a word's letters count only if a word list has it or it is written small and is
//! frequent; names count by their shape.

use super::context::Context;
use crate::{
    find::{passage::Passage, rules::Candidate},
    lexicon::{Class, Classes},
    text::tokens::{Shape, Token, TokenKind},
};

/// How far a feature is seen: by its own token and this many neighbours on each side. One row a feature.
pub const REACH: [usize; N_FEATURES] = [3, 1, 2, 3, 2, 1, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0];

/// The furthest that any feature is seen.
pub const MAX_REACH: usize = 3;

/// How many features a token has.
pub const N_FEATURES: usize = 16;

/// A feature that is absent.
pub const ABSENT: u32 = 0;

/// Classes that stand for a part of speech.
const GRAMMAR: Classes = Classes::of(&[
    Class::Determiner,
    Class::Possessive,
    Class::SubjectPronoun,
    Class::ObjectPronoun,
    Class::RelativePronoun,
    Class::Quantifier,
    Class::Preposition,
    Class::Conjunction,
    Class::Subordinator,
    Class::WhWord,
    Class::Have,
    Class::Be,
    Class::Do,
    Class::Modal,
    Class::Negation,
    Class::Adverb,
    Class::Clitic,
    Class::Title,
    Class::Weekday,
    Class::Month,
    Class::NumberWord,
    Class::TimeWord,
    Class::Group,
    Class::Role,
    Class::Document,
    Class::Person,
    Class::Organisation,
]);

/// Classes that make a cue.
const CUES: Classes = Classes::of(&[
    Class::Communication,
    Class::Belief,
    Class::Knowledge,
    Class::Intention,
    Class::Strong,
    Class::Middle,
    Class::Weak,
    Class::Saying,
    Class::Telling,
    Class::CueNoun,
    Class::CueAdjective,
    Class::SupportVerb,
    Class::Verb,
    Class::Base,
    Class::Present,
    Class::Past,
    Class::Ing,
]);

/// The features of a token.
pub type Features = [u32; N_FEATURES];

/// The features of every token, one token after the other: of a whole text they would take more room than all else.
pub fn features(passage: &Passage, candidates: &[Candidate]) -> impl Iterator<Item = Features> {
    let context = Context::new(passage, candidates);
    let grammar: Vec<u64> = passage.tokens.iter().map(|token| grammar_of(token, passage.text)).collect();
    (0..passage.tokens.len()).map(move |index| token_features(passage, &context, &grammar, index))
}

fn token_features(passage: &Passage, context: &Context, grammar: &[u64], index: usize) -> Features {
    let token = &passage.tokens[index];
    let cue = token.classes.and(CUES).bits();
    let next = grammar.get(index + 1).copied().unwrap_or_default();
    let grammar = grammar[index];
    let quotation = quotation_state(passage, index);
    let place = place(passage, index);
    let role_at = |index: usize| context.roles.get(index).copied().unwrap_or_default() as u64;
    let (rule, rule_before, rule_after) = (role_at(index), role_at(index.wrapping_sub(1)), role_at(index + 1));
    let (left, right) = context.distances[index];
    let values = [
        word_of(token),
        suffix(passage.text, token),
        shape(token) as u64 | u64::from(place & 1) << 8,
        cue,
        grammar,
        mix(grammar, next),
        mix(cue, next),
        mix(quotation, mix(rule, u64::from(shape(token)))),
        mix(mix(quotation, place as u64), 1),
        mix(rule, mix(rule_before, rule_after)),
        mix(rule, mix(cue, 7)),
        rule | 0x100,
        mix(u64::from(left) << 8 | u64::from(right), quotation),
        mix(grammar, u64::from(left) << 8 | u64::from(right)),
        mix(mix(grammar, rule), quotation),
        mix(mix(u64::from(left), rule), grammar),
    ];
    let mut hashes = [ABSENT; N_FEATURES];
    for (template, value) in values.into_iter().enumerate() {
        hashes[template] = if value == 0 { ABSENT } else { (mix(value, template as u64 + 1) >> 32) as u32 | 1 };
    }
    hashes
}

/// Two numbers made one; the order counts.
#[inline]
fn mix(a: u64, b: u64) -> u64 {
    let mixed = (a ^ b.wrapping_mul(0x9e37_79b9_7f4a_7c15)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    mixed ^ (mixed >> 29)
}

/// The letters of a word that is written small or that the lists of grammar or of cues have.
fn word_of(token: &Token) -> u64 {
    let is_listed = token.classes.meets(GRAMMAR) || token.classes.meets(CUES);
    let counts = token.kind != TokenKind::Word || token.shape == Shape::Lower || is_listed;
    if counts && !matches!(token.kind, TokenKind::Number | TokenKind::Address) { token.hash } else { 0 }
}

fn suffix(text: &str, token: &Token) -> u64 {
    let letters = token.span.of(text);
    match letters.char_indices().rev().nth(2) {
        Some((start, _)) if token.kind == TokenKind::Word && start > 0 && token.shape == Shape::Lower => {
            crate::lexicon::hash(&letters[start..])
        }
        _ => 0,
    }
}

fn shape(token: &Token) -> u8 {
    1 + match (token.kind, token.shape) {
        (TokenKind::Word, Shape::Lower) => 0,
        (TokenKind::Word, Shape::Capitalised) => 1,
        (TokenKind::Word, Shape::Upper) => 2,
        (TokenKind::Word, Shape::Mixed) => 3,
        (TokenKind::Number, _) => 4,
        (TokenKind::Mark, _) => 5,
        (TokenKind::Address, _) => 6,
    }
}

/// A stand-in for the part of speech: the grammatical classes, else the shape and the ending.
fn grammar_of(token: &Token, text: &str) -> u64 {
    if token.kind == TokenKind::Mark {
        return token.hash;
    }
    let classes = token.classes.and(GRAMMAR).bits();
    let ending = match token.span.of(text) {
        _ if token.shape != Shape::Lower => 0,
        letters if letters.ends_with("ing") => 1,
        letters if letters.ends_with("ed") => 2,
        letters if letters.ends_with("ly") => 3,
        letters if letters.ends_with('s') => 4,
        _ => 5,
    };
    mix(classes, u64::from(shape(token)) << 4 | ending)
}

/// Outside, at the start, within or at the end of a quotation, and how long it is.
fn quotation_state(passage: &Passage, index: usize) -> u64 {
    let Some(quotation) = passage.quotation(index) else { return 1 };
    let position = match () {
        () if quotation.tokens.start == index => 0,
        () if quotation.tokens.end == index + 1 => 1,
        () => 2,
    };
    let length = match quotation.n_words {
        0..=1 => 0,
        2..=3 => 1,
        4 => 2,
        5..=7 => 3,
        _ => 4,
    };
    2 + position + 3 * length + 15 * u64::from(quotation.continues)
}

/// Where in its sentence and block a token stands.
fn place(passage: &Passage, index: usize) -> u8 {
    let Some(sentence) = passage.sentence(index) else { return 0 };
    let from_start = (index - sentence.tokens.start).min(2) as u8;
    let from_end = (sentence.tokens.end - 1 - index).min(2) as u8;
    let begins_block = index == 0
        || passage.sentence(sentence.tokens.start.wrapping_sub(1)).is_none_or(|before| before.block != sentence.block);
    u8::from(from_start == 0) | from_start << 1 | from_end << 3 | u8::from(begins_block) << 5
}
