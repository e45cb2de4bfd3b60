//! Finds datelines and the agencies named in them or at a block's end: "GENEVA, 3 May —", "NEW DELHI:", "(Reuters)".

use std::ops::Range;

use crate::{
    find::{
        heads::{OFFICES, PERSONS},
        passage::Passage,
    },
    lexicon::{Class, Classes},
    text::tokens::{Shape, TokenKind},
};

/// How many tokens a dateline has at most: a city of three words, a state, a date, an agency.
const MAX_DATELINE: usize = 16;

/// The fewest letters of a place in capitals; fewer are an abbreviation ("EU — The bloc").
const MIN_PLACE: usize = 3;

/// How many words a place in capitals has at most; more are a headline.
const MAX_PLACE: usize = 3;

/// The dateline that opens a block, without its dash or colon.
pub fn dateline(passage: &Passage, block: &Range<usize>) -> Option<Range<usize>> {
    let end = block.end.min(block.start + MAX_DATELINE);
    let colon = place_colon(passage, block);
    let dash = colon.or_else(|| (block.start + 1..end).find(|index| is_dash(passage, *index)))?;
    let words = block.start..dash;
    let opens = dash + 1 < block.end && !is_lower(passage, dash + 1);
    let place = words.clone().take_while(|index| passage.tokens[*index].shape == Shape::Upper).count();
    let n_letters = words.clone().take(place).map(|index| passage.word(index).len()).max().unwrap_or_default();
    let has_agency = agency(passage, block).is_some_and(|agency| agency.end == dash);
    let is_place =
        (1..=MAX_PLACE).contains(&place) && n_letters > MIN_PLACE || has_agency && passage.is_capitalised(block.start);
    let fits = words.clone().all(|index| may_stand(passage, index));
    (opens && is_place && fits && !passage.is(block.start, Class::Kicker)).then_some(words)
}

/// The colon of "NEW DELHI: The ministry met.", as Indian papers write it. A headline has no full stop; who speaks in a
/// transcript ("ROE: I did not sign it.") is answered by the next to speak.
fn place_colon(passage: &Passage, block: &Range<usize>) -> Option<usize> {
    let colon = colon_after_capitals(passage, block)?;
    let is_somebody = passage.tokens[colon - 1].classes.meets(OFFICES | PERSONS);
    let is_prose = passage.reads(block.end - 1, ".");
    let next = passage.sentence(block.end).map(|sentence| sentence.tokens.start..sentence.tokens.end);
    let is_answered = next.is_some_and(|next| colon_after_capitals(passage, &next).is_some());
    (is_prose && !is_somebody && !is_answered).then_some(colon)
}

fn colon_after_capitals(passage: &Passage, tokens: &Range<usize>) -> Option<usize> {
    let is_capital = |index: &usize| passage.tokens[*index].shape == Shape::Upper && passage.is_word(*index);
    let end = tokens.start + tokens.clone().take(MAX_PLACE + 1).take_while(is_capital).count();
    (end > tokens.start && passage.reads(end, ":")).then_some(end)
}

/// A dash with blanks about it, or a long one.
fn is_dash(passage: &Passage, index: usize) -> bool {
    let follows_blank = passage.tokens[index - 1].span.end < passage.tokens[index].span.start;
    match passage.word(index) {
        "—" | "–" | "--" => true,
        "-" => follows_blank,
        _ => false,
    }
}

fn is_lower(passage: &Passage, index: usize) -> bool {
    let token = &passage.tokens[index];
    token.kind == TokenKind::Word && token.shape == Shape::Lower
}

/// Whether a dateline may hold this token: names, a date, an agency, marks between them.
fn may_stand(passage: &Passage, index: usize) -> bool {
    let token = &passage.tokens[index];
    match token.kind {
        TokenKind::Word => token.shape != Shape::Lower || passage.word(index).len() <= 3,
        TokenKind::Number => true,
        TokenKind::Mark => matches!(passage.word(index), "," | "." | "(" | ")" | "/" | "|" | "-" | "’" | "'"),
        TokenKind::Address => false,
    }
}

/// The agency in brackets before a dash near the block's start, or at its end; or a block that is an agency's name.
pub fn agency(passage: &Passage, block: &Range<usize>) -> Option<Range<usize>> {
    let opening = block.start..block.end.min(block.start + MAX_DATELINE);
    let closing = block.end.saturating_sub(MAX_CLOSING).max(block.start)..block.end;
    let is_before_dash = |agency: &Range<usize>| agency.end < block.end && is_dash(passage, agency.end);
    let is_last = |agency: &Range<usize>| agency.end + 1 >= block.end;
    let opened = opening.into_iter().filter_map(|index| bracketed(passage, index, block.end)).find(is_before_dash);
    let closed = || closing.into_iter().filter_map(|index| bracketed(passage, index, block.end)).find(is_last);
    opened.or_else(closed).or_else(|| alone(passage, block))
}

/// How far before a block's end an agency's bracket may open.
const MAX_CLOSING: usize = 7;

/// "(Reuters)", "(The Associated Press)"
fn bracketed(passage: &Passage, open: usize, end: usize) -> Option<Range<usize>> {
    if !passage.reads(open, "(") {
        return None;
    }
    let name = open + 1 + usize::from(passage.is(open + 1, Class::Determiner));
    let after = name_end(passage, name, end)?;
    passage.reads(after, ")").then_some(open..after + 1)
}

/// "— Reuters" or "The Associated Press" as a block of its own.
fn alone(passage: &Passage, block: &Range<usize>) -> Option<Range<usize>> {
    let is_before =
        |index: &usize| passage.is(*index, Class::Determiner) || passage.tokens[*index].kind == TokenKind::Mark;
    let name = block.start + block.clone().take_while(is_before).count();
    let after = name_end(passage, name, block.end)?;
    (after == block.end || after + 1 == block.end && passage.reads(after, ".")).then_some(block.clone())
}

/// The token after the agency's name that begins at `start`.
pub fn name_end(passage: &Passage, start: usize, end: usize) -> Option<usize> {
    if start >= end || !passage.is_capitalised(start) {
        return None;
    }
    let agency = Classes::of(&[Class::WireCredit]);
    if let Some(phrase) = passage.phrase(start..end, agency) {
        return Some(start + phrase.n_tokens);
    }
    passage.is(start, Class::WireCredit).then_some(start + 1)
}
