//! Looks for texts and pages whose time grows faster than they do: every unit of `units.txt` repeated, and every pair,
//! in turns and one after the other. What is suspect in the small is measured anew in the large.
//!
//! ```sh
//! cargo bench --no-default-features --features html --bench hunt             # pairs, in the small
//! cargo bench --no-default-features --features html --bench hunt -- --large  # single units, 10 MB each
//! ```

use std::{
    env,
    hint::black_box,
    time::{Duration, Instant},
};

use claimlight::{Options, article, scan_article};

const UNITS: &str = include_str!("units.txt");

/// How long the small inputs are, in bytes; the second is `TIMES` times the first.
const SMALL: usize = 6_000;
const TIMES: usize = 5;

/// The large ones.
const LARGE: [usize; 2] = [1_000_000, 10_000_000];

/// How many times as long for the same byte is suspect: what is square takes `TIMES` times as long a byte.
const SUSPECT: f64 = 2.2;

/// How often a suspect is measured again before it is one: on a busy machine most are only interrupted.
const N_AGAIN: usize = 6;

/// The units of a section.
fn units(section: &str) -> Vec<String> {
    let after = UNITS.split_once(&format!("[{section}]\n")).expect("the section is there").1;
    let lines = after.lines().take_while(|line| !line.starts_with('['));
    lines.map(|line| unescaped(line.trim_matches('"'))).collect()
}

/// A string as Rust writes it.
fn unescaped(written: &str) -> String {
    let hexed = written.replace("\\u{", "\u{1}");
    let mut text = String::new();
    let mut rest = hexed.as_str();
    while let Some(place) = rest.find(['\\', '\u{1}']) {
        text.push_str(&rest[..place]);
        let after = &rest[place + 1..];
        if rest[place..].starts_with('\u{1}') {
            let (code, left) = after.split_once('}').expect("a code is closed");
            text.extend(u32::from_str_radix(code, 16).ok().and_then(char::from_u32));
            rest = left;
        } else {
            text.push_str(if after.starts_with('n') { "\n" } else { &after[..1] });
            rest = &after[1..];
        }
    }
    text + rest
}

type Work = fn(&str);

fn text(text: &str) {
    black_box(scan_article(&article::from_text(text), &Options::default()));
}

fn page(html: &str) {
    black_box(article::from_html(html));
}

/// An input of about so many bytes.
type Made<'a> = &'a dyn Fn(usize) -> String;

fn time(work: Work, input: &str) -> Duration {
    let start = Instant::now();
    work(input);
    start.elapsed()
}

/// How many times as long a byte of the longer input takes as one of the shorter.
fn growth(work: Work, made: Made, [short, long]: [usize; 2]) -> f64 {
    let [short, long] = [made(short), made(long)];
    let [first, second] = [&short, &long].map(|input| time(work, input).as_secs_f64() / input.len() as f64);
    second / first
}

/// The least of several growths: what else the machine does only adds, to the one or to the other.
fn least_growth(work: Work, made: Made, sizes: [usize; 2]) -> f64 {
    let mut least = growth(work, made, sizes);
    for _ in 0..N_AGAIN {
        if least < SUSPECT {
            break;
        }
        least = least.min(growth(work, made, sizes));
    }
    least
}

fn said(what: &str, growth: f64) {
    println!("{growth:6.1} times as long a byte: {what}");
}

fn hunt_pairs(work: Work, units: &[String]) {
    let sizes = [SMALL, SMALL * TIMES];
    for one in units {
        for other in units {
            let pair = format!("{one}{other}");
            let in_turns = |n: usize| pair.repeat(n / pair.len() + 1);
            let one_after_other = |n: usize| one.repeat(n / 2 / one.len() + 1) + &other.repeat(n / 2 / other.len() + 1);
            for (way, made) in [("in turns", &in_turns as Made), ("one after the other", &one_after_other as Made)] {
                let growth = least_growth(work, made, sizes);
                if growth >= SUSPECT {
                    said(&format!("{one:?} and {other:?} {way}"), growth);
                }
            }
        }
    }
}

fn hunt_large(work: Work, units: &[String]) {
    for unit in units {
        let made = |n: usize| unit.repeat(n / unit.len() + 1);
        said(&format!("{unit:?}, 10 MB beside 1 MB"), growth(work, &made, LARGE));
    }
}

fn main() {
    let hunt = if env::args().any(|argument| argument == "--large") { hunt_large } else { hunt_pairs };
    hunt(text, &units("text"));
    hunt(page, &units("page"));
    println!("that is all");
}
