//! Finds quantities: numbers with their units. What a number is follows from the words around it ("12 per cent",
//! "12 May", "12 years", "Flight 12"); only some are figures a reader may want a source for.

mod dates;
mod numerals;
mod bare;

use std::ops::Range;

use super::passage::Passage;
use crate::{
    lexicon::{Class, Classes},
    text::tokens::TokenKind,
};
use bare::bare_kind;
pub use dates::is_recent_year;
use numerals::{Form, Numeral, numeral};

/// What a number says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum QuantityKind {
    /// 3.2 million, 1,400, hundreds of thousands
    Number,
    /// A few, or seen rather than counted: three, 7, dozens, a 12-member panel
    SmallNumber,
    /// 12-15 per cent, two-thirds, one in five
    Share,
    /// £1.4bn, $40 a barrel
    Money,
    /// 20°C, 300 miles
    Measure,
    /// Two miles from the site, a 45-degree turn: where or how something is, not how much
    Description,
    /// Three weeks, half a century
    Duration,
    /// 3 May 2016, 2015, the 1990s
    Date,
    /// 10:30, 5 p.m.
    Time,
    /// third, 20th
    Ordinal,
    /// A 34-year-old
    Age,
    /// 5-4
    Score,
    /// Flight 370, 1600 Elm Street, a telephone number
    Name,
}

/// A quantity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quantity {
    /// Its tokens, unit included.
    pub tokens: Range<usize>,
    /// What it says.
    pub kind: QuantityKind,
}

impl Quantity {
    /// Whether a reader may want to know where it comes from.
    pub const fn is_figure(&self) -> bool {
        matches!(self.kind, QuantityKind::Number | QuantityKind::Share | QuantityKind::Money | QuantityKind::Measure)
    }
}

/// The quantities of a passage, in text order.
pub fn quantities(passage: &Passage) -> Vec<Quantity> {
    let mut found = Vec::new();
    let mut index = 0;
    while index < passage.tokens.len() {
        let quantity = quantity_at(passage, index);
        index = quantity.as_ref().map_or(index + 1, |quantity| quantity.tokens.end);
        found.extend(quantity);
    }
    found
}

/// The quantity that begins at a token.
pub fn quantity_at(passage: &Passage, start: usize) -> Option<Quantity> {
    let end = passage.sentence(start)?.tokens.end;
    if let Some(date) = dates::date(passage, start, end) {
        return Some(Quantity { tokens: date, kind: QuantityKind::Date });
    }
    let first = after_currency(passage, start, end);
    let numeral = joined(passage, numeral(passage, first, end)?, end);
    let unit = if first > start { Some((QuantityKind::Money, numeral.end)) } else { unit(passage, &numeral, end) };
    let (kind, after) = match unit {
        Some((QuantityKind::Measure, after)) if is_description(passage, &numeral, after) => {
            (QuantityKind::Description, after)
        }
        Some((kind, after)) => (kind, with_rate(passage, kind, after, end)),
        None => (bare_kind(passage, start, &numeral)?, numeral.end),
    };
    Some(Quantity { tokens: start..after, kind })
}

/// The token after "$", "US $" or "Rs." where a number follows it.
fn after_currency(passage: &Passage, start: usize, end: usize) -> usize {
    let after = (start..end.min(start + MAX_CURRENCY))
        .find(|index| passage.tokens[*index].kind == TokenKind::Number)
        .unwrap_or(start);
    let marks = start..after;
    let is_currency = marks.clone().any(|index| passage.is(index, Class::Currency));
    let is_mark = |index: usize| passage.is(index, Class::Currency) || passage.reads(index, ".") && index > start;
    if is_currency && marks.clone().all(is_mark) { after } else { start }
}

/// How many tokens may write a currency before its number ("Rs", ".").
const MAX_CURRENCY: usize = 3;

/// A range is one quantity: "10 to 15 percent".
fn joined(passage: &Passage, first: Numeral, end: usize) -> Numeral {
    let joins = ["to", "-", "–"].iter().any(|joiner| passage.reads(first.end, joiner));
    match numeral(passage, first.end + 1, end).filter(|_| joins && first.end + 1 < end) {
        Some(second) if first.form.counts() && second.form.counts() => second,
        _ => first,
    }
}

/// What the words after a numeral make of it, and the token after them.
fn unit(passage: &Passage, numeral: &Numeral, end: usize) -> Option<(QuantityKind, usize)> {
    if numeral.form == Form::Share {
        let is_period = passage.is(numeral.end, Class::Determiner) && passage.is(numeral.end + 1, Class::Period);
        let after = numeral.end + if is_period { 2 } else { 0 };
        return Some((if is_period { QuantityKind::Duration } else { QuantityKind::Share }, after));
    }
    if !numeral.form.counts() {
        return None;
    }
    // "a 10-point lead" has the hyphen as a token.
    let start = numeral.end + usize::from(passage.reads(numeral.end, "-"));
    // "at one point" is a moment.
    let is_one = numeral.form == Form::Words && passage.word(numeral.end - 1).eq_ignore_ascii_case("one");
    let mut units = UNITS.into_iter().filter(|(_, kind)| !is_one || *kind != QuantityKind::Measure);
    units.find_map(|(class, kind)| Some((kind, unit_end(passage, class, start, end)?)))
}

/// The classes of units, the more special first.
const UNITS: [(Class, QuantityKind); 6] = [
    (Class::Age, QuantityKind::Age),
    (Class::Percent, QuantityKind::Share),
    (Class::Currency, QuantityKind::Money),
    (Class::Clock, QuantityKind::Time),
    (Class::Period, QuantityKind::Duration),
    (Class::UnitWord, QuantityKind::Measure),
];

/// The token after a unit of `class` that begins at `start`: "percent", "percentage points", "° C".
fn unit_end(passage: &Passage, class: Class, start: usize, end: usize) -> Option<usize> {
    if start >= end {
        return None;
    }
    let classes = Classes::of(&[class]);
    if let Some(phrase) = passage.phrase(start..end, classes) {
        return Some(start + phrase.n_tokens);
    }
    let is_degree = passage.reads(start, "°") && start + 1 < end && passage.word(start + 1).len() == 1;
    passage.is(start, class).then_some(start + 1 + usize::from(is_degree))
}

/// "two miles from the site", "a 45-degree turn"; but "a 10-point lead" is how much.
fn is_description(passage: &Passage, numeral: &Numeral, after: usize) -> bool {
    let is_compound = passage.reads(numeral.end, "-") && !passage.reads(after - 1, "point");
    passage.is(after, Class::Direction) || is_compound
}

/// Money and measures go on with what they are for each: "$40 a barrel", "30 miles per hour".
fn with_rate(passage: &Passage, kind: QuantityKind, after: usize, end: usize) -> usize {
    let takes_rate = matches!(kind, QuantityKind::Money | QuantityKind::Measure);
    let each = ["a", "an", "per"].iter().any(|word| passage.reads(after, word));
    let is_unit = passage.is(after + 1, Class::UnitWord) || passage.is(after + 1, Class::Period);
    if takes_rate && each && is_unit && after + 1 < end { after + 2 } else { after }
}
