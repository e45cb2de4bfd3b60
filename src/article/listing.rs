//! Recognises pages that list articles and are none: front pages, sections, results of a search.

use super::{
    body::{HEADINGS, home},
    prose::Prose,
};
use crate::page::outline::Outline;

/// From how many entries on a page is a list.
const MIN_ENTRIES: usize = 3;

/// The share of the prose, in percent, that stands side by side in an article. A list has each teaser in an element
/// of its own; a live blog has several paragraphs in each.
const MIN_TOGETHER: usize = 50;

/// How many paragraphs a linked heading has below it in a list: the teaser, and sometimes a second.
const MAX_TEASER: usize = 2;

/// Whether what `root` holds are entries of a list: headings that are links, with little below each.
pub fn is_listing(outline: &Outline, prose: &Prose, root: usize) -> bool {
    let mut together = vec![0; outline.elements.len()];
    let (mut n_entries, mut n_paragraphs, mut sum) = (0, 0, 0);
    for (block, prose) in
        outline.blocks.iter().zip(&prose.of_block).filter(|(block, _)| outline.is_in(block.element, root))
    {
        n_paragraphs += usize::from(*prose > 0);
        n_entries += usize::from(is_entry(outline, block.element, block.n_linked * 2 > block.span.len()));
        together[home(outline, block.element)] += prose;
        sum += prose;
    }
    let most = together.iter().max().copied().unwrap_or_default();
    n_entries >= MIN_ENTRIES && n_paragraphs <= n_entries * MAX_TEASER && most * 100 < sum * MIN_TOGETHER
}

fn is_entry(outline: &Outline, element: usize, is_link: bool) -> bool {
    is_link && outline.elements[element].all_hints.has_any(HEADINGS)
}
