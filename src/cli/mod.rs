//! The command line: what can be asked. In the order the data goes through them:
//! [`documents`] reads what is named, [`pipeline`] scans on all cores and keeps the order, [`render`] writes a
//! report in the format asked for, [`scan`] puts them together. [`article`] shows what of a page is scanned.

mod documents;
mod pipeline;
mod render;
mod scan;
mod article;

use std::{num::NonZeroUsize, path::PathBuf, process::ExitCode};

use claimlight::{lexicon, wire::Unit};
use clap::{
    Args, Parser, Subcommand, ValueEnum,
    builder::{PossibleValuesParser, TypedValueParser},
};

/// Everything asked could be done.
const DONE: u8 = 0;
/// A document could not be read; the rest is done.
const NOT_ALL_READ: u8 = 1;
/// What was asked is not understood; nothing is done.
const USAGE: u8 = 2;

/// Shows who says what in a news text, and how sure they are.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Report the attributions, hedges and claims of texts and pages
    Scan(ScanArguments),
    /// Print the article of a page, its text alone
    Article {
        /// A page, as a browser saves it; - is standard input
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
}

/// What `claimlight scan` can be asked.
#[derive(Args)]
#[command(
    after_help = "Exit status: 0 all scanned, 1 something could not be read (it is named; the rest is done), 2 usage."
)]
struct ScanArguments {
    /// How to write the reports
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// What the offsets of json and jsonl count
    #[arg(long, default_value = Unit::default().name(), value_parser = units())]
    unit: Unit,
    /// The language of the word lists
    #[arg(long, default_value = "en", value_parser = language)]
    lang: String,
    /// A file of your own patterns, added to what is found
    #[arg(long, value_name = "FILE")]
    rules: Option<PathBuf>,
    /// How many documents to scan at once [default: one a core]
    #[arg(long)]
    jobs: Option<NonZeroUsize>,
    /// What to scan: plain text; of a page (.html) its article; a .jsonl file holds {"id", "text" or "html"} a line;
    /// - or nothing is standard input
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
}

/// How a report is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// The text with every mark under its line
    Text,
    /// JSON for people: one object, or an array when several documents are asked for
    Json,
    /// JSON for programs: one object a line
    Jsonl,
}

/// Runs what the arguments ask for.
pub fn run() -> ExitCode {
    let Arguments { command } = Arguments::parse();
    let done = match command {
        Command::Scan(arguments) => scan::scan(&arguments),
        Command::Article { file } => article::article(&file),
    };
    ExitCode::from(match done {
        Ok(()) => DONE,
        Err(Failure::NotAllRead) => NOT_ALL_READ,
        Err(Failure::Usage) => USAGE,
    })
}

/// Why not all is done that was asked; what is wrong has been said on standard error.
enum Failure {
    NotAllRead,
    Usage,
}

/// Says what is wrong.
fn complain(what: &str) {
    eprintln!("claimlight: {what}");
}

fn units() -> impl TypedValueParser<Value = Unit> {
    let names = PossibleValuesParser::new(Unit::ALL.map(Unit::name));
    names.map(|name| Unit::ALL.into_iter().find(|unit| unit.name() == name).unwrap_or_default())
}

fn language(code: &str) -> Result<String, String> {
    if lexicon::lexicon(code).is_some() {
        return Ok(code.to_owned());
    }
    let known: Vec<&str> = lexicon::languages().collect();
    Err(format!("there are no word lists for it, only for: {}", known.join(", ")))
}
