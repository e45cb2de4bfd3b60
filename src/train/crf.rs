//! Trains the tagger: the likelihood of the annotated labels, climbed by FTRL-proximal (McMahan et al. 2013), whose
//! L1 term leaves most weights at zero. One pass order, no randomness: the same corpus gives the same bytes.

use std::collections::HashMap;

use claimlight::find::tagger::{
    features::{ABSENT, N_FEATURES, REACH},
    index::HASH_BITS,
    labels::{self, Label, N_LABELS, N_LANES},
    model::{Feature, Model, N_BOUNDARIES, Transitions, UNITS_PER_NAT, n_rows},
};

use crate::sums::{Pairs, Row, Steps, Sums, sums};

/// A training example: the tokens of some blocks.
pub struct Sequence {
    /// The features of each token, [`N_FEATURES`] each.
    pub features: Vec<u32>,
    /// The boundary before each token.
    pub boundaries: Vec<u8>,
    /// The annotated labels.
    pub labels: Vec<Label>,
}

/// How the training goes.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// How often each example is seen.
    pub n_epochs: usize,
    /// How many tokens must have a feature for it to get weights.
    pub min_count: usize,
    /// The strength of the L1 term, for each epoch.
    pub l1: f32,
    /// The strength of the L2 term.
    pub l2: f32,
    /// The learning rate of FTRL.
    pub rate: f32,
}

/// One row of steps from each label, over each boundary.
const N_STEP_ROWS: usize = N_BOUNDARIES * N_LANES;

/// What is added to every step to a cue: likelihood misses more attributions than it invents. A quarter of a nat
/// gains more recall than it costs precision on publishers not seen.
const CUE_BIAS: i16 = (UNITS_PER_NAT / 4) as i16;

/// The trained model's file.
pub fn train(sequences: &[Sequence], settings: Settings) -> Vec<u8> {
    let vocabulary = Vocabulary::new(sequences, settings.min_count);
    let mut weights = Rows::new(vocabulary.n_rows + N_STEP_ROWS, settings);
    let rows: Vec<Vec<u32>> = sequences.iter().map(|sequence| vocabulary.rows(&sequence.features)).collect();
    for epoch in 0..settings.n_epochs {
        let mut loss = 0.0;
        // A fixed stride visits all examples in a scattered order.
        let n = sequences.len();
        let stride = (1..).map(|step| step * 7919 % n + 1).find(|stride| gcd(*stride, n) == 1).unwrap_or(1);
        for step in 0..n {
            let index = (step * stride + epoch) % n;
            loss += learn(&sequences[index], &rows[index], &vocabulary, &mut weights);
        }
        eprintln!("epoch {epoch}: loss {loss:.0}");
    }
    vocabulary.file(&weights)
}

fn gcd(a: usize, b: usize) -> usize {
    if b == 0 { a } else { gcd(b, a % b) }
}

/// The features that get weights, and where these begin.
struct Vocabulary {
    starts: HashMap<(u8, u32), u32>,
    n_rows: usize,
}

/// No weights.
const NO_ROW: u32 = u32::MAX;

impl Vocabulary {
    fn new(sequences: &[Sequence], min_count: usize) -> Self {
        let mut counts: HashMap<(u8, u32), usize> = HashMap::new();
        for features in sequences.iter().flat_map(|sequence| sequence.features.chunks_exact(N_FEATURES)) {
            for (template, feature) in features.iter().enumerate().filter(|(_, feature)| **feature != ABSENT) {
                *counts.entry((template as u8, key(*feature))).or_default() += 1;
            }
        }
        let mut kept: Vec<(u8, u32)> =
            counts.into_iter().filter(|(_, count)| *count >= min_count).map(|(key, _)| key).collect();
        kept.sort_unstable_by_key(|(template, hash)| (*hash, *template));
        kept.dedup_by_key(|(_, hash)| *hash);
        let mut n_rows_so_far = 0;
        let starts = kept.into_iter().map(|(template, hash)| {
            let start = n_rows_so_far;
            n_rows_so_far += n_rows(template as usize);
            ((template, hash), start as u32)
        });
        let starts = starts.collect();
        Vocabulary { starts, n_rows: n_rows_so_far }
    }

    fn rows(&self, features: &[u32]) -> Vec<u32> {
        let row = |(index, feature): (usize, &u32)| {
            self.starts.get(&((index % N_FEATURES) as u8, key(*feature))).copied().unwrap_or(NO_ROW)
        };
        features.iter().enumerate().map(row).collect()
    }

    /// The file: weights as integers, [`UNITS_PER_NAT`] to one of log probability.
    fn file(&self, weights: &Rows) -> Vec<u8> {
        let scaled = |weight: &f32| (weight * UNITS_PER_NAT as f32).round();
        let mut features: Vec<Feature> = self
            .starts
            .iter()
            .map(|((template, hash), start)| {
                let rows = &weights.rows[*start as usize..*start as usize + n_rows(*template as usize)];
                let weights = rows.iter().flat_map(|row| &row.weight[..N_LABELS]);
                let weights = weights.map(|weight| scaled(weight) as i8).collect();
                Feature { hash: *hash, template: *template, weights }
            })
            .filter(|feature| feature.weights.iter().any(|weight| *weight != 0))
            .collect();
        features.sort_unstable_by_key(|feature| feature.hash);
        let mut transitions = Transitions::default();
        for (scores, row) in transitions.as_flattened_mut().iter_mut().zip(self.step_rows(weights)) {
            scores.iter_mut().zip(&row.weight).for_each(|(score, weight)| *score = scaled(weight) as i16);
            scores[usize::from(labels::CUE)] += CUE_BIAS;
        }
        eprintln!("{} features", features.len());
        Model::write(&features, &transitions)
    }

    /// The rows of the steps from every label, over each boundary.
    fn step_rows<'a>(&self, weights: &'a Rows) -> impl Iterator<Item = &'a Weights> + use<'a> {
        weights.rows[self.n_rows..].chunks_exact(N_LANES).flat_map(|rows| &rows[..N_LABELS])
    }
}

fn key(feature: u32) -> u32 {
    feature & ((1 << HASH_BITS) - 1)
}

/// The weights of the labels for one token that a feature reaches, or for the steps from one label.
#[derive(Clone, Default)]
struct Weights {
    weight: Row,
    /// What FTRL knows of each: the gradients' sum, less what the weights took, and the sum of their squares.
    z: Row,
    n: Row,
    gradient: Row,
    is_touched: bool,
}

/// All weights, of features and then of steps.
struct Rows {
    rows: Vec<Weights>,
    touched: Vec<u32>,
    settings: Settings,
}

impl Rows {
    fn new(n_rows: usize, settings: Settings) -> Self {
        Rows { rows: vec![Weights::default(); n_rows], touched: Vec::new(), settings }
    }

    fn add(&mut self, index: usize, gradient: &Row) {
        let row = &mut self.rows[index];
        if !row.is_touched {
            row.is_touched = true;
            self.touched.push(index as u32);
        }
        row.gradient.iter_mut().zip(gradient).for_each(|(sum, gradient)| *sum += gradient);
    }

    fn update(&mut self) {
        for index in self.touched.drain(..) {
            self.rows[index as usize].update(self.settings);
        }
    }
}

impl Weights {
    fn update(&mut self, Settings { l1, l2, rate, n_epochs, .. }: Settings) {
        let l1 = l1 * n_epochs as f32;
        for label in 0..N_LANES {
            let gradient = self.gradient[label];
            let n_after = self.n[label] + gradient * gradient;
            let root = n_after.sqrt();
            self.z[label] += gradient - (root - self.n[label].sqrt()) / rate * self.weight[label];
            self.n[label] = n_after;
            let shrunk = (self.z[label].abs() - l1).max(0.0).copysign(self.z[label]);
            self.weight[label] = -shrunk / ((1.0 + root) / rate + l2);
        }
        self.gradient = Row::default();
        self.is_touched = false;
    }
}

/// One step of training; the loss before it.
fn learn(sequence: &Sequence, rows: &[u32], vocabulary: &Vocabulary, weights: &mut Rows) -> f32 {
    let emissions = emissions(sequence, rows, weights);
    let steps = Steps::new(step_scores(vocabulary, weights));
    let Sums { marginals, pairs, log_z } = sums(sequence, &emissions, &steps);
    let mut score = 0.0;
    for (index, label) in sequence.labels.iter().map(|label| usize::from(*label)).enumerate() {
        score += emissions[index][label];
        if index > 0 {
            let boundary = usize::from(sequence.boundaries[index]);
            score += steps.scores[boundary][usize::from(sequence.labels[index - 1])][label];
        }
    }
    add_gradients(sequence, rows, marginals, weights);
    let pairs = pairs.as_flattened().iter().enumerate();
    pairs.for_each(|(step, gradient)| weights.add(vocabulary.n_rows + step, gradient));
    weights.update();
    log_z - score
}

fn emissions(sequence: &Sequence, rows: &[u32], weights: &Rows) -> Vec<Row> {
    let n_tokens = sequence.labels.len();
    let mut emissions = vec![[0.0; N_LANES]; n_tokens];
    for_each_row(n_tokens, rows, |target, row| {
        emissions[target].iter_mut().zip(&weights.rows[row].weight).for_each(|(score, weight)| *score += weight);
    });
    emissions
}

/// Calls `visit` with every token and the row of weights of every feature that reaches it.
fn for_each_row(n_tokens: usize, rows: &[u32], mut visit: impl FnMut(usize, usize)) {
    for (index, rows) in rows.chunks_exact(N_FEATURES).enumerate() {
        for (template, first) in rows.iter().enumerate().filter(|(_, first)| **first != NO_ROW) {
            let reach = REACH[template];
            for row in 0..2 * reach + 1 {
                if let Some(target) = (index + row).checked_sub(reach).filter(|target| *target < n_tokens) {
                    visit(target, *first as usize + row);
                }
            }
        }
    }
}

fn step_scores(vocabulary: &Vocabulary, weights: &Rows) -> Pairs {
    let mut scores = Pairs::default();
    let steps = scores.as_flattened_mut().iter_mut().zip(&weights.rows[vocabulary.n_rows..]);
    steps.for_each(|(scores, row)| *scores = row.weight);
    scores
}

fn add_gradients(sequence: &Sequence, rows: &[u32], marginals: Vec<Row>, weights: &mut Rows) {
    let mut gradients = marginals;
    for (gradient, label) in gradients.iter_mut().zip(&sequence.labels) {
        gradient[*label as usize] -= 1.0;
    }
    for_each_row(sequence.labels.len(), rows, |target, row| weights.add(row, &gradients[target]));
}
