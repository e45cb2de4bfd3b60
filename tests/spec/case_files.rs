//! The case files, for the browser, which has no folders to read. Written by `UPDATE=1 cargo test`.

/// Path below `tests/cases`, and content.
#[rustfmt::skip]
pub const CASE_FILES: &[(&str, &str)] = &[
    ("en/attributions.md", include_str!("../cases/en/attributions.md")),
];
