//! Compiles one pattern, and says what is wrong with one that does not.

use regex::{Regex, RegexBuilder};

/// How many bytes a compiled pattern takes at most. A hundred words as alternatives need a tenth of it;
/// `(\w{500}){500}` would need gigabytes.
const MAX_COMPILED: usize = 1024 * 1024;

/// Why a pattern is refused.
#[derive(Clone, Debug)]
pub enum Fault {
    /// It takes too much.
    TooLarge,
    /// It is none.
    Unsound(String),
}

impl Fault {
    /// What is wrong, and the remedy.
    pub fn problem(self) -> String {
        match self {
            Fault::TooLarge => format!("takes more than {MAX_COMPILED} bytes when compiled; shorten what it repeats"),
            Fault::Unsound(message) => format!("not a regular expression: {message}"),
        }
    }
}

/// A pattern that is sound and not too large.
pub fn regex(pattern: &str) -> Result<Regex, Fault> {
    let compiled = RegexBuilder::new(pattern).size_limit(MAX_COMPILED).dfa_size_limit(MAX_COMPILED).build();
    compiled.map_err(|error| match error {
        regex::Error::CompiledTooBig(_) => Fault::TooLarge,
        error => Fault::Unsound(last_line(&error.to_string())),
    })
}

/// The message without the picture of the pattern that stands above it.
fn last_line(message: &str) -> String {
    message.lines().last().unwrap_or_default().trim().trim_start_matches("error: ").to_owned()
}
