//! Finds the words of caution, before it is known whose they are.

use std::ops::Range;

use super::{HedgeCategory, Level, contexts, site::Site};
use crate::{
    find::passage::Passage,
    lexicon::{Class, Classes},
    text::sentences::Sentence,
};

/// Words of caution.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Their tokens, as indices.
    pub tokens: Range<usize>,
    /// What kind of caution they add.
    pub category: HedgeCategory,
    /// How certain the statement still is.
    pub level: Level,
    /// What the lists say of them.
    pub classes: Classes,
}

/// The categories in the order in which a word of several is tried: what is tied to a context before what is not.
const CATEGORIES: [(Class, HedgeCategory); 6] = [
    (Class::Approximator, HedgeCategory::Approximator),
    (Class::Opinion, HedgeCategory::Opinion),
    (Class::Hearsay, HedgeCategory::Hearsay),
    (Class::Appearance, HedgeCategory::Appearance),
    (Class::Possibility, HedgeCategory::Possibility),
    (Class::Conditional, HedgeCategory::Conditional),
];

/// What a word or phrase must be of to be looked at.
const MENTIONED: Classes = Classes::of(&[
    Class::Approximator,
    Class::Opinion,
    Class::Hearsay,
    Class::Appearance,
    Class::Possibility,
    Class::Conditional,
    Class::NoHedge,
]);

/// The words of caution of a passage, in text order; those that stand together are one.
pub fn mentions(passage: &Passage) -> Vec<Mention> {
    let mut mentions = Vec::new();
    for sentence in passage.sentences {
        let mut index = sentence.tokens.start;
        while index < sentence.tokens.end {
            index = match words_at(passage, sentence, index) {
                Words::Hedge(mention) => {
                    let end = mention.tokens.end;
                    add(&mut mentions, mention);
                    end
                }
                Words::Nothing { n_tokens } => index + n_tokens,
            };
        }
    }
    mentions
}

/// What stands at a token.
enum Words {
    Hedge(Mention),
    Nothing { n_tokens: usize },
}

/// The longest phrase that is a hedge here, else the word, if it is one.
fn words_at(passage: &Passage, sentence: &Sentence, index: usize) -> Words {
    let token = &passage.tokens[index];
    if !token.is(Class::StartsPhrase) && !token.classes.meets(MENTIONED) {
        return Words::Nothing { n_tokens: 1 };
    }
    if let Some(phrase) = passage.phrase(index..sentence.tokens.end, MENTIONED) {
        if phrase.classes.has(Class::NoHedge) {
            return Words::Nothing { n_tokens: phrase.n_tokens };
        }
        let tokens = index..index + phrase.n_tokens;
        if let Some(mention) = mention(passage, sentence, tokens, phrase.classes) {
            return Words::Hedge(mention);
        }
    }
    match mention(passage, sentence, index..index + 1, token.classes) {
        Some(mention) => Words::Hedge(mention),
        None => Words::Nothing { n_tokens: 1 },
    }
}

/// Words that a phrase of the lists may end with for the sake of its context, and that are no caution themselves.
const UNMARKED: [&str; 8] = ["to", "of", "in", "on", "at", "by", "whether", "if"];

fn mention(passage: &Passage, sentence: &Sentence, tokens: Range<usize>, classes: Classes) -> Option<Mention> {
    let site = Site { passage, sentence: sentence.tokens.clone(), tokens: tokens.clone(), classes };
    let fits =
        |(class, category): &(Class, HedgeCategory)| classes.has(*class) && contexts::hedges_here(&site, *category);
    let (_, category) = CATEGORIES.into_iter().find(fits)?;
    let category = contexts::category_here(&site, category);
    let is_open = tokens.len() > 1 && UNMARKED.contains(&passage.word(tokens.end - 1));
    let tokens = tokens.start..tokens.end - usize::from(is_open);
    Some(Mention { tokens, category, level: level(classes), classes })
}

/// The level the lists give, the lowest of several.
fn level(classes: Classes) -> Level {
    match () {
        () if classes.has(Class::Low) => Level::Low,
        () if classes.has(Class::Medium) => Level::Medium,
        () => Level::High,
    }
}

/// Adds words of caution, or makes them one with those they stand right after ("might seem"): the category of the
/// first, unless the second is hearsay, and the lower level. Conditionals stay apart, for a reader may hide them, and so
/// does what leaves open a clause of its own ("may suggest that", "unclear whether").
fn add(mentions: &mut Vec<Mention>, mention: Mention) {
    let alone = Classes::of(&[Class::OfEvidence, Class::AfterInquiry]);
    let is_free = |mention: &Mention| mention.category == HedgeCategory::Conditional || mention.classes.meets(alone);
    match mentions.last_mut().filter(|last| last.tokens.end == mention.tokens.start) {
        Some(last) if !is_free(last) && !is_free(&mention) => {
            last.tokens.end = mention.tokens.end;
            last.level = last.level.min(mention.level);
            last.classes |= mention.classes;
            if mention.category == HedgeCategory::Hearsay {
                last.category = mention.category;
            }
        }
        _ => mentions.push(mention),
    }
}
