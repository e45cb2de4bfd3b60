//! Finds speech in headlines: "Austin: war could spread", "War could spread, officials warn".

use std::ops::Range;

use super::{
    cues::{Anchor, CueForm, CueType, anchor_of},
    hashed::HashedSet,
    passage::Passage,
    phrases,
    rules::Candidate,
};
use crate::{
    lexicon::{Class, Classes},
    text::tokens::TokenKind,
};

/// How many tokens the speaker of a headline may have ("Health secretary Ana Ruiz").
const MAX_SPEAKER: usize = 5;

/// The fewest words of what a headline's speaker says; fewer are a rubric ("Sport: results").
const MIN_SAID: usize = 3;

/// The attributions of headlines that name a speaker, a colon and what the speaker says; or end with who says it.
pub fn headlines(passage: &Passage) -> Vec<Candidate> {
    let mut speakers = None;
    let mut found = Vec::new();
    for pair in passage.sentences.chunk_by(|a, b| a.block == b.block) {
        let [sentence] = pair else { continue };
        let Some(colon) = colon(passage, &sentence.tokens) else {
            found.extend(closing(passage, &sentence.tokens));
            continue;
        };
        let speakers = speakers.get_or_insert_with(|| names_beside_cues(passage));
        let source = sentence.tokens.start..colon;
        if speaks(passage, source.clone(), speakers) {
            found.push(spoken(source, colon, colon + 1..sentence.tokens.end));
        }
    }
    found
}

/// The fewest words before a headline's closing words ("Bridge unsafe, inspectors warn").
const MIN_CLOSED: usize = 2;

/// How sure a headline's closing words are: they are nothing else.
const LOG_ODDS_OF_CLOSING: i32 = 300;

/// "…, officials warn", "…, says report": the last comma of a line without a full stop, and who says what stands before it.
fn closing(passage: &Passage, tokens: &Range<usize>) -> Option<Candidate> {
    let reach = tokens.end.saturating_sub(MAX_SPEAKER + 2).max(tokens.start + MIN_CLOSED);
    let comma = (reach..tokens.end).rev().find(|index| passage.reads(*index, ","))?;
    let is_plain = |index: usize| passage.is_word(index) && passage.quotation(index).is_none();
    if comma + 2 >= tokens.end || !(comma + 1..tokens.end).all(is_plain) {
        return None;
    }
    let says = |index: usize| {
        let token = &passage.tokens[index];
        token.is(Class::Saying) && token.classes.meets(Classes::of(&[Class::Present, Class::Base]))
    };
    let cue = [tokens.end - 1, comma + 1].into_iter().find(|index| says(*index))?;
    let source = if cue == comma + 1 { cue + 1..tokens.end } else { comma + 1..cue };
    let is_somebody = phrases::noun_phrase_after(passage, source.start, source.end)? == source;
    let anchor = Anchor { log_odds: LOG_ODDS_OF_CLOSING, ..anchor_of(passage, cue..cue + 1) };
    let content = tokens.start..comma;
    let anchor = Anchor { form: CueForm::Active, ..anchor };
    is_somebody.then(|| Candidate { source: Some(source), anchor, content: vec![content] })
}

/// The colon of a line without a full stop that has few words before it and some after.
fn colon(passage: &Passage, tokens: &Range<usize>) -> Option<usize> {
    let reach = tokens.end.min(tokens.start + MAX_SPEAKER + 1);
    let colon = (tokens.start + 1..reach).find(|index| passage.reads(*index, ":"))?;
    let is_title = (tokens.start..colon).all(|index| passage.is_word(index) && passage.quotation(index).is_none());
    let says = |index: usize| passage.is_word(index) || passage.tokens[index].kind == TokenKind::Mark;
    let is_line = (colon..tokens.end).all(says) && passage.is_word(tokens.end - 1) && tokens.end - colon > MIN_SAID;
    (is_title && is_line && passage.quotation(colon + 1).is_none()).then_some(colon)
}

/// Whether the words before a headline's colon are somebody: by a role, or by a name that speaks elsewhere in the
/// article. A place or topic ("Brexit: what happens next") is neither.
fn speaks(passage: &Passage, source: Range<usize>, speakers: &HashedSet) -> bool {
    let last = &passage.tokens[source.end - 1];
    let roles = Classes::of(&[Class::Role, Class::Organisation]);
    passage.is_capitalised(source.start) && (last.classes.meets(roles) || speakers.contains(&last.hash))
}

/// The names right before and after verbs of saying.
fn names_beside_cues(passage: &Passage) -> HashedSet {
    let is_cue = |index: usize| passage.is(index, Class::Saying) && passage.is(index, Class::Strong);
    let names = (0..passage.tokens.len()).filter(|index| passage.is_capitalised(*index));
    names.filter(|name| is_cue(name + 1)).map(|name| passage.tokens[name].hash).collect()
}

/// What a speaker says after a colon that is its only cue.
pub fn spoken(source: Range<usize>, colon: usize, content: Range<usize>) -> Candidate {
    let anchor = Anchor {
        tokens: colon..colon + 1,
        head: colon,
        form: CueForm::Active,
        cue_type: CueType::Communication,
        classes: Classes::default(),
        log_odds: 0,
    };
    Candidate { source: Some(source), anchor, content: vec![content] }
}
