//! Finds the names of persons and bodies, wherever they stand in the text.

use std::ops::Range;

use crate::find::hashed::HashedSet;

use crate::{
    find::{
        heads::{self, BODIES, OFFICES, PERSONS},
        kinds,
        passage::Passage,
        phrases,
        provenance::dateline,
    },
    lexicon::{Class, Classes},
    text::tokens::Shape,
};

/// A name as it stands in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// Its words, without title and office.
    pub tokens: Range<usize>,
    /// Whether a body bears it rather than a person.
    pub is_body: bool,
    /// Whether a given name or a title shows that a person bears it.
    pub is_person: bool,
    /// The gender its title shows ("Mrs.").
    pub titled: Classes,
    /// The gender its given name shows, or its only word if that is a given name.
    pub given: Classes,
}

/// The genders a word may show.
pub const GENDERS: Classes = Classes::of(&[Class::He, Class::She]);

/// The names of a passage, in text order; none overlaps another.
pub fn names(passage: &Passage) -> Vec<Name> {
    let written_small: HashedSet =
        passage.tokens.iter().filter(|token| token.shape == Shape::Lower).map(|token| token.hash).collect();
    let mut names: Vec<Name> = Vec::new();
    // Surnames met in full names: "Sheikh" is a title, "Imran Sheikh" makes it a name.
    let mut surnames = HashedSet::default();
    // Where an article was written says nothing, and is nobody that "the firm" could mean.
    let blocks = passage.sentences.chunk_by(|one, next| one.block == next.block);
    let datelines: Vec<(usize, usize)> =
        blocks.filter_map(|block| dateline(passage, block)).map(|words| (words.start, words.end)).collect();
    for sentence in passage.sentences {
        let start = sentence.tokens.start;
        let dateline = datelines.binary_search_by_key(&start, |words| words.0);
        let mut index = dateline.map_or(start, |dateline| datelines[dateline].1);
        while index < sentence.tokens.end {
            let run = run(passage, index, sentence.tokens.end);
            index = run.end.max(index + 1);
            let Some(name) = name(passage, &written_small, &surnames, run, sentence.tokens.end) else { continue };
            if name.tokens.len() > 1 && !name.is_body {
                surnames.insert(passage.tokens[name.tokens.end - 1].hash);
            }
            names.push(name);
        }
    }
    names
}

/// How many tokens a name has at most ("Palm Beach County Supervisor of Elections Susan Bucher" has eight words).
const MAX_NAME: usize = 16;

/// The capitals that begin at `start`, with what joins them; empty if there is none.
fn run(passage: &Passage, start: usize, end: usize) -> Range<usize> {
    let mut index = start;
    let end = end.min(start + MAX_NAME);
    while index < end && goes_on(passage, start, index, end) {
        index += 1;
    }
    // What joins capitals ends no name.
    while index > start && !passage.is_capitalised(index - 1) && !is_inner_stop(passage, start, index - 1) {
        index -= 1;
    }
    start..index
}

fn goes_on(passage: &Passage, start: usize, index: usize, end: usize) -> bool {
    if heads::is_name_word(passage, index) {
        return !passage.is(index, Class::Month) || index > start && passage.is_capitalised(index - 1);
    }
    if index == start {
        return false;
    }
    let next_is_name = index + 1 < end && heads::is_name_word(passage, index + 1);
    let classes = passage.tokens[index].classes;
    match () {
        () if passage.is_capitalised(index) => heads::is_given_name(passage, index - 1),
        () if passage.reads(index, ".") => is_inner_stop(passage, start, index),
        // "John Smith & Mary Jones" are two.
        () if passage.reads(index, "&") => next_is_name && !heads::is_given_name(passage, start),
        () if phrases::is_owners_mark(passage, index) => next_is_name && owns_body(passage, index, end),
        () if classes.has(Class::NameParticle) && !classes.has(Class::Determiner) => next_is_name,
        () if classes.has(Class::Conjunction) => next_is_name && heads::is_joint_name(passage, start, index, end),
        () if classes.has(Class::Preposition) => is_complement(passage, start, index, end),
        () => passage.reads(index, "the") && next_is_name && passage.is(index - 1, Class::Preposition),
    }
}

/// "Seafarers' Union", "National Farmers' Union": a body that is called after whose it is. "The Netherlands' Supreme Court" is
/// not, nor is a player of "the Aldwick Rovers'".
fn owns_body(passage: &Passage, mark: usize, end: usize) -> bool {
    let owners = &passage.tokens[mark - 1];
    let is_people = owners.classes.meets(PERSONS) || kinds::looks_like_people(passage.word(mark - 1));
    let run = (mark + 1..end).take_while(|index| heads::is_name_word(passage, *index));
    is_people && run.last().is_some_and(|last| passage.tokens[last].classes.meets(BODIES))
}

/// The full stop of an initial or a title.
fn is_inner_stop(passage: &Passage, start: usize, index: usize) -> bool {
    let before = index.checked_sub(1).filter(|before| *before >= start).map(|before| &passage.tokens[before]);
    passage.reads(index, ".")
        && before.is_some_and(|before| {
            before.is(Class::Title)
                || before.is(Class::NameSuffix)
                || before.span.len() == 1 && before.shape == Shape::Upper
        })
}

/// "Ministry of Health", "Times of India": a body's name goes on after "of".
fn is_complement(passage: &Passage, start: usize, index: usize, end: usize) -> bool {
    let bodies = BODIES | Classes::of(&[Class::Outlet, Class::Newsroom]);
    let is_of = ["of", "for", "on"].iter().any(|word| passage.reads(index, word));
    let article = usize::from(passage.reads(index + 1, "the"));
    let is_body = |index: usize| {
        let token = &passage.tokens[index];
        token.classes.meets(bodies) || token.shape == Shape::Upper && token.span.len() > 1 && token.classes.is_empty()
    };
    let has_body = (start..index).any(is_body);
    let is_person = (start..index).any(|index| heads::is_given_name(passage, index));
    let next = index + 1 + article;
    is_of && has_body && !is_person && next < end && heads::is_name_word(passage, next)
}

/// The name that a run of capitals holds, if it holds one.
fn name(
    passage: &Passage,
    written_small: &HashedSet,
    surnames: &HashedSet,
    run: Range<usize>,
    end: usize,
) -> Option<Name> {
    let first = run.clone().next()?;
    let is_common = |index: usize| {
        let token = &passage.tokens[index];
        heads::opens_sentence(passage, index)
            && !heads::is_given_name(passage, index)
            && !surnames.contains(&token.hash)
            && (written_small.contains(&token.hash) || token.is(Class::Noun))
    };
    let is_body = is_body(passage, &run);
    let start = match is_body {
        true => first + usize::from(run.len() > 1 && is_common(first) && !passage.tokens[first].classes.meets(BODIES)),
        false => after_office(passage, &run, first + usize::from(is_common(first))),
    };
    if !is_body && let Some(body) = small_body(passage, start..run.end, end) {
        return Some(body_name(body));
    }
    let tokens = start..without_honours(passage, start, run.end);
    let is_known = tokens.len() == 1 && surnames.contains(&passage.tokens[start].hash);
    if tokens.is_empty() || !is_body && !is_known && is_no_name(passage, &tokens) {
        return None;
    }
    if is_body {
        return Some(body_name(tokens));
    }
    let titles = &passage.tokens[first..start];
    let has_title = titles.iter().any(|token| token.classes.meets(OFFICES));
    let is_given = tokens.len() > 1 && heads::is_given_name(passage, start);
    let titled = titles.iter().fold(Classes::default(), |shown, token| shown | token.classes.and(GENDERS));
    Some(Name { is_body: false, is_person: has_title || is_given, titled, given: given(passage, start), tokens })
}

fn body_name(tokens: Range<usize>) -> Name {
    Name { tokens, is_body: true, is_person: false, titled: Classes::default(), given: Classes::default() }
}

/// How many letters and stops an acronym has at most; longer words in capitals are shouted.
const MAX_ACRONYM: usize = 8;

/// Whether the last word of a run, or the one its complement follows, is a body's.
fn is_body(passage: &Passage, run: &Range<usize>) -> bool {
    let bodies = BODIES | Classes::of(&[Class::Outlet]);
    let end = run.clone().find(|index| passage.is(*index, Class::Preposition)).unwrap_or(run.end);
    let last = &passage.tokens[end - 1];
    // Not a dateline ("CHICO, Calif. —").
    let is_acronym = last.shape == Shape::Upper
        && end == run.start + 1
        && (2..=MAX_ACRONYM).contains(&last.span.len())
        && last.classes.is_empty()
        && !(heads::opens_sentence(passage, run.start) && passage.reads(end, ","));
    let is_office = last.classes.meets(OFFICES) && !last.is(Class::Institution) && !last.is(Class::Outlet);
    // "Emily Post", "Stephen House": of such nouns a given name makes a surname.
    let is_surname = run.len() > 1
        && heads::is_given_name(passage, run.start)
        && last.classes.meets(Classes::of(&[Class::Outlet, Class::Institution]));
    let is_modified = run.len() > 1 || last.is(Class::Institution) || last.is(Class::Outlet);
    is_acronym || !is_surname && !is_office && is_modified && last.classes.meets(bodies)
}

/// The end of the offices and groups that stand before a name: "Ohio Gov.", "Republican nominee".
fn after_office(passage: &Passage, run: &Range<usize>, start: usize) -> usize {
    let before = OFFICES | Classes::of(&[Class::Group, Class::Crowd, Class::Outlet, Class::Portfolio]);
    let last = (start..run.end.saturating_sub(1))
        .rev()
        .find(|index| passage.tokens[*index].classes.meets(before) && !heads::is_given_name(passage, *index));
    let after = last.map_or(start, |last| last + 1);
    after + usize::from(after < run.end && passage.reads(after, "."))
}

/// The end of a name before the letters of its honours: "Simon Tate KC".
fn without_honours(passage: &Passage, start: usize, end: usize) -> usize {
    let is_honour = |index: usize| passage.is(index, Class::Rank) && passage.tokens[index].shape != Shape::Capitalised;
    (start + 1..end).rev().take_while(|index| is_honour(*index)).last().unwrap_or(end)
}

/// A body whose noun is written small after a name: "Trump campaign", "Hamburg police".
fn small_body(passage: &Passage, tokens: Range<usize>, end: usize) -> Option<Range<usize>> {
    let noun = passage.tokens.get(tokens.end).filter(|_| tokens.end < end && !tokens.is_empty())?;
    let is_one = noun.classes.meets(BODIES) && !noun.is(Class::Business) && !heads::is_plural(passage, tokens.end);
    let modifies = tokens.end + 1 < end
        && passage.tokens[tokens.end + 1].shape == Shape::Lower
        && passage.is(tokens.end + 1, Class::Noun)
        && !passage.is(tokens.end + 1, Class::Verb);
    (is_one && noun.shape == Shape::Lower && !modifies).then_some(tokens.start..tokens.end + 1)
}

/// Offices, groups and documents are no names by themselves, nor is "One" at the start of a sentence.
fn is_no_name(passage: &Passage, tokens: &Range<usize>) -> bool {
    let last = passage.tokens[tokens.end - 1].classes;
    let common = Classes::of(&[Class::Group, Class::Crowd, Class::Title, Class::Rank, Class::Post, Class::Document]);
    let counts = last.has(Class::NumberWord) && heads::opens_sentence(passage, tokens.start);
    tokens.len() == 1 && (counts || last.meets(common)) && !heads::is_given_name(passage, tokens.start)
}

/// The gender a given name shows.
fn given(passage: &Passage, first: usize) -> Classes {
    let given = passage.lexicon.given_name(passage.tokens[first].hash);
    match (given.has(Class::Female), given.has(Class::Male)) {
        (true, false) => Classes::of(&[Class::She]),
        (false, true) => Classes::of(&[Class::He]),
        _ => Classes::default(),
    }
}
