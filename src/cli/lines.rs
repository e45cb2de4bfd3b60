//! Reads files that hold a document a line, in chunks of a size that a thread takes at once.

use std::io::{self, BufRead, Read};

use super::{packed::is_damage, problems::Problem, window::Lines};

/// Some lines of a file, each a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chunk {
    /// The number of the first line, from 1.
    pub first: usize,
    /// The lines with their ends.
    pub bytes: Vec<u8>,
}

impl Chunk {
    /// The lines that hold something, with their numbers.
    pub fn lines(&self) -> impl Iterator<Item = (usize, &[u8])> {
        let lines = (self.first..).zip(self.bytes.split(|byte| *byte == b'\n'));
        lines.filter(|(_, line)| !line.trim_ascii().is_empty())
    }

    /// Leaves out the first `n` lines that hold something.
    pub fn skip(&mut self, n: usize) {
        for _ in 0..n {
            let Some((number, line)) = self.lines().next() else { return };
            let end = line.as_ptr() as usize - self.bytes.as_ptr() as usize + line.len();
            self.bytes.drain(..(end + 1).min(self.bytes.len()));
            self.first = number + 1;
        }
    }
}

/// How many bytes of lines are handed to a thread at once, if there are so many: enough that handing over costs nothing beside the
/// scan, little enough that a window of them is a few megabytes.
const BYTES_OF_CHUNK: usize = 64 * 1024;

/// The longest document that is read, in bytes: 20 million words, more than any newspaper prints in a year. A longer
/// one is a fault of what wrote it, and would take the memory that the others need.
pub const MAX_DOCUMENT: usize = 128 * 1024 * 1024;

/// What is said of a document that is longer.
pub fn too_long() -> String {
    format!("longer than {} MiB, which is no article; it is left out", MAX_DOCUMENT / (1024 * 1024))
}

/// The chunks of a file, and what of it cannot be read, in order.
pub struct Chunks<R> {
    lines: R,
    /// The file as messages call it.
    name: String,
    next_line: usize,
    /// What is wrong with the line after the chunk that was given last.
    problem: Option<Problem>,
    is_at_end: bool,
    longest: usize,
}

/// What one line gave.
enum Step {
    Read,
    TooLong,
    End,
}

impl<R: Lines> Chunks<R> {
    /// Chunks of what `lines` reads.
    pub fn new(name: String, lines: R) -> Self {
        Chunks { lines, name, next_line: 1, problem: None, is_at_end: false, longest: MAX_DOCUMENT }
    }

    /// Reads a line behind `bytes`; of one that is too long nothing.
    fn step(&mut self, bytes: &mut Vec<u8>) -> io::Result<Step> {
        let before = bytes.len();
        let read = (&mut self.lines).take(self.longest as u64 + 1).read_until(b'\n', bytes);
        // What was read of a line before its file broke off is no document.
        let n_read = read.inspect_err(|_| bytes.truncate(before))?;
        if n_read == 0 {
            return Ok(Step::End);
        }
        self.next_line += 1;
        if n_read <= self.longest || bytes.ends_with(b"\n") {
            return Ok(Step::Read);
        }
        bytes.truncate(before);
        bytes.shrink_to(BYTES_OF_CHUNK);
        self.lines.skip_until(b'\n')?;
        Ok(Step::TooLong)
    }

    fn problem(&mut self, what: String) {
        self.problem = Some(Problem { place: self.name.clone(), what });
    }
}

impl<R: Lines> Iterator for Chunks<R> {
    type Item = Result<Chunk, Problem>;

    fn next(&mut self) -> Option<Self::Item> {
        if let Some(problem) = self.problem.take() {
            return Some(Err(problem));
        }
        let mut chunk = Chunk { first: self.next_line, bytes: Vec::new() };
        while !self.is_at_end && self.problem.is_none() && chunk.bytes.len() < BYTES_OF_CHUNK {
            match self.step(&mut chunk.bytes) {
                // Who writes a line now and then is not kept waiting for what it writes next.
                Ok(Step::Read) if self.lines.is_drained() => break,
                Ok(Step::Read) => (),
                Ok(Step::End) => self.is_at_end = true,
                Ok(Step::TooLong) => {
                    let most = self.longest / (1024 * 1024);
                    let place = format!("{}:{}", self.name, self.next_line - 1);
                    let what = format!("this line is longer than {most} MiB; it is left out");
                    self.problem = Some(Problem { place, what });
                }
                Err(error) => {
                    self.is_at_end = true;
                    let earlier = if is_damage(&error) { "; what stands before may be damaged too" } else { "" };
                    self.problem(format!("cannot be read on after line {}: {error}{earlier}", self.next_line - 1));
                }
            }
        }
        if chunk.bytes.is_empty() { self.problem.take().map(Err) } else { Some(Ok(chunk)) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::window::Window;

    #[test]
    fn a_line_that_is_too_long_is_named_and_the_rest_is_read() {
        let text = ["one\n", &"x".repeat(100), "\ntwo\n", &"y".repeat(100)].concat();
        let chunks = Chunks { longest: 10, ..Chunks::new("day.jsonl".to_owned(), Window::new(text.as_bytes())) };
        let read: Vec<_> = chunks
            .map(|chunk| chunk.map(|chunk| (chunk.first, chunk.bytes)).map_err(|problem| problem.to_string()))
            .collect();
        assert_eq!(read[0], Ok((1, b"one\n".to_vec())));
        assert!(read[1].as_ref().is_err_and(|what| what.starts_with("day.jsonl:2: this line is longer")));
        assert_eq!(read[2], Ok((3, b"two\n".to_vec())));
        assert!(read[3].as_ref().is_err_and(|what| what.starts_with("day.jsonl:4: ")) && read.len() == 4);
    }

    #[test]
    fn lines_are_skipped_by_those_that_hold_something() {
        let mut chunk = Chunk { first: 5, bytes: b"a\n\n \nb\nc".to_vec() };
        chunk.skip(1);
        assert_eq!(chunk.lines().collect::<Vec<_>>(), [(8, &b"b"[..]), (9, b"c")]);
        chunk.skip(5);
        assert_eq!(chunk.lines().count(), 0);
    }
}
