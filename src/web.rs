//! The browser's face: what a script calls. The script draws; everything that is decided is decided here.
//!
//! A [`Page`] keeps the text nodes its text came from, so that offsets of the report become ranges of the page, and
//! places of the page offsets. The page may change meanwhile; then there is no range, never a wrong one.

use std::cell::OnceCell;

use js_sys::{Map, Object};
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use web_sys::{CharacterData, Node, Range};

use crate::{
    article::{self, Article, choose::Scope},
    lexicon,
    options::Options,
    page::{live, outline::Piece},
    report::Report,
    scan_article,
    wire::{
        self, Offsets, Unit,
        script::{OPTION_NAMES, ScriptOptions, WirePage},
    },
};

/// How much of an article is scanned, in bytes: 60,000 words, a novel. On the main thread a page of ten megabytes
/// would keep its reader waiting for half a minute; the interface says what share was read.
const MAX_SCANNED: usize = 400_000;

/// A page that was read and scanned.
#[wasm_bindgen]
pub struct Page {
    article: Article,
    report: Report,
    reason: Option<&'static str>,
    /// The share of the article that was scanned, from 0 to 1.
    scanned: f64,
    offsets: Offsets,
    /// Where the article's text came from.
    origins: Vec<Piece>,
    nodes: Vec<Node>,
    /// The place in `origins` of each node's first piece; made when it is first asked for.
    places: OnceCell<Map>,
}

#[wasm_bindgen]
impl Page {
    /// Reads and scans the article of the page, or, of a `root` that a script names, all that can be read in it.
    #[wasm_bindgen(constructor)]
    pub fn new(root: Option<Node>, options: JsValue) -> Result<Page, JsValue> {
        let asked = wire::script::options(options)?;
        let scope = if asked.whole || root.is_some() { Scope::Everything } else { Scope::Article };
        let document = || web_sys::window().and_then(|window| window.document()).map(Node::from);
        let root = root.or_else(document).ok_or_else(|| js_sys::Error::new("there is no page to read"))?;
        let reading = live::read(&root);
        let (mut article, mut origins) = article::from_outline(&reading.outline, scope);
        let scanned = article.cut(MAX_SCANNED);
        origins.retain(|piece| piece.span.end <= article.text.len());
        let report = scan(&article, &asked)?;
        Ok(Page {
            reason: reason(&article, &asked.options),
            scanned,
            offsets: Offsets::new(&article.text, Unit::Utf16),
            article,
            report,
            origins,
            nodes: reading.nodes.into_iter().map(|shown| shown.node).collect(),
            places: OnceCell::new(),
        })
    }

    /// The report, its offsets in UTF-16 code units. An object of its own each time.
    #[wasm_bindgen(getter)]
    pub fn report(&self) -> Result<JsValue, JsValue> {
        let page = WirePage {
            reason: self.reason,
            language: self.article.language.as_deref(),
            foreign: self.article.n_foreign,
            scanned: self.scanned,
        };
        wire::report("", &self.article, &self.report, Unit::Utf16).to_object_of_page(page)
    }

    /// The range of the page that holds what stands from `start` to `end` of the report's text; nothing if the page
    /// has changed there or no range can hold it.
    pub fn range(&self, start: usize, end: usize) -> Option<Range> {
        let (start, end) = (self.offsets.byte(start), self.offsets.byte(end));
        let first = self.origins.partition_point(|piece| piece.span.end <= start);
        let last = self.origins.partition_point(|piece| piece.span.start < end).checked_sub(1)?;
        let (first, last) = (self.origins.get(first)?, &self.origins[last]);
        if last.span.start < first.span.start || !self.is_unchanged(first) || !self.is_unchanged(last) {
            return None;
        }
        let range = Range::new().ok()?;
        let (first_node, last_node) = (&self.nodes[first.node], &self.nodes[last.node]);
        range.set_start(first_node, self.unit_in_node(first, start)).ok()?;
        range.set_end(last_node, self.unit_in_node(last, end)).ok()?;
        // An end in another tree than the start's moves the start: a range cannot leave a shadow tree.
        let holds = range.start_container().ok()?.is_same_node(Some(first_node));
        holds.then_some(range)
    }

    /// The offset in the report's text of a place in the page; nothing where the text does not come from.
    pub fn offset(&self, node: &Node, offset: u32) -> Option<usize> {
        let (node, offset) = text_place(node, offset)?;
        let first = self.places().get(&node).as_f64()? as usize;
        let own = self.origins[first].node;
        let n_pieces = self.origins[first..].partition_point(|piece| piece.node == own);
        let pieces = &self.origins[first..first + n_pieces];
        // Between two pieces of a node stands white space that is shown as one: it belongs to the first.
        let index = pieces.partition_point(|piece| piece.offset <= offset as usize).checked_sub(1)?;
        let piece = &pieces[index];
        let (start, end) = (self.offsets.of(piece.span.start), self.offsets.of(piece.span.end));
        Some((start + offset as usize - piece.offset).min(end))
    }
}

impl Page {
    /// Where byte `offset` of the text stands in the node of its piece.
    fn unit_in_node(&self, piece: &Piece, offset: usize) -> u32 {
        let offset = offset.clamp(piece.span.start, piece.span.end);
        (piece.offset + self.offsets.of(offset) - self.offsets.of(piece.span.start)) as u32
    }

    /// Whether the node still says what was read in it. Other programs edit pages: a place alone would fool us.
    fn is_unchanged(&self, piece: &Piece) -> bool {
        let n_units = self.offsets.of(piece.span.end) - self.offsets.of(piece.span.start);
        let node = self.nodes[piece.node].unchecked_ref::<CharacterData>();
        let words = piece.span.of(&self.article.text);
        let now = node.substring_data(piece.offset as u32, n_units as u32);
        node.is_connected() && now.is_ok_and(|now| now.bytes().map(shown).eq(words.bytes()))
    }

    fn places(&self) -> &Map {
        self.places.get_or_init(|| {
            let places = Map::new();
            for (index, piece) in self.origins.iter().enumerate() {
                if index == 0 || self.origins[index - 1].node != piece.node {
                    places.set(&self.nodes[piece.node], &JsValue::from(index as u32));
                }
            }
            places
        })
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
    let report = scan(&article, &wire::script::options(options)?)?;
    wire::report("", &article, &report, Unit::Utf16).to_object()
}

/// The names among the keys of `options` that nobody knows, to be told to who wrote them.
#[wasm_bindgen(js_name = unknownOptions)]
pub fn unknown_options(options: &JsValue) -> Vec<String> {
    let Some(options) = options.dyn_ref::<Object>() else { return Vec::new() };
    let names = Object::keys(options);
    names.iter().filter_map(|name| name.as_string()).filter(|name| !OPTION_NAMES.contains(&name.as_str())).collect()
}

#[cfg(not(feature = "patterns"))]
fn scan(article: &Article, asked: &ScriptOptions) -> Result<Report, JsValue> {
    match asked.rules.trim() {
        "" => Ok(scan_article(article, &asked.options)),
        _ => Err(js_sys::Error::new("`rules` need the build with patterns").into()),
    }
}

#[cfg(feature = "patterns")]
fn scan(article: &Article, asked: &ScriptOptions) -> Result<Report, JsValue> {
    let patterns = crate::patterns::read("rules", &asked.rules).map_err(|errors| {
        let errors: Vec<String> = errors.iter().map(ToString::to_string).collect();
        JsValue::from(js_sys::Error::new(&errors.join("\n")))
    })?;
    let mut report = scan_article(article, &asked.options);
    patterns.apply(article, &mut report);
    Ok(report)
}

/// What is wrong with patterns of one's own: a list of `{line, problem}`, empty if they are sound.
#[cfg(feature = "patterns")]
#[wasm_bindgen(js_name = checkRules)]
pub fn check_rules(text: &str) -> Result<JsValue, JsValue> {
    let errors = crate::patterns::read("rules", text).err().unwrap_or_default();
    let problems: Vec<_> = errors
        .into_iter()
        .map(|error| wire::script::WireProblem { line: error.line, problem: error.problem })
        .collect();
    wire::script::problems(&problems)
}
