//! What can be asked. The help texts are the manual: `claimlight man` is made from them.

use std::{
    num::NonZeroUsize,
    path::{Path, PathBuf},
};

use claimlight::{lexicon, wire::Unit};
use clap::{
    Args, Parser, Subcommand, ValueEnum,
    builder::{PossibleValuesParser, TypedValueParser},
};
use clap_complete::Shell;

/// Shows who says what in a news text, and how sure they are.
#[derive(Parser)]
#[command(version, after_help = STATUSES)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
}

const STATUSES: &str = "Exit status: 0 all is done (a page that holds no article is named, and no fault); 1 something \
could not be read or written (it is named, the rest is done); 2 usage; 3 a check was not passed; 130 interrupted.";

const STATUSES_OF_CHECK: &str = "Exit status: 0 all documents keep the limits; 3 one does not, or holds nothing to be \
checked (a page without an article, a text in another language), whatever else there was; 1 something could not be read \
or written, or there was no document (it is named, the rest is checked); 2 usage; 130 interrupted: the rest is not checked.";

const STATUSES_OF_DIFF: &str = "Exit status: 0 both are compared; 1 one could not be read, or holds nothing to be compared \
(a page without an article, a text in another language); 2 usage; 130 interrupted.";

#[derive(Subcommand)]
pub enum Command {
    /// Report the attributions, hedges and claims of texts and pages
    #[command(after_help = STATUSES)]
    Scan(ScanArguments),
    /// Print the article of a page, its text alone; of plain text all
    #[command(after_help = STATUSES)]
    Article(ArticleArguments),
    /// Hold articles to a newsroom's limits: exit status 3 if one does not keep them
    #[command(after_help = STATUSES_OF_CHECK)]
    Check(CheckArguments),
    /// Say what changed in the sourcing between two versions of an article
    #[command(after_help = STATUSES_OF_DIFF)]
    Diff(DiffArguments),
    /// Make one HTML page of charts about an archive, with the data behind it as CSV
    #[command(after_help = STATUSES)]
    Report(ReportArguments),
    /// Print the completions of a shell
    Completions {
        /// The shell
        shell: Shell,
    },
    /// Print the manual page; with a folder, write it and a page for each command there
    Man {
        /// Where to write them
        #[arg(value_name = "FOLDER")]
        folder: Option<PathBuf>,
    },
}

impl Command {
    /// What it reads, of commands that read many documents.
    pub fn reading(&self) -> Option<&ReadingArguments> {
        match self {
            Command::Scan(arguments) => Some(&arguments.reading),
            Command::Article(arguments) => Some(&arguments.reading),
            Command::Check(arguments) => Some(&arguments.reading),
            Command::Report(arguments) => Some(&arguments.reading),
            Command::Diff(_) | Command::Completions { .. } | Command::Man { .. } => None,
        }
    }
}

/// What to read, and how.
#[derive(Args)]
pub struct ReadingArguments {
    /// What the files hold, whatever they are called [default: by name; else by their first bytes]
    #[arg(long, value_enum, value_name = "FORM")]
    pub from: Option<Form>,
    /// How many documents to work on at once [default: one a core]
    #[arg(long)]
    pub jobs: Option<NonZeroUsize>,
    /// What to read: plain text (a line is a paragraph, but lines wrapped by hand between empty lines are joined);
    /// of a page (.html) its article; .jsonl and .ndjson hold {"id", "text" or "html"} a line, with "date", "outlet"
    /// and "section" if known; .warc what a crawl fetched. Each may be packed as .gz. Folders are read through;
    /// patterns such as "2024/*.html" may be quoted; - or nothing is standard input
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,
}

/// What `claimlight article` can be asked.
#[derive(Args)]
pub struct ArticleArguments {
    /// Print all of a page's article that is scanned: headline, standfirst, byline and captions too
    #[arg(long)]
    pub whole: bool,
    #[command(flatten)]
    pub reading: ReadingArguments,
}

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, ValueEnum)]
pub enum Form {
    /// Plain text
    Text,
    /// A page, whose article is found
    Html,
    /// A document a line, as JSON
    Jsonl,
    /// What a crawl fetched (needs the feature warc)
    Warc,
}

/// With what to scan.
#[derive(Args)]
pub struct ScannerArguments {
    /// The language of the word lists; a page that says another is left alone
    #[arg(long, default_value = "en", value_parser = language)]
    pub lang: String,
    /// A file of your own patterns, added to what is found
    #[arg(long, value_name = "FILE")]
    pub rules: Option<PathBuf>,
    /// Show conditionals (would, if, should, can) as hedges too; what scan writes for programs always holds them
    #[arg(long)]
    pub conditionals: bool,
}

impl Default for ScannerArguments {
    fn default() -> Self {
        ScannerArguments { lang: "en".to_owned(), rules: None, conditionals: false }
    }
}

/// What `claimlight scan` can be asked.
#[derive(Args)]
pub struct ScanArguments {
    /// How to write the reports
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
    /// What offsets count
    #[arg(long, default_value = Unit::default().name(), value_parser = units())]
    pub unit: Unit,
    /// Say beside each mark of the text why it is there
    #[arg(long)]
    pub reasons: bool,
    /// Close the text with a list of who speaks, how often
    #[arg(long)]
    pub ledger: bool,
    /// Keep a document that cannot be read in its place, with what is wrong (csv, jsonl, parquet)
    #[arg(long)]
    pub keep_failed: bool,
    /// Write to a file; - is standard output, as without it
    #[arg(long, short, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Go on where a run with the same arguments stopped, if what it read is as it was; needs --output
    #[arg(long, requires = "output")]
    pub resume: bool,
    #[command(flatten)]
    pub scanner: ScannerArguments,
    #[command(flatten)]
    pub reading: ReadingArguments,
}

impl ScanArguments {
    /// The file to write to; `-` is standard output, as it is standard input among what is read.
    pub fn file(&self) -> Option<&Path> {
        self.output.as_deref().filter(|path| *path != Path::new("-"))
    }
}

/// How a report is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, ValueEnum)]
pub enum Format {
    /// The text with every mark under its line
    Text,
    /// JSON for people: one object, or an array when several documents are asked for
    Json,
    /// JSON for programs: one object a line
    Jsonl,
    /// A row for each finding
    Csv,
    /// A page to read or print: the articles with their marks, who speaks, and why each mark is there
    Html,
    /// A row for each finding, typed, by column (needs the feature parquet and --output)
    Parquet,
}

/// What `claimlight check` can be asked.
#[derive(Args)]
pub struct CheckArguments {
    /// The most claims with nothing in the text behind them: no source, document or link, no caution
    #[arg(long, value_name = "N")]
    pub max_unsourced: Option<usize>,
    /// The most places where the article itself passes on what nobody named said ("allegedly", "is said to"); what
    /// its sources pass on does not count
    #[arg(long, value_name = "N")]
    pub max_hearsay: Option<usize>,
    /// The most statements of sources whose name is withheld
    #[arg(long, value_name = "N")]
    pub max_anonymous: Option<usize>,
    /// The most statements of vague groups ("critics", "experts")
    #[arg(long, value_name = "N")]
    pub max_collective: Option<usize>,
    /// The fewest sources with a name
    #[arg(long, value_name = "N")]
    pub min_named: Option<usize>,
    /// The fewest sources of any kind; a "he" of whom the text leaves open who it is is none
    #[arg(long, value_name = "N")]
    pub min_sources: Option<usize>,
    #[command(flatten)]
    pub scanner: ScannerArguments,
    #[command(flatten)]
    pub reading: ReadingArguments,
}

/// What `claimlight diff` can be asked.
#[derive(Args)]
pub struct DiffArguments {
    /// What the files hold, whatever they are called
    #[arg(long, value_enum, value_name = "FORM")]
    pub from: Option<Form>,
    /// How to write what changed
    #[arg(long, value_enum, default_value_t = DiffFormat::Text)]
    pub format: DiffFormat,
    #[command(flatten)]
    pub scanner: ScannerArguments,
    /// The version before
    pub old: PathBuf,
    /// The version after
    pub new: PathBuf,
}

/// How differences are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum DiffFormat {
    /// For a person; nothing if nothing changed
    Text,
    /// One object: the sources and the sentences that changed, each as it was and as it is
    Json,
}

/// What `claimlight report` can be asked.
#[derive(Args)]
pub struct ReportArguments {
    /// The page to write; the data go to a folder beside it, as CSV
    #[arg(long, short, value_name = "FILE", default_value = "report.html")]
    pub output: PathBuf,
    /// What the page is called
    #[arg(long, default_value = "Who says what")]
    pub title: String,
    #[command(flatten)]
    pub scanner: ScannerArguments,
    #[command(flatten)]
    pub reading: ReadingArguments,
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
