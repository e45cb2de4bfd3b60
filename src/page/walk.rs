//! Goes once through a page in document order and writes its outline.

use super::{
    hints::{Hint, Hints, Names},
    metadata::Metadata,
    node::{Attributes, Content, Node, Sort},
    outline::Outline,
    said::{self, Said},
    tags::Flow,
    writer::Writer,
};

/// What was read, and the nodes it came from.
pub struct Reading<N> {
    /// The outline.
    pub outline: Outline,
    /// The node of each element of the outline.
    pub elements: Vec<N>,
    /// The text nodes that a [`super::outline::Piece`] counts.
    pub nodes: Vec<N>,
}

/// Reads `root` and what is in it, all but what no reader can see.
pub fn read<N: Node>(root: N) -> Reading<N> {
    let mut walk = Walk::new(root);
    while !walk.step(usize::MAX) {}
    walk.end()
}

/// What is to be written when an element ends.
#[derive(Clone, Copy)]
enum Exit {
    Block,
    Link,
    Quotation,
    Inline,
}

/// A walk through a page that goes on step by step.
pub struct Walk<N> {
    writer: Writer,
    metadata: Metadata,
    names: Names,
    elements: Vec<N>,
    nodes: Vec<N>,
    /// What is open, and of each what is left to walk in it.
    open: Vec<(Content<N>, Exit)>,
}

impl<N: Node> Walk<N> {
    /// Prepares to go through `root`.
    pub fn new(root: N) -> Self {
        let mut walk = Walk {
            writer: Writer::default(),
            metadata: Metadata::default(),
            names: Names::default(),
            elements: Vec::new(),
            nodes: Vec::new(),
            open: Vec::new(),
        };
        walk.enter(root);
        walk
    }

    /// Goes through so many nodes; whether it is at the end.
    #[inline(never)]
    pub fn step(&mut self, n: usize) -> bool {
        for _ in 0..n {
            let Some((content, exit)) = self.open.last_mut() else { return true };
            match content.next() {
                Some(node) => self.enter(node),
                None => {
                    let exit = *exit;
                    self.leave(exit);
                    self.open.pop();
                }
            }
        }
        self.open.is_empty()
    }

    /// Takes in a node; if it holds others, they are to be walked next. Nesting costs no stack: pages nest
    /// a hundred thousand deep.
    fn enter(&mut self, node: N) {
        match node.sort() {
            Sort::Other => (),
            Sort::Text => {
                self.writer.text(self.nodes.len(), node.text());
                self.nodes.push(node);
            }
            Sort::Element => {
                let inside = self.element(node);
                self.open.extend(inside);
            }
        }
    }

    fn element(&mut self, node: N) -> Option<(Content<N>, Exit)> {
        match node.flow() {
            Flow::Skipped => self.skipped(&node),
            Flow::LineBreak => {
                self.writer.line_break();
                None
            }
            Flow::Custom if self.writer.is_in_line() => Some((node.content(), Exit::Inline)),
            Flow::Block | Flow::Custom => self.block(node),
            Flow::Quotation => {
                self.writer.mark("“");
                Some((node.content(), Exit::Quotation))
            }
            Flow::Link => {
                self.writer.open_link(node.attribute("href").map(|href| href.text.to_owned()).unwrap_or_default());
                Some((node.content(), Exit::Link))
            }
            Flow::Slot => Some((node.slotted(), Exit::Inline)),
            Flow::Frame => self.frame(node),
            Flow::Span => self.span(node),
            Flow::Inline => Some((node.content(), Exit::Inline)),
        }
    }

    /// Of what is not read the head tells of the page.
    fn skipped(&mut self, node: &N) -> Option<(Content<N>, Exit)> {
        match node.name() {
            "head" => Some((node.content(), Exit::Inline)),
            "title" => {
                self.metadata.titles.extend(node.content().next().map(|text| text.text().to_owned()));
                None
            }
            "meta" => {
                let property = node.attribute("property").or_else(|| node.attribute("name"))?;
                self.metadata.meta(&property, &node.attribute("content")?);
                None
            }
            "script" if node.attribute("type").is_some_and(|of| of.eq_ignore_ascii_case("application/ld+json")) => {
                node.content().for_each(|text| self.metadata.linked_data(text.text()));
                None
            }
            _ => None,
        }
    }

    fn block(&mut self, node: N) -> Option<(Content<N>, Exit)> {
        let Said { hints, class, language } = said::said(&node, &mut self.names);
        if hints.has(Hint::Editable) || hints.has(Hint::Excluded) {
            return None;
        }
        self.writer.open(hints, class, language);
        let content = node.content();
        self.elements.push(node);
        Some((content, Exit::Block))
    }

    /// A frame is a box of its own; one without a document that may be read is nothing.
    fn frame(&mut self, node: N) -> Option<(Content<N>, Exit)> {
        let framed = match node.framed() {
            Content::From(None) => return None,
            framed => framed,
        };
        self.block(node).map(|(_, exit)| (framed, exit))
    }

    /// An element in a line. One that says it is a caption or byline, and begins its line, is a block of its own.
    fn span(&mut self, node: N) -> Option<(Content<N>, Exit)> {
        if node.name() == "sup" && self.footnote(&node) {
            return None;
        }
        let mut attributes = Attributes::of(&node);
        let names = attributes.take("class").map(|names| self.names.say(&names));
        let hints = names.unwrap_or_default();
        if hints.has(Hint::Hidden) || said::is_hidden(&mut attributes) || names.is_some() && !node.is_visible() {
            return None;
        }
        let is_label = hints.has_any(LABELS) || node.name() == "time" && !self.writer.is_in_line();
        if is_label && self.writer.begins_block() {
            return self.block(node);
        }
        Some((node.content(), Exit::Inline))
    }

    /// Whether an element is the mark of a footnote: it is no text, and its link is that of the word before.
    fn footnote(&mut self, node: &N) -> bool {
        let link = node.content().find(|child| child.sort() == Sort::Element && child.name() == "a");
        let href = link.as_ref().and_then(|link| link.attribute("href")).filter(|href| href.starts_with('#'));
        href.map(|href| self.writer.footnote(&href)).is_some()
    }

    fn leave(&mut self, exit: Exit) {
        match exit {
            Exit::Block => self.writer.close(),
            Exit::Link => self.writer.close_link(),
            Exit::Quotation => self.writer.mark("”"),
            Exit::Inline => (),
        }
    }

    /// What was read.
    pub fn end(self) -> Reading<N> {
        let outline = Outline { metadata: self.metadata, ..self.writer.end() };
        Reading { outline, elements: self.elements, nodes: self.nodes }
    }
}

/// What labels something and is no part of a sentence.
const LABELS: Hints = Hints::of(&[Hint::Caption, Hint::Byline, Hint::PullQuote]);
