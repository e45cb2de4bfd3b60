//! What of the blocks in an article's element is its text.

use super::{
    BlockKind,
    furniture::is_furniture,
    home::home,
    kinds::kind,
    prose::{Prose, ends_sentence},
};
use crate::page::{
    hints::{Hint, Hints},
    outline::{Block, Outline},
};

/// The share of links, in percent, from which on a block that is no sentence leads elsewhere.
const MIN_LEADING: usize = 80;

/// The share of links, in percent, below which a block at the article's edges is its own.
const MAX_EDGE_LINKED: usize = 50;

/// From how many bytes on a sentence at an article's edges is its own though it is one link.
const MIN_LINKED_SENTENCE: usize = 60;

/// What stands around running text and is not measured with it.
const AROUND: Hints = Hints::of(&[Hint::Figure, Hint::Caption, Hint::Byline]);

/// The blocks of the article that `root` holds, in their order. Who wrote it stands between its headline and its text.
pub fn body(outline: &Outline, prose: &Prose, is_beside: &[bool], root: usize, headline: Option<usize>) -> Vec<usize> {
    let is_prose = |block: &usize| prose.of_block[*block] > 0 && outline.is_in(outline.blocks[*block].element, root);
    let n_blocks = outline.blocks.len();
    let (Some(first), Some(last)) = ((0..n_blocks).find(is_prose), (0..n_blocks).rfind(is_prose)) else {
        return Vec::new();
    };
    let homes = homes(outline, prose);
    let stays = |index: &usize| {
        let block = &outline.blocks[*index];
        let text = block.span.of(&outline.text);
        let element = block.element;
        if !outline.is_in(element, root) || is_beside[element] || is_furniture(text) {
            return false;
        }
        let is_above = *index < first && headline.is_some_and(|headline| headline < *index);
        let is_byline = || is_above && kind(outline, *index, 0) == BlockKind::Byline && is_name(text);
        let is_within = (first..=last).contains(index);
        let is_text = || is_within || homes[home(outline, element)] && is_own(outline, block, text);
        is_byline() || !leads_away(block, text) && is_text()
    };
    let mut body: Vec<usize> = (0..n_blocks).filter(stays).collect();
    // A heading with nothing below it announced what has been left out.
    while body.last().is_some_and(|block| *block > last && has(outline, *block, HEADINGS)) {
        body.pop();
    }
    body
}

/// Whether a line can be the name of who wrote it: a clock's, a count's or an address is none.
fn is_name(text: &str) -> bool {
    text.split_whitespace().count() > 1 && !text.contains(|letter: char| letter.is_ascii_digit() || letter == '@')
}

/// What a heading is.
pub const HEADINGS: Hints = Hints::of(&[Hint::Heading, Hint::Headline]);

fn has(outline: &Outline, block: usize, hints: Hints) -> bool {
    outline.elements[outline.blocks[block].element].all_hints.has_any(hints)
}

/// Whether a block is a link to somewhere else and says nothing of its own.
fn leads_away(block: &Block, text: &str) -> bool {
    block.n_linked * 100 >= text.len() * MIN_LEADING && !ends_sentence(text)
}

/// Whether a block before the first prose or after the last is the article's own.
fn is_own(outline: &Outline, block: &Block, text: &str) -> bool {
    if outline.elements[block.element].all_hints.has_any(AROUND) {
        return false;
    }
    block.n_linked * 100 < text.len() * MAX_EDGE_LINKED || text.len() >= MIN_LINKED_SENTENCE && ends_sentence(text)
}

/// Which elements have prose of their own, or in a list or quotation of theirs.
fn homes(outline: &Outline, prose: &Prose) -> Vec<bool> {
    let mut homes = vec![false; outline.elements.len()];
    for (block, prose) in outline.blocks.iter().zip(&prose.of_block) {
        homes[home(outline, block.element)] |= *prose > 0;
    }
    homes
}
