//! Recognises pages that list articles and are none: front pages, sections, results of a search.

use super::{
    home::{MAX_LEAVES, home},
    prose::Prose,
};
use crate::page::{
    hints::{Hint, Hints},
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

/// The share of the paragraphs, in percent, that these are in a list; an article has its own above the links to others.
const MIN_TEASERS: usize = 50;

/// From how many articles on, each below a linked heading of its own, a page that is none shows them in full.
const MIN_ARTICLES: usize = 3;

/// What a heading is.
pub const HEADINGS: Hints = Hints::of(&[Hint::Heading, Hint::Headline]);

/// Whether what `root` holds are entries of a list: headings that are links, with little below each.
#[inline(never)]
pub fn is_listing(outline: &Outline, prose: &Prose, headline: Option<usize>, root: usize) -> bool {
    let mut together = vec![0; outline.elements.len()];
    let items = items(outline);
    let [mut n_entries, mut n_paragraphs, mut n_above, mut n_teasers, mut n_articles, mut sum] = [0; 6];
    // How many paragraphs stand behind the last entry; before the first there is no teaser.
    let mut n_behind = MAX_TEASER;
    let mut article = None;
    for (block, prose) in
        outline.blocks.iter().zip(&prose.of_block).filter(|(block, _)| outline.is_in(block.element, root))
    {
        let is_entry = is_entry(outline, block);
        n_teasers += usize::from(n_behind < MAX_TEASER && *prose > 0);
        let own = Some(block.element).filter(|_| is_entry).and_then(|element| article_around(outline, element));
        n_articles += usize::from(own.is_some() && own != article);
        article = own.or(article);
        n_behind = if is_entry { 0 } else { n_behind + usize::from(*prose > 0) };
        n_paragraphs += usize::from(*prose > 0);
        n_above += usize::from(n_entries == 0 && !is_entry && *prose > 0);
        n_entries += usize::from(is_entry);
        together[items[block.element].unwrap_or_else(|| home(outline, block.element))] += prose;
        sum += prose;
    }
    let most = together.iter().max().copied().unwrap_or_default();
    let least = if outline.metadata.is_article { MIN_ENTRIES_OF_ARTICLE } else { MIN_ENTRIES };
    let is_interleaved = n_paragraphs <= n_entries * MAX_TEASER && n_teasers * 100 >= n_paragraphs * MIN_TEASERS;
    let is_in_full =
        headline.is_none() && n_articles >= MIN_ARTICLES && n_articles == n_entries && n_above <= MAX_TEASER;
    n_entries >= least && (is_interleaved || is_in_full) && most * 100 < sum * MIN_TOGETHER
}

/// The article that an element stands in.
fn article_around(outline: &Outline, element: usize) -> Option<usize> {
    outline.ancestors(element).take(MAX_LEAVES).find(|element| outline.elements[*element].hints.has(Hint::Article))
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
pub fn is_entry(outline: &Outline, block: &Block) -> bool {
    let is_heading = || outline.elements[block.element].all_hints.has_any(HEADINGS);
    block.n_linked * 2 > block.span.len() && is_heading() && leads_elsewhere(outline, block)
}

/// Whether a link of a block leads to another place than one on this page.
pub fn leads_elsewhere(outline: &Outline, block: &Block) -> bool {
    let first = outline.links.partition_point(|link| link.span.start < block.span.start);
    let mut links = outline.links[first..].iter().take_while(|link| link.span.end <= block.span.end);
    // Programs that draw their pages themselves have addresses such as "#/news/1".
    links.any(|link| link.href.len() < 2 || !link.href.starts_with('#') || link.href.starts_with("#/"))
}
