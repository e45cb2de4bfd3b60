//! Prints to standard output. Who closes the pipe has read enough, which is no fault.

use std::{
    borrow::Cow,
    io::{self, IsTerminal, Write},
};

use super::problems::{Failure, complain, harmless};

/// Whether what is printed is still read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// Somebody may read on.
    Reads,
    /// The pipe is closed.
    Gone,
}

/// Prints a text whole. On a terminal what it holds moves nothing there.
pub fn print(text: &str) -> Result<Reader, Failure> {
    let mut out = io::stdout().lock();
    let text = if out.is_terminal() { Cow::Owned(harmless(text)) } else { Cow::Borrowed(text) };
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Ok(()) => Ok(Reader::Reads),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(Reader::Gone),
        Err(error) => {
            complain(format!("cannot write: {error}"));
            Err(Failure::NotAllDone)
        }
    }
}
