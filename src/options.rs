//! What a caller may ask of a scan. Others reach it as [`crate::Options`].

/// What a caller may ask of a scan.
///
/// ```
/// use claimlight::{Options, scan};
///
/// let text = "The council would close the bridge.";
/// assert!(scan(text, &Options::default()).hedges.is_empty());
/// assert_eq!(scan(text, &Options { conditionals: true, ..Options::default() }).hedges.len(), 1);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Options {
    /// The language of the word lists ("en"); a text in a language without lists gives no marks.
    pub language: String,
    /// Whether conditionals (would, if, should, can) are reported as hedges. By default they are not.
    pub conditionals: bool,
    /// The least confidence, from 0 to 1, of an attribution that is reported.
    pub confidence: f32,
}

impl Default for Options {
    fn default() -> Self {
        Options { language: "en".to_owned(), conditionals: false, confidence: 0.0 }
    }
}
