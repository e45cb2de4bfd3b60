//! Says whom a pronoun stands for, where that can be known: the subject that agrees with it, of this sentence or of
//! one shortly before (the preferred centre of Grosz, Joshi and Weinstein 1995), if nobody else has as good a claim.

use super::referents::{Referent, Referents, agrees};
use crate::{
    find::sources::SourceKind,
    lexicon::{Class, Classes},
};

/// How many sentences back "he" and "she" reach; speech between is not counted.
const REACH: usize = 3;

/// How many mentions are looked back at.
const MAX_RECENT: usize = 12;

/// A mention outside speech and outside what is attributed to somebody.
#[derive(Clone, Copy, Debug)]
struct Mention {
    referent: usize,
    sentence: usize,
    is_subject: bool,
}

/// What a pronoun can stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// he, she: a person of this gender.
    Person(Classes),
    /// they: many, or a body.
    Many,
    /// it: a body or a document.
    Thing,
}

impl Wanted {
    /// What this pronoun stands for; nothing for I, we and you.
    pub fn of(classes: Classes, word: &str) -> Option<Wanted> {
        let gender = classes.and(Classes::of(&[Class::He, Class::She]));
        let starts = |letters: &[&str]| letters.iter().any(|letters| word.eq_ignore_ascii_case(letters));
        match () {
            () if !gender.is_empty() => Some(Wanted::Person(gender)),
            () if starts(&["his"]) => Some(Wanted::Person(Classes::of(&[Class::He]))),
            () if starts(&["they", "them", "their"]) => Some(Wanted::Many),
            () if starts(&["it", "its"]) => Some(Wanted::Thing),
            () => None,
        }
    }

    fn fits(self, referent: &Referent) -> bool {
        match self {
            Wanted::Person(gender) => referent.may_be_person() && agrees(referent.gender, gender),
            Wanted::Many => match referent.kind {
                SourceKind::Collective => true,
                SourceKind::Anonymous => !referent.is_person,
                kind => referent.is_thing && kind != SourceKind::Document,
            },
            Wanted::Thing => referent.is_thing,
        }
    }

    const fn reach(self) -> usize {
        match self {
            Wanted::Person(_) => REACH,
            Wanted::Many | Wanted::Thing => 1,
        }
    }
}

/// Who is spoken of.
#[derive(Default)]
pub struct Focus {
    recent: Vec<Mention>,
}

impl Focus {
    /// Somebody is mentioned as the subject of a sentence, or as a source.
    pub fn subject(&mut self, referent: usize, sentence: usize) {
        self.mention(Mention { referent, sentence, is_subject: true });
    }

    /// Somebody is mentioned elsewhere.
    pub fn other(&mut self, referent: usize, sentence: usize) {
        self.mention(Mention { referent, sentence, is_subject: false });
    }

    fn mention(&mut self, mention: Mention) {
        if self.recent.len() == MAX_RECENT {
            self.recent.remove(0);
        }
        self.recent.push(mention);
    }

    /// The one person spoken of last, within a sentence, that is or may be of this gender.
    pub fn person(&self, referents: &Referents, gender: Classes, sentence: usize) -> Option<usize> {
        let last = self.recent.iter().rev().find(|mention| mention.is_subject)?;
        let referent = &referents.all[last.referent];
        let is_near = last.sentence + 1 >= sentence;
        (is_near && referent.may_be_person() && agrees(referent.gender, gender)).then_some(last.referent)
    }

    /// Whom the pronoun stands for; nobody if that cannot be known.
    pub fn resolve(&self, referents: &Referents, wanted: Wanted, sentence: usize) -> Option<usize> {
        let fits = |mention: &&Mention| {
            let referent = &referents.all[mention.referent];
            // Of names that may be places or things only a subject can be "he".
            let is_told = mention.is_subject || referent.is_person || !matches!(wanted, Wanted::Person(_));
            is_told && wanted.fits(referent) && mention.sentence + wanted.reach() >= sentence
        };
        let near: Vec<Mention> = self.recent.iter().filter(fits).copied().collect();
        let latest = near.last()?.sentence;
        let last: Vec<Mention> = near.iter().filter(|mention| mention.sentence == latest).copied().collect();
        // Of this sentence the latest subject, of one before the first: "Roe met Lee, who …. He said".
        let mut subjects = last.iter().filter(|mention| mention.is_subject);
        let subject = if latest == sentence { subjects.next_back() } else { subjects.next() };
        let is_only = |mentions: &[Mention]| mentions.iter().all(|mention| mention.referent == mentions[0].referent);
        let is_known = |referent: usize| !referents.all[referent].gender.is_empty();
        let chosen = match subject {
            Some(subject) => subject.referent,
            None if is_only(&near) || is_only(&last) && is_known(last[0].referent) => last[0].referent,
            None => return None,
        };
        // A rival whose gender is known has the better claim over somebody whose gender is not.
        let has_rival = last.iter().any(|mention| mention.referent != chosen && is_known(mention.referent));
        let is_sure = !matches!(wanted, Wanted::Person(_)) || is_known(chosen) || !has_rival;
        is_sure.then_some(chosen)
    }
}
