//! Reads what may keep silent, as pipes do, on a thread of its own: whoever waits for it hears when nothing more is wanted.

use std::{
    fs::File,
    io::{self, Cursor, Read},
    path::{Path, PathBuf},
    sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel},
    thread,
    time::Duration,
};

use super::problems::is_standard_input;

/// How many bytes are read at once: as many as pipes hold.
const BLOCK: usize = 64 * 1024;

/// How long is waited before it is asked whether to wait on. Nobody notices it, and it costs nothing.
const PATIENCE: Duration = Duration::from_millis(50);

/// What comes out of a pipe, for as long as it is wanted.
pub struct Piped<F> {
    blocks: Receiver<io::Result<Vec<u8>>>,
    /// The one that is read.
    block: Cursor<Vec<u8>>,
    /// What kept it from being read on.
    fault: Option<(io::ErrorKind, String)>,
    is_wanted: F,
}

/// What is told of what was not read to its end because nobody wants it: it is no whole. No reader hears it.
pub fn unwanted() -> io::Error {
    io::Error::other("nothing more is read")
}

/// Opens what is no file on a disk, or may be none.
pub fn opened(path: &Path) -> io::Result<Box<dyn Read + Send>> {
    Ok(if is_standard_input(path) { Box::new(io::stdin()) } else { Box::new(File::open(path)?) })
}

impl<F: Fn() -> bool> Piped<F> {
    /// What is read at `path`, while it `is_wanted`. An error is of a system that gives no thread.
    pub fn new(path: PathBuf, is_wanted: F) -> io::Result<Self> {
        let (to_reader, blocks) = sync_channel(1);
        // Nobody waits for its end: where nothing comes any more it ends with the program.
        thread::Builder::new().spawn(move || hand_on(&path, &to_reader))?;
        Ok(Piped { blocks, block: Cursor::default(), fault: None, is_wanted })
    }

    /// The next block; nothing at the end.
    fn next(&self) -> io::Result<Vec<u8>> {
        loop {
            match self.blocks.recv_timeout(PATIENCE) {
                Ok(block) => return block,
                Err(RecvTimeoutError::Disconnected) => return Ok(Vec::new()),
                Err(RecvTimeoutError::Timeout) if (self.is_wanted)() => (),
                Err(RecvTimeoutError::Timeout) => return Err(unwanted()),
            }
        }
    }
}

impl<F: Fn() -> bool> Read for Piped<F> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if let Some((kind, what)) = &self.fault {
            return Err(io::Error::new(*kind, what.clone()));
        }
        if self.block.position() == self.block.get_ref().len() as u64 {
            let next = self.next().inspect_err(|error| self.fault = Some((error.kind(), error.to_string())))?;
            self.block = Cursor::new(next);
        }
        self.block.read(buffer)
    }
}

/// Hands on what is read at `path`, to its end, a fault, or until nobody takes it.
fn hand_on(path: &Path, to_reader: &SyncSender<io::Result<Vec<u8>>>) {
    let mut pipe = match opened(path) {
        Ok(pipe) => pipe,
        Err(error) => return to_reader.send(Err(error)).unwrap_or_default(),
    };
    loop {
        let mut block = vec![0; BLOCK];
        let read = match pipe.read(&mut block) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            read => read,
        };
        let is_last = !matches!(read, Ok(1..));
        let read = read.map(|n_bytes| {
            block.truncate(n_bytes);
            block
        });
        if to_reader.send(read).is_err() || is_last {
            return;
        }
    }
}
