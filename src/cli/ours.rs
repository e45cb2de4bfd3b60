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

/// What our outputs begin with, and what they hold near their start: pages, CSV, lines, JSON of one and of many, Parquet.
const OURS: [(&str, &str); 8] = [
    ("<!DOCTYPE html><html lang=\"en\">", r#"<meta name="generator" content="claimlight">"#),
    ("document,place,date,day,outlet,section,finding,start,end,", ""),
    (r#"{"id":""#, r#"","unit":"utf8","text":""#),
    (r#"{"id":""#, r#"","unit":"utf16","text":""#),
    (r#"{"id":""#, r#"","unit":"char","text":""#),
    ("{\n  \"id\": \"", "\"unit\": \""),
    ("[\n{\n  \"id\": \"", "\"unit\": \""),
    ("PAR1", ""),
];

/// How far that stands from it at most, in bytes: names may be paths.
const N_START: u64 = 16 * 1024;

/// Whether a run of ours wrote a file, as what it holds or its place beside it says, or nothing is in it.
pub fn is_ours(path: &Path) -> bool {
    if start(&beside(path, PROGRESS)).is_some_and(|kept| kept.starts_with("claimlight ")) {
        return true;
    }
    let Some(start) = start(path) else { return false };
    let is_one = |(begins, holds): &(&str, &str)| start.starts_with(begins) && start.contains(holds);
    start.is_empty() || OURS.iter().any(is_one) || is_failed(&start) || start.lines().any(is_marks)
}

/// How a file begins.
fn start(path: &Path) -> Option<String> {
    let mut bytes = Vec::new();
    fs::File::open(path).and_then(|file| file.take(N_START).read_to_end(&mut bytes)).ok()?;
    Some(String::from_utf8_lossy(&bytes).into_owned())
}

/// Whether a line stands for a document that could not be read: it has a name and an error, and nothing else.
fn is_failed(start: &str) -> bool {
    let line = start.lines().next().unwrap_or_default();
    let (_, error) =
        line.strip_prefix(r#"{"id":""#).and_then(|rest| rest.split_once(r#"","error":""#)).unwrap_or_default();
    error.strip_suffix(r#""}"#).is_some_and(|error| !error.is_empty() && !error.contains(r#"":"#))
}

/// What stands behind the carets of a text of ours.
const MARKS: [&str; 13] = [
    "content …",
    "source named",
    "source role",
    "source document",
    "source anonymous",
    "source collective",
    "source pronoun",
    "cue communication",
    "cue belief",
    "cue intention",
    "cue knowledge",
    "hedge ",
    "claim ",
];

/// Whether a line shows what is marked in the one above, as texts of ours do.
fn is_marks(line: &str) -> bool {
    let (carets, said) = line.trim_start().rsplit_once("^ ").unwrap_or_default();
    let is_mark = said == "content" || MARKS.iter().any(|mark| said.starts_with(mark));
    line.contains('^') && carets.bytes().all(|byte| byte == b'^') && is_mark
}
