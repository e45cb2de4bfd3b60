//! What a token stands among: what the rules take it for, the cues and sentences around it.

use crate::{
    find::{passage::Passage, rules::Candidate},
    lexicon::Class,
    text::sentences::Sentence,
};

/// What is known of the surroundings of every token.
pub struct Context {
    /// What the rules take it for: 0 nothing, else its role and whether it is the first of its span.
    pub roles: Vec<u8>,
    /// The nearest cues of its sentence.
    pub cues: Vec<Nearest>,
    /// The kinds of its sentence and those beside it.
    pub sentences: Vec<u16>,
}

/// The nearest strong cue of a token's sentence to its left and to its right, outside speech.
#[derive(Clone, Copy, Debug, Default)]
pub struct Nearest {
    /// How far, in steps, and how many commas stand between.
    pub left: u8,
    /// The same.
    pub right: u8,
    /// What kind of cue.
    pub left_kind: u8,
    /// The same.
    pub right_kind: u8,
}

impl Context {
    /// The surroundings of every token.
    pub fn new(passage: &Passage, candidates: &[Candidate]) -> Self {
        Context {
            roles: rule_roles(passage, candidates),
            cues: nearest_cues(passage),
            sentences: sentence_kinds(passage),
        }
    }
}

fn rule_roles(passage: &Passage, candidates: &[Candidate]) -> Vec<u8> {
    let mut roles = vec![0; passage.tokens.len()];
    let mut mark = |range: std::ops::Range<usize>, role: u8| {
        roles[range.clone()].fill(role + 1);
        roles[range.start] = role;
    };
    for candidate in candidates {
        for content in &candidate.content {
            mark(content.clone(), if content.start < candidate.anchor.head { 2 } else { 4 });
        }
    }
    for candidate in candidates {
        if let Some(source) = &candidate.source {
            mark(source.clone(), if source.start < candidate.anchor.head { 6 } else { 8 });
        }
        let sure = [0, 110, 220].iter().filter(|odds| candidate.anchor.log_odds > **odds).count() as u8;
        mark(candidate.anchor.tokens.clone(), 10 + 2 * sure);
    }
    roles
}

fn nearest_cues(passage: &Passage) -> Vec<Nearest> {
    let mut nearest = vec![Nearest::default(); passage.tokens.len()];
    for sentence in passage.sentences {
        let mut walk = Walk::default();
        for index in sentence.tokens.clone() {
            (nearest[index].left, nearest[index].left_kind) = walk.step(passage, index);
        }
        let mut walk = Walk::default();
        for index in sentence.tokens.clone().rev() {
            (nearest[index].right, nearest[index].right_kind) = walk.step(passage, index);
        }
    }
    nearest
}

/// A walk away from a cue.
#[derive(Default)]
struct Walk {
    n_tokens: Option<usize>,
    n_commas: u8,
    kind: u8,
}

impl Walk {
    /// What the walk knows before the token at `index`, which it passes.
    fn step(&mut self, passage: &Passage, index: usize) -> (u8, u8) {
        let token = &passage.tokens[index];
        let steps = match self.n_tokens {
            None => 0,
            Some(0) => 1,
            Some(1) => 2,
            Some(2..=3) => 3,
            Some(4..=7) => 4,
            Some(8..=15) => 5,
            Some(_) => 6,
        };
        let result = (steps + 8 * self.n_commas.min(2), self.kind);
        self.n_tokens = self.n_tokens.map(|n_tokens| n_tokens + 1);
        self.n_commas += u8::from(self.n_commas < 2 && passage.word(index) == ",");
        let is_cue = token.is(Class::Strong) || token.is(Class::Saying);
        if is_cue && !passage.is_speech(index) {
            *self = Walk { n_tokens: Some(0), n_commas: 0, kind: cue_kind(passage, index) };
        }
        result
    }
}

/// What kind of cue the token is, as far as its content's end depends on it.
fn cue_kind(passage: &Passage, index: usize) -> u8 {
    let kinds = [Class::Saying, Class::Intention, Class::Belief, Class::Knowledge];
    let kind = kinds.iter().position(|class| passage.is(index, *class)).map_or(1, |kind| kind + 2) as u8;
    kind + 8 * u8::from(passage.is(index, Class::Past)) + 16 * u8::from(passage.is(index, Class::CueNoun))
}

/// For every token: whether its sentence and those beside it begin and end quoted, and have a cue outside speech.
fn sentence_kinds(passage: &Passage) -> Vec<u16> {
    let kinds: Vec<u16> = passage.sentences.iter().map(|sentence| sentence_kind(passage, sentence)).collect();
    let mut of_tokens = vec![0; passage.tokens.len()];
    for (index, sentence) in passage.sentences.iter().enumerate() {
        let beside = |other: Option<usize>| {
            let other = other.filter(|other| *other < kinds.len());
            other.map_or(0, |other| kinds[other] << 1 | u16::from(passage.sentences[other].block == sentence.block))
        };
        let before = beside(index.checked_sub(1));
        of_tokens[sentence.tokens.clone()].fill(kinds[index] | before << 4 | beside(Some(index + 1)) << 9);
    }
    of_tokens
}

fn sentence_kind(passage: &Passage, sentence: &Sentence) -> u16 {
    let is_quoted = |index: usize| passage.quotation(index).is_some();
    let is_cue = |index: &usize| {
        let token = &passage.tokens[*index];
        (token.is(Class::Strong) || token.is(Class::Saying)) && !passage.is_speech(*index)
    };
    let has_cue = sentence.tokens.clone().any(|index| is_cue(&index));
    1 | u16::from(is_quoted(sentence.tokens.start)) << 1
        | u16::from(is_quoted(sentence.tokens.end - 1)) << 2
        | u16::from(has_cue) << 3
}
