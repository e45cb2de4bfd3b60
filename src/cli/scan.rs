//! `claimlight scan`: reads, scans on all cores, writes in order.

use std::{
    fs,
    hash::{DefaultHasher, Hash, Hasher},
    io,
    path::Path,
};

use super::{
    arguments::{Format, ScanArguments},
    checkpoint::{self, Checkpoint, Earlier, State, earlier},
    inputs::{self, Meter},
    interrupt,
    output::{self, Output, Sink},
    problems::{Failure, Problem, complain, name, refuse},
    progress::{Passing, Progress},
    render::Rendering,
    run,
    scanner::Scanner,
};

/// Scans what is named. What cannot be read is named on standard error when its turn comes.
pub fn scan(arguments: &ScanArguments) -> Result<(), Failure> {
    refuse_what_does_not_go_together(arguments)?;
    let mut scanner = Scanner::new(&arguments.scanner)?;
    // A program picks by category what it wants; a person is shown what was asked for.
    scanner.options.conditionals |= !matches!(arguments.format, Format::Text | Format::Html);
    let reading = &arguments.reading;
    let rendering = Rendering::new(arguments, inputs::are_many(reading));
    let Some((sink, state, checkpoint)) = opened(arguments)? else { return Ok(()) };
    interrupt::listen();
    let meter = Meter::default();
    let passing = if arguments.output.is_some() { Passing::Elsewhere } else { Passing::of_standard_output() };
    let progress = Progress::new(reading, &meter, passing);
    let mut output = Output { rendering: &rendering, sink, state, checkpoint, progress, failure: None };
    let work = |scanned: &_| rendering.report(scanned);
    run::over_all(reading, &scanner, &meter, state.n_documents, work, |turn| output.take(turn));
    output.end()
}

fn refuse_what_does_not_go_together(arguments: &ScanArguments) -> Result<(), Failure> {
    let is_table = arguments.format == Format::Parquet;
    if is_table && arguments.output.is_none() {
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

/// Where the reports go, and how far an earlier run came; nothing if that came to its end.
fn opened(arguments: &ScanArguments) -> Result<Option<(Sink, State, Option<Checkpoint>)>, Failure> {
    let Some(path) = &arguments.output else {
        return Ok(Some((Sink::Standard(io::stdout().lock()), State::default(), None)));
    };
    let cannot = |error: io::Error| {
        complain(Problem::met(path, &error));
        Failure::NotAllDone
    };
    #[cfg(feature = "parquet")]
    if arguments.format == Format::Parquet {
        let table = super::parquet::Table::create(path).map_err(cannot)?;
        return Ok(Some((Sink::Table(Box::new(table)), State::default(), None)));
    }
    let run = run_of(arguments);
    let state = match if arguments.resume { earlier(path, &run).map_err(cannot)? } else { Earlier::None } {
        Earlier::None => State::default(),
        Earlier::Interrupted(state) => state,
        Earlier::Complete => {
            complain(format!("{} is complete", path.display()));
            return Ok(None);
        }
        Earlier::Other => return Err(refuse(other(path))),
    };
    let sink = output::file(path, state.n_bytes).map_err(cannot)?;
    let checkpoint = if is_kept(path) { Some(Checkpoint::begin(path, &run, state).map_err(cannot)?) } else { None };
    Ok(Some((sink, state, checkpoint)))
}

/// Devices are written to, but there is nothing to go on from.
fn is_kept(path: &Path) -> bool {
    path.metadata().is_ok_and(|metadata| metadata.is_file())
}

fn other(path: &Path) -> String {
    let beside = checkpoint::beside(path);
    format!("{} is of a run with other arguments; repeat those, or remove it to begin anew", name(&beside))
}

/// Which run this is: the version, and all that decides what is written.
fn run_of(arguments: &ScanArguments) -> String {
    let ScanArguments { format, unit, reasons, ledger, keep_failed, scanner, reading, .. } = arguments;
    let mut hasher = DefaultHasher::new();
    (format, unit.name(), reasons, ledger, keep_failed).hash(&mut hasher);
    (&scanner.lang, scanner.conditionals, &reading.from, &reading.files).hash(&mut hasher);
    scanner.rules.as_ref().map(|file| fs::read(file).unwrap_or_default()).hash(&mut hasher);
    format!("claimlight {} {:016x}", env!("CARGO_PKG_VERSION"), hasher.finish())
}
