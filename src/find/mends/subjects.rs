//! Mends who says it: what stands before a cue and was taken for content, for nobody, or for "who" alone.

use std::ops::Range;

use crate::{
    find::{
        anonymity,
        cues::{ANY_TYPE, Anchor, CueForm, anchor_of},
        passage::Passage,
        phrases,
        rules::Candidate,
    },
    lexicon::{Class, Classes},
};

/// What touches an active cue on its left without a mark between is no content but who says it: "An engineer who was
/// not to speak to the press said the valve had stuck"; "the pilot was quoted as saying". Of a passive it is who was
/// told, and neither: "the crew was told that".
pub fn take_subject(passage: &Passage, candidate: &mut Candidate) {
    let cue = candidate.anchor.tokens.start;
    let Some(sentence) = passage.sentence(cue) else { return };
    let touches = |content: &Range<usize>| content.end == cue && content.start >= sentence.tokens.start;
    let Some(first) = candidate.content.first().filter(|first| touches(first)) else { return };
    let is_plain = passage.is_word(cue - 1) && first.clone().all(|index| passage.quotation(index).is_none());
    if candidate.content.len() < 2 || !is_plain {
        return;
    }
    let anchor = &candidate.anchor;
    let speaks = anchor.form == CueForm::Active && anchor.classes.has(Class::Saying) || is_quoted(passage, anchor);
    if speaks && candidate.source.is_none() {
        candidate.source = Some(candidate.content.remove(0));
    } else if anchor.form == CueForm::Passive && anchor.classes.has(Class::Telling) {
        candidate.content.remove(0);
    }
}

/// "was quoted as saying", "is described as telling".
fn is_quoted(passage: &Passage, anchor: &Anchor) -> bool {
    let last = anchor.tokens.end - 1;
    anchor.tokens.len() > 2
        && passage.reads(last - 1, "as")
        && passage.is(last, Class::Ing)
        && passage.is(last, Class::Saying)
}

/// "Two officials, who spoke on condition of anonymity, said the deal was dead": what is told of a source between commas
/// before an active cue is no content; it belongs to the source.
pub fn take_insertion(passage: &Passage, candidate: &mut Candidate) {
    let cue = candidate.anchor.tokens.start;
    let is_active = candidate.anchor.form == CueForm::Active && candidate.anchor.classes.has(Class::Saying);
    let [first, _, ..] = &candidate.content[..] else { return };
    let Some(sentence) = passage.sentence(cue).filter(|sentence| sentence.tokens.start + 1 < first.start) else {
        return;
    };
    let is_insertion = passage.is(first.start, Class::RelativePronoun)
        && passage.reads(first.start - 1, ",")
        && first.end <= cue
        && (first.end..cue).all(|index| passage.reads(index, ","))
        && passage.reads(cue - 1, ",");
    if candidate.source.is_some() || !is_active || !is_insertion {
        return;
    }
    if let Some(antecedent) = phrases::noun_phrase_before(passage, sentence.tokens.start, first.start - 1) {
        candidate.source = Some(antecedent.start..cue - 1);
        candidate.content.remove(0);
    }
}

/// What who asked not to be named goes on to do.
const SPEAKING: Classes = Classes::of(&[Class::Saying, Class::Denial]);

/// "A driver who asked not to be named said the brakes had failed", "A driver, who asked not to be named, said": what is asked
/// is told of the source, which goes on to say something.
pub fn pass_refusal(passage: &Passage, candidate: &mut Candidate) {
    let [content] = &candidate.content[..] else { return };
    let (Some(source), true) = (&candidate.source, content.start >= candidate.anchor.tokens.end) else { return };
    let Some(end) = anonymity::refusal_in(passage, content).map(|key| key + 1) else { return };
    let verb = end + usize::from(passage.reads(end, ","));
    let speaks =
        passage.tokens.get(verb).is_some_and(|token| token.classes.meets(SPEAKING)) && passage.is(verb, Class::Past);
    if !speaks || source.end > candidate.anchor.tokens.start || verb + 1 >= content.end {
        return;
    }
    let log_odds = candidate.anchor.log_odds;
    candidate.source = Some(antecedent(passage, source).unwrap_or(source.start)..end);
    candidate.content[0] = verb + 1..content.end;
    candidate.anchor = Anchor { log_odds, ..anchor_of(passage, verb..verb + 1) };
}

/// Where the phrase begins for which the relative pronoun stands that a source begins with.
fn antecedent(passage: &Passage, source: &Range<usize>) -> Option<usize> {
    let sentence = passage.sentence(source.start).filter(|_| passage.is(source.start, Class::RelativePronoun))?;
    let end = source.start.checked_sub(1).filter(|comma| passage.reads(*comma, ",")).unwrap_or(source.start);
    phrases::noun_phrase_before(passage, sentence.tokens.start, end).map(|phrase| phrase.start)
}

/// "An official, who asked not to be named, described": whom "who" stands for says it, not "who" alone or with its clause.
pub fn name_antecedent(passage: &Passage, candidate: &mut Candidate) {
    let Some(source) = candidate.source.clone().filter(|source| source.start > 0) else { return };
    let cue = candidate.anchor.tokens.start;
    let is_insertion = passage.reads(source.start - 1, ",") && cue > source.start + 2 && passage.reads(cue - 1, ",");
    let is_whole = source.len() == 1 || (source.end..=source.end + 1).contains(&cue);
    if is_insertion
        && is_whole
        && let Some(start) = antecedent(passage, &source)
    {
        candidate.source = Some(start..cue - 1);
    }
}

/// "The council, said the mayor, has no money left": a source after its cue ends before the verb of what is said, which is
/// content.
pub fn end_source(passage: &Passage, candidate: &mut Candidate) {
    let verbs = Classes::of(&[Class::Be, Class::Have, Class::Do, Class::Modal]);
    let Some(source) = candidate.source.clone().filter(|source| source.start >= candidate.anchor.tokens.end) else {
        return;
    };
    let parts = |index: &usize| passage.reads(*index, ",") && passage.tokens[*index + 1].classes.meets(verbs);
    let Some(comma) = (source.start + 1..source.end - 1).find(parts) else { return };
    candidate.source = Some(source.start..comma);
    let is_subject = candidate.content.len() == 1 && candidate.content[0].end <= candidate.anchor.tokens.start;
    if is_subject {
        candidate.content.push(comma + 1..source.end);
    }
}

/// For what one is praised or blamed.
const JUDGED: [&str; 6] = ["criticised", "criticized", "praised", "condemned", "blamed", "attacked"];

/// "The mayor was accused by residents of ignoring the risk", "praised by the union for closing it", "described by a judge as
/// rash": what somebody is accused of, or is said to be, is said by the source, no part of it. What tells of the source ("a man
/// known as the Watch", "workers for building firms") stays.
pub fn end_accuser(passage: &Passage, candidate: &mut Candidate) {
    let is_by = |source: &Range<usize>| source.start > 0 && passage.reads(source.start - 1, "by");
    let Some(source) = candidate.source.clone().filter(is_by) else { return };
    let cue = &candidate.anchor;
    let is_plain = source.clone().all(|index| !passage.reads(index, ",") && !passage.is(index, Class::RelativePronoun));
    if cue.form != CueForm::Passive || source.start < cue.tokens.end || !is_plain {
        return;
    }
    let verb = passage.word(cue.tokens.end - 1);
    let is_deed = |index: usize| index + 1 < source.end && passage.word(index).ends_with("ing");
    let owned = Classes::of(&[Class::Determiner, Class::Possessive]);
    let begins = |index: &usize| match passage.word(*index) {
        "of" => verb == "accused" && is_deed(*index + 1),
        "for" => JUDGED.contains(&verb) && is_deed(*index + 1) && passage.tokens[*index + 2].classes.meets(owned),
        "as" => is_said_to_be(passage, *index),
        _ => false,
    };
    let Some(link) = (source.start + 1..source.end).rfind(begins) else { return };
    candidate.source = Some(source.start..link);
    if link + 1 < source.end {
        let place = candidate.content.partition_point(|own| own.start < link);
        candidate.content.insert(place, link..source.end);
    }
}

/// Whether "as" behind a source begins what somebody is said to be, and does not tell of the source.
fn is_said_to_be(passage: &Passage, index: usize) -> bool {
    let telling = Classes::of(&[Class::Participle, Class::Past, Class::Ing, Class::Adverb]);
    let before = passage.word(index - 1);
    let is_telling = passage.tokens[index - 1].classes.meets(telling)
        || ["ed", "ing"].iter().any(|ending| before.ends_with(ending))
        || ["such", "well", "known"].contains(&before);
    !is_telling && !passage.reads(index + 1, "well") && !passage.is(index + 1, Class::SubjectPronoun)
}

/// "She was said to have walked there", "passengers are advised to wait", "he is reportedly a target": the subject of such a
/// cue does not speak, and nobody else is named. Who "is convinced" or "was quoted as saying" does.
pub fn drop_silent_subject(passage: &Passage, candidate: &mut Candidate) {
    let anchor = &candidate.anchor;
    let is_before = candidate.source.as_ref().is_some_and(|source| source.end <= anchor.tokens.start);
    let is_suffered = anchor.form == CueForm::Passive && !anchor.classes.has(Class::CueAdjective);
    let is_hearsay = passage.is(anchor.tokens.end - 1, Class::Hearsay) && !anchor.classes.meets(ANY_TYPE);
    if is_before && (is_suffered && !is_quoted(passage, anchor) || is_hearsay) {
        candidate.source = None;
    }
}

/// The "the" of "the alleged thief" is nobody.
pub fn is_bare_article(passage: &Passage, source: &Range<usize>) -> bool {
    source.len() == 1
        && ["the", "a", "an"].iter().any(|article| passage.word(source.start).eq_ignore_ascii_case(article))
}
