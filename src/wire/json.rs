//! The report as JSON text.

use serde::Serialize;

use super::{WirePage, WireReport};

/// A report with what is to be said of its page.
#[derive(Serialize)]
struct PageReport<'a> {
    #[serde(flatten)]
    report: WireReport<'a>,
    page: WirePage<'a>,
}

impl<'a> WireReport<'a> {
    /// As JSON on one line, without the line's end. Nothing in it is a line's end to any program: JSON lets
    /// U+0085, U+2028 and U+2029 stand as they are, but Python splits lines at them.
    ///
    /// ```
    /// use claimlight::{Options, article::from_text, scan_article, wire::{self, Unit}};
    ///
    /// // A line's end within the text is an escape in the line.
    /// let article = from_text("Bridge to close\nIt may close.");
    /// let report = scan_article(&article, &Options::default());
    /// let line = wire::report("a", &article, &report, Unit::Char).to_json_line();
    /// assert!(line.lines().count() == 1 && line.contains(r"close\nIt may"));
    /// ```
    pub fn to_json_line(&self) -> String {
        line(self)
    }

    /// As JSON on one line, with what is to be said of the page.
    ///
    /// ```
    /// use claimlight::{Options, article::from_html, scan_article, wire::{self, Unit, WirePage}};
    ///
    /// let (page, options) = (from_html("<title>Bridge</title>"), Options::default());
    /// let said = WirePage { reason: wire::reason(&page, &options), language: None, foreign: 0, scanned: 1.0 };
    /// let report = scan_article(&page, &options);
    /// let line = wire::report("a", &page, &report, Unit::Char).to_json_line_of_page(said);
    /// assert!(line.contains(r#""page":{"reason":"no-text""#));
    /// ```
    pub fn to_json_line_of_page(self, page: WirePage<'a>) -> String {
        line(&PageReport { report: self, page })
    }

    /// As JSON with a line for each value, with what is to be said of the page.
    ///
    /// ```
    /// use claimlight::{Options, article::from_html, scan_article, wire::{self, Unit, WirePage}};
    ///
    /// let (page, options) = (from_html("<title>Bridge</title>"), Options::default());
    /// let said = WirePage { reason: wire::reason(&page, &options), language: None, foreign: 0, scanned: 1.0 };
    /// let report = scan_article(&page, &options);
    /// let json = wire::report("a", &page, &report, Unit::Char).to_json_of_page(said);
    /// assert!(json.lines().count() > 10 && json.contains(r#""reason": "no-text""#));
    /// ```
    pub fn to_json_of_page(self, page: WirePage<'a>) -> String {
        lines(&PageReport { report: self, page })
    }
}

const SOUND: &str = "a report has string keys and nothing that fails to serialize";

/// A value with a line for each value in it.
pub(super) fn lines<T: Serialize>(value: &T) -> String {
    serde_json::to_string_pretty(value).expect(SOUND)
}

/// A value on one line.
pub(super) fn line<T: Serialize>(value: &T) -> String {
    let json = serde_json::to_string(value).expect(SOUND);
    // Such a character can only stand within a string, where its escape means the same.
    json.replace('\u{85}', r"\u0085").replace('\u{2028}', r"\u2028").replace('\u{2029}', r"\u2029")
}
