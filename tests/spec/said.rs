//! What a report says of its findings beside their spans: reasons, names, the language.

use claimlight::{Options, report::SHOWN, scan};

#[test]
fn a_reason_speaks_of_a_source_only_where_there_is_one() {
    let unowned = scan("“It may be the heat that did this to us.”", &Options::default());
    assert!(unowned.attributions.is_empty());
    assert!(unowned.hedges[0].reason.starts_with("Whoever is quoted"), "{:?}", unowned.hedges);
    let unresolved = scan("They said the bay had lost 40 percent of its fish.", &Options::default());
    assert!(unresolved.claims[0].reason.contains("only a pronoun"), "{:?}", unresolved.claims);
}

#[test]
fn one_of_them_is_neither_a_name_nor_a_role() {
    let report = scan("One of them, Ada Roe, denied it.\nOne, a teacher, said no.", &Options::default());
    let entries: Vec<_> = report.ledger.iter().map(|entry| (entry.name.as_str(), entry.kind.name())).collect();
    assert_eq!(entries, [("Ada Roe", "named"), ("One", "anonymous")]);
    assert_eq!(report.ledger[0].role, None);
}

#[test]
fn a_role_ends_with_its_sentence() {
    let text = "The council would not accept a third.\n\nHarbour Transit, which runs the ferries, said the service would stop.";
    let report = scan(text, &Options::default());
    let transit = report.ledger.iter().find(|entry| entry.name == "Harbour Transit").expect("it speaks");
    assert_eq!(transit.role, None);
}

#[test]
fn the_operator_is_nobody_who_was_he() {
    let text = "Joss Tarrant, whose sheep graze by the lake, does not blame the engineers. “They never dug the tunnel,” he says.\n\n\
        The operator says its figure may be revised.";
    let report = scan(text, &Options::default());
    let names: Vec<_> = report.ledger.iter().map(|entry| entry.name.as_str()).collect();
    assert_eq!(names, ["Joss Tarrant", "The operator"]);
}

#[test]
fn a_report_names_the_lists_that_were_used() {
    let british = Options { language: "en-GB".to_owned(), ..Options::default() };
    assert_eq!(scan("He said so.", &british).language, "en");
}

#[test]
fn a_reference_that_opens_and_a_speaker_who_closes_a_sentence_are_shown() {
    let shown = Options { confidence: SHOWN, ..Options::default() };
    let sentences = [
        "According to the Seafarers' Union, the crew had not been paid for two months.",
        "According to two officials, the deal is dead.",
        "According to the auditor, the council spent twice its budget.",
        "It could float, the mayor said.",
        "The factory will close, its manager, Lee Wong, said.",
    ];
    for sentence in sentences {
        let report = scan(sentence, &shown);
        assert_eq!(report.attributions.len(), 1, "{sentence}");
    }
}

#[test]
fn what_somebody_says_is_no_role() {
    let report = scan("According to Ana Ruiz, the dam is safe.", &Options::default());
    assert_eq!((report.ledger[0].name.as_str(), report.ledger[0].role.as_deref()), ("Ana Ruiz", None));
}

#[test]
fn who_is_somebody_after_all_speaks_and_who_is_nobody_does_not() {
    let n_sources = |text: &str| {
        let report = scan(text, &Options::default());
        report.attributions.iter().filter(|attribution| attribution.source.is_some()).count()
    };
    for somebody in [
        "No fewer than 40 residents told the inquiry the dust was worse.",
        "None other than the finance minister said the plan was late.",
        "No. 10 said the plan was late.",
    ] {
        assert_eq!(n_sources(somebody), 1, "{somebody}");
    }
    for nobody in [
        "None of the 40 residents told the inquiry the dust was worse.",
        "Its director had taken the money, it was alleged in court.",
    ] {
        assert_eq!(n_sources(nobody), 0, "{nobody}");
    }
}
