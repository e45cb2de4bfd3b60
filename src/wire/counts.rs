//! How many there are of each finding.

use serde::{Serialize, Serializer};

use crate::{
    find::{attributions::Attribution, sources::SourceKind},
    report::Report,
};

/// How often each name occurs, by name; there are few.
struct Tally(Vec<(&'static str, usize)>);

impl Serialize for Tally {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().copied())
    }
}

/// How many of each; keys are the names the findings carry.
#[derive(Serialize)]
pub(super) struct Counts {
    words: usize,
    sentences: usize,
    attributions: usize,
    sources: Tally,
    hedges: Tally,
    voices: Tally,
    claims: Tally,
}

/// How many of each a report has.
pub(super) fn counts(report: &Report) -> Counts {
    let sources = report.attributions.iter().map(|attribution| source_kind(report, attribution));
    Counts {
        words: report.n_words,
        sentences: report.sentences.len(),
        attributions: report.attributions.len(),
        sources: tally(sources),
        hedges: tally(report.hedges.iter().map(|hedge| hedge.category.name())),
        voices: tally(report.hedges.iter().map(|hedge| hedge.voice.name())),
        claims: tally(report.claims.iter().map(|claim| claim.support.name())),
    }
}

/// How a statement's source is identified; a pronoun as what it stands for: "she said" is a named source's if she is named.
fn source_kind(report: &Report, attribution: &Attribution) -> &'static str {
    let Some(source) = attribution.source else { return "none" };
    let entry = report.ledger.get(source.ledger).filter(|_| source.kind == SourceKind::Pronoun);
    entry.map_or(source.kind, |entry| entry.kind).name()
}

fn tally(names: impl Iterator<Item = &'static str>) -> Tally {
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for name in names {
        match counts.binary_search_by_key(&name, |(counted, _)| *counted) {
            Ok(place) => counts[place].1 += 1,
            Err(place) => counts.insert(place, (name, 1)),
        }
    }
    Tally(counts)
}
