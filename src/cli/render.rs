//! Writes a report in the format asked for.

use std::io::{self, IsTerminal};

use claimlight::{
    Report,
    notation::{self, Layer},
    wire::{self, Unit},
};

use super::{Format, ScanArguments, documents::Document};

/// How reports are written.
pub struct Rendering {
    format: Format,
    unit: Unit,
    of_many: bool,
    /// How many columns a line of text may have.
    width: usize,
}

/// What stands around the reports of a run.
pub struct Separators {
    /// Before the first.
    pub before: &'static str,
    /// Between two.
    pub between: &'static str,
    /// After each.
    pub after_each: &'static str,
    /// After the last.
    pub after: &'static str,
}

impl Rendering {
    /// What the arguments ask for.
    pub fn new(arguments: &ScanArguments, of_many: bool) -> Self {
        Rendering { format: arguments.format, unit: arguments.unit, of_many, width: width() }
    }

    /// The report as it is written, without what stands around it.
    pub fn report(&self, document: &Document, report: &Report) -> String {
        let wire_report = || wire::report(&document.id, &document.article, report, self.unit);
        match self.format {
            Format::Text => self.text(document, report),
            Format::Json => wire_report().to_json(),
            Format::Jsonl => wire_report().to_json_line(),
        }
    }

    fn text(&self, document: &Document, report: &Report) -> String {
        let heading = if self.of_many { format!("# {}\n\n", document.id) } else { String::new() };
        heading + &notation::write(&document.article, report, &Layer::ALL, self.width)
    }

    /// The separators: JSON is one object for one document and an array for several.
    pub fn separators(&self) -> Separators {
        let none = Separators { before: "", between: "", after_each: "", after: "" };
        match (self.format, self.of_many) {
            (Format::Text, _) => Separators { between: "\n", ..none },
            (Format::Json, true) => Separators { before: "[\n", between: ",\n", after: "\n]\n", ..none },
            (Format::Json, false) | (Format::Jsonl, _) => Separators { after_each: "\n", ..none },
        }
    }
}

/// The width of the terminal: a line that it wrapped would part the marks from their words.
fn width() -> usize {
    if !io::stdout().is_terminal() {
        return usize::MAX;
    }
    terminal_size::terminal_size().map_or(usize::MAX, |(width, _)| width.0.into())
}
