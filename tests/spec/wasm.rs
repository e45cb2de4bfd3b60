//! The cases and the pages in a browser: `make test-browser` runs them in the engine that pages have.
#![cfg(target_arch = "wasm32")]

mod articles;
mod case_files;
mod cases;
mod page_files;

use claimlight::{
    article::{self, choose::Scope},
    page::live,
};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Document, HtmlDocument, HtmlIFrameElement};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn every_case_is_as_listed_in_the_browser() {
    let checked: Vec<_> = case_files::CASE_FILES.iter().map(|(path, file)| cases::check(path, file)).collect();
    let failures: Vec<&str> = checked.iter().flat_map(|checked| &checked.failures).map(String::as_str).collect();
    assert!(failures.is_empty(), "{}", failures.join("\n\n"));
    assert!(checked.iter().map(|checked| checked.n_fences).sum::<usize>() > 0, "there are cases");
}

/// Shows a page in a frame of its own.
fn shown(html: &str) -> Result<Document, JsValue> {
    let document = web_sys::window().and_then(|window| window.document()).ok_or("no document")?;
    let frame: HtmlIFrameElement = document.create_element("iframe")?.unchecked_into();
    document.body().ok_or("no body")?.append_child(&frame)?;
    // Documents of another frame are no instances of this one's classes.
    let page: HtmlDocument = frame.content_document().ok_or("no document in the frame")?.unchecked_into();
    page.open()?;
    page.write(&js_sys::Array::of1(&html.into()))?;
    page.close()?;
    Ok(page.unchecked_into())
}

#[wasm_bindgen_test]
fn the_browser_finds_the_articles_that_the_command_line_finds() {
    for (name, html, listed) in page_files::PAGE_FILES {
        let page = shown(html).expect("a page can be shown");
        let (article, origins) = article::from_outline(&live::read(&page).outline, Scope::Article);
        assert_eq!(articles::written(&article), *listed, "{name}");
        assert!(origins.iter().all(|piece| !piece.span.of(&article.text).is_empty()), "{name}");
    }
}

#[wasm_bindgen_test]
fn what_only_a_browser_knows_is_read_as_it_is_shown() {
    let page = shown(
        "<style>.closed{display:none} .unseen{visibility:hidden}</style><p>The tide   may\n turn, <b>she</b> said.\
         <p class=closed>Closed.<p class=unseen>Unseen.<p>A <span class=closed>secret</span> word.\
         <div id=host><p>Slotted.</p><p slot=elsewhere>Not shown.</p></div>",
    )
    .expect("a page can be shown");
    let init = web_sys::ShadowRootInit::new(web_sys::ShadowRootMode::Open);
    let host = page.get_element_by_id("host").expect("the host");
    host.attach_shadow(&init).expect("a shadow").set_inner_html("<p>In the shadow.</p><slot></slot>");
    let reading = live::read(&page);
    let (article, origins) = article::from_outline(&reading.outline, Scope::Everything);
    assert_eq!(article.text, "The tide may turn, she said.\nA word.\nIn the shadow.\nSlotted.");
    for piece in origins {
        let text =
            reading.nodes(&[piece.node]).get(0).unchecked_into::<web_sys::Node>().node_value().unwrap_or_default();
        let words: String = text.chars().skip(piece.offset).take(piece.span.len()).collect();
        assert_eq!(words.replace('\n', " "), piece.span.of(&article.text));
    }
}
