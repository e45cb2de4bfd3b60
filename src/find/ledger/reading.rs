//! Reads a text once, in its order, and knows at each place who has been spoken of.

use std::ops::Range;

use super::{
    descriptions::{self, Bodies},
    focus::{Focus, Wanted},
    names::{Name, names},
    referents::{Referent, Referents},
    roles::{self, Role},
};
use crate::{
    find::{
        anonymity,
        attributions::Attribution,
        heads::{self, OFFICES, PERSONS},
        kinds::{self, Identity},
        passage::Passage,
        sources::SourceKind,
    },
    lexicon::{Class, Classes},
    span::Span,
};

/// Something that happens at a token.
#[derive(Clone, Debug)]
enum Event {
    /// A name stands here.
    Name(usize),
    /// A source has its head here: its tokens, and its attribution.
    Source(Range<usize>, Option<Identity>, usize),
    /// The subject of a sentence that is no source: a pronoun or a description.
    Subject(Range<usize>, Identity),
    /// A name is withheld here.
    Withheld,
}

/// A text as it is read.
pub struct Reading<'a> {
    passage: &'a Passage<'a>,
    names: Vec<Name>,
    events: Vec<(usize, Event)>,
    /// For each token, whom a name at it means.
    meant: Vec<Option<usize>>,
    /// For each token, whether it stands in what is attributed or in speech.
    is_reported: Vec<bool>,
    /// For each sentence, how many stand before it outside speech.
    turns: Vec<usize>,
    referents: Referents,
    focus: Focus,
    bodies: Bodies,
    /// The source last met without a name, and the sentence.
    nameless: Option<(usize, usize)>,
    /// The last pronoun nobody is known for, its word and the sentence.
    unresolved: Option<(usize, u64, usize)>,
}

impl<'a> Reading<'a> {
    /// Prepares to read.
    pub fn new(passage: &'a Passage<'a>, attributions: &[Attribution]) -> Self {
        let is_reported = reported(passage, attributions);
        let names = names(passage);
        let mut reading = Reading {
            passage,
            events: Vec::new(),
            meant: vec![None; passage.tokens.len()],
            turns: turns(passage, &is_reported),
            is_reported,
            names,
            referents: Referents::default(),
            focus: Focus::default(),
            bodies: Bodies::default(),
            nameless: None,
            unresolved: None,
        };
        reading.collect(attributions);
        reading
    }

    /// The events, in the order of the text; at one token the name comes first.
    fn collect(&mut self, attributions: &[Attribution]) {
        let passage = self.passage;
        let mut events: Vec<(usize, Event)> =
            self.names.iter().enumerate().map(|(index, name)| (name.tokens.start, Event::Name(index))).collect();
        let mut is_source = vec![false; passage.tokens.len()];
        for (index, attribution) in attributions.iter().enumerate() {
            let Some(source) = attribution.source else { continue };
            let tokens = tokens_of(passage, source.span);
            is_source[tokens.clone()].fill(true);
            let identity = kinds::identity(passage, &tokens);
            let place = identity.as_ref().map_or(tokens.start, |identity| identity.head.word);
            events.push((place, Event::Source(tokens, identity, index)));
        }
        events.extend(self.subjects(&is_source));
        let keys = (0..passage.tokens.len()).filter(|index| anonymity::is_key(passage, *index));
        events.extend(keys.map(|index| (index, Event::Withheld)));
        events.sort_by_key(|(place, _)| *place);
        self.events = events;
    }

    /// Subjects that are no sources: "he" and "she" anywhere outside reported words, descriptions at a sentence's start.
    fn subjects(&self, is_source: &[bool]) -> Vec<(usize, Event)> {
        let passage = self.passage;
        let pronouns = (0..passage.tokens.len()).filter(|index| {
            let token = &passage.tokens[*index];
            let is_gendered = token.is(Class::He) || token.is(Class::She);
            token.is(Class::SubjectPronoun) && is_gendered && !is_source[*index] && !self.is_reported[*index]
        });
        let pronouns = pronouns.filter_map(|index| subject(passage, index..index + 1));
        let starts = passage.sentences.iter().map(|sentence| sentence.tokens.start..sentence.tokens.end);
        let starts = starts.filter(|tokens| {
            let opens = Classes::of(&[Class::Definite, Class::Indefinite, Class::Possessive]);
            !is_source[tokens.start]
                && !self.is_reported[tokens.start]
                && passage.tokens[tokens.start].classes.meets(opens)
        });
        let starts = starts.filter_map(|tokens| description(passage, tokens));
        pronouns.chain(starts).collect()
    }

    /// Reads to the end.
    pub fn read(mut self) -> Vec<Referent> {
        for (place, event) in std::mem::take(&mut self.events) {
            match event {
                Event::Name(index) => self.name(index),
                Event::Source(tokens, identity, attribution) => self.source(&tokens, identity, attribution),
                Event::Subject(tokens, identity) => self.subject(&tokens, &identity),
                Event::Withheld => self.withheld(place),
            }
        }
        self.referents.all
    }

    fn turn(&self, index: usize) -> usize {
        let sentence = self.passage.sentences.partition_point(|sentence| sentence.tokens.start <= index);
        self.turns.get(sentence.wrapping_sub(1)).copied().unwrap_or_default()
    }

    fn name(&mut self, index: usize) {
        let name = self.names[index].clone();
        let referent = self.referents.named(self.passage, &name);
        for token in name.tokens.clone() {
            self.meant[token] = Some(referent);
        }
        self.referents.all[referent].mentions.push(self.passage.span(name.tokens.clone()));
        let turn = self.turn(name.tokens.start);
        for role in [roles::before(self.passage, &name.tokens), roles::after(self.passage, &name.tokens)] {
            let Some(role) = role.filter(|_| !name.is_body) else { continue };
            self.role(referent, &role);
        }
        if name.is_body && !self.is_reported[name.tokens.start] {
            self.bodies.mention(referent, turn);
        }
        if !self.is_reported[name.tokens.start] {
            self.place(referent, &name, turn);
        }
    }

    /// A name before its sentence's verb and after no preposition or owner's mark is the subject.
    fn place(&mut self, referent: usize, name: &Name, turn: usize) {
        let passage = self.passage;
        let start = passage.sentence(name.tokens.start).map_or(0, |sentence| sentence.tokens.start);
        let before = &passage.tokens[start..name.tokens.start];
        let ends = Classes::of(&[Class::Preposition, Class::Have, Class::Be, Class::Modal, Class::Do, Class::Past]);
        let is_first = !before.iter().any(|token| token.classes.meets(ends) || token.is(Class::Clitic));
        match is_first && !passage.is(name.tokens.end, Class::Clitic) {
            true => self.focus.subject(referent, turn),
            false => self.focus.other(referent, turn),
        }
    }

    fn role(&mut self, index: usize, role: &Role) {
        let noun = &self.passage.tokens[role.noun];
        let referent = &mut self.referents.all[index];
        let gender = noun.classes.and(super::names::GENDERS);
        if referent.gender.is_empty() && !gender.is_empty() {
            referent.gender = gender;
        }
        referent.is_person |= noun.classes.meets(OFFICES | PERSONS);
        let is_fuller = referent.role.as_ref().is_none_or(|known| known.len() < 2 && role.tokens.len() > known.len());
        if is_fuller {
            referent.role = Some(role.tokens.clone());
        }
        referent.describe(self.passage, role.tokens.clone());
        if noun.classes.meets(OFFICES | PERSONS) {
            self.referents.call(index, noun.hash);
        }
    }

    fn source(&mut self, tokens: &Range<usize>, identity: Option<Identity>, attribution: usize) {
        let Some(identity) = identity else { return };
        let turn = self.turn(identity.head.word);
        let referent = match identity.kind {
            SourceKind::Pronoun => self.pronoun(identity.head.word, turn),
            _ => self.speaker(tokens, &identity, turn),
        };
        let span = self.passage.span(tokens.clone());
        let speaker = &mut self.referents.all[referent];
        speaker.sources.push((span, attribution));
        if speaker.kind == SourceKind::Named && identity.kind == SourceKind::Outlet {
            speaker.kind = SourceKind::Outlet;
        }
        let is_nameless = !matches!(speaker.kind, SourceKind::Named | SourceKind::Outlet | SourceKind::Document);
        self.nameless = if is_nameless { Some((referent, turn)) } else { self.nameless };
        self.focus.subject(referent, turn);
    }

    /// Whom a source that is no pronoun means.
    fn speaker(&mut self, tokens: &Range<usize>, identity: &Identity, turn: usize) -> usize {
        let is_named = matches!(identity.kind, SourceKind::Named | SourceKind::Outlet);
        let is_capital = self.passage.is_capitalised(identity.head.word);
        match self.meant[identity.head.word] {
            Some(named) if is_named => {
                let referent = &mut self.referents.all[named];
                referent.is_person |= !referent.is_thing;
                named
            }
            // "King said": an office by its letters, a name by what the text has said before.
            Some(named) if is_capital && identity.head.phrase.len() == 1 && self.referents.all[named].is_person => {
                named
            }
            _ => {
                let referent =
                    descriptions::described(self.passage, &mut self.referents, &self.bodies, tokens, identity, turn);
                if let Some(role) = roles::after(self.passage, &identity.head.phrase).filter(|_| is_named) {
                    self.role(referent, &role);
                }
                referent
            }
        }
    }

    fn pronoun(&mut self, index: usize, turn: usize) -> usize {
        let token = &self.passage.tokens[index];
        if token.is(Class::RelativePronoun) {
            return self.antecedent(index, turn);
        }
        let wanted = Wanted::of(token.classes, self.passage.word(index));
        match wanted.and_then(|wanted| self.resolved(wanted, turn)) {
            Some(referent) => referent,
            None if wanted.is_none() => self.speaking_pronoun(index),
            None => self.unresolved(index, turn),
        }
    }

    fn resolved(&mut self, wanted: Wanted, turn: usize) -> Option<usize> {
        let referent = self.focus.resolve(&self.referents, wanted, turn)?;
        if let Wanted::Person(gender) = wanted
            && self.referents.all[referent].gender.is_empty()
        {
            self.referents.all[referent].gender = gender;
        }
        self.referents.touch(referent);
        Some(referent)
    }

    /// "I", "we" and "you" are one each, whoever they are.
    fn speaking_pronoun(&mut self, index: usize) -> usize {
        let key = self.passage.tokens[index].hash;
        let known = self.referents.described(key);
        known.unwrap_or_else(|| {
            let referent = self.referents.add(Referent::new(index..index + 1, SourceKind::Pronoun));
            self.referents.set_described(key, referent);
            referent
        })
    }

    /// A pronoun nobody is known for; the same word right after is the same one.
    fn unresolved(&mut self, index: usize, turn: usize) -> usize {
        let hash = self.passage.tokens[index].hash;
        let same = self.unresolved.filter(|(_, word, last)| *word == hash && last + 1 >= turn);
        let referent = same.map(|(referent, ..)| referent);
        let referent =
            referent.unwrap_or_else(|| self.referents.add(Referent::new(index..index + 1, SourceKind::Pronoun)));
        self.unresolved = Some((referent, hash, turn));
        referent
    }

    /// Whom a relative pronoun follows.
    fn antecedent(&mut self, index: usize, turn: usize) -> usize {
        let passage = self.passage;
        let start = passage.sentence(index).map_or(index, |sentence| sentence.tokens.start);
        let end = if index > start && passage.reads(index - 1, ",") { index - 1 } else { index };
        if let Some(named) = end.checked_sub(1).filter(|last| *last >= start).and_then(|last| self.meant[last]) {
            return named;
        }
        let Some(phrase) = super::super::phrases::noun_phrase_before(passage, start, end) else {
            return self.unresolved(index, turn);
        };
        let name_before = phrase.start.checked_sub(2).filter(|_| passage.reads(phrase.start - 1, ","));
        if let Some(named) = name_before.filter(|last| *last >= start).and_then(|last| self.meant[last]) {
            return named;
        }
        let identity = kinds::identity(passage, &phrase).filter(|identity| identity.kind != SourceKind::Pronoun);
        match identity {
            Some(identity) => self.speaker(&phrase, &identity, turn),
            None => self.unresolved(index, turn),
        }
    }

    fn subject(&mut self, tokens: &Range<usize>, identity: &Identity) {
        let turn = self.turn(tokens.start);
        let referent = match identity.kind {
            SourceKind::Pronoun => {
                Wanted::of(self.passage.tokens[tokens.start].classes, self.passage.word(tokens.start))
                    .and_then(|wanted| self.resolved(wanted, turn))
            }
            _ => Some(descriptions::described(self.passage, &mut self.referents, &self.bodies, tokens, identity, turn)),
        };
        if let Some(referent) = referent {
            self.focus.subject(referent, turn);
        }
    }

    /// "The official asked not to be named": the reason belongs to the source last met without a name.
    fn withheld(&mut self, key: usize) {
        let turn = self.turn(key);
        let Some((index, _)) = self.nameless.filter(|(_, last)| last + 1 >= turn) else { return };
        let referent = &mut self.referents.all[index];
        let is_one = matches!(referent.kind, SourceKind::Role | SourceKind::Anonymous | SourceKind::Collective);
        if is_one && referent.role.is_none() {
            referent.kind = SourceKind::Anonymous;
            referent.role = anonymity::statement_within(self.passage, &(key..key + 1));
        }
    }
}

/// The tokens a span covers.
fn tokens_of(passage: &Passage, span: Span) -> Range<usize> {
    let start = passage.tokens.partition_point(|token| token.span.start < span.start);
    start..passage.tokens.partition_point(|token| token.span.start < span.end).max(start)
}

fn reported(passage: &Passage, attributions: &[Attribution]) -> Vec<bool> {
    let mut is_reported: Vec<bool> = (0..passage.tokens.len()).map(|index| passage.is_speech(index)).collect();
    for span in attributions.iter().flat_map(|attribution| &attribution.content) {
        is_reported[tokens_of(passage, *span)].fill(true);
    }
    is_reported
}

/// For each sentence the number of those before it that are not wholly speech.
fn turns(passage: &Passage, is_reported: &[bool]) -> Vec<usize> {
    let mut n_turns = 0;
    let turn = |sentence: &crate::text::sentences::Sentence| {
        let is_told = sentence.tokens.clone().any(|index| passage.is_word(index) && !is_reported[index]);
        n_turns += usize::from(is_told);
        n_turns
    };
    passage.sentences.iter().map(turn).collect()
}

fn subject(passage: &Passage, tokens: Range<usize>) -> Option<(usize, Event)> {
    let identity = kinds::identity(passage, &tokens)?;
    Some((identity.head.word, Event::Subject(tokens, identity)))
}

/// The description of one person that a sentence begins with.
fn description(passage: &Passage, sentence: Range<usize>) -> Option<(usize, Event)> {
    let phrase = super::super::phrases::noun_phrase_after(passage, sentence.start, sentence.end)?;
    let identity = kinds::identity(passage, &phrase)?;
    let is_person = passage.tokens[identity.head.word].classes.meets(OFFICES | PERSONS);
    let is_one = !heads::is_plural(passage, identity.head.word);
    let is_described = matches!(identity.kind, SourceKind::Role | SourceKind::Anonymous);
    (is_person && is_one && is_described).then(|| (identity.head.word, Event::Subject(phrase, identity)))
}
