//! Tells whether a verb is a hedge where it stands: by its subject, its voice and what it governs.

use super::site::{MAX_ADVERBS, NO_NOUN, Site, is_adverb};
use crate::{
    find::passage::Passage,
    lexicon::{Class, Classes},
    text::tokens::{Shape, TokenKind},
};

/// "is unknown", "remains uncertain"
pub fn is_predicate(site: &Site) -> bool {
    site.meets(site.before_adverbs(), Classes::of(&[Class::Be, Class::Copula]))
}

/// What stands before a verb that is active: its subject, or what it is a part of.
const ACTIVE: Classes =
    Classes::of(&[Class::SubjectPronoun, Class::RelativePronoun, Class::Have, Class::Modal, Class::Do]);

/// How far before "seen as" a word may stand that makes those who see it its subject ("what many voters regarded as").
const MAX_VIEWERS: usize = 4;

/// "is seen as", "the mayor, regarded as the favourite,"; not "what many regarded as", "had seen as".
pub fn is_view(site: &Site) -> bool {
    let passage = site.passage;
    let is_what =
        |index: usize| ["what", "which", "whom"].iter().any(|word| passage.word(index).eq_ignore_ascii_case(word));
    let Some(before) = site.before_adverbs() else { return true };
    is_predicate(site)
        || !site.meets(Some(before), ACTIVE)
            && !site.is(Some(before), Class::Quantifier)
            && !site.within(MAX_VIEWERS).any(is_what)
}

/// "is widely believed to", "it was reported that", "a man thought to be"; not "he believed that", "said to him".
pub fn is_passive(site: &Site) -> bool {
    let next = site.next();
    let is_infinitive = is_infinitive(site.passage, next);
    let before = site.before_adverbs();
    if site.is(before, Class::Be) {
        return is_infinitive || is_impersonal(site, before) && site.passage.reads(next, "that");
    }
    let reduced = site.passage.is(next + 1, Class::Be) || site.passage.is(next + 1, Class::Have);
    is_infinitive
        && reduced
        && before.is_some_and(|before| ends_noun_phrase(site.passage, before))
        && !site.meets(before, ACTIVE)
        && !site.is(before, Class::Conjunction)
}

/// "it is believed that", "it has been reported that": nobody does it.
fn is_impersonal(site: &Site, be: Option<usize>) -> bool {
    let Some(be) = be else { return false };
    let from = be.saturating_sub(MAX_ADVERBS).max(site.sentence.start);
    (from..be).any(|index| site.passage.word(index).eq_ignore_ascii_case("it"))
}

/// Whether a noun phrase may end with this token: with a word, or with a comma after an insertion.
fn ends_noun_phrase(passage: &Passage, index: usize) -> bool {
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

/// How far before "appear" may stand who makes somebody do so ("made the old mayor appear").
const MAX_MADE: usize = 4;

/// "made him appear weak": somebody gives it that look, and nobody commits to less.
fn is_made(site: &Site) -> bool {
    let parts = Classes::of(&[Class::SubjectPronoun, Class::Conjunction, Class::RelativePronoun]);
    let passage = site.passage;
    let mut before = site.within(MAX_MADE).rev();
    let causes =
        before.find(|index| passage.is(*index, Class::Causative) || passage.tokens[*index].classes.meets(parts));
    causes.is_some_and(|index| passage.is(index, Class::Causative) && index + 1 < site.tokens.start)
}

/// "appears to", "appeared calm", "it appears they"; not "appeared on stage", "not wanting to appear weak".
pub fn is_of_seeming(site: &Site) -> bool {
    let passage = site.passage;
    if is_made(site) || site.before_adverbs().is_some_and(|before| passage.reads(before, "to")) {
        return false;
    }
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
pub fn is_of_evidence(site: &Site) -> bool {
    let passage = site.passage;
    let first = site.tokens.start;
    let Some(last) = site.before_adverbs() else { return false };
    if is_nominal(site) || is_purpose(site) {
        return false;
    }
    if passage.is(first, Class::Ing) && is_done_by_somebody(site, last) {
        return false;
    }
    let is_coordinated = passage.reads(last, ",") || passage.is(last, Class::Conjunction);
    if passage.is(first, Class::Ing) || is_coordinated {
        return !passage.is(last, Class::Preposition) && !is_speaker(passage, last) && !follows_speaker(site);
    }
    let is_participle = passage.is(first, Class::Participle) && site.classes.has(Class::OfEvidence);
    if is_participle && (passage.is(last, Class::Be) || passage.reads(last, "as")) {
        return passage.reads(site.next(), "by")
            && !(site.next()..site.sentence.end).take(4).any(|index| is_speaker(passage, index));
    }
    if passage.is(last, Class::Evidence) {
        return true;
    }
    let mut before = site.within(MAX_SUBJECT_DISTANCE);
    let doer = doer(site).unwrap_or(last);
    !passage.is(last, Class::Be) && !before.any(|index| is_speaker(passage, index)) && !is_name(passage, doer)
}

/// Who does it, before the words of its tense: "Carter" in "Carter has suggested"; not in "work on Carter has suggested".
fn doer(site: &Site) -> Option<usize> {
    let is_tense = |index: &usize| is_adverb(site.passage, *index) || site.passage.is(*index, Class::Have);
    let is_within = |index: &usize| site.passage.is(*index, Class::Preposition);
    let doer = site.within(MAX_SUBJECT_DISTANCE).rev().find(|index| !is_tense(index))?;
    let hangs = (doer.saturating_sub(2)..doer).any(|index| is_within(&index));
    (!hangs).then_some(doer)
}

/// "he is suggesting that", "when suggesting that": somebody does it; but "the data are suggesting".
fn is_done_by_somebody(site: &Site, last: usize) -> bool {
    let is_progressive = site.passage.is(last, Class::Be) && last > site.sentence.start;
    is_progressive && is_speaker(site.passage, last - 1) || site.passage.is(last, Class::WhWord)
}

/// "a hint at", "the suggested price": no verb at all.
fn is_nominal(site: &Site) -> bool {
    site.before(1).is_some_and(|before| {
        ["a", "an", "the"].iter().any(|word| site.passage.word(before).eq_ignore_ascii_case(word))
    })
}

/// "a code to indicate that", "meant to imply": what it is for; but "seems to suggest", "evidence to suggest".
fn is_purpose(site: &Site) -> bool {
    let shows = Classes::of(&[Class::Evidence, Class::Appearance, Class::Possibility, Class::Modal, Class::Have]);
    site.before(1).is_some_and(|before| site.passage.reads(before, "to")) && !site.meets(site.before(2), shows)
}

/// How many tokens of a sentence may hold its subject's head ("On Monday the mayor").
const MAX_OPENING: usize = 4;

/// How far before "suggesting" somebody may speak for it to be his.
const MAX_SAYING_DISTANCE: usize = 40;

/// Whether somebody speaks or acts earlier in the sentence ("he wrote on Sunday, suggesting").
fn follows_speaker(site: &Site) -> bool {
    let passage = site.passage;
    let said = Classes::of(&[Class::Saying, Class::Telling]);
    let told = Classes::of(&[Class::Past, Class::Ing]);
    let says = |index: usize| {
        let classes = passage.tokens[index].classes;
        classes.meets(said) && classes.meets(told)
    };
    let acts = |index: usize| {
        let is_own = ["we", "i"].iter().any(|word| passage.word(index).eq_ignore_ascii_case(word));
        is_speaker(passage, index) && !is_own || index > site.sentence.start && is_name(passage, index)
    };
    let opening = site.sentence.start..site.tokens.start.min(site.sentence.start + MAX_OPENING);
    opening.into_iter().any(acts) || site.within(MAX_SAYING_DISTANCE).any(says)
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

/// "I think", "we would argue", "I do not believe"; not "I firmly believe", "I believe him", "I believe
/// it.", "what did I think", "I suggest buying".
pub fn is_of_speaker(site: &Site) -> bool {
    let passage = site.passage;
    let auxiliary = Classes::of(&[Class::Modal, Class::Do, Class::Have, Class::Be, Class::Clitic]);
    let is_within = |index: &usize| is_adverb(passage, *index) || passage.tokens[*index].classes.meets(auxiliary);
    let subject = site.within(MAX_ADVERBS).rev().find(|index| !is_within(index));
    let speaks = subject.is_some_and(|index| {
        let asks = index > site.sentence.start && passage.is(index - 1, Class::Do);
        matches!(passage.word(index), "I" | "i" | "we" | "We") && !asks
    });
    let is_sure = site.within(MAX_ADVERBS).any(|index| {
        let is_able = |able: &&str| passage.word(index).eq_ignore_ascii_case(able);
        passage.is(index, Class::Emphatic) || ["can", "could", "cannot", "can't", "couldn't"].iter().any(is_able)
    });
    let next = site.next();
    let is_it = passage.reads(next, "it") && !passage.is_word(next + 1);
    // "I thought, 'well": a thought that is told.
    let is_told = passage.reads(next, ",") && passage.quotation(next + 1) != passage.quotation(next);
    let takes_object =
        is_told || is_it || passage.is(next, Class::Preposition) || passage.is(next, Class::ObjectPronoun);
    let recommends = site.classes.has(Class::OfEvidence) && passage.is(next, Class::Ing);
    speaks && !is_sure && !takes_object && !recommends
}
