//! Finds cues: the words that anchor an attribution ("has warned", "according to").
//! Types after the PDTB's attribution types (Prasad et al. 2006).

use crate::span::Span;

/// What a source does by its cue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CueType {
    /// said, according to
    Communication,
    /// thinks, is confident
    Belief,
    /// saw, knows, found
    Knowledge,
    /// urged, plans, refuses
    Intention,
}

impl CueType {
    /// Its name in a report.
    pub const fn name(self) -> &'static str {
        match self {
            CueType::Communication => "communication",
            CueType::Belief => "belief",
            CueType::Knowledge => "knowledge",
            CueType::Intention => "intention",
        }
    }
}

/// A cue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cue {
    /// The whole cue: the verb group with its adverbials.
    pub span: Span,
    /// What the source does by it.
    pub cue_type: CueType,
    /// Whether it leans (claimed, admitted, warned), after Recasens et al. 2013.
    pub loaded: bool,
}
