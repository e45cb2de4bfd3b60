//! Chooses the article of a page: from the whole page down to the element that holds its prose, then what of
//! that element's blocks is its text.

use super::{Absence, BlockKind, kinds::kind, prose::Prose};
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

/// What stands beside an article.
const BESIDE: Hints = Hints::of(&[
    Hint::Hidden,
    Hint::Navigation,
    Hint::Comments,
    Hint::Related,
    Hint::Sharing,
    Hint::Advert,
    Hint::Dialog,
    Hint::Promotion,
    Hint::Aside,
    Hint::Footer,
    Hint::Form,
    Hint::PullQuote,
]);

/// The share of the page's prose, in percent, above which an element is kept whatever it says of itself: templates
/// put "category-x tag-y author-z" on the article, and whole pages stand in one form.
const MAX_BESIDE: usize = 45;

/// The share of the prose, in percent, that an element must hold for the article to be sought in it alone.
const MIN_DESCENT: usize = 72;

/// The least prose of an article, in bytes: two sentences.
const MIN_ARTICLE: usize = 140;

/// The blocks that are the article, with the kind of each.
pub fn choose(outline: &Outline, scope: Scope) -> Result<Vec<(usize, BlockKind)>, Absence> {
    if outline.blocks.is_empty() {
        return Err(Absence::NoText);
    }
    match scope {
        Scope::Everything => Ok((0..outline.blocks.len()).map(|block| (block, kind(outline, block, 0))).collect()),
        Scope::Article => article(outline).ok_or(Absence::NoArticle),
    }
}

fn article(outline: &Outline) -> Option<Vec<(usize, BlockKind)>> {
    let is_beside = beside(outline, &Prose::new(outline, |_| true));
    let prose = Prose::new(outline, |block| !is_beside[block.element]);
    if prose.total() < MIN_ARTICLE {
        return None;
    }
    let root = root(outline, &prose);
    let first = prose.of_block.iter().position(|prose| *prose > 0)?;
    let last = prose.of_block.iter().rposition(|prose| *prose > 0)?;
    let stays = |block: &usize| {
        let element = outline.blocks[*block].element;
        !is_beside[element] && outline.is_in(element, root)
    };
    let body = (first..=last).filter(stays).map(|block| (block, kind(outline, block, root)));
    let headline = headline(outline, &is_beside, first).map(|block| (block, BlockKind::Heading));
    Some(headline.into_iter().chain(body).collect())
}

/// The headline above the first paragraph; newspapers put it outside the element that holds their text.
fn headline(outline: &Outline, is_beside: &[bool], first: usize) -> Option<usize> {
    (0..first).rev().find(|block| {
        let element = outline.blocks[*block].element;
        outline.elements[element].all_hints.has(Hint::Headline) && !is_beside[element]
    })
}

/// Which elements stand beside the article.
fn beside(outline: &Outline, prose: &Prose) -> Vec<bool> {
    let mut is_beside: Vec<bool> = Vec::with_capacity(outline.elements.len());
    for (index, element) in outline.elements.iter().enumerate() {
        let holds_most = prose.of_element[index] * 100 > prose.total() * MAX_BESIDE;
        let own = element.hints.has_any(BESIDE) && !holds_most;
        is_beside.push(own || is_beside.get(element.parent).copied().unwrap_or_default());
    }
    is_beside
}

/// The innermost element that holds nearly all prose.
fn root(outline: &Outline, prose: &Prose) -> usize {
    let mut root = 0;
    let mut index = 1;
    while index < outline.elements[root].end {
        if prose.of_element[index] * 100 >= prose.of_element[root] * MIN_DESCENT {
            root = index;
            index += 1;
        } else {
            index = outline.elements[index].end;
        }
    }
    root
}
