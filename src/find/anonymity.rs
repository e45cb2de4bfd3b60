//! Finds the words that withhold a name: "on condition of anonymity because …", "who asked not to be named".

use std::ops::Range;

use super::passage::Passage;
use crate::lexicon::{Class, Classes};

/// How many tokens after a source its anonymity may begin; more belongs to somebody else.
const MAX_DISTANCE: usize = 12;

/// How many words before "named" or "to speak" a refusal may stand ("did not want to be").
const MAX_REFUSAL: usize = 5;

/// How many words into what somebody asks the name is withheld ("not to be named").
const MAX_ASKED: usize = 5;

/// How many words a stated reason begins before its key word at most.
const MAX_LEAD: usize = 7;

/// How many words a stated reason goes on after it.
const MAX_REASON: usize = 40;

/// Where the anonymity of the source that ends at `end` is stated, with its reason.
pub fn statement_after(passage: &Passage, end: usize) -> Option<Range<usize>> {
    let sentence = passage.sentence(end.checked_sub(1)?)?;
    let reach = sentence.tokens.end.min(end + MAX_DISTANCE);
    let key = (end..reach).find(|index| is_key(passage, *index))?;
    (!is_others(passage, end..key)).then(|| statement(passage, end, key))
}

/// "Police said a man who asked not to be named …": whom somebody speaks of withholds the name.
fn is_others(passage: &Passage, between: Range<usize>) -> bool {
    let speaks = |index: &usize| passage.is(*index, Class::Saying) && passage.is(*index, Class::Past);
    let verb = between.clone().find(speaks).unwrap_or(between.end);
    (verb..between.end).any(|index| passage.is(index, Class::RelativePronoun))
}

/// Where anonymity is stated within a source.
pub fn statement_within(passage: &Passage, tokens: &Range<usize>) -> Option<Range<usize>> {
    let key = tokens.clone().find(|index| is_key(passage, *index))?;
    Some(statement(passage, tokens.start, key))
}

/// Where what is asked withholds a name, if it does so near its start ("not to be named because …").
pub fn refusal_in(passage: &Passage, content: &Range<usize>) -> Option<usize> {
    let near = content.start..content.end.min(content.start + MAX_ASKED);
    near.rev().find(|index| is_key(passage, *index))
}

/// Whether the word here withholds a name, in its surroundings and outside speech.
pub fn is_key(passage: &Passage, index: usize) -> bool {
    let token = &passage.tokens[index];
    let keys = Classes::of(&[Class::Anonymous, Class::Naming, Class::Permitted, Class::StartsPhrase]);
    if !token.classes.meets(keys) || passage.quotation(index).is_some() {
        return false;
    }
    token.is(Class::Anonymous)
        || starts_phrase(passage, index)
        || token.is(Class::Naming) && is_refused(passage, index)
        || token.is(Class::Permitted) && is_forbidden(passage, index)
}

fn starts_phrase(passage: &Passage, index: usize) -> bool {
    passage.phrase(index..passage.tokens.len(), Classes::of(&[Class::Anonymous])).is_some()
}

/// "not to be named", "declined to be identified"; but not "asked to be identified only as Ada".
fn is_refused(passage: &Passage, index: usize) -> bool {
    let before = index.saturating_sub(MAX_REFUSAL)..index;
    let has = |class: Class| before.clone().any(|index| passage.is(index, class));
    let is_partial = ["as", "by", "only"].iter().any(|word| passage.reads(index + 1, word));
    has(Class::Be) && (has(Class::Negation) || has(Class::Refusing) && !is_partial)
}

/// "was not authorised to speak".
fn is_forbidden(passage: &Passage, index: usize) -> bool {
    let before = index.saturating_sub(2)..index;
    before.into_iter().any(|index| passage.is(index, Class::Negation)) && passage.reads(index + 1, "to")
}

/// The clause around a key word, from `first` on: its reason included, its subject left out.
fn statement(passage: &Passage, first: usize, key: usize) -> Range<usize> {
    let stops = Classes::of(&[Class::RelativePronoun, Class::SubjectPronoun, Class::Saying, Class::Conjunction]);
    let opens = |index: usize| {
        let token = &passage.tokens[index];
        token.is_word() && !token.classes.meets(stops)
    };
    let earliest = key.saturating_sub(MAX_LEAD).max(first);
    let start = (earliest..key).rev().take_while(|index| opens(*index)).last().unwrap_or(key);
    let end = passage.sentence(key).map_or(key + 1, |sentence| sentence.tokens.end.min(key + MAX_REASON));
    // "Who declined to give her name said the dog bit her": the source goes on to speak; within a reason others do.
    let reason = (key + 1..end).find(|index| passage.is(*index, Class::Subordinator)).unwrap_or(end);
    let speaks = |index: usize| index < reason && passage.is(index, Class::Saying) && passage.is(index, Class::Past);
    let closes = |index: usize| !passage.tokens[index].is_word() || passage.reads(index, "that") || speaks(index);
    let end = (key + 1..end).find(|index| closes(*index)).unwrap_or(end);
    start..end
}
