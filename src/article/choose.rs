//! Chooses the article of a page: from the whole page down to the element that holds its prose, then what of
//! that element's blocks is its text.

use std::ops::Range;

use super::{
    Absence, BlockKind,
    beside::{BESIDE, beside},
    body::{HEADINGS, body},
    furniture::is_furniture,
    headline::headline,
    kinds::kind,
    listing::is_listing,
    prose::{Prose, ends_sentence, may_be_prose},
    repeats::repeats,
    root::{MIN_ARTICLE, root},
    stated::{Stated, may_be_stated},
};
use crate::page::{
    hints::{Hint, Hints},
    outline::Outline,
};

/// What is sought in a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Its article.
    Article,
    /// All that can be read.
    Everything,
}

/// The blocks that are the article, with the kind of each.
#[derive(Default)]
pub struct Chosen {
    /// Those above its text: the headline, what is said in large letters, who wrote it.
    pub above: Vec<(usize, BlockKind)>,
    /// Its text.
    pub body: Vec<(usize, BlockKind)>,
}

impl Chosen {
    /// All of them.
    pub fn blocks(&self) -> impl Iterator<Item = usize> {
        self.above.iter().chain(&self.body).map(|(block, _)| *block)
    }
}

/// Whether where the article is may depend on a block: on what may be prose, on headings, on what the page states. Links
/// and labels only count if they are chosen themselves, or are the headline.
pub fn is_evidence(outline: &Outline, block: usize) -> bool {
    let is_heading = hints(outline, block).has_any(HEADINGS);
    let block = &outline.blocks[block];
    is_heading || may_be_prose(block) || may_be_stated(outline, block)
}

/// The blocks that are the article. What a publisher has marked is the article.
pub fn choose(outline: &Outline, scope: Scope) -> Result<Chosen, Absence> {
    let mut choosing = Choosing::new(scope);
    loop {
        if let Some(chosen) = choosing.step(outline) {
            return chosen;
        }
    }
}

/// A choice that goes on step by step, since each goes through all blocks of a page.
pub struct Choosing {
    scope: Scope,
    next: Step,
    headline: Option<usize>,
    stated: Stated,
    is_beside: Vec<bool>,
    prose: Prose,
    root: usize,
}

/// What is done next.
#[derive(Clone, Copy)]
enum Step {
    Asked,
    Headline,
    Stated,
    Prose,
    Beside,
    Root,
    Listing,
    Body,
}

impl Choosing {
    /// Prepares to choose.
    pub fn new(scope: Scope) -> Self {
        let (stated, prose) = Default::default();
        Choosing { scope, next: Step::Asked, headline: None, stated, is_beside: Vec::new(), prose, root: 0 }
    }

    /// The block that is taken for the page's headline, which the article need not hold.
    pub fn headline(&self) -> Option<usize> {
        self.headline
    }

    /// Does a little; what is chosen, once it is.
    pub fn step(&mut self, outline: &Outline) -> Option<Result<Chosen, Absence>> {
        let (next, chosen) = match self.next {
            Step::Asked => (Step::Headline, asked(outline, self.scope)),
            Step::Headline => {
                self.headline = headline(outline, BESIDE);
                (Step::Stated, None)
            }
            Step::Stated => {
                self.stated = Stated::new(outline);
                (Step::Prose, None)
            }
            Step::Prose => {
                self.prose = Prose::new(outline, |_| true);
                (Step::Beside, None)
            }
            Step::Beside => {
                self.is_beside = beside(outline, &self.prose, self.headline, &self.stated);
                (Step::Root, None)
            }
            Step::Root => {
                self.prose = Prose::new(outline, |block| !self.is_beside[block.element]);
                let is_little = self.prose.total() < MIN_ARTICLE;
                self.root = if is_little { 0 } else { root(outline, &self.prose, self.headline, &self.stated) };
                (Step::Listing, is_little.then_some(Err(Absence::NoArticle)))
            }
            Step::Listing => {
                let is_list = self.stated.innermost().is_none() && is_listing(outline, &self.prose, self.root);
                (Step::Body, is_list.then_some(Err(Absence::NoArticle)))
            }
            Step::Body => (Step::Asked, Some(self.article(outline).ok_or(Absence::NoArticle))),
        };
        self.next = next;
        chosen
    }

    #[inline(never)]
    fn article(&self, outline: &Outline) -> Option<Chosen> {
        let mut body = body(outline, &self.prose, &self.is_beside, self.root, self.headline);
        let repeats = repeats(outline, &body);
        body.retain(|block| !repeats.contains(block));
        let first = *body.first()?;
        let lead = self.headline.map(|headline| above(outline, &self.is_beside, headline..first));
        let body = body.into_iter().map(|block| (block, kind(outline, block, self.root))).collect();
        Some(Chosen { above: lead.unwrap_or_default(), body })
    }
}

/// What is not to be sought: all, or what a publisher has marked. There may be nothing at all.
fn asked(outline: &Outline, scope: Scope) -> Option<Result<Chosen, Absence>> {
    if outline.blocks.is_empty() {
        return Some(Err(Absence::NoText));
    }
    let all = 0..outline.blocks.len();
    let is_asked = |block: &usize| scope == Scope::Everything || hints(outline, *block).has(Hint::Chosen);
    let body: Vec<(usize, BlockKind)> = all.filter(is_asked).map(|block| (block, kind(outline, block, 0))).collect();
    (!body.is_empty()).then_some(Ok(Chosen { body, ..Chosen::default() }))
}

fn hints(outline: &Outline, block: usize) -> Hints {
    outline.elements[outline.blocks[block].element].all_hints
}

/// The least bytes of a sentence below a headline that is more than a label.
const MIN_STANDFIRST: usize = 40;

/// The headline and what stands between it and the text: what is said in large letters, who wrote it.
fn above(outline: &Outline, is_beside: &[bool], mut blocks: Range<usize>) -> Vec<(usize, BlockKind)> {
    let headline = blocks.next().map(|headline| (headline, BlockKind::Heading));
    let lead = blocks.filter_map(|index| {
        let block = &outline.blocks[index];
        let text = block.span.of(&outline.text);
        if is_beside[block.element] || is_furniture(text) {
            return None;
        }
        let kind = match kind(outline, index, 0) {
            BlockKind::Byline => BlockKind::Byline,
            BlockKind::Caption => return None,
            // A standfirst sums up what the article says: who says it stands there, and its claims have their sources below.
            _ if text.len() >= MIN_STANDFIRST && block.n_linked == 0 && ends_sentence(text) => BlockKind::Heading,
            _ => return None,
        };
        Some((index, kind))
    });
    headline.into_iter().chain(lead).collect()
}
