//! Documents that come in as JSON, one a line: `{"id": "a1", "text": "…"}` or `{"id": "a1", "html": "…"}`; and as what they
//! go out.

use serde::Serialize;
use serde_json::{Map, Value, error::Category};

use super::{
    WirePage, WireReport,
    json::{line, lines},
};

/// A document of a `.jsonl` file. Keys it does not know are the sender's own and stay unread.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentLine {
    /// Its name, if the line gives one.
    pub id: Option<String>,
    /// What is to be scanned.
    pub body: Body,
    /// When it was published: `date`.
    pub date: Option<String>,
    /// Who published it: `outlet`.
    pub outlet: Option<String>,
    /// The part of the paper it stands in: `section`.
    pub section: Option<String>,
}

/// What a document holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body {
    /// A text, scanned as it is.
    Text(String),
    /// A page, whose article is to be found.
    Html(String),
}

/// The document of one line (the first may begin with a byte order mark), or what is wrong with the line.
///
/// ```
/// use claimlight::wire::documents::{Body, document};
///
/// let line = document(br#"{"id": 7, "text": "The bridge may close.", "date": "2026-11-24"}"#)?;
/// assert_eq!((line.id.as_deref(), line.date.as_deref()), (Some("7"), Some("2026-11-24")));
/// assert_eq!(line.body, Body::Text("The bridge may close.".to_owned()));
/// let line = document(br#"{"id": " ", "text": "The bridge may close.", "outlet": " Aldwick Herald "}"#)?;
/// assert_eq!((line.id, line.outlet.as_deref()), (None, Some("Aldwick Herald")));
/// assert!(document(b"{}").is_err_and(|what| what.contains("neither")));
/// assert!(document(br#"{"id" 7}"#).is_err_and(|what| what == "not JSON at column 7: expected `:`"));
/// # Ok::<(), String>(())
/// ```
pub fn document(line: &[u8]) -> Result<DocumentLine, String> {
    let line = std::str::from_utf8(line).map_err(|error| format!("not UTF-8 at byte {}", error.valid_up_to()))?;
    let line = line.strip_prefix('\u{feff}').unwrap_or(line);
    let value: Value = serde_json::from_str(line).map_err(|error| sentence(&error))?;
    let Value::Object(mut keys) = value else {
        return Err(format!(r#"{} is no document; one is {{"id": …, "text" or "html": …}}"#, sort(&value)));
    };
    let body = match (text(&mut keys, "text")?, text(&mut keys, "html")?) {
        (Some(text), None) => Body::Text(text),
        (None, Some(html)) => Body::Html(html),
        (None, None) => return Err(r#"has neither "text" nor "html""#.to_owned()),
        (Some(_), Some(_)) => return Err(r#"has both "text" and "html"; give one"#.to_owned()),
    };
    Ok(DocumentLine {
        id: name(&mut keys, "id")?,
        body,
        // These say where it belongs; what is no text there does not keep it from being read.
        date: name(&mut keys, "date").unwrap_or_default(),
        outlet: name(&mut keys, "outlet").unwrap_or_default(),
        section: name(&mut keys, "section").unwrap_or_default(),
    })
}

/// The text of a key; null is as good as none.
fn text(keys: &mut Map<String, Value>, key: &str) -> Result<Option<String>, String> {
    match keys.remove(key) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text)),
        Some(other) => Err(format!(r#""{key}" is {}, not a text"#, sort(&other))),
    }
}

/// The same, or a number: databases number their rows, so a number is a name too. An empty name is as good as none, and
/// blanks around it are none of it.
fn name(keys: &mut Map<String, Value>, key: &str) -> Result<Option<String>, String> {
    match keys.get(key) {
        Some(Value::Number(number)) => Ok(Some(number.to_string())),
        _ => {
            let name = text(keys, key)?.map(|name| name.trim().to_owned());
            Ok(name.filter(|name| !name.is_empty()))
        }
    }
}

fn sort(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "a text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

/// Where the line stops being JSON, in columns, and why; the library's line number counts within the one line and would mislead.
fn sentence(error: &serde_json::Error) -> String {
    match error.classify() {
        Category::Eof => "not JSON: the line ends in the middle of it".to_owned(),
        _ => {
            let words = error.to_string();
            let why = words.split(" at line ").next().unwrap_or_default();
            format!("not JSON at column {}: {why}", error.column())
        }
    }
}

/// The report of a document of an archive.
#[derive(Serialize)]
pub struct DocumentReport<'a> {
    /// What was found in it.
    #[serde(flatten)]
    pub report: WireReport<'a>,
    /// What is to be said of its page.
    pub page: WirePage<'a>,
    /// Where and when it was published.
    pub published: Published<'a>,
}

/// Where and when a document was published, as far as it says.
#[derive(Serialize)]
pub struct Published<'a> {
    /// ISO 8601 where it could be read; else as it was given.
    pub date: Option<&'a str>,
    /// Who published it.
    pub outlet: Option<&'a str>,
    /// The part of the paper.
    pub section: Option<&'a str>,
}

impl DocumentReport<'_> {
    /// As JSON on one line, without the line's end.
    pub fn to_json_line(&self) -> String {
        line(self)
    }

    /// As JSON with a line for each value.
    pub fn to_json(&self) -> String {
        lines(self)
    }
}

/// The line that stands for a document that could not be read.
///
/// ```
/// let line = claimlight::wire::documents::failed("a", "not JSON");
/// assert!(line.contains(r#""id":"a""#) && line.contains(r#""error":"not JSON""#));
/// ```
pub fn failed(id: &str, error: &str) -> String {
    line(&serde_json::json!({ "id": id, "error": error }))
}
