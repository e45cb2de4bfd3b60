//! Finds the element that holds the article's text.

use super::{home::home, prose::Prose, stated::Stated};
use crate::page::{hints::Hint, outline::Outline};

/// The share of the prose, in percent, that an element must hold for the article to be sought in it alone.
const MIN_DESCENT: usize = 72;

/// The share of an element's prose, in percent, from which on its own paragraphs count beside a child with the rest:
/// paywalls and "read on" wrap all paragraphs but the first two.
const MIN_OWN: usize = 10;

/// The least prose of an article, in bytes: two sentences.
pub const MIN_ARTICLE: usize = 140;

/// The share of the prose below the headline, in percent, that the next element around it must add to be taken in.
const MIN_ADDED: usize = 10;

/// The share of the prose, in percent, that an element said to be the article's text must hold to be believed.
const MIN_BODY: usize = 40;

/// The innermost element that holds nearly all prose of the article; where the page states other words to be it, the
/// one that holds those.
#[inline(never)]
pub fn root(outline: &Outline, prose: &Prose, headline: Option<usize>, stated: &Stated) -> usize {
    let around = headline.and_then(|headline| around(outline, prose, headline)).unwrap_or_default();
    let root = body(outline, prose, around).unwrap_or_else(|| descend(outline, prose, around));
    match stated.innermost() {
        Some(innermost) if !stated.is_in(root) => home(outline, innermost),
        _ => root,
    }
}

/// The element around the headline and the prose below it, but not around the next article.
fn around(outline: &Outline, prose: &Prose, headline: usize) -> Option<usize> {
    let mut ancestors = outline.ancestors(outline.blocks[headline].element);
    let below = Below::new(outline, prose, headline);
    let mut around = ancestors.find(|element| below.prose(*element) > 0)?;
    for element in ancestors {
        let (own, wider) = (below.prose(around), below.prose(element));
        if (wider - own) * 100 >= own * MIN_ADDED && !below.holds_another(outline, prose, around, element) {
            around = element;
        }
    }
    Some(around)
}

/// The prose below the headline, summed up block by block.
struct Below {
    headline: usize,
    /// Of each block the prose from the headline to its end.
    sums: Vec<usize>,
    /// Of each element the index after its last block.
    ends: Vec<usize>,
}

impl Below {
    fn new(outline: &Outline, prose: &Prose, headline: usize) -> Self {
        let mut sum = 0;
        let below = prose.of_block.iter().enumerate().map(|(block, prose)| {
            sum += if block > headline { *prose } else { 0 };
            sum
        });
        let mut ends = vec![0; outline.elements.len()];
        for (index, block) in outline.blocks.iter().enumerate() {
            ends[block.element] = index + 1;
        }
        for index in (1..ends.len()).rev() {
            let parent = outline.elements[index].parent;
            ends[parent] = ends[parent].max(ends[index]);
        }
        Below { headline, sums: below.collect(), ends }
    }

    fn prose(&self, element: usize) -> usize {
        let end = self.ends[element];
        if end > self.headline { self.sums[end - 1] } else { 0 }
    }

    /// Whether what `wider` adds below `own` is another article.
    fn holds_another(&self, outline: &Outline, prose: &Prose, own: usize, wider: usize) -> bool {
        let mut added = outline.elements[own].end..outline.elements[wider].end;
        // A headline in no article may stand above the one that has its text.
        let headline = &outline.elements[outline.blocks[self.headline].element];
        let is_article = |index: usize| {
            let is_article = outline.elements[index].hints.has(Hint::Article);
            headline.all_hints.has(Hint::Article) && is_article && prose.of_element[index] >= MIN_ARTICLE
        };
        let mut blocks = outline.blocks[self.ends[own]..self.ends[wider]].iter();
        added.any(is_article) || blocks.any(|block| outline.elements[block.element].hints.has(Hint::Headline))
    }
}

/// Enters the child that holds nearly all prose until none does, or paragraphs stand beside it.
fn descend(outline: &Outline, prose: &Prose, from: usize) -> usize {
    let own = own_prose(outline, prose);
    let mut root = from;
    let mut index = from + 1;
    while index < outline.elements[root].end && own[root] * 100 < prose.of_element[root] * MIN_OWN {
        if prose.of_element[index] * 100 >= prose.of_element[root] * MIN_DESCENT {
            root = index;
            index += 1;
        } else {
            index = outline.elements[index].end;
        }
    }
    root
}

/// Of each element the prose that stands in no other element than a paragraph.
fn own_prose(outline: &Outline, prose: &Prose) -> Vec<usize> {
    let mut own = vec![0; outline.elements.len()];
    for (block, prose) in outline.blocks.iter().zip(&prose.of_block) {
        let element = &outline.elements[block.element];
        let is_paragraph = element.hints.has(Hint::Paragraph);
        own[if is_paragraph { element.parent } else { block.element }] += prose;
    }
    own
}

/// The one element in `root` that is said to be the article's text.
fn body(outline: &Outline, prose: &Prose, root: usize) -> Option<usize> {
    let is_body = |index: &usize| {
        let element = &outline.elements[*index];
        let is_outermost = !outline.elements[element.parent].all_hints.has(Hint::ArticleBody) || element.parent < root;
        element.hints.has(Hint::ArticleBody) && is_outermost
    };
    let mut bodies = (root..outline.elements[root].end).filter(is_body);
    let body = bodies.next()?;
    let is_believed = prose.of_element[body] * 100 >= prose.of_element[root] * MIN_BODY;
    (bodies.next().is_none() && is_believed).then_some(body)
}
