//! Unpacks a packed web archive. Each record in it is packed by itself (ISO 28500, annex D), so that one that is damaged
//! can be left out.

use std::io::{self, Read};

use flate2::bufread::GzDecoder;

use crate::cli::{
    packed::{HEAD, PACKED, goes_on, start_of, told},
    window::Window,
};

/// The members of a packed file, one after the other.
pub struct Members<R> {
    /// The one that is read; none behind the last.
    member: Option<GzDecoder<Window<R>>>,
    /// How many bytes of it were read.
    n_bytes: u64,
    /// What kept it from being read on.
    damage: Option<(io::ErrorKind, String)>,
}

impl<R: Read> Members<R> {
    /// The members of `raw`.
    pub fn new(raw: Window<R>) -> Self {
        let mut members = Members { member: None, n_bytes: 0, damage: None };
        members.begin(raw);
        members
    }

    fn begin(&mut self, mut raw: Window<R>) {
        raw.mark();
        self.member = Some(GzDecoder::new(raw));
        (self.n_bytes, self.damage) = (0, None);
    }

    /// Whether nothing was read of the one that is damaged: what stands before it is sound.
    pub fn is_damaged_at_its_start(&self) -> bool {
        self.damage.is_some() && self.n_bytes == 0
    }

    /// Goes on at the next member in which a record begins, if this one is damaged; whether there is one.
    pub fn pass_damage(&mut self) -> io::Result<bool> {
        let (Some(member), true) = (self.member.take(), self.damage.is_some()) else { return Ok(false) };
        let mut raw = member.into_inner();
        // What was taken for its content may be the next ones.
        raw.rewind();
        let begins = |ahead: &[u8]| {
            ahead.starts_with(&PACKED) && start_of(&ahead[..ahead.len().min(HEAD)]).starts_with(b"WARC/")
        };
        let is_found = raw.pass_to(HEAD, begins)?;
        if is_found {
            self.begin(raw);
        }
        Ok(is_found)
    }
}

impl<R: Read> Read for Members<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if let Some((kind, what)) = &self.damage {
            return Err(io::Error::new(*kind, what.clone()));
        }
        while let Some(member) = &mut self.member {
            let n_bytes = member.read(buffer).map_err(told).inspect_err(|error| {
                self.damage = Some((error.kind(), error.to_string()));
            })?;
            self.n_bytes += n_bytes as u64;
            if n_bytes > 0 || buffer.is_empty() {
                return Ok(n_bytes);
            }
            let Some(mut raw) = self.member.take().map(GzDecoder::into_inner) else { break };
            if goes_on(&mut raw)? {
                self.begin(raw);
            }
        }
        Ok(0)
    }
}
