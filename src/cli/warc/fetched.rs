//! A page or a text of a web archive.

use std::io::Read;

use claimlight::{article, page};
use flate2::read::MultiGzDecoder;

use crate::cli::{
    arguments::Form,
    document::{Document, MALFORMED, Origin},
    foreign::foreign,
    forms::form_by_start,
    lines::MAX_DOCUMENT,
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
}

/// What the bytes of a record are.
#[derive(Debug)]
pub enum Sort {
    /// What a server sent, head and body.
    Answer,
    /// A body alone, of this type.
    Stored(String),
}

/// What a server answers when all went well: the page, or one that somebody between has changed.
const WELL: [u16; 2] = [200, 203];

/// What crawlers write of a stored body whose type they do not say.
const UNSAID: [&str; 3] = ["", "application/http", "application/octet-stream"];

/// The type of a body that nothing is said of.
fn sort_by_start(bytes: &[u8]) -> &'static str {
    match form_by_start(bytes) {
        Ok(Form::Html) => "text/html",
        Ok(Form::Text) if foreign(bytes).is_none() && std::str::from_utf8(bytes).is_ok() => "text/plain",
        _ => "",
    }
}

/// How many fields a server's head may have.
const MAX_FIELDS: usize = 128;

/// A server's answer, read.
struct Answer<'a> {
    fields: Vec<(String, String)>,
    body: &'a [u8],
}

impl Answer<'_> {
    fn field(&self, name: &str) -> &str {
        self.fields.iter().find(|(own, _)| own == name).map_or("", |(_, value)| value)
    }
}

impl Fetched {
    /// Its head and body, if it says that all went well.
    fn answer(&self) -> Option<Answer<'_>> {
        if let Sort::Stored(sort) = &self.sort {
            let sort = if UNSAID.contains(&sort.split(';').next().unwrap_or_default()) {
                sort_by_start(&self.bytes)
            } else {
                sort
            };
            return Some(Answer { fields: vec![("content-type".to_owned(), sort.to_owned())], body: &self.bytes });
        }
        let mut fields = [httparse::EMPTY_HEADER; MAX_FIELDS];
        let mut head = httparse::Response::new(&mut fields);
        let httparse::Status::Complete(n_bytes) = head.parse(&self.bytes).ok()? else { return None };
        let fields = head.headers.iter().map(|field| {
            let value = String::from_utf8_lossy(field.value).trim().to_ascii_lowercase();
            (field.name.to_ascii_lowercase(), value)
        });
        let answer = Answer { fields: fields.collect(), body: &self.bytes[n_bytes..] };
        head.code.is_some_and(|code| WELL.contains(&code)).then_some(answer)
    }

    /// Whether it is a page or a text: pictures and programs are no documents.
    pub fn is_text(&self) -> bool {
        let is = |answer: Answer| {
            let sort = answer.field("content-type");
            sort.starts_with("text/html") || sort.starts_with("application/xhtml") || sort.starts_with("text/plain")
        };
        self.answer().is_some_and(is)
    }

    /// Its name for messages.
    pub fn id(&self) -> &str {
        &self.uri
    }

    /// The document it is.
    pub fn document(&self) -> Result<Document, Problem> {
        let problem = |what: &str| Problem { place: self.place.clone(), what: what.to_owned() };
        let answer = self.answer().ok_or_else(|| problem("no answer of a server"))?;
        let body = match answer.field("transfer-encoding") {
            "chunked" => unchunked(answer.body),
            _ => answer.body.to_vec(),
        };
        let body = match answer.field("content-encoding") {
            "" | "identity" => body,
            "gzip" | "x-gzip" => unpacked(&body).ok_or_else(|| problem("its packed body cannot be read"))?,
            other => return Err(problem(&format!("packed as {other}, which is not read; store it unpacked"))),
        };
        let (text, is_malformed) = page::html::decode(&body);
        let is_plain = answer.field("content-type").starts_with("text/plain");
        let by_address = Origin { outlet: host_of(&self.uri), ..Origin::default() };
        let (article, origin) = match is_plain {
            true => (article::from_text(&text), by_address),
            false => {
                let (article, origin) = of_page(&text);
                (article, origin.or(by_address))
            }
        };
        let note = is_malformed.then_some(MALFORMED);
        let (id, place) = (self.uri.clone(), self.place.clone());
        Ok(Document { id, place, input: self.input, article, origin, note, is_page: !is_plain })
    }
}

fn unpacked(body: &[u8]) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    MultiGzDecoder::new(body).take(MAX_DOCUMENT as u64).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

/// A body that was sent in pieces, each behind its length (RFC 9112 §7.1). What is not in pieces is as it is: many
/// crawlers store the body put together and leave the head as it was.
fn unchunked(body: &[u8]) -> Vec<u8> {
    pieces(body).unwrap_or_else(|| body.to_vec())
}

fn pieces(mut rest: &[u8]) -> Option<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        let end = rest.windows(2).position(|two| two == b"\r\n")?;
        let length = std::str::from_utf8(&rest[..end]).ok()?.split(';').next()?.trim();
        let length = usize::from_str_radix(length, 16).ok()?;
        if length == 0 {
            return Some(body);
        }
        let piece = rest.get(end + 2..)?.get(..length)?;
        body.extend_from_slice(piece);
        rest = rest.get(end + 2 + length..)?.strip_prefix(b"\r\n")?;
    }
}
