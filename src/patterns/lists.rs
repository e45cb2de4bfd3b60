//! Lists of words of one's own: what a newsroom adds without knowing regular expressions. The words below one heading
//! become a few patterns, whatever their number.

use regex::Regex;

use super::{Finds, Pattern, compile::regex};
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

/// How many words a source beside a cue of one's own has at most: "the mayor of the old town, Ana Ruiz," has eight.
const MAX_SOURCE_WORDS: usize = 8;

/// Whether a line is a word or a phrase, and no pattern: letters, digits, and what stands in and between words.
pub fn is_phrase(line: &str) -> bool {
    line.chars().all(|character| character.is_alphanumeric() || matches!(character, ' ' | '-' | '\'' | '’' | '&'))
}

/// The patterns that find the words of a list.
pub fn patterns(words: &[String], list: ListOf, reason: &str) -> Result<Vec<Pattern>, String> {
    if words.is_empty() {
        return Ok(Vec::new());
    }
    let any = alternatives(words);
    let made = |finds: Finds, regex: Regex| Pattern { regex, finds, reason: reason.to_owned() };
    match list {
        ListOf::Hedges { category, level } => Ok(vec![made(Finds::Hedge { category, level }, regex(&any)?)]),
        ListOf::Sources { kind } => Ok(vec![made(Finds::Source { kind }, regex(&any)?)]),
        ListOf::Cues { cue_type, loaded } => {
            let finds = Finds::Attribution { cue_type, loaded, source_kind: None };
            cue_patterns(&any).iter().map(|pattern| Ok(made(finds, regex(pattern)?))).collect()
        }
    }
}

/// Any of the words, whole, in small letters or large.
fn alternatives(words: &[String]) -> String {
    let mut words: Vec<String> = words.iter().map(|word| regex::escape(word).replace(' ', r"\s+")).collect();
    // The longest form wins.
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    format!(r"(?i:\b(?:{})\b)", words.join("|"))
}

/// Where somebody says something with these cues: after a quotation with the source before or behind the cue, and with
/// the source first. An attribution that is there already is not touched, so the surest comes first.
fn cue_patterns(cues: &str) -> [String; 3] {
    // A full stop is part of a source within it ("Mr. Roe"), and the sentence's at its end.
    let word = r"[\w&&[^_]](?:[\w.'’-]*[\w&&[^_]])?";
    let words = format!(r"(?:{word}\.? ){{0,{}}}", MAX_SOURCE_WORDS - 1);
    let source = format!(r"(?<source>{words}?{word})");
    let quotation = r#"(?<content>[“"][^”"]+[”"])"#;
    [
        format!(r"{quotation},? (?<cue>{cues}) (?<source>{words}{word})"),
        format!(r"{quotation},? {source} (?<cue>{cues})"),
        format!(r"{source} (?<cue>{cues})[,:]? (?<content>[^.!?]+)"),
    ]
}
