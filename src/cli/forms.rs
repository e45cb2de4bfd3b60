//! What a file holds: by its name, or by how it begins.

use std::path::{Path, PathBuf};

use super::{
    arguments::{Form, ReadingArguments},
    problems::{Failure, refuse},
};

/// The extensions of files that can be read, with what they hold; `.gz` may follow. Others are told by their first bytes
/// when they are named, and passed over in a folder.
pub const EXTENSIONS: [(&str, Form); 8] = [
    ("txt", Form::Text),
    ("md", Form::Text),
    ("html", Form::Html),
    ("htm", Form::Html),
    ("xhtml", Form::Html),
    ("jsonl", Form::Jsonl),
    ("ndjson", Form::Jsonl),
    ("warc", Form::Warc),
];

/// Extensions of files that hold no article as they are, and what is to be done with them.
const TABLES: [(&str, &str); 3] = [("json", JSON), ("csv", TABLE), ("tsv", TABLE)];

const JSON: &str = "it holds JSON; if each line is a document, call it .jsonl or say so by --from jsonl; if it is one list of documents, make it lines, as with: jq -c '.[]'";
const TABLE: &str =
    "it is a table; make of each row a line {\"id\": …, \"text\": …} of a .jsonl; or say with --from what it holds";

/// Refuses what no build without its feature reads: each document would be at fault, and whoever asks by the thousand
/// would take them for done.
pub fn refuse_unbuilt(reading: Option<&ReadingArguments>) -> Result<(), Failure> {
    match reading.is_some_and(names_archives) && cfg!(not(feature = "warc")) {
        true => Err(refuse("this build reads no web archives; build it with --features warc")),
        false => Ok(()),
    }
}

/// Whether a web archive is named.
fn names_archives(reading: &ReadingArguments) -> bool {
    let is_archive = |path: &PathBuf| form_by_name(path) == Some(Form::Warc) && !path.is_dir();
    reading.from.map_or_else(|| reading.files.iter().any(is_archive), |form| form == Form::Warc)
}

/// The extension of a file without that of its packing.
fn extension(path: &Path) -> Option<String> {
    // Of a name that is no UTF-8 the extension is one.
    let name = path.file_name()?.to_string_lossy().to_ascii_lowercase();
    let (_, extension) = name.strip_suffix(".gz").unwrap_or(&name).rsplit_once('.')?;
    Some(extension.to_owned())
}

/// What a file holds, by its name.
pub fn form_by_name(path: &Path) -> Option<Form> {
    let extension = extension(path)?;
    EXTENSIONS.iter().find(|(own, _)| *own == extension).map(|(_, form)| *form)
}

/// Why a file is not read, by its name.
pub fn table_by_name(path: &Path) -> Option<&'static str> {
    let extension = extension(path)?;
    TABLES.iter().find(|(own, _)| *own == extension).map(|(_, remedy)| *remedy)
}

/// What unnamed bytes hold, by how they begin: a page by its tag, documents a line by their brace; or why they are not
/// read.
pub fn form_by_start(start: &[u8]) -> Result<Form, &'static str> {
    let start = start.strip_prefix("\u{feff}".as_bytes()).unwrap_or(start).trim_ascii_start();
    let begins = |tag: &[u8]| start.get(..tag.len()).is_some_and(|own| own.eq_ignore_ascii_case(tag));
    let is_page = [&b"<!doctype"[..], b"<html", b"<head", b"<?xml", b"<!--"].into_iter().any(begins);
    match start {
        _ if is_page => Ok(Form::Html),
        _ if begins(b"WARC/") => Ok(Form::Warc),
        [b'{', rest @ ..] if rest.trim_ascii_start().starts_with(b"\"") => Ok(Form::Jsonl),
        [b'[', rest @ ..] if rest.trim_ascii_start().starts_with(b"{") => Err(JSON),
        _ => Ok(Form::Text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_build_that_reads_no_archives_refuses_them() {
        let reading = |from, file: &str| ReadingArguments { from, jobs: None, files: vec![PathBuf::from(file)] };
        for (from, file, is_archive) in [
            (Some(Form::Warc), "crawl", true),
            (None, "crawl.WARC.gz", true),
            (Some(Form::Text), "crawl.warc", false),
            (None, "day.jsonl", false),
        ] {
            let refused = refuse_unbuilt(Some(&reading(from, file))).is_err();
            assert_eq!(
                (names_archives(&reading(from, file)), refused),
                (is_archive, is_archive && cfg!(not(feature = "warc")))
            );
        }
    }

    #[test]
    fn a_name_says_what_a_file_holds() {
        let form = |name: &str| form_by_name(Path::new(name));
        assert_eq!(form("a/b.HTML.gz"), Some(Form::Html));
        assert_eq!((form("day.ndjson"), form("crawl.warc.gz")), (Some(Form::Jsonl), Some(Form::Warc)));
        assert_eq!((form("README"), form("a.php")), (None, None));
        assert_eq!((table_by_name(Path::new("a.JSON.gz")), table_by_name(Path::new("a.php"))), (Some(JSON), None));
    }

    #[test]
    fn unnamed_bytes_are_told_by_their_start() {
        assert_eq!(form_by_start(b"\xef\xbb\xbf \n<!DOCTYPE html>"), Ok(Form::Html));
        assert_eq!(form_by_start(b"{ \"id\": 1"), Ok(Form::Jsonl));
        assert_eq!(form_by_start(b"[\n {\"id\": 1"), Err(JSON));
        assert_eq!(form_by_start(b"{The mayor} said"), Ok(Form::Text));
        assert_eq!(form_by_start(b"[The mayor] said"), Ok(Form::Text));
        assert_eq!(form_by_start(b""), Ok(Form::Text));
    }
}
