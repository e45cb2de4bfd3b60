//! Finds contents: what is attributed.
//!
//! Where indirect content ends was counted on annotated news (PolNeAR's training part): after "said" and its kin it
//! nearly always runs to the end of the sentence; after other cues it ends at most commas that open a new clause.

use std::ops::Range;

use super::{
    cues::{Anchor, CueForm},
    passage::Passage,
    phrases,
};
use crate::lexicon::{Class, Classes};

/// The content after a cue (and after its source, if that follows the cue): from its first token to its last.
pub fn content_after(
    passage: &Passage,
    anchor: &Anchor,
    after: usize,
    sentence: &Range<usize>,
) -> Option<Range<usize>> {
    let start = content_start(passage, anchor, after, sentence.end);
    let end = content_end(passage, anchor, start, sentence.end);
    let end = (start..end).rev().find(|index| !ends_nothing(passage, *index)).map(|last| last + 1)?;
    (end > start).then_some(start..end)
}

/// Whether content does not end with this mark.
fn ends_nothing(passage: &Passage, index: usize) -> bool {
    let is_mark = matches!(passage.word(index), "." | "," | ";" | ":" | "—" | "–" | "--" | "-");
    is_mark && passage.quotation(index).is_none()
}

/// The first token of what is said: after the person told, a comma or a colon.
fn content_start(passage: &Passage, anchor: &Anchor, after: usize, end: usize) -> usize {
    let mut start = after;
    if anchor.classes.has(Class::Telling)
        && let Some(told) = person_told(passage, start, end)
    {
        start = told;
    }
    while start < end && matches!(passage.word(start), "," | ":" | "—" | "–" | "--") {
        start += 1;
    }
    start
}

/// The token after the person told, where "that", "to" or a quotation follows: "told reporters that …".
fn person_told(passage: &Passage, start: usize, end: usize) -> Option<usize> {
    let told = if passage.is(start, Class::ObjectPronoun) {
        start + 1
    } else {
        phrases::noun_phrase_after(passage, start, end)?.end
    };
    let opens = ["that", "to", ",", ":"].iter().any(|word| passage.reads(told, word));
    (told < end && (opens || passage.is_speech(told))).then_some(told)
}

/// The token after the last of the content that begins at `start`.
fn content_end(passage: &Passage, anchor: &Anchor, start: usize, sentence_end: usize) -> usize {
    let runs_on =
        anchor.classes.has(Class::Saying) && anchor.form != CueForm::Noun || anchor.form == CueForm::Preposition;
    let mut index = start;
    while index < sentence_end {
        if let Some(quotation) = passage.quotation(index) {
            index = quotation.tokens.end;
            continue;
        }
        if index > start && !runs_on && opens_clause(passage, index, sentence_end) {
            return index;
        }
        index += 1;
    }
    index
}

/// Whether the article goes on with something of its own here.
fn opens_clause(passage: &Passage, index: usize, end: usize) -> bool {
    let clause = Classes::of(&[
        Class::RelativePronoun,
        Class::Subordinator,
        Class::Conjunction,
        Class::SubjectPronoun,
        Class::Determiner,
        Class::Ing,
    ]);
    match passage.word(index) {
        "," => {
            index + 1 < end && (passage.tokens[index + 1].classes.meets(clause) || phrases::is_ing(passage, index + 1))
        }
        ";" | ":" | "—" | "–" | "--" | "(" => true,
        "and" | "but" => index + 1 < end && phrases::is_finite_verb(passage, index + 1),
        _ => false,
    }
}

/// What stands before the source and cue at the end of a sentence ("…," she said.): the quotation, or the words
/// from the sentence's start on.
pub fn content_before(passage: &Passage, unit: &Range<usize>, sentence: &Range<usize>) -> Option<Range<usize>> {
    let last = unit.start.checked_sub(1).filter(|last| *last >= sentence.start)?;
    if let Some(quotation) = passage.quotation(last).filter(|quotation| quotation.tokens.end == last + 1) {
        let is_closed_by_mark = quotation.tokens.len() > 2
            && matches!(passage.word(last - 1), "," | "?" | "!" | "." | "—" | "–" | "--" | "…");
        // Words of the article before it are content too: "The road is "a death trap," she said".
        let start = quotation.tokens.start.min(sentence.start);
        return is_closed_by_mark.then_some(start..last + 1);
    }
    let follows_comma = passage.reads(last, ",") || passage.reads(last, "—") || passage.reads(last, "–");
    let follows_quotation = follows_comma && last > sentence.start && passage.quotation(last - 1).is_some();
    (follows_comma && (follows_quotation || last - sentence.start >= MIN_INDIRECT)).then_some(sentence.start..last)
}

/// The fewest tokens of indirect content before its cue; fewer are an adverbial ("On Monday, she said").
const MIN_INDIRECT: usize = 4;
