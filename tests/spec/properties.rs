//! What holds of every text.

use claimlight::{
    Options, Report, article,
    notation::{self, Layer},
    scan,
    wire::{self, Offsets, Unit},
};
use proptest::prelude::*;

use crate::holds::{indices_hold, lists_are_sorted, spans};

/// Pieces of news and of what pages put between them: every kind of quotation mark, characters of one to four bytes,
/// one and two UTF-16 units, marks that combine, marks nobody sees.
const PIECES: &[&str] = &[
    "said",
    "says",
    "according to",
    "the mayor",
    "Ana Ruiz",
    "he",
    "told",
    "claimed",
    "that",
    "prices",
    "rose",
    "12",
    "percent",
    "$1.4bn",
    "may",
    "appears to",
    "allegedly",
    "about",
    "U.S.",
    "officials",
    "a report",
    "of",
    "who",
    "and",
    "“",
    "”",
    "\"",
    "'",
    "’",
    "‘",
    "''",
    "``",
    "«",
    "»",
    ",",
    ".",
    ":",
    ";",
    "?",
    "!",
    "—",
    "-",
    "(",
    ")",
    "…",
    "^",
    "\\",
    " ",
    " ",
    " ",
    " ",
    "\n",
    "\r\n",
    "\n\n",
    "\t",
    "\u{a0}",
    "\u{ad}",
    "\u{200b}",
    "\u{feff}",
    "\u{202e}",
    "\u{2028}",
    "\u{85}",
    "🚄",
    "👩\u{200d}🚀",
    "e\u{301}",
    "ﬁ",
    "東京",
    "İ",
    "ß",
    "Ⅷ",
    "\u{0}",
    "\u{1b}[31m",
    "```",
];

/// Texts of such pieces.
fn pieces() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..60).prop_map(|pieces| pieces.concat())
}

/// Such texts, and any others.
fn texts() -> impl Strategy<Value = String> {
    prop_oneof![4 => pieces(), 1 => any::<String>(), 1 => "\\PC{0,80}"]
}

/// What some program takes for the end of a line.
const LINE_ENDS: [char; 10] =
    ['\n', '\r', '\u{b}', '\u{c}', '\u{1c}', '\u{1d}', '\u{1e}', '\u{85}', '\u{2028}', '\u{2029}'];

/// Why each mark of a report is there.
fn reasons(report: &Report) -> impl Iterator<Item = &str> {
    let attributions = report.attributions.iter().map(|attribution| attribution.reason.as_str());
    let hedges = report.hedges.iter().map(|hedge| hedge.reason.as_str());
    attributions.chain(hedges).chain(report.claims.iter().map(|claim| claim.reason.as_str()))
}

/// The words between two offsets of a unit, as a program would cut them that counts in it.
fn cut(text: &str, start: usize, end: usize, unit: Unit) -> String {
    match unit {
        Unit::Utf8 => text[start..end].to_owned(),
        Unit::Char => text.chars().skip(start).take(end - start).collect(),
        Unit::Utf16 => String::from_utf16(&text.encode_utf16().collect::<Vec<_>>()[start..end]).unwrap(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn spans_stand_on_characters_of_the_text(text in texts()) {
        let report = scan(&text, &Options::default());
        for (what, span) in spans(&report) {
            prop_assert!(text.get(span.start..span.end).is_some_and(|words| !words.is_empty()), "{what} {span:?}");
        }
    }

    #[test]
    fn lists_are_in_text_order_and_indices_hold(text in texts()) {
        let report = scan(&text, &Options::default());
        prop_assert!(lists_are_sorted(&report), "{report:?}");
        prop_assert!(indices_hold(&report), "{report:?}");
    }

    #[test]
    fn every_mark_says_why_it_is_there(text in pieces()) {
        let report = scan(&text, &Options::default());
        for reason in reasons(&report) {
            prop_assert!(reason.ends_with(['.', '?']) && !reason.contains(['{', '}']), "{reason:?}");
        }
    }

    #[test]
    fn offsets_of_every_unit_cut_the_same_words(text in texts()) {
        let report = scan(&text, &Options::default());
        for unit in Unit::ALL {
            let offsets = Offsets::new(&text, unit);
            for (_, span) in spans(&report) {
                let (start, end) = (offsets.of(span.start), offsets.of(span.end));
                prop_assert_eq!(cut(&text, start, end, unit), span.of(&text));
                prop_assert_eq!((offsets.byte(start), offsets.byte(end)), (span.start, span.end));
            }
        }
    }

    #[test]
    fn a_cut_through_a_character_is_rounded_to_all_of_it(text in texts(), share in 0.0..=1.0) {
        for unit in Unit::ALL {
            let offsets = Offsets::new(&text, unit);
            let offset = (offsets.of(text.len()) as f64 * share) as usize;
            let (before, after) = (offsets.byte_before(&text, offset), offsets.byte_after(&text, offset));
            prop_assert!(text.is_char_boundary(before) && text.is_char_boundary(after), "{before} {after}");
            prop_assert!(offsets.of(before) <= offset && offset <= offsets.of(after), "{before} {after}");
            prop_assert!(unit == Unit::Utf8 || text[before..after].chars().count() == usize::from(before < after));
            let is_whole = offsets.of(before) == offset;
            prop_assert_eq!(is_whole, before == after, "{} {}", before, after);
        }
    }

    #[test]
    fn what_the_notation_writes_it_reads(text in texts(), width in prop_oneof![Just(usize::MAX), 1usize..90]) {
        let article = article::from_text(&text);
        let report = scan(&text, &Options::default());
        let paragraphs = notation::paragraphs(&article, &report, &Layer::ALL, width);
        let written = notation::write(&article, &report, &Layer::ALL, width);
        prop_assert_eq!(notation::read(&written), paragraphs, "{}", written);
    }

    #[test]
    fn the_notation_shows_every_mark_over_its_words(text in pieces()) {
        let article = article::from_text(&text);
        let report = scan(&text, &Options::default());
        let paragraphs = notation::paragraphs(&article, &report, &Layer::ALL, usize::MAX);
        let lines = paragraphs.concat();
        let shown: String = lines.iter().flat_map(|line| line.rows.iter().map(|row| line.words(row))).collect();
        let marked: String = notation::marks(&report).iter().map(|mark| mark.span.of(&text)).collect();
        // Rows stand line by line and marks one after the other, so the letters are compared as a set.
        let letters = |words: &str| {
            let mut letters: Vec<char> = words.chars().filter(|letter| letter.is_alphanumeric()).collect();
            letters.sort_unstable();
            letters
        };
        prop_assert_eq!(letters(&shown), letters(&marked));
    }

    #[test]
    fn the_report_as_json_is_json(text in texts()) {
        let article = article::from_text(&text);
        let report = scan(&text, &Options::default());
        let line = wire::report("a \"name\"", &article, &report, Unit::Utf16).to_json_line();
        prop_assert!(!line.contains(LINE_ENDS));
        let value: serde_json::Value = serde_json::from_str(&line).unwrap();
        prop_assert_eq!(&value["text"], &text);
        prop_assert_eq!(value["attributions"].as_array().unwrap().len(), report.attributions.len());
    }

    #[test]
    fn a_line_of_any_bytes_is_a_document_or_a_problem(bytes in prop::collection::vec(any::<u8>(), 0..60)) {
        if let Err(problem) = wire::documents::document(&bytes) {
            prop_assert!(!problem.is_empty() && !problem.contains('\n'));
        }
    }
}

/// What would be read again and again, or call itself at each word, if a finder went back: a sentence without an end.
const ENDLESS: [&str; 12] = [
    "ten in ",
    "1 in ",
    "one in ",
    "one hundred of ",
    "man of ",
    "reply ",
    "report ",
    "poll ",
    "it may ",
    "officials in the town counted 40 percent of all voters and ",
    "Clinton and the head of the and said, ",
    "(said the \"mayor of ' ",
];

#[test]
fn a_sentence_may_go_on_for_half_a_megabyte() {
    for piece in ENDLESS {
        let n_times = 500_000 / piece.len();
        let report = scan(&format!("According to {}", piece.repeat(n_times)), &Options::default());
        let n_words = piece.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count();
        assert_eq!(report.n_words, 2 + n_words * n_times, "{piece}");
    }
}
