//! Recognises pages that list articles and are none: front pages, sections, results of a search.

use super::{
    body::HEADINGS,
    home::{MAX_LEAVES, home},
    prose::Prose,
};
use crate::page::{
    hints::Hint,
    outline::{Block, Outline},
};

/// From how many entries on a page is a list; from how many if it says that it is an article (`og:type`), as some
/// templates say of every page: articles link to a few others under headings.
const MIN_ENTRIES: usize = 3;
const MIN_ENTRIES_OF_ARTICLE: usize = 6;

/// The share of the prose, in percent, that stands side by side in an article. A list has each teaser in an element
/// of its own; a live blog has several paragraphs in each.
const MIN_TOGETHER: usize = 50;

/// How many paragraphs a linked heading has below it in a list: the teaser, and sometimes a second.
const MAX_TEASER: usize = 2;

/// Whether what `root` holds are entries of a list: headings that are links, with little below each.
#[inline(never)]
pub fn is_listing(outline: &Outline, prose: &Prose, root: usize) -> bool {
    let mut together = vec![0; outline.elements.len()];
    let items = items(outline);
    let (mut n_entries, mut n_paragraphs, mut sum) = (0, 0, 0);
    for (block, prose) in
        outline.blocks.iter().zip(&prose.of_block).filter(|(block, _)| outline.is_in(block.element, root))
    {
        n_paragraphs += usize::from(*prose > 0);
        n_entries += usize::from(is_entry(outline, block));
        together[items[block.element].unwrap_or_else(|| home(outline, block.element))] += prose;
        sum += prose;
    }
    let most = together.iter().max().copied().unwrap_or_default();
    let least = if outline.metadata.is_article { MIN_ENTRIES_OF_ARTICLE } else { MIN_ENTRIES };
    n_entries >= least && n_paragraphs <= n_entries * MAX_TEASER && most * 100 < sum * MIN_TOGETHER
}

/// The item of a list that each element stands in, if a linked heading stands in it: such an item holds a teaser, while
/// others are an article's own paragraphs.
fn items(outline: &Outline) -> Vec<Option<usize>> {
    let mut holds_entry = vec![false; outline.elements.len()];
    for block in outline.blocks.iter().filter(|block| is_entry(outline, block)) {
        let mut around = outline.ancestors(block.element).take(MAX_LEAVES);
        let item = around.find(|element| outline.elements[*element].hints.has(Hint::ListItem));
        item.into_iter().for_each(|item| holds_entry[item] = true);
    }
    let mut items: Vec<Option<usize>> = Vec::with_capacity(outline.elements.len());
    for (index, element) in outline.elements.iter().enumerate() {
        let outer = items.get(element.parent).copied().flatten();
        items.push(if holds_entry[index] { Some(index) } else { outer });
    }
    items
}

/// Whether a block is a heading and leads elsewhere.
fn is_entry(outline: &Outline, block: &Block) -> bool {
    block.n_linked * 2 > block.span.len() && outline.elements[block.element].all_hints.has_any(HEADINGS)
}
