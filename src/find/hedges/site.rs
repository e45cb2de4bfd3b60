//! Words in their sentence, and what stands around them.

use std::ops::Range;

use crate::{
    find::{passage::Passage, phrases},
    lexicon::{Class, Classes},
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

impl Site<'_> {
    /// The token after the words.
    pub fn next(&self) -> usize {
        self.tokens.end
    }

    /// The token `n_before` before the words, if it stands in the sentence.
    pub fn before(&self, n_before: usize) -> Option<usize> {
        self.tokens.start.checked_sub(n_before).filter(|index| *index >= self.sentence.start)
    }

    /// At most `n_tokens` tokens of the sentence that end before the words.
    pub fn within(&self, n_tokens: usize) -> Range<usize> {
        self.tokens.start.saturating_sub(n_tokens).max(self.sentence.start)..self.tokens.start
    }

    /// The nearest token before the words that is no adverb and no negation.
    pub fn before_adverbs(&self) -> Option<usize> {
        self.within(MAX_ADVERBS).rev().find(|index| !is_adverb(self.passage, *index))
    }

    /// The nearest token after the words that is no adverb and no negation.
    pub fn after_adverbs(&self) -> usize {
        let end = (self.next() + MAX_ADVERBS).min(self.sentence.end);
        (self.next()..end).find(|index| !is_adverb(self.passage, *index)).unwrap_or(end)
    }

    /// Whether there is such a token and it is of `class`.
    pub fn is(&self, index: Option<usize>, class: Class) -> bool {
        index.is_some_and(|index| self.passage.is(index, class))
    }

    /// Whether there is such a token and it is of one of `classes`.
    pub fn meets(&self, index: Option<usize>, classes: Classes) -> bool {
        index.is_some_and(|index| self.passage.tokens[index].classes.meets(classes))
    }
}

/// How many adverbs may stand between the parts of a verb group ("was not even widely").
pub const MAX_ADVERBS: usize = 4;

/// Whether a token is an adverb or a negation that may stand within a verb group.
pub fn is_adverb(passage: &Passage, index: usize) -> bool {
    let adverbs = Classes::of(&[Class::Adverb, Class::Negation]);
    let auxiliary = Classes::of(&[Class::Be, Class::Have, Class::Do, Class::Modal]);
    let token = &passage.tokens[index];
    token.classes.meets(adverbs) && !token.classes.meets(auxiliary) || phrases::is_manner(passage, index)
}

/// Words that follow no adjective of a noun.
pub const NO_NOUN: Classes = Classes::of(&[
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
