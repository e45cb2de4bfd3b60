//! Reads bytes of which some can be looked at before they are read, and some read again.

use std::io::{self, BufRead, ErrorKind, Read};

/// How many bytes are asked for at once.
const READ: usize = 64 * 1024;

/// How many bytes behind a mark are kept at most: enough to find what stands behind a fault, little enough to hold.
const KEPT: usize = 16 * 1024 * 1024;

/// A reader with what was read of it and may be wanted again.
#[derive(Debug)]
pub struct Window<R> {
    inner: R,
    bytes: Vec<u8>,
    /// Where in `bytes` the next one stands.
    at: usize,
    /// From where on they are kept, if they are.
    mark: Option<usize>,
}

impl<R: Read> Window<R> {
    /// A window on what `inner` reads.
    pub fn new(inner: R) -> Self {
        Window { inner, bytes: Vec::new(), at: 0, mark: None }
    }

    /// What comes next: at least `n` bytes, fewer where it ends.
    pub fn ahead(&mut self, n: usize) -> io::Result<&[u8]> {
        while self.bytes.len() - self.at < n && self.more()? > 0 {}
        Ok(&self.bytes[self.at..])
    }

    /// Reads more, and how many bytes that is.
    fn more(&mut self) -> io::Result<usize> {
        self.forget();
        let before = self.bytes.len();
        self.bytes.resize(before + READ, 0);
        let read = loop {
            match self.inner.read(&mut self.bytes[before..]) {
                Err(error) if error.kind() == ErrorKind::Interrupted => (),
                read => break read,
            }
        };
        self.bytes.truncate(before + *read.as_ref().unwrap_or(&0));
        read
    }

    /// Drops what is not kept, when it is so much that moving the rest costs less than reading did.
    fn forget(&mut self) {
        let oldest = self.mark.map_or(self.at, |mark| mark.max(self.at.saturating_sub(KEPT)));
        if oldest > self.bytes.len() / 2 {
            self.bytes.drain(..oldest);
            self.at -= oldest;
            self.mark = self.mark.map(|_| 0);
        }
    }

    /// Keeps what is read from here on.
    #[cfg(feature = "warc")]
    pub fn mark(&mut self) {
        self.mark = Some(self.at);
    }

    /// Goes back to the byte behind the mark, or as far as is kept, and keeps nothing any more.
    #[cfg(feature = "warc")]
    pub fn rewind(&mut self) {
        self.at = self.mark.take().map_or(self.at, |mark| (mark + 1).min(self.bytes.len()));
    }

    /// Leaves out what was read and not yet looked at.
    #[cfg(feature = "warc")]
    pub fn clear(&mut self) {
        (self.at, self.mark) = (self.bytes.len(), None);
    }

    /// Goes on to where something `begins`, which is seen in `n` bytes; whether there is such a place.
    #[cfg(feature = "warc")]
    pub fn pass_to(&mut self, n: usize, begins: impl Fn(&[u8]) -> bool) -> io::Result<bool> {
        loop {
            let ahead = self.ahead(n)?;
            if ahead.is_empty() {
                return Ok(false);
            }
            // Fewer than were asked for are the last.
            let n_places = if ahead.len() < n { ahead.len() } else { ahead.len() - n + 1 };
            let place = (0..n_places).find(|place| begins(&ahead[*place..]));
            self.at += place.unwrap_or(n_places);
            if place.is_some() {
                return Ok(true);
            }
        }
    }

    /// What it reads from.
    #[cfg(feature = "warc")]
    pub fn inner(&mut self) -> &mut R {
        &mut self.inner
    }
}

/// What is read line by line.
pub trait Lines: BufRead {
    /// Whether the next byte has to be asked for, and may have to be waited for.
    fn is_drained(&self) -> bool;
}

impl<R: Read> Lines for Window<R> {
    fn is_drained(&self) -> bool {
        self.at == self.bytes.len()
    }
}

impl<L: Lines + ?Sized> Lines for Box<L> {
    fn is_drained(&self) -> bool {
        (**self).is_drained()
    }
}

impl<R: Read> Read for Window<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n_bytes = self.fill_buf()?.read(buffer)?;
        self.consume(n_bytes);
        Ok(n_bytes)
    }
}

impl<R: Read> BufRead for Window<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.ahead(1)
    }

    fn consume(&mut self, n_bytes: usize) {
        self.at += n_bytes;
    }
}

#[cfg(all(test, feature = "warc"))]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_can_be_read_again_and_the_next_place_is_found() {
        let bytes: Vec<u8> = (0..300_000_u32).flat_map(u32::to_le_bytes).collect();
        let mut window = Window::new(&bytes[..]);
        let mut read = vec![0; 400_000];
        window.read_exact(&mut read[..100_000]).unwrap();
        window.mark();
        window.read_exact(&mut read).unwrap();
        window.rewind();
        let mut again = vec![0; 399_999];
        window.read_exact(&mut again).unwrap();
        assert!(again == read[1..]);
        let wanted = 200_000_u32.to_le_bytes();
        assert!(window.pass_to(4, |ahead| ahead.starts_with(&wanted)).unwrap());
        assert_eq!(window.ahead(4).unwrap()[..4], wanted);
        assert!(!window.pass_to(4, |ahead| ahead.starts_with(b"none")).unwrap());
    }
}
