//! What holds of every input, whatever it is; each function takes one and panics where it does not hold. libFuzzer
//! (`make fuzz`) and the specification's tests (`tests/spec/fuzz.rs`) call the same.

use claimlight::{
    Article, Options, Report, Span, article,
    find::attributions::Attribution,
    notation::{self, Layer},
    patterns, scan_article,
    scanning::Scanning,
    wire::{self, Offsets, Unit},
};

/// In an input of `rules` the text begins after this line.
pub const RULES_END: &str = "\n=====\n";

/// A plain text: every mark stands on characters of it, lists are in order, the report is JSON, and conditionals add
/// hedges and nothing else.
pub fn scan(text: &str) {
    let report = claimlight::scan(text, &Options::default());
    assert_holds(text, &report);
    let with_conditionals = claimlight::scan(text, &Options { conditionals: true, ..Options::default() });
    assert_holds(text, &with_conditionals);
    assert!(with_conditionals.hedges.len() >= report.hedges.len(), "conditionals add hedges");
    assert_eq!(with_conditionals.attributions, report.attributions);
}

/// The same in steps, as a page is scanned.
pub fn in_steps(article: &Article) {
    let mut scanning = Scanning::new(Options::default());
    scanning.read(article);
    while !scanning.is_done() {
        scanning.step();
    }
    assert_holds(&article.text, scanning.report());
}

/// An article from a plain text: its blocks lie in the text, in order, and a scan of it in steps holds too.
pub fn article(text: &str) {
    let article = article::from_text(text);
    assert_eq!(article.text, text);
    assert_blocks(&article);
    in_steps(&article);
}

/// A page: what is chosen of it is text in blocks, and can be scanned.
pub fn html(html: &str) {
    let article = article::from_html(html);
    assert_blocks(&article);
    let report = scan_article(&article, &Options::default());
    assert_holds(&article.text, &report);
    wire_holds(&article, &report);
}

/// What the notation reads it writes, and reads again.
pub fn notation(text: &str) {
    let paragraphs = notation::read(text);
    let sentences = notation::text(&paragraphs);
    let article = article::from_text(&sentences);
    let report = scan_article(&article, &Options::default());
    for width in [40, usize::MAX] {
        let written = notation::write(&article, &report, &Layer::ALL, width);
        let shown = notation::paragraphs(&article, &report, &Layer::ALL, width);
        assert_eq!(notation::read(&written), shown, "{written}");
    }
}

/// A file of rules is read or its problems are named; what it adds stands in the text.
pub fn rules(input: &str) {
    let (rules, text) = input.split_once(RULES_END).unwrap_or((input, input));
    match patterns::read("rules.txt", rules) {
        Err(problems) => {
            assert!(!problems.is_empty());
            assert!(problems.iter().all(|problem| !problem.to_string().is_empty()));
        }
        Ok(patterns) => {
            let article = article::from_text(text);
            let mut report = scan_article(&article, &Options::default());
            patterns.apply(&article, &mut report);
            assert_holds(text, &report);
        }
    }
}

fn assert_blocks(article: &Article) {
    assert!(article.blocks.iter().all(|block| article.text.get(block.span.start..block.span.end).is_some()));
    assert!(is_sorted(article.blocks.iter().map(|block| block.span.start)), "{:?}", article.blocks);
}

fn assert_holds(text: &str, report: &Report) {
    for (what, span) in spans(report) {
        assert!(text.get(span.start..span.end).is_some_and(|words| !words.is_empty()), "{what} {span:?}");
    }
    assert!(lists_are_sorted(report), "{report:?}");
    assert!(indices_hold(report), "{report:?}");
}

fn wire_holds(article: &Article, report: &Report) {
    let line = wire::report("fuzz", article, report, Unit::Utf16).to_json_line();
    let value: serde_json::Value = serde_json::from_str(&line).expect("the report is JSON");
    assert_eq!(value["text"], article.text.as_str());
    let offsets = Offsets::new(&article.text, Unit::Utf16);
    assert!(spans(report).iter().all(|(_, span)| offsets.byte(offsets.of(span.start)) == span.start));
}

/// Every span of a report, with what it is.
pub fn spans(report: &Report) -> Vec<(&'static str, Span)> {
    let attributions = report.attributions.iter().flat_map(|attribution| {
        let source = attribution.source.map(|source| ("source", source.span));
        let content = attribution.content.iter().map(|span| ("content", *span));
        content.chain(source).chain([("cue", attribution.cue.span)]).collect::<Vec<_>>()
    });
    let mentions = report.ledger.iter().flat_map(|entry| entry.mentions.iter().map(|span| ("mention", *span)));
    let sentences = report.sentences.iter().map(|span| ("sentence", *span));
    let hedges = report.hedges.iter().map(|hedge| ("hedge", hedge.span));
    let claims = report.claims.iter().map(|claim| ("claim", claim.span));
    let provenance = report.provenance.iter().map(|provenance| ("provenance", provenance.span));
    attributions.chain(mentions).chain(sentences).chain(hedges).chain(claims).chain(provenance).collect()
}

/// Where the source of an attribution stands.
fn said_by(report: &Report, attribution: usize) -> usize {
    report.attributions[attribution].source.expect("whoever is in the ledger speaks").span.start
}

fn is_sorted<T: PartialOrd>(starts: impl Iterator<Item = T> + Clone) -> bool {
    starts.clone().zip(starts.skip(1)).all(|(one, next)| one <= next)
}

/// Where an attribution begins: with its content, its source or its cue.
fn start_of(attribution: &Attribution) -> usize {
    let source = attribution.source.map(|source| source.span.start);
    let content = attribution.content.first().map(|span| span.start);
    source.into_iter().chain(content).fold(attribution.cue.span.start, usize::min)
}

/// Whether all lists of a report are in text order.
pub fn lists_are_sorted(report: &Report) -> bool {
    is_sorted(report.attributions.iter().map(start_of))
        && is_sorted(
            report.ledger.iter().map(|entry| entry.attributions.iter().map(|index| said_by(report, *index)).min()),
        )
        && is_sorted(report.sentences.iter().map(|span| span.start))
        && is_sorted(report.hedges.iter().map(|hedge| hedge.span.start))
        && is_sorted(report.claims.iter().map(|claim| claim.span.start))
        && is_sorted(report.provenance.iter().map(|provenance| provenance.span.start))
        && report.attributions.iter().all(|attribution| is_sorted(attribution.content.iter().map(|span| span.start)))
        && report.ledger.iter().all(|entry| is_sorted(entry.mentions.iter().map(|span| span.start)))
}

/// Whether every index of a report points at something.
pub fn indices_hold(report: &Report) -> bool {
    let mut ledger =
        report.attributions.iter().filter_map(|attribution| attribution.source).map(|source| source.ledger);
    let from_ledger = report.ledger.iter().flat_map(|entry| &entry.attributions).copied();
    let mut attributions = report.claims.iter().filter_map(|claim| claim.attribution).chain(from_ledger);
    attributions.all(|index| index < report.attributions.len()) && ledger.all(|index| index < report.ledger.len())
}
