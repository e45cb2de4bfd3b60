//! Tells what stands beside an article: menus, comments, other articles, advertisements.

use super::{prose::Prose, stated::Stated};
use crate::page::{
    hints::{Hint, Hints},
    outline::Outline,
};

/// What says that an element stands beside an article.
pub const BESIDE: Hints = Hints::of(&[
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

/// The share of the prose, in percent, above which an element may be the article whatever it says of itself: templates
/// put "category-x tag-y author-z" on the article, and whole pages stand in one form. The headline's element is
/// compared with what nothing speaks against, any other with all of the page.
const MIN_OVERRULED: usize = 45;

/// The least prose outside an element, in bytes, that could be the article instead.
const MIN_ELSEWHERE: usize = 250;

/// Of each element whether it stands beside the article. A long thread of comments holds most of a page; so names
/// are overruled only where the headline stands in the element, or no article could be elsewhere, or the page states that
/// what is shown in it is the article.
#[inline(never)]
pub fn beside(outline: &Outline, prose: &Prose, headline: Option<usize>, stated: &Stated) -> Vec<bool> {
    let headline = headline.map(|block| outline.blocks[block].element);
    let holds_headline = |index: usize| headline.is_some_and(|headline| outline.is_in(headline, index));
    let unmarked = prose.total() - sum_beside(outline, prose, |_| false);
    let elsewhere = prose.total() - sum_beside(outline, prose, holds_headline);
    let mut is_beside: Vec<bool> = Vec::with_capacity(outline.elements.len());
    for (index, element) in outline.elements.iter().enumerate() {
        let own = prose.of_element[index];
        let is_overruled = match holds_headline(index) {
            true => own * 100 > (own + unmarked) * MIN_OVERRULED,
            false => own * 100 > prose.total() * MIN_OVERRULED && elsewhere < MIN_ELSEWHERE,
        };
        let is_stated = stated.is_in(index) && !element.hints.has(Hint::Hidden);
        let is_own = element.hints.has_any(BESIDE) && !is_overruled && !is_stated;
        is_beside.push(is_own || is_beside.get(element.parent).copied().unwrap_or_default());
    }
    is_beside
}

/// How much prose stands in elements that say they are beside an article and are not `excepted`.
fn sum_beside(outline: &Outline, prose: &Prose, excepted: impl Fn(usize) -> bool) -> usize {
    let mut is_marked: Vec<bool> = Vec::with_capacity(outline.elements.len());
    for (index, element) in outline.elements.iter().enumerate() {
        let is_own = element.hints.has_any(BESIDE) && !excepted(index);
        is_marked.push(is_own || is_marked.get(element.parent).copied().unwrap_or_default());
    }
    let blocks = outline.blocks.iter().zip(&prose.of_block);
    blocks.filter(|(block, _)| is_marked[block.element]).map(|(_, prose)| prose).sum()
}
