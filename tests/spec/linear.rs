//! Time grows linearly with the text, and with the page it stands on.

use std::{hint::black_box, time::Duration};

use claimlight::{Options, article, scan};
use cpu_time::ThreadTime;

/// How much longer the long text is.
const TIMES: usize = 4;

/// What a text that is four times as long may take, and be linear: what is square takes sixteen times as long. Between
/// the two there is room for a machine that is busy.
const MOST: u32 = 8;

/// How often both are measured at most. The quickest of each counts, since a machine only ever makes things slower.
const N_ROUNDS: usize = 12;

/// The time of this thread alone: while others run, a long piece of work waits more often than a short one.
fn time(work: &impl Fn(usize), n: usize) -> Duration {
    let began = ThreadTime::now();
    work(n);
    began.elapsed()
}

/// Whether `work` on `TIMES * n` takes less than `MOST` times as long as on `n`.
fn is_linear(n: usize, work: impl Fn(usize)) -> bool {
    let mut quickest = [Duration::MAX; 2];
    (0..N_ROUNDS).any(|_| {
        quickest[0] = quickest[0].min(time(&work, n));
        quickest[1] = quickest[1].min(time(&work, n * TIMES));
        quickest[1] < quickest[0] * MOST
    })
}

/// A name that no other number has: letters, as names are.
fn name(n: usize) -> String {
    let letters = (0..4).map(|place| char::from(b'a' + (n / 26_usize.pow(place) % 26) as u8));
    format!("Mara B{}", letters.collect::<String>())
}

/// News in which ever new people speak.
fn news(n: usize) -> String {
    let speaks = |n| {
        let name = name(n);
        format!("The bridge may close in June, {name} said. “We counted {n} cracks,” {name} told reporters. He left.\n")
    };
    (0..n).map(speaks).collect()
}

fn read(html: &str) {
    black_box(article::from_html(html));
}

fn scanned(text: &str) {
    black_box(scan(text, &Options::default()));
}

#[test]
fn news_takes_time_in_proportion_to_its_length() {
    assert!(is_linear(200, |n| scanned(&news(n))), "paragraphs");
    assert!(is_linear(100, |n| scanned(&news(n).replace('\n', " "))), "one paragraph");
    assert!(is_linear(200, |n| scanned(&news(n).replace(['\n', '.'], " and"))), "one sentence");
}

#[test]
fn a_page_takes_time_in_proportion_to_its_length_and_depth() {
    assert!(is_linear(500, |n| read(&format!("<p>{}", news(n).replace('\n', "<p>")))), "paragraphs");
    for open in ["<div>", "<section class=a><b>", "<ul><li>"] {
        assert!(is_linear(1_000, |n| read(&open.repeat(n))), "{open}");
    }
    let unclosed = |n: usize| (0..n).map(|n| format!("<b class=b{n}>He left.<p>")).collect::<String>();
    assert!(is_linear(400, |n| read(&unclosed(n))), "formatting that is never closed");
}

#[test]
fn what_is_square_is_told_from_what_is_linear() {
    let count = |n: usize| (0..n).for_each(|n| _ = black_box(n));
    assert!(is_linear(100_000, count));
    assert!(!is_linear(200, |n| (0..n).for_each(|_| count(n))));
}
