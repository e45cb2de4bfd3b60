//! Finds hedges: words by which somebody commits to less than the plain statement would
//! (Hyland 1998; Prince et al. 1982). Which words, of which category and level, and next to what, stands in the
//! lists of the language; what the contexts are is [`contexts`].

pub mod site;
pub mod amounts;
pub mod nouns;
pub mod verbs;
pub mod modals;
pub mod contexts;
pub mod mentions;
pub mod voices;

use super::{attributions::Attribution, passage::Passage};
use crate::{options::Options, span::Span};
use mentions::mentions;
use voices::Speakers;

/// What kind of caution a hedge adds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum HedgeCategory {
    /// may, might, could, likely, perhaps
    Possibility,
    /// appears, seems, apparently, suggests (of evidence)
    Appearance,
    /// allegedly, reportedly, is said to: reported by nobody named
    Hearsay,
    /// about, nearly, some before a quantity
    Approximator,
    /// "I think" where it weakens one's own statement
    Opinion,
    /// would, if, should, can
    Conditional,
}

impl HedgeCategory {
    /// All of them, in the order in which they are shown.
    pub const ALL: [HedgeCategory; 6] = [
        HedgeCategory::Possibility,
        HedgeCategory::Appearance,
        HedgeCategory::Hearsay,
        HedgeCategory::Approximator,
        HedgeCategory::Opinion,
        HedgeCategory::Conditional,
    ];

    /// Its name in a report.
    pub const fn name(self) -> &'static str {
        match self {
            HedgeCategory::Possibility => "possibility",
            HedgeCategory::Appearance => "appearance",
            HedgeCategory::Hearsay => "hearsay",
            HedgeCategory::Approximator => "approximator",
            HedgeCategory::Opinion => "opinion",
            HedgeCategory::Conditional => "conditional",
        }
    }
}

/// How certain the hedged statement still is (Rubin 2007, folded to three).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Barely more than a guess.
    Low,
    /// Open.
    Medium,
    /// Nearly the plain statement.
    High,
}

impl Level {
    /// Its name in a report.
    pub const fn name(self) -> &'static str {
        match self {
            Level::Low => "low",
            Level::Medium => "medium",
            Level::High => "high",
        }
    }
}

/// Who hedges.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Voice {
    /// The article's author.
    Own,
    /// The source of the attribution whose content the hedge stands in.
    Source,
}

impl Voice {
    /// Its name in a report.
    pub const fn name(self) -> &'static str {
        match self {
            Voice::Own => "own",
            Voice::Source => "source",
        }
    }
}

/// A hedge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hedge {
    /// The hedging words; stacked hedges ("might seem") are one.
    pub span: Span,
    /// What kind of caution they add.
    pub category: HedgeCategory,
    /// How certain the statement still is.
    pub level: Level,
    /// Who hedges.
    pub voice: Voice,
    /// Why it is marked, as a sentence for the reader.
    pub reason: String,
}

/// The hedges of a passage, in text order, and whose each is.
pub fn hedges(passage: &Passage, attributions: &[Attribution], options: &Options) -> Vec<Hedge> {
    let speakers = Speakers::new(passage, attributions);
    let mentions = mentions(passage).into_iter();
    let asked = mentions.filter(|mention| options.conditionals || mention.category != HedgeCategory::Conditional);
    asked.map(|mention| speakers.hedge(mention)).collect()
}
