//! Finds what an article says twice: a sentence of it set in large letters beside it.

use crate::page::{hints::Hint, outline::Outline};

/// How many bytes words pulled out of an article have at most.
const MAX_PULLED: usize = 400;

/// How many quotations are looked for at most: each costs a pass over the article.
const MAX_QUOTES: usize = 64;

/// The block quotations among `blocks` whose words another block has too.
pub fn repeats(outline: &Outline, blocks: &[usize]) -> Vec<usize> {
    let is_quote = |block: &usize| {
        let block = &outline.blocks[*block];
        outline.elements[block.element].all_hints.has(Hint::Quote) && block.span.len() <= MAX_PULLED
    };
    let (quotes, others): (Vec<usize>, Vec<usize>) = blocks.iter().partition(|block| is_quote(block));
    if quotes.is_empty() {
        return Vec::new();
    }
    let words = |block: &usize| letters(outline.blocks[*block].span.of(&outline.text));
    let others: Vec<String> = others.iter().map(words).collect();
    let others = others.join(" ");
    quotes.into_iter().take(MAX_QUOTES).filter(|quote| others.contains(&words(quote))).collect()
}

/// The letters and digits of a text, in lower case: pulled quotations have other marks around them.
pub fn letters(text: &str) -> String {
    let mut letters = Vec::with_capacity(text.len());
    let mut rest = text;
    while !rest.is_empty() {
        // Unicode's tables need not be asked of most letters.
        let n_plain = rest.bytes().position(|byte| !byte.is_ascii()).unwrap_or(rest.len());
        let (plain, others) = rest.split_at(n_plain);
        add_plain(&mut letters, plain);
        let mut others = others.chars();
        let other = others.next().filter(|letter| letter.is_alphanumeric());
        for letter in other.into_iter().flat_map(char::to_lowercase) {
            letters.extend_from_slice(letter.encode_utf8(&mut [0; 4]).as_bytes());
        }
        rest = others.as_str();
    }
    String::from_utf8(letters).unwrap_or_default()
}

/// Adds those of a text that is ASCII. Each is written, and the next over it if it is none: to ask first takes longer.
fn add_plain(letters: &mut Vec<u8>, text: &str) {
    let mut end = letters.len();
    letters.resize(end + text.len(), 0);
    for byte in text.bytes() {
        letters[end] = byte.to_ascii_lowercase();
        end += usize::from(byte.is_ascii_alphanumeric());
    }
    letters.truncate(end);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_text_its_letters_are_told_in_lower_case() {
        assert_eq!(letters("“Don’t,” said 5 Élus — İz"), "dontsaid5élusi\u{307}z");
        assert_eq!(letters("…"), "");
    }
}
