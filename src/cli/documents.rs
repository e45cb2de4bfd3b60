//! Reads what is named on the command line into documents.

use std::io::{BufRead, Read};

use claimlight::{
    article, page,
    wire::documents::{Body, document},
};

use super::{
    arguments::Form,
    dates::readable,
    document::{Document, MALFORMED, Origin, Unreadable},
    foreign::{foreign, not_utf_8},
    inputs::{Input, Meter, form_by_start, open},
    lines::{Chunk, Chunks, MAX_DOCUMENT},
    passed::key,
    problems::{Problem, guarded, name},
    published::of_page,
};

/// What is still to be read, of a size that a thread takes at once.
pub enum Unread {
    /// A document in a file of its own.
    File(Input, Form),
    /// The bytes of one document.
    Bytes(Input, Form, Vec<u8>),
    /// Some lines of a file, each a document.
    Lines(Input, Chunk),
    /// A page from a web archive.
    #[cfg(feature = "warc")]
    Fetched(super::warc::Fetched),
    /// What could not be opened or read on.
    Failed(Problem),
}

impl Unread {
    /// What tells each of its documents from others, those included that cannot be read. Files are told by their
    /// paths: they are not opened to be passed over.
    pub fn keys(&self) -> Vec<u64> {
        match self {
            Unread::Lines(input, chunk) => chunk.lines().map(|(_, line)| key((&input.path, line))).collect(),
            Unread::File(input, _) => vec![key(&input.path)],
            Unread::Bytes(input, _, bytes) => vec![key((&input.path, bytes))],
            #[cfg(feature = "warc")]
            Unread::Fetched(record) => vec![key(record.id())],
            Unread::Failed(problem) => vec![key((&problem.place, &problem.what))],
        }
    }

    /// Leaves out the first `n` documents, fewer than it holds.
    pub fn skip(&mut self, n: usize) {
        if let Unread::Lines(_, chunk) = self {
            chunk.skip(n);
        }
    }
}

/// What is to be read of all that is named.
pub type AllUnread<'a> = Box<dyn Iterator<Item = Unread> + Send + 'a>;

/// What is to be read of an input. What has to be read in order is read here, one document in a file where it is scanned.
pub fn unread(input: Result<Input, Problem>, meter: &Meter) -> AllUnread<'_> {
    let input = match input {
        Ok(input) => input,
        Err(problem) => return one(Unread::Failed(problem)),
    };
    if let Some(form @ (Form::Text | Form::Html)) = input.form {
        return one(Unread::File(input, form));
    }
    let opened = open(&input.path, meter).and_then(|mut reader| {
        let form = input.form.map_or_else(|| reader.fill_buf().map(form_by_start), Ok)?;
        Ok((form, reader))
    });
    match opened {
        Ok((Form::Jsonl, reader)) => {
            let chunks = Chunks::new(name(&input.path), reader);
            Box::new(chunks.map(move |chunk| match chunk {
                Ok(chunk) => Unread::Lines(input.clone(), chunk),
                Err(problem) => Unread::Failed(problem),
            }))
        }
        Ok((Form::Warc, reader)) => fetched(input, reader),
        Ok((form, reader)) => one(match whole(&input, reader) {
            Ok(bytes) => Unread::Bytes(input, form, bytes),
            Err(problem) => Unread::Failed(problem),
        }),
        Err(error) => one(Unread::Failed(Problem::met(&input.path, &error))),
    }
}

fn one<'a>(unread: Unread) -> AllUnread<'a> {
    Box::new([unread].into_iter())
}

#[cfg(feature = "warc")]
fn fetched<'a>(input: Input, reader: Box<dyn BufRead + Send + 'a>) -> AllUnread<'a> {
    Box::new(super::warc::records(name(&input.path), reader).map(move |record| match record {
        Ok(record) => Unread::Fetched(record),
        Err(problem) => Unread::Failed(problem),
    }))
}

#[cfg(not(feature = "warc"))]
fn fetched<'a>(input: Input, _: Box<dyn BufRead + Send + 'a>) -> AllUnread<'a> {
    let what = "this build reads no web archives; build it with --features warc";
    one(Unread::Failed(Problem::at(&input.path, what)))
}

/// The bytes of one document.
fn whole(input: &Input, reader: impl Read) -> Result<Vec<u8>, Problem> {
    let mut bytes = Vec::new();
    let read = reader.take(MAX_DOCUMENT as u64 + 1).read_to_end(&mut bytes);
    read.map_err(|error| Problem::met(&input.path, &error))?;
    if bytes.len() > MAX_DOCUMENT {
        let most = MAX_DOCUMENT / (1024 * 1024);
        return Err(Problem::at(&input.path, format!("longer than {most} MiB, which is no article; it is left out")));
    }
    Ok(bytes)
}

/// The documents of what was unread, with those that cannot be read in their places.
pub fn documents<'a>(
    unread: &'a Unread,
    meter: &'a Meter,
) -> Box<dyn Iterator<Item = Result<Document, Unreadable>> + 'a> {
    let unreadable = |id: &str| {
        let id = id.to_owned();
        move |problem| Unreadable { id, problem }
    };
    match unread {
        Unread::File(input, form) => {
            let bytes = open(&input.path, meter).map_err(|error| Problem::met(&input.path, &error));
            let bytes = bytes.and_then(|reader| whole(input, reader));
            let document = bytes.and_then(|bytes| unbroken(&name(&input.path), || of_bytes(input, *form, bytes)));
            Box::new([document.map_err(unreadable(&input.id))].into_iter())
        }
        Unread::Bytes(input, form, bytes) => {
            let document = unbroken(&name(&input.path), || of_bytes(input, *form, bytes.clone()));
            Box::new([document.map_err(unreadable(&input.id))].into_iter())
        }
        Unread::Lines(input, chunk) => Box::new(chunk.lines().map(|(number, line)| of_line(input, number, line))),
        #[cfg(feature = "warc")]
        Unread::Fetched(record) => {
            let document = unbroken(record.id(), || record.document());
            Box::new([document.map_err(unreadable(record.id()))].into_iter())
        }
        Unread::Failed(problem) => {
            Box::new([Err(Unreadable { id: problem.place.clone(), problem: problem.clone() })].into_iter())
        }
    }
}

/// The document that `work` reads at `place`. A fault in reading costs one document, not the archive.
fn unbroken(place: &str, work: impl FnOnce() -> Result<Document, Problem>) -> Result<Document, Problem> {
    guarded(work).unwrap_or_else(|what| Err(Problem { place: place.to_owned(), what }))
}

/// The one document of a file that is named.
pub fn single(input: Result<Input, Problem>) -> Result<Document, Problem> {
    let meter = Meter::default();
    let unread = unread(input, &meter).next();
    let document = unread.as_ref().and_then(|unread| documents(unread, &meter).next());
    document.unwrap_or_else(|| Ok(Document::default())).map_err(|unreadable| unreadable.problem)
}

fn of_bytes(input: &Input, form: Form, bytes: Vec<u8>) -> Result<Document, Problem> {
    let place = name(&input.path);
    if let Some(what) = foreign(&bytes) {
        return Err(Problem { place, what });
    }
    let (article, origin, note) = match form {
        Form::Html => {
            let (html, is_malformed) = page::html::decode(&bytes);
            let (article, origin) = of_page(&html);
            (article, origin, is_malformed.then_some(MALFORMED))
        }
        _ => (article::from_text(&text(input, bytes)?), Origin::default(), None),
    };
    Ok(Document { id: input.id.clone(), place, article, origin, note, is_page: form == Form::Html })
}

/// A text, byte for byte.
fn text(input: &Input, bytes: Vec<u8>) -> Result<String, Problem> {
    String::from_utf8(bytes).map_err(|error| {
        let first = error.utf8_error().valid_up_to();
        Problem::at(&input.path, not_utf_8(error.as_bytes(), first))
    })
}

fn of_line(input: &Input, number: usize, line: &[u8]) -> Result<Document, Unreadable> {
    let place = format!("{}:{number}", name(&input.path));
    let id = || format!("{}:{number}", input.id);
    let line = match document(line) {
        Ok(line) => line,
        Err(what) => return Err(Unreadable { id: id(), problem: Problem { place, what } }),
    };
    let name = line.id.unwrap_or_else(id);
    let date = line.date.map(|date| readable(&date));
    let said = Origin { date, outlet: line.outlet, section: line.section };
    let is_page = matches!(line.body, Body::Html(_));
    let document = unbroken(&place, || {
        let (article, origin) = match line.body {
            Body::Text(text) => (article::from_text(&text), said),
            Body::Html(html) => {
                let (article, origin) = of_page(&html);
                (article, said.or(origin))
            }
        };
        Ok(Document { id: name.clone(), place: place.clone(), article, origin, note: None, is_page })
    });
    document.map_err(|problem| Unreadable { id: name, problem })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_in_reading_costs_one_document() {
        let problem = unbroken("day.jsonl:3", || panic!("a page that breaks the parser")).unwrap_err();
        assert!(problem.place == "day.jsonl:3" && problem.what.contains("a fault of ours"), "{problem}");
        let whole = unbroken("day.jsonl:4", || Ok(Document { id: "4".to_owned(), ..Document::default() }));
        assert_eq!(whole.unwrap().id, "4");
    }
}
