//! Tells sections below an article by what they begin with, whatever their elements say: a heading that announces other
//! articles, comments or an offer, or cards of other articles, a linked heading with a teaser each.

use std::ops::Range;

use super::{
    furniture::announces_other,
    listing::{HEADINGS, is_entry},
    places::Places,
    prose::{MIN_ARTICLE, Prose, own_prose},
};
use crate::page::{
    hints::{Hint, Hints},
    outline::Outline,
};

/// How much prose, in bytes, stands above cards: that of the article, and at least half of theirs.
const MIN_ABOVE: usize = 500;

/// The most prose, in bytes, that stands below such a section; what an article goes on behind is its own.
const MAX_BELOW: usize = 250;

/// The most prose, in bytes, that stands in one element below a heading that speaks of others: who wrote the article, an
/// offer. A section of the article has more; of threads and lists that is less than half.
const MAX_DIRECT: usize = 300;

/// How many teasers a card has at most, and how many bytes each.
const MAX_TEASERS: usize = 2;
const MAX_TEASER: usize = 300;

/// From how many on cards are other articles.
const MIN_CARDS: usize = 2;

/// Of each element whether it is such a section. What is said to be `beside` the article is no prose of it.
#[inline(never)]
pub fn sections(
    outline: &Outline,
    places: &Places,
    prose: &Prose,
    headline: Option<usize>,
    beside: Hints,
) -> Vec<bool> {
    let sums = prose.before(outline, |element| !outline.elements[element].all_hints.has_any(beside));
    let least = if headline.is_some() { MIN_ARTICLE } else { MIN_ABOVE };
    let own = own_prose(outline, prose);
    let is_text = |section: usize| {
        let most = own[section..outline.elements[section].end].iter().max().copied().unwrap_or_default();
        most > MAX_DIRECT && most * 2 > prose.of_element[section]
    };
    let above = |block: usize| sums[block].saturating_sub(sums[headline.unwrap_or(0)]);
    let mut is_section = vec![false; outline.elements.len()];
    mark_cards(outline, places, prose, above, &mut is_section);
    for (index, block) in outline.blocks.iter().enumerate() {
        let hints = outline.elements[block.element].all_hints;
        let is_heading = above(index) >= least && hints.has_any(HEADINGS) && !hints.has(Hint::Hidden);
        if is_heading && announces_other(block.span.of(&outline.text)) {
            let section = places.headed_by(outline, index).filter(|section| !is_text(*section));
            section.into_iter().for_each(|section| is_section[section] = true);
        }
    }
    // What stands before the article's last prose is within it.
    let (mut below, mut end) = (0, outline.blocks.len());
    for section in (0..is_section.len()).rev().filter(|section| is_section[*section]).collect::<Vec<_>>() {
        let place = places.of(section);
        below += sums[end].saturating_sub(sums[place.end]);
        is_section[section] = below <= MAX_BELOW;
        end = end.min(place.start);
    }
    is_section
}

/// Marks the elements behind an article that are other articles' cards, if together they are not much more than it.
fn mark_cards(
    outline: &Outline,
    places: &Places,
    prose: &Prose,
    above: impl Fn(usize) -> usize,
    is_section: &mut [bool],
) {
    let (mut n_cards, mut sum, mut first) = (0, 0, outline.blocks.len());
    for (index, element) in outline.elements.iter().enumerate() {
        let place = places.of(index);
        let start = place.start;
        let is_article = element.hints.has(Hint::Article) && !place.is_empty() && above(start) >= MIN_ABOVE;
        if is_article && begins_as_card(outline, prose, place) {
            is_section[index] = true;
            (n_cards, sum, first) = (n_cards + 1, sum + prose.of_element[index], first.min(start));
        }
    }
    if n_cards < MIN_CARDS || sum > above(first) * 2 {
        is_section.fill(false);
    }
}

/// Whether these blocks are a linked heading and teasers.
fn begins_as_card(outline: &Outline, prose: &Prose, mut place: Range<usize>) -> bool {
    let teasers = &prose.of_block[place.clone()];
    let are_few = teasers.iter().filter(|own| **own > 0).count() <= MAX_TEASERS;
    let head = place.find(|block| prose.of_block[*block] > 0 || is_entry(outline, &outline.blocks[*block]));
    let is_headed = head.is_some_and(|block| prose.of_block[block] == 0);
    is_headed && are_few && teasers.iter().all(|own| *own <= MAX_TEASER)
}
