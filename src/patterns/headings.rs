//! Reads the headings of a file of patterns.

use super::{Finds, lists::ListOf};
use crate::find::{
    cues::CueType,
    hedges::{HedgeCategory, Level},
    sources::SourceKind,
};

/// What stands below a heading.
#[derive(Clone, Copy, Debug)]
pub enum Heading {
    /// Patterns; of hedges phrases too.
    Patterns(Finds),
    /// Words and phrases alone.
    Words(ListOf),
}

/// A heading and the reason beside it, without its opening bracket.
pub fn heading(line: &str) -> Result<(Heading, String), String> {
    let remedy = "; a pattern that begins with [ is written (?:[…])";
    let (words, reason) = line.split_once(']').ok_or(format!("a heading needs a closing ]{remedy}"))?;
    let mut words = words.split_whitespace();
    let heading = match words.next() {
        Some("attribution") => Heading::Patterns(attribution(words)?),
        Some("hedge") => Heading::Patterns(hedge(words)?),
        Some("cue") => Heading::Words(cues(words)?),
        Some("source") => Heading::Words(sources(words)?),
        _ => return Err(format!("a heading begins with attribution, cue, hedge or source{remedy}")),
    };
    Ok((heading, reason.trim().to_owned()))
}

/// What a wrong heading was most likely meant to be, so that the lines below it can be checked; none if nobody knows.
pub fn likely(line: &str) -> Option<Heading> {
    let meant = match line.split([' ', '\t', ']']).next()? {
        "attribution" => "attribution communication]",
        "hedge" => "hedge possibility]",
        "cue" => "cue communication]",
        "source" => "source named]",
        _ => return None,
    };
    heading(meant).ok().map(|(heading, _)| heading)
}

/// The kinds a source can be said to have.
const KINDS: [SourceKind; 6] = [
    SourceKind::Named,
    SourceKind::Role,
    SourceKind::Anonymous,
    SourceKind::Collective,
    SourceKind::Document,
    SourceKind::Outlet,
];

/// The types a cue can have.
const CUE_TYPES: [CueType; 4] = [CueType::Communication, CueType::Belief, CueType::Knowledge, CueType::Intention];

fn cues<'a>(mut words: impl Iterator<Item = &'a str>) -> Result<ListOf, String> {
    let cue_type = named(words.next(), &CUE_TYPES, CueType::name, "the cue's type")?;
    match words.next() {
        None => Ok(ListOf::Cues { cue_type, loaded: false }),
        Some("loaded") => Ok(ListOf::Cues { cue_type, loaded: true }),
        Some(word) => Err(format!("\"{word}\" is too much; a heading is [cue TYPE] or [cue TYPE loaded]")),
    }
}

fn sources<'a>(mut words: impl Iterator<Item = &'a str>) -> Result<ListOf, String> {
    let kind = named(words.next(), &KINDS, SourceKind::name, "the source's kind")?;
    match words.next() {
        None => Ok(ListOf::Sources { kind }),
        Some(word) => Err(format!("\"{word}\" is too much; a heading is [source KIND]")),
    }
}

fn attribution<'a>(mut words: impl Iterator<Item = &'a str>) -> Result<Finds, String> {
    let cue_type = named(words.next(), &CUE_TYPES, CueType::name, "the cue's type")?;
    let mut loaded = false;
    let mut source_kind = None;
    for word in words {
        match word {
            "loaded" => loaded = true,
            _ => source_kind = Some(named(Some(word), &KINDS, SourceKind::name, "loaded, or the source's kind")?),
        }
    }
    Ok(Finds::Attribution { cue_type, loaded, source_kind })
}

fn hedge<'a>(mut words: impl Iterator<Item = &'a str>) -> Result<Finds, String> {
    let category = named(words.next(), &HedgeCategory::ALL, HedgeCategory::name, "the hedge's category")?;
    let levels = [Level::Low, Level::Medium, Level::High];
    let level = words.next().map_or(Ok(Level::Medium), |word| named(Some(word), &levels, Level::name, "its level"))?;
    match words.next() {
        Some(word) => Err(format!("\"{word}\" is too much; a heading is [hedge CATEGORY LEVEL]")),
        None => Ok(Finds::Hedge { category, level }),
    }
}

/// The one of `all` with this name.
fn named<T: Copy>(word: Option<&str>, all: &[T], name: fn(T) -> &'static str, what: &str) -> Result<T, String> {
    let found = all.iter().copied().find(|one| Some(name(*one)) == word);
    found.ok_or_else(|| {
        let names: Vec<&str> = all.iter().map(|one| name(*one)).collect();
        format!("\"{}\" is not {what}: {}", word.unwrap_or_default(), names.join(", "))
    })
}
