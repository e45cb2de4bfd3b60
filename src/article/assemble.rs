//! Makes one text of an article's blocks, and keeps where each character came from.

use std::iter::Peekable;

use super::{Article, Block, BlockKind, Link, choose::Chosen};
use crate::{
    page::outline::{Outline, Piece},
    span::Span,
};

/// The article that `chosen` blocks are, and where its text came from. What is in another language than most of it is
/// left out.
#[inline(never)]
pub fn assemble(outline: &Outline, chosen: &Chosen) -> (Article, Vec<Piece>) {
    let mut assembly = Assembly {
        article: Article {
            language: language(outline, chosen.above.iter().chain(&chosen.body)),
            origins: outline.metadata.origins.clone(),
            ..Article::default()
        },
        origins: Vec::new(),
        links: outline.links.iter().peekable(),
        pieces: outline.pieces.iter().peekable(),
    };
    assembly.take(outline, &chosen.above);
    assembly.article.n_above = assembly.article.blocks.len();
    assembly.take(outline, &chosen.body);
    (assembly.article, assembly.origins)
}

/// The language most of its text says it is in, else the page's.
fn language<'a>(outline: &Outline, chosen: impl Iterator<Item = &'a (usize, BlockKind)>) -> Option<String> {
    let mut sums: Vec<(&str, usize)> = Vec::new();
    for (index, _) in chosen {
        let block = &outline.blocks[*index];
        let language = block.language.as_deref().or(outline.language.as_deref()).unwrap_or_default();
        match sums.iter_mut().find(|(own, _)| *own == language) {
            Some((_, sum)) => *sum += block.span.len(),
            None => sums.push((language, block.span.len())),
        }
    }
    let (language, _) = sums.into_iter().max_by_key(|(_, sum)| *sum)?;
    Some(language.to_owned()).filter(|language| !language.is_empty())
}

/// Whether two languages are known and not one.
fn is_foreign(own: Option<&str>, other: Option<&str>) -> bool {
    let primary = |language: &str| language.split(['-', '_']).next().unwrap_or_default().to_lowercase();
    own.zip(other).is_some_and(|(own, other)| primary(own) != primary(other))
}

struct Assembly<'a, L: Iterator<Item = &'a Link>, P: Iterator<Item = &'a Piece>> {
    article: Article,
    origins: Vec<Piece>,
    links: Peekable<L>,
    pieces: Peekable<P>,
}

impl<'a, L: Iterator<Item = &'a Link>, P: Iterator<Item = &'a Piece>> Assembly<'a, L, P> {
    /// Takes in these blocks. Cells of one row are one.
    fn take(&mut self, outline: &Outline, chosen: &[(usize, BlockKind)]) {
        let mut row = None;
        for (index, kind) in chosen {
            let block = &outline.blocks[*index];
            if is_foreign(block.language.as_deref(), self.article.language.as_deref()) {
                self.article.n_foreign += 1;
                continue;
            }
            let own_row = (*kind == BlockKind::TableRow).then(|| outline.elements[block.element].parent);
            if own_row.is_none() || own_row != row {
                self.begin(*kind);
            }
            self.add(outline, block.span);
            row = own_row;
        }
    }

    /// Begins a block.
    fn begin(&mut self, kind: BlockKind) {
        if !self.article.text.is_empty() {
            self.article.text.push('\n');
        }
        let end = self.article.text.len();
        self.article.blocks.push(Block { span: Span::new(end, end), kind });
    }

    /// Adds what stands in `span` of the outline to the last block.
    fn add(&mut self, outline: &Outline, span: Span) {
        let Some(block) = self.article.blocks.last_mut() else { return };
        if !block.span.is_empty() {
            self.article.text.push(' ');
        }
        let start = self.article.text.len();
        self.article.text.push_str(span.of(&outline.text));
        block.span.end = self.article.text.len();
        let moved = |own: Span| Span::new(own.start - span.start + start, own.end - span.start + start);
        while let Some(piece) = self.pieces.next_if(|piece| piece.span.start < span.end) {
            if span.contains(piece.span) {
                self.origins.push(Piece { span: moved(piece.span), ..*piece });
            }
        }
        while let Some(link) = self.links.next_if(|link| link.span.start < span.end) {
            if span.contains(link.span) {
                self.article.links.push(Link { span: moved(link.span), href: link.href.clone() });
            }
        }
    }
}
