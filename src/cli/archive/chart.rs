//! Draws a table: bars, or columns over time. Each part is a link to its sentences.

use indicatif::HumanCount;
use maud::{PreEscaped, html};
use plotters::{
    prelude::{BLACK, Color, IntoDrawingArea, PathElement, Rectangle, SVGBackend, Text},
    style::text_anchor::HPos,
};

use super::{
    drawing::{Area, Failed, Part, WIDTH, colour, style},
    table::{Shape, Table},
    timeline,
};

/// The most bars of a chart; the table has all rows.
pub const MAX_BARS: usize = 24;

/// Sizes in pixels of the drawing.
const BAR: i32 = 18;
const STEP: i32 = 26;
const LABEL: i32 = 200;
const NUMBER: i32 = 70;

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
