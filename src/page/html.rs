//! Reads the page an HTML file holds, parsed as browsers parse it.

use std::borrow::Cow;

use ego_tree::NodeRef;
use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};
use html5ever::{
    TokenizerResult,
    buffer_queue::BufferQueue,
    tokenizer::{Tokenizer, TokenizerOpts},
    tree_builder::TreeSink,
};
use scraper::{Html, Node as HtmlNode};

use super::{
    node::{Content, Node, Sort, Value},
    outline::Outline,
    shallow::Shallow,
    walk,
};

/// The outline of a page.
///
/// ```
/// let outline = claimlight::page::html::outline("<html lang=en><p>The bridge may close.<script>menu()</script>");
/// assert_eq!(outline.blocks[0].span.of(&outline.text), "The bridge may close.");
/// assert_eq!(outline.language.as_deref(), Some("en"));
/// ```
pub fn outline(html: &str) -> Outline {
    outline_of(&parse(html))
}

/// The outline of a page that is parsed.
///
/// ```
/// use claimlight::page::html::{outline, outline_of, parse};
///
/// let page = parse("<p>The bridge may close.");
/// assert_eq!(outline_of(&page).text, outline("<p>The bridge may close.").text);
/// ```
pub fn outline_of(document: &Html) -> Outline {
    let mut outline = walk::read(document.tree.root()).outline;
    outline.language = document.root_element().attr("lang").map(str::to_owned).filter(|language| !language.is_empty());
    outline
}

/// The page that `html` holds, no deeper than browsers let it be.
///
/// ```
/// let page = claimlight::page::html::parse("<title>Bridge</title><p>It may close.");
/// assert_eq!(page.root_element().text().collect::<String>(), "BridgeIt may close.");
/// ```
pub fn parse(html: &str) -> Html {
    let tokenizer = Tokenizer::new(Shallow::default(), TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(html.into());
    // Scripts do not run; the page goes on behind each.
    while let TokenizerResult::Script(_) = tokenizer.feed(&input) {}
    tokenizer.end();
    tokenizer.sink.builder.sink.finish()
}

impl Node for NodeRef<'_, HtmlNode> {
    fn sort(&self) -> Sort {
        match self.value() {
            HtmlNode::Element(_) | HtmlNode::Document => Sort::Element,
            HtmlNode::Text(_) => Sort::Text,
            _ => Sort::Other,
        }
    }

    fn name(&self) -> &str {
        self.value().as_element().map_or("html", |element| element.name())
    }

    fn n_attributes(&self) -> usize {
        self.value().as_element().map_or(0, |element| element.attrs().count())
    }

    fn attribute(&self, name: &str) -> Option<Value<'_>> {
        self.value().as_element()?.attr(name).map(|text| Value { text, place: None })
    }

    fn text(&self) -> &str {
        self.value().as_text().map_or("", |text| text)
    }

    fn content(&self) -> Content<Self> {
        Content::From(self.first_child())
    }

    fn slotted(&self) -> Content<Self> {
        Content::From(self.first_child())
    }

    fn framed(&self) -> Content<Self> {
        Content::From(None)
    }

    fn next(&self) -> Option<Self> {
        self.next_sibling()
    }

    fn is_visible(&self) -> bool {
        true
    }
}

/// How far into a file browsers look for its encoding (HTML standard, "prescan a byte stream").
const PRESCAN: usize = 1024;

/// The text of an HTML file, in the encoding its byte order mark or `<meta>` names; else UTF-8, else the one browsers
/// take for old Western pages. Also whether bytes were no text in it and stand as U+FFFD, as a browser shows them.
///
/// ```
/// let (text, is_malformed) = claimlight::article::decode(b"<meta charset=iso-8859-1><p>Caf\xe9");
/// assert!(text.ends_with("Café") && !is_malformed);
/// ```
pub fn decode(bytes: &[u8]) -> (Cow<'_, str>, bool) {
    let fallback = if std::str::from_utf8(bytes).is_ok() { UTF_8 } else { WINDOWS_1252 };
    let (text, _, malformed) = declared(bytes).unwrap_or(fallback).decode(bytes);
    (text, malformed)
}

/// The encoding a `<meta>` names.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = bytes[..bytes.len().min(PRESCAN)].to_ascii_lowercase();
    let start = String::from_utf8_lossy(&start);
    let (_, after) = start.split_once("charset")?;
    let label = after.trim_start().strip_prefix('=')?.trim_start_matches([' ', '"', '\'']);
    let label = label.split(['"', '\'', ' ', ';', '>', '/']).next()?;
    // Who could read the label reads ASCII, so the page is not in UTF-16 (HTML standard, the same prescan).
    Encoding::for_label(label.as_bytes()).map(Encoding::output_encoding)
}

#[cfg(test)]
mod tests {
    use super::{
        super::tags::{Asked, asked},
        *,
    };

    /// A node that takes it ill to be asked for what `record.js` does not record.
    #[derive(Clone)]
    struct Recorded<'a>(NodeRef<'a, HtmlNode>);

    fn recorded(content: Content<NodeRef<'_, HtmlNode>>) -> Content<Recorded<'_>> {
        Content::Nodes(content.map(Recorded).collect::<Vec<_>>().into_iter())
    }

    impl Node for Recorded<'_> {
        fn sort(&self) -> Sort {
            self.0.sort()
        }

        fn name(&self) -> &str {
            self.0.name()
        }

        fn n_attributes(&self) -> usize {
            self.0.n_attributes()
        }

        fn attribute(&self, name: &str) -> Option<Value<'_>> {
            let is_recorded = match asked(self.name()) {
                Asked::Attributes => true,
                Asked::Address => name == "href",
                Asked::Content => false,
                Asked::Nothing => matches!(self.name(), "meta" | "script"),
            };
            assert!(is_recorded, "<{}> is asked for {name}", self.name());
            self.0.attribute(name)
        }

        fn text(&self) -> &str {
            self.0.text()
        }

        fn content(&self) -> Content<Self> {
            recorded(self.0.content())
        }

        fn slotted(&self) -> Content<Self> {
            recorded(self.0.slotted())
        }

        fn framed(&self) -> Content<Self> {
            recorded(self.0.framed())
        }

        fn next(&self) -> Option<Self> {
            self.0.next_sibling().map(Recorded)
        }

        fn is_visible(&self) -> bool {
            self.0.is_visible()
        }
    }

    #[test]
    fn of_an_element_nothing_is_asked_that_a_browser_does_not_record() {
        let pages = std::fs::read_dir("tests/pages").unwrap().map(|entry| entry.unwrap().path());
        let pages: Vec<_> =
            pages.filter(|path| path.extension().is_some_and(|extension| extension == "html")).collect();
        assert!(pages.len() > 10, "the pages are found");
        for path in pages {
            let page = parse(&std::fs::read_to_string(path).unwrap());
            let reading = walk::read(Recorded(page.tree.root()));
            assert_eq!(reading.outline.text, outline_of(&page).text);
        }
    }

    #[test]
    fn bytes_are_read_in_the_encoding_they_name() {
        let page = |start: &[u8]| [start, b"<p>Caf\xe9"].concat();
        let text = |bytes: &[u8]| decode(bytes).0.into_owned();
        assert!(text(&page(b"<meta charset='iso-8859-1'>")).ends_with("Café"));
        assert!(text(&page(b"<meta http-equiv=content-type content=\"text/html; charset=latin1\">")).ends_with("Café"));
        assert!(text(&page(b"")).ends_with("Café"), "what is no UTF-8 is read as old Western pages are");
        assert!(text("<p>Café".as_bytes()).ends_with("Café"));
        assert!(text(b"\xff\xfe<\0p\0>\0\xe9\0").ends_with('é'), "a byte order mark decides");
        assert_eq!(text("<meta charset=utf-16><p>Café".as_bytes()), "<meta charset=utf-16><p>Café");
        assert_eq!(decode(&page(b"<meta charset=utf-8>")), ("<meta charset=utf-8><p>Caf\u{fffd}".into(), true));
    }
}
