//! What a server answered: its head, and its body as it was before it was packed to be sent.

use std::{borrow::Cow, io::Read};

use flate2::read::MultiGzDecoder;
use httparse::{EMPTY_HEADER, ParserConfig, Response, Status};

use crate::cli::{arguments::Form, foreign::foreign, forms::form_by_start, packed::PACKED};

/// What a server answers when all went well: the page, or one that somebody between has changed.
const WELL: [u16; 2] = [200, 203];

/// What stands between a head and its body.
const END: [u8; 4] = *b"\r\n\r\n";

/// How many fields a server's head may have; browsers take more than any sends.
const MAX_FIELDS: usize = 1024;

/// What a server says of a body, and the body.
pub struct Answer<'a> {
    /// Its type; empty if neither its head nor its first bytes say it.
    pub sort: String,
    /// How it is packed, in the order that was done.
    pub codings: Vec<String>,
    /// As it was sent.
    pub body: &'a [u8],
}

/// An answer with the version before its numbers that `httparse` reads. Crawlers write of later ones their number alone,
/// in a head that is as it ever was.
pub fn in_version_1(mut bytes: Vec<u8>) -> Vec<u8> {
    let end = bytes.iter().take(12).position(|byte| *byte == b' ');
    if let Some(end) = end.filter(|end| bytes.starts_with(b"HTTP/") && &bytes[..*end] != b"HTTP/1.0") {
        bytes.splice(..end, *b"HTTP/1.1");
    }
    bytes
}

/// What is wrong with an answer whose head is broken.
const UNREADABLE: &str = "the head of the server's answer cannot be read; it is left out";

/// Whether an answer whose head is broken may be a page: every crawl has pictures that are sent so.
fn may_be_text(bytes: &[u8]) -> bool {
    let end = bytes.windows(END.len()).position(|end| end == END);
    let body = end.map_or(bytes, |end| &bytes[end + END.len()..]);
    body.starts_with(&PACKED) || !sort_by_start(body).is_empty()
}

/// A server's answer, read as browsers read it; none if it says that not all went well.
pub fn answer<'a>(bytes: &'a [u8], uri: &str) -> Result<Option<Answer<'a>>, String> {
    let mut fields = vec![EMPTY_HEADER; MAX_FIELDS];
    let mut head = Response::new(&mut fields);
    let read = ParserConfig::default()
        .allow_multiple_spaces_in_response_status_delimiters(true)
        .allow_obsolete_multiline_headers_in_responses(true)
        .allow_space_before_first_header_name(true)
        .allow_spaces_after_header_name_in_responses(true)
        .ignore_invalid_headers_in_responses(true)
        .parse_response(&mut head, bytes);
    if head.code.is_some_and(|code| !WELL.contains(&code)) {
        return Ok(None);
    }
    let Ok(Status::Complete(n_bytes)) = read else {
        return if may_be_text(bytes) { Err(UNREADABLE.to_owned()) } else { Ok(None) };
    };
    let field = |name: &str| {
        let field = head.headers.iter().find(|field| field.name.eq_ignore_ascii_case(name));
        field.map_or_else(String::new, |field| String::from_utf8_lossy(field.value).trim().to_ascii_lowercase())
    };
    let codings = [field("content-encoding"), field("transfer-encoding")].join(",");
    let codings = codings.split(',').map(|coding| coding.trim().to_owned()).collect();
    let sort = field("content-type").trim_matches('"').to_owned();
    let mut answer = Answer { sort, codings, body: &bytes[n_bytes..] };
    if is_unsaid(&answer.sort) {
        answer.sort = match answer.start() {
            Ok(body) => sort_unsaid(&answer.sort, uri, &body).to_owned(),
            Err(what) if answer.sort.is_empty() => return Err(what),
            // Most of these are programs and archives to be downloaded.
            Err(_) => String::new(),
        };
    }
    Ok(Some(answer))
}

/// What is written of a body that is to be downloaded, and of many a page.
const DOWNLOAD: &str = "application/octet-stream";

/// What is written of a body whose type is not known (WHATWG MIME Sniffing §7, and what crawlers write).
const UNSAID: [&str; 5] = ["*/*", "application/http", DOWNLOAD, "application/unknown", "unknown/unknown"];

/// Whether a type says nothing: types have two parts.
pub fn is_unsaid(sort: &str) -> bool {
    let sort = sort.split(';').next().unwrap_or_default().trim();
    UNSAID.contains(&sort) || !sort.contains('/')
}

/// How addresses end of what looks like text and is no article: programs, tables, subtitles, cards.
const PROGRAMS: [&str; 24] = [
    "c", "conf", "css", "csv", "h", "ics", "ini", "java", "js", "json", "less", "log", "map", "mjs", "py", "scss",
    "sh", "sql", "srt", "ts", "tsv", "vcf", "vtt", "yml",
];

/// The type of a body of whose type nothing is `said`. Only of a page it is sure what it is.
pub fn sort_unsaid(said: &str, uri: &str, body: &[u8]) -> &'static str {
    let path = uri.split(['?', '#']).next().unwrap_or_default();
    let ending = path.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    let is_program = ending.is_some_and(|ending| PROGRAMS.contains(&&*ending));
    match sort_by_start(body) {
        "text/plain" if said.starts_with(DOWNLOAD) || is_program => "",
        sort => sort,
    }
}

/// The type of a body by its first bytes; empty if it is neither a page nor a text.
pub fn sort_by_start(bytes: &[u8]) -> &'static str {
    match form_by_start(bytes) {
        Ok(Form::Html) => "text/html",
        Ok(Form::Text) if !bytes.is_empty() && foreign(bytes).is_none() && !is_binary(bytes) => "text/plain",
        _ => "",
    }
}

/// How many bytes browsers look at to learn what a body is.
const N_SNIFFED: usize = 1445;

/// Whether a body is no text, by the bytes that browsers go by (WHATWG MIME Sniffing §3, §7.2).
fn is_binary(bytes: &[u8]) -> bool {
    let is_wide = bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff");
    let is_no_text = |byte: &u8| matches!(byte, 0x00..=0x08 | 0x0b | 0x0e..=0x1a | 0x1c..=0x1f);
    !is_wide && bytes.iter().take(N_SNIFFED).any(is_no_text)
}

/// How bodies are packed that are not read (the IANA's content codings, and transfer codings).
const UNREAD: [&str; 9] = ["aes128gcm", "br", "compress", "dcb", "dcz", "deflate", "exi", "pack200-gzip", "zstd"];

impl Answer<'_> {
    /// Whether it says that it is packed, and may be: what was sent in pieces does not show it.
    pub fn is_packed(&self) -> bool {
        let is = |own: &str| self.codings.iter().any(|coding| coding.ends_with(own));
        is("gzip") && (is("chunked") || self.body.starts_with(&PACKED))
    }

    /// How the body begins.
    fn start(&self) -> Result<Cow<'_, [u8]>, String> {
        self.read(|packed| unpacked_start(packed).map(Some)).map(|start| start.unwrap_or_default())
    }

    /// The body as it was before it was packed; none if that is longer than `most` bytes.
    pub fn unpacked(&self, most: usize) -> Result<Option<Vec<u8>>, String> {
        let body = self.read(|packed| unpacked(packed, most))?;
        Ok(body.map(Cow::into_owned).filter(|body| body.len() <= most))
    }

    /// The body, of which what is packed is read by `unpack`. Many crawlers store it unpacked and leave the head as it was;
    /// others write what is no coding, such as `none` or `utf-8`.
    fn read(&self, unpack: impl Fn(&[u8]) -> Result<Option<Vec<u8>>, String>) -> Result<Option<Cow<'_, [u8]>>, String> {
        let mut body = Cow::Borrowed(self.body);
        for coding in self.codings.iter().rev() {
            let own = coding.strip_prefix("x-").unwrap_or(coding);
            body = match own {
                "chunked" => pieces(&body).map_or(body, Cow::Owned),
                "gzip" if body.starts_with(&PACKED) => match unpack(&body)? {
                    Some(body) => Cow::Owned(body),
                    None => return Ok(None),
                },
                "gzip" if is_binary(&body) => return Err(UNPACKABLE.to_owned()),
                _ if UNREAD.contains(&own) && !was_unpacked(&body) => {
                    return Err(format!("packed as {coding}, which is not read; store it unpacked"));
                }
                _ => body,
            };
        }
        Ok(Some(body))
    }
}

/// Whether a body is a page or a text as it is, whatever its head says.
fn was_unpacked(body: &[u8]) -> bool {
    match sort_by_start(body) {
        "text/plain" => std::str::from_utf8(body).is_ok(),
        sort => !sort.is_empty(),
    }
}

/// What is wrong with a body that is packed and damaged.
const UNPACKABLE: &str = "its packed body cannot be read";

/// What gzip packed, if it is not longer than `most` bytes.
fn unpacked(body: &[u8], most: usize) -> Result<Option<Vec<u8>>, String> {
    let mut bytes = Vec::new();
    let read = MultiGzDecoder::new(body).take(most as u64 + 1).read_to_end(&mut bytes);
    read.map_err(|_| UNPACKABLE.to_owned())?;
    Ok(Some(bytes).filter(|bytes| bytes.len() <= most))
}

/// How many bytes of what is packed are looked at: pages may begin with lines of nothing.
const MAX_START: u64 = 64 * 1024;

/// How what gzip packed begins: as much as tells what it is.
fn unpacked_start(body: &[u8]) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    let read = MultiGzDecoder::new(body).take(MAX_START).read_to_end(&mut bytes);
    read.map_err(|_| UNPACKABLE.to_owned())?;
    Ok(bytes)
}

/// The length of a piece, and what is behind it; nothing if there is none.
fn of_length(rest: &[u8]) -> Option<(usize, &[u8])> {
    let end = rest.windows(2).position(|two| two == b"\r\n")?;
    let length = std::str::from_utf8(&rest[..end]).ok()?.split(';').next()?.trim();
    Some((usize::from_str_radix(length, 16).ok()?, &rest[end + 2..]))
}

/// A body that was sent in pieces, each behind its length (RFC 9112 §7.1); none if it was not: it was put together
/// before it was stored. Where the connection was closed, or what follows is no piece, what had come is the body.
fn pieces(mut rest: &[u8]) -> Option<Vec<u8>> {
    let mut body = Vec::new();
    while let Some((length, piece)) = of_length(rest) {
        if length == 0 {
            // A text may begin with a nought,
            return Some(body).filter(|body| !body.is_empty() || piece.trim_ascii().is_empty());
        }
        // or with a year.
        let begins = || piece.starts_with(&PACKED) || sort_by_start(piece) == "text/html";
        if piece.len() < length && body.is_empty() && !begins() {
            return None;
        }
        let (piece, behind) = piece.split_at(length.min(piece.len()));
        let next = behind.strip_prefix(b"\r\n");
        if next.is_none() && body.is_empty() && !matches!(behind, b"" | b"\r") {
            return None;
        }
        body.extend_from_slice(piece);
        rest = next.unwrap_or_default();
    }
    Some(body).filter(|body| !body.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_that_is_too_long_is_left_out_whole() {
        let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        std::io::Write::write_all(&mut packer, &[b'x'; 100]).unwrap();
        let packed = packer.finish().unwrap();
        assert_eq!(unpacked(&packed, 100).map(|bytes| bytes.map(|bytes| bytes.len())), Ok(Some(100)));
        assert_eq!(unpacked(&packed, 99), Ok(None));
    }
}
