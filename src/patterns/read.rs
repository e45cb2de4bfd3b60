//! Reads a file of patterns. Every fault is told at once, with its line and how to mend it.

use std::fmt;

use regex::Regex;

use super::{
    Finds, Pattern, Patterns,
    compile::regex,
    lists::{self, ListOf},
};
use crate::find::{
    cues::CueType,
    hedges::{HedgeCategory, Level},
    sources::SourceKind,
};

/// How many bytes a file of patterns has at most. A thousand long patterns fit; what is longer is not meant for it.
const MAX_FILE: usize = 256 * 1024;

/// How many patterns there may be: each goes through the text once.
const MAX_PATTERNS: usize = 1000;

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
///
/// ```
/// use claimlight::{Options, article::from_text, patterns, scan_article};
///
/// let rules = patterns::read("rules.txt", "[hedge possibility low]\nfor what it is worth\n").expect("they are sound");
/// let article = from_text("He left, for what it is worth.");
/// let mut report = scan_article(&article, &Options::default());
/// rules.apply(&article, &mut report);
/// assert_eq!(report.hedges[0].span.of(&article.text), "for what it is worth");
///
/// let errors = patterns::read("rules.txt", "[hedge doubt]\nwell\n").unwrap_err();
/// assert!(errors[0].to_string().starts_with("rules.txt:1: "));
/// ```
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
    if let Err(problem) = reader.end_list() {
        reader.errors.push(error(text.lines().count(), problem));
    }
    // A source must be attributed to be of a kind, and what is attributed decides whose voice a hedge is.
    reader.patterns.sort_by_key(|pattern| match pattern.finds {
        Finds::Attribution { .. } => 0,
        Finds::Source { .. } => 1,
        Finds::Hedge { .. } => 2,
    });
    if reader.errors.is_empty() { Ok(Patterns { patterns: reader.patterns }) } else { Err(reader.errors) }
}

/// What stands below a heading.
enum Section {
    Patterns { finds: Finds, reason: String },
    Words { list: ListOf, reason: String, words: Vec<String> },
}

#[derive(Default)]
struct Reader {
    /// What is read below the last heading; none before the first and after a wrong one.
    section: Option<Section>,
    has_heading: bool,
    n_lines: usize,
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
            self.end_list()?;
            self.section = Some(section(heading)?);
            return Ok(());
        }
        if self.n_lines == MAX_PATTERNS {
            return Err(format!("more than {MAX_PATTERNS} patterns; join some with |"));
        }
        self.n_lines += 1;
        match &mut self.section {
            Some(Section::Words { words, .. }) => words.push(phrase(line)?),
            Some(Section::Patterns { finds, reason }) => {
                let pattern = pattern(line, *finds, reason)?;
                self.patterns.extend(pattern);
            }
            // The patterns below a wrong heading are not wrong themselves.
            None if self.has_heading => (),
            None => {
                return Err(
                    "a pattern before the first heading; write [attribution communication] or [hedge possibility]"
                        .to_owned(),
                );
            }
        }
        Ok(())
    }

    /// Makes patterns of the words that were listed, if any were.
    fn end_list(&mut self) -> Result<(), String> {
        if let Some(Section::Words { list, reason, words }) = self.section.take() {
            self.patterns.extend(lists::patterns(&words, list, &reason)?);
        }
        Ok(())
    }
}

/// A line of a list of words.
fn phrase(line: &str) -> Result<String, String> {
    match lists::is_phrase(line) {
        true => Ok(line.to_owned()),
        false => {
            Err("a list holds words and phrases alone; a pattern stands under [attribution …] or [hedge …]".to_owned())
        }
    }
}

/// A line below a heading for patterns; of hedges it may be a phrase.
fn pattern(line: &str, finds: Finds, reason: &str) -> Result<Vec<Pattern>, String> {
    if let (Finds::Hedge { category, level }, true) = (finds, lists::is_phrase(line)) {
        return lists::patterns(&[line.to_owned()], ListOf::Hedges { category, level }, reason);
    }
    let regex = regex(line)?;
    check_groups(&regex, finds)?;
    Ok(vec![Pattern { regex, finds, reason: reason.to_owned() }])
}

/// What a heading says, without its opening bracket.
fn section(heading: &str) -> Result<Section, String> {
    let remedy = "; a pattern that begins with [ is written (?:[…])";
    let (words, reason) = heading.split_once(']').ok_or(format!("a heading needs a closing ]{remedy}"))?;
    let mut words = words.split_whitespace();
    let reason = reason.trim().to_owned();
    match words.next() {
        Some("attribution") => Ok(Section::Patterns { finds: attribution(words)?, reason }),
        Some("hedge") => Ok(Section::Patterns { finds: hedge(words)?, reason }),
        Some("cue") => Ok(Section::Words { list: cues(words)?, reason, words: vec![] }),
        Some("source") => Ok(Section::Words { list: sources(words)?, reason, words: vec![] }),
        _ => Err(format!("a heading begins with attribution, cue, hedge or source{remedy}")),
    }
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

fn check_groups(regex: &Regex, finds: Finds) -> Result<(), String> {
    let known: &[&str] = match finds {
        Finds::Attribution { .. } => &["source", "cue", "content"],
        Finds::Hedge { .. } | Finds::Source { .. } => &[],
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
