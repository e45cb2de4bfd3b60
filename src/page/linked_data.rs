//! Reads JSON-LD, what a page says of itself for machines (schema.org), as plain data: every text in it and the keys
//! that lead there. The core knows no JSON and a browser's would come back as objects of a script; one small reader
//! serves both readers of pages. What is no JSON gives fewer texts.

use std::str::Chars;

/// A text of JSON-LD and the keys that lead to it, outermost first; lists add none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stated {
    /// The keys.
    pub path: Vec<String>,
    /// The text.
    pub text: String,
}

/// How deep a value may be nested; deeper ones are not read.
const MAX_DEPTH: usize = 16;

/// Every text of `json`, in its order.
pub fn stated(json: &str) -> Vec<Stated> {
    let mut found = Vec::new();
    // The key that leads to each open object or list, and the key last read in it.
    let mut keys: Vec<Option<String>> = vec![None];
    let mut rest = json;
    while let Some(at) = rest.find(['"', '{', '[', '}', ']', ',']) {
        let mark = rest.as_bytes()[at];
        rest = &rest[at + 1..];
        match mark {
            b'"' => {
                let (text, after) = string(rest);
                rest = after.trim_start();
                match rest.strip_prefix(':') {
                    Some(value) => {
                        keys.last_mut().into_iter().for_each(|key| *key = Some(text.clone()));
                        rest = value;
                    }
                    None => found.push(Stated { path: keys.iter().flatten().cloned().collect(), text }),
                }
            }
            b'{' | b'[' if keys.len() < MAX_DEPTH => keys.push(None),
            b'{' | b'[' => return found,
            b'}' | b']' => {
                keys.pop();
            }
            // The next item of a list has the key of the list, the next of an object brings its own.
            _ => keys.last_mut().into_iter().for_each(|key| *key = None),
        }
    }
    found
}

/// The string whose opening mark was read, and what follows it.
fn string(json: &str) -> (String, &str) {
    let mut text = String::new();
    let mut characters = json.chars();
    while let Some(character) = characters.next() {
        match character {
            '"' => break,
            '\\' => text.extend(escaped(&mut characters)),
            other => text.push(other),
        }
    }
    (text, characters.as_str())
}

/// What the characters after a reversed solidus stand for.
fn escaped(characters: &mut Chars) -> Option<char> {
    match characters.next()? {
        'n' | 't' | 'r' | 'b' | 'f' => Some(' '),
        'u' => {
            let digits: String = characters.take(4).collect();
            u32::from_str_radix(&digits, 16).ok().and_then(char::from_u32)
        }
        other => Some(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Vec<(String, String)> {
        stated(json).into_iter().map(|Stated { path, text }| (path.join("/"), text)).collect()
    }

    #[test]
    fn texts_are_read_with_the_keys_that_lead_to_them() {
        let json =
            r#"{"@graph": [{"author": [{"name": "Ana Ruiz"}, {"name": "Tom \u00c9lan"}], "n": 3}, {"url": "a\/b"}]}"#;
        let pairs = read(json);
        let pairs: Vec<(&str, &str)> = pairs.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        let expected =
            [("@graph/author/name", "Ana Ruiz"), ("@graph/author/name", "Tom \u{c9}lan"), ("@graph/url", "a/b")];
        assert_eq!(pairs, expected);
    }

    #[test]
    fn a_list_of_texts_has_the_key_of_the_list() {
        let texts = read(r#"{"author": ["Ana", "Tom"], "title": "Bridge"}"#);
        let paths: Vec<&str> = texts.iter().map(|(path, _)| path.as_str()).collect();
        assert_eq!(paths, ["author", "author", "title"]);
    }

    #[test]
    fn what_is_no_json_gives_what_there_is() {
        for broken in ["", "{", "\"", r#"{"a": "b"#, r#"{"a": "\u12"#, "]]]}}}", "\"a\":\"b\"", &"[".repeat(1000)] {
            assert!(stated(broken).len() < 2, "{broken}");
        }
    }
}
