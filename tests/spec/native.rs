//! Runs the cases natively, and checks the lists.

use std::{fs, path::Path};

use claimlight::{article, lexicon};

use crate::{articles, assert_up_to_date, case_files::CASE_FILES, cases, is_update, project};

/// The paths of all case files, below `tests/cases`, sorted.
fn case_paths() -> Vec<String> {
    let languages = fs::read_dir(project("tests/cases")).expect("there are cases").map(|entry| entry.unwrap().path());
    let files = languages.filter(|path| path.is_dir()).flat_map(|folder| fs::read_dir(folder).unwrap());
    let name = |path: &Path| path.file_name().unwrap().to_string_lossy().into_owned();
    let mut paths: Vec<String> = files
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "md"))
        .map(|path| format!("{}/{}", name(path.parent().unwrap()), name(&path)))
        .collect();
    paths.sort();
    paths
}

#[test]
fn every_case_is_as_listed() {
    let mut failures = Vec::new();
    for path in case_paths() {
        let file = project("tests/cases").join(&path);
        let listed = fs::read_to_string(&file).unwrap();
        let checked = cases::check(&path, &listed);
        match is_update() && checked.rewritten != listed {
            true => fs::write(file, checked.rewritten).unwrap(),
            false => failures.extend(checked.failures),
        }
    }
    let n_failures = failures.len();
    assert!(failures.is_empty(), "{n_failures} cases are not as listed (tests/cases):\n\n{}\n", failures.join("\n\n"));
}

#[test]
fn the_browser_runs_every_case_file() {
    let files: String =
        case_paths().iter().map(|path| format!("    (\"{path}\", include_str!(\"../cases/{path}\")),\n")).collect();
    let list = format!(
        "//! The case files, for the browser, which has no folders to read. Written by `UPDATE=1 cargo test`.\n\n\
         /// Path below `tests/cases`, and content.\n#[rustfmt::skip]\npub const CASE_FILES: &[(&str, &str)] = &[\n{files}];\n"
    );
    assert_up_to_date("tests/spec/case_files.rs", &list);
    assert!(is_update() || CASE_FILES.iter().map(|(path, _)| *path).eq(case_paths()));
}

/// The names of the pages in `tests/pages`, sorted.
fn page_names() -> Vec<String> {
    let files = fs::read_dir(project("tests/pages")).expect("there are pages").map(|entry| entry.unwrap().path());
    let pages = files.filter(|path| path.extension().is_some_and(|extension| extension == "html"));
    let mut names: Vec<String> = pages.map(|path| path.file_stem().unwrap().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn the_article_of_every_page_is_as_listed() {
    for name in page_names() {
        let html = fs::read_to_string(project(&format!("tests/pages/{name}.html"))).unwrap();
        assert_up_to_date(&format!("tests/pages/{name}.txt"), &articles::written(&article::from_html(&html)));
    }
}

#[test]
fn the_browser_reads_every_page() {
    let page = |name: &String| {
        let file = |end| format!("include_str!(\"../pages/{name}.{end}\")");
        format!("    (\"{name}\", {}, {}),\n", file("html"), file("txt"))
    };
    let pages: String = page_names().iter().map(page).collect();
    let list = format!(
        "//! The pages, for the browser, which has no folders to read. Written by `UPDATE=1 cargo test`.\n\n\
         /// Name, page, and what is found on it.\n#[rustfmt::skip]\n\
         pub const PAGE_FILES: &[(&str, &str, &str)] = &[\n{pages}];\n"
    );
    assert_up_to_date("tests/spec/page_files.rs", &list);
}

#[test]
fn the_word_lists_are_clean() {
    let errors: Vec<String> = lexicon::languages().flat_map(lexicon::list_errors).map(|e| e.to_string()).collect();
    assert!(errors.is_empty(), "{}", errors.join("\n"));
}

/// The checker itself: what it must find wrong.
mod the_checker {
    use super::cases::check;

    fn failure(file: &str) -> String {
        check("en/sample.md", file).failures.join("\n")
    }

    #[test]
    fn says_which_mark_is_missing_and_which_is_not_listed() {
        let file = "## Rule\n```attributions\nBread prices will rise next month, the mayor said.\n^^^^^ content\n```\n";
        let failure = failure(file);
        assert!(failure.starts_with("en/sample.md:2: Rule\n"), "{failure}");
        assert!(failure.contains("\n- ^^^^^ content\n"), "{failure}");
        assert!(
            failure.contains("\n+                                              ^^^^ cue communication"),
            "{failure}"
        );
    }

    #[test]
    fn refuses_a_layer_that_does_not_exist() {
        assert!(failure("## Rule\n```hedge\nPrices rose.\n```\n").contains("no layer is called \"hedge\""));
    }

    #[test]
    fn refuses_a_file_without_a_case() {
        assert!(failure("## Rule\nProse alone.\n").contains("has no case"));
    }

    #[test]
    fn says_that_a_known_fault_has_changed() {
        let file =
            "## Wrong today: nobody speaks\n```attributions\nBread prices will rise next month, the mayor said.\n```\n";
        assert!(failure(file).contains("is it mended?"));
    }

    #[test]
    fn says_where_a_line_is_no_sentence() {
        let file = "## Rule\n```\nPrices rose. The mayor\nwas pleased with them.\n```\n";
        assert!(failure(file).contains("the lines are not the sentences"));
    }
}
