//! What happens in a text, for the ledger's reading: names, sources, subjects, and where a name is withheld.

use std::ops::Range;

use super::names::Name;
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

/// The events, in the order of the text; at one token the name comes first.
pub fn events(
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
    events.extend(subjects(passage, is_reported, &is_source));
    let keys = (0..passage.tokens.len()).filter(|index| anonymity::is_key(passage, *index));
    events.extend(keys.map(|index| (index, Event::Withheld)));
    sort_by_place(&mut events, |(place, _)| (*place, 0));
    events
}

/// Subjects that are no sources: "he" and "she" anywhere outside reported words, descriptions at a sentence's start.
fn subjects(passage: &Passage, is_reported: &[bool], is_source: &[bool]) -> Vec<(usize, Event)> {
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
    let starts = starts.filter_map(|tokens| description(passage, tokens));
    pronouns.chain(starts).collect()
}

/// From how many tokens on what is attributed says something; fewer only name somebody.
const MIN_REPORTED: usize = 4;

/// For each token, whether it stands in speech or in what is attributed to somebody.
pub fn reported(passage: &Passage, attributions: &[Attribution]) -> Vec<bool> {
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
