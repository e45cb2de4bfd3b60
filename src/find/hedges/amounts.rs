//! Tells whether an amount comes next: what an approximator must stand before.

use crate::{
    find::{
        passage::Passage,
        quantities::{QuantityKind, is_recent_year, quantity_at},
    },
    lexicon::{Class, Classes},
    text::tokens::TokenKind,
};

/// Amounts in words.
const AMOUNTS: Classes = Classes::of(&[Class::NumberWord, Class::Quantity]);

/// Whether an amount that a reader could ask for begins at token `index`: 40 people, $3 million, half, a dozen,
/// two-thirds. What is measured or timed (20 minutes, five miles), a small number and a shop's price are none: nobody
/// takes their rounding for caution.
pub fn is_amount(passage: &Passage, index: usize) -> bool {
    begins_amount(passage, index) && !is_measured(passage, index)
}

fn begins_amount(passage: &Passage, index: usize) -> bool {
    let Some(token) = passage.tokens.get(index) else { return false };
    if is_share(passage, index) {
        return true;
    }
    match token.kind {
        TokenKind::Number => {
            is_plain(passage, index) && !is_recent_year(passage.word(index)) && is_large(passage, index, MIN_COUNT)
        }
        TokenKind::Mark => is_money(passage, index),
        TokenKind::Word if passage.reads(index, "a") || passage.reads(index, "an") => {
            passage.tokens.get(index + 1).is_some_and(|next| next.classes.meets(AMOUNTS))
        }
        TokenKind::Word => {
            is_round(passage, index)
                || token.is(Class::NumberWord) && is_round(passage, index + 1)
                || is_spelled_compound(passage, index)
        }
        TokenKind::Address => false,
    }
}

/// "one in four", "nine out of ten".
fn is_share(passage: &Passage, index: usize) -> bool {
    quantity_at(passage, index).is_some_and(|quantity| quantity.kind == QuantityKind::Share)
}

/// Whether a number has no unit or clock time written onto it: 40, 1.4bn; not 10kDa, 5:30.
fn is_plain(passage: &Passage, index: usize) -> bool {
    let letters =
        passage.word(index).trim_start_matches(|letter: char| letter.is_numeric() || ".,-–/".contains(letter));
    letters.is_empty() || passage.lexicon.classes(passage.lexicon.word(crate::lexicon::hash(letters))).meets(AMOUNTS)
}

/// How many tokens an amount may take before what it counts ("five or six hundred thousand").
const MAX_AMOUNT: usize = 6;

/// Whether what stands after the amount is a measure.
fn is_measured(passage: &Passage, index: usize) -> bool {
    let is_part = |index: &usize| {
        let token = &passage.tokens[*index];
        let joins = ["a", "an", "or", "to", "and", "-", "–", "another", "the"].contains(&passage.word(*index));
        joins || token.kind == TokenKind::Number || token.classes.meets(AMOUNTS) || is_spelled_compound(passage, *index)
    };
    let end = passage.tokens.len().min(index + MAX_AMOUNT);
    let counted = (index..end).find(|index| !is_part(index) || passage.is(*index, Class::Measure));
    // "3 million pounds" are money; 300 pounds may be a weight.
    let is_sum = |counted: &usize| passage.is(*counted, Class::Currency) && passage.is(counted - 1, Class::Magnitude);
    let counted = counted.filter(|counted| *counted == index || !is_sum(counted));
    // "110 highway miles": one word may say which.
    counted.is_some_and(|counted| (counted..=counted + 1).any(|index| passage.is(index, Class::Measure)))
}

/// From how much on a count, and a sum of money, is one that a reader could ask for.
const MIN_COUNT: u64 = 10;
const MIN_MONEY: u64 = 1000;

fn is_money(passage: &Passage, index: usize) -> bool {
    is_sign(passage, index) && is_large(passage, index + 1, MIN_MONEY)
}

fn is_sign(passage: &Passage, index: usize) -> bool {
    matches!(passage.word(index), "$" | "£" | "€" | "¥" | "₹")
}

/// Up to how much something has a price in a shop, a car the dearest.
const MAX_PRICE: u64 = 100_000;

/// Whether the sum that begins at token `index` is a price, as in "for about $30,000".
pub fn is_price(passage: &Passage, index: usize) -> bool {
    let is_thousands = || passage.word(index + 1).ends_with(['k', 'K']);
    is_sign(passage, index)
        && is_number(passage, index + 1)
        && (is_thousands() || !is_large(passage, index + 1, MAX_PRICE))
}

/// Whether what begins at token `index` is a price where something costs it: "$300", "300-400", "100$".
pub fn is_cost(passage: &Passage, index: usize) -> bool {
    is_price(passage, index) || is_number(passage, index) && !is_large(passage, index, MAX_PRICE)
}

fn is_number(passage: &Passage, index: usize) -> bool {
    passage.tokens.get(index).is_some_and(|token| token.kind == TokenKind::Number)
}

/// Whether a number is at least `least`, or large by what follows it: 4 million, 3bn, 5 percent, 3 in 10.
fn is_large(passage: &Passage, index: usize, least: u64) -> bool {
    let Some(token) = passage.tokens.get(index).filter(|token| token.kind == TokenKind::Number) else { return false };
    let digits = token.span.of(passage.text);
    let whole = digits.bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b',').filter(u8::is_ascii_digit);
    let value = whole.fold(0u64, |value, digit| value.saturating_mul(10).saturating_add(u64::from(digit - b'0')));
    let is_of = ["out", "of", "%"].iter().any(|word| passage.reads(index + 1, word));
    let is_share = is_of
        || passage.reads(index + 1, "in")
            && (is_number(passage, index + 2) || passage.is(index + 2, Class::NumberWord));
    value >= least || digits.ends_with(char::is_alphabetic) || is_round(passage, index + 1) || is_share
}

/// Whether a word makes an amount large or a share: million, dozen, percent, half.
fn is_round(passage: &Passage, index: usize) -> bool {
    passage.is(index, Class::Quantity)
}

/// "two-thirds", "twenty-one": the first part is a number.
fn is_spelled_compound(passage: &Passage, index: usize) -> bool {
    let Some((first, _)) = passage.word(index).split_once('-') else { return false };
    let classes = passage.lexicon.classes(passage.lexicon.word(crate::lexicon::hash(first)));
    classes.meets(AMOUNTS)
}

/// Whether an amount that a reader could ask for ends right before token `index`: "a dozen or so", "40 people or so".
pub fn ends_amount(passage: &Passage, index: usize) -> bool {
    let Some(before) = index.checked_sub(1).filter(|before| !passage.is(*before, Class::Measure)) else { return false };
    let starts = [before, before.saturating_sub(1)];
    starts.into_iter().any(|start| {
        let is_price = start > 0 && passage.tokens[start - 1].kind == TokenKind::Mark;
        passage.is(start, Class::Quantity) || !is_price && is_large(passage, start, MIN_COUNT)
    })
}
