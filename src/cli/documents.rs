//! Reads what is named on the command line into documents.

use std::{
    io::{BufRead, Read},
    iter,
    path::Path,
    time::SystemTime,
};

use claimlight::{
    article, page,
    wire::documents::{Body, document},
};

use super::{
    arguments::Form,
    dates::readable,
    document::{Document, MALFORMED, Origin, Unreadable},
    foreign::{foreign, not_utf_8},
    forms::form_by_start,
    inputs::Input,
    lines::{Chunk, Chunks, MAX_DOCUMENT, too_long},
    opening::{Meter, Raw, open, start, unpacked},
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
    /// A page from a web archive, as it is stored.
    #[cfg(feature = "warc")]
    Fetched(super::warc::Fetched),
    /// A page from a web archive, unpacked.
    #[cfg(feature = "warc")]
    Stored(super::warc::Stored),
    /// What could not be opened or read on.
    Failed(Unreadable),
}

impl Unread {
    /// What tells each of its documents from others, those included that cannot be read. Files are told by their
    /// paths, lengths and when they were written: they are not opened to be passed over.
    pub fn keys(&self) -> Vec<u64> {
        match self {
            Unread::Lines(input, chunk) => chunk.lines().map(|(_, line)| key((&input.path, line))).collect(),
            Unread::File(input, _) => vec![key((&input.path, written(&input.path)))],
            Unread::Bytes(input, _, bytes) => vec![key((&input.path, bytes))],
            #[cfg(feature = "warc")]
            Unread::Fetched(record) => vec![key((&record.uri, &record.bytes))],
            #[cfg(feature = "warc")]
            Unread::Stored(page) => vec![key((&page.uri, &page.bytes))],
            Unread::Failed(Unreadable { problem, .. }) => vec![key((&problem.place, &problem.what))],
        }
    }

    /// Leaves out the first `n` documents, fewer than it holds.
    pub fn skip(&mut self, n: usize) {
        if let Unread::Lines(_, chunk) = self {
            chunk.skip(n);
        }
    }

    /// The same with the bytes of its documents, unpacked, so that it is known how many they are.
    pub fn in_memory(self, meter: &Meter) -> Self {
        match self {
            Unread::File(input, form) => {
                let opened = open(&input.path, meter).and_then(unpacked);
                let opened = opened.map_err(|error| Problem::met(&input.path, &error));
                match opened.and_then(|reader| whole(&input, reader)) {
                    Ok(bytes) => Unread::Bytes(input, form, bytes),
                    Err(problem) => Unread::Failed(Unreadable { id: input.id, problem }),
                }
            }
            #[cfg(feature = "warc")]
            Unread::Fetched(record) => {
                let id = record.uri.clone();
                let stored = unbroken(&id, || record.unpacked());
                stored.map_or_else(|problem| Unread::Failed(Unreadable { id, problem }), Unread::Stored)
            }
            other => other,
        }
    }

    /// How many bytes are to be scanned, as far as it is known: of a file as many as lie on the disk.
    pub fn n_bytes(&self) -> usize {
        match self {
            Unread::File(input, _) => written(&input.path).map_or(0, |(length, _)| length as usize),
            Unread::Lines(_, chunk) => chunk.bytes.len(),
            Unread::Bytes(_, _, bytes) => bytes.len(),
            #[cfg(feature = "warc")]
            Unread::Fetched(record) => record.bytes.len(),
            #[cfg(feature = "warc")]
            Unread::Stored(page) => page.bytes.len(),
            Unread::Failed(_) => 0,
        }
    }
}

/// How long a file is, and when it was written; a file that is not there is told by that.
fn written(path: &Path) -> Option<(u64, Option<SystemTime>)> {
    path.metadata().ok().map(|metadata| (metadata.len(), metadata.modified().ok()))
}

/// What is to be read of all that is named.
pub type AllUnread<'a> = Box<dyn Iterator<Item = Unread> + Send + 'a>;

/// What is to be read, and whether it begins with a document of a file that holds many: of standard input and of pipes only
/// what comes out of them says it.
pub fn begun(unread: AllUnread<'_>) -> (AllUnread<'_>, bool) {
    let mut unread = unread.peekable();
    let is_of_many = match unread.peek() {
        Some(Unread::Lines(..)) => true,
        #[cfg(feature = "warc")]
        Some(Unread::Fetched(_)) => true,
        _ => false,
    };
    (Box::new(unread), is_of_many)
}

/// What is to be read of an input. What has to be read in order is read here, one document in a file where it is scanned.
pub fn unread(input: Result<Input, Problem>, meter: &Meter) -> AllUnread<'_> {
    let input = match input {
        Ok(input) => input,
        Err(problem) => return one(failed(problem)),
    };
    if let Some(form @ (Form::Text | Form::Html)) = input.form {
        return one(Unread::File(input, form));
    }
    let opened = open(&input.path, meter).and_then(|mut raw| {
        let form =
            input.form.map_or_else(|| start(&mut raw).map(|start| form_by_start(&start)), |form| Ok(Ok(form)))?;
        Ok((form, raw))
    });
    let read = match opened {
        Ok((Ok(Form::Warc), raw)) => return fetched(input, raw),
        Ok((Ok(form), raw)) => {
            unpacked(raw).map(|reader| (form, reader)).map_err(|error| Problem::met(&input.path, &error))
        }
        Ok((Err(what), _)) => Err(Problem::at(&input.path, what)),
        Err(error) => Err(Problem::met(&input.path, &error)),
    };
    match read {
        Ok((Form::Jsonl, reader)) => in_lines(input, reader),
        Ok((form, reader)) => one(match whole(&input, reader) {
            Ok(bytes) => Unread::Bytes(input, form, bytes),
            Err(problem) => Unread::Failed(Unreadable { id: input.id, problem }),
        }),
        Err(problem) => one(Unread::Failed(Unreadable { id: input.id, problem })),
    }
}

fn failed(problem: Problem) -> Unread {
    Unread::Failed(Unreadable { id: problem.place.clone(), problem })
}

fn in_lines<'a>(input: Input, reader: Box<dyn BufRead + Send + 'a>) -> AllUnread<'a> {
    let chunks = Chunks::new(name(&input.path), reader);
    Box::new(chunks.map(move |chunk| match chunk {
        Ok(chunk) => Unread::Lines(input.clone(), chunk),
        Err(problem) => failed(problem),
    }))
}

fn one<'a>(unread: Unread) -> AllUnread<'a> {
    Box::new([unread].into_iter())
}

#[cfg(feature = "warc")]
fn fetched(input: Input, raw: Raw<'_>) -> AllUnread<'_> {
    let records = super::warc::records(name(&input.path), input.number, raw);
    Box::new(records.map(|record| record.map_or_else(failed, Unread::Fetched)))
}

#[cfg(not(feature = "warc"))]
fn fetched(input: Input, _: Raw<'_>) -> AllUnread<'_> {
    let what = "this build reads no web archives; build it with --features warc";
    one(failed(Problem::at(&input.path, what)))
}

/// The bytes of one document.
fn whole(input: &Input, reader: impl Read) -> Result<Vec<u8>, Problem> {
    let mut bytes = Vec::new();
    let read = reader.take(MAX_DOCUMENT as u64 + 1).read_to_end(&mut bytes);
    read.map_err(|error| Problem::met(&input.path, &error))?;
    if bytes.len() > MAX_DOCUMENT {
        return Err(Problem::at(&input.path, too_long()));
    }
    Ok(bytes)
}

/// The documents of what was unread and is in memory, with those that cannot be read in their places.
pub fn documents(unread: &Unread) -> Box<dyn Iterator<Item = Result<Document, Unreadable>> + '_> {
    let one = |document| -> Box<dyn Iterator<Item = _>> { Box::new([document].into_iter()) };
    let read_as = |id: &str, document: Result<Document, Problem>| {
        document.map_err(|problem| Unreadable { id: id.to_owned(), problem })
    };
    match unread {
        Unread::Bytes(input, form, bytes) => {
            let document = unbroken(&name(&input.path), || of_bytes(input, *form, bytes.clone()));
            one(read_as(&input.id, document))
        }
        Unread::Lines(input, chunk) => Box::new(chunk.lines().map(|(number, line)| of_line(input, number, line))),
        #[cfg(feature = "warc")]
        Unread::Stored(page) => one(read_as(&page.uri, unbroken(&page.uri, || Ok(page.document())))),
        Unread::Failed(unreadable) => one(Err(unreadable.clone())),
        #[cfg(feature = "warc")]
        Unread::Fetched(_) => Box::new(iter::empty()),
        Unread::File(..) => Box::new(iter::empty()),
    }
}

/// The document that `work` reads at `place`. A fault in reading costs one document, not the archive.
fn unbroken<T>(place: &str, work: impl FnOnce() -> Result<T, Problem>) -> Result<T, Problem> {
    guarded(work).unwrap_or_else(|what| Err(Problem { place: place.to_owned(), what }))
}

/// The one document of what is named, or why there is not one.
pub fn single(path: &Path, all: AllUnread<'_>, meter: &Meter) -> Result<Document, Problem> {
    let read = |unread: Unread| documents(&unread.in_memory(meter)).collect::<Vec<_>>();
    let mut all = all.flat_map(read);
    match (all.next(), all.next()) {
        (Some(document), None) => document.map_err(|unreadable| unreadable.problem),
        (None, _) => Err(Problem::at(path, "there is no document in it")),
        (Some(_), Some(_)) => Err(Problem::at(path, "there is more than one document in it; one is compared with one")),
    }
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
    let (id, is_page) = (input.id.clone(), form == Form::Html);
    Ok(Document { id, place, input: input.number, article, origin, note, is_page })
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
        let (id, place) = (name.clone(), place.clone());
        Ok(Document { id, place, input: input.number, article, origin, note: None, is_page })
    });
    document.map_err(|problem| Unreadable { id: name, problem })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_in_reading_costs_one_document() {
        let problem = unbroken::<Document>("day.jsonl:3", || panic!("a page that breaks the parser")).unwrap_err();
        assert!(problem.place == "day.jsonl:3" && problem.what.contains("a fault of ours"), "{problem}");
        let whole: Result<Document, _> =
            unbroken("day.jsonl:4", || Ok(Document { id: "4".to_owned(), ..Document::default() }));
        assert_eq!(whole.unwrap().id, "4");
    }
}
