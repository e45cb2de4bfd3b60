//! Says whom a description means: "the secretary", "the agency", "the report"; or somebody not met before.

use std::ops::Range;

use super::{
    focus::Focus,
    referents::{Referent, Referents, SORTS, key},
};
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

    /// The one body of this noun's sort named of late, or the only one that fits at all. One that has a noun of its own is
    /// called by another if that says little ("the agency"), or where it trades ("the lender"): a council is no authority.
    fn only(&self, referents: &Referents, noun: Classes, sentence: usize) -> Option<usize> {
        let sorts = noun.and(SORTS);
        let calls_any = noun.meets(Classes::of(&[Class::AnyBody, Class::Business]));
        let fits = |referent: &Referent| {
            let may_be = referent.sorts.is_empty() && sorts.meets(Classes::of(&[Class::Business, Class::Society]));
            let is_called = calls_any || referent.nouns.is_empty();
            !referent.is_person && !referent.name.is_empty() && is_called && (may_be || referent.sorts.meets(sorts))
        };
        let within = |reach: usize| {
            let near = self.recent.iter().filter(move |(_, named)| named.saturating_add(reach) >= sentence);
            let mut fitting =
                near.filter(|(referent, _)| fits(&referents.all[*referent])).map(|(referent, _)| *referent);
            let first = fitting.next();
            (first, fitting.next().is_some())
        };
        // The sentence before first: there the one that has just spoken is meant.
        let found = [1, BODY_REACH, usize::MAX].into_iter().map(within).find(|(first, _)| first.is_some());
        found.and_then(|(first, is_ambiguous)| first.filter(|_| !is_ambiguous))
    }
}

/// Whom a description means.
pub fn described(
    passage: &Passage,
    referents: &mut Referents,
    (focus, bodies): (&Focus, &Bodies),
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
            .or_else(|| body(passage, referents, bodies, head, sentence))
            .or_else(|| other_side(passage, referents, focus, head, sentence)),
        // "Officials" are more than the "three officials" who would not be named.
        Opening::None => referents.described(key).filter(|known| {
            identity.kind != SourceKind::Collective || referents.all[*known].kind != SourceKind::Anonymous
        }),
    };
    let referent = known.unwrap_or_else(|| introduce(passage, referents, tokens, &extent, identity));
    referents.set_described(key, referent);
    referents.touch(referent);
    referent
}

enum Opening {
    /// "a nurse", "two officials", "another expert".
    New,
    /// "the nurse", "that report"; an office or a body without article ("Prime minister", "Council").
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
        classes if classes.meets(OFFICES | BODIES) && !heads::is_plural(passage, head.word) => Opening::Known,
        _ => Opening::None,
    }
}

/// The words that tell whom it means: up to the first comma, relative clause or the description's end.
fn extent(passage: &Passage, tokens: &Range<usize>, head: &Head) -> Range<usize> {
    let closes = |index: usize| {
        let is_inner = passage.reads(index, ".") || passage.reads(index, "&") && heads::is_within_name(passage, index);
        passage.tokens[index].kind == TokenKind::Mark && !is_inner || passage.is(index, Class::RelativePronoun)
    };
    let end = (head.phrase.end..tokens.end).find(|index| closes(*index)).unwrap_or(tokens.end.max(head.phrase.end));
    head.phrase.start..end
}

/// The holder of a role, or what was described by the same noun, unless its words say it is another.
fn known(passage: &Passage, referents: &Referents, head: &Head, extent: &Range<usize>) -> Option<usize> {
    let holder = referents.holder(passage.tokens[head.word].hash)?;
    let words = &referents.all[holder].words;
    let small =
        Classes::of(&[Class::Determiner, Class::Preposition, Class::NumberWord, Class::Clitic, Class::Formerly]);
    let mut telling = extent.clone().filter(|index| {
        let token = &passage.tokens[*index];
        *index != head.word && token.is_word() && !token.classes.meets(small)
    });
    telling.all(|index| words.contains(&passage.tokens[index].hash)).then_some(holder)
}

/// "the agency", "the company": a body named before.
fn body(passage: &Passage, referents: &Referents, bodies: &Bodies, head: &Head, sentence: usize) -> Option<usize> {
    let noun = passage.tokens[head.word].classes;
    let is_bare = head.phrase.len() == 2 && !heads::is_plural(passage, head.word);
    (is_bare && noun.meets(SORTS)).then(|| bodies.only(referents, noun, sentence)).flatten()
}

/// The one just spoken of, by another side of him or her: "the 29-year-old", "the American", "the former minister",
/// "the congresswoman".
fn other_side(passage: &Passage, referents: &Referents, focus: &Focus, head: &Head, sentence: usize) -> Option<usize> {
    let noun = &passage.tokens[head.word];
    let gender = noun.classes.and(Classes::of(&[Class::He, Class::She]));
    let is_people = Classes::of(&[Class::Crowd, Class::Group]);
    let is_age = head.phrase.clone().skip(1).any(|index| passage.tokens[index].kind == TokenKind::Number);
    let is_former = head.phrase.clone().any(|index| passage.is(index, Class::Formerly));
    let is_side = noun.classes.meets(is_people) && passage.is_capitalised(head.word) && noun.is(Class::Singular);
    let is_told = is_age || is_side || (is_former || !gender.is_empty()) && noun.classes.meets(PERSONS | OFFICES);
    let is_one = !heads::is_plural(passage, head.word) || is_age;
    (is_told && is_one).then(|| focus.person(referents, gender, sentence)).flatten()
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
        && !heads::is_plural(passage, identity.head.word)
        && !noun.is(Class::Plural);
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
