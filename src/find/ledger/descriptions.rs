//! Says whom a description means: "the secretary", "the agency", "the report"; or somebody not met before.

use std::ops::Range;

use super::referents::{Referent, Referents, SORTS, key};
use crate::{
    find::{
        anonymity,
        heads::{self, BODIES, Head, OFFICES, PERSONS},
        kinds::Identity,
        passage::Passage,
        sources::SourceKind,
    },
    lexicon::{Class, Classes},
    text::tokens::TokenKind,
};

/// How many bodies are kept in mind for "the agency".
const MAX_BODIES: usize = 6;

/// For how many sentences a body named alone is "the agency".
const BODY_REACH: usize = 4;

/// The bodies named last.
#[derive(Default)]
pub struct Bodies {
    recent: Vec<(usize, usize)>,
}

impl Bodies {
    /// A body is named in a sentence.
    pub fn mention(&mut self, referent: usize, sentence: usize) {
        self.recent.retain(|(known, _)| *known != referent);
        if self.recent.len() == MAX_BODIES {
            self.recent.remove(0);
        }
        self.recent.push((referent, sentence));
    }

    /// The one body of this sort named of late, or the only one that fits at all.
    fn only(&self, referents: &Referents, sorts: Classes, sentence: usize) -> Option<usize> {
        let fits = |referent: usize| {
            let own = referents.all[referent].sorts;
            own.is_empty() || own.meets(sorts)
        };
        let fitting = || self.recent.iter().filter(|(referent, _)| fits(*referent));
        let mut near = fitting().filter(|(_, named)| named + BODY_REACH >= sentence);
        match (near.next(), near.next()) {
            (Some((referent, _)), None) => Some(*referent),
            (None, _) if fitting().count() == 1 => fitting().next().map(|(referent, _)| *referent),
            _ => None,
        }
    }
}

/// Whom a description means.
pub fn described(
    passage: &Passage,
    referents: &mut Referents,
    bodies: &Bodies,
    tokens: &Range<usize>,
    identity: &Identity,
    sentence: usize,
) -> usize {
    let head = &identity.head;
    let extent = extent(passage, tokens, head);
    let key = key(passage, extent.clone());
    let known = match opening(passage, head) {
        Opening::New => referents.described(key).filter(|_| extent.end > head.phrase.end),
        Opening::Known => known(passage, referents, head, &extent)
            .or_else(|| referents.described(key))
            .or_else(|| body(passage, referents, bodies, head, sentence)),
        Opening::None => referents.described(key),
    };
    let referent = known.unwrap_or_else(|| introduce(passage, referents, tokens, &extent, identity));
    referents.set_described(key, referent);
    referents.touch(referent);
    referent
}

enum Opening {
    /// "a nurse", "two officials", "another expert".
    New,
    /// "the nurse", "that report"; an office without article ("Prime minister").
    Known,
    /// "officials", "his lawyer", "some critics".
    None,
}

fn opening(passage: &Passage, head: &Head) -> Opening {
    let first = &passage.tokens[head.phrase.start];
    match first.classes {
        classes if classes.has(Class::Definite) => Opening::Known,
        classes if classes.has(Class::Indefinite) && !classes.has(Class::Quantifier) => Opening::New,
        classes if classes.has(Class::Possessive) || head.phrase.len() > 1 => Opening::None,
        classes if classes.meets(OFFICES) && !heads::is_plural(passage, head.word) => Opening::Known,
        _ => Opening::None,
    }
}

/// The words that tell whom it means: up to the first comma, relative clause or the description's end.
fn extent(passage: &Passage, tokens: &Range<usize>, head: &Head) -> Range<usize> {
    let closes = |index: usize| {
        passage.tokens[index].kind == TokenKind::Mark && !passage.reads(index, ".")
            || passage.is(index, Class::RelativePronoun)
    };
    let end = (head.phrase.end..tokens.end).find(|index| closes(*index)).unwrap_or(tokens.end.max(head.phrase.end));
    head.phrase.start..end
}

/// The holder of a role, or what was described by the same noun, unless its words say it is another.
fn known(passage: &Passage, referents: &Referents, head: &Head, extent: &Range<usize>) -> Option<usize> {
    let holder = referents.holder(passage.tokens[head.word].hash)?;
    let words = &referents.all[holder].words;
    let small = Classes::of(&[Class::Determiner, Class::Preposition, Class::NumberWord, Class::Clitic]);
    let mut telling = extent.clone().filter(|index| {
        let token = &passage.tokens[*index];
        *index != head.word && token.is_word() && !token.classes.meets(small)
    });
    telling.all(|index| words.contains(&passage.tokens[index].hash)).then_some(holder)
}

/// "the agency", "the company": a body named before.
fn body(passage: &Passage, referents: &Referents, bodies: &Bodies, head: &Head, sentence: usize) -> Option<usize> {
    let sorts = passage.tokens[head.word].classes.and(SORTS);
    let is_bare = head.phrase.len() <= 2 && !heads::is_plural(passage, head.word);
    (is_bare && !sorts.is_empty()).then(|| bodies.only(referents, sorts, sentence)).flatten()
}

/// Somebody not met before.
fn introduce(
    passage: &Passage,
    referents: &mut Referents,
    tokens: &Range<usize>,
    extent: &Range<usize>,
    identity: &Identity,
) -> usize {
    let noun = &passage.tokens[identity.head.word];
    let mut referent = Referent::new(extent.clone(), identity.kind);
    let is_one = matches!(identity.kind, SourceKind::Role | SourceKind::Anonymous)
        && !heads::is_plural(passage, identity.head.word);
    referent.is_thing = noun.classes.meets(BODIES) && !noun.classes.meets(PERSONS | OFFICES)
        || matches!(identity.kind, SourceKind::Document | SourceKind::Outlet);
    referent.is_person = is_one && !referent.is_thing;
    referent.gender = noun.classes.and(Classes::of(&[Class::He, Class::She]));
    referent.sorts = noun.classes.and(SORTS);
    referent.role = stated(passage, tokens, identity);
    referent.describe(passage, extent.clone());
    let index = referents.add(referent);
    referents.call(index, noun.hash);
    index
}

/// The reason for anonymity, or what the withheld person is said to know.
fn stated(passage: &Passage, tokens: &Range<usize>, identity: &Identity) -> Option<Range<usize>> {
    if identity.kind != SourceKind::Anonymous {
        return None;
    }
    let reason = anonymity::statement_within(passage, tokens).filter(|reason| reason.start >= identity.head.phrase.end);
    let knows = identity.head.phrase.end..tokens.end;
    let is_privy = knows.clone().take(3).any(|index| passage.is(index, Class::Privy));
    reason.or_else(|| anonymity::statement_after(passage, tokens.end)).or(is_privy.then_some(knows))
}
