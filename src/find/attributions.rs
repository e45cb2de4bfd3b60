//! Finds attributions: a source, a cue and the content attributed (Pareti's PARC 3; PolNeAR, Newell et al. 2018).

use super::{cues::Cue, sources::Source};
use crate::span::Span;

/// Whether the content is given in the source's own words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Directness {
    /// All of it stands in quotation marks.
    Direct,
    /// None of it does.
    Indirect,
    /// Some of it does.
    Mixed,
}

impl Directness {
    /// Its name in a report.
    pub const fn name(self) -> &'static str {
        match self {
            Directness::Direct => "direct",
            Directness::Indirect => "indirect",
            Directness::Mixed => "mixed",
        }
    }
}

/// An attribution.
#[derive(Clone, Debug, PartialEq)]
pub struct Attribution {
    /// Who is said to say it; none for "it is believed that".
    pub source: Option<Source>,
    /// The words that anchor it.
    pub cue: Cue,
    /// What is attributed, in text order; several spans where the cue interrupts it or a quotation resumes.
    pub content: Vec<Span>,
    /// Whether the content is quoted.
    pub directness: Directness,
    /// How sure the finder is that this is an attribution, from 0 to 1.
    pub confidence: f32,
    /// Why it is marked, as a sentence for the reader.
    pub reason: String,
}
