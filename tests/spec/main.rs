//! The specification, as tests; `tests/README.md` is its guide.

mod aggregator;
mod archive;
mod archive_reports;
mod articles;
mod asked;
mod beside;
mod broken;
mod case_files;
mod cases;
mod command;
mod contract;
#[cfg(feature = "warc")]
mod crawl;
mod declared;
mod face;
mod fuzz;
mod hidden;
#[path = "../fuzz/holds.rs"]
mod holds;
mod ledger;
mod linear;
mod named;
mod native;
mod newsroom;
mod pages;
mod patterns;
mod properties;
mod readme;
mod resuming;
mod said;
mod page_files;
mod scanning;
mod sections;
mod signals;
mod speakers;
mod tidy;

use std::{env, fs, path::PathBuf};

/// A path of the project.
fn project(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Compares a file that a test also writes: `UPDATE=1 cargo test` brings it up to date.
fn assert_up_to_date(path: &str, text: &str) {
    let file = project(path);
    let current = fs::read_to_string(&file).unwrap_or_default();
    if current == text {
        return;
    }
    assert!(is_update(), "{path} is not up to date; see what changed after: UPDATE=1 cargo test");
    fs::write(file, text).expect("the project can be written");
}

fn is_update() -> bool {
    env::var_os("UPDATE").is_some_and(|value| value == "1")
}
