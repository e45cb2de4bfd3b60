//! What is written of a model is read.

use super::*;
use crate::find::tagger::features::ABSENT;

/// Features of every template, with weights from one end to the other and rows without any.
fn features() -> Vec<Feature> {
    let feature = |number: usize| {
        let template = number % N_FEATURES;
        let weight = |index: usize| ((index * 37 + number * 11) % 256) as u8 as i8;
        let n_weights = n_rows(template) * N_LABELS;
        let weights = (0..n_weights).map(|index| if (index + number).is_multiple_of(3) { weight(index) } else { 0 });
        Feature { hash: 7 + number as u32 * 12_345, template: template as u8, weights: weights.collect() }
    };
    (0..200).map(feature).collect()
}

/// The weights that the model has for a feature.
fn weights(model: &Model, feature: &Feature) -> Vec<i8> {
    let mut hashes = [ABSENT; N_FEATURES];
    hashes[usize::from(feature.template)] = feature.hash;
    let first = model.firsts(&hashes)[usize::from(feature.template)];
    let rows = (first..).take(n_rows(feature.template.into())).flat_map(|row| model.rows::<1>(row));
    rows.flat_map(|row| &row[..N_LABELS]).map(|weight| (weight ^ ZERO) as i8).collect()
}

#[test]
fn what_is_written_is_read() {
    let transitions = std::array::from_fn(|boundary| {
        std::array::from_fn(|from| std::array::from_fn(|to| (boundary * 999 + from * 31) as i16 - to as i16))
    });
    let features = features();
    let model = Model::read(&Model::write(&features, &transitions));
    for feature in &features {
        assert_eq!(weights(&model, feature), feature.weights, "{feature:?}");
    }
    let may = |from: usize, to: usize| may_follow(from as Label, to as Label);
    for (from, to) in (0..N_LABELS).flat_map(|from| (0..N_LABELS).map(move |to| (from, to))) {
        let expected = if may(from, to) { transitions[1][from][to] } else { IMPOSSIBLE };
        assert_eq!((model.leaving(1)[from][to], model.arriving(1)[to][from]), (expected, expected));
    }
}

#[test]
fn a_file_that_was_cut_is_a_model_all_the_same() {
    let bytes = Model::write(&features(), &Transitions::default());
    for end in (0..bytes.len()).step_by(97) {
        let model = Model::read(&bytes[..end]);
        let is_own_or_none = |own: &Feature| {
            let (read, written) = (weights(&model, own), &own.weights);
            read.iter().zip(written).all(|(read, written)| read == written || *read == 0)
        };
        assert!(features().iter().all(is_own_or_none), "{end} bytes");
    }
}
