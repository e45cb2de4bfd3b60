//! Those whom an article mentions, and by which words each can be met again. Every look-up is one step, so that a
//! text of any length is read in linear time.

use std::ops::Range;

use super::names::{GENDERS, Name};
use crate::{
    find::{hashed::HashedMap, heads, passage::Passage, sources::SourceKind},
    lexicon::{Class, Classes, HASH_START, hash_char},
    span::Span,
};

/// Somebody or something mentioned.
#[derive(Clone, Debug)]
pub struct Referent {
    /// The fullest name or description.
    pub name: Range<usize>,
    /// How it is identified at its best.
    pub kind: SourceKind,
    /// Its role, affiliation or reason for anonymity.
    pub role: Option<Range<usize>>,
    /// Whether it is known to be one person.
    pub is_person: bool,
    /// Whether it is a body, or a document.
    pub is_thing: bool,
    /// Its gender, as far as known.
    pub gender: Classes,
    /// The nouns it may be called by: "the secretary".
    pub nouns: Vec<u64>,
    /// The words that describe it, to tell "the British minister" from "the French minister".
    pub words: Vec<u64>,
    /// What sort of body it is.
    pub sorts: Classes,
    /// Where it is mentioned by name.
    pub mentions: Vec<Span>,
    /// Where it is a source, with the attribution.
    pub sources: Vec<(Span, usize)>,
}

/// How many nouns and words are kept of one referent.
const MAX_WORDS: usize = 32;

/// The sorts of bodies.
pub const SORTS: Classes = Classes::of(&[Class::PublicBody, Class::Business, Class::Society, Class::Newsroom]);

impl Referent {
    /// Somebody with this name or description.
    pub fn new(name: Range<usize>, kind: SourceKind) -> Self {
        Referent {
            name,
            kind,
            role: None,
            is_person: false,
            is_thing: false,
            gender: Classes::default(),
            nouns: Vec::new(),
            words: Vec::new(),
            sorts: Classes::default(),
            mentions: Vec::new(),
            sources: Vec::new(),
        }
    }

    /// Whether "he" or "she" may mean it: a person, or a name that speaks and shows nothing else.
    pub fn may_be_person(&self) -> bool {
        self.is_person || !self.is_thing && self.kind == SourceKind::Named && !self.sources.is_empty()
    }

    /// Keeps words that describe it.
    pub fn describe(&mut self, passage: &Passage, tokens: Range<usize>) {
        let room = MAX_WORDS.saturating_sub(self.words.len());
        self.words
            .extend(passage.tokens[tokens].iter().filter(|token| token.is_word()).map(|token| token.hash).take(room));
    }
}

/// All of them.
#[derive(Default)]
pub struct Referents {
    /// In the order of their first mention.
    pub all: Vec<Referent>,
    by_full: HashedMap<(u64, u64), usize>,
    by_key: HashedMap<u64, usize>,
    by_last: HashedMap<u64, usize>,
    by_first: HashedMap<u64, usize>,
    by_title: HashedMap<(u64, bool), usize>,
    by_noun: HashedMap<u64, usize>,
    acronyms: HashedMap<u64, usize>,
}

impl Referents {
    /// Adds one.
    pub fn add(&mut self, referent: Referent) -> usize {
        self.all.push(referent);
        self.all.len() - 1
    }

    /// Whoever was last called by this noun.
    pub fn holder(&self, noun: u64) -> Option<usize> {
        self.by_noun.get(&noun).copied()
    }

    /// From now on the noun calls this one.
    pub fn call(&mut self, referent: usize, noun: u64) {
        let nouns = &mut self.all[referent].nouns;
        if !nouns.contains(&noun) && nouns.len() < MAX_WORDS {
            nouns.push(noun);
        }
        self.by_noun.insert(noun, referent);
    }

    /// It is mentioned: its nouns call it again.
    pub fn touch(&mut self, referent: usize) {
        for noun in &self.all[referent].nouns {
            self.by_noun.insert(*noun, referent);
        }
    }

    /// Somebody described turns out to bear a name: what was said of the one is said of the other.
    pub fn merge(&mut self, described: usize, named: usize) {
        let former = std::mem::replace(&mut self.all[described], Referent::new(0..0, SourceKind::Role));
        self.all[named].sources.splice(0..0, former.sources);
        if self.all[named].gender.is_empty() {
            self.all[named].gender = former.gender;
        }
        former.nouns.into_iter().for_each(|noun| self.call(named, noun));
    }

    /// The one described by these very words.
    pub fn described(&self, key: u64) -> Option<usize> {
        self.by_key.get(&key).copied()
    }

    /// These very words describe it.
    pub fn set_described(&mut self, key: u64, referent: usize) {
        self.by_key.insert(key, referent);
    }

    /// Whom a name means; somebody new if nobody has it yet.
    pub fn named(&mut self, passage: &Passage, name: &Name) -> usize {
        let words = words(passage, &name.tokens);
        let referent = match words[..] {
            _ if name.is_body => self.body(passage, name),
            [] => self.add(Referent::new(name.tokens.clone(), SourceKind::Named)),
            [word] => self.single(name, word),
            [first, .., last] => self.person(name, first, last),
        };
        self.learn(passage, referent, name);
        referent
    }

    fn learn(&mut self, passage: &Passage, index: usize, name: &Name) {
        let referent = &mut self.all[index];
        referent.is_person |= name.is_person;
        let given = if name.tokens.len() > 1 { name.given } else { Classes::default() };
        if referent.gender.is_empty() {
            referent.gender = if name.titled.is_empty() { given } else { name.titled };
        }
        if words(passage, &name.tokens).len() > words(passage, &referent.name).len() {
            referent.name = name.tokens.clone();
        }
        let gender = referent.gender;
        if let (Some(last), false) = (words(passage, &name.tokens).last(), gender.is_empty()) {
            self.by_title.insert((*last, gender.has(Class::She)), index);
        }
        self.touch(index);
    }

    fn person(&mut self, name: &Name, first: u64, last: u64) -> usize {
        let known = self.by_full.get(&(first, last)).copied();
        // A surname alone before ("Roe warns of floods") is the one who is now named in full.
        let alone = self.by_last.get(&last).copied().filter(|alone| self.all[*alone].name.len() == 1);
        let alone = alone.filter(|alone| agrees(self.all[*alone].gender, name.given) && !self.all[*alone].is_thing);
        let referent =
            known.or(alone).unwrap_or_else(|| self.add(Referent::new(name.tokens.clone(), SourceKind::Named)));
        self.by_full.insert((first, last), referent);
        self.by_last.insert(last, referent);
        self.by_first.insert(first, referent);
        referent
    }

    fn single(&mut self, name: &Name, word: u64) -> usize {
        let has_title = !name.titled.is_empty();
        let titled = has_title.then(|| self.by_title.get(&(word, name.titled.has(Class::She)))).flatten().copied();
        let last = self.by_last.get(&word).copied();
        let last = last.filter(|last| !has_title || agrees(self.all[*last].gender, name.titled));
        let first = self.by_first.get(&word).copied().filter(|first| agrees(self.all[*first].gender, name.titled));
        let known = titled.or(last).or(first).or_else(|| self.acronyms.get(&word).copied());
        let referent = known.unwrap_or_else(|| self.add(Referent::new(name.tokens.clone(), SourceKind::Named)));
        if known.is_none() && !has_title {
            self.all[referent].gender = name.given;
        }
        if known.is_none() || titled.is_none() && last.is_none() && has_title {
            self.by_last.insert(word, referent);
        }
        referent
    }

    fn body(&mut self, passage: &Passage, name: &Name) -> usize {
        let key = key(passage, name.tokens.clone());
        let letters = acronym(passage, &name.tokens);
        let known = self.by_key.get(&key).or_else(|| letters.and_then(|letters| self.acronyms.get(&letters))).copied();
        let referent = known.unwrap_or_else(|| self.add(Referent::new(name.tokens.clone(), SourceKind::Named)));
        self.by_key.insert(key, referent);
        self.all[referent].is_thing = true;
        if let Some(letters) = letters {
            self.acronyms.entry(letters).or_insert(referent);
        }
        let first = &passage.tokens[name.tokens.start];
        if name.tokens.len() > 1 && first.classes.is_empty() && !heads::is_given_name(passage, name.tokens.start) {
            self.by_first.entry(first.hash).or_insert(referent);
        }
        self.sort(passage, referent, name);
        referent
    }

    /// A body is called by the noun in its name: "the council".
    fn sort(&mut self, passage: &Passage, referent: usize, name: &Name) {
        for token in &passage.tokens[name.tokens.clone()] {
            let is_outlet = token.is(Class::Outlet);
            let sorts = if is_outlet { Classes::of(&[Class::Newsroom]) } else { token.classes.and(SORTS) };
            self.all[referent].sorts |= sorts;
            if !is_outlet && (!sorts.is_empty() || token.is(Class::Organisation)) {
                self.call(referent, token.hash);
            }
        }
        self.all[referent].describe(passage, name.tokens.clone());
    }
}

/// Whether two genders can be one person's.
pub fn agrees(one: Classes, other: Classes) -> bool {
    one.is_empty() || other.is_empty() || one.and(GENDERS).meets(other)
}

/// The words of a name that count: no initials' stops, no "Jr.", no small words.
fn words(passage: &Passage, tokens: &Range<usize>) -> Vec<u64> {
    let counts = |index: &usize| passage.is_capitalised(*index) && !passage.is(*index, Class::NameSuffix);
    let suffix = tokens.clone().find(|index| passage.is(*index, Class::NameSuffix));
    let suffix = suffix.map_or(0, |suffix| passage.tokens[suffix].hash);
    let mut words: Vec<u64> = tokens.clone().filter(counts).map(|index| passage.tokens[index].hash).collect();
    if let Some(last) = words.last_mut().filter(|_| suffix != 0) {
        *last = last.wrapping_add(suffix); // father and son are two
    }
    words
}

/// A number for the words of a description, its openers and owners' clitics left out.
pub fn key(passage: &Passage, tokens: Range<usize>) -> u64 {
    let openers = Classes::of(&[Class::Determiner, Class::Quantifier, Class::Indefinite, Class::Clitic, Class::Adverb]);
    let words = passage.tokens[tokens].iter().filter(|token| token.is_word() && !token.classes.meets(openers));
    words.fold(HASH_START, |key, token| key.rotate_left(5) ^ token.hash)
}

/// The letters a body's name is shortened to; of a name in capitals, its own.
fn acronym(passage: &Passage, tokens: &Range<usize>) -> Option<u64> {
    let capitals = || tokens.clone().filter(|index| passage.is_capitalised(*index));
    let letters: Vec<char> = match capitals().count() {
        1 => passage.word(tokens.start).chars().filter(|letter| letter.is_alphabetic()).collect(),
        _ => capitals().filter_map(|index| passage.word(index).chars().next()).collect(),
    };
    (letters.len() > 1).then(|| letters.into_iter().fold(HASH_START, hash_char))
}
