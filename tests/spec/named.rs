//! Which files are read of what is named: patterns, links, names of any bytes, files that hold nothing.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::command::{SENTENCE, file, folder, ids, run};

/// A folder anew, with these files in it.
fn archive(test: &str, names: &[&str]) -> PathBuf {
    let archive = folder(test).join("in");
    let _ = fs::remove_dir_all(&archive);
    for name in names {
        let path = archive.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, SENTENCE).unwrap();
    }
    archive
}

/// What is read of a pattern or a folder, as it is called below `archive`.
fn read(archive: &Path, pattern: &str) -> (i32, Vec<String>, String) {
    let (status, out, error) = run(&["scan", "--format", "jsonl", &archive.join(pattern).display().to_string()]);
    let below = format!("{}/", archive.display());
    (status, ids(&out).iter().map(|id| id.replace(&below, "").trim_start_matches("./").to_owned()).collect(), error)
}

#[test]
fn a_pattern_gives_each_file_once_and_nothing_hidden() {
    let names = ["a.txt", "sub/b.txt", "sub/deep/c.txt"];
    let archive = archive("matched", &[&names[..], &[".hidden.txt", ".git/d.txt", "sub/.e/f.txt"]].concat());
    for pattern in ["**/*", "**", "*", "**/*.txt", "**/**", "./**/*"] {
        assert_eq!(read(&archive, pattern), (0, names.map(str::to_owned).to_vec(), String::new()), "{pattern}");
    }
    assert_eq!(read(&archive, "**/deep").1, ["sub/deep/c.txt"]);
    assert_eq!(read(&archive, ".h*").1, [".hidden.txt"], "what is hidden and asked for is read");
    assert_eq!(read(&archive, ".*/*").1, [".git/d.txt"]);
    assert_eq!(read(&archive, "*/").1, ["sub/b.txt", "sub/deep/c.txt"], "folders alone");
    assert_eq!(read(&archive, "no-such/*"), (1, vec![], nothing(&archive, "no-such/*")));
}

fn nothing(archive: &Path, pattern: &str) -> String {
    format!("claimlight: {}: matches no file\n", archive.join(pattern).display())
}

#[test]
fn a_pattern_that_leads_to_a_file_in_many_ways_gives_it_once() {
    let archive = archive("matched-often", &["x/f.txt", "x/x/y.txt", "x/z/w.txt", ".git/h.txt"]);
    for (pattern, expected) in [
        ("**/x/*", vec!["x/f.txt", "x/x/y.txt", "x/z/w.txt"]),
        ("**/*/**/*.txt", vec!["x/f.txt", "x/x/y.txt", "x/z/w.txt"]),
        ("x/*/*.txt", vec!["x/x/y.txt", "x/z/w.txt"]),
        ("./.*/*", vec![".git/h.txt"]),
        ("x/../.*", vec!["x/../.git/h.txt"]),
    ] {
        let expected: Vec<String> = expected.into_iter().map(str::to_owned).collect();
        assert_eq!(read(&archive, pattern), (0, expected, String::new()), "{pattern}");
    }
    let here = run_in(&archive, "./.*/*");
    assert_eq!(here, [".git/h.txt"], "named from the folder itself");
    assert_eq!(run_in(&archive, "x/[xz]/?.txt"), ["x/x/y.txt", "x/z/w.txt"]);
}

/// What is read of a pattern that is named in a folder.
fn run_in(folder: &Path, pattern: &str) -> Vec<String> {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_claimlight"));
    let output = command.args(["scan", "--format", "jsonl", pattern]).current_dir(folder).output().unwrap();
    ids(std::str::from_utf8(&output.stdout).unwrap()).iter().map(|id| id.to_string()).collect()
}

#[cfg(unix)]
#[test]
fn links_lead_to_the_folder_that_is_named_and_not_round_and_round() {
    let archive = archive("linked", &["a.txt", "sub/b.txt"]);
    let link = folder("linked").join("link");
    let _ = fs::remove_file(&link);
    std::os::unix::fs::symlink(&archive, &link).unwrap();
    std::os::unix::fs::symlink(&archive, archive.join("self")).unwrap();
    for pattern in ["**/*", "**/*.txt", "**", "*"] {
        let (status, read, error) = read(&archive, pattern);
        assert_eq!((status, &read[..]), (0, &["a.txt".to_owned(), "sub/b.txt".to_owned()][..]), "{pattern}");
        assert!(error.contains("1 file is passed over: self;") && error.lines().count() == 1, "{pattern}: {error}");
    }
    assert_eq!(read(&archive, "*.txt").2, "", "it does not lead there");
    assert_eq!(read(&archive, "self/**/*.txt").1, ["self/a.txt", "self/sub/b.txt"], "the link itself is named");
    let (status, read, error) = read(&link, "");
    assert_eq!((status, &read[..]), (0, &["a.txt".to_owned(), "sub/b.txt".to_owned()][..]));
    assert!(error.contains("1 file is passed over: self;") && error.lines().count() == 1, "{error}");
    // Two that lead round lead to more paths than anybody can go through.
    std::os::unix::fs::symlink(&archive, archive.join("current")).unwrap();
    let (status, _, error) = self::read(&archive, "**/*.txt");
    assert!(status == 0 && error.contains("2 files are passed over, the first of them current;"), "{error}");
}

#[test]
fn a_pattern_passes_over_what_a_folder_passes_over() {
    let archive = archive("unreadable", &["a.txt", "img/x.css", "rows.csv", "b.jsonl.progress"]);
    fs::write(archive.join("a.gif"), "GIF89a").unwrap();
    let (status, ids, error) = read(&archive, "*");
    assert_eq!((status, ids), (0, vec!["a.txt".to_owned()]), "{error}");
    assert!(error.contains("img: 1 file is passed over: x.css; name it"), "{error}");
    assert!(error.contains("in: 2 files are passed over, the first of them a.gif;"), "{error}");
    let (status, ids, error) = read(&archive, "img*");
    assert!(status == 1 && ids.is_empty() && error.contains("img*: there is nothing in it to read"), "{error}");
}

#[test]
fn what_a_run_writes_is_no_fault_of_a_pattern() {
    let archive = archive("written-by-itself", &["a.txt"]);
    let at = |name: &str| archive.join(name).display().to_string();
    for _ in 0..2 {
        let (status, _, error) = run(&["scan", "--format", "csv", "--resume", "-o", &at("rows.csv"), &at("*")]);
        assert!(status == 0 && !error.contains("table") && !error.contains("passed over"), "{error}");
    }
    for _ in 0..2 {
        let (status, _, error) = run(&["report", "-o", &at("report.html"), &at("*")]);
        assert!(status == 0 && !error.contains("report-data"), "{error}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_name_that_is_no_utf_8_says_what_a_file_holds() {
    use std::{ffi::OsStr, os::unix::ffi::OsStrExt};
    let archive = archive("bytes-in-names", &["a.txt"]);
    fs::write(archive.join(OsStr::from_bytes(b"caf\xe9.txt")), SENTENCE).unwrap();
    let folder = archive.join(OsStr::from_bytes(b"d\xe9p"));
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("b.txt"), SENTENCE).unwrap();
    let names = ["a.txt", "caf\u{fffd}.txt", "d\u{fffd}p/b.txt"];
    for (pattern, n_names) in [("", 3), ("*", 3), ("**/*", 3), ("**/*.txt", 3), ("*.txt", 2)] {
        assert_eq!(
            read(&archive, pattern),
            (0, names[..n_names].iter().map(|name| name.to_string()).collect(), String::new())
        );
    }
}

#[test]
fn a_packed_file_that_is_empty_is_a_copy_that_failed() {
    for name in ["day.jsonl.gz", "page.html.gz", "crawl.warc.gz", "day.GZ"] {
        let (status, out, error) = run(&["scan", "--format", "jsonl", &file("nothing-packed", name, "")]);
        assert!(status == 1 && out.is_empty(), "{name}: {error}");
        assert!(error.contains(&format!("{name}: it is empty, though packed files are not; copy it again")), "{error}");
    }
}
