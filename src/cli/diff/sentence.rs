//! The sentences of a version, each with what is said of it.

use claimlight::{Report, Span, wire::differences::Said};

use crate::cli::scanner::Scanned;

/// A sentence with what is said of it.
pub struct Sentence {
    /// Its words, with single blanks.
    pub words: String,
    /// What is said of it.
    pub findings: Vec<Said>,
}

/// The sentences of a version.
pub fn sentences_of(scanned: &Scanned) -> Vec<Sentence> {
    let Scanned { document, report, .. } = scanned;
    let text = &document.article.text;
    let words = |span: &Span| span.of(text).split_whitespace().collect::<Vec<_>>().join(" ");
    let sentence = |span: &Span| Sentence { words: words(span), findings: findings(report, text, *span) };
    report.sentences.iter().map(sentence).collect()
}

/// What is said of a sentence: who speaks in it, the words of caution, what its claims rest on.
fn findings(report: &Report, text: &str, sentence: Span) -> Vec<Said> {
    let is_here = |span: Span| span.start >= sentence.start && span.start < sentence.end;
    let attributions = report.attributions.iter().filter(|attribution| is_here(attribution.cue.span));
    let attributions = attributions.map(|attribution| {
        let entry = attribution.source.and_then(|source| report.ledger.get(source.ledger));
        let source_kind = entry.map_or("none", |entry| entry.kind.name());
        let source = entry.map(|entry| entry.name.clone());
        Said::Attribution { source, source_kind, loaded: attribution.cue.loaded }
    });
    let hedges = report.hedges.iter().filter(|hedge| is_here(hedge.span));
    let hedges =
        hedges.map(|hedge| Said::Hedge { words: hedge.span.of(text).to_owned(), category: hedge.category.name() });
    let claims = report.claims.iter().filter(|claim| is_here(claim.span));
    let claims = claims.map(|claim| Said::Claim { support: claim.support.name() });
    attributions.chain(hedges).chain(claims).collect()
}
