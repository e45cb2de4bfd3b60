//! What newsrooms and researchers make of an archive: the report with its charts, checks before publication, the
//! difference between two versions.

use std::fs;

use serde_json::Value;

use crate::{
    archive::lines,
    command::{file, folder, run},
};

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
    let n_parts = html.matches("<rect ").count();
    assert!(
        n_parts > 2 && html.matches("tabindex=\"-1\"><title>").count() == n_parts,
        "every part of a chart leads there"
    );
    assert!(html.contains("No document says its section.") && !html.contains("No document says its outlet."));
}

#[test]
fn a_report_reads_when_and_where_saved_pages_were_published() {
    let paragraph = format!("<p>{}</p>", "Rents in the city doubled in a year, the mayor said. ".repeat(4));
    let page = |head: &str, shown: &str| {
        format!("<title>Rents</title>{head}<article><h1>Rents</h1>{shown}{}</article>", paragraph.repeat(3))
    };
    let data = r#"<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2025-02-03",
        "publisher": {"name": "Aldwick Herald"}, "articleSection": "Town"}</script>"#;
    file("published/in", "a.html", page(data, ""));
    file("published/in", "b.html", page("", "<time datetime=2025-03-04>4 March</time>"));
    file("published/in", "c.html", page("", ""));
    let output = folder("published").join("report.html").display().to_string();
    let (status, _, error) = run(&["report", "--output", &output, &folder("published/in").display().to_string()]);
    assert_eq!(status, 0, "{error}");
    let rows = |name: &str| {
        let csv = fs::read_to_string(folder("published/report-data").join(name)).unwrap();
        csv.lines().skip(1).map(|line| line.split(',').next().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(rows("claims.csv"), ["2025-02", "2025-03", "not said"]);
    assert_eq!(
        (rows("outlets.csv"), rows("sections.csv")),
        (vec!["not said".into(), "Aldwick Herald".into()], vec!["not said".into(), "Town".to_owned()])
    );
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
fn what_the_article_passes_on_is_hearsay_and_what_its_source_does_is_not() {
    let check = |text: &str| run(&["check", "--max-hearsay", "0", &file("hearsay", "a.txt", text)]);
    let (status, out, _) = check("The council met. The mayor reportedly left early.");
    assert!(
        status == 3 && out.contains("hearsay: 1, at most 0 allowed\n    The mayor reportedly left early."),
        "{out}"
    );
    let (status, out, _) = check("The contractor allegedly ignored two warnings.");
    assert!(status == 3 && out.contains("hearsay: 1,"), "a claim by hearsay is one place, not two: {out}");
    let (status, out, _) = check("It is alleged that he stole 4 million pounds.");
    assert!(status == 3 && out.contains("hearsay: 1,"), "nor if the words stand before the claim: {out}");
    assert_eq!(check("“The contractor allegedly ignored two warnings,” Ana Ruiz said.").0, 0);
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
    let claimed =
        file("diff", "claimed.txt", "The bridge may close in June, the mayor claimed.\nRents doubled in a year.");
    let leaning = run(&["diff", &old, &claimed]).1;
    let leans = "    - said by the mayor (role)\n    + said by the mayor (role), in a word that leans\n";
    assert!(
        leaning.contains("~ The bridge may close in June, the mayor claimed.") && leaning.contains(leans),
        "{leaning}"
    );
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
fn versions_are_compared_one_with_one() {
    let text = file("versions", "a.txt", "The bridge may close in June, the mayor said.");
    let many = file("versions", "day.jsonl", lines(3));
    let bare = file("versions", "bare.html", "<title>Bridge</title><nav><a href=a>Home</a></nav>");
    let inside = file("versions/in", "a.txt", "x");
    file("versions/in", "b.txt", "x");
    let folder = inside.trim_end_matches("/a.txt");
    for (other, why) in [
        (&*many, "day.jsonl: there is more than one document in it"),
        (folder, "in: there is more than one document in it"),
        (&file("versions", "none.jsonl", ""), "none.jsonl: there is no document in it"),
        (&bare, "bare.html: "),
    ] {
        let (status, out, error) = run(&["diff", &text, other]);
        assert!(status == 1 && out.is_empty() && error.contains(why), "{status} {out} {error}");
    }
    let (status, out, _) = run(&["diff", "--format", "json", &text, &bare]);
    let differences: Value = serde_json::from_str(&out).unwrap();
    assert!(status == 1 && differences["new"]["reason"].is_string(), "{out}");
}

#[test]
fn documents_of_one_name_have_places_of_their_own() {
    let line = "{\"id\": \"a\", \"text\": \"The bridge may close in June, the mayor said.\"}\n";
    let path = file("places", "day.jsonl", line.repeat(2));
    let (_, html, _) = run(&["scan", "--format", "html", &path, &path]);
    let mut places: Vec<&str> = html.split(" id=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    let n_places = places.len();
    places.sort_unstable();
    places.dedup();
    assert!(n_places > 8 && places.len() == n_places, "{n_places}: {places:?}");
}

#[test]
fn an_article_as_a_page_is_called_by_its_headline_and_counts_whose_hearsay_it_is() {
    let text = "“The contractor allegedly ignored two warnings,” Mayor Ana Ruiz said. Rents reportedly doubled, and allegedly the council knew.";
    let page = format!("<article><h1>Bridge to close</h1>{}</article>", format!("<p>{text}</p>").repeat(3));
    let path = file("headline", "a.html", &page);
    let (_, html, _) = run(&["scan", "--format", "html", &path]);
    assert!(html.contains("<title>Bridge to close</title>") && html.contains("<h2>Bridge to close</h2>"), "{html}");
    assert_eq!(html.matches("Bridge to close").count(), 2, "the text does not say it again");
    let numbers = |what: &str| {
        let row = |(before, _): (&str, &str)| before.rsplit('>').nth(1).unwrap().trim_end_matches("</td").to_owned();
        let mut rest = &*html;
        let mut numbers = Vec::new();
        while let Some(place) = rest.find(&format!(">{what}<")) {
            numbers.push(row(rest.split_at(place)));
            rest = &rest[place + 1..];
        }
        numbers
    };
    assert_eq!(numbers("words of caution, its sources'"), ["3"]);
    assert_eq!(numbers("of these hearsay"), ["6"], "the article's own");
    let own = html.find("the article's own<").unwrap();
    assert!(html[own..].find("of these hearsay") < html[own..].find("its sources'<"), "they stand under its own");
    let marked = page.replace("Bridge to close", "Bridge may close");
    let (_, html, _) = run(&["scan", "--format", "html", &file("headline", "marked.html", marked)]);
    let (before, after) = html.split_once("</h2>").unwrap();
    assert!(before.contains("<mark class=\"hedge\"") && !after.contains("h4"), "a mark in it is there, once: {html}");
    let (_, many, _) = run(&["scan", "--format", "html", &path, &path]);
    assert!(many.contains("<title>Who says what, and how sure they are</title>"));
    let (status, none, _) = run(&["scan", "--format", "html", "no-such.html"]);
    assert!(status == 1 && none.starts_with("<!DOCTYPE html>") && none.ends_with("</html>\n"), "{none}");
}

#[test]
fn a_number_says_where_the_rest_of_its_sentences_are() {
    let text = |n: usize| {
        format!(
            "{{\"id\": \"https://a.example/{n}\", \"date\": \"2024-99-99\", \"outlet\": \" \", \"text\": \"The bridge may close, the mayor said. Rents doubled in a year.\"}}\n"
        )
    };
    let path = file("rest", "day.jsonl", (0..12).map(text).collect::<String>());
    let page = file(
        "rest",
        "a.html",
        format!(
            "<article>{}</article>",
            "<p>The bridge may close in June, the mayor said, and the council agreed to it.</p>".repeat(4)
        ),
    );
    let output = folder("rest").join("May 50% #1?.html");
    let arguments =
        ["report", "--output", &output.display().to_string(), &path, &folder("rest/in").display().to_string()];
    fs::rename(page, folder("rest/in").join("a.html")).unwrap();
    let (status, _, error) = run(&arguments);
    assert_eq!(status, 0, "{error}");
    let html = fs::read_to_string(&output).unwrap();
    assert!(html.contains("May%2050%25%20%231%3F-data/findings.csv\""), "the name of a file is no address");
    assert!(
        html.contains(" of 16; all: <a href=")
            && html.contains("finding = attribution, source = the mayor (in capitals or not), source_kind = role")
    );
    assert!(html.contains("<a href=\"https://a.example/0\">") && html.contains("<a href=\"in/a.html\">"));
    assert!(
        html.contains("No document says its outlet.") && html.contains("No document says its date."),
        "no month is 99"
    );
}
