//! What the marks of a report are called.

use super::Layer;
use crate::{
    find::{
        attributions::Attribution, claims::Claim, cues::Cue, hedges::Hedge, hedges::Voice, sources::Source,
        sources::SourceKind,
    },
    report::Report,
    span::Span,
};

/// A mark of a report.
///
/// ```
/// use claimlight::{Options, notation::marks, scan};
///
/// let text = "The ferry allegedly sank.";
/// let mark = marks(&scan(text, &Options::default())).into_iter().find(|mark| mark.label.starts_with("hedge")).expect("a hedge");
/// assert_eq!((mark.span.of(text), mark.label.as_str()), ("allegedly", "hedge hearsay"));
/// assert!(!mark.reason.is_empty());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// What it covers, in bytes of the article's text.
    pub span: Span,
    /// What it is about.
    pub layer: Layer,
    /// What it says.
    pub label: String,
    /// Why it is there, as a sentence for the reader; empty for what needs none.
    pub reason: String,
}

/// The marks of a report in text order; of those that begin together the longer first.
///
/// ```
/// use claimlight::{Options, notation::marks, scan};
///
/// let text = "The bridge may close.";
/// let marks = marks(&scan(text, &Options::default()));
/// assert_eq!((marks[0].span.of(text), marks[0].label.as_str()), ("may", "hedge possibility"));
/// ```
pub fn marks(report: &Report) -> Vec<Mark> {
    let attributions = report.attributions.iter().flat_map(|attribution| attribution_marks(attribution, report));
    let hedges = report.hedges.iter().map(|hedge| mark(hedge.span, Layer::Hedges, hedge_label(hedge), &hedge.reason));
    let claims = report.claims.iter().map(|claim| mark(claim.span, Layer::Claims, claim_label(claim), &claim.reason));
    let provenance = report.provenance.iter().map(|provenance| {
        mark(provenance.span, Layer::Provenance, format!("provenance {}", provenance.kind.name()), "")
    });
    let mut marks: Vec<Mark> = attributions.chain(hedges).chain(claims).chain(provenance).collect();
    // The sort keeps the order of layers among marks of one span.
    marks.sort_by_key(|mark| (mark.span.start, std::cmp::Reverse(mark.span.end)));
    marks
}

fn mark(span: Span, layer: Layer, label: String, reason: &str) -> Mark {
    Mark { span, layer, label, reason: reason.to_owned() }
}

/// The cue carries the reason: it is the anchor of the attribution.
fn attribution_marks(attribution: &Attribution, report: &Report) -> Vec<Mark> {
    let mark = |span, label, reason| mark(span, Layer::Attributions, label, reason);
    let contents = attribution.content.iter().map(|span| mark(*span, "content".to_owned(), ""));
    let source = attribution.source.map(|source| mark(source.span, source_label(source, report), ""));
    let cue = mark(attribution.cue.span, cue_label(attribution.cue), &attribution.reason);
    contents.chain(source).chain([cue]).collect()
}

/// A pronoun says whom it stands for; the ledger's entry of one that is not resolved is a pronoun too.
fn source_label(source: Source, report: &Report) -> String {
    let kind = source.kind.name();
    if source.kind != SourceKind::Pronoun {
        return format!("source {kind}");
    }
    let entry = report.ledger.get(source.ledger).filter(|entry| entry.kind != SourceKind::Pronoun);
    format!("source {kind}: {}", entry.map_or("unresolved", |entry| entry.name.as_str()))
}

fn cue_label(cue: Cue) -> String {
    format!("cue {}{}", cue.cue_type.name(), if cue.loaded { " loaded" } else { "" })
}

/// The author's own voice goes without saying.
fn hedge_label(hedge: &Hedge) -> String {
    let voice = if hedge.voice == Voice::Source { " (source's)" } else { "" };
    format!("hedge {}{voice}", hedge.category.name())
}

fn claim_label(claim: &Claim) -> String {
    let holds: Vec<&str> = claim.holds.iter().map(|holding| holding.name()).collect();
    format!("claim {}: {}", claim.support.name(), holds.join(", "))
}
