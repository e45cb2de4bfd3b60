//! Writes an archive of generated articles, a document a line, to measure with: the same seed gives the same archive.
//!
//! ```sh
//! cargo run --release --example archive -- 1000000 7 | claimlight scan --from jsonl --format jsonl > reports.jsonl
//! ```
//! The first argument is how many articles, the second the seed. An article has about 500 words, and nothing is held.

use std::{
    collections::HashMap,
    env,
    io::{self, BufWriter, Write},
};

/// What the articles are made of.
const LISTS: &str = include_str!("archive.txt");

/// How many words an article has at least.
const MIN_WORDS: usize = 490;

/// How many sentences a paragraph has.
const SENTENCES_OF_PARAGRAPH: usize = 3;

fn main() -> io::Result<()> {
    let mut numbers = env::args().skip(1).map(|argument| argument.parse::<u64>());
    let n_articles = numbers.next().and_then(Result::ok).unwrap_or(10);
    let seed = numbers.next().and_then(Result::ok).unwrap_or(1);
    let lists = lists();
    let mut out = BufWriter::new(io::stdout().lock());
    for number in 0..n_articles {
        match writeln!(out, "{}", article(number, &lists, &mut dice(seed, number))) {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => return Ok(()),
            written => written?,
        }
    }
    out.flush()
}

/// Each article has its own dice, so that any part of the archive can be made alone.
pub fn dice(seed: u64, number: u64) -> Dice {
    Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ number)
}

/// What the articles are made of, by name.
pub type Lists = HashMap<&'static str, Vec<&'static str>>;

/// Reads them.
pub fn lists() -> Lists {
    let mut lists = Lists::new();
    let mut name = "";
    for line in LISTS.lines().filter(|line| !line.starts_with('#')) {
        match line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            Some(heading) => name = heading,
            None => lists.entry(name).or_default().push(line),
        }
    }
    lists
}

/// SplitMix64 (Steele, Lea and Flood 2014): small, and the same everywhere.
pub struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % n as u64) as usize
    }

    fn one_of(&mut self, lists: &Lists, name: &str) -> &'static str {
        let list = &lists[name];
        list[self.below(list.len())]
    }
}

/// The text of an article.
pub fn text(lists: &Lists, dice: &mut Dice) -> String {
    let mut text = String::new();
    let mut n_sentences = 0;
    let mut n_words = 0;
    while n_words < MIN_WORDS {
        let sentence = sentence(lists, dice);
        n_words += sentence.split(' ').count();
        text.push_str(&sentence);
        n_sentences += 1;
        text.push_str(if n_sentences % SENTENCES_OF_PARAGRAPH == 0 { "\n\n" } else { " " });
    }
    text
}

/// An article as a line of JSON.
fn article(number: u64, lists: &Lists, dice: &mut Dice) -> String {
    // The lists hold nothing else that JSON would have to escape.
    let text = text(lists, dice).replace('\n', "\\n");
    let date = format!("20{:02}-{:02}-{:02}", 15 + dice.below(10), 1 + dice.below(12), 1 + dice.below(28));
    let (outlet, section) = (dice.one_of(lists, "outlet"), dice.one_of(lists, "section"));
    format!(r#"{{"id":"{number}","date":"{date}","outlet":"{outlet}","section":"{section}","text":"{text}"}}"#)
}

/// A sentence with its gaps filled.
fn sentence(lists: &Lists, dice: &mut Dice) -> String {
    let mut sentence = String::new();
    let mut rest = dice.one_of(lists, "sentence");
    while let Some((before, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}').expect("a gap is closed");
        sentence.push_str(before);
        sentence.push_str(dice.one_of(lists, name));
        rest = after;
    }
    sentence + rest
}
