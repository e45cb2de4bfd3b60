//! Finds provenance: what an article says of where it comes from.

use super::passage::Passage;
use crate::{article::Article, span::Span};

/// What kind of statement it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ProvenanceKind {
    /// "Original Source: …"
    OriginalSource,
    /// "first reported by …"
    FirstReported,
    /// "(Reuters)", "The Associated Press contributed to this report"
    WireCredit,
    /// "By Jane Roe"
    Byline,
    /// "GENEVA, 3 May —"
    Dateline,
    /// "This article was updated", "Correction: …"
    Update,
}

impl ProvenanceKind {
    /// Its name in a report.
    pub const fn name(self) -> &'static str {
        match self {
            ProvenanceKind::OriginalSource => "original-source",
            ProvenanceKind::FirstReported => "first-reported",
            ProvenanceKind::WireCredit => "wire-credit",
            ProvenanceKind::Byline => "byline",
            ProvenanceKind::Dateline => "dateline",
            ProvenanceKind::Update => "update",
        }
    }
}

/// A statement of provenance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Provenance {
    /// Its words.
    pub span: Span,
    /// What kind of statement it is.
    pub kind: ProvenanceKind,
    /// The address it links to or spells out.
    pub href: Option<String>,
}

/// What an article says of where it comes from, in text order.
pub fn provenance(_passage: &Passage, _article: &Article) -> Vec<Provenance> {
    Vec::new()
}
