//! What is written of a model is read.

use super::*;

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

#[test]
fn what_is_written_is_read() {
    let transitions = std::array::from_fn(|boundary| {
        std::array::from_fn(|from| std::array::from_fn(|to| (boundary * 999 + from * 31) as i16 - to as i16))
    });
    let features = features();
    let model = Model::read(&Model::write(&features, &transitions));
    for feature in &features {
        let rows = model.rows(key(feature.template.into(), feature.hash));
        let read: Vec<i8> = rows.iter().flat_map(|row| &row[..N_LABELS]).copied().collect();
        assert_eq!(read, feature.weights, "{feature:?}");
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
        assert!(features().iter().all(|own| model.rows(key(own.template.into(), own.hash)).len() <= 7));
    }
}
