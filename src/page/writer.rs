//! Writes an outline from what a walk meets, white space collapsed as a browser shows it.

use std::sync::Arc;

use super::{
    hints::{Hint, Hints},
    outline::{Block, Element, Link, Outline, Piece},
};
use crate::span::Span;

/// From how many line breaks in a row on a new paragraph begins: news agencies write `<br><br>` between theirs.
const BREAKS_OF_PARAGRAPH: usize = 2;

/// An outline while it is written.
#[derive(Default)]
pub struct Writer {
    outline: Outline,
    /// The open elements, and the links among them.
    open: Vec<usize>,
    link: Option<OpenLink>,
    /// The languages open elements say they are in, with the element's depth.
    languages: Vec<(usize, Arc<str>)>,
    /// Where the text of the block that is being written begins, and how many bytes of it are links.
    start: usize,
    n_linked: usize,
    /// White space that is written if more follows: where it stood.
    space: Option<Place>,
    n_breaks: usize,
    /// Where the next character stands if it follows the last one in its text node.
    next: Place,
}

/// A place in a text node.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
struct Place {
    node: usize,
    /// In UTF-16 code units.
    offset: usize,
}

/// The place of what no text node holds.
const NOWHERE: Place = Place { node: usize::MAX, offset: 0 };

struct OpenLink {
    href: String,
    start: usize,
}

impl Writer {
    /// Begins a block-level element.
    pub fn open(&mut self, hints: Hints, class: u32, language: Option<String>) {
        self.end_block();
        let index = self.outline.elements.len();
        let parent = self.open.last().copied().unwrap_or(index);
        let mut all_hints = hints;
        if let Some(parent) = self.outline.elements.get(parent) {
            all_hints |= parent.all_hints;
        }
        self.outline.elements.push(Element { parent, end: index + 1, hints, class, all_hints });
        self.open.push(index);
        self.languages.extend(language.map(|language| (self.open.len(), language.into())));
    }

    /// Ends the innermost block-level element.
    pub fn close(&mut self) {
        self.end_block();
        while self.languages.last().is_some_and(|(depth, _)| *depth >= self.open.len()) {
            self.languages.pop();
        }
        if let Some(index) = self.open.pop() {
            self.outline.elements[index].end = self.outline.elements.len();
        }
    }

    /// Whether what comes next stands in a paragraph or heading, in which there are no boxes.
    pub fn is_in_line(&self) -> bool {
        let line = Hints::of(&[Hint::Paragraph, Hint::Heading, Hint::Headline]);
        self.open.last().is_some_and(|index| self.outline.elements[*index].hints.has_any(line))
    }

    /// Whether nothing stands yet in the block that is being written.
    pub fn begins_block(&self) -> bool {
        self.outline.text.len() == self.start
    }

    /// Notes the mark of a footnote at the last word.
    pub fn footnote(&mut self, href: &str) {
        let text = &self.outline.text[self.start..];
        let word = text.trim_end().rfind(char::is_whitespace).map_or(0, |space| space + 1);
        let span = Span::new(self.start + word, self.outline.text.len());
        if !span.is_empty() {
            self.outline.links.push(Link { span, href: href.to_owned() });
        }
    }

    /// Begins a link. Links do not nest; an inner one takes over.
    pub fn open_link(&mut self, href: String) {
        self.end_link();
        self.link = Some(OpenLink { href, start: self.outline.text.len() });
    }

    /// Ends the link.
    pub fn close_link(&mut self) {
        self.end_link();
        self.link = None;
    }

    /// Breaks the line; several breaks end the paragraph.
    pub fn line_break(&mut self) {
        self.space = None;
        self.n_breaks += 1;
    }

    /// Adds what no text node holds.
    pub fn mark(&mut self, mark: &str) {
        self.write(mark, NOWHERE);
    }

    /// Adds the text of the text node `node`.
    pub fn text(&mut self, node: usize, text: &str) {
        let mut offset = 0;
        let mut rest = text;
        while !rest.is_empty() {
            let (words, after) = rest.split_at(n_evenly_spaced(rest));
            if !words.is_empty() {
                self.write(words, Place { node, offset });
                offset = self.next.offset;
            }
            rest = after.trim_start_matches(is_space);
            if rest.len() < after.len() {
                self.space.get_or_insert(Place { node, offset });
                offset += after.len() - rest.len();
            }
        }
    }

    /// The outline.
    pub fn end(mut self) -> Outline {
        while !self.open.is_empty() {
            self.close();
        }
        self.outline
    }

    fn write(&mut self, letters: &str, place: Place) {
        let space = self.space.take();
        if self.n_breaks > 0 && self.outline.text[self.start..].trim().is_empty() {
            self.forget_from(self.start);
        }
        match std::mem::take(&mut self.n_breaks) {
            _ if self.outline.text.len() == self.start => (),
            0 => space.into_iter().for_each(|space| self.push(" ", space)),
            n_breaks if n_breaks < BREAKS_OF_PARAGRAPH => self.outline.text.push('\n'),
            _ => self.end_block(),
        }
        self.push(letters, place);
    }

    fn push(&mut self, letters: &str, place: Place) {
        let start = self.outline.text.len();
        self.outline.text.push_str(letters);
        let end = self.outline.text.len();
        self.n_linked += if self.link.is_some() { end - start } else { 0 };
        if place == NOWHERE {
            return;
        }
        match self.outline.pieces.last_mut() {
            Some(last) if last.span.end == start && self.next == place => last.span.end = end,
            _ => {
                let piece = Piece { span: Span::new(start, end), node: place.node, offset: place.offset };
                self.outline.pieces.push(piece);
            }
        }
        self.next = Place { offset: place.offset + n_units(letters), ..place };
    }

    /// Ends the block that is being written; without a letter or digit it is none.
    fn end_block(&mut self) {
        self.space = None;
        self.n_breaks = 0;
        let span = Span::new(self.start, self.outline.text.len());
        let n_linked = std::mem::take(&mut self.n_linked);
        if !span.of(&self.outline.text).chars().any(char::is_alphanumeric) {
            self.forget_from(span.start);
            return;
        }
        self.end_link();
        let element = self.open.last().copied().unwrap_or_default();
        let language = self.languages.last().map(|(_, language)| language.clone());
        self.outline.blocks.push(Block { span, element, n_linked, language });
        self.outline.text.push('\n');
        self.start = self.outline.text.len();
        if let Some(link) = &mut self.link {
            link.start = self.start;
        }
    }

    fn forget_from(&mut self, start: usize) {
        self.outline.text.truncate(start);
        while self.outline.pieces.last().is_some_and(|piece| piece.span.start >= start) {
            self.outline.pieces.pop();
        }
        while self.outline.links.last().is_some_and(|link| link.span.start >= start) {
            self.outline.links.pop();
        }
        if let Some(link) = &mut self.link {
            link.start = start;
        }
    }

    /// Notes the words of the open link, as far as they stand in this block.
    fn end_link(&mut self) {
        let Some(link) = &self.link else { return };
        let start = link.start.max(self.start);
        let words = &self.outline.text[start..];
        let start = start + words.len() - words.trim_start().len();
        if start < self.outline.text.len() && !link.href.is_empty() {
            let span = Span::new(start, self.outline.text.len());
            self.outline.links.push(Link { span, href: link.href.clone() });
        }
    }
}

/// HTML's white space, which a browser collapses. A no-break space is none.
fn is_space(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\n' | '\r' | '\x0c')
}

/// How many bytes of words stand at the start of a text with one blank between two, as they are shown.
fn n_evenly_spaced(text: &str) -> usize {
    let bytes = text.as_bytes();
    let is_space = |index: usize| bytes.get(index).is_none_or(|byte| is_space((*byte).into()));
    let is_shown = |index: usize| index > 0 && bytes[index] == b' ' && !is_space(index + 1);
    (0..bytes.len()).find(|index| is_space(*index) && !is_shown(*index)).unwrap_or(bytes.len())
}

/// How many UTF-16 code units a text is: one for each letter, two for those of four bytes.
fn n_units(letters: &str) -> usize {
    let n_units = |byte: u8| usize::from(byte & 0xc0 != 0x80) + usize::from(byte >= 0xf0);
    letters.bytes().map(n_units).sum()
}
