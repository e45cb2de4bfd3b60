//! Which sentence of one version is which of the other.

use similar::{Algorithm, DiffOp, TextDiff, capture_diff_slices};

use super::sentence::Sentence;

/// A sentence in the version before and after; none where it is in the other alone.
pub type Pair<'a> = (Option<&'a Sentence>, Option<&'a Sentence>);

/// How alike two sentences are that are one in two versions, from 0 to 1: more than half of their words stayed.
const ALIKE: f64 = 0.5;

/// The sentences of both versions side by side.
pub fn pairs<'a>(before: &'a [Sentence], after: &'a [Sentence]) -> Vec<Pair<'a>> {
    let words =
        |sentences: &'a [Sentence]| sentences.iter().map(|sentence| sentence.words.as_str()).collect::<Vec<_>>();
    let mut pairs: Vec<Pair> = Vec::new();
    for operation in capture_diff_slices(Algorithm::Myers, &words(before), &words(after)) {
        let (old, new) = (&before[operation.old_range()], &after[operation.new_range()]);
        match operation {
            DiffOp::Equal { .. } => pairs.extend(old.iter().zip(new).map(|(old, new)| (Some(old), Some(new)))),
            _ => pairs.extend(rewritten(old, new)),
        }
    }
    pairs
}

/// Sentences that stand for others: each with the first that is left and like it.
fn rewritten<'a>(old: &'a [Sentence], new: &'a [Sentence]) -> Vec<Pair<'a>> {
    let mut pairs = Vec::new();
    let mut n_paired = 0;
    for sentence in old {
        let rest = new[n_paired..].iter().take(MAX_BETWEEN);
        let place = rest.clone().position(|other| {
            TextDiff::from_words(sentence.words.as_str(), other.words.as_str()).ratio() as f64 > ALIKE
        });
        let Some(place) = place else {
            pairs.push((Some(sentence), None));
            continue;
        };
        pairs.extend(rest.take(place).map(|other| (None, Some(other))));
        n_paired += place + 1;
        pairs.push((Some(sentence), Some(&new[n_paired - 1])));
    }
    pairs.extend(new[n_paired..].iter().map(|other| (None, Some(other))));
    pairs
}

/// How many new sentences may stand before the one that stands for an old one. More is a rewritten article, and every
/// sentence is compared with as many.
const MAX_BETWEEN: usize = 8;
