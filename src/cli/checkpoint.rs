//! Keeps how far a run has come in a file beside its output, so that an interrupted one can go on without losing or
//! doubling a document.
//!
//! `reports.jsonl.progress` begins with a line that says which run it belongs to; each further line says how many
//! documents are done, a hash over which they were, how many of them are written and how many could not be read, and
//! how long the output was then. A line is written after the output it speaks of. What the output holds beyond the last
//! line is written again.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Write},
    path::{Path, PathBuf},
};

use super::{ours, passed::Passed};

/// How far a run has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// Documents that are done, read or not.
    pub passed: Passed,
    /// Those that stand in the output.
    pub n_written: u64,
    /// Those that could not be read.
    pub n_failed: u64,
    /// The length of the output, in bytes.
    pub n_bytes: u64,
}

impl State {
    fn line(self) -> String {
        let Passed { n, hash } = self.passed;
        format!("{n} {hash} {} {} {}\n", self.n_written, self.n_failed, self.n_bytes)
    }

    fn read(line: &str) -> Option<Self> {
        let numbers: Vec<u64> = line.split(' ').map_while(|number| number.parse().ok()).collect();
        let [n, hash, n_written, n_failed, n_bytes] = numbers[..] else { return None };
        Some(State { passed: Passed { n, hash }, n_written, n_failed, n_bytes })
    }
}

/// The file that keeps it.
#[derive(Debug)]
pub struct Checkpoint {
    output: PathBuf,
    run: String,
    file: File,
    at_end: AtEnd,
    /// The state with which the file was begun anew last, and how many were added since.
    begun: State,
    n_kept: usize,
}

/// How many states are added before the file is begun anew, so that an archive of millions of pages leaves no long one.
const MAX_KEPT: usize = 4096;

/// What becomes of it when the run comes to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AtEnd {
    /// It is taken away.
    Removed,
    /// It stays, so that the same run can go on when there is more to read.
    Kept,
}

/// What is found of an earlier run.
#[derive(Debug, PartialEq, Eq)]
pub enum Earlier {
    /// None: nothing was written yet.
    None,
    /// One that came so far.
    Begun(State),
    /// One that kept nothing of how far it came, or no run.
    Unknown,
    /// One with other arguments.
    Other,
}

/// The file beside an output.
pub fn beside(output: &Path) -> PathBuf {
    ours::beside(output, ours::PROGRESS)
}

/// What an earlier run left of the output; `run` says which run this is.
pub fn earlier(output: &Path, run: &str) -> io::Result<Earlier> {
    let n_bytes = match output.metadata() {
        Ok(metadata) => metadata.len(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Earlier::None),
        Err(error) => return Err(error),
    };
    let kept = match fs::read_to_string(beside(output)) {
        Ok(kept) => kept,
        // An empty output holds nothing that could be lost.
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return Ok(if n_bytes == 0 { Earlier::None } else { Earlier::Unknown });
        }
        Err(error) => return Err(error),
    };
    // A line without its end was being written when the run was stopped.
    let mut lines = kept.split_inclusive('\n').filter_map(|line| line.strip_suffix('\n'));
    Ok(match lines.next() {
        // Emptied by a power failure.
        None if n_bytes > 0 => Earlier::Unknown,
        None => Earlier::None,
        Some(own) if own != run => Earlier::Other,
        // After a power failure the output may be shorter than was said last.
        Some(_) => {
            let mut states = lines.filter_map(State::read).filter(|state| state.n_bytes <= n_bytes);
            Earlier::Begun(states.next_back().unwrap_or_default())
        }
    })
}

impl Checkpoint {
    /// Begins to keep the state of `run`, which stands at `state`.
    pub fn begin(output: &Path, run: &str, state: State, at_end: AtEnd) -> io::Result<Self> {
        Self::anew(output, run, None, state, at_end)
    }

    /// The same; should the output be found shorter than at `state`, the run goes on from the one `before`.
    fn anew(output: &Path, run: &str, before: Option<State>, state: State, at_end: AtEnd) -> io::Result<Self> {
        let path = beside(output);
        // The old one is replaced whole: a run that is stopped just here must find one or the other.
        let fresh = path.with_extension("progress-new");
        let mut file = File::create(&fresh)?;
        write!(file, "{run}\n{}{}", before.map(State::line).unwrap_or_default(), state.line())?;
        file.sync_all()?;
        fs::rename(&fresh, &path)?;
        let file = OpenOptions::new().append(true).open(&path)?;
        Ok(Checkpoint { output: output.to_owned(), run: run.to_owned(), file, at_end, begun: state, n_kept: 0 })
    }

    /// Keeps a state, after the output of which it speaks was written.
    pub fn keep(&mut self, state: State) -> io::Result<()> {
        if self.n_kept >= MAX_KEPT {
            *self = Self::anew(&self.output, &self.run, Some(self.begun), state, self.at_end)?;
            return Ok(());
        }
        self.n_kept += 1;
        self.file.write_all(state.line().as_bytes())
    }

    /// Takes the file away, or leaves of it the last state: the run came to its end.
    pub fn complete(self, state: State) -> io::Result<()> {
        match self.at_end {
            AtEnd::Removed => fs::remove_file(beside(&self.output)),
            AtEnd::Kept => Checkpoint::begin(&self.output, &self.run, state, self.at_end).map(drop),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn however_many_states_are_kept_the_file_stays_short() {
        let output = std::env::temp_dir().join(format!("claimlight-states-{}", std::process::id()));
        let at = |n: u64| State { passed: Passed { n, hash: n }, n_bytes: n, ..State::default() };
        fs::write(&output, vec![b'x'; 9_999]).unwrap();
        let mut checkpoint = Checkpoint::begin(&output, "run", State::default(), AtEnd::Kept).unwrap();
        (1..=10_000).for_each(|n| checkpoint.keep(at(n)).unwrap());
        let n_lines = fs::read_to_string(beside(&output)).unwrap().lines().count();
        let found = earlier(&output, "run").unwrap();
        // Of an output that lost much, what was kept when the file was begun anew is known still.
        fs::write(&output, vec![b'x'; 5_000]).unwrap();
        let shorter = earlier(&output, "run").unwrap();
        checkpoint.complete(at(1)).unwrap();
        for path in [beside(&output), output] {
            fs::remove_file(path).unwrap();
        }
        assert!(n_lines <= MAX_KEPT + 3, "{n_lines}");
        assert_eq!((found, shorter), (Earlier::Begun(at(9_999)), Earlier::Begun(at(4_097))));
    }
}
