//! Finds sources: who an attribution's content is attributed to.

use crate::span::Span;

/// How a source is identified.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SourceKind {
    /// A person or organisation by name.
    Named,
    /// Identifiable, not named: "the mayor".
    Role,
    /// Withheld: "a senior official".
    Anonymous,
    /// Vague: "critics", "experts", "many".
    Collective,
    /// "the report", "a poll", "court filings".
    Document,
    /// "The Times reported".
    Outlet,
    /// "he", "they", "who".
    Pronoun,
}

impl SourceKind {
    /// Its name in a report.
    pub const fn name(self) -> &'static str {
        match self {
            SourceKind::Named => "named",
            SourceKind::Role => "role",
            SourceKind::Anonymous => "anonymous",
            SourceKind::Collective => "collective",
            SourceKind::Document => "document",
            SourceKind::Outlet => "outlet",
            SourceKind::Pronoun => "pronoun",
        }
    }
}

/// The source of an attribution.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its words, with what stands in apposition.
    pub span: Span,
    /// How it is identified.
    pub kind: SourceKind,
    /// Its entry in the ledger.
    pub ledger: usize,
}
