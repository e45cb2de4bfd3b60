//! A document that was read, or could not be.

use claimlight::Article;

use super::problems::Problem;

/// A document that can be scanned.
#[derive(Debug, Default)]
pub struct Document {
    /// Its name: of a file the stem or path, of a line what its "id" says.
    pub id: String,
    /// The file, and the line if it has lines.
    pub place: String,
    /// How many files were found before its own.
    pub input: usize,
    /// Its text, with what its page knows of it.
    pub article: Article,
    /// Where and when it was published.
    pub origin: Origin,
    /// What its reader should know of how it was read.
    pub note: Option<&'static str>,
    /// Whether it is the article of a page; else a text, whole.
    pub is_page: bool,
}

/// Where and when a document was published, as far as it says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// ISO 8601, which sorts, where it could be read; else as it was given.
    pub date: Option<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// The part of the paper.
    pub section: Option<String>,
}

impl Origin {
    /// This, and where it says nothing what `other` says.
    pub fn or(self, other: Origin) -> Origin {
        Origin {
            date: self.date.or(other.date),
            outlet: self.outlet.or(other.outlet),
            section: self.section.or(other.section),
        }
    }
}

/// A document that could not be read.
#[derive(Clone, Debug)]
pub struct Unreadable {
    /// Its name, as far as it is known.
    pub id: String,
    /// What is wrong.
    pub problem: Problem,
}

/// What stands for bytes that are no text.
pub const MALFORMED: &str = "some bytes are no text in the encoding that the page names; they are read as \u{fffd}";
