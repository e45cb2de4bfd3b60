//! Says whether a description is a name: of a person, of a body, of a society that is called after its members.

use super::is_group;
use crate::{
    find::{
        heads::{self, BODIES, Head, OFFICES, WRITINGS},
        passage::Passage,
    },
    lexicon::{Class, Classes},
    text::tokens::Shape,
};

/// Whether a person or body is named by the phrase.
pub fn is_name(passage: &Passage, head: &Head) -> bool {
    let token = &passage.tokens[head.word];
    let is_opened = heads::is_opened(passage, head);
    if !passage.is_capitalised(head.word) {
        return is_named_body(passage, head);
    }
    let modifier = head.word.checked_sub(1).filter(|before| *before >= head.phrase.start);
    let is_surname = modifier.is_some_and(|before| {
        heads::is_given_name(passage, before) || passage.is(before, Class::Title) && !passage.is(before, Class::Role)
    });
    match token.classes {
        _ if is_surname => true,
        _ if is_plural_acronym(passage.word(head.word)) => false,
        _ if !heads::is_name_word(passage, head.word) => modifier.is_some() && !is_opened,
        classes if classes.has(Class::Institution) => true,
        classes if classes.meets(Classes::of(&[Class::Group, Class::Crowd, Class::Insider, Class::Withheld])) => {
            is_society(passage, head)
        }
        classes if classes.meets(WRITINGS) => !is_opened && heads::is_given_name(passage, head.word),
        classes if classes.meets(BODIES) => has_proper_modifier(passage, head) || has_complement(passage, head.word),
        classes if classes.meets(OFFICES) || classes.has(Class::Person) => {
            !is_opened && modifier.is_some_and(|before| is_proper(passage, before))
        }
        _ => !passage.is(head.phrase.start, Class::Indefinite) && !is_common_start(passage, head.word),
    }
}

/// "GPs", "MEPs"
fn is_plural_acronym(word: &str) -> bool {
    let letters = word.strip_suffix('s').unwrap_or_default();
    letters.len() > 1 && letters.chars().all(char::is_uppercase)
}

/// "The Friends of Aldwick Library": people who bear the name of what they stand up for.
fn is_society(passage: &Passage, head: &Head) -> bool {
    let is_definite = passage.is(head.phrase.start, Class::Definite) && head.phrase.len() > 1;
    is_definite && passage.reads(head.word + 1, "of") && has_complement(passage, head.word)
}

/// A word small in itself that a sentence begins with: a noun of the lists, or a plural by its ending.
fn is_common_start(passage: &Passage, index: usize) -> bool {
    let word = passage.word(index);
    let ends = ["ings", "ions", "tion", "ment", "ness", "ship"];
    let is_thing = word.chars().count() >= MIN_PLURAL && ends.iter().any(|end| word.ends_with(end));
    let looks_plural = looks_like_people(word) || is_thing;
    heads::opens_sentence(passage, index)
        && !heads::is_given_name(passage, index)
        && passage.tokens[index].shape == Shape::Capitalised
        && (passage.is(index, Class::Noun) || looks_plural || takes_plural(passage, index))
}

/// Whether a word ends as words for several people do: "seafarers", "pensioners", "physicians".
pub fn looks_like_people(word: &str) -> bool {
    let ends = ["ers", "ors", "ists", "ians", "ents", "ants", "ees"];
    word.chars().count() >= MIN_PLURAL && ends.iter().any(|end| word.ends_with(end))
}

/// From how many letters on an ending is trusted; shorter are surnames as often ("Sanders", "Rivers").
const MIN_PLURAL: usize = 8;

/// "Walkers say": the verb shows that the word is no surname.
fn takes_plural(passage: &Passage, index: usize) -> bool {
    let verb = passage.tokens.get(index + 1).map_or(Classes::default(), |next| next.classes);
    let says = Classes::of(&[Class::Communication, Class::Belief, Class::Knowledge, Class::Intention]);
    let is_plural = verb.has(Class::Base) && !verb.has(Class::Past) && verb.meets(says);
    is_plural && heads::is_plural(passage, index)
}

/// A body whose noun is written small, with a name before it: "the Trump campaign", "Hamburg police".
fn is_named_body(passage: &Passage, head: &Head) -> bool {
    let classes = passage.tokens[head.word].classes;
    let trades = classes.has(Class::Business);
    let is_one = classes.meets(BODIES) && !trades && !heads::is_plural(passage, head.word);
    is_one && !passage.is(head.phrase.start, Class::Indefinite) && has_proper_modifier(passage, head)
}

fn has_proper_modifier(passage: &Passage, head: &Head) -> bool {
    (head.phrase.start..head.word).any(|index| is_proper(passage, index))
}

/// Whether the token is capitalised for a name's sake: not because an office, a rank or a sentence begins with it.
fn is_proper(passage: &Passage, index: usize) -> bool {
    let classes = passage.tokens[index].classes;
    let is_noted = classes.meets(Classes::of(&[Class::Role, Class::Post, Class::Title]));
    let is_ranked =
        classes.meets(Classes::of(&[Class::Rank, Class::Portfolio])) && heads::opens_sentence(passage, index);
    let is_common = heads::opens_sentence(passage, index) && classes.has(Class::Noun) && !is_group(passage, index);
    heads::is_name_word(passage, index) && !is_noted && !is_ranked && !is_common
}

/// "Ministry of Health", "Bank of England": what the body is of is part of its name.
fn has_complement(passage: &Passage, word: usize) -> bool {
    let joins = ["of", "for", "on"].iter().any(|joiner| passage.reads(word + 1, joiner));
    let article = usize::from(passage.reads(word + 2, "the"));
    joins && passage.is_capitalised(word + 2 + article)
}
