//! Measures the ledger against articles whose sources are marked by hand (`tests/ledger`, see `tests/README.md`):
//! whether all mentions of one source are one entry, as B³ (Bagga and Baldwin 1998), and what each entry says.

use std::{collections::BTreeMap, fs, ops::Range};

use claimlight::{Options, Report, scan};

use crate::{assert_up_to_date, project, readme::with};

/// Where the figures stand for readers.
const GUIDE: &str = "tests/ledger/README.md";
const FIGURES: &str = "<!-- The figures, written by UPDATE=1 cargo test. -->\n";
const FIGURES_END: &str = "<!-- The figures' end. -->";

/// An article with its sources.
struct Article {
    /// Its file and heading.
    place: String,
    text: String,
    /// Where each mention stands, and whose it is.
    mentions: Vec<(Range<usize>, String)>,
    entries: BTreeMap<String, Entry>,
}

/// A source as an annotator describes it.
struct Entry {
    name: String,
    kind: String,
    role: Option<String>,
}

/// The articles of all files, in the order of their names.
fn articles() -> Vec<Article> {
    let folder = fs::read_dir(project("tests/ledger")).expect("there are articles");
    let mut files: Vec<_> = folder.map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files.iter().flat_map(|file| articles_of(&file.display().to_string(), &fs::read_to_string(file).unwrap())).collect()
}

fn articles_of(file: &str, written: &str) -> Vec<Article> {
    let sections = written.split("\n## ").skip(1);
    let article = |section: &str| {
        let parts: Vec<&str> = section.split("```\n").collect();
        let [heading, marked, entries] = parts[..] else { panic!("{file}: an article has one fence: {section}") };
        let (text, mentions) = unmarked(marked);
        let entries = entries.lines().filter(|line| !line.is_empty()).map(entry).collect();
        Article { place: format!("{file}: {}", heading.trim()), text, mentions, entries }
    };
    sections.map(article).collect()
}

/// The text without its marks: "[Ada Roe]1 said" marks a mention of source 1.
fn unmarked(marked: &str) -> (String, Vec<(Range<usize>, String)>) {
    let (mut text, mut mentions) = (String::new(), Vec::new());
    let mut rest = marked;
    while let Some((before, (words, after))) =
        rest.split_once('[').and_then(|(before, from)| Some((before, from.split_once(']')?)))
    {
        text.push_str(before);
        let start = text.len();
        text.push_str(words);
        let id: String = after.chars().take_while(char::is_ascii_digit).collect();
        rest = &after[id.len()..];
        mentions.push((start..text.len(), id));
    }
    (text + rest, mentions)
}

/// "1: Ada Roe · named · Mayor".
fn entry(line: &str) -> (String, Entry) {
    let (id, described) =
        line.split_once(": ").unwrap_or_else(|| panic!("an entry is `id: name · kind · role`: {line}"));
    let mut parts = described.split(" · ").map(str::to_owned);
    let (name, kind) = (parts.next().unwrap(), parts.next().unwrap_or_default());
    (id.to_owned(), Entry { name, kind, role: parts.next() })
}

/// What is counted over all articles.
#[derive(Default)]
struct Counts {
    n_mentions: usize,
    n_found: usize,
    n_spurious: usize,
    precision: f64,
    recall: f64,
    /// The recall of mentions of which only those found count.
    recall_of_found: f64,
    n_right_kind: usize,
    n_roles: usize,
    n_right_role: usize,
    n_entries: usize,
    n_right_name: usize,
    faults: Vec<String>,
}

/// Of each mention the entry it is given, if it is found as a source.
fn found(article: &Article, report: &Report) -> Vec<Option<usize>> {
    let sources = || report.attributions.iter().filter_map(|attribution| attribution.source);
    let overlapping = |span: &Range<usize>| {
        sources()
            .find(|source| source.span.start < span.end && span.start < source.span.end)
            .map(|source| source.ledger)
    };
    article.mentions.iter().map(|(span, _)| overlapping(span)).collect()
}

impl Counts {
    fn article(&mut self, article: &Article) {
        let report = scan(&article.text, &Options::default());
        let found = found(article, &report);
        let gold = |index: usize| &article.mentions[index].1;
        for index in 0..found.len() {
            let Some(entry) = found[index] else { continue };
            let same_gold = |other: &usize| gold(*other) == gold(index);
            let same_entry = |other: &usize| found[*other] == Some(entry);
            let n_both = (0..found.len()).filter(same_gold).filter(same_entry).count() as f64;
            self.precision += n_both / (0..found.len()).filter(same_entry).count() as f64;
            self.recall += n_both / (0..found.len()).filter(same_gold).count() as f64;
            let n_found_gold = (0..found.len()).filter(same_gold).filter(|other| found[*other].is_some()).count();
            self.recall_of_found += n_both / n_found_gold as f64;
            self.n_right_kind += usize::from(report.ledger[entry].kind.name() == article.entries[gold(index)].kind);
            if n_both < n_found_gold as f64 || report.ledger[entry].kind.name() != article.entries[gold(index)].kind {
                self.fault(article, index, &report, entry);
            }
        }
        self.n_mentions += found.len();
        self.n_found += found.iter().flatten().count();
        let is_spurious = |span: claimlight::Span| {
            article.mentions.iter().all(|(gold, _)| gold.end <= span.start || span.end <= gold.start)
        };
        let sources = report.attributions.iter().filter_map(|attribution| attribution.source);
        self.n_spurious += sources.filter(|source| is_spurious(source.span)).count();
        self.entries(article, &report, &found);
    }

    fn fault(&mut self, article: &Article, index: usize, report: &Report, entry: usize) {
        let (span, id) = &article.mentions[index];
        let (given, wanted) = (&report.ledger[entry], &article.entries[id]);
        self.faults.push(format!(
            "{}: {:?} is {:?} ({}), not {:?} ({})",
            article.place,
            &article.text[span.clone()],
            given.name,
            given.kind.name(),
            wanted.name,
            wanted.kind
        ));
    }

    /// Names and roles, by the entry that the first found mention of a source is given.
    fn entries(&mut self, article: &Article, report: &Report, found: &[Option<usize>]) {
        for (id, wanted) in &article.entries {
            let mut entries = found.iter().zip(&article.mentions).filter(|(_, (_, gold))| gold == id);
            let Some(entry) = entries.find_map(|(entry, _)| *entry) else { continue };
            let given = &report.ledger[entry];
            self.n_entries += 1;
            self.n_right_name += usize::from(given.name == wanted.name);
            let Some(role) = &wanted.role else { continue };
            self.n_roles += 1;
            let is_right = given.role.as_ref().is_some_and(|given| given.contains(role) || role.contains(given));
            self.n_right_role += usize::from(is_right);
            if !is_right {
                self.faults
                    .push(format!("{}: {:?} has the role {:?}, not {role:?}", article.place, given.name, given.role));
            }
        }
    }
}

/// A share in per cent, to one decimal.
fn percent(part: f64, of: usize) -> f64 {
    (1000.0 * part / of as f64).round() / 10.0
}

#[test]
fn mentions_of_one_source_are_one_entry() {
    let articles = articles();
    assert!(articles.len() >= 20 && articles.iter().map(|article| article.mentions.len()).sum::<usize>() >= 150);
    let mut counts = Counts::default();
    articles.iter().for_each(|article| counts.article(article));
    let figures = [
        ("B3 precision", percent(counts.precision, counts.n_found), 99.5),
        ("B3 recall of mentions found", percent(counts.recall_of_found, counts.n_found), 99.7),
        // Falls and rises with the attributions that are found, too.
        ("B3 recall of all mentions", percent(counts.recall, counts.n_mentions), 89.0),
        ("kinds", percent(counts.n_right_kind as f64, counts.n_found), 99.7),
        ("names", percent(counts.n_right_name as f64, counts.n_entries), 93.4),
        ("roles", percent(counts.n_right_role as f64, counts.n_roles), 90.9),
    ];
    let Counts { n_mentions, n_found, n_spurious, .. } = counts;
    println!("{} articles, {n_mentions} mentions, {n_found} found, {n_spurious} others", articles.len());
    figures.iter().for_each(|(what, figure, _)| println!("{what}: {figure:.1} %"));
    println!("{}", counts.faults.join("\n"));
    let rows: String = figures.iter().map(|(what, figure, _)| format!("| {what} | {figure:.1} % |\n")).collect();
    let table = format!("| {} articles, {n_mentions} mentions | {n_found} found |\n|---|---|\n{rows}", articles.len());
    for (what, figure, floor) in figures {
        assert!(figure >= floor, "{what}: {figure:.1} %, less than the {floor} % it was");
    }
    let guide = fs::read_to_string(project(GUIDE)).unwrap();
    assert_up_to_date(GUIDE, &with(&guide, FIGURES, FIGURES_END, |_| table.clone()));
}
