//! The labels of the tagger.

/// How many labels there are.
pub const N_LABELS: usize = 15;

/// How many numbers a row of scores has: the labels, padded so that a processor adds a whole row at once.
pub const N_LANES: usize = 16;

/// The part a token plays. Each part has a label for its first token and one for the rest.
pub type Label = u8;

/// No part in an attribution.
pub const OUTSIDE: Label = 0;
/// A cue.
pub const CUE: Label = 1;
/// A source whose cue comes after it.
pub const SOURCE_BEFORE: Label = 3;
/// A source whose cue comes before it.
pub const SOURCE_AFTER: Label = 5;
/// Content whose cue comes after it.
pub const CONTENT_BEFORE: Label = 7;
/// Content whose cue comes before it, in the same sentence.
pub const CONTENT_AFTER: Label = 9;
/// Content that goes on in a later sentence than its cue's.
pub const CONTENT_RESUMED: Label = 11;
/// Between two parts of one attribution whose cue is still to come; it remembers that one is due.
pub const GAP_BEFORE: Label = 13;
/// Between two parts of one attribution whose cue has been.
pub const GAP_AFTER: Label = 14;

/// The label of a part's first token, whichever token of it this labels.
pub const fn part(label: Label) -> Label {
    if label == OUTSIDE || is_gap(label) { label } else { label - (label + 1) % 2 }
}

/// Whether a label begins a part.
pub const fn begins(label: Label) -> bool {
    label % 2 == 1 && !is_gap(label)
}

/// Whether it labels what stands between two parts.
pub const fn is_gap(label: Label) -> bool {
    label == GAP_BEFORE || label == GAP_AFTER
}

/// Whether `label` may follow `before`: the rest of a part only its beginning or itself; a gap only a part
/// or itself, and after a gap comes a part.
pub const fn may_follow(before: Label, label: Label) -> bool {
    match label {
        OUTSIDE => !is_gap(before),
        GAP_BEFORE | GAP_AFTER => before == label || before != OUTSIDE && !is_gap(before),
        _ => begins(label) || part(before) == part(label),
    }
}

/// Whether a text may begin with `label`.
pub const fn may_begin(label: Label) -> bool {
    label == OUTSIDE || begins(label)
}
