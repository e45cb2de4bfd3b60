//! What happens in a text, for the ledger's reading: names, sources, subjects, and where a name is withheld.

use std::ops::Range;

use super::names::{Name, names};
use crate::{
    find::{
        anonymity,
        attributions::Attribution,
        heads::{self, OFFICES, PERSONS},
        kinds::{self, Identity},
        passage::Passage,
        phrases,
        sources::SourceKind,
    },
    lexicon::{Class, Classes},
    order::sort_by_place,
    text::sentences::Sentence,
};

/// Something that happens at a token.
#[derive(Clone, Debug)]
pub enum Event {
    /// A name stands here.
    Name(usize),
    /// A source has its head here: its tokens, and its attribution.
    Source(Range<usize>, Option<Identity>, usize),
    /// The subject of a sentence that is no source: a pronoun or a description.
    Subject(Range<usize>, Identity),
    /// A name is withheld here.
    Withheld,
}

/// What is told in a text.
pub struct Told {
    /// The names in it.
    pub names: Vec<Name>,
    /// For each token, whether it stands in what is attributed or in speech.
    pub is_reported: Vec<bool>,
    /// What happens at which token, in the order of the text.
    pub events: Vec<(usize, Event)>,
}

impl Told {
    /// What is told in a passage.
    #[inline(never)]
    pub fn new(passage: &Passage, attributions: &[Attribution]) -> Self {
        let is_reported = reported(passage, attributions);
        let names = names(passage);
        let events = events(passage, &names, attributions, &is_reported);
        Told { names, is_reported, events }
    }
}

/// The events, in the order of the text; at one token the name comes first.
fn events(
    passage: &Passage,
    names: &[Name],
    attributions: &[Attribution],
    is_reported: &[bool],
) -> Vec<(usize, Event)> {
    let mut events: Vec<(usize, Event)> =
        names.iter().enumerate().map(|(index, name)| (name.tokens.start, Event::Name(index))).collect();
    let mut is_source = vec![false; passage.tokens.len()];
    for (index, attribution) in attributions.iter().enumerate() {
        let Some(source) = attribution.source else { continue };
        let tokens = passage.tokens_in(source.span);
        is_source[tokens.clone()].fill(true);
        let identity = kinds::identity(passage, &tokens);
        let place = identity.as_ref().map_or(tokens.start, |identity| identity.head.word);
        events.push((place, Event::Source(tokens, identity, index)));
    }
    events.extend(subjects(passage, names, is_reported, &is_source));
    let is_others = |index: usize| is_of_next(passage, index) || is_reported[index] && is_clause(passage, index);
    let keys = (0..passage.tokens.len()).filter(|index| anonymity::is_key(passage, *index) && !is_others(*index));
    events.extend(keys.map(|index| (index, Event::Withheld)));
    sort_by_place(&mut events, |(place, _)| (*place, 0));
    events
}

/// "An unnamed employee" is nobody told of before.
fn is_of_next(passage: &Passage, key: usize) -> bool {
    passage.tokens.get(key + 1).is_some_and(|next| next.classes.meets(PERSONS))
}

/// How many tokens before a key its "who" may stand.
const MAX_LEAD: usize = 7;

/// Whether a key stands behind "who": "said a man who asked not to be named had called" tells it of whoever is spoken of.
fn is_clause(passage: &Passage, key: usize) -> bool {
    (key.saturating_sub(MAX_LEAD)..key).any(|index| passage.is(index, Class::RelativePronoun))
}

/// Subjects that are no sources: "he" and "she" anywhere outside reported words, descriptions at a sentence's start.
fn subjects(passage: &Passage, names: &[Name], is_reported: &[bool], is_source: &[bool]) -> Vec<(usize, Event)> {
    let pronouns = (0..passage.tokens.len()).filter(|index| {
        let token = &passage.tokens[*index];
        let is_gendered = token.is(Class::He) || token.is(Class::She);
        token.is(Class::SubjectPronoun) && is_gendered && !is_source[*index] && !is_reported[*index]
    });
    let pronouns = pronouns.filter_map(|index| subject(passage, index..index + 1));
    let starts = passage.sentences.iter().map(|sentence| sentence.tokens.start..sentence.tokens.end);
    let starts = starts.filter(|tokens| {
        let opens = Classes::of(&[Class::Definite, Class::Indefinite, Class::Possessive]);
        !is_source[tokens.start] && !is_reported[tokens.start] && passage.tokens[tokens.start].classes.meets(opens)
    });
    let starts = starts
        .filter_map(|tokens| introduction(passage, names, tokens.clone()).or_else(|| description(passage, tokens)));
    pronouns.chain(starts).collect()
}

/// From how many tokens on what is attributed says something; fewer only name somebody.
const MIN_REPORTED: usize = 4;

/// For each token, whether it stands in speech or in what is attributed to somebody.
fn reported(passage: &Passage, attributions: &[Attribution]) -> Vec<bool> {
    let mut is_reported: Vec<bool> = (0..passage.tokens.len()).map(|index| passage.is_speech(index)).collect();
    for span in attributions.iter().flat_map(|attribution| &attribution.content) {
        let tokens = passage.tokens_in(*span);
        // Of "Ada Roe was asked" the name is content, and yet the subject.
        if tokens.len() >= MIN_REPORTED {
            is_reported[tokens].fill(true);
        }
    }
    is_reported
}

/// For each sentence the number of those before it that are not wholly speech.
pub fn turns(passage: &Passage, is_reported: &[bool]) -> Vec<usize> {
    let mut n_turns = 0;
    let turn = |sentence: &Sentence| {
        let is_told = sentence.tokens.clone().any(|index| passage.is_word(index) && !is_reported[index]);
        n_turns += usize::from(is_told);
        n_turns
    };
    passage.sentences.iter().map(turn).collect()
}

/// The first word of a sentence that is a verb's, a preposition or an owner's mark.
pub fn subject_end(passage: &Passage, sentence: &Range<usize>) -> usize {
    let ends =
        Classes::of(&[Class::Preposition, Class::Have, Class::Be, Class::Modal, Class::Do, Class::Past, Class::Clitic]);
    sentence.clone().find(|index| passage.tokens[*index].classes.meets(ends)).unwrap_or(sentence.end)
}

fn subject(passage: &Passage, tokens: Range<usize>) -> Option<(usize, Event)> {
    let identity = kinds::identity(passage, &tokens)?;
    Some((identity.head.word, Event::Subject(tokens, identity)))
}

/// How many tokens a sentence's opening description has before the name in apposition to it, and how many of them,
/// a title or a role, stand after the comma ("One of the two, Professor Ada Roe,").
const MAX_INTRODUCTION: (usize, usize) = (10, 4);

/// Somebody described and then named at a sentence's start: the name is the subject.
fn introduction(passage: &Passage, names: &[Name], sentence: Range<usize>) -> Option<(usize, Event)> {
    let verbs = Classes::of(&[Class::Have, Class::Be, Class::Modal, Class::Do]);
    let end = sentence.end.min(sentence.start + MAX_INTRODUCTION.0);
    let comma = (sentence.start..end).find(|index| passage.reads(*index, ","))?;
    let is_clause = (sentence.start..comma).any(|index| passage.tokens[index].classes.meets(verbs));
    let next = names.partition_point(|name| name.tokens.start <= comma);
    let is_beside = |name: &&Name| {
        let between = comma + 1..name.tokens.start;
        !name.is_body && between.len() < MAX_INTRODUCTION.1 && between.into_iter().all(|index| passage.is_word(index))
    };
    let name = names.get(next).filter(|name| !is_clause && name.tokens.end <= sentence.end).filter(is_beside)?;
    let is_closed = passage.reads(name.tokens.end, ",");
    let identity = kinds::identity(passage, &(sentence.start..name.tokens.end))?;
    let is_named = identity.kind == SourceKind::Named && identity.head.phrase.start > comma;
    (is_closed && is_named).then_some((identity.head.word, Event::Subject(sentence.start..name.tokens.end, identity)))
}

/// The description of one person, or of a document, that a sentence begins with.
fn description(passage: &Passage, sentence: Range<usize>) -> Option<(usize, Event)> {
    let phrase = phrases::noun_phrase_after(passage, sentence.start, sentence.end)?;
    let identity = kinds::identity(passage, &phrase)?;
    let is_document = identity.kind == SourceKind::Document;
    let is_person = passage.tokens[identity.head.word].classes.meets(OFFICES | PERSONS);
    let is_one = !heads::is_plural(passage, identity.head.word);
    let is_described = matches!(identity.kind, SourceKind::Role | SourceKind::Anonymous);
    (is_document || is_person && is_one && is_described)
        .then_some((identity.head.word, Event::Subject(phrase, identity)))
}
