//! Numbers in rows and columns, each with some of the sentences it counts.

use std::{cmp::Reverse, collections::BTreeMap};

use crate::cli::formulas::tame;

/// What stands for a date, outlet, section or source that is not known.
pub const UNKNOWN: &str = "not said";

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

/// Numbers by row and column.
pub type Cross = BTreeMap<(String, &'static str), Group>;

/// How a table is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A column for each year or month, in the order of time.
    Time,
    /// A bar for each row, as long as it has findings, the longest first.
    Ranks,
    /// A bar for each row, all of one length: rows of any size can be compared. The greatest first.
    Shares,
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
    /// How it is drawn.
    pub shape: Shape,
    cross: &'a Cross,
}

impl<'a> Table<'a> {
    /// The table of `cross`; of `columns` those that have a number, in their order.
    pub fn new(
        name: &'static str,
        title: &'static str,
        of_rows: &'static str,
        columns: &[&'static str],
        cross: &'a Cross,
        shape: Shape,
    ) -> Self {
        let mut rows: Vec<&str> = cross.keys().map(|(row, _)| row.as_str()).collect();
        rows.dedup();
        if shape != Shape::Time {
            rows.sort_by_cached_key(|row| Reverse(row_groups(cross, row).map(|group| group.n).sum::<usize>()));
        }
        let columns = columns.iter().copied().filter(|column| cross.keys().any(|(_, own)| own == column)).collect();
        Table { name, title, of_rows, columns, rows, shape, cross }
    }

    /// Whether no document says in which row it belongs.
    pub fn is_unsaid(&self) -> bool {
        self.rows == [UNKNOWN]
    }

    /// The numbers of a row, column by column.
    pub fn groups(&self, row: &'a str) -> impl Iterator<Item = Option<&'a Group>> {
        self.columns.iter().map(move |column| self.cross.get(&(row.to_owned(), *column)))
    }

    /// The sum of a row.
    pub fn total(&self, row: &'a str) -> usize {
        self.groups(row).flatten().map(|group| group.n).sum()
    }

    /// Where the sentences of a row's number stand on the page.
    pub fn place(&self, row_index: usize, column: &str) -> String {
        format!("{}-{row_index}-{column}", self.name)
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
        let cross = Cross::from([(("@SUM(A1)".to_owned(), "named"), Group { n: 1, examples: Vec::new() })]);
        let table = Table::new("sources", "Who is quoted most", "source", &["named"], &cross, Shape::Ranks);
        assert_eq!(table.csv(), "source,named\n'@SUM(A1),1\n");
        assert!(!table.is_unsaid());
    }
}
