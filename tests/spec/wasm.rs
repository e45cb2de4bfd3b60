//! The cases in a browser: `wasm-pack test --headless --chrome` runs them in the engine that pages have.
#![cfg(target_arch = "wasm32")]

mod case_files;
mod cases;

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn every_case_is_as_listed_in_the_browser() {
    let checked: Vec<_> = case_files::CASE_FILES.iter().map(|(path, file)| cases::check(path, file)).collect();
    let failures: Vec<&str> = checked.iter().flat_map(|checked| &checked.failures).map(String::as_str).collect();
    assert!(failures.is_empty(), "{}", failures.join("\n\n"));
    assert!(checked.iter().map(|checked| checked.n_fences).sum::<usize>() > 0, "there are cases");
}
