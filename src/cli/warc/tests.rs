//! What is read of web archives, whole and broken.

use super::*;

const NO_PAGES: &str = "crawl.warc: there are no pages in it";

fn record(sort: &str, uri: &str, body: &str) -> String {
    let head = format!(
        "WARC/1.0\r\nWARC-Type: {sort}\r\nWARC-Target-URI: {uri}\r\nWARC-Date: 2026-11-24T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
    );
    format!("{head}Content-Length: {}\r\n\r\n{body}\r\n\r\n", body.len())
}

fn answer(sort: &str, body: &str) -> String {
    format!("HTTP/1.1 200 OK\r\nContent-Type: {sort}\r\n\r\n{body}")
}

fn read(archive: &[u8]) -> Vec<Result<(String, String), String>> {
    let records = records("crawl.warc".to_owned(), 0, Window::new(archive));
    let document = |fetched: Fetched| {
        let document = fetched.unpacked(MAX_DOCUMENT)?.unwrap().document();
        Ok((document.id, document.article.text))
    };
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
    let read = read(archive.concat().as_bytes());
    assert_eq!(read[0], Ok(("https://a.example/1".to_owned(), "The mayor said so.".to_owned())));
    assert_eq!((read.len(), &read[1]), (2, &Ok(("https://a.example/4".to_owned(), "He left.".to_owned()))));
}

#[test]
fn a_truncated_archive_is_named_and_what_is_whole_is_read() {
    let page = record("response", "https://a.example/1", &answer("text/plain", "The mayor said so."));
    for cut in [3, 10, 60, page.len() - 30] {
        let read = read([page.as_str(), &page[..page.len() - cut]].concat().as_bytes());
        assert_eq!(read.len(), 2, "{cut}");
        assert!(
            read[0].is_ok()
                && read[1]
                    .as_ref()
                    .is_err_and(|what| what == "crawl.warc:2: this record is lost: it ends in the middle of a record"),
            "{cut}: {read:?}"
        );
    }
}

fn pages(n: usize) -> Vec<String> {
    let page = |n| record("response", &format!("https://a.example/{n}"), &answer("text/plain", &"He left. ".repeat(n)));
    (1..=n).map(page).collect()
}

fn packed(record: &str) -> Vec<u8> {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    std::io::Write::write_all(&mut packer, record.as_bytes()).unwrap();
    packer.finish().unwrap()
}

/// The numbers of the pages that are read; 0 for a record that is lost.
fn numbers(archive: &[u8]) -> Vec<usize> {
    let number = |id: String| id.rsplit('/').next().unwrap().parse().unwrap();
    read(archive).into_iter().map(|page| page.map_or(0, |(id, _)| number(id))).collect()
}

#[test]
fn behind_a_record_that_is_broken_the_next_is_read() {
    let whole = pages(5);
    let mut cut = whole.clone();
    cut[1].truncate(200);
    assert_eq!(numbers(cut.concat().as_bytes()), [1, 0, 3, 4, 5], "cut off");
    let members: Vec<Vec<u8>> = cut.iter().map(|record| packed(record)).collect();
    assert_eq!(numbers(&members.concat()), [1, 0, 3, 4, 5], "cut off before it was packed");
    for (turned, at) in [(0xff, 60), (0xff, 120), (0x01, 12), (0x10, 3)] {
        let mut members: Vec<Vec<u8>> = whole.iter().map(|record| packed(record)).collect();
        members[1][at] ^= turned;
        assert_eq!(numbers(&members.concat()), [1, 0, 3, 4, 5], "damaged at {at}");
    }
    for left in [5, 30, 100] {
        let mut members: Vec<Vec<u8>> = whole.iter().map(|record| packed(record)).collect();
        members[1].truncate(left);
        assert_eq!(numbers(&members.concat()), [1, 0, 3, 4, 5], "packed, and cut off after {left}");
    }
}

#[test]
fn a_page_whose_packing_is_found_damaged_at_its_end_is_no_page() {
    let mut members: Vec<Vec<u8>> = pages(3).iter().map(|record| packed(record)).collect();
    let at = members[1].len() - 6;
    members[1][at] ^= 1;
    assert_eq!(numbers(&members.concat()), [1, 0, 3]);
}

#[test]
fn stored_pages_and_texts_made_of_them_are_read() {
    let stored = |sort: &str, content: &str, body: &str| {
        record(sort, "https://a.example/1", body)
            .replace("\r\nWARC-Date", &format!("\r\nContent-Type: {content}\r\nWARC-Date"))
    };
    let well = answer("text/plain", "He left.").replace("200 OK", "203 Non-Authoritative Information");
    let archive = [
        stored("resource", "text/html; charset=utf-8", "<article><p>He left.</p></article>"),
        stored("resource", "application/http; msgtype=response", "<!doctype html><p>He left.</p>"),
        stored("resource", "image/png", "x"),
        stored("conversion", "text/plain", "He left."),
        record("conversion", "https://a.example/1", "He left."),
        record("resource", "https://a.example/1", "GIF8\u{fffd}\0"),
        record("response", "https://a.example/1", &well),
    ];
    assert_eq!(numbers(archive.concat().as_bytes()), [1; 5]);
    let none = record("metadata", "https://a.example/1", "x");
    assert_eq!(read(none.as_bytes()), [Err("crawl.warc: there are no pages in it".to_owned())]);
}

/// What an answer with this head and body is read as.
fn answered(head: &str, body: &[u8]) -> Vec<Result<String, String>> {
    let sent = [head.as_bytes(), b"\r\n\r\n", body].concat();
    let head = record("response", "https://a.example/1", &"x".repeat(sent.len()));
    let whole = [&head.as_bytes()[..head.len() - sent.len() - END.len()], &sent, &END].concat();
    read(&whole).into_iter().map(|page| page.map(|(_, text)| text)).collect()
}

#[test]
fn an_address_that_is_no_utf_8_costs_nothing() {
    let pages = |sort: &str| {
        let page = record(sort, "https://a.example/caf~\u{1b}[2J", &answer("text/plain; charset=~", "He left."));
        page.into_bytes().into_iter().map(|byte| if byte == b'~' { 0xe9 } else { byte }).collect::<Vec<u8>>()
    };
    let after = record("response", "https://a.example/1", &answer("text/plain", "He left."));
    let archive =
        [pages("response"), pages("request"), pages("metadata"), pages("warcinfo"), after.into_bytes()].concat();
    let names: Vec<_> = read(&archive).into_iter().map(|page| page.map(|(id, _)| id)).collect();
    assert_eq!(names, ["https://a.example/caf%E9%1B[2J", "https://a.example/1"].map(|id| Ok(id.to_owned())));
}

#[test]
fn heads_are_read_as_browsers_read_them() {
    let well = "HTTP/1.1 200 OK\r\nContent-Type: text/plain";
    let many = format!("{well}{}", "\r\nX-Field: y".repeat(300));
    for head in [
        "HTTP/2 200\r\ncontent-type: text/plain",
        "HTTP/2.0 200 OK\r\ncontent-type: text/plain",
        "HTTP/3 200\r\ncontent-type: text/plain",
        "HTTP/1.1  200  OK\r\nContent-Type: text/plain",
        "HTTP/1.1 200 OK\r\nContent-Type: text/plain;\r\n charset=utf-8",
        "HTTP/1.1 200 OK\r\nX Powered By: y\r\nno colon\r\nContent-Type : text/plain",
        "HTTP/1.1 200 OK\r\nServer: x",
        &many,
    ] {
        assert_eq!(answered(head, b"He left."), [Ok("He left.".to_owned())], "{head}");
    }
    for head in [&format!("{well}\r\nX: a\0b"), "SSH-2.0-x", "HTTP/1.1 200 OK\r\nContent-Type: text/plain\rx"] {
        let read = answered(head, b"He left.");
        assert!(read.len() == 1 && read[0].as_ref().is_err_and(|what| what.contains(":1: the head of")), "{read:?}");
    }
    let nothing = [Err(NO_PAGES.to_owned())];
    assert_eq!(answered("HTTP/2 304\r\nX: a\0b", b""), nothing, "it says that there is no page");
    assert_eq!(answered("HTTP/1.1 200 OK", b"GIF89a"), nothing, "no type, and no page by its first bytes");
    assert_eq!(answered("HTTP/1.1 200 OK\r\nContent-Type: image/gif\r\nX: a\0b", b"GIF89a"), nothing, "a picture");
    assert_eq!(read(record("response", "https://a.example/1", "").as_bytes()), [Err(NO_PAGES.to_owned())], "no answer");
    let name = record("response", "dns:a.example", "20261124\na.example. 60 IN A 127.0.0.1\n");
    assert_eq!(
        read(name.as_bytes()),
        [Err("crawl.warc: there are no pages in it".to_owned())],
        "no page, and no fault"
    );
    let nameless = record("response", "", &answer("text/plain", "He left."));
    assert_eq!(read(nameless.as_bytes()), [Ok(("crawl.warc:1".to_owned(), "He left.".to_owned()))]);
}

#[test]
fn a_type_that_says_nothing_is_told_by_the_body() {
    let page = b"<!doctype html><article><p>He left.</p></article>";
    for sort in [
        "application/octet-stream",
        "\"text/html\"",
        "html",
        "text",
        "unknown; charset=utf-8",
        "*/*",
        "application/unknown",
        "unknown/unknown",
    ] {
        let read = answered(&format!("HTTP/1.1 200 OK\r\nContent-Type: {sort}"), page);
        assert!(read.len() == 1 && read[0].is_ok(), "{sort}: {read:?}");
    }
    assert_eq!(answered("HTTP/1.1 200 OK", b"The caf\xe9 closed."), [Ok("The caf\u{e9} closed.".to_owned())]);
    let nothing = [Err(NO_PAGES.to_owned())];
    assert_eq!(answered("HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream", b"wOFF\0\x01"), nothing);
    let octets = "HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream";
    assert_eq!(answered(octets, b"a { color: red }"), nothing, "a download is no text");
    let program = record("response", "https://a.example/app.JS?v=1", "HTTP/1.1 200 OK\r\n\r\nlet said = 1;");
    assert_eq!(numbers(program.as_bytes()), [0], "nor is a program");
    let download = "HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\nContent-Encoding: gzip";
    assert_eq!(answered(download, b"wOFF\0\x01"), nothing, "no fault of a page");
}

#[test]
fn of_a_body_in_pieces_that_was_broken_off_what_came_is_read() {
    let head = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked";
    for body in [
        "4\r\nHe l\r\n4\r\neft.\r\n",
        "4\r\nHe l\r\n4\r\neft.",
        "4\r\nHe l\r\n9\r\neft.",
        "8\r\nHe left.\r\n0\r",
        "8\r\nHe left.\r\n\r\n",
        "8\r\nHe left.\r\nlength\r\nx",
        "8\r\nHe left.\r\n1f;a",
        "4\r\nHe l\r\n4\r\neft.x\r\n",
    ] {
        assert_eq!(answered(head, body.as_bytes()), [Ok("He left.".to_owned())], "{body:?}");
    }
    for whole in ["2026\r\nHe left.", "0\r\nHe left."] {
        assert_eq!(answered(head, whole.as_bytes()), [Ok(whole.to_owned())], "stored whole");
    }
    let (packed, head) = (packed("He left."), format!("{head}\r\nContent-Encoding: gzip"));
    let sent = |body: &[u8]| [format!("{:x}\r\n", packed.len()).as_bytes(), body].concat();
    assert_eq!(answered(&head, &sent(&packed)), [Ok("He left.".to_owned())], "the last piece is missing");
    let unread = [Err("crawl.warc:1: its packed body cannot be read".to_owned())];
    assert_eq!(answered(&head, &sent(&packed[..packed.len() / 2])), unread, "cut off in a piece");
    assert_eq!(answered(&head, &[b"junk", &packed[..]].concat()), unread, "something stands before it");
}

#[test]
fn bodies_are_unpacked_as_they_were_packed() {
    let (packed, sent) = (packed("He left."), |body: &[u8]| {
        [format!("{:x}\r\n", body.len()).as_bytes(), body, b"\r\n0\r\n\r\n"].concat()
    });
    let page = b"<html><p>He left.</p></html>".to_vec();
    for (fields, body) in [
        ("Transfer-Encoding: gzip, chunked", sent(&packed)),
        ("Content-Encoding: gzip\r\nTransfer-Encoding: chunked", sent(&packed)),
        ("Content-Encoding: gzip\r\nTransfer-Encoding: chunked", packed.clone()),
        ("Content-Encoding: gzip", b"He left.".to_vec()),
        ("Content-Encoding: br", b"He left.".to_vec()),
        ("Content-Encoding: none", b"He left.".to_vec()),
        ("Content-Encoding: utf-8", b"He left.".to_vec()),
    ] {
        let head = format!("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n{fields}");
        assert_eq!(answered(&head, &body), [Ok("He left.".to_owned())], "{fields}");
    }
    let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: br";
    assert!(answered(head, &page)[0].is_ok(), "it was stored unpacked");
    for coding in ["br", "zstd, chunked", "x-compress"] {
        let head = format!("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: {coding}");
        assert!(
            answered(&head, b"\x0b\x02\x80")[0].as_ref().is_err_and(|what| what.contains("packed as ")),
            "{coding}"
        );
    }
}
