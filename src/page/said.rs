//! What an element says of itself, by its tag and attributes.

use super::{
    hints::{self, Hint, Hints, Names},
    node::{Attributes, Node},
    tags,
};

/// What a block-level element says of itself.
pub struct Said {
    /// What it is.
    pub hints: Hints,
    /// The hash of its first class name, or 0.
    pub class: u32,
    /// The language it is in.
    pub language: Option<String>,
}

/// What a block-level element says of itself.
pub fn said<N: Node>(node: &N, names: &mut Names) -> Said {
    let mut hints = Hints::default();
    tags::hint(node.name()).into_iter().for_each(|hint| hints.add(hint));
    let mut attributes = Attributes::of(node);
    let is_page = hints.has(Hint::Page);
    let mut class = 0;
    for attribute in ["class", "id"] {
        let Some(own) = attributes.take(attribute).filter(|_| !is_page) else { continue };
        hints |= names.say(&own);
        class = if attribute == "class" { hash(&own) } else { class };
    }
    let language = attributes.take("lang").map(|language| language.trim().to_owned());
    if !is_page {
        attributes.take("role").and_then(|role| hints::of_role(&role)).into_iter().for_each(|hint| hints.add(hint));
        attributes.take("itemprop").into_iter().for_each(|properties| hints |= hints::of_properties(&properties));
        marks(&mut attributes).for_each(|hint| hints.add(hint));
    }
    Said { hints, class, language: language.filter(|language| !language.is_empty()) }
}

/// The hash of the first of some names, or 0.
fn hash(names: &str) -> u32 {
    let first = names.bytes().skip_while(u8::is_ascii_whitespace).take_while(|byte| !byte.is_ascii_whitespace());
    first.fold(0, |hash: u32, byte| (hash.rotate_left(5) ^ u32::from(byte)).wrapping_mul(0x9E37_79B9))
}

/// What the attributes say that are the page's doing more than its template's.
fn marks<N: Node>(attributes: &mut Attributes<N>) -> impl Iterator<Item = Hint> {
    let own = attributes.take("data-claimlight");
    let own = own.map(|value| if value.text == "off" { Hint::Excluded } else { Hint::Chosen });
    let editable = attributes.take("contenteditable").is_some_and(|value| !value.eq_ignore_ascii_case("false"));
    let hidden = is_hidden(attributes);
    [own, editable.then_some(Hint::Editable), hidden.then_some(Hint::Hidden)].into_iter().flatten()
}

/// Whether the attributes of an element say that it is not shown.
pub fn is_hidden<N: Node>(attributes: &mut Attributes<N>) -> bool {
    attributes.take("style").is_some_and(|style| hides(&style))
        || attributes.take("hidden").is_some()
        || attributes.take("aria-hidden").is_some_and(|value| value.eq_ignore_ascii_case("true"))
}

/// Whether an inline style hides its element.
fn hides(style: &str) -> bool {
    style.split(';').filter_map(|declaration| declaration.split_once(':')).any(|(name, value)| {
        let says = |property: &str, start: &str| {
            let value = value.trim().as_bytes().get(..start.len());
            name.trim().eq_ignore_ascii_case(property)
                && value.is_some_and(|value| value.eq_ignore_ascii_case(start.as_bytes()))
        };
        says("display", "none") || says("visibility", "hidden")
    })
}
