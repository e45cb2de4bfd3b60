//! Opens files, counts what is read of them, and unpacks what is packed.

use std::{
    io::{self, ErrorKind, Read},
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
};

use super::{
    interrupt,
    packed::{HEAD, PACKED, Unpacked, start_of},
    piped::{Piped, opened, unwanted},
    problems::is_standard_input,
    window::{Lines, Window},
};

/// How many bytes were read of all files, as they lie on the disk, and whether more are wanted.
#[derive(Debug, Default)]
pub struct Meter {
    n_bytes: AtomicU64,
    is_done: Arc<AtomicBool>,
}

impl Meter {
    /// The bytes read so far.
    pub fn n_bytes(&self) -> u64 {
        self.n_bytes.load(Ordering::Relaxed)
    }

    /// Has nothing more be read, nor waited for.
    pub fn end(&self) {
        self.is_done.store(true, Ordering::Relaxed);
    }

    fn is_wanted(&self) -> bool {
        is_wanted(&self.is_done)
    }
}

fn is_wanted(is_done: &AtomicBool) -> bool {
    !is_done.load(Ordering::Relaxed) && !interrupt::is_asked()
}

/// A file whose bytes are counted, for as long as they are wanted.
pub struct Metered<'a> {
    inner: Box<dyn Read + Send>,
    meter: &'a Meter,
}

impl Read for Metered<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if !self.meter.is_wanted() {
            return Err(unwanted());
        }
        let n_bytes = self.inner.read(buffer)?;
        self.meter.n_bytes.fetch_add(n_bytes as u64, Ordering::Relaxed);
        Ok(n_bytes)
    }
}

/// A file as it lies on the disk.
pub type Raw<'a> = Window<Metered<'a>>;

/// Opens a file, or standard input.
pub fn open<'a>(path: &Path, meter: &'a Meter) -> io::Result<Raw<'a>> {
    let mut raw = Window::new(Metered { inner: awaited(path, meter)?, meter });
    // What gzip packed of nothing has a head: that there is none is the mark of a copy that failed.
    if is_called_packed(path) && raw.ahead(1)?.is_empty() {
        return Err(io::Error::new(
            ErrorKind::UnexpectedEof,
            "it is empty, though packed files are not; copy it again",
        ));
    }
    Ok(raw)
}

/// What is at `path`. Nobody waits for a pipe that keeps silent once the run is to end.
fn awaited(path: &Path, meter: &Meter) -> io::Result<Box<dyn Read + Send>> {
    let may_keep_silent = is_standard_input(path) || path.metadata().is_ok_and(|found| !found.is_file());
    if !may_keep_silent {
        return opened(path);
    }
    let is_done = Arc::clone(&meter.is_done);
    Piped::new(path.to_owned(), move || is_wanted(&is_done)).map_or_else(|_| opened(path), |piped| Ok(Box::new(piped)))
}

/// Whether a file is called as gzip calls what it packed.
pub fn is_called_packed(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("gz"))
}

/// Whether a file is packed, whatever it is called.
pub fn is_packed(raw: &mut Raw) -> io::Result<bool> {
    Ok(raw.ahead(PACKED.len())?.starts_with(&PACKED))
}

/// How a file begins, unpacked if it is packed.
pub fn start(raw: &mut Raw) -> io::Result<Vec<u8>> {
    if is_packed(raw)? {
        let ahead = raw.ahead(HEAD)?;
        return Ok(start_of(&ahead[..ahead.len().min(HEAD)]));
    }
    // A pipe gives what it has: that may be an empty line.
    let mut n_ahead = TELLING;
    loop {
        let ahead = raw.ahead(n_ahead)?;
        let is_all = ahead.len() < n_ahead || ahead.len() >= HEAD;
        if is_all || ahead.trim_ascii_start().len() >= TELLING {
            return Ok(ahead[..ahead.len().min(HEAD)].to_vec());
        }
        n_ahead = ahead.len() + 1;
    }
}

/// How many bytes behind white space tell what a file holds: those of `<!doctype` and of a mark before it.
const TELLING: usize = 12;

/// The bytes of a file, unpacked if it is packed.
pub fn unpacked<'a>(mut raw: Raw<'a>) -> io::Result<Box<dyn Lines + Send + 'a>> {
    match is_packed(&mut raw)? {
        true => Ok(Box::new(Window::new(Unpacked::new(raw)))),
        false => Ok(Box::new(raw)),
    }
}
