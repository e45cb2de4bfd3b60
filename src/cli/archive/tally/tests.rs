//! What is counted together, and of which numbers sentences are kept.

use super::*;

fn said(source: &str, kind: &'static str) -> Finding {
    let counted = Counted::Statement { source: source.to_owned(), kind };
    Finding { counted, sentence: "He left.".to_owned() }
}

fn seen(document: u32, findings: Vec<Finding>) -> Seen {
    let named = || UNKNOWN.to_owned();
    let (month, outlet, section) = (named(), named(), named());
    Seen { document: document.to_string(), month, outlet, section, n_words: 0, is_marked: true, findings }
}

#[test]
fn a_role_that_begins_a_sentence_is_no_other_source() {
    let mut tallies = Tallies::default();
    tallies.add(seen(1, vec![said("The mayor", "role"), said("May Hope", "named")]));
    tallies.add(seen(2, vec![said("the mayor", "role"), said("MAY Hope", "named")]));
    let rows: Vec<(&str, usize)> =
        tallies.sources.cross.iter().map(|((row, _), group)| (row.as_str(), group.n)).collect();
    assert_eq!(rows, [("MAY Hope", 1), ("May Hope", 1), ("The mayor", 2)]);
}

#[test]
fn of_many_sources_the_sentences_of_the_first_are_kept() {
    let mut tallies = Tallies::default();
    for document in 0..120 {
        let once = (0..1_000).map(|n| said(&format!("{document} {n}"), "named"));
        tallies.add(seen(document, once.chain([said("the mayor", "named")]).collect()));
    }
    let mayor = &tallies.sources.cross[&("the mayor".to_owned(), "named")];
    assert!(n_kept(&tallies.sources) <= MAX_KEPT, "{}", n_kept(&tallies.sources));
    assert_eq!((mayor.n, mayor.examples.len(), tallies.sources.cross.len()), (120, MAX_EXAMPLES, 120_001));
}

fn n_kept(many: &Many) -> usize {
    many.cross.values().map(|group| group.examples.len()).sum()
}

#[test]
fn of_many_outlets_the_sentences_of_the_first_are_kept_whoever_is_quoted_there() {
    let mut tallies = Tallies::default();
    let of = |outlet: String, kinds: &[&'static str]| {
        let findings = kinds.iter().map(|kind| said("the mayor", kind)).collect();
        Seen { outlet: outlet.clone(), section: outlet, ..seen(1, findings) }
    };
    for n in 0..60_000 {
        tallies.add(of(format!("{n}.example"), &["role"]));
        tallies.add(of("Aldwick Herald".to_owned(), if n == 0 { &["role", "document"] } else { &["role"] }));
    }
    for many in [&tallies.outlets, &tallies.sections] {
        assert!(n_kept(many) <= MAX_KEPT, "{}", n_kept(many));
        let once = &many.cross[&("Aldwick Herald".to_owned(), "document")];
        assert_eq!((once.n, once.examples.len()), (1, 1), "a small number of a great row is on the page");
    }
}

#[test]
fn of_rows_that_are_level_those_on_the_page_keep_their_sentences() {
    let mut tallies = Tallies::default();
    // In an order that is not the page's.
    for n in (0..60_000).map(|n| n * 7_919 % 60_000) {
        let outlet = format!("{n:05}.example");
        tallies.add(Seen { outlet, ..seen(1, vec![said("the mayor", "role")]) });
    }
    assert!(tallies.outlets.cross.values().take(240).all(|group| group.examples.len() == 1));
}
