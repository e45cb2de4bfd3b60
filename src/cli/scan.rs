//! `claimlight scan`: reads, scans on all cores, writes in order.

use std::{
    io::{self, IsTerminal, Write},
    num::NonZeroUsize,
    ops::ControlFlow,
    path::{Path, PathBuf},
    thread,
};

use claimlight::{
    Article, Options, Report,
    patterns::{self, Patterns},
    scan_article,
};
use indicatif::{ProgressBar, ProgressStyle};

use super::{
    Failure, ScanArguments, complain,
    documents::{self, Problem, Unread},
    pipeline,
    render::{Rendering, Separators},
};

/// Scans what is named. What cannot be read is named on standard error when its turn comes.
pub fn scan(arguments: &ScanArguments) -> Result<(), Failure> {
    let scanner = Scanner {
        options: Options { language: arguments.lang.clone(), ..Options::default() },
        patterns: arguments.rules.as_deref().map_or(Ok(Patterns::default()), rules)?,
    };
    let files = files(arguments);
    let of_many = files.len() > 1 || files.iter().any(|file| documents::is_lines(file));
    let rendering = Rendering::new(arguments, of_many);
    let mut output = Output {
        to: io::stdout().lock(),
        separators: rendering.separators(),
        n_reports: 0,
        progress: progress(&files, of_many),
        all_done: true,
    };
    let n_threads = arguments.jobs.or(thread::available_parallelism().ok()).unwrap_or(NonZeroUsize::MIN);
    let unread = files.into_iter().flat_map(documents::unread);
    let work = |unread| scanned(unread, &scanner, &rendering);
    pipeline::in_order(unread, n_threads, work, |reports| output.take(reports));
    output.end()
}

/// What documents are scanned with.
struct Scanner {
    options: Options,
    patterns: Patterns,
}

impl Scanner {
    fn report(&self, article: &Article) -> Report {
        let mut report = scan_article(article, &self.options);
        self.patterns.apply(article, &mut report);
        report
    }
}

/// The patterns of a file.
fn rules(file: &Path) -> Result<Patterns, Failure> {
    let text = documents::read_text(file).map_err(|problem| {
        complain(&problem.to_string());
        Failure::Usage
    })?;
    patterns::read(&file.display().to_string(), &text).map_err(|errors| {
        errors.iter().for_each(|error| complain(&error.to_string()));
        Failure::Usage
    })
}

/// The files named; without any, standard input.
fn files(arguments: &ScanArguments) -> Vec<PathBuf> {
    if arguments.files.is_empty() { vec![PathBuf::from("-")] } else { arguments.files.clone() }
}

/// What one turn of a thread gives.
struct Scanned {
    reports: Vec<Result<Done, Problem>>,
    /// How many bytes of the files it took, for the progress bar.
    n_bytes: u64,
}

/// A report as it is written, and what the reader should know of its document.
struct Done {
    report: String,
    note: Option<Problem>,
}

fn scanned(unread: Unread, scanner: &Scanner, rendering: &Rendering) -> Scanned {
    let n_bytes = unread.n_bytes();
    let reports = documents::documents(unread).into_iter().map(|document| {
        let document = document?;
        let report = scanner.report(&document.article);
        Ok(Done { report: rendering.report(&document, &report), note: document.note })
    });
    Scanned { reports: reports.collect(), n_bytes }
}

/// A bar over the bytes of the files, hidden unless somebody watches: on a terminal, with several documents,
/// and not where the reports themselves pass by.
fn progress(files: &[PathBuf], of_many: bool) -> ProgressBar {
    if !of_many || !io::stderr().is_terminal() || io::stdout().is_terminal() {
        return ProgressBar::hidden();
    }
    let template = "{bar:40} {percent:>3} % · {binary_bytes_per_sec} · {eta} left";
    let style = ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar());
    ProgressBar::new(files.iter().map(|file| n_bytes(file)).sum()).with_style(style)
}

fn n_bytes(file: &Path) -> u64 {
    file.metadata().map_or(0, |metadata| metadata.len())
}

/// Where the reports go.
struct Output<W> {
    to: W,
    separators: Separators,
    n_reports: usize,
    progress: ProgressBar,
    all_done: bool,
}

impl<W: Write> Output<W> {
    /// Writes what one turn of a thread gave; whole documents, so that an interrupted run leaves no half of one.
    fn take(&mut self, scanned: Scanned) -> ControlFlow<()> {
        let mut text = String::new();
        for report in scanned.reports {
            match report {
                Ok(done) => self.add(&mut text, &done),
                Err(problem) => self.fail(&problem.to_string()),
            }
        }
        self.progress.inc(scanned.n_bytes);
        self.written(|output| output.to.write_all(text.as_bytes()).and_then(|()| output.to.flush()))
    }

    fn add(&mut self, text: &mut String, done: &Done) {
        if let Some(note) = &done.note {
            self.progress.suspend(|| complain(&note.to_string()));
        }
        text.push_str(if self.n_reports == 0 { self.separators.before } else { self.separators.between });
        text.push_str(&done.report);
        text.push_str(self.separators.after_each);
        self.n_reports += 1;
    }

    fn fail(&mut self, what: &str) {
        self.all_done = false;
        self.progress.suspend(|| complain(what));
    }

    /// Goes on after a write that succeeded. Who closes the pipe has read enough, which is no fault.
    fn written(&mut self, write: impl FnOnce(&mut Self) -> io::Result<()>) -> ControlFlow<()> {
        match write(self) {
            Ok(()) => return ControlFlow::Continue(()),
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => (),
            Err(error) => self.fail(&format!("cannot write the reports: {error}")),
        }
        ControlFlow::Break(())
    }

    fn end(mut self) -> Result<(), Failure> {
        self.progress.finish_and_clear();
        let before = if self.n_reports == 0 { self.separators.before } else { "" };
        let end = [before, self.separators.after].concat();
        let _ = self.written(|output| output.to.write_all(end.as_bytes()).and_then(|()| output.to.flush()));
        if self.all_done { Ok(()) } else { Err(Failure::NotAllRead) }
    }
}
