//! Measures how fast the article of an HTML page is found once the page is parsed, on one core:
//!
//! ```sh
//! cargo bench --no-default-features --features html --bench article -- FOLDER   # of .html files; without one, pages made here
//! ```
//! Times are the best of several runs: on a busy machine the others measure the neighbours.

use std::{
    env, fs, io,
    path::Path,
    time::{Duration, Instant},
};

use claimlight::{
    article::{choose::Scope, from_outline},
    page::{html, outline::Outline, walk},
};

/// How often each page is timed.
const N_RUNS: usize = 15;

/// How many paragraphs the made pages have, and how many menus, stories and comments around them.
const MADE: [(usize, usize); 3] = [(60, 110), (500, 700), (5000, 7000)];

fn main() -> io::Result<()> {
    // Cargo itself adds `--bench`.
    let folder = env::args().skip(1).find(|argument| !argument.starts_with("--"));
    match folder {
        Some(folder) => say("pages of the folder", &pages_of(Path::new(&folder))?),
        None => MADE.iter().for_each(|(n, n_around)| say(&format!("made, {n} paragraphs"), &[made(*n, *n_around)])),
    }
    Ok(())
}

/// The pages of a folder, in the encoding each names.
fn pages_of(folder: &Path) -> io::Result<Vec<String>> {
    let paths = fs::read_dir(folder)?.filter_map(|entry| Some(entry.ok()?.path()));
    let html = paths.filter(|path| path.extension().is_some_and(|own| own == "html"));
    html.map(|path| Ok(html::decode(&fs::read(path)?).0.into_owned())).collect()
}

/// What the pages take: reading what is parsed into an outline, choosing the article, and what came before.
fn say(what: &str, pages: &[String]) {
    let n_bytes: usize = pages.iter().map(String::len).sum();
    let [mut parsing, mut reading, mut choosing] = [Duration::ZERO; 3];
    for page in pages {
        let (parsed, time) = best_of(|| html::parse(page));
        parsing += time;
        let (read, time) = best_of(|| walk::read(parsed.tree.root()).outline);
        reading += time;
        let outline: &Outline = &read;
        choosing += best_of(|| from_outline(outline, Scope::Article)).1;
    }
    let a_second = |time: Duration| n_bytes as f64 / 1e6 / time.as_secs_f64();
    println!(
        "{what}: {:.1} MB of HTML, after parsing {:.0} MB a second (reading {:.0}, choosing {:.0}); parsing {:.0}",
        n_bytes as f64 / 1e6,
        a_second(reading + choosing),
        a_second(reading),
        a_second(choosing),
        a_second(parsing),
    );
}

/// What `work` gives, and the best of its times.
fn best_of<T>(work: impl Fn() -> T) -> (T, Duration) {
    let timed = || {
        let start = Instant::now();
        let done = work();
        (done, start.elapsed())
    };
    let first = timed();
    (1..N_RUNS).map(|_| timed()).fold(first, |best, run| if run.1 < best.1 { run } else { best })
}

/// A page with so many paragraphs, and menus, stories and comments around them.
fn made(n_paragraphs: usize, n_around: usize) -> String {
    let link = "<li class=\"nav-item\"><a href=\"/a\"><span>News of the town</span></a></li>".repeat(n_around);
    let story = "<div class=\"related-item\"><h3><a href=\"/b\">Mill may close</a></h3><p>Its owner said so on Monday.</p></div>";
    let comment =
        "<div class=\"comment\"><b>Ivo</b><p>They knew, of course, and everybody said so at the time.</p></div>";
    let paragraphs: String = (0..n_paragraphs).map(paragraph).collect();
    format!(
        "<!doctype html><html lang=en><head><title>Ferry at Aldwick may stop</title></head><body><nav><ul>{link}</ul></nav>\
         <main><article><h1>Ferry at Aldwick may stop</h1>{paragraphs}</article></main><aside class=related>{}</aside>\
         <section id=comments>{}</section><footer><ul>{link}</ul></footer></body></html>",
        story.repeat(n_around),
        comment.repeat(n_around),
    )
}

fn paragraph(number: usize) -> String {
    format!(
        "<p>The ferry at Aldwick may stop in <b>{number} days</b>, said <a href=\"/ruiz\">Ana Ruiz</a>, who leads the union. \
         Fares rose {} percent last year, the steepest rise in the county’s history. The county allegedly knew, according to \
         <em>a report</em> it had ordered. Critics say the plan could cost about {number} million.</p>\n",
        number % 90
    )
}
