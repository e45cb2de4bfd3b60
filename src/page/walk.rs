//! Goes once through a page in document order and writes its outline.

use std::borrow::Cow;

use super::{
    hints::{self, Hint, Hints},
    metadata::Metadata,
    outline::Outline,
    tags::{self, Flow},
    writer::Writer,
};

/// A node of a page, whoever holds it.
pub trait Node: Clone {
    /// What it is.
    fn sort(&self) -> Sort;
    /// Of an element its name in lower case.
    fn name(&self) -> Cow<'_, str>;
    /// Of an element an attribute's value.
    fn attribute(&self, name: &str) -> Option<Cow<'_, str>>;
    /// Of a text node its text.
    fn text(&self) -> Cow<'_, str>;
    /// What is shown in it: its children, or its open shadow tree.
    fn content(&self) -> Content<Self>;
    /// What stands in the shadow tree's slot that it is.
    fn slotted(&self) -> Content<Self>;
    /// The node after it in the same parent.
    fn next(&self) -> Option<Self>;
    /// Whether a reader can see it, as far as the page's holder knows more than its attributes.
    fn is_visible(&self) -> bool;
}

/// What a node is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// An element, or a document that holds one.
    Element,
    /// A text node.
    Text,
    /// A comment or the like.
    Other,
}

/// The nodes in a node.
pub enum Content<N> {
    /// The first, and those after it.
    From(Option<N>),
    /// These.
    Nodes(std::vec::IntoIter<N>),
}

impl<N: Node> Iterator for Content<N> {
    type Item = N;

    fn next(&mut self) -> Option<N> {
        match self {
            Content::From(first) => {
                let node = first.take()?;
                *first = Node::next(&node);
                Some(node)
            }
            Content::Nodes(nodes) => nodes.next(),
        }
    }
}

/// What was read, and the nodes it came from.
pub struct Reading<N> {
    /// The outline.
    pub outline: Outline,
    /// The text nodes that a [`super::outline::Piece`] counts.
    pub nodes: Vec<N>,
}

/// Reads `root` and what is in it, all but what no reader can see.
pub fn read<N: Node>(root: N) -> Reading<N> {
    let mut walk = Walk { writer: Writer::default(), metadata: Metadata::default(), elements: vec![], nodes: vec![] };
    let mut open = Vec::new();
    walk.enter(root, &mut open);
    while let Some((content, exit)) = open.last_mut() {
        match content.next() {
            Some(node) => walk.enter(node, &mut open),
            None => {
                walk.leave(*exit);
                open.pop();
            }
        }
    }
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

struct Walk<N> {
    writer: Writer,
    metadata: Metadata,
    /// The node of each element of the outline.
    elements: Vec<N>,
    nodes: Vec<N>,
}

impl<N: Node> Walk<N> {
    /// Takes in a node; if it holds others, they are to be walked next. Nesting costs no stack: pages nest
    /// a hundred thousand deep.
    fn enter(&mut self, node: N, open: &mut Vec<(Content<N>, Exit)>) {
        match node.sort() {
            Sort::Other => (),
            Sort::Text => {
                self.writer.text(self.nodes.len(), &node.text());
                self.nodes.push(node);
            }
            Sort::Element => open.extend(self.element(node)),
        }
    }

    fn element(&mut self, node: N) -> Option<(Content<N>, Exit)> {
        let name = node.name();
        match tags::flow(&name) {
            Flow::Skipped => self.skipped(&node, &name),
            Flow::LineBreak => {
                self.writer.line_break();
                None
            }
            Flow::Custom if self.writer.is_in_line() => Some((node.content(), Exit::Inline)),
            Flow::Block | Flow::Custom => self.block(&node, &name),
            Flow::Quotation => {
                self.writer.mark("“");
                Some((node.content(), Exit::Quotation))
            }
            Flow::Link => {
                self.writer.open_link(node.attribute("href").unwrap_or_default().into_owned());
                Some((node.content(), Exit::Link))
            }
            Flow::Slot => Some((node.slotted(), Exit::Inline)),
            Flow::Span => self.span(&node, &name),
            Flow::Inline => Some((node.content(), Exit::Inline)),
        }
    }

    /// Of what is not read the head tells of the page.
    fn skipped(&mut self, node: &N, name: &str) -> Option<(Content<N>, Exit)> {
        match name {
            "head" => Some((node.content(), Exit::Inline)),
            "title" => {
                self.metadata.titles.extend(node.content().next().map(|text| text.text().into_owned()));
                None
            }
            "meta" => {
                let property = node.attribute("property").or_else(|| node.attribute("name"))?;
                self.metadata.meta(&property, &node.attribute("content")?);
                None
            }
            _ => None,
        }
    }

    fn block(&mut self, node: &N, name: &str) -> Option<(Content<N>, Exit)> {
        let hints = hints_of(node, name);
        if hints.has(Hint::Editable) || hints.has(Hint::Excluded) {
            return None;
        }
        let language = node.attribute("lang").filter(|language| !language.trim().is_empty());
        self.writer.open(hints, language.map(|language| language.trim().to_owned()));
        self.elements.push(node.clone());
        Some((node.content(), Exit::Block))
    }

    /// An element in a line. One that says it is a caption or byline, and begins its line, is a block of its own.
    fn span(&mut self, node: &N, name: &str) -> Option<(Content<N>, Exit)> {
        let names = node.attribute("class").map(|names| hints::of_names(&names)).unwrap_or_default();
        if names.has(Hint::Hidden) || is_hidden(node) || !node.is_visible() {
            return None;
        }
        if name == "sup" && self.footnote(node) {
            return None;
        }
        if names.has_any(LABELS) && self.writer.begins_block() {
            return self.block(node, name);
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

    fn end(self) -> Reading<N> {
        let mut outline = self.writer.end();
        outline.metadata = self.metadata;
        let visible = |element: usize| self.elements.get(element).is_none_or(Node::is_visible);
        outline.blocks.retain(|block| visible(block.element));
        Reading { outline, nodes: self.nodes }
    }
}

/// What labels something and is no part of a sentence.
const LABELS: Hints = Hints::of(&[Hint::Caption, Hint::Byline, Hint::PullQuote]);

/// What an element says of itself.
fn hints_of<N: Node>(node: &N, name: &str) -> Hints {
    let mut hints = Hints::default();
    tags::hint(name).into_iter().for_each(|hint| hints.add(hint));
    if hints.has(Hint::Page) {
        return hints;
    }
    let names = [node.attribute("class"), node.attribute("id")];
    names.into_iter().flatten().for_each(|names| hints |= hints::of_names(&names));
    if let Some(hint) = node.attribute("role").and_then(|role| hints::of_role(&role)) {
        hints.add(hint);
    }
    if let Some(properties) = node.attribute("itemprop") {
        hints |= hints::of_properties(&properties);
    }
    match node.attribute("data-claimlight").as_deref() {
        Some("off") => hints.add(Hint::Excluded),
        Some(_) => hints.add(Hint::Chosen),
        None => (),
    }
    let editable = node.attribute("contenteditable");
    if editable.is_some_and(|value| !value.eq_ignore_ascii_case("false")) {
        hints.add(Hint::Editable);
    }
    if is_hidden(node) {
        hints.add(Hint::Hidden);
    }
    hints
}

/// Whether the attributes of an element say that it is not shown.
fn is_hidden<N: Node>(node: &N) -> bool {
    let is_true = |name| node.attribute(name).is_some_and(|value| value.eq_ignore_ascii_case("true"));
    node.attribute("hidden").is_some() || is_true("aria-hidden") || node.attribute("style").is_some_and(|s| hides(&s))
}

/// Whether an inline style hides its element.
fn hides(style: &str) -> bool {
    style.split(';').filter_map(|declaration| declaration.split_once(':')).any(|(name, value)| {
        let value = value.trim().to_ascii_lowercase();
        match name.trim().to_ascii_lowercase().as_str() {
            "display" => value.starts_with("none"),
            "visibility" => value.starts_with("hidden"),
            _ => false,
        }
    })
}
