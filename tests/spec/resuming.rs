//! What a run writes is neither lost, nor doubled, nor read by itself.

use std::{
    fs,
    path::PathBuf,
    process::{Command, Stdio},
    thread,
    time::Duration,
};

use crate::{
    archive::{lines, packed},
    command::{self, SENTENCE, file, folder, ids, run},
};

/// A folder for a test with nothing in it of an earlier run.
fn fresh(test: &str) -> PathBuf {
    let folder = folder(test);
    fs::remove_dir_all(&folder).unwrap();
    self::folder(test)
}

/// How often a run is killed before it may come to its end.
const KILLS: usize = 10;

/// Numbers of a seed (Marsaglia 2003), so that a run that failed can be run again.
fn at_random(seed: &mut u64) -> u64 {
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    *seed
}

fn length(path: &str) -> u64 {
    fs::metadata(path).map_or(0, |metadata| metadata.len())
}

/// Starts a run and kills it when `output` has grown by so many bytes; whether it was killed, and had not ended before.
fn is_killed(arguments: &[&str], output: &str, n_bytes: u64) -> bool {
    let before = length(output);
    let mut command = Command::new(env!("CARGO_BIN_EXE_claimlight"));
    let mut child = command.args(arguments).stderr(Stdio::null()).spawn().unwrap();
    while length(output) < before + n_bytes && child.try_wait().unwrap().is_none() {
        thread::sleep(Duration::from_micros(200));
    }
    child.kill().unwrap();
    child.wait().unwrap().code().is_none()
}

#[test]
fn a_run_that_is_killed_at_random_and_resumed_gives_what_an_uninterrupted_one_gives() {
    let path = file("resume", "archive.jsonl.gz", packed(&lines(10_000)));
    let [whole, resumed] = ["whole.csv", "resumed.csv"].map(|name| folder("resume").join(name).display().to_string());
    [&whole, &resumed].into_iter().for_each(|output| _ = fs::remove_file(output));
    let to = |output| ["scan", "--format", "csv", "--keep-failed", "--resume", "--output", output, path.as_str()];
    assert_eq!(run(&to(&whole)).0, 1, "some documents cannot be read");
    let most = length(&whole) / (KILLS as u64 + 5);
    let mut seed = 0x9e37_79b9_7f4a_7c15;
    for _ in 0..KILLS {
        let n_bytes = at_random(&mut seed) % most;
        assert!(is_killed(&to(&resumed), &resumed, n_bytes), "it ended before it was killed");
    }
    assert!((1..length(&whole)).contains(&length(&resumed)), "it was not killed in the middle");
    let (status, _, error) = run(&to(&resumed));
    assert_eq!(status, 1, "{error}");
    assert!(fs::read(&whole).unwrap() == fs::read(&resumed).unwrap(), "documents are lost or doubled");
    let (_, _, error) = run(&to(&resumed));
    assert!(error.contains("is complete"), "{error}");
    assert!(fs::read(&whole).unwrap() == fs::read(&resumed).unwrap(), "what is complete stays as it is");
    assert_eq!(fs::read_to_string(format!("{resumed}.progress")).unwrap().lines().count(), 2);
}

#[test]
fn what_is_resumed_must_be_the_same_run() {
    let path = file("other", "archive.jsonl", lines(10));
    let output = folder("other").join("out.jsonl").display().to_string();
    fs::write(&output, "").unwrap();
    fs::write(format!("{output}.progress"), "claimlight 0.0.0 of another\n3 3 0 0\n").unwrap();
    let (status, _, error) = run(&["scan", "--format", "jsonl", "--resume", "--output", &output, &path]);
    assert!(status == 2 && error.contains("other arguments"), "{error}");
}

/// A folder of files, and an output beside it.
fn articles(test: &str, names: &[&str]) -> (String, String) {
    fresh(test);
    names.iter().for_each(|name| _ = file(&format!("{test}/in"), name, SENTENCE));
    (folder(&format!("{test}/in")).display().to_string(), folder(test).join("out.jsonl").display().to_string())
}

/// What was scanned into a file.
fn written(output: &str) -> Vec<String> {
    let stem = |id: String| id.rsplit_once('/').unwrap().1.to_owned();
    ids(&fs::read_to_string(output).unwrap()).into_iter().map(stem).collect()
}

#[test]
fn a_run_goes_on_when_there_is_more_behind_and_not_when_there_is_before() {
    let (named, output) = articles("grown", &["b.txt", "c.txt"]);
    let resume = || run(&["scan", "--format", "jsonl", "--resume", "--output", &output, &named]);
    assert_eq!(resume().0, 0);
    let (status, _, error) = resume();
    assert!(status == 0 && error.contains("out.jsonl is complete"), "{error}");
    file("grown/in", "d.txt", SENTENCE);
    assert_eq!(resume(), (0, String::new(), String::new()));
    assert_eq!(written(&output), ["b.txt", "c.txt", "d.txt"]);
    let early = file("grown/in", "a.txt", SENTENCE);
    let (status, _, error) = resume();
    assert!(status == 2 && error.contains("has changed before the end of the 3 documents"), "{error}");
    assert_eq!(written(&output), ["b.txt", "c.txt", "d.txt"]);
    fs::remove_file(early).unwrap();
    assert!(resume().2.contains("is complete"));
    fs::remove_file(folder("grown/in").join("d.txt")).unwrap();
    assert_eq!(resume().0, 2, "fewer documents than stand there");
}

#[test]
fn lines_that_changed_are_told_from_those_that_were_read() {
    fresh("changed");
    let path = file("changed", "archive.jsonl", lines(20));
    let output = folder("changed").join("out.csv").display().to_string();
    let resume = || run(&["scan", "--format", "csv", "--resume", "--output", &output, &path]);
    assert_eq!(resume().0, 1, "one of the documents cannot be read");
    let before = fs::read(&output).unwrap();
    file("changed", "archive.jsonl", lines(20).replace("\"id\": \"3\"", "\"id\": \"three\""));
    let (status, _, error) = resume();
    assert!(status == 2 && error.contains("remove") && fs::read(&output).unwrap() == before, "{error}");
    file("changed", "archive.jsonl", lines(30));
    assert_eq!(resume().0, 1);
    let (_, whole, _) = run(&["scan", "--format", "csv", &path]);
    assert_eq!(fs::read_to_string(&output).unwrap(), whole);
}

#[test]
fn a_file_that_was_edited_is_told_from_the_one_that_was_read() {
    let (named, output) = articles("edited", &["a.txt", "b.txt"]);
    let resume = || run(&["scan", "--format", "jsonl", "--resume", "--output", &output, &named]);
    assert_eq!(resume().0, 0);
    let before = fs::read(&output).unwrap();
    let edited = file("edited/in", "a.txt", "The bridge will stay open, Ana Ruiz said.");
    let (status, _, error) = resume();
    assert!(status == 2 && error.contains("has changed") && fs::read(&output).unwrap() == before, "{error}");
    // Of the same length, at another time.
    file("edited/in", "a.txt", SENTENCE.replace("June", "July"));
    let later = fs::metadata(&edited).unwrap().modified().unwrap() + Duration::from_secs(60);
    fs::File::options().write(true).open(&edited).unwrap().set_modified(later).unwrap();
    assert_eq!(resume().0, 2);
}

#[test]
fn what_an_older_version_kept_is_refused() {
    let (named, output) = articles("older", &["a.txt"]);
    let resume = || run(&["scan", "--format", "jsonl", "--resume", "--output", &output, &named]);
    assert_eq!(resume().0, 0);
    let progress = format!("{output}.progress");
    let kept = fs::read_to_string(&progress).unwrap();
    assert!(kept.contains(" keys-3 "), "{kept}");
    // As it was written when a file was told by its path alone.
    fs::write(&progress, kept.replace(" keys-3", "")).unwrap();
    let (status, _, error) = resume();
    assert!(status == 2 && error.contains("or of another version"), "{error}");
}

#[test]
fn what_no_run_kept_its_place_of_is_not_taken_for_complete() {
    let (named, output) = articles("unkept", &["a.txt"]);
    let plain = ["scan", "--format", "jsonl", "--output", &output, &named];
    let resume = || run(&["scan", "--format", "jsonl", "--resume", "--output", &output, &named]);
    assert_eq!(run(&plain).0, 0);
    let (status, _, error) = resume();
    assert!(status == 2 && error.contains("is not of a run that can be resumed"), "{error}");
    assert_eq!(written(&output), ["a.txt"]);
    fs::write(&output, "").unwrap();
    assert_eq!(resume().0, 0, "in an empty file nothing is lost");
    assert_eq!(written(&output), ["a.txt"]);
}

#[test]
fn what_a_run_writes_into_a_folder_it_reads_is_left_out() {
    let (named, _) = articles("feeding", &["a.txt"]);
    let output = format!("{named}/out.jsonl");
    for _ in 0..2 {
        let (status, _, error) = run(&["scan", "--format", "jsonl", "--output", &output, &named]);
        assert!(status == 0 && error.ends_with("out.jsonl: left out; this run writes it\n"), "{error}");
        assert_eq!(written(&output), ["a.txt"]);
    }
    let (_, _, error) = run(&["scan", "--format", "jsonl", "--output", &output, &format!("{named}/*")]);
    assert!(error.contains("left out") && written(&output) == ["a.txt"], "{error}");
}

#[test]
fn a_report_does_not_count_itself() {
    let (named, _) = articles("counted", &["a.txt"]);
    let output = format!("{named}/report.html");
    let report = || {
        let (status, _, error) = run(&["report", "--from", "text", "--output", &output, &named]);
        assert_eq!(status, 0, "{error}");
        (fs::read_to_string(&output).unwrap(), error)
    };
    let (first, _) = report();
    let (second, error) = report();
    assert!(first == second && error.contains("report.html: left out"), "{error}");
    assert!(error.contains("report-data/findings.csv: left out"), "{error}");
}

#[test]
fn another_text_through_a_pipe_is_another_document() {
    let output = fresh("piped_text").join("out.jsonl").display().to_string();
    for form in ["text", "html"] {
        let _ = fs::remove_file(&output);
        let arguments = ["scan", "--from", form, "--format", "jsonl", "--resume", "--output", &output];
        let piped = |text: &str| command::piped(&arguments, &[text]);
        assert_eq!(piped(SENTENCE).0, 0);
        assert_eq!(piped(&format!("Rents doubled. {SENTENCE}")).0, 2, "it is refused as {form}");
        assert_eq!(piped(SENTENCE).0, 0);
    }
}

#[test]
fn a_document_of_a_folder_or_pattern_is_not_written_over() {
    let (named, _) = articles("among", &["a.txt", "b.txt"]);
    let (path, pattern) = (format!("{named}/b.txt"), format!("{named}/*.txt"));
    for reading in [&named, &pattern] {
        for command in [&["scan", "--output"][..], &["scan", "--resume", "--output"], &["report", "--output"]] {
            let (status, _, error) = run(&[command, &[path.as_str(), reading.as_str()]].concat());
            assert!(status == 2 && error.contains("is a document of what is read"), "{command:?} {reading}: {error}");
            assert_eq!(fs::read_to_string(&path).unwrap(), SENTENCE);
        }
    }
}

#[test]
fn what_is_seen_to_be_an_output_is_written_anew_and_gone_on_with() {
    let (named, _) = articles("anew", &["a.txt", "b.txt"]);
    let written = |output: &str, rest: &[&str]| {
        let begin = ["scan", "--from", "text", "--output", output, &named];
        run(&[&begin[..], rest].concat())
    };
    for (name, rest) in [
        ("out.csv", &["--format", "csv"][..]),
        ("out.jsonl", &["--format", "jsonl", "--unit", "char"]),
        ("out.json", &["--format", "json"]),
        ("out.html", &["--format", "html"]),
        ("place.txt", &["--resume"]),
    ] {
        let output = format!("{named}/{name}");
        for _ in 0..2 {
            let (status, _, error) = written(&output, rest);
            assert_eq!(status, 0, "{output}: {error}");
        }
        fs::remove_file(output).unwrap();
    }
    // A text is not told from another, also where a run left its place beside it.
    let output = format!("{named}/place.txt");
    assert_eq!(written(&output, &[]).0, 0);
    assert_eq!(written(&output, &[]).0, 2);
}

#[test]
fn what_only_looks_like_an_output_is_not_written_over() {
    let (named, _) = articles("looks", &["a.txt"]);
    let path = format!("{named}/d.jsonl");
    for text in [
        r#"{"id":"1","text":"The bridge may close in June, the mayor said.","error":"no date found"}"#,
        "{\"id\":\"u1\",\"error\":\"timeout\"}\n{\"id\":\"u2\",\"text\":\"The bridge may close in June.\"}",
        "^ source named in the suit: Roe v. Wade",
        "PAR1 is the code of the first parish.",
        "{\n  \"id\": \"1\",\n  \"unit\": \"kg\",\n  \"text\": \"The bridge may close in June.\"\n}",
    ] {
        fs::write(&path, text).unwrap();
        let (status, _, error) = run(&["scan", "--from", "text", "--format", "jsonl", "--output", &path, &named]);
        assert!(status == 2 && error.contains("is a document of what is read"), "{text}: {error}");
        assert_eq!(fs::read_to_string(&path).unwrap(), text);
    }
}

#[test]
fn rules_are_not_written_over() {
    let (named, _) = articles("rules", &["a.txt"]);
    let rules = file("rules", "rules.txt", "[cue communication]\nthunders\n");
    for command in [&["scan", "--output"][..], &["scan", "--resume", "--output"], &["report", "--output"]] {
        let (status, _, error) = run(&[command, &[rules.as_str(), "--rules", &rules, &named]].concat());
        assert!(status == 2 && error.contains("would be written over"), "{command:?}: {error}");
    }
}

#[test]
fn what_is_named_to_be_read_is_not_written_over() {
    let (named, _) = articles("same", &["a.txt"]);
    let path = format!("{named}/a.txt");
    let mut names = vec![path.clone(), format!("{named}/../in/a.txt")];
    #[cfg(unix)]
    {
        let others = [format!("{named}/soft.txt"), format!("{named}/hard.txt")];
        std::os::unix::fs::symlink(&path, &others[0]).unwrap();
        fs::hard_link(&path, &others[1]).unwrap();
        names.extend(others);
    }
    for output in &names {
        for command in [&["scan", "--output"][..], &["scan", "--resume", "--output"], &["report", "--output"]] {
            let (status, _, error) = run(&[command, &[output.as_str(), path.as_str()]].concat());
            assert!(status == 2 && error.contains("would be written over"), "{command:?} {output}: {error}");
            assert_eq!(fs::read_to_string(&path).unwrap(), SENTENCE);
        }
    }
}
