//! What changed in the sourcing between two versions of an article, as JSON.

use serde::Serialize;

/// What changed between two versions.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Differences {
    /// The version before.
    pub old: Version,
    /// The version after.
    pub new: Version,
    /// The sources that are new, gone, identified otherwise, or speak more or less often.
    pub sources: Vec<SourceChange>,
    /// The sentences of which something else is said than before, in the order of the text.
    pub sentences: Vec<SentenceChange>,
}

/// One of the versions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Version {
    /// Its name.
    pub id: String,
    /// Why nothing is marked in it (as in a report), if nothing is.
    pub reason: Option<&'static str>,
}

/// What became of a source; it is in one version or in both.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SourceChange {
    /// Its name.
    pub name: String,
    /// As it was; none if it is new.
    pub before: Option<SourceState>,
    /// As it is; none if it is gone.
    pub after: Option<SourceState>,
}

/// A source in one version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct SourceState {
    /// How it is identified.
    pub kind: &'static str,
    /// How many sources are called and identified so: two witnesses nobody names are both "a witness".
    pub sources: usize,
    /// How many statements are its, or theirs.
    pub statements: usize,
}

/// What became of a sentence; it is in one version or in both.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SentenceChange {
    /// Its words as they were; none if it is new.
    pub before: Option<String>,
    /// Its words as they are; none if it is gone.
    pub after: Option<String>,
    /// What is said of it no longer.
    pub gone: Vec<Said>,
    /// What is said of it now.
    pub fresh: Vec<Said>,
}

/// One thing that is said of a sentence; what is equal is the same finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "finding", rename_all = "kebab-case")]
pub enum Said {
    /// Somebody speaks in it.
    Attribution {
        /// Who, as the ledger names them; none if nobody is named.
        source: Option<String>,
        /// How they are identified.
        source_kind: &'static str,
        /// Whether the cue leans: "said" has become "claimed".
        loaded: bool,
    },
    /// A word of caution.
    Hedge {
        /// The words.
        words: String,
        /// Which caution.
        category: &'static str,
    },
    /// A claim.
    Claim {
        /// What it rests on.
        support: &'static str,
    },
}

impl Differences {
    /// Whether nothing changed.
    pub fn are_none(&self) -> bool {
        self.sources.is_empty() && self.sentences.is_empty()
    }

    /// As JSON with a line for each value.
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).expect("differences have string keys and nothing that fails to serialize")
    }
}
