//! Ctrl-C: the first ends the run after what is being written, the second at once.

use std::{
    process,
    sync::atomic::{AtomicBool, Ordering},
};

use super::problems::Failure;

static ASKED: AtomicBool = AtomicBool::new(false);

/// Listens for Ctrl-C from now on.
pub fn listen() {
    // Where it cannot be listened for, the system ends the program as ever.
    let _ = ctrlc::set_handler(|| {
        if ASKED.swap(true, Ordering::Relaxed) {
            process::exit(Failure::Interrupted.status().into());
        }
    });
}

/// Whether somebody asked to stop.
pub fn is_asked() -> bool {
    ASKED.load(Ordering::Relaxed)
}
