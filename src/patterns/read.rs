//! Reads a file of patterns. Every fault is told at once, with its line and how to mend it.

use std::fmt;

use regex::Regex;

use super::{
    Finds, Pattern, Patterns,
    compile::{Fault, regex},
    headings::{Heading, heading, likely},
    lists::{self, ListOf, Word},
};

/// How many bytes a file of patterns has at most. A thousand long patterns fit; what is longer is not meant for it.
const MAX_FILE: usize = 256 * 1024;

/// How many lines of words and patterns there may be: each pattern goes through the text once.
const MAX_LINES: usize = 1000;

/// What is wrong with a pattern, and where.
///
/// ```
/// use claimlight::patterns::{PatternError, read};
///
/// let errors: Vec<PatternError> = read("rules.txt", "[hedge possibility]\n(so we hear\n[hedge doubt]\n").unwrap_err();
/// assert_eq!(errors.iter().map(|error| error.line).collect::<Vec<_>>(), [2, 3], "all at once");
/// assert!(errors[1].to_string().starts_with("rules.txt:3: "));
/// ```
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

impl std::error::Error for PatternError {}

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
    let (patterns, errors) = read_sound(file, text);
    if errors.is_empty() { Ok(patterns) } else { Err(errors) }
}

/// The sound patterns of a file, and everything that is wrong with the others: a page goes on without these.
///
/// ```
/// use claimlight::patterns;
///
/// let (rules, errors) = patterns::read_sound("rules.txt", "[hedge doubt]\nwell\n[hedge opinion]\ninnit\n");
/// assert_eq!(rules.len(), 1);
/// assert_eq!(errors[0].line, 1);
/// ```
pub fn read_sound(file: &str, text: &str) -> (Patterns, Vec<PatternError>) {
    let mut reader = Reader::default();
    if text.len() > MAX_FILE {
        reader.faults.push((1, format!("the file has {} bytes, more than {MAX_FILE}; divide it", text.len())));
    } else {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        text.lines().enumerate().for_each(|(index, line)| reader.line(index + 1, line.trim()));
        reader.end_section();
    }
    let Reader { mut patterns, mut faults, .. } = reader;
    // A source must be attributed to be of a kind, and what is attributed decides whose voice a hedge is.
    patterns.sort_by_key(|pattern| match pattern.finds {
        Finds::Attribution { .. } => 0,
        Finds::Source { .. } => 1,
        Finds::Hedge { .. } => 2,
    });
    faults.sort_by_key(|(line, _)| *line);
    let error = |(line, problem)| PatternError { file: file.to_owned(), line, problem };
    (Patterns { patterns }, faults.into_iter().map(error).collect())
}

/// A heading with what stands below it.
struct Section {
    /// None if nobody knows what it was meant to be.
    heading: Option<Heading>,
    reason: String,
    words: Vec<Word>,
    patterns: Vec<Pattern>,
    /// What stands below a wrong heading is checked and not kept: nobody knows what it was to find.
    is_sound: bool,
}

#[derive(Default)]
struct Reader {
    section: Option<Section>,
    n_lines: usize,
    patterns: Vec<Pattern>,
    faults: Vec<(usize, String)>,
}

impl Reader {
    fn line(&mut self, number: usize, line: &str) {
        if line.is_empty() || line.starts_with('#') {
            return;
        }
        if let Some(heading) = line.strip_prefix('[') {
            self.end_section();
            let section = self.section(number, heading);
            self.section = Some(section);
            return;
        }
        self.n_lines += 1;
        if self.n_lines > MAX_LINES + 1 {
            return;
        }
        let read = match &mut self.section {
            _ if self.n_lines > MAX_LINES => Err(format!("more than {MAX_LINES} words and patterns; join some with |")),
            Some(section) => section.line(number, line),
            None => Err("a pattern before the first heading; write [attribution communication] or [hedge possibility]"
                .to_owned()),
        };
        self.faults.extend(read.err().map(|problem| (number, problem)));
    }

    fn section(&mut self, number: usize, line: &str) -> Section {
        let (heading, reason, is_sound) = match heading(line) {
            Ok((heading, reason)) => (Some(heading), reason, true),
            Err(problem) => {
                self.faults.push((number, problem));
                (likely(line), String::new(), false)
            }
        };
        Section { heading, reason, words: vec![], patterns: vec![], is_sound }
    }

    /// Keeps what was read below a heading, and makes patterns of the words that were listed.
    fn end_section(&mut self) {
        let Some(section) = self.section.take() else { return };
        let mut patterns = section.patterns;
        let list = match section.heading {
            Some(Heading::Words(list)) => Some(list),
            Some(Heading::Patterns(Finds::Hedge { category, level })) => Some(ListOf::Hedges { category, level }),
            _ => None,
        };
        if let Some(list) = list {
            patterns.extend(lists::patterns(&section.words, list, &section.reason, &mut self.faults));
        }
        if section.is_sound {
            self.patterns.extend(patterns);
        }
    }
}

impl Section {
    fn line(&mut self, number: usize, line: &str) -> Result<(), String> {
        let is_phrase = lists::is_phrase(line);
        match self.heading {
            Some(Heading::Words(_)) if !is_phrase => {
                Err("a list holds words and phrases alone; a pattern stands under \
                 [attribution …] or [hedge …]"
                    .to_owned())
            }
            Some(Heading::Words(_) | Heading::Patterns(Finds::Hedge { .. })) if is_phrase => {
                self.words.push(Word { line: number, words: line.to_owned() });
                Ok(())
            }
            Some(Heading::Patterns(finds)) => {
                self.patterns.push(pattern(line, finds, &self.reason)?);
                Ok(())
            }
            _ => regex(line).map(|_| ()).map_err(Fault::problem),
        }
    }
}

fn pattern(line: &str, finds: Finds, reason: &str) -> Result<Pattern, String> {
    let regex = regex(line).map_err(Fault::problem)?;
    check_groups(&regex, finds)?;
    Ok(Pattern { regex, finds, reason: reason.to_owned() })
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
