//! Reads the notation.

use super::{ESCAPE, Line, Paragraph, Row};

/// The paragraphs of a text in the notation. Every text can be read: what is no row of carets is text.
///
/// ```
/// let paragraphs = claimlight::notation::read("The bridge may close.\n           ^^^ hedge possibility\n");
/// let line = &paragraphs[0][0];
/// assert_eq!((line.words(&line.rows[0]), line.rows[0].label.as_str()), ("may", "hedge possibility"));
/// ```
pub fn read(notation: &str) -> Vec<Paragraph> {
    let mut paragraphs = vec![];
    let mut lines: Paragraph = vec![];
    // How many columns the text of the line above was moved by its escape.
    let mut n_moved = 0;
    for written in notation.lines() {
        if let (Some(row), Some(line)) = (row(written, n_moved), lines.last_mut()) {
            line.rows.push(row);
        } else if written.trim().is_empty() {
            paragraphs.push(std::mem::take(&mut lines));
        } else {
            let text = written.strip_prefix(ESCAPE);
            n_moved = usize::from(text.is_some());
            lines.push(Line { text: text.unwrap_or(written).to_owned(), rows: vec![] });
        }
    }
    paragraphs.push(lines);
    paragraphs.retain(|lines| !lines.is_empty());
    paragraphs
}

/// The row of carets that a line is: blanks, carets, one blank, the label.
fn row(written: &str, n_moved: usize) -> Option<Row> {
    let carets = written.trim_start_matches(' ');
    let label = carets.trim_start_matches('^').strip_prefix(' ')?;
    let n_carets = carets.len() - label.len() - 1;
    let start = (written.len() - carets.len()).checked_sub(n_moved)?;
    (n_carets > 0).then(|| Row { start, end: start + n_carets, label: label.to_owned() })
}
