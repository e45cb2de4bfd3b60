//! Finds provenance: what an article says of where it comes from. Most of it stands in a line of its own or opens one;
//! the same words within running text ("the source: a former clerk") say nothing of the article.

mod datelines;
mod lines;

use std::ops::Range;

use super::passage::Passage;
use crate::{
    article::{Article, Origin, OriginKind},
    order::sort_by_place,
    span::Span,
    text::{sentences::Sentence, tokens::TokenKind},
};

/// What kind of statement it is.
///
/// ```
/// use claimlight::{Options, report::ProvenanceKind, scan};
///
/// let text = "By Jane Roe\n\nThe bridge is shut.\n\nThis article was updated on 4 May.";
/// let found: Vec<ProvenanceKind> = scan(text, &Options::default()).provenance.iter().map(|statement| statement.kind).collect();
/// assert_eq!(found, [ProvenanceKind::Byline, ProvenanceKind::Update]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ProvenanceKind {
    /// The work it retells: "Original Source: …".
    OriginalSource,
    /// Who had it first: "first reported by …".
    FirstReported,
    /// An agency whose words it has: "(Reuters)", "The Associated Press contributed to this report"
    WireCredit,
    /// Who wrote it: "By Jane Roe".
    Byline,
    /// Where and when it was written: "GENEVA, 3 May —".
    Dateline,
    /// What was changed after it was published: "This article was updated", "Correction: …"
    Update,
    /// A work that the page says for machines it refers to.
    Citation,
}

impl ProvenanceKind {
    /// Its name in a report.
    ///
    /// ```
    /// assert_eq!(claimlight::report::ProvenanceKind::WireCredit.name(), "wire-credit");
    /// ```
    pub const fn name(self) -> &'static str {
        match self {
            ProvenanceKind::OriginalSource => "original-source",
            ProvenanceKind::FirstReported => "first-reported",
            ProvenanceKind::WireCredit => "wire-credit",
            ProvenanceKind::Byline => "byline",
            ProvenanceKind::Dateline => "dateline",
            ProvenanceKind::Update => "update",
            ProvenanceKind::Citation => "citation",
        }
    }
}

/// A statement of provenance.
///
/// ```
/// use claimlight::{Options, scan};
///
/// let text = "The crane fell.\n\nOriginal Source: www.aldwick-herald.com/crane";
/// let statement = scan(text, &Options::default()).provenance.remove(0);
/// assert!(statement.span.of(text).starts_with("Original Source"));
/// assert_eq!(statement.href.as_deref(), Some("www.aldwick-herald.com/crane"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Provenance {
    /// Its words; empty at the article's start where the page says it for machines alone.
    pub span: Span,
    /// What kind of statement it is.
    pub kind: ProvenanceKind,
    /// The address it links to or spells out.
    pub href: Option<String>,
    /// What the page says for machines, where no words of the text say it.
    pub words: Option<String>,
}

/// Among how many of the first blocks a dateline stands: after headline, standfirst, byline and date.
const N_OPENING: usize = 6;

/// What an article says of where it comes from, in text order.
pub fn provenance(passage: &Passage, article: &Article) -> Vec<Provenance> {
    let mut found = Vec::new();
    for block in passage.sentences.chunk_by(|one, next| one.block == next.block) {
        let tokens = block[0].tokens.start..block[block.len() - 1].tokens.end;
        let Some(kind) = article.blocks.get(block[0].block).map(|block| block.kind) else { continue };
        found.extend(dateline(passage, block).map(|tokens| (tokens, ProvenanceKind::Dateline)));
        found.extend(datelines::agency(passage, &tokens).map(|tokens| (tokens, ProvenanceKind::WireCredit)));
        let byline = lines::byline(passage, &tokens, kind).map(|tokens| (tokens, ProvenanceKind::Byline));
        let is_byline = byline.is_some();
        found.extend(byline);
        let sentences = block.iter().filter(|_| !is_byline);
        found.extend(sentences.filter_map(|sentence| lines::statement(passage, &tokens, &sentence.tokens)));
    }
    let statement = |(tokens, kind): (Range<usize>, ProvenanceKind)| Provenance {
        span: passage.span(tokens.clone()),
        kind,
        href: href(passage, article, tokens),
        words: None,
    };
    let mut said: Vec<Provenance> = found.into_iter().map(statement).collect();
    // Of a block the agency comes first, wherever in it a correction names one.
    sort_by_place(&mut said, |said| (said.span.start, said.span.end));
    let of_page = article.origins.iter().filter(|origin| !said.iter().any(|said| says(passage, said, origin)));
    let of_page: Vec<Provenance> = of_page.map(of_machines).collect();
    of_page.into_iter().chain(said).collect()
}

/// The dateline that opens a block, given by its sentences.
pub fn dateline(passage: &Passage, block: &[Sentence]) -> Option<Range<usize>> {
    let (first, last) = (block.first()?, block.last()?);
    let tokens = first.tokens.start..last.tokens.end;
    if first.block < N_OPENING { datelines::dateline(passage, &tokens) } else { None }
}

/// Whether words of the text say the same.
fn says(passage: &Passage, said: &Provenance, origin: &Origin) -> bool {
    said.kind == kind(origin.kind)
        && (said.span.of(passage.text).contains(&origin.words) || said.href.as_deref() == Some(&origin.words))
}

/// What the page says for machines stands before the text.
fn of_machines(origin: &Origin) -> Provenance {
    let href = origin.words.contains("://").then(|| origin.words.clone());
    Provenance { span: Span::default(), kind: kind(origin.kind), href, words: Some(origin.words.clone()) }
}

fn kind(origin: OriginKind) -> ProvenanceKind {
    match origin {
        OriginKind::Author => ProvenanceKind::Byline,
        OriginKind::BasedOn => ProvenanceKind::OriginalSource,
        OriginKind::Citation => ProvenanceKind::Citation,
    }
}

/// The address that the words link to, or else spell out.
fn href(passage: &Passage, article: &Article, tokens: Range<usize>) -> Option<String> {
    let span = passage.span(tokens.clone());
    let next = article.links.partition_point(|link| link.span.end <= span.start);
    let link = article.links.get(next).filter(|link| link.span.overlaps(span));
    let spelt = || tokens.clone().find(|index| passage.tokens[*index].kind == TokenKind::Address);
    link.map(|link| link.href.clone()).or_else(|| spelt().map(|index| passage.word(index).to_owned()))
}
