//! Finds speech in interviews and transcripts: a speaker, a colon and what is said, turn by turn.

use std::ops::Range;

use super::{hashed::HashedMap, headlines, heads, passage::Passage, rules::Candidate};
use crate::text::tokens::{Shape, TokenKind};

/// How many tokens the label of a turn has at most ("Dr. Ana Ruiz").
const MAX_LABEL: usize = 5;

/// How often a label stands before a turn at least: "Tuesday:" and "Starter:" open a line once, a speaker again.
const MIN_TURNS: usize = 2;

/// A block that opens with a label and a colon.
struct Turn {
    block: usize,
    label: Range<usize>,
    said: Range<usize>,
    speaker: u64,
}

/// The attributions of dialogues, in which at least two labels take turns.
pub fn dialogues(passage: &Passage) -> Vec<Candidate> {
    let blocks = passage.sentences.chunk_by(|a, b| a.block == b.block);
    let turns: Vec<Turn> = blocks
        .filter_map(|block| turn(passage, block[0].block, block[0].tokens.start..block[block.len() - 1].tokens.end))
        .collect();
    let mut n_turns: HashedMap<u64, usize> = HashedMap::default();
    turns.iter().for_each(|turn| *n_turns.entry(turn.speaker).or_default() += 1);
    let recurs = |turn: &Turn| n_turns[&turn.speaker] >= MIN_TURNS;
    let answers = |a: &Turn, b: &Turn| a.block + 1 == b.block && a.speaker != b.speaker && recurs(a) && recurs(b);
    let is_answered = |index: usize| {
        index > 0 && answers(&turns[index - 1], &turns[index])
            || index + 1 < turns.len() && answers(&turns[index], &turns[index + 1])
    };
    let spoken = turns.iter().enumerate().filter(|(index, _)| is_answered(*index));
    spoken.map(|(_, turn)| headlines::spoken(turn.label.clone(), turn.label.end, turn.said.clone())).collect()
}

/// The turn that a block is: a name or a letter, a colon, and at least a sentence.
fn turn(passage: &Passage, block: usize, tokens: Range<usize>) -> Option<Turn> {
    let reach = tokens.end.min(tokens.start + MAX_LABEL + 1);
    let colon = (tokens.start + 1..reach).find(|index| passage.reads(*index, ":"))?;
    let label = tokens.start..colon;
    let is_letter = label.len() == 1 && passage.tokens[label.start].shape == Shape::Upper;
    let is_name = label.clone().all(|index| heads::is_name_word(passage, index) || passage.reads(index, "."));
    let said = colon + 1..tokens.end;
    let is_said = said.clone().any(|index| passage.is_word(index)) && passage.quotation(colon + 1).is_none();
    let is_prose = passage.tokens[tokens.end - 1].kind == TokenKind::Mark;
    let speaker = passage.tokens[colon - 1].hash;
    (is_said && is_prose && (is_letter || is_name)).then_some(Turn { block, label, said, speaker })
}
