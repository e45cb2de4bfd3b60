//! Draws a table: bars, or columns over time. Each part is a link to its sentences.

use indicatif::HumanCount;
use maud::{PreEscaped, html};
use plotters::{
    coord::Shift,
    prelude::{
        BLACK, Color, DrawingArea, DrawingAreaErrorKind, IntoDrawingArea, IntoFont, PathElement, RGBColor, Rectangle,
        SVGBackend, Text,
    },
    style::{
        TextStyle,
        text_anchor::{HPos, Pos, VPos},
    },
};

use super::{
    table::{Shape, Table},
    timeline,
};

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

/// The most bars of a chart; the table has all rows.
pub const MAX_BARS: usize = 24;

/// Sizes in pixels of the drawing; the page scales it.
pub const WIDTH: i32 = 720;
const BAR: i32 = 18;
const STEP: i32 = 26;
const LABEL: i32 = 200;
const NUMBER: i32 = 70;

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

/// An area to draw on, and how drawing there fails.
pub type Area<'a> = DrawingArea<SVGBackend<'a>, Shift>;
pub type Failed<'a> = DrawingAreaErrorKind<<SVGBackend<'a> as plotters::prelude::DrawingBackend>::ErrorType>;

/// The chart as SVG. It repeats what the table below it says, so that who hears the page is not told twice.
pub fn chart(table: &Table) -> String {
    let (height, parts) = match table.shape {
        Shape::Time => (timeline::HEIGHT, timeline::parts(table)),
        Shape::Ranks | Shape::Shares => (STEP * table.rows.len().min(MAX_BARS) as i32 + 8, bars(table)),
    };
    let mut svg = String::new();
    let area = SVGBackend::with_string(&mut svg, (WIDTH as u32, height as u32)).into_drawing_area();
    // A drawing in memory meets no error that could be mended; what was drawn is shown.
    let _ = drawn(&area, table, &parts);
    drop(area);
    linked(&svg, &parts).replacen("<svg ", "<svg aria-hidden=\"true\" ", 1)
}

fn drawn<'a>(area: &Area<'a>, table: &Table, parts: &[Part]) -> Result<(), Failed<'a>> {
    if table.shape == Shape::Time {
        timeline::grid(area, table)?;
    }
    for part in parts {
        area.draw(&Rectangle::new(part.corners, colour(part.column).filled()))?;
    }
    if table.shape != Shape::Time {
        labels(area, table)?;
    }
    area.present()
}

/// Makes a link of each rectangle, in the order they were drawn: the library draws, but knows no links.
fn linked(svg: &str, parts: &[Part]) -> String {
    let mut parts = parts.iter();
    let linked = svg.lines().map(|line| {
        let is_rectangle = line.trim_start().starts_with("<rect");
        let Some(part) = is_rectangle.then(|| parts.next()).flatten() else { return format!("{line}\n") };
        let href = format!("#{}", part.place);
        html! { a href=(href) tabindex="-1" { title { (part.title) } (PreEscaped(line)) } "\n" }.into_string()
    });
    linked.collect()
}

/// The parts of the bars, one bar a row.
fn bars(table: &Table) -> Vec<Part> {
    let shown = &table.rows[..table.rows.len().min(MAX_BARS)];
    let most = shown.iter().map(|row| table.total(row)).max().unwrap_or(1).max(1);
    let mut parts = Vec::new();
    for (row_index, row) in shown.iter().enumerate() {
        let whole = if table.shape == Shape::Shares { table.total(row).max(1) } else { most };
        let pixels = |n: usize| LABEL + (n as f64 / whole as f64 * f64::from(WIDTH - LABEL - NUMBER)) as i32;
        let top = STEP * row_index as i32;
        let mut n_before = 0;
        for (column_index, group) in table.groups(row).enumerate() {
            let n = group.map_or(0, |group| group.n);
            let corners = [(pixels(n_before), top), (pixels(n_before + n), top + BAR)];
            parts.extend(Part::new(table, row_index, column_index, corners));
            n_before += n;
        }
    }
    parts
}

/// The names of the rows before their bars, their sums behind them.
fn labels<'a>(area: &Area<'a>, table: &Table) -> Result<(), Failed<'a>> {
    let shown = &table.rows[..table.rows.len().min(MAX_BARS)];
    let most = shown.iter().map(|row| table.total(row)).max().unwrap_or(1).max(1);
    for (row_index, row) in shown.iter().enumerate() {
        let n = table.total(row);
        let length = if table.shape == Shape::Shares { 1.0 } else { n as f64 / most as f64 };
        let end = LABEL + (length * f64::from(WIDTH - LABEL - NUMBER)) as i32;
        let middle = STEP * row_index as i32 + BAR / 2;
        area.draw(&Text::new(shortened(row), (LABEL - 8, middle), style(HPos::Right)))?;
        area.draw(&Text::new(HumanCount(n as u64).to_string(), (end + 6, middle), style(HPos::Left)))?;
    }
    area.draw(&PathElement::new(vec![(LABEL, 0), (LABEL, STEP * shown.len() as i32)], BLACK))
}

/// As many letters of a label as have room.
fn shortened(label: &str) -> String {
    const MOST: usize = 28;
    if label.chars().count() <= MOST { label.to_owned() } else { label.chars().take(MOST - 1).chain(['…']).collect() }
}

/// How words are written that stand at one side of their place.
pub fn style(side: HPos) -> TextStyle<'static> {
    TextStyle::from(("sans-serif", 13).into_font()).pos(Pos::new(side, VPos::Center))
}
