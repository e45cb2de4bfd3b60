//! Finds attributions: a source, a cue and the content attributed (Pareti's PARC 3; PolNeAR, Newell et al. 2018).

use std::{ops::Range, sync::OnceLock};

use super::{
    cues::{self, Cue},
    passage::Passage,
    rules::{Candidate, candidates},
    sources::{self, Source},
    tagger::{
        Tagged, boundaries, emissions,
        features::features,
        labels::{self, Label, begins, is_gap, part},
        model::{Model, UNITS_PER_NAT},
        tag,
    },
};
use crate::{lexicon::Class, span::Span};

/// Whether the content is given in the source's own words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Directness {
    /// All of it stands in quotation marks.
    Direct,
    /// None of it does.
    Indirect,
    /// Some of it does.
    Mixed,
}

impl Directness {
    /// Its name in a report.
    pub const fn name(self) -> &'static str {
        match self {
            Directness::Direct => "direct",
            Directness::Indirect => "indirect",
            Directness::Mixed => "mixed",
        }
    }
}

/// An attribution.
#[derive(Clone, Debug, PartialEq)]
pub struct Attribution {
    /// Who is said to say it; none for "it is believed that".
    pub source: Option<Source>,
    /// The words that anchor it.
    pub cue: Cue,
    /// What is attributed, in text order; several spans where the cue interrupts it or a quotation resumes.
    pub content: Vec<Span>,
    /// Whether the content is quoted.
    pub directness: Directness,
    /// How sure the finder is that this is an attribution, from 0 to 1.
    pub confidence: f32,
    /// Why it is marked, as a sentence for the reader.
    pub reason: String,
}

/// The attributions of a passage, as the tagger finds them.
pub fn attributions(passage: &Passage) -> Vec<Attribution> {
    static MODEL: OnceLock<Model> = OnceLock::new();
    attributions_with(passage, MODEL.get_or_init(|| Model::read(include_bytes!("tagger/en.model"))))
}

/// The attributions of a passage, as a tagger with these weights finds them.
pub fn attributions_with(passage: &Passage, model: &Model) -> Vec<Attribution> {
    let candidates = candidates(passage);
    let features = features(passage, &candidates);
    let Tagged { labels, margins } = tag(model, &emissions(model, &features), &boundaries(passage));
    link(passage, &labels, &margins).into_iter().map(|candidate| attribution(passage, candidate)).collect()
}

/// A run of tokens that the tagger gives one part.
struct Part {
    label: Label,
    tokens: Range<usize>,
}

fn parts(labels: &[Label]) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for (index, label) in labels.iter().enumerate().filter(|(_, label)| **label != labels::OUTSIDE && !is_gap(**label))
    {
        match parts.last_mut().filter(|part| !begins(*label) && part.tokens.end == index) {
            Some(part) => part.tokens.end = index + 1,
            None => parts.push(Part { label: part(*label), tokens: index..index + 1 }),
        }
    }
    parts
}

/// Joins parts to attributions: each cue is one; its content is what stands before it up to the cue before, or
/// after it up to the next, as the labels say; a source belongs to the nearest cue of its sentence.
fn link(passage: &Passage, labels: &[Label], margins: &[i32]) -> Vec<Candidate> {
    let parts = parts(labels);
    let mut found: Vec<Candidate> = parts
        .iter()
        .filter(|part| part.label == labels::CUE)
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
    found.retain(|candidate| !candidate.content.is_empty());
    found
}

/// How far a source is from a cue; of two as near, the cue after it is nearer.
fn distance(source: &Range<usize>, cue: &Range<usize>) -> usize {
    match cue.start.checked_sub(source.end) {
        Some(n_between) => 2 * n_between,
        None => 2 * source.start.saturating_sub(cue.end) + 1,
    }
}

fn link_sources(passage: &Passage, parts: &[Part], found: &mut [Candidate]) {
    for part in parts.iter().filter(|part| matches!(part.label, labels::SOURCE_BEFORE | labels::SOURCE_AFTER)) {
        let Some(sentence) = passage.sentence(part.tokens.start) else { continue };
        let n_before = |end: usize| found.partition_point(|candidate| candidate.anchor.tokens.start < end);
        let here = n_before(part.tokens.start);
        let (first, end) = (n_before(sentence.tokens.start), n_before(sentence.tokens.end));
        let without = found[first..end].iter_mut().enumerate().filter(|(_, candidate)| candidate.source.is_none());
        let wrong_side = |index: usize| (first + index < here) != (part.label == labels::SOURCE_AFTER);
        let nearest = without
            .min_by_key(|(index, candidate)| (wrong_side(*index), distance(&part.tokens, &candidate.anchor.tokens)));
        if let Some((_, candidate)) = nearest {
            candidate.source = Some(part.tokens.clone());
        }
    }
    for index in 1..found.len() {
        let [before, candidate] = &mut found[index - 1..=index] else { continue };
        let same = passage.sentence(before.anchor.head) == passage.sentence(candidate.anchor.head);
        if candidate.source.is_none() && same {
            candidate.source.clone_from(&before.source);
        }
    }
}

fn attribution(passage: &Passage, candidate: Candidate) -> Attribution {
    let Candidate { source, anchor, content } = candidate;
    let source = source.map(|tokens| Source {
        span: passage.span(tokens.clone()),
        kind: sources::kind(passage, tokens),
        ledger: 0,
    });
    let cue = Cue {
        span: passage.span(anchor.tokens.clone()),
        cue_type: anchor.cue_type,
        loaded: anchor.classes.has(Class::Loaded),
    };
    Attribution {
        directness: directness(passage, &content),
        content: content.into_iter().map(|tokens| passage.span(tokens)).collect(),
        confidence: confidence(anchor.log_odds),
        reason: String::new(),
        source,
        cue,
    }
}

/// Direct if at least four words of five stand in quotation marks, as the corpora count it.
fn directness(passage: &Passage, content: &[Range<usize>]) -> Directness {
    let words = || content.iter().cloned().flatten().filter(|index| passage.tokens[*index].is_word());
    let n_quoted = words().filter(|index| passage.quotation(*index).is_some()).count();
    match n_quoted {
        0 => Directness::Indirect,
        _ if n_quoted * 5 >= words().count() * 4 => Directness::Direct,
        _ => Directness::Mixed,
    }
}

/// How often a cue with these log odds, in hundredths, is one that people mark: a line through the calibration's points.
fn confidence(log_odds: i32) -> f32 {
    let steps = (log_odds.clamp(0, 500) / 5) as f32;
    0.5 + steps * 0.005
}
