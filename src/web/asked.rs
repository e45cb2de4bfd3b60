//! What a script asks of a page.

use js_sys::Object;
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use web_sys::{Node, Range};

#[cfg(feature = "patterns")]
use crate::patterns::{Application, PatternError, Patterns};
use crate::{
    article::choose::Scope,
    options::Options,
    scanning::Finished,
    wire::script::{OPTION_NAMES, ScriptOptions},
};

/// What a script asked of a page.
pub struct Asked {
    /// Where to read; the whole page if nothing is named.
    root: Option<Node>,
    /// Of what it read only this is wanted.
    pub range: Option<Range>,
    /// An article, or all that can be read.
    pub scope: Scope,
    /// What it asked of the scan.
    pub options: Options,
    #[cfg(feature = "patterns")]
    patterns: Patterns,
    #[cfg(feature = "patterns")]
    faults: Vec<PatternError>,
}

impl Asked {
    /// What `root` and `options` ask for.
    pub fn new(root: JsValue, asked: ScriptOptions) -> Result<Self, JsValue> {
        let range = root.dyn_ref::<Range>().cloned();
        let around = range.as_ref().map(Range::common_ancestor_container).transpose()?;
        let named = (!root.is_undefined() && !root.is_null()).then(|| root.unchecked_into());
        let scope = if asked.whole || named.is_some() { Scope::Everything } else { Scope::Article };
        #[cfg(feature = "patterns")]
        let (patterns, faults) = crate::patterns::read_sound("rules", &asked.rules);
        Ok(Asked {
            root: around.map(of_text).or(named),
            range,
            scope,
            #[cfg(feature = "patterns")]
            patterns,
            #[cfg(feature = "patterns")]
            faults,
            options: without_patterns(asked)?,
        })
    }

    /// Where to read now; a page may have got another document element since.
    pub fn root(&self) -> Option<Node> {
        let document = || web_sys::window().and_then(|window| window.document()).map(Node::from);
        self.root.clone().or_else(document)
    }

    /// What is wrong with a newsroom's or reader's own patterns; the rest of them are used.
    #[cfg(feature = "patterns")]
    pub fn faults(&self) -> Vec<String> {
        self.faults.iter().map(ToString::to_string).collect()
    }

    /// Without patterns nothing is wrong.
    #[cfg(not(feature = "patterns"))]
    pub fn faults(&self) -> Vec<String> {
        Vec::new()
    }
}

/// What own patterns add to a chapter, as far as that has come.
#[derive(Default)]
pub struct Addition {
    #[cfg(feature = "patterns")]
    application: Option<Application>,
}

impl Addition {
    /// Adds a little; whether that was all.
    #[cfg(feature = "patterns")]
    pub fn step(&mut self, asked: &Asked, Finished { article, report }: Finished) -> bool {
        if asked.patterns.is_empty() {
            return true;
        }
        let application = self.application.get_or_insert_with(|| Application::new(article, report));
        let is_done = application.step(&asked.patterns, article, report);
        if is_done {
            self.application = None;
        }
        is_done
    }

    /// Without patterns there is nothing to add.
    #[cfg(not(feature = "patterns"))]
    pub fn step(&mut self, _: &Asked, _: Finished) -> bool {
        true
    }
}

/// A range within one text node is read in the element around it, which says what the text is.
fn of_text(node: Node) -> Node {
    let parent = node.parent_node().filter(|_| node.node_type() == Node::TEXT_NODE);
    parent.unwrap_or(node)
}

#[cfg(not(feature = "patterns"))]
fn without_patterns(asked: ScriptOptions) -> Result<Options, JsValue> {
    match asked.rules.trim() {
        "" => Ok(asked.options),
        _ => Err(js_sys::Error::new("`rules` need the build with patterns").into()),
    }
}

#[cfg(feature = "patterns")]
fn without_patterns(asked: ScriptOptions) -> Result<Options, JsValue> {
    Ok(asked.options)
}

/// The names among the keys of `options` that nobody knows, to be told to who wrote them.
#[wasm_bindgen(js_name = unknownOptions)]
pub fn unknown_options(options: &JsValue) -> Vec<String> {
    let Some(options) = options.dyn_ref::<Object>() else { return Vec::new() };
    let names = Object::keys(options);
    names.iter().filter_map(|name| name.as_string()).filter(|name| !OPTION_NAMES.contains(&name.as_str())).collect()
}

/// What is wrong with patterns of one's own: a list of `{line, problem}`, empty if they are sound.
#[cfg(feature = "patterns")]
#[wasm_bindgen(js_name = checkRules)]
pub fn check_rules(text: &str) -> Result<JsValue, JsValue> {
    let errors = crate::patterns::read("rules", text).err().unwrap_or_default();
    let problems: Vec<_> = errors
        .into_iter()
        .map(|error| crate::wire::script::WireProblem { line: error.line, problem: error.problem })
        .collect();
    crate::wire::script::problems(&problems)
}
