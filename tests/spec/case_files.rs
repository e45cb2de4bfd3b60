//! The case files, for the browser, which has no folders to read. Written by `UPDATE=1 cargo test`.

/// Path below `tests/cases`, and content.
#[rustfmt::skip]
pub const CASE_FILES: &[(&str, &str)] = &[
    ("en/according-to.md", include_str!("../cases/en/according-to.md")),
    ("en/aggregator.md", include_str!("../cases/en/aggregator.md")),
    ("en/attributions.md", include_str!("../cases/en/attributions.md")),
    ("en/business.md", include_str!("../cases/en/business.md")),
    ("en/claims-figures.md", include_str!("../cases/en/claims-figures.md")),
    ("en/claims-kinds.md", include_str!("../cases/en/claims-kinds.md")),
    ("en/claims-support.md", include_str!("../cases/en/claims-support.md")),
    ("en/courts.md", include_str!("../cases/en/courts.md")),
    ("en/denials.md", include_str!("../cases/en/denials.md")),
    ("en/genres.md", include_str!("../cases/en/genres.md")),
    ("en/headlines.md", include_str!("../cases/en/headlines.md")),
    ("en/hedges-appearance.md", include_str!("../cases/en/hedges-appearance.md")),
    ("en/hedges-approximators.md", include_str!("../cases/en/hedges-approximators.md")),
    ("en/hedges-conditional.md", include_str!("../cases/en/hedges-conditional.md")),
    ("en/hedges-hearsay.md", include_str!("../cases/en/hedges-hearsay.md")),
    ("en/hedges-opinion.md", include_str!("../cases/en/hedges-opinion.md")),
    ("en/hedges-possibility.md", include_str!("../cases/en/hedges-possibility.md")),
    ("en/hedges-voices.md", include_str!("../cases/en/hedges-voices.md")),
    ("en/india.md", include_str!("../cases/en/india.md")),
    ("en/interviews.md", include_str!("../cases/en/interviews.md")),
    ("en/local-news.md", include_str!("../cases/en/local-news.md")),
    ("en/no-attribution.md", include_str!("../cases/en/no-attribution.md")),
    ("en/provenance.md", include_str!("../cases/en/provenance.md")),
    ("en/quotations.md", include_str!("../cases/en/quotations.md")),
    ("en/science.md", include_str!("../cases/en/science.md")),
    ("en/sources.md", include_str!("../cases/en/sources.md")),
    ("en/sport.md", include_str!("../cases/en/sport.md")),
    ("en/united-kingdom.md", include_str!("../cases/en/united-kingdom.md")),
];
