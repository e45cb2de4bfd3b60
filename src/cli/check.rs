//! `claimlight check`: holds articles to a newsroom's limits, for the step before publication.

use std::ops::ControlFlow;

use claimlight::{
    Report, Span,
    find::{
        claims::Support,
        hedges::{Hedge, HedgeCategory, Voice},
        sources::SourceKind,
    },
};

use super::{
    arguments::CheckArguments,
    excerpt::shown_sentence,
    findings::extent,
    interrupt,
    opening::Meter,
    own::Own,
    printing::print,
    problems::{Failure, complain, refuse},
    run::{self, Finished},
    scanner::{Scanned, Scanner},
};

/// Checks each document; says of each what it does not keep, with the sentences, and exits with status 3 if there was any.
pub fn check(arguments: &CheckArguments) -> Result<(), Failure> {
    if limits(arguments).iter().all(|limit| limit.allowed().is_none()) {
        return Err(refuse("check needs a limit, such as --max-unsourced 0 or --min-named 2"));
    }
    let scanner = Scanner::new(&arguments.scanner)?;
    let (mut is_all_read, mut is_all_allowed, mut n_documents) = (true, true, 0);
    let work = |scanned: &Scanned| faults(arguments, scanned);
    let meter = Meter::default();
    interrupt::listen();
    let unread = run::all(&arguments.reading, Own::default(), &meter);
    run::over_all(unread, arguments.reading.jobs, &scanner, &meter, work, |turn| {
        n_documents += turn.len();
        for Finished { result, .. } in turn {
            match result {
                Ok(done) => {
                    is_all_allowed &= done.result.is_empty();
                    let faults: String = done.result.iter().map(|fault| format!("{fault}\n")).collect();
                    // The status is for all, also if nobody reads which they are.
                    is_all_read &= print(&faults).is_ok();
                }
                Err(unreadable) => {
                    is_all_read = false;
                    complain(&unreadable.problem);
                }
            }
        }
        ControlFlow::Continue(())
    });
    outcome(n_documents, is_all_read, is_all_allowed)
}

/// What became of a check of so many documents.
fn outcome(n_documents: usize, is_all_read: bool, is_all_allowed: bool) -> Result<(), Failure> {
    if interrupt::is_asked() {
        complain(format!("interrupted after {n_documents} documents; the rest is not checked"));
        return Err(Failure::Interrupted);
    }
    if n_documents == 0 {
        complain("nothing was checked: there is no document in what is named");
    }
    match (is_all_read && n_documents > 0, is_all_allowed) {
        (_, false) => Err(Failure::NotAllowed),
        (false, true) => Err(Failure::NotAllDone),
        (true, true) => Ok(()),
    }
}

/// A limit, and what counts toward it.
struct Limit {
    what: &'static str,
    most: Option<usize>,
    fewest: Option<usize>,
    counted: fn(&Report) -> Vec<Span>,
}

impl Limit {
    fn allowed(&self) -> Option<usize> {
        self.most.or(self.fewest)
    }
}

fn limits(arguments: &CheckArguments) -> [Limit; 6] {
    let limit = |what, most, fewest, counted| Limit { what, most, fewest, counted };
    [
        limit("unsourced claims", arguments.max_unsourced, None, |report| claims(report, Support::None)),
        limit("hearsay", arguments.max_hearsay, None, hearsay),
        limit("statements of anonymous sources", arguments.max_anonymous, None, |report| {
            statements(report, SourceKind::Anonymous)
        }),
        limit("statements of vague groups", arguments.max_collective, None, |report| {
            statements(report, SourceKind::Collective)
        }),
        limit("named sources", None, arguments.min_named, |report| sources(report, |kind| kind == SourceKind::Named)),
        limit("sources", None, arguments.min_sources, |report| sources(report, |kind| kind != SourceKind::Pronoun)),
    ]
}

fn claims(report: &Report, support: Support) -> Vec<Span> {
    report.claims.iter().filter(|claim| claim.support == support).map(|claim| claim.span).collect()
}

/// Every place where the article itself passes on what somebody said whom it does not name, in text order. What a source
/// passes on is the source's; of a claim that rests on such words these are the place.
fn hearsay(report: &Report) -> Vec<Span> {
    let is_own = |hedge: &&Hedge| hedge.category == HedgeCategory::Hearsay && hedge.voice == Voice::Own;
    let mut places: Vec<Span> = report.hedges.iter().filter(is_own).map(|hedge| hedge.span).collect();
    let mut claims = claims(report, Support::Hearsay);
    let sentence = |span: &Span| report.sentences.partition_point(|sentence| sentence.end <= span.start);
    let holds = |claim: &Span, place: &Span| claim.start <= place.start && place.end <= claim.end;
    // "It is alleged that he stole": words that stand in no claim belong to the next one in their sentence.
    let free = places.iter().filter(|place| !claims.iter().any(|claim| holds(claim, place)));
    let next: Vec<usize> = free
        .filter_map(|place| {
            let next = claims.iter().position(|claim| claim.start >= place.end)?;
            (sentence(place) == sentence(&claims[next])).then_some(claims[next].start)
        })
        .collect();
    claims.retain(|claim| !next.contains(&claim.start) && !places.iter().any(|place| holds(claim, place)));
    places.extend(claims);
    places.sort_by_key(|place| place.start);
    places
}

fn statements(report: &Report, kind: SourceKind) -> Vec<Span> {
    let entries = report.ledger.iter().filter(|entry| entry.kind == kind);
    let mut indices: Vec<usize> = entries.flat_map(|entry| entry.attributions.iter().copied()).collect();
    indices.sort_unstable();
    indices.into_iter().map(|index| extent(&report.attributions[index])).collect()
}

fn sources(report: &Report, is_counted: impl Fn(SourceKind) -> bool) -> Vec<Span> {
    let entries = report.ledger.iter().filter(|entry| is_counted(entry.kind));
    entries.filter_map(|entry| entry.mentions.first().copied()).collect()
}

/// What a document does not keep. Of what is too much, each sentence; of one that could not be scanned, that: it can
/// keep no limit.
fn faults(arguments: &CheckArguments, scanned: &Scanned) -> Vec<String> {
    let place = &scanned.document.place;
    if let Some(note) = scanned.reason.and(scanned.note()) {
        return vec![format!("{note}; it cannot be checked")];
    }
    let text = &scanned.document.article.text;
    let mut faults = Vec::new();
    for limit in limits(arguments) {
        let counted = (limit.counted)(&scanned.report);
        let n = counted.len();
        if let Some(most) = limit.most.filter(|most| n > *most) {
            faults.push(format!("{place}: {}: {n}, at most {most} allowed", limit.what));
            let sentences = counted.iter().map(|span| shown_sentence(&scanned.report, *span, text));
            faults.extend(
                sentences.map(|sentence| format!("    {}", sentence.split_whitespace().collect::<Vec<_>>().join(" "))),
            );
        }
        if let Some(fewest) = limit.fewest.filter(|fewest| n < *fewest) {
            faults.push(format!("{place}: {}: {n}, at least {fewest} needed", limit.what));
        }
    }
    faults
}
