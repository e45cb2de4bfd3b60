//! Reads web archives (WARC, ISO 28500): the pages and texts that a crawl fetched or that were made of them, each a
//! document named by its address. A record that is broken is named, and the next one sought.

mod answer;
mod fetched;
mod members;
#[cfg(test)]
mod tests;

use std::io::{self, BufRead, Read};

use warc::{RecordType, WarcHeader, WarcReader};

use super::{
    lines::{MAX_DOCUMENT, too_long},
    packed::PACKED,
    problems::{Problem, guarded},
    window::Window,
};
use fetched::Sort;
pub use fetched::{Fetched, Stored};
use members::Members;

/// A file's bytes, unpacked.
enum Source<R> {
    Plain(Window<R>),
    Packed(Members<R>),
}

impl<R: Read> Read for Source<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self {
            Source::Plain(plain) => plain.read(buffer),
            Source::Packed(members) => members.read(buffer),
        }
    }
}

/// The records of a file.
pub struct Records<R> {
    reader: Window<Source<R>>,
    /// The file as messages call it.
    name: String,
    /// How many files were found before it.
    input: usize,
    n_records: usize,
    /// Whether anything was handed over.
    is_of_use: bool,
    is_at_end: bool,
}

/// The records that hold a page or a text.
pub fn records<R: Read>(name: String, input: usize, mut raw: Window<R>) -> Records<R> {
    // What cannot be read is met again when the first record is.
    let is_packed = raw.ahead(PACKED.len()).is_ok_and(|start| start.starts_with(&PACKED));
    let source = if is_packed { Source::Packed(Members::new(raw)) } else { Source::Plain(raw) };
    Records { reader: Window::new(source), name, input, n_records: 0, is_of_use: false, is_at_end: false }
}

/// How much the head of a record may take, in bytes; those of crawlers take less than a thousand.
const MAX_HEAD: u64 = 1024 * 1024;

/// What follows each record.
const END: [u8; 4] = *b"\r\n\r\n";

/// How a record begins: a line with the version, and the first of its fields.
const BEGINNING: [&[u8]; 3] = [b"WARC/1.", b"\r\n", b"WARC-"];

/// How many bytes of a record are looked at to see that it is one.
const N_BEGINNING: usize = 16;

fn begins(ahead: &[u8]) -> bool {
    let [version, end, field] = BEGINNING;
    let rest = ahead.strip_prefix(version).and_then(|rest| rest.get(1..)?.strip_prefix(end));
    rest.is_some_and(|rest| rest.get(..field.len()).is_some_and(|own| own.eq_ignore_ascii_case(field)))
}

impl<R: Read> Iterator for Records<R> {
    type Item = Result<Fetched, Problem>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.is_at_end {
            let step = guarded(|| self.step()).unwrap_or_else(Err);
            self.n_records += 1;
            let found = match step {
                Ok(Step::End) => {
                    self.is_at_end = true;
                    let what = "there are no pages in it".to_owned();
                    return (!self.is_of_use).then(|| Err(Problem { place: self.name.clone(), what }));
                }
                Ok(Step::Other) => continue,
                Ok(Step::Found(found)) => found,
                Err(what) => {
                    self.is_at_end = !self.recover();
                    Err(Problem { place: self.place(), what: format!("this record is lost: {what}") })
                }
            };
            self.is_of_use = true;
            return Some(found);
        }
        None
    }
}

/// What one record gave.
enum Step {
    Found(Result<Fetched, Problem>),
    /// Neither a page nor a text.
    Other,
    End,
}

impl<R: Read> Records<R> {
    /// The record that was read last, as messages call it.
    fn place(&self) -> String {
        format!("{}:{}", self.name, self.n_records)
    }

    /// The next record, or why it is lost.
    fn step(&mut self) -> Result<Step, String> {
        self.reader.mark();
        if self.reader.fill_buf().map_err(|error| error.to_string())?.is_empty() {
            return Ok(Step::End);
        }
        let head = self.head()?;
        let mut head = WarcReader::new(head.as_bytes());
        let mut stream = head.stream_records();
        let record = stream.next_item().ok_or_else(truncated)?;
        let record = record.map_err(|error| error.to_string().trim_end_matches('.').to_lowercase())?;
        let length = record.content_length();
        let sort = sort(record.warc_type(), record.header(WarcHeader::ContentType).as_deref());
        let uri = record.header(WarcHeader::TargetURI).map(|uri| address(uri.trim_matches(['<', '>'])));
        let mut bytes = Vec::new();
        let wanted = if sort.is_some() && length <= MAX_DOCUMENT as u64 { length } else { 0 };
        (&mut self.reader).take(wanted).read_to_end(&mut bytes).map_err(|error| error.to_string())?;
        self.skip(length - bytes.len() as u64)?;
        let Some(sort) = sort else { return Ok(Step::Other) };
        let place = format!("{}:{}", self.name, self.n_records + 1);
        if length > MAX_DOCUMENT as u64 {
            return Ok(Step::Found(Err(Problem { place, what: too_long() })));
        }
        let uri = uri.filter(|uri| !uri.is_empty()).unwrap_or_else(|| place.clone());
        let mut fetched = Fetched::new(uri, place, self.input, sort, bytes);
        Ok(match fetched.is_text() {
            Ok(true) => Step::Found(Ok(fetched)),
            Ok(false) => Step::Other,
            Err(problem) => Step::Found(Err(problem)),
        })
    }

    /// The head of a record, to the empty line behind it. Crawlers write addresses as the page had them, whatever its
    /// encoding; a byte that is no UTF-8 is written as addresses write it, `%E9`.
    fn head(&mut self) -> Result<String, String> {
        let mut lines = (&mut self.reader).take(MAX_HEAD);
        let mut head = Vec::new();
        loop {
            let before = head.len();
            lines.read_until(b'\n', &mut head).map_err(|error| error.to_string())?;
            match &head[before..] {
                b"" => return Err(truncated()),
                b"\r\n" => break,
                _ => (),
            }
        }
        Ok(head.utf8_chunks().map(|chunk| chunk.valid().to_owned() + &escaped(chunk.invalid())).collect())
    }

    /// Passes over what is left of a record's body, and its end.
    fn skip(&mut self, n_bytes: u64) -> Result<(), String> {
        let n_skipped = io::copy(&mut (&mut self.reader).take(n_bytes), &mut io::sink());
        if n_skipped.map_err(|error| error.to_string())? < n_bytes {
            return Err(truncated());
        }
        let mut end = END;
        self.reader.read_exact(&mut end).map_err(|error| match error.kind() {
            io::ErrorKind::UnexpectedEof => truncated(),
            _ => error.to_string(),
        })?;
        if end != END {
            return Err(
                "it does not end where it says; its length is wrong, it was cut off, or something is missing in it"
                    .to_owned(),
            );
        }
        // Whether what was unpacked is what was packed is told behind its last byte.
        let told = self.reader.fill_buf().map(drop).map_err(|error| error.to_string());
        match self.reader.inner() {
            Source::Packed(members) if members.is_damaged_at_its_start() => Ok(()),
            _ => told,
        }
    }

    /// Goes on at the next record behind one that is broken; whether there is one.
    fn recover(&mut self) -> bool {
        self.reader.rewind();
        let found = self.reader.pass_to(N_BEGINNING, begins);
        found
            .or_else(|error| {
                self.reader.clear();
                match self.reader.inner() {
                    Source::Plain(_) => Err(error),
                    Source::Packed(members) => members.pass_damage(),
                }
            })
            .unwrap_or(false)
    }
}

/// Bytes as addresses write those that stand for no letter.
fn escaped(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("%{byte:02X}")).collect()
}

/// An address without what would move something on a terminal.
fn address(uri: &str) -> String {
    let letter = |letter: char| {
        let written = letter.to_string();
        if letter.is_control() { escaped(written.as_bytes()) } else { written }
    };
    uri.chars().map(letter).collect()
}

fn truncated() -> String {
    "it ends in the middle of a record".to_owned()
}

/// What a record holds that may be a page or a text; nothing of requests, metadata and their like.
fn sort(of_record: &RecordType, content: Option<&str>) -> Option<Sort> {
    match of_record {
        RecordType::Response => Some(Sort::Answer),
        // Pages that were stored without what the server said, and texts that were made of pages (WET).
        RecordType::Resource | RecordType::Conversion => {
            Some(Sort::Stored(content.unwrap_or_default().trim().to_ascii_lowercase()))
        }
        _ => None,
    }
}
