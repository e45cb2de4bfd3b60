//! Reads the page a browser shows, open shadow trees included. It changes nothing in it.

use std::{borrow::Cow, cell::RefCell};

use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue, intern, prelude::wasm_bindgen};
use web_sys::{AssignedNodesOptions, Document, Element, HtmlIFrameElement, HtmlSlotElement};

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

/// A node of the page, and its type: what is asked most is asked of the browser once.
#[derive(Clone)]
pub struct Shown {
    /// The node.
    pub node: web_sys::Node,
    node_type: u16,
}

impl From<web_sys::Node> for Shown {
    fn from(node: web_sys::Node) -> Self {
        Shown { node_type: node.node_type(), node }
    }
}

thread_local! {
    /// The open shadow trees and frames met while a page is read: who watches the page must watch each.
    static SHADOWS: RefCell<Vec<web_sys::Node>> = const { RefCell::new(Vec::new()) };
}

/// The outline of what `root` shows with its text nodes, and the shadow trees and frames in it.
pub fn read(root: &web_sys::Node) -> (Reading<Shown>, Vec<web_sys::Node>) {
    let root = Shown::from(root.clone());
    let language = root.language();
    SHADOWS.with_borrow_mut(Vec::clear);
    let mut reading = walk::read(root);
    reading.outline.language = language;
    (reading, SHADOWS.take())
}

impl Shown {
    /// Nodes of another frame are no instances of this one's classes; so their type is asked, not their class.
    fn element(&self) -> Option<&Element> {
        (self.node_type == web_sys::Node::ELEMENT_NODE).then(|| self.node.unchecked_ref())
    }

    /// The language is said by the nearest element around it that says any; of a document by its first.
    fn language(&self) -> Option<String> {
        let says = match self.node_type {
            web_sys::Node::DOCUMENT_NODE => self.node.unchecked_ref::<Document>().document_element(),
            _ => self.element().cloned().or_else(|| self.node.parent_element())?.closest("[lang]").ok()?,
        };
        let language = says?.get_attribute("lang")?;
        Some(language.trim().to_owned()).filter(|language| !language.is_empty())
    }
}

impl Node for Shown {
    fn sort(&self) -> Sort {
        match self.node_type {
            web_sys::Node::TEXT_NODE => Sort::Text,
            web_sys::Node::ELEMENT_NODE | web_sys::Node::DOCUMENT_NODE | web_sys::Node::DOCUMENT_FRAGMENT_NODE => {
                Sort::Element
            }
            _ => Sort::Other,
        }
    }

    fn name(&self) -> Cow<'_, str> {
        self.element().map_or(Cow::Borrowed("html"), |element| Cow::Owned(element.local_name()))
    }

    fn n_attributes(&self) -> usize {
        self.element().map_or(0, |element| element.attributes().length() as usize)
    }

    fn attribute(&self, name: &str) -> Option<Cow<'_, str>> {
        self.element()?.get_attribute(intern(name)).map(Cow::Owned)
    }

    fn text(&self) -> Cow<'_, str> {
        Cow::Owned(self.node.node_value().unwrap_or_default())
    }

    fn content(&self) -> Content<Self> {
        let first = match self.element().and_then(Element::shadow_root) {
            Some(shadow) => {
                SHADOWS.with_borrow_mut(|shadows| shadows.push(shadow.clone().into()));
                shadow.first_child()
            }
            None => self.node.first_child(),
        };
        Content::From(first.map(Shown::from))
    }

    fn slotted(&self) -> Content<Self> {
        let options = AssignedNodesOptions::new();
        options.set_flatten(true);
        let slot = self.node.unchecked_ref::<HtmlSlotElement>();
        let nodes = slot.assigned_nodes_with_options(&options);
        let nodes: Vec<Shown> = nodes.iter().map(|node| Shown::from(node.unchecked_into::<web_sys::Node>())).collect();
        Content::Nodes(nodes.into_iter())
    }

    fn framed(&self) -> Content<Self> {
        // Of a frame from elsewhere a browser shows no document.
        let document = self.node.unchecked_ref::<HtmlIFrameElement>().content_document();
        let Some(body) = document.and_then(|document| document.body()) else { return Content::From(None) };
        SHADOWS.with_borrow_mut(|shadows| shadows.push(body.clone().into()));
        Content::From(body.first_child().map(Shown::from))
    }

    fn next(&self) -> Option<Self> {
        self.node.next_sibling().map(Shown::from)
    }

    fn is_visible(&self) -> bool {
        thread_local! {
            static OPTIONS: JsValue = {
                let options = js_sys::Object::new();
                // An object of our own takes any property.
                let _ = Reflect::set(&options, &"visibilityProperty".into(), &JsValue::TRUE);
                options.into()
            };
        }
        let Some(element) = self.element() else { return true };
        // A browser without the method cannot say; what it cannot hide is shown.
        OPTIONS.with(|options| element.unchecked_ref::<VisibleElement>().check_visibility(options).unwrap_or(true))
    }
}
