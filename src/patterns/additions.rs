//! What is added to a report. Of each match is asked what it touches, so asking may not depend on how many findings
//! there are: what stands where is kept byte by byte.

use std::{cmp::Reverse, collections::HashMap};

use crate::{
    find::{
        attributions::Attribution,
        claims::{Support, grounds::support},
        hedges::{Hedge, Voice},
        ledger::LedgerEntry,
        sources::{Source, SourceKind},
    },
    lexicon::lexicon,
    report::Report,
    span::Span,
};

/// Which bytes of a text some findings cover.
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

/// What is known of a report that something is added to.
pub struct Additions {
    /// What a reader is told where a pattern's heading gives no reason.
    pub reason: &'static str,
    n_attributions: usize,
    hedges: Cover,
    attributions: Cover,
    contents: Cover,
    /// Of each byte the place in the report of the attribution that was added and whose content it is.
    added: Vec<Option<u32>>,
    /// The ledger's entries, by name; made when the first attribution is added.
    entries: HashMap<String, usize>,
    /// The sources by where they begin, with their attributions; made when the first is named.
    sources: Vec<(Span, usize)>,
    /// Of each attribution whether its source's kind was named.
    is_named: Vec<bool>,
}

impl Additions {
    /// Prepares to add to the report of `text`.
    pub fn new(text: &str, report: &Report) -> Self {
        let contents = report.attributions.iter().flat_map(|attribution| attribution.content.iter().copied());
        Additions {
            reason: lexicon(&report.language).map_or("", |lexicon| lexicon.sentence("own-pattern")),
            n_attributions: report.attributions.len(),
            hedges: Cover::new(text, report.hedges.iter().map(|hedge| hedge.span)),
            attributions: Cover::new(text, report.attributions.iter().map(extent)),
            contents: Cover::new(text, contents),
            added: vec![None; text.len()],
            entries: HashMap::new(),
            sources: Vec::new(),
            is_named: Vec::new(),
        }
    }

    /// Adds a hedge where there is none.
    pub fn add_hedge(&mut self, hedge: Hedge, report: &mut Report) {
        if self.hedges.touches(hedge.span) {
            return;
        }
        self.hedges.add(hedge.span);
        report.hedges.push(hedge);
    }

    /// Adds an attribution where there is none.
    pub fn add_attribution(&mut self, mut attribution: Attribution, text: &str, report: &mut Report) {
        let extent = extent(&attribution);
        if self.attributions.touches(extent) {
            return;
        }
        self.attributions.add(extent);
        let index = report.attributions.len();
        for content in &attribution.content {
            self.contents.add(*content);
            self.added[content.start..content.end].fill(u32::try_from(index).ok());
        }
        if let Some(source) = &mut attribution.source {
            source.ledger = self.enter(&mut report.ledger, source, source.span.of(text), index);
        }
        report.attributions.push(attribution);
    }

    /// The entry of the ledger with this name, which is made if there is none.
    fn enter(&mut self, ledger: &mut Vec<LedgerEntry>, source: &Source, name: &str, attribution: usize) -> usize {
        if self.entries.is_empty() {
            let entries = ledger.iter().enumerate().rev();
            self.entries = entries.map(|(place, entry)| (entry.name.clone(), place)).collect();
        }
        let place = *self.entries.entry(name.to_owned()).or_insert_with(|| {
            let (name, kind) = (name.to_owned(), source.kind);
            ledger.push(LedgerEntry { name, kind, role: None, mentions: vec![], attributions: vec![] });
            ledger.len() - 1
        });
        ledger[place].mentions.push(source.span);
        ledger[place].attributions.push(attribution);
        place
    }

    /// Sources in which one of these words stands, which are in text order, are of this kind. All attributions are added
    /// before.
    pub fn name_kind(&mut self, words: &[Span], kind: SourceKind, report: &mut Report) {
        if self.is_named.is_empty() {
            let attributions = report.attributions.iter().enumerate();
            self.sources = attributions.filter_map(|(index, own)| Some((own.source?.span, index))).collect();
            self.is_named = vec![false; report.attributions.len()];
        }
        for (span, index) in &self.sources {
            let first = words.get(words.partition_point(|words| words.start < span.start));
            let holds = first.is_some_and(|words| span.contains(*words));
            if !holds || std::mem::replace(&mut self.is_named[*index], true) {
                continue;
            }
            let Some(source) = &mut report.attributions[*index].source else { continue };
            source.kind = kind;
            if let Some(entry) = report.ledger.get_mut(source.ledger) {
                entry.kind = kind;
            }
        }
    }

    /// Makes the report whole once all is added.
    pub fn finish(&self, report: &mut Report) {
        self.give_voice(report);
        self.support_claims(report);
        report.hedges.sort_by_key(|hedge| (hedge.span.start, Reverse(hedge.span.end)));
        if report.attributions.len() > self.n_attributions {
            report.ledger.iter_mut().for_each(|entry| entry.mentions.sort_unstable());
            sort_attributions(report);
        }
    }

    /// Hedges in what is attributed now are the source's, also those that were there before.
    fn give_voice(&self, report: &mut Report) {
        let hedges = report.hedges.iter_mut().filter(|hedge| self.contents.holds(hedge.span));
        hedges.for_each(|hedge| hedge.voice = Voice::Source);
    }

    /// Claims that nothing supported and that stand in the content of an attribution that was added rest on its source,
    /// the first if there are several; and what a source supports that was named is supported by that kind.
    fn support_claims(&self, report: &mut Report) {
        let attributions = &report.attributions;
        for claim in &mut report.claims {
            let added = || self.added[claim.span.start..claim.span.end].iter().flatten().min();
            if claim.support == Support::None
                && let Some(index) = added()
            {
                let attribution = &attributions[*index as usize];
                claim.support = attribution.source.map_or(Support::Hearsay, |source| support(source.kind));
                claim.attribution = Some(*index as usize);
                claim.reason.clone_from(&attribution.reason);
            }
            let Some(index) = claim.attribution else { continue };
            if let (Some(true), Some(source)) = (self.is_named.get(index), attributions[index].source) {
                claim.support = support(source.kind);
            }
        }
    }
}

/// All that an attribution covers.
fn extent(attribution: &Attribution) -> Span {
    let source = attribution.source.iter().map(|source| source.span);
    source.chain(attribution.content.iter().copied()).fold(attribution.cue.span, Span::to)
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
