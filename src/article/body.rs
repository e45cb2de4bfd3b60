//! What of the blocks in an article's element is its text.

use std::ops::Range;

use super::{
    BlockKind,
    furniture::{is_furniture, says_of_paper, tells_who},
    home::home,
    kinds::kind,
    listing::HEADINGS,
    prose::{Prose, ends_sentence},
};
use crate::page::{
    hints::{Hint, Hints},
    metadata::OriginKind,
    outline::{Block, Outline},
};

/// The share of links, in percent, from which on a block leads elsewhere, unless it is a sentence of the running text.
const MIN_LEADING: usize = 80;

/// The share of links, in percent, below which a block at the article's edges is its own.
const MAX_EDGE_LINKED: usize = 50;

/// From how many bytes on a sentence at an article's edges is its own though it is one link.
const MIN_LINKED_SENTENCE: usize = 60;

/// What stands around running text and is not measured with it.
const AROUND: Hints = Hints::of(&[Hint::Figure, Hint::Caption, Hint::Byline]);

/// How many bytes of a line stand before the name of who wrote the article.
const MAX_BY: usize = 5;

/// How many blocks at an article's end tell of its paper or its author at most.
const MAX_FEET: usize = 3;

/// The blocks of the article that `roots` hold, in their order. Who wrote it stands between its headline and its text.
pub fn body(
    outline: &Outline,
    prose: &Prose,
    is_beside: &[bool],
    roots: &[usize],
    headline: Option<usize>,
) -> Vec<usize> {
    let is_held = held(outline, roots);
    let is_prose = |block: &usize| prose.of_block[*block] > 0 && is_held[outline.blocks[*block].element];
    let n_blocks = outline.blocks.len();
    let (Some(first), Some(last)) = ((0..n_blocks).find(is_prose), (0..n_blocks).rfind(is_prose)) else {
        return Vec::new();
    };
    let homes = homes(outline, prose);
    let stays = |index: &usize| {
        let block = &outline.blocks[*index];
        let text = block.span.of(&outline.text);
        let element = block.element;
        if !is_held[element] || is_beside[element] || is_furniture(text) {
            return false;
        }
        let is_above = *index < first && headline.is_some_and(|headline| headline < *index);
        let is_byline = || is_above && kind(outline, *index, 0) == BlockKind::Byline && is_name(text);
        let is_within = (first..=last).contains(index);
        let is_text = || is_within || homes[home(outline, element)] && is_own(outline, block, text);
        is_byline() || !leads_away(outline, *index, text) && is_text()
    };
    let mut body: Vec<usize> = (0..n_blocks).filter(stays).collect();
    drop_feet(outline, &mut body, first..last, headline);
    body
}

/// Drops what stands below an article, between its `first` and its `last` prose: headings that announced what has been left
/// out, and a few blocks that tell of the paper or of who wrote it.
fn drop_feet(outline: &Outline, body: &mut Vec<usize>, prose: Range<usize>, headline: Option<usize>) {
    let announces = |block: usize| block > prose.end && has(outline, block, HEADINGS);
    let authors = authors(outline, headline.unwrap_or(prose.start)..prose.start);
    let tells = |block: usize| is_of_paper(outline, block) || is_of_author(outline, block, &authors);
    let mut n_feet = 0;
    while let Some(block) = body.last().copied().filter(|block| *block > prose.start) {
        if !announces(block) && (n_feet == MAX_FEET || !tells(block)) {
            break;
        }
        n_feet += usize::from(!announces(block));
        body.pop();
    }
}

/// Of each element whether it is one of `roots` or stands in one.
fn held(outline: &Outline, roots: &[usize]) -> Vec<bool> {
    let mut is_held = vec![false; outline.elements.len()];
    for root in roots {
        is_held[*root..outline.elements[*root].end].fill(true);
    }
    is_held
}

/// Whether a block tells of the paper: how to get it, where else it was printed. A line of a few such words has a link.
fn is_of_paper(outline: &Outline, block: usize) -> bool {
    let block = &outline.blocks[block];
    says_of_paper(block.span.of(&outline.text), block.n_linked > 0)
}

/// Who wrote it, by what the page says for machines and by the lines above the text.
fn authors(outline: &Outline, above: Range<usize>) -> Vec<&str> {
    let stated = outline.metadata.origins.iter().filter(|origin| origin.kind == OriginKind::Author);
    let mut authors: Vec<&str> = stated.map(|origin| origin.words.as_str()).collect();
    let is_byline = |block: &usize| kind(outline, *block, 0) == BlockKind::Byline;
    authors.extend(above.skip(1).filter(is_byline).map(|block| outline.blocks[block].span.of(&outline.text)));
    authors
}

/// Whether a block says of who wrote the article what papers say of them: "Joanna Rees covers the coast."
fn is_of_author(outline: &Outline, block: usize, authors: &[&str]) -> bool {
    let text = outline.blocks[block].span.of(&outline.text);
    let Some((name, after)) = text.match_indices(' ').nth(1).map(|(space, _)| text.split_at(space)) else {
        return false;
    };
    let verb = after.split_whitespace().next().unwrap_or_default();
    // Before a name a line has no more than "By".
    let is_name = |author: &&str| author.ends_with(name) && author.len() <= name.len() + MAX_BY;
    authors.iter().any(is_name) && tells_who(verb)
}

/// Whether a line can be the name of who wrote it: a clock's, a count's or an address is none.
fn is_name(text: &str) -> bool {
    text.split_whitespace().count() > 1 && !text.contains(|letter: char| letter.is_ascii_digit() || letter == '@')
}

fn has(outline: &Outline, block: usize, hints: Hints) -> bool {
    outline.elements[outline.blocks[block].element].all_hints.has_any(hints)
}

/// Whether a block is a link to somewhere else and says nothing of its own, be it a teaser below a linked title.
fn leads_away(outline: &Outline, index: usize, text: &str) -> bool {
    let is_linked = |block: &Block| block.n_linked * 100 >= block.span.len() * MIN_LEADING;
    let block = &outline.blocks[index];
    let is_teaser = || {
        let title = index.saturating_sub(1);
        let around = |block: usize| outline.elements[outline.blocks[block].element].parent;
        around(title) == around(index) && is_linked(&outline.blocks[title]) && has(outline, title, HEADINGS)
    };
    is_linked(block) && (!ends_sentence(text) || is_teaser())
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
