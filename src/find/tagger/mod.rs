//! Tags each token with the part it plays in an attribution: a linear chain over the features of tokens
//! (a conditional random field, Lafferty et al. 2001), decoded in integers so that every machine finds the same.

pub mod context;
pub mod features;
pub mod index;
pub mod labels;
pub mod model;

use std::ops::Range;

use features::{Features, MAX_REACH, REACH};
use labels::{CUE, Label, N_LABELS, N_LANES, OUTSIDE, may_begin, part};
use model::{IMPOSSIBLE, MAX_ROWS, Model, Row, Steps};

use crate::find::passage::Passage;

/// Scores of every label at one token. No sum of weights is near the limit of 16 bits (see [`REACH`]), and sums over
/// tokens are taken relative to one label's.
pub type Scores = [i16; N_LANES];

/// Which boundary stands before each token: 0 none, 1 of a sentence, 2 of a block.
pub fn boundaries(passage: &Passage) -> Vec<u8> {
    let mut boundaries = vec![0; passage.tokens.len()];
    let mut block = usize::MAX;
    for sentence in passage.sentences {
        boundaries[sentence.tokens.start] = if sentence.block == block { 1 } else { 2 };
        block = sentence.block;
    }
    boundaries
}

/// The stretches of a passage whose tokens are each other's neighbours. A line that no mark ends (a headline, a byline) says
/// nothing of what begins after it: the tagger has learnt from texts in which nearly every line is closed.
pub fn stretches(passage: &Passage) -> Vec<Range<usize>> {
    let mut stretches = Vec::new();
    let mut start = 0;
    for pair in passage.sentences.windows(2) {
        let end = pair[1].tokens.start;
        if pair[0].block != pair[1].block && passage.is_word(end - 1) {
            stretches.push(start..end);
            start = end;
        }
    }
    stretches.push(start..passage.tokens.len());
    stretches
}

/// The scores of the labels at each token of the stretches, which are a whole text, by its features and its neighbours'.
pub fn emissions(
    model: &Model,
    stretches: &[Range<usize>],
    mut features: impl Iterator<Item = Features>,
) -> Vec<Scores> {
    let mut emissions = Vec::new();
    for stretch in stretches {
        let own = emissions_within(model, stretch.len(), features.by_ref().take(stretch.len()));
        if emissions.is_empty() { emissions = own } else { emissions.extend_from_slice(&own) }
    }
    emissions
}

fn emissions_within(model: &Model, n_tokens: usize, features: impl Iterator<Item = Features>) -> Vec<Scores> {
    // What the first and last tokens say of neighbours they have not got is added beside them.
    let mut emissions = vec![[0; N_LANES]; n_tokens + 2 * MAX_REACH];
    for (index, features) in features.enumerate() {
        let firsts = model.firsts(&features);
        let reached = &mut emissions[index..index + MAX_ROWS];
        for (first, reach) in firsts.into_iter().zip(REACH) {
            match reach {
                0 => add_rows(&mut reached[MAX_REACH..], model.rows::<1>(first)),
                1 => add_rows(&mut reached[MAX_REACH - 1..], model.rows::<3>(first)),
                2 => add_rows(&mut reached[MAX_REACH - 2..], model.rows::<5>(first)),
                _ => add_rows(reached, model.rows::<MAX_ROWS>(first)),
            }
        }
    }
    emissions.drain(..MAX_REACH);
    emissions.truncate(n_tokens);
    emissions
}

#[inline]
fn add_rows<const N: usize>(scores: &mut [Scores], rows: &[Row; N]) {
    let Some(scores) = scores.first_chunk_mut::<N>() else { return };
    for (scores, row) in scores.iter_mut().zip(rows) {
        scores.iter_mut().zip(row).for_each(|(score, weight)| *score += i16::from(*weight));
    }
}

/// A labelling.
#[derive(Debug, Default)]
pub struct Tagged {
    /// The most likely labels.
    pub labels: Vec<Label>,
    /// For each token that begins a cue, by how much this labelling beats the best that makes it no part of one.
    pub margins: Vec<i32>,
}

/// The most likely labels of all tokens.
pub fn tag(model: &Model, emissions: &[Scores], boundaries: &[u8]) -> Tagged {
    let forward = forward(model, emissions, boundaries);
    let n_tokens = emissions.len();
    let mut tagged = Tagged { labels: vec![OUTSIDE; n_tokens], margins: vec![0; n_tokens] };
    let mut after = [0; N_LANES];
    let mut next: Option<Label> = None;
    for index in (0..n_tokens).rev() {
        let label = match next {
            Some(next) => best(&sum(&forward[index], &model.arriving(boundaries[index + 1])[usize::from(next)])),
            None => best(&forward[index]),
        };
        tagged.labels[index] = label;
        if label == CUE {
            tagged.margins[index] = margin(&forward[index], &after);
        }
        let leaving = sum(&emissions[index], &after);
        after = relative(best_sums(&leaving, model.arriving(boundaries[index])));
        next = Some(label);
    }
    tagged
}

/// The best score of a labelling up to each token, by its label there, relative to that of [`OUTSIDE`].
fn forward(model: &Model, emissions: &[Scores], boundaries: &[u8]) -> Vec<Scores> {
    let mut before: Scores =
        std::array::from_fn(|label| if label < N_LABELS && may_begin(label as Label) { 0 } else { IMPOSSIBLE });
    let mut is_first = true;
    let step = |(emission, boundary): (&Scores, &u8)| {
        let arriving = if is_first { before } else { best_sums(&before, model.leaving(*boundary)) };
        is_first = false;
        before = relative(sum(&arriving, emission));
        before
    };
    emissions.iter().zip(boundaries).map(step).collect()
}

/// For each label the best of `scores` with its step to or from that label.
#[inline]
fn best_sums(scores: &Scores, steps: &Steps) -> Scores {
    let mut best = [i16::MIN; N_LANES];
    // Four rows a turn: of a plain loop over the rows compilers (LLVM 20) make one that gathers columns.
    for (scores, steps) in scores.as_chunks::<4>().0.iter().zip(steps.as_chunks::<4>().0) {
        let sum = |row: usize, label: usize| scores[row].saturating_add(steps[row][label]);
        let best_of_four = |label| sum(0, label).max(sum(1, label)).max(sum(2, label).max(sum(3, label)));
        best = std::array::from_fn(|label| best[label].max(best_of_four(label)));
    }
    best
}

#[inline]
fn sum(a: &Scores, b: &Scores) -> Scores {
    std::array::from_fn(|label| a[label].saturating_add(b[label]))
}

/// The scores less that of [`OUTSIDE`]: the others stay near it, for after two steps at most it may follow any label.
#[inline]
fn relative(scores: Scores) -> Scores {
    let outside = scores[usize::from(OUTSIDE)];
    scores.map(|score| score.saturating_sub(outside))
}

/// The first label of the highest score.
#[inline]
fn best(scores: &Scores) -> Label {
    let highest = scores.iter().copied().fold(i16::MIN, i16::max);
    scores.iter().position(|score| *score == highest).unwrap_or_default() as Label
}

/// By how much the best labelling with a cue here beats the best without.
fn margin(forward: &Scores, after: &Scores) -> i32 {
    let score = |label: usize| i32::from(forward[label]) + i32::from(after[label]);
    let is_cue = |label: &usize| part(*label as Label) == CUE;
    let cue = (0..N_LABELS).filter(is_cue).map(score).max();
    let other = (0..N_LABELS).filter(|label| !is_cue(label)).map(score).max();
    cue.unwrap_or_default() - other.unwrap_or_default()
}
