//! Prints to standard output. Who closes the pipe has read enough, which is no fault.

use std::io::{self, Write};

use super::problems::{Failure, complain};

/// Whether what is printed is still read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// Somebody may read on.
    Reads,
    /// The pipe is closed.
    Gone,
}

/// Prints a text whole.
pub fn print(text: &str) -> Result<Reader, Failure> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Ok(()) => Ok(Reader::Reads),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(Reader::Gone),
        Err(error) => {
            complain(format!("cannot write: {error}"));
            Err(Failure::NotAllDone)
        }
    }
}
