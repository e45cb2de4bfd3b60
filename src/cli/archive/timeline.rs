//! Lays a table of years or months out as columns over time. A month in which nothing was found has its room.

use indicatif::HumanCount;
use plotters::{
    coord::{ranged1d::Ranged, types::RangedCoordu64},
    prelude::{BLACK, Color, PathElement, Text},
    style::text_anchor::HPos,
};

use super::{
    drawing::{Area, Failed, Part, WIDTH, style},
    table::Table,
};

/// Sizes in pixels of the drawing.
pub const HEIGHT: i32 = 260;
const TOP: i32 = 10;
const BOTTOM: i32 = HEIGHT - 26;
const LEFT: i32 = 64;
const RIGHT: i32 = WIDTH - 10;

/// The widest a column gets: two years are no two walls.
const MAX_COLUMN: i32 = 44;

/// The least room of a label.
const LABEL: i32 = 48;

/// How many lines say how many, at most.
const MAX_LINES: usize = 5;

/// The months from the year 0 to that of a row, or the years, as the table has; nothing if the row is neither.
fn moment(row: &str, of_rows: &str) -> Option<i32> {
    match (row.split_once('-'), of_rows) {
        (Some((year, month)), "month") => Some(year.parse::<i32>().ok()? * 12 + month.parse::<i32>().ok()? - 1),
        (None, "year") => row.parse().ok(),
        _ => None,
    }
}

/// Where the columns stand.
struct Span {
    first: i32,
    n: i32,
    /// How many a line stands for more than the one below it.
    step: usize,
    /// What the highest line stands for: no column is higher.
    most: usize,
}

impl Span {
    fn of(table: &Table) -> Option<Self> {
        let moments = || table.rows.iter().filter_map(|row| moment(row, table.of_rows));
        let (first, last) = (moments().min()?, moments().max()?);
        let shown = table.rows.iter().filter(|row| moment(row, table.of_rows).is_some());
        let most = shown.map(|row| table.total(row)).max()?.max(1);
        let step =
            RangedCoordu64::from(0..most as u64).key_points(MAX_LINES).get(1).map_or(most, |step| *step as usize);
        Some(Span { first, n: last - first + 1, step, most: most.next_multiple_of(step) })
    }

    fn room(&self) -> f64 {
        f64::from(RIGHT - LEFT) / f64::from(self.n)
    }

    /// The left and right end of a column.
    fn column(&self, moment: i32) -> (i32, i32) {
        let middle = f64::from(LEFT) + (f64::from(moment - self.first) + 0.5) * self.room();
        let width = (self.room() * 0.8).min(f64::from(MAX_COLUMN)).max(1.0);
        let left = (middle - width / 2.0).round();
        (left as i32, (left + width.round()) as i32)
    }

    fn height(&self, n: usize) -> i32 {
        BOTTOM - (n as f64 / self.most as f64 * f64::from(BOTTOM - TOP)).round() as i32
    }
}

/// Whether a row of a table has a place in time.
pub fn is_known(table: &Table) -> bool {
    Span::of(table).is_some()
}

/// How many findings stand in rows that have no place in time.
pub fn n_without(table: &Table) -> usize {
    let without = table.rows.iter().filter(|row| moment(row, table.of_rows).is_none());
    without.map(|row| table.total(row)).sum()
}

/// The parts of the columns, from the ground up.
pub fn parts(table: &Table) -> Vec<Part> {
    let Some(span) = Span::of(table) else { return Vec::new() };
    let mut parts = Vec::new();
    for (row_index, row) in table.rows.iter().enumerate() {
        let Some(moment) = moment(row, table.of_rows) else { continue };
        let (left, right) = span.column(moment);
        let mut n_below = 0;
        for (column_index, group) in table.groups(row).enumerate() {
            let n = group.map_or(0, |group| group.n);
            let corners = [(left, span.height(n_below + n)), (right, span.height(n_below))];
            parts.extend(Part::new(table, row_index, column_index, corners));
            n_below += n;
        }
    }
    parts
}

/// Lines that say how many, and the years below.
pub fn grid<'a>(area: &Area<'a>, table: &Table) -> Result<(), Failed<'a>> {
    let Some(span) = Span::of(table) else { return Ok(()) };
    for n in (0..=span.most).step_by(span.step) {
        let height = span.height(n);
        let shade = if n == 0 { BLACK.stroke_width(1) } else { BLACK.mix(0.2).stroke_width(1) };
        area.draw(&PathElement::new(vec![(LEFT, height), (RIGHT, height)], shade))?;
        area.draw(&Text::new(HumanCount(n as u64).to_string(), (LEFT - 8, height), style(HPos::Right)))?;
    }
    let mut free_from = 0;
    for moment in span.first..span.first + span.n {
        let (left, right) = span.column(moment);
        let middle = (left + right) / 2;
        if middle >= free_from
            && let Some(label) = label(moment, table.of_rows, span.n)
        {
            area.draw(&Text::new(label, (middle, BOTTOM + 14), style(HPos::Center)))?;
            free_from = middle + LABEL;
        }
    }
    Ok(())
}

/// What stands below a column: the year at its first month; where there are few months each of them.
fn label(moment: i32, of_rows: &str, n: i32) -> Option<String> {
    const FEW: i32 = 12;
    let (year, month) = (moment.div_euclid(12), moment.rem_euclid(12) + 1);
    match of_rows {
        "year" => Some(moment.to_string()),
        _ if n <= FEW => Some(format!("{year}-{month:02}")),
        _ => (month == 1).then(|| year.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::archive::table::{Cross, Group, Shape};

    #[test]
    fn rows_have_their_place_in_time() {
        assert_eq!(moment("2026-11", "month"), Some(2026 * 12 + 10));
        assert_eq!(
            (moment("2026", "year"), moment("2026", "month"), moment("not said", "year")),
            (Some(2026), None, None)
        );
        assert_eq!((label(2026 * 12, "month", 30), label(2026 * 12 + 1, "month", 30)), (Some("2026".into()), None));
    }

    #[test]
    fn no_column_is_higher_than_the_highest_line() {
        let cross = |n| [(("2026".to_owned(), "named"), Group { n, ..Group::default() })].into();
        for (n, expected) in [(1, 1), (7, 8), (31, 40), (1_000, 1_000), (1_001, 1_500)] {
            let cross: Cross = cross(n);
            let table = Table::new("years", "", "year", &["named"], &cross, Shape::Time);
            let span = Span::of(&table).unwrap();
            assert!(
                span.most >= n && span.most.is_multiple_of(span.step) && span.most / span.step <= MAX_LINES,
                "{n}: {}",
                span.most
            );
            assert_eq!(span.most, expected, "{n}");
        }
    }
}
