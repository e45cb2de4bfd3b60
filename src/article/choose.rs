//! Chooses the article of a page: from the whole page down to the element that holds its prose, then what of
//! that element's blocks is its text.

use std::ops::Range;

use super::{
    Absence, BlockKind,
    beside::{BESIDE, beside},
    body::body,
    furniture::is_furniture,
    headline::headline,
    kinds::kind,
    listing::{HEADINGS, is_listing},
    places::Places,
    prose::{MIN_ARTICLE, Prose, ends_sentence, may_be_prose},
    repeats::repeats,
    root::{parts, root},
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
    places: Places,
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
        let (stated, places, prose) = Default::default();
        Choosing { scope, next: Step::Asked, headline: None, stated, is_beside: Vec::new(), places, prose, root: 0 }
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
                self.places = Places::new(outline);
                self.prose = Prose::new(outline, |_| true);
                (Step::Beside, None)
            }
            Step::Beside => {
                self.is_beside = beside(outline, &self.places, &self.prose, self.headline, &self.stated);
                (Step::Root, None)
            }
            Step::Root => {
                self.prose = Prose::new(outline, |block| !self.is_beside[block.element]);
                let is_little = self.prose.total() < MIN_ARTICLE;
                let root = || root(outline, &self.places, &self.prose, self.headline, &self.stated);
                self.root = if is_little { 0 } else { root() };
                (Step::Listing, is_little.then_some(Err(Absence::NoArticle)))
            }
            Step::Listing => {
                let is_list =
                    self.stated.innermost().is_none() && is_listing(outline, &self.prose, self.headline, self.root);
                (Step::Body, is_list.then_some(Err(Absence::NoArticle)))
            }
            Step::Body => (Step::Asked, Some(self.article(outline).ok_or(Absence::NoArticle))),
        };
        self.next = next;
        chosen
    }

    #[inline(never)]
    fn article(&self, outline: &Outline) -> Option<Chosen> {
        let mut roots = parts(outline, &self.places, &self.prose, &self.is_beside, self.headline, self.root);
        roots.push(self.root);
        let mut body = body(outline, &self.prose, &self.is_beside, &roots, self.headline);
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

/// The least bytes of a point in a list below a headline, and of its words, or of a subtitle's, that are neither names nor
/// numbers: of a date and of who wrote it there are fewer.
const MIN_POINT: usize = 30;
const MIN_PLAIN: usize = 3;

/// How many blocks below a headline the points of its article stand, and what is its own whatever it is called.
const MAX_BEHIND: usize = 8;
const MAX_CLOSE: usize = 5;

/// The headline and what stands between it and the text: what is said in large letters, who wrote it.
fn above(outline: &Outline, is_beside: &[bool], blocks: Range<usize>) -> Vec<(usize, BlockKind)> {
    let headline = blocks.start;
    let mut lead = Vec::new();
    for index in blocks {
        let block = &outline.blocks[index];
        let text = block.span.of(&outline.text);
        let is_out = || is_furniture(text) || is_beside[block.element] && !stands_with(outline, index, headline);
        if index > headline && is_out() {
            continue;
        }
        match kind(outline, index, 0) {
            _ if index == headline => lead.push((index, BlockKind::Heading)),
            BlockKind::Byline if !is_beside[block.element] => lead.push((index, BlockKind::Byline)),
            BlockKind::Caption => {}
            // A standfirst sums up what the article says: who says it stands there, and its claims have their sources below.
            _ if block.n_linked == 0 && is_standfirst(outline, index, text, index - headline) => {
                lead.push((index, BlockKind::Heading));
            }
            _ => {}
        }
    }
    lead
}

/// Whether a sentence close to the headline stands beside the article only since the headline does, or is called a teaser.
fn stands_with(outline: &Outline, block: usize, headline: usize) -> bool {
    let around = outline.elements[outline.blocks[headline].element].parent;
    let faults = hints(outline, block).without(outline.elements[around].all_hints);
    let is_sentence = || ends_sentence(outline.blocks[block].span.of(&outline.text));
    block - headline <= MAX_CLOSE && !faults.has_any(BESIDE.without(Hints::of(&[Hint::Related]))) && is_sentence()
}

/// Whether a block sums up the article `behind` so many blocks from its headline: in a sentence, or close to it in a heading
/// or an item of a list.
fn is_standfirst(outline: &Outline, block: usize, text: &str, behind: usize) -> bool {
    let hints = hints(outline, block);
    let is_plain = |word: &&str| !word.starts_with(|first: char| first.is_uppercase() || first.is_numeric());
    let says = || text.split_whitespace().filter(is_plain).nth(MIN_PLAIN - 1).is_some();
    let is_subtitle = hints.has(Hint::Heading) && behind == 1 && text.len() >= MIN_STANDFIRST;
    let is_point = hints.has(Hint::ListItem) && behind <= MAX_BEHIND && text.len() >= MIN_POINT;
    text.len() >= MIN_STANDFIRST && ends_sentence(text) || (is_subtitle || is_point) && says()
}
