//! The command line, above all with input that is not as it should be.

use std::{
    fs,
    io::Write,
    path::PathBuf,
    process::{Command, Output, Stdio},
};

use serde_json::Value;

/// A folder of its own for each test.
pub fn folder(test: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(test);
    fs::create_dir_all(&folder).unwrap();
    folder
}

pub fn file(test: &str, name: &str, bytes: impl AsRef<[u8]>) -> String {
    let path = folder(test).join(name);
    fs::write(&path, bytes).unwrap();
    path.display().to_string()
}

pub fn claimlight(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_claimlight")).args(arguments).stdin(Stdio::null()).output().unwrap()
}

/// Exit status, standard output, standard error.
pub fn run(arguments: &[&str]) -> (i32, String, String) {
    let output = claimlight(arguments);
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

/// Exit status and standard output of what reads `parts`, one after the other, from a pipe.
pub fn piped(arguments: &[&str], parts: &[&str]) -> (i32, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_claimlight"));
    let mut child = command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut pipe = child.stdin.take().unwrap();
    for part in parts {
        pipe.write_all(part.as_bytes()).unwrap();
        // A read gives what is there by then.
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    drop(pipe);
    let output = child.wait_with_output().unwrap();
    (output.status.code().unwrap(), String::from_utf8(output.stdout).unwrap())
}

pub fn reports(lines: &str) -> Vec<Value> {
    lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

pub fn ids(lines: &str) -> Vec<String> {
    reports(lines).iter().map(|report| report["id"].as_str().unwrap().to_owned()).collect()
}

pub const SENTENCE: &str = "The bridge may close in June, the mayor said.";

#[test]
fn a_missing_file_is_named_and_the_rest_is_done() {
    let (one, two) = (file("missing", "one.txt", SENTENCE), file("missing", "two.txt", SENTENCE));
    let (status, out, error) = run(&["scan", "--format", "jsonl", &one, "no-such-file.txt", &two]);
    assert_eq!((status, ids(&out)), (1, vec!["one".to_owned(), "two".to_owned()]));
    assert!(error.contains("no-such-file.txt: No such file"), "{error}");
}

#[test]
fn a_file_that_is_not_utf_8_is_named_with_the_byte() {
    let latin = file("latin", "latin.txt", b"Caf\xe9 prices rose, the mayor said.");
    let (status, out, error) = run(&["scan", &latin]);
    assert_eq!((status, out.as_str()), (1, ""));
    assert!(error.contains("latin.txt: not UTF-8 text (byte 3)"), "{error}");
}

#[test]
fn a_folder_is_read_through_in_order_and_named_by_path() {
    let folder = folder("folder");
    for (name, bytes) in
        [("b/index.txt", SENTENCE), ("a/index.txt", SENTENCE), ("a/.hidden.txt", "x"), ("a/style.css", "x")]
    {
        fs::create_dir_all(folder.join(name).parent().unwrap()).unwrap();
        fs::write(folder.join(name), bytes).unwrap();
    }
    let named = folder.display().to_string();
    let expected = ["a", "b"].map(|inner| format!("{named}/{inner}/index.txt"));
    let (status, out, error) = run(&["scan", "--format", "jsonl", &named]);
    assert_eq!((status, ids(&out)), (0, expected.to_vec()));
    assert!(
        error.ends_with("folder: 1 file is passed over: a/style.css; name it, or say with --from what they hold\n")
    );
    let (_, by_pattern, _) = run(&["scan", "--format", "jsonl", &format!("{named}/*/index.*")]);
    assert_eq!(by_pattern, out);
    let (status, _, error) = run(&["scan", &format!("{named}/*.html")]);
    assert!(status == 1 && error.contains("matches no file"), "{error}");
    let (_, both, _) = run(&["scan", "--format", "jsonl", &expected[0], &expected[1]]);
    assert_eq!(ids(&both), expected, "two files of one stem are called by their paths");
}

#[test]
fn a_line_that_is_no_document_is_named_and_the_rest_is_done() {
    let lines = [
        r#"{"id": "a", "text": "The mayor said the bridge would close."}"#,
        r#"{"id": "b", "text": "#,
        r#"{"id": "c"}"#,
        "",
        r#"["id", "a list", "The mayor said so."]"#,
        r#"{"id": 7, "text": "", "section": "local"}"#,
        r#"{"id": "d", "text": "x", "html": "<p>x"}"#,
        r#"{"text": "No name."}"#,
    ];
    let path = file("lines", "day.jsonl", lines.join("\r\n"));
    let (status, out, error) = run(&["scan", "--format", "jsonl", &path]);
    assert_eq!((status, ids(&out)), (1, vec!["a".to_owned(), "7".to_owned(), "day:8".to_owned()]));
    let problems: Vec<&str> = error
        .lines()
        .filter(|line| !line.contains("no text in it"))
        .take(4)
        .map(|line| line.split_once("day.jsonl:").unwrap().1)
        .collect();
    assert_eq!(problems.len(), 4, "{error}");
    assert!(
        problems[0].starts_with("2: not JSON: the line ends") && problems[1].starts_with("3: has neither"),
        "{error}"
    );
    assert!(problems[2].starts_with("5: a list is no document") && problems[3].starts_with("7: has both"), "{error}");
    assert!(error.ends_with("claimlight: 4 of 7 documents could not be read\n"), "{error}");
}

#[test]
fn a_line_that_is_not_utf_8_is_named() {
    let path = file("bytes", "bytes.jsonl", b"{\"text\": \"a\"}\n{\"text\": \"\xff\"}\n");
    let (status, out, error) = run(&["scan", "--format", "jsonl", &path]);
    assert_eq!((status, ids(&out)), (1, vec!["bytes:1".to_owned()]));
    assert!(error.contains("bytes.jsonl:2: not UTF-8 at byte 10"), "{error}");
}

#[test]
fn an_empty_file_has_an_empty_report() {
    let (text, lines) = (file("empty", "empty.txt", ""), file("empty", "none.jsonl", ""));
    let (status, out, error) = run(&["scan", "--format", "jsonl", &text, &lines]);
    assert!(status == 0 && error.ends_with("empty.txt: there is no text in it\n"), "{error}");
    let reports = reports(&out);
    assert_eq!((reports.len(), &reports[0]["text"]), (1, &Value::from("")));
    assert_eq!(reports[0]["page"]["reason"], "no-text");
    let (status, out, _) = run(&["scan", &text]);
    assert_eq!((status, out.as_str()), (0, ""));
}

#[test]
fn a_file_of_a_megabyte_is_scanned_in_every_format() {
    let path = file("huge", "huge.txt", format!("{SENTENCE} Nobody knew why.\n").repeat(1 << 20 >> 6));
    for (format, least) in [("text", 2 << 20), ("jsonl", 1 << 20)] {
        let output = claimlight(&["scan", "--format", format, &path]);
        assert!(output.status.success() && output.stdout.len() > least, "{format}: {}", output.stdout.len());
    }
}

#[test]
fn the_bytes_of_a_text_are_kept() {
    let text = "\u{feff}Prices rose.\r\n\r\nThe mayor\u{a0}said so\u{ad}.\t\r\n";
    let path = file("kept", "kept.txt", text);
    let (_, out, _) = run(&["scan", "--format", "jsonl", &path]);
    assert_eq!(reports(&out)[0]["text"], text);
}

#[test]
fn units_agree_on_the_words() {
    let text = "🚄 “Café e\u{301}tage prices will rise next month,” Zoë Ruß said. 東京 may follow in the spring, the mayor said.\r\n";
    let path = file("units", "units.txt", text);
    let words = |unit: &str| {
        let (_, out, _) = run(&["scan", "--format", "jsonl", "--unit", unit, &path]);
        let report = reports(&out).remove(0);
        assert_eq!(report["unit"], unit);
        let cues =
            report["attributions"].as_array().unwrap().iter().map(|attribution| cut(text, unit, &attribution["cue"]));
        cues.collect::<Vec<_>>()
    };
    assert!(!words("utf8").is_empty() && words("utf8").iter().all(|cue| cue == "said"), "{:?}", words("utf8"));
    assert_eq!((words("char"), words("utf16")), (words("utf8"), words("utf8")));
}

fn cut(text: &str, unit: &str, span: &Value) -> String {
    let at = |name: &str| span[name].as_u64().unwrap() as usize;
    let (start, end) = (at("start"), at("end"));
    match unit {
        "utf8" => text[start..end].to_owned(),
        "char" => text.chars().skip(start).take(end - start).collect(),
        _ => String::from_utf16(&text.encode_utf16().collect::<Vec<_>>()[start..end]).unwrap(),
    }
}

#[test]
fn reports_come_in_the_order_of_the_input_on_any_number_of_cores() {
    let document = |n: usize| format!("{{\"id\": \"{n}\", \"text\": \"{}\"}}\n", SENTENCE.repeat(n % 50));
    let path = file("order", "order.jsonl", (0..2000).map(document).collect::<String>());
    let expected: Vec<String> = (0..2000).map(|n| n.to_string()).collect();
    let (_, one, _) = run(&["scan", "--format", "jsonl", "--jobs", "1", &path]);
    let (_, seven, _) = run(&["scan", "--format", "jsonl", "--jobs", "7", &path]);
    assert_eq!(ids(&one), expected);
    assert!(one == seven, "the reports differ with the number of threads");
}

#[test]
fn json_is_one_object_for_one_document_and_an_array_for_several() {
    let path = file("json", "one.txt", SENTENCE);
    let (_, one, _) = run(&["scan", "--format", "json", &path]);
    let (_, two, _) = run(&["scan", "--format", "json", &path, &path]);
    let (_, none, _) = run(&["scan", "--format", "json", "no-such-file", "nor-this"]);
    let n_reports = |json: &str| serde_json::from_str::<Value>(json).unwrap().as_array().map(Vec::len);
    assert_eq!((n_reports(&one), n_reports(&two), n_reports(&none)), (None, Some(2), Some(0)));
}

#[test]
fn many_documents_that_are_piped_in_are_written_as_many_whenever_they_come() {
    let piped = |arguments: &[&str], parts: &[&str]| piped(arguments, parts).1;
    let output = folder("piped_again").join("out.json").display().to_string();
    let _ = (fs::remove_file(&output), fs::remove_file(format!("{output}.progress")));
    let line = format!("{{\"text\": \"{SENTENCE}\"}}\n");
    for _ in 0..2 {
        piped(&["scan", "--format", "json", "--resume", "--output", &output], &[&line]);
        let json = fs::read_to_string(&output).unwrap();
        assert!(serde_json::from_str::<Value>(&json).is_ok_and(|json| json.is_array()), "{json}");
    }
    let lines = format!("{{\"id\": \"a\\u001b[2J\", \"text\": \"{SENTENCE}\"}}\n").repeat(2);
    for parts in [&[&*lines][..], &["\n\n", &lines], &["{", &lines[1..]]] {
        let json = piped(&["scan", "--format", "json"], parts);
        assert_eq!(serde_json::from_str::<Value>(&json).unwrap().as_array().map(Vec::len), Some(2), "{json}");
        let html = piped(&["scan", "--format", "html"], parts);
        assert_eq!((html.matches("<!DOCTYPE").count(), html.matches("</html>").count()), (1, 1));
        let text = piped(&["scan"], parts);
        assert!(text.matches("# a\\u{1b}[2J\n").count() == 2 && !text.contains('\u{1b}'), "{text}");
        assert_eq!(piped(&["article"], parts).matches("# a").count(), 2);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn where_nobody_can_be_told_the_rest_is_done() {
    let path = file("untold", "day.jsonl", format!("{{\"text\": 7}}\n{{\"text\": \"{SENTENCE}\"}}\n"));
    let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_claimlight"));
    let output = command.args(["scan", "--format", "jsonl", &path]).stderr(full).output().unwrap();
    let lines = String::from_utf8(output.stdout).unwrap();
    assert_eq!((output.status.code(), ids(&lines)), (Some(1), vec!["day:2".to_owned()]));
}

#[test]
fn text_shows_each_document_under_its_name() {
    let path = file("text", "one.txt", SENTENCE);
    let (_, one, _) = run(&["scan", &path]);
    assert!(
        one.starts_with(SENTENCE) && one.contains("\n                                        ^^^^ cue communication\n")
    );
    let other = file("text", "two.txt", SENTENCE);
    let (_, two, _) = run(&["scan", &path, &other]);
    assert_eq!(two, format!("# one\n\n{one}\n# two\n\n{one}"));
}

#[test]
fn standard_input_is_scanned_without_a_file_and_for_a_dash() {
    for arguments in [&["scan"][..], &["scan", "-"]] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_claimlight"));
        let mut child = command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(SENTENCE.as_bytes()).unwrap();
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success() && output.stdout.starts_with(SENTENCE.as_bytes()));
    }
}

#[test]
fn who_closes_the_pipe_hears_nothing() {
    let path = file("pipe", "pipe.jsonl", format!("{{\"text\": \"{SENTENCE}\"}}\n").repeat(20_000));
    let mut command = Command::new(env!("CARGO_BIN_EXE_claimlight"));
    let arguments = ["scan", "--format", "jsonl", &path];
    let mut child = command.args(arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr.len()), (Some(0), 0));
}

#[test]
fn wrong_usage_is_explained_with_status_2() {
    for (arguments, explained) in [
        (&["scan", "--unit", "words", "x.txt"][..], "utf16"),
        (&["scan", "--format", "xml", "x.txt"], "jsonl"),
        (&["scan", "--lang", "tlh", "x.txt"], "no word lists"),
        (&["scan", "--jobs", "0", "x.txt"], "--jobs"),
        (&["scna"], "scan"),
        (&[], "Usage"),
    ] {
        let (status, _, error) = run(arguments);
        assert_eq!(status, 2, "{arguments:?}");
        assert!(error.contains(explained), "{arguments:?}: {error}");
    }
}

#[test]
fn own_patterns_are_added_and_their_faults_told() {
    let text = file("rules", "one.txt", "Our Delhi desk has it that onions cost 90 rupees.");
    let good = file("rules", "good.txt", "[attribution communication]\n(?<source>\\w+ desk) (?<cue>has it)\n");
    let (status, out, _) = run(&["scan", "--rules", &good, &text]);
    assert!(status == 0 && out.contains("    ^^^^^^^^^^ source role\n"), "{out}");
    let bad = file("rules", "bad.txt", "[attribution communication]\n(?<cue>has it\n");
    let (status, out, error) = run(&["scan", "--rules", &bad, &text]);
    assert_eq!((status, out.as_str()), (2, ""));
    assert!(error.contains("bad.txt:2: not a regular expression: unclosed group"), "{error}");
    for (name, bytes, what) in
        [("a.pdf", &b"%PDF-1.7\n"[..], "it is a PDF"), ("a.txt", b"[cue]\nCaf\xe9", "not UTF-8 text")]
    {
        let (status, _, error) = run(&["scan", "--rules", &file("rules", name, bytes), &text]);
        assert!(status == 2 && error.contains(&format!("{name}: no list of rules: {what}")), "{error}");
    }
    let (status, _, error) = run(&["scan", "--rules", "no-such-rules.txt", &text]);
    assert!(status == 2 && error.contains("no-such-rules.txt: No such file"), "{error}");
}
