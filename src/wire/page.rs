//! What is to be said of the page a report is about.

use serde::Serialize;

use crate::{
    article::{Absence, Article},
    lexicon,
    options::Options,
};

/// What the report of a page says of the page.
///
/// ```
/// use claimlight::{Options, article::from_html, wire::{WirePage, reason}};
///
/// let paragraph = "<p>Die Brücke könnte im Juni schließen, sagte die Bürgermeisterin am Montag im Rathaus der Stadt.</p>";
/// let article = from_html(&format!("<html lang=de><article>{}</article>", paragraph.repeat(3)));
/// let page = WirePage {
///     reason: reason(&article, &Options::default()),
///     language: article.language.as_deref(),
///     foreign: article.n_foreign,
///     scanned: 1.0,
/// };
/// assert_eq!((page.reason, page.language), (Some("language"), Some("de")));
/// ```
#[derive(Serialize)]
pub struct WirePage<'a> {
    /// Why nothing is marked, if nothing could be.
    pub reason: Option<&'static str>,
    /// The language the page says it is in.
    pub language: Option<&'a str>,
    /// How many blocks are left out, being in another language than the article.
    pub foreign: usize,
    /// The share of the article that was scanned, from 0 to 1; the rest was too much to read at once.
    pub scanned: f64,
}

/// Why nothing of `article` can be marked: `no-text`, `no-article`, or `language` when there are no lists for its own.
///
/// ```
/// use claimlight::{Options, article::from_text, wire::reason};
///
/// assert_eq!(reason(&from_text("The bridge may close."), &Options::default()), None);
/// assert_eq!(reason(&from_text(""), &Options::default()), Some("no-text"));
/// ```
pub fn reason(article: &Article, options: &Options) -> Option<&'static str> {
    let language = article.language.as_deref().unwrap_or(&options.language);
    let unknown = lexicon::lexicon(language).is_none().then_some("language");
    let empty = article.blocks.is_empty().then_some(Absence::NoText.name());
    article.absence.map(Absence::name).or(unknown).or(empty)
}
