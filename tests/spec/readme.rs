//! What the README shows is what the program does: its case is checked, its table written from the word lists.

use std::fs;

use claimlight::{
    find::hedges::HedgeCategory,
    lexicon::{Section, lexicon},
};

use crate::{assert_up_to_date, cases, project};

const CASE: &str = "<!-- A case, written by UPDATE=1 cargo test. -->\n```text\n";
const CASE_END: &str = "```";
const TABLE: &str = "<!-- The table of hedges, written by UPDATE=1 cargo test from the word lists. -->\n";
const GUIDE: &str = "src/lexicon/README.md";
const SECTIONS: &str = "<!-- The sections, written by UPDATE=1 cargo test from the word lists. -->\n";
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
pub fn with(text: &str, start: &str, end: &str, write: impl Fn(&str) -> String) -> String {
    let (before, rest) = text.split_once(start).expect("the README has a place for it");
    let (current, after) = rest.split_once(end).expect("the place has an end");
    [before, start, &write(current), end, after].concat()
}

/// The sections of the lists that say what they are.
fn sections() -> impl Iterator<Item = &'static Section> {
    lexicon("en").expect("English has lists").sections().iter().filter(|section| !section.gloss.is_empty())
}

/// A row for each category of hedges: all of its definitions that name where they come from.
fn table() -> String {
    let mut rows = String::from("| hedge | what, and where the definition comes from | entries |\n|---|---|---|\n");
    for category in HedgeCategory::ALL.map(HedgeCategory::name) {
        let is_own = |section: &&Section| section.list == "hedges.txt" && section.name.starts_with(category);
        let own = || sections().filter(is_own);
        let glosses: Vec<&str> = own().map(|section| section.gloss).filter(|gloss| gloss.ends_with(')')).collect();
        let n_entries: usize = own().map(|section| section.n_entries).sum();
        rows += &format!("| {category} | {} | {n_entries} |\n", glosses.join("; "));
    }
    rows
}

#[test]
fn the_guide_to_the_lists_names_every_section() {
    let guide = fs::read_to_string(project(GUIDE)).unwrap();
    let mut table = String::from("| list | section | what its words have in common | entries |\n|---|---|---|---|\n");
    for Section { list, name, gloss, n_entries } in sections() {
        table += &format!("| {list} | {name} | {gloss} | {n_entries} |\n");
    }
    assert_up_to_date(GUIDE, &with(&guide, SECTIONS, TABLE_END, |_| table.clone()));
}
