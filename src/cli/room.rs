//! The room that documents have in memory, so that giants wait for each other.

use std::sync::{Condvar, Mutex, PoisonError};

/// How many bytes of text are scanned at once. Each takes some sixty bytes of memory meanwhile; a document that is longer
/// is scanned alone.
pub const SCANNED: usize = 32 * 1024 * 1024;

/// How many bytes that were read are held at once, those that wait for their turn included: as many as are scanned, and
/// as many more, so that no thread waits for the reader.
pub const HELD: usize = 2 * SCANNED;

/// What room is taken.
#[derive(Debug)]
pub struct Room {
    most: usize,
    taken: Mutex<usize>,
    freed: Condvar,
}

/// Some of the room; it is given back when this is dropped.
#[derive(Debug)]
pub struct Taken<'a> {
    room: &'a Room,
    n_bytes: usize,
}

impl Room {
    /// Room for `most` bytes.
    pub fn new(most: usize) -> Self {
        Room { most, taken: Mutex::default(), freed: Condvar::new() }
    }

    /// Takes room for `n_bytes`, once there is some.
    pub fn take(&self, n_bytes: usize) -> Taken<'_> {
        let n_bytes = n_bytes.min(self.most);
        let taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = self.freed.wait_while(taken, |taken| *taken + n_bytes > self.most);
        *waited.unwrap_or_else(PoisonError::into_inner) += n_bytes;
        Taken { room: self, n_bytes }
    }
}

impl Drop for Taken<'_> {
    fn drop(&mut self) {
        *self.room.taken.lock().unwrap_or_else(PoisonError::into_inner) -= self.n_bytes;
        self.room.freed.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use std::{
        sync::atomic::{AtomicUsize, Ordering},
        thread,
        time::Duration,
    };

    use super::*;

    const MOST: usize = 1_000_000;

    /// The most bytes for which `n_threads` had room at once.
    fn most_at_once(n_threads: usize, n_bytes: usize) -> usize {
        let (room, now, most) = (Room::new(MOST), AtomicUsize::new(0), AtomicUsize::new(0));
        let work = || {
            let _taken = room.take(n_bytes);
            most.fetch_max(now.fetch_add(n_bytes, Ordering::SeqCst) + n_bytes, Ordering::SeqCst);
            thread::sleep(Duration::from_millis(20));
            now.fetch_sub(n_bytes, Ordering::SeqCst);
        };
        thread::scope(|scope| (0..n_threads).for_each(|_| _ = scope.spawn(work)));
        most.into_inner()
    }

    #[test]
    fn two_giants_are_never_scanned_at_once_and_small_ones_are() {
        assert_eq!(most_at_once(4, 2 * MOST), 2 * MOST);
        assert!(most_at_once(4, MOST / 2 - 1) < MOST);
        assert!(most_at_once(4, 1_000) > 1_000);
    }
}
