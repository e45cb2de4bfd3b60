//! A scan in steps finds what a scan at once finds, and does no work twice.

use claimlight::{
    Article, Options, Report,
    article::{self, Origin, OriginKind},
    scan_article,
    scanning::Scanning,
};

use crate::page_files::PAGE_FILES;

fn scanned(scanning: &mut Scanning, article: &Article) -> Report {
    scanning.read(article);
    while !scanning.is_done() {
        scanning.step();
    }
    scanning.report().clone()
}

/// What a report says, with its words instead of its places.
fn findings(text: &str, report: &Report) -> Vec<String> {
    let cues = report.attributions.iter().map(|own| {
        let source = own.source.map_or("nobody", |source| source.span.of(text));
        format!("{source}: {}", own.cue.span.of(text))
    });
    let hedges = report.hedges.iter().map(|hedge| hedge.span.of(text).to_owned());
    cues.chain(hedges).chain(report.claims.iter().map(|claim| claim.span.of(text).to_owned())).collect()
}

#[test]
fn an_article_of_one_chapter_is_scanned_as_at_once() {
    for (name, html, _) in PAGE_FILES {
        let article = article::from_html(html);
        let at_once = scan_article(&article, &Options::default());
        let in_steps = scanned(&mut Scanning::new(Options::default()), &article);
        assert_eq!(findings(&article.text, &in_steps), findings(&article.text, &at_once), "{name}");
        assert_eq!(in_steps.ledger, at_once.ledger, "{name}");
        assert_eq!(in_steps.provenance, at_once.provenance, "{name}");
    }
}

/// An article of `n_paragraphs` that differ.
fn long_article(n_paragraphs: usize) -> String {
    let paragraph = |n: usize| {
        format!(
            "The harbour at Aldwick may close in {n} days, said Ana Ruiz, who leads the union. Repairs cost {n} million \
             pounds last year. Ruiz added that the council had known for {n} weeks, according to a report.\n"
        )
    };
    (0..n_paragraphs).map(paragraph).collect()
}

#[test]
fn a_long_article_is_scanned_in_chapters_with_one_ledger() {
    let author = Origin { kind: OriginKind::Author, words: "Edda Vale".to_owned() };
    let article = Article { origins: vec![author], ..article::from_text(&long_article(500)) };
    let report = scanned(&mut Scanning::new(Options::default()), &article);
    let at_once = scan_article(&article, &Options::default());
    assert_eq!(findings(&article.text, &report), findings(&article.text, &at_once));
    let speakers = |report: &Report| -> Vec<(String, usize)> {
        report.ledger.iter().map(|entry| (entry.name.clone(), entry.attributions.len())).collect()
    };
    assert_eq!(speakers(&report), speakers(&at_once));
    assert!(speakers(&report).contains(&("Ana Ruiz".to_owned(), 500)));
    assert_eq!(report.sentences, at_once.sentences);
    assert_eq!(report.n_words, at_once.n_words);
    assert!(!report.provenance.is_empty());
    assert_eq!(report.provenance, at_once.provenance);
}

#[test]
fn only_what_changed_is_labelled_again() {
    let mut scanning = Scanning::new(Options::default());
    let before = long_article(500);
    scanned(&mut scanning, &article::from_text(&before));
    let n_first = scanning.n_labelled();
    assert!(n_first > 100);
    let news = "The mayor denied it on Monday. He said the ferry would sail.\n";
    let (first, rest) = before.split_at(before[before.len() / 2..].find('\n').unwrap() + before.len() / 2 + 1);
    let after = article::from_text(&format!("{news}{first}{news}{rest}"));
    let report = scanned(&mut scanning, &after);
    assert!(scanning.n_labelled() - n_first < 10, "{} stretches", scanning.n_labelled() - n_first);
    let said = report.attributions.iter().filter(|own| own.cue.span.of(&after.text) == "denied").count();
    assert_eq!(said, 2);
}

#[test]
fn what_the_reader_sees_is_scanned_first() {
    let article = article::from_text(&long_article(500));
    let mut scanning = Scanning::new(Options::default());
    scanning.read(&article);
    let middle = article.text.len() / 2;
    scanning.look_at(middle);
    while scanning.step().is_none() {}
    assert_eq!(scanning.share(), 0.0, "who has more to say of it does so first");
    scanning.step();
    let report = scanning.report();
    let cues = || report.attributions.iter().map(|own| own.cue.span.start);
    assert!(cues().min() < Some(middle) && Some(middle) < cues().max());
    assert!(scanning.share() < 0.5);
}

#[test]
fn one_block_of_a_megabyte_is_scanned_in_chapters_too() {
    let text = long_article(3000).replace('\n', " ");
    let article = article::from_text(&text);
    let report = scanned(&mut Scanning::new(Options::default()), &article);
    assert!(report.attributions.len() > 2_000);
    let unbroken = article::from_text(&"ä".repeat(100_000));
    assert_eq!(scanned(&mut Scanning::new(Options::default()), &unbroken).attributions.len(), 0);
}
