//! Time grows linearly with the text, and with the page it stands on.

use std::{fs, hint::black_box, time::Duration};

use claimlight::{Options, Report, Span, article, patterns, scan};
use cpu_time::ThreadTime;

use crate::command::{file, folder, run};

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
fn who_plans_beside_cautions_and_who_will_not_be_named_takes_time_in_proportion() {
    let plans =
        |n| format!("Rents rose 57 percent; {}end.", "Ruiz hopes to win; the vote perhaps came late; ".repeat(n));
    assert!(is_linear(6000, |n| scanned(&plans(n))), "one sentence");
    let aide = "An aide, who asked not to be named because the talks are private, said the deal was dead. ";
    assert!(is_linear(1000, |n| scanned(&aide.repeat(n))), "sentences");
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

/// Adds to a text of `n` times a thousand lines, whose report says of each who said it, what these rules find.
fn added(rules: &str, line: &str, n: usize) {
    let article = article::from_text(&line.repeat(n));
    let mut report = said_in_each(line, n);
    patterns::read("rules.txt", rules).expect("they are sound").apply(&article, &mut report);
}

/// A report of `n` lines that are the same, as a scan of each would make it: what is measured is the patterns' time.
fn said_in_each(line: &str, n: usize) -> Report {
    let one = scan(line, &Options::default());
    let mut all = Report { language: one.language.clone(), ledger: one.ledger.clone(), ..Report::default() };
    for start in (0..n).map(|place| place * line.len()) {
        let moved = |span: &mut Span| *span = Span::new(span.start + start, span.end + start);
        let n_before = all.attributions.len();
        let mut own = one.clone();
        own.sentences.iter_mut().for_each(moved);
        own.hedges.iter_mut().for_each(|hedge| moved(&mut hedge.span));
        for attribution in &mut own.attributions {
            moved(&mut attribution.cue.span);
            attribution.content.iter_mut().for_each(moved);
            attribution.source.iter_mut().for_each(|source| moved(&mut source.span));
        }
        for claim in &mut own.claims {
            moved(&mut claim.span);
            claim.attribution = claim.attribution.map(|index| index + n_before);
        }
        all.sentences.extend(own.sentences);
        all.hedges.extend(own.hedges);
        all.attributions.extend(own.attributions);
        all.claims.extend(own.claims);
    }
    all
}

#[test]
fn adding_what_patterns_find_is_linear() {
    let said = "The mayor of Aldwick said that rents rose by 4% last year.\n";
    let bare = "Rents in Aldwick rose by 4% last year and the quay sez so.\n";
    // Half a megabyte is the least in which what is square is seen.
    assert!(is_linear(2_000, |n| added("[source outlet]\nthe\n", said, n)), "sources");
    let sez = "[attribution belief]\n(?<content>Rents[^.]+) and (?<source>the quay) (?<cue>sez)";
    assert!(is_linear(2_000, |n| added(sez, bare, n)), "attributions of one source, and the claims in them");
    let whoever = "[attribution belief]\n(?<source>\\w+) (?<cue>sez)";
    let whose =
        |n: usize| (0..n).map(|place| format!("{} sez so.\n", name(place).replace(' ', ""))).collect::<String>();
    assert!(is_linear(2_000, |n| added(whoever, &whose(n), 1)), "attributions of many sources");
}

/// Patterns whose time would be exponential in engines that go back, and square in one that reads on to the end.
#[test]
fn no_pattern_makes_it_square() {
    let group = "[attribution belief]\n(?<cue>x)?(?<content>(a?){30}a{30})";
    for rules in ["[hedge opinion]\na.*b|a", "[hedge opinion]\n(a+)+$\n(a|aa)+b|a\n.*.*=.*|a", group] {
        // One word, and many sentences.
        for line in ["a", "a a a a. A"] {
            let text = |n: usize| line.repeat(3 * 1024 * n / line.len());
            assert!(is_linear(1, |n| added(rules, &text(n), 1)), "{rules} in “{line}”");
        }
    }
}

#[test]
fn what_is_square_is_told_from_what_is_linear() {
    let count = |n: usize| (0..n).for_each(|n| _ = black_box(n));
    assert!(is_linear(100_000, count));
    // Milliseconds: of microseconds a single interruption makes up so much that the ratio says nothing.
    assert!(!is_linear(2_000, |n| (0..n).for_each(|_| count(n))));
}

/// How many bytes tables, reports and checks may take for each byte of a text: each finding has its row, and no row more
/// than a part of a long sentence.
const MOST_BYTES: usize = 60;

#[test]
fn what_is_written_grows_with_the_text_also_where_it_is_one_sentence() {
    let one_sentence = news(300).replace(['\n', '.'], " and");
    let path = file("one-sentence", "news.txt", &one_sentence);
    let output = folder("one-sentence").join("report.html");
    let most = one_sentence.len() * MOST_BYTES;
    let table = run(&["scan", "--format", "csv", &path]).1;
    assert!((one_sentence.len()..most).contains(&table.len()), "{} of {}", table.len(), one_sentence.len());
    assert_eq!(run(&["report", "--output", &output.display().to_string(), &path]).0, 0);
    let page = fs::metadata(&output).unwrap().len() as usize;
    assert!(page < most, "{page} of {}", one_sentence.len());
    let faults = run(&["check", "--max-hearsay", "0", "--max-anonymous", "0", "--max-unsourced", "0", &path]).1;
    assert!(faults.len() < most, "{} of {}", faults.len(), one_sentence.len());
}
