//! What a caller may ask of a scan.

/// What a caller may ask of a scan.
#[derive(Clone, Debug, PartialEq)]
pub struct Options {
    /// The language of the word lists ("en"); a text in a language without lists gives no marks.
    pub language: String,
    /// Whether conditionals (would, if, should, can) are reported as hedges. They are by default, so that a reader of the
    /// report may count them; text output and the widget leave them out unless asked.
    pub conditionals: bool,
    /// The least confidence, from 0 to 1, of an attribution that is reported.
    pub confidence: f32,
}

impl Default for Options {
    fn default() -> Self {
        Options { language: "en".to_owned(), conditionals: true, confidence: 0.0 }
    }
}
