//! The word lists of a language: which classes a word or phrase belongs to.
//!
//! The words stand in text files, one folder a language; [`Class`] names the classes that rules may
//! ask for. A word is looked up once, when it is read; afterwards a rule costs one test of a bit.

mod class_macro;
mod classes;
mod class_set;
mod english;
mod lists;
mod table;

use std::sync::OnceLock;

pub use class_set::Classes;
pub use classes::Class;
pub use lists::{CLITICS, ListError};
pub use table::{HASH_START, WordId, hash, hash_char};

use crate::bare::list;
use lists::{Inflect, Reader};
use table::Table;

/// Who is told of a form of a word and its class.
type Tell<'a> = &'a mut dyn FnMut(&str, Class);

/// A language: its folder of word lists, and how its words inflect.
struct Language {
    code: &'static str,
    lists: &'static [(&'static str, &'static str)],
    inflect: Inflect,
    lexicon: OnceLock<Lexicon>,
}

/// The languages with word lists, a row each.
static LANGUAGES: [Language; 1] = [Language {
    code: "en",
    lists: &[
        ("words.txt", list!("en/words.txt")),
        ("cues.txt", list!("en/cues.txt")),
        ("sources.txt", list!("en/sources.txt")),
        ("people.txt", list!("en/people.txt")),
        ("names.txt", list!("en/names.txt")),
        ("quantities.txt", list!("en/quantities.txt")),
        ("hedges.txt", list!("en/hedges.txt")),
        ("claims.txt", list!("en/claims.txt")),
        ("provenance.txt", list!("en/provenance.txt")),
        ("reasons.txt", list!("en/reasons.txt")),
    ],
    inflect: english::inflect,
    lexicon: OnceLock::new(),
}];

/// The codes of the languages that have word lists.
///
/// ```
/// use claimlight::{Article, Options, article::from_text, languages, scan_article};
///
/// assert!(languages().eq(["en"]));
/// // A page may say which English it is in; of a language without lists the report says none.
/// let scanned = |language: &str| {
///     let article = Article { language: Some(language.to_owned()), ..from_text("It may close.") };
///     scan_article(&article, &Options::default()).language
/// };
/// assert_eq!((scanned("en-GB").as_str(), scanned("tlh").as_str()), ("en", ""));
/// ```
pub fn languages() -> impl Iterator<Item = &'static str> {
    LANGUAGES.iter().map(|language| language.code)
}

/// What is wrong with the lists of `code`, each with its place; the bundled ones are clean.
pub fn list_errors(code: &str) -> Vec<ListError> {
    let Some(language) = language(code) else { return Vec::new() };
    lists::errors(language.lists, language.inflect)
}

/// The lists of a language; `en-GB` has those of `en`.
///
/// ```
/// use claimlight::lexicon::{Class, hash, lexicon};
///
/// let english = lexicon("en-GB").expect("there are lists of English");
/// assert!(english.classes(english.word(hash("said"))).has(Class::Communication));
/// assert!(lexicon("tlh").is_none());
/// ```
pub fn lexicon(code: &str) -> Option<&'static Lexicon> {
    let language = language(code)?;
    let read = || Lexicon { language: language.code, ..lists::read(language.lists, language.inflect) };
    Some(language.lexicon.get_or_init(read))
}

/// The lists of a language while they are read step by step; those that were read before are there at once.
pub struct Opening {
    language: &'static Language,
    reader: Option<Reader>,
}

impl Opening {
    /// Prepares to read the lists of `code`; nothing if it has none.
    pub fn new(code: &str) -> Option<Self> {
        let language = language(code)?;
        Some(Opening { language, reader: Some(Reader::new(language.lists, language.inflect)) })
    }

    /// Reads so many lines; the lexicon once all are read.
    pub fn step(&mut self, n: usize) -> Option<&'static Lexicon> {
        let Language { code, lexicon, .. } = self.language;
        if lexicon.get().is_some() || !self.reader.as_mut()?.step(n) {
            return lexicon.get();
        }
        let read = self.reader.take()?.end();
        Some(lexicon.get_or_init(|| Lexicon { language: code, ..read }))
    }
}

fn language(code: &str) -> Option<&'static Language> {
    let primary = code.split(['-', '_']).next().unwrap_or_default();
    LANGUAGES.iter().find(|language| language.code.eq_ignore_ascii_case(primary))
}

/// A section of a list: the classes its words have, and what they mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The list it stands in.
    pub list: &'static str,
    /// The words of its heading.
    pub name: &'static str,
    /// What its words have in common, and where the definition comes from.
    pub gloss: &'static str,
    /// How many words and phrases it lists, inflected forms not counted.
    pub n_entries: usize,
}

/// The word lists of one language.
#[derive(Debug, Default)]
pub struct Lexicon {
    /// The code of the language.
    pub language: &'static str,
    words: Table,
    /// Given names, apart: what finds attributions shall know nobody's name.
    names: Table,
    sections: Vec<Section>,
    texts: Vec<(&'static str, &'static str)>,
}

/// A phrase of the lists, met in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PhraseMatch {
    /// How many tokens it takes.
    pub n_tokens: usize,
    /// What it is.
    pub classes: Classes,
}

impl Lexicon {
    /// The word with this [`hash`]; a word no list has is [`WordId::UNKNOWN`].
    #[inline]
    pub fn word(&self, hash: u64) -> WordId {
        self.words.find(hash)
    }

    /// What a word is.
    #[inline]
    pub fn classes(&self, word: WordId) -> Classes {
        self.words.classes(word)
    }

    /// Whose given name it is that has this [`hash`]: a woman's, a man's, either's; nothing if it is none.
    #[inline]
    pub fn given_name(&self, hash: u64) -> Classes {
        self.names.classes(self.names.find(hash))
    }

    /// The longest phrase of several words that starts here and is of one of `classes`.
    #[inline]
    pub fn phrase(&self, mut words: impl Iterator<Item = WordId> + Clone, classes: Classes) -> Option<PhraseMatch> {
        let first = words.next()?;
        if self.words.starts_phrase(first) { self.words.phrase(first, words, classes) } else { None }
    }

    /// The sections of its lists, in the order of the lists.
    pub fn sections(&self) -> &[Section] {
        &self.sections
    }

    /// A sentence for readers, by its name in `reasons.txt`; empty if there is none.
    pub fn sentence(&self, name: &str) -> &'static str {
        self.texts.iter().find(|(key, _)| *key == name).map_or("", |(_, sentence)| sentence)
    }
}
