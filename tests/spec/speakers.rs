//! Whose a quotation is that stands between two speakers, and what firms of two names are called.

use claimlight::{Options, scan};

/// Of each attribution the source and all that is said.
fn said(text: &str) -> Vec<(String, Vec<String>)> {
    let own = |span: claimlight::Span| span.of(text).to_owned();
    let report = scan(text, &Options::default());
    let attributions = report.attributions.iter();
    attributions
        .map(|said| {
            let source = said.source.as_ref().map(|source| own(source.span)).unwrap_or_default();
            (source, said.content.iter().map(|content| own(*content)).collect())
        })
        .collect()
}

#[test]
fn what_is_asked_before_another_says_something_else_is_the_first_ones() {
    for rest in ["Ms Webb replied: “Resign.”", "A spokesman said the plan was fair."] {
        let found = said(&format!("“We are broke,” Mr Moss said. “What can we do?” {rest}"));
        assert_eq!(found[0].1, ["“We are broke,”", "“What can we do?”"], "{rest}");
        assert_eq!(found[1].1.len(), 1, "{rest}");
    }
}

#[test]
fn what_is_asked_before_who_asks_it_is_theirs() {
    for rest in ["Ms Webb asked.", "Ms Webb asked. “We have no money.”", "Ms Webb asked, adding that it was late."]
    {
        let found = said(&format!("“We are broke,” Mr Moss said. “What can we do?” {rest}"));
        assert_eq!(found[0].1, ["“We are broke,”"], "{rest}");
        assert_eq!((found[1].0.as_str(), found[1].1[0].as_str()), ("Ms Webb", "“What can we do?”"), "{rest}");
    }
}

#[test]
fn a_firm_of_two_names_is_one() {
    let text = "Marks & Spencer said profits rose. A lawyer at Howe & Sons said the case was weak. The engineers Dallow & Pike, \
                who built it, said it was safe.";
    let names: Vec<String> = scan(text, &Options::default()).ledger.into_iter().map(|entry| entry.name).collect();
    assert_eq!(names, ["Marks & Spencer", "A lawyer at Howe & Sons", "Dallow & Pike"]);
}

#[test]
fn what_somebody_is_accused_of_stands_in_the_order_of_the_text() {
    // Found by fuzzing: letters that are none part "ignoring", and what stands behind them is content already.
    let junk = "\u{fffd}".repeat(55);
    let text =
        format!("attributions\nThe mayor was accused by residents of housing estates of i{junk}gnoring the rksk.\n");
    let report = scan(&text, &Options::default());
    let contents: Vec<_> = report.attributions.iter().map(|said| &said.content).collect();
    assert!(contents.iter().any(|content| content.len() > 2), "{contents:?}");
    assert!(contents.iter().all(|content| content.is_sorted_by_key(|span| span.start)), "{contents:?}");
}
