//! Word lists as they are compiled in: without their comments, which a page would load for nobody; for the browser, which
//! shows no lists, also without what their sections are said to have in common.

/// The text of a list's file without its comments; lines keep their numbers.
macro_rules! list {
    ($file:literal) => {{
        const TEXT: &str = include_str!($file);
        const BARE: [u8; $crate::bare::length(TEXT)] = $crate::bare::bytes(TEXT);
        const LIST: &str = match str::from_utf8(&BARE) {
            Ok(list) => list,
            Err(_) => TEXT,
        };
        LIST
    }};
}

pub(crate) use list;

/// How many bytes a list has without its comments.
#[allow(long_running_const_eval, reason = "lists have thousands of lines")]
pub const fn length(text: &str) -> usize {
    let (mut n, mut at, mut is_comment) = (0, 0, false);
    while at < text.len() {
        is_comment = is_left_out(text, at, is_comment);
        n += !is_comment as usize;
        at += 1;
    }
    n
}

/// The bytes of a list without its comments; there are `N` of them.
#[allow(long_running_const_eval, reason = "lists have thousands of lines")]
pub const fn bytes<const N: usize>(text: &str) -> [u8; N] {
    let mut bytes = [0; N];
    let (mut n, mut at, mut is_comment) = (0, 0, false);
    while at < text.len() {
        is_comment = is_left_out(text, at, is_comment);
        if !is_comment {
            bytes[n] = text.as_bytes()[at];
            n += 1;
        }
        at += 1;
    }
    bytes
}

/// Whether a byte is left out, behind one that was or was not.
const fn is_left_out(text: &str, at: usize, was_left_out: bool) -> bool {
    let byte = text.as_bytes()[at];
    let is_gloss = cfg!(feature = "web") && at > 0 && text.as_bytes()[at - 1] == b']';
    byte != b'\n' && (was_left_out || byte == b'#' || is_gloss)
}

#[cfg(test)]
mod tests {
    const TEXT: &str = "# of cities\nBerlin # a comment\n\nKöln, Cologne\n#";

    #[test]
    fn comments_are_left_out_and_lines_stay() {
        let list: [u8; super::length(TEXT)] = super::bytes(TEXT);
        assert_eq!(str::from_utf8(&list), Ok("\nBerlin \n\nKöln, Cologne\n"));
    }
}
