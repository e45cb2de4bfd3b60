//! What a token stands among: what the rules take it for, and the cues around it.

use crate::{
    find::{passage::Passage, rules::Candidate},
    lexicon::Class,
};

/// What is known of the surroundings of every token.
pub struct Context {
    /// What the rules take it for: 0 nothing, else its role and whether it is the first of its span.
    pub roles: Vec<u8>,
    /// How far the nearest strong cue of its sentence is to the left and to the right, outside speech: in steps, and
    /// how many commas stand between.
    pub distances: Vec<(u8, u8)>,
}

impl Context {
    /// The surroundings of every token.
    pub fn new(passage: &Passage, candidates: &[Candidate]) -> Self {
        Context { roles: rule_roles(passage, candidates), distances: cue_distances(passage) }
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

fn cue_distances(passage: &Passage) -> Vec<(u8, u8)> {
    let mut distances = vec![(0, 0); passage.tokens.len()];
    for sentence in passage.sentences {
        let mut walk = Walk::default();
        for index in sentence.tokens.clone() {
            distances[index].0 = walk.step(passage, index);
        }
        let mut walk = Walk::default();
        for index in sentence.tokens.clone().rev() {
            distances[index].1 = walk.step(passage, index);
        }
    }
    distances
}

/// A walk away from a cue.
#[derive(Default)]
struct Walk {
    n_tokens: Option<usize>,
    n_commas: u8,
}

impl Walk {
    /// What the walk knows before the token at `index`, which it passes.
    fn step(&mut self, passage: &Passage, index: usize) -> u8 {
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
        let known = steps + 8 * self.n_commas.min(2);
        self.n_tokens = self.n_tokens.map(|n_tokens| n_tokens + 1);
        self.n_commas += u8::from(self.n_commas < 2 && passage.reads(index, ","));
        let is_cue = token.is(Class::Strong) || token.is(Class::Saying);
        if is_cue && !passage.is_speech(index) {
            *self = Walk { n_tokens: Some(0), n_commas: 0 };
        }
        known
    }
}
