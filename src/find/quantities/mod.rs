//! Finds quantities: numbers with their units. What a number is follows from the words around it ("12 per cent",
//! "12 May", "12 years", "Flight 12"); only some are figures a reader may want a source for.

mod dates;
mod numerals;

use std::ops::Range;

use super::passage::Passage;
use crate::{lexicon::Class, text::tokens::TokenKind};
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
    UNITS.into_iter().find_map(|(class, kind)| Some((kind, unit_end(passage, class, start, end)?)))
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
    let classes = crate::lexicon::Classes::of(&[class]);
    if let Some(phrase) = passage.lexicon.phrase(passage.words_from(start, end), classes) {
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

/// What a numeral without a unit is; "one" alone is a pronoun.
fn bare_kind(passage: &Passage, start: usize, numeral: &Numeral) -> Option<QuantityKind> {
    match numeral.form {
        Form::Ordinal => Some(QuantityKind::Ordinal),
        Form::Code => Some(QuantityKind::Name),
        Form::Time => Some(QuantityKind::Time),
        Form::Share => Some(QuantityKind::Share),
        Form::Large => Some(QuantityKind::Number),
        Form::Decade => Some(QuantityKind::Date),
        Form::Some => Some(QuantityKind::SmallNumber),
        Form::Words => (!passage.word(start).eq_ignore_ascii_case("one")).then_some(QuantityKind::SmallNumber),
        Form::Digits => Some(kind_of_digits(passage, start, numeral.end)),
    }
}

/// How many digits without a comma a number has at most; longer ones are telephone numbers and codes.
const MAX_DIGITS: usize = 6;

fn is_code(digits: &str) -> bool {
    digits.len() > MAX_DIGITS && digits.chars().all(|character| character.is_ascii_digit())
}

/// From how many on things are counted rather than seen. Most smaller numbers of news are logistics ("11 states vote").
const MIN_COUNT: u64 = 20;

fn kind_of_digits(passage: &Passage, start: usize, end: usize) -> QuantityKind {
    let digits = passage.word(start);
    let last = passage.word(end - 1);
    match () {
        () if is_name(passage, start, end) => QuantityKind::Name,
        () if dates::is_year(passage, start, digits) => QuantityKind::Date,
        () if digits.contains(':') => QuantityKind::Time,
        () if digits.contains('/') || is_code(digits) => QuantityKind::Name,
        () if end == start + 1 && is_score(digits) => QuantityKind::Score,
        () if is_age(passage, start, end) => QuantityKind::Age,
        () if is_compound(passage, end) => QuantityKind::SmallNumber,
        () if last.parse().is_ok_and(|value: u64| value < MIN_COUNT) => QuantityKind::SmallNumber,
        () => QuantityKind::Number,
    }
}

/// "Flight 370", "No. 10", "Boeing 737", "1600 Elm Street", "555-01-99": the number is part of a name.
fn is_name(passage: &Passage, start: usize, end: usize) -> bool {
    if passage.word(start).matches(['-', '–']).count() > 1 {
        return true;
    }
    let Some(sentence) = passage.sentence(start) else { return false };
    let mut before = start.saturating_sub(1);
    if passage.reads(before, ".") {
        before = before.saturating_sub(1);
    }
    let in_sentence = start > sentence.tokens.start;
    let touches = |index: usize| passage.tokens[index - 1].span.end == passage.tokens[index].span.start;
    let is_title = passage.reads(end, "(") && touches(end); // 401(k)
    let follows_name = in_sentence
        && (passage.is(before, Class::Numbered) || before > sentence.tokens.start && is_plain_name(passage, before));
    let begins_name = passage.is_capitalised(end) && passage.is_capitalised(end + 1) && !passage.is(end, Class::Group);
    let is_tagged =
        in_sentence && touches(start) && ["#", "@", "-", "/"].iter().any(|mark| passage.reads(start - 1, mark));
    follows_name || begins_name || is_tagged || is_title
}

/// Whether a word is a name by its capital alone.
fn is_plain_name(passage: &Passage, index: usize) -> bool {
    let token = &passage.tokens[index];
    passage.is_capitalised(index) && !token.is(Class::Month) && !token.is(Class::Preposition) && !token.is(Class::Modal)
}

/// Two numbers with a hyphen of which the first is not the smaller: "5-4", but "12-15" is a range.
fn is_score(digits: &str) -> bool {
    let Some((one, other)) = digits.split_once(['-', '–']) else { return false };
    let [one, other] = [one, other].map(|side| side.parse::<u64>());
    matches!((one, other), (Ok(one), Ok(other)) if one >= other)
}

/// "a 12-member panel": the number belongs to the name of the thing.
fn is_compound(passage: &Passage, end: usize) -> bool {
    let touches = |index: usize| {
        passage.tokens.get(index).is_some_and(|token| passage.tokens[index - 1].span.end == token.span.start)
    };
    passage.reads(end, "-") && touches(end) && touches(end + 1)
}

/// "Ana Ruiz, 45," and "aged 45".
fn is_age(passage: &Passage, start: usize, end: usize) -> bool {
    let Some(before) = start.checked_sub(1) else { return false };
    let inserted = passage.reads(before, ",")
        && before > 0
        && passage.is_capitalised(before - 1)
        && [",", ".", ";"].iter().any(|mark| passage.reads(end, mark));
    let than = passage.reads(before, "than") && before > 0 && passage.is(before - 1, Class::Age);
    let said = passage.is(before, Class::Age)
        || before > 0 && passage.reads(before, ",") && passage.is(before - 1, Class::Age);
    said || than || inserted && passage.word(start).len() <= 2
}
