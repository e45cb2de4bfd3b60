//! Tells whether words single something out of all of its kind, or rank it among the first: a record or a comparison.

use std::ops::Range;

use crate::{
    find::passage::Passage,
    lexicon::{Class, Classes},
};

/// How many tokens before "since" may stand that nothing of the kind has happened.
const MAX_NOT_SINCE: usize = 9;

/// "has not been repaired since 1986", "had never won since": when it was last so can be looked up.
pub fn is_last(passage: &Passage, sentence: &Range<usize>, since: usize) -> bool {
    let from = since.saturating_sub(MAX_NOT_SINCE).max(sentence.start);
    let is_perfect = |index: usize| {
        passage.is(index, Class::Have) && (index..index + 2).any(|index| passage.is(index, Class::Negation))
    };
    (from..since).any(is_perfect)
}

/// "the largest", "the first woman to"; but "one of the largest" singles nothing out, and "the oldest daughter" is kin.
pub fn is_superlative(passage: &Passage, sentence: &Range<usize>, index: usize) -> bool {
    let Some(before) = index.checked_sub(1).filter(|before| *before >= sentence.start) else { return false };
    if passage.is(index, Class::Ordinal) || passage.is(index, Class::Adverb) {
        let is_negated = before > 0 && passage.is(before - 1, Class::Negation);
        let is_first = is_first_to(passage, sentence, index + 1) || is_first_within(passage, sentence, index + 1);
        return passage.reads(before, "the") && !is_negated && is_first;
    }
    singles_out(passage, sentence, index) && !passage.is(index + 1, Class::Person)
}

/// "one of the largest", "among Ohio's oldest": a rank among others. "One of the first to arrive" counts nobody, and
/// "one of her oldest friends" is her own affair.
pub fn is_among_most(passage: &Passage, sentence: &Range<usize>, index: usize) -> bool {
    let counts = passage.is(index, Class::Ordinal) || passage.is(index, Class::Adverb);
    let is_personal = index > sentence.start && ["his", "her"].iter().any(|owner| passage.reads(index - 1, owner));
    !counts && !is_personal && is_among(passage, sentence, index) && !passage.is(index + 1, Class::Person)
}

/// Whether the words right before a superlative make it one: "the", "its", "Ohio's".
fn is_definite(passage: &Passage, sentence: &Range<usize>, index: usize) -> bool {
    let owners = Classes::of(&[Class::Determiner, Class::Possessive, Class::Clitic]);
    index > sentence.start && passage.tokens[index - 1].classes.meets(owners)
}

/// How far before "largest" a phrase may begin that makes it one among others ("one of Ohio's largest").
const MAX_AMONG: usize = 5;

/// "one of the largest", "among the largest".
pub fn is_among(passage: &Passage, sentence: &Range<usize>, index: usize) -> bool {
    let from = index.saturating_sub(MAX_AMONG).max(sentence.start);
    let several = Classes::of(&[Class::NumberWord, Class::Quantifier]);
    let opens = |index: usize| {
        passage.word(index).eq_ignore_ascii_case("among")
            || passage.tokens[index].classes.meets(several) && passage.reads(index + 1, "of")
    };
    is_definite(passage, sentence, index) && (from..index - 1).any(opens)
}

/// "the largest", "Ohio's largest"; but "one of the largest", "among the largest".
pub fn singles_out(passage: &Passage, sentence: &Range<usize>, index: usize) -> bool {
    is_definite(passage, sentence, index) && !is_among(passage, sentence, index) && !is_one_of(passage, sentence, index)
}

/// How far before "in history" a phrase may begin that makes it one among others.
const MAX_ONE_OF: usize = 9;

/// "one of the biggest mergers in history" singles nothing out.
pub fn is_one_of(passage: &Passage, sentence: &Range<usize>, index: usize) -> bool {
    let from = index.saturating_sub(MAX_ONE_OF).max(sentence.start);
    (from..index).any(|index| passage.reads(index, "one") && passage.reads(index + 1, "of"))
}

/// How many tokens after "biggest" its scope may stand ("the most progressive platform in the party's history").
const MAX_SCOPE: usize = 9;

/// "the biggest donor in the state", "the nation's busiest port": of what it is the most, or among the most, as
/// `ranks` says, can be looked up.
pub fn is_most_within(
    passage: &Passage,
    sentence: &Range<usize>,
    index: usize,
    ranks: fn(&Passage, &Range<usize>, usize) -> bool,
) -> bool {
    let end = (index + MAX_SCOPE).min(sentence.end);
    let preposition = (index + 1..end).find(|index| passage.is(*index, Class::Preposition));
    let is_in = |index: &usize| passage.reads(*index, "in");
    let is_place = preposition.filter(is_in).is_some_and(|from| passage.is_capitalised(from + 1));
    let within = (index + 1..end).find(is_in).unwrap_or(end)..end;
    let is_within = is_place || within.into_iter().any(|index| passage.is(index, Class::Scope));
    let is_owned =
        index >= sentence.start + 2 && passage.is(index - 1, Class::Clitic) && passage.is(index - 2, Class::Scope);
    let is_ever = (index + 1..end).any(|index| passage.is(index, Class::Scope) && passage.is(index, Class::Adverb));
    (is_within || is_owned || is_ever) && !is_judged(passage, sentence, index) && ranks(passage, sentence, index)
}

/// Words that can be weighed or counted, so that there is a worst of them.
const WEIGHED: Classes = Classes::of(&[Class::Gauged, Class::Measured, Class::Casualty]);

/// "the worst plan", "the most beautiful bridge", "the biggest mistake": no measure says so, whatever the scope; but
/// the worst flood can be looked up.
fn is_judged(passage: &Passage, sentence: &Range<usize>, index: usize) -> bool {
    let end = (index + MAX_SCOPE).min(sentence.end);
    let is_end = |index: &usize| passage.is(*index, Class::Preposition) || !passage.is_word(*index);
    let phrase = index..(index + 1..end).find(is_end).unwrap_or(end);
    let is = |class: Classes| phrase.clone().any(|index| passage.tokens[index].classes.meets(class));
    is(Classes::of(&[Class::Evaluative])) && !is(WEIGHED)
}

/// How far before "of all time" the judgement may stand that it makes stronger ("the greatest evening of all time").
const MAX_JUDGED: usize = 7;

/// "the worst plan in history": said of all, and still nothing but a judgement.
pub fn follows_judgement(passage: &Passage, sentence: &Range<usize>, index: usize) -> bool {
    let near = index.saturating_sub(MAX_JUDGED).max(sentence.start)..index;
    near.into_iter().any(|index| passage.is(index, Class::VagueSuperlative) && is_judged(passage, sentence, index))
}

/// How many tokens after "the first" somebody must be named, and how many its scope may be away.
const MAX_FIRST: (usize, usize) = (2, 8);

/// "the first woman from Ohio to win", "the only Republican since".
fn is_first_to(passage: &Passage, sentence: &Range<usize>, start: usize) -> bool {
    let somebody = Classes::of(&[Class::Person, Class::Group, Class::Role, Class::Organisation]);
    let near = |n_tokens: usize| start..(start + n_tokens).min(sentence.end);
    let is_somebody = |index: usize| passage.tokens[index].classes.meets(somebody) || passage.is_capitalised(index);
    near(MAX_FIRST.0).any(is_somebody)
        && near(MAX_FIRST.1).any(|index| ["to", "since", "ever"].iter().any(|word| passage.reads(index, word)))
}

/// How far after "the first" it may be said of what ("the first bank in the region").
const MAX_FIRST_WITHIN: usize = 4;

/// "the first in the region", "the first rise in ten years"; but "the first two weeks in the country" are a date.
fn is_first_within(passage: &Passage, sentence: &Range<usize>, start: usize) -> bool {
    let end = (start + MAX_FIRST_WITHIN).min(sentence.end);
    let dates = Classes::of(&[Class::NumberWord, Class::Period, Class::TimeWord]);
    let is_date = start < end && passage.tokens[start].classes.meets(dates);
    let scopes = Classes::of(&[Class::Scope, Class::Period]);
    let opens = (start..end).find(|index| passage.reads(*index, "in"));
    let is_scoped = opens.is_some_and(|index| {
        let within = index + 1..(index + MAX_FIRST_WITHIN).min(sentence.end);
        within.into_iter().any(|index| passage.tokens[index].classes.meets(scopes))
    });
    is_scoped && !is_date
}
