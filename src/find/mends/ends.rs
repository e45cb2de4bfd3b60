//! Ends cues before what is counted and content before what is the article's.

use crate::{
    find::{passage::Passage, rules::Candidate},
    lexicon::{Class, Classes},
    text::tokens::TokenKind,
};

/// What begins a number in words: "forty", "a dozen".
const NUMBERS: Classes = Classes::of(&[Class::NumberWord, Class::Indefinite]);

/// "Officials believe up to 40 people died": how many is said, and "up" is no part of the verb.
pub fn end_cue(passage: &Passage, candidate: &mut Candidate) {
    let cue = candidate.anchor.tokens.clone();
    let is_number =
        |index: usize| passage.tokens[index].kind == TokenKind::Number || passage.tokens[index].classes.meets(NUMBERS);
    let follows = candidate.content.iter_mut().find(|content| content.start == cue.end && content.len() > 1);
    let Some(content) = follows.filter(|_| cue.len() > 1 && passage.reads(cue.end - 1, "up")) else { return };
    if passage.reads(content.start, "to") && is_number(content.start + 1) {
        candidate.anchor.tokens.end -= 1;
        content.start -= 1;
    }
}

/// What can be said in one word.
const ANSWERS: [&str; 9] = ["that", "so", "it", "this", "yes", "no", "nothing", "little", "otherwise"];

/// "If he said that, he lied": one word is said under a condition, and what follows is the article's. "As he said himself, …"
/// is no condition.
pub fn end_condition(passage: &Passage, candidate: &mut Candidate) {
    let cue = candidate.anchor.tokens.clone();
    let source = candidate.source.as_ref().filter(|source| source.end == cue.start);
    let before = source.and_then(|source| source.start.checked_sub(1));
    let is_condition =
        before.is_some_and(|index| passage.is(index, Class::Subordinator) && !passage.reads(index, "as"));
    let [content] = &mut candidate.content[..] else { return };
    // "Although she said that, because of the strike, trains were late": what follows goes on with the clause.
    let subject = Classes::of(&[Class::SubjectPronoun, Class::Possessive, Class::Determiner]);
    let is_answer = content.start == cue.end
        && content.len() > 2
        && ANSWERS.iter().any(|word| passage.reads(content.start, word))
        && passage.reads(content.start + 1, ",")
        && (!passage.reads(content.start, "that") || passage.tokens[content.start + 2].classes.meets(subject));
    if is_condition && is_answer {
        content.end = content.start + 1;
    }
}
