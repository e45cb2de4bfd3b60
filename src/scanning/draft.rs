//! A chapter while it is scanned: what is known of it, and what comes next.

use std::ops::Range;

use super::{chapters::stretches, labels::Labels};
use crate::{
    article::Article,
    find::{
        attributions::{Attribution, attributions_of},
        claims::claims,
        hedges::{Hedge, hedges},
        ledger::{LedgerEntry, ledger},
        passage::Passage,
        provenance::provenance,
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
    attributions: Option<Vec<Attribution>>,
    ledger: Option<Vec<LedgerEntry>>,
    hedges: Vec<Hedge>,
}

impl Draft {
    /// Begins with the words.
    pub fn new(chapter: &Article, lexicon: &Lexicon) -> Self {
        let text = chapter.text.as_str();
        let tokens = tokens(text, lexicon);
        let sentences = sentences(text, &chapter.blocks, &tokens);
        let quotations = quotations(text, &sentences, &tokens);
        let mut stretches = stretches(chapter);
        stretches.reverse();
        Draft {
            tokens,
            sentences,
            quotations,
            stretches,
            tagged: Tagged::default(),
            attributions: None,
            ledger: None,
            hedges: Vec::new(),
        }
    }

    /// Does what comes next; the report when that was the last. Each step takes less than half a frame.
    pub fn step(
        &mut self,
        chapter: &Article,
        labels: &mut Labels,
        options: &Options,
        lexicon: &Lexicon,
    ) -> Option<Report> {
        if let Some(stretch) = self.stretches.pop() {
            labels.add(chapter, &stretch, &self.tokens, lexicon, &mut self.tagged);
            return None;
        }
        let passage = Passage::new(&chapter.text, &self.tokens, &self.sentences, &self.quotations, lexicon);
        let Some(attributions) = &mut self.attributions else {
            let mut found = attributions_of(&passage, &self.tagged);
            found.retain(|attribution| attribution.confidence >= options.confidence);
            drop_credits(&mut found, &provenance(&passage, chapter));
            self.attributions = Some(found);
            return None;
        };
        let Some(ledger) = &self.ledger else {
            self.ledger = Some(ledger(&passage, attributions));
            self.hedges = hedges(&passage, attributions, options);
            return None;
        };
        let provenance = provenance(&passage, chapter);
        let mut claims = claims(&passage, chapter, attributions, ledger, &self.hedges);
        drop_updates(&mut claims, &provenance);
        Some(Report {
            language: passage.lexicon.language.to_owned(),
            sentences: self.sentences.iter().map(|sentence| sentence.span).collect(),
            n_words: self.tokens.iter().filter(|token| token.is_word()).count(),
            claims,
            attributions: std::mem::take(attributions),
            ledger: ledger.clone(),
            hedges: std::mem::take(&mut self.hedges),
            provenance,
        })
    }
}
