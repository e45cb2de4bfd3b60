//! The command line. In the order the data goes through: [`arguments`] says what can be asked, [`inputs`] finds the
//! files that are named but for those that the run writes, which [`own`] knows ([`ours`] tells what earlier ones wrote),
//! [`opening`] opens them, pipes by way of [`piped`], [`unread`] reads them, [`documents`] makes documents of what is read,
//! [`scanner`] scans, [`pipeline`] does so on all cores and keeps the order, [`findings`], [`page`] and [`render`] write a
//! report in the format asked for, [`output`] brings it to a file or further and knows how far it is. The commands
//! [`scan`], [`article`], [`check`], [`diff`] and [`archive`] put these together.

mod problems;
mod printing;
mod formulas;
mod passed;
mod arguments;
mod interrupt;
mod window;
mod packed;
mod forms;
mod piped;
mod room;
mod opening;
mod matched;
mod foreign;
mod ours;
mod own;
mod inputs;
mod lines;
mod document;
mod dates;
mod published;
#[cfg(feature = "warc")]
mod warc;
mod unread;
mod documents;
mod language;
mod scanner;
mod pipeline;
mod excerpt;
mod findings;
mod page;
mod colour;
mod render;
#[cfg(feature = "parquet")]
mod parquet;
mod progress;
mod checkpoint;
mod run;
mod output;
mod scan;
mod article;
mod check;
mod diff;
mod archive;
mod manual;

use std::process::ExitCode;

use clap::Parser;

use arguments::{Arguments, Command};

/// Runs what the arguments ask for. The statuses are part of the contract; the manual lists them.
pub fn run() -> ExitCode {
    let Arguments { command } = Arguments::parse();
    let done = forms::refuse_unbuilt(command.reading()).and_then(|()| match command {
        Command::Scan(arguments) => scan::scan(&arguments),
        Command::Article(arguments) => article::article(&arguments),
        Command::Check(arguments) => check::check(&arguments),
        Command::Diff(arguments) => diff::diff(&arguments),
        Command::Report(arguments) => archive::report(&arguments),
        Command::Completions { shell } => manual::completions(shell),
        Command::Man { folder } => manual::pages(folder.as_deref()),
    });
    ExitCode::from(match done {
        Ok(()) => 0,
        Err(failure) => failure.status(),
    })
}
