//! Patterns of one's own: what a newsroom or a reader adds to the word lists, as regular expressions in a text file.
//!
//! ```text
//! # A comment stands on a line of its own.
//! [attribution communication] how our agency names its sources (the reason a reader is shown)
//! (?<source>The [A-Z]\w+ desk) (?<cue>has it) that (?<content>[^.]+)
//! [hedge possibility low]
//! (?i)\bfor what it is worth\b
//! ```
//! A heading `[attribution TYPE]` says the cue's type (communication, belief, knowledge, intention), then, if it is
//! wanted, `loaded` and the source's kind (named, role, anonymous, collective, document, outlet; else its words tell it, as
//! they do of every source). Its patterns have a group named `cue` and may have `source` and `content`. A heading `[hedge CATEGORY]` may say a level (low, medium, high); its patterns mark all they match.
//!
//! Words and phrases need no pattern. A heading `[cue TYPE]` lists cues, each in the forms it is used in; `[source KIND]`
//! lists sources, which are of this kind wherever they are one; and a line of letters alone below `[hedge …]` is a
//! phrase, found whole, in small letters or large.
//!
//! ```text
//! [cue communication loaded]
//! rumbles
//! rumbled
//! [source document]
//! the Aldwick Ledger
//! ```
//!
//! What a pattern finds is added where it touches no finding of its kind; attributions first, then sources, then hedges.
//! A pattern is searched for in one block at a time, and in one sentence at a time where a block has more than 2,048
//! bytes, 300 words; `^` and `$` are its ends. Matching takes time linear in the text whatever the pattern: there is no
//! look-around and no back-reference, and no match reads further than that.
//!
//! ```
//! use claimlight::{Options, article::from_text, patterns, scan_article};
//!
//! let rules = patterns::read("rules.txt", "[cue communication loaded]\nrumbled\n").expect("they are sound");
//! let article = from_text("“Never,” rumbled Ana Ruiz.");
//! let mut report = scan_article(&article, &Options::default());
//! rules.apply(&article, &mut report);
//! assert!(report.attributions[0].cue.loaded);
//! ```

mod compile;
mod lists;
mod headings;
mod read;
mod stretches;
mod additions;
mod identified;
mod apply;

#[cfg(feature = "web")]
pub(crate) use apply::Application;
pub use read::{PatternError, read, read_sound};

use regex::Regex;

use crate::find::{
    cues::CueType,
    hedges::{HedgeCategory, Level},
    sources::SourceKind,
};

/// Patterns that were read and are sound.
///
/// ```
/// use claimlight::{Options, article::from_text, patterns::Patterns, scan_article};
///
/// let article = from_text("The bridge may close.");
/// let mut report = scan_article(&article, &Options::default());
/// let before = report.clone();
/// Patterns::default().apply(&article, &mut report);
/// assert_eq!(report, before, "without rules nothing is added");
/// ```
#[derive(Clone, Debug, Default)]
pub struct Patterns {
    patterns: Vec<Pattern>,
}

/// One pattern.
#[derive(Clone, Debug)]
struct Pattern {
    regex: Regex,
    finds: Finds,
    /// Why what it finds is marked; what stands beside its heading.
    reason: String,
}

/// What a pattern finds; its heading says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Finds {
    Attribution {
        cue_type: CueType,
        loaded: bool,
        source_kind: Option<SourceKind>,
    },
    Hedge {
        category: HedgeCategory,
        level: Level,
    },
    /// Nothing new: that a source which is found is of this kind.
    Source {
        kind: SourceKind,
    },
}

impl Patterns {
    /// How many there are.
    ///
    /// ```
    /// use claimlight::patterns::read;
    ///
    /// let rules = read("rules.txt", "[hedge possibility]\n# a comment\n(?i)\\bso we hear\\b\n(?i)\\bas it were\\b\n").expect("they are sound");
    /// assert_eq!(rules.len(), 2);
    /// ```
    pub fn len(&self) -> usize {
        self.patterns.len()
    }

    /// Whether there is none.
    ///
    /// ```
    /// assert!(claimlight::patterns::read("rules.txt", "# nothing yet\n").expect("it is sound").is_empty());
    /// ```
    pub fn is_empty(&self) -> bool {
        self.patterns.is_empty()
    }
}
