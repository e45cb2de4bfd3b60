//! Finds the files that are named: themselves, those of a folder, those a pattern matches.

use std::{
    collections::HashMap,
    fs::File,
    io::{self, BufRead, BufReader, ErrorKind, Read},
    path::{Path, PathBuf},
    sync::atomic::{AtomicU64, Ordering},
};

use flate2::bufread::MultiGzDecoder;
use walkdir::WalkDir;

use super::{
    arguments::{Form, ReadingArguments},
    problems::{Problem, is_standard_input},
};

/// A file to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    /// Where it is; `-` is standard input.
    pub path: PathBuf,
    /// What its document is called.
    pub id: String,
    /// What it holds; of standard input the first bytes say it, unless it was said.
    pub form: Option<Form>,
}

/// The extensions of files that can be read, with what they hold; `.gz` may follow. Others are plain text when they
/// are named, and passed over in a folder.
const EXTENSIONS: [(&str, Form); 8] = [
    ("txt", Form::Text),
    ("md", Form::Text),
    ("html", Form::Html),
    ("htm", Form::Html),
    ("xhtml", Form::Html),
    ("jsonl", Form::Jsonl),
    ("ndjson", Form::Jsonl),
    ("warc", Form::Warc),
];

/// What a file holds, by its name.
pub fn form_by_name(path: &Path) -> Option<Form> {
    let name = path.file_name()?.to_str()?.to_ascii_lowercase();
    let (_, extension) = name.strip_suffix(".gz").unwrap_or(&name).rsplit_once('.')?;
    EXTENSIONS.iter().find(|(own, _)| *own == extension).map(|(_, form)| *form)
}

/// The name of a file without its extensions.
fn stem(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
    let unpacked = name.strip_suffix(".gz").unwrap_or(&name);
    Path::new(unpacked).file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

/// The files that are named, one after the other; a folder's are found while the first are scanned.
///
/// The document of a file is called by its stem. Where two files that are named share one, and in folders and
/// patterns, where anything may, by its path as it is named.
pub fn inputs(reading: &ReadingArguments) -> impl Iterator<Item = Result<Input, Problem>> + Send + use<> {
    let named = if reading.files.is_empty() { vec![PathBuf::from("-")] } else { reading.files.clone() };
    let from = reading.from;
    let mut n_stems: HashMap<String, usize> = HashMap::new();
    named.iter().for_each(|path| *n_stems.entry(stem(path)).or_default() += 1);
    named.into_iter().flat_map(move |path| {
        if path.is_dir() {
            return in_folder(path, from);
        }
        if let Some(matches) = matches(&path) {
            return in_pattern(&path, matches, from);
        }
        let id = if n_stems[&stem(&path)] > 1 { path.display().to_string() } else { stem(&path) };
        Box::new([of_file(path, id, from)].into_iter())
    })
}

type Inputs = Box<dyn Iterator<Item = Result<Input, Problem>> + Send>;

fn of_file(path: PathBuf, id: String, from: Option<Form>) -> Result<Input, Problem> {
    if path.to_str().is_some_and(|name| name.starts_with("http://") || name.starts_with("https://")) {
        return Err(Problem::at(&path, "nothing is fetched; save the page and name the file"));
    }
    let by_name = form_by_name(&path).or((!is_standard_input(&path)).then_some(Form::Text));
    Ok(Input { form: from.or(by_name), path, id })
}

/// The files of a folder in the order of their names. Without being told what they hold, those whose names say it.
fn in_folder(folder: PathBuf, from: Option<Form>) -> Inputs {
    let is_shown = |name: &std::ffi::OsStr| !name.as_encoded_bytes().starts_with(b".");
    let entries = WalkDir::new(&folder).sort_by_file_name().into_iter();
    let shown = entries.filter_entry(move |entry| entry.depth() == 0 || is_shown(entry.file_name()));
    let named = folder.clone();
    let inputs = shown.filter_map(move |entry| match entry {
        Ok(entry) if entry.file_type().is_dir() => None,
        Ok(entry) if from.is_none() && form_by_name(entry.path()).is_none() => None,
        Ok(entry) => Some(of_file(entry.path().to_owned(), entry.path().display().to_string(), from)),
        Err(error) => Some(Err(Problem::at(error.path().unwrap_or(&folder), &error))),
    });
    let mut inputs = inputs.peekable();
    let nothing = inputs.peek().is_none().then(|| Err(Problem::at(&named, nothing_in_folder())));
    Box::new(nothing.into_iter().chain(inputs))
}

/// What is wrong with a folder in which no file can be read.
fn nothing_in_folder() -> String {
    let names: Vec<String> = EXTENSIONS.iter().map(|(name, _)| format!(".{name}")).collect();
    format!("there is nothing in it to read; of a folder the files are read that are called {}", names.join(", "))
}

/// The paths a pattern matches; none if the name is a file's or no pattern.
fn matches(pattern: &Path) -> Option<glob::Paths> {
    let name = pattern.to_str().filter(|name| name.contains(['*', '?', '[']))?;
    if pattern.exists() { None } else { glob::glob(name).ok() }
}

fn in_pattern(pattern: &Path, paths: glob::Paths, from: Option<Form>) -> Inputs {
    let mut paths = paths.peekable();
    if paths.peek().is_none() {
        return Box::new([Err(Problem::at(pattern, "matches no file"))].into_iter());
    }
    Box::new(paths.flat_map(move |path| match path {
        Ok(path) if path.is_dir() => in_folder(path, from),
        Ok(path) => {
            let id = path.display().to_string();
            Box::new([of_file(path, id, from)].into_iter())
        }
        Err(error) => Box::new([Err(Problem::at(error.path(), error.error()))].into_iter()),
    }))
}

/// Whether more than one document is asked for.
pub fn are_many(reading: &ReadingArguments) -> bool {
    let holds_many = |path: &PathBuf| {
        let form = reading.from.or_else(|| form_by_name(path));
        path.is_dir() || matches!(form, Some(Form::Jsonl | Form::Warc)) || matches(path).is_some()
    };
    let is_of_lines = matches!(reading.from, Some(Form::Jsonl | Form::Warc));
    reading.files.len() > 1 || is_of_lines || reading.files.iter().any(holds_many)
}

/// How many bytes were read of all files, as they lie on the disk.
#[derive(Debug, Default)]
pub struct Meter(AtomicU64);

impl Meter {
    /// The bytes read so far.
    pub fn n_bytes(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}

struct Metered<'a, R> {
    inner: R,
    meter: &'a Meter,
}

impl<R: Read> Read for Metered<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n_bytes = self.inner.read(buffer)?;
        self.meter.0.fetch_add(n_bytes as u64, Ordering::Relaxed);
        Ok(n_bytes)
    }
}

/// The first bytes of a file that gzip packed.
pub const PACKED: [u8; 2] = [0x1f, 0x8b];

/// What gzip packed, whose faults are told to people.
struct Unpacked<R>(R);

impl<R: Read> Read for Unpacked<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.0.read(buffer).map_err(|error| match error.kind() {
            ErrorKind::UnexpectedEof => {
                io::Error::new(error.kind(), "it ends in the middle of what gzip packed; copy it again, whole")
            }
            ErrorKind::InvalidInput | ErrorKind::InvalidData => {
                io::Error::new(error.kind(), "what gzip packed in it is damaged; copy it again")
            }
            _ => error,
        })
    }
}

/// The bytes of a file, unpacked if it is packed, whatever it is called.
pub fn open<'a>(path: &Path, meter: &'a Meter) -> io::Result<Box<dyn BufRead + Send + 'a>> {
    let raw: Box<dyn Read + Send> =
        if is_standard_input(path) { Box::new(io::stdin()) } else { Box::new(File::open(path)?) };
    let mut raw = BufReader::with_capacity(1 << 16, Metered { inner: raw, meter });
    match raw.fill_buf()?.starts_with(&PACKED) {
        true => Ok(Box::new(BufReader::with_capacity(1 << 16, Unpacked(MultiGzDecoder::new(raw))))),
        false => Ok(Box::new(raw)),
    }
}

/// What unnamed bytes hold, by how they begin: a page by its tag, documents a line by their brace.
pub fn form_by_start(start: &[u8]) -> Form {
    let start = start.strip_prefix("\u{feff}".as_bytes()).unwrap_or(start).trim_ascii_start();
    let begins = |tag: &[u8]| start.get(..tag.len()).is_some_and(|own| own.eq_ignore_ascii_case(tag));
    let is_page = [&b"<!doctype"[..], b"<html", b"<head", b"<?xml", b"<!--"].into_iter().any(begins);
    match start {
        _ if is_page => Form::Html,
        _ if begins(b"WARC/") => Form::Warc,
        [b'{', rest @ ..] if rest.trim_ascii_start().starts_with(b"\"") => Form::Jsonl,
        _ => Form::Text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_says_what_a_file_holds() {
        let form = |name: &str| form_by_name(Path::new(name));
        assert_eq!(form("a/b.HTML.gz"), Some(Form::Html));
        assert_eq!((form("day.ndjson"), form("crawl.warc.gz")), (Some(Form::Jsonl), Some(Form::Warc)));
        assert_eq!((form("README"), form("a.php")), (None, None));
        assert_eq!((stem(Path::new("a/b.jsonl.gz")), stem(Path::new("-"))), ("b".to_owned(), "-".to_owned()));
    }

    #[test]
    fn unnamed_bytes_are_told_by_their_start() {
        assert_eq!(form_by_start(b"\xef\xbb\xbf \n<!DOCTYPE html>"), Form::Html);
        assert_eq!(form_by_start(b"{ \"id\": 1"), Form::Jsonl);
        assert_eq!(form_by_start(b"{The mayor} said"), Form::Text);
        assert_eq!(form_by_start(b""), Form::Text);
    }
}
