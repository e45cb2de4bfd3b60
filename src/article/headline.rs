//! Finds the headline of a page: the heading that says what the page's title says. The article stands below it,
//! in whatever language and template.

use std::cmp::Reverse;

use super::repeats::letters;
use crate::page::{
    hints::{Hint, Hints},
    outline::Outline,
};

/// How many bytes a headline has at most.
const MAX_HEADLINE: usize = 300;

/// The least bytes of a headline that is a small part of a title; what is shorter is the site's name.
const MIN_PART: usize = 24;

/// The least bytes of a headline.
const MIN_WORDS: usize = 8;

/// The index of the block that is the page's headline. A heading is better evidence than any other block, and what
/// stands beside an article is worse: lists of what is most read name this article too.
#[inline(never)]
pub fn headline(outline: &Outline, beside: Hints) -> Option<usize> {
    let titles: Vec<String> = outline.metadata.titles.iter().map(|title| letters(title)).collect();
    let rank = |block: usize| {
        let span = outline.blocks[block].span;
        let hints = outline.elements[outline.blocks[block].element].all_hints;
        let heading = if hints.has(Hint::Headline) { 2 } else { i32::from(hints.has(Hint::Heading)) };
        let is_beside = hints.has_any(beside);
        if !(MIN_WORDS..=MAX_HEADLINE).contains(&span.len()) || is_beside && heading == 0 {
            return None;
        }
        let words = letters(span.of(&outline.text));
        let agreed = titles.iter().filter_map(|title| agreement(&words, title)).max()?;
        if agreed == Agreement::Beginning && heading == 0 {
            return None;
        }
        Some((!is_beside, agreed, heading, Reverse(block)))
    };
    let (.., Reverse(block)) = (0..outline.blocks.len()).filter_map(rank).max()?;
    Some(block)
}

/// How far a heading and a title say the same.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Agreement {
    /// The title begins with the few words of the heading.
    Beginning,
    /// One is the other but for what a template adds.
    Whole,
}

fn agreement(words: &str, title: &str) -> Option<Agreement> {
    let is_enough = |part: &str, whole: &str| part.len() >= MIN_PART || part.len() * 2 > whole.len();
    if words.len() < MIN_WORDS || title.len() < MIN_WORDS {
        return None;
    }
    if title.contains(words) && is_enough(words, title) || words.contains(title) && is_enough(title, words) {
        return Some(Agreement::Whole);
    }
    title.starts_with(words).then_some(Agreement::Beginning)
}
