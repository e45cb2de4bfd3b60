//! Tells whether an adjective or noun of doubt is one where it stands: before the thing or the clause it leaves open.

use super::site::{NO_NOUN, Site};
use crate::{
    find::phrases,
    lexicon::{Class, Classes},
    text::tokens::TokenKind,
};

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
pub fn is_before_noun(site: &Site) -> bool {
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
pub fn is_after_owner(site: &Site) -> bool {
    let owned = site.is(site.before(1), Class::Possessive) || site.is(site.before(1), Class::Clitic);
    let is_one = site.before(1).is_some_and(|before| matches!(site.passage.word(before), "a" | "an" | "A" | "An"));
    (owned || is_one) && is_before_noun(site)
}

/// How far before "the notion" a verb may stand that turns it down.
const MAX_REJECTED: usize = 3;

/// "the hypothesis that", "it is possible that", "it looks like they"; but "assuming you pay" is a condition, and who
/// "rejected the notion that" leaves nothing open.
pub fn is_before_clause(site: &Site) -> bool {
    let next = site.next();
    if site.within(MAX_REJECTED).any(|index| site.passage.is(index, Class::Denial)) {
        return false;
    }
    ["that", ":"].iter().any(|word| site.passage.reads(next, word))
        || site.passage.is(next, Class::SubjectPronoun) && !phrases::is_ing(site.passage, site.tokens.start)
}
