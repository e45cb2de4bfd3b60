//! What the README shows is what the program does: its case is checked, its table written from the word lists.

use std::fs;

use claimlight::lexicon::lexicon;

use crate::{assert_up_to_date, cases, project};

const CASE: &str = "<!-- A case, written by UPDATE=1 cargo test. -->\n```text\n";
const CASE_END: &str = "```";
const TABLE: &str = "<!-- The table of hedges, written by UPDATE=1 cargo test from the word lists. -->\n";
const TABLE_END: &str = "<!-- The table's end. -->";

#[test]
fn its_case_and_its_table_are_what_the_program_does() {
    let readme = fs::read_to_string(project("README.md")).unwrap();
    let readme = with(&readme, CASE, CASE_END, |case| {
        let case = format!("## The README's case\n```\n{case}{CASE_END}\n");
        let found = cases::check("en/README.md", &case).rewritten;
        let (_, marked) = found.split_once("```\n").expect("the case has a fence");
        marked.trim_end().trim_end_matches(CASE_END).to_owned()
    });
    assert_up_to_date("README.md", &with(&readme, TABLE, TABLE_END, |_| table()));
}

/// `text` with what stands between two marks written anew.
fn with(text: &str, start: &str, end: &str, write: impl Fn(&str) -> String) -> String {
    let (before, rest) = text.split_once(start).expect("the README has a place for it");
    let (current, after) = rest.split_once(end).expect("the place has an end");
    [before, start, &write(current), end, after].concat()
}

/// A row for each section of the hedges.
fn table() -> String {
    let sections = lexicon("en").expect("English has lists").sections();
    let hedges = sections.iter().filter(|section| section.list == "hedges.txt" && !section.gloss.is_empty());
    let rows: String =
        hedges.map(|section| format!("| {} | {} | {} |\n", section.name, section.gloss, section.n_entries)).collect();
    format!(
        "| hedge, and how certain the statement still is | what, and where the definition comes from | entries |\n|---|---|---|\n{rows}"
    )
}
