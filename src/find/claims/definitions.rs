//! Tells a definition from a claim: "Inflation is the rate at which prices rise" says what a word means, and nothing
//! of how the world is.

use std::ops::Range;

use super::{Holding, holdings::Held};
use crate::{
    find::{passage::Passage, phrases},
    lexicon::{Class, Classes},
    text::tokens::TokenKind,
};

/// What the words of a definition may hold without its saying so of anything.
const DEFINED: [Holding; 3] = [Holding::Trend, Holding::Cause, Holding::Motive];

/// How many tokens a term has at most that is defined, its article included.
const MAX_TERM: usize = 7;

/// "Inflation is the rate at which prices rise": a term, "is", and its kind with what sets it apart; no figure, date,
/// comparison or past.
pub fn is_definition(passage: &Passage, sentence: &Range<usize>, held: &[Held]) -> bool {
    let end = sentence.end.min(sentence.start + MAX_TERM);
    let is = (sentence.start..end).find(|index| passage.is(*index, Class::Be));
    let Some(is) = is.filter(|is| passage.reads(*is, "is") || passage.reads(*is, "are")) else { return false };
    held.iter().all(|held| DEFINED.contains(&held.holding))
        && is_term(passage, sentence.start..is)
        && sets_apart(passage, sentence, is + 1)
        && !sentence.clone().any(|index| is_of_a_time(passage, index))
}

/// A noun without an owner and without a name: "inflation", "a recession", "the swing"; not "this", "the mayor's plan".
fn is_term(passage: &Passage, term: Range<usize>) -> bool {
    let telling = Classes::of(&[
        Class::Possessive,
        Class::Clitic,
        Class::SubjectPronoun,
        Class::ObjectPronoun,
        Class::RelativePronoun,
        Class::Quantifier,
        Class::Conjunction,
    ]);
    let is_plain = |index: usize| {
        let is_name = index > term.start && passage.is_capitalised(index);
        let points = passage.is(index, Class::Determiner) && !is_article(passage, index);
        !is_name && !points && !passage.tokens[index].classes.meets(telling)
    };
    term.clone().all(is_plain) && term.into_iter().any(|index| passage.is_word(index) && !is_article(passage, index))
}

fn is_article(passage: &Passage, index: usize) -> bool {
    ["a", "an", "the"].iter().any(|article| passage.word(index).eq_ignore_ascii_case(article))
}

/// How many tokens the kind has at most, its article included ("the annual rate").
const MAX_KIND: usize = 5;

/// "the rate at which", "the practice of drawing", and of a term without "the" also "a tax that", where the lists
/// have the kind.
fn sets_apart(passage: &Passage, sentence: &Range<usize>, start: usize) -> bool {
    if start >= sentence.end || !is_article(passage, start) {
        return false;
    }
    let joins = Classes::of(&[Class::Preposition, Class::RelativePronoun]);
    let end = sentence.end.min(start + MAX_KIND);
    let Some(join) = (start + 1..end).find(|index| passage.tokens[*index].classes.meets(joins)) else { return false };
    let is_general = !passage.word(sentence.start).eq_ignore_ascii_case("the") && passage.is(join - 1, Class::Genus);
    let relates = passage.is(join, Class::Preposition) && passage.reads(join + 1, "which");
    let is_doing = passage.reads(join, "of") && phrases::is_ing(passage, join + 1);
    relates || is_doing || is_general
}

/// Whether a token tells of a time or counts: what is so once, or so much, is no meaning.
fn is_of_a_time(passage: &Passage, index: usize) -> bool {
    let past = passage.is(index, Class::Be) && ["was", "were"].iter().any(|past| passage.reads(index, past));
    let times = Classes::of(&[Class::TimeWord, Class::Have, Class::Month]);
    past || passage.tokens[index].kind == TokenKind::Number
        || passage.tokens[index].classes.meets(times) && !passage.is(index, Class::Period)
}
