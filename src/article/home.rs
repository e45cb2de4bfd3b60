//! Finds the element that a block belongs to: the one in which it stands beside its like.

use crate::page::{
    hints::{Hint, Hints},
    outline::Outline,
};

/// The element in which a block stands beside its like: of a paragraph's or an item's words the one around it.
pub fn home(outline: &Outline, element: usize) -> usize {
    let is_leaf = |element: &usize| outline.elements[*element].hints.has_any(LEAVES);
    outline.ancestors(element).take(MAX_LEAVES).find(|element| !is_leaf(element)).unwrap_or(element)
}

/// How deep paragraphs stand in items and quotations.
pub const MAX_LEAVES: usize = 8;

/// What holds words and not several paragraphs, or lists words among paragraphs.
const LEAVES: Hints =
    Hints::of(&[Hint::Paragraph, Hint::Heading, Hint::Headline, Hint::List, Hint::ListItem, Hint::Quote]);
