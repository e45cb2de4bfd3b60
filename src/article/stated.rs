//! Finds on a page what it states for machines to be its article: the `articleBody` of its JSON-LD. That is evidence and
//! no order: few pages have it, a quarter of those cut it short, and some state another text than they show.

use super::{last_boundary, prose::sums, repeats::letters};
use crate::page::outline::{Block, Outline};

/// How many bytes of letters of a stated article are looked for: two hundred words, which all that cut it short have.
const MAX_SOUGHT: usize = 1_000;

/// The least bytes of a block that is looked for; shorter ones stand in many texts.
const MIN_STATED: usize = 40;

/// How many bytes of a block are looked for first: where they are not, the rest need not be.
const N_FIRST: usize = 24;

/// The share of the stated words that are shown, in percent, that an element must hold to hold the article.
const MIN_HELD: usize = 72;

/// Of each element how many bytes of the stated article it holds.
#[derive(Default)]
pub struct Stated {
    of_element: Vec<usize>,
}

impl Stated {
    /// What of the stated article the page shows.
    #[inline(never)]
    pub fn new(outline: &Outline) -> Self {
        let body = first_letters(outline.metadata.body.as_deref().unwrap_or_default());
        let sought = &body[..last_boundary(&body, MAX_SOUGHT.min(body.len()))];
        let stated = outline.blocks.iter().map(|block| {
            let text = block.span.of(&outline.text);
            let is_likely =
                !sought.is_empty() && text.len() >= MIN_STATED && has(sought, &text[..last_boundary(text, N_FIRST)]);
            if is_likely && has(sought, text) { text.len() } else { 0 }
        });
        let of_block: Vec<usize> = stated.collect();
        Stated { of_element: sums(outline, &of_block) }
    }

    /// Whether an element holds the stated article.
    pub fn is_in(&self, element: usize) -> bool {
        let total = self.of_element.first().copied().unwrap_or_default();
        total > 0 && self.of_element[element] * 100 >= total * MIN_HELD
    }

    /// The innermost element that holds it: those that do stand one in the other.
    pub fn innermost(&self) -> Option<usize> {
        (0..self.of_element.len()).rfind(|element| self.is_in(*element))
    }
}

/// The letters of a text, at least as many bytes of them as are sought if it has so many: templates put blanks before
/// and between.
fn first_letters(text: &str) -> String {
    let mut n_read = 2 * MAX_SOUGHT;
    loop {
        let letters = letters(&text[..last_boundary(text, n_read.min(text.len()))]);
        if letters.len() >= MAX_SOUGHT || n_read >= text.len() {
            return letters;
        }
        n_read *= 2;
    }
}

/// Whether a block is long enough to be looked for in what the page states.
pub fn may_be_stated(outline: &Outline, block: &Block) -> bool {
    outline.metadata.body.is_some() && block.span.len() >= MIN_STATED
}

/// Whether a text's letters are among these.
fn has(sought: &str, text: &str) -> bool {
    sought.contains(&letters(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_before_and_between_what_is_stated_are_passed_over() {
        let blanks = " \n".repeat(3 * MAX_SOUGHT);
        assert_eq!(first_letters(&format!("{blanks}The bridge{blanks}may close.")), "thebridgemayclose");
        assert!(first_letters(&"é ".repeat(5 * MAX_SOUGHT)).len() >= MAX_SOUGHT);
    }
}
