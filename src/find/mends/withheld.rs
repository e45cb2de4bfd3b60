//! Finds what somebody says of whom it is told at length that the name is withheld, and why: "Two officials, who spoke on
//! condition of anonymity because the talks are private, said …", "…, said an aide who asked not to be named because …".

use std::{iter, ops::Range};

use super::{closings::says_something, is_comma, ranges};
use crate::{
    find::{
        anonymity,
        confidence::LOG_ODDS_OF_CLOSING,
        contents,
        cues::{ANY_TYPE, Anchor, CueForm, anchor_of},
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

/// What is found with what somebody says whose name is withheld for a reason, where the tagger found no source: the reason is no
/// statement of its own. `found` is in the order of the cues, before and after.
pub fn with_withheld(passage: &Passage, found: Vec<Candidate>) -> Vec<Candidate> {
    let mut all = Vec::with_capacity(found.len());
    let mut found = found.into_iter().peekable();
    for sentence in passage.sentences {
        let Some((candidate, clause)) = withheld(passage, &sentence.tokens) else { continue };
        all.extend(iter::from_fn(|| found.next_if(|found| found.anchor.head < sentence.tokens.start)));
        let own: Vec<Candidate> =
            iter::from_fn(|| found.next_if(|found| found.anchor.head < sentence.tokens.end)).collect();
        all.extend(in_place(candidate, &clause, own));
    }
    all.extend(found);
    all
}

/// What is found in a sentence, with a candidate in the place of what the tagger saw of it and of its clause; or without, if
/// its source is known or belongs to something else.
fn in_place(candidate: Candidate, clause: &Range<usize>, mut own: Vec<Candidate>) -> Vec<Candidate> {
    let verb = candidate.anchor.head;
    // "The director lied, said two clerks who …": what is said has been taken for who says it.
    let is_said = |source: &Range<usize>| candidate.content.iter().any(|content| content.contains(&source.start));
    let is_same = |found: &Candidate| found.anchor.tokens.contains(&verb);
    let is_known = |found: &Candidate| is_same(found) && found.source.as_ref().is_some_and(|source| !is_said(source));
    let is_other = |found: &Candidate| !is_same(found) && !clause.contains(&found.anchor.head);
    let touches = |found: &Candidate| ranges(found).any(|one| ranges(&candidate).any(|other| meet(one, other)));
    if own.iter().any(|found| is_known(found) || is_other(found) && touches(found)) {
        return own;
    }
    own.retain(is_other);
    let place = own.partition_point(|found| found.anchor.tokens.end <= verb);
    own.insert(place, candidate);
    own
}

fn meet(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

/// What somebody says whose name is withheld, and the clause that withholds it.
fn withheld(passage: &Passage, sentence: &Range<usize>) -> Option<(Candidate, Range<usize>)> {
    let clause = clause(passage, sentence)?;
    before(passage, sentence, &clause).or_else(|| behind(passage, sentence, &clause))
}

/// "Who spoke on condition of anonymity", "who asked not to be named"; of "who was not identified" others withhold the name, and
/// "who said jurors should not be named" tells of them.
fn clause(passage: &Passage, sentence: &Range<usize>) -> Option<Clause> {
    let is_who = |index: usize| passage.reads(index, "who") && passage.quotation(index).is_none();
    sentence.clone().skip(1).filter(|index| is_who(*index)).find_map(|who| {
        let mut near = who + 1..sentence.end.min(who + MAX_DISTANCE);
        let key = near.find(|index| anonymity::is_key(passage, *index))?;
        let is_suffered = passage.is(key, Class::Naming) && passage.is(who + 1, Class::Be);
        let says = |index: usize| speaks(passage, index) && !passage.is(index, Class::Refusing);
        let is_own = !is_suffered && !(who + 1..key).any(|index| is_who(index) || says(index));
        is_own.then_some(Clause { who, key })
    })
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
    let end = if is_between_commas {
        (clause.key + 1..sentence.end).find(|index| passage.reads(*index, ","))?
    } else {
        end_of_reason(passage, sentence, clause)?
    };
    let next = end + usize::from(is_between_commas);
    // "also said", "later said".
    let verb = next + usize::from(passage.is(next, Class::Adverb));
    if verb >= sentence.end || !speaks(passage, verb) {
        return None;
    }
    let anchor = said_with(passage, verb);
    let content = contents::content_before(passage, &(source.start..verb + 1), sentence)
        .or_else(|| contents::content_after(passage, &anchor, verb + 1, sentence))?;
    Some((Candidate { source: Some(source.start..end), anchor, content: vec![content] }, clause.who..end))
}

/// How many tokens a reason goes on after its verb where no comma ends it.
const MAX_REASON: usize = 8;

/// Where the reason ends for which the name is withheld, and the sentence goes on: "because the talks were private said". Where
/// it may be of others that the reason, or what follows it, tells, it is not known.
fn end_of_reason(passage: &Passage, sentence: &Range<usize>, clause: &Clause) -> Option<usize> {
    let auxiliary = Classes::of(&[Class::Be, Class::Have, Class::Do, Class::Modal]);
    let stops = Classes::of(&[
        Class::RelativePronoun,
        Class::Subordinator,
        Class::SubjectPronoun,
        Class::Conjunction,
        Class::WhWord,
        Class::Saying,
    ]);
    let meets = |index: usize, classes: Classes| passage.tokens[index].classes.meets(classes);
    let is_verb = |index: usize| phrases::is_finite_verb(passage, index) && !passage.reads(index - 1, "to");
    let because = (clause.key + 1..sentence.end).find(|index| passage.is(*index, Class::Subordinator))?;
    let reason = (because + 1..sentence.end).find(|index| meets(*index, auxiliary) || is_verb(*index))?;
    let end = (reason + 2..sentence.end.min(reason + MAX_REASON)).find(|index| speaks(passage, *index))?;
    let is_plain = |index: usize| passage.is_word(index) && !is_verb(index) && !meets(index, stops | ANY_TYPE);
    let is_told = meets(end - 1, auxiliary) || passage.is(end - 1, Class::Negation);
    (!meets(reason, ANY_TYPE) && !is_told && (reason + 1..end).all(is_plain)).then_some(end)
}

/// "The minister lied, said three officials who spoke on condition of anonymity because they feared reprisals."
fn behind(passage: &Passage, sentence: &Range<usize>, clause: &Clause) -> Option<(Candidate, Range<usize>)> {
    let end = clause.who - usize::from(passage.reads(clause.who - 1, ","));
    let source = somebody(passage, sentence.start, end)?;
    let verb = source.start.checked_sub(1).filter(|verb| *verb > sentence.start && speaks(passage, *verb))?;
    let is_short = passage.reads(verb - 1, ",") && verb > sentence.start + MIN_SAID;
    let content = contents::content_before(passage, &(verb..source.end), sentence)
        .or_else(|| is_short.then(|| sentence.start..verb - 1))
        .filter(|content| passage.quotation(content.start).is_some() || is_clause(passage, content))?;
    let anchor = said_with(passage, verb);
    let parts = |index: &usize| sources::closes(passage, *index, sentence.end) || is_comma(passage, *index);
    let reach = (clause.key + 1..sentence.end).find(parts).unwrap_or(sentence.end);
    Some((Candidate { source: Some(source), anchor, content: vec![content] }, clause.who..reach))
}

/// Whether the words before "said" can be said; those of "the mayor, who faces trial, said" are who says it.
fn is_clause(passage: &Passage, content: &Range<usize>) -> bool {
    let last = content.clone().rev().find(|index| passage.reads(*index, ","));
    let past = Classes::of(&[Class::Past, Class::Trend]);
    let is_told =
        || says_something(passage, content) || content.clone().any(|index| passage.tokens[index].classes.meets(past));
    is_told() && last.is_none_or(|last| !passage.is(last + 1, Class::RelativePronoun))
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
    // Of "reporters who met a man who …" others go on to speak.
    let before = source.start.checked_sub(1).filter(|before| *before >= first);
    let is_subject = before.is_none_or(|before| {
        !passage.is_word(before) || passage.is(before, Class::Conjunction) || speaks(passage, before)
    });
    (is_subject && (is_whole || is_person(passage, &source))).then_some(source)
}

fn is_person(passage: &Passage, phrase: &Range<usize>) -> bool {
    heads::head(passage, phrase).is_some_and(|head| passage.tokens[head.word].classes.meets(PERSONS))
}
