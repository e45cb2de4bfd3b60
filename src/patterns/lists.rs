//! Lists of words of one's own: what a newsroom adds without knowing regular expressions. The words below one heading
//! become a few patterns, whatever their number.

use regex::Regex;

use super::{
    Finds, Pattern,
    compile::{Fault, regex},
};
use crate::find::{
    cues::CueType,
    hedges::{HedgeCategory, Level},
    sources::SourceKind,
};

/// What the words below a heading are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListOf {
    /// Cues: who stands beside one said, thought or meant what stands on its other side.
    Cues { cue_type: CueType, loaded: bool },
    /// Hedges.
    Hedges { category: HedgeCategory, level: Level },
    /// Names or descriptions of sources, which are of this kind.
    Sources { kind: SourceKind },
}

/// A line of a list.
#[derive(Clone, Debug)]
pub struct Word {
    /// Its number, from 1.
    pub line: usize,
    /// A word or a phrase.
    pub words: String,
}

/// How many words a source beside a cue of one's own has at most: "the mayor of the old town, Ana Ruiz," has eight.
const MAX_SOURCE_WORDS: usize = 8;

/// Whether a line is a word or a phrase, and no pattern: letters, digits, and what stands in and between words.
pub fn is_phrase(line: &str) -> bool {
    line.chars().all(|character| character.is_alphanumeric() || matches!(character, ' ' | '-' | '\'' | '’' | '&'))
}

/// How many words one pattern looks for at most. Larger patterns are refused or slow to make; and each goes through the
/// text, so they should be few.
const MAX_WORDS: usize = 250;

/// The patterns that find the words of a list; what cannot be looked for is added to the faults.
pub fn patterns(words: &[Word], list: ListOf, reason: &str, faults: &mut Vec<(usize, String)>) -> Vec<Pattern> {
    let (finds, frames): (Finds, &[Frame]) = match list {
        ListOf::Hedges { category, level } => (Finds::Hedge { category, level }, &[as_it_is]),
        ListOf::Sources { kind } => (Finds::Source { kind }, &[as_it_is]),
        ListOf::Cues { cue_type, loaded } => (
            Finds::Attribution { cue_type, loaded, source_kind: None },
            &[quoted_before_source, quoted_behind_source, source_first],
        ),
    };
    let mut words = words.to_vec();
    // The longest form wins.
    words.sort_by_key(|word| std::cmp::Reverse(word.words.len()));
    let mut made = Made::default();
    for frame in frames {
        words.chunks(MAX_WORDS).for_each(|words| made.add(words, *frame));
    }
    // A word that is too long is too long in each frame.
    made.faults.sort();
    made.faults.dedup();
    faults.extend(made.faults);
    made.regexes.into_iter().map(|regex| Pattern { regex, finds, reason: reason.to_owned() }).collect()
}

/// What a pattern for cues, hedges or sources has around the words.
type Frame = fn(&str) -> String;

/// What was made of words, and which lines could not be used.
#[derive(Default)]
struct Made {
    regexes: Vec<Regex>,
    faults: Vec<(usize, String)>,
}

impl Made {
    /// Adds a pattern for these words, or, where that is too large, one for each half of them.
    fn add(&mut self, words: &[Word], frame: Frame) {
        match regex(&frame(&any(words.iter().map(|word| word.words.as_str())))) {
            Ok(regex) => self.regexes.push(regex),
            Err(Fault::TooLarge) if words.len() > 1 => {
                let (first, second) = words.split_at(words.len() / 2);
                self.add(first, frame);
                self.add(second, frame);
            }
            Err(fault) => self.faults.push((words[0].line, fault.problem())),
        }
    }
}

/// Any of the words, whole, in small letters or large; of two that begin alike the first wins.
fn any<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    let words: Vec<String> = words.into_iter().map(|word| regex::escape(word).replace(' ', r"\s+")).collect();
    format!(r"(?i:\b(?:{})\b)", words.join("|"))
}

fn as_it_is(words: &str) -> String {
    words.to_owned()
}

// Where somebody says something with these cues: after a quotation with the source before or behind the cue, and with
// the source first. An attribution that is there already is not touched, so the surest comes first.

fn quoted_before_source(cues: &str) -> String {
    format!(r"{QUOTATION},? (?<cue>{cues}) (?<source>{}{WORD})", words_before())
}

fn quoted_behind_source(cues: &str) -> String {
    format!(r"{QUOTATION},? (?<source>{}?{WORD}) (?<cue>{cues})", words_before())
}

fn source_first(cues: &str) -> String {
    format!(r"(?<source>{}?{WORD}) (?<cue>{cues})[,:]? (?<content>[^.!?]+)", words_before())
}

const QUOTATION: &str = r#"(?<content>[“"][^”"]+[”"])"#;

/// The last word of a source. A full stop is part of a source within it ("Mr. Roe"), and the sentence's at its end.
const WORD: &str = r"[\w&&[^_]](?:[\w.'’-]*[\w&&[^_]])?";

/// The words of a source before its last.
fn words_before() -> String {
    format!(r"(?:{WORD}\.? ){{0,{}}}", MAX_SOURCE_WORDS - 1)
}
