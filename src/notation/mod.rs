//! The caret notation: a text with every mark under its line. The same for test cases, `--format text` and the README.
//!
//! ```text
//! The bridge may close in June, the mayor said.
//! ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ content
//!            ^^^ hedge possibility (source's)
//!                               ^^^^^^^^^ source role
//!                                         ^^^^ cue communication
//! ```
//! A sentence is a line, an empty line parts blocks. Marks stand in text order, the longer first.
//! A mark over several lines has a row under each: `content …`, then `… content`.
//! A line that would read as a mark or a fence has a `\` before it.
//!
//! A column is what a terminal gives a character: none for combining marks and invisible characters, two for wide
//! ones (Chinese, most emoji), one for the rest. Characters are counted one by one, also those a font joins; a tab,
//! line break or other control character is written as a space.

mod columns;
mod labels;
mod read;
mod write;

pub use labels::{Mark, marks};
pub use read::read;
pub use write::{paragraphs, write, write_with_reasons};

use crate::span::Span;

/// What a mark is about; a test case may list some of these alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Layer {
    /// Contents, sources and cues.
    Attributions,
    /// Hedges.
    Hedges,
    /// Claims.
    Claims,
    /// Statements of where the article comes from.
    Provenance,
}

impl Layer {
    /// All layers.
    pub const ALL: [Layer; 4] = [Layer::Attributions, Layer::Hedges, Layer::Claims, Layer::Provenance];

    /// Its name on a fence.
    pub const fn name(self) -> &'static str {
        match self {
            Layer::Attributions => "attributions",
            Layer::Hedges => "hedges",
            Layer::Claims => "claims",
            Layer::Provenance => "provenance",
        }
    }
}

/// The lines of one block.
pub type Paragraph = Vec<Line>;

/// A line of text with the marks under it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// The text as it is written, a space for each control character.
    pub text: String,
    /// The marks, in text order.
    pub rows: Vec<Row>,
}

/// One row of carets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Column of the first caret.
    pub start: usize,
    /// Column after the last caret.
    pub end: usize,
    /// What it says.
    pub label: String,
}

impl Line {
    /// The words a row of its marks covers, combining marks after them included.
    pub fn words(&self, row: &Row) -> &str {
        let start = columns::byte_at(&self.text, row.start);
        let end = columns::byte_at(&self.text, row.end);
        Span::new(start, end).of(&self.text)
    }
}

/// The plain text that was marked: a space between the lines of a block, a line break between blocks.
///
/// ```
/// use claimlight::notation::{read, text};
///
/// assert_eq!(text(&read("It may close.\n   ^^^ hedge possibility\nSo he said.\n\nNobody knew.")), "It may close. So he said.\nNobody knew.");
/// ```
pub fn text(paragraphs: &[Paragraph]) -> String {
    let block = |lines: &Paragraph| lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" ");
    paragraphs.iter().map(block).collect::<Vec<_>>().join("\n")
}

/// What begins a line that would else read as a mark or as a fence.
const ESCAPE: char = '\\';

/// Whether a line of text needs the escape before it.
fn needs_escape(line: &str) -> bool {
    line.trim_start().starts_with(['^', ESCAPE]) || line.starts_with("```")
}
