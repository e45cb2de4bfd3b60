//! Reads the page a browser shows, open shadow trees included. It changes nothing in it.
//!
//! A script records the page, and the walk reads the record: to ask the browser of each node from WebAssembly took three
//! times as long as all else. Both go on step by step, so that a large page keeps its frames; one that changes while it is
//! recorded is recorded anew.

use std::rc::Rc;

use js_sys::Array;

pub use super::record::Recording;
use super::{
    outline::Outline,
    record::{Record, Recorded},
    walk::{Looking, Walk},
};

/// A page that was read.
#[derive(Default)]
pub struct Read {
    /// What it says.
    pub outline: Outline,
    /// The open shadow trees and frames met: who watches the page must watch each.
    pub trees: Vec<web_sys::Node>,
    record: Option<Rc<Record>>,
    /// The place in the record of each text node that the outline counts.
    places: Vec<u32>,
}

impl Read {
    /// The text nodes that the outline counts as `nodes`.
    pub fn nodes(&self, nodes: &[usize]) -> Array {
        let places: Vec<u32> = nodes.iter().map(|node| self.places[*node]).collect();
        self.record.as_ref().map_or_else(Array::new, |record| record.recording.nodes(&places))
    }
}

/// Reads what `root` shows.
pub fn read(root: &web_sys::Node) -> Read {
    let mut reader = Reader::new(root);
    loop {
        if let Some(read) = reader.step() {
            return read;
        }
    }
}

/// How many nodes are recorded or walked, or blocks looked at, in the first step, in which a browser compiles what does it,
/// and how many times as many in each step that follows, until it are most.
const N_FIRST: u32 = 12;
const GROWTH: u32 = 2;

/// How many nodes are recorded and walked at most, and how many blocks looked at, in a step: a millisecond's work.
const N_RECORDED: u32 = 1_600;
const N_WALKED: u32 = 1_500;
const N_LOOKED_AT: u32 = 500;

/// Reads what a root shows, step by step.
pub struct Reader {
    state: State,
    /// How much the next step does.
    n: u32,
}

enum State {
    Recording(Record),
    Walking(Box<Walk<Recorded>>, Rc<Record>),
    Looking(Looking<Recorded>, Rc<Record>),
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
                true => self.next(State::Looking(walk.looking(), record)),
            },
            State::Looking(mut looking, record) => match looking.step(n.min(N_LOOKED_AT) as usize) {
                false => self.state = State::Looking(looking, record),
                true => return Some(read_of(looking, record)),
            },
            State::Done => return Some(Read::default()),
        }
        None
    }

    fn walk(&mut self, record: Rc<Record>) {
        self.next(State::Walking(Box::new(Walk::new(Recorded::root(&record))), record));
    }

    /// Goes on with what is done by other code.
    fn next(&mut self, state: State) {
        *self = Reader { state, n: N_FIRST };
    }
}

fn read_of(looking: Looking<Recorded>, record: Rc<Record>) -> Read {
    let reading = looking.end();
    let places = reading.nodes.iter().map(Recorded::place).collect();
    let mut outline = reading.outline;
    let language = record.language().map(|language| language.trim().to_owned());
    outline.language = language.filter(|language| !language.is_empty());
    Read { outline, trees: record.recording.trees(), record: Some(record), places }
}
