//! Chooses the article of a page: from the whole page down to the element that holds its prose, then what of
//! that element's blocks is its text.

use std::ops::Range;

use super::{
    Absence, BlockKind,
    beside::{BESIDE, beside},
    body::body,
    furniture::is_furniture,
    headline::headline,
    kinds::kind,
    listing::is_listing,
    prose::{Prose, ends_sentence},
    repeats::repeats,
    root::{MIN_ARTICLE, root},
    stated::Stated,
};
use crate::page::{
    hints::{Hint, Hints},
    outline::Outline,
};

/// What is sought in a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Its article.
    Article,
    /// All that can be read.
    Everything,
}

/// The blocks that are the article, with the kind of each.
#[derive(Default)]
pub struct Chosen {
    /// Those above its text: the headline, what is said in large letters, who wrote it.
    pub above: Vec<(usize, BlockKind)>,
    /// Its text.
    pub body: Vec<(usize, BlockKind)>,
}

/// The blocks that are the article. What a publisher has marked is the article.
pub fn choose(outline: &Outline, scope: Scope) -> Result<Chosen, Absence> {
    if outline.blocks.is_empty() {
        return Err(Absence::NoText);
    }
    let all = 0..outline.blocks.len();
    let marked = || all.clone().filter(|block| hints(outline, *block).has(Hint::Chosen)).collect::<Vec<_>>();
    let asked = if scope == Scope::Everything { all.clone().collect() } else { marked() };
    match asked.is_empty() {
        true => article(outline).ok_or(Absence::NoArticle),
        false => {
            let body = asked.into_iter().map(|block| (block, kind(outline, block, 0))).collect();
            Ok(Chosen { body, ..Chosen::default() })
        }
    }
}

fn hints(outline: &Outline, block: usize) -> Hints {
    outline.elements[outline.blocks[block].element].all_hints
}

fn article(outline: &Outline) -> Option<Chosen> {
    let headline = headline(outline, BESIDE);
    let stated = Stated::new(outline);
    let is_beside = beside(outline, &Prose::new(outline, |_| true), headline, &stated);
    let prose = Prose::new(outline, |block| !is_beside[block.element]);
    if prose.total() < MIN_ARTICLE {
        return None;
    }
    let root = root(outline, &prose, headline, &stated);
    if stated.innermost().is_none() && is_listing(outline, &prose, root) {
        return None;
    }
    let mut body = body(outline, &prose, &is_beside, root);
    let repeats = repeats(outline, &body);
    body.retain(|block| !repeats.contains(block));
    let first = *body.first()?;
    let above = headline.map(|headline| above(outline, &is_beside, headline..first)).unwrap_or_default();
    let body = body.into_iter().map(|block| (block, kind(outline, block, root))).collect();
    Some(Chosen { above, body })
}

/// The least bytes of a sentence below a headline that is more than a label.
const MIN_STANDFIRST: usize = 40;

/// The headline and what stands between it and the text: what is said in large letters, who wrote it.
fn above(outline: &Outline, is_beside: &[bool], mut blocks: Range<usize>) -> Vec<(usize, BlockKind)> {
    let headline = blocks.next().map(|headline| (headline, BlockKind::Heading));
    let lead = blocks.filter_map(|index| {
        let block = &outline.blocks[index];
        let text = block.span.of(&outline.text);
        if is_beside[block.element] || is_furniture(text) {
            return None;
        }
        let kind = match kind(outline, index, 0) {
            BlockKind::Byline => BlockKind::Byline,
            BlockKind::Caption => return None,
            // A standfirst sums up what the article says: who says it stands there, and its claims have their sources below.
            _ if text.len() >= MIN_STANDFIRST && block.n_linked == 0 && ends_sentence(text) => BlockKind::Heading,
            _ => return None,
        };
        Some((index, kind))
    });
    headline.into_iter().chain(lead).collect()
}
