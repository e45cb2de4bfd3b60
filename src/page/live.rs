//! Reads the page a browser shows, open shadow trees included. It changes nothing in it.
//!
//! A script records the page, and the walk reads the record: to ask the browser of each node from WebAssembly took three
//! times as long as all else. Both go on step by step, so that a large page keeps its frames; one that changes while it is
//! recorded is recorded anew.

use std::rc::Rc;

use js_sys::Array;

pub use super::record::{are_same, places_of};
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

/// How many nodes are recorded in the first step, in which a browser compiles what records them, and how many times as
/// many in each step that follows, until it are most.
const N_FIRST: u32 = 50;
const GROWTH: u32 = 2;

/// How many nodes are recorded and walked at most, and how many blocks looked at, in a step: a millisecond's work.
const N_RECORDED: u32 = 1_600;
const N_WALKED: usize = 1_500;
const N_LOOKED_AT: usize = 500;

/// Reads what a root shows, step by step.
pub struct Reader(State);

enum State {
    Recording(Record, u32),
    Walking(Box<Walk<Recorded>>, Rc<Record>),
    Looking(Looking<Recorded>, Rc<Record>),
    Done,
}

impl Reader {
    /// Prepares to read what `root` shows.
    pub fn new(root: &web_sys::Node) -> Self {
        Reader(State::Recording(Record::new(root), N_FIRST))
    }

    /// Reads a little; what was read, once that was all.
    pub fn step(&mut self) -> Option<Read> {
        let (state, read) = match std::mem::replace(&mut self.0, State::Done) {
            State::Recording(mut record, n) => match record.step(n) {
                false => (State::Recording(record, N_RECORDED.min(n * GROWTH)), None),
                true => {
                    let record = Rc::new(record);
                    let root = Recorded::root(&record);
                    (State::Walking(Box::new(Walk::new(root)), record), None)
                }
            },
            State::Walking(mut walk, record) => match walk.step(N_WALKED) {
                false => (State::Walking(walk, record), None),
                true => (State::Looking(walk.looking(), record), None),
            },
            State::Looking(mut looking, record) => match looking.step(N_LOOKED_AT) {
                false => (State::Looking(looking, record), None),
                true => (State::Done, Some(read_of(looking, record))),
            },
            State::Done => (State::Done, Some(Read::default())),
        };
        self.0 = state;
        read
    }
}

fn read_of(looking: Looking<Recorded>, record: Rc<Record>) -> Read {
    let reading = looking.end();
    let places = reading.nodes.iter().map(Recorded::place).collect();
    let mut outline = reading.outline;
    let language = record.recording.language().map(|language| language.trim().to_owned());
    outline.language = language.filter(|language| !language.is_empty());
    Read { outline, trees: record.recording.trees(), record: Some(record), places }
}
