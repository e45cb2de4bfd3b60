//! The article of a page: its text in blocks, and the links that stand in it.
//!
//! A newsroom that has its articles in parts, title and paragraphs in fields of their own, says what each block is
//! instead of letting it be found:
//!
//! ```
//! use claimlight::{Article, Options, Span, article::{Block, BlockKind}, scan_article};
//!
//! let parts = [(BlockKind::Heading, "Bridge to close"), (BlockKind::Paragraph, "It may close in June, the mayor said.")];
//! let mut article = Article { n_above: 1, ..Article::default() };
//! for (kind, words) in parts {
//!     let start = article.text.len();
//!     article.text.push_str(words);
//!     article.blocks.push(Block { span: Span::new(start, article.text.len()), kind });
//!     article.text.push('\n');
//! }
//! assert_eq!(scan_article(&article, &Options::default()).attributions[0].cue.span.of(&article.text), "said");
//! ```

// Of a page's outline, `prose` is what articles are made of, `headline` is what the page's title says, `stated` is what
// it says for machines, `furniture` are the words of templates, `home` is the element a block belongs to, `places` are the
// blocks of an element, `listing` tells a front page, `sections` and `beside` tell menus, comments and other articles, `root` finds the element that holds the
// article, `body` says what of its blocks is text and what `repeats`, `kinds` what each is, `choose` puts these together,
// `assemble` makes one text of the blocks chosen.
// `plain` reads text that is no page.

mod prose;
mod repeats;
mod headline;
mod stated;
mod furniture;
mod home;
mod places;
mod listing;
mod sections;
mod beside;
mod root;
mod kinds;
mod body;
// The project's own readers of pages ask it for more than an article; no promise.
#[doc(hidden)]
pub mod choose;
mod assemble;
mod plain;

use crate::{
    page::outline::{Outline, Piece},
    span::Span,
};

#[cfg(feature = "html")]
pub use crate::page::html::decode;
pub use crate::page::{
    metadata::{Origin, OriginKind},
    outline::Link,
};
pub use plain::from_text;

/// What a block of an article is.
///
/// ```
/// use claimlight::article::{BlockKind, from_html};
///
/// let paragraph = "<p>The bridge may close in June, the mayor said on Monday, because of cracks in its pillars.</p>";
/// let article = from_html(&format!("<article>{0}<h2>What the operator says</h2>{0}{0}</article>", paragraph));
/// assert!(article.blocks.iter().any(|block| block.kind == BlockKind::Heading));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BlockKind {
    /// A headline or a heading between paragraphs.
    Heading,
    /// Running text.
    Paragraph,
    /// An item of a list.
    ListItem,
    /// A block quotation.
    Quote,
    /// The words under a picture.
    Caption,
    /// Who wrote it, where and when.
    Byline,
    /// A row of a table.
    TableRow,
}

impl BlockKind {
    /// Its name in a report.
    ///
    /// ```
    /// assert_eq!(claimlight::article::BlockKind::ListItem.name(), "list-item");
    /// ```
    pub const fn name(self) -> &'static str {
        match self {
            BlockKind::Heading => "heading",
            BlockKind::Paragraph => "paragraph",
            BlockKind::ListItem => "list-item",
            BlockKind::Quote => "quote",
            BlockKind::Caption => "caption",
            BlockKind::Byline => "byline",
            BlockKind::TableRow => "table-row",
        }
    }
}

/// A block: a stretch of text no sentence crosses.
///
/// ```
/// let article = claimlight::article::from_text("Bridge to close\n\nThe bridge may close in June.");
/// let headline = article.blocks[0];
/// assert_eq!((headline.span.of(&article.text), headline.kind.name()), ("Bridge to close", "heading"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Block {
    /// Where it stands in the article's text.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
}

/// An article: one text, its blocks in order, its links.
///
/// ```
/// use claimlight::article::{BlockKind, from_text};
///
/// let article = from_text("Bridge to close\n\nThe bridge may close in June.");
/// let kinds: Vec<BlockKind> = article.blocks.iter().map(|block| block.kind).collect();
/// assert_eq!(kinds, [BlockKind::Heading, BlockKind::Paragraph]);
/// assert_eq!(article.blocks[1].span.of(&article.text), "The bridge may close in June.");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Article {
    /// The text; blocks are separated by line breaks.
    pub text: String,
    /// The blocks, in text order, none overlapping.
    pub blocks: Vec<Block>,
    /// The links, in text order.
    pub links: Vec<Link>,
    /// The language the page says it is in ("en-GB"), if it says.
    pub language: Option<String>,
    /// Where the page says for machines that it comes from.
    pub origins: Vec<Origin>,
    /// How many of its first blocks stand above the text: headline, standfirst, who wrote it.
    pub n_above: usize,
    /// How many blocks of it are left out, being in another language than it is.
    pub n_foreign: usize,
    /// Why there is no text, if a page had no article.
    pub absence: Option<Absence>,
}

/// Why a page has no article.
///
/// ```
/// use claimlight::article::{Absence, from_html};
///
/// assert_eq!(from_html("<title>Bridge</title>").absence.map(Absence::name), Some("no-text"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Absence {
    /// Nothing to read stands in it: it is empty, a picture, or a program that has not drawn it yet.
    NoText,
    /// It has text, but none that is one article: a front page, a list of results, a shop.
    NoArticle,
}

impl Absence {
    /// Its name in a report.
    ///
    /// ```
    /// assert_eq!(claimlight::article::from_text("").absence, None, "of a text it is not asked where its article is");
    /// assert_eq!(claimlight::article::Absence::NoArticle.name(), "no-article");
    /// ```
    pub const fn name(self) -> &'static str {
        match self {
            Absence::NoText => "no-text",
            Absence::NoArticle => "no-article",
        }
    }
}

impl Article {
    /// Cuts off what stands after byte `most`, between blocks where it can. What was read of it, from 0 to 1.
    ///
    /// ```
    /// let mut article = claimlight::article::from_text("One paragraph.\nAnother one.");
    /// assert_eq!(article.cut(20), 0.5185185185185185);
    /// assert_eq!(article.text, "One paragraph.");
    /// ```
    pub fn cut(&mut self, most: usize) -> f64 {
        let whole = self.text.len();
        if whole <= most {
            return 1.0;
        }
        let ends = self.blocks.iter().map(|block| block.span.end);
        let end = ends.take_while(|end| *end <= most).last().unwrap_or_else(|| last_boundary(&self.text, most));
        self.text.truncate(end);
        self.blocks.retain(|block| block.span.start < end);
        self.links.retain(|link| link.span.end <= end);
        if let Some(last) = self.blocks.last_mut() {
            last.span.end = last.span.end.min(end);
        }
        end as f64 / whole as f64
    }

    /// Leaves only what stands in `kept`.
    ///
    /// ```
    /// use claimlight::{Span, article::from_text};
    ///
    /// let mut article = from_text("One paragraph.\nAnother one.");
    /// article.keep(Span::new(15, 27));
    /// assert_eq!((article.text.as_str(), article.blocks.len()), ("Another one.", 1));
    /// ```
    pub fn keep(&mut self, kept: Span) {
        let moved = |span: Span| {
            let span = Span::new(span.start.max(kept.start), span.end.min(kept.end));
            (span.start < span.end).then(|| Span::new(span.start - kept.start, span.end - kept.start))
        };
        self.text = kept.of(&self.text).to_owned();
        self.n_above = 0;
        let blocks = std::mem::take(&mut self.blocks).into_iter();
        self.blocks = blocks.filter_map(|block| Some(Block { span: moved(block.span)?, ..block })).collect();
        let links = std::mem::take(&mut self.links).into_iter();
        self.links = links.filter_map(|link| Some(Link { span: moved(link.span)?, ..link })).collect();
        if self.blocks.is_empty() {
            self.absence = Some(Absence::NoText);
        }
    }

    /// The blocks of the running text: no headline or standfirst above it, no captions, no bylines.
    ///
    /// ```
    /// let article = claimlight::article::from_text("Bridge to close\n\nThe bridge may close in June.");
    /// assert_eq!(article.body().count(), 1);
    /// ```
    pub fn body(&self) -> impl Iterator<Item = Block> {
        let is_running = |kind| !matches!(kind, BlockKind::Heading | BlockKind::Caption | BlockKind::Byline);
        let below = self.blocks.get(self.n_above..).unwrap_or_default();
        let first = below.iter().position(|block| is_running(block.kind)).unwrap_or_default();
        below[first..].iter().filter(move |block| is_running(block.kind) || block.kind == BlockKind::Heading).copied()
    }
}

/// The article of an HTML page; one that has none gives an empty text and says why.
///
/// ```
/// let paragraph = "<p>The bridge may close in June, the mayor said on Monday, because of cracks in its pillars.</p>";
/// let page = format!("<html lang=en><nav>Home News</nav><article><h1>Bridge to close</h1>{}</article>", paragraph.repeat(3));
/// let article = claimlight::article::from_html(&page);
/// assert!(article.text.starts_with("Bridge to close") && !article.text.contains("Home"));
/// assert_eq!(article.language.as_deref(), Some("en"));
/// ```
#[cfg(feature = "html")]
pub fn from_html(html: &str) -> Article {
    from_outline(&crate::page::html::outline(html), choose::Scope::Article).0
}

/// The article of a page that was read, and where its text came from.
#[doc(hidden)]
pub fn from_outline(outline: &Outline, scope: choose::Scope) -> (Article, Vec<Piece>) {
    article_of(outline, choose::choose(outline, scope))
}

/// The article that the blocks chosen are, and where its text came from.
pub(crate) fn article_of(outline: &Outline, chosen: Result<choose::Chosen, Absence>) -> (Article, Vec<Piece>) {
    match chosen {
        Ok(chosen) => assemble::assemble(outline, &chosen),
        Err(absence) => {
            let language = outline.language.clone();
            (Article { language, absence: Some(absence), ..Article::default() }, Vec::new())
        }
    }
}

/// The last character boundary at or before byte `most`.
fn last_boundary(text: &str, most: usize) -> usize {
    (0..=most).rev().find(|byte| text.is_char_boundary(*byte)).unwrap_or_default()
}
