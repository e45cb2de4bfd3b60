//! A report as a page to read or print: the article with its marks, who speaks, how many of each, and why each mark
//! is there. One file that needs no other and no script.

mod marked;

use std::{
    hash::{DefaultHasher, Hash, Hasher},
    sync::LazyLock,
};

use claimlight::{
    Article, Report,
    article::{Block, BlockKind},
    notation::{Mark, marks},
};
use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::scanner::Scanned;

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

/// The part before the articles.
pub fn head() -> &'static str {
    static HEAD: LazyLock<String> = LazyLock::new(|| {
        let start = html! {
            h1 { "Who says what, and how sure they are" }
            p .quiet {
                "Underlined: " mark .content { "what is attributed" } ", with its " mark .source { "source" } " ("
                mark .source.unnamed { "of whom nobody is named" } ") and " mark .cue { "cue" } "; " mark .hedge { "caution" } "; " mark .hearsay { "hearsay" } ", reported by nobody named; "
                mark .unsourced { "a claim without a source" } " in the text. It describes language, not truth."
            }
        };
        let head = head_of("Claimlight").into_string();
        format!("{}<html lang=\"en\">{head}<body><main>{}\n", DOCTYPE.into_string(), start.into_string())
    });
    &HEAD
}

/// The part after the articles.
pub const FOOT: &str = "</main></body></html>\n";

/// An article with its marks, and what stands beside it.
pub fn article(scanned: &Scanned) -> String {
    let document = &scanned.document;
    let report = &scanned.report;
    let marks = marks(report);
    let anchor = anchor(&document.id);
    let markup = html! {
        section .document id=(anchor) {
            h2 { (document.id) }
            div .text lang=[document.article.language.as_deref()] {
                @if let Some(note) = scanned.note() { p .quiet { (note.what) } }
                (blocks(&document.article, &marks, &anchor))
            }
            div .beside { (counts(report)) (ledger(report, &anchor)) }
            (why(&document.article, &marks, &anchor))
        }
    };
    markup.into_string() + "\n"
}

/// A name for links to a document: its letters, and what tells it from others with the same.
fn anchor(id: &str) -> String {
    let letters: String = id.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '-' }).collect();
    let mut hasher = DefaultHasher::new();
    id.hash(&mut hasher);
    format!("{letters}-{:08x}", hasher.finish() as u32)
}

fn blocks(article: &Article, marks: &[Mark], anchor: &str) -> Markup {
    let mut marked = marked::Marked::new(&article.text, marks, anchor);
    let block = |block: &Block| {
        let words = marked.block(block.span);
        html! {
            @match block.kind {
                BlockKind::Heading => h4 { (words) },
                BlockKind::Quote => blockquote { p { (words) } },
                BlockKind::ListItem => p { "• " (words) },
                BlockKind::Caption | BlockKind::Byline => p .quiet { (words) },
                BlockKind::Paragraph | BlockKind::TableRow => p { (words) },
            }
        }
    };
    let blocks: Vec<Markup> = article.blocks.iter().map(block).collect();
    html! { @for block in &blocks { (block) } }
}

/// How many of each.
fn counts(report: &Report) -> Markup {
    let unsourced = report.claims.iter().filter(|claim| claim.support.name() == "none").count();
    let hearsay = report.hedges.iter().filter(|hedge| hedge.category.name() == "hearsay").count();
    let own = report.hedges.iter().filter(|hedge| hedge.voice.name() == "own").count();
    let rows = [
        ("words", report.n_words),
        ("sentences", report.sentences.len()),
        ("statements", report.attributions.len()),
        ("who speaks", report.ledger.len()),
        ("words of caution, the article's own", own),
        ("words of caution, its sources'", report.hedges.len() - own),
        ("of these hearsay", hearsay),
        ("claims", report.claims.len()),
        ("of these without a source", unsourced),
    ];
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
                            td { (entry.name) @if let Some(role) = &entry.role { br; span .quiet { (role) } } }
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
