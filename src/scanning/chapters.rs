//! Parts a long article into chapters, and a chapter into stretches, at places that its own words decide: when
//! something is added, only what stands beside it is parted anew.

use std::{
    hash::{DefaultHasher, Hash, Hasher},
    ops::Range,
};

use crate::{
    article::{Article, Block, BlockKind, Link},
    span::Span,
};

/// How long a chapter is, in bytes: from the least it may end at a heading or where its words say so. Articles that are
/// shorter, 19 of 20, are one chapter. More would make the ledger's step longer than half a frame.
const CHAPTER: Range<usize> = 12_000..24_000;

/// How long a stretch is, in bytes: a third of a frame's work for the tagger on a slow machine.
const STRETCH: Range<usize> = 500..1_200;

/// One block in so many of those that may end a part does.
const ODDS_OF_CHAPTER: u64 = 8;
const ODDS_OF_STRETCH: u64 = 2;

/// A part of an article that is scanned by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chapter {
    /// Where it begins in the article's text.
    pub start: usize,
    /// It, as an article.
    pub article: Article,
}

/// The chapters of an article, in its order.
pub fn chapters(article: &Article) -> Vec<Chapter> {
    let blocks: Vec<Block> = article.blocks.iter().flat_map(|block| bounded(&article.text, *block)).collect();
    let parts = parts(&article.text, &blocks, CHAPTER, ODDS_OF_CHAPTER);
    let mut links = article.links.as_slice();
    let mut chapters: Vec<Chapter> =
        parts.into_iter().map(|part| chapter(article, &blocks[part], &mut links)).collect();
    // What the page says of the whole is said once.
    if let Some(first) = chapters.first_mut() {
        first.article.origins.clone_from(&article.origins);
    }
    chapters
}

/// The stretches of a chapter, as ranges of its blocks.
pub fn stretches(chapter: &Article) -> Vec<Range<usize>> {
    parts(&chapter.text, &chapter.blocks, STRETCH, ODDS_OF_STRETCH)
}

/// A block that is longer than a chapter, cut after sentences: a page may be one text node of a megabyte.
fn bounded(text: &str, block: Block) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut rest = block.span;
    while rest.len() > CHAPTER.end {
        let most = (rest.start + CHAPTER.start..rest.start + CHAPTER.end).rev();
        let whole = || most.clone().filter(|byte| text.is_char_boundary(*byte));
        let stop = whole().find(|byte| text[..*byte].ends_with(". "));
        let end = stop.or_else(|| whole().next()).unwrap_or(rest.end);
        blocks.push(Block { span: Span::new(rest.start, end), ..block });
        rest.start = end;
    }
    blocks.push(Block { span: rest, ..block });
    blocks
}

/// Ranges of blocks that are as long as `length` says.
fn parts(text: &str, blocks: &[Block], length: Range<usize>, odds: u64) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut start = 0;
    for index in 1..blocks.len() {
        let own = blocks[index - 1].span.end - blocks[start].span.start;
        let grown = blocks[index].span.end - blocks[start].span.start;
        let may_end = blocks[index].kind == BlockKind::Heading || falls(blocks[index - 1].span.of(text), odds);
        if grown > length.end || own >= length.start && may_end {
            parts.push(start..index);
            start = index;
        }
    }
    if start < blocks.len() {
        parts.push(start..blocks.len());
    }
    parts
}

/// Whether a block is the one in `odds` that ends a part.
fn falls(text: &str, odds: u64) -> bool {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish().is_multiple_of(odds)
}

fn chapter(article: &Article, blocks: &[Block], links: &mut &[Link]) -> Chapter {
    let whole = blocks.first().map(|block| block.span).unwrap_or_default();
    let whole = whole.to(blocks.last().map_or(whole, |block| block.span));
    let moved = |span: Span| Span::new(span.start - whole.start, span.end.min(whole.end) - whole.start);
    let n_links = links.partition_point(|link| link.span.start < whole.end);
    let (own, rest) = links.split_at(n_links);
    *links = rest;
    let own = own.iter().filter(|link| link.span.start >= whole.start);
    let article = Article {
        text: whole.of(&article.text).to_owned(),
        blocks: blocks.iter().map(|block| Block { span: moved(block.span), ..*block }).collect(),
        links: own.map(|link| Link { span: moved(link.span), href: link.href.clone() }).collect(),
        language: article.language.clone(),
        ..Article::default()
    };
    Chapter { start: whole.start, article }
}
