//! Labels the tokens of a chapter, stretch by stretch, and remembers what it made of each: when a page changes, only
//! stretches with other words are labelled anew.
//!
//! A stretch is labelled with the block before and after it in sight, so that its edges read as they would within the
//! whole.

use std::{collections::HashMap, ops::Range};

use crate::{
    article::{Article, Block},
    find::{
        attributions::tagged,
        passage::Passage,
        tagger::{Tagged, labels::OUTSIDE},
    },
    lexicon::Lexicon,
    span::Span,
    text::{
        quotations::quotations,
        sentences::sentences,
        tokens::{Token, tokens},
    },
};

/// The words of a stretch with those in sight, where its blocks stand in them, and which are its own.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Stretch {
    text: String,
    blocks: Vec<Span>,
    own: Span,
}

/// What was made of the stretches met before.
#[derive(Default)]
pub struct Labels {
    /// And whether each was met since it was last tidied.
    known: HashMap<Stretch, (Tagged, bool)>,
    /// How many stretches were labelled, and not remembered.
    pub n_labelled: usize,
}

impl Labels {
    /// Labels the own tokens of the stretch that `blocks` of a chapter are.
    pub fn add(
        &mut self,
        chapter: &Article,
        blocks: &Range<usize>,
        tokens: &[Token],
        lexicon: &Lexicon,
        all: &mut Tagged,
    ) {
        let stretch = stretch(chapter, blocks);
        let own = Span::new(chapter.blocks[blocks.start].span.start, chapter.blocks[blocks.end - 1].span.end);
        let n_labelled = &mut self.n_labelled;
        let (tagged, is_met) = self.known.entry(stretch).or_insert_with_key(|stretch| {
            *n_labelled += 1;
            (label(stretch, lexicon), true)
        });
        *is_met = true;
        let place = within(tokens, own);
        all.labels.resize(tokens.len(), OUTSIDE);
        all.margins.resize(tokens.len(), 0);
        // The same words are the same tokens wherever they stand; were they not, none would be labelled.
        if place.len() == tagged.labels.len() {
            all.labels[place.clone()].copy_from_slice(&tagged.labels);
            all.margins[place].copy_from_slice(&tagged.margins);
        }
    }

    /// Forgets the stretches that were not met since it did so last.
    pub fn tidy(&mut self) {
        self.known.retain(|_, (_, is_met)| std::mem::take(is_met));
    }
}

fn stretch(chapter: &Article, blocks: &Range<usize>) -> Stretch {
    let in_sight = blocks.start.saturating_sub(1)..(blocks.end + 1).min(chapter.blocks.len());
    let start = chapter.blocks[in_sight.start].span.start;
    let moved = |span: Span| Span::new(span.start - start, span.end - start);
    let seen = &chapter.blocks[in_sight];
    let own = chapter.blocks[blocks.start].span.to(chapter.blocks[blocks.end - 1].span);
    Stretch {
        text: seen
            .first()
            .map_or(own, |first| first.span)
            .to(seen.last().map_or(own, |last| last.span))
            .of(&chapter.text)
            .to_owned(),
        blocks: seen.iter().map(|block| moved(block.span)).collect(),
        own: moved(own),
    }
}

/// The labels of a stretch's own tokens.
fn label(stretch: &Stretch, lexicon: &Lexicon) -> Tagged {
    let Stretch { text, blocks, own } = stretch;
    let kind = crate::article::BlockKind::Paragraph;
    let blocks: Vec<Block> = blocks.iter().map(|span| Block { span: *span, kind }).collect();
    let tokens = tokens(text, lexicon);
    let sentences = sentences(text, &blocks, &tokens);
    let quotations = quotations(text, &sentences, &tokens);
    let Tagged { labels, margins } = tagged(&Passage::new(text, &tokens, &sentences, &quotations, lexicon));
    let own = within(&tokens, *own);
    Tagged { labels: labels[own.clone()].to_vec(), margins: margins[own].to_vec() }
}

/// The tokens that stand in `span`.
fn within(tokens: &[Token], span: Span) -> Range<usize> {
    let start = tokens.partition_point(|token| token.span.start < span.start);
    start..tokens.partition_point(|token| token.span.start < span.end)
}
