//! The labels of the tagger.

/// How many labels there are.
pub const N_LABELS: usize = 9;

/// The part a token plays. Each part has a label for its first token and one for the rest.
pub type Label = u8;

/// No part in an attribution.
pub const OUTSIDE: Label = 0;
/// A cue.
pub const CUE: Label = 1;
/// A source.
pub const SOURCE: Label = 3;
/// Content whose cue comes after it.
pub const CONTENT_BEFORE: Label = 5;
/// Content whose cue comes before it.
pub const CONTENT_AFTER: Label = 7;

/// The label of a part's first token, whichever token of it this labels.
pub const fn part(label: Label) -> Label {
    if label == OUTSIDE { OUTSIDE } else { label - (label + 1) % 2 }
}

/// Whether a label begins a part.
pub const fn begins(label: Label) -> bool {
    label % 2 == 1
}
