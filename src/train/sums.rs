//! Forward and backward sums over all labellings of a sequence, scaled at each token so that none overflows.

use claimlight::find::tagger::{
    labels::{Label, N_LABELS},
    may_follow,
    model::N_BOUNDARIES,
};

use crate::crf::Sequence;

/// A number for each label.
pub type Row = [f32; N_LABELS];

/// The score of each transition, and its exponential.
pub type Steps = [[[(f32, f32); N_LABELS]; N_LABELS]; N_BOUNDARIES];

/// A number for each transition.
pub type Pairs = [[[f32; N_LABELS]; N_LABELS]; N_BOUNDARIES];

/// What the sums give.
pub struct Sums {
    /// Each label's probability at each token.
    pub marginals: Vec<Row>,
    /// How often each transition is expected, less how often it is annotated.
    pub pairs: Pairs,
    /// The log of the sum over all labellings.
    pub log_z: f32,
}

/// The sums over all labellings of `sequence`.
pub fn sums(sequence: &Sequence, emissions: &[Row], steps: &Steps) -> Sums {
    let forward = Forward::new(sequence, emissions, steps);
    let mut sums =
        Sums { marginals: vec![[0.0; N_LABELS]; emissions.len()], pairs: Default::default(), log_z: forward.log_z };
    let mut backward = [1.0; N_LABELS];
    for index in (0..emissions.len()).rev() {
        sums.marginals[index] = scaled(product(&forward.rows[index], &backward)).0;
        if index > 0 {
            backward = step_back(sequence, &forward, steps, index, &backward, &mut sums.pairs);
        }
    }
    sums
}

struct Forward {
    /// The exponential of each emission, the largest of a token made 1.
    scores: Vec<Row>,
    /// The sums up to each token, by its label there, made to add up to 1.
    rows: Vec<Row>,
    log_z: f32,
}

impl Forward {
    fn new(sequence: &Sequence, emissions: &[Row], steps: &Steps) -> Self {
        let mut forward = Forward {
            scores: Vec::with_capacity(emissions.len()),
            rows: Vec::with_capacity(emissions.len()),
            log_z: 0.0,
        };
        for (index, emission) in emissions.iter().enumerate() {
            let largest = emission.iter().copied().fold(f32::MIN, f32::max);
            let score: Row = emission.map(|score| (score - largest).exp());
            let steps = &steps[usize::from(sequence.boundaries[index])];
            let arriving: Row = std::array::from_fn(|label| match forward.rows.last() {
                None => f32::from(may_follow(0, label as Label)),
                Some(before) => (0..N_LABELS).map(|from| before[from] * steps[from][label].1).sum(),
            });
            let (row, total) = scaled(product(&arriving, &score));
            forward.log_z += total.ln() + largest;
            forward.rows.push(row);
            forward.scores.push(score);
        }
        forward
    }
}

/// The sums of what follows the token before `index`, by its label; adds the transitions between the two to `pairs`.
fn step_back(
    sequence: &Sequence,
    forward: &Forward,
    steps: &Steps,
    index: usize,
    backward: &Row,
    pairs: &mut Pairs,
) -> Row {
    let boundary = usize::from(sequence.boundaries[index]);
    let leaving = product(&forward.scores[index], backward);
    let value = |from: usize, label: usize| steps[boundary][from][label].1 * leaving[label];
    let next: Row = std::array::from_fn(|from| (0..N_LABELS).map(|label| value(from, label)).sum());
    let total: f32 = product(&forward.rows[index - 1], &next).iter().sum();
    for (from, row) in pairs[boundary].iter_mut().enumerate() {
        let share = forward.rows[index - 1][from] / total;
        row.iter_mut().enumerate().for_each(|(label, pair)| *pair += share * value(from, label));
    }
    pairs[boundary][usize::from(sequence.labels[index - 1])][usize::from(sequence.labels[index])] -= 1.0;
    let largest = next.iter().copied().fold(f32::MIN_POSITIVE, f32::max);
    next.map(|value| value / largest)
}

fn product(a: &Row, b: &Row) -> Row {
    std::array::from_fn(|label| a[label] * b[label])
}

/// The row divided by its sum, and that sum.
fn scaled(row: Row) -> (Row, f32) {
    let total: f32 = row.iter().sum();
    (row.map(|value| value / total), total)
}
