//! Adds to a report what patterns find.

use std::cmp::Reverse;

use regex::Match;

use super::{Finds, Pattern, Patterns};
use crate::{
    article::Article,
    find::{
        attributions::{Attribution, Directness},
        claims::{Claim, Support, grounds::support},
        cues::Cue,
        hedges::{Hedge, Voice},
        ledger::LedgerEntry,
        sources::{Source, SourceKind},
    },
    lexicon::lexicon,
    report::Report,
    span::Span,
};

/// How many bytes are searched at once. Going from match to match may take time square in the stretch searched, so it
/// is bounded: a block that is longer is searched sentence by sentence, and a longer sentence not at all.
const MAX_STRETCH: usize = 32 * 1024;

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
        let n_attributions = report.attributions.len();
        let stretches = stretches(article, report);
        let mut application = Application::new(&article.text, report);
        for pattern in &self.patterns {
            stretches.iter().for_each(|stretch| application.apply(pattern, *stretch));
        }
        application.give_voice();
        report.hedges.sort_by_key(|hedge| (hedge.span.start, Reverse(hedge.span.end)));
        if report.attributions.len() > n_attributions {
            sort_attributions(report);
        }
    }
}

fn stretches(article: &Article, report: &Report) -> Vec<Span> {
    let mut stretches = Vec::new();
    for block in &article.blocks {
        match block.span.len() <= MAX_STRETCH {
            true => stretches.push(block.span),
            false => stretches.extend(report.sentences.iter().filter(|sentence| block.span.contains(**sentence))),
        }
    }
    stretches.retain(|stretch| stretch.len() <= MAX_STRETCH);
    stretches
}

/// Which bytes of a text some findings cover: asked for each match, so asking may not depend on how many they are.
struct Cover(Vec<bool>);

impl Cover {
    fn new(text: &str, spans: impl Iterator<Item = Span>) -> Self {
        let mut cover = Cover(vec![false; text.len()]);
        spans.for_each(|span| cover.add(span));
        cover
    }

    fn add(&mut self, span: Span) {
        self.0[span.start..span.end].fill(true);
    }

    fn touches(&self, span: Span) -> bool {
        self.0[span.start..span.end].contains(&true)
    }

    fn holds(&self, span: Span) -> bool {
        !self.0[span.start..span.end].contains(&false)
    }
}

/// A report that patterns are being applied to.
struct Application<'a> {
    text: &'a str,
    report: &'a mut Report,
    hedges: Cover,
    attributions: Cover,
    contents: Cover,
    /// What a reader is told where a pattern's heading gives no reason.
    reason: &'static str,
}

impl<'a> Application<'a> {
    fn new(text: &'a str, report: &'a mut Report) -> Self {
        let contents = report.attributions.iter().flat_map(|attribution| attribution.content.iter().copied());
        Application {
            text,
            hedges: Cover::new(text, report.hedges.iter().map(|hedge| hedge.span)),
            attributions: Cover::new(text, report.attributions.iter().map(extent)),
            contents: Cover::new(text, contents),
            reason: lexicon(&report.language).map_or("", |lexicon| lexicon.sentence("own-pattern")),
            report,
        }
    }

    fn apply(&mut self, pattern: &Pattern, stretch: Span) {
        let reason = if pattern.reason.is_empty() { self.reason } else { &pattern.reason };
        for captures in pattern.regex.captures_iter(stretch.of(self.text)) {
            let group = |found: Option<Match>| found.and_then(|found| trimmed(self.text, stretch, found));
            match pattern.finds {
                Finds::Hedge { category, level } => {
                    let Some(span) = group(captures.get(0)) else { continue };
                    self.add_hedge(Hedge { span, category, level, voice: Voice::Own, reason: reason.to_owned() });
                }
                Finds::Source { kind } => {
                    if let Some(span) = group(captures.get(0)) {
                        name_kind(self.report, span, kind);
                    }
                }
                Finds::Attribution { cue_type, loaded, source_kind } => {
                    let Some(span) = group(captures.name("cue")) else { continue };
                    let content = group(captures.name("content"));
                    let attribution = Attribution {
                        source: group(captures.name("source")).map(|span| self.source(span, source_kind)),
                        cue: Cue { span, cue_type, loaded },
                        content: content.into_iter().collect(),
                        directness: directness(content.map_or("", |span| span.of(self.text))),
                        confidence: 1.0,
                        reason: reason.to_owned(),
                    };
                    self.add_attribution(attribution);
                }
            }
        }
    }

    /// The source of a match, not yet in the ledger.
    fn source(&self, span: Span, kind: Option<SourceKind>) -> Source {
        Source { span, kind: kind.unwrap_or_else(|| kind_by_capitals(span.of(self.text))), ledger: 0 }
    }

    fn add_hedge(&mut self, hedge: Hedge) {
        if self.hedges.touches(hedge.span) {
            return;
        }
        self.hedges.add(hedge.span);
        self.report.hedges.push(hedge);
    }

    /// Hedges in what is attributed now are the source's, also those that were there before.
    fn give_voice(&mut self) {
        let hedges = self.report.hedges.iter_mut().filter(|hedge| self.contents.holds(hedge.span));
        hedges.for_each(|hedge| hedge.voice = Voice::Source);
    }

    fn add_attribution(&mut self, mut attribution: Attribution) {
        let extent = extent(&attribution);
        if self.attributions.touches(extent) {
            return;
        }
        self.attributions.add(extent);
        attribution.content.iter().for_each(|span| self.contents.add(*span));
        let index = self.report.attributions.len();
        if let Some(source) = &mut attribution.source {
            source.ledger = enter(&mut self.report.ledger, source, source.span.of(self.text), index);
        }
        support_claims(&mut self.report.claims, &attribution, index);
        self.report.attributions.push(attribution);
    }
}

/// What a match covers of the article's text, without blanks at its ends; none if that is nothing.
fn trimmed(text: &str, stretch: Span, found: Match) -> Option<Span> {
    let end = stretch.start + found.end();
    let start = end - found.as_str().trim_start().len();
    let span = Span::new(start, start + found.as_str().trim().len());
    (!span.of(text).is_empty()).then_some(span)
}

/// All that an attribution covers.
fn extent(attribution: &Attribution) -> Span {
    let source = attribution.source.iter().map(|source| source.span);
    source.chain(attribution.content.iter().copied()).fold(attribution.cue.span, Span::to)
}

fn kind_by_capitals(words: &str) -> SourceKind {
    if words.starts_with(char::is_uppercase) { SourceKind::Named } else { SourceKind::Role }
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

/// The entry of the ledger with this name, which is made if there is none.
fn enter(ledger: &mut Vec<LedgerEntry>, source: &Source, name: &str, attribution: usize) -> usize {
    let place = ledger.iter().position(|entry| entry.name == name).unwrap_or_else(|| {
        let (name, kind) = (name.to_owned(), source.kind);
        ledger.push(LedgerEntry { name, kind, role: None, mentions: vec![], attributions: vec![] });
        ledger.len() - 1
    });
    ledger[place].mentions.push(source.span);
    ledger[place].mentions.sort_unstable();
    ledger[place].attributions.push(attribution);
    place
}

/// Sources in which these words stand are of this kind, and so is what they support.
fn name_kind(report: &mut Report, words: Span, kind: SourceKind) {
    for (index, attribution) in report.attributions.iter_mut().enumerate() {
        let Some(source) = attribution.source.as_mut().filter(|source| source.span.contains(words)) else { continue };
        source.kind = kind;
        if let Some(entry) = report.ledger.get_mut(source.ledger) {
            entry.kind = kind;
        }
        let claims = report.claims.iter_mut().filter(|claim| claim.attribution == Some(index));
        claims.for_each(|claim| claim.support = support(kind));
    }
}

/// Claims that nothing supported and that stand in the content of a new attribution rest on its source.
fn support_claims(claims: &mut [Claim], attribution: &Attribution, index: usize) {
    let support = attribution.source.map_or(Support::Hearsay, |source| support(source.kind));
    for claim in claims.iter_mut().filter(|claim| claim.support == Support::None) {
        if attribution.content.iter().any(|content| content.overlaps(claim.span)) {
            claim.support = support;
            claim.attribution = Some(index);
            claim.reason.clone_from(&attribution.reason);
        }
    }
}

/// Puts the attributions into text order, and with them what points at them.
fn sort_attributions(report: &mut Report) {
    let mut order: Vec<usize> = (0..report.attributions.len()).collect();
    order.sort_by_key(|index| extent(&report.attributions[*index]).start);
    let mut place = vec![0; order.len()];
    order.iter().enumerate().for_each(|(new, old)| place[*old] = new);
    report.attributions = order.iter().map(|old| report.attributions[*old].clone()).collect();
    for entry in &mut report.ledger {
        entry.attributions.iter_mut().for_each(|index| *index = place[*index]);
        entry.attributions.sort_unstable();
    }
    report.claims.iter_mut().filter_map(|claim| claim.attribution.as_mut()).for_each(|index| *index = place[*index]);
}
