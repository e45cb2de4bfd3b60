//! Finds references that open a sentence and that the tagger passed by: "According to a report in the Herald, the letters
//! appear to show …". They are nothing else, and hold what the rest of the sentence says.

use crate::{
    find::{
        confidence::LOG_ODDS_OF_RULES,
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

fn reference(passage: &Passage, sentence: &Sentence) -> Option<Candidate> {
    let start = sentence.tokens.start;
    let opening = passage.phrase(sentence.tokens.clone(), Classes::of(&[Class::CuePreposition]))?;
    if passage.is_speech(start) || !opening.classes.has(Class::Strong) {
        return None;
    }
    let anchor = Anchor { log_odds: LOG_ODDS_OF_RULES, ..anchor_of(passage, start..start + opening.n_tokens) };
    if anchor.form != CueForm::Preposition {
        return None;
    }
    let source = sources::source_tokens(passage, &anchor, &sentence.tokens)?;
    let reach = sentence.tokens.end.min(source.end + MAX_REST);
    let comma = (source.end..reach).find(|index| passage.reads(*index, ","))?;
    let end = sentence.tokens.end - usize::from(passage.reads(sentence.tokens.end - 1, "."));
    let content = comma + 1..end;
    (!content.is_empty()).then(|| Candidate { source: Some(source.start..comma), anchor, content: vec![content] })
}
