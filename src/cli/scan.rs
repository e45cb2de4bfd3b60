//! `claimlight scan`: reads, scans on all cores, writes in order.

use std::{fs, io, path::Path};

use super::{
    arguments::{Format, ScanArguments},
    checkpoint::{self, AtEnd, Checkpoint, Earlier, State, earlier},
    findings, inputs, interrupt,
    opening::Meter,
    ours,
    output::{self, Output, Sink},
    own::Own,
    passed::key,
    problems::{Failure, Problem, complain, name, refuse},
    progress::{Passing, Progress},
    render::Rendering,
    run,
    scanner::Scanner,
    unread::{AllUnread, begun},
};

/// Scans what is named. What cannot be read is named on standard error when its turn comes.
pub fn scan(arguments: &ScanArguments) -> Result<(), Failure> {
    refuse_what_does_not_go_together(arguments)?;
    let mut scanner = Scanner::new(&arguments.scanner)?;
    // A program picks by category what it wants; a person is shown what was asked for.
    scanner.options.conditionals |= !matches!(arguments.format, Format::Text | Format::Html);
    let reading = &arguments.reading;
    let own = arguments.file().map(written).unwrap_or_default();
    // Of what a run left, the place beside it tells whether it can be gone on with.
    if arguments.resume && arguments.file().is_some_and(|output| checkpoint::beside(output).is_file()) {
        own.refuse_named(reading, &arguments.scanner)?;
    } else {
        own.refuse_read(reading, &arguments.scanner)?;
    }
    let meter = Meter::default();
    let state = left_off(arguments)?;
    interrupt::listen();
    // Nothing is written before it is sure that the rest belongs behind what stands there.
    let all = run::all(reading, own, &meter);
    // Of a run that is gone on with, what it began with says it.
    let (all, was_of_many) = if state.passed.n > 0 { begun(all) } else { (all, false) };
    let unread = left(arguments, all, state)?;
    let (sink, checkpoint) = opened(arguments, state)?;
    let (unread, is_of_many) = begun(unread);
    let are_many = was_of_many || is_of_many || inputs::are_many(reading);
    let rendering = Rendering::new(arguments, are_many);
    let passing = if arguments.file().is_some() { Passing::Elsewhere } else { Passing::of_standard_output() };
    let progress = Progress::new(reading, &meter, are_many && passing == Passing::Elsewhere);
    let mut output = Output { rendering: &rendering, sink, state, checkpoint, progress, failure: None };
    let work = |scanned: &_| rendering.report(scanned);
    run::over_all(unread, reading.jobs, &scanner, &meter, work, |turn| output.take(turn));
    output.end()
}

fn refuse_what_does_not_go_together(arguments: &ScanArguments) -> Result<(), Failure> {
    let is_table = arguments.format == Format::Parquet;
    if arguments.keep_failed && matches!(arguments.format, Format::Text | Format::Json | Format::Html) {
        return Err(refuse("--keep-failed needs a format with a line for each document: csv, jsonl or parquet"));
    }
    if arguments.resume && arguments.file().is_none() {
        return Err(refuse("--resume needs --output FILE; standard output cannot be gone on with"));
    }
    if is_table && arguments.file().is_none() {
        return Err(refuse("--format parquet needs --output FILE"));
    }
    if is_table && arguments.resume {
        return Err(refuse(
            "a Parquet file cannot be written on; scan to csv or jsonl, or one file for each part of the input",
        ));
    }
    if is_table && cfg!(not(feature = "parquet")) {
        return Err(refuse("this build writes no Parquet; build it with --features parquet"));
    }
    Ok(())
}

/// What a scan to `output` writes.
fn written(output: &Path) -> Own {
    Own::of([output.to_owned(), checkpoint::beside(output), ours::beside(output, ours::UNFINISHED)])
}

/// How far an earlier run came.
fn left_off(arguments: &ScanArguments) -> Result<State, Failure> {
    let Some(path) = arguments.file().filter(|_| arguments.resume) else { return Ok(State::default()) };
    match earlier(path, &run_of(arguments)).map_err(|error| cannot(path, &error))? {
        Earlier::None => Ok(State::default()),
        Earlier::Begun(state) => Ok(state),
        Earlier::Unknown => Err(refuse(unknown(path))),
        Earlier::Other => Err(refuse(other(path))),
    }
}

/// What of `all` an earlier run left, if it passed what stands before it.
fn left<'a>(arguments: &ScanArguments, all: AllUnread<'a>, state: State) -> Result<AllUnread<'a>, Failure> {
    let Some(path) = arguments.file().filter(|_| state.passed.n > 0) else { return Ok(all) };
    let Some(left) = run::after(all, state.passed) else {
        return Err(if interrupt::is_asked() { interrupted() } else { refuse(changed(path, state)) });
    };
    let mut left = left.peekable();
    if left.peek().is_none() && !interrupt::is_asked() {
        complain(format!("{} is complete", path.display()));
    }
    Ok(Box::new(left))
}

/// Where the reports go, and where it is kept how far they are.
fn opened(arguments: &ScanArguments, state: State) -> Result<(Sink, Option<Checkpoint>), Failure> {
    let Some(path) = arguments.file() else { return Ok((Sink::Standard(io::stdout().lock()), None)) };
    let cannot = |error: io::Error| cannot(path, &error);
    #[cfg(feature = "parquet")]
    if arguments.format == Format::Parquet {
        let table = super::parquet::Table::create(path).map_err(cannot)?;
        return Ok((Sink::Table(Box::new(table)), None));
    }
    let sink = output::file(path, state.n_bytes).map_err(cannot)?;
    if !is_kept(path) {
        return Ok((sink, None));
    }
    let at_end = if arguments.resume { AtEnd::Kept } else { AtEnd::Removed };
    let checkpoint = Checkpoint::begin(path, &run_of(arguments), state, at_end).map_err(cannot)?;
    Ok((sink, Some(checkpoint)))
}

fn interrupted() -> Failure {
    complain("interrupted while passing over what stands in the output; nothing is changed");
    Failure::Interrupted
}

fn cannot(path: &Path, error: &io::Error) -> Failure {
    complain(Problem::met(path, error));
    Failure::NotAllDone
}

/// Devices are written to, but there is nothing to go on from.
fn is_kept(path: &Path) -> bool {
    path.metadata().is_ok_and(|metadata| metadata.is_file())
}

fn other(path: &Path) -> String {
    let beside = checkpoint::beside(path);
    format!(
        "{} is of a run with other arguments, or of another version; repeat those, or remove it to begin anew",
        name(&beside)
    )
}

fn unknown(path: &Path) -> String {
    format!(
        "{} is not of a run that can be resumed (such a run has --resume from the beginning); remove it to begin anew, or write elsewhere",
        name(path)
    )
}

fn changed(path: &Path, state: State) -> String {
    let n = state.passed.n;
    format!(
        "what is read has changed before the end of the {n} documents that stand in {0}; remove {0} to begin anew",
        name(path)
    )
}

/// How documents are told from others and are called: a run of the same version that did it in another way is not gone on
/// with.
const KEYS: &str = "keys-3";

/// Which run this is: the version, and all that decides what is written.
fn run_of(arguments: &ScanArguments) -> String {
    let ScanArguments { format, unit, reasons, ledger, keep_failed, scanner, reading, .. } = arguments;
    let written = (format, unit.name(), reasons, ledger, keep_failed, findings::csv_head());
    let read = (&scanner.lang, scanner.conditionals, &reading.from, &reading.files);
    let rules = scanner.rules.as_ref().map(|file| fs::read(file).unwrap_or_default());
    format!("claimlight {} {KEYS} {:016x}", env!("CARGO_PKG_VERSION"), key((written, read, rules)))
}
