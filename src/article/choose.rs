//! Chooses the article of a page: from the whole page down to the element that holds its prose, then what of
//! that element's blocks is its text.

use super::{
    Absence, BlockKind,
    beside::{BESIDE, beside},
    headline::headline,
    kinds::kind,
    prose::Prose,
    root::{MIN_ARTICLE, root},
};
use crate::page::outline::Outline;

/// What is sought in a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Its article.
    Article,
    /// All that can be read.
    Everything,
}

/// The blocks that are the article, with the kind of each.
pub fn choose(outline: &Outline, scope: Scope) -> Result<Vec<(usize, BlockKind)>, Absence> {
    if outline.blocks.is_empty() {
        return Err(Absence::NoText);
    }
    match scope {
        Scope::Everything => Ok((0..outline.blocks.len()).map(|block| (block, kind(outline, block, 0))).collect()),
        Scope::Article => article(outline).ok_or(Absence::NoArticle),
    }
}

fn article(outline: &Outline) -> Option<Vec<(usize, BlockKind)>> {
    let headline = headline(outline, BESIDE);
    let is_beside = beside(outline, &Prose::new(outline, |_| true), headline);
    let prose = Prose::new(outline, |block| !is_beside[block.element]);
    if prose.total() < MIN_ARTICLE {
        return None;
    }
    let root = root(outline, &prose, headline);
    let in_root = |block: usize| outline.is_in(outline.blocks[block].element, root);
    let is_prose = |block: &usize| prose.of_block[*block] > 0 && in_root(*block);
    let first = (0..outline.blocks.len()).find(is_prose)?;
    let last = (0..outline.blocks.len()).rfind(is_prose)?;
    let stays = |block: &usize| in_root(*block) && !is_beside[outline.blocks[*block].element];
    let body = (first..=last).filter(stays).map(|block| (block, kind(outline, block, root)));
    let headline = headline.filter(|block| *block < first).map(|block| (block, BlockKind::Heading));
    Some(headline.into_iter().chain(body).collect())
}
