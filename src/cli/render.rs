//! Writes a report in the format asked for.

use std::{
    io::{self, IsTerminal},
    sync::LazyLock,
};

use claimlight::{
    Report,
    notation::{self, Layer},
    wire::{
        self, WirePage,
        documents::{DocumentReport, Published},
    },
};

use super::{
    arguments::{Format, ScanArguments},
    colour,
    document::{Origin, Unreadable},
    findings::{self, Row},
    page,
    problems::harmless,
    scanner::Scanned,
};

/// How reports are written.
pub struct Rendering<'a> {
    arguments: &'a ScanArguments,
    of_many: bool,
    /// How many columns a line of text may have.
    width: usize,
    style: colour::Style,
}

/// A report as it is written: text, or rows of a table.
#[derive(Debug, Default)]
pub struct Written {
    /// The text, without what stands around it.
    pub text: String,
    /// The rows.
    pub rows: Vec<Row>,
}

/// What stands around the reports of a run.
#[derive(Clone, Copy)]
pub struct Separators {
    /// Before the first.
    pub before: &'static str,
    /// The same where there is none.
    pub before_none: &'static str,
    /// Between two.
    pub between: &'static str,
    /// After each.
    pub after_each: &'static str,
    /// After the last.
    pub after: &'static str,
}

impl<'a> Rendering<'a> {
    /// What the arguments ask for.
    pub fn new(arguments: &'a ScanArguments, of_many: bool) -> Self {
        let is_watched = arguments.file().is_none() && io::stdout().is_terminal();
        Rendering { arguments, of_many, width: width(is_watched), style: colour::style(is_watched) }
    }

    /// The report of a document.
    pub fn report(&self, scanned: &Scanned) -> Written {
        let text = match self.arguments.format {
            Format::Text => self.text(scanned),
            Format::Json => self.wire(scanned).to_json(),
            Format::Jsonl => self.wire(scanned).to_json_line(),
            Format::Csv => findings::csv(&findings::rows(scanned, self.arguments.unit)),
            Format::Html if self.of_many => page::article(scanned),
            Format::Html => page::head(&page::title(&scanned.document)) + &page::article(scanned),
            Format::Parquet => {
                return Written { text: String::new(), rows: findings::rows(scanned, self.arguments.unit) };
            }
        };
        Written { text, rows: Vec::new() }
    }

    /// What stands for a document that could not be read, if it is to be kept in its place.
    pub fn failed(&self, unreadable: &Unreadable) -> Option<Written> {
        if !self.arguments.keep_failed {
            return None;
        }
        let text = |text| Some(Written { text, rows: Vec::new() });
        match self.arguments.format {
            Format::Jsonl => text(wire::documents::failed(&unreadable.id, &unreadable.problem.to_string())),
            Format::Csv => text(findings::csv(&[findings::failed(unreadable)])),
            Format::Parquet => Some(Written { text: String::new(), rows: vec![findings::failed(unreadable)] }),
            Format::Text | Format::Json | Format::Html => None,
        }
    }

    fn wire<'b>(&self, scanned: &'b Scanned) -> DocumentReport<'b> {
        let Scanned { document, report, reason } = scanned;
        let Origin { date, outlet, section } = &document.origin;
        let page = WirePage {
            reason: *reason,
            language: document.article.language.as_deref(),
            foreign: document.article.n_foreign,
            scanned: 1.0,
        };
        let report = wire::report(&document.id, &document.article, report, self.arguments.unit);
        let published = Published { date: date.as_deref(), outlet: outlet.as_deref(), section: section.as_deref() };
        DocumentReport { report, page, published }
    }

    fn text(&self, scanned: &Scanned) -> String {
        let Scanned { document, report, .. } = scanned;
        let heading = if self.of_many { format!("# {}\n\n", harmless(&document.id)) } else { String::new() };
        let write = if self.arguments.reasons { notation::write_with_reasons } else { notation::write };
        let marked = write(&document.article, report, &Layer::ALL, self.width);
        let speakers = if self.arguments.ledger { speakers(report) } else { String::new() };
        self.style.painted(&(heading + &marked + &speakers))
    }

    /// JSON is one object for one document and an array for several.
    pub fn separators(&self) -> Separators {
        let none = Separators { before: "", before_none: "", between: "", after_each: "", after: "" };
        match (self.arguments.format, self.of_many) {
            (Format::Text, _) => Separators { between: "\n", ..none },
            (Format::Json, true) => {
                Separators { before: "[\n", before_none: "[\n", between: ",\n", after: "\n]\n", ..none }
            }
            (Format::Json, false) | (Format::Jsonl, _) => Separators { after_each: "\n", ..none },
            (Format::Csv, _) => Separators { before: csv_head(), before_none: csv_head(), ..none },
            (Format::Html, true) => {
                Separators { before: html_head(), before_none: html_head(), after: page::FOOT, ..none }
            }
            // The head of one article bears its headline, and comes with it.
            (Format::Html, false) => Separators { before_none: html_head(), after: page::FOOT, ..none },
            (Format::Parquet, _) => none,
        }
    }
}

/// The line that names the columns, made once.
fn csv_head() -> &'static str {
    static HEAD: LazyLock<String> = LazyLock::new(findings::csv_head);
    &HEAD
}

/// What stands before several articles, made once.
fn html_head() -> &'static str {
    static HEAD: LazyLock<String> = LazyLock::new(|| page::head(page::TITLE));
    &HEAD
}

/// Who speaks, those first who speak most; how often, how identified, and in which role.
fn speakers(report: &Report) -> String {
    let mut entries: Vec<_> = report.ledger.iter().collect();
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.attributions.len()));
    let lines = entries.iter().map(|entry| {
        let role = entry.role.as_ref().map(|role| format!(" · {role}")).unwrap_or_default();
        format!("{:>5} × {} ({}){role}\n", entry.attributions.len(), entry.name, entry.kind.name())
    });
    if entries.is_empty() {
        "\nNobody speaks.\n".to_owned()
    } else {
        format!("\nWho speaks:\n{}", lines.collect::<String>())
    }
}

/// How wide a line gets where no terminal says it. Each row of marks repeats its indent, so the limit keeps the output
/// in proportion to the text; what people write is rarely cut by it.
const MAX_WIDTH: usize = 400;

/// The width of the terminal: a line that it wrapped would part the marks from their words.
fn width(is_watched: bool) -> usize {
    let terminal = if is_watched { terminal_size::terminal_size() } else { None };
    terminal.map_or(MAX_WIDTH, |(width, _)| usize::from(width.0).clamp(1, MAX_WIDTH))
}
