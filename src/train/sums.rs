//! Forward and backward sums over all labellings of a sequence, scaled at each token so that none overflows.

use claimlight::find::tagger::{
    labels::{Label, N_LABELS, N_LANES, may_begin, may_follow},
    model::N_BOUNDARIES,
};

use crate::crf::Sequence;

/// A number for each label.
pub type Row = [f32; N_LANES];

/// A number for each step from label to label.
pub type Pairs = [[Row; N_LANES]; N_BOUNDARIES];

/// The steps from label to label.
pub struct Steps {
    /// The score of each.
    pub scores: Pairs,
    /// Its exponential, none for a step that may not be; from label to label.
    leaving: Pairs,
    /// The same, to label from label.
    arriving: Pairs,
}

impl Steps {
    /// The steps with these scores.
    pub fn new(scores: Pairs) -> Self {
        let mut steps = Steps { scores, leaving: Pairs::default(), arriving: Pairs::default() };
        for boundary in 0..N_BOUNDARIES {
            for (from, label) in (0..N_LABELS).flat_map(|from| (0..N_LABELS).map(move |label| (from, label))) {
                if may_follow(from as Label, label as Label) {
                    let factor = steps.scores[boundary][from][label].exp();
                    steps.leaving[boundary][from][label] = factor;
                    steps.arriving[boundary][label][from] = factor;
                }
            }
        }
        steps
    }
}

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
        Sums { marginals: vec![[0.0; N_LANES]; emissions.len()], pairs: Default::default(), log_z: forward.log_z };
    let mut backward = [1.0; N_LANES];
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
            let arriving = match forward.rows.last() {
                None => std::array::from_fn(|label| f32::from(label < N_LABELS && may_begin(label as Label))),
                Some(before) => weighted(&steps.leaving[usize::from(sequence.boundaries[index])], before),
            };
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
    let next = weighted(&steps.arriving[boundary], &leaving);
    let total: f32 = product(&forward.rows[index - 1], &next).iter().sum();
    for (from, row) in pairs[boundary].iter_mut().enumerate() {
        let share = forward.rows[index - 1][from] / total;
        let steps = &steps.leaving[boundary][from];
        row.iter_mut().enumerate().for_each(|(label, pair)| *pair += share * steps[label] * leaving[label]);
    }
    pairs[boundary][usize::from(sequence.labels[index - 1])][usize::from(sequence.labels[index])] -= 1.0;
    let largest = next.iter().copied().fold(f32::MIN_POSITIVE, f32::max);
    next.map(|value| value / largest)
}

/// The sum of the rows, each times its label's number.
fn weighted(rows: &[Row; N_LANES], numbers: &Row) -> Row {
    let mut sum = [0.0; N_LANES];
    for (row, number) in rows.iter().zip(numbers) {
        sum.iter_mut().zip(row).for_each(|(sum, value)| *sum += number * value);
    }
    sum
}

fn product(a: &Row, b: &Row) -> Row {
    std::array::from_fn(|label| a[label] * b[label])
}

/// The row divided by its sum, and that sum.
fn scaled(row: Row) -> (Row, f32) {
    let total: f32 = row.iter().sum();
    (row.map(|value| value / total), total)
}
