//! Tells a template's words from an article's: "Read more: …", "Advertisement", "Follow us on …".

use std::sync::OnceLock;

use crate::bare::list;

/// The words, a phrase a line, in sections.
const PHRASES: &str = list!("furniture.txt");

/// How many bytes a block that begins with a template's words has at most; an article's own paragraph that
/// happens to begin so is longer.
const MAX_FURNITURE: usize = 250;

/// How many words the name of a firm or body has at most.
const MAX_NAME: usize = 5;

/// What a phrase is of a block.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    /// All of it.
    Whole,
    /// Its beginning.
    Start,
    /// All of a heading, which speaks of its section.
    Heading,
    /// The beginning of such a heading.
    Opening,
    /// Words somewhere in an article's last blocks.
    Foot,
    /// The word behind the name of who wrote it.
    Bio,
    /// The words behind a name, where somebody says what it is.
    About,
}

/// The names of the sections of [`PHRASES`].
const PARTS: [(&str, Part); 7] = [
    ("whole", Part::Whole),
    ("start", Part::Start),
    ("heading", Part::Heading),
    ("opening", Part::Opening),
    ("foot", Part::Foot),
    ("bio", Part::Bio),
    ("about", Part::About),
];

/// The phrases in order.
fn phrases() -> &'static [(&'static str, Part)] {
    static READ: OnceLock<Vec<(&'static str, Part)>> = OnceLock::new();
    READ.get_or_init(|| {
        let mut phrases = Vec::new();
        let mut part = Part::Whole;
        for line in PHRASES.lines().map(str::trim).filter(|line| !line.is_empty()) {
            match line.strip_prefix('[') {
                Some(name) => PARTS.iter().filter(|own| name.starts_with(own.0)).for_each(|own| part = own.1),
                None => insert(&mut phrases, (line, part)),
            }
        }
        phrases
    })
}

/// Keeps `list`, which is short, in order.
fn insert(list: &mut Vec<(&'static str, Part)>, phrase: (&'static str, Part)) {
    let place = list.partition_point(|listed| listed.0 < phrase.0);
    list.insert(place, phrase);
}

/// Whether a block says what templates say.
pub fn is_furniture(text: &str) -> bool {
    if text.len() > MAX_FURNITURE {
        return false;
    }
    let text = normal(text);
    let words = text.trim_end_matches([':', '.', '…', ' ', '»', '>']);
    says(&text, |phrase, part| match part {
        Part::Whole => words == phrase,
        Part::Start => begins(&text, phrase),
        _ => false,
    })
}

/// Whether a heading says that what stands with it is no part of the article: "More from Sport", "12 comments".
pub fn announces_other(heading: &str) -> bool {
    let is_counted = |character: char| character.is_ascii_digit() || " ():,.".contains(character);
    let text = normal(heading);
    let words = text.trim_matches(is_counted);
    says(words, |phrase, part| match part {
        Part::Heading => words == phrase,
        Part::Opening => begins(words, phrase),
        _ => false,
    })
}

/// Whether one of an article's last blocks tells of its paper; what is one word says so in a block with a link alone.
pub fn says_of_paper(text: &str, has_link: bool) -> bool {
    let text = normal(text);
    let is_said = |(phrase, part): &(&str, Part)| {
        *part == Part::Foot && (has_link || phrase.contains(' ')) && text.contains(phrase)
    };
    text.len() <= MAX_FURNITURE && phrases().iter().any(is_said)
}

/// Whether a word behind a name tells who that is: "covers".
pub fn tells_who(verb: &str) -> bool {
    phrases().contains(&(verb, Part::Bio))
}

/// Whether a text begins by saying what a firm or body is: "Deltapump Inc. is a maker of pumps."
pub fn tells_what(text: &str) -> bool {
    let is_name = |word: &&str| word.starts_with(char::is_uppercase);
    let name: usize = text.split_inclusive(' ').take(MAX_NAME).take_while(is_name).map(str::len).sum();
    let is_said = |(phrase, part): &(&str, Part)| *part == Part::About && begins(&text[name..], phrase);
    name > 0 && phrases().iter().any(is_said)
}

/// A text as the phrases are written.
fn normal(text: &str) -> String {
    text.trim().to_lowercase().replace('\u{a0}', " ")
}

/// Whether one of the phrases `is_said`. Sorted, those with one first letter stand together, and most blocks begin with
/// that of few.
fn says(text: &str, is_said: impl Fn(&str, Part) -> bool) -> bool {
    let first = text.chars().next();
    let start = phrases().partition_point(|(phrase, _)| phrase.chars().next() < first);
    let mut likely = phrases()[start..].iter().take_while(|(phrase, _)| phrase.chars().next() == first);
    likely.any(|(phrase, part)| is_said(phrase, *part))
}

/// Whether `text` begins with `phrase` and not with a longer word.
fn begins(text: &str, phrase: &str) -> bool {
    text.strip_prefix(phrase).is_some_and(|rest| {
        let ends_in_letter = phrase.ends_with(|character: char| character.is_ascii_alphabetic());
        !(ends_in_letter && rest.starts_with(char::is_alphanumeric))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_templates_words_are_told_from_an_articles() {
        for furniture in
            ["ADVERTISEMENT", "Read more: Bridge may close", "Lire aussi : le pont", "Related:\u{a0}A bridge"]
        {
            assert!(is_furniture(furniture), "{furniture}");
        }
        for text in ["Readers of the report were told.", "Relatedly, prices rose.", "Video games are made here."] {
            assert!(!is_furniture(text), "{text}");
        }
    }
}
