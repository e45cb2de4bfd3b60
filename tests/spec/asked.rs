//! What is asked for and what is named: forms told by the first bytes, what is passed over, what is refused.

use std::{
    fs,
    io::Write,
    process::{Command, Stdio},
};

use serde_json::json;

use crate::{
    archive::packed,
    command::{SENTENCE, file, folder, ids, reports, run},
};

fn page() -> String {
    let paragraph = format!("<p>{}</p>", format!("{SENTENCE} ").repeat(5));
    format!("<!doctype html><title>Bridge</title><nav>Home</nav><article>{}</article>", paragraph.repeat(3))
}

#[test]
fn what_a_name_does_not_say_is_told_by_the_first_bytes() {
    for (name, bytes) in [("index.php", page().into_bytes()), ("story", packed(&page()))] {
        let path = file("unnamed", name, bytes);
        let (status, out, error) = run(&["scan", "--format", "jsonl", &path]);
        assert_eq!(status, 0, "{name}: {error}");
        assert!(reports(&out)[0]["text"].as_str().unwrap().starts_with(SENTENCE), "{name}: {out}");
    }
    let lines = format!("{{\"id\": \"a\", \"text\": \"{SENTENCE}\"}}\n").repeat(2);
    let path = file("unnamed", "day", &lines);
    assert_eq!(ids(&run(&["scan", "--format", "jsonl", &path]).1), ["a", "a"]);
    assert!(run(&["scan", "--format", "json", &path]).1.starts_with("[\n"), "several documents are an array");
    let path = file("unnamed", "README", SENTENCE);
    assert_eq!(reports(&run(&["scan", "--format", "jsonl", &path]).1)[0]["text"], SENTENCE);
}

#[test]
fn a_table_is_not_taken_for_prose() {
    let good = file("tables", "good.txt", SENTENCE);
    let rows = format!("[{{\"id\": \"a\", \"text\": \"{SENTENCE}\"}}]");
    for (name, bytes, remedy) in
        [("all.json", &*rows, "jq -c"), ("all", &rows, "jq -c"), ("all.csv", "id,text\n1,He left.\n", "of a .jsonl")]
    {
        let path = file("tables", name, bytes);
        let (status, out, error) = run(&["scan", "--format", "jsonl", &path, &good]);
        assert!(status == 1 && ids(&out) == ["good"], "{name}: {out}");
        assert!(error.contains(&format!("{name}: it ")) && error.contains(remedy), "{name}: {error}");
        assert_eq!(run(&["scan", "--from", "text", &path]).0, 0, "who says what it holds is believed");
    }
}

#[cfg(unix)]
#[test]
fn what_of_a_folder_is_passed_over_is_counted_and_a_pipe_is_not_waited_for() {
    let named = folder("passed").join("in");
    let _ = fs::remove_dir_all(&named);
    for name in ["a.txt", "story", "x.php", "d.json"] {
        file("passed/in", name, SENTENCE);
    }
    let pipe = named.join("pipe.txt").display().to_string();
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let named = named.display().to_string();
    let (status, out, error) = run(&["scan", "--format", "jsonl", &named]);
    assert!(status == 0 && ids(&out).len() == 1, "{out}");
    assert!(error.contains("in: 4 files are passed over, the first of them d.json; say with --from"), "{error}");
    let (_, out, error) = run(&["scan", "--format", "jsonl", "--from", "text", &named]);
    assert!(ids(&out).len() == 4 && error.contains("in: 1 file is passed over: pipe.txt"), "{error}");
}

#[test]
fn what_is_piped_in_has_a_name_that_is_no_formula() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_claimlight"));
    let piped = command.args(["scan", "--format", "csv", "-o", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = piped.current_dir(folder("piped")).spawn().unwrap();
    child.stdin.take().unwrap().write_all(format!("{{\"text\": \"{SENTENCE}\"}}\n").as_bytes()).unwrap();
    let out = String::from_utf8(child.wait_with_output().unwrap().stdout).unwrap();
    assert!(out.lines().skip(1).all(|line| line.starts_with("stdin:1,")) && out.lines().count() > 2, "{out}");
    assert!(!folder("piped").join("-").exists(), "a dash is standard output");
}

#[test]
fn what_would_be_passed_over_is_refused() {
    let path = file("refused", "a.txt", SENTENCE);
    for (arguments, why) in [
        (&["scan", "--keep-failed"][..], "--keep-failed needs a format"),
        (&["scan", "--keep-failed", "--format", "html"], "--keep-failed needs a format"),
        (&["scan", "--resume", "--output", "-"], "--resume needs --output FILE"),
        (&["report", "--output", "-"], "--output needs a file"),
    ] {
        let (status, out, error) = run(&[arguments, &[&*path]].concat());
        assert!(status == 2 && out.is_empty() && error.contains(why), "{arguments:?}: {error}");
    }
}

#[test]
fn what_is_empty_is_not_said() {
    let line = format!("{{\"id\": \" \", \"outlet\": \"\", \"section\": \" Town \", \"text\": \"{SENTENCE}\"}}\n");
    let path = file("blank", "day.jsonl", line);
    let (_, out, _) = run(&["scan", "--format", "csv", &path]);
    let begin = format!("day:1,{path}:1,,,,Town,");
    assert!(out.lines().skip(1).all(|line| line.starts_with(&begin)), "{out}");
}

#[test]
fn a_report_says_where_and_when_its_document_was_published() {
    let line = format!("{{\"date\": \"24 Nov 2026\", \"outlet\": \"Aldwick Herald\", \"text\": \"{SENTENCE}\"}}\n");
    let head = "<head><meta property='article:section' content='Town'><meta name=date content=2026-11-25>";
    let lines = file("published", "day.jsonl", line);
    let page = file("published", "day.html", page().replace("<title>", &format!("{head}<title>")));
    let (_, out, _) = run(&["scan", "--format", "jsonl", &lines, &page]);
    let published: Vec<_> = reports(&out).iter().map(|report| report["published"].clone()).collect();
    assert_eq!(published[0], json!({"date": "2026-11-24", "outlet": "Aldwick Herald", "section": null}));
    assert_eq!(published[1], json!({"date": "2026-11-25", "outlet": null, "section": "Town"}));
    let (_, out, _) = run(&["scan", "--format", "json", &page]);
    assert_eq!(reports(&out.replace('\n', ""))[0]["published"]["section"], "Town");
}

#[test]
fn of_a_damaged_packed_file_it_is_said_that_what_was_read_may_be_damaged() {
    let line = |n| format!("{{\"id\": \"{n}\", \"text\": \"{SENTENCE} {}\"}}\n", n * 7919 % 1009);
    let mut bytes = packed(&(0..5_000).map(line).collect::<String>());
    let middle = bytes.len() / 2;
    bytes[middle..middle + 200].iter_mut().for_each(|byte| *byte = !*byte);
    let path = file("damaged", "day.jsonl.gz", bytes);
    let (status, out, error) = run(&["scan", "--format", "csv", "--keep-failed", &path]);
    assert!(status == 1 && error.contains("what stands before may be damaged too"), "{error}");
    assert!(out.contains(",error,") && out.contains("damaged too"), "its row is missing");
}
