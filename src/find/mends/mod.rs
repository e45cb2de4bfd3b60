//! Mends what the tagger finds by what the rules know for sure, and leaves out turns of speech.

mod closings;
mod ends;
mod inversions;
mod references;
mod subjects;
mod sure;
mod trims;
mod withheld;

use std::ops::Range;

use super::{
    confidence::{LOG_ODDS_OF_CLOSING, LOG_ODDS_OF_RULES},
    cues::{ANY_TYPE, CueForm},
    passage::Passage,
    phrases,
    rules::Candidate,
    senses::says_nothing,
    tagger::labels::{Label, OUTSIDE, SOURCE_AFTER, SOURCE_BEFORE, part},
};
use crate::{
    lexicon::{Class, Classes},
    order::sort_by_place,
};
use closings::{Closing, closing};
use ends::{end_condition, end_cue};
use inversions::{inversion, take_inverted};
use references::{part_reference, references};
use subjects::{
    drop_silent_subject, end_accuser, end_source, is_bare_article, name_antecedent, pass_refusal, take_insertion,
    take_subject,
};
use sure::is_sure;
use trims::{drop_datelines, drop_hearer, drop_host, give_back};
use withheld::with_withheld;

/// What the tagger found, mended: with sources and attributions that only the rules found, without turns of speech.
/// `ruled` is what the rules found, `labels` what the tagger made of each token.
pub fn mended(passage: &Passage, mut found: Vec<Candidate>, ruled: Vec<Candidate>, labels: &[Label]) -> Vec<Candidate> {
    found.retain(|candidate| has_evidence(passage, candidate));
    for candidate in &mut found {
        part_reference(passage, candidate);
        take_subject(passage, candidate);
        take_insertion(passage, candidate);
        take_inverted(passage, candidate);
        drop_host(passage, candidate);
        pass_refusal(passage, candidate);
        if candidate.source.is_none() {
            candidate.source = ruled_source(candidate, &ruled, labels);
        }
        name_antecedent(passage, candidate);
        end_source(passage, candidate);
        end_accuser(passage, candidate);
        drop_silent_subject(passage, candidate);
        drop_expletive(passage, candidate);
        complete_middle(passage, candidate, labels);
        end_cue(passage, candidate);
        end_condition(passage, candidate);
    }
    add_closings(passage, &mut found);
    add_inversions(passage, &mut found);
    found = with_withheld(passage, found);
    let outer = references(passage, &found);
    found.retain(|candidate| !outer.iter().any(|outer| holds(outer, candidate)));
    found.extend(outer);
    let taken = taken(passage, &found);
    let is_new = |candidate: &Candidate| is_sure(passage, candidate) && is_apart(candidate, &taken);
    found.extend(ruled.into_iter().filter(is_new).map(weighed));
    found.retain(|candidate| !says_nothing(passage, candidate));
    in_order(passage, found)
}

/// What was found in the order of the cues, each once, and no more than is said.
fn in_order(passage: &Passage, mut found: Vec<Candidate>) -> Vec<Candidate> {
    for candidate in &mut found {
        candidate.source = candidate.source.take().filter(|source| !is_bare_article(passage, source));
        drop_hearer(passage, candidate);
    }
    sort_by_place(&mut found, |candidate| (candidate.anchor.tokens.start, 0));
    found.dedup_by(|next, before| next.anchor.tokens == before.anchor.tokens);
    drop_datelines(passage, &mut found);
    give_back(passage, &mut found);
    found
}

/// Adds who says something at a sentence's end where the tagger found nothing, and mends the source where it saw half of it
/// and nothing that is said. `found` is in the order of the cues, before and after.
fn add_closings(passage: &Passage, found: &mut Vec<Candidate>) {
    let mut taken = taken(passage, found);
    // The cues of what turns out to be said by somebody.
    let mut expected: Vec<usize> = Vec::new();
    for sentence in passage.sentences {
        let Some(Closing { candidate, is_apposition }) = closing(passage, &sentence.tokens) else { continue };
        let verb = candidate.anchor.tokens.end - 1;
        let place = found.partition_point(|found| found.anchor.tokens.end <= verb);
        match found.get_mut(place).filter(|found| found.anchor.tokens.contains(&verb)) {
            Some(known) if is_apposition || known.content.is_empty() => {
                take_place(passage, known, candidate);
            }
            Some(_) => {}
            None => {
                let held = expected_in(&candidate, &found[..place]);
                held.iter().flat_map(|index| ranges(&found[*index])).for_each(|range| taken[range.clone()].fill(false));
                if is_apart(&candidate, &taken) {
                    expected.extend(held.iter().map(|index| found[*index].anchor.tokens.start));
                    found.insert(place, candidate);
                } else {
                    held.iter()
                        .flat_map(|index| ranges(&found[*index]))
                        .for_each(|range| taken[range.clone()].fill(true));
                }
            }
        }
    }
    expected.sort_unstable();
    found.retain(|candidate| {
        candidate.source.is_some() || expected.binary_search(&candidate.anchor.tokens.start).is_err()
    });
}

/// "Rain is expected, the Met Office said": what is expected or believed by nobody named is part of what somebody says. Their
/// places among those before it.
fn expected_in(closing: &Candidate, before: &[Candidate]) -> Vec<usize> {
    let start = closing.content.first().map_or(closing.anchor.tokens.start, |content| content.start);
    let is_in = |index: &usize| before[*index].anchor.tokens.start >= start;
    let is_nobodys = |candidate: &Candidate| candidate.source.is_none() && candidate.anchor.form == CueForm::Passive;
    let within = (0..before.len()).rev().take_while(is_in);
    within.filter(|index| is_nobodys(&before[*index]) && holds(closing, &before[*index])).collect()
}

/// Puts a candidate in the place of what the tagger saw of it; what it says in other sentences stays.
fn take_place(passage: &Passage, known: &mut Candidate, mut candidate: Candidate) {
    candidate.anchor.log_odds = known.anchor.log_odds.max(LOG_ODDS_OF_CLOSING);
    let end = passage.sentence(candidate.anchor.head).map_or(0, |sentence| sentence.tokens.end);
    let elsewhere = known.content.iter().filter(|content| content.start >= end);
    candidate.content.extend(elsewhere.cloned());
    *known = candidate;
}

/// Adds who says a quotation behind it where the tagger found nobody. `found` is in the order of the cues, before and after.
fn add_inversions(passage: &Passage, found: &mut Vec<Candidate>) {
    let taken = taken(passage, found);
    for quotation in passage.quotations {
        let Some(candidate) = inversion(passage, quotation) else { continue };
        let verb = candidate.anchor.head;
        let place = found.partition_point(|found| found.anchor.tokens.end <= verb);
        match found.get_mut(place).filter(|found| found.anchor.tokens.contains(&verb)) {
            Some(known) if known.source.is_none() => {
                take_place(passage, known, candidate);
            }
            Some(_) => {}
            None if is_apart(&candidate, &taken) => found.insert(place, candidate),
            None => {}
        }
    }
}

/// The least log odds, in hundredths, of a cue with no word that the lists know as one.
const MIN_UNLISTED: i32 = 100;

/// Whether a cue is sure enough for its words: those that no list has need more odds. What somebody "reportedly hid" or
/// "allegedly took" is passed on by nobody named; who did it says nothing.
fn has_evidence(passage: &Passage, candidate: &Candidate) -> bool {
    let says = |index: usize| passage.tokens[index].classes.meets(ANY_TYPE);
    let listed = |index: usize| says(index) || passage.is(index, Class::StartsPhrase);
    let words = || candidate.anchor.tokens.clone().filter(|index| passage.is_word(*index));
    let is_hearsay = |index: usize| passage.is(index, Class::Hearsay) && passage.word(index).ends_with("ly");
    // What is quoted, or a clause, is said however it is put: "reportedly made clear that".
    let is_said = |content: &Range<usize>| {
        let is_clause = passage.reads(content.start, "that") || passage.is(content.start, Class::SubjectPronoun);
        is_clause || passage.quotation(content.start).is_some()
    };
    let is_passed_on = words().next().is_some_and(is_hearsay) && !candidate.content.iter().any(is_said);
    let is_deed = is_passed_on && words().count() > 1 && !words().skip(1).any(says);
    !is_deed && (candidate.anchor.log_odds >= MIN_UNLISTED || words().next().is_none() || words().any(listed))
}

/// The source that the rules found for the same cue, where the tagger took its tokens for nothing else.
fn ruled_source(candidate: &Candidate, ruled: &[Candidate], labels: &[Label]) -> Option<Range<usize>> {
    let cue = &candidate.anchor.tokens;
    let first = ruled.partition_point(|ruled| ruled.anchor.head < cue.start);
    let source = ruled.get(first).filter(|ruled| ruled.anchor.head < cue.end)?.source.clone()?;
    let is_free = |label: &Label| *label == OUTSIDE || matches!(part(*label), SOURCE_BEFORE | SOURCE_AFTER);
    labels[source.clone()].iter().all(is_free).then_some(source)
}

/// The "it" of "it is believed that" is no content.
fn drop_expletive(passage: &Passage, candidate: &mut Candidate) {
    let cue = candidate.anchor.tokens.start;
    let is_expletive = |content: &Range<usize>| {
        content.len() == 1 && content.end == cue && passage.is(content.start, Class::SubjectPronoun)
    };
    if candidate.content.len() > 1 {
        candidate.content.retain(|content| !is_expletive(content));
    }
}

/// "The mill, the mayor said, could stand for another century": a cue between commas in the middle of its content.
/// Of content that the tagger saw on one side alone, the other side is content too.
fn complete_middle(passage: &Passage, candidate: &mut Candidate, labels: &[Label]) {
    let [content] = &candidate.content[..] else { return };
    let Some(sentence) = passage.sentence(candidate.anchor.head) else { return };
    let unit = unit(candidate);
    let is_insertion = unit.start > sentence.tokens.start
        && is_comma(passage, unit.start - 1)
        && unit.end + 1 < sentence.tokens.end
        && is_comma(passage, unit.end)
        && (candidate.anchor.form == CueForm::Preposition || candidate.anchor.classes.has(Class::Saying));
    if !is_insertion {
        return;
    }
    let before = sentence.tokens.start..unit.start - 1;
    if content.start == unit.end + 1 && is_half(passage, before.clone(), labels) {
        candidate.content.insert(0, before);
    } else if content.end + 1 == unit.start && goes_on(passage, candidate, content) {
        let end = (unit.end + 1..sentence.tokens.end).rev().find(|index| passage.is_word(*index));
        let after = unit.end + 1..end.map_or(unit.end + 1, |last| last + 1);
        if is_half(passage, after.clone(), labels) {
            candidate.content.push(after);
        }
    }
}

/// Whether what stands before the insertion goes on after it: "according to" stands anywhere, and a subject without its verb
/// ("The council, said the mayor, has no money") is not the whole.
fn goes_on(passage: &Passage, candidate: &Candidate, before: &Range<usize>) -> bool {
    let verbs = Classes::of(&[Class::Be, Class::Have, Class::Do, Class::Modal, Class::Verb]);
    let is_bare = |index: usize| passage.quotation(index).is_none() && !passage.tokens[index].classes.meets(verbs);
    let is_subject = phrases::noun_phrase_before(passage, before.start, before.end)
        .is_some_and(|phrase| phrase.start == before.start && phrase.into_iter().all(is_bare));
    candidate.anchor.form == CueForm::Preposition || is_subject
}

/// From the first token of source and cue to the last.
fn unit(candidate: &Candidate) -> Range<usize> {
    let cue = &candidate.anchor.tokens;
    let source = candidate.source.as_ref().unwrap_or(cue);
    cue.start.min(source.start)..cue.end.max(source.end)
}

fn is_comma(passage: &Passage, index: usize) -> bool {
    [",", "—", "–", "--"].iter().any(|mark| passage.reads(index, mark))
}

/// Whether the tokens can be one half of a statement: the tagger took them for nothing, and they are more than
/// words that join it to what came before ("But, he said, …").
fn is_half(passage: &Passage, tokens: Range<usize>, labels: &[Label]) -> bool {
    let joining = Classes::of(&[Class::Conjunction, Class::Subordinator, Class::Adverb]);
    let says = |index: usize| passage.is_word(index) && !passage.tokens[index].classes.meets(joining);
    labels[tokens.clone()].iter().all(|label| *label == OUTSIDE) && tokens.into_iter().any(says)
}

/// Whether one attribution stands in the content of another: the outermost counts.
fn holds(outer: &Candidate, inner: &Candidate) -> bool {
    let is_within =
        |range: &Range<usize>| outer.content.iter().any(|held| held.start <= range.start && range.end <= held.end);
    ranges(inner).all(is_within)
}

/// Which tokens belong to what is found.
fn taken(passage: &Passage, found: &[Candidate]) -> Vec<bool> {
    let mut taken = vec![false; passage.tokens.len()];
    let ranges = found.iter().flat_map(ranges).cloned();
    ranges.for_each(|range| taken[range].fill(true));
    taken
}

fn ranges(candidate: &Candidate) -> impl Iterator<Item = &Range<usize>> {
    candidate.content.iter().chain(&candidate.source).chain([&candidate.anchor.tokens])
}

/// Whether no token of it belongs to what is found already.
fn is_apart(candidate: &Candidate, taken: &[bool]) -> bool {
    ranges(candidate).all(|range| !taken[range.clone()].contains(&true))
}

/// With the log odds that an attribution has which only the rules found.
fn weighed(mut candidate: Candidate) -> Candidate {
    candidate.anchor.log_odds = LOG_ODDS_OF_RULES;
    candidate
}
