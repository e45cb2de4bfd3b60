//! What the fuzzers hold of every input, tried for a moment: on the sentences, pages and rules of the project, cut up
//! and put together by chance. `make fuzz` looks for longer, and where the code goes.

use std::time::{Duration, Instant};

use proptest::{
    prelude::*,
    strategy::ValueTree,
    test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};

use crate::{case_files::CASE_FILES, holds, page_files::PAGE_FILES};

/// How long each is tried.
const TIME: Duration = Duration::from_millis(700);

/// A piece of an input has at most so many characters.
const MAX_PIECE: usize = 400;

/// What no text of the project has much of.
const ODD: [&str; 14] = [
    "\u{0}",
    "\u{202e}",
    "\u{feff}",
    "e\u{301}",
    "👩\u{200d}🚀",
    "“",
    "\"",
    "’",
    "(",
    "\n\n",
    "\r",
    "<",
    "&#x",
    "^^^ ",
];

/// What the fuzzers found, in words of its own: of each line something did not hold once.
const FOUND: [&str; 1] = [
    // A correction that names an agency stood behind the agency.
    "Correction: The story from HARVEN (AP) — the mayor's name was misspelled.",
];

#[test]
fn what_was_found_holds() {
    FOUND.iter().for_each(|text| holds::article(text));
}

/// The fenced texts of the cases.
fn fences() -> Vec<&'static str> {
    CASE_FILES.iter().flat_map(|(_, text)| text.split("```").skip(1).step_by(2)).collect()
}

/// Pieces of `texts` and odd characters, one after the other.
fn mixtures(texts: Vec<&'static str>) -> impl Strategy<Value = String> {
    let piece = (prop::sample::select(texts), any::<prop::sample::Index>(), 0..MAX_PIECE).prop_map(|(text, at, n)| {
        let start = at.index(text.chars().count() + 1);
        text.chars().skip(start).take(n).collect::<String>()
    });
    let odd = prop::sample::select(&ODD[..]).prop_map(str::to_owned);
    prop::collection::vec(prop_oneof![3 => piece, 1 => odd], 0..8).prop_map(|pieces| pieces.concat())
}

/// Calls `holds` on mixtures of `texts` until the time is over; the same seed, so that a failure comes again.
fn hold(texts: Vec<&'static str>, holds: impl Fn(&str)) {
    texts.iter().take(20).for_each(|text| holds(text));
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut runner = TestRunner::new_with_rng(Config::default(), rng);
    let mixtures = mixtures(texts);
    let began = Instant::now();
    while began.elapsed() < TIME {
        holds(&mixtures.new_tree(&mut runner).expect("nothing is refused").current());
    }
}

#[test]
fn texts() {
    hold(fences(), holds::scan);
}

#[test]
fn articles() {
    hold(fences(), holds::article);
}

#[test]
fn pages() {
    hold(PAGE_FILES.iter().map(|(_, html, _)| *html).collect(), holds::html);
}

#[test]
fn notations() {
    hold(fences(), holds::notation);
}

#[test]
fn rules() {
    let headings =
        ["[cue communication loaded]\n", "[source named]\n", "[attribution belief]\n", "[hedge possibility low]\n"];
    let patterns = [
        "(?<source>The [A-Z]\\w+ desk) (?<cue>has it) that (?<content>[^.]+)\n",
        "(?i)\\bfor what it is worth\\b\n",
        "thunders\n",
        "Aldwick Herald\n",
        holds::RULES_END,
    ];
    hold([&headings[..], &patterns[..], &fences()[..40]].concat(), holds::rules);
}
