//! What class names and ids say, by the words in them.

use std::sync::OnceLock;

use super::{super::node::Value, Hint, Hints};
use crate::bare::list;

/// The words of class names and ids, a section each: `[section] # what they have in common`.
const WORDS: &str = list!("names.txt");

/// What the sections of [`WORDS`] say; what follows a word of the first in a name says nothing.
const SECTIONS: [(&str, Option<Hint>); 15] = [
    ("state", None),
    ("hidden", Some(Hint::Hidden)),
    ("navigation", Some(Hint::Navigation)),
    ("comments", Some(Hint::Comments)),
    ("related", Some(Hint::Related)),
    ("sharing", Some(Hint::Sharing)),
    ("advert", Some(Hint::Advert)),
    ("dialog", Some(Hint::Dialog)),
    ("promotion", Some(Hint::Promotion)),
    ("aside", Some(Hint::Aside)),
    ("footer", Some(Hint::Footer)),
    ("caption", Some(Hint::Caption)),
    ("byline", Some(Hint::Byline)),
    ("pull-quote", Some(Hint::PullQuote)),
    ("embed", Some(Hint::Embed)),
];

/// A word that says something, if need be only behind another.
struct Word {
    before: &'static str,
    word: &'static str,
    hint: Option<Hint>,
}

/// All, by their first letters and lengths: most words of names are none of them, and to hash each takes longer.
type Words = Vec<Vec<Word>>;

/// How many first letters and lengths are told apart.
const N_FIRST: usize = 32;
const N_LENGTHS: usize = 16;

/// Where the words that begin as this one does and are as long stand.
fn place(word: &str) -> usize {
    let first = usize::from(word.bytes().next().unwrap_or_default());
    first % N_FIRST * N_LENGTHS + word.len() % N_LENGTHS
}

fn words() -> &'static Words {
    static WORDS_BY_LETTER: OnceLock<Words> = OnceLock::new();
    WORDS_BY_LETTER.get_or_init(|| {
        let mut words: Words = (0..N_FIRST * N_LENGTHS).map(|_| Vec::new()).collect();
        let mut section = None;
        for line in WORDS.lines() {
            if let Some((name, _)) = line.strip_prefix('[').and_then(|heading| heading.split_once(']')) {
                section = SECTIONS.iter().find(|(section, _)| *section == name).map(|(_, hint)| *hint);
                continue;
            }
            for (word, hint) in line.split_whitespace().zip(section.into_iter().cycle()) {
                let (before, word) = word.split_once('-').unwrap_or(("", word));
                words[place(word)].push(Word { before, word, hint });
            }
        }
        words
    })
}

/// What names say, and what those met before said: a page uses few names many times.
#[derive(Default)]
pub struct Names {
    #[cfg(feature = "html")]
    known: std::collections::HashMap<String, Hints>,
    /// By the place among a page's values, of those that have one.
    placed: Vec<Option<Hints>>,
}

impl Names {
    /// What class names or an id say.
    pub fn say(&mut self, names: &Value) -> Hints {
        let Some(place) = names.place else { return self.say_unplaced(names) };
        let place = place as usize;
        if self.placed.len() <= place {
            self.placed.resize(place + 1, None);
        }
        *self.placed[place].get_or_insert_with(|| read(names))
    }

    #[cfg(feature = "html")]
    fn say_unplaced(&mut self, names: &str) -> Hints {
        if let Some(hints) = self.known.get(names) {
            return *hints;
        }
        let hints = read(names);
        self.known.insert(names.to_owned(), hints);
        hints
    }

    /// In a browser every value has a place.
    #[cfg(not(feature = "html"))]
    fn say_unplaced(&mut self, names: &str) -> Hints {
        read(names)
    }
}

/// `names` is split into words at everything but letters and at capitals, and each word, and each with the one
/// before it ("read-more"), is looked up.
fn read(names: &str) -> Hints {
    let words = words();
    let mut hints = Hints::default();
    for name in names.split_ascii_whitespace() {
        let mut is_set = false;
        // What was said before the last two words: the second of a pair takes back what the first said.
        let mut earlier = [hints; 2];
        split(name, |before, word| {
            earlier = [earlier[1], hints];
            let mut is_taken_back = false;
            let says = |known: &&Word| {
                known.word.eq_ignore_ascii_case(word)
                    && (known.before.is_empty() || known.before.eq_ignore_ascii_case(before))
            };
            for known in words[place(word)].iter().filter(says) {
                match known.hint {
                    Some(hint) if !is_set && !is_taken_back => hints.add(hint),
                    Some(_) => {}
                    None if known.before.is_empty() => is_set = true,
                    None => (hints, is_taken_back) = (earlier[0], true),
                }
            }
        });
    }
    // What is embedded from a social network is quoted, not shared.
    if hints.has(Hint::Embed) { hints.without(Hints::of(&[Hint::Sharing])) } else { hints }
}

/// Tells of each word of a name, behind the one before it: of "relatedPosts" and of "related_posts" that is "related",
/// then "Posts" or "posts" behind "related".
fn split<'a>(name: &'a str, mut tell: impl FnMut(&'a str, &'a str)) {
    let (mut before, mut start) = ("", 0);
    let mut was_lower = false;
    // As if a blank stood at its end.
    for (index, character) in name.char_indices().chain([(name.len(), ' ')]) {
        let is_letter = character.is_alphabetic();
        if !is_letter || was_lower && character.is_uppercase() {
            let word = &name[start..index];
            if !word.is_empty() {
                tell(before, word);
                before = word;
            }
            start = if is_letter { index } else { index + character.len_utf8() };
        }
        was_lower = character.is_lowercase();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_by_their_words() {
        let mut told = Vec::new();
        split("relatedPosts__item-2 ", |before, word| told.push((before, word)));
        assert_eq!(told, [("", "related"), ("related", "Posts"), ("Posts", "item")]);
        assert!(read("x-wrap siteNav").has(Hint::Navigation));
        assert!(!read("navy-blue").has(Hint::Navigation), "a word, not its beginning");
        assert_eq!(read("elementor-widget-container"), Hints::default(), "nor does a pair of words");
        assert!(read("elementor-widget-share-buttons").has(Hint::Sharing), "what follows it does");
        assert_eq!(read("main subscription-required"), Hints::default(), "nor does a pair's first");
        assert!(read("READ_MORE").has(Hint::Related) && read("readMore").has(Hint::Related), "in any case");
    }

    #[test]
    fn every_section_of_the_list_says_something() {
        let headings = WORDS.lines().filter_map(|line| line.strip_prefix('[')?.split_once(']'));
        let names: Vec<&str> = headings.map(|(name, _)| name).collect();
        assert_eq!(names, SECTIONS.map(|(name, _)| name));
        let mut all: Vec<_> = words().iter().flatten().map(|known| (known.before, known.word)).collect();
        let n_listed = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), n_listed, "a word is in one section");
    }
}
