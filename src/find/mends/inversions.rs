//! Finds who says it behind the verb: "Entry is free, said Mary Doyle", "“This is a scandal,” thundered Joan Pike".

use std::ops::Range;

use super::closings::is_occasion;
use crate::{
    find::{
        confidence::LOG_ODDS_OF_CLOSING,
        cues::{Anchor, CueForm, anchor_of},
        heads::{self, BODIES, PERSONS},
        passage::Passage,
        phrases,
        rules::Candidate,
        sources,
    },
    lexicon::{Class, Classes},
    text::quotations::Quotation,
};

/// "Entry is free, said Mary Doyle": what stands behind a verb of saying, and is nothing but somebody, is who says what
/// stands before it, and no content.
pub fn take_inverted(passage: &Passage, candidate: &mut Candidate) {
    let Candidate { source: None, anchor, content } = &*candidate else { return };
    let cue = anchor.tokens.clone();
    let Some(sentence) = passage.sentence(cue.start) else { return };
    // "The firm posted a loss, admitted fraud", "Police came, informed Ana Ruiz": these have objects.
    let says = anchor.form == CueForm::Active
        && anchor.classes.has(Class::Saying)
        && anchor.classes.has(Class::Strong)
        && !anchor.classes.meets(Classes::of(&[Class::Loaded, Class::Telling]));
    let is_before = cue.start > sentence.tokens.start
        && (passage.reads(cue.start - 1, ",") || passage.quotation(cue.start - 1).is_some())
        && content.iter().any(|content| content.end <= cue.start);
    let Some(behind) = content.iter().position(|content| content.start == cue.end) else { return };
    let Some(speaker) = speaker(passage, anchor, &sentence.tokens, false).filter(|_| says && is_before) else { return };
    // "…, said people are angry": of a clause it is the subject.
    let is_all = (speaker.end..content[behind].end).all(|index| !passage.is_word(index));
    if is_all {
        candidate.content.remove(behind);
        candidate.source = Some(speaker);
    }
}

/// Somebody who stands behind a verb that stands behind what is said: a person, a body, or a name; "the Lord's Prayer" is none.
/// Of a verb that tells how it was said it is `any` who is told of: "sighed the widow".
fn speaker(passage: &Passage, anchor: &Anchor, sentence: &Range<usize>, any: bool) -> Option<Range<usize>> {
    let phrase = sources::phrase_after(passage, anchor.tokens.end, sentence.end)?;
    let head = heads::head(passage, &phrase)?.word;
    let meets = |index: usize, classes: Classes| passage.tokens[index].classes.meets(classes);
    let times = Classes::of(&[Class::Weekday, Class::Month, Class::TimeWord]);
    let is_name = heads::is_name_word(passage, head) && !passage.is(phrase.start, Class::Definite);
    let is_told_of = any && meets(phrase.start, Classes::of(&[Class::Definite, Class::Possessive]));
    let is_somebody =
        (is_name || is_told_of || meets(head, PERSONS | BODIES)) && !phrase.clone().any(|index| meets(index, times));
    is_somebody.then(|| with_name(passage, phrase, sentence.end))
}

/// "Her introducer, actress Jamie Lee": the name behind the comma belongs to the phrase before it.
fn with_name(passage: &Passage, phrase: Range<usize>, end: usize) -> Range<usize> {
    let comma = phrase.end;
    let is_open = comma < end && passage.reads(comma, ",") && !passage.is_capitalised(comma - 1);
    let name = is_open
        .then(|| phrases::noun_phrase_after(passage, comma + 1, end))
        .flatten()
        .filter(|name| (name.end - 2..name.end).all(|index| heads::is_name_word(passage, index)))
        .filter(|name| ends(passage, name.end, end));
    name.map_or(phrase.clone(), |name| phrase.start..name.end)
}

/// Whether a sentence or what is told of somebody ends here.
fn ends(passage: &Passage, index: usize, end: usize) -> bool {
    sources::closes(passage, index, end) || passage.is(index, Class::RelativePronoun)
}

/// What a quotation may end with before a verb that says how it was said.
const STOPS: [&str; 3] = [",", "!", "?"];

/// Who says a quotation that opens a sentence and has behind it how it was said: "“This is a scandal,” thundered Joan Pike".
/// What a title or a chant in a sentence did to somebody is no speech.
pub fn inversion(passage: &Passage, quotation: &Quotation) -> Option<Candidate> {
    let verb = quotation.tokens.end;
    let sentence = passage.sentence(verb).filter(|sentence| sentence.tokens.start == quotation.tokens.start)?;
    let is_spoken = verb > quotation.tokens.start + 2
        && STOPS.iter().any(|mark| passage.reads(verb - 2, mark))
        && passage.is(verb, Class::Spoken);
    if !is_spoken {
        return None;
    }
    let form = CueForm::Active;
    let anchor = Anchor { log_odds: LOG_ODDS_OF_CLOSING, form, ..anchor_of(passage, verb..verb + 1) };
    let source = speaker(passage, &anchor, &sentence.tokens, true)?;
    let content = vec![quotation.tokens.clone()];
    // "“The Scream,” screamed the catalogue, is worth millions": it is a title.
    let verbs = Classes::of(&[Class::Be, Class::Have, Class::Do, Class::Modal]);
    // Of "having read it" and "Will Smith's sister" it is told of whoever speaks.
    let goes_on = |next: usize| {
        passage.tokens[next].classes.meets(verbs) && !passage.is_capitalised(next) && !phrases::is_ing(passage, next)
    };
    let end = sentence.tokens.end;
    if (source.end + 1..end).any(|next| passage.reads(next - 1, ",") && goes_on(next)) {
        return None;
    }
    let is_all = ends(passage, source.end, end) || tells_when(passage, source.end..end);
    is_all.then_some(Candidate { source: Some(source), anchor, content })
}

/// "On Tuesday", "at the meeting", "as he fell into the water".
fn tells_when(passage: &Passage, rest: Range<usize>) -> bool {
    let last = rest.clone().rev().find(|index| passage.is_word(*index));
    passage.is(rest.start, Class::Subordinator)
        || last.is_some_and(|last| last >= rest.start && is_occasion(passage, rest.start..last + 1))
}
