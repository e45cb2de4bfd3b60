//! What a script records of the page that a browser shows, and its nodes as a walk asks for them.

use std::rc::Rc;

use js_sys::{Array, Map};
use wasm_bindgen::prelude::wasm_bindgen;

use super::{
    node::{ATTRIBUTES, Content, Node, Sort, Value},
    tags::{self, Flow},
};
use crate::span::Span;

#[wasm_bindgen(module = "/src/page/record.js")]
extern "C" {
    /// Records a page.
    pub type Recording;
    #[wasm_bindgen(constructor)]
    fn new(root: &web_sys::Node, attributes: &str) -> Recording;
    #[wasm_bindgen(method)]
    fn record(this: &Recording, n: u32, asked: &dyn Fn(String) -> u8) -> bool;
    #[wasm_bindgen(method)]
    fn stop(this: &Recording);
    #[wasm_bindgen(method, getter, js_name = nBegun)]
    fn n_begun(this: &Recording) -> u32;
    /// The open shadow trees, and the bodies of frames.
    #[wasm_bindgen(method, getter)]
    pub fn trees(this: &Recording) -> Vec<web_sys::Node>;
    #[wasm_bindgen(method, js_name = isShown)]
    fn is_shown(this: &Recording, index: u32) -> bool;
    /// Whether a reader can see each of the elements at these places, 0 or 1.
    #[wasm_bindgen(method, js_name = areShown)]
    pub fn are_shown(this: &Recording, places: &[u32]) -> Vec<u8>;
    /// The nodes at these places.
    #[wasm_bindgen(method)]
    pub fn nodes(this: &Recording, places: &[u32]) -> Array;

    /// Whether two lists hold the same nodes.
    #[wasm_bindgen(static_method_of = Recording, js_name = areSame)]
    pub fn are_same(one: &Array, other: &Array) -> bool;
    /// The place of each node in a list of them.
    #[wasm_bindgen(static_method_of = Recording, js_name = placesOf)]
    pub fn places_of(nodes: &Array) -> Map;
}

/// What the last step recorded.
#[wasm_bindgen(module = "/src/page/tape.js")]
extern "C" {
    #[wasm_bindgen(js_name = fetchWords)]
    fn fetch_words() -> Vec<u32>;
    #[wasm_bindgen(js_name = fetchAttributes)]
    fn fetch_attributes() -> Vec<u32>;
    #[wasm_bindgen(js_name = fetchLengths)]
    fn fetch_lengths() -> Vec<u32>;
    // What a browser's encoder writes is UTF-8.
    #[wasm_bindgen(js_name = fetchText)]
    fn fetch_text() -> String;
}

#[wasm_bindgen(module = "/src/page/nodes.js")]
extern "C" {
    /// The language that a page, or what is around a node, says it is in.
    #[wasm_bindgen(js_name = languageOf)]
    fn language_of(node: &web_sys::Node) -> Option<String>;
}

/// The name of a text node, and what says that an element ends.
const TEXT: u32 = 0;
const END: u32 = u32::MAX;

/// A node of a record.
#[derive(Clone, Copy, Default)]
struct Entry {
    /// Which string its name is, none of a text node.
    name: u32,
    /// How it takes part in the flow of text.
    flow: Flow,
    /// Where its attributes begin, or which string its text is.
    value: u32,
    /// The node after it in the same parent, if any.
    next: u32,
    /// The end of those in it.
    end: u32,
}

/// What was recorded of a page. The first string is empty and the name of a text node, the first node is the root.
pub struct Record {
    /// Who records it.
    pub recording: Recording,
    root: web_sys::Node,
    n_begun: u32,
    entries: Vec<Entry>,
    /// The open elements, and in each the last node met.
    open: Vec<(u32, Option<u32>)>,
    attributes: Vec<u32>,
    text: String,
    strings: Vec<Span>,
    /// How elements of each name take part in the flow of text.
    flows: Vec<(u32, Flow)>,
}

impl Record {
    /// Prepares to record what `root` shows.
    pub fn new(root: &web_sys::Node) -> Self {
        let recording = Recording::new(root, &ATTRIBUTES.join(" "));
        let (entries, open, strings) = (Vec::new(), Vec::new(), vec![Span::default()]);
        let (attributes, text, flows) = (vec![0], String::new(), Vec::new());
        Record { recording, root: root.clone(), n_begun: 0, entries, open, attributes, text, strings, flows }
    }

    /// Records so many nodes more; whether that was all.
    #[inline(never)]
    pub fn step(&mut self, n: u32) -> bool {
        let is_all = self.recording.record(n, &|name| tags::asked(&name) as u8);
        if self.recording.n_begun() > self.n_begun {
            self.n_begun = self.recording.n_begun();
            self.entries.clear();
            self.open.clear();
            self.attributes.truncate(1);
            self.text.clear();
            self.strings.truncate(1);
            self.flows.clear();
        }
        self.attributes.extend(fetch_attributes());
        let (lengths, text) = (fetch_lengths(), fetch_text());
        let start = self.text.len();
        self.strings.extend(strings(&text, &lengths).map(|span| Span::new(span.start + start, span.end + start)));
        self.text.push_str(&text);
        self.add(&fetch_words());
        is_all
    }

    /// The language the page says it is in.
    pub fn language(&self) -> Option<String> {
        language_of(&self.root)
    }

    /// Takes in nodes, and where elements end.
    fn add(&mut self, words: &[u32]) {
        let mut words = words.iter().copied();
        while let Some(name) = words.next() {
            let index = self.entries.len() as u32;
            if name == END {
                let open = self.open.pop().and_then(|(open, _)| self.entries.get_mut(open as usize));
                open.into_iter().for_each(|open| open.end = index);
                continue;
            }
            if let Some(before) = self.open.last_mut().and_then(|(_, last)| last.replace(index)) {
                self.entries[before as usize].next = index;
            }
            let value = words.next().unwrap_or_default();
            let flow = self.flow(name);
            self.entries.push(Entry { name, flow, value, next: 0, end: index + 1 });
            if name != TEXT {
                self.open.push((index, None));
            }
        }
    }

    /// How elements of this name take part in the flow of text: a page has few names.
    fn flow(&mut self, name: u32) -> Flow {
        if let Some((_, flow)) = self.flows.iter().find(|(own, _)| *own == name) {
            return *flow;
        }
        let flow = tags::flow(self.string(name));
        self.flows.push((name, flow));
        flow
    }

    fn string(&self, place: u32) -> &str {
        self.strings.get(place as usize).map_or("", |span| span.of(&self.text))
    }
}

impl Drop for Record {
    fn drop(&mut self) {
        self.recording.stop();
    }
}

/// Where strings stand in all of them, a byte behind each, by their lengths in UTF-16 code units.
fn strings(text: &str, lengths: &[u32]) -> impl Iterator<Item = Span> {
    let mut start = 0;
    lengths.iter().map(move |length| {
        let end = start + n_bytes(&text[start..], *length as usize);
        let span = Span::new(start, end);
        start = (end + 1).min(text.len());
        span
    })
}

/// How many bytes the first units of a text are.
fn n_bytes(text: &str, n_units: usize) -> usize {
    if text.as_bytes().get(..n_units).is_some_and(<[u8]>::is_ascii) {
        return n_units;
    }
    let mut n_left = n_units;
    let mut n_bytes = 0;
    for character in text.chars() {
        if n_left == 0 {
            break;
        }
        n_left -= character.len_utf16().min(n_left);
        n_bytes += character.len_utf8();
    }
    n_bytes
}

/// A node of a record.
#[derive(Clone)]
pub struct Recorded {
    record: Rc<Record>,
    index: u32,
}

impl Recorded {
    /// The first node.
    pub fn root(record: &Rc<Record>) -> Self {
        Recorded { record: Rc::clone(record), index: 0 }
    }

    /// Its place in the record.
    pub const fn place(&self) -> u32 {
        self.index
    }

    fn entry(&self) -> Entry {
        self.record.entries.get(self.index as usize).copied().unwrap_or_default()
    }

    fn at(&self, index: u32) -> Self {
        Recorded { record: Rc::clone(&self.record), index }
    }

    /// Its attributes that were wanted: of each the place of its name and of its value.
    fn attributes(&self) -> &[u32] {
        let start = self.entry().value as usize;
        let [n_attributes, rest @ ..] = self.record.attributes.get(start..).unwrap_or_default() else {
            return &[];
        };
        rest.get(..2 * *n_attributes as usize).unwrap_or_default()
    }
}

impl Node for Recorded {
    fn sort(&self) -> Sort {
        if self.entry().name == TEXT { Sort::Text } else { Sort::Element }
    }

    fn name(&self) -> &str {
        self.record.string(self.entry().name)
    }

    fn flow(&self) -> Flow {
        self.entry().flow
    }

    fn n_attributes(&self) -> usize {
        self.attributes().len() / 2
    }

    fn attribute(&self, name: &str) -> Option<Value<'_>> {
        let mut attributes = self.attributes().chunks_exact(2);
        let attribute = attributes.find(|attribute| ATTRIBUTES.get(attribute[0] as usize) == Some(&name))?;
        Some(Value { text: self.record.string(attribute[1]), place: Some(attribute[1]) })
    }

    fn text(&self) -> &str {
        self.record.string(self.entry().value)
    }

    fn content(&self) -> Content<Self> {
        let first = self.index + 1;
        Content::From((first < self.entry().end).then(|| self.at(first)))
    }

    fn slotted(&self) -> Content<Self> {
        self.content()
    }

    fn framed(&self) -> Content<Self> {
        self.content()
    }

    fn next(&self) -> Option<Self> {
        let next = self.entry().next;
        (next > 0).then(|| self.at(next))
    }

    fn is_visible(&self) -> bool {
        self.record.recording.is_shown(self.index)
    }
}
