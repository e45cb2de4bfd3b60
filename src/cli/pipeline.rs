//! Works on a stream of items on several cores, and keeps their order.

use std::{
    num::NonZeroUsize,
    ops::ControlFlow,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
        mpsc::{Receiver, SyncSender, sync_channel},
    },
    thread,
};

/// How many items a thread may be ahead of the one that is written next. Four keep the others busy
/// while one works on a long document; memory is bounded by as many documents for each thread.
const WINDOW_PER_THREAD: usize = 4;

/// The most threads that are started: beyond it nothing gets faster on any machine, and systems refuse.
const MAX_THREADS: usize = 256;

/// How many threads to work on: those asked for, else one a core.
pub fn n_threads(asked: Option<NonZeroUsize>) -> usize {
    asked.or(thread::available_parallelism().ok()).map_or(1, NonZeroUsize::get).min(MAX_THREADS)
}

/// Does `work` on `items` on `n_threads` threads, or as many as the system gives, and hands each result to `take` in
/// the items' order, until `take` breaks off. Whatever the number of items, only a window of them is held.
pub fn in_order<T: Send, R: Send>(
    items: impl Iterator<Item = T> + Send,
    n_threads: usize,
    work: impl Fn(T) -> R + Sync,
    mut take: impl FnMut(R) -> ControlFlow<()>,
) {
    let window = n_threads * WINDOW_PER_THREAD;
    let (to_workers, tasks) = sync_channel(window);
    let (to_taker, answers) = sync_channel(window);
    let tasks = Mutex::new(tasks);
    // Of a thread that is refused what it was to have is left.
    let handing = Mutex::new(Some((items, to_workers, to_taker)));
    let handed = || handing.lock().unwrap_or_else(PoisonError::into_inner).take();
    let hand =
        || handed().into_iter().for_each(|(items, to_workers, to_taker)| hand_out(items, &to_workers, &to_taker));
    let is_over = AtomicBool::new(false);
    thread::scope(|scope| {
        let start = || thread::Builder::new().spawn_scoped(scope, || work_off(&tasks, &is_over, &work)).is_ok();
        let n_started = (0..n_threads).take_while(|_| start()).count();
        if n_started == 0 || thread::Builder::new().spawn_scoped(scope, hand).is_err() {
            // A system that gives no thread has this one.
            let _ = handed().into_iter().flat_map(|(items, ..)| items).map(&work).try_for_each(take);
            return;
        }
        // Each answer is a channel of its own: the taker waits for the next in order, whoever works on it.
        let answers: Receiver<Receiver<R>> = answers;
        for answer in answers {
            let Ok(result) = answer.recv() else { break };
            if take(result).is_break() {
                break;
            }
        }
        is_over.store(true, Ordering::Relaxed);
    });
}

/// An item, and where its result is awaited.
type Task<T, R> = (T, SyncSender<R>);

fn hand_out<T, R>(
    items: impl Iterator<Item = T>,
    to_workers: &SyncSender<Task<T, R>>,
    to_taker: &SyncSender<Receiver<R>>,
) {
    for item in items {
        let (answer, awaited) = sync_channel(1);
        // Nobody awaits results any more once the taker has broken off.
        if to_taker.send(awaited).is_err() || to_workers.send((item, answer)).is_err() {
            return;
        }
    }
}

fn work_off<T, R>(tasks: &Mutex<Receiver<Task<T, R>>>, is_over: &AtomicBool, work: &impl Fn(T) -> R) {
    loop {
        let task = tasks.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok((item, answer)) = task else { return };
        if is_over.load(Ordering::Relaxed) {
            continue;
        }
        // The taker may have broken off; then the result is not wanted.
        let _ = answer.send(work(item));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_the_items_order_whichever_is_done_first() {
        let work = |item: u64| {
            thread::sleep(std::time::Duration::from_micros(item % 7 * 100));
            item * 2
        };
        let mut results = Vec::new();
        in_order(0..200, 5, work, |result| {
            results.push(result);
            ControlFlow::Continue(())
        });
        assert_eq!(results, (0..200).map(|item| item * 2).collect::<Vec<_>>());
    }

    #[test]
    fn more_threads_than_a_system_has_are_not_asked_for() {
        assert_eq!(n_threads(NonZeroUsize::new(100_000)), MAX_THREADS);
        let mut n_taken = 0;
        in_order(
            0..1000,
            MAX_THREADS,
            |item: u64| item,
            |_| {
                n_taken += 1;
                ControlFlow::Continue(())
            },
        );
        assert_eq!(n_taken, 1000);
    }

    #[test]
    fn an_endless_stream_ends_when_the_taker_breaks_off() {
        let mut n_taken = 0;
        in_order(
            0..,
            1,
            |item: u64| item,
            |_| {
                n_taken += 1;
                if n_taken < 10 { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
            },
        );
        assert_eq!(n_taken, 10);
    }
}
