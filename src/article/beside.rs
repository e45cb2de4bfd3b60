//! Tells what stands beside an article: menus, comments, other articles, advertisements.

use super::{
    places::Places,
    prose::{MIN_ARTICLE, Prose},
    sections::sections,
    stated::Stated,
};
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
pub fn beside(
    outline: &Outline,
    places: &Places,
    prose: &Prose,
    headline: Option<usize>,
    stated: &Stated,
) -> Vec<bool> {
    let mut is_said = sections(outline, places, prose, headline, BESIDE);
    is_said.iter_mut().zip(&outline.elements).for_each(|(is_said, element)| *is_said |= element.hints.has_any(BESIDE));
    let holds_headline = |index: usize| headline.is_some_and(|headline| places.of(index).contains(&headline));
    let unmarked = *free(outline, prose, &is_said).last().unwrap_or(&0);
    let mut is_other = is_said.clone();
    is_other.iter_mut().enumerate().for_each(|(index, is_other)| *is_other &= !holds_headline(index));
    let free = free(outline, prose, &is_other);
    let elsewhere = *free.last().unwrap_or(&0);
    let mut is_beside: Vec<bool> = Vec::with_capacity(outline.elements.len());
    for (index, element) in outline.elements.iter().enumerate() {
        let own = prose.of_element[index];
        let first = places.of(index).start;
        // Below a short article there may be a long thread.
        let is_thread = || element.hints.has(Hint::Comments) && above(headline, first, &free) >= MIN_ARTICLE;
        let is_overruled = match holds_headline(index) {
            true => own * 100 > (own + unmarked) * MIN_OVERRULED,
            false => own * 100 > prose.total() * MIN_OVERRULED && elsewhere < MIN_ELSEWHERE && !is_thread(),
        };
        let is_stated = stated.is_in(index) && !element.hints.has(Hint::Hidden);
        let is_own = is_said[index] && !is_overruled && !is_stated;
        is_beside.push(is_own || is_beside.get(element.parent).copied().unwrap_or_default());
    }
    is_beside
}

/// How much prose stands between the headline and a block below it.
fn above(headline: Option<usize>, block: usize, free: &[usize]) -> usize {
    headline.map_or(0, |headline| free[block].saturating_sub(free[headline]))
}

/// Up to each block how much prose stands in no element that is said to be beside an article, and at last all of it.
#[inline(never)]
fn free(outline: &Outline, prose: &Prose, is_said: &[bool]) -> Vec<usize> {
    let mut is_marked: Vec<bool> = Vec::with_capacity(outline.elements.len());
    for (index, element) in outline.elements.iter().enumerate() {
        is_marked.push(is_said[index] || is_marked.get(element.parent).copied().unwrap_or_default());
    }
    prose.before(outline, |element| !is_marked[element])
}
