//! What became of the sources.

use std::collections::BTreeMap;

use claimlight::{
    Report,
    find::ledger::LedgerEntry,
    wire::differences::{SourceChange, SourceState},
};

/// The sources that are gone, then those that are new, then those identified otherwise or that speak more or less often.
pub fn sources(old: &Report, new: &Report) -> Vec<SourceChange> {
    let (before, after) = (by_name(old), by_name(new));
    let change = |entry: &LedgerEntry, before, after| SourceChange { name: entry.name.clone(), before, after };
    let gone = before.iter().filter(|(name, _)| !after.contains_key(*name));
    let gone = gone.map(|(_, entry)| change(entry, Some(state(entry)), None));
    let fresh = after.iter().filter(|(name, _)| !before.contains_key(*name));
    let fresh = fresh.map(|(_, entry)| change(entry, None, Some(state(entry))));
    let changed = after.iter().filter_map(|(name, entry)| {
        let (was, is) = (state(before.get(name)?), state(entry));
        (was != is).then(|| change(entry, Some(was), Some(is)))
    });
    gone.chain(fresh).chain(changed).collect()
}

fn by_name(report: &Report) -> BTreeMap<String, &LedgerEntry> {
    report.ledger.iter().map(|entry| (entry.name.to_lowercase(), entry)).collect()
}

fn state(entry: &LedgerEntry) -> SourceState {
    SourceState { kind: entry.kind.name(), statements: entry.attributions.len() }
}
