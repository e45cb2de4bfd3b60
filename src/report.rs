//! The report: everything found in one article, as plain data.

use crate::{
    article::Article,
    find::{attributions::Attribution, claims::Claim, hedges::Hedge, ledger::LedgerEntry, provenance::Provenance},
    options::Options,
    span::Span,
};

/// Everything found in one article. All spans are bytes of the article's text, all lists in text order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// The language whose word lists were used; empty where there are none for the article's.
    pub language: String,
    /// The sentences.
    pub sentences: Vec<Span>,
    /// How many words the article has; numbers count, punctuation does not.
    pub n_words: usize,
    /// Who says what.
    pub attributions: Vec<Attribution>,
    /// Who speaks, with every mention.
    pub ledger: Vec<LedgerEntry>,
    /// The words of caution, and whose they are.
    pub hedges: Vec<Hedge>,
    /// The claims, and what supports each.
    pub claims: Vec<Claim>,
    /// What the article says of where it comes from.
    pub provenance: Vec<Provenance>,
}

/// Scans `article`, each stage after those it needs.
pub fn report(article: &Article, options: &Options) -> Report {
    let _ = (article, options);
    Report::default()
}
