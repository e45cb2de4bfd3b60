//! Draws a table as stacked bars, one for each row.

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

use super::tally::Table;

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

fn colour(column: &str) -> RGBColor {
    let place = SHOWN.iter().position(|names| names.contains(&column));
    COLOURS[place.unwrap_or(COLOURS.len() - 1)]
}

/// The most bars of a chart; the table has all rows.
pub const MAX_BARS: usize = 24;

/// Sizes in pixels of the drawing; the page scales it.
const WIDTH: u32 = 860;
const BAR: i32 = 18;
const STEP: i32 = 26;
const LABEL: i32 = 230;
const NUMBER: i32 = 90;
const TOP: i32 = 34;

type Drawing<'a> = DrawingArea<SVGBackend<'a>, Shift>;
type Failed<'a> = DrawingAreaErrorKind<<SVGBackend<'a> as plotters::prelude::DrawingBackend>::ErrorType>;

/// The chart as SVG.
pub fn chart(table: &Table) -> String {
    let n_bars = table.rows.len().min(MAX_BARS);
    let height = TOP + STEP * n_bars as i32 + 8;
    let mut svg = String::new();
    let drawing = SVGBackend::with_string(&mut svg, (WIDTH, height as u32)).into_drawing_area();
    // A drawing in memory meets no error that could be mended; what was drawn is shown.
    let _ = drawn(&drawing, table);
    drop(drawing);
    svg
}

fn drawn<'a>(drawing: &Drawing<'a>, table: &Table) -> Result<(), Failed<'a>> {
    legend(drawing, table)?;
    let most = table.rows.iter().take(MAX_BARS).map(|row| table.total(row)).max().unwrap_or(1).max(1);
    for (index, row) in table.rows.iter().take(MAX_BARS).enumerate() {
        bar(drawing, table, row, TOP + STEP * index as i32, most)?;
    }
    let line =
        PathElement::new(vec![(LABEL, TOP - 4), (LABEL, TOP + STEP * table.rows.len().min(MAX_BARS) as i32)], BLACK);
    drawing.draw(&line)?;
    drawing.present()
}

/// The columns beside the bars' colours, above them.
fn legend<'a>(drawing: &Drawing<'a>, table: &Table) -> Result<(), Failed<'a>> {
    let step = (WIDTH as i32 - 10) / COLOURS.len() as i32;
    for (index, column) in table.columns.iter().enumerate() {
        let left = 5 + step * index as i32;
        drawing.draw(&Rectangle::new([(left, 6), (left + 10, 16)], colour(column).filled()))?;
        drawing.draw(&Text::new(*column, (left + 14, 11), style(HPos::Left)))?;
    }
    Ok(())
}

fn bar<'a>(drawing: &Drawing<'a>, table: &Table, row: &str, top: i32, most: usize) -> Result<(), Failed<'a>> {
    let width = (WIDTH as i32 - LABEL - NUMBER) as f64;
    let pixels = |n: usize| LABEL + (n as f64 / most as f64 * width) as i32;
    let middle = top + BAR / 2;
    drawing.draw(&Text::new(shortened(row), (LABEL - 8, middle), style(HPos::Right)))?;
    let mut n_before = 0;
    for (group, column) in table.groups(row).zip(&table.columns) {
        let n = group.map_or(0, |group| group.n);
        let corners = [(pixels(n_before), top), (pixels(n_before + n), top + BAR)];
        if n > 0 {
            drawing.draw(&Rectangle::new(corners, colour(column).filled()))?;
        }
        n_before += n;
    }
    drawing.draw(&Text::new(n_before.to_string(), (pixels(n_before) + 6, middle), style(HPos::Left)))
}

/// As many letters of a label as have room.
fn shortened(label: &str) -> String {
    const MOST: usize = 32;
    if label.chars().count() <= MOST { label.to_owned() } else { label.chars().take(MOST - 1).chain(['…']).collect() }
}

fn style(side: HPos) -> TextStyle<'static> {
    TextStyle::from(("sans-serif", 13).into_font()).pos(Pos::new(side, VPos::Center))
}
