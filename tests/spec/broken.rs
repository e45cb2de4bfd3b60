//! What is broken, foreign or missing: it is named, the rest is done, and the exit status says it.

use std::{
    fs,
    process::{Command, Stdio},
};

use crate::{
    archive::{lines, packed},
    command::{SENTENCE, file, folder, ids, reports, run},
};

#[test]
fn a_folder_with_nothing_to_read_is_named() {
    let empty = folder("empty-folder/in").display().to_string();
    let text = file("empty-folder", "a.txt", SENTENCE);
    for command in ["scan", "check", "article"] {
        let limit: &[&str] = if command == "check" { &["--max-unsourced", "9"] } else { &[] };
        let (status, _, error) = run(&[&[command], limit, &[&empty, &text]].concat());
        assert!(status == 1 && error.contains("in: there is nothing in it to read; of a folder"), "{command}: {error}");
    }
    file("empty-folder/in", "notes.pdf", "%PDF-1.7");
    assert_eq!(run(&["scan", &empty]).0, 1);
}

#[test]
fn what_is_no_text_is_told_with_its_remedy() {
    let good = file("foreign", "good.txt", SENTENCE);
    for (name, bytes, remedy) in [
        ("report.pdf", &b"%PDF-1.7\n1 0 obj"[..], "it is a PDF; get its text first, as with pdftotext"),
        ("page.html", b"%PDF-1.7\n1 0 obj", "it is a PDF"),
        ("picture.txt", b"\xff\xd8\xff\xe0\0\x10JFIF", "it is a picture; words in a picture are not read"),
        ("draft.docx", b"PK\x03\x04\x14\0", "save its text as .txt"),
        ("draft.rtf", b"{\\rtf1 He said so.}", "a Rich Text document"),
        (
            "old.txt",
            b"Caf\xe9 prices rose.",
            "not UTF-8 text (byte 3); convert it first: iconv -f WINDOWS-1252 -t UTF-8",
        ),
        ("wide.txt", b"\xff\xfeC\0a\0f\0", "not UTF-8 text (byte 0); convert it first: iconv -f UTF-16 -t UTF-8"),
    ] {
        let path = file("foreign", name, bytes);
        let (status, out, error) = run(&["scan", "--format", "jsonl", &path, &good]);
        assert!(status == 1 && ids(&out) == ["good"], "{name}");
        assert!(error.contains(&format!("{name}: ")) && error.contains(remedy), "{name}: {error}");
    }
}

#[test]
fn a_packed_file_that_is_corrupt_is_named_whatever_it_holds() {
    let page = format!("<article><p>{}</article>", format!("{SENTENCE} ").repeat(400));
    let good = file("corrupt", "good.txt", SENTENCE);
    for (name, whole) in
        [("page.html.gz", packed(&page)), ("text.txt.gz", packed(&page)), ("day.jsonl.gz", packed(&lines(500)))]
    {
        let half = whole.len() / 2;
        let turned = [&whole[..half], &whole[half..].iter().map(|byte| !byte).collect::<Vec<_>>()].concat();
        for bytes in [&whole[..half], &turned, &whole[..12]] {
            let path = file("corrupt", name, bytes);
            let (status, out, error) = run(&["scan", "--format", "jsonl", &path, &good]);
            assert!(status == 1 && ids(&out).last().is_some_and(|id| id == "good"), "{name}: {error}");
            assert!(error.contains(name) && error.contains("gzip packed"), "{error}");
        }
    }
}

/// Runs `arguments` where no file may grow over `n_blocks` of 512 bytes, as on a disk that is full. A shell that ignores
/// the signal passes that on, and writing fails.
#[cfg(unix)]
fn on_a_small_disk(n_blocks: usize, arguments: &[&str]) -> (i32, String) {
    let script = format!("trap '' XFSZ; ulimit -f {n_blocks}; exec \"$0\" \"$@\"");
    let mut command = Command::new("sh");
    let run = command.args(["-c", &script, env!("CARGO_BIN_EXE_claimlight")]).args(arguments).stdin(Stdio::null());
    let output = run.output().unwrap();
    (output.status.code().unwrap(), String::from_utf8(output.stderr).unwrap())
}

#[cfg(unix)]
#[test]
fn on_a_full_disk_what_is_written_is_whole_and_can_be_gone_on_with() {
    let path = file("disk", "archive.jsonl", lines(2_000));
    for format in ["jsonl", "csv"] {
        let output = folder("disk").join(format!("out.{format}")).display().to_string();
        let _ = fs::remove_file(&output);
        let arguments = ["scan", "--format", format, "--keep-failed", "--resume", "--output", &output, &path];
        let (status, error) = on_a_small_disk(2_000, &arguments);
        assert!(status == 1 && error.contains("cannot write the reports: "), "{format}: {error}");
        let (_, whole, _) = run(&["scan", "--format", format, "--keep-failed", &path]);
        let written = fs::read_to_string(&output).unwrap();
        assert!(written.len() > 100_000 && written.ends_with('\n') && whole.starts_with(&written), "{format}");
        assert_eq!(run(&arguments).0, 1, "some of the documents cannot be read");
        assert!(fs::read_to_string(&output).unwrap() == whole, "{format}");
    }
}

#[cfg(unix)]
#[test]
fn a_report_that_finds_no_room_says_so_and_leaves_the_one_before() {
    let path = file("small-report", "archive.jsonl", lines(6_000));
    let page = folder("small-report").join("report.html");
    let findings = folder("small-report/report-data").join("findings.csv");
    for before in [&page, &findings] {
        fs::write(before, "the one before").unwrap();
    }
    let (status, error) = on_a_small_disk(4_000, &["report", "--output", &page.display().to_string(), &path]);
    assert!(status == 1 && error.contains("findings.csv: "), "{error}");
    for before in [&page, &findings] {
        assert_eq!(fs::read_to_string(before).unwrap(), "the one before", "half of one does not take its place");
    }
    let left: Vec<_> =
        fs::read_dir(findings.parent().unwrap()).unwrap().map(|file| file.unwrap().file_name()).collect();
    assert_eq!(left, ["findings.csv"], "nothing is left of what had no room");
}

#[test]
fn who_reads_no_further_is_no_fault() {
    let path = file("unread", "archive.jsonl", lines(20_000));
    for (command, expected) in [(&["check", "--min-named", "9"][..], 3), (&["article"], 1)] {
        let mut run = Command::new(env!("CARGO_BIN_EXE_claimlight"));
        let piped = run.args(command).arg(&path).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = piped.spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        let error = String::from_utf8(output.stderr).unwrap();
        assert!(!error.contains("panicked") && !error.contains("cannot write"), "{error}");
        assert!(command[0] == "article" || output.status.code() == Some(expected), "{error}");
    }
}

#[test]
fn a_line_of_many_megabytes_is_one_document() {
    let long = format!(
        "{{\"id\": \"long\", \"text\": \"{}\"}}\n{{\"id\": \"short\", \"text\": \"x\"}}\n",
        "word ".repeat(1 << 20)
    );
    let path = file("long", "day.jsonl", long);
    let (status, out, _) = run(&["scan", "--format", "jsonl", &path]);
    assert_eq!((status, reports(&out)[0]["counts"]["words"].as_u64(), ids(&out).len()), (0, Some(1 << 20), 2));
}
