//! A page or a text of a web archive.

use claimlight::{article, page};

use super::answer::{Answer, answer, in_version_1, is_unsaid, sort_unsaid};
use crate::cli::{
    document::{Document, MALFORMED, Origin},
    problems::Problem,
    published::{host_of, of_page},
};

/// A page or a text as it is stored.
#[derive(Debug)]
pub struct Fetched {
    /// Its address.
    pub uri: String,
    /// The file and the number of the record in it.
    pub place: String,
    /// How many files were found before its own.
    pub input: usize,
    /// What its bytes are.
    pub sort: Sort,
    /// What is stored.
    pub bytes: Vec<u8>,
    /// Whether its body was packed to be sent, as far as was looked.
    pub is_packed: bool,
}

/// What the bytes of a record are.
#[derive(Debug)]
pub enum Sort {
    /// What a server sent, head and body.
    Answer,
    /// A body alone, of this type.
    Stored(String),
}

impl Fetched {
    /// What a record holds.
    pub fn new(uri: String, place: String, input: usize, sort: Sort, bytes: Vec<u8>) -> Self {
        let bytes = match sort {
            Sort::Answer => in_version_1(bytes),
            Sort::Stored(_) => bytes,
        };
        Fetched { uri, place, input, sort, bytes, is_packed: false }
    }

    /// Its head and body, if it says that all went well.
    fn answer(&self) -> Result<Option<Answer<'_>>, String> {
        let bytes = &self.bytes;
        match &self.sort {
            Sort::Stored(sort) => {
                let sort = if is_unsaid(sort) { sort_unsaid(sort, &self.uri, bytes).to_owned() } else { sort.clone() };
                Ok(Some(Answer { sort, codings: Vec::new(), body: bytes }))
            }
            // Of a server that said nothing.
            Sort::Answer if bytes.is_empty() => Ok(None),
            // Crawls hold answers of other kinds, as to where a host is found.
            Sort::Answer if !bytes.starts_with(b"HTTP/") && !self.uri.starts_with("http") => Ok(None),
            Sort::Answer => answer(bytes, &self.uri),
        }
    }

    /// Whether it is a page or a text: pictures and programs are no documents.
    pub fn is_text(&mut self) -> Result<bool, Problem> {
        let Some(answer) = self.answer().map_err(|what| self.problem(what))? else { return Ok(false) };
        let sort = &answer.sort;
        let is_text =
            sort.starts_with("text/html") || sort.starts_with("application/xhtml") || sort.starts_with("text/plain");
        self.is_packed = answer.is_packed();
        Ok(is_text)
    }

    fn problem(&self, what: String) -> Problem {
        Problem { place: self.place.clone(), what }
    }

    /// Its body as it was before it was packed to be sent; none if that is longer than `most` bytes.
    pub fn unpacked(&self, most: usize) -> Result<Option<Stored>, Problem> {
        let unpacked = match self.answer() {
            Ok(Some(answer)) => answer.unpacked(most).map(|bytes| (answer.sort.starts_with("text/plain"), bytes)),
            Ok(None) => Err("no answer of a server".to_owned()),
            Err(what) => Err(what),
        };
        let (is_plain, bytes) = unpacked.map_err(|what| self.problem(what))?;
        let (uri, place, input) = (self.uri.clone(), self.place.clone(), self.input);
        Ok(bytes.map(|bytes| Stored { uri, place, input, is_plain, bytes }))
    }
}

/// A page or a text, unpacked.
#[derive(Debug)]
pub struct Stored {
    /// Its address.
    pub uri: String,
    place: String,
    input: usize,
    is_plain: bool,
    /// Its text in the encoding it names.
    pub bytes: Vec<u8>,
}

impl Stored {
    /// The document it is.
    pub fn document(&self) -> Document {
        let (text, is_malformed) = page::html::decode(&self.bytes);
        let by_address = Origin { outlet: host_of(&self.uri), ..Origin::default() };
        let (article, origin) = match self.is_plain {
            true => (article::from_text(&text), by_address),
            false => {
                let (article, origin) = of_page(&text);
                (article, origin.or(by_address))
            }
        };
        let note = is_malformed.then_some(MALFORMED);
        let (id, place) = (self.uri.clone(), self.place.clone());
        Document { id, place, input: self.input, article, origin, note, is_page: !self.is_plain }
    }
}
