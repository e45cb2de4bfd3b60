//! Reads the page a browser shows, open shadow trees included. It changes nothing in it.

use std::borrow::Cow;

use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use web_sys::{AssignedNodesOptions, Element, HtmlSlotElement};

use super::{
    node::{Content, Node, Sort},
    walk::{self, Reading},
};

#[wasm_bindgen]
extern "C" {
    /// What web-sys does not know yet.
    #[wasm_bindgen(extends = Element)]
    type VisibleElement;
    #[wasm_bindgen(method, catch, js_name = checkVisibility)]
    fn check_visibility(this: &VisibleElement, options: &JsValue) -> Result<bool, JsValue>;
}

/// The outline of what `root` shows, and its text nodes.
pub fn read(root: &web_sys::Node) -> Reading<web_sys::Node> {
    let mut reading = walk::read(root.clone());
    reading.outline.language = language(root);
    reading
}

/// The language of an element is said by the nearest around it that says any.
fn language(root: &web_sys::Node) -> Option<String> {
    let document = root.dyn_ref::<web_sys::Document>().cloned().or_else(|| root.owner_document())?;
    let element = root.dyn_ref::<Element>().cloned().or_else(|| root.parent_element());
    let says =
        element.and_then(|element| element.closest("[lang]").ok().flatten()).or_else(|| document.document_element())?;
    says.get_attribute("lang").map(|language| language.trim().to_owned()).filter(|language| !language.is_empty())
}

impl Node for web_sys::Node {
    fn sort(&self) -> Sort {
        match self.node_type() {
            web_sys::Node::TEXT_NODE => Sort::Text,
            web_sys::Node::ELEMENT_NODE | web_sys::Node::DOCUMENT_NODE | web_sys::Node::DOCUMENT_FRAGMENT_NODE => {
                Sort::Element
            }
            _ => Sort::Other,
        }
    }

    fn name(&self) -> Cow<'_, str> {
        match self.node_type() {
            web_sys::Node::ELEMENT_NODE => Cow::Owned(element(self).local_name()),
            _ => Cow::Borrowed("html"),
        }
    }

    fn attribute(&self, name: &str) -> Option<Cow<'_, str>> {
        match self.node_type() {
            web_sys::Node::ELEMENT_NODE => element(self).get_attribute(name).map(Cow::Owned),
            _ => None,
        }
    }

    fn text(&self) -> Cow<'_, str> {
        Cow::Owned(self.node_value().unwrap_or_default())
    }

    fn content(&self) -> Content<Self> {
        let shadow = match self.node_type() {
            web_sys::Node::ELEMENT_NODE => element(self).shadow_root(),
            _ => None,
        };
        match shadow {
            Some(shadow) => Content::From(shadow.first_child()),
            None => Content::From(self.first_child()),
        }
    }

    fn slotted(&self) -> Content<Self> {
        let options = AssignedNodesOptions::new();
        options.set_flatten(true);
        let slot = self.unchecked_ref::<HtmlSlotElement>();
        let nodes: Vec<_> = slot.assigned_nodes_with_options(&options).iter().map(JsCast::unchecked_into).collect();
        Content::Nodes(nodes.into_iter())
    }

    fn next(&self) -> Option<Self> {
        self.next_sibling()
    }

    fn is_visible(&self) -> bool {
        if self.node_type() != web_sys::Node::ELEMENT_NODE {
            return true;
        }
        let options = js_sys::Object::new();
        // An object of our own takes any property.
        let _ = Reflect::set(&options, &"visibilityProperty".into(), &JsValue::TRUE);
        // A browser without the method cannot say; what it cannot hide is shown.
        self.unchecked_ref::<VisibleElement>().check_visibility(&options).unwrap_or(true)
    }
}

/// A node known to be an element; nodes of another frame are no instances of this one's classes.
fn element(node: &web_sys::Node) -> &Element {
    node.unchecked_ref()
}
