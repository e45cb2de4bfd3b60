//! What goes to and comes from JavaScript.

use js_sys::{Reflect, TypeError};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;

use super::{
    Offsets, Unit, WireReport, counts::counts, wire_attribution, wire_block, wire_claim, wire_entry, wire_hedge,
    wire_provenance,
};
use crate::{article::Article, options::Options, report::Report};

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
    let ScriptOptions { options, rules, whole } = ScriptOptions::default();
    let number = |value: &JsValue| value.as_f64().map(|number| number as f32);
    Ok(ScriptOptions {
        options: Options {
            language: option(&value, "language", JsValue::as_string)?.unwrap_or(options.language),
            conditionals: option(&value, "conditionals", JsValue::as_bool)?.unwrap_or(options.conditionals),
            confidence: option(&value, "confidence", number)?.unwrap_or(options.confidence),
        },
        rules: option(&value, "rules", JsValue::as_string)?.unwrap_or(rules),
        whole: option(&value, "whole", JsValue::as_bool)?.unwrap_or(whole),
    })
}

/// One option, which may be missing. Read by hand: what would read any structure brings the printing of floating-point
/// numbers with it, and weighs 10 KB more.
fn option<T>(options: &JsValue, name: &str, read: impl Fn(&JsValue) -> Option<T>) -> Result<Option<T>, JsValue> {
    let value = Reflect::get(options, &JsValue::from_str(name))?;
    if value.is_undefined() {
        return Ok(None);
    }
    let sort = || value.js_typeof().as_string().unwrap_or_default();
    read(&value).map(Some).ok_or_else(|| TypeError::new(&format!("the option `{name}` cannot be a {}", sort())).into())
}

pub use super::page::WirePage;

/// What is wrong with a pattern.
#[cfg(feature = "patterns")]
#[derive(Serialize)]
pub struct WireProblem {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong, and the remedy.
    pub problem: String,
}

impl<'a> WireReport<'a> {
    /// As an object of a script.
    pub(crate) fn to_object(&self) -> Result<JsValue, JsValue> {
        object(self)
    }

    /// As an object of a script, with what is to be said of the page.
    pub(crate) fn into_object_of_page(self, page: WirePage<'a>) -> Result<JsValue, JsValue> {
        let own = self.to_object()?;
        Reflect::set(&own, &JsValue::from_str("page"), &object(&page)?)?;
        Ok(own)
    }
}

/// One member of the report of a page, of a list what stands from `start` on for `n` places, as a value of a script;
/// undefined if there is none of this name.
pub fn part(
    (name, start, n): (&str, usize, usize),
    article: &Article,
    report: &Report,
    page: WirePage,
    offsets: &Offsets,
) -> Result<JsValue, JsValue> {
    fn some<'a, T, W: Serialize>(
        list: &'a [T],
        (start, n): (usize, usize),
        wired: impl Fn(&'a T) -> W,
    ) -> Result<JsValue, JsValue> {
        object(&list.iter().skip(start).take(n).map(wired).collect::<Vec<_>>())
    }
    let place = (start, n);
    match name {
        "id" => object(""),
        "language" => object(&report.language),
        "unit" => object(Unit::Utf16.name()),
        "text" => object(&article.text),
        "blocks" => some(&article.blocks, place, |block| wire_block(block, offsets)),
        "sentences" => some(&report.sentences, place, |sentence| offsets.span(*sentence)),
        "attributions" => some(&report.attributions, place, |own| wire_attribution(own, offsets)),
        "ledger" => some(&report.ledger, place, |own| wire_entry(own, offsets)),
        "hedges" => some(&report.hedges, place, |own| wire_hedge(own, offsets)),
        "claims" => some(&report.claims, place, |own| wire_claim(own, offsets)),
        "provenance" => some(&report.provenance, place, |own| wire_provenance(own, offsets)),
        "counts" => object(&counts(report)),
        "page" => object(&page),
        _ => Ok(JsValue::UNDEFINED),
    }
}

/// Problems as objects of a script.
#[cfg(feature = "patterns")]
pub fn problems(problems: &[WireProblem]) -> Result<JsValue, JsValue> {
    object(problems)
}

/// Plain objects, as JSON has them: scripts and their types know no `Map`.
fn object<T: Serialize + ?Sized>(value: &T) -> Result<JsValue, JsValue> {
    let serializer = Serializer::new().serialize_maps_as_objects(true).serialize_missing_as_null(true);
    Ok(value.serialize(&serializer)?)
}
