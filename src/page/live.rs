//! Reads the page a browser shows, open shadow trees included. It changes nothing in it.
//!
//! A script records the page at one go, and the walk reads the record: to ask the browser of each node from WebAssembly
//! took three times as long as all else.

use std::borrow::Cow;

use js_sys::Array;
use wasm_bindgen::prelude::wasm_bindgen;

use super::{
    node::{ATTRIBUTES, Content, Node, Sort},
    outline::Outline,
    tags, walk,
};
use crate::span::Span;

#[wasm_bindgen(module = "/src/page/record.js")]
extern "C" {
    type Recording;
    #[wasm_bindgen(constructor)]
    fn new(root: &web_sys::Node, attributes: &str, is_opaque: &dyn Fn(String) -> bool) -> Recording;
    #[wasm_bindgen(method, getter)]
    fn words(this: &Recording) -> Vec<u32>;
    #[wasm_bindgen(method, getter)]
    fn attributes(this: &Recording) -> Vec<u32>;
    #[wasm_bindgen(method, getter)]
    fn text(this: &Recording) -> String;
    #[wasm_bindgen(method, getter)]
    fn lengths(this: &Recording) -> Vec<u32>;
    #[wasm_bindgen(method, getter)]
    fn trees(this: &Recording) -> Vec<web_sys::Node>;
    #[wasm_bindgen(method, getter)]
    fn language(this: &Recording) -> Option<String>;
    #[wasm_bindgen(method, js_name = isShown)]
    fn is_shown(this: &Recording, index: usize) -> bool;
    #[wasm_bindgen(method)]
    fn nodes(this: &Recording, places: &[u32]) -> Array;

    /// Whether two lists hold the same nodes.
    #[wasm_bindgen(js_name = areSame)]
    pub fn are_same(one: &Array, other: &Array) -> bool;
}

/// A page that was read.
#[derive(Default)]
pub struct Read {
    /// What it says.
    pub outline: Outline,
    /// The open shadow trees and frames met: who watches the page must watch each.
    pub trees: Vec<web_sys::Node>,
    recording: Option<Recording>,
    /// The place in the record of each text node that the outline counts.
    places: Vec<u32>,
}

impl Read {
    /// The text nodes that the outline counts as `nodes`.
    pub fn nodes(&self, nodes: &[usize]) -> Array {
        let places: Vec<u32> = nodes.iter().map(|node| self.places[*node]).collect();
        self.recording.as_ref().map_or_else(Array::new, |recording| recording.nodes(&places))
    }
}

/// Reads what `root` shows.
pub fn read(root: &web_sys::Node) -> Read {
    let recording = Recording::new(root, &ATTRIBUTES.join(" "), &|name| tags::is_opaque(&name));
    let record = Record::new(&recording);
    let reading = walk::read(Recorded { record: &record, index: 0 });
    let places = reading.nodes.iter().map(|node| node.index as u32).collect();
    let mut outline = reading.outline;
    let language = recording.language().map(|language| language.trim().to_owned());
    outline.language = language.filter(|language| !language.is_empty());
    Read { outline, trees: recording.trees(), recording: Some(recording), places }
}

/// How many words a node of the record has: its name, where its attributes begin or which string its text is, the
/// node after it, the end of those in it.
const N_WORDS: usize = 4;

/// What was recorded of a page. The first string is empty and the name of a text node, the first node is the root.
struct Record<'a> {
    recording: &'a Recording,
    words: Vec<u32>,
    attributes: Vec<u32>,
    text: String,
    strings: Vec<Span>,
}

impl<'a> Record<'a> {
    fn new(recording: &'a Recording) -> Self {
        let text = recording.text();
        let strings = strings(&text, &recording.lengths());
        Record { recording, words: recording.words(), attributes: recording.attributes(), text, strings }
    }

    fn string(&self, place: u32) -> &str {
        self.strings.get(place as usize).map_or("", |span| span.of(&self.text))
    }
}

/// Where strings stand in all of them, which a byte parts, by their lengths in UTF-16 code units.
fn strings(text: &str, lengths: &[u32]) -> Vec<Span> {
    let mut start = 0;
    let mut strings = Vec::with_capacity(lengths.len());
    for length in lengths {
        let rest = &text[start..];
        let end = start + n_bytes(rest, *length as usize);
        strings.push(Span::new(start, end));
        start = (end + 1).min(text.len());
    }
    strings
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
#[derive(Clone, Copy)]
struct Recorded<'a> {
    record: &'a Record<'a>,
    index: usize,
}

impl<'a> Recorded<'a> {
    fn words(&self) -> [u32; N_WORDS] {
        let words = self.record.words.get(self.index * N_WORDS..).and_then(<[u32]>::first_chunk);
        words.copied().unwrap_or_default()
    }

    /// Its attributes that were wanted: of each the place of its name and of its value.
    fn attributes(&self) -> &'a [u32] {
        let [_, start, ..] = self.words();
        let [n_attributes, rest @ ..] = self.record.attributes.get(start as usize..).unwrap_or_default() else {
            return &[];
        };
        rest.get(..2 * *n_attributes as usize).unwrap_or_default()
    }
}

impl Node for Recorded<'_> {
    fn sort(&self) -> Sort {
        let [name, ..] = self.words();
        if name == 0 { Sort::Text } else { Sort::Element }
    }

    fn name(&self) -> Cow<'_, str> {
        let [name, ..] = self.words();
        Cow::Borrowed(self.record.string(name))
    }

    fn n_attributes(&self) -> usize {
        self.attributes().len() / 2
    }

    fn attribute(&self, name: &str) -> Option<Cow<'_, str>> {
        let mut attributes = self.attributes().chunks_exact(2);
        let is_it = |attribute: &&[u32]| ATTRIBUTES.get(attribute[0] as usize) == Some(&name);
        attributes.find(is_it).map(|attribute| Cow::Borrowed(self.record.string(attribute[1])))
    }

    fn text(&self) -> Cow<'_, str> {
        let [_, text, ..] = self.words();
        Cow::Borrowed(self.record.string(text))
    }

    fn content(&self) -> Content<Self> {
        let [.., end] = self.words();
        let first = self.index + 1;
        Content::From((first < end as usize).then_some(Recorded { index: first, ..*self }))
    }

    fn slotted(&self) -> Content<Self> {
        self.content()
    }

    fn framed(&self) -> Content<Self> {
        self.content()
    }

    fn next(&self) -> Option<Self> {
        let [_, _, next, _] = self.words();
        (next > 0).then_some(Recorded { index: next as usize, ..*self })
    }

    fn is_visible(&self) -> bool {
        self.record.recording.is_shown(self.index)
    }
}
