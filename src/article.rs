//! The article of a page: its text in blocks, and the links that stand in it.

use crate::span::Span;

/// What a block of an article is.
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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// Where it stands in the article's text.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
}

/// A hyperlink of the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The linked words.
    pub span: Span,
    /// The address as the page has it.
    pub href: String,
}

/// An article: one text, its blocks in order, its links.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Article {
    /// The text; blocks are separated by line breaks.
    pub text: String,
    /// The blocks, in text order, none overlapping.
    pub blocks: Vec<Block>,
    /// The links, in text order.
    pub links: Vec<Link>,
    /// The language the page says it is in ("en-GB"), if it says.
    pub language: Option<String>,
}

/// The article that a plain text is: every line that is not blank is a block.
pub fn from_text(text: &str) -> Article {
    let mut blocks = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let end = start + line.trim_end().len();
        let span = Span::new(start + line.len() - line.trim_start().len(), end);
        if !span.is_empty() {
            blocks.push(Block { span, kind: kind_of_line(span.of(text)) });
        }
        start += line.len();
    }
    Article { text: text.to_owned(), blocks, ..Article::default() }
}

/// The most characters a heading of a plain text has; longer lines are paragraphs.
const MAX_HEADING: usize = 120;

/// A short line that ends without a full stop is a heading.
fn kind_of_line(line: &str) -> BlockKind {
    let ends_a_sentence = line.ends_with(['.', '!', '?', ':', '"', '”', '’', '\'', ')', ',', ';']);
    if line.len() <= MAX_HEADING && !ends_a_sentence { BlockKind::Heading } else { BlockKind::Paragraph }
}
