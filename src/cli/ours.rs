//! Which files runs of ours have written, told by their names and by how they begin.

use std::{
    fs,
    io::Read,
    path::{Path, PathBuf},
};

/// What the file is called in which a run keeps its place, behind the name of its output.
pub const PROGRESS: &str = ".progress";

/// What a file is called until it is whole, behind its name.
pub const UNFINISHED: &str = ".unfinished";

/// Whether a run wrote a file beside its output, as its name says.
pub fn is_beside(path: &Path) -> bool {
    let ends = |ending: &str| path.extension().is_some_and(|extension| extension == &ending[1..]);
    ends(PROGRESS) || ends(UNFINISHED)
}

/// The file beside an output whose name ends in `ending` as well.
pub fn beside(output: &Path, ending: &str) -> PathBuf {
    let mut name = output.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// What those of our outputs begin with that cannot be of anybody else, and what they hold near their start: pages, CSV, lines,
/// JSON of one and of many. Texts are not told from others that speak of sources, lines of failures not from those of a crawl.
const OURS: [(&str, &str); 5] = [
    ("<!DOCTYPE html><html lang=\"en\">", r#"<meta name="generator" content="claimlight">"#),
    ("document,place,date,day,outlet,section,finding,start,end,", ""),
    (r#"{"id":""#, r#"","unit":"UNIT","text":""#),
    ("{\n  \"id\": \"", "\",\n  \"unit\": \"UNIT\",\n  \"text\": \""),
    ("[\n{\n  \"id\": \"", "\",\n  \"unit\": \"UNIT\",\n  \"text\": \""),
];

/// What stands for UNIT.
const UNITS: [&str; 3] = ["utf8", "utf16", "char"];

/// How far that stands from it at most, in bytes: names may be paths.
const N_START: u64 = 16 * 1024;

/// Whether a run of ours wrote a file, as what it holds says, or nothing is in it.
pub fn is_ours(path: &Path) -> bool {
    let mut bytes = Vec::new();
    let read = fs::File::open(path).and_then(|file| file.take(N_START).read_to_end(&mut bytes));
    let start = String::from_utf8_lossy(&bytes);
    let is_one = |(begins, holds): &(&str, &str)| {
        start.starts_with(begins) && UNITS.iter().any(|unit| start.contains(&holds.replace("UNIT", unit)))
    };
    read.is_ok() && (start.is_empty() || OURS.iter().any(is_one))
}
