//! Writes a report in the format asked for.

use claimlight::{Report, wire};

use super::{Format, ScanArguments, documents::Document};

/// The report as it is written, without what separates it from the next.
pub fn render(document: &Document, report: &Report, arguments: &ScanArguments) -> String {
    let wire_report = || wire::report(&document.id, &document.article, report, arguments.unit);
    match arguments.format {
        Format::Json => wire_report().to_json(),
        Format::Jsonl => wire_report().to_json_line(),
    }
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

/// The separators of a format: JSON is one object for one document and an array for several.
pub fn separators(format: Format, of_many: bool) -> Separators {
    let none = Separators { before: "", between: "", after_each: "", after: "" };
    match (format, of_many) {
        (Format::Json, true) => Separators { before: "[\n", between: ",\n", after: "\n]\n", ..none },
        (Format::Json, false) | (Format::Jsonl, _) => Separators { after_each: "\n", ..none },
    }
}
