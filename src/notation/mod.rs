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
//!
//! ```
//! use claimlight::{Options, article::from_text, notation::{Layer, write}, scan_article};
//!
//! let article = from_text("The bridge may close in June, the mayor said.");
//! let report = scan_article(&article, &Options::default());
//! assert_eq!(write(&article, &report, &[Layer::Hedges], 80), "\
//! The bridge may close in June, the mayor said.
//!            ^^^ hedge possibility (source's)
//! ");
//! ```

mod columns;
mod labels;
mod read;
mod write;

pub use labels::{Mark, marks};
pub use read::read;
pub use write::{paragraphs, write, write_with_reasons};

use crate::span::Span;

/// What a mark is about; a test case may list some of these alone.
///
/// ```
/// use claimlight::{Options, notation::{Layer, marks}, scan};
///
/// let marks = marks(&scan("The bridge may close, the mayor said.", &Options::default()));
/// let n_about = |layer| marks.iter().filter(|mark| mark.layer == layer).count();
/// assert_eq!((n_about(Layer::Attributions), n_about(Layer::Hedges)), (3, 1));
/// ```
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
    ///
    /// ```
    /// use claimlight::notation::Layer;
    ///
    /// // All but the claims, for who looks at the sourcing alone.
    /// assert_eq!(Layer::ALL.into_iter().filter(|layer| *layer != Layer::Claims).count(), 3);
    /// ```
    pub const ALL: [Layer; 4] = [Layer::Attributions, Layer::Hedges, Layer::Claims, Layer::Provenance];

    /// Its name on a fence.
    ///
    /// ```
    /// assert_eq!(claimlight::notation::Layer::Provenance.name(), "provenance");
    /// ```
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
///
/// ```
/// use claimlight::notation::{Paragraph, read};
///
/// let paragraphs: Vec<Paragraph> = read("It may close.\n   ^^^ hedge possibility\nSo he said.\n\nNobody knew.");
/// assert_eq!(paragraphs.iter().map(Vec::len).collect::<Vec<_>>(), [2, 1], "a sentence is a line");
/// ```
pub type Paragraph = Vec<Line>;

/// A line of text with the marks under it.
///
/// ```
/// use claimlight::notation::{Line, Row, text};
///
/// let row = Row { start: 3, end: 6, label: "hedge possibility".to_owned() };
/// let line = Line { text: "It may close.".to_owned(), rows: vec![row] };
/// assert_eq!(text(&[vec![line]]), "It may close.");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// The text as it is written, a space for each control character.
    pub text: String,
    /// The marks, in text order.
    pub rows: Vec<Row>,
}

/// One row of carets.
///
/// ```
/// // Two columns for each Chinese character: the row stands where a terminal shows the words.
/// let line = claimlight::notation::read("记者 may know.\n     ^^^ hedge possibility").remove(0).remove(0);
/// assert_eq!((line.rows[0].start, line.rows[0].end, line.words(&line.rows[0])), (5, 8, "may"));
/// ```
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
    ///
    /// ```
    /// let line = claimlight::notation::read("Zoë may come.\n    ^^^ hedge possibility").remove(0).remove(0);
    /// assert_eq!(line.words(&line.rows[0]), "may");
    /// ```
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
