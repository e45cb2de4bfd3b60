//! Says whom a pronoun that speaks stands for: he and she by the focus, who and which by what they follow.

use super::{focus::Wanted, reading::Reading, referents::Referent};
use crate::{
    find::{kinds, phrases, sources::SourceKind},
    lexicon::Class,
};

impl Reading<'_> {
    /// Whom a pronoun that speaks stands for.
    pub fn pronoun(&mut self, index: usize, turn: usize) -> usize {
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

    /// Whom it stands for, if that can be known; somebody whose gender was not known has the pronoun's from now on, and whoever
    /// is "he" or "she" is a person, no body that "the operator" could mean.
    pub fn resolved(&mut self, wanted: Wanted, turn: usize) -> Option<usize> {
        let referent = self.focus.resolve(&self.referents, wanted, turn)?;
        if let Wanted::Person(gender) = wanted {
            let person = &mut self.referents.all[referent];
            person.is_person = true;
            person.gender = if person.gender.is_empty() { gender } else { person.gender };
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
        let Some(phrase) = phrases::noun_phrase_before(passage, start, end) else {
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
}
