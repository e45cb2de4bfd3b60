//! What gzip packed: how it begins, and what is said when it is broken.

use std::io::{self, BufRead, ErrorKind, Read};

use flate2::bufread::{GzDecoder, MultiGzDecoder};

use super::window::Window;

/// The first bytes of a file that gzip packed.
pub const PACKED: [u8; 2] = [0x1f, 0x8b];

/// How many bytes of a packed file are looked at to learn how what is in it begins: more than a head with a file's name
/// and the tables before the first words take.
pub const HEAD: usize = 4 * 1024;

/// How many bytes of what is in it.
const START: u64 = 512;

/// How the content of what is packed begins, as far as `head` says it.
pub fn start_of(head: &[u8]) -> Vec<u8> {
    let mut start = Vec::new();
    // What is broken is told when it is read. The first of several members may be empty.
    let _ = MultiGzDecoder::new(head).take(START).read_to_end(&mut start);
    start
}

/// Whether words were read that nobody wrote, before it was seen that what is packed is damaged.
pub fn is_damage(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::InvalidInput | ErrorKind::InvalidData)
}

/// An error of unpacking as it is told to people.
pub fn told(error: io::Error) -> io::Error {
    match error.kind() {
        ErrorKind::UnexpectedEof => {
            io::Error::new(error.kind(), "it ends in the middle of what gzip packed; copy it again, whole")
        }
        _ if is_damage(&error) => io::Error::new(error.kind(), "what gzip packed in it is damaged; copy it again"),
        _ => error,
    }
}

/// Goes on to the next of several members; whether there is one. Tapes fill up what is written with zeros.
pub fn goes_on<R: Read>(raw: &mut Window<R>) -> io::Result<bool> {
    loop {
        let ahead = raw.ahead(1)?;
        let n_zeros = ahead.iter().take_while(|byte| **byte == 0).count();
        if n_zeros == 0 {
            return Ok(!ahead.is_empty());
        }
        raw.consume(n_zeros);
    }
}

/// What gzip packed, whose faults are told to people.
pub struct Unpacked<R> {
    /// The member that is read; none behind the last.
    member: Option<GzDecoder<Window<R>>>,
}

impl<R: Read> Unpacked<R> {
    /// What is in `raw`.
    pub fn new(raw: Window<R>) -> Self {
        Unpacked { member: Some(GzDecoder::new(raw)) }
    }
}

impl<R: Read> Read for Unpacked<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while let Some(member) = &mut self.member {
            let n_bytes = member.read(buffer).map_err(told)?;
            if n_bytes > 0 || buffer.is_empty() {
                return Ok(n_bytes);
            }
            let Some(mut raw) = self.member.take().map(GzDecoder::into_inner) else { break };
            self.member = goes_on(&mut raw)?.then(|| GzDecoder::new(raw));
        }
        Ok(0)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::{Compression, write::GzEncoder};

    use super::*;

    fn member(words: &[u8]) -> Vec<u8> {
        let mut packer = GzEncoder::new(Vec::new(), Compression::fast());
        packer.write_all(words).unwrap();
        packer.finish().unwrap()
    }

    #[test]
    fn members_are_read_one_after_the_other_and_zeros_behind_them_are_nothing() {
        let read = |bytes: &[u8]| {
            let mut read = String::new();
            Unpacked::new(Window::new(bytes)).read_to_string(&mut read).map(|_| read)
        };
        let members = [member(b"He "), member(b""), member(b"left.")].concat();
        assert_eq!(read(&members).unwrap(), "He left.");
        assert_eq!(read(&[&members[..], &[0; 100_000]].concat()).unwrap(), "He left.");
        assert!(read(&[&members[..], b"what is no gzip"].concat()).is_err_and(|error| is_damage(&error)));
        assert!(read(&members[..members.len() - 3]).is_err());
    }

    #[test]
    fn a_first_member_of_nothing_hides_none_behind_it() {
        assert_eq!(start_of(&[member(b""), member(b"{\"id\": 1}")].concat()), b"{\"id\": 1}");
    }
}
