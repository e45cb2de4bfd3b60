//! Byte offsets in the units other programs count in.

/// What the offsets of a report count.
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
    pub const ALL: [Unit; 3] = [Unit::Char, Unit::Utf8, Unit::Utf16];

    /// Its name in a report.
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
/// assert_eq!(Offsets::new(text, Unit::Char).byte(4), 5);
/// ```
#[derive(Default)]
pub struct Offsets {
    /// After each character that is longer in UTF-8 than in the unit: the byte offset, and by how much
    /// the offset in the unit is less.
    shifts: Vec<(usize, usize)>,
}

impl Offsets {
    /// Prepares to convert byte offsets of `text`.
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
    pub fn of(&self, offset: usize) -> usize {
        let n_before = self.shifts.partition_point(|(after, _)| *after <= offset);
        offset - self.shifts[..n_before].last().map_or(0, |(_, shift)| *shift)
    }

    /// The byte of `offset` in the unit; the inverse of [`Offsets::of`].
    pub fn byte(&self, offset: usize) -> usize {
        let n_before = self.shifts.partition_point(|(after, shift)| after - shift <= offset);
        offset + self.shifts[..n_before].last().map_or(0, |(_, shift)| *shift)
    }

    /// The byte of `offset` in `text`; where that is half a surrogate pair, the byte before the character.
    pub fn byte_before(&self, text: &str, offset: usize) -> usize {
        let byte = self.byte(offset).min(text.len());
        (0..=byte).rev().find(|byte| text.is_char_boundary(*byte)).unwrap_or_default()
    }

    /// The byte of `offset` in `text`; where that is half a surrogate pair, the byte after the character.
    pub fn byte_after(&self, text: &str, offset: usize) -> usize {
        let byte = self.byte(offset).min(text.len());
        (byte..=text.len()).find(|byte| text.is_char_boundary(*byte)).unwrap_or(byte)
    }
}
