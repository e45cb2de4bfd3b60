//! Keeps the words of a table from being run: a spreadsheet takes a cell that begins like a formula for one.

use std::borrow::Cow;

/// What formulas begin with, also in the wide letters of East Asia, and what spreadsheets pass over before them (OWASP,
/// "CSV Injection").
const STARTS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// Words as a cell that is shown as they are: an apostrophe before them says so. The table of the page follows the
/// same rule (`www/export/csv.js`).
pub fn tame(words: &str) -> Cow<'_, str> {
    if words.starts_with(STARTS) { Cow::Owned(format!("'{words}")) } else { Cow::Borrowed(words) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_begins_like_a_formula_is_words() {
        for start in STARTS {
            assert_eq!(tame(&format!("{start}1+1")), format!("'{start}1+1"));
        }
        assert_eq!((tame("a = b"), tame("")), ("a = b".into(), "".into()));
    }
}
