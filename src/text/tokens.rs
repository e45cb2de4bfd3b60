//! Splits text into tokens: words, numbers, marks.
//!
//! "U.S." is one token, "Austin's" two ("Austin", "'s"), "don't" one, "anti-war" one, "$1.4bn" two.

use crate::{
    lexicon::{CLITICS, Class, Classes, Lexicon, WordId, hash},
    span::Span,
};

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters, with hyphens, apostrophes and digits inside.
    Word,
    /// Begins with a digit: 3, 1,000, 3.2, 12-15, 1990s, 1.4bn.
    Number,
    /// A web or mail address.
    Address,
    /// One other character, or a run of hyphens, dots or apostrophes that stand for one mark.
    Mark,
}

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// war; also what is no word.
    Lower,
    /// War
    Capitalised,
    /// WAR, and a lone capital
    Upper,
    /// McCain, iPhone
    Mixed,
}

/// A token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
    /// How it is written.
    pub shape: Shape,
    /// The hash of its letters in lower case.
    pub hash: u64,
    /// Its word in the lists.
    pub word: WordId,
    /// What the lists say it is.
    pub classes: Classes,
}

impl Token {
    /// Whether the lists say it is of this class.
    #[inline]
    pub const fn is(&self, class: Class) -> bool {
        self.classes.has(class)
    }

    /// Whether it is a word or a number rather than a mark.
    #[inline]
    pub const fn is_word(&self) -> bool {
        matches!(self.kind, TokenKind::Word | TokenKind::Number)
    }
}

/// The tokens of `text`, in order; what no token covers is white space or invisible.
pub fn tokens(text: &str, lexicon: &Lexicon) -> Vec<Token> {
    // News has about one token per five bytes; a little too much beats growing.
    let mut tokens = Vec::with_capacity(text.len() / 5 + 8);
    let mut start = 0;
    while let Some(first) = text[start..].chars().next() {
        if is_blank(first) {
            start += first.len_utf8();
            continue;
        }
        let (kind, n_bytes) = extent(&text[start..], first);
        tokens.push(token(text, Span::new(start, start + n_bytes), kind, first, lexicon));
        start += n_bytes;
    }
    tokens
}

/// White space, and characters that show nothing.
#[inline]
fn is_blank(character: char) -> bool {
    character == ' ' || character.is_whitespace() || character.is_control() || is_invisible(character)
}

/// Soft hyphens, zero-width characters and marks of writing direction.
fn is_invisible(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

fn token(text: &str, span: Span, kind: TokenKind, first: char, lexicon: &Lexicon) -> Token {
    let letters = span.of(text);
    let hash = hash(letters);
    let word = lexicon.word(hash);
    Token { span, kind, shape: shape(letters, first), hash, word, classes: lexicon.classes(word) }
}

fn shape(letters: &str, first: char) -> Shape {
    let (has_upper, has_lower) = if letters.is_ascii() {
        let rest = &letters.as_bytes()[1..];
        (rest.iter().any(u8::is_ascii_uppercase), rest.iter().any(u8::is_ascii_lowercase))
    } else {
        let mut rest = letters.chars().skip(1).filter(|letter| letter.is_alphabetic());
        (rest.clone().any(char::is_uppercase), rest.any(char::is_lowercase))
    };
    match (first.is_uppercase(), has_upper, has_lower) {
        (true, false, true) => Shape::Capitalised,
        (true, _, false) => Shape::Upper,
        (_, true, _) => Shape::Mixed,
        _ => Shape::Lower,
    }
}

/// What the token is that `rest` begins with, and how many bytes it takes.
fn extent(rest: &str, first: char) -> (TokenKind, usize) {
    if is_address(rest, first) {
        return (TokenKind::Address, address_len(rest));
    }
    if first.is_numeric() {
        return (TokenKind::Number, number_len(rest));
    }
    if first.is_alphabetic() {
        return (TokenKind::Word, plain_word_len(rest).unwrap_or_else(|| word_len(rest)));
    }
    if is_apostrophe(first)
        && let Some(n_bytes) = clitic_len(rest)
    {
        return (TokenKind::Word, n_bytes);
    }
    let is_run = matches!(first, '-' | '.' | '`' | '\'' | '’');
    (TokenKind::Mark, if is_run { run_len(rest, first) } else { first.len_utf8() })
}

fn run_len(rest: &str, first: char) -> usize {
    rest.find(|character| character != first).unwrap_or(rest.len())
}

/// U+0092 is what is left of ’ where a page of the old Western encoding was read as another.
fn is_apostrophe(character: char) -> bool {
    matches!(character, '\'' | '’' | '\u{92}')
}

fn is_hyphen(character: char) -> bool {
    matches!(character, '-' | '\u{2010}' | '\u{2011}')
}

fn is_address(rest: &str, first: char) -> bool {
    let may_be = matches!(first, 'h' | 'H' | 'w' | 'W');
    may_be
        && ["http://", "https://", "www."].iter().any(|start| {
            rest.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start))
                && rest[start.len()..].starts_with(char::is_alphanumeric)
        })
}

/// An address runs to the next blank or quotation mark, less the marks that end its sentence.
fn address_len(rest: &str) -> usize {
    let end = rest.find(|c: char| is_blank(c) || matches!(c, '"' | '”' | '“' | '<' | '>')).unwrap_or(rest.len());
    rest[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '\'', '’']).len()
}

/// A number takes the letters that follow it (1990s, 1.4bn, 3rd) and single marks between its digits.
fn number_len(rest: &str) -> usize {
    let mut characters = rest.char_indices().peekable();
    while let Some((index, character)) = characters.next() {
        let next_is_digit = characters.peek().is_some_and(|(_, next)| next.is_numeric());
        let joins = matches!(character, '.' | ',' | ':' | '/' | '-' | '–') && next_is_digit;
        if !(character.is_alphanumeric() || joins) {
            return index;
        }
    }
    rest.len()
}

/// The length of a word of plain letters that nothing can join to more, as most are.
fn plain_word_len(rest: &str) -> Option<usize> {
    let n_letters = rest.bytes().take_while(|byte| byte.is_ascii_alphanumeric()).count();
    let is_end = |byte: &u8| byte.is_ascii() && !matches!(byte, b'.' | b'&' | b'-' | b'\'' | b'_');
    rest.as_bytes().get(n_letters).is_none_or(is_end).then_some(n_letters)
}

/// A word takes apostrophes, hyphens and ampersands between its letters, and the full stops of U.S. and a.m.
fn word_len(rest: &str) -> usize {
    let mut characters = rest.char_indices().peekable();
    let mut n_since_stop = 0;
    let mut is_dotted = false;
    while let Some((index, character)) = characters.next() {
        let before_letter = characters.peek().is_some_and(|(_, next)| next.is_alphanumeric());
        if character.is_alphanumeric() || is_mark_within_word(character) {
            n_since_stop += 1;
            continue;
        }
        let joins = match character {
            '.' => n_since_stop == 1 && (is_dotted || before_letter && is_dotted_letter(&rest[index + 1..])),
            '&' => before_letter,
            _ if is_hyphen(character) => before_letter,
            _ if is_apostrophe(character) => before_letter && clitic_len(&rest[index..]).is_none(),
            _ => false,
        };
        if !joins {
            return trim_invisible(&rest[..index]);
        }
        is_dotted |= character == '.';
        n_since_stop = 0;
    }
    trim_invisible(rest)
}

/// Combining marks, and the invisible characters that pages put into words.
fn is_mark_within_word(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' | '_')
}

fn trim_invisible(word: &str) -> usize {
    word.trim_end_matches(is_invisible).len()
}

/// Whether a single letter and a full stop or the word's end come next, as in U.S. and a.m. but not in "x.Then".
fn is_dotted_letter(rest: &str) -> bool {
    let mut characters = rest.chars();
    characters.next().is_some_and(char::is_alphabetic) && characters.next().is_none_or(|next| !next.is_alphanumeric())
}

/// How many bytes the clitic takes that `rest` begins with.
fn clitic_len(rest: &str) -> Option<usize> {
    let apostrophe = rest.chars().next().filter(|first| is_apostrophe(*first))?;
    let letters = &rest[apostrophe.len_utf8()..];
    let end = letters.find(|character: char| !character.is_alphanumeric()).unwrap_or(letters.len());
    CLITICS.iter().any(|clitic| letters[..end].eq_ignore_ascii_case(clitic)).then_some(apostrophe.len_utf8() + end)
}
