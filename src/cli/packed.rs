//! What gzip packed: how it begins, and what is said when it is broken.

use std::io::{self, ErrorKind, Read};

use flate2::bufread::MultiGzDecoder;

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

/// What gzip packed, whose faults are told to people.
pub struct Unpacked<R>(pub R);

impl<R: Read> Read for Unpacked<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.0.read(buffer).map_err(told)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::{Compression, write::GzEncoder};

    use super::*;

    #[test]
    fn a_first_member_of_nothing_hides_none_behind_it() {
        let member = |words: &[u8]| {
            let mut packer = GzEncoder::new(Vec::new(), Compression::fast());
            packer.write_all(words).unwrap();
            packer.finish().unwrap()
        };
        assert_eq!(start_of(&[member(b""), member(b"{\"id\": 1}")].concat()), b"{\"id\": 1}");
    }
}
