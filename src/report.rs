//! The report: everything found in one article, as plain data.
//!
//! What a desk counts is a line of code each:
//!
//! ```
//! use claimlight::{Options, report::{HedgeCategory, SourceKind, Support}, scan};
//!
//! let text = "Rents doubled in a year. The contractor allegedly knew. “No,” said Ana Ruiz.";
//! let report = scan(text, &Options::default());
//! let named = report.ledger.iter().filter(|entry| entry.kind == SourceKind::Named).count();
//! let unsourced = report.claims.iter().filter(|claim| claim.support == Support::None).count();
//! assert_eq!((named, unsourced), (1, 1));
//! assert!(report.hedges.iter().any(|hedge| hedge.category == HedgeCategory::Hearsay));
//! ```

use crate::{
    article::Article,
    find::{
        attributions::attributions, claims::claims, hedges::hedges, ledger::ledger, passage::Passage,
        provenance::provenance,
    },
    lexicon::lexicon,
    options::Options,
    span::Span,
    text::{quotations::quotations, sentences::sentences, tokens::tokens},
};

pub use crate::find::{
    attributions::{Attribution, Directness},
    claims::{Claim, Holding, Support},
    confidence::SHOWN,
    cues::{Cue, CueType},
    hedges::{Hedge, HedgeCategory, Level, Voice},
    ledger::LedgerEntry,
    provenance::{Provenance, ProvenanceKind},
    sources::{Source, SourceKind},
};

/// Everything found in one article. All spans are bytes of the article's text, all lists in text order.
///
/// ```
/// use claimlight::{Options, report::{SourceKind, Support, Voice}, scan};
///
/// let text = "Repairs cost 4.1 million pounds last year. “We may need more,” said Ana Ruiz, the mayor.";
/// let report = scan(text, &Options::default());
/// assert_eq!((report.sentences.len(), report.n_words), (2, 16));
/// // The ledger has each source once; whoever speaks leads to it.
/// let source = report.attributions[0].source.expect("somebody is named");
/// let entry = &report.ledger[source.ledger];
/// assert_eq!((entry.name.as_str(), entry.kind, &entry.attributions[..]), ("Ana Ruiz", SourceKind::Named, &[0][..]));
/// let hedge = &report.hedges[0];
/// assert_eq!((hedge.span.of(text), hedge.voice), ("may", Voice::Source));
/// let claim = &report.claims[0];
/// assert_eq!(claim.support, Support::None);
/// assert_eq!(claim.span.of(text), "Repairs cost 4.1 million pounds last year.");
/// assert!(report.provenance.is_empty());
/// ```
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
pub(crate) fn report(article: &Article, options: &Options) -> Report {
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
    drop_credits(&mut attributions, &provenance);
    let ledger = ledger(&passage, &mut attributions);
    let hedges = hedges(&passage, &attributions, options);
    let mut claims = claims(&passage, article, &attributions, &ledger, &hedges);
    drop_updates(&mut claims, &provenance);
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

/// Drops lines that credit the article's own source: "Original Source: …" says nothing of anything.
pub(crate) fn drop_credits(attributions: &mut Vec<Attribution>, provenance: &[Provenance]) {
    attributions.retain(|attribution| !is_within(attribution.cue.span, ProvenanceKind::OriginalSource, provenance));
}

/// Drops lines that say how the article was changed: they are about the article, and no claims of it.
pub(crate) fn drop_updates(claims: &mut Vec<Claim>, provenance: &[Provenance]) {
    claims.retain(|claim| !is_within(claim.span, ProvenanceKind::Update, provenance));
}

fn is_within(span: Span, kind: ProvenanceKind, provenance: &[Provenance]) -> bool {
    provenance.iter().any(|statement| statement.kind == kind && statement.span.overlaps(span))
}
