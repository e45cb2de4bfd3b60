//! Finds who speaks in an article: every mention of one source is one entry of the ledger.

use super::{attributions::Attribution, passage::Passage, sources::SourceKind};
use crate::span::Span;

/// One source, with all its mentions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LedgerEntry {
    /// Its fullest name or description in the text.
    pub name: String,
    /// How it is identified at its best.
    pub kind: SourceKind,
    /// Its role, affiliation or stated reason for anonymity, when the text gives it.
    pub role: Option<String>,
    /// Where it is mentioned as a source, in text order.
    pub mentions: Vec<Span>,
    /// Its attributions, as indices into the report's.
    pub attributions: Vec<usize>,
}

/// Who speaks: an entry for each source, every mention of it together. Gives each attribution's source its entry.
pub fn ledger(_passage: &Passage, _attributions: &mut [Attribution]) -> Vec<LedgerEntry> {
    Vec::new()
}
