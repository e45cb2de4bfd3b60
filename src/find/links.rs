//! Joins the parts that the tagger labels to attributions.

use std::ops::Range;

use super::{
    cues,
    passage::Passage,
    rules::Candidate,
    tagger::{
        Tagged,
        labels::{self, Label, begins, is_gap, part},
        model::UNITS_PER_NAT,
    },
};

/// The attributions of a labelling: each cue is one; its content is what stands before it up to the cue before, or
/// after it up to the next, as the labels say; a source belongs to the nearest cue of its sentence on its side.
pub fn links(passage: &Passage, Tagged { labels, margins }: &Tagged) -> Vec<Candidate> {
    let parts = parts(labels);
    let cues = parts.iter().filter(|part| part.label == labels::CUE);
    let mut found: Vec<Candidate> = cues
        .map(|part| {
            let mut anchor = cues::anchor_of(passage, part.tokens.clone());
            anchor.log_odds = margins[part.tokens.start] * 100 / UNITS_PER_NAT;
            Candidate { source: None, anchor, content: Vec::new() }
        })
        .collect();
    for part in &parts {
        let n_before = found.partition_point(|candidate| candidate.anchor.tokens.start < part.tokens.start);
        let owner = match part.label {
            labels::CONTENT_BEFORE => Some(n_before),
            labels::CONTENT_AFTER | labels::CONTENT_RESUMED => n_before.checked_sub(1),
            _ => continue,
        };
        if let Some(candidate) = owner.and_then(|owner| found.get_mut(owner)) {
            candidate.content.push(part.tokens.clone());
        }
    }
    link_sources(passage, &parts, &mut found);
    share_sources(passage, &mut found);
    found.retain(|candidate| !candidate.content.is_empty());
    found
}

/// A run of tokens that the tagger gives one part.
struct Part {
    label: Label,
    tokens: Range<usize>,
}

fn parts(labels: &[Label]) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let within = |label: Label| label != labels::OUTSIDE && !is_gap(label);
    for (index, label) in labels.iter().copied().enumerate().filter(|(_, label)| within(*label)) {
        match parts.last_mut().filter(|part| !begins(label) && part.tokens.end == index) {
            Some(part) => part.tokens.end = index + 1,
            None => parts.push(Part { label: part(label), tokens: index..index + 1 }),
        }
    }
    parts
}

/// How many cues to either side of a source are looked at. In annotated news none is further away; without a limit
/// a text without full stops would be searched whole for each source.
const MAX_CUES_ASIDE: usize = 3;

fn link_sources(passage: &Passage, parts: &[Part], found: &mut [Candidate]) {
    for part in parts.iter().filter(|part| matches!(part.label, labels::SOURCE_BEFORE | labels::SOURCE_AFTER)) {
        let sentence = passage.sentence(part.tokens.start);
        let next = found.partition_point(|candidate| candidate.anchor.tokens.start < part.tokens.start);
        let aside = next.saturating_sub(MAX_CUES_ASIDE)..(next + MAX_CUES_ASIDE).min(found.len());
        let may_own = |index: &usize| {
            found[*index].source.is_none() && passage.sentence(found[*index].anchor.tokens.start) == sentence
        };
        let is_aside = |index: usize| (index < next) != (part.label == labels::SOURCE_AFTER);
        let nearest = aside
            .filter(may_own)
            .min_by_key(|index| (is_aside(*index), distance(&part.tokens, &found[*index].anchor.tokens)));
        if let Some(owner) = nearest {
            found[owner].source = Some(part.tokens.clone());
        }
    }
}

/// How far a source is from a cue; of two as near, the cue after it is nearer.
fn distance(source: &Range<usize>, cue: &Range<usize>) -> usize {
    match cue.start.checked_sub(source.end) {
        Some(n_between) => 2 * n_between,
        None => 2 * source.start.saturating_sub(cue.end) + 1,
    }
}

/// A cue without a source has that of the cue before it in its sentence: "Roe denied it and said …".
fn share_sources(passage: &Passage, found: &mut [Candidate]) {
    for index in 1..found.len() {
        let [before, candidate] = &mut found[index - 1..=index] else { continue };
        let same = passage.sentence(before.anchor.head) == passage.sentence(candidate.anchor.head);
        if candidate.source.is_none() && same {
            candidate.source.clone_from(&before.source);
        }
    }
}
