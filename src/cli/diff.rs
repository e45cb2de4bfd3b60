//! `claimlight diff`: what changed in the sourcing between two versions of an article. Sentences that only moved their
//! commas are the same sentence; what is said of each is compared, not its words.

use std::{
    collections::BTreeMap,
    io::{self, Write},
    path::Path,
};

use claimlight::{Report, Span, find::ledger::LedgerEntry};
use similar::{Algorithm, DiffOp, TextDiff, capture_diff_slices};

use super::{
    arguments::{DiffArguments, ReadingArguments},
    documents, inputs,
    problems::{Failure, Problem, complain, refuse},
    scanner::{Scanned, Scanner},
};

/// Writes what changed: nothing if the sourcing is the same.
pub fn diff(arguments: &DiffArguments) -> Result<(), Failure> {
    if arguments.old == arguments.new {
        return Err(refuse("these are the same file"));
    }
    let scanner = Scanner::new(&arguments.scanner)?;
    let old = version(&arguments.old, arguments, &scanner)?;
    let new = version(&arguments.new, arguments, &scanner)?;
    let changes = [sources(&old.report, &new.report), sentences(&old, &new)].concat();
    match io::stdout().lock().write_all(changes.as_bytes()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            complain(Problem::met(Path::new("-"), &error));
            Err(Failure::NotAllDone)
        }
        _ => Ok(()),
    }
}

fn version(path: &Path, arguments: &DiffArguments, scanner: &Scanner) -> Result<Scanned, Failure> {
    let reading = ReadingArguments { from: arguments.from, jobs: None, files: vec![path.to_owned()] };
    let problem = |problem: Problem| {
        complain(problem);
        Failure::NotAllDone
    };
    let input = inputs::inputs(&reading).next().unwrap_or_else(|| Err(Problem::at(path, "holds no document")));
    let document = documents::single(input).map_err(problem)?;
    let scanned = scanner.scan(document).map_err(|unreadable| problem(unreadable.problem))?;
    scanned.note().iter().for_each(complain);
    Ok(scanned)
}

/// The sources that are new, gone, identified otherwise, or speak more or less often.
fn sources(old: &Report, new: &Report) -> String {
    let by_name = |report: &Report| -> BTreeMap<String, LedgerEntry> {
        report.ledger.iter().map(|entry| (entry.name.to_lowercase(), entry.clone())).collect()
    };
    let (before, after) = (by_name(old), by_name(new));
    let described = |entry: &LedgerEntry| format!("{} ({}, {})", entry.name, entry.kind.name(), statements(entry));
    let gone = before
        .iter()
        .filter(|(name, _)| !after.contains_key(*name))
        .map(|(_, entry)| format!("- {}\n", described(entry)));
    let fresh = after
        .iter()
        .filter(|(name, _)| !before.contains_key(*name))
        .map(|(_, entry)| format!("+ {}\n", described(entry)));
    let changed = after.iter().filter_map(|(name, entry)| {
        let earlier = before.get(name)?;
        let was = (earlier.kind, earlier.attributions.len());
        let is = (entry.kind, entry.attributions.len());
        let was_described = format!("{}, {}", earlier.kind.name(), statements(earlier));
        (was != is)
            .then(|| format!("~ {}: {was_described} → {}, {}\n", entry.name, entry.kind.name(), statements(entry)))
    });
    let lines: String = gone.chain(fresh).chain(changed).collect();
    if lines.is_empty() { lines } else { format!("Sources\n{lines}\n") }
}

fn statements(entry: &LedgerEntry) -> String {
    match entry.attributions.len() {
        1 => "1 statement".to_owned(),
        n => format!("{n} statements"),
    }
}

/// A sentence with what is said of it.
struct Sentence {
    words: String,
    /// Each finding in a line; equal ones are equal.
    findings: Vec<String>,
}

fn sentences_of(scanned: &Scanned) -> Vec<Sentence> {
    let Scanned { document, report, .. } = scanned;
    let text = &document.article.text;
    let words = |span: &Span| span.of(text).split_whitespace().collect::<Vec<_>>().join(" ");
    report
        .sentences
        .iter()
        .map(|span| Sentence { words: words(span), findings: findings(report, text, *span) })
        .collect()
}

/// What is said of a sentence: who speaks in it, the words of caution, what its claims rest on.
fn findings(report: &Report, text: &str, sentence: Span) -> Vec<String> {
    let is_here = |span: Span| span.start >= sentence.start && span.start < sentence.end;
    let attributions =
        report.attributions.iter().filter(|attribution| is_here(attribution.cue.span)).map(|attribution| {
            let entry = attribution.source.and_then(|source| report.ledger.get(source.ledger));
            entry.map_or("said by nobody named".to_owned(), |entry| {
                format!("said by {} ({})", entry.name, entry.kind.name())
            })
        });
    let hedges = report.hedges.iter().filter(|hedge| is_here(hedge.span));
    let hedges = hedges.map(|hedge| format!("caution: “{}” ({})", hedge.span.of(text), hedge.category.name()));
    let claims = report.claims.iter().filter(|claim| is_here(claim.span)).map(|claim| match claim.support.name() {
        "none" => "claim without a source".to_owned(),
        support => format!("claim, resting on: {support}"),
    });
    attributions.chain(hedges).chain(claims).collect()
}

/// The sentences of which something else is said than before.
fn sentences(old: &Scanned, new: &Scanned) -> String {
    let (before, after) = (sentences_of(old), sentences_of(new));
    let lines: String =
        pairs(&before, &after).into_iter().filter_map(|(before, after)| change(before, after)).collect();
    if lines.is_empty() { lines } else { format!("Sentences\n{lines}") }
}

type Pair<'a> = (Option<&'a Sentence>, Option<&'a Sentence>);

/// How alike two sentences are that are one in two versions, from 0 to 1: more than half of their words stayed.
const ALIKE: f64 = 0.5;

/// The sentences of both versions side by side.
fn pairs<'a>(before: &'a [Sentence], after: &'a [Sentence]) -> Vec<Pair<'a>> {
    let words =
        |sentences: &'a [Sentence]| sentences.iter().map(|sentence| sentence.words.as_str()).collect::<Vec<_>>();
    let mut pairs: Vec<Pair> = Vec::new();
    for operation in capture_diff_slices(Algorithm::Myers, &words(before), &words(after)) {
        let (old, new) = (&before[operation.old_range()], &after[operation.new_range()]);
        match operation {
            DiffOp::Equal { .. } => pairs.extend(old.iter().zip(new).map(|(old, new)| (Some(old), Some(new)))),
            _ => pairs.extend(rewritten(old, new)),
        }
    }
    pairs
}

/// Sentences that stand for others: each with the first that is left and like it.
fn rewritten<'a>(old: &'a [Sentence], new: &'a [Sentence]) -> Vec<Pair<'a>> {
    let mut pairs = Vec::new();
    let mut n_paired = 0;
    for sentence in old {
        let rest = new[n_paired..].iter().take(MAX_BETWEEN);
        let place = rest.clone().position(|other| {
            TextDiff::from_words(sentence.words.as_str(), other.words.as_str()).ratio() as f64 > ALIKE
        });
        let Some(place) = place else {
            pairs.push((Some(sentence), None));
            continue;
        };
        pairs.extend(rest.take(place).map(|other| (None, Some(other))));
        n_paired += place + 1;
        pairs.push((Some(sentence), Some(&new[n_paired - 1])));
    }
    pairs.extend(new[n_paired..].iter().map(|other| (None, Some(other))));
    pairs
}

/// How many new sentences may stand before the one that stands for an old one. More is a rewritten article, and every
/// sentence is compared with as many.
const MAX_BETWEEN: usize = 8;

/// What is said otherwise, if anything is.
fn change(before: Option<&Sentence>, after: Option<&Sentence>) -> Option<String> {
    let findings = |sentence: Option<&Sentence>| sentence.map(|sentence| sentence.findings.clone()).unwrap_or_default();
    let (mut gone, mut fresh) = (findings(before), findings(after));
    gone.retain(|finding| match fresh.iter().position(|other| other == finding) {
        Some(place) => {
            fresh.remove(place);
            false
        }
        None => true,
    });
    if gone.is_empty() && fresh.is_empty() {
        return None;
    }
    let sign = match (before, after) {
        (Some(_), Some(_)) => '~',
        (None, _) => '+',
        (_, None) => '-',
    };
    let words = &after.or(before)?.words;
    let gone = gone.iter().map(|finding| format!("    - {finding}\n"));
    let fresh = fresh.iter().map(|finding| format!("    + {finding}\n"));
    Some(format!("{sign} {words}\n{}", gone.chain(fresh).collect::<String>()))
}
