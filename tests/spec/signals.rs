//! A run that is asked to end: by a terminal, by what started it, while it waits.

use std::{
    fs,
    io::Write,
    path::Path,
    process::{Command, Stdio},
    thread,
    time::Duration,
};

use serde_json::Value;

use crate::{
    archive::lines,
    command::{SENTENCE, file, folder, ids, piped},
};

/// The command line as a terminal starts it: a script in the background has what it starts ignore Ctrl-C, tests too.
#[cfg(unix)]
fn hearing_all() -> Command {
    if cfg!(not(target_os = "linux")) {
        return Command::new(env!("CARGO_BIN_EXE_claimlight"));
    }
    let mut command = Command::new("env");
    command.args(["--default-signal=INT", env!("CARGO_BIN_EXE_claimlight")]);
    command
}

/// A run that is given a signal once it writes: status, what it said, what it wrote.
#[cfg(unix)]
fn signalled(test: &str, signal: &str, command: &mut Command) -> (Option<i32>, String, String) {
    let path = file(test, "archive.jsonl", lines(20_000));
    let output = folder(test).join("out.jsonl").display().to_string();
    // What an earlier run of the test left would be taken for this one's.
    let _ = fs::remove_file(&output);
    let arguments = ["scan", "--format", "jsonl", "--output", &output, &path];
    let mut child = command.args(arguments).stderr(Stdio::piped()).spawn().unwrap();
    while fs::metadata(&output).map_or(0, |metadata| metadata.len()) == 0 && child.try_wait().unwrap().is_none() {
        thread::sleep(Duration::from_millis(5));
    }
    assert!(Command::new("kill").args([signal, &child.id().to_string()]).status().unwrap().success());
    let ended = child.wait_with_output().unwrap();
    let written = fs::read_to_string(&output).unwrap();
    (ended.status.code(), String::from_utf8(ended.stderr).unwrap(), written)
}

#[cfg(unix)]
#[test]
fn who_interrupts_gets_whole_documents_and_is_told_how_to_go_on() {
    for signal in ["-INT", "-TERM"] {
        let (status, error, written) = signalled("interrupt", signal, &mut hearing_all());
        assert!(status == Some(130) && error.contains("--resume goes on from there"), "{signal}: {error}");
        assert!(written.ends_with("}\n") && ids(&written).len() > 1);
    }
}

/// Whether a program listens for SIGTERM.
#[cfg(target_os = "linux")]
fn listens(id: u32) -> bool {
    let status = fs::read_to_string(format!("/proc/{id}/status")).unwrap();
    let caught = status.lines().find_map(|line| line.strip_prefix("SigCgt:")).unwrap();
    u64::from_str_radix(caught.trim(), 16).unwrap() >> 14 & 1 == 1
}

/// Sends SIGTERM to a run that reads a pipe into which `write` writes, and how that ended: exit status and messages.
#[cfg(target_os = "linux")]
fn ended_at_a_pipe(arguments: &[&str], write: impl FnOnce(&mut std::process::ChildStdin)) -> (Option<i32>, String) {
    ended_at_a_pipe_once(|| true, arguments, write)
}

/// The same, once it `is_begun`.
#[cfg(target_os = "linux")]
fn ended_at_a_pipe_once(
    is_begun: impl Fn() -> bool,
    arguments: &[&str],
    write: impl FnOnce(&mut std::process::ChildStdin),
) -> (Option<i32>, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_claimlight"));
    let mut child = command.args(arguments).stdin(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut pipe = child.stdin.take().unwrap();
    while !listens(child.id()) || !is_begun() {
        assert_eq!(child.try_wait().unwrap(), None, "it ended: {arguments:?}");
        thread::sleep(Duration::from_millis(5));
    }
    thread::sleep(Duration::from_millis(100));
    assert_eq!(child.try_wait().unwrap(), None, "it waits: {arguments:?}");
    assert!(Command::new("kill").args(["-TERM", &child.id().to_string()]).status().unwrap().success());
    write(&mut pipe);
    let ended = child.wait_with_output().unwrap();
    // Only now what it waited for comes to its end.
    drop(pipe);
    (ended.status.code(), String::from_utf8(ended.stderr).unwrap())
}

/// A pipe with a name, into which nobody writes and of which nobody reads.
#[cfg(target_os = "linux")]
fn named_pipe(test: &str) -> String {
    let path = folder(test).join("pipe.jsonl").display().to_string();
    let _ = fs::remove_file(&path);
    assert!(Command::new("mkfifo").arg(&path).status().unwrap().success());
    path
}

#[cfg(target_os = "linux")]
#[test]
fn who_waits_for_a_pipe_hears_that_it_is_to_end() {
    let named = named_pipe("silent");
    let report = folder("silent").join("report.html").display().to_string();
    let _ = fs::remove_file(&report);
    let lines = ["scan", "--from", "jsonl", "--format", "jsonl"];
    let commands = [
        &lines[..],
        &["scan", &named],
        &["report", "--output", &report, "-"],
        &["check", "--max-unsourced", "0"],
        &["article"],
    ];
    for arguments in commands {
        let (status, error) = ended_at_a_pipe(arguments, |_| ());
        assert!(status == Some(130) && (error.contains("interrupted") || arguments == ["article"]), "{error}");
    }
    assert!(!Path::new(&report).exists(), "a report of nothing");
    // One that says a little now and then is no other.
    let (status, error) = ended_at_a_pipe(&lines, |pipe| {
        let line = format!("{{\"text\": \"{SENTENCE}\"}}\n");
        while pipe.write_all(line.as_bytes()).is_ok() {
            thread::sleep(Duration::from_millis(10));
        }
    });
    assert!(status == Some(130) && error.contains("interrupted"), "{error}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_resumed_run_that_waits_for_a_pipe_hears_it_too_and_changes_nothing() {
    let output = folder("silent_again").join("out.jsonl").display().to_string();
    let _ = (fs::remove_file(&output), fs::remove_file(format!("{output}.progress")));
    let arguments = ["scan", "--from", "jsonl", "--format", "jsonl", "--resume", "--output", &output];
    let line = format!("{{\"text\": \"{SENTENCE}\"}}\n");
    assert_eq!(piped(&arguments, &[&line]).0, 0);
    let written = fs::read_to_string(&output).unwrap();
    let (status, error) = ended_at_a_pipe(&arguments, |_| ());
    assert!(status == Some(130) && error.contains("nothing is changed"), "{error}");
    assert_eq!(fs::read_to_string(&output).unwrap(), written);
    assert_eq!(piped(&arguments, &[&line, &line]).0, 0);
    assert_eq!(ids(&fs::read_to_string(&output).unwrap()).len(), 2);
}

#[cfg(target_os = "linux")]
#[test]
fn an_interrupted_list_of_reports_is_one() {
    let path = file("list_ends", "day.jsonl", lines(20_000));
    let output = folder("list_ends").join("out.json").display().to_string();
    let _ = fs::remove_file(&output);
    let arguments = ["scan", "--format", "json", "--output", &output, &path, "-"];
    let is_begun = || fs::metadata(&output).is_ok_and(|metadata| metadata.len() > 0);
    let (status, _) = ended_at_a_pipe_once(is_begun, &arguments, |_| ());
    let json: Value = serde_json::from_str(&fs::read_to_string(&output).unwrap()).unwrap();
    assert!(status == Some(130) && json.is_array());
}

#[cfg(target_os = "linux")]
#[test]
fn who_hears_no_signal_of_the_terminal_hears_that_it_is_to_end() {
    let mut command = Command::new("sh");
    let deaf = command.args(["-c", "trap '' HUP INT; exec \"$0\" \"$@\"", env!("CARGO_BIN_EXE_claimlight")]);
    let (status, error, _) = signalled("deaf", "-TERM", deaf);
    assert!(status == Some(130) && error.contains("--resume goes on from there"), "{error}");
}

#[cfg(unix)]
#[test]
fn who_starts_it_to_outlive_the_terminal_has_it_do_so() {
    let mut command = Command::new("sh");
    let outlives = command.args(["-c", "trap '' HUP; exec \"$0\" \"$@\"", env!("CARGO_BIN_EXE_claimlight")]);
    let (status, error, written) = signalled("outlives", "-HUP", outlives);
    assert!(
        status == Some(1) && !error.contains("interrupted"),
        "some cannot be read, and it came to its end: {error}"
    );
    assert_eq!(ids(&written).len(), 20_000 / 50 * 49);
}

#[test]
fn a_line_is_scanned_when_it_comes() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_claimlight"));
    let arguments = ["scan", "--from", "jsonl", "--format", "jsonl"];
    let mut child = command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let (mut pipe, out) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
    let mut out = std::io::BufReader::new(out);
    for n in 0..3 {
        writeln!(pipe, "{{\"id\": \"{n}\", \"text\": \"{SENTENCE}\"}}").unwrap();
        let mut report = String::new();
        std::io::BufRead::read_line(&mut out, &mut report).unwrap();
        assert_eq!(ids(&report), [n.to_string()]);
    }
    drop(pipe);
    assert!(child.wait().unwrap().success());
}

#[cfg(target_os = "linux")]
#[test]
fn who_is_not_read_ends_at_the_second_time_of_asking() {
    let named = named_pipe("unread");
    let path = file("unread", "one.txt", SENTENCE);
    let mut command = Command::new(env!("CARGO_BIN_EXE_claimlight"));
    let mut child = command.args(["scan", "--output", &named, &path]).spawn().unwrap();
    while !listens(child.id()) {
        assert_eq!(child.try_wait().unwrap(), None, "it ended by itself");
        thread::sleep(Duration::from_millis(5));
    }
    let id = child.id().to_string();
    let ask = || Command::new("kill").args(["-TERM", &id]).status().unwrap();
    // Programs send theirs twice; that is once.
    assert!(ask().success() && ask().success());
    let ended = (0..20).find_map(|_| {
        thread::sleep(Duration::from_millis(1500));
        // It may end while it is asked.
        ask();
        thread::sleep(Duration::from_millis(100));
        child.try_wait().unwrap()
    });
    assert_eq!(ended.expect("it ends").code(), Some(130));
}
