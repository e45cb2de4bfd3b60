//! Says how a source is identified, by the head of its description and the classes of its words.

mod names;

use std::ops::Range;

use super::{
    anonymity,
    heads::{self, BODIES, Head, PERSONS, WRITINGS},
    passage::Passage,
};
use crate::{
    lexicon::{Class, Classes},
    text::tokens::TokenKind,
};
use names::is_name;
pub use names::looks_like_people;

/// How a source is identified.
///
/// ```
/// use claimlight::{Options, report::SourceKind, scan};
///
/// let text = "Critics say it is late. A senior official said so too. “Yes,” said Ana Ruiz. “No,” said the mayor.";
/// let kinds: Vec<SourceKind> = scan(text, &Options::default()).ledger.iter().map(|entry| entry.kind).collect();
/// assert_eq!(kinds, [SourceKind::Collective, SourceKind::Anonymous, SourceKind::Named, SourceKind::Role]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SourceKind {
    /// A person or organisation by name.
    Named,
    /// Identifiable, not named: "the mayor".
    Role,
    /// Withheld: "a senior official".
    Anonymous,
    /// Vague: "critics", "experts", "many".
    Collective,
    /// Something written: "the report", "a poll", "court filings".
    Document,
    /// Another news organisation: "The Times reported".
    Outlet,
    /// "he", "they", "who": whom it stands for says its entry in the ledger.
    Pronoun,
}

impl SourceKind {
    /// Its name in a report.
    ///
    /// ```
    /// assert_eq!(claimlight::report::SourceKind::Outlet.name(), "outlet");
    /// ```
    pub const fn name(self) -> &'static str {
        match self {
            SourceKind::Named => "named",
            SourceKind::Role => "role",
            SourceKind::Anonymous => "anonymous",
            SourceKind::Collective => "collective",
            SourceKind::Document => "document",
            SourceKind::Outlet => "outlet",
            SourceKind::Pronoun => "pronoun",
        }
    }
}

/// A source as its words identify it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// How.
    pub kind: SourceKind,
    /// The words that do.
    pub head: Head,
}

/// How a source of these tokens is identified; not at all if none is a word.
pub fn kind(passage: &Passage, tokens: Range<usize>) -> Option<SourceKind> {
    identity(passage, &tokens).map(|identity| identity.kind)
}

/// How a source of these tokens is identified, and by which of them; by its last word, if it has nothing like a noun.
pub fn identity(passage: &Passage, tokens: &Range<usize>) -> Option<Identity> {
    if let Some(word) = pronoun(passage, tokens) {
        return Some(Identity { kind: SourceKind::Pronoun, head: Head { phrase: word..word + 1, word } });
    }
    let Some(head) = heads::head(passage, tokens) else {
        let word = tokens.clone().rev().find(|index| passage.is_word(*index))?;
        return Some(Identity { kind: SourceKind::Collective, head: Head { phrase: word..word + 1, word } });
    };
    let own = kind_of(passage, tokens, &head);
    if matches!(own, SourceKind::Role | SourceKind::Anonymous)
        && let Some(name) = name_beside(passage, tokens, &head)
    {
        return Some(Identity { kind: kind_of(passage, tokens, &name), head: name });
    }
    Some(Identity { kind: own, head })
}

/// The pronoun a source consists of, but for adverbs and marks ("she, too").
fn pronoun(passage: &Passage, tokens: &Range<usize>) -> Option<usize> {
    // "A:" in an interview stands for whoever answers.
    let is_letter = tokens.len() == 1 && passage.tokens[tokens.start].span.len() == 1;
    if is_letter && passage.is_capitalised(tokens.start) && passage.reads(tokens.end, ":") {
        return Some(tokens.start);
    }
    let pronouns =
        Classes::of(&[Class::SubjectPronoun, Class::ObjectPronoun, Class::RelativePronoun, Class::Possessive]);
    let mut words = tokens.clone().filter(|index| passage.is_word(*index) && !passage.is(*index, Class::Adverb));
    let first = words.next().filter(|first| passage.tokens[*first].classes.meets(pronouns))?;
    let is_alone = words.all(|index| passage.tokens[index].classes.meets(pronouns));
    is_alone.then_some(first)
}

/// The name in apposition to a description: "her lawyer, Dana Whitlock", "a nurse named Ann Lee".
fn name_beside(passage: &Passage, tokens: &Range<usize>, head: &Head) -> Option<Head> {
    let opens = |index: usize| passage.reads(index, ",") || passage.is(index, Class::Calling);
    let opening = (head.phrase.end..tokens.end).find(|index| opens(*index))?;
    let first = (opening + 1 < tokens.end && heads::is_name_word(passage, opening + 1)).then_some(opening + 1)?;
    let name = heads::head(passage, &(first..tokens.end))?;
    let is_name = !heads::is_opened(passage, &name) && is_name(passage, &name) && !is_group(passage, name.word);
    is_name.then_some(name)
}

/// Whether a word calls people together.
pub fn is_group(passage: &Passage, index: usize) -> bool {
    passage.tokens[index].classes.meets(Classes::of(&[Class::Group, Class::Crowd]))
}

fn kind_of(passage: &Passage, tokens: &Range<usize>, head: &Head) -> SourceKind {
    match () {
        () if is_outlet(passage, head) => SourceKind::Outlet,
        () if is_name(passage, head) => SourceKind::Named,
        () if is_one_of_them(passage, head) => SourceKind::Anonymous,
        () if is_withheld(passage, tokens, head) => SourceKind::Anonymous,
        () => kind_of_noun(passage, head),
    }
}

/// Whether a news organisation is named; a person who bears such a name has a given name before it.
fn is_outlet(passage: &Passage, head: &Head) -> bool {
    let classes = passage.tokens[head.word].classes;
    let is_person = classes.meets(PERSONS) && !classes.has(Class::Outlet);
    let run = capitals_before(passage, head);
    // "Economist Maria Lund" is no magazine, the "St. Louis Dispatch" is a paper.
    let is_papers = |index: usize| passage.is(index, Class::Outlet) || passage.is(index, Class::Newsroom);
    let given = run.end.checked_sub(2).filter(|given| *given >= run.start);
    let bears = given.is_some_and(|given| heads::is_given_name(passage, given))
        && (run.len() == 2 || !is_papers(run.end - 1))
        || run.clone().any(|index| passage.is(index, Class::Title) && !passage.is(index, Class::Outlet));
    let is_plain = run.len() > 1 || !heads::opens_sentence(passage, head.word) || !passage.is(head.word, Class::Noun);
    !is_person && !bears && is_plain && run.clone().any(|index| passage.is(index, Class::Outlet))
}

/// The capitals that the phrase ends with.
fn capitals_before(passage: &Passage, head: &Head) -> Range<usize> {
    let is_part = |index: usize| passage.is_capitalised(index) || passage.reads(index, ".");
    let start = head.phrase.clone().rev().take_while(|index| is_part(*index)).last();
    start.unwrap_or(head.phrase.end)..head.phrase.end
}

/// "One", "another": one person of whom no more is said.
fn is_one_of_them(passage: &Passage, head: &Head) -> bool {
    let is_one =
        passage.reads(head.word, "one") || passage.reads(head.word, "One") || passage.is(head.word, Class::Determiner);
    is_one && passage.is(head.word, Class::Indefinite) && head.phrase.len() == 1
}

/// Whether the name is kept back: it says so, or it is one official, or two people who know.
fn is_withheld(passage: &Passage, tokens: &Range<usize>, head: &Head) -> bool {
    let classes = passage.tokens[head.word].classes;
    if !classes.meets(PERSONS) && !is_person_like(passage, head) {
        return false;
    }
    let is_definite =
        passage.is(head.phrase.start, Class::Definite) || passage.is(head.phrase.start, Class::Possessive);
    let is_one_of_few = !is_definite && (!heads::is_plural(passage, head.word) || is_counted(passage, head));
    classes.has(Class::Insider)
        || classes.has(Class::Withheld) && is_one_of_few
        || head.phrase.clone().any(|index| passage.is(index, Class::Anonymous))
        || passage.is(head.phrase.end, Class::Privy) && passage.is(head.phrase.end + 1, Class::Preposition)
        || passage.is(head.phrase.end, Class::Preposition) && knows(passage, head.phrase.end)
        || anonymity::statement_within(passage, tokens).is_some()
        || anonymity::statement_after(passage, tokens.end).is_some()
}

/// "with knowledge of", "with direct knowledge of".
fn knows(passage: &Passage, preposition: usize) -> bool {
    (preposition + 1..preposition + 3).any(|index| passage.is(index, Class::Privy) && passage.reads(index + 1, "of"))
}

/// "two officials", "one of the aides".
fn is_counted(passage: &Passage, head: &Head) -> bool {
    head.phrase.clone().take(2).any(|index| passage.is(index, Class::NumberWord) && !passage.is(index, Class::Noun))
}

fn is_person_like(passage: &Passage, head: &Head) -> bool {
    passage.is(head.phrase.end, Class::RelativePronoun)
        || passage.reads(head.phrase.end, ",") && passage.is(head.phrase.end + 1, Class::RelativePronoun)
}

/// The kind of a source that no name identifies.
fn kind_of_noun(passage: &Passage, head: &Head) -> SourceKind {
    let token = &passage.tokens[head.word];
    let is_plural = heads::is_plural(passage, head.word);
    let is_definite =
        passage.is(head.phrase.start, Class::Definite) || passage.is(head.phrase.start, Class::Possessive);
    let quantifies = passage.is(head.word, Class::Quantifier) || token.kind == TokenKind::Number;
    match token.classes {
        classes if classes.meets(WRITINGS) => SourceKind::Document,
        classes if classes.has(Class::Newsroom) && !is_body_of_people(passage, head) => SourceKind::Outlet,
        _ if quantifies || token.is(Class::NumberWord) => SourceKind::Collective,
        classes if classes.has(Class::Crowd) => one_or_many(passage, head),
        classes if classes.has(Class::Role) && is_definite => SourceKind::Role,
        classes if classes.meets(BODIES) && passage.reads(head.word + 1, "of") && !is_definite => {
            SourceKind::Collective
        }
        classes if classes.meets(BODIES) && is_mass(passage, head.word) => SourceKind::Role,
        _ if is_plural => SourceKind::Collective,
        _ if passage.is(head.phrase.start, Class::Quantifier) => SourceKind::Collective,
        _ => SourceKind::Role,
    }
}

/// "the public", "most Russians": many; "a Russian", "the unionist": one.
fn one_or_many(passage: &Passage, head: &Head) -> SourceKind {
    let is_one = passage.is(head.word, Class::Singular) && !passage.is(head.word, Class::Plural);
    let is_people = passage.is(head.word, Class::Organisation) || passage.is(head.word, Class::Quantifier);
    let is_measure = passage.is(head.word + 1, Class::Preposition) && passage.reads(head.word + 1, "of");
    match is_one && !is_people && !is_measure && heads::is_opened(passage, head) {
        true => SourceKind::Role,
        false => SourceKind::Collective,
    }
}

/// A body that is one and plural in one form: "police".
fn is_mass(passage: &Passage, index: usize) -> bool {
    passage.is(index, Class::Singular) && passage.is(index, Class::Plural)
}

/// A network of people rather than of stations.
fn is_body_of_people(passage: &Passage, head: &Head) -> bool {
    passage.is(head.word, Class::Society) && passage.reads(head.word + 1, "of")
}
