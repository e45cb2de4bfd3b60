//! Finds what somebody says of whom it is told at length that the name is withheld, and why: "Two officials, who spoke on
//! condition of anonymity because the talks are private, said …", "…, said an aide who asked not to be named because …".

use std::ops::Range;

use crate::{
    find::{
        anonymity,
        confidence::LOG_ODDS_OF_CLOSING,
        contents,
        cues::{Anchor, CueForm, anchor_of},
        heads::{self, PERSONS},
        passage::Passage,
        phrases,
        rules::Candidate,
        sources,
    },
    lexicon::{Class, Classes},
};

/// How many tokens after "who" a name is withheld.
const MAX_DISTANCE: usize = 12;

/// The fewest tokens of what is said before "said an aide" ("It sank").
const MIN_SAID: usize = 2;

/// What is told of somebody whose name is withheld.
struct Clause {
    /// Its "who".
    who: usize,
    /// The word that withholds the name.
    key: usize,
}

/// What somebody says whose name is withheld, and the clause that withholds it.
pub fn withheld(passage: &Passage, sentence: &Range<usize>) -> Option<(Candidate, Range<usize>)> {
    let clause = clause(passage, sentence)?;
    before(passage, sentence, &clause).or_else(|| behind(passage, sentence, &clause))
}

fn clause(passage: &Passage, sentence: &Range<usize>) -> Option<Clause> {
    let is_who = |index: &usize| passage.reads(*index, "who") && passage.quotation(*index).is_none();
    let who = sentence.clone().skip(1).find(is_who)?;
    let key = (who + 1..sentence.end.min(who + MAX_DISTANCE)).find(|index| anonymity::is_key(passage, *index))?;
    Some(Clause { who, key })
}

/// Whether somebody says something with this verb, and no other word.
fn speaks(passage: &Passage, index: usize) -> bool {
    let token = &passage.tokens[index];
    token.is(Class::Past) && token.is(Class::Saying) && token.is(Class::Strong) && passage.quotation(index).is_none()
}

/// "Two officials, who spoke on condition of anonymity because the talks are private, said …".
fn before(passage: &Passage, sentence: &Range<usize>, clause: &Clause) -> Option<(Candidate, Range<usize>)> {
    let is_between_commas = passage.reads(clause.who - 1, ",");
    let source = somebody(passage, sentence.start, clause.who - usize::from(is_between_commas))?;
    let first = if is_between_commas { Some(clause.key + 1) } else { end_of_reason(passage, sentence, clause) };
    let is_verb = |index: &usize| passage.reads(*index - 1, ",") == is_between_commas && speaks(passage, *index);
    let verb = (first? + 1..sentence.end).find(is_verb)?;
    let anchor = said_with(passage, verb);
    let content = contents::content_before(passage, &(source.start..verb + 1), sentence)
        .or_else(|| contents::content_after(passage, &anchor, verb + 1, sentence))?;
    let end = verb - usize::from(is_between_commas);
    Some((Candidate { source: Some(source.start..end), anchor, content: vec![content] }, clause.who..end))
}

/// The verb of the reason for which the name is withheld: "because the talks were private said". Only behind it does the
/// sentence go on where no comma says so.
fn end_of_reason(passage: &Passage, sentence: &Range<usize>, clause: &Clause) -> Option<usize> {
    let because = (clause.key + 1..sentence.end).find(|index| passage.is(*index, Class::Subordinator))?;
    let verbs = Classes::of(&[Class::Be, Class::Have, Class::Do, Class::Modal]);
    let is_verb = |index: usize| passage.tokens[index].classes.meets(verbs) || phrases::is_finite_verb(passage, index);
    (because + 1..sentence.end).find(|index| is_verb(*index))
}

/// "The minister lied, said three officials who spoke on condition of anonymity because they feared reprisals."
fn behind(passage: &Passage, sentence: &Range<usize>, clause: &Clause) -> Option<(Candidate, Range<usize>)> {
    let end = clause.who - usize::from(passage.reads(clause.who - 1, ","));
    let source = somebody(passage, sentence.start, end)?;
    let verb = source.start.checked_sub(1).filter(|verb| *verb > sentence.start && speaks(passage, *verb))?;
    let is_short = passage.reads(verb - 1, ",") && verb > sentence.start + MIN_SAID;
    let content = contents::content_before(passage, &(verb..source.end), sentence)
        .or_else(|| is_short.then(|| sentence.start..verb - 1))?;
    let anchor = said_with(passage, verb);
    Some((Candidate { source: Some(source), anchor, content: vec![content] }, clause.who..sentence.end))
}

fn said_with(passage: &Passage, verb: usize) -> Anchor {
    Anchor { log_odds: LOG_ODDS_OF_CLOSING, form: CueForm::Active, ..anchor_of(passage, verb..verb + 1) }
}

/// The person or persons of whom the words before `end` tell: "two people familiar with the talks".
fn somebody(passage: &Passage, first: usize, end: usize) -> Option<Range<usize>> {
    let phrase = phrases::noun_phrase_before(passage, first, end)?;
    let verb = (first..phrase.start).rev().find(|index| speaks(passage, *index));
    let start = verb.map_or(first, |verb| verb + 1);
    let opens = Classes::of(&[Class::Preposition, Class::Adverb, Class::Conjunction, Class::Subordinator]);
    let is_plain = |index: usize| passage.is_word(index) && !phrases::is_finite_verb(passage, index);
    let is_whole = start < phrase.start
        && !passage.tokens[start].classes.meets(opens)
        && (start..phrase.start).all(is_plain)
        && sources::phrase_after(passage, start, end).is_some_and(|phrase| is_person(passage, &phrase));
    let source = if is_whole { start..end } else { phrase };
    (is_whole || is_person(passage, &source)).then_some(source)
}

fn is_person(passage: &Passage, phrase: &Range<usize>) -> bool {
    heads::head(passage, phrase).is_some_and(|head| passage.tokens[head.word].classes.meets(PERSONS))
}
