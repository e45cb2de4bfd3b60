//! Writes the notation.

use std::iter::once;

use super::{ESCAPE, Layer, Line, Mark, Paragraph, Row, columns, marks, needs_escape};
use crate::{article::Article, report::Report, span::Span};

/// The marks of `layers` under the text of `article`. Lines of more than `width` columns are broken at a blank, or
/// where there is none in a word.
///
/// ```
/// use claimlight::{Options, article::from_text, notation::{self, Layer}, scan_article};
///
/// let article = from_text("The bridge may close.");
/// let report = scan_article(&article, &Options::default());
/// let written = notation::write(&article, &report, &Layer::ALL, 80);
/// assert_eq!(written, "The bridge may close.\n           ^^^ hedge possibility\n");
/// ```
pub fn write(article: &Article, report: &Report, layers: &[Layer], width: usize) -> String {
    written(&paragraphs(article, report, layers, width))
}

/// The same with the reason of each mark beside it.
///
/// ```
/// use claimlight::{Options, article::from_text, notation::{self, Layer}, scan_article};
///
/// let article = from_text("The bridge may close.");
/// let report = scan_article(&article, &Options::default());
/// let written = notation::write_with_reasons(&article, &report, &[Layer::Hedges], 80);
/// assert!(written.contains("^^^ hedge possibility · "));
/// ```
pub fn write_with_reasons(article: &Article, report: &Report, layers: &[Layer], width: usize) -> String {
    let reasoned = marks(report).into_iter().map(|mark| match mark.reason.as_str() {
        "" => mark,
        reason => Mark { label: format!("{} · {reason}", mark.label), ..mark },
    });
    written(&lines_with(article, &report.sentences, reasoned, layers, width))
}

fn written(paragraphs: &[Paragraph]) -> String {
    let written: Vec<String> = paragraphs.iter().map(|lines| lines.iter().map(written_line).collect()).collect();
    written.join("\n")
}

fn written_line(line: &Line) -> String {
    let is_moved = needs_escape(&line.text);
    let escape = if is_moved { String::from(ESCAPE) } else { String::new() };
    let rows = line.rows.iter().map(|row| {
        let before = " ".repeat(row.start + usize::from(is_moved));
        format!("{before}{} {}\n", "^".repeat(row.end - row.start), row.label)
    });
    once(format!("{escape}{}\n", line.text)).chain(rows).collect()
}

/// The lines of `article` with the marks of `layers`, block by block.
///
/// ```
/// use claimlight::{Options, article::from_text, notation::{self, Layer}, scan_article};
///
/// let article = from_text("The bridge may close.\n\nIt could fall.");
/// let report = scan_article(&article, &Options::default());
/// let paragraphs = notation::paragraphs(&article, &report, &Layer::ALL, 80);
/// // What was written can be read again.
/// assert_eq!(notation::read(&notation::write(&article, &report, &Layer::ALL, 80)), paragraphs);
/// ```
pub fn paragraphs(article: &Article, report: &Report, layers: &[Layer], width: usize) -> Vec<Paragraph> {
    lines_with(article, &report.sentences, marks(report).into_iter(), layers, width)
}

fn lines_with(
    article: &Article,
    sentence_spans: &[Span],
    marks: impl Iterator<Item = Mark>,
    layers: &[Layer],
    width: usize,
) -> Vec<Paragraph> {
    let text = &article.text;
    let marks = marks.filter(|mark| layers.contains(&mark.layer));
    let mut sweep = Sweep { text, waiting: marks.peekable(), open: vec![] };
    let blocks = article.blocks.iter().map(|block| {
        let sentences = sentences(text, block.span, sentence_spans);
        let lines = sentences.into_iter().flat_map(|sentence| broken(text, sentence, width));
        lines.map(|line| sweep.line(line)).collect()
    });
    blocks.filter(|lines: &Paragraph| !lines.is_empty()).collect()
}

/// The sentences of a block. What stands between two belongs to the first, so that no text is lost.
fn sentences(text: &str, block: Span, sentences: &[Span]) -> Vec<Span> {
    let first_cut = sentences.partition_point(|sentence| sentence.start <= block.start);
    let cuts = sentences[first_cut..].iter().map(|sentence| sentence.start).take_while(|start| *start < block.end);
    let ends = cuts.clone().chain([block.end]);
    let spans =
        [block.start].into_iter().chain(cuts).zip(ends).map(|(start, end)| trimmed(text, Span::new(start, end)));
    spans.filter(|span| !span.is_empty()).collect()
}

/// The span without what is written as a blank at its ends.
fn trimmed(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let start = span.end - words.trim_start_matches(is_blank).len();
    Span::new(start, start + words.trim_matches(is_blank).len())
}

/// A sentence in lines of at most `width` columns.
fn broken(text: &str, sentence: Span, width: usize) -> Vec<Span> {
    let mut lines = vec![];
    let mut line = Span::new(sentence.start, sentence.start);
    let mut n_columns = 0;
    for piece in sentence.of(text).split_inclusive(is_blank).flat_map(|word| pieces(word, width)) {
        let piece_columns = columns::width(piece.trim_end_matches(is_blank));
        if n_columns + piece_columns > width && !line.is_empty() {
            lines.push(line);
            line = Span::new(line.end, line.end);
            n_columns = 0;
        }
        line.end += piece.len();
        n_columns += columns::width(piece);
    }
    lines.push(line);
    lines.into_iter().map(|line| trimmed(text, line)).filter(|line| !line.is_empty()).collect()
}

/// Whether a character is written as a blank.
fn is_blank(character: char) -> bool {
    columns::shown(character).is_whitespace()
}

/// A word in pieces of at most `width` columns. Nearly always there is one; but data and scripts without a blank
/// would put all their marks under one line, each behind its whole indent.
fn pieces(word: &str, width: usize) -> Vec<&str> {
    let mut pieces = vec![];
    let mut rest = word;
    while columns::is_wider(rest, width) {
        let (piece, after) = rest.split_at(columns::byte_at(rest, width.max(2)));
        pieces.push(piece);
        rest = after;
    }
    pieces.push(rest);
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

/// Goes through lines and marks side by side, both in text order.
struct Sweep<'a, Marks: Iterator<Item = Mark>> {
    text: &'a str,
    waiting: std::iter::Peekable<Marks>,
    /// Marks that have begun and not ended.
    open: Vec<Mark>,
}

impl<Marks: Iterator<Item = Mark>> Sweep<'_, Marks> {
    fn line(&mut self, line: Span) -> Line {
        self.open.retain(|mark| mark.span.end > line.start);
        while let Some(mark) = self.waiting.next_if(|mark| mark.span.start < line.end) {
            self.open.push(mark);
        }
        let rows = self.open.iter().filter(|mark| mark.span.overlaps(line)).map(|mark| row(self.text, line, mark));
        Line { text: line.of(self.text).chars().map(columns::shown).collect(), rows: rows.collect() }
    }
}

/// What of a mark stands under `line`.
fn row(text: &str, line: Span, mark: &Mark) -> Row {
    let is_nothing = |start, end| Span::new(start, end).of(text).trim().is_empty();
    let begins = Span::new(line.start, mark.span.start.max(line.start));
    let covers = Span::new(begins.end, mark.span.end.min(line.end));
    let before = if is_nothing(mark.span.start, line.start) { "" } else { "… " };
    let after = if is_nothing(line.end, mark.span.end) { "" } else { " …" };
    let start = columns::width(begins.of(text));
    // A mark of nothing but invisible characters shows one caret.
    let end = start + columns::width(covers.of(text)).max(1);
    let label: String = mark.label.chars().map(columns::shown).collect();
    Row { start, end, label: format!("{before}{label}{after}") }
}
