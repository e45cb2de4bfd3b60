//! Tells by what stands around a word whether it is a hedge there. The lists say which context each word needs.

use super::{
    HedgeCategory, amounts,
    modals::{compares, is_name_or_noun, tells_ability},
    nouns::{is_after_owner, is_before_clause, is_before_noun},
    site::Site,
    verbs::{is_of_evidence, is_of_seeming, is_of_speaker, is_passive, is_predicate, is_view},
};
use crate::{
    lexicon::{Class, Classes},
    text::tokens::TokenKind,
};

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
            (Class::Predicate, is_view),
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

/// How many tokens before "whether" a word of inquiry is looked for ("examined in a second study whether").
const MAX_INQUIRY_DISTANCE: usize = 8;

/// "to determine whether", "no word on whether"; not "whether to", "asked whether".
fn is_after_inquiry(site: &Site) -> bool {
    !site.passage.reads(site.next(), "to")
        && site.within(MAX_INQUIRY_DISTANCE).any(|index| site.passage.is(index, Class::Inquiry))
}

/// "about 40", "some $3 million", "a dozen or so"; not "talked about two", "some people", "for about $30,000".
fn is_beside_amount(site: &Site) -> bool {
    let passage = site.passage;
    if passage.reads(site.tokens.start, "or") {
        return amounts::ends_amount(passage, site.tokens.start);
    }
    let is_topic = passage.reads(site.tokens.start, "about") && site.is(site.before(1), Class::CueNoun);
    let is_sale = site.before(1).is_some_and(|before| matches!(passage.word(before), "for" | "at"));
    let is_priced = is_sale || site.is(site.before(1), Class::Measured);
    let is_cost = site.is(site.before(1), Class::Priced);
    // "nearly doubled": how often is an amount too; but "almost doubled down".
    let is_multiple = passage.is(site.next(), Class::Multiple) && !passage.reads(site.next() + 1, "down");
    site.next() < site.sentence.end
        && (is_multiple || amounts::is_amount(passage, site.next()))
        && !is_topic
        && !(is_priced && amounts::is_price(passage, site.next()))
        && !(is_cost && amounts::is_cost(passage, site.next()))
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
