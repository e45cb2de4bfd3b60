//! Finds cues: the words that anchor an attribution ("has warned", "according to").
//! Types after the PDTB's attribution types (Prasad et al. 2006).

use std::ops::Range;

use super::{passage::Passage, phrases};
use crate::{
    lexicon::{Class, Classes},
    span::Span,
};

/// What a source does by its cue.
///
/// ```
/// use claimlight::{Options, report::CueType, scan};
///
/// let report = scan("The mayor said it was late. The mayor believes it is safe. The mayor plans to close it.", &Options::default());
/// let types: Vec<CueType> = report.attributions.iter().map(|own| own.cue.cue_type).collect();
/// assert_eq!(types, [CueType::Communication, CueType::Belief, CueType::Intention]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CueType {
    /// It tells something: said, according to.
    Communication,
    /// It holds something to be so: thinks, is confident.
    Belief,
    /// It has learnt something: saw, knows, found.
    Knowledge,
    /// It wants something: urged, plans, refuses.
    Intention,
}

impl CueType {
    /// Its name in a report.
    ///
    /// ```
    /// assert_eq!(claimlight::report::CueType::Knowledge.name(), "knowledge");
    /// ```
    pub const fn name(self) -> &'static str {
        match self {
            CueType::Communication => "communication",
            CueType::Belief => "belief",
            CueType::Knowledge => "knowledge",
            CueType::Intention => "intention",
        }
    }
}

/// A cue.
///
/// ```
/// use claimlight::{Options, scan};
///
/// let text = "The mayor claimed that the pier had collapsed.";
/// let cue = scan(text, &Options::default()).attributions[0].cue;
/// assert_eq!((cue.span.of(text), cue.loaded), ("claimed", true));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cue {
    /// The whole cue: the verb group with its adverbials.
    pub span: Span,
    /// What the source does by it.
    pub cue_type: CueType,
    /// Whether it leans, and so judges what it reports (claimed, admitted, warned), after Recasens et al. 2013.
    pub loaded: bool,
}

/// How a cue is built.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CueForm {
    /// has warned
    Active,
    /// was told, is believed
    Passive,
    /// to say, saying
    Nonfinite,
    /// claim, suggestion
    Noun,
    /// is confident
    Adjective,
    /// according to
    Preposition,
}

/// A place where a cue may be, before it is known whether a source and a content stand by it.
#[derive(Clone, Debug, PartialEq)]
pub struct Anchor {
    /// Its tokens, as indices.
    pub tokens: Range<usize>,
    /// The token of its verb, noun, adjective or preposition.
    pub head: usize,
    /// How it is built.
    pub form: CueForm,
    /// What the source does by it.
    pub cue_type: CueType,
    /// What the lists say of its head.
    pub classes: Classes,
    /// How likely words like these, standing like this, are a cue: log odds in hundredths.
    pub log_odds: i32,
}

/// The classes that make a word a possible cue.
const CUE_TYPES: [(Class, CueType); 4] = [
    (Class::Communication, CueType::Communication),
    (Class::Intention, CueType::Intention),
    (Class::Belief, CueType::Belief),
    (Class::Knowledge, CueType::Knowledge),
];

/// The classes of cues.
pub const ANY_TYPE: Classes = Classes::of(&[Class::Communication, Class::Intention, Class::Belief, Class::Knowledge]);

/// Every place outside speech where a cue may be, in text order.
pub fn anchors(passage: &Passage) -> Vec<Anchor> {
    let mut anchors = Vec::new();
    for sentence in passage.sentences {
        let mut index = sentence.tokens.start;
        while index < sentence.tokens.end {
            let anchor = anchor(passage, sentence.tokens.clone(), index);
            index = anchor.as_ref().map_or(index + 1, |anchor| anchor.tokens.end);
            anchors.extend(anchor);
        }
    }
    anchors
}

/// The anchor of a cue that is known to cover `tokens`.
pub fn anchor_of(passage: &Passage, tokens: Range<usize>) -> Anchor {
    let strength = |index: &usize| {
        let classes = passage.tokens[*index].classes;
        let ranks = [Class::Saying, Class::Strong, Class::Middle, Class::Weak];
        ranks.iter().position(|class| classes.has(*class) && classes.meets(ANY_TYPE)).unwrap_or(ranks.len())
    };
    let head = tokens.clone().min_by_key(strength).unwrap_or(tokens.start);
    let found = passage.sentence(head).and_then(|sentence| anchor(passage, sentence.tokens.clone(), head));
    let (form, cue_type, classes) = match found {
        Some(anchor) => (anchor.form, anchor.cue_type, anchor.classes),
        None => (CueForm::Active, type_of(passage.tokens[head].classes), passage.tokens[head].classes),
    };
    Anchor { tokens, head, form, cue_type, classes, log_odds: 0 }
}

/// The type that the lists give; of words that no list has, communication: the most frequent.
fn type_of(classes: Classes) -> CueType {
    CUE_TYPES
        .into_iter()
        .find(|(class, _)| classes.has(*class))
        .map_or(CueType::Communication, |(_, cue_type)| cue_type)
}

fn anchor(passage: &Passage, sentence: Range<usize>, index: usize) -> Option<Anchor> {
    let token = &passage.tokens[index];
    let may_be = token.is(Class::StartsPhrase) || token.classes.meets(ANY_TYPE);
    if !may_be || passage.is_speech(index) {
        return None;
    }
    let phrase = passage.phrase(index..sentence.end, ANY_TYPE);
    let (classes, n_tokens) = phrase.map_or((token.classes, 1), |phrase| (phrase.classes, phrase.n_tokens));
    let (_, cue_type) = CUE_TYPES.into_iter().find(|(class, _)| classes.has(*class))?;
    let (form, start) = form(passage, &sentence, index, classes)?;
    let tokens = start..index + n_tokens;
    let log_odds = log_odds(passage, &tokens, classes);
    Some(Anchor { tokens, head: index, form, cue_type, classes, log_odds })
}

/// How a cue with its head at `index` is built, and where it begins.
fn form(passage: &Passage, sentence: &Range<usize>, index: usize, classes: Classes) -> Option<(CueForm, usize)> {
    if classes.has(Class::CuePreposition) {
        return Some((CueForm::Preposition, index));
    }
    let is_after_noun_marker = index > sentence.start && stands_before_noun(passage, index - 1);
    if classes.has(Class::Verb) && (is_verb_alone(classes) || !is_after_noun_marker) {
        return Some(verb_form(passage, sentence, index, classes));
    }
    if classes.has(Class::CueNoun) {
        return noun_form(passage, sentence, index);
    }
    let start = phrases::verb_group_start(passage, sentence.start, index);
    let is_predicate = (start..index).any(|index| passage.is(index, Class::Be));
    (classes.has(Class::CueAdjective) && is_predicate).then_some((CueForm::Adjective, start))
}

/// Words that a noun rather than a verb follows.
fn stands_before_noun(passage: &Passage, index: usize) -> bool {
    let before_noun =
        Classes::of(&[Class::Determiner, Class::Possessive, Class::Quantifier, Class::Preposition, Class::Adjective]);
    let token = &passage.tokens[index];
    (token.classes.meets(before_noun) || token.is(Class::Clitic)) && !token.is(Class::RelativePronoun)
}

/// Whether a form is a verb wherever it stands: said, but not claims.
fn is_verb_alone(classes: Classes) -> bool {
    classes.has(Class::Past) && !classes.has(Class::Noun) && !classes.has(Class::Base)
}

fn verb_form(passage: &Passage, sentence: &Range<usize>, index: usize, classes: Classes) -> (CueForm, usize) {
    let start = phrases::verb_group_start(passage, sentence.start, index);
    let auxiliary = |class: Class| (start..index).rev().any(|index| passage.is(index, class));
    let form = if auxiliary(Class::Be) && !passage.is(index, Class::Ing) && classes.has(Class::Participle) {
        CueForm::Passive
    } else if start == index && passage.is(index, Class::Ing) || passage.reads(start, "to") {
        CueForm::Nonfinite
    } else {
        CueForm::Active
    };
    (form, start)
}

/// A noun is a cue with its owner before it or its content after it: "his claim", "the claim that".
fn noun_form(passage: &Passage, sentence: &Range<usize>, index: usize) -> Option<(CueForm, usize)> {
    let next = index + 1;
    let has_content =
        ["that", "of", "for", "to", ":"].iter().any(|word| next < sentence.end && passage.reads(next, word));
    let owned =
        index > sentence.start && (passage.is(index - 1, Class::Possessive) || passage.is(index - 1, Class::Clitic));
    let start = if owned && passage.is(index - 1, Class::Clitic) { index - 1 } else { index };
    (owned && has_content || next < sentence.end && passage.reads(next, "that")).then_some((CueForm::Noun, start))
}

/// How often a strong, middle and weak cue is one in annotated news, outside attributed words (90, 58 and 28 %).
const TIERS: [(Class, i32); 3] = [(Class::Strong, 220), (Class::Middle, 32), (Class::Weak, -94)];

/// How likely the tokens are a cue, by the strength of their head and by what stands before and after.
/// The shares behind the shifts were counted on the same news (PolNeAR's training part).
fn log_odds(passage: &Passage, tokens: &Range<usize>, classes: Classes) -> i32 {
    let (_, strength) = TIERS.into_iter().find(|(tier, _)| classes.has(*tier)).unwrap_or(TIERS[1]);
    strength + shift_after(passage, tokens.end) + shift_before(passage, tokens)
}

fn shift_after(passage: &Passage, next: usize) -> i32 {
    match passage.tokens.get(next).map(|token| token.span.of(passage.text)) {
        Some("that") => 130,
        Some("“" | "\"" | "''" | ":") => 100,
        Some("in" | "at" | "by" | "from" | "with") => -40,
        Some(",") => -20,
        Some(_) if passage.is(next, Class::SubjectPronoun) => 60,
        _ => 0,
    }
}

fn shift_before(passage: &Passage, tokens: &Range<usize>) -> i32 {
    let Some(before) = tokens.start.checked_sub(1) else { return 0 };
    let is_past = passage.is(tokens.end - 1, Class::Past);
    let shift = match passage.word(before) {
        "who" | "which" | "that" => -40,
        _ if passage.is(tokens.start, Class::Modal) => -80,
        _ if passage.reads(tokens.start, "to") => -120,
        _ if passage.is_capitalised(before) || passage.is(before, Class::SubjectPronoun) => 80,
        _ => 0,
    };
    shift + if is_past { 50 } else { -20 }
}
