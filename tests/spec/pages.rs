//! The command line with pages: what is scanned of an HTML file, and what is said where there is nothing to scan.

use std::{fs, path::PathBuf, process::Command};

use serde_json::Value;

const PARAGRAPH: &str =
    "The bridge at Aldwick may close in June, the mayor said on Monday, because repairs cost more than the town has.";

/// A page with an article of one paragraph, and what is not to be read around it.
fn page(paragraph: &str) -> String {
    format!(
        "<!doctype html><html lang=en><title>Bridge</title><nav><p>Home</p></nav><main><h1>Bridge may close</h1>\
         <p>{paragraph}</p><p>{paragraph}</p></main><footer><p>All rights are reserved, it is said.</p></footer>"
    )
}

fn file(test: &str, name: &str, bytes: impl AsRef<[u8]>) -> String {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("pages").join(test);
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    fs::write(&path, bytes).unwrap();
    path.display().to_string()
}

/// Exit status, standard output, standard error.
fn run(arguments: &[&str]) -> (i32, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_claimlight")).args(arguments).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

fn reports(lines: &str) -> Vec<Value> {
    lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn of_a_page_its_article_is_scanned() {
    let path = file("scanned", "bridge.html", page(PARAGRAPH));
    let (status, out, error) = run(&["scan", "--format", "jsonl", &path]);
    assert_eq!((status, error.as_str()), (0, ""));
    let report = &reports(&out)[0];
    assert_eq!(report["text"], format!("Bridge may close\n{PARAGRAPH}\n{PARAGRAPH}"));
    assert_eq!((&report["id"], &report["blocks"][0]["kind"]), (&"bridge".into(), &"heading".into()));
}

#[test]
fn article_prints_the_running_text_alone() {
    let path = file("article", "bridge.htm", page(PARAGRAPH));
    assert_eq!(run(&["article", &path]), (0, format!("{PARAGRAPH}\n\n{PARAGRAPH}\n"), String::new()));
}

#[test]
fn a_page_in_a_line_is_read_as_one_in_a_file() {
    let line = |id, html: &str| serde_json::json!({"id": id, "html": html}).to_string();
    let lines = [line("a", &page(PARAGRAPH)), line("b", "<img src=x>"), line("c", &page(PARAGRAPH))].join("\n");
    let path = file("lines", "day.jsonl", lines);
    let (status, out, error) = run(&["scan", "--format", "jsonl", &path]);
    let reports = reports(&out);
    let lengths: Vec<usize> = reports.iter().map(|report| report["text"].as_str().unwrap().len()).collect();
    assert_eq!((status, lengths.len(), lengths[0], lengths[1]), (0, 3, lengths[2], 0));
    assert!(error.lines().count() == 1 && error.contains("day.jsonl:2: the page has no text"), "{error}");
}

#[test]
fn a_page_without_an_article_is_named_and_the_rest_is_done() {
    let links = "<li><a href=/a>A headline of some other article that is not told here</a>".repeat(40);
    for (name, html, why) in [
        ("nothing.html", "", "no text to read"),
        ("picture.html", "<body><img src=a.png alt='A picture of the bridge'></body>", "no text to read"),
        ("shell.html", "<body><div id=root></div><script>draw('a page of words')</script>", "no text to read"),
        ("front.html", &format!("<main><ul>{links}</ul></main>"), "no article was found"),
    ] {
        let (bad, good) = (file("none", name, html), file("none", "bridge.html", page(PARAGRAPH)));
        let (status, out, error) = run(&["scan", "--format", "jsonl", &bad, &good]);
        let reports = reports(&out);
        assert_eq!((status, reports.len(), reports[0]["text"].as_str()), (0, 2, Some("")), "{name}");
        assert!(error.contains(name) && error.contains(why), "{error}");
        let (status, out, error) = run(&["article", &bad]);
        assert!((status, out.as_str()) == (0, "") && error.contains(why), "{name}: {error}");
    }
}

#[test]
fn a_page_is_read_in_the_encoding_it_names() {
    let cafe = |start: &[u8]| {
        [start, b"<p>Caf\xe9 prices may rise in June, the mayor said on Monday. ".repeat(4).as_slice()].concat()
    };
    let latin = file("latin", "latin.html", cafe(b"<meta charset=iso-8859-1>"));
    let (status, out, error) = run(&["article", &latin]);
    assert!((status, error.as_str()) == (0, "") && out.starts_with("Café prices"), "{out}");
    let broken = file("latin", "broken.html", cafe(b"<meta charset=utf-8>"));
    let (status, out, error) = run(&["article", &broken]);
    assert!(
        status == 0 && out.starts_with("Caf\u{fffd} prices") && error.contains("broken.html: some bytes"),
        "{error}"
    );
}

#[test]
fn a_page_of_ten_megabytes_is_read() {
    let path = file("huge", "huge.html", page(&format!("{PARAGRAPH}</p><p>").repeat(10 << 20 >> 7)));
    let (status, out, error) = run(&["article", &path]);
    assert!((status, error.as_str()) == (0, "") && out.len() > 9 << 20, "{status} {} {error}", out.len());
}

#[test]
fn a_page_may_nest_as_deep_as_it_likes() {
    let path = file("deep", "deep.html", ["<div>".repeat(5_000), page(PARAGRAPH)].concat());
    let (status, out, _) = run(&["article", &path]);
    assert!(status == 0 && out.starts_with(PARAGRAPH));
}

#[test]
fn a_very_long_article_is_cut_between_blocks_or_else_between_characters() {
    let mut article = claimlight::article::from_text("The first line.\nThe second line.\nThe third.");
    assert_eq!(article.cut(40), 32.0 / 43.0);
    assert_eq!(article.text, "The first line.\nThe second line.");
    assert_eq!(article.blocks.len(), 2);
    assert_eq!(article.cut(40), 1.0);
    let mut article = claimlight::article::from_text("ééé");
    article.cut(3);
    assert_eq!((article.text.as_str(), article.blocks[0].span.end), ("é", 2));
}

#[test]
fn a_short_article_is_found_above_ten_thousand_comments() {
    let comment = format!("<div class=comment><p>{PARAGRAPH} So it is said, and I could say more.</p></div>");
    let comments = format!("<div id=comments>{}</div>", comment.repeat(10_000));
    for class in ["post", "post tag-comments category-social"] {
        let post =
            format!("<div class='{class}'><h1>The bridge may close</h1><p>{PARAGRAPH}</p><p>{PARAGRAPH}</p></div>");
        let html = format!("<title>The bridge may close - Herald</title><main>{post}{comments}</main>");
        let path = file("thread", "thread.html", html);
        assert_eq!(run(&["article", &path]).1, format!("{PARAGRAPH}\n\n{PARAGRAPH}\n"), "{class}");
    }
}
