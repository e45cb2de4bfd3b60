//! The labels that annotated attributions give the tokens of their article.

use std::ops::Range;

use claimlight::find::{
    passage::Passage,
    tagger::labels::{self, Label},
};

use crate::corpus::Gold;

/// An annotated attribution in tokens.
struct Parts {
    cue: Vec<Range<usize>>,
    source: Vec<Range<usize>>,
    content: Vec<Range<usize>>,
}

/// The label of each token. Where attributions share tokens, a cue goes before a source and both before content.
pub fn gold_labels(passage: &Passage, golds: &[Gold]) -> Vec<Label> {
    let mut attributions: Vec<Parts> = golds.iter().map(|gold| parts(passage, gold)).collect();
    // Of attributions that share a source the one with the nearest cue says on which side its cue stands.
    attributions.sort_by_key(|attribution| std::cmp::Reverse(distance(attribution)));
    let mut labels = vec![labels::OUTSIDE; passage.tokens.len()];
    let mut mark = |range: &Range<usize>, label: Label| {
        labels[range.clone()].fill(label + 1);
        labels[range.start] = label;
    };
    for attribution in &attributions {
        attribution.content.iter().for_each(|content| mark(content, content_label(passage, attribution, content)));
    }
    for Parts { source, cue, .. } in &attributions {
        let is_before = |source: &Range<usize>| cue.first().is_some_and(|cue| source.start < cue.start);
        source.iter().for_each(|source| {
            mark(source, if is_before(source) { labels::SOURCE_BEFORE } else { labels::SOURCE_AFTER })
        });
    }
    attributions.iter().for_each(|attribution| attribution.cue.iter().for_each(|cue| mark(cue, labels::CUE)));
    attributions.iter().for_each(|attribution| mark_gaps(passage, attribution, &mut labels));
    labels
}

fn parts(passage: &Passage, gold: &Gold) -> Parts {
    let tokens = |ranges: &[Range<usize>]| {
        let range = |range: &Range<usize>| {
            let first = passage.tokens.partition_point(|token| token.span.end <= range.start);
            first..passage.tokens.partition_point(|token| token.span.start < range.end)
        };
        ranges.iter().map(range).filter(|range| !range.is_empty()).collect()
    };
    Parts { cue: tokens(&gold.cue), source: tokens(&gold.source), content: tokens(&gold.content) }
}

fn distance(attribution: &Parts) -> usize {
    match (attribution.source.first(), attribution.cue.first()) {
        (Some(source), Some(cue)) => source.start.abs_diff(cue.start),
        _ => 0,
    }
}

fn content_label(passage: &Passage, attribution: &Parts, content: &Range<usize>) -> Label {
    match attribution.cue.first() {
        Some(cue) if content.start < cue.start => labels::CONTENT_BEFORE,
        Some(cue) if passage.sentence(cue.start) != passage.sentence(content.start) => labels::CONTENT_RESUMED,
        _ => labels::CONTENT_AFTER,
    }
}

/// Labels what stands between the parts of an attribution within one sentence.
fn mark_gaps(passage: &Passage, attribution: &Parts, labels: &mut [Label]) {
    let Parts { cue, source, content } = attribution;
    let Some(first_cue) = cue.first() else { return };
    let mut parts: Vec<&Range<usize>> = [cue, source, content].into_iter().flatten().collect();
    parts.sort_by_key(|part| part.start);
    for pair in parts.windows(2) {
        let is_one_sentence = passage.sentence(pair[0].end - 1) == passage.sentence(pair[1].start);
        if !is_one_sentence || pair[0].end >= pair[1].start {
            continue;
        }
        let gap = if pair[0].start < first_cue.start { labels::GAP_BEFORE } else { labels::GAP_AFTER };
        let between = labels[pair[0].end..pair[1].start].iter_mut();
        between.filter(|label| **label == labels::OUTSIDE).for_each(|label| *label = gap);
    }
}
