//! What became of the sentences.

use claimlight::wire::differences::SentenceChange;

use super::{
    pairs::{Pair, pairs},
    sentence::{Sentence, sentences_of},
};
use crate::cli::scanner::Scanned;

/// The sentences of which something else is said than before.
pub fn sentences(old: &Scanned, new: &Scanned) -> Vec<SentenceChange> {
    let (before, after) = (sentences_of(old), sentences_of(new));
    pairs(&before, &after).into_iter().filter_map(change).collect()
}

/// What is said otherwise, if anything is.
fn change((before, after): Pair) -> Option<SentenceChange> {
    let findings = |sentence: Option<&Sentence>| sentence.map_or(Vec::new(), |sentence| sentence.findings.clone());
    let words = |sentence: Option<&Sentence>| sentence.map(|sentence| sentence.words.clone());
    let (mut gone, mut fresh) = (findings(before), findings(after));
    gone.retain(|finding| match fresh.iter().position(|other| other == finding) {
        Some(place) => {
            fresh.remove(place);
            false
        }
        None => true,
    });
    let is_same = gone.is_empty() && fresh.is_empty();
    (!is_same).then(|| SentenceChange { before: words(before), after: words(after), gone, fresh })
}
