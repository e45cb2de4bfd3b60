//! The command line over an archive: packed files, what is broken in it, interruptions, and the formats for many.

use std::{
    fs,
    io::Write,
    path::Path,
    process::{Command, Stdio},
    thread,
    time::Duration,
};

use serde_json::Value;

use crate::command::{SENTENCE, file, folder, ids, reports, run};

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

#[test]
fn a_check_is_passed_or_says_which_sentences_fail_it() {
    let good = file("check", "good.txt", "The bridge may close in June, Mayor Ana Ruiz said.");
    let bad = file("check", "bad.txt", "Repairs cost 4.1 million pounds last year, twice as much as in 2019.");
    assert_eq!(run(&["check", "--max-unsourced", "0", "--min-named", "1", &good]), (0, String::new(), String::new()));
    let (status, out, _) = run(&["check", "--max-unsourced", "0", "--min-named", "1", &bad]);
    assert!(status == 3 && out.contains("unsourced claims: 1, at most 0 allowed\n    Repairs cost 4.1"), "{out}");
    assert!(out.contains("named sources: 0, at least 1 needed"), "{out}");
    assert_eq!(run(&["check", "--max-unsourced", "0", "no-such-file"]).0, 1);
    assert_eq!(run(&["check", &good]).0, 2);
    assert_eq!(run(&["check", "--max-unsourced", "0", &file("check", "empty.txt", "")]).0, 3, "nothing was checked");
}

#[test]
fn a_difference_is_told_by_sentence_and_source() {
    let old = file("diff", "old.txt", "The bridge may close in June, the mayor said.\nRents doubled in a year.");
    let new = file(
        "diff",
        "new.txt",
        "The bridge will close in June, the mayor said.\nRents doubled in a year, Ana Ruiz said.",
    );
    let (status, out, _) = run(&["diff", &old, &new]);
    assert!(status == 0 && out.contains("+ Ana Ruiz (named, 1 statement)"), "{out}");
    assert!(
        out.contains("~ The bridge will close in June, the mayor said.\n    - caution: “may” (possibility)"),
        "{out}"
    );
    assert!(out.contains("    - claim without a source\n"), "{out}");
    let copy = file("diff", "copy.txt", fs::read_to_string(&old).unwrap());
    assert_eq!(run(&["diff", &old, &copy]), (0, String::new(), String::new()));
    let (status, out, _) = run(&["diff", "--format", "json", &old, &new]);
    let differences: Value = serde_json::from_str(&out).unwrap();
    assert_eq!((status, &differences["old"]["id"], &differences["new"]["reason"]), (0, &"old".into(), &Value::Null));
    let fresh = &differences["sources"][0];
    assert!(fresh["name"] == "Ana Ruiz" && fresh["before"].is_null() && fresh["after"]["kind"] == "named", "{out}");
    let sentence = &differences["sentences"][0];
    assert_eq!((&sentence["gone"][0]["words"], &sentence["fresh"]), (&"may".into(), &Value::Array(vec![])), "{out}");
    assert!(sentence["before"] != sentence["after"], "{out}");
}

#[test]
fn a_report_of_an_archive_leads_from_every_number_to_its_sentences() {
    let path = file("report", "day.jsonl", lines(40));
    let page = folder("report").join("report.html");
    let (status, _, error) = run(&["report", "--output", &page.display().to_string(), &path]);
    assert_eq!(status, 1, "one document of forty cannot be read: {error}");
    let html = fs::read_to_string(&page).unwrap();
    assert!(html.matches("<svg ").count() >= 3 && html.contains("39 documents") && !html.contains("<script"));
    let links = html.match_indices("href=\"#").map(|(at, _)| &html[at + 7..at + 7 + html[at + 7..].find('"').unwrap()]);
    let dead: Vec<&str> = links.filter(|name| !html.contains(&format!("id=\"{name}\""))).collect();
    assert!(dead.is_empty(), "{dead:?}");
    let sources = fs::read_to_string(folder("report").join("report-data/sources.csv")).unwrap();
    assert!(sources.starts_with("source,role") && sources.contains("\nthe mayor,"), "{sources}");
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

#[cfg(unix)]
#[test]
fn who_interrupts_gets_whole_documents_and_is_told_how_to_go_on() {
    let path = file("interrupt", "archive.jsonl", lines(20_000));
    let output = folder("interrupt").join("out.jsonl").display().to_string();
    // What an earlier run of the test left would be taken for this one's.
    let _ = fs::remove_file(&output);
    let arguments = ["scan", "--format", "jsonl", "--output", &output, &path];
    let mut child =
        Command::new(env!("CARGO_BIN_EXE_claimlight")).args(arguments).stderr(Stdio::piped()).spawn().unwrap();
    while fs::metadata(&output).map_or(0, |metadata| metadata.len()) == 0 && child.try_wait().unwrap().is_none() {
        thread::sleep(Duration::from_millis(5));
    }
    assert!(Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap().success());
    let ended = child.wait_with_output().unwrap();
    let error = String::from_utf8(ended.stderr).unwrap();
    assert!(ended.status.code() == Some(130) && error.contains("--resume goes on from there"), "{error}");
    let written = fs::read_to_string(&output).unwrap();
    assert!(written.ends_with("}\n") && ids(&written).len() > 1);
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
