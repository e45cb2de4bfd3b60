//! Tells by what stands around a word whether it is a hedge there. The lists say which context each word needs.

use std::ops::Range;

use super::{HedgeCategory, amounts};
use crate::{
    find::{passage::Passage, phrases},
    lexicon::{Class, Classes},
    text::tokens::{Shape, TokenKind},
};

/// Words in their sentence.
pub struct Site<'a> {
    /// The passage.
    pub passage: &'a Passage<'a>,
    /// The tokens of the sentence.
    pub sentence: Range<usize>,
    /// The tokens of the words.
    pub tokens: Range<usize>,
    /// What the lists say of the words.
    pub classes: Classes,
}

/// A context: what the lists call it, and the test for it.
type Context = (Class, fn(&Site) -> bool);

/// The contexts that a category may ask for. Of those the lists give a word, one is enough; a word with none is a
/// hedge wherever it stands.
fn contexts(category: HedgeCategory) -> &'static [Context] {
    match category {
        HedgeCategory::Possibility => &[
            (Class::BeforeNoun, is_before_noun),
            (Class::BeforeClause, is_before_clause),
            (Class::Passive, is_passive),
            (Class::Predicate, is_predicate),
            (Class::AfterInquiry, is_after_inquiry),
            (Class::OfEvidence, is_of_evidence),
        ],
        HedgeCategory::Appearance => &[
            (Class::OfSeeming, is_of_seeming),
            (Class::OfEvidence, is_of_evidence),
            (Class::BeforeNoun, is_before_noun),
            (Class::BeforeClause, is_before_clause),
        ],
        HedgeCategory::Hearsay => &[
            (Class::Passive, is_passive),
            (Class::BeforeNoun, is_before_noun),
            (Class::AfterOwner, is_after_owner),
            (Class::Predicate, is_predicate),
        ],
        HedgeCategory::Opinion => &[(Class::OfSpeaker, is_of_speaker)],
        HedgeCategory::Approximator => &[(Class::InWords, is_in_words)],
        HedgeCategory::Conditional => &[],
    }
}

/// Whether the words are a hedge of this category where they stand.
pub fn hedges_here(site: &Site, category: HedgeCategory) -> bool {
    let mut asked = contexts(category).iter().filter(|(class, _)| site.classes.has(*class)).peekable();
    let fits = asked.peek().is_none() || asked.any(|(_, fits)| fits(site));
    fits && match category {
        HedgeCategory::Approximator => is_beside_amount(site),
        HedgeCategory::Possibility | HedgeCategory::Conditional => !is_name_or_noun(site) && !compares(site),
        _ => true,
    }
}

/// The category the words have here: a modal of ability or purpose says what would be possible on a condition.
pub fn category_here(site: &Site, category: HedgeCategory) -> HedgeCategory {
    match category {
        HedgeCategory::Possibility if site.classes.has(Class::Ability) && tells_ability(site) => {
            HedgeCategory::Conditional
        }
        category => category,
    }
}

impl Site<'_> {
    /// The token after the words.
    fn next(&self) -> usize {
        self.tokens.end
    }

    /// The token `n_before` before the words, if it stands in the sentence.
    fn before(&self, n_before: usize) -> Option<usize> {
        self.tokens.start.checked_sub(n_before).filter(|index| *index >= self.sentence.start)
    }

    /// The nearest token before the words that is no adverb and no negation.
    fn before_adverbs(&self) -> Option<usize> {
        let from = self.tokens.start.saturating_sub(MAX_ADVERBS).max(self.sentence.start);
        (from..self.tokens.start).rev().find(|index| !is_adverb(self.passage, *index))
    }

    /// The nearest token after the words that is no adverb and no negation.
    fn after_adverbs(&self) -> usize {
        let end = (self.next() + MAX_ADVERBS).min(self.sentence.end);
        (self.next()..end).find(|index| !is_adverb(self.passage, *index)).unwrap_or(end)
    }

    /// Whether somebody speaks or acts earlier in the sentence ("he wrote on Sunday, suggesting").
    fn follows_speaker(&self) -> bool {
        let passage = self.passage;
        let said = Classes::of(&[Class::Saying, Class::Telling]);
        let told = Classes::of(&[Class::Past, Class::Ing]);
        let says = |index: usize| {
            let classes = passage.tokens[index].classes;
            classes.meets(said) && classes.meets(told)
        };
        let mut before = self.sentence.start..self.tokens.start;
        let mut subject = before.clone().take(MAX_OPENING);
        let acts = |index: usize| {
            let is_own = ["we", "i"].iter().any(|word| passage.word(index).eq_ignore_ascii_case(word));
            is_speaker(passage, index) && !is_own || index > self.sentence.start && is_name(passage, index)
        };
        subject.any(acts) || before.any(says)
    }

    fn is(&self, index: Option<usize>, class: Class) -> bool {
        index.is_some_and(|index| self.passage.is(index, class))
    }

    fn meets(&self, index: Option<usize>, classes: Classes) -> bool {
        index.is_some_and(|index| self.passage.tokens[index].classes.meets(classes))
    }
}

/// How many tokens of a sentence may hold its subject's head ("On Monday the mayor").
const MAX_OPENING: usize = 4;

/// How many adverbs may stand between the parts of a verb group ("was not even widely").
const MAX_ADVERBS: usize = 4;

fn is_adverb(passage: &Passage, index: usize) -> bool {
    let adverbs = Classes::of(&[Class::Adverb, Class::Negation]);
    let auxiliary = Classes::of(&[Class::Be, Class::Have, Class::Do, Class::Modal]);
    let token = &passage.tokens[index];
    token.classes.meets(adverbs) && !token.classes.meets(auxiliary) || phrases::is_manner(passage, index)
}

/// Words that follow no adjective of a noun.
const NO_NOUN: Classes = Classes::of(&[
    Class::Preposition,
    Class::Conjunction,
    Class::Subordinator,
    Class::Be,
    Class::Have,
    Class::Do,
    Class::Modal,
    Class::Determiner,
    Class::Possessive,
    Class::RelativePronoun,
    Class::SubjectPronoun,
    Class::ObjectPronoun,
    Class::WhWord,
    Class::Negation,
    Class::Clitic,
]);

/// Words that an adjective of a noun may follow.
const NOUN_MARKERS: Classes = Classes::of(&[
    Class::Determiner,
    Class::Possessive,
    Class::Quantifier,
    Class::Clitic,
    Class::Preposition,
    Class::Conjunction,
    Class::NumberWord,
    Class::Adjective,
]);

/// "an alleged plot", "possible side effects"; not "police reported two cases", "the fastest possible way".
fn is_before_noun(site: &Site) -> bool {
    let passage = site.passage;
    let Some(next) = passage.tokens.get(site.next()).filter(|_| site.next() < site.sentence.end) else { return false };
    let noun = matches!(next.kind, TokenKind::Word | TokenKind::Number) && !next.classes.meets(NO_NOUN);
    if !noun || site.before(1).is_some_and(|before| passage.word(before).ends_with("est")) {
        return false;
    }
    let is_verb = site.classes.has(Class::Past);
    !is_verb || site.meets(site.before(1), NOUN_MARKERS) && !site.is(site.before(1), Class::SubjectPronoun)
}

/// "his reported wealth", "a reported deal"; not "the reported cases", "they reported a loss".
fn is_after_owner(site: &Site) -> bool {
    let owned = site.is(site.before(1), Class::Possessive) || site.is(site.before(1), Class::Clitic);
    let is_one = site.before(1).is_some_and(|before| matches!(site.passage.word(before), "a" | "an" | "A" | "An"));
    (owned || is_one) && is_before_noun(site)
}

/// "the hypothesis that", "it is possible that", "it looks like they".
fn is_before_clause(site: &Site) -> bool {
    let next = site.next();
    ["that", ":"].iter().any(|word| site.passage.reads(next, word)) || site.passage.is(next, Class::SubjectPronoun)
}

/// "is unknown", "remains uncertain"
fn is_predicate(site: &Site) -> bool {
    site.meets(site.before_adverbs(), Classes::of(&[Class::Be, Class::Copula]))
}

/// "is widely believed to", "it was reported that", "a man thought to be"; not "he believed that", "said to him".
fn is_passive(site: &Site) -> bool {
    let next = site.next();
    let is_infinitive = is_infinitive(site.passage, next);
    let before = site.before_adverbs();
    if site.is(before, Class::Be) {
        return is_infinitive || is_impersonal(site, before) && site.passage.reads(next, "that");
    }
    let reduced = site.passage.is(next + 1, Class::Be) || site.passage.is(next + 1, Class::Have);
    let active = Classes::of(&[
        Class::SubjectPronoun,
        Class::RelativePronoun,
        Class::Have,
        Class::Modal,
        Class::Do,
        Class::Conjunction,
    ]);
    is_infinitive
        && reduced
        && before.is_some_and(|before| passage_is_noun(site.passage, before))
        && !site.meets(before, active)
}

/// "it is believed that", "it has been reported that": nobody does it.
fn is_impersonal(site: &Site, be: Option<usize>) -> bool {
    let Some(be) = be else { return false };
    let from = be.saturating_sub(MAX_ADVERBS).max(site.sentence.start);
    (from..be).any(|index| site.passage.word(index).eq_ignore_ascii_case("it"))
}

fn passage_is_noun(passage: &Passage, index: usize) -> bool {
    passage.is_word(index) || passage.reads(index, ",")
}

/// "to" and a verb; not "to the police", "to Ms. Roe".
fn is_infinitive(passage: &Passage, to: usize) -> bool {
    let Some(verb) = passage.tokens.get(to + 1) else { return false };
    let no_verb = Classes::of(&[
        Class::Determiner,
        Class::Possessive,
        Class::Quantifier,
        Class::ObjectPronoun,
        Class::Preposition,
    ]);
    passage.reads(to, "to")
        && verb.kind == TokenKind::Word
        && verb.shape == Shape::Lower
        && !verb.classes.meets(no_verb)
}

/// "appears to", "appeared calm", "it appears they"; not "appeared on stage".
fn is_of_seeming(site: &Site) -> bool {
    let passage = site.passage;
    let after = site.after_adverbs();
    let Some(token) = passage.tokens.get(after).filter(|_| after < site.sentence.end) else { return false };
    if passage.reads(after, "to") {
        return is_infinitive(passage, after) || passage.is(after + 1, Class::ObjectPronoun);
    }
    if passage.reads(after, "that") || token.is(Class::SubjectPronoun) || token.is(Class::Determiner) {
        return site.before(1).is_some_and(|before| passage.word(before).eq_ignore_ascii_case("it"));
    }
    let joins = ["as", "like"].iter().any(|word| passage.reads(after, word));
    let is_adjective = token.kind == TokenKind::Word
        && token.shape == Shape::Lower
        && !token.classes.meets(NO_NOUN)
        && !token.is(Class::TimeWord);
    joins && passage.reads(after + 1, "if") || is_adjective
}

/// People and bodies that speak: what they suggest is attributed to them.
const SPEAKERS: Classes =
    Classes::of(&[Class::Person, Class::Group, Class::Role, Class::Organisation, Class::Title, Class::Outlet]);

/// How far before a verb its subject is looked for.
const MAX_SUBJECT_DISTANCE: usize = 6;

/// "the data suggest", "…, suggesting", "as suggested by the polls"; not "he suggested", "officials indicated that".
fn is_of_evidence(site: &Site) -> bool {
    let passage = site.passage;
    let first = site.tokens.start;
    let Some(last) = site.before_adverbs() else { return false };
    if passage.is(first, Class::Ing) {
        return !is_speaker(passage, last) && !site.follows_speaker();
    }
    let is_participle = passage.is(first, Class::Participle) && site.classes.has(Class::OfEvidence);
    if is_participle && (passage.is(last, Class::Be) || passage.reads(last, "as")) {
        return passage.reads(site.next(), "by")
            && !(site.next()..site.sentence.end).take(4).any(|index| is_speaker(passage, index));
    }
    if passage.is(last, Class::Evidence) {
        return true;
    }
    let from = last.saturating_sub(MAX_SUBJECT_DISTANCE).max(site.sentence.start);
    !passage.is(last, Class::Be)
        && !(from..=last).rev().any(|index| is_speaker(passage, index))
        && !is_name(passage, last)
}

fn is_speaker(passage: &Passage, index: usize) -> bool {
    let token = &passage.tokens[index];
    let is_thing = ["it", "that", "which"].iter().any(|word| passage.word(index).eq_ignore_ascii_case(word));
    token.classes.meets(SPEAKERS) || token.is(Class::SubjectPronoun) && !is_thing || passage.reads(index, "who")
}

/// Whether a word is written like a name and is no word of grammar.
fn is_name(passage: &Passage, index: usize) -> bool {
    let token = &passage.tokens[index];
    token.kind == TokenKind::Word && token.shape == Shape::Capitalised && !token.classes.meets(NO_NOUN)
}

/// "I think", "we would argue", "I do not believe"; not "I firmly believe", "I believe him", "I suggest buying".
fn is_of_speaker(site: &Site) -> bool {
    let passage = site.passage;
    let auxiliary = Classes::of(&[Class::Modal, Class::Do, Class::Have, Class::Be, Class::Clitic]);
    let from = site.tokens.start.saturating_sub(MAX_ADVERBS).max(site.sentence.start);
    let is_within = |index: &usize| is_adverb(passage, *index) || passage.tokens[*index].classes.meets(auxiliary);
    let subject = (from..site.tokens.start).rev().find(|index| !is_within(index));
    let speaks = subject.is_some_and(|index| matches!(passage.word(index), "I" | "i" | "we" | "We"));
    let is_sure = (from..site.tokens.start).any(|index| {
        passage.is(index, Class::Emphatic)
            || ["can", "could", "cannot", "can't", "couldn't"].contains(&passage.word(index))
    });
    let next = site.next();
    let takes_object = passage.is(next, Class::Preposition) || passage.is(next, Class::ObjectPronoun);
    let recommends = site.classes.has(Class::OfEvidence) && passage.is(next, Class::Ing);
    speaks && !is_sure && !takes_object && !recommends
}

/// How many tokens before "whether" a word of inquiry is looked for ("examined in a second study whether").
const MAX_INQUIRY_DISTANCE: usize = 8;

/// "to determine whether", "no word on whether"; not "whether to", "asked whether".
fn is_after_inquiry(site: &Site) -> bool {
    let from = site.tokens.start.saturating_sub(MAX_INQUIRY_DISTANCE).max(site.sentence.start);
    !site.passage.reads(site.next(), "to")
        && (from..site.tokens.start).any(|index| site.passage.is(index, Class::Inquiry))
}

/// "about 40", "some $3 million", "a dozen or so"; not "talked about two", "some people".
fn is_beside_amount(site: &Site) -> bool {
    let passage = site.passage;
    if passage.reads(site.tokens.start, "or") {
        return amounts::ends_amount(passage, site.tokens.start);
    }
    let speaks = Classes::of(&[Class::CueNoun]);
    let is_topic = passage.word(site.tokens.start) == "about" && site.meets(site.before(1), speaks);
    site.next() < site.sentence.end && amounts::is_amount(passage, site.next()) && !is_topic
}

/// How far after an approximator the people are looked for that it counts ("approximately 300 young people").
const MAX_COUNTED_DISTANCE: usize = 4;

/// "approximately two-thirds", "approximately 300 people"; not "approximately 300 sites".
fn is_in_words(site: &Site) -> bool {
    let people = Classes::of(&[Class::Person, Class::Group, Class::Role]);
    let is_figure = site.passage.tokens.get(site.next()).is_some_and(|next| next.kind == TokenKind::Number);
    let end = (site.next() + MAX_COUNTED_DISTANCE).min(site.sentence.end);
    !is_figure || (site.next()..end).any(|index| site.passage.tokens[index].classes.meets(people))
}

/// The month and the surname May, the might of an army.
fn is_name_or_noun(site: &Site) -> bool {
    let passage = site.passage;
    let first = site.tokens.start;
    let is_month = passage.is(first, Class::Month) && passage.is_capitalised(first) && site.tokens.len() == 1;
    let owned = Classes::of(&[Class::Possessive, Class::Determiner, Class::Preposition, Class::Adjective]);
    let is_noun = site.classes.has(Class::Modal)
        && site.meets(site.before(1), owned)
        && !site.is(site.before(1), Class::RelativePronoun)
        && !passage.is_word(site.next());
    is_month || is_noun
}

/// How far the "than" of a comparison may stand from "more likely".
const MAX_COMPARISON: usize = 14;

/// "women are more likely than men to": a rate that is compared, not a doubt.
fn compares(site: &Site) -> bool {
    let passage = site.passage;
    let is_more = site.before(1).is_some_and(|before| ["more", "less", "as"].contains(&passage.word(before)));
    let end = (site.next() + MAX_COMPARISON).min(site.sentence.end);
    is_more && (site.next()..end).any(|index| ["than", "as"].contains(&passage.word(index)))
}

/// How many tokens may stand between "so" and its "could" ("so that the older children could").
const MAX_PURPOSE_DISTANCE: usize = 7;

/// How many tokens may stand between a word of occasion and its "could" ("until the last voter could").
const MAX_SUBJECT: usize = 3;

/// "could not", "could see", "so that they could", "before one could": refusal, ability, purpose.
fn tells_ability(site: &Site) -> bool {
    let passage = site.passage;
    if passage.is(site.next(), Class::Negation) || passage.is(site.next(), Class::Capacity) {
        return true;
    }
    let within =
        |n_tokens: usize| site.tokens.start.saturating_sub(n_tokens).max(site.sentence.start)..site.tokens.start;
    let is_purpose = |index: usize| {
        passage.reads(index, "so") && (passage.reads(index + 1, "that") || passage.is(index + 1, Class::SubjectPronoun))
    };
    within(MAX_PURPOSE_DISTANCE).any(is_purpose) || within(MAX_SUBJECT).any(|index| passage.is(index, Class::Occasion))
}
