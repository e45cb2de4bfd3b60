//! Reads a file of patterns. Every fault is told at once, with its line and how to mend it.

use std::fmt;

use regex::{Regex, RegexBuilder};

use super::{Finds, Pattern, Patterns};
use crate::find::{
    cues::CueType,
    hedges::{HedgeCategory, Level},
    sources::SourceKind,
};

/// How many bytes a file of patterns has at most. A thousand long patterns fit; what is longer is not meant for it.
const MAX_FILE: usize = 256 * 1024;

/// How many patterns there may be: each goes through the text once.
const MAX_PATTERNS: usize = 1000;

/// How many bytes a compiled pattern takes at most. A hundred words as alternatives need a tenth of it;
/// `(\w{500}){500}` would need gigabytes.
const MAX_COMPILED: usize = 1024 * 1024;

/// What is wrong with a pattern, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PatternError {
    /// The file's name.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong, and the remedy.
    pub problem: String,
}

impl fmt::Display for PatternError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}: {}", self.file, self.line, self.problem)
    }
}

/// The patterns of a file with the name `file`, or everything that is wrong with it.
pub fn read(file: &str, text: &str) -> Result<Patterns, Vec<PatternError>> {
    let error = |line, problem| PatternError { file: file.to_owned(), line, problem };
    if text.len() > MAX_FILE {
        return Err(vec![error(1, format!("the file has {} bytes, more than {MAX_FILE}; divide it", text.len()))]);
    }
    let mut reader = Reader::default();
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    for (index, line) in text.lines().enumerate() {
        if let Err(problem) = reader.line(line.trim()) {
            reader.errors.push(error(index + 1, problem));
        }
    }
    // What is attributed decides whose voice a hedge is.
    reader.patterns.sort_by_key(|pattern| matches!(pattern.finds, Finds::Hedge { .. }));
    if reader.errors.is_empty() { Ok(Patterns { patterns: reader.patterns }) } else { Err(reader.errors) }
}

#[derive(Default)]
struct Reader {
    /// What the patterns below the last heading find, and why; none before the first and after a wrong one.
    section: Option<(Finds, String)>,
    has_heading: bool,
    patterns: Vec<Pattern>,
    errors: Vec<PatternError>,
}

impl Reader {
    fn line(&mut self, line: &str) -> Result<(), String> {
        if line.is_empty() || line.starts_with('#') {
            return Ok(());
        }
        if let Some(heading) = line.strip_prefix('[') {
            self.has_heading = true;
            self.section = None;
            self.section = Some(section(heading)?);
            return Ok(());
        }
        let Some((finds, reason)) = &self.section else {
            // The patterns below a wrong heading are not wrong themselves.
            let problem =
                "a pattern before the first heading; write [attribution communication] or [hedge possibility]";
            return if self.has_heading { Ok(()) } else { Err(problem.to_owned()) };
        };
        if self.patterns.len() == MAX_PATTERNS {
            return Err(format!("more than {MAX_PATTERNS} patterns; join some with |"));
        }
        let regex = regex(line)?;
        check_groups(&regex, *finds)?;
        self.patterns.push(Pattern { regex, finds: *finds, reason: reason.clone() });
        Ok(())
    }
}

/// What a heading says, without its opening bracket.
fn section(heading: &str) -> Result<(Finds, String), String> {
    let remedy = "; a pattern that begins with [ is written (?:[…])";
    let (words, reason) = heading.split_once(']').ok_or(format!("a heading needs a closing ]{remedy}"))?;
    let mut words = words.split_whitespace();
    let finds = match words.next() {
        Some("attribution") => attribution(words)?,
        Some("hedge") => hedge(words)?,
        _ => return Err(format!("a heading begins with attribution or hedge{remedy}")),
    };
    Ok((finds, reason.trim().to_owned()))
}

fn attribution<'a>(mut words: impl Iterator<Item = &'a str>) -> Result<Finds, String> {
    let types = [CueType::Communication, CueType::Belief, CueType::Knowledge, CueType::Intention];
    let cue_type = named(words.next(), &types, CueType::name, "the cue's type")?;
    let kinds = [
        SourceKind::Named,
        SourceKind::Role,
        SourceKind::Anonymous,
        SourceKind::Collective,
        SourceKind::Document,
        SourceKind::Outlet,
    ];
    let mut loaded = false;
    let mut source_kind = None;
    for word in words {
        match word {
            "loaded" => loaded = true,
            _ => source_kind = Some(named(Some(word), &kinds, SourceKind::name, "loaded, or the source's kind")?),
        }
    }
    Ok(Finds::Attribution { cue_type, loaded, source_kind })
}

fn hedge<'a>(mut words: impl Iterator<Item = &'a str>) -> Result<Finds, String> {
    let categories = [
        HedgeCategory::Possibility,
        HedgeCategory::Appearance,
        HedgeCategory::Hearsay,
        HedgeCategory::Approximator,
        HedgeCategory::Opinion,
        HedgeCategory::Conditional,
    ];
    let category = named(words.next(), &categories, HedgeCategory::name, "the hedge's category")?;
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

fn regex(pattern: &str) -> Result<Regex, String> {
    let compiled = RegexBuilder::new(pattern).size_limit(MAX_COMPILED).dfa_size_limit(MAX_COMPILED).build();
    compiled.map_err(|error| match error {
        regex::Error::CompiledTooBig(limit) => {
            format!("takes more than {limit} bytes when compiled; shorten what it repeats")
        }
        error => format!("not a regular expression: {}", last_line(&error.to_string())),
    })
}

/// The message without the picture of the pattern that stands above it.
fn last_line(message: &str) -> String {
    message.lines().last().unwrap_or_default().trim().trim_start_matches("error: ").to_owned()
}

fn check_groups(regex: &Regex, finds: Finds) -> Result<(), String> {
    let known: &[&str] = match finds {
        Finds::Attribution { .. } => &["source", "cue", "content"],
        Finds::Hedge { .. } => &[],
    };
    let mut names = regex.capture_names().flatten();
    if let Some(name) = names.find(|name| !known.contains(name)) {
        return Err(match known {
            [] => format!("a hedge is all that matches; make the group \"{name}\" (?:…)"),
            _ => format!("no group is called \"{name}\"; there are: {}", known.join(", ")),
        });
    }
    if !known.is_empty() && regex.capture_names().flatten().all(|name| name != "cue") {
        return Err("has no group named cue; write (?<cue>…) around the words that anchor the attribution".to_owned());
    }
    Ok(())
}
