//! How much prose there is in a page's blocks and elements. Prose is what articles are made of: long enough,
//! in sentences, not in links.

use crate::page::{
    hints::{Hint, Hints},
    outline::{Block, Outline},
};

/// From how many bytes on a block is prose. Menus, captions and headlines are shorter, most paragraphs longer; bytes,
/// since Chinese and Japanese say as much in a third of the characters.
const MIN_PROSE: usize = 80;

/// From how many bytes on a block is prose even if it does not end as sentences do.
const MIN_UNENDED: usize = 160;

/// From how many bytes on a block is prose on a page that has little.
const MIN_SHORT_PROSE: usize = 30;

/// A page with less prose than this, in bytes, has short paragraphs.
const LITTLE: usize = 400;

/// The least prose of an article, in bytes: two sentences.
pub const MIN_ARTICLE: usize = 140;

/// The share of links, in percent, from which on a block is a list of links.
const MAX_LINKED: usize = 35;

/// What stands with an article, often in sentences, and would be found where no article is.
const NO_PROSE: Hints = Hints::of(&[Hint::Figure, Hint::Caption, Hint::Heading, Hint::Headline]);

/// The prose of a page.
#[derive(Clone, Debug, Default)]
pub struct Prose {
    /// Of each block its bytes if it is prose, else 0.
    pub of_block: Vec<usize>,
    /// Of each element the sum of what is in it.
    pub of_element: Vec<usize>,
}

impl Prose {
    /// Measures what of the outline's blocks `counts`.
    #[inline(never)]
    pub fn new(outline: &Outline, counts: impl Fn(&Block) -> bool) -> Self {
        let counts = |block: &Block| counts(block) && !outline.elements[block.element].all_hints.has_any(NO_PROSE);
        let measure = |least| {
            let of_block =
                |block: &Block| if counts(block) && is_prose(outline, block, least) { block.span.len() } else { 0 };
            outline.blocks.iter().map(of_block).collect::<Vec<_>>()
        };
        let mut of_block = measure(MIN_PROSE);
        if of_block.iter().sum::<usize>() < LITTLE {
            of_block = measure(MIN_SHORT_PROSE);
        }
        Prose { of_element: sums(outline, &of_block), of_block }
    }

    /// Before each block, and at last in all, how many bytes of it stand in elements that count.
    pub fn before(&self, outline: &Outline, counts: impl Fn(usize) -> bool) -> Vec<usize> {
        let mut sums = vec![0];
        for (block, own) in outline.blocks.iter().zip(&self.of_block) {
            sums.push(sums[sums.len() - 1] + if counts(block.element) { *own } else { 0 });
        }
        sums
    }

    /// All prose of the page.
    pub fn total(&self) -> usize {
        self.of_element.first().copied().unwrap_or_default()
    }
}

/// Of each element the sum of what is in it.
pub fn sums(outline: &Outline, of_block: &[usize]) -> Vec<usize> {
    let mut of_element = vec![0; outline.elements.len()];
    for (block, own) in outline.blocks.iter().zip(of_block) {
        of_element[block.element] += own;
    }
    // Elements stand after those around them.
    for index in (1..of_element.len()).rev() {
        of_element[outline.elements[index].parent] += of_element[index];
    }
    of_element
}

/// Of each element the prose that stands in no other element than a paragraph.
pub fn own_prose(outline: &Outline, prose: &Prose) -> Vec<usize> {
    let mut own = vec![0; outline.elements.len()];
    for (block, prose) in outline.blocks.iter().zip(&prose.of_block) {
        let element = &outline.elements[block.element];
        let is_paragraph = element.hints.has(Hint::Paragraph);
        own[if is_paragraph { element.parent } else { block.element }] += prose;
    }
    own
}

/// Whether a block is prose of at least so many bytes.
fn is_prose(outline: &Outline, block: &Block, least: usize) -> bool {
    let text = block.span.of(&outline.text);
    let is_ended = text.len() >= MIN_UNENDED || ends_sentence(text);
    is_long(block, least) && is_ended
}

/// Whether a block is so long and no list of links.
fn is_long(block: &Block, least: usize) -> bool {
    block.n_linked * 100 < block.span.len() * MAX_LINKED && block.span.len() >= least
}

/// Whether a block may be prose, on whatever page.
pub fn may_be_prose(block: &Block) -> bool {
    is_long(block, MIN_SHORT_PROSE)
}

/// Whether a text ends as sentences do, closing marks aside.
pub fn ends_sentence(text: &str) -> bool {
    let closers = ['"', '”', '’', '\'', '»', '“', ')', ']', '」', '』', ' ', '\u{a0}'];
    text.trim_end_matches(closers).ends_with(['.', '!', '?', '…', ':', '。', '！', '？', '؟', '۔', '।'])
}
