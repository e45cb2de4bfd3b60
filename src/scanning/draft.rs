//! A chapter while it is scanned: what is known of it, and what comes next.

use std::ops::Range;

use super::{chapters::stretches, labels::Labels};
use crate::{
    article::Article,
    find::{
        attributions::{Found, attributions_of, found_of, mended_of},
        claims::claims,
        hedges::hedges,
        ledger::{Told, ledger_of},
        passage::Passage,
        provenance::provenance,
        rules::Candidate,
        tagger::Tagged,
    },
    lexicon::Lexicon,
    options::Options,
    report::{Report, drop_credits, drop_updates},
    text::{
        quotations::{Quotation, quotations},
        sentences::{Sentence, sentences},
        tokens::{Token, tokens},
    },
};

/// What is known of a chapter.
pub struct Draft {
    tokens: Vec<Token>,
    sentences: Vec<Sentence>,
    quotations: Vec<Quotation>,
    /// The stretches yet to be labelled, the next one last.
    stretches: Vec<Range<usize>>,
    tagged: Tagged,
    report: Report,
    next: Stage,
}

/// What comes next.
enum Stage {
    Sentences,
    Labels,
    Finding(Finding),
    Claims,
}

/// What is found next in the words that are labelled, of what was found before.
enum Finding {
    Candidates,
    Mended(Found),
    Attributions(Vec<Candidate>),
    Provenance,
    Told,
    Ledger(Told),
    Hedges,
}

impl Draft {
    /// Begins with the words.
    pub fn new(chapter: &Article, lexicon: &Lexicon) -> Self {
        let tokens = tokens(&chapter.text, lexicon);
        let n_words = tokens.iter().filter(|token| token.is_word()).count();
        let report = Report { language: lexicon.language.to_owned(), n_words, ..Report::default() };
        let (sentences, quotations, tagged) = Default::default();
        let mut stretches = stretches(chapter);
        stretches.reverse();
        Draft { tokens, sentences, quotations, stretches, tagged, report, next: Stage::Sentences }
    }

    /// Does what comes next; the report when that was the last. Each step takes less than half a frame. A browser compiles
    /// what does it when it first comes to it: so each stage is a step, and a function of its own.
    pub fn step(
        &mut self,
        chapter: &Article,
        labels: &mut Labels,
        options: &Options,
        lexicon: &Lexicon,
    ) -> Option<Report> {
        self.next = match std::mem::replace(&mut self.next, Stage::Claims) {
            Stage::Sentences => self.part(chapter),
            Stage::Labels => self.label(chapter, labels, lexicon),
            Stage::Finding(next) => self.find(next, chapter, options, lexicon),
            Stage::Claims => return Some(self.claim(chapter, lexicon)),
        };
        None
    }

    fn part(&mut self, chapter: &Article) -> Stage {
        self.sentences = sentences(&chapter.text, &chapter.blocks, &self.tokens);
        self.quotations = quotations(&chapter.text, &self.sentences, &self.tokens);
        self.report.sentences = self.sentences.iter().map(|sentence| sentence.span).collect();
        Stage::Labels
    }

    fn label(&mut self, chapter: &Article, labels: &mut Labels, lexicon: &Lexicon) -> Stage {
        let Some(stretch) = self.stretches.pop() else { return Stage::Finding(Finding::Candidates) };
        labels.add(chapter, &stretch, &self.tokens, lexicon, &mut self.tagged);
        Stage::Labels
    }

    fn find(&mut self, next: Finding, chapter: &Article, options: &Options, lexicon: &Lexicon) -> Stage {
        let passage = &Passage::new(&chapter.text, &self.tokens, &self.sentences, &self.quotations, lexicon);
        let report = &mut self.report;
        Stage::Finding(match next {
            Finding::Candidates => Finding::Mended(found_of(passage, &self.tagged)),
            Finding::Mended(found) => Finding::Attributions(mended_of(passage, found, &self.tagged)),
            Finding::Attributions(found) => {
                report.attributions = attributions_of(passage, found);
                report.attributions.retain(|attribution| attribution.confidence >= options.confidence);
                Finding::Provenance
            }
            Finding::Provenance => {
                report.provenance = provenance(passage, chapter);
                drop_credits(&mut report.attributions, &report.provenance);
                Finding::Told
            }
            Finding::Told => Finding::Ledger(Told::new(passage, &report.attributions)),
            Finding::Ledger(told) => {
                report.ledger = ledger_of(passage, &mut report.attributions, told);
                Finding::Hedges
            }
            Finding::Hedges => {
                report.hedges = hedges(passage, &report.attributions, options);
                return Stage::Claims;
            }
        })
    }

    fn claim(&mut self, chapter: &Article, lexicon: &Lexicon) -> Report {
        let passage = Passage::new(&chapter.text, &self.tokens, &self.sentences, &self.quotations, lexicon);
        let mut report = std::mem::take(&mut self.report);
        report.claims = claims(&passage, chapter, &report.attributions, &report.ledger, &report.hedges);
        drop_updates(&mut report.claims, &report.provenance);
        report
    }
}
