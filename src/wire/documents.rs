//! Documents that come in as JSON, one a line: `{"id": "a1", "text": "…"}` or `{"id": "a1", "html": "…"}`.

use serde::Deserialize;

/// A document of a `.jsonl` file. Keys it does not know are the sender's own and stay unread.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentLine {
    /// Its name, if the line gives one.
    pub id: Option<String>,
    /// What is to be scanned.
    pub body: Body,
}

/// What a document holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body {
    /// A text, scanned as it is.
    Text(String),
    /// A page, whose article is to be found.
    Html(String),
}

#[derive(Deserialize)]
struct Line {
    id: Option<Id>,
    text: Option<String>,
    html: Option<String>,
}

/// Databases number their rows, so a number is a name too.
#[derive(Deserialize)]
#[serde(untagged)]
enum Id {
    Name(String),
    Number(serde_json::Number),
}

/// The document of one line (the first may begin with a byte order mark), or what is wrong with the line.
pub fn document(line: &[u8]) -> Result<DocumentLine, String> {
    let line = std::str::from_utf8(line).map_err(|error| format!("not UTF-8 at byte {}", error.valid_up_to()))?;
    let line = line.strip_prefix('\u{feff}').unwrap_or(line);
    let Line { id, text, html } = serde_json::from_str(line).map_err(|error| sentence(&error))?;
    let body = match (text, html) {
        (Some(text), None) => Body::Text(text),
        (None, Some(html)) => Body::Html(html),
        (None, None) => return Err(r#"has neither "text" nor "html""#.to_owned()),
        (Some(_), Some(_)) => return Err(r#"has both "text" and "html"; give one"#.to_owned()),
    };
    let id = id.map(|id| match id {
        Id::Name(name) => name,
        Id::Number(number) => number.to_string(),
    });
    Ok(DocumentLine { id, body })
}

/// serde's message without its line number, which counts within the one line and would mislead.
fn sentence(error: &serde_json::Error) -> String {
    let message = error.to_string();
    let what = message.split(" at line ").next().unwrap_or_default();
    match error.classify() {
        serde_json::error::Category::Data => format!("not a document: {what}"),
        _ => format!("not JSON: {what} at column {}", error.column()),
    }
}
