//! Tells what only looks like an attribution: turns of speech, cues in another sense, notices about the article.

use std::ops::Range;

use super::{anonymity, cues::CueType, heads, passage::Passage, phrases, rules::Candidate};
use crate::{
    lexicon::{Class, Classes},
    text::tokens::TokenKind,
};

/// Whether nothing is said where this was found.
pub fn says_nothing(passage: &Passage, candidate: &Candidate) -> bool {
    is_turn_of_speech(passage, candidate)
        || is_of_things(passage, candidate)
        || is_demonstrative(passage, candidate)
        || is_of_article(passage, candidate)
        || is_of_looks(passage, candidate)
        || is_asked(passage, candidate)
        || is_interviewers(passage, candidate)
        || is_of_anonymity(passage, candidate)
        || is_of_nobody(passage, candidate)
}

/// How many tokens before its cue a turn of speech may begin ("needless to say").
const MAX_TURN: usize = 4;

/// Whether the cue belongs to a phrase in which nothing is said: "needless to say".
fn is_turn_of_speech(passage: &Passage, candidate: &Candidate) -> bool {
    let cue = &candidate.anchor.tokens;
    let turn = Classes::of(&[Class::TurnOfSpeech]);
    let covers = |start: usize| {
        let end = passage.tokens.len().min(start + 2 * MAX_TURN);
        let phrase = passage.phrase(start..end, turn);
        phrase.is_some_and(|phrase| start + phrase.n_tokens > cue.start)
    };
    (cue.start.saturating_sub(MAX_TURN)..cue.end).any(covers)
}

/// Whether what would be content shows that the cue has another sense: "claimed three lives", "found her keys". Of "said the
/// keys were gone" a clause is the content.
fn is_of_things(passage: &Passage, candidate: &Candidate) -> bool {
    let follows = |content: &&Range<usize>| content.start == candidate.anchor.tokens.end;
    let Some(content) = candidate.content.iter().find(follows) else { return false };
    let Some(object) = phrases::noun_phrase_after(passage, content.start, content.end) else { return false };
    let verbs = Classes::of(&[Class::Be, Class::Have, Class::Do, Class::Modal, Class::Verb]);
    let is_clause = object.end < content.end && passage.tokens[object.end].classes.meets(verbs);
    // "a card for a late tackle": its head, not what it is for.
    let is_head = |index: &usize| index + 1 == object.end || passage.is(index + 1, Class::Preposition);
    !is_clause && object.clone().find(is_head).is_some_and(|head| passage.is(head, Class::Unsaid))
}

/// How many tokens "that" and what it points at have at most.
const MAX_POINTED: usize = 3;

/// "She has read that meter", "… that pole every morning for ten years": the word points at a thing, no clause follows it. It
/// points at one: "said that rents rose" is a clause, and so is "said that demand rose", with a verb at its end.
fn is_demonstrative(passage: &Passage, candidate: &Candidate) -> bool {
    let [content] = &candidate.content[..] else { return false };
    let takes_clause = Classes::of(&[Class::Saying, Class::Knowledge]);
    let is_that = content.len() > 1
        && passage.reads(content.start, "that")
        && candidate.anchor.classes.meets(takes_clause)
        && content.start == candidate.anchor.tokens.end;
    let is_end = |end: usize| end == content.end || (end..content.end).all(|index| is_of_time(passage, index));
    let is_one = |object: &Range<usize>| {
        let last = object.end - 1;
        let is_past = passage.tokens[last].classes.meets(Classes::of(&[Class::Past, Class::Trend]));
        let ends = |ending: &str| passage.word(last).ends_with(ending);
        let is_verb = (is_past || ends("ed") && !ends("eed")) && !passage.is(last - 1, Class::Adjective);
        // "That rents" is no thing, unless it is "that news report".
        let are_many = object.clone().rev().skip(1).any(|index| heads::is_plural(passage, index));
        object.len() < 2 || !(is_verb || are_many && !passage.is(last, Class::Noun))
    };
    let is_thing = |object: Range<usize>| {
        object.end - content.start <= MAX_POINTED
            && is_end(object.end)
            && passage.is_word(object.end - 1)
            && is_one(&object)
    };
    is_that
        && phrases::noun_phrase_after(passage, content.start + 1, content.end).is_some_and(is_thing)
        && content.clone().skip(1).all(|index| !passage.is_capitalised(index))
}

/// Whether a token can stand among words that only say when or how long.
fn is_of_time(passage: &Passage, index: usize) -> bool {
    let time = Classes::of(&[
        Class::TimeWord,
        Class::Period,
        Class::Weekday,
        Class::Month,
        Class::NumberWord,
        Class::Preposition,
        Class::Determiner,
        Class::Quantifier,
    ]);
    passage.tokens[index].classes.meets(time)
}

/// "This article was updated to add the inspector's comments", "Editor's note: …": what an editor adds, nobody says.
fn is_of_article(passage: &Passage, candidate: &Candidate) -> bool {
    let cue = candidate.anchor.tokens.start;
    let Some(sentence) = passage.sentence(cue) else { return false };
    let heading = passage.phrase(sentence.tokens.clone(), Classes::of(&[Class::Update]));
    if heading.is_some_and(|heading| cue <= sentence.tokens.start + heading.n_tokens) {
        return true;
    }
    let near = cue.saturating_sub(MAX_NOTICE).max(sentence.tokens.start)..candidate.anchor.tokens.end;
    let has = |class: Class| near.clone().any(|index| passage.is(index, class));
    let is_aim = near.end > near.start + 1 && passage.reads(near.end - 2, "to");
    is_aim && has(Class::Update) && has(Class::Document)
}

/// "The crane appears older than its papers": how it looks, to nobody named; the hedge says so.
fn is_of_looks(passage: &Passage, candidate: &Candidate) -> bool {
    let cue = &candidate.anchor.tokens;
    let looks = Classes::of(&[Class::OfSeeming, Class::Appearance]);
    candidate.source.is_none()
        && cue.clone().all(|index| passage.tokens[index].classes.meets(looks))
        && !passage.is(cue.start, Class::OfEvidence)
}

/// "Who signed is a question for the mayor", "Who knew?": whoever "who" is at the start of a sentence, nobody knows.
fn is_asked(passage: &Passage, candidate: &Candidate) -> bool {
    let Some(source) = candidate.source.as_ref().filter(|source| source.len() == 1) else { return false };
    let opens = passage.sentence(source.start).is_some_and(|sentence| sentence.tokens.start == source.start);
    opens && passage.tokens[source.start].classes.meets(Classes::of(&[Class::WhWord, Class::RelativePronoun]))
}

/// "Q: Who pays?": what the letter of an interview asks is the article's own question.
fn is_interviewers(passage: &Passage, candidate: &Candidate) -> bool {
    let Some(letter) = candidate.source.as_ref().filter(|source| source.len() == 1) else { return false };
    let is_letter = passage.tokens[letter.start].span.len() == 1 && passage.reads(letter.end, ":");
    let last = candidate.content.last().map_or(0, |content| content.end);
    let asks = |index: usize| passage.reads(index, "?");
    is_letter && candidate.anchor.tokens.start == letter.end && (asks(last.saturating_sub(1)) || asks(last))
}

/// "A clerk, who asked not to be named because she feared for her job, said", "who did not want to give her name": to ask for
/// that is no statement; it is told of the source, with its reason.
fn is_of_anonymity(passage: &Passage, candidate: &Candidate) -> bool {
    let cue = &candidate.anchor.tokens;
    let is_who = |source: &Range<usize>| source.len() == 1 && passage.is(source.start, Class::RelativePronoun);
    let Some(content) = candidate.content.iter().find(|content| content.start == cue.end) else { return false };
    let is_asked = passage.is(cue.end - 1, Class::Refusing) && anonymity::refusal_in(passage, content).is_some();
    candidate.source.as_ref().is_some_and(is_who)
        && (is_asked || cue.clone().any(|index| anonymity::is_key(passage, index)))
}

/// "Nobody said the bridge was safe", "None of them said", "No witness told the inquiry": nobody says it, and it is no statement.
/// "No Labels said" and "neither Roe nor Ruiz said" name somebody; what nobody knows or does is another matter.
fn is_of_nobody(passage: &Passage, candidate: &Candidate) -> bool {
    let Some(source) = candidate.source.as_ref().filter(|source| source.end <= candidate.anchor.tokens.start) else {
        return false;
    };
    let people = Classes::of(&[Class::Crowd, Class::Group]);
    let next = source.start + 1;
    let is_name = next < source.end && passage.is_capitalised(next) && !passage.tokens[next].classes.meets(people);
    // "No. 10", "no fewer than 40 residents", "none other than the minister", "no one but the clerk" are somebody.
    let number = next + usize::from(passage.reads(next, "."));
    let is_exception = |index: usize| ["than", "but", "except"].iter().any(|word| passage.reads(index, word));
    let counts =
        number < source.end && passage.tokens[number].kind == TokenKind::Number || source.clone().any(is_exception);
    candidate.anchor.classes.has(Class::Saying)
        && candidate.anchor.cue_type == CueType::Communication
        && passage.is(source.start, Class::Nobody)
        && !is_name
        && !counts
        && !source.clone().any(|index| passage.is(index, Class::Conjunction))
}

/// How many tokens before its cue a notice names the article and its update.
const MAX_NOTICE: usize = 12;
