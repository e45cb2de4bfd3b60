//! `claimlight report`: one page of charts about an archive. Every number leads to its sentences, and the data behind
//! it stand beside it as CSV.

mod table;
mod tally;
mod links;
mod drawing;
mod timeline;
mod chart;
mod page;

use std::{
    fs::{self, File},
    io::{self, Write},
    ops::ControlFlow,
    path::{Path, PathBuf},
};

use claimlight::wire::Unit;

use super::{
    arguments::ReportArguments,
    findings,
    inputs::are_many,
    interrupt,
    opening::Meter,
    ours,
    own::{Own, Together},
    problems::{Failure, Problem, complain, refuse},
    progress::Progress,
    run::{self, Finished, Turn},
    scanner::Scanner,
};
use tally::{Seen, Tallies};

/// Scans what is named, counts, and writes the page and its data.
pub fn report(arguments: &ReportArguments) -> Result<(), Failure> {
    if arguments.output == Path::new("-") {
        return Err(refuse("a report is a page and a folder of data; --output needs a file"));
    }
    let scanner = Scanner::new(&arguments.scanner)?;
    let folder = data_folder(&arguments.output);
    let own = Own::of([arguments.output.clone(), ours::beside(&arguments.output, ours::UNFINISHED), folder.clone()]);
    own.refuse_read(&arguments.reading, &arguments.scanner)?;
    let is_new = !folder.exists();
    let (file, mut together) = (folder.join("findings.csv"), Together::default());
    let mut archive = Archive::begin(&folder, &together.begin(&file)).map_err(|error| failed(&file, &error))?;
    interrupt::listen();
    let meter = Meter::default();
    let progress = Progress::new(&arguments.reading, &meter, are_many(&arguments.reading));
    let work = |scanned: &_| (Seen::of(scanned), findings::csv(&findings::rows(scanned, Unit::Utf8)));
    let unread = run::all(&arguments.reading, own, &meter);
    run::over_all(unread, arguments.reading.jobs, &scanner, &meter, work, |turn| archive.take(turn, &progress));
    progress.end();
    archive.end().map_err(|error| failed(&file, &error))?;
    if archive.tallies.n_documents == 0 {
        let why = if archive.failure == Some(Failure::Interrupted) { "interrupted before a" } else { "no" };
        complain(format!("{why} document was read; no report is written"));
        drop(together);
        if is_new {
            let _ = fs::remove_dir(&folder);
        }
        return Err(archive.failure.unwrap_or(Failure::NotAllDone));
    }
    write(arguments, &folder, &archive.tallies, together)?;
    archive.failure.map_or(Ok(()), Err)
}

/// Writes the tables and the page beside the findings that are written.
fn write(arguments: &ReportArguments, folder: &Path, tallies: &Tallies, mut together: Together) -> Result<(), Failure> {
    let tables = tallies.tables();
    let files = tables.iter().map(|table| (folder.join(format!("{}.csv", table.name)), table.csv()));
    let page = page::page(&arguments.title, folder, tallies, &tables);
    for (file, text) in files.chain([(arguments.output.clone(), page)]) {
        together.write(&file, &text).map_err(|error| failed(&file, &error))?;
    }
    together.name().map_err(|problem| {
        complain(problem);
        Failure::NotAllDone
    })
}

/// The folder beside the page: `report.html` has `report-data`.
fn data_folder(output: &Path) -> PathBuf {
    let stem = output.file_stem().unwrap_or_default().to_string_lossy();
    output.with_file_name(format!("{stem}-data"))
}

fn failed(path: &Path, error: &io::Error) -> Failure {
    complain(Problem::met(path, error));
    Failure::NotAllDone
}

/// What is gathered while the archive is read.
struct Archive {
    tallies: Tallies,
    findings: File,
    failure: Option<Failure>,
    /// What kept the findings from being written.
    error: Option<io::Error>,
}

impl Archive {
    fn begin(folder: &Path, file: &Path) -> io::Result<Self> {
        fs::create_dir_all(folder)?;
        let mut findings = File::create(file)?;
        findings.write_all(findings::csv_head().as_bytes())?;
        Ok(Archive { tallies: Tallies::default(), findings, failure: None, error: None })
    }

    fn take(&mut self, turn: Turn<(Seen, String)>, progress: &Progress) -> ControlFlow<()> {
        let mut rows = String::new();
        for Finished { result, .. } in turn {
            match result {
                Ok(done) => {
                    done.note.iter().for_each(|note| progress.suspend(|| complain(note)));
                    let (seen, own_rows) = done.result;
                    self.tallies.add(seen);
                    rows.push_str(&own_rows);
                }
                Err(unreadable) => {
                    self.tallies.n_failed += 1;
                    self.failure = Some(Failure::NotAllDone);
                    progress.suspend(|| complain(&unreadable.problem));
                }
            }
        }
        progress.show(self.tallies.n_documents);
        self.write(&rows)
    }

    fn write(&mut self, rows: &str) -> ControlFlow<()> {
        match self.findings.write_all(rows.as_bytes()) {
            Ok(()) => ControlFlow::Continue(()),
            Err(error) => {
                self.error = Some(error);
                ControlFlow::Break(())
            }
        }
    }

    /// Closes the findings; what a full disk could not take is often said only here.
    fn end(&mut self) -> io::Result<()> {
        // Also where the input ended with the program that wrote it: there may be more.
        if interrupt::is_asked() && self.error.is_none() {
            self.failure = Some(Failure::Interrupted);
            self.tallies.is_partial = true;
            let n_documents = self.tallies.n_documents;
            if n_documents > 0 {
                complain(format!("interrupted after {n_documents} documents; the report is of these alone"));
            }
        }
        let findings = &self.findings;
        // A device has nothing to close.
        let closed = || if findings.metadata()?.is_file() { findings.sync_all() } else { Ok(()) };
        self.error.take().map_or(Ok(()), Err).and_then(|()| closed())
    }
}
