//! From the hash of a word to its classes, and from a first word to its phrases.

use super::{Class, Classes, PhraseMatch};

/// A word of the lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct WordId(u32);

impl WordId {
    /// A word no list has.
    pub const UNKNOWN: WordId = WordId(0);
}

/// The start of the hash of a word; see [`hash`].
pub const HASH_START: u64 = 0xcbf2_9ce4_8422_2325;

/// The hash of a word after one more byte (FNV-1a, 64 bits: two words of one hash are not to be expected).
#[inline]
pub const fn hash_byte(hash: u64, byte: u8) -> u64 {
    (hash ^ byte as u64).wrapping_mul(0x0000_0100_0000_01b3)
}

/// The hash of a word, letters in any case, apostrophes of either form.
pub fn hash(word: &str) -> u64 {
    if word.is_ascii() {
        return word.bytes().fold(HASH_START, |hash, byte| hash_byte(hash, byte.to_ascii_lowercase()));
    }
    word.chars().fold(HASH_START, hash_char)
}

/// The hash of a word after one more character.
#[inline]
pub fn hash_char(hash: u64, character: char) -> u64 {
    match character {
        '’' | '\u{92}' => hash_byte(hash, b'\''),
        '\u{2010}' | '\u{2011}' => hash_byte(hash, b'-'),
        // Invisible characters that pages put into words.
        '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => hash,
        _ if character.is_ascii() => hash_byte(hash, character.to_ascii_lowercase() as u8),
        _ => character.to_lowercase().fold(hash, |hash, lower| {
            let mut bytes = [0; 4];
            lower.encode_utf8(&mut bytes).bytes().fold(hash, hash_byte)
        }),
    }
}

/// The words after a first one, and what the phrase is.
type Phrase = (Vec<WordId>, Classes);

/// The phrases of one first word, the longest first.
#[derive(Debug, Default)]
struct Phrases {
    all: Vec<Phrase>,
    /// What any of them is: most questions for a phrase are answered by it.
    classes: Classes,
}

/// An open-addressed table of words, and their phrases.
#[derive(Debug, Default)]
pub struct Table {
    /// The high half of a hash, and its word, where the low half says or in the next free slot; a zero word is free.
    slots: Vec<(u32, WordId)>,
    /// The hash of each word.
    hashes: Vec<u64>,
    classes: Vec<Classes>,
    phrases: Vec<Phrases>,
    /// For each word the number of its phrases' place, none for a word that begins no phrase.
    phrases_of: Vec<u32>,
}

impl Table {
    #[inline]
    pub fn find(&self, hash: u64) -> WordId {
        if self.slots.is_empty() {
            return WordId::UNKNOWN;
        }
        self.slots[self.slot(hash)].1
    }

    #[inline]
    pub fn classes(&self, word: WordId) -> Classes {
        self.classes.get(word.0 as usize).copied().unwrap_or_default()
    }

    /// Where a hash stands, or would.
    #[inline]
    fn slot(&self, hash: u64) -> usize {
        let mask = self.slots.len() - 1;
        let mut index = hash as u32 as usize & mask;
        while self.slots[index].1 != WordId::UNKNOWN && self.slots[index].0 != high_half(hash) {
            index = (index + 1) & mask;
        }
        index
    }

    /// Whether a phrase begins with this word.
    #[inline]
    pub fn starts_phrase(&self, first: WordId) -> bool {
        self.phrases_of.get(first.0 as usize).is_some_and(|place| *place > 0)
    }

    /// The longest phrase of one of `classes` that begins with `first` and goes on with `rest`.
    pub fn phrase(
        &self,
        first: WordId,
        rest: impl Iterator<Item = WordId> + Clone,
        classes: Classes,
    ) -> Option<PhraseMatch> {
        let phrases = self.phrases.get(self.phrases_of.get(first.0 as usize)?.checked_sub(1)? as usize)?;
        if !phrases.classes.meets(classes) {
            return None;
        }
        let second = rest.clone().next();
        let fits = |phrase: &&Phrase| {
            phrase.0.first().copied() == second
                && phrase.1.meets(classes)
                && rest.clone().take(phrase.0.len()).eq(phrase.0.iter().copied())
        };
        let (words, classes) = phrases.all.iter().find(fits)?;
        Some(PhraseMatch { n_tokens: 1 + words.len(), classes: *classes })
    }

    /// The word, with `classes` added to what it has.
    pub fn add(&mut self, word: &str, classes: Classes) -> WordId {
        if (self.classes.len() + 1) * 2 > self.slots.len() {
            self.grow();
        }
        let hash = hash(word);
        let slot = self.slot(hash);
        if self.slots[slot].1 == WordId::UNKNOWN {
            self.slots[slot] = (high_half(hash), WordId(self.classes.len() as u32));
            self.classes.push(Classes::default());
            self.hashes.push(hash);
        }
        let word = self.slots[slot].1;
        self.classes[word.0 as usize] |= classes;
        word
    }

    /// A phrase of several words; of one first word the longest phrase is tried first.
    pub fn add_phrase<'a>(&mut self, first: &str, rest: impl Iterator<Item = &'a str>, classes: Classes) {
        let first = self.add(first, Classes::of(&[Class::StartsPhrase]));
        let rest: Vec<WordId> = rest.map(|word| self.add(word, Classes::default())).collect();
        let phrases = self.phrases_from(first);
        phrases.classes |= classes;
        match phrases.all.iter_mut().find(|phrase| phrase.0 == rest) {
            Some(phrase) => phrase.1 |= classes,
            None => {
                let place = phrases.all.partition_point(|phrase| phrase.0.len() >= rest.len());
                phrases.all.insert(place, (rest, classes));
            }
        }
    }

    fn phrases_from(&mut self, first: WordId) -> &mut Phrases {
        let word = first.0 as usize;
        if word >= self.phrases_of.len() {
            self.phrases_of.resize(word + 1, 0);
        }
        if self.phrases_of[word] == 0 {
            self.phrases.push(Phrases::default());
            self.phrases_of[word] = self.phrases.len() as u32;
        }
        &mut self.phrases[self.phrases_of[word] as usize - 1]
    }

    fn grow(&mut self) {
        if self.classes.is_empty() {
            // Of the unknown word.
            self.classes.push(Classes::default());
            self.hashes.push(0);
        }
        self.slots = vec![(0, WordId::UNKNOWN); (self.slots.len() * 2).max(1024)];
        for word in 1..self.hashes.len() {
            let slot = self.slot(self.hashes[word]);
            self.slots[slot] = (high_half(self.hashes[word]), WordId(word as u32));
        }
    }
}

#[inline]
const fn high_half(hash: u64) -> u32 {
    (hash >> 32) as u32
}
