//! An aggregator's page: what it retells of another outlet's report, in the author's own caution, and the comment form
//! after it. All that there is to show is shown, and nothing outside the article.

use claimlight::{Options, Report, article, find::provenance::ProvenanceKind, scan_article, span::Span};

/// Ten sentences of analysis over another outlet's report.
const PAGE: &str = "<!doctype html><html lang=en><title>Port of Aldwick could lose half its trade</title>\
<script type=application/ld+json>{\"author\": {\"name\": \"Jane Roe\"}}</script>\
<nav><p>Home</p><p>Critics say the menu is long</p></nav><main><article>\
<h1>Port of Aldwick could lose half its trade</h1>\
<p>The collapse of the northern crane might change the balance of power along the whole coast. Aldwick handles 40 \
percent of the island's grain, and its trade has fallen since the accident. A longer closure could potentially leave \
bakers without flour. Harbour Secretary Ana Ruiz has warned that the repairs may take until spring. The operator \
allegedly ignored two inspections.</p>\
<p>The crane appears older than its papers. The owner of a rival port allegedly paid a clerk for the accident report. \
That port may seize the moment, and it seems likely to cut its fees. The accident has already led to a shortage of \
animal feed in the villages. It might be years before the ships return.</p>\
<p>Original Source: www.aldwick-herald.com/crane</p></article>\
<section id=comments class=comments><h3>Leave a comment</h3><form><p>Your email may not be published, it is said.</p>\
<textarea></textarea></form><p>Tom said 90 percent of this could be wrong, allegedly.</p></section></main>\
<footer><p>Experts say all rights might be reserved.</p></footer></html>";

struct Read {
    text: String,
    report: Report,
}

fn read() -> Read {
    let article = article::from_html(PAGE);
    let report = scan_article(&article, &Options::default());
    Read { text: article.text, report }
}

impl Read {
    /// The words of the hedges of a category and voice.
    fn hedges(&self, category: &str, voice: &str) -> Vec<&str> {
        let fits =
            self.report.hedges.iter().filter(|hedge| hedge.category.name() == category && hedge.voice.name() == voice);
        fits.map(|hedge| hedge.span.of(&self.text)).collect()
    }
}

#[test]
fn its_one_named_source_is_shown_with_the_source_s_caution() {
    let read = read();
    let names: Vec<&str> = read.report.ledger.iter().map(|entry| entry.name.as_str()).collect();
    assert_eq!(names, ["Ana Ruiz"]);
    let cues: Vec<&str> =
        read.report.attributions.iter().map(|attribution| attribution.cue.span.of(&read.text)).collect();
    assert_eq!(cues, ["has warned"]);
    assert_eq!(read.hedges("possibility", "source"), ["may"]);
}

#[test]
fn its_hearsay_and_its_author_s_caution_are_shown() {
    let read = read();
    assert_eq!(read.hedges("hearsay", "own"), ["allegedly", "allegedly"]);
    assert_eq!(read.hedges("possibility", "own"), ["could", "might", "could potentially", "may", "might"]);
    assert_eq!(read.hedges("appearance", "own"), ["appears", "seems likely"]);
}

#[test]
fn its_unsourced_claims_are_shown() {
    let read = read();
    let bare = read.report.claims.iter().filter(|claim| claim.support.name() == "none");
    let bare: Vec<&str> = bare.map(|claim| claim.span.of(&read.text)).collect();
    assert_eq!(bare.len(), 2, "{bare:?}");
    assert!(bare[0].starts_with("Aldwick handles 40 percent"), "{bare:?}");
    assert!(bare[1].starts_with("The accident has already led to"), "{bare:?}");
}

#[test]
fn where_it_comes_from_is_shown() {
    let read = read();
    let [author, original] = &read.report.provenance[..] else { panic!("{:?}", read.report.provenance) };
    assert_eq!((author.kind, author.words.as_deref()), (ProvenanceKind::Byline, Some("Jane Roe")));
    assert!(author.span.is_empty());
    assert_eq!(
        (original.kind, original.href.as_deref()),
        (ProvenanceKind::OriginalSource, Some("www.aldwick-herald.com/crane"))
    );
}

#[test]
fn nothing_outside_the_article_is_shown() {
    let Read { text, report } = read();
    for outside in ["Critics say", "email", "Tom said", "Experts say"] {
        assert!(!text.contains(outside), "{outside} is read");
    }
    let spans = report.hedges.iter().map(|hedge| hedge.span).chain(report.claims.iter().map(|claim| claim.span));
    let whole = Span::new(0, text.len());
    assert!(spans.into_iter().all(|span| whole.contains(span)));
}
