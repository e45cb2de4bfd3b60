//! Ctrl-C, and what asks a program to end (SIGTERM, SIGHUP): the first ends the run after what is being written, a second one
//! at once; of SIGTERM and SIGHUP one that comes later than programs send theirs twice.

use std::{
    sync::{
        Arc, LazyLock,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::Duration,
};

use signal_hook::{consts, flag};

use super::problems::Failure;

static ASKED: LazyLock<Arc<AtomicBool>> = LazyLock::new(Arc::default);

/// What asks a program to end.
#[cfg(unix)]
const SIGNALS: [i32; 3] = [consts::SIGINT, consts::SIGTERM, consts::SIGHUP];
#[cfg(not(unix))]
const SIGNALS: [i32; 2] = [consts::SIGINT, consts::SIGTERM];

/// How long after the first signal another SIGTERM is a second one. By then the run has ended, but where nobody takes what it
/// writes, or a giant is scanned.
const LATE: Duration = Duration::from_secs(1);

/// Listens for Ctrl-C from now on.
pub fn listen() {
    let ignored = ignored();
    let (is_second, is_late) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicBool::new(false)));
    // Who started it so that it hears none of one, as nohup does, is not overruled.
    for signal in SIGNALS.into_iter().filter(|signal| ignored >> (signal - 1) & 1 == 0) {
        // Where it cannot be listened for, the system ends the program as ever. What asks comes first: a signal between two of
        // these is heard.
        let _ = flag::register(signal, ASKED.clone());
        let ends = if signal == consts::SIGINT { &is_second } else { &is_late };
        let _ = flag::register_conditional_shutdown(signal, Failure::Interrupted.status().into(), ends.clone());
        let _ = flag::register(signal, is_second.clone());
    }
    // A system that gives no thread has whoever asks a second time wait.
    let _ = thread::Builder::new().spawn(move || {
        while !is_asked() {
            thread::sleep(LATE);
        }
        thread::sleep(LATE);
        is_late.store(true, Ordering::Relaxed);
    });
}

/// The signals that whoever started the program had it ignore, a bit each from the first. Linux says it; elsewhere only
/// that of a terminal which is gone may be meant to be ignored.
fn ignored() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let said = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    said.and_then(|bits| u64::from_str_radix(bits.trim(), 16).ok()).unwrap_or(1 << (HANGUP - 1))
}

/// SIGHUP, which all systems that have it number so.
const HANGUP: i32 = 1;

/// Whether somebody asked to stop.
pub fn is_asked() -> bool {
    ASKED.load(Ordering::Relaxed)
}
