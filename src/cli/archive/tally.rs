//! Counts what is found in an archive, and keeps some sentences for every number.

use std::{cmp::Reverse, collections::HashMap};

use claimlight::Span;

use crate::cli::{dates::month, excerpt::shown_sentence, findings::extent, scanner::Scanned};

use super::table::{Cross, MAX_EXAMPLES, Shape, Table, UNKNOWN};

/// What is counted of one document.
pub struct Seen {
    document: String,
    /// The month, or the year where no more is known.
    month: String,
    outlet: String,
    section: String,
    n_words: usize,
    /// Whether it was looked through; else it has no article or is in another language.
    is_marked: bool,
    findings: Vec<Finding>,
}

/// A finding with its sentence.
struct Finding {
    counted: Counted,
    sentence: String,
}

enum Counted {
    /// By what supports it.
    Claim(&'static str),
    /// By who made it.
    Statement { source: String, kind: &'static str },
    /// By category and voice.
    Hedge { category: &'static str, voice: &'static str },
}

/// The year of a month.
fn year(month: &str) -> &str {
    if month == UNKNOWN { month } else { month.split('-').next().unwrap_or(month) }
}

impl Seen {
    /// What is counted of a document.
    pub fn of(scanned: &Scanned) -> Self {
        let origin = &scanned.document.origin;
        let named = |name: &Option<String>| name.clone().unwrap_or_else(|| UNKNOWN.to_owned());
        Seen {
            document: scanned.document.id.clone(),
            month: origin.date.as_deref().and_then(month).unwrap_or_else(|| UNKNOWN.to_owned()),
            outlet: named(&origin.outlet),
            section: named(&origin.section),
            n_words: scanned.report.n_words,
            is_marked: scanned.reason.is_none(),
            findings: findings(scanned),
        }
    }
}

fn findings(scanned: &Scanned) -> Vec<Finding> {
    let Scanned { document, report, .. } = scanned;
    let finding = |counted, span: Span| {
        let sentence = shown_sentence(report, span, &document.article.text);
        Finding { counted, sentence: sentence.split_whitespace().collect::<Vec<_>>().join(" ") }
    };
    let claims = report.claims.iter().map(|claim| finding(Counted::Claim(claim.support.name()), claim.span));
    let statements = report.attributions.iter().map(|attribution| {
        let entry = attribution.source.and_then(|source| report.ledger.get(source.ledger));
        let (source, kind) = entry.map_or((UNKNOWN, "none"), |entry| (entry.name.as_str(), entry.kind.name()));
        finding(Counted::Statement { source: source.to_owned(), kind }, extent(attribution))
    });
    let hedges = report.hedges.iter().map(|hedge| {
        finding(Counted::Hedge { category: hedge.category.name(), voice: hedge.voice.name() }, hedge.span)
    });
    claims.chain(statements).chain(hedges).collect()
}

/// All that is counted.
#[derive(Default)]
pub struct Tallies {
    /// How many documents were read.
    pub n_documents: u64,
    /// How many could not be.
    pub n_failed: u64,
    /// In how many of those that were read nothing was looked for.
    pub n_unmarked: u64,
    /// The first of them.
    pub first_unmarked: Option<String>,
    /// How many words they have.
    pub n_words: usize,
    /// Whether somebody stopped it before all was read.
    pub is_partial: bool,
    claims: Cross,
    years: Cross,
    sources: Many,
    outlets: Many,
    sections: Many,
    hedges: Cross,
    spellings: Spellings,
}

impl Tallies {
    /// Counts a document.
    pub fn add(&mut self, seen: Seen) {
        self.n_documents += 1;
        self.n_words += seen.n_words;
        if !seen.is_marked {
            self.n_unmarked += 1;
            self.first_unmarked.get_or_insert_with(|| seen.document.clone());
        }
        for Finding { counted, sentence } in seen.findings {
            let example = (seen.document.as_str(), sentence.as_str());
            match counted {
                Counted::Claim(support) => {
                    count(&mut self.claims, &seen.month, support, example);
                    count(&mut self.years, year(&seen.month), support, example);
                }
                Counted::Statement { source, kind } => {
                    self.outlets.count(&seen.outlet, kind, example);
                    self.sections.count(&seen.section, kind, example);
                    // "He", met alone, and nobody are no sources to rank.
                    if !matches!(kind, "pronoun" | "none") {
                        let source = self.spellings.of(source, kind);
                        self.sources.count(&source, kind, example);
                    }
                }
                Counted::Hedge { category, voice } => _ = count(&mut self.hedges, category, voice, example),
            }
        }
    }

    /// The tables the page shows.
    pub fn tables(&self) -> Vec<Table<'_>> {
        let claims = |name, title, of_rows, cross| Table::new(name, title, of_rows, &SUPPORTS, cross, Shape::Time);
        let kinds = |name, title, of_rows, cross, shape| Table::new(name, title, of_rows, &KINDS, cross, shape);
        let hedges = ("hedges", "Words of caution: the article’s own, its sources’", "category");
        vec![
            claims("years", "Claims by what supports them, by year", "year", &self.years),
            claims("claims", "Claims by what supports them, by month", "month", &self.claims),
            kinds("sources", "Who is quoted most", "source", &self.sources.cross, Shape::Ranks),
            kinds("outlets", "How sources are identified, by outlet", "outlet", &self.outlets.cross, Shape::Shares),
            kinds("sections", "How sources are identified, by section", "section", &self.sections.cross, Shape::Shares),
            Table::new(hedges.0, hedges.1, hedges.2, &["own", "source"], &self.hedges, Shape::Ranks),
        ]
    }
}

/// What claims rest on, and how sources are identified, from the surest down.
const SUPPORTS: [&str; 10] =
    ["named", "role", "document", "outlet", "link", "anonymous", "collective", "hearsay", "hedged", "none"];
const KINDS: [&str; 8] = ["named", "role", "document", "outlet", "anonymous", "collective", "pronoun", "none"];

/// How many sentences of a table are kept before those of its lesser rows are dropped: some ten megabytes.
const MAX_KEPT: usize = 50_000;

/// The rows whose sentences are kept then: more than the page shows, so that one that rises has them, and so few that
/// eight sentences of each of eight kinds are well under [`MAX_KEPT`].
const N_TOP: usize = 500;

/// Numbers by rows of which there may be millions: sources, and in a crawl the hosts that are its outlets. Most are met once.
#[derive(Default)]
struct Many {
    cross: Cross,
    /// How many sentences were kept since they were thinned.
    n_kept: usize,
}

impl Many {
    fn count(&mut self, row: &str, column: &'static str, example: (&str, &str)) {
        self.n_kept += count(&mut self.cross, row, column, example);
        if self.n_kept > MAX_KEPT.max(self.cross.len() / 4) {
            self.n_kept = thin(&mut self.cross);
        }
    }
}

/// How sources without a name were first written: "The mayor" begins one article's sentence and "the mayor" ends another's.
#[derive(Default)]
struct Spellings(HashMap<String, String>);

impl Spellings {
    /// How a source of this kind was written when it was first met.
    fn of(&mut self, source: String, kind: &str) -> String {
        match kind {
            "named" => source,
            _ => self.0.entry(source.to_lowercase()).or_insert(source).clone(),
        }
    }
}

/// Drops the sentences of all rows but the greatest, and gives how many are left.
fn thin(cross: &mut Cross) -> usize {
    let totals = totals(cross);
    let mut lesser: Vec<usize> = (0..totals.len()).collect();
    if lesser.len() > N_TOP {
        // In the page's order: of rows that are level, the first.
        lesser.select_nth_unstable_by_key(N_TOP, |row| (Reverse(totals[*row].1), *row));
    }
    let mut is_kept = vec![true; totals.len()];
    lesser.iter().skip(N_TOP).for_each(|row| is_kept[*row] = false);
    let mut groups = cross.values_mut();
    for ((n_groups, _), is_kept) in totals.into_iter().zip(is_kept) {
        let row = groups.by_ref().take(n_groups);
        row.filter(|_| !is_kept).for_each(|group| group.examples = Vec::new());
    }
    cross.values().map(|group| group.examples.len()).sum()
}

/// How many groups each row has, and their sum.
fn totals(cross: &Cross) -> Vec<(usize, usize)> {
    let mut totals: Vec<(usize, usize)> = Vec::new();
    let mut last = None;
    for ((row, _), group) in cross {
        if last != Some(row) {
            totals.push((0, 0));
            last = Some(row);
        }
        if let Some((n_groups, n)) = totals.last_mut() {
            *n_groups += 1;
            *n += group.n;
        }
    }
    totals
}

/// Counts a finding, and how many sentences are kept of it.
fn count(cross: &mut Cross, row: &str, column: &'static str, (document, sentence): (&str, &str)) -> usize {
    let group = cross.entry((row.to_owned(), column)).or_default();
    group.n += 1;
    let is_kept = group.examples.len() < MAX_EXAMPLES;
    if is_kept {
        group.examples.push((document.to_owned(), sentence.to_owned()));
    }
    usize::from(is_kept)
}

#[cfg(test)]
mod tests;
