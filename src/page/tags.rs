//! What HTML's elements do to the text in them.

use super::hints::Hint;

/// How an element takes part in the flow of text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Flow {
    /// Its content is never text to read.
    Skipped,
    /// It begins and ends a block.
    #[default]
    Block,
    /// It breaks a line.
    LineBreak,
    /// A browser writes quotation marks around it.
    Quotation,
    /// It runs on in its line and links.
    Link,
    /// It runs on in its line; it may have names that say more.
    Span,
    /// It runs on in its line and is never more than a shade of it.
    Inline,
    /// A page's own element: in a line it runs on, elsewhere it is nearly always made for a box.
    Custom,
    /// It says where light content stands in a shadow tree.
    Slot,
    /// It shows another document, which a browser may let be read.
    Frame,
}

/// How the element called `name` takes part in the flow of text.
pub fn flow(name: &str) -> Flow {
    match name {
        "script" | "style" | "noscript" | "template" | "head" | "title" | "nav" | "select" | "option" | "datalist"
        | "textarea" | "input" | "button" | "object" | "embed" | "audio" | "video" | "canvas" | "svg" | "math"
        | "map" | "progress" | "meter" | "rt" | "rp" | "noframes" | "noembed" | "frameset" | "menu" | "img"
        | "picture" | "source" | "track" | "wbr" | "link" | "meta" | "base" | "area" | "col" | "colgroup" => {
            Flow::Skipped
        }
        // What is taken back nobody says any more; `s`, forgotten to be closed, strikes the rest of a page.
        "del" => Flow::Skipped,
        // Claimlight's own interface says things too.
        "claimlight-host" | "claimlight-button" | "claim-light" => Flow::Skipped,
        "br" => Flow::LineBreak,
        "q" => Flow::Quotation,
        "a" => Flow::Link,
        "slot" => Flow::Slot,
        "iframe" => Flow::Frame,
        "span" | "font" | "time" | "small" | "label" | "ins" | "sup" => Flow::Span,
        "b" | "strong" | "i" | "em" | "u" | "s" | "strike" | "mark" | "abbr" | "acronym" | "cite" | "code" | "kbd"
        | "samp" | "var" | "sub" | "big" | "tt" | "bdi" | "bdo" | "data" | "dfn" | "output" | "ruby" | "rb"
        | "nobr" => Flow::Inline,
        _ if name.contains('-') => Flow::Custom,
        _ => Flow::Block,
    }
}

/// What a walk asks of an element, for who reads a page for it: `record.js` has the same numbers.
#[cfg(any(all(test, feature = "html"), feature = "web"))]
#[derive(Clone, Copy)]
pub enum Asked {
    /// Nothing: what is in it is never read.
    Nothing = 0,
    /// What is in it.
    Content = 1,
    /// Where it links to, too.
    Address = 2,
    /// All its attributes, too.
    Attributes = 3,
}

/// What a walk asks of an element called `name`. Of the head is what a page says of itself.
#[cfg(any(all(test, feature = "html"), feature = "web"))]
pub fn asked(name: &str) -> Asked {
    match flow(name) {
        Flow::Skipped if !matches!(name, "head" | "title") => Asked::Nothing,
        Flow::Link => Asked::Address,
        Flow::LineBreak | Flow::Quotation | Flow::Inline | Flow::Slot => Asked::Content,
        _ => Asked::Attributes,
    }
}

/// What the name of an element that is a block says of it.
pub fn hint(name: &str) -> Option<Hint> {
    Some(match name {
        "html" | "body" => Hint::Page,
        "article" => Hint::Article,
        "main" => Hint::Main,
        "p" => Hint::Paragraph,
        "h1" => Hint::Headline,
        "h2" | "h3" | "h4" | "h5" | "h6" => Hint::Heading,
        "ul" | "ol" | "dl" => Hint::List,
        "li" | "dd" | "dt" => Hint::ListItem,
        "blockquote" => Hint::Quote,
        "figure" => Hint::Figure,
        "figcaption" | "caption" => Hint::Caption,
        "td" | "th" => Hint::Cell,
        "aside" => Hint::Aside,
        "header" => Hint::Header,
        "footer" => Hint::Footer,
        "form" => Hint::Form,
        "address" | "time" => Hint::Byline,
        "dialog" => Hint::Dialog,
        _ => return None,
    })
}
