//! The room that documents have in memory, so that giants wait for each other.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// How many bytes of text are scanned at once. Each takes some sixty bytes of memory meanwhile; a document that is longer
/// is scanned alone.
pub const SCANNED: usize = 32 * 1024 * 1024;

/// How many bytes that were read are held at once, those that wait for their turn included: as many as are scanned, and
/// as many more, so that no thread waits for the reader.
pub const HELD: usize = 2 * SCANNED;

/// Room that is given to who comes first: who waited longest is also awaited longest, and what was made of those behind it
/// fills the memory until it is done.
#[derive(Debug)]
pub struct Room {
    most: usize,
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct State {
    n_taken: usize,
    /// How many came, and how many of them had their turn.
    n_come: u64,
    n_served: u64,
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
        Room { most, state: Mutex::default(), changed: Condvar::new() }
    }

    /// Takes room for `n_bytes`, once there is some; who needs none waits for nobody.
    pub fn take(&self, n_bytes: usize) -> Taken<'_> {
        let n_bytes = n_bytes.min(self.most);
        if n_bytes > 0 {
            let mut state = self.state();
            let turn = state.n_come;
            state.n_come += 1;
            let waits = |state: &mut State| state.n_served < turn || state.n_taken + n_bytes > self.most;
            let mut state = self.changed.wait_while(state, waits).unwrap_or_else(PoisonError::into_inner);
            state.n_served += 1;
            state.n_taken += n_bytes;
            self.changed.notify_all();
        }
        Taken { room: self, n_bytes }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn free(&self, n_bytes: usize) {
        if n_bytes > 0 {
            self.state().n_taken -= n_bytes;
            self.changed.notify_all();
        }
    }

    /// How much of it is taken.
    #[cfg(test)]
    pub fn n_taken(&self) -> usize {
        self.state().n_taken
    }
}

impl Taken<'_> {
    /// Gives back all but `n_bytes`.
    pub fn keep(&mut self, n_bytes: usize) {
        let n_freed = self.n_bytes.saturating_sub(n_bytes);
        self.n_bytes -= n_freed;
        self.room.free(n_freed);
    }
}

impl Drop for Taken<'_> {
    fn drop(&mut self) {
        self.room.free(self.n_bytes);
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
    #[test]
    fn who_comes_first_is_served_first() {
        let (room, served) = (Room::new(MOST), std::sync::Mutex::new(Vec::new()));
        let everything = room.take(MOST);
        // A giant comes first, and those behind it would fit sooner.
        let sizes = [MOST, 1_000, MOST / 2, 1_000];
        thread::scope(|scope| {
            for (n, n_bytes) in sizes.into_iter().enumerate() {
                let (room, served) = (&room, &served);
                scope.spawn(move || {
                    let _taken = room.take(n_bytes);
                    served.lock().unwrap().push(n);
                    thread::sleep(Duration::from_millis(20));
                });
                while room.state().n_come < n as u64 + 2 {
                    thread::yield_now();
                }
            }
            drop(everything);
        });
        assert_eq!(served.into_inner().unwrap()[0], 0);
        assert_eq!(room.n_taken(), 0);
    }
}
