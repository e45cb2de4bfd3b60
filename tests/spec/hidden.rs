//! What no reader can see does not steer the choice of an article, though not of every block it is asked whether it is
//! shown: the browser's face asks of those that are evidence, then of those chosen, and of all only where one is hidden.

use claimlight::{
    article::choose::{Choosing, Chosen, Scope, choose, is_evidence},
    page::{html::outline, outline::Outline},
};

use crate::page_files::PAGE_FILES;

/// How often parts of each page are hidden, and how many at most.
const N_TIMES: u64 = 400;
const N_HIDDEN: u64 = 8;

/// Numbers that look random, the same for each seed (xorshift, Marsaglia 2003).
fn numbers(seed: u64) -> impl FnMut(u64) -> u64 {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    move |below| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 11) % below.max(1)
    }
}

/// Which blocks are hidden when some elements are, with all in them; small ones more often than large ones, as on pages.
fn hidden(outline: &Outline, seed: u64) -> Vec<bool> {
    let mut number = numbers(seed);
    let n_elements = outline.elements.len() as u64;
    let elements: Vec<usize> = (0..=number(N_HIDDEN)).map(|_| number(n_elements) as usize).collect();
    let is_hidden =
        |block: usize| elements.iter().any(|element| outline.is_in(outline.blocks[block].element, *element));
    (0..outline.blocks.len()).map(is_hidden).collect()
}

/// The outline without the blocks for which `goes` is true, and which of those left are hidden.
fn without(outline: &Outline, hidden: &[bool], goes: impl Fn(usize) -> bool) -> (Outline, Vec<bool>) {
    let stays: Vec<usize> = (0..outline.blocks.len()).filter(|block| !goes(*block)).collect();
    let blocks = stays.iter().map(|block| outline.blocks[*block].clone()).collect();
    (Outline { blocks, ..outline.clone() }, stays.iter().map(|block| hidden[*block]).collect())
}

/// What was chosen, each block told by its place in the text.
fn told(outline: &Outline, chosen: Option<Chosen>) -> Vec<(usize, &'static str)> {
    let all = chosen.map(|chosen| [chosen.above, chosen.body].concat()).unwrap_or_default();
    all.into_iter().map(|(block, kind)| (outline.blocks[block].span.start, kind.name())).collect()
}

/// Chooses among what is shown, having looked at all.
fn sifted(outline: &Outline, hidden: &[bool]) -> Vec<(usize, &'static str)> {
    let (shown, _) = without(outline, hidden, |block| hidden[block]);
    told(&shown, choose(&shown, Scope::Article).ok())
}

/// Chooses as the browser's face does; nothing if it has to look at all.
fn chosen_by_evidence(outline: &Outline, hidden: &[bool]) -> Option<Vec<(usize, &'static str)>> {
    let (likely, hidden) = without(outline, hidden, |block| hidden[block] && is_evidence(outline, block));
    let mut choosing = Choosing::new(Scope::Article);
    let chosen = loop {
        if let Some(chosen) = choosing.step(&likely) {
            break chosen.ok()?;
        }
    };
    let is_seen = chosen.blocks().chain(choosing.headline()).all(|block| !hidden[block]);
    is_seen.then(|| told(&likely, Some(chosen)))
}

#[test]
fn what_is_hidden_does_not_steer_the_choice() {
    let (mut n_chosen, mut n_other) = (0, 0);
    for (name, html, _) in PAGE_FILES {
        let outline = outline(html);
        for seed in 0..N_TIMES {
            let hidden = hidden(&outline, seed);
            let expected = sifted(&outline, &hidden);
            if let Some(chosen) = chosen_by_evidence(&outline, &hidden) {
                assert_eq!(chosen, expected, "{name}, hidden by seed {seed}");
                n_chosen += 1;
                n_other += usize::from(expected != sifted(&outline, &vec![false; hidden.len()]));
            }
        }
    }
    assert!(n_chosen > 1_500, "{n_chosen} times the evidence was enough");
    assert!(n_other > 500, "{n_other} times what is hidden would have been chosen, or have steered");
}
