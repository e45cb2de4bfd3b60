//! Finds claims: sentences or clauses that assert something checkable in form, and what supports each.
//!
//! What a source says is its claim, clause by clause; what is left of a sentence without any attribution is the
//! article's own. A sentence that names a source is not taken apart: an unsourced claim has "no source in the sentence"
//! (DESIGN), and of "Rents doubled last year, and the mayor said she was worried" a reader may well take the mayor for
//! the source of both. Its rest is nobody's claim rather than one without a source. Who only wants or plans something
//! is no source of the rest.
//!
//! Opinions, definitions and service to the reader are no claims: what nobody can measure ("the worst plan ever"),
//! what a word means (`definitions`), what a ticket costs (`services`).

mod ranks;
mod services;
mod holdings;
mod definitions;
mod voices;
pub(crate) mod grounds;

use super::{attributions::Attribution, hedges::Hedge, ledger::LedgerEntry, passage::Passage, quantities::quantities};
use crate::{article::Article, order::sort_by_place, span::Span, text::sentences::Sentence};
use definitions::is_definition;
use grounds::{Ground, Grounds};
use holdings::{Held, holdings};
use voices::{Voice, is_own, voices};

/// What a claim rests on.
///
/// ```
/// use claimlight::{Options, report::Support, scan};
///
/// let text = "Rents doubled in a year. The contractor stole 4 million pounds, police said.";
/// let found: Vec<Support> = scan(text, &Options::default()).claims.iter().map(|claim| claim.support).collect();
/// assert_eq!(found, [Support::None, Support::Role]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Support {
    /// A named person or organisation.
    Named,
    /// Somebody identifiable by role.
    Role,
    /// A document.
    Document,
    /// Another outlet.
    Outlet,
    /// A hyperlink in it.
    Link,
    /// A source whose name is withheld.
    Anonymous,
    /// A vague group.
    Collective,
    /// Hearsay.
    Hearsay,
    /// The author's own caution.
    Hedged,
    /// Nothing: an unsourced claim.
    None,
}

impl Support {
    /// Its name in a report.
    ///
    /// ```
    /// assert_eq!(claimlight::report::Support::None.name(), "none");
    /// ```
    pub const fn name(self) -> &'static str {
        match self {
            Support::Named => "named",
            Support::Role => "role",
            Support::Document => "document",
            Support::Outlet => "outlet",
            Support::Link => "link",
            Support::Anonymous => "anonymous",
            Support::Collective => "collective",
            Support::Hearsay => "hearsay",
            Support::Hedged => "hedged",
            Support::None => "none",
        }
    }
}

/// What a reader could want a source for.
///
/// ```
/// use claimlight::{Options, report::Holding, scan};
///
/// let text = "Rents are higher than in Oslo. It was the worst flood on record in the valley. The council bribed two inspectors.";
/// let found: Vec<Holding> = scan(text, &Options::default()).claims.into_iter().flat_map(|claim| claim.holds).collect();
/// assert_eq!(found, [Holding::Comparison, Holding::Record, Holding::Accusation]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Holding {
    /// A figure or share.
    Figure,
    /// A comparison.
    Comparison,
    /// A record.
    Record,
    /// A trend.
    Trend,
    /// A cause or an effect.
    Cause,
    /// An accusation.
    Accusation,
    /// A motive.
    Motive,
    /// A poll or research result.
    Research,
}

impl Holding {
    /// Its name in a report.
    ///
    /// ```
    /// assert_eq!(claimlight::report::Holding::Research.name(), "research");
    /// ```
    pub const fn name(self) -> &'static str {
        match self {
            Holding::Figure => "figure",
            Holding::Comparison => "comparison",
            Holding::Record => "record",
            Holding::Trend => "trend",
            Holding::Cause => "cause",
            Holding::Accusation => "accusation",
            Holding::Motive => "motive",
            Holding::Research => "research",
        }
    }
}

/// A claim.
///
/// ```
/// use claimlight::{Options, report::Support, scan};
///
/// let text = "A survey found that 40 percent of pupils walk to school.";
/// let report = scan(text, &Options::default());
/// let claim = &report.claims[0];
/// assert_eq!((claim.span.of(text), claim.support), ("that 40 percent of pupils walk to school", Support::Document));
/// let said = &report.attributions[claim.attribution.expect("it is the survey's")];
/// assert!(said.content[0].contains(claim.span));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// The sentence or clause.
    pub span: Span,
    /// What it rests on.
    pub support: Support,
    /// The attribution it stands in, as an index into the report's.
    pub attribution: Option<usize>,
    /// What it holds that a reader could want a source for.
    pub holds: Vec<Holding>,
    /// Why it is marked, as a sentence for the reader.
    pub reason: String,
}

/// The claims of an article, in text order, and what supports each.
pub fn claims(
    passage: &Passage,
    article: &Article,
    attributions: &[Attribution],
    ledger: &[LedgerEntry],
    hedges: &[Hedge],
) -> Vec<Claim> {
    let quantities = quantities(passage);
    let voices = voices(passage, attributions);
    let mut grounds = Grounds::new(passage, article, attributions, ledger, hedges);
    let mut claims = Vec::new();
    for sentence in passage.sentences {
        let held = holdings(passage, &sentence.tokens, &quantities);
        grounds.enter(sentence, &voices[sentence.tokens.clone()], &held);
        let own = &voices[sentence.tokens.clone()];
        if is_own(own) {
            claims.extend(own_claim(passage, article, sentence, &held, &grounds));
            continue;
        }
        if counts_speakers(own, sentence, &held, attributions, passage) {
            let held: Vec<Held> = held.into_iter().filter(|held| voices[held.token] == Voice::Frame).collect();
            claims.extend(own_claim(passage, article, sentence, &held, &grounds));
            continue;
        }
        let attributed = attributed_claims(passage, sentence, &held, &voices, &grounds);
        if attributed.is_empty() && names_no_source(own, &grounds) {
            let held: Vec<Held> = held.into_iter().filter(|held| voices[held.token] == Voice::Own).collect();
            claims.extend(own_claim(passage, article, sentence, &held, &grounds));
        }
        claims.extend(attributed);
    }
    claims
}

/// Whether nothing that a sentence attributes makes somebody a source of what the rest of it says ("Ruiz, who won 57 percent,
/// hopes to run again").
fn names_no_source(voices: &[Voice], grounds: &Grounds) -> bool {
    voices.iter().all(|voice| match voice {
        Voice::Own | Voice::Frame => true,
        Voice::Of(attribution) => grounds.names_nobody(*attribution),
    }) && voices.iter().any(|voice| matches!(voice, Voice::Of(_)))
}

/// Whether those who speak in a sentence are a share of all ("52 percent of voters say that"): what they say is one
/// result of a count, and who counted is the question.
fn counts_speakers(
    voices: &[Voice],
    sentence: &Sentence,
    held: &[Held],
    attributions: &[Attribution],
    passage: &Passage,
) -> bool {
    let is_framed = |held: &&Held| held.is_share && voices[held.token - sentence.tokens.start] == Voice::Frame;
    let speaks = |share: usize| {
        let mut said = voices.chunk_by(|one, next| one == next).filter_map(|run| match run[0] {
            Voice::Of(attribution) => attributions[attribution].source,
            _ => None,
        });
        said.any(|source| passage.tokens_in(source.span).contains(&share))
    };
    held.iter().filter(is_framed).any(|share| speaks(share.token))
}

/// What a sentence asserts in the article's own voice.
fn own_claim(
    passage: &Passage,
    article: &Article,
    sentence: &Sentence,
    held: &[Held],
    grounds: &Grounds,
) -> Option<Claim> {
    let kind = article.blocks.get(sentence.block)?.kind;
    let is_empty = held.is_empty() || is_definition(passage, &sentence.tokens, held);
    if is_empty || !voices::states(passage, sentence, kind) {
        return None;
    }
    let asserted = held.iter().filter(|held| voices::asserts(passage, sentence, held));
    claim(passage, sentence.span, asserted.map(|held| held.holding).collect(), grounds.of_own(sentence))
}

/// What the sources of a sentence assert in it, a claim for each content.
fn attributed_claims(
    passage: &Passage,
    sentence: &Sentence,
    held: &[Held],
    voices: &[Voice],
    grounds: &Grounds,
) -> Vec<Claim> {
    let mut claims = Vec::new();
    let mut start = sentence.tokens.start;
    for run in voices[sentence.tokens.clone()].chunk_by(|one, next| one == next) {
        let tokens = start..start + run.len();
        start = tokens.end;
        let Voice::Of(attribution) = run[0] else { continue };
        let holds = held.iter().filter(|held| tokens.contains(&held.token)).map(|held| held.holding).collect();
        claims.extend(claim(passage, passage.span(tokens), holds, grounds.of_attribution(attribution)));
    }
    claims
}

fn claim(passage: &Passage, span: Span, mut holds: Vec<Holding>, ground: Ground) -> Option<Claim> {
    sort_by_place(&mut holds, |holding| (*holding as usize, 0));
    holds.dedup();
    let reason = reason(passage, *holds.first()?, ground);
    Some(Claim { span, support: ground.support, attribution: ground.attribution, holds, reason })
}

fn reason(passage: &Passage, holding: Holding, ground: Ground) -> String {
    let sentence = |name: String| passage.lexicon.sentence(&name);
    let held = sentence(format!("claim-{}", holding.name()));
    let support = if ground.is_unresolved { "unresolved" } else { ground.support.name() };
    format!("{held}, {}", sentence(format!("support-{support}")))
}
