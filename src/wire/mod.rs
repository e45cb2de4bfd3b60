//! The report in JSON's shape, its spans in the unit asked for. The only place that converts units.
//!
//! ```
//! use claimlight::{Options, article::from_text, scan_article, wire::{self, Unit}};
//!
//! let article = from_text("The bridge may close, the mayor said.");
//! let report = scan_article(&article, &Options::default());
//! let line = wire::report("bridge", &article, &report, Unit::Char).to_json_line();
//! let json: serde_json::Value = serde_json::from_str(&line)?;
//! assert_eq!(json["attributions"][0]["cue"]["type"], "communication");
//! assert_eq!(json["counts"]["sources"]["role"], 1);
//! # Ok::<(), serde_json::Error>(())
//! ```

// The only module that knows serde. `documents` is what comes in and goes out as JSON, `linked` what pages say as JSON,
// `differences` what two versions differ in: the command line's own, no promise. `script` is what goes to and comes from
// JavaScript.

mod counts;
mod offsets;
mod page;
#[cfg(feature = "json")]
mod json;
#[cfg(feature = "json")]
#[doc(hidden)]
pub mod documents;
#[cfg(feature = "json")]
#[doc(hidden)]
pub mod linked;
#[cfg(feature = "json")]
#[doc(hidden)]
pub mod differences;
#[cfg(feature = "web")]
pub(crate) mod script;

pub use offsets::{Offsets, Unit};
pub use page::{WirePage, reason};

use serde::{Serialize, Serializer};

use crate::{
    article::{Article, Block},
    find::{
        attributions::Attribution, claims::Claim, cues::Cue, hedges::Hedge, ledger::LedgerEntry,
        provenance::Provenance, sources::Source,
    },
    report::Report,
    span::Span,
};
use counts::{Counts, counts};

impl Offsets {
    fn span(&self, span: Span) -> WireSpan {
        WireSpan { start: self.of(span.start), end: self.of(span.end) }
    }

    fn spans(&self, spans: &[Span]) -> Vec<WireSpan> {
        spans.iter().map(|span| self.span(*span)).collect()
    }
}

/// A report as JSON has it.
///
/// ```
/// use claimlight::{Options, article::from_text, scan_article, wire::{self, Unit}};
///
/// // Anything that takes serde's types takes it, here a value to ask questions of.
/// let article = from_text("The bridge may close.");
/// let report = scan_article(&article, &Options::default());
/// let value = serde_json::to_value(wire::report("a", &article, &report, Unit::Utf16))?;
/// assert_eq!((&value["unit"], &value["hedges"][0]["category"]), (&"utf16".into(), &"possibility".into()));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Serialize)]
pub struct WireReport<'a> {
    id: &'a str,
    language: &'a str,
    unit: &'static str,
    text: &'a str,
    blocks: Vec<WireBlock>,
    sentences: Vec<WireSpan>,
    attributions: Vec<WireAttribution<'a>>,
    ledger: Vec<WireEntry<'a>>,
    hedges: Vec<WireHedge<'a>>,
    claims: Vec<WireClaim<'a>>,
    provenance: Vec<WireProvenance<'a>>,
    counts: Counts,
}

/// A word of the report's own, of which there are few: who writes an object of a script makes it one text for all its places.
struct Word(&'static str);

impl Serialize for Word {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_unit_variant("Word", 0, self.0)
    }
}

#[derive(Serialize)]
struct WireSpan {
    start: usize,
    end: usize,
}

#[derive(Serialize)]
struct WireBlock {
    start: usize,
    end: usize,
    kind: Word,
}

#[derive(Serialize)]
struct WireSource {
    start: usize,
    end: usize,
    kind: Word,
    ledger: usize,
}

#[derive(Serialize)]
struct WireCue {
    start: usize,
    end: usize,
    r#type: Word,
    loaded: bool,
}

#[derive(Serialize)]
struct WireAttribution<'a> {
    source: Option<WireSource>,
    cue: WireCue,
    content: Vec<WireSpan>,
    directness: Word,
    confidence: f64,
    reason: &'a str,
}

#[derive(Serialize)]
struct WireEntry<'a> {
    name: &'a str,
    kind: Word,
    role: Option<&'a str>,
    mentions: Vec<WireSpan>,
    attributions: &'a [usize],
}

#[derive(Serialize)]
struct WireHedge<'a> {
    start: usize,
    end: usize,
    category: Word,
    level: Word,
    voice: Word,
    reason: &'a str,
}

#[derive(Serialize)]
struct WireClaim<'a> {
    start: usize,
    end: usize,
    support: Word,
    attribution: Option<usize>,
    holds: Vec<Word>,
    reason: &'a str,
}

#[derive(Serialize)]
struct WireProvenance<'a> {
    start: usize,
    end: usize,
    kind: Word,
    #[serde(skip_serializing_if = "Option::is_none")]
    href: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    words: Option<&'a str>,
}

/// The report of `article` in JSON's shape, under the name `id`, its spans in `unit`.
///
/// ```
/// use claimlight::{Options, article::from_text, scan_article, wire::{self, Unit}};
///
/// let article = from_text("“Zoë may come,” he said.");
/// let report = scan_article(&article, &Options::default());
/// // Python and JavaScript count otherwise than Rust.
/// let line = wire::report("a", &article, &report, Unit::Char).to_json_line();
/// assert!(line.starts_with(r#"{"id":"a","language":"en","unit":"char","text":"“Zoë"#) && line.contains(r#""hedges":[{"start":5,"end":8,"#));
/// ```
pub fn report<'a>(id: &'a str, article: &'a Article, report: &'a Report, unit: Unit) -> WireReport<'a> {
    let offsets = Offsets::new(&article.text, unit);
    WireReport {
        id,
        language: &report.language,
        unit: unit.name(),
        text: &article.text,
        blocks: article.blocks.iter().map(|block| wire_block(block, &offsets)).collect(),
        sentences: offsets.spans(&report.sentences),
        attributions: report.attributions.iter().map(|attribution| wire_attribution(attribution, &offsets)).collect(),
        ledger: report.ledger.iter().map(|entry| wire_entry(entry, &offsets)).collect(),
        hedges: report.hedges.iter().map(|hedge| wire_hedge(hedge, &offsets)).collect(),
        claims: report.claims.iter().map(|claim| wire_claim(claim, &offsets)).collect(),
        provenance: report.provenance.iter().map(|provenance| wire_provenance(provenance, &offsets)).collect(),
        counts: counts(report),
    }
}

fn wire_block(block: &Block, offsets: &Offsets) -> WireBlock {
    let WireSpan { start, end } = offsets.span(block.span);
    WireBlock { start, end, kind: Word(block.kind.name()) }
}

fn wire_attribution<'a>(attribution: &'a Attribution, offsets: &Offsets) -> WireAttribution<'a> {
    WireAttribution {
        source: attribution.source.map(|source| wire_source(source, offsets)),
        cue: wire_cue(&attribution.cue, offsets),
        content: offsets.spans(&attribution.content),
        directness: Word(attribution.directness.name()),
        // More than two decimals would claim a precision that the finder does not have.
        confidence: (f64::from(attribution.confidence) * 100.0).round() / 100.0,
        reason: &attribution.reason,
    }
}

fn wire_source(source: Source, offsets: &Offsets) -> WireSource {
    let WireSpan { start, end } = offsets.span(source.span);
    WireSource { start, end, kind: Word(source.kind.name()), ledger: source.ledger }
}

fn wire_cue(cue: &Cue, offsets: &Offsets) -> WireCue {
    let WireSpan { start, end } = offsets.span(cue.span);
    WireCue { start, end, r#type: Word(cue.cue_type.name()), loaded: cue.loaded }
}

fn wire_entry<'a>(entry: &'a LedgerEntry, offsets: &Offsets) -> WireEntry<'a> {
    WireEntry {
        name: &entry.name,
        kind: Word(entry.kind.name()),
        role: entry.role.as_deref(),
        mentions: offsets.spans(&entry.mentions),
        attributions: &entry.attributions,
    }
}

fn wire_hedge<'a>(hedge: &'a Hedge, offsets: &Offsets) -> WireHedge<'a> {
    let WireSpan { start, end } = offsets.span(hedge.span);
    WireHedge {
        start,
        end,
        category: Word(hedge.category.name()),
        level: Word(hedge.level.name()),
        voice: Word(hedge.voice.name()),
        reason: &hedge.reason,
    }
}

fn wire_claim<'a>(claim: &'a Claim, offsets: &Offsets) -> WireClaim<'a> {
    let WireSpan { start, end } = offsets.span(claim.span);
    WireClaim {
        start,
        end,
        support: Word(claim.support.name()),
        attribution: claim.attribution,
        holds: claim.holds.iter().map(|holding| Word(holding.name())).collect(),
        reason: &claim.reason,
    }
}

fn wire_provenance<'a>(provenance: &'a Provenance, offsets: &Offsets) -> WireProvenance<'a> {
    let WireSpan { start, end } = offsets.span(provenance.span);
    WireProvenance {
        start,
        end,
        kind: Word(provenance.kind.name()),
        href: provenance.href.as_deref(),
        words: provenance.words.as_deref(),
    }
}
