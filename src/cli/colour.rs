//! Colours of the marks on a terminal. They repeat what the labels say; nothing is lost without them.

use anstream::ColorChoice;
use anstyle::{AnsiColor, Style as Paint};

/// Whether text is coloured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Text as it is.
    Plain,
    /// Rows of marks in the colour of what they show.
    Coloured,
}

/// Colours where somebody watches, unless NO_COLOR or the terminal asks for none.
pub fn style(is_watched: bool) -> Style {
    let choice = anstream::AutoStream::choice(&std::io::stdout());
    if is_watched && choice != ColorChoice::Never { Style::Coloured } else { Style::Plain }
}

impl Style {
    /// A text in the caret notation with the rows of marks coloured.
    pub fn painted(self, text: &str) -> String {
        match self {
            Style::Plain => text.to_owned(),
            Style::Coloured => text.split_inclusive('\n').map(line).collect(),
        }
    }
}

fn line(line: &str) -> String {
    let row = line.trim_start_matches(' ');
    let label = row.trim_start_matches('^');
    // A line of text that begins like a row is escaped, so what looks like one is one.
    match label.strip_prefix(' ') {
        Some(label) if row.starts_with('^') => {
            let paint = paint(label.trim_start_matches("… "));
            let row = row.trim_end_matches('\n');
            format!("{}{paint}{row}{paint:#}\n", " ".repeat(line.len() - row.len() - 1))
        }
        _ => line.to_owned(),
    }
}

/// The colour of a label. Bright colours are legible on dark terminals, so the plain ones are used, which terminals
/// choose for their own background.
fn paint(label: &str) -> Paint {
    let of = |colour: AnsiColor| colour.on_default();
    match label.split([' ', ':']).collect::<Vec<_>>()[..] {
        ["claim", "none", ..] => of(AnsiColor::Red).bold(),
        ["claim", ..] => of(AnsiColor::Red),
        ["hedge", "hearsay", ..] => of(AnsiColor::Yellow),
        ["hedge", ..] => of(AnsiColor::Magenta),
        ["source", ..] => of(AnsiColor::Blue).bold(),
        ["cue" | "content", ..] => of(AnsiColor::Blue),
        _ => of(AnsiColor::Cyan),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_coloured_and_text_is_not() {
        let text = "He may go.\n   ^^^ hedge possibility\n\\^^^ no row\n";
        let painted = Style::Coloured.painted(text);
        assert_eq!(painted, "He may go.\n   \u{1b}[35m^^^ hedge possibility\u{1b}[0m\n\\^^^ no row\n");
        assert_eq!(Style::Plain.painted(text), text);
    }
}
