//! Addresses of what a page leads to.

use std::path::{Component, Path};

/// A document's name as an address, if it is one or a file's; a file's as it is reached from the folder the page is in.
pub fn link_of(id: &str, folder: &Path) -> Option<String> {
    if id.starts_with("https://") || id.starts_with("http://") {
        return Some(id.to_owned());
    }
    let path = Path::new(id);
    if path.is_file() { relative(path, folder) } else { None }
}

/// How a file is reached from a folder.
fn relative(path: &Path, folder: &Path) -> Option<String> {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let (path, folder) = (path.canonicalize().ok()?, folder.canonicalize().ok()?);
    let n_common = path.components().zip(folder.components()).take_while(|(one, other)| one == other).count();
    let up = folder.components().skip(n_common).map(|_| "..".to_owned());
    let down = path.components().skip(n_common).map(|part: Component| encoded(&part.as_os_str().to_string_lossy()));
    Some(up.chain(down).collect::<Vec<_>>().join("/"))
}

/// A name as a part of an address (RFC 3986 §2).
pub fn encoded(name: &str) -> String {
    let letter = |byte: u8| match byte {
        b'-' | b'.' | b'_' | b'~' => char::from(byte).to_string(),
        _ if byte.is_ascii_alphanumeric() => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    name.bytes().map(letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_made_of_names() {
        assert_eq!(encoded("May 50% #1?.html"), "May%2050%25%20%231%3F.html");
        assert_eq!(encoded("über"), "%C3%BCber");
        assert_eq!(link_of("https://a.example/1", Path::new("")).as_deref(), Some("https://a.example/1"));
        assert_eq!((link_of("javascript:alert(1)", Path::new("")), link_of("7", Path::new(""))), (None, None));
    }
}
