//! What the README shows is what the program does: its case is checked, its table written from the word lists.

use std::fs;

use claimlight::lexicon::lexicon;

use crate::{assert_up_to_date, cases, project};

const CASE: &str = "<!-- A case, checked by cargo test. -->\n```text\n";
const TABLE: &str = "<!-- The table of hedges, written by UPDATE=1 cargo test from the word lists. -->\n";
const TABLE_END: &str = "<!-- The table's end. -->";

fn readme() -> String {
    fs::read_to_string(project("README.md")).unwrap()
}

#[test]
fn its_case_is_as_listed() {
    let readme = readme();
    let (_, case) = readme.split_once(CASE).expect("the README has a case");
    let (case, _) = case.split_once("\n```").expect("the case has an end");
    let checked = cases::check("en/README.md", &format!("## The README's case\n```attributions\n{case}\n```\n"));
    assert!(checked.failures.is_empty(), "{}", checked.failures.join("\n"));
}

#[test]
fn its_table_is_the_word_lists() {
    let readme = readme();
    let (before, rest) = readme.split_once(TABLE).expect("the README has a place for the table");
    let (_, after) = rest.split_once(TABLE_END).expect("the place has an end");
    assert_up_to_date("README.md", &[before, TABLE, &table(), TABLE_END, after].concat());
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
