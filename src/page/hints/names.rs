//! What class names and ids say, by the words in them.

use std::{collections::HashMap, sync::OnceLock};

use super::{Hint, Hints};

/// The words of class names and ids, a section each: `[section] what they have in common`.
const WORDS: &str = include_str!("names.txt");

/// What the sections of [`WORDS`] say.
const SECTIONS: [(&str, Hint); 14] = [
    ("hidden", Hint::Hidden),
    ("navigation", Hint::Navigation),
    ("comments", Hint::Comments),
    ("related", Hint::Related),
    ("sharing", Hint::Sharing),
    ("advert", Hint::Advert),
    ("dialog", Hint::Dialog),
    ("promotion", Hint::Promotion),
    ("aside", Hint::Aside),
    ("footer", Hint::Footer),
    ("caption", Hint::Caption),
    ("byline", Hint::Byline),
    ("pull-quote", Hint::PullQuote),
    ("embed", Hint::Embed),
];

/// The hint of each word.
fn words() -> &'static HashMap<&'static str, Hint> {
    static HINT_OF_WORD: OnceLock<HashMap<&str, Hint>> = OnceLock::new();
    HINT_OF_WORD.get_or_init(|| {
        let mut words = HashMap::new();
        let mut section = None;
        for line in WORDS.lines() {
            let line = line.split('#').next().unwrap_or_default();
            if let Some((name, _)) = line.strip_prefix('[').and_then(|heading| heading.split_once(']')) {
                section = SECTIONS.iter().find(|(section, _)| *section == name).map(|(_, hint)| *hint);
                continue;
            }
            words.extend(line.split_whitespace().zip(section.into_iter().cycle()));
        }
        words
    })
}

/// What names say, and what those met before said: a page uses few names many times.
#[derive(Default)]
pub struct Names {
    known: HashMap<String, Hints>,
}

impl Names {
    /// What class names or an id say.
    pub fn say(&mut self, names: &str) -> Hints {
        if let Some(hints) = self.known.get(names) {
            return *hints;
        }
        let hints = read(names);
        self.known.insert(names.to_owned(), hints);
        hints
    }
}

/// `names` is split into words at everything but letters and at capitals, and each word, and each with the one
/// before it ("read-more"), is looked up.
fn read(names: &str) -> Hints {
    let words = words();
    let mut hints = Hints::default();
    for name in names.split_ascii_whitespace() {
        split(name, |pair, word| {
            let found = [words.get(word), (pair.len() > word.len()).then(|| words.get(pair)).flatten()];
            found.into_iter().flatten().for_each(|hint| hints.add(*hint));
        });
    }
    // What is embedded from a social network is quoted, not shared.
    if hints.has(Hint::Embed) { hints.without(Hints::of(&[Hint::Sharing])) } else { hints }
}

/// Tells of each word of a name, in lower case, with the one before it: of "relatedPosts" and "related_posts" that is
/// "related", and "related-posts", "posts".
fn split(name: &str, mut tell: impl FnMut(&str, &str)) {
    // The word before with its mark, if any, and this one, which begins at a place.
    let (mut pair, mut start) = (String::new(), 0);
    let mut was_lower = false;
    for character in name.chars() {
        let starts_word = was_lower && character.is_uppercase() || !character.is_alphabetic();
        if starts_word && pair.len() > start {
            tell(&pair, &pair[start..]);
            pair.drain(..start);
            pair.push('-');
            start = pair.len();
        }
        if character.is_alphabetic() {
            pair.extend(character.to_lowercase());
        }
        was_lower = character.is_lowercase();
    }
    if pair.len() > start {
        tell(&pair, &pair[start..]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_by_their_words() {
        let mut told = Vec::new();
        split("relatedPosts__item-2 ", |pair, word| told.push((pair.to_owned(), word.to_owned())));
        let words = [("related", "related"), ("related-posts", "posts"), ("posts-item", "item")];
        assert_eq!(told, words.map(|(pair, word)| (pair.to_owned(), word.to_owned())));
        assert!(read("x-wrap siteNav").has(Hint::Navigation));
        assert!(!read("navy-blue").has(Hint::Navigation), "a word, not its beginning");
    }

    #[test]
    fn every_section_of_the_list_says_something() {
        let headings = WORDS.lines().filter_map(|line| line.strip_prefix('[')?.split_once(']'));
        let names: Vec<&str> = headings.map(|(name, _)| name).collect();
        assert_eq!(names, SECTIONS.map(|(name, _)| name));
    }
}
