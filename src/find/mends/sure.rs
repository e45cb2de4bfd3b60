//! Tells of what only the rules found whether it is sure enough to be reported.

use crate::{
    find::{
        cues::{Anchor, CueForm, CueType},
        heads::{BODIES, PERSONS, WRITINGS},
        passage::Passage,
        rules::Candidate,
    },
    lexicon::{Class, Classes},
};

/// The least log odds, in hundredths, at which an attribution that only the rules found is reported: of those with a
/// source before the cue and content after it, 57 % are annotated in PolNeAR's training part, as many as of passives
/// and of cues after their content at the lower bounds.
const MIN_SURE: i32 = 300;
const MIN_SURE_SAYING: i32 = 250;
const MIN_SURE_CLAUSE: i32 = 100;
const MIN_SURE_PASSIVE: i32 = 200;
const MIN_SURE_BELIEF: i32 = 150;
const MIN_SURE_TRAILING: i32 = 200;

/// Whether what only the rules found is reported.
pub fn is_sure(passage: &Passage, candidate: &Candidate) -> bool {
    let Candidate { anchor, content, source } = candidate;
    let is_trailing = content.first().is_some_and(|content| content.start < anchor.head);
    let heads = Classes::of(&[Class::Document, Class::Organisation]);
    let is_evidence = || source.clone().is_some_and(|source| passage.tokens[source.end - 1].classes.meets(heads));
    match anchor.form {
        CueForm::Active if anchor.tokens.len() == 1 && passage.reads(anchor.head, ":") => true,
        CueForm::Active if is_trailing => anchor.log_odds >= MIN_SURE_TRAILING || is_evidence(),
        CueForm::Active if anchor.classes.has(Class::Saying) => anchor.log_odds >= MIN_SURE_SAYING,
        CueForm::Active if is_clause(passage, candidate) => anchor.log_odds >= MIN_SURE_CLAUSE,
        CueForm::Active if is_aim(passage, candidate) => true,
        CueForm::Active if anchor.cue_type == CueType::Belief => anchor.log_odds >= MIN_SURE_BELIEF,
        CueForm::Active => anchor.log_odds >= MIN_SURE,
        CueForm::Passive => anchor.log_odds >= MIN_SURE_PASSIVE,
        // "according to", which is nothing else; "per" is.
        CueForm::Preposition => {
            anchor.classes.has(Class::Strong) && (anchor.tokens.len() > 1 || names_authority(passage, anchor))
        }
        _ => false,
    }
}

/// "Per the company, …", "…, per Reuters"; but "pay per view", "twice per season".
fn names_authority(passage: &Passage, anchor: &Anchor) -> bool {
    let Anchor { tokens, .. } = anchor;
    let opens = passage.sentence(tokens.start).is_some_and(|sentence| sentence.tokens.start == tokens.start);
    let opens = opens || tokens.start > 0 && passage.reads(tokens.start - 1, ",");
    let begins = Classes::of(&[Class::Definite, Class::Possessive]);
    opens
        && (passage.is_capitalised(tokens.end)
            || passage.tokens.get(tokens.end).is_some_and(|next| next.classes.meets(begins)))
}

/// "The auditor recommends that the pier be sold": somebody, a verb that is no noun, and a clause. "The label that sticks" is no such.
fn is_clause(passage: &Passage, candidate: &Candidate) -> bool {
    let Candidate { anchor, content, source: Some(source) } = candidate else { return false };
    let (that, last) = (anchor.tokens.end, source.end - 1);
    let is_somebody = passage.is_capitalised(last) || passage.tokens[last].classes.meets(PERSONS | BODIES | WRITINGS);
    let is_noun = passage.tokens[anchor.head].classes.meets(Classes::of(&[Class::Noun, Class::CueNoun]));
    anchor.cue_type == CueType::Communication
        && passage.reads(that, "that")
        && content.iter().any(|content| content.start == that && content.len() > 2)
        && is_somebody
        && !is_noun
        && source.end <= anchor.tokens.start
}

/// "plans to", "hopes to", "expects to": of those that the tagger leaves out two thirds are annotated; of "wants to" and
/// of the past few are.
fn is_aim(passage: &Passage, candidate: &Candidate) -> bool {
    let anchor = &candidate.anchor;
    let aims = matches!(anchor.cue_type, CueType::Intention | CueType::Belief) && !anchor.classes.has(Class::Saying);
    aims && passage.is(anchor.head, Class::Present)
        && anchor.tokens.len() == 1
        && passage.reads(anchor.tokens.end, "to")
}
