//! Tells a template's words from an article's: "Read more: …", "Advertisement", "Follow us on …".

use std::sync::OnceLock;

/// The words, a phrase a line, in two sections.
const PHRASES: &str = include_str!("furniture.txt");

/// How many bytes a block that begins with a template's words has at most; an article's own paragraph that
/// happens to begin so is longer.
const MAX_FURNITURE: usize = 250;

#[derive(Default)]
struct Phrases {
    whole: Vec<&'static str>,
    start: Vec<&'static str>,
}

fn phrases() -> &'static Phrases {
    static READ: OnceLock<Phrases> = OnceLock::new();
    READ.get_or_init(|| {
        let mut phrases = Phrases::default();
        let mut is_whole = false;
        for line in PHRASES.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
            match line.strip_prefix('[') {
                Some(heading) => is_whole = heading.starts_with("whole]"),
                None if is_whole => insert(&mut phrases.whole, line),
                None => insert(&mut phrases.start, line),
            }
        }
        phrases
    })
}

/// Keeps `list`, which is short, in order.
fn insert(list: &mut Vec<&'static str>, line: &'static str) {
    let place = list.partition_point(|listed| *listed < line);
    list.insert(place, line);
}

/// Whether a block says what templates say.
pub fn is_furniture(text: &str) -> bool {
    if text.len() > MAX_FURNITURE {
        return false;
    }
    let text = text.trim().to_lowercase().replace('\u{a0}', " ");
    let phrases = phrases();
    let words = text.trim_end_matches([':', '.', '…', ' ', '»', '>']);
    if phrases.whole.binary_search(&words).is_ok() {
        return true;
    }
    // Sorted, the phrases with one first letter stand together: most blocks begin with that of few.
    let first = text.chars().next();
    let start = phrases.start.partition_point(|phrase| phrase.chars().next() < first);
    let mut likely = phrases.start[start..].iter().take_while(|phrase| phrase.chars().next() == first);
    likely.any(|phrase| begins(&text, phrase))
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
