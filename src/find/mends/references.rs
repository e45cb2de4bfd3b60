//! Finds references that open a sentence and that the tagger passed by: "According to a report in the Herald, the letters
//! appear to show …". They are nothing else, and hold what the rest of the sentence says. Of a cue that goes on into its
//! source ("according to figures") the source is made.

use std::ops::Range;

use crate::{
    find::{
        confidence::LOG_ODDS_OF_REFERENCE,
        cues::{Anchor, CueForm, anchor_of},
        passage::Passage,
        rules::Candidate,
        sources,
    },
    lexicon::{Class, Classes},
    text::sentences::Sentence,
};

/// How many words of a source may stand between its noun and the comma ("a report by the office of the mayor").
const MAX_REST: usize = 8;

/// The references that open a sentence and are none of `found`.
pub fn references(passage: &Passage, found: &[Candidate]) -> Vec<Candidate> {
    let is_found = |start: usize| {
        let next = found.partition_point(|candidate| candidate.anchor.tokens.end <= start);
        found.get(next).is_some_and(|candidate| candidate.anchor.tokens.start <= start)
    };
    let open = passage.sentences.iter().filter(|sentence| !is_found(sentence.tokens.start));
    open.filter_map(|sentence| reference(passage, sentence)).collect()
}

/// Ends a reference's cue where its source begins, and its source where it ends: what only tells of the source is no
/// content ("according to figures that the bank gave the council").
pub fn part_reference(passage: &Passage, candidate: &mut Candidate) {
    let cue = candidate.anchor.tokens.clone();
    let Some((anchor, sentence)) = opening(passage, cue.clone()).zip(passage.sentence(cue.start)) else { return };
    if cue.start == sentence.tokens.start {
        candidate.anchor.log_odds = candidate.anchor.log_odds.max(LOG_ODDS_OF_REFERENCE);
    }
    if anchor.tokens.end < cue.end {
        let Some(source) = sources::source_tokens(passage, &anchor, &sentence.tokens) else { return };
        candidate.anchor = Anchor { log_odds: candidate.anchor.log_odds, ..anchor };
        candidate.source = Some(source);
    }
    let Some(source) = &candidate.source else { return };
    if candidate.content.iter().any(|content| content.end <= cue.start) {
        candidate.content.retain(|content| content.start != source.end);
    }
}

/// The cue, if these tokens begin with a reference.
fn opening(passage: &Passage, tokens: Range<usize>) -> Option<Anchor> {
    let start = tokens.start;
    let phrase = passage.phrase(tokens, Classes::of(&[Class::CuePreposition]))?;
    let anchor = || anchor_of(passage, start..start + phrase.n_tokens);
    let is_sure = phrase.classes.has(Class::Strong) && !passage.is_speech(start);
    is_sure.then(anchor).filter(|anchor| anchor.form == CueForm::Preposition)
}

fn reference(passage: &Passage, sentence: &Sentence) -> Option<Candidate> {
    let anchor = Anchor { log_odds: LOG_ODDS_OF_REFERENCE, ..opening(passage, sentence.tokens.clone())? };
    let source = sources::source_tokens(passage, &anchor, &sentence.tokens)?;
    let reach = sentence.tokens.end.min(source.end + MAX_REST);
    let comma = (source.end..reach).find(|index| passage.reads(*index, ","))?;
    let end = sentence.tokens.end - usize::from(passage.reads(sentence.tokens.end - 1, "."));
    let content = comma + 1..end;
    (!content.is_empty()).then(|| Candidate { source: Some(source.start..comma), anchor, content: vec![content] })
}
