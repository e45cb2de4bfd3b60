//! Reads plain text: which lines belong together, and what each block is.
//!
//! A line is a block, as editors and programs write paragraphs. Text that was wrapped by hand or for mail has its
//! paragraphs parted by empty lines; there a line goes on in the next one where the next word had no room on it.
//! Offsets stay those of the text.

use super::{Article, Block, BlockKind};
use crate::span::Span;

/// The article that a plain text is.
///
/// ```
/// let text = "Bridge to close\n\nThe bridge may close in June.\n";
/// let article = claimlight::article::from_text(text);
/// assert_eq!((article.text.as_str(), article.blocks.len()), (text, 2));
/// ```
pub fn from_text(text: &str) -> Article {
    let lines = lines(text);
    let joints = joints(text, &lines);
    let mut blocks: Vec<Block> = Vec::new();
    for (index, line) in lines.iter().enumerate().filter(|(_, line)| !line.is_empty()) {
        match blocks.last_mut() {
            Some(block) if joints[index] => block.span.end = line.end,
            _ => blocks.push(Block { span: *line, kind: BlockKind::Paragraph }),
        }
    }
    blocks.iter_mut().for_each(|block| block.kind = kind(block.span.of(text)));
    Article { text: text.to_owned(), blocks, ..Article::default() }
}

/// The lines of a text without blanks at their ends; those of nothing else are empty. A line ends with a line feed,
/// a carriage return, or both.
fn lines(text: &str) -> Vec<Span> {
    let mut start = 0;
    let pieces = text.split_inclusive(['\n', '\r']).filter_map(|piece| {
        let from = start;
        start += piece.len();
        let is_rest_of_end = piece == "\n" && text[..from].ends_with('\r');
        (!is_rest_of_end).then(|| trimmed(piece, from))
    });
    pieces.collect()
}

fn trimmed(piece: &str, from: usize) -> Span {
    let start = from + piece.len() - piece.trim_start().len();
    Span::new(start, start + piece.trim().len())
}

/// The widest that a wrapped line is, in characters. Mail is wrapped at 72 to 78, printed drafts at up to 100; longer
/// lines are paragraphs.
const MAX_WIDTH: usize = 120;

/// The narrowest that a wrapped text is: a narrower one is a list or a poem.
const MIN_WIDTH: usize = 40;

/// The part of the width that a wrapped line may leave free though the next word had room: programs that balance
/// their lines do so.
const SLACK: usize = 8;

/// For each line, whether it goes on with the line before it: where three of four lines that have a successor in
/// their paragraph had no room for its first word, the text is wrapped.
fn joints(text: &str, lines: &[Span]) -> Vec<bool> {
    let mut joints = vec![false; lines.len()];
    let pairs = || (1..lines.len()).filter(|index| !lines[index - 1].is_empty() && !lines[*index].is_empty());
    let has_paragraphs = lines.iter().any(|line| line.is_empty()) && pairs().next().is_some();
    let width = |line: Span| line.of(text).chars().count();
    let widest = pairs().map(|index| width(lines[index - 1])).max().unwrap_or_default();
    if !has_paragraphs || !(MIN_WIDTH..=MAX_WIDTH).contains(&widest) {
        return joints;
    }
    let is_full = |index: usize| {
        let first_word = lines[index].of(text).split_whitespace().next().unwrap_or_default();
        width(lines[index - 1]) + 1 + first_word.chars().count() + widest / SLACK > widest
    };
    let n_full = pairs().filter(|index| is_full(*index)).count();
    if n_full * 4 >= pairs().count() * 3 {
        pairs().for_each(|index| joints[index] = is_full(index) || goes_on(lines[index].of(text)));
    }
    joints
}

/// Whether a line begins in the middle of a sentence.
fn goes_on(line: &str) -> bool {
    line.starts_with(char::is_lowercase)
}

/// The most bytes a heading of a plain text has; longer lines are paragraphs.
const MAX_HEADING: usize = 120;

/// A short line that ends without a mark that ends a sentence is a heading; what nobody sees and pictures after the
/// mark do not count.
fn kind(line: &str) -> BlockKind {
    let end = line.trim_end_matches(|character: char| !is_seen(character) || is_picture(character));
    let is_sentence = end.ends_with([
        '.', '!', '?', ':', '"', '”', '’', '\'', ')', ',', ';', '…', '‽', '»', '“', ']', '—', '–', '。', '？', '！',
    ]);
    // A line of pictures alone heads nothing.
    let is_heading = line.len() <= MAX_HEADING && !is_sentence && !end.is_empty();
    if is_heading { BlockKind::Heading } else { BlockKind::Paragraph }
}

/// Whether a character leaves something on the page.
fn is_seen(character: char) -> bool {
    let is_mark = matches!(character, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}');
    !is_mark && !character.is_whitespace() && !character.is_control()
}

/// Whether a character is an emoji or another pictograph (Unicode's blocks of symbols and pictographs).
fn is_picture(character: char) -> bool {
    matches!(character, '\u{2190}'..='\u{21ff}' | '\u{2300}'..='\u{23ff}' | '\u{2460}'..='\u{27bf}'
        | '\u{2900}'..='\u{297f}' | '\u{2b00}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blocks(text: &str) -> Vec<String> {
        from_text(text).blocks.iter().map(|block| block.span.of(text).replace(['\n', '\r'], "|")).collect()
    }

    fn kind_of(line: &str) -> BlockKind {
        from_text(line).blocks[0].kind
    }

    #[test]
    fn a_line_is_a_block_however_it_ends() {
        for end in ["\n", "\r\n", "\r", "\n\n", "\r\r"] {
            assert_eq!(
                blocks(&["Prices rose.", end, " He left. ", end].concat()),
                ["Prices rose.", "He left."],
                "{end:?}"
            );
        }
    }

    #[test]
    fn wrapped_lines_are_one_paragraph() {
        let text = "Bridge to close\n\nThe bridge at Aldwick may close in June, the mayor\nsaid on Monday, because of cracks that were found\n\
                    in its pillars.\n\nNobody was hurt, the operator of the bridge said in\na statement.\n";
        assert_eq!(blocks(text).len(), 3, "{:?}", blocks(text));
        assert!(blocks(text)[1].ends_with("found|in its pillars."));
        assert_eq!(blocks(&text.replace('\n', "\r\n")).len(), 3);
    }

    #[test]
    fn lines_that_had_room_stay_apart() {
        let list = "The council will:\nclose the bridge\nOpen a ferry\nPay for both\n\nThe mayor, who was elected in May, said so.\n";
        assert_eq!(blocks(list).len(), 5);
        let long = "A paragraph a line is how editors write, and this one is so long that no program wraps its text at such a width, on any machine, ever.";
        assert_eq!(blocks(&[long, "\n", long, "\n\n", long].concat()).len(), 3);
        assert_eq!(
            blocks("One line.\nAnother line.\n").len(),
            2,
            "without an empty line nothing says what a paragraph is"
        );
    }

    #[test]
    fn a_sentence_is_no_heading_whatever_follows_its_mark() {
        for line in ["And then…", "Prices rose.\u{200b}", "Prices rose! 🎉", "He left.\u{feff}", "We won 🏆."] {
            assert_eq!(kind_of(line), BlockKind::Paragraph, "{line:?}");
        }
        assert_eq!((kind_of("Prices rise"), kind_of("Prices rise 📈")), (BlockKind::Heading, BlockKind::Heading));
    }
}
