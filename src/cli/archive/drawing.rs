//! What all charts are drawn of: parts in the colours of their columns, and words.

use indicatif::HumanCount;
use plotters::{
    coord::Shift,
    prelude::{DrawingArea, DrawingAreaErrorKind, DrawingBackend, IntoFont, RGBColor, SVGBackend},
    style::{
        TextStyle,
        text_anchor::{HPos, Pos, VPos},
    },
};

use super::table::Table;

/// How wide a drawing is, in pixels; the page scales it.
pub const WIDTH: i32 = 720;

/// An area to draw on.
pub type Area<'a> = DrawingArea<SVGBackend<'a>, Shift>;

/// How drawing fails.
pub type Failed<'a> = DrawingAreaErrorKind<<SVGBackend<'a> as DrawingBackend>::ErrorType>;

/// The colours of columns: Paul Tol's "muted" scheme, told apart by the colour-blind, legible on light and on dark.
const COLOURS: [RGBColor; 10] = [
    RGBColor(51, 119, 187),
    RGBColor(136, 204, 238),
    RGBColor(68, 170, 153),
    RGBColor(17, 140, 80),
    RGBColor(153, 153, 51),
    RGBColor(221, 204, 119),
    RGBColor(204, 102, 119),
    RGBColor(170, 68, 153),
    RGBColor(150, 150, 160),
    RGBColor(200, 60, 50),
];

/// The column that each colour shows, so that it is the same in every chart and archive.
const SHOWN: [&[&str]; 10] = [
    &["named", "own"],
    &["role"],
    &["document", "source"],
    &["outlet"],
    &["link"],
    &["collective"],
    &["hearsay"],
    &["anonymous"],
    &["pronoun", "hedged"],
    &["none"],
];

/// The colour of a column.
pub fn colour(column: &str) -> RGBColor {
    let place = SHOWN.iter().position(|names| names.contains(&column));
    COLOURS[place.unwrap_or(COLOURS.len() - 1)]
}

/// What is drawn of a number.
pub struct Part {
    /// Two corners, in pixels.
    pub corners: [(i32, i32); 2],
    /// The column it is in.
    pub column: &'static str,
    /// Where its sentences stand.
    pub place: String,
    /// What it says to who points at it.
    pub title: String,
}

impl Part {
    /// The part for column `column_index` of a row, if that has a number.
    pub fn new(table: &Table, row_index: usize, column_index: usize, corners: [(i32, i32); 2]) -> Option<Self> {
        let (row, column) = (table.rows[row_index], table.columns[column_index]);
        let n = table.groups(row).nth(column_index)??.n;
        let share = n as f64 * 100.0 / table.total(row).max(1) as f64;
        let title = format!("{row} · {column}: {} ({share:.0} %)", HumanCount(n as u64));
        Some(Part { corners, column, place: table.place(row_index, column), title })
    }
}

/// How words are written that stand at one side of their place.
pub fn style(side: HPos) -> TextStyle<'static> {
    TextStyle::from(("sans-serif", 13).into_font()).pos(Pos::new(side, VPos::Center))
}
