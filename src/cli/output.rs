//! Brings reports to where they go, whole documents at a time, so that an interrupted run leaves no half of one.

use std::{
    fs::{File, OpenOptions},
    io::{self, Seek, SeekFrom, StdoutLock, Write},
    ops::ControlFlow,
    path::Path,
};

use super::{
    checkpoint::{Checkpoint, State},
    document::Unreadable,
    interrupt,
    passed::Passed,
    problems::{Failure, complain},
    progress::Progress,
    render::{Rendering, Written},
    run::{Finished, Turn},
};

/// Where reports go.
pub enum Sink {
    /// Standard output.
    Standard(StdoutLock<'static>),
    /// A file.
    File(File),
    /// A table.
    #[cfg(feature = "parquet")]
    Table(Box<super::parquet::Table>),
}

impl Sink {
    fn write(&mut self, written: Written) -> io::Result<()> {
        match self {
            Sink::Standard(out) => out.write_all(written.text.as_bytes()).and_then(|()| out.flush()),
            Sink::File(file) => file.write_all(written.text.as_bytes()),
            #[cfg(feature = "parquet")]
            Sink::Table(table) => table.write(written.rows),
        }
    }

    fn close(self) -> io::Result<()> {
        match self {
            Sink::Standard(mut out) => out.flush(),
            // What a full disk could not take is often said only here. Pipes and devices have no disk to be asked of.
            Sink::File(file) if file.metadata()?.is_file() => file.sync_all(),
            Sink::File(_) => Ok(()),
            #[cfg(feature = "parquet")]
            Sink::Table(table) => table.close(),
        }
    }

    /// Closes what an interrupted run wrote. A table looks whole once it has its name, and can take the place of one that is.
    fn break_off(self) -> io::Result<()> {
        match self {
            #[cfg(feature = "parquet")]
            Sink::Table(table) => table.break_off(),
            written => written.close(),
        }
    }
}

/// Opens a file to write on behind its first `n_bytes`.
pub fn file(path: &Path, n_bytes: u64) -> io::Result<Sink> {
    let mut file = OpenOptions::new().create(true).write(true).truncate(false).open(path)?;
    if file.metadata()?.is_file() {
        file.set_len(n_bytes)?;
        file.seek(SeekFrom::Start(n_bytes))?;
    }
    Ok(Sink::File(file))
}

/// Where the reports of a run go, and how far it is.
pub struct Output<'a> {
    /// How they are written.
    pub rendering: &'a Rendering<'a>,
    /// Where they go.
    pub sink: Sink,
    /// How far the run is.
    pub state: State,
    /// Where that is kept, if it is.
    pub checkpoint: Option<Checkpoint>,
    /// Where it is shown.
    pub progress: Progress<'a>,
    /// What kept the run from its end.
    pub failure: Option<Failure>,
}

impl Output<'_> {
    /// Writes what one turn of a thread gave.
    pub fn take(&mut self, turn: Turn<Written>) -> ControlFlow<()> {
        let before = self.state;
        let mut written = Written::default();
        for Finished { key, result } in turn {
            self.state.passed.add(key);
            match result {
                Ok(done) => {
                    done.note.iter().for_each(|note| self.progress.suspend(|| complain(note)));
                    self.add(&mut written, done.result);
                }
                Err(unreadable) => self.fail(&mut written, &unreadable),
            }
        }
        self.state.n_bytes += written.text.len() as u64;
        self.progress.show(self.state.passed.n);
        let done = self
            .sink
            .write(written)
            .and_then(|()| self.checkpoint.as_mut().map_or(Ok(()), |checkpoint| checkpoint.keep(self.state)));
        if let Err(error) = done {
            self.state = before;
            return self.stop(&error);
        }
        ControlFlow::Continue(())
    }

    fn add(&mut self, written: &mut Written, report: Written) {
        let separators = self.rendering.separators();
        written.text.push_str(if self.state.n_written == 0 { separators.before } else { separators.between });
        written.text.push_str(&report.text);
        written.text.push_str(separators.after_each);
        written.rows.extend(report.rows);
        self.state.n_written += 1;
    }

    fn fail(&mut self, written: &mut Written, unreadable: &Unreadable) {
        self.state.n_failed += 1;
        self.progress.suspend(|| complain(&unreadable.problem));
        if let Some(kept) = self.rendering.failed(unreadable) {
            self.add(written, kept);
        }
    }

    /// Says what kept the reports from being written. Who closes the pipe has read enough, which is no fault.
    fn stop(&mut self, error: &io::Error) -> ControlFlow<()> {
        if error.kind() != io::ErrorKind::BrokenPipe {
            self.progress.suspend(|| complain(format!("cannot write the reports: {error}")));
            self.failure = Some(Failure::NotAllDone);
        }
        // No half of a document stays; where that cannot be helped, nothing can.
        if let Sink::File(file) = &self.sink {
            let _ = file.set_len(self.state.n_bytes);
        }
        ControlFlow::Break(())
    }

    /// Closes the output. What an interrupted run wrote is whole as far as it goes.
    pub fn end(mut self) -> Result<(), Failure> {
        self.progress.end();
        // Where the input ended with the program that wrote it, there may be more.
        if self.failure.is_none() && interrupt::is_asked() {
            self.failure = Some(Failure::Interrupted);
        }
        // Whoever goes on with an interrupted run writes over its end.
        let is_begun = self.failure == Some(Failure::Interrupted) && self.state.n_written > 0;
        if self.failure.is_none() || is_begun {
            let separators = self.rendering.separators();
            let before = if self.state.n_written == 0 { separators.before_none } else { "" };
            let end = Written { text: [before, separators.after].concat(), rows: Vec::new() };
            if let Err(error) = self.sink.write(end) {
                let _ = self.stop(&error);
            }
        }
        self.say_what_is_left();
        let Output { sink, state, checkpoint, failure, .. } = self;
        let is_broken_off = failure == Some(Failure::Interrupted);
        let closed = if is_broken_off { sink.break_off() } else { sink.close() };
        let closed = closed.and_then(|()| match checkpoint {
            Some(checkpoint) if failure.is_none() => checkpoint.complete(state),
            _ => Ok(()),
        });
        if let Err(error) = closed
            && error.kind() != io::ErrorKind::BrokenPipe
        {
            complain(format!("cannot write the reports: {error}"));
            return Err(Failure::NotAllDone);
        }
        let unread = (state.n_failed > 0).then_some(Failure::NotAllDone);
        failure.or(unread).map_or(Ok(()), Err)
    }

    /// Counts what could not be read, and says how to go on.
    fn say_what_is_left(&self) {
        let State { passed: Passed { n: n_documents, .. }, n_failed, .. } = self.state;
        if n_failed > 0 && n_documents > 1 {
            complain(format!("{n_failed} of {n_documents} documents could not be read"));
        }
        if self.failure == Some(Failure::Interrupted) {
            complain(format!("interrupted after {n_documents} documents{}", self.remedy()));
        }
    }

    /// Where an interrupted run can be gone on with, or what it wrote.
    fn remedy(&self) -> String {
        match &self.sink {
            #[cfg(feature = "parquet")]
            Sink::Table(table) => format!("; what is done stands in {}", table.unfinished().display()),
            _ if self.checkpoint.is_some() => "; --resume goes on from there".to_owned(),
            _ => String::new(),
        }
    }
}
