//! Reads web archives (WARC, ISO 28500): the pages and texts that a crawl fetched, each a document named by its address.

use std::io::{self, BufRead, Read};

use claimlight::{article, page};
use flate2::read::MultiGzDecoder;
use warc::{RecordType, WarcHeader, WarcReader};

use super::{
    document::{Document, MALFORMED, Origin},
    lines::MAX_DOCUMENT,
    problems::Problem,
    published::{host_of, of_page},
};

/// A page as it was fetched.
#[derive(Debug, Default)]
pub struct Fetched {
    /// The file and the number of the record in it.
    place: String,
    /// Its address.
    uri: String,
    /// What the server sent, head and body.
    response: Vec<u8>,
}

/// The records of a file.
pub struct Records<R> {
    reader: R,
    name: String,
    n_records: usize,
    is_at_end: bool,
}

/// The records that hold an answer of a server. Where the file breaks off is the end: what follows cannot be told from
/// what a page says.
pub fn records<R: BufRead>(name: String, reader: R) -> Records<R> {
    Records { reader, name, n_records: 0, is_at_end: false }
}

/// How much the head of a record may take, in bytes; those of crawlers take less than a thousand.
const MAX_HEAD: u64 = 1024 * 1024;

/// What follows each record.
const END: [u8; 4] = *b"\r\n\r\n";

impl<R: BufRead> Iterator for Records<R> {
    type Item = Result<Fetched, Problem>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.is_at_end {
            match self.step() {
                Ok(None) => self.is_at_end = self.reader.fill_buf().map_or(true, |rest| rest.is_empty()),
                Ok(Some(fetched)) => return Some(fetched),
                Err(what) => {
                    self.is_at_end = true;
                    let what = format!("cannot be read on after record {}: {what}", self.n_records);
                    return Some(Err(Problem { place: self.name.clone(), what }));
                }
            }
        }
        None
    }
}

impl<R: BufRead> Records<R> {
    /// The next record, nothing if it holds no answer, or why the file cannot be read on.
    fn step(&mut self) -> Result<Option<Result<Fetched, Problem>>, String> {
        if self.reader.fill_buf().map_err(|error| error.to_string())?.is_empty() {
            return Ok(None);
        }
        let place = format!("{}:{}", self.name, self.n_records + 1);
        let mut head = WarcReader::new((&mut self.reader).take(MAX_HEAD + MAX_DOCUMENT as u64));
        let mut stream = head.stream_records();
        let Some(record) = stream.next_item() else { return Err("it ends in the middle of a record".to_owned()) };
        let mut record = record.map_err(|error| error.to_string().trim_end_matches('.').to_lowercase())?;
        let length = record.content_length();
        let is_answer = *record.warc_type() == RecordType::Response;
        let uri = record.header(WarcHeader::TargetURI).map(|uri| uri.trim_matches(['<', '>']).to_owned());
        let mut response = Vec::new();
        let wanted = if is_answer && length <= MAX_DOCUMENT as u64 { length } else { 0 };
        (&mut record).take(wanted).read_to_end(&mut response).map_err(|error| error.to_string())?;
        self.skip(length - response.len() as u64)?;
        self.n_records += 1;
        if is_answer && length > MAX_DOCUMENT as u64 {
            let what = format!("longer than {} MiB; it is left out", MAX_DOCUMENT / (1024 * 1024));
            return Ok(Some(Err(Problem { place, what })));
        }
        let fetched = Fetched { uri: uri.unwrap_or_else(|| place.clone()), place, response };
        Ok(fetched.is_text().then_some(Ok(fetched)))
    }

    /// Passes over what is left of a record's body, and its end.
    fn skip(&mut self, n_bytes: u64) -> Result<(), String> {
        let truncated = || "it ends in the middle of a record".to_owned();
        let n_skipped = io::copy(&mut (&mut self.reader).take(n_bytes), &mut io::sink());
        if n_skipped.map_err(|error| error.to_string())? < n_bytes {
            return Err(truncated());
        }
        let mut end = END;
        self.reader.read_exact(&mut end).map_err(|_| truncated())?;
        if end == END { Ok(()) } else { Err("a record is longer than it says".to_owned()) }
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
    /// The answer, if it is one and says that all went well.
    fn answer(&self) -> Option<Answer<'_>> {
        let mut fields = [httparse::EMPTY_HEADER; MAX_FIELDS];
        let mut head = httparse::Response::new(&mut fields);
        let httparse::Status::Complete(n_bytes) = head.parse(&self.response).ok()? else { return None };
        let fields = head.headers.iter().map(|field| {
            let value = String::from_utf8_lossy(field.value).trim().to_ascii_lowercase();
            (field.name.to_ascii_lowercase(), value)
        });
        let answer = Answer { fields: fields.collect(), body: &self.response[n_bytes..] };
        (head.code == Some(200)).then_some(answer)
    }

    /// Whether it is a page or a text: pictures and programs are no documents.
    fn is_text(&self) -> bool {
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
        Ok(Document { id: self.uri.clone(), place: self.place.clone(), article, origin, note, is_page: !is_plain })
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

#[cfg(test)]
mod tests {
    use super::*;

    fn record(sort: &str, uri: &str, body: &str) -> String {
        let head = format!(
            "WARC/1.0\r\nWARC-Type: {sort}\r\nWARC-Target-URI: {uri}\r\nWARC-Date: 2026-11-24T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
        );
        format!("{head}Content-Length: {}\r\n\r\n{body}\r\n\r\n", body.len())
    }

    fn answer(sort: &str, body: &str) -> String {
        format!("HTTP/1.1 200 OK\r\nContent-Type: {sort}\r\n\r\n{body}")
    }

    fn read(archive: &str) -> Vec<Result<(String, String), String>> {
        let records = records("crawl.warc".to_owned(), archive.as_bytes());
        let document = |fetched: Fetched| fetched.document().map(|document| (document.id, document.article.text));
        records.map(|record| record.and_then(document).map_err(|problem| problem.to_string())).collect()
    }

    #[test]
    fn pages_are_read_and_the_rest_is_passed_over() {
        let archive = [
            record("warcinfo", "", "software: test"),
            record("request", "https://a.example/1", "GET / HTTP/1.1\r\n\r\n"),
            record("response", "https://a.example/1", &answer("text/plain", "The mayor said so.")),
            record("response", "https://a.example/2.png", &answer("image/png", "x")),
            record("response", "https://a.example/3", "HTTP/1.1 404 Not Found\r\nContent-Type: text/plain\r\n\r\nNo."),
            record(
                "response",
                "https://a.example/4",
                "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nHe l\r\n4\r\neft.\r\n0\r\n\r\n",
            ),
        ];
        let read = read(&archive.concat());
        assert_eq!(read[0], Ok(("https://a.example/1".to_owned(), "The mayor said so.".to_owned())));
        assert_eq!((read.len(), &read[1]), (2, &Ok(("https://a.example/4".to_owned(), "He left.".to_owned()))));
    }

    #[test]
    fn a_truncated_archive_is_named_and_what_is_whole_is_read() {
        let page = record("response", "https://a.example/1", &answer("text/plain", "The mayor said so."));
        for cut in [3, 10, 60, page.len() - 30] {
            let read = read(&[page.as_str(), &page[..page.len() - cut]].concat());
            assert_eq!(read.len(), 2, "{cut}");
            assert!(
                read[0].is_ok()
                    && read[1].as_ref().is_err_and(|what| what.contains("after record 1: it ends in the middle")),
                "{cut}: {read:?}"
            );
        }
    }
}
