//! Reads a text once, in its order, and knows at each place who has been spoken of.

use std::ops::Range;

use super::{
    descriptions::{self, Bodies},
    events::{Event, Told, subject_end, turns},
    focus::{Focus, Wanted},
    names::Name,
    referents::{Referent, Referents},
    roles::{self, Role},
};
use crate::{
    find::{
        anonymity,
        heads::{self, OFFICES, PERSONS},
        kinds::Identity,
        passage::Passage,
        sources::SourceKind,
    },
    lexicon::Class,
};

/// How many words before its key word the statement of a withheld name is sought.
const MAX_LEAD: usize = 6;

/// A text as it is read.
pub struct Reading<'a> {
    pub(super) passage: &'a Passage<'a>,
    names: Vec<Name>,
    events: Vec<(usize, Event)>,
    /// For each token, whom a name at it means.
    pub(super) meant: Vec<Option<usize>>,
    /// For each token, whom a description without a name that has its head at it means.
    described: Vec<Option<usize>>,
    /// For each token, whether it stands in what is attributed or in speech.
    is_reported: Vec<bool>,
    /// For each sentence, how many stand before it outside speech.
    turns: Vec<usize>,
    /// For each sentence, its first token after which no subject comes.
    subject_ends: Vec<usize>,
    pub(super) referents: Referents,
    pub(super) focus: Focus,
    bodies: Bodies,
    /// The source last met without a name, and the sentence.
    nameless: Option<(usize, usize)>,
    /// The subject last met that is no source and has no name, and the sentence.
    unnamed_subject: Option<(usize, usize)>,
    /// The last pronoun nobody is known for, its word and the sentence.
    pub(super) unresolved: Option<(usize, u64, usize)>,
}

impl<'a> Reading<'a> {
    /// Prepares to read.
    pub fn new(passage: &'a Passage<'a>, told: Told) -> Self {
        let Told { names, is_reported, events } = told;
        Reading {
            passage,
            events,
            meant: vec![None; passage.tokens.len()],
            described: vec![None; passage.tokens.len()],
            turns: turns(passage, &is_reported),
            subject_ends: passage.sentences.iter().map(|sentence| subject_end(passage, &sentence.tokens)).collect(),
            is_reported,
            names,
            referents: Referents::default(),
            focus: Focus::default(),
            bodies: Bodies::default(),
            nameless: None,
            unnamed_subject: None,
            unresolved: None,
        }
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

    fn sentence(&self, index: usize) -> usize {
        self.passage.sentences.partition_point(|sentence| sentence.tokens.start <= index).saturating_sub(1)
    }

    fn turn(&self, index: usize) -> usize {
        self.turns.get(self.sentence(index)).copied().unwrap_or_default()
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
        self.referents.all[referent].is_person |= !name.is_body && roles::has_age(self.passage, &name.tokens);
        if !self.is_reported[name.tokens.start] {
            self.place(referent, &name, turn);
        }
    }

    /// A name before its sentence's verb and after no preposition or owner's mark is the subject.
    fn place(&mut self, referent: usize, name: &Name, turn: usize) {
        let is_first = name.tokens.start <= self.subject_ends[self.sentence(name.tokens.start)];
        match is_first && !self.passage.is(name.tokens.end, Class::Clitic) {
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
        let passage = self.passage;
        let is_title = |known: &Range<usize>| {
            passage.is(known.start, Class::Title) && passage.is(known.start, Class::Abbreviation) && known.len() <= 2
        };
        if referent.role.as_ref().is_none_or(is_title) {
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
        if speaker.is_thing && !speaker.sorts.is_empty() {
            self.bodies.mention(referent, turn);
        }
        self.nameless = if is_nameless { Some((referent, turn)) } else { self.nameless };
        self.focus.subject(referent, turn);
    }

    /// Whom a source that is no pronoun means.
    pub(super) fn speaker(&mut self, tokens: &Range<usize>, identity: &Identity, turn: usize) -> usize {
        let is_named = matches!(identity.kind, SourceKind::Named | SourceKind::Outlet);
        let is_capital = self.passage.is_capitalised(identity.head.word);
        let meant = match is_named && is_capital {
            true => identity.head.phrase.clone().rev().find_map(|index| self.meant[index]),
            false => self.meant[identity.head.word],
        };
        match meant {
            Some(named) if is_named => {
                self.introduced(tokens, identity, named, turn);
                named
            }
            // "King said": an office by its letters, a name by what the text has said before.
            Some(named) if is_capital && identity.head.phrase.len() == 1 && self.referents.all[named].is_person => {
                named
            }
            _ => {
                // "One mother, who would not give her name": these very words once more.
                let again = self.described[identity.head.word];
                let referent = again.unwrap_or_else(|| self.description(tokens, identity, turn));
                self.described[identity.head.word] = Some(referent);
                if let Some(role) = roles::after(self.passage, &identity.head.phrase).filter(|_| is_named) {
                    self.role(referent, &role);
                }
                referent
            }
        }
    }

    fn description(&mut self, tokens: &Range<usize>, identity: &Identity, turn: usize) -> usize {
        let heard = (&self.focus, &self.bodies);
        descriptions::described(self.passage, &mut self.referents, heard, tokens, identity, turn)
    }

    /// "Her lawyer, Dana Whitlock": what stands before the name is its role, and may be how the text spoke of her before.
    fn introduced(&mut self, tokens: &Range<usize>, identity: &Identity, named: usize, turn: usize) {
        let passage = self.passage;
        if !self.referents.all[named].is_person {
            self.bodies.mention(named, turn);
        }
        let before = tokens.start..identity.head.phrase.start.saturating_sub(1).max(tokens.start);
        if !passage.reads(before.end, ",") && !passage.is(before.end, Class::Calling) {
            return;
        }
        // "One of them, Dana Whitlock": a number is nobody's role.
        let is_role = |head: &heads::Head| {
            let noun = passage.tokens[head.word].classes;
            noun.meets(PERSONS | OFFICES) && !noun.has(Class::NumberWord)
        };
        let Some(head) = heads::head(passage, &before).filter(is_role) else { return };
        let earlier = self.referents.holder(passage.tokens[head.word].hash).filter(|earlier| *earlier != named);
        let is_definite = passage.is(head.phrase.start, Class::Definite);
        let is_nameless =
            |earlier: &usize| matches!(self.referents.all[*earlier].kind, SourceKind::Role | SourceKind::Anonymous);
        if let Some(earlier) = earlier.filter(|earlier| is_definite && is_nameless(earlier)) {
            self.referents.merge(earlier, named);
        }
        self.role(named, &Role { tokens: before, noun: head.word });
    }

    fn subject(&mut self, tokens: &Range<usize>, identity: &Identity) {
        let turn = self.turn(tokens.start);
        let referent = match identity.kind {
            SourceKind::Pronoun => {
                Wanted::of(self.passage.tokens[tokens.start].classes, self.passage.word(tokens.start))
                    .and_then(|wanted| self.resolved(wanted, turn))
            }
            SourceKind::Named => Some(self.speaker(tokens, identity, turn)),
            _ => Some(self.description(tokens, identity, turn)),
        };
        if let Some(referent) = referent {
            self.unnamed_subject = Some((referent, turn));
            self.focus.subject(referent, turn);
        }
    }

    /// "The official asked not to be named": the reason belongs to the subject of the sentence, or else to the source last met
    /// without a name; where "who" asks, not to one of the sentence before.
    fn withheld(&mut self, key: usize) {
        let turn = self.turn(key);
        let sentence = self.passage.sentence(key).map_or(key, |sentence| sentence.tokens.start);
        let lead = key.saturating_sub(MAX_LEAD).max(sentence)..key;
        let is_clause = lead.clone().any(|index| self.passage.is(index, Class::RelativePronoun));
        let reach = usize::from(!is_clause);
        let is_nameless = |index: usize| {
            matches!(self.referents.all[index].kind, SourceKind::Role | SourceKind::Anonymous | SourceKind::Collective)
        };
        let here = self.unnamed_subject.filter(|(index, last)| *last == turn && is_nameless(*index));
        let near = self.nameless.filter(|(_, last)| last + reach >= turn);
        let Some((index, _)) = near.filter(|(_, last)| *last == turn).or(here).or(near) else { return };
        if is_nameless(index) && self.referents.all[index].role.is_none() {
            let referent = &mut self.referents.all[index];
            referent.kind = SourceKind::Anonymous;
            referent.role = anonymity::statement_within(self.passage, &(key.saturating_sub(MAX_LEAD)..key + 1));
        }
    }
}
