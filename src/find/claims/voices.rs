//! Whose voice each token is in, and whether a sentence in the article's own asserts anything.

use std::ops::Range;

use super::{Holding, holdings::Held};
use crate::{
    article::BlockKind,
    find::{attributions::Attribution, passage::Passage, quantities::quantity_at},
    lexicon::{Class, Classes},
    text::{sentences::Sentence, tokens::TokenKind},
};

/// Whose voice a token is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    /// The article's own.
    Own,
    /// It names a source or is a cue; or it is speech that no attribution was found for.
    Frame,
    /// It is content of this attribution.
    Of(usize),
}

/// The voice of every token.
pub fn voices(passage: &Passage, attributions: &[Attribution]) -> Vec<Voice> {
    let mut voices = vec![Voice::Own; passage.tokens.len()];
    for (index, voice) in voices.iter_mut().enumerate().filter(|(index, _)| passage.is_speech(*index)) {
        *voice = if passage.is_word(index) { Voice::Frame } else { *voice };
    }
    for sentence in passage.sentences {
        frame_cues(passage, sentence, &mut voices);
    }
    for (index, attribution) in attributions.iter().enumerate() {
        let source = attribution.source.map(|source| source.span);
        for span in source.into_iter().chain([attribution.cue.span]) {
            voices[passage.tokens_in(span)].fill(Voice::Frame);
        }
        for span in &attribution.content {
            voices[passage.tokens_in(*span)].fill(Voice::Of(index));
        }
    }
    voices
}

/// "according to" and "said" name a source also where no attribution was made of it: the sentence is not bare.
fn frame_cues(passage: &Passage, sentence: &Sentence, voices: &mut [Voice]) {
    let preposition = Classes::of(&[Class::CuePreposition]);
    for index in sentence.tokens.clone() {
        let token = &passage.tokens[index];
        let says = token.is(Class::Saying) && token.is(Class::Strong) && !token.is(Class::Noun);
        let says = says && !is_thing_or_feat(passage, index);
        let says = says || closes_with_source(passage, sentence, index) || reckons(passage, sentence, index);
        if says || passage.phrase(index..sentence.tokens.end, preposition).is_some() {
            voices[index] = Voice::Frame;
        }
    }
}

/// How many tokens may stand between "put" and its amount ("put the number of homeless people at about").
const MAX_RECKONED: usize = 12;

/// How many words may stand between "at" and its amount ("at no more than 40").
const MAX_ROUNDED: usize = 4;

/// "Aid groups put the toll at 9,000": whoever puts it there is its source. A survey that does is a document anyway.
fn reckons(passage: &Passage, sentence: &Sentence, index: usize) -> bool {
    if !passage.is(index, Class::Reckoning) || index == sentence.tokens.start {
        return false;
    }
    let is_figure = |index: usize| quantity_at(passage, index).is_some_and(|quantity| quantity.is_figure());
    let mut between = index + 1..sentence.tokens.end.min(index + MAX_RECKONED);
    let at = between.find(|index| passage.reads(*index, "at"));
    at.is_some_and(|at| (at + 1..=at + MAX_ROUNDED).any(is_figure))
        && !sentence.tokens.clone().any(|index| passage.is(index, Class::Research))
}

/// How many tokens before a sentence's last verb may stand who does it.
const MAX_CLOSING: usize = 6;

/// ", the Herald found.": who ends a sentence so is its source, whatever the verb of saying or knowing.
fn closes_with_source(passage: &Passage, sentence: &Sentence, index: usize) -> bool {
    let cue = Classes::of(&[Class::Communication, Class::Knowledge]);
    let parts = Classes::of(&[Class::Preposition, Class::Conjunction, Class::RelativePronoun, Class::Be]);
    let is_verb = passage.is(index, Class::Past) || passage.is(index, Class::Present);
    let is_last = index + 2 == sentence.tokens.end && passage.reads(index + 1, ".");
    if !is_last || !is_verb || !passage.tokens[index].classes.meets(cue) {
        return false;
    }
    let from = index.saturating_sub(MAX_CLOSING).max(sentence.tokens.start);
    let comma = (from..index).rev().find(|index| passage.reads(*index, ","));
    comma.is_some_and(|comma| {
        comma + 1 < index && !(comma + 1..index).any(|index| passage.tokens[index].classes.meets(parts))
    })
}

/// "those promises add up", "claiming 41 percent of the vote": a noun, and a verb of having, with which nobody speaks.
fn is_thing_or_feat(passage: &Passage, index: usize) -> bool {
    let owners = Classes::of(&[Class::Determiner, Class::Possessive]);
    let is_number = passage.tokens.get(index + 1).is_some_and(|next| next.kind == TokenKind::Number);
    is_number || index > 0 && passage.tokens[index - 1].classes.meets(owners)
}

/// Whether a sentence is all in the article's own voice.
pub fn is_own(voices: &[Voice]) -> bool {
    voices.iter().all(|voice| *voice == Voice::Own)
}

/// The fewest words and numbers of an assertion, as in "Ruiz lost by 54 points"; fewer are a label ("Turnout: 45 percent").
const MIN_WORDS: usize = 4;

/// Whether a sentence in the article's own voice states anything: no question, row of a table, scene or opinion.
pub fn states(passage: &Passage, sentence: &Sentence, kind: BlockKind) -> bool {
    let tokens = sentence.tokens.clone();
    let is_prose = matches!(kind, BlockKind::Paragraph | BlockKind::ListItem | BlockKind::Quote);
    let is_counted = |index: &usize| passage.is_word(*index) || passage.tokens[*index].kind == TokenKind::Number;
    let n_words = tokens.clone().filter(is_counted).count();
    is_prose
        && n_words >= MIN_WORDS
        && !is_table(passage, &tokens)
        && ends_as_statement(passage, &tokens)
        && !is_headline(passage, sentence)
        && !tokens.into_iter().any(|index| addresses(passage, index) || is_scene(passage, index))
}

/// Whether a statement says that what it holds is so. A figure stands whatever the mood ("will cost $3bn").
pub fn asserts(passage: &Passage, sentence: &Sentence, held: &Held) -> bool {
    let mut clause = clause(passage, &sentence.tokens, held.token);
    held.holding == Holding::Figure || !clause.any(|index| is_unreal(passage, index))
}

/// "lined the quay"; but a lead "stood at 12 points".
fn is_scene(passage: &Passage, index: usize) -> bool {
    passage.is(index, Class::Scene) && !passage.reads(index + 1, "at")
}

/// How far from a token its clause is followed; few clauses are longer, and none may take time without end.
const MAX_CLAUSE: usize = 64;

/// The tokens of the clause of a token, up to commas, "and", "because" and "which".
fn clause(passage: &Passage, sentence: &Range<usize>, token: usize) -> Range<usize> {
    let ends = |index: &usize| {
        let parts = Classes::of(&[Class::Conjunction, Class::Subordinator, Class::RelativePronoun]);
        let token = &passage.tokens[*index];
        token.kind == TokenKind::Mark && !passage.reads(*index, "$") || token.classes.meets(parts)
    };
    let first = sentence.start.max(token.saturating_sub(MAX_CLAUSE));
    let last = sentence.end.min(token + MAX_CLAUSE);
    let start = (first..token).rev().find(ends).unwrap_or(first);
    start..(token + 1..last).find(ends).unwrap_or(last)
}

/// How many tokens a headline has at most that ends with a full stop; an article's first sentence is seldom as short.
const MAX_HEADLINE: usize = 14;

/// A block of one short sentence at the top, or a sentence most of whose longer words, and few of whose words in all
/// are without capitals: "Nega's Coalition for Unity won 137 of the 138 seats" is none.
fn is_headline(passage: &Passage, sentence: &Sentence) -> bool {
    let words = || sentence.tokens.clone().filter(|index| passage.is_word(*index));
    let n_small = words().filter(|index| !passage.is_capitalised(*index)).count();
    let n_long = words().filter(|index| passage.word(*index).len() > 3).count();
    let n_capitalised =
        words().filter(|index| passage.word(*index).len() > 3 && passage.is_capitalised(*index)).count();
    let is_in_capitals = n_capitalised * 4 > n_long * 3 && n_small * 5 < words().count() * 2;
    let block = |index: Option<usize>| index.and_then(|index| passage.sentence(index)).map(|sentence| sentence.block);
    let is_alone = block(sentence.tokens.start.checked_sub(1)) != Some(sentence.block)
        && block(Some(sentence.tokens.end)) != Some(sentence.block);
    let is_first = sentence.block == 0 && block(Some(sentence.tokens.end)).is_some();
    is_first && is_alone && sentence.tokens.len() <= MAX_HEADLINE || is_in_capitals
}

/// How many tokens to a number a sentence has at least; with fewer it is a row of a table.
const MIN_TOKENS_PER_NUMBER: usize = 4;

fn is_table(passage: &Passage, tokens: &Range<usize>) -> bool {
    let n_numbers = tokens.clone().filter(|index| passage.tokens[*index].kind == TokenKind::Number).count();
    n_numbers * MIN_TOKENS_PER_NUMBER > tokens.len()
}

fn ends_as_statement(passage: &Passage, tokens: &Range<usize>) -> bool {
    let closers = ["”", "\"", "’", "'", ")", "''"];
    let last = tokens.clone().rev().find(|index| !closers.contains(&passage.word(*index)));
    last.is_some_and(|last| passage.word(last).ends_with('.'))
}

/// Whether the author speaks as "I", or to the reader: opinion, memory or service.
fn addresses(passage: &Passage, index: usize) -> bool {
    passage.quotation(index).is_none()
        && (passage.reads(index, "I")
            || ["you", "my", "your", "me"].iter().any(|word| {
                passage.reads(index, word) || passage.is_capitalised(index) && is_letters(passage, index, word)
            }))
}

/// Whether a token is this word with a capital; "US" is the country.
fn is_letters(passage: &Passage, index: usize, word: &str) -> bool {
    let letters = passage.word(index);
    letters.eq_ignore_ascii_case(word) && letters[1..] == word[1..]
}

/// Whether the sentence says what ought to be, will be or would be.
fn is_unreal(passage: &Passage, index: usize) -> bool {
    passage.is(index, Class::Normative) || passage.is(index, Class::Modal) || passage.reads(index, "if")
}
