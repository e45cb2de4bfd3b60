//! Web archives on the command line.

use crate::{
    archive::packed,
    command::{SENTENCE, file, folder, ids, piped, run},
};

fn record(n: usize) -> String {
    let body = format!("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n{}", format!("{SENTENCE} ").repeat(n));
    let head = format!(
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/{n}\r\nWARC-Date: 2026-11-24T00:00:00Z\r\n"
    );
    format!("{head}WARC-Record-ID: <urn:uuid:{n}>\r\nContent-Length: {}\r\n\r\n{body}\r\n\r\n", body.len())
}

#[test]
fn a_crawl_with_a_broken_record_is_read_but_for_that() {
    let mut records: Vec<String> = (1..6).map(record).collect();
    records[1].truncate(220);
    let whole = file("crawl", "good.warc", (1..6).map(record).collect::<String>());
    let plain = file("crawl", "cut.warc", records.concat());
    let members: Vec<u8> = records.iter().flat_map(|record| packed(record)).collect();
    let packed = file("crawl", "cut.warc.gz", members);
    let (status, out, error) = run(&["scan", "--format", "jsonl", &whole]);
    assert_eq!((status, ids(&out).len(), &*error), (0, 5, ""));
    for path in [plain, packed] {
        let (status, out, error) = run(&["scan", "--format", "jsonl", &path]);
        assert_eq!(
            (status, ids(&out)),
            (1, [1, 3, 4, 5].map(|n| format!("https://a.example/{n}")).to_vec()),
            "{error}"
        );
        assert!(error.contains(":2: this record is lost: ") && error.contains("1 of 5 documents"), "{error}");
    }
    let (status, out, error) = run(&["scan", "--format", "jsonl", &file("crawl", "none.warc", "")]);
    assert!(status == 1 && out.is_empty() && error.contains("none.warc: there are no pages in it"), "{error}");
}

#[test]
fn a_crawl_that_is_piped_in_holds_many_though_its_first_record_is_broken() {
    let crawl = format!("{}{}{}", &record(1)[..220], record(2), record(3));
    let (status, json) = piped(&["scan", "--format", "json"], &[&crawl]);
    let reports: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!((status, reports.as_array().map(Vec::len)), (1, Some(2)), "{json}");
}

#[cfg(unix)]
#[test]
fn what_cannot_be_opened_is_told_as_that() {
    let socket = folder("crawl").join("socket.warc");
    let _ = std::fs::remove_file(&socket);
    let _listener = std::os::unix::net::UnixListener::bind(&socket).unwrap();
    let (status, out, error) = run(&["scan", &socket.display().to_string()]);
    assert!(status == 1 && out.is_empty() && !error.contains("pages") && !error.contains("record"), "{error}");
}

#[test]
fn a_page_that_was_fetched_anew_is_not_taken_for_the_old_one() {
    let output = folder("fetched-anew").join("out.jsonl").display().to_string();
    let _ = std::fs::remove_file(&output);
    let path = file("fetched-anew", "crawl.warc", record(1) + &record(2));
    let resume = || run(&["scan", "--format", "jsonl", "--resume", "--output", &output, &path]);
    assert_eq!(resume().0, 0);
    file("fetched-anew", "crawl.warc", record(1).replace("June", "July") + &record(2));
    let (status, _, error) = resume();
    assert!(status == 2 && error.contains("has changed"), "{error}");
}
