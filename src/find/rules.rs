//! Finds attributions by rules: which cue, standing how, has which source and content. The tagger weighs what they find.

use std::ops::Range;

use super::{
    contents,
    cues::{self, Anchor, CueForm},
    passage::{MIN_SPEECH, Passage},
    phrases, sources,
};
use crate::{
    lexicon::{Class, Classes},
    order::sort_by_place,
    text::quotations::Quotation,
};

/// A found attribution, still in tokens.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// Its source.
    pub source: Option<Range<usize>>,
    /// Its cue.
    pub anchor: Anchor,
    /// Its content, in text order.
    pub content: Vec<Range<usize>>,
}

/// The attributions of a passage, outermost only: none is sought inside another's content.
pub fn candidates(passage: &Passage) -> Vec<Candidate> {
    let anchors = cues::anchors(passage);
    let mut taken = vec![false; passage.tokens.len()];
    let mut candidates = Vec::new();
    for trailing in [true, false] {
        for anchor in &anchors {
            let Some(sentence) = passage.sentence(anchor.head) else { continue };
            if taken[anchor.head] {
                continue;
            }
            let found = if trailing {
                trailing_candidate(passage, anchor, &sentence.tokens)
            } else {
                leading_candidate(passage, anchor, &sentence.tokens)
            };
            let Some(candidate) = found.filter(|candidate| candidate.content.iter().all(|range| !taken[range.start]))
            else {
                continue;
            };
            taken[candidate.anchor.tokens.clone()].fill(true);
            candidate.content.iter().for_each(|range| taken[range.clone()].fill(true));
            candidates.push(candidate);
        }
    }
    sort_by_place(&mut candidates, |candidate| (candidate.anchor.head, 0));
    resume_quotations(passage, &mut candidates, &taken);
    candidates
}

/// The least log odds, in hundredths, of a cue that is tried: 40 %.
const MIN_LOG_ODDS: i32 = -40;

/// "…," she said: the content stands before source and cue; a quotation may resume after them.
fn trailing_candidate(passage: &Passage, anchor: &Anchor, sentence: &Range<usize>) -> Option<Candidate> {
    if anchor.form == CueForm::Passive && anchor.classes.has(Class::Telling) {
        return told_candidate(passage, anchor, sentence);
    }
    if !matches!(anchor.form, CueForm::Active | CueForm::Preposition) {
        return None;
    }
    let source = sources::source_tokens(passage, anchor, sentence)?;
    let unit = source.start.min(anchor.tokens.start)..source.end.max(anchor.tokens.end);
    let before = contents::content_before(passage, &unit, sentence)?;
    let is_quoted = passage.quotation(before.end - 1).is_some();
    let is_saying = anchor.classes.has(Class::Saying) || anchor.form == CueForm::Preposition;
    if !is_saying && (is_quoted || opens_adverbially(passage, before.start)) {
        return None;
    }
    if !is_quoted && !ends_soon(passage, unit.end, sentence.end) {
        return None;
    }
    let mut content = vec![before];
    content.extend(resumed_quotation(passage, unit.end, sentence.end));
    Some(Candidate { source: Some(source), anchor: anchor.clone(), content })
}

/// "…, the jury was told.": who told it is not said.
fn told_candidate(passage: &Passage, anchor: &Anchor, sentence: &Range<usize>) -> Option<Candidate> {
    let told = phrases::noun_phrase_before(passage, sentence.start, anchor.tokens.start)?;
    let content = contents::content_before(passage, &(told.start..anchor.tokens.end), sentence)?;
    let is_last = passage.tokens[anchor.tokens.end..sentence.end].iter().all(|token| !token.is_word());
    is_last.then(|| Candidate { source: None, anchor: anchor.clone(), content: vec![content] })
}

/// Whether the sentence opens with words that only say when or where: "After the break, the jury heard …".
fn opens_adverbially(passage: &Passage, start: usize) -> bool {
    passage.tokens[start].classes.meets(Classes::of(&[Class::Preposition, Class::Subordinator, Class::Adverb]))
}

/// How many words of time, place or occasion may follow a trailing cue ("…, she said in an interview on Tuesday").
const MAX_OCCASION: usize = 9;

fn ends_soon(passage: &Passage, index: usize, end: usize) -> bool {
    let end = end.min(index + MAX_OCCASION + 1);
    let stop = (index..end).find(|index| matches!(passage.word(*index), "." | "," | ";" | "!" | "?")).unwrap_or(end);
    stop.saturating_sub(index) <= MAX_OCCASION && !passage.reads(index, "that")
}

/// How far behind a trailing cue its quotation may resume. No sentence is that long; a text without full stops would
/// be searched whole for each cue.
const MAX_RESUMPTION: usize = 200;

fn resumed_quotation(passage: &Passage, start: usize, end: usize) -> Option<Range<usize>> {
    let next = (start..end.min(start + MAX_RESUMPTION)).find(|index| passage.quotation(*index).is_some())?;
    let quotation = passage.quotation(next).filter(|quotation| quotation.tokens.start == next)?;
    Some(quotation.tokens.clone())
}

/// She said …: the content stands after the cue.
fn leading_candidate(passage: &Passage, anchor: &Anchor, sentence: &Range<usize>) -> Option<Candidate> {
    if anchor.log_odds < MIN_LOG_ODDS {
        return None;
    }
    let source = sources::source_tokens(passage, anchor, sentence);
    let needs_source = !matches!(anchor.form, CueForm::Passive | CueForm::Noun);
    if needs_source && source.is_none() {
        return None;
    }
    let after = source.as_ref().map_or(anchor.tokens.end, |source| source.end.max(anchor.tokens.end));
    let content = match anchor.form {
        CueForm::Preposition => preposition_content(passage, anchor, after, sentence),
        _ => contents::content_after(passage, anchor, after, sentence),
    };
    Some(Candidate { source, anchor: anchor.clone(), content: vec![content?] })
}

/// "According to X, …", "… according to X.", "…, according to X, …".
fn preposition_content(
    passage: &Passage,
    anchor: &Anchor,
    after: usize,
    sentence: &Range<usize>,
) -> Option<Range<usize>> {
    if anchor.tokens.start <= sentence.start + 1 {
        return contents::content_after(passage, anchor, after, sentence);
    }
    let comma = usize::from(passage.reads(anchor.tokens.start - 1, ","));
    Some(sentence.start..anchor.tokens.start - comma).filter(|range| !range.is_empty())
}

/// A quotation without a cue, at the start of a sentence, goes on with the attribution before it, if that stands in
/// the sentence or paragraph before and is quoted too.
fn resume_quotations(passage: &Passage, candidates: &mut [Candidate], taken: &[bool]) {
    for quotation in passage.quotations {
        let is_free = !taken[quotation.tokens.clone()].iter().any(|taken| *taken);
        let Some(sentence) = passage.sentence(quotation.tokens.start) else { continue };
        if !is_free || quotation.n_words < MIN_SPEECH || sentence.tokens.start != quotation.tokens.start {
            continue;
        }
        let n_before = candidates.partition_point(|candidate| candidate.anchor.head < quotation.tokens.start);
        let Some(before) = n_before.checked_sub(1).map(|last| &mut candidates[last]) else { continue };
        if is_near(passage, before, quotation) {
            before.content.push(quotation.tokens.clone());
        }
    }
}

/// Whether an attribution stands in the block of `quotation` or in the one before.
fn is_near(passage: &Passage, candidate: &Candidate, quotation: &Quotation) -> bool {
    let block = |index: usize| passage.sentence(index).map(|sentence| sentence.block);
    let last = candidate.content.last().map_or(candidate.anchor.head, |range| range.end - 1).max(candidate.anchor.head);
    let distance = block(quotation.tokens.start).unwrap_or_default().saturating_sub(block(last).unwrap_or_default());
    distance == 0 || distance == 1 && (quotation.continues || passage.is_speech(last))
}
