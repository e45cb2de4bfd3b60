//! Goes over everything that is named: reads and scans on all cores, hands over in the order of the input.

use std::{iter, num::NonZeroUsize, ops::ControlFlow};

use super::{
    arguments::ReadingArguments,
    document::Unreadable,
    documents::{AllUnread, Unread, documents, unread},
    inputs::inputs,
    opening::Meter,
    own::Own,
    passed::Passed,
    pipeline::{in_order, n_threads},
    problems::{Problem, complain},
    room::Room,
    scanner::{Scanned, Scanner},
};

/// What was made of a document, and what its reader should know of it.
pub struct Done<R> {
    /// What was made of it.
    pub result: R,
    /// Why nothing is marked in it, or how it was read.
    pub note: Option<Problem>,
}

/// What became of a document.
pub struct Finished<R> {
    /// What tells it from others.
    pub key: u64,
    /// What was made of it, or why it could not be read.
    pub result: Result<Done<R>, Unreadable>,
}

/// What one turn of a thread gives, document by document.
pub type Turn<R> = Vec<Finished<R>>;

/// All that is named, but for what the run itself writes.
pub fn all<'a>(reading: &ReadingArguments, own: Own, meter: &'a Meter) -> AllUnread<'a> {
    let foreign = inputs(reading, complain).filter(move |input| !own.leaves_out(input));
    Box::new(foreign.flat_map(move |input| unread(input, meter)))
}

/// What is left behind the documents that an earlier run passed; nothing is, if it passed others.
pub fn after(mut all: AllUnread<'_>, earlier: Passed) -> Option<AllUnread<'_>> {
    let mut passed = Passed::default();
    let mut broken_off = None;
    while passed.n < earlier.n {
        let mut unread = all.next()?;
        let keys = unread.keys();
        let n_passed = keys.len().min(usize::try_from(earlier.n - passed.n).unwrap_or(usize::MAX));
        keys[..n_passed].iter().for_each(|key| passed.add(*key));
        if n_passed < keys.len() {
            unread.skip(n_passed);
            broken_off = Some(unread);
        }
    }
    (passed == earlier).then(|| -> AllUnread<'_> { Box::new(broken_off.into_iter().chain(all)) })
}

/// Reads and scans what is `unread`, does `work` on each report and hands the results to `take` until it breaks off.
pub fn over_all<R: Send>(
    unread: AllUnread<'_>,
    jobs: Option<NonZeroUsize>,
    scanner: &Scanner,
    meter: &Meter,
    work: impl Fn(&Scanned) -> R + Sync,
    take: impl FnMut(Turn<R>) -> ControlFlow<()>,
) {
    let made = |document: Result<_, Unreadable>| {
        let scanned = scanner.scan(document?)?;
        Ok(Done { result: work(&scanned), note: scanned.note() })
    };
    let room = Room::default();
    let one = |unread: Unread| {
        let keys = unread.keys();
        let unread = unread.in_memory(meter);
        let _taken = room.take(unread.n_bytes());
        iter::zip(keys, documents(&unread)).map(|(key, document)| Finished { key, result: made(document) }).collect()
    };
    in_order(unread, n_threads(jobs), one, take);
}
