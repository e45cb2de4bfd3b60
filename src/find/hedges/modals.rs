//! Tells what a modal or "likely" says where it stands: a doubt, an ability, a name, a rate.

use super::site::Site;
use crate::lexicon::{Class, Classes};

/// The month and the surname May, the might of an army.
pub fn is_name_or_noun(site: &Site) -> bool {
    let passage = site.passage;
    let first = site.tokens.start;
    let is_month = passage.is(first, Class::Month) && passage.is_capitalised(first) && site.tokens.len() == 1;
    let owned = Classes::of(&[Class::Possessive, Class::Determiner, Class::Preposition, Class::Adjective]);
    let is_noun = site.classes.has(Class::Modal)
        && site.meets(site.before(1), owned)
        && !site.is(site.before(1), Class::RelativePronoun)
        && (!passage.is_word(site.next()) || passage.reads(site.next(), "of"));
    is_month || is_noun
}

/// How far the "than" of a comparison may stand from "more likely".
const MAX_COMPARISON: usize = 12;

/// How far the second "as" of "as likely as" may stand from it.
const MAX_AS: usize = 3;

/// "women are more likely than men to", "four times more likely to": a rate that is compared, not a doubt.
pub fn compares(site: &Site) -> bool {
    let passage = site.passage;
    let is_more = site.before(1).is_some_and(|before| ["more", "less", "as"].contains(&passage.word(before)));
    let end = (site.next() + MAX_COMPARISON).min(site.sentence.end);
    // "More likely to stay than to leave" weighs two chances of one.
    let is_than = |index: usize| {
        let of_another = passage.reads(index, "than") && !passage.reads(index + 1, "to");
        of_another || passage.reads(index, "as") && index < site.next() + MAX_AS
    };
    let mut within = (site.next()..end).take_while(|index| ![",", ";"].contains(&passage.word(*index)));
    let is_multiplied = site.before(2).is_some_and(|before| ["times", "twice"].contains(&passage.word(before)));
    is_more && (is_multiplied || within.any(is_than))
}

/// How many tokens may stand between "so" and its "could" ("so that the older children could").
const MAX_PURPOSE_DISTANCE: usize = 7;

/// How many tokens may stand between a word of occasion and its "could" ("until the last voter could").
const MAX_SUBJECT: usize = 4;

/// "could not", "could see", "so that they could", "before one could": refusal, ability, purpose.
pub fn tells_ability(site: &Site) -> bool {
    let passage = site.passage;
    if passage.is(site.next(), Class::Negation) || passage.is(site.next(), Class::Capacity) {
        return true;
    }
    let is_purpose = |index: usize| {
        passage.reads(index, "so") && (passage.reads(index + 1, "that") || passage.is(index + 1, Class::SubjectPronoun))
    };
    site.within(MAX_PURPOSE_DISTANCE).any(is_purpose)
        || site.within(MAX_SUBJECT).any(|index| passage.is(index, Class::Occasion))
}
