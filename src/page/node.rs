//! What a walk asks of a page, whoever holds it.

use std::ops::Deref;

use super::tags::{self, Flow};

/// A node of a page, whoever holds it.
pub trait Node: Clone {
    /// What it is.
    fn sort(&self) -> Sort;
    /// Of an element its name in lower case.
    fn name(&self) -> &str;
    /// Of an element how it takes part in the flow of text.
    fn flow(&self) -> Flow {
        tags::flow(self.name())
    }
    /// Of an element how many attributes it has.
    fn n_attributes(&self) -> usize;
    /// Of an element an attribute's value.
    fn attribute(&self, name: &str) -> Option<Value<'_>>;
    /// Of a text node its text.
    fn text(&self) -> &str;
    /// What is shown in it: its children, or its open shadow tree.
    fn content(&self) -> Content<Self>;
    /// What stands in the shadow tree's slot that it is.
    fn slotted(&self) -> Content<Self>;
    /// What a frame shows, if its document may be read.
    fn framed(&self) -> Content<Self>;
    /// The node after it in the same parent.
    fn next(&self) -> Option<Self>;
    /// Whether a reader can see it, as far as the page's holder knows more than its attributes.
    fn is_visible(&self) -> bool;
}

/// The attributes that a walk asks for; who reads a page for it need not know others.
#[cfg(feature = "web")]
pub const ATTRIBUTES: [&str; 15] = [
    "class",
    "id",
    "lang",
    "role",
    "itemprop",
    "data-claimlight",
    "contenteditable",
    "style",
    "hidden",
    "aria-hidden",
    "href",
    "type",
    "property",
    "name",
    "content",
];

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

/// An attribute's value.
pub struct Value<'a> {
    /// What it is.
    pub text: &'a str,
    /// Its place among all values, if the page's holder has each once.
    pub place: Option<u32>,
}

impl Deref for Value<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        self.text
    }
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

/// The attributes of an element. When all that it has were met, the rest need not be asked for: a browser takes
/// longer to say that there is none than all else of the walk does.
pub struct Attributes<'a, N> {
    node: &'a N,
    n_left: usize,
}

impl<'a, N: Node> Attributes<'a, N> {
    /// The attributes of `node`.
    pub fn of(node: &'a N) -> Self {
        Attributes { node, n_left: node.n_attributes() }
    }

    /// An attribute's value. None is to be asked for twice.
    pub fn take(&mut self, name: &str) -> Option<Value<'a>> {
        let value = if self.n_left == 0 { None } else { self.node.attribute(name) };
        self.n_left -= usize::from(value.is_some());
        value
    }
}
