//! Joins the reports of chapters to that of the article they are parts of.

use crate::{
    find::{
        attributions::Attribution, claims::Claim, ledger::LedgerEntry, provenance::ProvenanceKind, sources::SourceKind,
    },
    lexicon::{Class, Lexicon},
    report::Report,
    span::Span,
    text::tokens::tokens,
};

/// Adds the report of a chapter that begins at byte `start` to that of what stands before it.
pub fn join(whole: &mut Report, start: usize, chapter: &Report, lexicon: &Lexicon) {
    let moved = |span: Span| Span::new(span.start + start, span.end + start);
    let n_before = whole.attributions.len();
    let entries = join_ledger(&mut whole.ledger, &chapter.ledger, n_before, moved, lexicon);
    whole.language.clone_from(&chapter.language);
    whole.n_words += chapter.n_words;
    whole.sentences.extend(chapter.sentences.iter().map(|sentence| moved(*sentence)));
    let attributions = chapter.attributions.iter().cloned();
    whole.attributions.extend(attributions.map(|attribution| attribution_moved(attribution, &entries, moved)));
    let hedges = chapter.hedges.iter().cloned();
    whole.hedges.extend(hedges.map(|mut hedge| {
        hedge.span = moved(hedge.span);
        hedge
    }));
    let claims = chapter.claims.iter().cloned();
    whole.claims.extend(claims.map(|claim| Claim {
        span: moved(claim.span),
        attribution: claim.attribution.map(|attribution| attribution + n_before),
        ..claim
    }));
    // A dateline opens an article, no later chapter of it.
    let is_own = |kind: ProvenanceKind| start == 0 || kind != ProvenanceKind::Dateline;
    let provenance = chapter.provenance.iter().filter(|provenance| is_own(provenance.kind)).cloned();
    whole.provenance.extend(provenance.map(|mut provenance| {
        provenance.span = moved(provenance.span);
        provenance
    }));
}

fn attribution_moved(attribution: Attribution, entries: &[usize], moved: impl Fn(Span) -> Span) -> Attribution {
    let mut attribution = attribution;
    attribution.cue.span = moved(attribution.cue.span);
    attribution.content.iter_mut().for_each(|content| *content = moved(*content));
    if let Some(source) = &mut attribution.source {
        source.span = moved(source.span);
        source.ledger = entries.get(source.ledger).copied().unwrap_or_default();
    }
    attribution
}

/// Joins the ledger of a chapter to that of those before it. For each of its entries the place in the whole.
fn join_ledger(
    whole: &mut Vec<LedgerEntry>,
    chapter: &[LedgerEntry],
    n_before: usize,
    moved: impl Fn(Span) -> Span,
    lexicon: &Lexicon,
) -> Vec<usize> {
    let mut places = Vec::with_capacity(chapter.len());
    let n_known = whole.len();
    for entry in chapter {
        let place = known(&whole[..n_known], entry, lexicon).unwrap_or(whole.len());
        if place == whole.len() {
            let empty = LedgerEntry { mentions: Vec::new(), attributions: Vec::new(), ..entry.clone() };
            whole.push(empty);
        }
        let known = &mut whole[place];
        if entry.name.len() > known.name.len() {
            known.name.clone_from(&entry.name);
        }
        known.role = known.role.take().or_else(|| entry.role.clone());
        known.mentions.extend(entry.mentions.iter().map(|mention| moved(*mention)));
        known.attributions.extend(entry.attributions.iter().map(|attribution| attribution + n_before));
        places.push(place);
    }
    places
}

/// The one entry that an entry of a later chapter names again: by the same words, or a person by the last of them.
/// Who withholds a name is somebody new in each chapter, and so is "a report".
fn known(before: &[LedgerEntry], entry: &LedgerEntry, lexicon: &Lexicon) -> Option<usize> {
    let is_new = || tokens(&entry.name, lexicon).first().is_some_and(|first| first.is(Class::Indefinite));
    if matches!(entry.kind, SourceKind::Anonymous | SourceKind::Pronoun) || is_new() {
        return None;
    }
    let same = |own: &LedgerEntry| own.kind == entry.kind && own.name == entry.name;
    if let Some(place) = before.iter().position(same) {
        return Some(place);
    }
    let is_short = |long: &str, short: &str| !short.contains(' ') && long.rsplit(' ').next() == Some(short);
    let named = |own: &LedgerEntry| {
        own.kind == SourceKind::Named && (is_short(&own.name, &entry.name) || is_short(&entry.name, &own.name))
    };
    let mut likely = before.iter().enumerate().filter(|(_, own)| entry.kind == SourceKind::Named && named(own));
    let (place, _) = likely.next()?;
    likely.next().is_none().then_some(place)
}
