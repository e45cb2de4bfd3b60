//! Tags each token with the part it plays in an attribution: a linear chain over the features of tokens
//! (a conditional random field, Lafferty et al. 2001), decoded in integers so that every machine finds the same.

pub mod features;
pub mod labels;
pub mod model;

use features::{ABSENT, N_FEATURES, REACH};
use labels::{Label, N_LABELS, OUTSIDE, begins, part};
use model::{Model, N_BOUNDARIES};

use crate::find::passage::Passage;

/// Scores of every label at one token.
pub type Scores = [i32; N_LABELS];

/// A score nothing reaches.
const IMPOSSIBLE: i32 = i32::MIN / 4;

/// Whether `label` may follow `before`: the rest of a part only its beginning or itself.
pub const fn may_follow(before: Label, label: Label) -> bool {
    label == OUTSIDE || begins(label) || part(before) == part(label)
}

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

/// The scores of the labels at every token, by the token's features and its neighbours'.
pub fn emissions(model: &Model, features: &[u32]) -> Vec<Scores> {
    let n_tokens = features.len() / N_FEATURES;
    let mut scores = vec![[0; N_LABELS]; n_tokens];
    for (index, features) in features.chunks_exact(N_FEATURES).enumerate() {
        for (template, feature) in features.iter().enumerate().filter(|(_, feature)| **feature != ABSENT) {
            let Some(weights) = model.weights(*feature, template) else { continue };
            let reach = REACH[template];
            for (row, weights) in weights.chunks_exact(N_LABELS).enumerate() {
                let Some(scores) = (index + row).checked_sub(reach).and_then(|target| scores.get_mut(target)) else {
                    continue;
                };
                scores.iter_mut().zip(weights).for_each(|(score, weight)| *score += i32::from(*weight));
            }
        }
    }
    scores
}

/// The most likely labels, and for each token by how much the best labelling that makes it part of a cue beats the
/// best that does not.
pub fn tag(model: &Model, emissions: &[Scores], boundaries: &[u8]) -> (Vec<Label>, Vec<i32>) {
    let forward = forward(model, emissions, boundaries);
    let mut labels = vec![OUTSIDE; emissions.len()];
    let mut margins = vec![0; emissions.len()];
    let mut after = [0; N_LABELS];
    for index in (0..emissions.len()).rev() {
        let best = |is_wanted: fn(Label) -> bool| {
            (0..N_LABELS)
                .filter(|label| is_wanted(*label as Label))
                .map(|label| forward[index][label] + after[label])
                .max()
                .unwrap_or(IMPOSSIBLE)
        };
        margins[index] = best(|label| part(label) == labels::CUE) - best(|label| part(label) != labels::CUE);
        labels[index] = best_label(
            model,
            &forward[index],
            &after,
            labels.get(index + 1).copied(),
            boundaries.get(index + 1).copied(),
        );
        after = backward(model, &emissions[index], boundaries[index], &after);
    }
    (labels, margins)
}

/// The best score of a labelling up to each token, by its label there.
fn forward(model: &Model, emissions: &[Scores], boundaries: &[u8]) -> Vec<Scores> {
    let mut forward: Vec<Scores> = Vec::with_capacity(emissions.len());
    for (index, emission) in emissions.iter().enumerate() {
        let before = forward.last();
        let transitions = &model.transitions[usize::from(boundaries[index]).min(N_BOUNDARIES - 1)];
        let mut scores = [IMPOSSIBLE; N_LABELS];
        for (label, score) in scores.iter_mut().enumerate() {
            let best = match before {
                None => {
                    if label == 0 || begins(label as Label) {
                        0
                    } else {
                        IMPOSSIBLE
                    }
                }
                Some(before) => {
                    (0..N_LABELS).map(|from| before[from] + step(transitions, from, label)).max().unwrap_or(IMPOSSIBLE)
                }
            };
            *score = best + emission[label];
        }
        forward.push(scores);
    }
    forward
}

#[inline]
fn step(transitions: &[[i16; N_LABELS]; N_LABELS], from: usize, label: usize) -> i32 {
    if may_follow(from as Label, label as Label) { i32::from(transitions[from][label]) } else { IMPOSSIBLE }
}

/// The best score of what follows a token, by the label before it.
fn backward(model: &Model, emission: &Scores, boundary: u8, after: &Scores) -> Scores {
    let transitions = &model.transitions[usize::from(boundary).min(N_BOUNDARIES - 1)];
    let mut scores = [IMPOSSIBLE; N_LABELS];
    for (from, score) in scores.iter_mut().enumerate() {
        *score = (0..N_LABELS)
            .map(|label| step(transitions, from, label) + emission[label] + after[label])
            .max()
            .unwrap_or(IMPOSSIBLE);
    }
    scores
}

fn best_label(model: &Model, forward: &Scores, after: &Scores, next: Option<Label>, boundary: Option<u8>) -> Label {
    let score = |label: usize| match next.zip(boundary) {
        Some((next, boundary)) => {
            forward[label]
                + step(&model.transitions[usize::from(boundary).min(N_BOUNDARIES - 1)], label, usize::from(next))
        }
        None => forward[label] + after[label],
    };
    (0..N_LABELS).max_by_key(|label| (score(*label), std::cmp::Reverse(*label))).unwrap_or_default() as Label
}
