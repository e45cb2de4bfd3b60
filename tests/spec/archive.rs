//! The command line over an archive: packed files, what is broken in it, interruptions, and the formats for many.

use std::{
    fs,
    io::Write,
    path::Path,
    process::{Command, Stdio},
};

use serde_json::Value;

use crate::command::{SENTENCE, file, folder, reports, run};

pub fn packed(text: &str) -> Vec<u8> {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packer.write_all(text.as_bytes()).unwrap();
    packer.finish().unwrap()
}

/// Lines of documents of which some cannot be read.
pub fn lines(n: usize) -> String {
    let line = |n: usize| match n % 50 {
        7 => format!("{{\"id\": \"{n}\"}}\n"),
        _ => format!(
            "{{\"id\": \"{n}\", \"date\": \"2026-{:02}-01\", \"outlet\": \"Herald\", \"text\": \"{}\"}}\n",
            n % 12 + 1,
            format!("{SENTENCE} ").repeat(n % 9)
        ),
    };
    (0..n).map(line).collect()
}

#[test]
fn packed_files_are_read_whatever_they_are_called() {
    let plain = file("packed", "day.ndjson", lines(30));
    let expected = run(&["scan", "--format", "jsonl", &plain]);
    for name in ["day.jsonl.gz", "day.gz"] {
        let path = file("packed", name, packed(&lines(30)));
        assert_eq!(run(&["scan", "--format", "jsonl", "--from", "jsonl", &path]).1, expected.1, "{name}");
    }
}

#[test]
fn of_a_broken_packed_file_what_is_whole_is_done_and_the_break_is_named() {
    let bytes = packed(&lines(20_000));
    let path = file("broken", "day.jsonl.gz", &bytes[..bytes.len() / 2]);
    let (status, out, error) = run(&["scan", "--format", "jsonl", &path]);
    let n_reports = reports(&out).len();
    assert!(status == 1 && n_reports > 1000, "{status} {n_reports}");
    assert!(error.contains("day.jsonl.gz: cannot be read on after line "), "{error}");
}

#[test]
fn standard_input_says_by_its_start_what_it_is() {
    let read = |bytes: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_claimlight"));
        let piped = command
            .args(["scan", "--format", "jsonl"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        let mut child = piped.spawn().unwrap();
        child.stdin.take().unwrap().write_all(bytes.as_bytes()).unwrap();
        reports(&String::from_utf8(child.wait_with_output().unwrap().stdout).unwrap())
    };
    let paragraph = format!("<p>{}</p>", format!("{SENTENCE} ").repeat(5));
    let page = read(&format!("<!doctype html><title>Bridge</title><article>{}</article>", paragraph.repeat(3)));
    assert!(page[0]["text"].as_str().unwrap().starts_with(SENTENCE), "{page:?}");
    assert_eq!(read(&lines(4)).len(), 4);
    assert_eq!(read("<b>no page</b>")[0]["text"], "<b>no page</b>");
}

#[test]
fn a_page_in_another_language_is_said_to_be_one() {
    let paragraph =
        "<p>Die Brücke könnte im Juni schließen, sagte der Bürgermeister am Montag vor dem Rat der Stadt. ".repeat(6);
    let path = file("language", "bruecke.html", format!("<html lang=de><article>{paragraph}</article>"));
    let (status, out, error) = run(&["scan", "--format", "jsonl", &path]);
    assert!(status == 0 && error.contains("its language is “de”"), "{error}");
    let report = &reports(&out)[0];
    assert_eq!((&report["page"]["reason"], &report["language"]), (&Value::from("language"), &Value::from("")));
}

#[test]
fn a_text_in_another_language_is_said_to_be_one() {
    let german = "Die Brücke könnte im Juni schließen, sagte der Bürgermeister am Montag vor dem Rat der Stadt.";
    let (text, line) = (file("spoken", "a.txt", german), format!("{{\"text\": \"{german}\"}}\n"));
    for path in [text, file("spoken", "a.jsonl", line)] {
        let (status, out, error) = run(&["scan", "--format", "jsonl", &path]);
        assert!(status == 0 && error.contains("its language is “de”"), "{error}");
        assert_eq!(
            (&reports(&out)[0]["page"]["reason"], reports(&out)[0]["hedges"][0].is_null()),
            (&"language".into(), true)
        );
        assert_eq!(run(&["check", "--max-unsourced", "9", &path]).0, 3, "nothing was checked");
    }
}

#[test]
fn of_a_text_all_is_printed_and_of_a_page_what_is_asked_for() {
    let text = format!("Bridge to close\n\n{SENTENCE}\n\nNobody was hurt.\n");
    let path = file("printed", "a.txt", &text);
    assert_eq!(run(&["article", &path]).1, text);
    let paragraph = format!("<p>{}</p>", format!("{SENTENCE} ").repeat(5));
    let page = format!(
        "<!doctype html><title>Bridge to close</title><article><h1>Bridge to close</h1>{}</article>",
        paragraph.repeat(3)
    );
    let path = file("printed", "a.html", page);
    let (_, body, _) = run(&["article", &path]);
    let (_, whole, _) = run(&["article", "--whole", &path]);
    assert!(body.starts_with(SENTENCE) && whole == format!("Bridge to close\n\n{body}"), "{whole}");
    // Who wrote it stands between the headline and the text, however it is marked.
    for byline in ["<p class=byline>By Ann Reed</p>", "<address rel=author>By Ann Reed</address>", "<p>By Ann Reed</p>"]
    {
        let article = format!("<article><h1>Bridge to close</h1>{byline}{}</article>", paragraph.repeat(3));
        let path = file("printed", "b.html", format!("<!doctype html><title>Bridge to close</title>{article}"));
        let (_, whole, _) = run(&["article", "--whole", &path]);
        assert_eq!(whole, format!("Bridge to close\n\nBy Ann Reed\n\n{body}"), "{byline}");
    }
}

#[test]
fn marks_take_room_in_proportion_to_the_text() {
    let path = file("proportion", "may.txt", "it may ".repeat(20_000));
    let (_, out, _) = run(&["scan", &path]);
    assert!(out.len() < 10_000_000, "{}", out.len());
    let path = file("proportion", "word.txt", "may—".repeat(20_000));
    let (_, out, _) = run(&["scan", &path]);
    assert!(out.lines().all(|line| line.chars().count() < 600) && out.len() < 10_000_000, "{}", out.len());
}

#[test]
fn no_number_of_jobs_is_too_many() {
    let path = file("jobs", "day.jsonl", lines(100));
    let (_, one, _) = run(&["scan", "--format", "jsonl", "--jobs", "1", &path]);
    assert!(run(&["scan", "--format", "jsonl", "--jobs", "100000", &path]).1 == one);
}

#[test]
fn reasons_and_speakers_are_told_when_asked_for() {
    let path = file("reasons", "a.txt", SENTENCE);
    let (_, out, _) = run(&["scan", "--reasons", "--ledger", &path]);
    assert!(
        out.contains("^^^^ cue communication · “said” reports")
            && out.ends_with("Who speaks:\n    1 × the mayor (role)\n"),
        "{out}"
    );
}

#[test]
fn conditionals_are_shown_when_asked_for_and_always_told_to_a_program() {
    let path = file("conditionals", "a.txt", "The council would close the bridge.");
    let shown = |arguments: &[&str]| run(arguments).1.contains("conditional");
    assert!(!shown(&["scan", &path]));
    assert!(shown(&["scan", "--conditionals", &path]));
    assert!(shown(&["scan", "--format", "jsonl", &path]));
}

#[test]
fn findings_are_rows_with_their_sentences() {
    let path = file("csv", "day.jsonl", lines(10));
    let (status, out, _) = run(&["scan", "--format", "csv", "--keep-failed", &path]);
    let mut reader = csv::Reader::from_reader(out.as_bytes());
    let head = reader.headers().unwrap().clone();
    let column = |name: &str| head.iter().position(|own| own == name).unwrap();
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let of = |finding: &str| rows.iter().filter(|row| &row[column("finding")] == finding).collect::<Vec<_>>();
    assert_eq!((status, of("document").len(), of("error").len()), (1, 9, 1));
    assert!(of("error")[0][column("error")].contains("has neither"));
    let first = of("attribution")[0];
    let cells = ["document", "outlet", "words", "sentence", "source", "source_kind"].map(|name| &first[column(name)]);
    assert_eq!(cells, ["1", "Herald", "The bridge may close in June", SENTENCE, "the mayor", "role"]);
}

#[test]
fn no_cell_of_a_table_is_run_as_a_formula() {
    let path = file("formula", "=cmd.jsonl", format!("{{\"id\": \"=1+1\", \"text\": \"{SENTENCE}\"}}\n"));
    let (_, out, _) = run(&["scan", "--format", "csv", &path]);
    assert!(out.lines().skip(1).all(|line| line.starts_with("'=1+1,")), "{out}");
}

#[test]
fn a_document_that_failed_keeps_its_place_when_asked_for() {
    let path = file("failed", "day.jsonl", lines(9));
    let (_, out, _) = run(&["scan", "--format", "jsonl", "--keep-failed", &path]);
    let reports = reports(&out);
    assert!(
        reports.len() == 9 && reports[7]["id"] == "day:8" && reports[7]["error"].as_str().unwrap().contains("neither")
    );
}

#[test]
fn the_html_report_holds_everything_and_asks_for_nothing() {
    let text = format!("<script>alert(1)</script> {SENTENCE} Rents doubled in a year.");
    let path = file("html", "a.txt", &text);
    let (status, out, _) = run(&["scan", "--format", "html", &path]);
    assert!(status == 0 && out.starts_with("<!DOCTYPE html><html lang=\"en\">") && out.ends_with("</html>\n"));
    assert!(!out.contains("<script") && !out.contains("<link") && out.contains("&lt;script&gt;"), "{out}");
    let page = claimlight::page::html::outline(&out);
    let shown: String = page.blocks.iter().map(|block| format!("{}\n", block.span.of(&page.text))).collect();
    assert!(shown.contains(SENTENCE) && shown.contains("Who speaks") && shown.contains("the mayor"), "{shown}");
    assert!(out.contains("class=\"unsourced\"") && out.contains("class=\"hedge\""));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_said() {
    let path = file("full", "archive.jsonl", lines(100));
    let (status, _, error) = run(&["scan", "--format", "jsonl", "--output", "/dev/full", &path]);
    assert!(status == 1 && error.contains("cannot write the reports: No space left"), "{error}");
}

#[cfg(unix)]
#[test]
fn what_is_written_to_a_device_is_written() {
    let path = file("device", "archive.jsonl", lines(10));
    let (_, expected, _) = run(&["scan", "--format", "csv", &path]);
    let (status, out, error) = run(&["scan", "--format", "csv", "--output", "/dev/null", &path]);
    assert!((status, out.as_str()) == (1, "") && !error.contains("cannot write"), "{error}");
    let (status, out, error) = run(&["scan", "--format", "csv", "--output", "/dev/stdout", &path]);
    assert!(status == 1 && out == expected && !error.contains("cannot write"), "{error}");
}

#[test]
fn the_manual_and_the_completions_tell_of_every_command() {
    let (_, manual, _) = run(&["man"]);
    let (_, bash, _) = run(&["completions", "bash"]);
    for command in ["scan", "article", "check", "diff", "report"] {
        assert!(manual.contains(command) && bash.contains(command), "{command}");
    }
    let pages = folder("man").display().to_string();
    assert_eq!(run(&["man", &pages]).0, 0);
    assert!(fs::read_to_string(Path::new(&pages).join("claimlight-scan.1")).unwrap().contains("keep\\-failed"));
}
