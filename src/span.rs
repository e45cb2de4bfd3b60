//! A stretch of text.

use std::ops::Range;

/// A stretch of text in UTF-8 bytes, end excluded, both ends on character boundaries.
///
/// ```
/// use claimlight::Span;
///
/// let text = "Zoë said so.";
/// let (name, cue) = (Span::new(0, 4), Span::from(5..9));
/// assert_eq!((name.of(text), cue.of(text)), ("Zoë", "said"));
/// assert_eq!((name.len(), name.is_empty()), (4, false));
/// assert_eq!(name.to(cue).of(text), "Zoë said");
/// assert!(name.to(cue).contains(cue) && !name.overlaps(cue));
/// assert_eq!(Span::new(2, 90).of(text), "");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

impl Span {
    /// The span from `start` to `end`.
    pub const fn new(start: usize, end: usize) -> Self {
        Span { start, end }
    }

    /// The words the span covers; empty if it does not fit `text`.
    #[inline]
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }

    /// Its length in bytes.
    pub const fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// Whether it covers nothing.
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// Whether every byte of `other` lies in it.
    pub const fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a byte.
    pub const fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that contains both.
    pub fn to(self, other: Span) -> Span {
        Span::new(self.start.min(other.start), self.end.max(other.end))
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Span::new(range.start, range.end)
    }
}
