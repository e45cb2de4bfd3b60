//! The report: everything found in one article, as plain data.

use crate::{
    article::Article,
    find::{
        attributions::{Attribution, attributions},
        claims::{Claim, claims},
        hedges::{Hedge, hedges},
        ledger::{LedgerEntry, ledger},
        passage::Passage,
        provenance::{Provenance, ProvenanceKind, provenance},
    },
    lexicon::lexicon,
    options::Options,
    span::Span,
    text::{quotations::quotations, sentences::sentences, tokens::tokens},
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

/// Scans `article`, each stage after those it needs. A language without word lists gives an empty report.
pub fn report(article: &Article, options: &Options) -> Report {
    let language = article.language.as_deref().unwrap_or(&options.language);
    let Some(lexicon) = lexicon(language) else { return Report::default() };
    let text = article.text.as_str();
    let tokens = tokens(text, lexicon);
    let sentences = sentences(text, &article.blocks, &tokens);
    let quotations = quotations(text, &sentences, &tokens);
    let passage = Passage::new(text, &tokens, &sentences, &quotations, lexicon);
    let mut attributions = attributions(&passage);
    attributions.retain(|attribution| attribution.confidence >= options.confidence);
    let provenance = provenance(&passage, article);
    attributions.retain(|attribution| !is_credit(attribution, &provenance));
    let ledger = ledger(&passage, &mut attributions);
    let hedges = hedges(&passage, &attributions, options);
    let mut claims = claims(&passage, article, &attributions, &ledger, &hedges);
    claims.retain(|claim| !is_update(claim, &provenance));
    Report {
        language: lexicon.language.to_owned(),
        sentences: sentences.iter().map(|sentence| sentence.span).collect(),
        n_words: tokens.iter().filter(|token| token.is_word()).count(),
        attributions,
        ledger,
        hedges,
        claims,
        provenance,
    }
}

/// Whether a claim is a line that says how the article was changed, which is about the article.
fn is_update(claim: &Claim, provenance: &[Provenance]) -> bool {
    let updates = provenance.iter().filter(|statement| statement.kind == ProvenanceKind::Update);
    updates.into_iter().any(|statement| statement.span.overlaps(claim.span))
}

/// Whether an attribution is a line that credits the article's own source: "Original Source: …" says nothing of anything.
fn is_credit(attribution: &Attribution, provenance: &[Provenance]) -> bool {
    let credits = provenance.iter().filter(|statement| statement.kind == ProvenanceKind::OriginalSource);
    credits.into_iter().any(|statement| statement.span.contains(attribution.cue.span))
}
