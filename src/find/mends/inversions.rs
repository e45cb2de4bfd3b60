//! Finds who says it behind the verb: "Entry is free, said Mary Doyle", "“This is a scandal,” thundered Joan Pike".

use std::ops::Range;

use crate::{
    find::{
        confidence::LOG_ODDS_OF_CLOSING,
        cues::{ANY_TYPE, Anchor, CueForm, anchor_of},
        heads::{BODIES, PERSONS, is_name_word},
        passage::{MIN_SPEECH, Passage},
        rules::Candidate,
        sources,
    },
    lexicon::{Class, Classes},
    text::{
        quotations::Quotation,
        tokens::{Shape, TokenKind},
    },
};

/// "Entry is free, said Mary Doyle": what stands behind a verb of saying, and is nothing but somebody, is who says what
/// stands before it, and no content.
pub fn take_inverted(passage: &Passage, candidate: &mut Candidate) {
    let Candidate { source: None, anchor, content } = &*candidate else { return };
    let cue = anchor.tokens.clone();
    let Some(sentence) = passage.sentence(cue.start) else { return };
    let is_active = anchor.form == CueForm::Active && anchor.classes.has(Class::Saying);
    let is_before = cue.start > sentence.tokens.start
        && (passage.reads(cue.start - 1, ",") || passage.quotation(cue.start - 1).is_some())
        && content.iter().any(|content| content.end <= cue.start);
    let Some(behind) = content.iter().position(|content| content.start == cue.end) else { return };
    let Some(speaker) = speaker(passage, anchor, &sentence.tokens).filter(|_| is_active && is_before) else { return };
    // "…, said people are angry": of a clause it is the subject.
    let is_all = (speaker.end..content[behind].end).all(|index| !passage.is_word(index));
    if is_all {
        candidate.content.remove(behind);
        candidate.source = Some(speaker);
    }
}

/// What somebody who is told of begins with: "the vicar", "his wife".
const OPENERS: Classes = Classes::of(&[Class::Definite, Class::Possessive]);

/// Who stands behind a verb that stands behind what is said.
fn speaker(passage: &Passage, anchor: &Anchor, sentence: &Range<usize>) -> Option<Range<usize>> {
    let phrase = sources::phrase_after(passage, anchor.tokens.end, sentence.end)?;
    let meets = |index: usize, classes: Classes| passage.tokens[index].classes.meets(classes);
    let times = Classes::of(&[Class::Weekday, Class::Month, Class::TimeWord]);
    let is_somebody = |index: usize| is_name_word(passage, index) || meets(index, PERSONS | BODIES);
    // Of a verb that may say something, whoever it is.
    let is_told_of = anchor.classes.meets(ANY_TYPE) && meets(phrase.start, OPENERS);
    // "Released the same year".
    let is_time = phrase.clone().any(|index| meets(index, times));
    (!is_time && (is_told_of || phrase.clone().any(is_somebody))).then_some(phrase)
}

/// Who says a quotation that ends with a comma before a verb, whatever verb it is: the tagger knows those that are frequent.
pub fn inversion(passage: &Passage, quotation: &Quotation) -> Option<Candidate> {
    let verb = quotation.tokens.end;
    let sentence = passage.sentence(verb).filter(|sentence| sentence.tokens.start < verb)?;
    let is_spoken = verb >= 2 && [",", "!", "?"].iter().any(|mark| passage.reads(verb - 2, mark));
    if !is_spoken || !is_verb(passage, verb, quotation.n_words) {
        return None;
    }
    let anchor = Anchor { log_odds: LOG_ODDS_OF_CLOSING, form: CueForm::Active, ..anchor_of(passage, verb..verb + 1) };
    let source = speaker(passage, &anchor, &sentence.tokens)?;
    let is_end = source.end >= sentence.tokens.end
        || [",", ".", ";", ":"].iter().any(|mark| passage.reads(source.end, mark))
        || passage.is(source.end, Class::RelativePronoun);
    is_end.then(|| Candidate { source: Some(source), anchor, content: vec![quotation.tokens.clone()] })
}

/// A verb that the lists know as a cue; behind what is long enough for speech any past one.
fn is_verb(passage: &Passage, index: usize, n_words: usize) -> bool {
    let Some(token) = passage.tokens.get(index) else { return false };
    let helpers = Classes::of(&[Class::Be, Class::Have, Class::Do, Class::Modal]);
    let is_listed = token.is(Class::Verb) && token.classes.meets(ANY_TYPE) && !token.is(Class::Ing);
    let is_past = token.is(Class::Past) || passage.word(index).ends_with("ed");
    token.kind == TokenKind::Word
        && token.shape == Shape::Lower
        && !token.classes.meets(helpers)
        && (is_listed || is_past && n_words >= MIN_SPEECH)
}
