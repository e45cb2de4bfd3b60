//! Reads the page a browser shows, open shadow trees included. It changes nothing in it.
//!
//! A script records the page, and the walk reads the record: to ask the browser of each node from WebAssembly took three
//! times as long as all else. Both go on step by step, so that a large page keeps its frames; one that changes while it is
//! recorded is recorded anew. Whether a reader can see a block is asked of those that it matters of ([`Looking`]): of all
//! blocks a browser takes as long to say it as to name them.

use std::rc::Rc;

use js_sys::Array;

pub use super::record::Recording;
use super::{
    outline::Outline,
    record::{Record, Recorded},
    walk::{Reading, Walk},
};

/// A page that was read.
#[derive(Default)]
pub struct Read {
    /// What it says, also where no reader can see it.
    pub outline: Outline,
    /// The open shadow trees and frames met: who watches the page must watch each.
    pub trees: Vec<web_sys::Node>,
    record: Option<Rc<Record>>,
    /// The place in the record of each element of the outline, and of each text node that it counts.
    elements: Vec<u32>,
    places: Vec<u32>,
}

impl Read {
    /// The text nodes that the outline counts as `nodes`.
    pub fn nodes(&self, nodes: &[usize]) -> Array {
        let places: Vec<u32> = nodes.iter().map(|node| self.places[*node]).collect();
        self.record.as_ref().map_or_else(Array::new, |record| record.recording.nodes(&places))
    }

    /// Takes out the blocks that were looked at, in their order, and that no reader can see.
    pub fn take_out_hidden(&mut self, looking: &Looking) {
        let looked_at = looking.blocks.iter().zip(&looking.shown);
        let mut hidden = looked_at.filter(|(_, is_shown)| !**is_shown).map(|(block, _)| *block).peekable();
        let mut index = 0;
        self.outline.blocks.retain(|_| {
            let is_hidden = hidden.next_if_eq(&index).is_some();
            index += 1;
            !is_hidden
        });
    }
}

/// Reads what `root` shows.
pub fn read(root: &web_sys::Node) -> Read {
    let mut reader = Reader::new(root);
    let mut read = loop {
        if let Some(read) = reader.step() {
            break read;
        }
    };
    let mut looking = Looking::at_all(&read);
    while !looking.step(&read) {}
    read.take_out_hidden(&looking);
    read
}

/// How many nodes are recorded or walked, or blocks looked at, in the first step, in which a browser compiles what does it,
/// and how many times as many in each step that follows, until it are most.
const N_FIRST: u32 = 12;
const GROWTH: u32 = 2;

/// How many nodes are recorded and walked at most, and how many blocks looked at, in a step: a millisecond's work.
const N_RECORDED: u32 = 1_600;
const N_WALKED: u32 = 1_500;
const N_LOOKED_AT: usize = 500;

/// Reads what a root shows, step by step.
pub struct Reader {
    state: State,
    /// How much the next step does.
    n: u32,
}

enum State {
    Recording(Record),
    Walking(Box<Walk<Recorded>>, Rc<Record>),
    Done,
}

impl Reader {
    /// Prepares to read what `root` shows.
    pub fn new(root: &web_sys::Node) -> Self {
        Reader { state: State::Recording(Record::new(root)), n: N_FIRST }
    }

    /// Reads a little; what was read, once that was all.
    pub fn step(&mut self) -> Option<Read> {
        let n = self.n;
        self.n = n.saturating_mul(GROWTH);
        match std::mem::replace(&mut self.state, State::Done) {
            State::Recording(mut record) => match record.step(n.min(N_RECORDED)) {
                false => self.state = State::Recording(record),
                true => self.walk(Rc::new(record)),
            },
            State::Walking(mut walk, record) => match walk.step(n.min(N_WALKED) as usize) {
                false => self.state = State::Walking(walk, record),
                true => return Some(read_of(walk.end(), record)),
            },
            State::Done => return Some(Read::default()),
        }
        None
    }

    /// Goes on with what is done by other code.
    fn walk(&mut self, record: Rc<Record>) {
        let walk = Box::new(Walk::new(Recorded::root(&record)));
        *self = Reader { state: State::Walking(walk, record), n: N_FIRST };
    }
}

fn read_of(reading: Reading<Recorded>, record: Rc<Record>) -> Read {
    let places = |nodes: &[Recorded]| nodes.iter().map(Recorded::place).collect();
    let (elements, places) = (places(&reading.elements), places(&reading.nodes));
    let mut outline = reading.outline;
    let language = record.language().map(|language| language.trim().to_owned());
    outline.language = language.filter(|language| !language.is_empty());
    Read { outline, trees: record.recording.trees(), record: Some(record), elements, places }
}

/// A look at some blocks of what was read, whether a reader can see each; it goes on step by step.
pub struct Looking {
    blocks: Vec<usize>,
    /// Of those looked at, whether it is shown.
    shown: Vec<bool>,
    /// How many the next step looks at.
    n: usize,
}

impl Looking {
    /// Prepares to look at these blocks.
    pub fn at(blocks: Vec<usize>) -> Self {
        Looking { blocks, shown: Vec::new(), n: N_FIRST as usize }
    }

    /// Prepares to look at all.
    pub fn at_all(read: &Read) -> Self {
        Looking::at((0..read.outline.blocks.len()).collect())
    }

    /// Whether a reader can see all that were looked at.
    pub fn is_all_shown(&self) -> bool {
        self.shown.iter().all(|is_shown| *is_shown)
    }

    /// Looks at so many blocks more; whether that was all.
    #[inline(never)]
    pub fn step(&mut self, read: &Read) -> bool {
        let left = &self.blocks[self.shown.len()..];
        let now = &left[..self.n.min(left.len())];
        let places: Vec<u32> = now.iter().map(|block| read.elements[read.outline.blocks[*block].element]).collect();
        let shown = read.record.as_ref().map(|record| record.recording.are_shown(&places));
        self.shown.extend(shown.into_iter().flatten().map(|is_shown| is_shown > 0));
        self.n = (GROWTH as usize * self.n).min(N_LOOKED_AT);
        self.shown.len() >= self.blocks.len()
    }
}
