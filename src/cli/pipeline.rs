//! Works on a stream of items on several cores, and keeps their order.

use std::{
    num::NonZeroUsize,
    ops::ControlFlow,
    sync::{
        Mutex, PoisonError,
        mpsc::{Receiver, SyncSender, sync_channel},
    },
    thread,
};

/// How many items a thread may be ahead of the one that is written next. Four keep the others busy
/// while one works on a long document; memory is bounded by as many documents for each thread.
const WINDOW_PER_THREAD: usize = 4;

/// Does `work` on `items` on `n_threads` threads and hands each result to `take` in the items' order,
/// until `take` breaks off. Whatever the number of items, only a window of them is held.
pub fn in_order<T: Send, R: Send>(
    items: impl Iterator<Item = T> + Send,
    n_threads: NonZeroUsize,
    work: impl Fn(T) -> R + Sync,
    mut take: impl FnMut(R) -> ControlFlow<()>,
) {
    let window = n_threads.get() * WINDOW_PER_THREAD;
    let (to_workers, tasks) = sync_channel(window);
    let (to_taker, answers) = sync_channel(window);
    let tasks = Mutex::new(tasks);
    thread::scope(|scope| {
        for _ in 0..n_threads.get() {
            scope.spawn(|| work_off(&tasks, &work));
        }
        scope.spawn(move || hand_out(items, &to_workers, &to_taker));
        // Each answer is a channel of its own: the taker waits for the next in order, whoever works on it.
        let answers: Receiver<Receiver<R>> = answers;
        for answer in answers {
            let Ok(result) = answer.recv() else { return };
            if take(result).is_break() {
                return;
            }
        }
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

fn work_off<T, R>(tasks: &Mutex<Receiver<Task<T, R>>>, work: &impl Fn(T) -> R) {
    loop {
        let task = tasks.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok((item, answer)) = task else { return };
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
        in_order(0..200, NonZeroUsize::new(5).unwrap(), work, |result| {
            results.push(result);
            ControlFlow::Continue(())
        });
        assert_eq!(results, (0..200).map(|item| item * 2).collect::<Vec<_>>());
    }

    #[test]
    fn an_endless_stream_ends_when_the_taker_breaks_off() {
        let mut n_taken = 0;
        in_order(
            0..,
            NonZeroUsize::MIN,
            |item: u64| item,
            |_| {
                n_taken += 1;
                if n_taken < 10 { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
            },
        );
        assert_eq!(n_taken, 10);
    }
}
