//! Goes over everything that is named: reads and scans on all cores, hands over in the order of the input.

use std::{iter, num::NonZeroUsize, ops::ControlFlow};

use super::{
    arguments::ReadingArguments,
    document::Unreadable,
    documents::documents,
    inputs::inputs,
    interrupt,
    lines::MAX_DOCUMENT,
    opening::Meter,
    own::Own,
    passed::Passed,
    pipeline::{in_order, n_threads},
    problems::{Problem, complain, guarded},
    room::{HELD, Room, SCANNED, Taken},
    scanner::{Scanned, Scanner},
    unread::{AllUnread, Unread, unread},
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
    Box::new(inputs(reading, own, complain).flat_map(move |input| unread(input, meter)))
}

/// What is left behind the documents that an earlier run passed; nothing is, if it passed others.
pub fn after(mut all: AllUnread<'_>, earlier: Passed) -> Option<AllUnread<'_>> {
    let mut passed = Passed::default();
    let mut broken_off = None;
    while passed.n < earlier.n && !interrupt::is_asked() {
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
    over_all_until(interrupt::is_asked, unread, jobs, scanner, meter, work, take);
}

/// The same; nothing more is scanned once it `is_asked` to stop.
fn over_all_until<R: Send>(
    is_asked: impl Fn() -> bool + Sync,
    unread: AllUnread<'_>,
    jobs: Option<NonZeroUsize>,
    scanner: &Scanner,
    meter: &Meter,
    work: impl Fn(&Scanned) -> R + Sync,
    mut take: impl FnMut(Turn<R>) -> ControlFlow<()>,
) {
    let made = |document: Result<_, Unreadable>| {
        let scanned = scanner.scan(document?)?;
        // Whoever breaks down takes nothing more off, and the others would wait for it without end.
        match guarded(|| work(&scanned)) {
            Ok(result) => Ok(Done { result, note: scanned.note() }),
            Err(what) => Err(broken(scanned, what)),
        }
    };
    // Whoever waits to scan holds what was read; who scans waits for nobody.
    let (held, unpacked, scanned) = (Room::new(HELD), Room::new(HELD), Room::new(SCANNED));
    let one = |(unread, _held): (Unread, _)| {
        let keys = unread.keys();
        let (unread, _scanned) = in_room(unread, meter, &unpacked, &scanned);
        // Meanwhile somebody may have asked; then nobody awaits it any more.
        if is_asked() {
            return Turn::new();
        }
        iter::zip(keys, documents(&unread)).map(|(key, document)| Finished { key, result: made(document) }).collect()
    };
    let handed_out = unread.map(|unread| {
        let held = held.take(unread.n_bytes());
        (unread, held)
    });
    let take = |turn| {
        // Ctrl-C ends those that write into this one too; what broke off with them is no fault of what is read.
        let taken = if is_asked() { ControlFlow::Break(()) } else { take(turn) };
        taken.map_break(|()| meter.end())
    };
    in_order(handed_out, n_threads(jobs), one, take);
}

/// Into how many bytes one that is packed is unpacked at most in pages of people's: with much markup into ten.
const USUAL: usize = 16;

/// Into how many bytes one of gzip's can be unpacked (zlib's technical details).
const MOST: usize = 1032;

/// What is `unread` in memory, once it can be scanned. Into how much it unpacks is known behind it: room for what is
/// `unpacked` is taken for as much as is usual, and if that was too little anew for as much as it can be.
fn in_room<'a>(unread: Unread, meter: &Meter, unpacked: &Room, scanned: &'a Room) -> (Unread, Taken<'a>) {
    let n_packed = unread.n_packed();
    let take = |times: usize| unpacked.take(n_packed.saturating_mul(times));
    let mut room = take(USUAL);
    let usual = if n_packed == 0 { MAX_DOCUMENT } else { n_packed.saturating_mul(USUAL).min(MAX_DOCUMENT) };
    let unread = unread.in_memory(meter, usual).unwrap_or_else(|unread| {
        // Who waits for more room than it has waits without any.
        room.keep(0);
        room = take(MOST);
        unread.in_memory(meter, MAX_DOCUMENT).unwrap_or_else(|unread| unread)
    });
    room.keep(unread.n_bytes());
    let taken = scanned.take(unread.n_bytes());
    (unread, taken)
}

fn broken(scanned: Scanned, what: String) -> Unreadable {
    let problem = Problem { place: scanned.document.place, what };
    Unreadable { id: scanned.document.id, problem }
}

#[cfg(test)]
mod tests {
    use std::{
        path::PathBuf,
        sync::atomic::{AtomicUsize, Ordering},
    };

    use super::*;
    #[cfg(feature = "warc")]
    use crate::cli::window::Window;
    use crate::cli::{arguments::ScannerArguments, inputs::Input, lines::Chunk};

    /// A line that takes `n_bytes`.
    fn line(n_bytes: usize) -> Unread {
        let mut bytes = b"{\"text\": \"He left.\"}".to_vec();
        bytes.resize(n_bytes, b' ');
        let input = Input { path: PathBuf::from("day.jsonl"), id: "day".to_owned(), form: None, number: 0 };
        Unread::Lines(input, Chunk { first: 1, bytes })
    }

    /// The most lines of `n_bytes` that were read and not yet done with, of a dozen on four threads.
    fn most_held(n_bytes: usize) -> usize {
        let (n_read, n_done, most) = (AtomicUsize::new(0), AtomicUsize::new(0), AtomicUsize::new(0));
        let line = |_| {
            let n_held = n_read.fetch_add(1, Ordering::SeqCst) + 1 - n_done.load(Ordering::SeqCst);
            most.fetch_max(n_held, Ordering::SeqCst);
            line(n_bytes)
        };
        let scanner = Scanner::new(&ScannerArguments::default()).unwrap();
        let work = |_: &Scanned| _ = n_done.fetch_add(1, Ordering::SeqCst);
        let (lines, meter) = (Box::new((0..12).map(line)), Meter::default());
        over_all(lines, NonZeroUsize::new(4), &scanner, &meter, work, |_| ControlFlow::Continue(()));
        assert_eq!(n_done.into_inner(), 12);
        most.into_inner()
    }

    #[test]
    fn long_lines_wait_in_the_file_and_not_in_memory() {
        // For three there is room, and one is read.
        assert!(most_held(HELD / 3) <= 4);
    }

    #[test]
    fn a_fault_in_what_is_made_of_a_report_costs_one_document() {
        let (scanner, meter) = (Scanner::new(&ScannerArguments::default()).unwrap(), Meter::default());
        let (lines, mut n_broken) = (Box::new((0..6).map(|_| line(HELD / 3))), 0);
        let work = |_: &Scanned| panic!("a report that cannot be written");
        over_all(lines, NonZeroUsize::new(1), &scanner, &meter, work, |turn: Turn<()>| {
            n_broken += turn.iter().filter(|finished| finished.result.is_err()).count();
            ControlFlow::Continue(())
        });
        assert_eq!(n_broken, 6);
    }

    #[test]
    fn who_waited_to_scan_scans_nothing_once_it_is_to_stop() {
        let (scanner, meter) = (Scanner::new(&ScannerArguments::default()).unwrap(), Meter::default());
        let n_scanned = AtomicUsize::new(0);
        let work = |_: &Scanned| _ = n_scanned.fetch_add(1, Ordering::SeqCst);
        let is_asked = || n_scanned.load(Ordering::SeqCst) > 0;
        let lines = Box::new((0..3).map(|_| line(SCANNED)));
        over_all_until(is_asked, lines, NonZeroUsize::new(2), &scanner, &meter, work, |_| ControlFlow::Continue(()));
        assert_eq!(n_scanned.into_inner(), 1);
    }

    /// A page of a web archive that unpacks into 90,000 bytes.
    #[cfg(feature = "warc")]
    fn packed_page() -> Unread {
        use std::io::Write;
        let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        packer.write_all(&b"He left. ".repeat(10_000)).unwrap();
        let answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Encoding: gzip\r\n\r\n";
        let answer = [&answer[..], &packer.finish().unwrap()].concat();
        let head = format!(
            "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/1\r\nWARC-Date: 2026-11-24T00:00:00Z\r\n\
             WARC-Record-ID: <urn:uuid:1>\r\nContent-Length: {}\r\n\r\n",
            answer.len()
        );
        let archive = [head.as_bytes(), &answer, b"\r\n\r\n"].concat();
        let mut records = crate::cli::warc::records("crawl.warc".to_owned(), 0, Window::new(&archive[..]));
        Unread::Fetched(records.next().unwrap().unwrap())
    }

    #[cfg(feature = "warc")]
    #[test]
    fn room_is_taken_for_a_page_as_it_is_unpacked() {
        let page = packed_page();
        assert!(page.n_bytes() < 2_000 && page.n_packed() == page.n_bytes());
        let page = page.in_memory(&Meter::default(), 89_999).err().unwrap();
        assert_eq!(page.in_memory(&Meter::default(), 90_000).ok().unwrap().n_bytes(), 90_000);
    }

    #[cfg(feature = "warc")]
    #[test]
    fn what_is_unpacked_and_waits_has_room_of_its_own() {
        let (unpacked, scanned, meter) = (Room::new(HELD), Room::new(SCANNED), Meter::default());
        let (page, everything) = (packed_page(), scanned.take(SCANNED));
        std::thread::scope(|scope| {
            let waiting = scope.spawn(|| in_room(page, &meter, &unpacked, &scanned));
            std::thread::sleep(std::time::Duration::from_millis(200));
            assert!(!waiting.is_finished() && unpacked.n_taken() == 90_000);
            drop(everything);
            let _scanned = waiting.join().unwrap();
            assert_eq!((unpacked.n_taken(), scanned.n_taken()), (0, 90_000));
        });
    }
}
