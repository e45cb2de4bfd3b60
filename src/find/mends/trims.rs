//! Cuts off what is no part of what is said: a dateline, who is told, the clause that "who said" hangs on, what the speaker
//! before asked.

use std::ops::Range;

use super::is_comma;
use crate::{
    find::{
        cues::CueForm,
        heads::{BODIES, PERSONS},
        passage::Passage,
        phrases,
        provenance::dateline,
        rules::Candidate,
    },
    lexicon::{Class, Classes},
};

/// "LONDON, Oct 12 (Reuters) - Taxes will fall, the minister said": where it was written nobody says.
pub fn drop_datelines(passage: &Passage, found: &mut [Candidate]) {
    for block in passage.sentences.chunk_by(|one, next| one.block == next.block) {
        // The dash or colon goes with it.
        let Some(end) = dateline(passage, block).map(|dateline| dateline.end + 1) else { continue };
        let contents = found.iter_mut().flat_map(|candidate| &mut candidate.content);
        let begun = |content: &&mut Range<usize>| content.start < end && content.end > end;
        contents.take_while(|content| content.start < end).filter(begun).for_each(|content| content.start = end);
    }
}

/// What begins a subject behind who is told; "that" would begin the clause.
const SUBJECTS: Classes = Classes::of(&[Class::Determiner, Class::SubjectPronoun, Class::Possessive]);

/// What a clause begins with, and nobody who is told: "that the plan", "she".
const CLAUSES: Classes =
    Classes::of(&[Class::SubjectPronoun, Class::RelativePronoun, Class::Subordinator, Class::WhWord, Class::Negation]);

/// "Whose", "which", "that" are no subject behind who is told.
const JOINING: Classes = Classes::of(&[Class::RelativePronoun, Class::WhWord]);

/// What a clause has beside the verbs of the lists.
const VERBS: Classes = Classes::of(&[Class::Be, Class::Have, Class::Do, Class::Modal]);

/// "She told the inquest she had begged for help": who is told is no part of what is said, which has a subject of its own.
pub fn drop_hearer(passage: &Passage, candidate: &mut Candidate) {
    let cue = &candidate.anchor;
    if cue.form != CueForm::Active || !cue.classes.has(Class::Telling) {
        return;
    }
    let Some(content) = candidate.content.iter_mut().find(|content| content.start == cue.tokens.end) else { return };
    let hearer = phrases::noun_phrase_after(passage, content.start, content.end);
    let Some(start) = hearer.map(|hearer| hearer.end).filter(|end| *end < content.end) else { return };
    let is_told = ["told", "tells", "tell"].contains(&passage.word(cue.tokens.end - 1));
    // A body or a court is told; it may be warned of, too.
    let people = PERSONS | Classes::of(&[Class::Outlet, Class::Newsroom]);
    let people = if is_told { people | BODIES } else { people };
    let hears = passage.tokens[start - 1].classes.meets(people) || passage.is_capitalised(start - 1);
    let is_other = passage.reads(start, "whose")
        || passage.is(start + 1, Class::TimeWord)
        || passage.is(start + 1, Class::Weekday);
    let is_subject = passage.tokens[start].classes.meets(SUBJECTS) && !passage.tokens[start].classes.meets(JOINING);
    let is_verb = |index: usize| passage.tokens[index].classes.meets(VERBS) || phrases::is_finite_verb(passage, index);
    let is_clause = || (start + 1..content.end).any(is_verb);
    let is_hearer = hears && !passage.tokens[content.start].classes.meets(CLAUSES);
    if is_hearer && is_subject && !is_other && is_clause() {
        content.start = start;
    }
}

/// "He met his brother, who said he looked ill": what "who" hangs on is the article's.
pub fn drop_host(passage: &Passage, candidate: &mut Candidate) {
    let Some(who) = candidate.source.as_ref().map(|source| source.start) else { return };
    let cue = candidate.anchor.tokens.clone();
    let says = |content: &Range<usize>| content.start >= cue.end;
    if passage.is(who, Class::RelativePronoun) && who < cue.start && candidate.content.iter().any(says) {
        candidate.content.retain(says);
    }
}

/// "“We are broke,” Moss said. “What can we do?” Webb replied: “Resign.”": the question is Moss's, since Webb says something
/// else. `found` is in the order of the cues, before and after.
pub fn give_back(passage: &Passage, found: &mut [Candidate]) {
    for index in 1..found.len() {
        let (before, after) = found.split_at_mut(index);
        let (Some(speaker), Some(next)) = (before.last_mut(), after.first_mut()) else { continue };
        if asks_on(passage, speaker, next) {
            speaker.content.push(next.content.remove(0));
        }
    }
}

/// Whether the first content of `next` is what `speaker` goes on to ask or cry.
fn asks_on(passage: &Passage, speaker: &Candidate, next: &Candidate) -> bool {
    let ([asked, own, ..], Some(source)) = (&next.content[..], &next.source) else { return false };
    let (cue, end) = (&next.anchor.tokens, unit_end(speaker));
    let Some(quotation) = passage.quotation(asked.start).filter(|quotation| quotation.tokens == *asked) else {
        return false;
    };
    let is_cry =
        quotation.tokens.len() > 2 && ["?", "!"].iter().any(|mark| passage.reads(quotation.tokens.end - 2, mark));
    let is_own =
        source.start == asked.end && source.end <= cue.start && own.start == cue.end && says_own(passage, next);
    let is_begun = speaker.content.iter().any(|content| content.end <= speaker.anchor.tokens.start);
    let block = |index: usize| passage.sentence(index).map(|sentence| sentence.block);
    // Nothing but a mark is between.
    let follows =
        end < asked.start && (end..asked.start).all(|index| !passage.is_word(index)) && !is_comma(passage, end);
    is_cry && is_own && is_begun && follows && block(asked.start) == block(speaker.anchor.head)
}

/// Whether a plain verb has a quotation or a clause of its own behind it: "said: “No”", "said the plan was fair"; "asked the
/// mayor" has not.
fn says_own(passage: &Passage, candidate: &Candidate) -> bool {
    let cue = candidate.anchor.tokens.clone();
    let Some(own) = candidate.content.get(1) else { return false };
    let is_plain = cue.len() <= 2 && candidate.anchor.classes.has(Class::Saying) && !passage.reads(cue.start, "asked");
    let is_quoted = passage.reads(cue.end - 1, ":") && passage.quotation(own.start).is_some();
    let opens = passage.tokens[own.start].classes.meets(SUBJECTS) || passage.reads(own.start, "that");
    let is_clause = opens && own.clone().any(|index| passage.tokens[index].classes.meets(VERBS));
    is_plain && (is_quoted || is_clause)
}

/// Where who says it and the cue end.
fn unit_end(candidate: &Candidate) -> usize {
    candidate.anchor.tokens.end.max(candidate.source.as_ref().map_or(0, |source| source.end))
}
