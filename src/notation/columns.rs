//! Columns of a terminal.

use unicode_width::UnicodeWidthChar;

/// How many columns `text` takes.
pub fn width(text: &str) -> usize {
    text.chars().map(width_of).sum()
}

/// Whether `text` takes more than `most` columns; looks no further than it must.
pub fn is_wider(text: &str, most: usize) -> bool {
    let mut columns = 0;
    text.chars().any(|character| {
        columns += width_of(character);
        columns > most
    })
}

/// How many columns a character takes; a control character stands there as a space.
pub fn width_of(character: char) -> usize {
    shown(character).width().unwrap_or(1)
}

/// The character as it is written: whatever would move the cursor, or command the terminal, is a space.
pub fn shown(character: char) -> char {
    if character.is_control() || matches!(character, '\u{2028}' | '\u{2029}') { ' ' } else { character }
}

/// The byte where column `column` begins; characters without a column belong to the one before.
pub fn byte_at(text: &str, column: usize) -> usize {
    let mut columns = 0;
    for (byte, character) in text.char_indices() {
        let width = width_of(character);
        if columns >= column && (width > 0 || byte == 0) {
            return byte;
        }
        columns += width;
    }
    text.len()
}
