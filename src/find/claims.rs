//! Finds claims: sentences or clauses that assert something checkable in form, and what supports each.

use super::{attributions::Attribution, hedges::Hedge, passage::Passage};
use crate::{article::Article, span::Span};

/// What a claim rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Support {
    /// A named person or organisation.
    Named,
    /// Somebody identifiable by role.
    Role,
    /// A document.
    Document,
    /// Another outlet.
    Outlet,
    /// A hyperlink in it.
    Link,
    /// A source whose name is withheld.
    Anonymous,
    /// A vague group.
    Collective,
    /// Hearsay.
    Hearsay,
    /// The author's own caution.
    Hedged,
    /// Nothing: an unsourced claim.
    None,
}

impl Support {
    /// Its name in a report.
    pub const fn name(self) -> &'static str {
        match self {
            Support::Named => "named",
            Support::Role => "role",
            Support::Document => "document",
            Support::Outlet => "outlet",
            Support::Link => "link",
            Support::Anonymous => "anonymous",
            Support::Collective => "collective",
            Support::Hearsay => "hearsay",
            Support::Hedged => "hedged",
            Support::None => "none",
        }
    }
}

/// What a reader could want a source for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Holding {
    /// A figure or share.
    Figure,
    /// A comparison.
    Comparison,
    /// A record.
    Record,
    /// A trend.
    Trend,
    /// A cause or an effect.
    Cause,
    /// An accusation.
    Accusation,
    /// A motive.
    Motive,
    /// A poll or research result.
    Research,
}

impl Holding {
    /// Its name in a report.
    pub const fn name(self) -> &'static str {
        match self {
            Holding::Figure => "figure",
            Holding::Comparison => "comparison",
            Holding::Record => "record",
            Holding::Trend => "trend",
            Holding::Cause => "cause",
            Holding::Accusation => "accusation",
            Holding::Motive => "motive",
            Holding::Research => "research",
        }
    }
}

/// A claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// The sentence or clause.
    pub span: Span,
    /// What it rests on.
    pub support: Support,
    /// The attribution it stands in, as an index into the report's.
    pub attribution: Option<usize>,
    /// What it holds that a reader could want a source for.
    pub holds: Vec<Holding>,
    /// Why it is marked, as a sentence for the reader.
    pub reason: String,
}

/// The claims of an article, in text order, and what supports each.
pub fn claims(_passage: &Passage, _article: &Article, _attributions: &[Attribution], _hedges: &[Hedge]) -> Vec<Claim> {
    Vec::new()
}
