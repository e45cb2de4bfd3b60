//! What can go wrong, and how it is said.

use std::{
    fmt,
    io::{self, Write},
    panic::{AssertUnwindSafe, catch_unwind},
    path::Path,
};

/// Why not all is done that was asked; what is wrong has been said on standard error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// A document could not be read, or a report not be written; the rest is done.
    NotAllDone,
    /// What was asked is not understood; nothing is done.
    Usage,
    /// `check` found more, or less, than was allowed.
    NotAllowed,
    /// Somebody stopped it; what is written is whole.
    Interrupted,
}

impl Failure {
    /// The exit status that says it.
    pub const fn status(self) -> u8 {
        match self {
            Failure::NotAllDone => 1,
            Failure::Usage => 2,
            Failure::NotAllowed => 3,
            // What shells give a program that was stopped by Ctrl-C: 128 and the signal's number.
            Failure::Interrupted => 130,
        }
    }
}

/// Why a document could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file, and the line if it has lines.
    pub place: String,
    /// What is wrong, and the remedy if there is one.
    pub what: String,
}

impl Problem {
    /// What went wrong at a file.
    pub fn at(path: &Path, what: impl fmt::Display) -> Self {
        Problem { place: name(path), what: what.to_string() }
    }

    /// What an operation on a file met.
    pub fn met(path: &Path, error: &io::Error) -> Self {
        // The system's number says nothing to people that its words do not.
        let words = error.to_string();
        Problem::at(path, words.split(" (os error ").next().unwrap_or(&words))
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.place, self.what)
    }
}

/// Whether a path means standard input.
pub fn is_standard_input(path: &Path) -> bool {
    path == Path::new("-")
}

/// A file as it is called in a message.
pub fn name(path: &Path) -> String {
    if is_standard_input(path) { "standard input".to_owned() } else { path.display().to_string() }
}

/// Says what is wrong.
pub fn complain(what: impl fmt::Display) {
    // Where nobody can be told, the rest is done all the same.
    let _ = writeln!(io::stderr(), "claimlight: {}", harmless(&what.to_string()));
}

/// Words that move nothing on a terminal, whatever stands in a file or it is called.
pub fn harmless(words: &str) -> String {
    let letter = |letter: char| match letter {
        '\n' | '\t' => letter.to_string(),
        _ if letter.is_control() => letter.escape_default().to_string(),
        _ => letter.to_string(),
    };
    words.chars().map(letter).collect()
}

/// Says what is wrong with what was asked.
pub fn refuse(what: impl fmt::Display) -> Failure {
    complain(what);
    Failure::Usage
}

/// The result of `work`, or what to say when it breaks down.
pub fn guarded<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(work))
        .map_err(|_| "claimlight broke down over it, which is a fault of ours; please report it".to_owned())
}

/// What `work` reads at `place`. A fault in reading costs one document, not the archive.
pub fn unbroken<T>(place: &str, work: impl FnOnce() -> Result<T, Problem>) -> Result<T, Problem> {
    guarded(work).unwrap_or_else(|what| Err(Problem { place: place.to_owned(), what }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_does_nothing_to_a_terminal() {
        assert_eq!(harmless("a\u{1b}[2Jb\u{9b}c ä\n"), "a\\u{1b}[2Jb\\u{9b}c ä\n");
    }

    #[test]
    fn a_fault_costs_one_document() {
        let broken = |text: &str| guarded(|| text.parse::<u8>().unwrap());
        assert_eq!(broken("7"), Ok(7));
        assert!(broken("x").is_err_and(|what| what.contains("a fault of ours")));
        let problem = unbroken::<u8>("day.jsonl:3", || panic!("a page that breaks the parser")).unwrap_err();
        assert!(problem.place == "day.jsonl:3" && problem.what.contains("a fault of ours"), "{problem}");
        assert_eq!(unbroken("day.jsonl:4", || Ok(7)), Ok(7));
    }
}
