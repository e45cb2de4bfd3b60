//! Finds hedges: words by which somebody commits to less than the plain statement would
//! (Hyland 1998; Prince et al. 1982). Which words, of which category and level, and next to what, stands in the
//! lists of the language; what the contexts are is `contexts`.

mod site;
mod amounts;
mod nouns;
mod verbs;
mod modals;
mod contexts;
mod mentions;
mod voices;

use super::{attributions::Attribution, passage::Passage};
use crate::{options::Options, span::Span};
use mentions::mentions;
use voices::Speakers;

/// What kind of caution a hedge adds.
///
/// ```
/// use claimlight::{Options, report::HedgeCategory, scan};
///
/// let report = scan("It may sink. It appears to sink. It allegedly sank. It weighs about 40 tons.", &Options::default());
/// let found: Vec<HedgeCategory> = report.hedges.iter().map(|hedge| hedge.category).collect();
/// assert_eq!(found, HedgeCategory::ALL[..4]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum HedgeCategory {
    /// It is left open whether it is so: may, might, could, likely, perhaps.
    Possibility,
    /// It looks so: appears, seems, apparently, suggests (of evidence).
    Appearance,
    /// Somebody says so who is not named: allegedly, reportedly, is said to.
    Hearsay,
    /// The number is near, not exact: about, nearly, some before a quantity.
    Approximator,
    /// It is a view: "I think" where it weakens one's own statement.
    Opinion,
    /// It depends on something: would, if, should, can. Found only where the options ask for conditionals.
    Conditional,
}

impl HedgeCategory {
    /// All of them, in the order in which they are shown.
    ///
    /// ```
    /// use claimlight::{Options, report::HedgeCategory, scan};
    ///
    /// let report = scan("It may sink. It allegedly sank. It could float.", &Options::default());
    /// // A table of how often each occurs, those that do not included.
    /// let count = |category| report.hedges.iter().filter(|hedge| hedge.category == category).count();
    /// assert_eq!(HedgeCategory::ALL.map(count), [2, 0, 1, 0, 0, 0]);
    /// ```
    pub const ALL: [HedgeCategory; 6] = [
        HedgeCategory::Possibility,
        HedgeCategory::Appearance,
        HedgeCategory::Hearsay,
        HedgeCategory::Approximator,
        HedgeCategory::Opinion,
        HedgeCategory::Conditional,
    ];

    /// Its name in a report.
    ///
    /// ```
    /// assert_eq!(claimlight::report::HedgeCategory::Hearsay.name(), "hearsay");
    /// ```
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
///
/// ```
/// use claimlight::{Options, report::Level, scan};
///
/// let report = scan("The bridge is almost certainly unsafe. Perhaps it will reopen.", &Options::default());
/// assert!(report.hedges[0].level > report.hedges[1].level && report.hedges[1].level >= Level::Low);
/// ```
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
    ///
    /// ```
    /// assert_eq!(claimlight::report::Level::Medium.name(), "medium");
    /// ```
    pub const fn name(self) -> &'static str {
        match self {
            Level::Low => "low",
            Level::Medium => "medium",
            Level::High => "high",
        }
    }
}

/// Who hedges.
///
/// ```
/// use claimlight::{Options, report::Voice, scan};
///
/// let report = scan("The ferry may sink. The harbour may close, the mayor said.", &Options::default());
/// assert_eq!((report.hedges[0].voice, report.hedges[1].voice), (Voice::Own, Voice::Source));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Voice {
    /// The article's author.
    Own,
    /// The source of the attribution whose content the hedge stands in.
    Source,
}

impl Voice {
    /// Its name in a report.
    ///
    /// ```
    /// assert_eq!(claimlight::report::Voice::Own.name(), "own");
    /// ```
    pub const fn name(self) -> &'static str {
        match self {
            Voice::Own => "own",
            Voice::Source => "source",
        }
    }
}

/// A hedge.
///
/// ```
/// use claimlight::{Options, scan};
///
/// let text = "It might seem late.";
/// let hedge = scan(text, &Options::default()).hedges.remove(0);
/// assert_eq!((hedge.span.of(text), hedge.category.name()), ("might seem", "possibility"));
/// assert!(hedge.reason.ends_with(['.', '?']), "a sentence a reader can be shown");
/// ```
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
