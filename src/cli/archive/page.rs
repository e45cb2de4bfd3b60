//! The page of an archive's charts.

use std::path::Path;

use indicatif::HumanCount;
use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::{
    chart::{MAX_BARS, chart},
    drawing::colour,
    links::{encoded, link_of},
    table::{Group, MAX_EXAMPLES, Shape, Table, UNKNOWN},
    tally::Tallies,
    timeline,
};
use crate::cli::page::{head_of, written};

/// The file with all findings.
const FINDINGS: &str = "findings.csv";

/// The most rows a table on the page has; its file has all.
const MAX_ROWS: usize = 240;

/// The most rows that stand open; more are shown when asked for.
const MAX_OPEN: usize = 24;

/// What stands beside the page.
struct Beside<'a> {
    /// The folder the page is in.
    folder: &'a Path,
    /// The address of the folder with the data.
    data: String,
}

impl Beside<'_> {
    /// The address of a file of data.
    fn file(&self, name: &str) -> String {
        format!("{}/{name}", self.data)
    }
}

/// The page; `folder` is where its data are.
pub fn page(title: &str, folder: &Path, tallies: &Tallies, tables: &[Table]) -> String {
    // Where no document says more than its year, or not even that, the table of years says all.
    let tables: Vec<&Table> =
        tables.iter().filter(|table| table.of_rows != "month" || timeline::is_known(table)).collect();
    let data = encoded(&folder.file_name().unwrap_or_default().to_string_lossy());
    let beside = Beside { folder: folder.parent().unwrap_or(folder), data };
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            (head_of(title))
            body { main {
                h1 { (title) }
                p { (HumanCount(tallies.n_documents)) " documents, " (HumanCount(tallies.n_words as u64)) " words."
                    @if let Some(first) = &tallies.first_unmarked { " " (unmarked(tallies.n_unmarked, first)) }
                    @if tallies.n_failed > 0 { " " (HumanCount(tallies.n_failed)) " more could not be read." }
                    @if tallies.is_partial { " It was interrupted before all was read." } }
                p .quiet { "It counts how statements are sourced, not whether they are true. Every number and every part of a chart leads to its first "
                    (MAX_EXAMPLES) " sentences; all stand in " a href=(beside.file(FINDINGS)) { "findings.csv" } "." }
                nav { ul { @for table in &tables { li { a href=(format!("#{}", table.name)) { (table.title) } } } } }
                @for table in &tables { (section(table, &beside)) }
            } }
        }
    };
    written(page)
}

/// Of how many documents nothing is counted, why, and the first of them.
fn unmarked(n: u64, first: &str) -> String {
    match n {
        1 => format!(
            "In one of them, {first}, nothing was looked for: it has no article or text, or is in another language."
        ),
        n => format!(
            "In {} of them, {first} the first, nothing was looked for: they have no article or text, or are in another language.",
            HumanCount(n)
        ),
    }
}

fn section(table: &Table, beside: &Beside) -> Markup {
    html! {
        section id=(table.name) {
            h2 { (table.title) }
            @if table.rows.is_empty() { p .quiet { "Nothing was found to count." } }
            @else if table.is_unsaid() { p .quiet { (unsaid(table)) } }
            @else { (shown(table, beside)) }
        }
    }
}

/// Why there is nothing to compare, and how there would be.
fn unsaid(table: &Table) -> String {
    let what = if table.shape == Shape::Time { "date" } else { table.of_rows };
    format!(
        "No document says its {what}. Pages say it to other sites in their head; a line of .jsonl says it as “{what}”."
    )
}

fn shown(table: &Table, beside: &Beside) -> Markup {
    let file = beside.file(&format!("{}.csv", table.name));
    html! {
        (legend(table))
        figure { (PreEscaped(chart(table))) @if let Some(caption) = caption(table) { figcaption { (caption) } } }
        @if table.rows.len() > MAX_OPEN { details { summary { "The numbers" } (numbers(table)) } } @else { (numbers(table)) }
        p .quiet { @if table.rows.len() > MAX_ROWS { "The first " (MAX_ROWS) " of " (HumanCount(table.rows.len() as u64)) " rows. " }
            a href=(file) { (table.name) ".csv" } }
        (sentences(table, beside))
    }
}

/// What each colour shows.
fn legend(table: &Table) -> Markup {
    let rgb = |column| {
        let colour = colour(column);
        format!("background: rgb({} {} {})", colour.0, colour.1, colour.2)
    };
    html! {
        ul .legend { @for column in &table.columns { li { span style=(rgb(column)) {} (column) } } }
    }
}

/// What a chart leaves to its table.
fn caption(table: &Table) -> Option<String> {
    let n_rows = table.rows.len();
    let without = if table.shape == Shape::Time { timeline::n_without(table) } else { 0 };
    let count = |n: usize| HumanCount(n as u64);
    match table.shape {
        Shape::Time => {
            (without > 0).then(|| format!("{} more of no known {} are in the table.", count(without), table.of_rows))
        }
        Shape::Ranks => (n_rows > MAX_BARS).then(|| format!("The first {MAX_BARS} of {}.", count(n_rows))),
        Shape::Shares if n_rows > MAX_BARS => Some(format!(
            "Shares of the statements of each {}; the greatest {MAX_BARS} of {}.",
            table.of_rows,
            count(n_rows)
        )),
        Shape::Shares => {
            Some(format!("Shares of the statements of each {}; their number stands behind.", table.of_rows))
        }
    }
}

/// The table, each number a link to its sentences.
fn numbers(table: &Table) -> Markup {
    let link = |place: String, n: usize| html! { a href=(format!("#{place}")) { (HumanCount(n as u64)) } };
    html! {
        div .wide { table {
            thead { tr { th scope="col" { (table.of_rows) } @for column in &table.columns { th .number scope="col" { (column) } } th .number scope="col" { "all" } } }
            tbody { @for (index, row) in table.rows.iter().take(MAX_ROWS).enumerate() { tr {
                th scope="row" { (row) }
                @for (group, column) in table.groups(row).zip(&table.columns) {
                    td .number { @if let Some(group) = group { (link(table.place(index, column), group.n)) } @else { "0" } }
                }
                td .number { (link(table.place(index, "all"), table.total(row))) }
            } } }
        } }
    }
}

/// The sentences of every number; those of one that was followed are shown, or of all in its row.
fn sentences(table: &Table, beside: &Beside) -> Markup {
    html! {
        div .sentences { @for (index, row) in table.rows.iter().take(MAX_ROWS).enumerate() {
            div id=(table.place(index, "all")) {
                @for (group, column) in table.groups(row).zip(&table.columns) {
                    @if let Some(group) = group { (examples(table, group, &table.place(index, column), (row, column), beside)) }
                }
                p { a href=(format!("#{}", table.name)) { "Back to the numbers" } }
            }
        } }
    }
}

fn examples(table: &Table, group: &Group, place: &str, (row, column): (&str, &str), beside: &Beside) -> Markup {
    let n = HumanCount(group.n as u64);
    html! {
        section id=(place) aria-label=(format!("{}: {row}, {column}", table.title)) {
            h3 { (row) " · " (column) " · " (n) }
            ul { @for (document, sentence) in &group.examples { li { (sentence) " " span .quiet { "(" (name(document, beside)) ")" } } } }
            @if group.examples.len() < group.n { p .quiet {
                (group.examples.len()) " of " (n) "; all: " a href=(beside.file(FINDINGS)) { (FINDINGS) } ", where " (condition(table, row, column))
            } }
        }
    }
}

/// A document's name, which leads there if it is an address or a file's.
fn name(document: &str, beside: &Beside) -> Markup {
    html! { @if let Some(link) = link_of(document, beside.folder) { a href=(link) { (document) } } @else { (document) } }
}

/// The rows of the findings that a number counts.
fn condition(table: &Table, row: &str, column: &str) -> String {
    let (finding, of_row, of_column) = match table.name {
        "years" | "claims" => ("claim", "date", "support"),
        "hedges" => ("hedge", "category", "voice"),
        "sources" => ("attribution", "source", "source_kind"),
        "outlets" => ("attribution", "outlet", "source_kind"),
        _ => ("attribution", "section", "source_kind"),
    };
    let of_row = match (row, of_row) {
        (UNKNOWN, "date") => "date is empty or cannot be read".to_owned(),
        (UNKNOWN, _) => format!("{of_row} is empty"),
        // Those of which no more is known; its months have rows of their own.
        (_, "date") if table.of_rows == "month" && !row.contains('-') => format!("date = {row}"),
        (_, "date") => format!("date begins with {row}"),
        // Those without a name are counted as one, however their first letters are written.
        (_, "source") if column != "named" => format!("source = {row} (in capitals or not)"),
        _ => format!("{of_row} = {row}"),
    };
    format!("finding = {finding}, {of_row}, {of_column} = {column}")
}
