//! Splits the tokens of a block into sentences.
//!
//! A full stop ends a sentence unless it belongs to an abbreviation; so do question and exclamation marks, unless
//! the words that follow their closing quotation mark say who asked ("Why now?" Smith asked.).

use std::ops::Range;

use super::tokens::{Shape, Token, TokenKind};
use crate::{article::Block, lexicon::Class, span::Span};

/// A sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// From its first token to its last.
    pub span: Span,
    /// Its tokens, as indices.
    pub tokens: Range<usize>,
    /// The block it stands in, as an index.
    pub block: usize,
}

/// The sentences of every block, in text order.
pub fn sentences(text: &str, blocks: &[Block], tokens: &[Token]) -> Vec<Sentence> {
    let mut sentences = Vec::with_capacity(tokens.len() / 16 + blocks.len());
    let mut next = 0;
    for (block, Block { span, .. }) in blocks.iter().enumerate() {
        let first = next + tokens[next..].partition_point(|token| token.span.start < span.start);
        next = first + tokens[first..].partition_point(|token| token.span.start < span.end);
        let mut start = first;
        while start < next {
            let end = sentence_end(text, &tokens[..next], start);
            let span = tokens[start].span.to(tokens[end - 1].span);
            sentences.push(Sentence { span, tokens: start..end, block });
            start = end;
        }
    }
    sentences
}

/// The index after the last token of the sentence that begins at `start`.
fn sentence_end(text: &str, tokens: &[Token], start: usize) -> usize {
    let mut index = start;
    while index < tokens.len() {
        let end = if may_end(text, &tokens[index]) { with_closers(text, tokens, index + 1) } else { start };
        if end > index && is_end(text, tokens, start, index, end) {
            return end;
        }
        index += 1;
    }
    tokens.len()
}

/// Whether the token can be the last of a sentence but for closing marks: its mark, or a word such as "U.S.".
fn may_end(text: &str, token: &Token) -> bool {
    token.kind != TokenKind::Number && token.span.of(text).ends_with(['.', '!', '?', '…', '。'])
}

/// The index after the closing marks that begin at `index`.
fn with_closers(text: &str, tokens: &[Token], mut index: usize) -> usize {
    while index < tokens.len() && is_closer(text, tokens, index) {
        index += 1;
    }
    index
}

/// A closing mark touches what stands before it; a straight one may be opening instead.
fn is_closer(text: &str, tokens: &[Token], index: usize) -> bool {
    let touches = tokens[index - 1].span.end == tokens[index].span.start;
    matches!(tokens[index].span.of(text), "”" | "’" | ")" | "]" | "»" | "\"" | "'" | "''") && touches
}

/// Whether the token at `index` ends the sentence, closing marks up to `end` included.
fn is_end(text: &str, tokens: &[Token], start: usize, index: usize, end: usize) -> bool {
    let token = &tokens[index];
    let Some(next) = tokens.get(end) else { return false };
    if token.kind == TokenKind::Word {
        return end == index + 1 && token.span.of(text).ends_with('.') && starts_afresh(next);
    }
    if token.kind != TokenKind::Mark || !starts_sentence(text, next) {
        return false;
    }
    match token.span.of(text) {
        "." => {
            end > index + 1
                || index == start
                || !is_abbreviation(text, &tokens[index - 1], token)
                || is_answer(text, tokens, start, index)
        }
        "!" | "?" => end == index + 1 || !names_speaker(&tokens[end..]),
        mark => mark.starts_with("..") || mark == "…" || mark == "。",
    }
}

/// Whether a sentence can begin with this token.
fn starts_sentence(text: &str, token: &Token) -> bool {
    match token.kind {
        TokenKind::Mark => matches!(
            token.span.of(text),
            "“" | "\"" | "'" | "‘" | "''" | "``" | "«" | "„" | "(" | "[" | "—" | "–" | "$" | "£" | "€" | "@" | "#"
        ),
        TokenKind::Word => token.shape != Shape::Lower,
        _ => true,
    }
}

/// Whether the token begins a sentence even after "U.S.": a capital on a word that is no name.
fn starts_afresh(token: &Token) -> bool {
    let small = [Class::Determiner, Class::SubjectPronoun, Class::Conjunction, Class::Preposition, Class::Subordinator];
    token.shape == Shape::Capitalised && small.iter().any(|class| token.is(*class))
}

/// Whether the full stop belongs to the word before it: Mr., Gen., an initial; not "ill." and "me.", which are states only with
/// a capital.
fn is_abbreviation(text: &str, word: &Token, stop: &Token) -> bool {
    let letters = word.span.of(text);
    let touches = word.span.end == stop.span.start;
    touches
        && word.kind == TokenKind::Word
        && (word.is(Class::Abbreviation) && !(word.is(Class::WithCapital) && word.shape == Shape::Lower)
            || word.shape == Shape::Upper && letters.chars().count() == 1 && letters != "I")
}

/// Whether the word before the full stop at `stop` is an answer ("The minister said no. Turnout fell") and not the number of
/// something ("no. 10", "flight no. AI-302", "opus no. IV").
fn is_answer(text: &str, tokens: &[Token], start: usize, stop: usize) -> bool {
    let (word, Some(next)) = (&tokens[stop - 1], tokens.get(stop + 1)) else { return false };
    let letters = next.span.of(text);
    let is_numeral = letters != "I" && letters.chars().all(|letter| "IVXLC".contains(letter));
    let is_short = letters.chars().count() == 1 && letters != "I";
    let touched = tokens.get(stop + 2).filter(|after| after.span.start == next.span.end);
    let goes_on =
        touched.is_some_and(|after| after.kind == TokenKind::Number || matches!(after.span.of(text), "-" | "–" | "/"));
    let opens = match next.kind {
        TokenKind::Word => {
            let is_plain = letters.chars().all(|letter| letter.is_alphabetic() || matches!(letter, '\'' | '’'));
            is_plain && !next.is(Class::NumberWord) && !is_numeral && !is_short && !goes_on
        }
        TokenKind::Mark => matches!(letters, "“" | "\"" | "‘" | "'"),
        TokenKind::Number | TokenKind::Address => false,
    };
    // "Flight no. BA 302": what is said, voted or so is no.
    let is_said = (stop > start + 1).then(|| &tokens[stop - 2]).is_some_and(|before| {
        let forms = [Class::Be, Class::Past, Class::Present, Class::Ing, Class::Participle];
        forms.iter().any(|form| before.is(*form)) || before.is(Class::Base) && !before.is(Class::Noun)
    });
    word.is(Class::BeforeNumber) && (word.shape == Shape::Lower && is_said || stop == start + 1) && opens
}

/// How many words a speaker's name may have between a quotation and its verb ("… now?" Mayor Ada Smith asked).
const MAX_SPEAKER: usize = 4;

/// Whether what follows a quotation says who spoke.
fn names_speaker(tokens: &[Token]) -> bool {
    let speaker = tokens.iter().take(MAX_SPEAKER + 1).position(|token| token.is(Class::Saying));
    speaker.is_some_and(|end| {
        tokens[..end].iter().all(|token| token.kind == TokenKind::Word || token.is(Class::Abbreviation))
    })
}
