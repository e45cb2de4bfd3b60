//! Goes over everything that is named: reads and scans on all cores, hands over in the order of the input.

use std::ops::ControlFlow;

use super::{
    arguments::ReadingArguments,
    document::Unreadable,
    documents::{Unread, documents, unread},
    inputs::{Meter, inputs},
    pipeline::{in_order, n_threads},
    problems::Problem,
    scanner::{Scanned, Scanner},
};

/// What became of a document, and what its reader should know of it.
pub struct Done<R> {
    /// What was made of it.
    pub result: R,
    /// Why nothing is marked in it, or how it was read.
    pub note: Option<Problem>,
}

/// What one turn of a thread gives, document by document.
pub type Turn<R> = Vec<Result<Done<R>, Unreadable>>;

/// Scans what is named, leaving out the first `n_done` documents, does `work` on each report and hands the results to
/// `take` until it breaks off.
pub fn over_all<R: Send>(
    reading: &ReadingArguments,
    scanner: &Scanner,
    meter: &Meter,
    n_done: u64,
    work: impl Fn(&Scanned) -> R + Sync,
    take: impl FnMut(Turn<R>) -> ControlFlow<()>,
) {
    let unread = inputs(reading).flat_map(|input| unread(input, meter));
    let one = |unread: Unread| {
        let documents = documents(&unread, meter);
        let done = documents.map(|document| {
            let scanned = scanner.scan(document?)?;
            Ok(Done { result: work(&scanned), note: scanned.note() })
        });
        done.collect()
    };
    in_order(after(unread, n_done), n_threads(reading.jobs), one, take);
}

/// What is left after the first `n_done` documents.
fn after(unread: impl Iterator<Item = Unread>, n_done: u64) -> impl Iterator<Item = Unread> {
    let mut n_left_out = n_done;
    unread.filter_map(move |mut unread| {
        if n_left_out == 0 {
            return Some(unread);
        }
        let n_documents = unread.n_documents();
        let n_skipped = n_documents.min(n_left_out);
        n_left_out -= n_skipped;
        unread.skip(n_skipped);
        (n_skipped < n_documents).then_some(unread)
    })
}
