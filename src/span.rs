//! A stretch of text. Others reach it as [`crate::Span`].

use std::ops::Range;

/// A stretch of text in UTF-8 bytes, end excluded, both ends on character boundaries.
///
/// ```
/// use claimlight::Span;
///
/// let text = "Zoë said so.";
/// let (name, cue) = (Span::new(0, 4), Span::from(5..9));
/// assert_eq!((name.of(text), cue.of(text)), ("Zoë", "said"));
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
    ///
    /// ```
    /// let span = claimlight::Span::new(4, 10);
    /// assert_eq!(&"The bridge may close."[span.start..span.end], "bridge");
    /// ```
    pub const fn new(start: usize, end: usize) -> Self {
        Span { start, end }
    }

    /// The words the span covers; empty if it does not fit `text`.
    ///
    /// ```
    /// use claimlight::Span;
    ///
    /// assert_eq!(Span::new(0, 4).of("Zoë said so."), "Zoë");
    /// // Byte 3 stands within a letter, and byte 90 is none of this text.
    /// assert_eq!((Span::new(0, 3).of("Zoë said so."), Span::new(2, 90).of("Zoë said so.")), ("", ""));
    /// ```
    #[inline]
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }

    /// Its length in bytes.
    ///
    /// ```
    /// let text = "Zoë";
    /// // Three letters, four bytes.
    /// assert_eq!((claimlight::Span::new(0, text.len()).len(), text.chars().count()), (4, 3));
    /// ```
    pub const fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// Whether it covers nothing.
    ///
    /// ```
    /// use claimlight::Span;
    ///
    /// assert!(Span::new(7, 7).is_empty() && !Span::new(7, 8).is_empty());
    /// ```
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// Whether every byte of `other` lies in it.
    ///
    /// ```
    /// use claimlight::{Options, scan};
    ///
    /// let report = scan("The bridge may close in June, the mayor said.", &Options::default());
    /// // The caution stands in what the mayor said: it is the mayor's.
    /// assert!(report.attributions[0].content[0].contains(report.hedges[0].span));
    /// ```
    pub const fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a byte.
    ///
    /// ```
    /// use claimlight::Span;
    ///
    /// let sentence = Span::new(10, 40);
    /// assert!(sentence.overlaps(Span::new(39, 50)));
    /// assert!(!sentence.overlaps(Span::new(40, 50)), "the end is excluded");
    /// ```
    pub const fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that contains both.
    ///
    /// ```
    /// use claimlight::{Options, scan};
    ///
    /// let text = "The bridge may close in June, the mayor said.";
    /// let said = scan(text, &Options::default()).attributions.remove(0);
    /// assert_eq!(said.source.map(|source| source.span.to(said.cue.span).of(text)), Some("the mayor said"));
    /// ```
    pub fn to(self, other: Span) -> Span {
        Span::new(self.start.min(other.start), self.end.max(other.end))
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Span::new(range.start, range.end)
    }
}
