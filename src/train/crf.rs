//! Trains the tagger: the likelihood of the annotated labels, climbed by FTRL-proximal (McMahan et al. 2013), whose
//! L1 term leaves most weights at zero. One pass order, no randomness: the same corpus gives the same bytes.

use std::collections::HashMap;

use claimlight::find::tagger::{
    features::{ABSENT, N_FEATURES, REACH},
    labels::{Label, N_LABELS},
    may_follow,
    model::{Feature, HASH_BITS, Model, N_BOUNDARIES, Transitions, UNITS_PER_NAT, n_weights},
};

use crate::sums::{Row, Steps, Sums, sums};

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

const N_TRANSITIONS: usize = N_BOUNDARIES * N_LABELS * N_LABELS;

/// The trained model's file.
pub fn train(sequences: &[Sequence], settings: Settings) -> Vec<u8> {
    let vocabulary = Vocabulary::new(sequences, settings.min_count);
    let mut weights = Weights::new(vocabulary.n_weights + N_TRANSITIONS, settings);
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
        eprintln!(
            "epoch {epoch}: loss {loss:.0}, {} weights",
            weights.weight.iter().filter(|weight| **weight != 0.0).count()
        );
    }
    vocabulary.file(&weights.weight)
}

fn gcd(a: usize, b: usize) -> usize {
    if b == 0 { a } else { gcd(b, a % b) }
}

/// The features that get weights, and where these begin.
struct Vocabulary {
    starts: HashMap<(u8, u32), u32>,
    n_weights: usize,
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
        let mut n_weights_so_far = 0;
        let starts = kept.into_iter().map(|(template, hash)| {
            let start = n_weights_so_far;
            n_weights_so_far += n_weights(template as usize);
            ((template, hash), start as u32)
        });
        let starts = starts.collect();
        Vocabulary { starts, n_weights: n_weights_so_far }
    }

    fn rows(&self, features: &[u32]) -> Vec<u32> {
        let row = |(index, feature): (usize, &u32)| {
            self.starts.get(&((index % N_FEATURES) as u8, key(*feature))).copied().unwrap_or(NO_ROW)
        };
        features.iter().enumerate().map(row).collect()
    }

    /// The file: weights as integers, [`UNITS_PER_NAT`] to one of log probability.
    fn file(&self, weights: &[f32]) -> Vec<u8> {
        let emissions = &weights[..self.n_weights];
        let scale = UNITS_PER_NAT as f32;
        let mut features: Vec<Feature> = self
            .starts
            .iter()
            .filter_map(|((template, hash), start)| {
                let start = *start as usize;
                let weights: Vec<i8> = emissions[start..start + n_weights(*template as usize)]
                    .iter()
                    .map(|weight| (weight * scale).round() as i8)
                    .collect();
                weights.iter().any(|weight| *weight != 0).then_some(Feature {
                    hash: *hash,
                    template: *template,
                    weights,
                })
            })
            .collect();
        features.sort_unstable_by_key(|feature| feature.hash);
        let mut transitions: Transitions = Default::default();
        for (score, weight) in
            transitions.as_flattened_mut().as_flattened_mut().iter_mut().zip(&weights[self.n_weights..])
        {
            *score = (weight * scale).round() as i16;
        }
        eprintln!("{} features", features.len());
        Model::write(&features, &transitions)
    }
}

fn key(feature: u32) -> u32 {
    feature & ((1 << HASH_BITS) - 1)
}

/// The weights and what FTRL knows of each.
struct Weights {
    weight: Vec<f32>,
    z: Vec<f32>,
    n: Vec<f32>,
    gradient: Vec<f32>,
    touched: Vec<u32>,
    settings: Settings,
}

impl Weights {
    fn new(n_weights: usize, settings: Settings) -> Self {
        let zeros = || vec![0.0; n_weights];
        Weights { weight: zeros(), z: zeros(), n: zeros(), gradient: zeros(), touched: Vec::new(), settings }
    }

    fn add(&mut self, index: usize, gradient: f32) {
        if self.gradient[index] == 0.0 {
            self.touched.push(index as u32);
        }
        self.gradient[index] += gradient;
    }

    fn update(&mut self) {
        let Settings { l1, l2, rate, n_epochs, .. } = self.settings;
        let l1 = l1 * n_epochs as f32;
        for index in self.touched.drain(..).map(|index| index as usize) {
            let gradient = std::mem::take(&mut self.gradient[index]);
            let n_after = self.n[index] + gradient * gradient;
            let sigma = (n_after.sqrt() - self.n[index].sqrt()) / rate;
            self.z[index] += gradient - sigma * self.weight[index];
            self.n[index] = n_after;
            let z = self.z[index];
            let shrunk = (z.abs() - l1).max(0.0) * z.signum();
            self.weight[index] = -shrunk / ((1.0 + n_after.sqrt()) / rate + l2);
        }
    }
}

/// One step of training; the loss before it.
fn learn(sequence: &Sequence, rows: &[u32], vocabulary: &Vocabulary, weights: &mut Weights) -> f32 {
    let emissions = emissions(sequence, rows, weights);
    let transitions = transitions(vocabulary, weights);
    let Sums { marginals, pairs, log_z } = sums(sequence, &emissions, &transitions);
    let mut score = 0.0;
    for (index, label) in sequence.labels.iter().enumerate() {
        score += emissions[index][*label as usize];
        if index > 0 {
            score += transitions[sequence.boundaries[index] as usize][sequence.labels[index - 1] as usize]
                [*label as usize]
                .0;
        }
    }
    add_gradients(sequence, rows, &marginals, weights);
    for (boundary, pairs) in pairs.iter().enumerate() {
        for (cell, gradient) in pairs.as_flattened().iter().enumerate().filter(|(_, gradient)| **gradient != 0.0) {
            weights.add(vocabulary.n_weights + boundary * N_LABELS * N_LABELS + cell, *gradient);
        }
    }
    weights.update();
    log_z - score
}

fn emissions(sequence: &Sequence, rows: &[u32], weights: &Weights) -> Vec<Row> {
    let n_tokens = sequence.labels.len();
    let mut emissions = vec![[0.0; N_LABELS]; n_tokens];
    for_each_weight(n_tokens, rows, |target, start| {
        let weights = &weights.weight[start..start + N_LABELS];
        emissions[target].iter_mut().zip(weights).for_each(|(score, weight)| *score += weight);
    });
    emissions
}

/// Calls `visit` with every token and the start of the weights of every feature that reaches it.
fn for_each_weight(n_tokens: usize, rows: &[u32], mut visit: impl FnMut(usize, usize)) {
    for (index, rows) in rows.chunks_exact(N_FEATURES).enumerate() {
        for (template, start) in rows.iter().enumerate().filter(|(_, start)| **start != NO_ROW) {
            let reach = REACH[template];
            for row in 0..2 * reach + 1 {
                if let Some(target) = (index + row).checked_sub(reach).filter(|target| *target < n_tokens) {
                    visit(target, *start as usize + row * N_LABELS);
                }
            }
        }
    }
}

fn transitions(vocabulary: &Vocabulary, weights: &Weights) -> Steps {
    let mut steps = [[[(0.0, 0.0); N_LABELS]; N_LABELS]; N_BOUNDARIES];
    for (cell, step) in steps.as_flattened_mut().as_flattened_mut().iter_mut().enumerate() {
        let (from, label) = (cell / N_LABELS % N_LABELS, cell % N_LABELS);
        let weight = weights.weight[vocabulary.n_weights + cell];
        *step = (weight, if may_follow(from as Label, label as Label) { weight.exp() } else { 0.0 });
    }
    steps
}

fn add_gradients(sequence: &Sequence, rows: &[u32], marginals: &[Row], weights: &mut Weights) {
    let mut gradients = marginals.to_vec();
    for (gradient, label) in gradients.iter_mut().zip(&sequence.labels) {
        gradient[*label as usize] -= 1.0;
    }
    for_each_weight(sequence.labels.len(), rows, |target, start| {
        for (label, gradient) in gradients[target].iter().enumerate().filter(|(_, gradient)| gradient.abs() > 1e-4) {
            weights.add(start + label, *gradient);
        }
    });
}
