//! What is read of a page: its text in blocks, the elements around them, and where each character came from.
//! It knows no document, so that the same article is chosen whoever read the page.

use std::sync::Arc;

use super::{hints::Hints, metadata::Metadata};
use crate::span::Span;

/// What was read of a page.
#[derive(Clone, Debug, Default)]
pub struct Outline {
    /// All text, white space collapsed as a browser shows it. Blocks are separated by line breaks.
    pub text: String,
    /// The block-level elements, in document order; the first holds all others.
    pub elements: Vec<Element>,
    /// The stretches of text no block-level element parts, in document order.
    pub blocks: Vec<Block>,
    /// Where the text came from, in its order. Between two pieces stands what no text node holds: line breaks of
    /// `<br>`, the quotation marks of `<q>`.
    pub pieces: Vec<Piece>,
    /// The links in text order; one that runs over several blocks is there once for each.
    pub links: Vec<Link>,
    /// The language the page says it is in.
    pub language: Option<String>,
    /// What the page says of itself where nobody reads it.
    pub metadata: Metadata,
}

/// An element that begins and ends a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Element {
    /// The element around it; the first is its own.
    pub parent: usize,
    /// The index after the last element in it.
    pub end: usize,
    /// What it says of itself.
    pub hints: Hints,
    /// The hash of its first class name, by which parts of one article are alike; 0 if it has none.
    pub class: u32,
    /// What it and all elements around it say.
    pub all_hints: Hints,
}

/// A stretch of text no block-level element parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Where it stands in the text.
    pub span: Span,
    /// The innermost element around it.
    pub element: usize,
    /// How many bytes of it are links.
    pub n_linked: usize,
    /// The language it says it is in, if not the page's.
    pub language: Option<Arc<str>>,
}

/// A hyperlink.
///
/// ```
/// let paragraph = "<p>The bridge may close in June, says <a href='/report'>a report</a>, because of cracks in its pillars.</p>";
/// let article = claimlight::article::from_html(&format!("<article>{}</article>", paragraph.repeat(3)));
/// assert_eq!((article.links[0].span.of(&article.text), article.links[0].href.as_str()), ("a report", "/report"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Link {
    /// The linked words.
    pub span: Span,
    /// The address as the page has it.
    pub href: String,
}

/// A stretch of text that stands letter by letter in one text node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Where it stands in the text.
    pub span: Span,
    /// The text node, as an index in document order.
    pub node: usize,
    /// Where in the text node it begins, in UTF-16 code units.
    pub offset: usize,
}

impl Outline {
    /// The elements around `element`, itself first.
    pub fn ancestors(&self, element: usize) -> impl Iterator<Item = usize> {
        let parent = |element: &usize| Some(self.elements[*element].parent).filter(|parent| parent != element);
        std::iter::successors(Some(element), parent)
    }

    /// Whether `element` is `ancestor` or stands in it.
    pub fn is_in(&self, element: usize, ancestor: usize) -> bool {
        (ancestor..self.elements[ancestor].end).contains(&element)
    }
}
