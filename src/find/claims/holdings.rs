//! Finds what a sentence holds that a reader could want a source for.

use std::ops::Range;

use super::{
    Holding,
    ranks::{
        follows_judgement, is_among, is_among_most, is_last, is_most_within, is_one_of, is_superlative, singles_out,
    },
    services::is_fee,
};
use crate::{
    find::{
        passage::Passage,
        phrases,
        quantities::{Quantity, QuantityKind},
    },
    lexicon::{Class, Classes},
    order::sort_by_place,
    text::tokens::TokenKind,
};

/// Something held, and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    /// Its first token.
    pub token: usize,
    /// What it is.
    pub holding: Holding,
    /// Of a figure, whether it is a share, as polls give them.
    pub is_share: bool,
}

/// What the words of a list hold as they stand.
const WORDS: [(Class, Holding); 1] = [(Class::Comparison, Holding::Comparison)];

/// The classes that are looked for at each token.
const ANY: Classes = Classes::of(&[
    Class::Comparison,
    Class::Superlative,
    Class::VagueSuperlative,
    Class::Record,
    Class::Trend,
    Class::Cause,
    Class::Accusation,
    Class::Motive,
    Class::Research,
]);

/// Whether something held can begin at a token; most words are passed by.
fn may_hold(passage: &Passage, index: usize) -> bool {
    let classes = passage.tokens[index].classes;
    let opens = classes.meets(ANY) || classes.has(Class::StartsPhrase) || classes.has(Class::Standing);
    opens || passage.reads(index, "than") || passage.reads(index, "since")
}

/// What the tokens of a sentence hold, in text order.
pub fn holdings(passage: &Passage, sentence: &Range<usize>, quantities: &[Quantity]) -> Vec<Held> {
    let first = quantities.partition_point(|quantity| quantity.tokens.start < sentence.start);
    let quantities = &quantities[first..];
    let in_sentence = quantities.iter().take_while(|quantity| quantity.tokens.start < sentence.end);
    let figures = in_sentence.filter(|quantity| quantity.is_figure() || counts_casualties(passage, sentence, quantity));
    let at = |token: usize| move |holding: Holding| Held { token, holding, is_share: false };
    let openers = sentence.clone().filter(|index| may_hold(passage, *index));
    let mut held: Vec<Held> = openers.flat_map(|token| holdings_at(passage, sentence, token).map(at(token))).collect();
    // Beside a rise or a comparison the price of a ticket is news.
    let is_service = held.is_empty();
    held.extend(figures.filter(|quantity| !is_service || !is_fee(passage, sentence, quantity)).map(figure));
    sort_by_place(&mut held, |held| (held.token, 0));
    held
}

/// How many tokens may stand between a small number and what happened to those it counts ("killed at least two").
const MAX_CASUALTIES: usize = 5;

fn counts_casualties(passage: &Passage, sentence: &Range<usize>, quantity: &Quantity) -> bool {
    let from = quantity.tokens.start.saturating_sub(MAX_CASUALTIES).max(sentence.start);
    let near = from..(quantity.tokens.end + MAX_CASUALTIES).min(sentence.end);
    let is_count = matches!(quantity.kind, QuantityKind::SmallNumber | QuantityKind::Number);
    is_count && near.clone().any(|index| passage.is(index, Class::Casualty))
}

fn figure(quantity: &Quantity) -> Held {
    let is_share = quantity.kind == QuantityKind::Share;
    Held { token: quantity.tokens.start, holding: Holding::Figure, is_share }
}

/// What the word or phrase that begins at a token holds.
fn holdings_at(passage: &Passage, sentence: &Range<usize>, index: usize) -> impl Iterator<Item = Holding> + use<> {
    let (classes, end) = listed(passage, sentence, index);
    let plain = WORDS.into_iter().filter(move |(class, _)| classes.has(*class)).map(|(_, holding)| holding);
    let compares = passage.reads(index, "than") && compares(passage, sentence, index)
        || classes.has(Class::Superlative) && is_among_most(passage, sentence, index)
        || classes.has(Class::VagueSuperlative) && is_most_within(passage, sentence, index, is_among);
    let is_denied = index > sentence.start && passage.is(index - 1, Class::Negation);
    let is_said_of_all =
        || !is_denied && !is_one_of(passage, sentence, index) && !follows_judgement(passage, sentence, index);
    let is_record = classes.has(Class::Record) && is_said_of_all()
        || classes.has(Class::Superlative) && is_superlative(passage, sentence, index)
        || classes.has(Class::VagueSuperlative) && is_most_within(passage, sentence, index, singles_out)
        || passage.reads(index, "since") && is_last(passage, sentence, index);
    let is_trend = classes.has(Class::Trend) && is_trend(passage, sentence, index, classes);
    let is_cause = classes.has(Class::Cause) && is_cause(passage, index, end);
    let is_motive = classes.has(Class::Motive) && is_motive(passage, index, end);
    let is_accusation = classes.has(Class::Accusation) && is_accusation(passage, sentence, index);
    let is_research = classes.has(Class::Research) && is_standing(passage, sentence, index);
    let is_research = is_research || classes.has(Class::Standing) && is_ahead(passage, sentence, index);
    let guarded = [
        (compares, Holding::Comparison),
        (is_record, Holding::Record),
        (is_trend, Holding::Trend),
        (is_cause, Holding::Cause),
        (is_motive, Holding::Motive),
        (is_research, Holding::Research),
        (is_accusation, Holding::Accusation),
    ];
    plain.chain(guarded.into_iter().filter(|(holds, _)| *holds).map(|(_, holding)| holding))
}

/// The classes of the longest listed phrase at a token, or of the word, and the token after it. A capital within a
/// sentence makes it a name.
fn listed(passage: &Passage, sentence: &Range<usize>, index: usize) -> (Classes, usize) {
    if index > sentence.start && passage.is_capitalised(index) {
        return (Classes::default(), index + 1);
    }
    match passage.phrase(index..sentence.end, ANY) {
        Some(phrase) => (phrase.classes, index + phrase.n_tokens),
        None => (passage.tokens[index].classes, index + 1),
    }
}

/// How far before "than" what it compares may stand ("fewer registered voters than").
const MAX_COMPARED: usize = 6;

/// "larger than", "fewer voters than"; but "more than 20" and "more than a slogan" compare nothing.
fn compares(passage: &Passage, sentence: &Range<usize>, than: usize) -> bool {
    let from = than.saturating_sub(MAX_COMPARED).max(sentence.start);
    let Some(word) = (from..than).rev().find(|index| passage.is(*index, Class::Comparative)) else { return false };
    let adds =
        ["more", "less", "earlier", "later", "longer"].iter().any(|adds| passage.word(word).eq_ignore_ascii_case(adds));
    let is_adjacent = word + 1 == than;
    let follows_name = passage.is_capitalised(than + 1)
        || passage.is(than + 1, Class::SubjectPronoun)
        || passage.reads(than + 1, "any");
    let counts = passage.is(than + 1, Class::NumberWord)
        || passage.tokens.get(than + 1).is_some_and(|next| next.kind == TokenKind::Number);
    !counts && (!is_adjacent || !adds || follows_name)
}

/// How far before and after a trend what is measured may stand ("support for Roe among women has fallen").
const MAX_MEASURED: (usize, usize) = (9, 4);

fn is_trend(passage: &Passage, sentence: &Range<usize>, index: usize, classes: Classes) -> bool {
    let near = index.saturating_sub(MAX_MEASURED.0).max(sentence.start)..(index + 1 + MAX_MEASURED.1).min(sentence.end);
    let is_measured = |near: usize| near != index && passage.is(near, Class::Measured);
    let is_aim = index > sentence.start && passage.reads(index - 1, "to");
    !is_aim
        && (classes.has(Class::Measured)
            || near.clone().any(is_measured)
            || is_over_time(passage, sentence, index)
            || classes.has(Class::Multiple) && !passage.reads(index + 1, "down"))
}

/// How far after a trend may stand since when ("has grown at home in recent months").
const MAX_SINCE: usize = 6;

/// "has grown since the war", "have shrunk in recent years": what grows over years is measured by somebody.
fn is_over_time(passage: &Passage, sentence: &Range<usize>, index: usize) -> bool {
    let near = index + 1..(index + 1 + MAX_SINCE).min(sentence.end);
    let period = Classes::of(&[Class::OverTime]);
    let is_perfect = index > sentence.start && passage.is(index - 1, Class::Have)
        || index > sentence.start + 1 && passage.is(index - 2, Class::Have);
    near.clone().any(|index| passage.reads(index, "since")) && is_perfect
        || near.into_iter().any(|index| passage.phrase(index..sentence.end, period).is_some())
}

/// "due to speak" and "responsible for training" name no cause; "causes" before a preposition is a noun; and who
/// "contributed to this report" is a credit.
fn is_cause(passage: &Passage, index: usize, end: usize) -> bool {
    let last = end - 1;
    let before_noun = passage.is(end, Class::Determiner) || passage.is(end, Class::Possessive);
    let is_plan = passage.reads(last, "to") && index > 0 && passage.is(index - 1, Class::Be) && !before_noun;
    let is_duty = passage.reads(last, "for") && phrases::is_ing(passage, end);
    let after_noun = Classes::of(&[Class::Preposition, Class::Subordinator, Class::Conjunction]);
    let next = passage.tokens.get(end);
    let after_preposition = index > 0 && passage.is(index - 1, Class::Preposition);
    let is_noun = last == index
        && (after_preposition || next.is_none_or(|next| !next.is_word() || next.classes.meets(after_noun)));
    let is_credit = passage.reads(end, "this") && passage.is(end + 1, Class::Document);
    // "was forced to resign": by whom is not said.
    let is_denied = index > 0 && passage.is(index - 1, Class::Negation);
    let is_suffered = last == index && index > 0 && passage.is(index - 1, Class::Be) && !passage.reads(end, "by");
    !is_plan && !is_duty && !is_noun && !is_credit && !is_suffered && !is_denied
}

/// "aimed at reducing", but "aimed at Ohio" says no more than where; and who "is seeking to" is at work.
fn is_motive(passage: &Passage, index: usize, end: usize) -> bool {
    let is_work = phrases::is_ing(passage, index) && index > 0 && !passage.reads(index - 1, ",");
    (!passage.reads(end - 1, "at") || phrases::is_ing(passage, end)) && !is_work
}

/// How far before "stolen" it may be said that it was not so.
const MAX_DENIED: usize = 2;

/// Not "the tortured relationship", which says how it is, nor "was not stolen".
fn is_accusation(passage: &Passage, sentence: &Range<usize>, index: usize) -> bool {
    let before = index.saturating_sub(MAX_DENIED).max(sentence.start)..index;
    let is_article = index > 0 && matches!(passage.word(index - 1), "a" | "an" | "the" | "A" | "An" | "The");
    !is_article && !before.into_iter().any(|index| passage.is(index, Class::Negation))
}

/// How far from "poll" the word may stand that says who is ahead.
const MAX_STANDING: usize = 10;

/// How far after "leads" those may stand among whom somebody does.
const MAX_AMONG_WHOM: usize = 7;

/// "leads Roe among women", "trails by a wide margin": only a poll or a count can tell.
fn is_ahead(passage: &Passage, sentence: &Range<usize>, index: usize) -> bool {
    let end = (index + MAX_AMONG_WHOM).min(sentence.end);
    let is_somebody = index > sentence.start
        && (passage.is_capitalised(index - 1)
            || passage.is(index - 1, Class::SubjectPronoun)
            || passage.is(index - 1, Class::Adjective));
    let by_margin = |index: usize| passage.reads(index, "by") && passage.is(index + 1, Class::Determiner);
    is_somebody && (index + 1..end).any(|index| passage.reads(index, "among") || by_margin(index))
}

/// "leads in the polls".
fn is_standing(passage: &Passage, sentence: &Range<usize>, index: usize) -> bool {
    let near = index.saturating_sub(MAX_STANDING).max(sentence.start)..(index + MAX_STANDING).min(sentence.end);
    near.clone().any(|near| passage.is(near, Class::Standing))
}
