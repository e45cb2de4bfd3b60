//! Measures the scanner on one core: how fast it reads and scans an archive, that its time is linear in the text, and how
//! often it asks for memory.
//!
//! ```sh
//! cargo bench --bench speed -- FOLDER          # of .txt files; without one, articles of the generator
//! cargo bench --bench speed -- --each FOLDER   # every run of every file, in milliseconds
//! ```
//! Times are of the processor, not of the clock, and the best of several runs: on a busy machine the others measure the
//! neighbours.

use std::{
    env, fs, io,
    path::{Path, PathBuf},
    time::Duration,
};

use claimlight::{
    Article, Options, article,
    find::{attributions::attributions, passage::Passage},
    lexicon::lexicon,
    scan,
    text::{quotations::quotations, sentences::sentences, tokens::tokens},
};
use cpu_time::ThreadTime;

#[path = "../../examples/archive.rs"]
#[allow(dead_code, reason = "as an example it is a program of its own")]
mod archive;

/// How often each thing is timed.
const N_RUNS: usize = 9;

/// How many articles are made where no folder is named, and the seed of the generator.
const N_ARTICLES: usize = 400;
const SEED: u64 = 8;

/// The shorter of the two paragraphs without a full stop, in bytes; the other is ten times as long.
const MEGABYTE: usize = 1_000_000;

fn main() -> io::Result<()> {
    // Cargo itself adds `--bench`.
    let folder = env::args().skip(1).find(|argument| !argument.starts_with("--"));
    if let Some(folder) = folder.as_ref().filter(|_| env::args().any(|argument| argument == "--each")) {
        return each(&texts_of(Path::new(folder))?);
    }
    match &folder {
        Some(folder) => archive(&texts_of(Path::new(folder))?)?,
        None => articles(),
    }
    long_paragraph();
    memory();
    Ok(())
}

fn texts_of(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder)?.filter_map(|entry| Some(entry.ok()?.path()));
    let mut texts: Vec<PathBuf> = entries.filter(|path| path.extension().is_some_and(|own| own == "txt")).collect();
    texts.sort();
    Ok(texts)
}

/// The best time of `work`.
fn best_of(n_runs: usize, mut work: impl FnMut()) -> Duration {
    let time = |()| {
        let start = ThreadTime::now();
        work();
        start.elapsed()
    };
    std::iter::repeat_n((), n_runs).map(time).min().unwrap_or_default()
}

fn archive(texts: &[PathBuf]) -> io::Result<()> {
    let n_words: usize = texts
        .iter()
        .map(|path| Ok(scan(&fs::read_to_string(path)?, &Options::default()).n_words))
        .sum::<io::Result<_>>()?;
    let time = best_of(N_RUNS, || {
        for path in texts {
            let text = fs::read_to_string(path).unwrap_or_default();
            std::hint::black_box(scan(&text, &Options::default()));
        }
    });
    say(&format!("{} files, read and scanned", texts.len()), n_words, time);
    Ok(())
}

fn articles() {
    let articles: Vec<String> = (0..N_ARTICLES).map(made_article).collect();
    let n_words = articles.iter().map(|text| scan(text, &Options::default()).n_words).sum();
    let time = best_of(N_RUNS, || {
        for text in &articles {
            std::hint::black_box(scan(text, &Options::default()));
        }
    });
    say(&format!("{} made articles, scanned", articles.len()), n_words, time);
}

fn say(what: &str, n_words: usize, time: Duration) {
    let a_second = n_words as f64 / time.as_secs_f64();
    println!("{what}: {n_words} words in {:.0} ms, {a_second:.0} words a second", time.as_secs_f64() * 1000.0);
}

/// An article of the project's generator; each number gives another.
fn made_article(number: usize) -> String {
    archive::text(&archive::lists(), &mut archive::dice(SEED, number as u64))
}

/// The times of every run of every text: `name: 1.25 1.27 …`, in milliseconds.
fn each(texts: &[PathBuf]) -> io::Result<()> {
    for path in texts {
        let text = fs::read_to_string(path)?;
        let time = |_| {
            let start = ThreadTime::now();
            std::hint::black_box(scan(&text, &Options::default()));
            format!("{:.4}", start.elapsed().as_secs_f64() * 1000.0)
        };
        let times: Vec<String> = (0..N_RUNS).map(time).collect();
        println!("{}: {}", path.file_stem().unwrap_or_default().to_string_lossy(), times.join(" "));
    }
    Ok(())
}

/// One paragraph of so many bytes without a full stop.
fn paragraph(n_bytes: usize) -> String {
    let clause = "the ferry at Aldwick may stop in June, said Ana Ruiz, who leads the union of its crews, and the county \
                  knew that fares rose, according to a report of critics who say “it could cost more” and ";
    clause.repeat(n_bytes / clause.len() + 1)[..n_bytes].to_owned()
}

/// What ten times as long a paragraph costs.
fn long_paragraph() {
    let [short, long] = [MEGABYTE, 10 * MEGABYTE].map(|n_bytes| {
        let text = paragraph(n_bytes);
        best_of(3, || {
            std::hint::black_box(scan(&text, &Options::default()));
        })
    });
    let times = long.as_secs_f64() / short.as_secs_f64();
    println!("a paragraph without a full stop: 1 MB in {short:.0?}, 10 MB in {long:.0?}, {times:.1} times");
}

/// How often memory is asked for: by what finds attributions, for words in which nothing is found, as often for ten times
/// as many but for lists that grow; by a whole scan, for what it finds.
fn memory() {
    let bare = "the ferry leaves the harbour at noon and the bus goes with it over the bridge and then ";
    let n_asked = |n: usize| {
        let article = article::from_text(&bare.repeat(n));
        allocation_counter::measure(|| assert_eq!(attributions_of(&article), 0)).count_total
    };
    println!(
        "memory is asked for {} times for 1,800 words with no attribution, {} for 18,000",
        n_asked(100),
        n_asked(1000)
    );
    let found = made_article(0);
    let report = scan(&found, &Options::default());
    let n_found = allocation_counter::measure(|| drop(scan(&found, &Options::default()))).count_total;
    println!(
        "and {n_found} times by a scan of {} words with {} attributions",
        report.n_words,
        report.attributions.len()
    );
}

fn attributions_of(article: &Article) -> usize {
    let lexicon = lexicon("en").expect("English has word lists");
    let tokens = tokens(&article.text, lexicon);
    let sentences = sentences(&article.text, &article.blocks, &tokens);
    let quotations = quotations(&article.text, &sentences, &tokens);
    attributions(&Passage::new(&article.text, &tokens, &sentences, &quotations, lexicon)).len()
}
