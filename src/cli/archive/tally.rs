//! Counts what is found in an archive, and keeps some sentences for every number.

use std::collections::BTreeMap;

use claimlight::Span;

use crate::cli::{
    findings::{extent, sentence},
    formulas::tame,
    scanner::Scanned,
};

/// What is counted of one document.
pub struct Seen {
    document: String,
    /// The month, or the year where no more is known.
    month: String,
    outlet: String,
    section: String,
    n_words: usize,
    findings: Vec<Finding>,
}

/// A finding with its sentence.
struct Finding {
    counted: Counted,
    sentence: String,
}

enum Counted {
    /// By what supports it.
    Claim(&'static str),
    /// By who made it.
    Statement { source: String, kind: &'static str },
    /// By category and voice.
    Hedge { category: &'static str, voice: &'static str },
}

/// The year of a month.
fn year(month: &str) -> &str {
    if month == UNKNOWN { month } else { month.split('-').next().unwrap_or(month) }
}

/// What stands for a date, outlet or section that is not known.
const UNKNOWN: &str = "not said";

impl Seen {
    /// What is counted of a document.
    pub fn of(scanned: &Scanned) -> Self {
        let origin = &scanned.document.origin;
        let named = |name: &Option<String>| name.clone().unwrap_or_else(|| UNKNOWN.to_owned());
        Seen {
            document: scanned.document.id.clone(),
            month: origin.date.as_deref().and_then(month).unwrap_or_else(|| UNKNOWN.to_owned()),
            outlet: named(&origin.outlet),
            section: named(&origin.section),
            n_words: scanned.report.n_words,
            findings: findings(scanned),
        }
    }
}

/// The month of a date in ISO 8601: "2026-11" of "2026-11-24T19:00Z"; the year of a year.
fn month(date: &str) -> Option<String> {
    let is = |text: &str, shape: &str| {
        text.len() == shape.len()
            && text
                .chars()
                .zip(shape.chars())
                .all(|(own, place)| if place == '0' { own.is_ascii_digit() } else { own == place })
    };
    let start = date.get(..7).filter(|start| is(start, "0000-00"));
    start.or_else(|| Some(date).filter(|date| is(date, "0000"))).map(str::to_owned)
}

fn findings(scanned: &Scanned) -> Vec<Finding> {
    let Scanned { document, report, .. } = scanned;
    let finding = |counted, span: Span| {
        let words = sentence(report, span).of(&document.article.text).split_whitespace();
        Finding { counted, sentence: words.collect::<Vec<_>>().join(" ") }
    };
    let claims = report.claims.iter().map(|claim| finding(Counted::Claim(claim.support.name()), claim.span));
    let statements = report.attributions.iter().map(|attribution| {
        let entry = attribution.source.and_then(|source| report.ledger.get(source.ledger));
        let (source, kind) = entry.map_or((UNKNOWN, "none"), |entry| (entry.name.as_str(), entry.kind.name()));
        finding(Counted::Statement { source: source.to_owned(), kind }, extent(attribution))
    });
    let hedges = report.hedges.iter().map(|hedge| {
        finding(Counted::Hedge { category: hedge.category.name(), voice: hedge.voice.name() }, hedge.span)
    });
    claims.chain(statements).chain(hedges).collect()
}

/// How many sentences the page shows of a number; all stand in the data beside it.
pub const MAX_EXAMPLES: usize = 8;

/// A number, and some of the sentences it counts.
#[derive(Default)]
pub struct Group {
    /// How many.
    pub n: usize,
    /// The first of them: document and sentence.
    pub examples: Vec<(String, String)>,
}

/// Numbers in rows and columns.
type Cross = BTreeMap<(String, &'static str), Group>;

/// All that is counted.
#[derive(Default)]
pub struct Tallies {
    /// How many documents were read.
    pub n_documents: u64,
    /// How many could not be.
    pub n_failed: u64,
    /// How many words they have.
    pub n_words: usize,
    claims: Cross,
    years: Cross,
    sources: Cross,
    outlets: Cross,
    sections: Cross,
    hedges: Cross,
}

impl Tallies {
    /// Counts a document.
    pub fn add(&mut self, seen: Seen) {
        self.n_documents += 1;
        self.n_words += seen.n_words;
        for Finding { counted, sentence } in seen.findings {
            let example = (seen.document.as_str(), sentence.as_str());
            match counted {
                Counted::Claim(support) => {
                    count(&mut self.claims, &seen.month, support, example);
                    count(&mut self.years, year(&seen.month), support, example);
                }
                Counted::Statement { source, kind } => {
                    count(&mut self.outlets, &seen.outlet, kind, example);
                    count(&mut self.sections, &seen.section, kind, example);
                    // "He", met alone, and nobody are no sources to rank.
                    if !matches!(kind, "pronoun" | "none") {
                        count(&mut self.sources, &source, kind, example);
                    }
                }
                Counted::Hedge { category, voice } => count(&mut self.hedges, category, voice, example),
            }
        }
    }

    /// The tables the page shows.
    pub fn tables(&self) -> Vec<Table<'_>> {
        let supports =
            &["named", "role", "document", "outlet", "link", "anonymous", "collective", "hearsay", "hedged", "none"];
        let kinds = &["named", "role", "document", "outlet", "anonymous", "collective", "pronoun", "none"];
        vec![
            Table::new("years", "Claims by what supports them, by year", "year", supports, &self.years),
            Table::new("claims", "Claims by what supports them, by month", "month", supports, &self.claims),
            Table::new("sources", "Who is quoted most", "source", kinds, &self.sources).most_first(),
            Table::new("outlets", "How sources are identified, by outlet", "outlet", kinds, &self.outlets).most_first(),
            Table::new("sections", "How sources are identified, by section", "section", kinds, &self.sections)
                .most_first(),
            Table::new("hedges", "Words of caution, and whose they are", "category", &["own", "source"], &self.hedges),
        ]
    }
}

fn count(cross: &mut Cross, row: &str, column: &'static str, (document, sentence): (&str, &str)) {
    let group = cross.entry((row.to_owned(), column)).or_default();
    group.n += 1;
    if group.examples.len() < MAX_EXAMPLES {
        group.examples.push((document.to_owned(), sentence.to_owned()));
    }
}

/// A table of numbers.
pub struct Table<'a> {
    /// Its name, in links and of its file.
    pub name: &'static str,
    /// What it shows.
    pub title: &'static str,
    /// What its rows are.
    pub of_rows: &'static str,
    /// Its columns: those that have a number.
    pub columns: Vec<&'static str>,
    /// Its rows.
    pub rows: Vec<&'a str>,
    cross: &'a Cross,
}

impl<'a> Table<'a> {
    fn new(
        name: &'static str,
        title: &'static str,
        of_rows: &'static str,
        columns: &[&'static str],
        cross: &'a Cross,
    ) -> Self {
        let mut rows: Vec<&str> = cross.keys().map(|(row, _)| row.as_str()).collect();
        rows.dedup();
        let columns = columns.iter().copied().filter(|column| cross.keys().any(|(_, own)| own == column)).collect();
        Table { name, title, of_rows, columns, rows, cross }
    }

    fn most_first(mut self) -> Self {
        let cross = self.cross;
        self.rows
            .sort_by_cached_key(|row| std::cmp::Reverse(row_groups(cross, row).map(|group| group.n).sum::<usize>()));
        self
    }

    /// The numbers of a row, column by column.
    pub fn groups(&self, row: &'a str) -> impl Iterator<Item = Option<&'a Group>> {
        self.columns.iter().map(move |column| self.cross.get(&(row.to_owned(), *column)))
    }

    /// The sum of a row.
    pub fn total(&self, row: &'a str) -> usize {
        self.groups(row).flatten().map(|group| group.n).sum()
    }

    /// Every number as CSV, safe to open in a spreadsheet.
    pub fn csv(&self) -> String {
        let mut writer = csv::Writer::from_writer(Vec::new());
        let head = [self.of_rows].into_iter().chain(self.columns.iter().copied());
        writer.write_record(head).expect("a record in memory");
        for row in &self.rows {
            let numbers = self.groups(row).map(|group| group.map_or(0, |group| group.n).to_string());
            writer
                .write_record([tame(row).into_owned()].into_iter().chain(numbers))
                .expect("a record of the table's width");
        }
        String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
    }
}

fn row_groups<'a>(cross: &'a Cross, row: &str) -> impl Iterator<Item = &'a Group> {
    let row = row.to_owned();
    cross.range((row.clone(), "")..).take_while(move |((own, _), _)| *own == row).map(|(_, group)| group)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_sources_are_no_formulas() {
        let mut cross = Cross::new();
        count(&mut cross, "@SUM(A1)", "named", ("a", "She said so."));
        let table = Table::new("sources", "Who is quoted most", "source", &["named"], &cross);
        assert_eq!(table.csv(), "source,named\n'@SUM(A1),1\n");
    }

    #[test]
    fn months_are_read_of_dates_and_years() {
        let month = |date| month(date).unwrap_or_default();
        assert_eq!(
            (month("2026-11-24T19:00Z"), month("2026-11"), month("1987")),
            ("2026-11".into(), "2026-11".into(), "1987".into())
        );
        assert_eq!((month("24 Nov"), month("")), (String::new(), String::new()));
    }
}
