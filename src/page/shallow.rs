//! Builds the tree of a page no deeper than browsers do. HTML looks at all open elements before it opens another, so a
//! page that nests without end would take square time.

use std::{
    cell::{Cell, RefCell},
    collections::HashMap,
};

use ego_tree::NodeId;
use html5ever::{
    LocalName, local_name,
    tokenizer::{EndTag, StartTag, Tag, TagToken, Token, TokenSink, TokenSinkResult},
    tree_builder::{TreeBuilder, TreeBuilderOpts},
};
use scraper::{Html, HtmlTreeSink};

use super::tags::{self, Flow};

/// How many elements may stand in each other: what Blink and WebKit allow (`maximumHTMLParserDOMTreeDepth`). What
/// stands deeper they lay side by side.
const MAX_DEPTH: usize = 512;

/// The most elements that one start tag opens: a cell in a table has a body and a row around it.
const N_IMPLIED: usize = 3;

/// How many elements around a block that would stand too deep are closed for it: more than pages nest an article in
/// itself, so that what comes is read as it stands.
const ROOM: usize = 64;

/// Elements that HTML opens again in every paragraph until they are closed; a link closes the one before it.
const FORMATTING: [LocalName; 12] = [
    local_name!("b"),
    local_name!("big"),
    local_name!("code"),
    local_name!("em"),
    local_name!("font"),
    local_name!("i"),
    local_name!("s"),
    local_name!("small"),
    local_name!("strike"),
    local_name!("strong"),
    local_name!("tt"),
    local_name!("u"),
];

/// How many of these may be open as they are written. Of those beyond, HTML keeps three of each that are alike (its
/// "Noah's Ark clause"): without their attributes all of one name are, and a page that closes none of a thousand does not
/// open a thousand in each of its paragraphs.
const MAX_FORMATTING: usize = 16;

/// A tree in the making. For a block that would stand too deep those around it are closed; an element in a line is
/// closed as soon as it is opened, so that its words stay in the line. The end tags that come later for what was closed
/// are passed over.
pub struct Shallow {
    /// What builds the tree.
    pub builder: TreeBuilder<NodeId, HtmlTreeSink>,
    /// By name, the elements that were closed early and those opened behind them, in order; their end tags come in the
    /// opposite one.
    awaited: RefCell<HashMap<LocalName, Vec<Awaited>>>,
    /// How many formatting elements were opened and not closed.
    n_formatting: Cell<usize>,
}

/// An element whose end tag may still come.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Awaited {
    Open,
    ClosedEarly,
}

impl Default for Shallow {
    fn default() -> Self {
        let sink = HtmlTreeSink::new(Html::new_document());
        let builder = TreeBuilder::new(sink, TreeBuilderOpts::default());
        Shallow { builder, awaited: RefCell::default(), n_formatting: Cell::default() }
    }
}

impl Shallow {
    /// Counts the formatting elements that are open; beyond some they lose their attributes.
    fn counted(&self, mut tag: Tag) -> Tag {
        if !FORMATTING.contains(&tag.name) {
            return tag;
        }
        let n_open = self.n_formatting.get();
        match tag.kind {
            EndTag => self.n_formatting.set(n_open.saturating_sub(1)),
            StartTag => {
                self.n_formatting.set(n_open + 1);
                if n_open >= MAX_FORMATTING {
                    tag.attrs.clear();
                }
            }
        }
        tag
    }

    fn n_nodes(&self) -> usize {
        self.builder.sink.0.borrow().tree.values().len()
    }

    /// How deep the node that was made last stands, told no further than it may.
    fn depth(&self) -> usize {
        let page = self.builder.sink.0.borrow();
        page.tree.nodes().next_back().map_or(0, |node| node.ancestors().take(MAX_DEPTH + 1).count())
    }

    fn open(&self, tag: Tag, line: u64) -> TokenSinkResult<NodeId> {
        // A start tag opens its element and those that HTML takes to stand around it, a few.
        let again = (self.depth() + N_IMPLIED > MAX_DEPTH).then(|| tag.clone());
        let name = tag.name.clone();
        let n_before = self.n_nodes();
        let result = self.builder.process_token(TagToken(tag), line);
        // What says how the text behind it is to be read closes itself. An end tag of a line break is another.
        let is_open = result == TokenSinkResult::Continue && self.n_nodes() > n_before && name != local_name!("br");
        if !is_open {
            return result;
        }
        self.opened(&name);
        if self.depth() <= MAX_DEPTH {
            return result;
        }
        match again.filter(|_| matches!(tags::flow(&name), Flow::Block | Flow::Custom)) {
            Some(tag) => self.open_beside(tag, line),
            None => self.close_early(name, line),
        }
        TokenSinkResult::Continue
    }

    /// Closes a block that was opened too deep and what is around it, and opens it again.
    fn open_beside(&self, tag: Tag, line: u64) {
        let name = tag.name.clone();
        let around = self.take_out();
        self.close(name.clone(), line);
        self.was_closed(&name);
        around.into_iter().for_each(|around| self.close_early(around, line));
        let _ = self.builder.process_token(TagToken(tag), line);
        self.opened(&name);
        if self.depth() > MAX_DEPTH {
            self.close_early(name, line);
        }
    }

    /// Takes the element that was made last out of the tree. The names of those around it, from within.
    fn take_out(&self) -> Vec<LocalName> {
        let mut page = self.builder.sink.0.borrow_mut();
        let last = page.tree.nodes().rev().find(|node| node.value().is_element());
        let Some(last) = last else { return Vec::new() };
        let around = last.ancestors().filter_map(|node| node.value().as_element().map(|own| own.name.local.clone()));
        let (around, last) = (around.take(ROOM).collect(), last.id());
        page.tree.get_mut(last).into_iter().for_each(|mut last| last.detach());
        around
    }

    /// Closes an element before its end tag.
    fn close_early(&self, name: LocalName, line: u64) {
        let mut awaited = self.awaited.borrow_mut();
        let of_name = awaited.entry(name.clone()).or_default();
        match of_name.iter_mut().rev().take(ROOM).find(|element| **element == Awaited::Open) {
            Some(element) => *element = Awaited::ClosedEarly,
            None => of_name.push(Awaited::ClosedEarly),
        }
        self.close(name, line);
    }

    fn close(&self, name: LocalName, line: u64) {
        let end = Tag { kind: EndTag, name, self_closing: false, attrs: Vec::new() };
        // End tags say nothing of how to read on.
        let _ = self.builder.process_token(TagToken(end), line);
    }

    /// Waits for the end tag of an element; on a page that is not deep nobody has to.
    fn opened(&self, name: &LocalName) {
        let mut awaited = self.awaited.borrow_mut();
        awaited.get_mut(name).into_iter().for_each(|of_name| of_name.push(Awaited::Open));
    }

    /// Whether an end tag is that of an element that was closed early.
    fn was_closed(&self, name: &LocalName) -> bool {
        let mut awaited = self.awaited.borrow_mut();
        awaited.get_mut(name).and_then(Vec::pop) == Some(Awaited::ClosedEarly)
    }
}

impl TokenSink for Shallow {
    type Handle = NodeId;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<NodeId> {
        let TagToken(tag) = token else { return self.builder.process_token(token, line) };
        match self.counted(tag) {
            tag if tag.kind == StartTag => self.open(tag, line),
            tag if self.was_closed(&tag.name) => TokenSinkResult::Continue,
            tag => self.builder.process_token(TagToken(tag), line),
        }
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder.adjusted_current_node_present_but_not_in_html_namespace()
    }
}

#[cfg(test)]
mod tests {
    use ego_tree::NodeRef;
    use scraper::Node;

    use super::super::html::{outline, parse};

    fn depth(html: &str) -> usize {
        parse(html).tree.nodes().map(|node| node.ancestors().count()).max().unwrap_or_default()
    }

    fn class<'a>(node: NodeRef<'a, Node>) -> Option<&'a str> {
        node.value().as_element()?.attr("class")
    }

    fn with_text_in(n: usize, tag: &str) -> String {
        [&format!("<{tag}>").repeat(n), "inside", &format!("</{tag}>").repeat(n), "<p>behind"].concat()
    }

    #[test]
    fn what_is_no_deeper_than_browsers_allow_is_as_it_was() {
        for html in [&with_text_in(400, "div"), "<table><tr><td><p>a<br>b<p>c<li>d</table></p></br>e<svg><g/></svg>"] {
            assert_eq!(parse(html), scraper::Html::parse_document(html));
        }
    }

    #[test]
    fn what_is_deeper_is_laid_side_by_side_and_the_rest_keeps_its_place() {
        for tag in ["div", "span", "ul", "b", "section", "template", "svg"] {
            let html = with_text_in(3000, tag);
            assert!(depth(&html) < super::MAX_DEPTH + 4, "{tag}: {}", depth(&html));
        }
        let page = parse(&with_text_in(3000, "div"));
        let behind = page.tree.nodes().find(|node| node.value().as_text().is_some_and(|text| &**text == "behind"));
        assert_eq!(behind.unwrap().ancestors().count(), 4, "p, body, html and the document");
    }

    #[test]
    fn what_is_never_closed_is_not_opened_in_every_paragraph_a_thousand_times() {
        let unclosed =
            |n: usize| (0..n).map(|n| format!("<font color=c{n}>The bridge may close.<p>")).collect::<String>();
        let (few, many) = (parse(&unclosed(10)), parse(&unclosed(1000)));
        assert_eq!(few, scraper::Html::parse_document(&unclosed(10)), "a page that closes few is as it was");
        assert!(many.tree.nodes().count() < 40 * 1000, "{}", many.tree.nodes().count());
        assert_eq!(outline(&unclosed(1000)).blocks.len(), 1000);
    }

    #[test]
    fn blocks_that_are_too_deep_keep_their_words_apart_and_lines_together() {
        let blocks = "<article><p>The <a href=a>bridge</a> may <b>close</b>.</p><p>He said so.</p></article>";
        let outline = outline(&["<div>".repeat(3000).as_str(), blocks].concat());
        let read: Vec<&str> = outline.blocks.iter().map(|block| block.span.of(&outline.text)).collect();
        assert_eq!(read, ["The bridge may close.", "He said so."]);
    }

    #[test]
    fn what_stands_deep_has_its_own_parts() {
        let parts = "<div class=a><div>one</div></div><div class=b><div>two</div><p>three</div>";
        for n in [500, 515, 3000, 3031] {
            let page = parse(&["<div>".repeat(n).as_str(), parts].concat());
            let of_class = |name| page.tree.nodes().find(move |node| class(*node) == Some(name)).unwrap();
            let (a, b) = (of_class("a"), of_class("b"));
            assert!(a.next_sibling() == Some(b) && b.children().count() == 2, "{n}");
        }
    }
}
