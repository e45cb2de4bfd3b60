//! Ctrl-C, and what asks a program to end (SIGTERM, SIGHUP): the first ends the run after what is being written, the second at once.

use std::{
    io::{self, IsTerminal},
    process,
    sync::atomic::{AtomicBool, Ordering},
};

use super::{
    arguments::ReadingArguments,
    problems::{Failure, is_standard_input},
};

static ASKED: AtomicBool = AtomicBool::new(false);

/// Listens for Ctrl-C from now on. Who types the text has it end at once, as ever: a run that waits for a line would
/// not hear of it.
pub fn listen(reading: &ReadingArguments) {
    let is_typed = reading.files.is_empty() || reading.files.iter().any(|file| is_standard_input(file));
    if is_typed && io::stdin().is_terminal() {
        return;
    }
    // Where it cannot be listened for, the system ends the program as ever. Who started it so that it hears none of them,
    // as nohup does, is not overruled.
    let _ = ctrlc::try_set_handler(|| {
        if ASKED.swap(true, Ordering::Relaxed) {
            process::exit(Failure::Interrupted.status().into());
        }
    });
}

/// Whether somebody asked to stop.
pub fn is_asked() -> bool {
    ASKED.load(Ordering::Relaxed)
}
