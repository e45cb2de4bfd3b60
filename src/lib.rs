//! Claimlight shows, in a news text, **who says what, and how sure they are**.
//!
//! The modules in the order the data goes through them; each uses only those above it:
//!
//! 1. [`span`]: a stretch of text.
//! 2. [`page`]: what a page says, block by block, read from an HTML file or a browser.
//! 3. [`article`]: an article, as text in blocks, chosen from a page.
//! 4. [`options`]: what a caller may ask.
//! 5. [`lexicon`]: the word lists of a language.
//! 6. [`text`]: tokens, sentences, quotations.
//! 7. [`find`]: attributions, hedges, claims, provenance.
//! 8. [`report`]: all findings, as plain data.
//! 9. [`scanning`]: the same in steps, for a page that must stay responsive and that changes.
#![cfg_attr(feature = "patterns", doc = "   A newsroom's or reader's own [`patterns`] add to it.")]
#![cfg_attr(feature = "notation", doc = "   A text with a caret row for each is the [`notation`].")]
#![cfg_attr(any(feature = "json", feature = "web"), doc = "10. [`wire`]: the report in JSON's shape.")]
#![cfg_attr(feature = "web", doc = "11. [`web`]: what a script in a browser calls.")]
#![cfg_attr(doctest, doc = include_str!("../README.md"))]

pub mod span;
mod order;
pub mod page;
pub mod article;
pub mod options;
pub mod lexicon;
pub mod text;
pub mod find;
pub mod report;
pub mod scanning;
#[cfg(feature = "patterns")]
pub mod patterns;
#[cfg(feature = "notation")]
pub mod notation;
#[cfg(any(feature = "json", feature = "web"))]
pub mod wire;
#[cfg(feature = "web")]
pub mod web;

pub use article::Article;
pub use options::Options;
pub use report::Report;
pub use span::Span;

/// Scans a plain text, of which every line is a block; lines that were wrapped are one. Never fails: odd text gives fewer marks.
///
/// ```
/// use claimlight::{Options, find::sources::SourceKind, scan};
///
/// let text = "The bridge may close in June, the mayor said.";
/// let report = scan(text, &Options::default());
/// let said = &report.attributions[0];
/// assert_eq!(said.content[0].of(text), "The bridge may close in June");
/// assert_eq!(said.cue.span.of(text), "said");
/// assert_eq!(said.source.map(|source| source.kind), Some(SourceKind::Role));
/// ```
pub fn scan(text: &str, options: &Options) -> Report {
    scan_article(&article::from_text(text), options)
}

/// Scans an article with what its page knows of blocks and links; spans count bytes of `article.text`.
///
/// ```
/// use claimlight::{Article, Options, article, scan_article};
///
/// // The language a page says it is in decides: there are no word lists of German.
/// let german = Article { language: Some("de".to_owned()), ..article::from_text("Er sagte, die Brücke werde schließen.") };
/// assert!(scan_article(&german, &Options::default()).attributions.is_empty());
/// ```
pub fn scan_article(article: &Article, options: &Options) -> Report {
    report::report(article, options)
}
