//! Tells service to the reader from a claim: what a ticket costs, when the doors open.

use std::ops::Range;

use crate::{
    find::{
        passage::Passage,
        quantities::{Quantity, QuantityKind},
    },
    lexicon::Class,
    text::tokens::TokenKind,
};

/// How many digits the fee of a visitor has at most; what costs a thousand is no ticket but news.
const MAX_FEE_DIGITS: usize = 3;

/// "tickets cost £12", "admission is $5 for children": a sum that a visitor pays.
pub fn is_fee(passage: &Passage, sentence: &Range<usize>, quantity: &Quantity) -> bool {
    let is_small = |index: usize| {
        let token = &passage.tokens[index];
        let whole = passage.word(index).split('.').next().unwrap_or_default();
        match token.kind {
            TokenKind::Number => whole.len() <= MAX_FEE_DIGITS && whole.bytes().all(|byte| byte.is_ascii_digit()),
            _ => !token.is(Class::Magnitude),
        }
    };
    let is = |class: Class| sentence.clone().any(|index| passage.is(index, class));
    quantity.kind == QuantityKind::Money
        && quantity.tokens.clone().all(is_small)
        && is(Class::Admission)
        && !is(Class::Trend)
}
