//! What became of the sources.

use std::collections::{BTreeMap, BTreeSet};

use claimlight::{
    Report,
    wire::differences::{SourceChange, SourceState},
};

/// What is known of all sources of a name: how it is written, and of each way to identify them how many there are.
#[derive(Default)]
struct Named {
    name: String,
    states: BTreeMap<&'static str, SourceState>,
}

/// The sources that are gone, then those that are new, then those identified otherwise or that speak more or less often.
pub fn sources(old: &Report, new: &Report) -> Vec<SourceChange> {
    let (before, after) = (by_name(old), by_name(new));
    let none = Named::default();
    let names: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let of_name = |name| changes(before.get(name).unwrap_or(&none), after.get(name).unwrap_or(&none));
    let mut changes: Vec<SourceChange> = names.into_iter().flat_map(of_name).collect();
    changes.sort_by_key(|change| (change.before.is_some() && change.after.is_some(), change.after.is_some()));
    changes
}

fn by_name(report: &Report) -> BTreeMap<String, Named> {
    let mut names: BTreeMap<String, Named> = BTreeMap::new();
    for entry in &report.ledger {
        let named = names.entry(entry.name.to_lowercase()).or_default();
        named.name.clone_from(&entry.name);
        let kind = entry.kind.name();
        let state = named.states.entry(kind).or_insert(SourceState { kind, sources: 0, statements: 0 });
        state.sources += 1;
        state.statements += entry.attributions.len();
    }
    names
}

/// What became of the sources of a name. Those identified in a way that only one version knows are compared with those of
/// the other: who was withheld and is a role now is one source.
fn changes(old: &Named, new: &Named) -> Vec<SourceChange> {
    let alone = |one: &Named, other: &Named| -> Vec<SourceState> {
        one.states.values().filter(|state| !other.states.contains_key(state.kind)).copied().collect()
    };
    let (mut gone, mut fresh) = (alone(old, new).into_iter(), alone(new, old).into_iter());
    let same = old.states.values().filter_map(|was| Some((Some(*was), Some(*new.states.get(was.kind)?))));
    let mut pairs: Vec<_> = same.filter(|(was, is)| was != is).collect();
    loop {
        match (gone.next(), fresh.next()) {
            (None, None) => break,
            pair => pairs.push(pair),
        }
    }
    let name = if new.name.is_empty() { &old.name } else { &new.name };
    pairs.into_iter().map(|(before, after)| SourceChange { name: name.clone(), before, after }).collect()
}
