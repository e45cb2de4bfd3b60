//! What a number without a unit is: a count, a year, a score, an age, part of a name.

use super::{
    QuantityKind, dates,
    numerals::{Form, Numeral},
};
use crate::{find::passage::Passage, lexicon::Class};

/// What a numeral without a unit is; "one" alone is a pronoun.
pub fn bare_kind(passage: &Passage, start: usize, numeral: &Numeral) -> Option<QuantityKind> {
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
const MIN_COUNT: u64 = 10;

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
        () if is_compound(passage, end) && !leads(passage, end) => QuantityKind::SmallNumber,
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

/// "a 26-delegate lead": how far ahead, of which `hyphen` is the mark after the number.
fn leads(passage: &Passage, hyphen: usize) -> bool {
    passage.is(hyphen + 2, Class::Measured)
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
    said || than || passage.word(start).len() <= 2 && (inserted || is_age_group(passage, before))
}

/// "those 26 to 34", "women over 45", of which `before` is the token before the number.
fn is_age_group(passage: &Passage, before: usize) -> bool {
    let bounds = ["over", "under", "above", "below"].iter().any(|bound| passage.reads(before, bound));
    let those = before.saturating_sub(usize::from(bounds));
    let somebody = passage.is(those, Class::Group) || passage.is(those, Class::Person);
    passage.reads(those, "those") || bounds && somebody
}
