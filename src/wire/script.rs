//! What goes to and comes from JavaScript.

use serde::{Deserialize, Serialize};
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;

use super::{WireReport, page::PageReport};
use crate::options::Options;

/// What a script may ask; every key may be missing.
#[derive(Deserialize)]
#[serde(default)]
struct WireOptions {
    language: String,
    conditionals: bool,
    confidence: f32,
    rules: String,
    whole: bool,
}

impl Default for WireOptions {
    fn default() -> Self {
        let Options { language, conditionals, confidence } = Options::default();
        WireOptions { language, conditionals, confidence, rules: String::new(), whole: false }
    }
}

/// The names of what a script may ask.
pub const OPTION_NAMES: [&str; 5] = ["language", "conditionals", "confidence", "rules", "whole"];

/// What a script asked.
#[derive(Clone, Debug, Default)]
pub struct ScriptOptions {
    /// What it asked of the scan.
    pub options: Options,
    /// The patterns to add, as in a file of them.
    pub rules: String,
    /// Whether all that can be read is scanned, not an article alone.
    pub whole: bool,
}

/// The options a script gave; a value of another sort is an error that names it.
pub fn options(value: JsValue) -> Result<ScriptOptions, JsValue> {
    if value.is_undefined() || value.is_null() {
        return Ok(ScriptOptions::default());
    }
    let WireOptions { language, conditionals, confidence, rules, whole } = serde_wasm_bindgen::from_value(value)?;
    Ok(ScriptOptions { options: Options { language, conditionals, confidence }, rules, whole })
}

pub use super::page::WirePage;

/// What is wrong with a pattern.
#[derive(Serialize)]
pub struct WireProblem {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong, and the remedy.
    pub problem: String,
}

impl<'a> WireReport<'a> {
    /// As an object of a script.
    pub fn to_object(&self) -> Result<JsValue, JsValue> {
        object(self)
    }

    /// As an object of a script, with what is to be said of the page.
    pub fn to_object_of_page(self, page: WirePage<'a>) -> Result<JsValue, JsValue> {
        object(&PageReport { report: self, page })
    }
}

/// Problems as objects of a script.
pub fn problems(problems: &[WireProblem]) -> Result<JsValue, JsValue> {
    object(problems)
}

/// Plain objects, as JSON has them: scripts and their types know no `Map`.
fn object<T: Serialize + ?Sized>(value: &T) -> Result<JsValue, JsValue> {
    let serializer = Serializer::new().serialize_maps_as_objects(true).serialize_missing_as_null(true);
    Ok(value.serialize(&serializer)?)
}
