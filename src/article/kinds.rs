//! What each block of an article is.

use super::BlockKind;
use crate::page::{hints::Hint, outline::Outline};

/// What says the kind of a block, the strongest first.
const KINDS: [(Hint, BlockKind); 7] = [
    (Hint::Figure, BlockKind::Caption),
    (Hint::Caption, BlockKind::Caption),
    (Hint::Byline, BlockKind::Byline),
    (Hint::Heading, BlockKind::Heading),
    (Hint::Headline, BlockKind::Heading),
    (Hint::Quote, BlockKind::Quote),
    (Hint::ListItem, BlockKind::ListItem),
];

/// What a block is, by what the elements around it say, up to `root`.
pub fn kind(outline: &Outline, block: usize, root: usize) -> BlockKind {
    let element = &outline.elements[outline.blocks[block].element];
    let outside = outline.elements[root].all_hints;
    if element.hints.has(Hint::Cell) {
        return BlockKind::TableRow;
    }
    let inside = element.all_hints.without(outside);
    let said = |hint: &Hint| inside.has(*hint) || element.hints.has(*hint);
    KINDS.iter().find(|(hint, _)| said(hint)).map_or(BlockKind::Paragraph, |(_, kind)| *kind)
}
