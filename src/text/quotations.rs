//! Finds what stands in quotation marks: “ ”, " ", '' '', « », „ “, and single ‘ ’ ' ' outside those.
//!
//! Only the outermost is a quotation. One that a paragraph leaves open goes on in the next paragraph if that begins
//! with an opening mark, as newspapers print long quotations.

use std::ops::Range;

use super::{sentences::Sentence, tokens::Token};
use crate::{lexicon::Class, span::Span};

/// What stands in quotation marks within one block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// With its marks.
    pub span: Span,
    /// The tokens within, marks included, as indices.
    pub tokens: Range<usize>,
    /// How many words it holds.
    pub n_words: usize,
    /// Whether it goes on from the paragraph before.
    pub continues: bool,
}

/// A kind of quotation marks.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Marks {
    /// “ ” and „ “
    Curly,
    /// " "
    Straight,
    /// '' '' and `` ''
    Doubled,
    /// « »
    Angle,
    /// ‘ ’
    SingleCurly,
    /// ' '
    SingleStraight,
}

/// How many tokens a quotation in single marks may have: without a limit every stray apostrophe would search
/// its whole paragraph.
const MAX_SINGLE: usize = 300;

/// The quotations of all blocks, in text order.
pub fn quotations(text: &str, sentences: &[Sentence], tokens: &[Token]) -> Vec<Quotation> {
    let mut quotations = Vec::new();
    let mut left_open = false;
    for block in sentences.chunk_by(|a, b| a.block == b.block) {
        let range = block[0].tokens.start..block[block.len() - 1].tokens.end;
        left_open = block_quotations(text, tokens, range, left_open, &mut quotations);
    }
    quotations
}

/// Adds the quotations of one block; whether the last is left open.
fn block_quotations(
    text: &str,
    tokens: &[Token],
    range: Range<usize>,
    continues: bool,
    quotations: &mut Vec<Quotation>,
) -> bool {
    let mut index = range.start;
    while index < range.end {
        let Some(marks) = opening(text, tokens, range.start, index) else {
            index += 1;
            continue;
        };
        let closing = closing(text, tokens, index + 1..range.end, marks);
        let Some(end) = closing.or((!is_single(marks)).then_some(range.end)) else {
            index += 1;
            continue;
        };
        let continues = continues && index == range.start;
        quotations.push(quotation(tokens, index..end, continues));
        if closing.is_none() {
            return true;
        }
        index = end;
    }
    false
}

fn quotation(tokens: &[Token], range: Range<usize>, continues: bool) -> Quotation {
    let span = tokens[range.start].span.to(tokens[range.end - 1].span);
    let n_words = tokens[range.clone()].iter().filter(|token| token.is_word()).count();
    Quotation { span, tokens: range, n_words, continues }
}

fn is_single(marks: Marks) -> bool {
    matches!(marks, Marks::SingleCurly | Marks::SingleStraight)
}

/// The marks that the token at `index` opens.
fn opening(text: &str, tokens: &[Token], first: usize, index: usize) -> Option<Marks> {
    let token = &tokens[index];
    let marks = match token.span.of(text) {
        "“" | "„" | "‟" => Marks::Curly,
        "\"" => Marks::Straight,
        "''" | "``" | "’’" => Marks::Doubled,
        "«" => Marks::Angle,
        "‘" => Marks::SingleCurly,
        "'" => Marks::SingleStraight,
        _ => return None,
    };
    let follows_blank = index == first || tokens[index - 1].span.end < token.span.start;
    let follows_opener =
        index > first && matches!(tokens[index - 1].span.of(text), "(" | "[" | "—" | "–" | "--" | "/" | ":");
    let touches_next = tokens.get(index + 1).is_some_and(|next| next.span.start == token.span.end);
    let is_clear = matches!(marks, Marks::Curly | Marks::Angle);
    (is_clear || (follows_blank || follows_opener) && touches_next).then_some(marks)
}

/// The index after the mark that closes `marks`.
fn closing(text: &str, tokens: &[Token], range: Range<usize>, marks: Marks) -> Option<usize> {
    let closes = |index: &usize| {
        let mark = tokens[*index].span.of(text);
        match marks {
            Marks::Curly => matches!(mark, "”" | "\"") || mark == "“" && touches_before(tokens, *index),
            Marks::Straight => mark == "\"" || mark == "”",
            Marks::Doubled => matches!(mark, "''" | "’’"),
            Marks::Angle => mark == "»",
            Marks::SingleCurly => mark == "’" && closes_single(text, tokens, *index),
            Marks::SingleStraight => mark == "'" && closes_single(text, tokens, *index),
        }
    };
    let reach = if is_single(marks) { MAX_SINGLE } else { usize::MAX };
    range.take(reach).find(closes).map(|index| index + 1)
}

fn touches_before(tokens: &[Token], index: usize) -> bool {
    tokens[index - 1].span.end == tokens[index].span.start
}

/// A single mark closes unless it is the apostrophe of a plural ("the voters' choice"), which no mark precedes
/// and a word follows.
fn closes_single(text: &str, tokens: &[Token], index: usize) -> bool {
    let before = tokens[index - 1].span.of(text);
    let word_follows = tokens.get(index + 1).is_some_and(|next| next.is_word());
    touches_before(tokens, index)
        && !(before.ends_with(['s', 'S']) && word_follows && !tokens[index + 1].is(Class::Verb))
}
