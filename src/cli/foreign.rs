//! Tells files that hold no text, by how they begin: somebody names a PDF, and is told what to do with it.

use super::packed::PACKED;

/// How files begin that are no text, what they are called, and how their text is got.
const FOREIGN: [(&[u8], &str, &str); 8] = [
    (b"%PDF-", "a PDF", PDF),
    (b"PK\x03\x04", "packed as a zip, as Word documents and e-books are", WORD),
    (b"\xd0\xcf\x11\xe0", "an old Word document", WORD),
    (b"{\\rtf", "a Rich Text document", WORD),
    (b"\x89PNG", "a picture", PICTURE),
    (b"\xff\xd8\xff", "a picture", PICTURE),
    (b"GIF8", "a picture", PICTURE),
    (b"\x7fELF", "a program", PROGRAM),
];

const PDF: &str = "get its text first, as with pdftotext, and name that";
const WORD: &str = "save its text as .txt or .html, and name that";
const PICTURE: &str = "words in a picture are not read";
const PROGRAM: &str = "there is no article in it";

/// What is wrong with the bytes of a document that hold no text.
pub fn foreign(bytes: &[u8]) -> Option<String> {
    let (_, what, remedy) = FOREIGN.iter().find(|(start, ..)| bytes.starts_with(start))?;
    Some(format!("it is {what}; {remedy}"))
}

/// The text of a file that must be one, such as a list of rules, or why it is none.
pub fn plain(bytes: Vec<u8>) -> Result<String, String> {
    let sort = FOREIGN.iter().find(|(start, ..)| bytes.starts_with(start)).map(|(_, what, _)| *what);
    let sort = sort.or(bytes.starts_with(&PACKED).then_some("packed by gzip"));
    if let Some(sort) = sort {
        return Err(format!("it is {sort}, and no plain text"));
    }
    String::from_utf8(bytes).map_err(|error| not_utf_8(error.as_bytes(), error.utf8_error().valid_up_to()))
}

/// What is wrong with a text whose byte `first` is none, and how it is mended.
pub fn not_utf_8(bytes: &[u8], first: usize) -> String {
    let encoding = likely_encoding(bytes);
    format!("not UTF-8 text (byte {first}); convert it first: iconv -f {encoding} -t UTF-8")
}

/// The encoding in which text is likely written that is not UTF-8: what Windows writes, by its mark or without one.
fn likely_encoding(bytes: &[u8]) -> &'static str {
    let is_wide = bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff");
    if is_wide { "UTF-16" } else { "WINDOWS-1252" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_text_is_told_with_its_remedy() {
        assert!(
            foreign(b"%PDF-1.7\n").is_some_and(|what| what.starts_with("it is a PDF") && what.contains("pdftotext"))
        );
        let rules = |bytes: &[u8]| plain(bytes.to_owned());
        assert_eq!(rules(b"%PDF-1.7\n"), Err("it is a PDF, and no plain text".to_owned()));
        assert_eq!(rules(&PACKED), Err("it is packed by gzip, and no plain text".to_owned()));
        assert!(rules(b"Caf\xe9").is_err_and(|what| what.starts_with("not UTF-8 text (byte 3)")));
        assert_eq!((foreign(b"PDF readers will cost more."), foreign(b"")), (None, None));
        assert_eq!((likely_encoding(b"\xff\xfeA\0"), likely_encoding(b"Caf\xe9")), ("UTF-16", "WINDOWS-1252"));
    }
}
