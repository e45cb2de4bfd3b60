//! Finds who speaks in an article: every mention of one source is one entry of the ledger.
//!
//! The text is read once, in its order: names, subjects and sources. Each means somebody met before, by name, by role,
//! as "the agency" or as a pronoun; or somebody new.

mod names;
mod referents;
mod roles;
mod focus;
mod descriptions;
mod events;
mod reading;
mod pronouns;

use super::{attributions::Attribution, passage::Passage, sources::SourceKind};
use crate::{order::sort_by_place, span::Span};

pub use events::Told;
use reading::Reading;

/// One source, with all its mentions.
///
/// ```
/// use claimlight::{Options, scan};
///
/// let text = "“We will not pay,” said Ana Ruiz, the mayor. She believes the ferry is safe.";
/// let entry = scan(text, &Options::default()).ledger.remove(0);
/// assert_eq!((entry.name.as_str(), entry.role.as_deref()), ("Ana Ruiz", Some("the mayor")));
/// assert_eq!(entry.attributions, [0, 1], "she speaks twice");
/// assert!(entry.mentions.iter().any(|mention| mention.of(text) == "She"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LedgerEntry {
    /// Its fullest name or description in the text.
    pub name: String,
    /// How it is identified at its best.
    pub kind: SourceKind,
    /// Its role, affiliation or stated reason for anonymity, when the text gives it.
    pub role: Option<String>,
    /// Where it is mentioned, as a source or by name, in text order.
    pub mentions: Vec<Span>,
    /// Its attributions, as indices into the report's.
    pub attributions: Vec<usize>,
}

/// Who speaks: an entry for each source, every mention of it together, in the order in which they first speak.
/// Gives each attribution's source its entry, and the kind that the whole text shows it to have.
pub fn ledger(passage: &Passage, attributions: &mut [Attribution]) -> Vec<LedgerEntry> {
    ledger_of(passage, attributions, Told::new(passage, attributions))
}

/// The same, where it is known what is told.
#[inline(never)]
pub fn ledger_of(passage: &Passage, attributions: &mut [Attribution], told: Told) -> Vec<LedgerEntry> {
    let referents = Reading::new(passage, told).read();
    let mut speaking: Vec<usize> = (0..referents.len()).filter(|index| !referents[*index].sources.is_empty()).collect();
    sort_by_place(&mut speaking, |index| (referents[*index].sources[0].0.start, 0));
    let entries = speaking.iter().enumerate().map(|(entry, index)| {
        let referent = &referents[*index];
        for (_, attribution) in &referent.sources {
            settle(passage, attributions, *attribution, entry, referent.kind);
        }
        entry_of(passage, referent)
    });
    entries.collect()
}

/// Gives a source its entry. "The official" is as anonymous as the one it refers to, and "King" alone is a name where
/// the text has named a Stephen King.
fn settle(passage: &Passage, attributions: &mut [Attribution], attribution: usize, entry: usize, kind: SourceKind) {
    let Some(source) = attributions.get_mut(attribution).and_then(|attribution| attribution.source.as_mut()) else {
        return;
    };
    source.ledger = entry;
    if kind == SourceKind::Anonymous && matches!(source.kind, SourceKind::Role | SourceKind::Collective) {
        source.kind = kind;
    }
    if kind == SourceKind::Named && source.kind == SourceKind::Role && is_word(source.span.of(passage.text)) {
        source.kind = kind;
    }
}

fn is_word(source: &str) -> bool {
    source.chars().next().is_some_and(char::is_uppercase) && source.chars().all(char::is_alphabetic)
}

fn entry_of(passage: &Passage, referent: &referents::Referent) -> LedgerEntry {
    let mut attributions: Vec<usize> = referent.sources.iter().map(|(_, attribution)| *attribution).collect();
    sort_by_place(&mut attributions, |index| (*index, 0));
    attributions.dedup();
    let words = |tokens: &std::ops::Range<usize>| {
        let words: Vec<&str> = passage.span(tokens.clone()).of(passage.text).split_whitespace().collect();
        words.join(" ")
    };
    LedgerEntry {
        name: words(&referent.name),
        kind: referent.kind,
        role: referent.role.as_ref().map(words).filter(|role| !role.is_empty()),
        mentions: mentions(referent),
        attributions,
    }
}

/// Its mentions as a source, and those by name that stand outside them.
fn mentions(referent: &referents::Referent) -> Vec<Span> {
    let mut mentions: Vec<Span> = referent.sources.iter().map(|(span, _)| *span).collect();
    sort_by_place(&mut mentions, |span| (span.start, span.end));
    mentions.dedup();
    let n_sources = mentions.len();
    for name in &referent.mentions {
        let next = mentions[..n_sources].partition_point(|source| source.end <= name.start);
        if mentions[..n_sources].get(next).is_none_or(|source| !source.overlaps(*name)) {
            mentions.push(*name);
        }
    }
    sort_by_place(&mut mentions, |span| (span.start, span.end));
    mentions.dedup();
    mentions
}
