//! What was read of a page, and the nodes that it stands in.

use std::cell::OnceCell;

use js_sys::{Array, Map};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Node, Range};

use super::asked::Asked;
use crate::{
    article::{self, Absence, Article, choose::Chosen},
    page::{
        live::{Read, Recording},
        outline::Piece,
    },
    span::Span,
    wire::{Offsets, Unit},
};

/// How much of an article is scanned, in bytes: 119,000 words. Scanning leaves the page its frames however much it is,
/// but what it finds must be listed and painted.
const MAX_SCANNED: usize = 700_000;

/// What was read of a page.
#[derive(Default)]
pub struct Reading {
    /// The article.
    pub article: Article,
    /// The share of the article that is to be scanned, from 0 to 1.
    pub share: f64,
    /// The article's offsets as a script counts them.
    pub offsets: Offsets,
    /// Where the article's text came from.
    pub origins: Vec<Piece>,
    /// The text nodes it came from.
    pub nodes: Array,
    /// The open shadow trees, and the bodies of frames.
    pub shadows: Vec<Node>,
    /// The place in `nodes` of each; made when it is first asked for.
    places: OnceCell<Map>,
}

impl Reading {
    /// Puts the article together.
    pub fn new(read: &Read, chosen: Result<Chosen, Absence>) -> Self {
        let (article, origins) = article::article_of(&read.outline, chosen);
        Reading { article, origins, share: 1.0, ..Reading::default() }
    }

    /// Finds the nodes it stands in.
    #[inline(never)]
    pub fn place(&mut self, read: Read) {
        self.nodes = read.nodes(&renumbered(&mut self.origins));
        self.shadows = read.trees;
        self.offsets = Offsets::new(&self.article.text, Unit::Utf16);
    }

    /// Leaves only what was asked for, and no more than is scanned.
    #[inline(never)]
    pub fn finish(&mut self, asked: &Asked) {
        if let Some(range) = &asked.range {
            self.narrow(range);
        }
        self.share = self.article.cut(MAX_SCANNED);
        self.origins.retain(|piece| piece.span.end <= self.article.text.len());
    }

    /// The text node a piece stands in.
    pub fn node(&self, piece: &Piece) -> Node {
        self.nodes.get(piece.node as u32).unchecked_into()
    }

    /// Leaves only what stands in `range`.
    fn narrow(&mut self, range: &Range) {
        let meets = |piece: &&Piece| self.in_range(range, piece).is_some();
        let (Some(first), Some(last)) = (self.origins.iter().find(meets), self.origins.iter().rfind(meets)) else {
            self.article.keep(Span::default());
            self.origins.clear();
            return;
        };
        let spans = [first, last].map(|piece| self.in_range(range, piece).unwrap_or(piece.span));
        let kept = Span::new(spans[0].start, spans[1].end);
        self.article.keep(kept);
        self.offsets = Offsets::new(&self.article.text, Unit::Utf16);
        let origins = std::mem::take(&mut self.origins);
        self.origins = origins.into_iter().filter_map(|piece| self.kept(piece, kept)).collect();
    }

    /// What of a piece stands in `range`.
    fn in_range(&self, range: &Range, piece: &Piece) -> Option<Span> {
        let node = self.node(piece);
        if !range.intersects_node(&node).unwrap_or(false) {
            return None;
        }
        let is_here = |other: Result<Node, JsValue>| other.is_ok_and(|other| other.is_same_node(Some(&node)));
        let (mut span, words) = (piece.span, piece.span.of(&self.article.text));
        let offsets = Offsets::new(words, Unit::Utf16);
        let unit = |offset: u32| (offset as usize).saturating_sub(piece.offset);
        if is_here(range.end_container()) {
            span.end = span.end.min(piece.span.start + offsets.byte_after(words, unit(range.end_offset().ok()?)));
        }
        if is_here(range.start_container()) {
            span.start = span.end.min(piece.span.start + offsets.byte_before(words, unit(range.start_offset().ok()?)));
        }
        (!span.is_empty()).then_some(span)
    }

    /// What is left of a piece of the text when only `kept` is.
    fn kept(&self, piece: Piece, kept: Span) -> Option<Piece> {
        let span = Span::new(piece.span.start.max(kept.start), piece.span.end.min(kept.end));
        if span.start >= span.end {
            return None;
        }
        let moved = Span::new(span.start - kept.start, span.end - kept.start);
        // Only the first piece loses letters at its start, and those are no longer in the text to be counted.
        let lost = span.start - piece.span.start;
        let n_lost = self.lost_units(piece, lost);
        Some(Piece { span: moved, offset: piece.offset + n_lost, ..piece })
    }

    /// How many units the first `lost` bytes of a piece are, counted in its node.
    fn lost_units(&self, piece: Piece, lost: usize) -> usize {
        let text: Vec<u16> = self.node(&piece).node_value().unwrap_or_default().encode_utf16().collect();
        let text = String::from_utf16_lossy(text.get(piece.offset..).unwrap_or_default());
        Offsets::new(&text, Unit::Utf16).of(lost)
    }

    /// What has become of it in a later reading of the same page.
    pub fn change(&self, later: &Reading) -> &'static str {
        if self.article != later.article {
            return "changed";
        }
        let is_same = self.origins == later.origins && Recording::are_same(&self.nodes, &later.nodes);
        if is_same { "same" } else { "moved" }
    }

    /// The pieces of the text that come from a node.
    pub fn pieces_of(&self, node: &Node) -> Option<&[Piece]> {
        let places = self.places.get_or_init(|| Recording::places_of(&self.nodes));
        let own = places.get(node).as_f64()? as usize;
        let first = self.origins.partition_point(|piece| piece.node < own);
        let n_pieces = self.origins[first..].partition_point(|piece| piece.node == own);
        (n_pieces > 0).then(|| &self.origins[first..first + n_pieces])
    }
}

/// Counts the nodes that pieces stand in from 0 on, without those between that no piece names. What each was before.
fn renumbered(origins: &mut [Piece]) -> Vec<usize> {
    let mut nodes: Vec<usize> = Vec::new();
    for piece in origins {
        if nodes.last() != Some(&piece.node) {
            nodes.push(piece.node);
        }
        piece.node = nodes.len() - 1;
    }
    nodes
}
