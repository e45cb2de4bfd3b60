//! The stretches of an article that patterns are sought in.

use crate::{article::Article, report::Report, span::Span};

/// How many bytes are searched at once: 300 words. To know that `a.*b|a` finds no more than an "a", all that follows must
/// be read, at each "a" anew; so a match may read this far and no further, whatever the pattern, and the time is linear in
/// the text. Few paragraphs are longer.
const MAX_STRETCH: usize = 2 * 1024;

/// The blocks of an article in text order; of a longer one the sentences, and of a longer sentence pieces.
pub fn stretches(article: &Article, report: &Report) -> Vec<Span> {
    let mut stretches = Vec::new();
    for block in article.blocks.iter().map(|block| block.span) {
        if block.len() <= MAX_STRETCH {
            stretches.push(block);
            continue;
        }
        let first = report.sentences.partition_point(|sentence| sentence.start < block.start);
        let sentences = report.sentences[first..].iter().take_while(|sentence| sentence.end <= block.end);
        stretches.extend(sentences.flat_map(|sentence| pieces(&article.text, *sentence)));
    }
    stretches
}

/// A sentence, cut between words where it is too long: a table may be read as one sentence of a megabyte.
fn pieces(text: &str, sentence: Span) -> Vec<Span> {
    let mut pieces = Vec::new();
    let mut rest = sentence;
    while rest.len() > MAX_STRETCH {
        let most = (rest.start + 1..=rest.start + MAX_STRETCH).rev();
        let mut whole = most.filter(|byte| text.is_char_boundary(*byte));
        let end = whole.clone().find(|byte| text[..*byte].ends_with(' ')).or_else(|| whole.next()).unwrap_or(rest.end);
        pieces.push(Span::new(rest.start, end));
        rest.start = end;
    }
    pieces.push(rest);
    pieces
}
