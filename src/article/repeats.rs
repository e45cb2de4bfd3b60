//! Finds what an article says twice: a sentence of it set in large letters beside it.

use std::collections::HashSet;

use crate::page::{hints::Hint, outline::Outline};

/// How many bytes words pulled out of an article have at most.
const MAX_PULLED: usize = 400;

/// How many quotations are looked for at most: each costs a pass over the article.
const MAX_QUOTES: usize = 64;

/// The block quotations among `blocks` whose words another block has too.
pub fn repeats(outline: &Outline, blocks: &[usize]) -> HashSet<usize> {
    let is_quote = |block: &usize| {
        let block = &outline.blocks[*block];
        outline.elements[block.element].all_hints.has(Hint::Quote) && block.span.len() <= MAX_PULLED
    };
    let (quotes, others): (Vec<usize>, Vec<usize>) = blocks.iter().partition(|block| is_quote(block));
    if quotes.is_empty() {
        return HashSet::new();
    }
    let words = |block: &usize| letters(outline.blocks[*block].span.of(&outline.text));
    let others: Vec<String> = others.iter().map(words).collect();
    let others = others.join(" ");
    quotes.into_iter().take(MAX_QUOTES).filter(|quote| others.contains(&words(quote))).collect()
}

/// The letters and digits of a text, in lower case: pulled quotations have other marks around them.
pub fn letters(text: &str) -> String {
    let mut letters = String::with_capacity(text.len());
    let mut rest = text;
    while !rest.is_empty() {
        // Unicode's tables need not be asked of most letters.
        let n_plain = rest.bytes().position(|byte| !byte.is_ascii()).unwrap_or(rest.len());
        let (plain, others) = rest.split_at(n_plain);
        let plain = plain.bytes().filter(u8::is_ascii_alphanumeric);
        letters.extend(plain.map(|letter| char::from(letter.to_ascii_lowercase())));
        let mut others = others.chars();
        letters
            .extend(others.next().filter(|letter| letter.is_alphanumeric()).into_iter().flat_map(char::to_lowercase));
        rest = others.as_str();
    }
    letters
}
