//! Reports of archives and checks of many articles, where something is missing or breaks off.

use std::{fs, path::PathBuf};

use crate::command::{SENTENCE, file, folder, run};

/// A report of what is named: status, what was said, the page, the folder of its data.
fn reported(test: &str, path: &str) -> (i32, String, String, PathBuf) {
    let page = folder(test).join("report.html");
    let (status, _, error) = run(&["report", "--output", &page.display().to_string(), path]);
    (status, error, fs::read_to_string(&page).unwrap(), folder(test).join("report-data"))
}

#[test]
fn in_how_many_documents_nothing_was_looked_for_is_said() {
    let german = "Die Brücke könnte im Juni schließen, sagte der Bürgermeister am Montag vor dem Rat der Stadt.";
    let line = |text: &str| format!("{{\"text\": \"{text}\"}}\n");
    let path = file("unmarked", "day.jsonl", [german, german, "", SENTENCE].map(line).concat());
    let (status, error, html, _) = reported("unmarked", &path);
    assert_eq!((status, error.matches("its language is “de”").count()), (0, 2), "{error}");
    let said = "In 3 of them, day:1 the first, nothing was looked for: they have no article or text, or are in another language.";
    assert!(html.contains("4 documents, ") && html.contains(said), "{html}");
    let (_, error, html, _) = reported("unmarked", &file("unmarked", "one.txt", SENTENCE));
    assert!(error.is_empty() && !html.contains("nothing was looked for"), "{error}");
}

#[test]
fn a_report_of_nothing_takes_no_place_of_another() {
    let (_, _, earlier, _) = reported("nothing", &file("nothing", "one.txt", SENTENCE));
    let (status, error, later, _) = reported("nothing", "no-such-file.txt");
    assert!(status == 1 && later == earlier && error.contains("no report is written"), "{error}");
    let (status, error, later, _) = reported("nothing", &file("nothing", "empty.jsonl", ""));
    assert!(status == 1 && later == earlier && error.contains("no document was read"), "{error}");
    let other = folder("nothing").join("other.html").display().to_string();
    assert_eq!(run(&["report", "--output", &other, "no-such-file.txt"]).0, 1);
    assert!(!folder("nothing").join("other-data").exists(), "no empty folder is left");
}

#[test]
fn no_page_holds_a_letter_that_none_may_hold() {
    let path =
        file("nul", "a.jsonl", "{\"id\": \"a\\u0000\", \"text\": \"The mayor said the dam\\u0000 was safe.\"}\n");
    let (_, _, html, _) = reported("nul", &path);
    let (_, marked, _) = run(&["scan", "--format", "html", &path]);
    for page in [html, marked] {
        assert!(!page.contains('\0') && page.contains("dam\u{fffd}"), "{page}");
    }
}

#[test]
fn where_one_file_of_a_report_cannot_be_written_those_before_stay() {
    let path = file("one_fails", "a.txt", SENTENCE);
    // What a run of this test before left.
    let _ = fs::remove_dir(folder("one_fails").join("report-data/years.csv"));
    let (_, _, _, data) = reported("one_fails", &path);
    fs::write(data.join("findings.csv"), "as it was").unwrap();
    fs::remove_file(data.join("years.csv")).unwrap();
    fs::create_dir(data.join("years.csv")).unwrap();
    let (status, error, ..) = reported("one_fails", &path);
    assert!(status == 1 && error.contains("years.csv: "), "{error}");
    assert_eq!(fs::read_to_string(data.join("findings.csv")).unwrap(), "as it was");
    let left =
        |folder: PathBuf| fs::read_dir(folder).unwrap().map(|each| each.unwrap().file_name().into_string().unwrap());
    assert!(left(data).chain(left(folder("one_fails"))).all(|name| !name.ends_with(".unfinished")));
}

#[cfg(unix)]
#[test]
fn what_a_link_leads_to_is_written_and_the_link_stays() {
    let path = file("linked_findings", "a.txt", SENTENCE);
    let (_, _, _, data) = reported("linked_findings", &path);
    for target in [folder("linked_findings").join("elsewhere.csv"), PathBuf::from("/dev/null")] {
        fs::remove_file(data.join("findings.csv")).unwrap();
        std::os::unix::fs::symlink(&target, data.join("findings.csv")).unwrap();
        // A link that leads nowhere yet is one as well.
        let (status, error, ..) = reported("linked_findings", &path);
        assert_eq!((status, data.join("findings.csv").read_link().unwrap()), (0, target), "{error}");
    }
    assert!(fs::read_to_string(folder("linked_findings").join("elsewhere.csv")).unwrap().contains("The bridge"));
}

#[test]
fn what_is_said_of_a_number_finds_all_its_rows() {
    let line = "{\"text\": \"The mayor said the dam was safe. The bridge may close, the mayor said.\"}\n";
    let (_, _, html, data) = reported("capitals", &file("capitals", "day.jsonl", line.repeat(20)));
    let numbers = fs::read_to_string(data.join("sources.csv")).unwrap();
    assert!(numbers.contains("\nThe mayor,20\n") || numbers.contains("\nThe mayor,40\n"), "{numbers}");
    assert!(html.contains("source = The mayor (in capitals or not), source_kind = role"), "{html}");
    let rows: Vec<csv::StringRecord> =
        csv::Reader::from_path(data.join("findings.csv")).unwrap().records().map(Result::unwrap).collect();
    let is_mayor = |row: &&csv::StringRecord| row.iter().any(|cell| cell.eq_ignore_ascii_case("the mayor"));
    assert!(numbers.contains(&format!("\nThe mayor,{}\n", rows.iter().filter(is_mayor).count())), "{numbers}");
}

#[test]
fn what_is_said_of_a_year_finds_no_rows_of_its_months() {
    let line = |date: &str| {
        format!("{{\"date\": \"{date}\", \"text\": \"The mayor said rents in the city doubled in a year.\"}}\n")
    };
    let path = file("years", "day.jsonl", line("2024").repeat(12) + &line("2024-05-01").repeat(13));
    let (_, _, html, data) = reported("years", &path);
    let numbers = |name: &str| fs::read_to_string(data.join(name)).unwrap();
    assert!(numbers("claims.csv").contains("\n2024,12") && numbers("years.csv").contains("\n2024,25"));
    let said = ["date = 2024,", "date begins with 2024-05,", "date begins with 2024,"];
    assert!(said.iter().all(|said| html.contains(&format!("finding = claim, {said} support"))), "{html}");
}

#[test]
fn a_check_of_nothing_is_not_passed() {
    let empty = file("nothing", "empty.jsonl", "");
    let (status, _, error) = run(&["check", "--max-unsourced", "9", &empty]);
    assert!(status == 1 && error.contains("nothing was checked"), "{status} {error}");
    let (status, _, error) = run(&["check", "--max-unsourced", "9", &empty, &file("nothing", "a.txt", SENTENCE)]);
    assert!(status == 0 && error.is_empty(), "{status} {error}");
}

#[test]
fn somebody_of_whom_nothing_is_known_is_no_source() {
    let check = |text: &str| run(&["check", "--min-sources", "1", &file("he", "a.txt", text)]).0;
    assert_eq!((check("“The bridge is safe,” he said."), check("“The bridge is safe,” the mayor said.")), (3, 0));
}

#[test]
fn a_check_has_statuses_of_its_own() {
    let (_, help, _) = run(&["check", "--help"]);
    let help = help.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(help.contains("3 one does not, or holds nothing to be checked") && !help.contains("no fault"), "{help}");
    let (missing, bad) = ("no-such-file.txt", file("statuses", "a.txt", "Rents in the city doubled in a year."));
    assert_eq!(run(&["check", "--max-unsourced", "0", missing, &bad]).0, 3);
}

#[test]
fn sources_of_one_name_are_counted_in_a_difference() {
    let witness = |n: usize, what: &str| format!("A witness said the {what} {n} was closed.\n\n");
    let both = file("namesakes", "both.txt", [witness(1, "road"), witness(2, "bridge")].concat());
    let one = file("namesakes", "one.txt", witness(1, "road"));
    let (_, out, _) = run(&["diff", &both, &one]);
    assert!(out.contains("~ A witness: role, 2 sources, 2 statements → role, 1 statement\n"), "{out}");
    let (_, out, _) = run(&["diff", &one, &both]);
    assert!(out.contains("~ A witness: role, 1 statement → role, 2 sources, 2 statements\n"), "{out}");
    let none = file("namesakes", "none.txt", "The road was closed on Monday.");
    let (_, out, _) = run(&["diff", "--format", "json", &both, &none]);
    let differences: serde_json::Value = serde_json::from_str(&out).unwrap();
    let gone = &differences["sources"][0];
    assert_eq!((&gone["before"]["sources"], &gone["before"]["statements"]), (&2.into(), &2.into()), "{out}");
    let withheld = file("namesakes", "withheld.txt", "A witness who asked not to be named said the road was closed.");
    let (_, out, _) = run(&["diff", &one, &withheld]);
    assert!(out.contains("~ A witness: role, 1 statement → anonymous, 1 statement\n"), "{out}");
}

#[test]
fn documents_of_one_id_have_places_of_their_own_in_the_table() {
    let line = format!("{{\"id\": \"1\", \"text\": \"{SENTENCE}\"}}\n{{\"id\": \"2\"}}\n");
    let (monday, tuesday) = (file("rows", "monday.jsonl", &line), file("rows", "tuesday.jsonl", &line));
    let (_, out, _) = run(&["scan", "--format", "csv", "--keep-failed", &monday, &tuesday]);
    let mut reader = csv::Reader::from_reader(out.as_bytes());
    assert_eq!(reader.headers().unwrap().iter().take(2).collect::<Vec<_>>(), ["document", "place"]);
    let mut places: Vec<String> = reader.records().map(|row| row.unwrap()[1].to_owned()).collect();
    places.dedup();
    assert_eq!(
        places,
        [&monday, &tuesday].iter().flat_map(|path| [1, 2].map(|n| format!("{path}:{n}"))).collect::<Vec<_>>()
    );
}

#[cfg(unix)]
mod interrupted {
    use std::{
        io::Write,
        process::{Command, Stdio},
        thread,
        time::{Duration, Instant},
    };

    use super::*;

    /// Lines of which each is handed on at once, for it is as long as many.
    fn long_lines() -> String {
        let line =
            |n| format!("{{\"id\": \"long {n}\", \"text\": \"{SENTENCE}\", \"pad\": \"{}\"}}\n", "x".repeat(70_000));
        (0..3).map(line).collect()
    }

    /// A run that reads all and waits for more is interrupted, then its input ends. `is_done` says when all was read.
    fn at_the_end(arguments: &[&str], is_done: impl Fn() -> bool) -> (Option<i32>, String) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_claimlight"));
        let piped = command.args(arguments).stdin(Stdio::piped()).stderr(Stdio::piped());
        let mut child = piped.spawn().unwrap();
        let mut input = child.stdin.take().unwrap();
        input.write_all(long_lines().as_bytes()).unwrap();
        let began = Instant::now();
        while !is_done() && began.elapsed() < Duration::from_secs(20) {
            thread::sleep(Duration::from_millis(10));
        }
        assert!(Command::new("kill").args(["-TERM", &child.id().to_string()]).status().unwrap().success());
        // The signal has to be heard before the end of the input.
        thread::sleep(Duration::from_millis(200));
        drop(input);
        let output = child.wait_with_output().unwrap();
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    }

    #[test]
    fn a_report_that_is_interrupted_where_its_input_ends_does_not_say_it_is_whole() {
        let page = folder("interrupted-report").join("report.html");
        let _ = fs::remove_file(&page);
        let findings = folder("interrupted-report").join("report-data/findings.csv.unfinished");
        let is_done = || fs::read_to_string(&findings).is_ok_and(|rows| rows.contains("\nlong 2,"));
        let (status, error) =
            at_the_end(&["report", "--from", "jsonl", "--output", &page.display().to_string(), "-"], is_done);
        assert!(status == Some(130) && error.contains("interrupted after 3 documents"), "{status:?} {error}");
        assert!(fs::read_to_string(&page).unwrap().contains("It was interrupted before all was read."));
        assert!(!findings.exists(), "the findings bear their name");
    }

    #[cfg(feature = "parquet")]
    #[test]
    fn a_table_that_is_interrupted_does_not_take_the_place_of_a_whole_one() {
        let table = file("interrupted-table", "out.parquet", "the whole one");
        let unfinished = folder("interrupted-table").join("out.parquet.unfinished");
        let arguments = ["scan", "--from", "jsonl", "--format", "parquet", "--output", &table, "-"];
        let (status, error) = at_the_end(&arguments, || unfinished.exists());
        assert!(
            status == Some(130) && error.contains("stands in ") && error.contains("out.parquet.unfinished"),
            "{error}"
        );
        assert_eq!(fs::read_to_string(&table).unwrap(), "the whole one");
        let left = fs::read(&unfinished).unwrap();
        assert!(left.starts_with(b"PAR1") && left.ends_with(b"PAR1"), "it is closed, and can be read");
    }
}
