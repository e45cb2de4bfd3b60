//! Byte offsets in the units other programs count in.

/// What the offsets of a report count.
///
/// ```
/// use claimlight::{Options, article::from_text, scan_article, wire::{self, Unit}};
///
/// let article = from_text("🚢 The ferry may sink.");
/// let report = scan_article(&article, &Options::default());
/// let starts = Unit::ALL.map(|unit| {
///     let report = serde_json::to_value(wire::report("a", &article, &report, unit)).unwrap_or_default();
///     report["hedges"][0]["start"].as_u64()
/// });
/// assert_eq!(starts, [Some(12), Some(15), Some(13)]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Unit {
    /// Unicode code points, as Python counts.
    Char,
    /// UTF-8 bytes, as Rust counts.
    #[default]
    Utf8,
    /// UTF-16 code units, as JavaScript counts.
    Utf16,
}

impl Unit {
    /// All units.
    ///
    /// ```
    /// use claimlight::wire::Unit;
    ///
    /// // The one that was asked for by name.
    /// assert_eq!(Unit::ALL.into_iter().find(|unit| unit.name() == "utf16"), Some(Unit::Utf16));
    /// ```
    pub const ALL: [Unit; 3] = [Unit::Char, Unit::Utf8, Unit::Utf16];

    /// Its name in a report.
    ///
    /// ```
    /// assert_eq!(claimlight::wire::Unit::default().name(), "utf8");
    /// ```
    pub const fn name(self) -> &'static str {
        match self {
            Unit::Char => "char",
            Unit::Utf8 => "utf8",
            Unit::Utf16 => "utf16",
        }
    }

    /// How many units a character takes.
    const fn of(self, character: char) -> usize {
        match self {
            Unit::Char => 1,
            Unit::Utf8 => character.len_utf8(),
            Unit::Utf16 => character.len_utf16(),
        }
    }
}

/// Offsets of one text in one unit.
///
/// ```
/// use claimlight::wire::{Offsets, Unit};
///
/// let text = "Zoë may";
/// assert_eq!((Offsets::new(text, Unit::Utf8).of(5), Offsets::new(text, Unit::Char).of(5)), (5, 4));
/// ```
#[derive(Default)]
pub struct Offsets {
    /// After each character that is longer in UTF-8 than in the unit: the byte offset, and by how much
    /// the offset in the unit is less.
    shifts: Vec<(usize, usize)>,
}

impl Offsets {
    /// Prepares to convert byte offsets of `text`.
    ///
    /// ```
    /// use claimlight::wire::{Offsets, Unit};
    ///
    /// // Built once for a text, asked for every span of it.
    /// let offsets = Offsets::new("“Zoë may come,” he said.", Unit::Utf16);
    /// assert_eq!([3, 8, 11].map(|byte| offsets.of(byte)), [1, 5, 8]);
    /// ```
    pub fn new(text: &str, unit: Unit) -> Self {
        let (mut shifts, mut shift, mut end) = (Vec::new(), 0, 0);
        // Most letters are one byte, and one unit: they are passed over.
        while let Some(n_short) = text.as_bytes()[end..].iter().position(|byte| !byte.is_ascii()) {
            let Some(character) = text[end + n_short..].chars().next() else { break };
            end += n_short + character.len_utf8();
            let less = character.len_utf8() - unit.of(character);
            shift += less;
            if less > 0 {
                shifts.push((end, shift));
            }
        }
        Offsets { shifts }
    }

    /// The offset in the unit of byte `offset`.
    ///
    /// ```
    /// use claimlight::wire::{Offsets, Unit};
    ///
    /// assert_eq!(Offsets::new("🚢 sinks", Unit::Char).of("🚢 ".len()), 2);
    /// assert_eq!(Offsets::new("🚢 sinks", Unit::Utf16).of("🚢 ".len()), 3);
    /// ```
    pub fn of(&self, offset: usize) -> usize {
        let n_before = self.shifts.partition_point(|(after, _)| *after <= offset);
        offset - self.shifts[..n_before].last().map_or(0, |(_, shift)| *shift)
    }

    /// The byte of `offset` in the unit; the inverse of [`Offsets::of`].
    ///
    /// ```
    /// use claimlight::wire::{Offsets, Unit};
    ///
    /// // What a Python program found at characters 4 to 7.
    /// let (text, offsets) = ("Zoë may", Offsets::new("Zoë may", Unit::Char));
    /// assert_eq!(&text[offsets.byte(4)..offsets.byte(7)], "may");
    /// ```
    pub fn byte(&self, offset: usize) -> usize {
        let n_before = self.shifts.partition_point(|(after, shift)| after - shift <= offset);
        offset + self.shifts[..n_before].last().map_or(0, |(_, shift)| *shift)
    }

    /// The byte of `offset` in `text`; where that is half a surrogate pair, the byte before the character.
    ///
    /// ```
    /// use claimlight::wire::{Offsets, Unit};
    ///
    /// assert_eq!(Offsets::new("a🚢b", Unit::Utf16).byte_before("a🚢b", 2), 1);
    /// ```
    pub fn byte_before(&self, text: &str, offset: usize) -> usize {
        let byte = self.byte(offset).min(text.len());
        (0..=byte).rev().find(|byte| text.is_char_boundary(*byte)).unwrap_or_default()
    }

    /// The byte of `offset` in `text`; where that is half a surrogate pair, the byte after the character.
    ///
    /// ```
    /// use claimlight::wire::{Offsets, Unit};
    ///
    /// // A selection that ends within the ship takes all of it.
    /// assert_eq!(Offsets::new("a🚢b", Unit::Utf16).byte_after("a🚢b", 2), "a🚢".len());
    /// ```
    pub fn byte_after(&self, text: &str, offset: usize) -> usize {
        let byte = self.byte(offset).min(text.len());
        (byte..=text.len()).find(|byte| text.is_char_boundary(*byte)).unwrap_or(byte)
    }
}
