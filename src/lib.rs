//! Claimlight shows, in a news text, **who says what, and how sure they are**.
//!
//! ```
//! use claimlight::{Options, scan};
//!
//! let text = "Rents doubled in a year. “We may need help,” said Ana Ruiz, the mayor.";
//! let report = scan(text, &Options::default());
//! assert_eq!(report.ledger[0].name, "Ana Ruiz");
//! assert_eq!(report.hedges[0].span.of(text), "may");
//! assert_eq!(report.claims[0].support.name(), "none");
//! ```
//!
//! What there is, in the order the data goes through it:
//!
//! 1. [`article`]: an article, as text in blocks: made of a text, chosen from an HTML page, or stated in parts.
//! 2. [`Options`]: what a caller may ask; [`languages`]: what can be read.
//! 3. [`scan`] and [`scan_article`], which cannot fail; every [`Span`] counts UTF-8 bytes.
//! 4. [`report`]: all findings, as plain data: attributions, the ledger of who speaks, hedges, claims, provenance.
//! 5. [`scanning`]: the same in steps, for a page that must stay responsive and that changes.
#![cfg_attr(feature = "patterns", doc = "6. [`patterns`]: a newsroom's or reader's own, which add to a report.")]
#![cfg_attr(feature = "notation", doc = "7. [`notation`]: a text with a row of carets under it for each finding.")]
#![cfg_attr(
    any(feature = "json", feature = "web"),
    doc = "8. [`wire`]: the report in JSON's shape, in other programs' units."
)]
//!
//! Nothing else is promised: the stages that a scan goes through are public for the project's own tools alone.
#![cfg_attr(doctest, doc = include_str!("../README.md"))]

// The modules stand in the order the data goes through them; each uses only those above it. What is hidden is for the
// project's own tools (the command line, the trainer, the tests, the widget) and is no promise; what a caller needs of
// it is exported below or by a module that is shown. `tests/spec/face.rs` lists what is shown.
#[doc(hidden)]
pub mod span;
mod bare;
mod order;
#[doc(hidden)]
pub mod page;
pub mod article;
#[doc(hidden)]
pub mod options;
#[doc(hidden)]
pub mod lexicon;
#[doc(hidden)]
pub mod text;
#[doc(hidden)]
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
#[doc(hidden)]
pub mod web;

pub use article::Article;
pub use lexicon::languages;
pub use options::Options;
pub use report::Report;
pub use span::Span;

/// Scans a plain text, of which every line is a block; lines that were wrapped are one. Never fails: odd text gives fewer marks.
///
/// ```
/// use claimlight::{Options, report::SourceKind, scan};
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
