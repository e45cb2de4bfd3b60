//! Reads dates: a month with its day or year, a year alone.

use std::ops::Range;

use crate::{find::passage::Passage, lexicon::Class, text::tokens::TokenKind};

/// The date that begins at `start`: "May 3, 2016", "3 May", "Nov. 2015".
pub fn date(passage: &Passage, start: usize, end: usize) -> Option<Range<usize>> {
    let is_month = |index: usize| index < end && passage.is(index, Class::Month) && passage.is_capitalised(index);
    let is_number = |index: usize| index < end && passage.tokens[index].kind == TokenKind::Number;
    let after_stop = |index: usize| index + usize::from(index < end && passage.reads(index, "."));
    if is_month(start) {
        let number = after_stop(start + 1);
        return is_number(number).then(|| start..year_end(passage, number + 1, end));
    }
    let month = start + 1 + usize::from(passage.reads(start + 1, "of"));
    (is_number(start) && is_month(month)).then(|| start..year_end(passage, month + 1, end))
}

/// The token after the year that a date goes on with, if it does.
fn year_end(passage: &Passage, start: usize, end: usize) -> usize {
    let year = start + usize::from(start < end && passage.reads(start, ","));
    let is_year = year < end && passage.tokens[year].kind == TokenKind::Number && is_past(passage.word(year));
    if is_year { year + 1 } else { start }
}

/// Years that news names without a preposition.
const RECENT: Range<u64> = 1900..2100;

/// Years that news names after one, or with a day ("in 1776").
const PAST: Range<u64> = 1400..2100;

fn is_past(digits: &str) -> bool {
    digits.len() == 4 && digits.parse().is_ok_and(|year| PAST.contains(&year))
}

fn is_recent(digits: &str) -> bool {
    digits.parse().is_ok_and(|year| RECENT.contains(&year))
}

/// Whether digits are a year, or a season over two ("2015-16").
pub fn is_year(passage: &Passage, index: usize, digits: &str) -> bool {
    let after_preposition = index > 0 && passage.is(index - 1, Class::Preposition);
    is_recent_year(digits) || after_preposition && first_year(digits).is_some_and(is_past)
}

/// Whether digits are a year that needs no preposition: "about 2016", but news writes a comma into 2,016 people.
pub fn is_recent_year(digits: &str) -> bool {
    first_year(digits).is_some_and(is_recent)
}

/// The first of the years that digits may be, or themselves.
fn first_year(digits: &str) -> Option<&str> {
    let (first, rest) = digits.split_once(['-', '–']).unwrap_or((digits, ""));
    (rest.is_empty() || rest.len() == 2 || is_recent(rest)).then_some(first)
}
