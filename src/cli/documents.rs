//! Makes documents of what was read.

use std::{iter, path::Path};

use claimlight::{
    article, page,
    wire::documents::{Body, document},
};

use super::{
    arguments::Form,
    dates::readable,
    document::{Document, MALFORMED, Origin, Unreadable},
    foreign::{foreign, not_utf_8},
    inputs::Input,
    lines::MAX_DOCUMENT,
    opening::Meter,
    problems::{Problem, name, unbroken},
    published::of_page,
    unread::{AllUnread, Unread},
};

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
        Unread::Lost(unreadable) | Unread::Failed(unreadable) => one(Err(unreadable.clone())),
        #[cfg(feature = "warc")]
        Unread::Fetched(_) => Box::new(iter::empty()),
        Unread::File(..) => Box::new(iter::empty()),
    }
}

/// The one document of what is named, or why there is not one.
pub fn single(path: &Path, all: AllUnread<'_>, meter: &Meter) -> Result<Document, Problem> {
    let read = |unread: Unread| {
        let unread = unread.in_memory(meter, MAX_DOCUMENT).unwrap_or_else(|unread| unread);
        documents(&unread).collect::<Vec<_>>()
    };
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
