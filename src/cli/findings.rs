//! The findings as a table: a row for each, one of the document itself with its number of words, and, if asked for,
//! one for each document that could not be read. The same rows as CSV and Parquet.

use std::borrow::Cow;

use claimlight::{
    Report, Span,
    find::{attributions::Attribution, claims::Claim, hedges::Hedge, provenance::Provenance},
    wire::{Offsets, Unit},
};

use jiff::civil::Date;

use super::{dates::day, document::Unreadable, excerpt::shown_sentence, formulas::tame, scanner::Scanned};

/// What a cell of a column holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Words.
    Text(Cow<'static, str>),
    /// A count or an offset.
    Number(u64),
    /// From 0 to 1.
    Share(f64),
    /// Yes or no.
    Flag(bool),
    /// A day of the calendar.
    Day(Date),
    /// Words of a few kinds.
    List(Vec<&'static str>),
    /// It has none.
    None,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// Words.
    Text,
    /// A count or an offset.
    Number,
    /// From 0 to 1.
    Share,
    /// Yes or no.
    Flag,
    /// A day of the calendar.
    Day,
    /// Words of a few kinds.
    List,
}

/// The columns, with what they hold. recipes/README.md says what each means.
pub const COLUMNS: [(&str, Sort); 27] = [
    ("document", Sort::Text),
    ("place", Sort::Text),
    ("date", Sort::Text),
    ("day", Sort::Day),
    ("outlet", Sort::Text),
    ("section", Sort::Text),
    ("finding", Sort::Text),
    ("start", Sort::Number),
    ("end", Sort::Number),
    ("words", Sort::Text),
    ("sentence", Sort::Text),
    ("source", Sort::Text),
    ("source_kind", Sort::Text),
    ("source_role", Sort::Text),
    ("cue", Sort::Text),
    ("cue_type", Sort::Text),
    ("loaded", Sort::Flag),
    ("directness", Sort::Text),
    ("confidence", Sort::Share),
    ("category", Sort::Text),
    ("level", Sort::Text),
    ("voice", Sort::Text),
    ("support", Sort::Text),
    ("holds", Sort::List),
    ("n_words", Sort::Number),
    ("reason", Sort::Text),
    ("error", Sort::Text),
];

/// One row, its cells in the order of [`COLUMNS`].
pub type Row = Vec<Cell>;

/// A row in the making: cells by the names of their columns.
struct Draft(Row);

impl Draft {
    fn new(finding: &'static str) -> Self {
        Draft(vec![Cell::None; COLUMNS.len()]).name("finding", finding)
    }

    fn cell(mut self, column: &str, cell: Cell) -> Self {
        let place = COLUMNS.iter().position(|(name, _)| *name == column);
        self.0[place.expect("a column of the table")] = cell;
        self
    }

    /// A word of ours.
    fn name(self, column: &str, name: &'static str) -> Self {
        self.cell(column, Cell::Text(Cow::Borrowed(name)))
    }

    fn text(self, column: &str, text: &str) -> Self {
        self.cell(column, Cell::Text(Cow::Owned(text.to_owned())))
    }

    fn maybe(self, column: &str, text: Option<&str>) -> Self {
        match text {
            Some(text) => self.text(column, text),
            None => self,
        }
    }

    /// A date as it is said, and the day it names, if it names one.
    fn date(self, words: Option<&str>) -> Self {
        let day = words.and_then(day).map_or(Cell::None, Cell::Day);
        self.maybe("date", words).cell("day", day)
    }
}

/// The rows of a document: itself, then its findings by kind, each in text order.
pub fn rows(scanned: &Scanned, unit: Unit) -> Vec<Row> {
    let table = Table {
        scanned,
        report: &scanned.report,
        text: &scanned.document.article.text,
        unit: Offsets::new(&scanned.document.article.text, unit),
    };
    let attributions = table.report.attributions.iter().map(|attribution| table.attribution(attribution));
    let hedges = table.report.hedges.iter().map(|hedge| table.hedge(hedge));
    let claims = table.report.claims.iter().map(|claim| table.claim(claim));
    let provenance = table.report.provenance.iter().map(|provenance| table.provenance(provenance));
    let document = [table.document()].into_iter();
    document.chain(attributions).chain(hedges).chain(claims).chain(provenance).map(|draft| draft.0).collect()
}

/// The row of a document that could not be read.
pub fn failed(unreadable: &Unreadable) -> Row {
    let error = unreadable.problem.to_string();
    let row = Draft::new("error").text("document", &unreadable.id).text("place", &unreadable.problem.place);
    row.text("error", &error).0
}

struct Table<'a> {
    scanned: &'a Scanned,
    report: &'a Report,
    text: &'a str,
    unit: Offsets,
}

impl Table<'_> {
    fn row(&self, finding: &'static str, span: Span) -> Draft {
        let document = &self.scanned.document;
        let offset = |byte| Cell::Number(self.unit.of(byte) as u64);
        Draft::new(finding)
            .text("document", &document.id)
            .text("place", &document.place)
            .date(document.origin.date.as_deref())
            .maybe("outlet", document.origin.outlet.as_deref())
            .maybe("section", document.origin.section.as_deref())
            .cell("start", offset(span.start))
            .cell("end", offset(span.end))
    }

    /// A row with its words and the sentence they stand in.
    fn finding(&self, finding: &'static str, span: Span) -> Draft {
        self.row(finding, span)
            .text("words", span.of(self.text))
            .text("sentence", &shown_sentence(self.report, span, self.text))
    }

    fn document(&self) -> Draft {
        let row = self.row("document", Span::new(0, self.text.len()));
        row.cell("n_words", Cell::Number(self.report.n_words as u64)).maybe("reason", self.scanned.reason)
    }

    fn attribution(&self, attribution: &Attribution) -> Draft {
        let entry = attribution.source.and_then(|source| self.report.ledger.get(source.ledger));
        let kind = entry.map_or("none", |entry| entry.kind.name());
        let confidence = (f64::from(attribution.confidence) * 100.0).round() / 100.0;
        self.finding("attribution", extent(attribution))
            .maybe("source", entry.map(|entry| entry.name.as_str()))
            .name("source_kind", kind)
            .maybe("source_role", entry.and_then(|entry| entry.role.as_deref()))
            .text("cue", attribution.cue.span.of(self.text))
            .name("cue_type", attribution.cue.cue_type.name())
            .cell("loaded", Cell::Flag(attribution.cue.loaded))
            .name("directness", attribution.directness.name())
            .cell("confidence", Cell::Share(confidence))
            .text("reason", &attribution.reason)
    }

    fn hedge(&self, hedge: &Hedge) -> Draft {
        self.finding("hedge", hedge.span)
            .name("category", hedge.category.name())
            .name("level", hedge.level.name())
            .name("voice", hedge.voice.name())
            .text("reason", &hedge.reason)
    }

    fn claim(&self, claim: &Claim) -> Draft {
        let holds = claim.holds.iter().map(|holding| holding.name()).collect();
        let support = claim.support.name();
        self.finding("claim", claim.span)
            .name("support", support)
            .cell("holds", Cell::List(holds))
            .text("reason", &claim.reason)
    }

    fn provenance(&self, provenance: &Provenance) -> Draft {
        self.finding("provenance", provenance.span).name("category", provenance.kind.name())
    }
}

/// All that belongs to an attribution's content; of one without content its cue.
pub fn extent(attribution: &Attribution) -> Span {
    let (Some(first), Some(last)) = (attribution.content.first(), attribution.content.last()) else {
        return attribution.cue.span;
    };
    Span::new(first.start, last.end)
}

/// Rows as lines of CSV (RFC 4180), safe to open in a spreadsheet.
pub fn csv(rows: &[Row]) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in rows {
        let cells = row.iter().map(|cell| match cell {
            Cell::Text(text) => tame(text).into_owned(),
            Cell::Number(number) => number.to_string(),
            Cell::Share(share) => share.to_string(),
            Cell::Flag(flag) => flag.to_string(),
            Cell::Day(day) => day.to_string(),
            Cell::List(words) => words.join(" "),
            Cell::None => String::new(),
        });
        writer.write_record(cells).expect("a row of the table's width, in memory");
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

/// The line that names the columns.
pub fn csv_head() -> String {
    COLUMNS.map(|(name, _)| name).join(",") + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_of_a_draft_is_one_of_the_table() {
        let row = Draft::new("hedge").text("category", "a \"quoted\", word\nand a line").0;
        let csv = csv(&[row]);
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(csv.as_bytes());
        let read = reader.records().next().unwrap().unwrap();
        assert_eq!((read.len(), &read[6], &read[19]), (COLUMNS.len(), "hedge", "a \"quoted\", word\nand a line"));
        assert_eq!(csv_head().split(',').count(), COLUMNS.len());
    }

    #[test]
    fn a_date_is_told_as_said_and_as_a_day() {
        let cells = |words| csv(&[Draft::new("hedge").date(Some(words)).0]);
        assert!(cells("2026-11-24T19:00Z").starts_with(",,2026-11-24T19:00Z,2026-11-24,"));
        assert!(cells("2026-11").starts_with(",,2026-11,,") && cells("garbage").starts_with(",,garbage,,"));
    }

    #[test]
    fn words_of_a_text_are_no_formulas() {
        let row = Draft::new("hedge").text("words", "=1+1").cell("confidence", Cell::Share(-0.5)).0;
        assert!(csv(&[row]).contains(",'=1+1,"), "the words are shown");
    }
}
