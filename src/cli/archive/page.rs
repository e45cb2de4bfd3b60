//! The page of an archive's charts.

use std::path::Path;

use indicatif::HumanCount;
use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::{
    chart::{MAX_BARS, chart},
    tally::{Group, MAX_EXAMPLES, Table, Tallies},
};
use crate::cli::page::head_of;

/// The most rows a table on the page has; its file has all.
const MAX_ROWS: usize = 100;

/// The page.
pub fn page(title: &str, folder: &Path, tallies: &Tallies, tables: &[Table]) -> String {
    let folder = folder.file_name().unwrap_or_default().to_string_lossy();
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            (head_of(title))
            body { main {
                h1 { (title) }
                p { (HumanCount(tallies.n_documents)) " documents, " (HumanCount(tallies.n_words as u64)) " words."
                    @if tallies.n_failed > 0 { " " (HumanCount(tallies.n_failed)) " more could not be read." } }
                p .quiet { "It counts how statements are sourced, not whether they are true. Every number leads to its first "
                    (MAX_EXAMPLES) " sentences; all stand in " a href=(format!("{folder}/findings.csv")) { "findings.csv" } "." }
                nav { ul { @for table in tables { li { a href=(format!("#{}", table.name)) { (table.title) } } } } }
                @for table in tables { (section(table, &folder)) }
            } }
        }
    };
    page.into_string()
}

fn section(table: &Table, folder: &str) -> Markup {
    let file = format!("{folder}/{}.csv", table.name);
    html! {
        section id=(table.name) {
            h2 { (table.title) }
            @if table.rows.is_empty() { p .quiet { "Nothing was found to count." } } @else {
                figure {
                    (PreEscaped(chart(table).replacen("<svg ", &format!("<svg role=\"img\" aria-label=\"{}; the table below has the numbers\" ", table.title), 1)))
                    @if table.rows.len() > MAX_BARS { figcaption { "The first " (MAX_BARS) " of " (table.rows.len()) "." } }
                }
                (numbers(table))
                p .quiet { @if table.rows.len() > MAX_ROWS { "The first " (MAX_ROWS) " of " (table.rows.len()) " rows. " }
                    a href=(file) { (table.name) ".csv" } }
                (sentences(table))
            }
        }
    }
}

/// The table, each number a link to its sentences.
fn numbers(table: &Table) -> Markup {
    html! {
        div .wide { table {
            thead { tr { th scope="col" { (table.of_rows) } @for column in &table.columns { th .number scope="col" { (column) } } th .number scope="col" { "all" } } }
            tbody { @for (index, row) in table.rows.iter().take(MAX_ROWS).enumerate() { tr {
                th scope="row" { (row) }
                @for (group, column) in table.groups(row).zip(&table.columns) {
                    td .number { @if let Some(group) = group { a href=(format!("#{}", place(table, index, column))) { (group.n) } } @else { "0" } }
                }
                td .number { (table.total(row)) }
            } } }
        } }
    }
}

/// Where the sentences of a number stand.
fn place(table: &Table, row: usize, column: &str) -> String {
    format!("{}-{row}-{column}", table.name)
}

fn sentences(table: &Table) -> Markup {
    html! {
        details {
            summary { "The sentences" }
            @for (index, row) in table.rows.iter().take(MAX_ROWS).enumerate() {
                @for (group, column) in table.groups(row).zip(&table.columns) {
                    @if let Some(group) = group { (examples(group, row, column, &place(table, index, column))) }
                }
            }
        }
    }
}

fn examples(group: &Group, row: &str, column: &str, place: &str) -> Markup {
    html! {
        h3 id=(place) { (row) " · " (column) " · " (group.n) }
        ul { @for (document, sentence) in &group.examples { li { (sentence) " " span .quiet { "(" (document) ")" } } } }
    }
}
