//! The browser's face: what a script calls. The script draws; everything that is decided is decided here.
//!
//! A [`Page`] keeps the text nodes its text came from, so that offsets of the report become ranges of the page, and
//! places of the page offsets. The page may change meanwhile; then there is no range, never a wrong one.

mod asked;
mod reading;
mod in_progress;

use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use web_sys::{CharacterData, Node, Range};

use crate::{
    article::{self, Article},
    lexicon,
    options::Options,
    page::outline::Piece,
    scanning::{Finished, Scanning},
    wire::{self, Unit, script::WirePage},
};
use asked::{Addition, Asked};
use in_progress::InProgress;
use reading::Reading;

/// A page that is read and scanned step by step.
#[wasm_bindgen]
pub struct Page {
    asked: Asked,
    /// What was read last, if anything was.
    reading: Reading,
    is_read: bool,
    /// The reading that goes on.
    in_progress: Option<InProgress>,
    /// What has become of the page, once that is known and the scan not yet prepared.
    change: Option<&'static str>,
    scanning: Scanning,
    addition: Addition,
}

#[wasm_bindgen]
impl Page {
    /// Prepares to read the article of the page, or, of a `root` that a script names (a node or a range), all that can be
    /// read in it.
    #[wasm_bindgen(constructor)]
    pub fn new(root: JsValue, options: JsValue) -> Result<Page, JsValue> {
        let asked = Asked::new(root, wire::script::options(options)?)?;
        let scanning = Scanning::new(asked.options.clone());
        Ok(Page {
            asked,
            reading: Reading::default(),
            is_read: false,
            in_progress: None,
            change: None,
            scanning,
            addition: Addition::default(),
        })
    }

    /// Reads the page a little, for a few milliseconds at most, or again if it was read before. Once all is read, what
    /// has become of it: "same" if nothing, "moved" if the same words stand in other nodes, "changed" if words are others
    /// or were never read; then [`Page::step`] scans those.
    pub fn read(&mut self) -> Option<String> {
        if let Some(change) = self.change.take() {
            if change == "changed" {
                self.scanning.read(&self.reading.article);
                self.addition = Addition::default();
            }
            self.is_read = true;
            return Some(change.to_owned());
        }
        // A browser compiles at first what is called first: to prepare is a step of its own.
        let Some(in_progress) = &mut self.in_progress else {
            self.in_progress = Some(InProgress::new(&self.asked));
            return None;
        };
        let reading = in_progress.step(&self.asked)?;
        self.in_progress = None;
        self.change = Some(if self.is_read { self.reading.change(&reading) } else { "changed" });
        self.reading = reading;
        None
    }

    /// Seeks what stands around an offset of the report's text first.
    #[wasm_bindgen(js_name = lookAt)]
    pub fn look_at(&mut self, offset: usize) {
        self.scanning.look_at(self.reading.offsets.byte(offset));
    }

    /// Scans a little of what was read, for a few milliseconds at most; whether it is done.
    pub fn step(&mut self) -> bool {
        let is_whole = match self.scanning.finished() {
            Some(finished) => self.addition.step(&self.asked, finished),
            None => true,
        };
        if is_whole {
            self.scanning.step();
        }
        self.scanning.is_done()
    }

    /// What is wrong with `rules`, a sentence with its line each: those that are sound are used.
    #[wasm_bindgen(getter)]
    pub fn faults(&self) -> Vec<String> {
        self.asked.faults()
    }

    /// The share of the article that is scanned so far, from 0 to 1.
    #[wasm_bindgen(getter)]
    pub fn scanned(&self) -> f64 {
        self.scanning.share() * self.reading.share
    }

    /// How many stretches of text were labelled so far: what a change of the page costs.
    #[wasm_bindgen(getter)]
    pub fn labelled(&self) -> usize {
        self.scanning.n_labelled()
    }

    /// The open shadow trees, and the bodies of frames, that were read: a script that watches the page must watch each.
    #[wasm_bindgen(getter)]
    pub fn shadows(&self) -> Vec<Node> {
        self.reading.shadows.clone()
    }

    /// The report, its offsets in UTF-16 code units. An object of its own each time. What is not read or scanned yet is.
    #[wasm_bindgen(getter)]
    pub fn report(&mut self) -> Result<JsValue, JsValue> {
        while !self.is_read {
            self.read();
        }
        while !self.step() {}
        let page = page(&self.reading, &self.asked, &self.scanning);
        wire::report("", &self.reading.article, self.scanning.report(), Unit::Utf16).into_object_of_page(page)
    }

    /// Puts together a little of the report of what is scanned so far; whether it is ready to be fetched.
    pub fn join(&mut self) -> bool {
        self.scanning.join()
    }

    /// One member of the report of what is scanned so far, of a list what stands from `start` on for `n` places: the
    /// report of a long article takes longer than a frame.
    pub fn part(&mut self, name: &str, start: usize, n: usize) -> Result<JsValue, JsValue> {
        let page = page(&self.reading, &self.asked, &self.scanning);
        wire::script::part((name, start, n), &self.reading.article, self.scanning.report(), page, &self.reading.offsets)
    }

    /// The range of the page that holds what stands from `start` to `end` of the report's text; nothing if the page
    /// has changed there or no range can hold it.
    pub fn range(&self, start: usize, end: usize) -> Option<Range> {
        let (start, end) = (self.reading.offsets.byte(start), self.reading.offsets.byte(end));
        let first = self.reading.origins.partition_point(|piece| piece.span.end <= start);
        let last = self.reading.origins.partition_point(|piece| piece.span.start < end).checked_sub(1)?;
        let pieces = self.reading.origins.get(first..=last)?;
        let (first, last) = (pieces.first()?, pieces.last()?);
        if !pieces.iter().all(|piece| self.is_unchanged(piece)) {
            return None;
        }
        let range = Range::new().ok()?;
        let first_node = self.reading.node(first);
        range.set_start(&first_node, self.unit_in_node(first, start)).ok()?;
        range.set_end(&self.reading.node(last), self.unit_in_node(last, end)).ok()?;
        // An end in another tree than the start's moves the start: a range cannot leave a shadow tree.
        let holds = range.start_container().ok()?.is_same_node(Some(&first_node));
        holds.then_some(range)
    }

    /// The offset in the report's text of a place in the page; nothing where the text does not come from.
    pub fn offset(&self, node: &Node, offset: u32) -> Option<usize> {
        let (node, offset) = text_place(node, offset)?;
        let pieces = self.reading.pieces_of(&node)?;
        // Between two pieces of a node stands white space that is shown as one: it belongs to the first.
        let index = pieces.partition_point(|piece| piece.offset <= offset as usize).checked_sub(1)?;
        let piece = &pieces[index];
        let (start, end) = (self.reading.offsets.of(piece.span.start), self.reading.offsets.of(piece.span.end));
        Some((start + offset as usize - piece.offset).min(end))
    }
}

impl Page {
    /// Where byte `offset` of the text stands in the node of its piece.
    fn unit_in_node(&self, piece: &Piece, offset: usize) -> u32 {
        let offset = offset.clamp(piece.span.start, piece.span.end);
        (piece.offset + self.reading.offsets.of(offset) - self.reading.offsets.of(piece.span.start)) as u32
    }

    /// Whether the node still says what was read in it. Other programs edit pages: a place alone would fool us.
    fn is_unchanged(&self, piece: &Piece) -> bool {
        let n_units = self.reading.offsets.of(piece.span.end) - self.reading.offsets.of(piece.span.start);
        let node = self.reading.node(piece).unchecked_into::<CharacterData>();
        let words = piece.span.of(&self.reading.article.text);
        let now = node.substring_data(piece.offset as u32, n_units as u32);
        node.is_connected() && now.is_ok_and(|now| now.bytes().map(shown).eq(words.bytes()))
    }
}

/// What is to be said of the page.
fn page<'a>(reading: &'a Reading, asked: &Asked, scanning: &Scanning) -> WirePage<'a> {
    WirePage {
        reason: reason(&reading.article, &asked.options),
        language: reading.article.language.as_deref(),
        foreign: reading.article.n_foreign,
        scanned: scanning.share() * reading.share,
    }
}

/// A byte as it is shown: white space as a space.
fn shown(byte: u8) -> u8 {
    if matches!(byte, b'\t' | b'\n' | b'\r' | b'\x0c') { b' ' } else { byte }
}

/// The text node and the offset in it of a place, which browsers may give as an element and the index of a child.
fn text_place(node: &Node, offset: u32) -> Option<(Node, u32)> {
    if node.node_type() == Node::TEXT_NODE {
        return Some((node.clone(), offset));
    }
    let mut node = node.child_nodes().item(offset)?;
    while let Some(child) = node.first_child() {
        node = child;
    }
    Some((node, 0))
}

/// Why nothing is marked, if nothing could be.
fn reason(article: &Article, options: &Options) -> Option<&'static str> {
    let language = article.language.as_deref().unwrap_or(&options.language);
    let unknown = lexicon::lexicon(language).is_none().then_some("language");
    article.absence.map(article::Absence::name).or(unknown)
}

/// Scans a text that stands on no page. Every line is a block.
#[wasm_bindgen(js_name = scanText)]
pub fn scan_text(text: &str, options: JsValue) -> Result<JsValue, JsValue> {
    let article = article::from_text(text);
    let asked = Asked::new(JsValue::UNDEFINED, wire::script::options(options)?)?;
    if !asked.faults().is_empty() {
        return Err(js_sys::Error::new(&asked.faults().join("\n")).into());
    }
    let mut report = crate::scan_article(&article, &asked.options);
    let mut addition = Addition::default();
    while !addition.step(&asked, Finished { article: &article, report: &mut report }) {}
    wire::report("", &article, &report, Unit::Utf16).to_object()
}
