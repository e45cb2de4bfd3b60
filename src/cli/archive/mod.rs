//! `claimlight report`: one page of charts about an archive. Every number leads to its sentences, and the data behind
//! it stand beside it as CSV.

mod tally;
mod chart;
mod page;

use std::{
    fs::{self, File},
    io::{self, BufWriter, Write},
    ops::ControlFlow,
    path::{Path, PathBuf},
};

use claimlight::wire::Unit;

use super::{
    arguments::ReportArguments,
    findings,
    inputs::Meter,
    interrupt,
    own::Own,
    problems::{Failure, Problem, complain},
    progress::{Passing, Progress},
    run::{self, Finished, Turn},
    scanner::Scanner,
};
use tally::{Seen, Tallies};

/// Scans what is named, counts, and writes the page and its data.
pub fn report(arguments: &ReportArguments) -> Result<(), Failure> {
    let scanner = Scanner::new(&arguments.scanner)?;
    let folder = data_folder(&arguments.output);
    let own = Own::of([arguments.output.clone(), folder.clone()]);
    own.refuse_named(&arguments.reading)?;
    let file = folder.join("findings.csv");
    let mut archive = Archive::begin(&folder, &file).map_err(|error| failed(&file, &error))?;
    interrupt::listen();
    let meter = Meter::default();
    let progress = Progress::new(&arguments.reading, &meter, Passing::Elsewhere);
    let work = |scanned: &_| (Seen::of(scanned), findings::csv(&findings::rows(scanned, Unit::Utf8)));
    let unread = run::all(&arguments.reading, own, &meter);
    run::over_all(unread, arguments.reading.jobs, &scanner, &meter, work, |turn| archive.take(turn, &progress));
    progress.end();
    archive.end().map_err(|error| failed(&file, &error))?;
    let tables = archive.tallies.tables();
    for table in &tables {
        let file = folder.join(format!("{}.csv", table.name));
        fs::write(&file, table.csv()).map_err(|error| failed(&file, &error))?;
    }
    let page = page::page(&arguments.title, &folder, &archive.tallies, &tables);
    fs::write(&arguments.output, page).map_err(|error| failed(&arguments.output, &error))?;
    archive.failure.map_or(Ok(()), Err)
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
    findings: BufWriter<File>,
    failure: Option<Failure>,
    error: Option<io::Error>,
}

impl Archive {
    fn begin(folder: &Path, file: &Path) -> io::Result<Self> {
        fs::create_dir_all(folder)?;
        let mut findings = BufWriter::new(File::create(file)?);
        findings.write_all(findings::csv_head().as_bytes())?;
        Ok(Archive { tallies: Tallies::default(), findings, failure: None, error: None })
    }

    fn take(&mut self, turn: Turn<(Seen, String)>, progress: &Progress) -> ControlFlow<()> {
        for Finished { result, .. } in turn {
            match result {
                Ok(done) => {
                    let (seen, rows) = done.result;
                    self.tallies.add(seen);
                    self.error = self.findings.write_all(rows.as_bytes()).err();
                }
                Err(unreadable) => {
                    self.tallies.n_failed += 1;
                    self.failure = Some(Failure::NotAllDone);
                    progress.suspend(|| complain(&unreadable.problem));
                }
            }
        }
        progress.show(self.tallies.n_documents);
        if interrupt::is_asked() {
            self.failure = Some(Failure::Interrupted);
        }
        let is_over = self.error.is_some() || self.failure == Some(Failure::Interrupted);
        if is_over { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }

    fn end(&mut self) -> io::Result<()> {
        self.error.take().map_or(Ok(()), Err).and_then(|()| self.findings.flush())
    }
}
