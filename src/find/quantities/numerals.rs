//! Reads numerals: digits, number words, fractions, and amounts without a number.

use crate::{
    find::passage::Passage,
    lexicon::{Class, Classes, hash},
    text::tokens::TokenKind,
};

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// 12, 1,400, 12-15
    Digits,
    /// three, twenty-five
    Words,
    /// 3.2 million, 1.4bn, two hundred, thousands
    Large,
    /// hundreds, dozens
    Some,
    /// a third, two-thirds, one in five
    Share,
    /// third, 3rd
    Ordinal,
    /// 1990s
    Decade,
    /// 4chan, 3D
    Code,
    /// 5pm
    Time,
}

impl Form {
    /// Whether it counts what the word after it names.
    pub const fn counts(self) -> bool {
        matches!(self, Form::Digits | Form::Words | Form::Large)
    }
}

/// A number as it is written.
pub struct Numeral {
    /// The token after it.
    pub end: usize,
    /// How it is written.
    pub form: Form,
}

/// The classes of words that a numeral may begin with.
const OPENERS: Classes = Classes::of(&[
    Class::NumberWord,
    Class::Magnitude,
    Class::Fraction,
    Class::Quantifier,
    Class::Determiner,
    Class::Amount,
    Class::Ordinal,
    Class::StartsPhrase,
]);

/// The shortest numeral with a hyphen: "one-half".
const MIN_HYPHENED: usize = 8;

/// Whether a numeral may begin with this token; most words are passed by.
fn may_begin(passage: &Passage, index: usize) -> bool {
    let token = &passage.tokens[index];
    match token.kind {
        TokenKind::Number => true,
        TokenKind::Word if token.classes.meets(OPENERS) => true,
        TokenKind::Word => token.span.len() >= MIN_HYPHENED && passage.word(index).as_bytes().contains(&b'-'),
        _ => false,
    }
}

/// The numeral that begins at a token.
pub fn numeral(passage: &Passage, start: usize, end: usize) -> Option<Numeral> {
    simple_numeral(passage, start, end).map(|numeral| one_in_five(passage, numeral, end))
}

/// One that is no share of another.
fn simple_numeral(passage: &Passage, start: usize, end: usize) -> Option<Numeral> {
    let token = passage.tokens.get(start).filter(|_| start < end && may_begin(passage, start))?;
    match token.kind {
        TokenKind::Number => Some(digits(passage, start, end)),
        TokenKind::Word => fraction(passage, start, end)
            .or_else(|| number_words(passage, start, end))
            .or_else(|| amount(passage, start, end))
            .or_else(|| token.is(Class::Ordinal).then_some(Numeral { end: start + 1, form: Form::Ordinal })),
        _ => None,
    }
}

fn digits(passage: &Passage, start: usize, end: usize) -> Numeral {
    let letters = passage.word(start);
    let suffix = letters.trim_start_matches(|character: char| !character.is_alphabetic());
    let is = |class: Class| passage.lexicon.classes(passage.lexicon.word(hash(suffix))).has(class);
    let form = match suffix {
        "st" | "nd" | "rd" | "th" => Form::Ordinal,
        "s" => Form::Decade,
        _ if !suffix.is_empty() && is(Class::Magnitude) => Form::Large,
        _ if !suffix.is_empty() && is(Class::Clock) => Form::Time,
        _ if letters.contains(['½', '⅓', '⅔', '¼', '¾']) => Form::Share,
        _ if !suffix.is_empty() => Form::Code,
        _ => Form::Digits,
    };
    let after = magnitudes_end(passage, start + 1, end);
    if form == Form::Digits && after > start + 1 {
        return Numeral { end: after, form: Form::Large };
    }
    Numeral { end: start + 1, form }
}

/// The token after the words that multiply ("million", "lakh crore") from `start` on.
fn magnitudes_end(passage: &Passage, start: usize, end: usize) -> usize {
    let is_magnitude = |index: &usize| *index < end && passage.is_word(*index) && passage.is(*index, Class::Magnitude);
    (start..end).take_while(is_magnitude).last().map_or(start, |last| last + 1)
}

/// "a third of", "two thirds", "three-quarters", "half the", "a large majority of"; but "the third of May".
fn fraction(passage: &Passage, start: usize, end: usize) -> Option<Numeral> {
    let share = |end: usize| Some(Numeral { end, form: Form::Share });
    // "the two halves of the town" are all of it.
    let is_part = |index: usize| index < end && passage.is(index, Class::Fraction) && !passage.reads(index, "halves");
    if let Some(phrase) = passage.phrase(start..end, Classes::of(&[Class::Share])) {
        let counted = start + phrase.n_tokens;
        return (!passage.is(counted, Class::Period) && !passage.is(counted, Class::TimeWord))
            .then(|| share(counted))?;
    }
    if let Some((number, part)) = passage.word(start).split_once('-') {
        let is_share = class_of(passage, number).has(Class::NumberWord) && class_of(passage, part).has(Class::Fraction);
        return is_share.then(|| share(start + 1)).flatten();
    }
    let takes_whole = |index: usize| {
        passage.reads(index, "of") || passage.is(index, Class::Determiner) || passage.is(index, Class::Possessive)
    };
    let is_plain = |index: usize| is_part(index) && !passage.is(index, Class::Ordinal);
    let part = match () {
        () if passage.is(start, Class::NumberWord) && is_part(start + 1) => return share(start + 2),
        () if passage.is(start, Class::Quantifier) && is_part(start) => start,
        () if is_most(passage, start, end) => return share(start + 1),
        () if !passage.is(start, Class::Determiner) => return None,
        () if is_part(start + 1) && (passage.reads(start, "a") || passage.reads(start, "A")) => start + 1,
        () => (start + 1..start + 3).find(|index| is_plain(*index))?,
    };
    // "the majority of her time" weighs nothing.
    let is_own = is_plain(part) && passage.is(part + 2, Class::Possessive);
    (takes_whole(part + 1) && !is_own).then(|| share(part + 1)).flatten()
}

/// "most voters"; but "the most voters", "most important" and "most of the evening".
fn is_most(passage: &Passage, start: usize, end: usize) -> bool {
    let somebody = Classes::of(&[Class::Group, Class::Person]);
    let is_several = passage.is(start + 1, Class::Plural) || passage.is(start + 1, Class::Person);
    let is_whole = is_several && start + 1 < end && passage.tokens[start + 1].classes.meets(somebody);
    passage.word(start).eq_ignore_ascii_case("most")
        && !passage.is(start.wrapping_sub(1), Class::Determiner)
        && is_whole
}

fn class_of(passage: &Passage, letters: &str) -> Classes {
    passage.lexicon.classes(passage.lexicon.word(hash(letters)))
}

/// Whether a token is a number word, or every part of one with hyphens is: "twenty-five".
fn is_number(passage: &Passage, index: usize) -> bool {
    let is_compound = |letters: &str| {
        letters.contains('-') && letters.split('-').all(|part| class_of(passage, part).has(Class::NumberWord))
    };
    passage.is(index, Class::NumberWord) || passage.is_word(index) && is_compound(passage.word(index))
}

/// "twenty-five", "two hundred and ten", "a million", "several hundred".
fn number_words(passage: &Passage, start: usize, end: usize) -> Option<Numeral> {
    let opens = passage.reads(start, "a") || passage.is(start, Class::Quantifier);
    let first = start + usize::from(opens && passage.is(start + 1, Class::Magnitude));
    let mut index = first;
    while index < end && (is_number(passage, index) || index > first && is_and(passage, index, end)) {
        index += 1;
    }
    let is_large = (first..index).any(|index| passage.is(index, Class::Magnitude));
    (index > first).then_some(Numeral { end: index, form: if is_large { Form::Large } else { Form::Words } })
}

/// "and" within a number: "two hundred and ten".
fn is_and(passage: &Passage, index: usize, end: usize) -> bool {
    passage.reads(index, "and")
        && passage.is(index - 1, Class::Magnitude)
        && index + 1 < end
        && is_number(passage, index + 1)
}

/// "hundreds of thousands", "millions", "dozens".
fn amount(passage: &Passage, start: usize, end: usize) -> Option<Numeral> {
    let classes = Classes::of(&[Class::Amount]);
    let phrase = passage.phrase(start..end, classes);
    let n_tokens = phrase.map(|phrase| phrase.n_tokens).or(passage.is(start, Class::Amount).then_some(1))?;
    let is_large = match phrase {
        Some(phrase) => phrase.classes.has(Class::Magnitude),
        None => passage.is(start, Class::Magnitude),
    };
    Some(Numeral { end: start + n_tokens, form: if is_large { Form::Large } else { Form::Some } })
}

/// "one in five", "nine out of every ten", "seven out of 11": a share, unless days or years are counted.
fn one_in_five(passage: &Passage, first: Numeral, end: usize) -> Numeral {
    if !matches!(first.form, Form::Digits | Form::Words) {
        return first;
    }
    let mut whole = first.end;
    for word in ["out", "in", "of", "every"] {
        whole += usize::from(whole < end && passage.reads(whole, word));
    }
    let joins = whole > first.end && !passage.reads(first.end, "every") && !passage.reads(first.end, "of");
    let is_out = passage.reads(first.end, "out");
    match simple_numeral(passage, whole, end).filter(|_| joins) {
        Some(second)
            if second.form == Form::Words || second.form == Form::Digits && (is_out || is_round(passage, whole)) =>
        {
            if passage.is(second.end, Class::Period) {
                first
            } else {
                Numeral { end: second.end, form: Form::Share }
            }
        }
        _ => first,
    }
}

/// Whether digits can be the whole of a share: "three in 10", not "two in 2012".
fn is_round(passage: &Passage, index: usize) -> bool {
    matches!(passage.word(index), "10" | "20" | "100" | "1,000" | "10,000" | "100,000")
}
