//! Adds to a report what patterns find, step by step: a page must stay responsive however many they are.

use regex::{Captures, Match};

use super::{Finds, Pattern, Patterns, additions::Additions, identified::identified, stretches::stretches};
use crate::{
    article::Article,
    find::{
        attributions::{Attribution, Directness},
        cues::Cue,
        hedges::{Hedge, Voice},
        sources::{Source, SourceKind},
    },
    report::Report,
    span::Span,
};

/// How many bytes the searches of a step may read together: a millisecond's work, or a few where a pattern is large.
const N_BYTES: usize = 32 * 1024;

/// What a search costs besides the bytes it reads, in bytes.
const SEARCH: usize = 256;

impl Patterns {
    /// Adds what the patterns find in `article`, where it touches no finding of its kind. The first pattern wins.
    ///
    /// ```
    /// use claimlight::{Options, article::from_text, patterns::read, report::SourceKind, scan_article};
    ///
    /// let rules = read("rules.txt", "[source document]\nthe Aldwick Ledger\n").expect("they are sound");
    /// let article = from_text("The pier is unsafe, the Aldwick Ledger said.");
    /// let mut report = scan_article(&article, &Options::default());
    /// rules.apply(&article, &mut report);
    /// assert_eq!(report.attributions[0].source.map(|source| source.kind), Some(SourceKind::Document));
    /// ```
    pub fn apply(&self, article: &Article, report: &mut Report) {
        let mut application = Application::new(article, report);
        while !application.step(self, article, report) {}
    }
}

/// A report that patterns are being applied to. Each pattern goes through the text once.
pub(crate) struct Application {
    stretches: Vec<Span>,
    /// Which pattern is sought next, in which stretch, from which byte of the text on.
    pattern: usize,
    stretch: usize,
    start: usize,
    /// Where the pattern that is sought found words of sources.
    words: Vec<Span>,
    additions: Additions,
}

impl Application {
    /// Prepares to add to the report of `article`.
    pub(crate) fn new(article: &Article, report: &Report) -> Self {
        Application {
            stretches: stretches(article, report),
            pattern: 0,
            stretch: 0,
            start: 0,
            words: Vec::new(),
            additions: Additions::new(&article.text, report),
        }
    }

    /// Adds a little; whether that was the last. Only then the report is whole.
    pub(crate) fn step(&mut self, patterns: &Patterns, article: &Article, report: &mut Report) -> bool {
        let mut n_bytes = 0;
        while n_bytes < N_BYTES {
            let Some(pattern) = patterns.patterns.get(self.pattern) else {
                self.additions.finish(report);
                return true;
            };
            n_bytes += match self.stretches.get(self.stretch) {
                Some(stretch) => self.search(pattern, *stretch, &article.text, report),
                None => self.end(pattern, report),
            };
        }
        false
    }

    /// Seeks the next match in a stretch; what that costs, in bytes.
    fn search(&mut self, pattern: &Pattern, stretch: Span, text: &str, report: &mut Report) -> usize {
        let start = self.start.max(stretch.start);
        match pattern.regex.captures_at(stretch.of(text), start - stretch.start) {
            None => self.stretch += 1,
            Some(captures) => {
                self.start = stretch.start + next(stretch.of(text), &captures);
                if self.start > stretch.end {
                    self.stretch += 1;
                }
                self.add(pattern, &Found { text, stretch, captures }, report);
            }
        }
        SEARCH + stretch.end - start
    }

    /// Goes on to the next pattern; what that costs, in bytes.
    fn end(&mut self, pattern: &Pattern, report: &mut Report) -> usize {
        let words = std::mem::take(&mut self.words);
        (self.pattern, self.stretch, self.start) = (self.pattern + 1, 0, 0);
        match pattern.finds {
            Finds::Source { kind } if !words.is_empty() => {
                self.additions.name_kind(&words, kind, report);
                SEARCH + words.len() + report.attributions.len()
            }
            _ => SEARCH,
        }
    }

    fn add(&mut self, pattern: &Pattern, found: &Found, report: &mut Report) {
        let reason = if pattern.reason.is_empty() { self.additions.reason } else { &pattern.reason };
        match pattern.finds {
            Finds::Source { .. } => self.words.extend(found.all()),
            Finds::Hedge { category, level } => {
                let Some(span) = found.all() else { return };
                let hedge = Hedge { span, category, level, voice: Voice::Own, reason: reason.to_owned() };
                self.additions.add_hedge(hedge, report);
            }
            Finds::Attribution { cue_type, loaded, source_kind: named } => {
                let Some(cue) = found.group("cue") else { return };
                let content = found.group("content");
                let source = found.group("source").map(|source| within_sentence(source, cue, &report.sentences));
                let attribution = Attribution {
                    source: source.map(|span| {
                        let kind = named.or_else(|| identified(found.text, span, report));
                        Source { span, kind: kind.unwrap_or(SourceKind::Role), ledger: 0 }
                    }),
                    cue: Cue { span: cue, cue_type, loaded },
                    content: content.into_iter().collect(),
                    directness: directness(content.map_or("", |span| span.of(found.text))),
                    confidence: 1.0,
                    reason: reason.to_owned(),
                };
                self.additions.add_attribution(attribution, found.text, report);
            }
        }
    }
}

/// Where the next match may begin: behind this one, and behind a letter if this one is empty.
fn next(stretch: &str, captures: &Captures) -> usize {
    let Some(found) = captures.get(0).filter(|found| found.is_empty()) else {
        return captures.get(0).map_or(stretch.len(), |found| found.end());
    };
    found.end() + stretch[found.end()..].chars().next().map_or(1, char::len_utf8)
}

/// A match.
struct Found<'a> {
    text: &'a str,
    stretch: Span,
    captures: Captures<'a>,
}

impl Found<'_> {
    /// All of it.
    fn all(&self) -> Option<Span> {
        self.trimmed(self.captures.get(0)?)
    }

    fn group(&self, name: &str) -> Option<Span> {
        self.trimmed(self.captures.name(name)?)
    }

    /// What a part of it covers of the article's text, without blanks at its ends; none if that is nothing.
    fn trimmed(&self, found: Match) -> Option<Span> {
        let end = self.stretch.start + found.end();
        let start = end - found.as_str().trim_start().len();
        let span = Span::new(start, start + found.as_str().trim().len());
        (!span.is_empty()).then_some(span)
    }
}

/// What of a source stands in the sentence of its cue: with "Ms. Roe" a pattern may take the end of the sentence before,
/// and behind a cue the sentence after.
fn within_sentence(source: Span, cue: Span, sentences: &[Span]) -> Span {
    let next = sentences.partition_point(|sentence| sentence.start <= cue.start);
    let Some(sentence) = next.checked_sub(1).map(|index| sentences[index]) else { return source };
    let span = Span::new(source.start.max(sentence.start), source.end.min(sentence.end));
    if span.start < span.end { span } else { source }
}

/// The content's own marks tell whether it is quoted.
fn directness(content: &str) -> Directness {
    let is_mark = |character| matches!(character, '"' | '“' | '”' | '«' | '»');
    match (content.starts_with(is_mark) && content.ends_with(is_mark), content.contains(is_mark)) {
        (true, _) => Directness::Direct,
        (false, true) => Directness::Mixed,
        (false, false) => Directness::Indirect,
    }
}
