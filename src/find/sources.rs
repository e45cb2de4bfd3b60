//! Finds sources: who an attribution's content is attributed to.

use std::ops::Range;

use super::{
    cues::{Anchor, CueForm},
    passage::Passage,
    phrases,
};
use crate::{lexicon::Class, span::Span};

pub use super::kinds::{SourceKind, kind};

/// The source of an attribution.
///
/// ```
/// use claimlight::{Options, report::SourceKind, scan};
///
/// let text = "“We will not pay,” said Ana Ruiz, the mayor. She believes the ferry is safe.";
/// let report = scan(text, &Options::default());
/// let she = report.attributions[1].source.expect("somebody thinks it");
/// assert_eq!((she.span.of(text), she.kind), ("She", SourceKind::Pronoun));
/// assert_eq!(report.ledger[she.ledger].name, "Ana Ruiz");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its words, with what stands in apposition.
    pub span: Span,
    /// How it is identified.
    pub kind: SourceKind,
    /// Its entry in the ledger.
    pub ledger: usize,
}

/// The tokens of a cue's source, if one stands by it in its sentence.
pub fn source_tokens(passage: &Passage, anchor: &Anchor, sentence: &Range<usize>) -> Option<Range<usize>> {
    match anchor.form {
        CueForm::Preposition => phrase_after(passage, anchor.tokens.end, sentence.end),
        CueForm::Passive => by_phrase(passage, anchor, sentence),
        CueForm::Noun => owner(passage, anchor, sentence),
        CueForm::Nonfinite => subject(passage, sentence.start, skip_commas(passage, sentence, anchor.tokens.start)),
        CueForm::Active | CueForm::Adjective => {
            subject(passage, sentence.start, anchor.tokens.start).or_else(|| inverted(passage, anchor, sentence))
        }
    }
}

/// The subject that ends before `end`: a relative pronoun, or a noun phrase with what stands in apposition.
fn subject(passage: &Passage, first: usize, end: usize) -> Option<Range<usize>> {
    let last = end.checked_sub(1).filter(|last| *last >= first)?;
    if passage.is(last, Class::RelativePronoun) || passage.is(last, Class::SubjectPronoun) {
        return Some(last..end);
    }
    if passage.reads(last, ",") {
        return before_insertion(passage, first, last);
    }
    let phrase = phrases::noun_phrase_before(passage, first, end)?;
    Some(with_name_before(passage, first, phrase))
}

/// How many tokens may stand between two commas after a source ("Ada Roe, who was elected in May, said").
const MAX_INSERTION: usize = 20;

/// The phrase before an insertion that ends with the comma at `comma`, the insertion included.
fn before_insertion(passage: &Passage, first: usize, comma: usize) -> Option<Range<usize>> {
    let from = comma.saturating_sub(MAX_INSERTION).max(first);
    let opening = (from..comma).find(|index| passage.reads(*index, ",") && *index > first)?;
    let phrase = phrases::noun_phrase_before(passage, first, opening)?;
    Some(phrase.start..comma)
}

/// "Lloyd Roe, the defence secretary": the name before the comma belongs to the phrase after it.
fn with_name_before(passage: &Passage, first: usize, phrase: Range<usize>) -> Range<usize> {
    let comma = phrase.start.checked_sub(1).filter(|comma| *comma > first && passage.reads(*comma, ","));
    let name = comma.and_then(|comma| phrases::noun_phrase_before(passage, first, comma));
    match name {
        Some(name) if passage.is_capitalised(name.end - 1) && name.start == first => name.start..phrase.end,
        _ => phrase,
    }
}

/// After quoted speech and after a comma the verb may come before its subject: "…," said Ada Roe.
fn inverted(passage: &Passage, anchor: &Anchor, sentence: &Range<usize>) -> Option<Range<usize>> {
    let before = anchor.tokens.start.checked_sub(1)?;
    let follows_content = passage.quotation(before).is_some() || passage.reads(before, ",");
    let inverts = follows_content && anchor.classes.has(Class::Saying) && anchor.tokens.start == anchor.head;
    inverts.then(|| phrase_after(passage, anchor.tokens.end, sentence.end)).flatten()
}

/// The noun phrase after a cue, with an apposition between commas.
pub fn phrase_after(passage: &Passage, start: usize, end: usize) -> Option<Range<usize>> {
    if passage.is(start, Class::SubjectPronoun) || passage.is(start, Class::ObjectPronoun) {
        return Some(start..start + 1);
    }
    let phrase = phrases::noun_phrase_after(passage, start, end)?;
    let comma = phrase.end;
    if comma >= end || !passage.reads(comma, ",") || !passage.is_capitalised(comma - 1) {
        return Some(phrase);
    }
    let apposition = phrases::noun_phrase_after(passage, comma + 1, end);
    match apposition {
        Some(apposition) if closes(passage, apposition.end, end) => Some(start..apposition.end),
        _ => Some(phrase),
    }
}

/// Whether a sentence or an insertion ends here.
pub fn closes(passage: &Passage, index: usize, end: usize) -> bool {
    index >= end || [".", ",", ";", ":"].iter().any(|mark| passage.reads(index, mark))
}

fn by_phrase(passage: &Passage, anchor: &Anchor, sentence: &Range<usize>) -> Option<Range<usize>> {
    let by = anchor.tokens.end;
    (by < sentence.end && passage.reads(by, "by")).then(|| phrase_after(passage, by + 1, sentence.end)).flatten()
}

/// Whose claim it is: "Ms. Roe's claim", "his claim".
fn owner(passage: &Passage, anchor: &Anchor, sentence: &Range<usize>) -> Option<Range<usize>> {
    let end = anchor.tokens.start;
    if passage.is(end, Class::Clitic) {
        return phrases::noun_phrase_before(passage, sentence.start, end);
    }
    let owner = end.checked_sub(1).filter(|owner| *owner >= sentence.start)?;
    passage.is(owner, Class::Possessive).then_some(owner..end)
}

fn skip_commas(passage: &Passage, sentence: &Range<usize>, mut end: usize) -> usize {
    while end > sentence.start && passage.reads(end - 1, ",") {
        end -= 1;
    }
    end
}
