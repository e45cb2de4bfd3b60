//! What an element says of itself, by its tag and attributes.

use super::{
    hints::{self, Hint, Hints, Names},
    node::Node,
    tags,
};

/// What an element says of itself.
pub fn hints<N: Node>(node: &N, name: &str, names: &mut Names) -> Hints {
    let mut hints = Hints::default();
    tags::hint(name).into_iter().for_each(|hint| hints.add(hint));
    if hints.has(Hint::Page) || !node.has_attributes() {
        return hints;
    }
    for attribute in ["class", "id"] {
        if let Some(own) = node.attribute(attribute) {
            hints |= names.say(&own);
        }
    }
    if let Some(hint) = node.attribute("role").and_then(|role| hints::of_role(&role)) {
        hints.add(hint);
    }
    if let Some(properties) = node.attribute("itemprop") {
        hints |= hints::of_properties(&properties);
    }
    match node.attribute("data-claimlight").as_deref() {
        Some("off") => hints.add(Hint::Excluded),
        Some(_) => hints.add(Hint::Chosen),
        None => (),
    }
    let editable = node.attribute("contenteditable");
    if editable.is_some_and(|value| !value.eq_ignore_ascii_case("false")) {
        hints.add(Hint::Editable);
    }
    if is_hidden(node) {
        hints.add(Hint::Hidden);
    }
    hints
}

/// Whether the attributes of an element say that it is not shown.
pub fn is_hidden<N: Node>(node: &N) -> bool {
    let is_true = |name| node.attribute(name).is_some_and(|value| value.eq_ignore_ascii_case("true"));
    node.attribute("hidden").is_some() || is_true("aria-hidden") || node.attribute("style").is_some_and(|s| hides(&s))
}

/// Whether an inline style hides its element.
fn hides(style: &str) -> bool {
    style.split(';').filter_map(|declaration| declaration.split_once(':')).any(|(name, value)| {
        let value = value.trim().to_ascii_lowercase();
        match name.trim().to_ascii_lowercase().as_str() {
            "display" => value.starts_with("none"),
            "visibility" => value.starts_with("hidden"),
            _ => false,
        }
    })
}
