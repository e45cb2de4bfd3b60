//! Finds the element that holds the article's text, and where it goes on.

use std::ops::Range;

use super::{
    furniture::{is_furniture, tells_what},
    home::home,
    places::Places,
    prose::{MIN_ARTICLE, Prose, ends_sentence, may_be_prose, own_prose},
    stated::Stated,
};
use crate::page::{
    hints::Hint,
    outline::{Block, Outline},
};

/// The share of the prose, in percent, that an element must hold for the article to be sought in it alone.
const MIN_DESCENT: usize = 72;

/// The share of an element's prose, in percent, from which on its own paragraphs count beside a child with the rest:
/// paywalls and "read on" wrap all paragraphs but the first two.
const MIN_OWN: usize = 10;

/// The share of the prose below the headline, in percent, that the next element around it must add to be taken in.
const MIN_ADDED: usize = 10;

/// The share of the prose, in percent, that an element said to be the article's text must hold to be believed.
const MIN_BODY: usize = 40;

/// The innermost element that holds nearly all prose of the article; where the page states other words to be it, the
/// one that holds those.
#[inline(never)]
pub fn root(outline: &Outline, places: &Places, prose: &Prose, headline: Option<usize>, stated: &Stated) -> usize {
    let around = headline.and_then(|headline| around(outline, places, prose, headline)).unwrap_or_default();
    let root = body(outline, prose, around).unwrap_or_else(|| descend(outline, prose, around));
    match stated.innermost() {
        Some(innermost) if !stated.is_in(root) => home(outline, innermost),
        _ => root,
    }
}

/// How many paragraphs an article goes on for at least behind an advertisement, if no class says that it does.
const MIN_PART: usize = 2;

/// The share of its text, in percent, that is prose.
const MIN_PART_PROSE: usize = 80;

/// The other parts of the article that `root` holds the most of: below the headline, they stand in one element with it,
/// begin with prose, and are called what it is called, or stand behind an advertisement;
/// what a firm says of itself below its release is none.
#[inline(never)]
pub fn parts(
    outline: &Outline,
    places: &Places,
    prose: &Prose,
    is_beside: &[bool],
    headline: Option<usize>,
    root: usize,
) -> Vec<usize> {
    let mut parts = Vec::new();
    let Some(headline) = headline else { return parts };
    let holds_headline = |element: usize| places.of(element).contains(&headline);
    for own in outline.ancestors(root).take_while(|element| *element > 0 && !holds_headline(*element)) {
        let parent = outline.elements[own].parent;
        let (mut index, mut is_parted) = (parent + 1, false);
        while index < outline.elements[parent].end {
            let element = &outline.elements[index];
            let place = places.of(index);
            let is_like = element.class != 0 && element.class == outline.elements[own].class;
            let least = if is_like { 1 } else { MIN_PART };
            let is_other = index == own || element.hints.has(Hint::Article) || is_beside[index];
            is_parted = index > own && (is_parted || element.hints.has(Hint::Advert));
            let says_what = || tells_what(outline.blocks[place.start].span.of(&outline.text));
            if !is_other && (is_like || is_parted) && is_running(outline, prose, place.clone(), least) && !says_what() {
                parts.push(index);
            }
            index = element.end;
        }
    }
    parts
}

/// Whether these blocks begin with prose and are several paragraphs and little else.
fn is_running(outline: &Outline, prose: &Prose, place: Range<usize>, least: usize) -> bool {
    let is_own =
        |block: &usize| prose.of_block[*block] > 0 && !is_furniture(outline.blocks[*block].span.of(&outline.text));
    let text: usize = place.clone().map(|block| outline.blocks[block].span.len()).sum();
    let own: usize = place.clone().filter(is_own).map(|block| prose.of_block[block]).sum();
    let begins = place.clone().next().as_ref().is_some_and(is_own);
    begins && place.filter(is_own).count() >= least && own * 100 >= text * MIN_PART_PROSE
}

/// The element around the headline and the prose below it, but not around the next article.
fn around(outline: &Outline, places: &Places, prose: &Prose, headline: usize) -> Option<usize> {
    let mut ancestors = outline.ancestors(outline.blocks[headline].element);
    let below = Below::new(places, prose, headline);
    let mut around = ancestors.find(|element| below.prose(*element) > 0)?;
    for element in ancestors {
        let (own, wider) = (below.prose(around), below.prose(element));
        if (wider - own) * 100 >= own * MIN_ADDED && !below.holds_another(outline, prose, around, element) {
            around = element;
        }
    }
    Some(around)
}

/// The prose below the headline, summed up block by block.
struct Below<'a> {
    headline: usize,
    /// Of each block the prose from the headline to its end.
    sums: Vec<usize>,
    places: &'a Places,
}

impl<'a> Below<'a> {
    fn new(places: &'a Places, prose: &Prose, headline: usize) -> Self {
        let mut sum = 0;
        let below = prose.of_block.iter().enumerate().map(|(block, prose)| {
            sum += if block > headline { *prose } else { 0 };
            sum
        });
        Below { headline, sums: below.collect(), places }
    }

    fn prose(&self, element: usize) -> usize {
        let end = self.places.of(element).end;
        if end > self.headline { self.sums[end - 1] } else { 0 }
    }

    /// Whether what `wider` adds below `own` is another article.
    fn holds_another(&self, outline: &Outline, prose: &Prose, own: usize, wider: usize) -> bool {
        let mut added = outline.elements[own].end..outline.elements[wider].end;
        // A headline in no article may stand above the one that has its text.
        let headline = &outline.elements[outline.blocks[self.headline].element];
        let is_article = |index: usize| {
            let is_article = outline.elements[index].hints.has(Hint::Article);
            headline.all_hints.has(Hint::Article) && is_article && prose.of_element[index] >= MIN_ARTICLE
        };
        let end = self.places.of(own).end;
        // What stands above the text may be no more than what sums it up.
        let is_sentence = |block: &&Block| may_be_prose(block) && ends_sentence(block.span.of(&outline.text));
        let is_whole = || outline.blocks[self.headline + 1..end].iter().filter(is_sentence).nth(1).is_some();
        let mut blocks = outline.blocks[end..self.places.of(wider).end].iter();
        added.any(is_article)
            || blocks.any(|block| outline.elements[block.element].hints.has(Hint::Headline)) && is_whole()
    }
}

/// Enters the child that holds nearly all prose until none does, or paragraphs stand beside it.
fn descend(outline: &Outline, prose: &Prose, from: usize) -> usize {
    let own = own_prose(outline, prose);
    let mut root = from;
    let mut index = from + 1;
    while index < outline.elements[root].end && own[root] * 100 < prose.of_element[root] * MIN_OWN {
        if prose.of_element[index] * 100 >= prose.of_element[root] * MIN_DESCENT {
            root = index;
            index += 1;
        } else {
            index = outline.elements[index].end;
        }
    }
    root
}

/// The one element in `root` that is said to be the article's text.
fn body(outline: &Outline, prose: &Prose, root: usize) -> Option<usize> {
    let is_body = |index: &usize| {
        let element = &outline.elements[*index];
        let is_outermost = !outline.elements[element.parent].all_hints.has(Hint::ArticleBody) || element.parent < root;
        element.hints.has(Hint::ArticleBody) && is_outermost
    };
    let mut bodies = (root..outline.elements[root].end).filter(is_body);
    let body = bodies.next()?;
    let is_believed = prose.of_element[body] * 100 >= prose.of_element[root] * MIN_BODY;
    (bodies.next().is_none() && is_believed).then_some(body)
}
