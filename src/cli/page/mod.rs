//! A report as a page to read or print: the article with its marks, who speaks, how many of each, and why each mark
//! is there. One file that needs no other and no script.

mod marked;

use claimlight::{
    Article, Report,
    article::{Block, BlockKind},
    find::{
        hedges::{HedgeCategory, Voice},
        ledger::LedgerEntry,
    },
    notation::{Mark, marks},
};
use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::{document::Document, passed::key, scanner::Scanned};

/// The style sheet of all pages.
pub const STYLE: &str = include_str!("page.css");

/// The pages need nothing from anywhere, and may not ask for it: whatever an article's text tries.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/// What every page begins with.
pub fn head_of(title: &str) -> Markup {
    html! {
        meta charset="utf-8";
        meta http-equiv="Content-Security-Policy" content=(POLICY);
        meta name="viewport" content="width=device-width, initial-scale=1";
        meta name="generator" content="claimlight";
        title { (title) }
        style { (PreEscaped(STYLE)) }
    }
}

/// A page, or a part of one, as it is written. NUL, which no page may hold (HTML §13.1), is shown as what is no letter.
pub fn written(markup: Markup) -> String {
    let page = markup.into_string();
    if page.contains('\0') { page.replace('\0', "\u{fffd}") } else { page }
}

/// What a page of several articles is called.
pub const TITLE: &str = "Who says what, and how sure they are";

/// The part before the articles.
pub fn head(title: &str) -> String {
    let start = html! {
        h1 { (TITLE) }
        p .quiet {
            "Underlined: " mark .content { "what is attributed" } ", with its " mark .source { "source" } " ("
            mark .source.unnamed { "of whom nobody is named" } ") and " mark .cue { "cue" } "; " mark .hedge { "caution" } "; " mark .hearsay { "hearsay" } ", reported by nobody named; "
            mark .unsourced { "a claim without a source" } " in the text. It describes language, not truth."
        }
    };
    let head = written(head_of(title));
    format!("{}<html lang=\"en\">{head}<body><main>{}\n", DOCTYPE.into_string(), start.into_string())
}

/// What an article is called: its headline, else its name.
pub fn title(document: &Document) -> String {
    headline(document).map_or(&*document.id, |block| block.span.of(&document.article.text)).to_owned()
}

/// The headline of an article, if it begins with one.
fn headline(document: &Document) -> Option<&Block> {
    let above = document.article.blocks.iter().take(document.article.n_above.max(1));
    above.into_iter().find(|block| block.kind == BlockKind::Heading)
}

/// The part after the articles.
pub const FOOT: &str = "</main></body></html>\n";

/// An article with its marks, and what stands beside it.
pub fn article(scanned: &Scanned) -> String {
    let document = &scanned.document;
    let report = &scanned.report;
    let marks = marks(report);
    let anchor = anchor(document);
    let (headline, text) = blocks(document, &marks, &anchor);
    let markup = html! {
        section .document id=(anchor) {
            @match &headline {
                Some(headline) => h2 lang=[document.article.language.as_deref()] { (headline) },
                None => h2 { (document.id) },
            }
            @if title(document) != document.id { p .quiet { (document.id) } }
            div .text lang=[document.article.language.as_deref()] {
                @if let Some(note) = scanned.note() { p .quiet { (note.what) } }
                (text)
            }
            div .beside { (counts(report)) (ledger(report, &anchor)) }
            (why(&document.article, &marks, &anchor))
        }
    };
    written(markup) + "\n"
}

/// A name for links to a document: its letters, and what tells it from others, also from those with the same name.
fn anchor(document: &Document) -> String {
    let Document { id, place, input, .. } = document;
    let letters: String = id.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '-' }).collect();
    format!("{letters}-{:016x}", key((id, place, input)))
}

/// The words of an article's headline, if it has one, and its other blocks.
fn blocks(document: &Document, marks: &[Mark], anchor: &str) -> (Option<Markup>, Markup) {
    let article = &document.article;
    let mut marked = marked::Marked::new(&article.text, marks, anchor);
    let (mut headline, mut others) = (None, Vec::new());
    for block in &article.blocks {
        let words = marked.block(block.span);
        match self::headline(document) {
            Some(own) if own == block => headline = Some(words),
            _ => others.push(of_kind(block.kind, &words)),
        }
    }
    (headline, html! { @for block in &others { (block) } })
}

fn of_kind(kind: BlockKind, words: &Markup) -> Markup {
    html! {
        @match kind {
            BlockKind::Heading => h4 { (words) },
            BlockKind::Quote => blockquote { p { (words) } },
            BlockKind::ListItem => p { "• " (words) },
            BlockKind::Caption | BlockKind::Byline => p .quiet { (words) },
            BlockKind::Paragraph | BlockKind::TableRow => p { (words) },
        }
    }
}

/// How many of each.
fn counts(report: &Report) -> Markup {
    let unsourced = report.claims.iter().filter(|claim| claim.support.name() == "none").count();
    let hedges = |voice: Voice| report.hedges.iter().filter(move |hedge| hedge.voice == voice);
    let hearsay = |voice| hedges(voice).filter(|hedge| hedge.category == HedgeCategory::Hearsay).count();
    let mut rows = vec![
        ("words", report.n_words),
        ("sentences", report.sentences.len()),
        ("statements", report.attributions.len()),
        ("sources that speak", report.ledger.len()),
        ("words of caution, the article's own", hedges(Voice::Own).count()),
        ("of these hearsay", hearsay(Voice::Own)),
        ("words of caution, its sources'", hedges(Voice::Source).count()),
    ];
    // What a source passes on is mostly counted as its caution.
    rows.extend(Some(("of these hearsay", hearsay(Voice::Source))).filter(|(_, count)| *count > 0));
    rows.extend([("claims", report.claims.len()), ("claims without a source", unsourced)]);
    html! {
        h3 { "Counts" }
        table { tbody { @for (what, count) in rows { tr { td .number { (count) } th scope="row" { (what) } } } } }
    }
}

/// Who speaks, with a link to each statement.
fn ledger(report: &Report, anchor: &str) -> Markup {
    let cue = |index: &usize| report.attributions.get(*index).map(|attribution| attribution.cue.span.start);
    html! {
        h3 { "Who speaks" }
        @if report.ledger.is_empty() { p .quiet { "Nobody." } } @else {
            table {
                thead { tr { th { "source" } th { "kind" } th { "statements" } } }
                tbody {
                    @for entry in &report.ledger {
                        tr {
                            td { (entry.name) @if let Some(role) = role(entry) { br; span .quiet { (role) } } }
                            td { (entry.kind.name()) }
                            td { @for (number, start) in entry.attributions.iter().filter_map(cue).enumerate() {
                                a href=(format!("#{anchor}-{start}")) { (number + 1) } " "
                            } }
                        }
                    }
                }
            }
        }
    }
}

/// The role of a source, if its name does not say it.
fn role(entry: &LedgerEntry) -> Option<&str> {
    let name = entry.name.to_lowercase();
    entry.role.as_deref().filter(|role| !name.contains(&role.to_lowercase()))
}

/// Why each mark is there.
fn why(article: &Article, marks: &[Mark], anchor: &str) -> Markup {
    let reasoned = || marks.iter().filter(|mark| !mark.reason.is_empty());
    html! {
        div .why {
            h3 { "Why each is marked" }
            @if reasoned().next().is_none() { p .quiet { "Nothing is marked." } } @else {
                table {
                    thead { tr { th { "words" } th { "marked as" } th { "because" } } }
                    tbody { @for mark in reasoned() { tr {
                        td { a href=(format!("#{anchor}-{}", mark.span.start)) { (mark.span.of(&article.text)) } }
                        td { (mark.label) }
                        td { (mark.reason) }
                    } } }
                }
            }
        }
    }
}
