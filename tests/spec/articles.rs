//! The article that is found on a page: `tests/pages/*.html`, and beside each what is found, a block a line with its
//! kind. Whoever holds the page, the same is found.

use claimlight::article::Article;

/// An article as the tests write it down: its blocks, or why there is none.
pub fn written(article: &Article) -> String {
    let text = article.text.as_str();
    let block = |block: &claimlight::article::Block| {
        format!("[{}] {}\n", block.kind.name(), block.span.of(text).replace('\n', "⏎"))
    };
    let blocks: String = article.blocks.iter().map(block).collect();
    let skipped = match article.n_foreign {
        0 => String::new(),
        n_foreign => format!("{n_foreign} in another language\n"),
    };
    let absence = article.absence.map_or(String::new(), |absence| format!("{}\n", absence.name()));
    blocks + &skipped + &absence
}
