//! The files a run writes. Read as well, they would feed it without end, or be lost before they are read.

use std::{
    ffi::OsStr,
    fs, io,
    path::{Path, PathBuf},
};

use same_file::Handle;
use walkdir::WalkDir;

use super::{
    arguments::{Form, ReadingArguments, ScannerArguments},
    forms::{form_by_name, table_by_name},
    matched::{Matched, is_linked, matched},
    ours::{UNFINISHED, beside, is_beside, is_ours},
    problems::{Failure, Problem, is_standard_input, name, refuse},
};

/// What a run writes: files, and folders with all that is in them.
#[derive(Clone, Debug, Default)]
pub struct Own {
    paths: Vec<PathBuf>,
}

impl Own {
    /// What stands at `paths`, or will. Devices are none: what is written to them does not come back.
    pub fn of(paths: impl IntoIterator<Item = PathBuf>) -> Self {
        let is_kept = |path: &PathBuf| path.metadata().map_or(true, |found| found.is_file() || found.is_dir());
        let paths = paths.into_iter().filter(is_kept);
        Own { paths: paths.filter_map(|path| canonical(&path).ok()).collect() }
    }

    /// Whether the run writes what stands there.
    pub fn holds(&self, path: &Path) -> bool {
        let is_own = |path: PathBuf| self.paths.iter().any(|own| path.starts_with(own));
        !self.paths.is_empty() && !is_standard_input(path) && canonical(path).is_ok_and(is_own)
    }

    /// Refuses to write over what is to be read: what is named, rules too, and a document that a folder or pattern leads to,
    /// unless it can be seen that a run of ours wrote it.
    pub fn refuse_read(&self, reading: &ReadingArguments, scanner: &ScannerArguments) -> Result<(), Failure> {
        self.refuse_named(reading, scanner)?;
        let is_foreign = |path: &&PathBuf| path.is_file() && !is_beside(path) && !is_ours(path);
        let is_document = |path: &&PathBuf| {
            let length = path.metadata().map(|found| found.len()).ok();
            // Few are as long; only these are opened.
            let is_it =
                |file: &Path| file.metadata().map(|found| found.len()).ok() == length && are_one_file(file, path);
            reading.files.iter().any(|named| leads_to(named, reading.from, is_it))
        };
        match self.paths.iter().filter(is_foreign).find(is_document) {
            Some(path) => Err(refuse(format!(
                "{} is a document of what is read and would be written over; write to another place, or remove it",
                name(path)
            ))),
            None => Ok(()),
        }
    }

    /// The same of what is named.
    pub fn refuse_named(&self, reading: &ReadingArguments, scanner: &ScannerArguments) -> Result<(), Failure> {
        let is_own = |path: &&PathBuf| self.holds(path) || self.paths.iter().any(|own| are_one_file(own, path));
        let reads_input = reading.files.is_empty() || reading.files.iter().any(|path| is_standard_input(path));
        let input = self.paths.iter().find(|own| reads_input && is_input(own));
        match reading.files.iter().chain(&scanner.rules).find(is_own).or(input) {
            Some(path) => {
                Err(refuse(format!("{} would be written over before it is read; write to another place", name(path))))
            }
            None => Ok(()),
        }
    }
}

/// Whether two names lead to one file, as hard links do. Only files are opened: a pipe that was would be gone.
fn are_one_file(one: &Path, other: &Path) -> bool {
    one.is_file() && other.is_file() && same_file::is_same_file(one, other).unwrap_or(false)
}

/// Whether standard input comes from a file.
fn is_input(file: &Path) -> bool {
    let is_it = || Ok::<_, io::Error>(Handle::stdin()? == Handle::from_path(file)?);
    file.is_file() && is_it().unwrap_or(false)
}

/// Whether `is_it` of a file that is read of a folder that is named, or of what a pattern leads to.
fn leads_to(named: &Path, from: Option<Form>, is_it: impl Fn(&Path) -> bool) -> bool {
    let holds = |folder: &Path| {
        let entries = WalkDir::new(folder).into_iter();
        let shown = entries.filter_entry(|entry| entry.depth() == 0 || is_shown(entry.file_name()));
        let is_read = |file: &Path| from.or(form_by_name(file)).is_some();
        shown.filter_map(Result::ok).any(|entry| is_read(entry.path()) && is_it(entry.path()))
    };
    let matches = |mut matched: Matched| {
        let is_read = |file: &Path| from.is_some() || table_by_name(file).is_none();
        let found = |path: PathBuf| {
            if path.is_dir() { !is_linked(&path) && holds(&path) } else { is_read(&path) && is_it(&path) }
        };
        matched.any(|path| path.is_ok_and(found))
    };
    if named.is_dir() { holds(named) } else { matched(named).is_some_and(matches) }
}

/// Whether a name is not hidden.
pub fn is_shown(name: &OsStr) -> bool {
    !name.as_encoded_bytes().starts_with(b".")
}

/// The one name of a path, also of one where nothing stands yet.
fn canonical(path: &Path) -> io::Result<PathBuf> {
    path.canonicalize().or_else(|error| {
        let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else { return Err(error) };
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        Ok(folder.canonicalize()?.join(name))
    })
}

/// Files that belong together. They bear their names only once all of them are whole: of a full disk those before them
/// stay, all of one run.
#[derive(Debug, Default)]
pub struct Together(Vec<PathBuf>);

impl Together {
    /// Adds a file, which is written where this says: beside what a link leads to, and to a device itself, which has no
    /// name to be given.
    pub fn begin(&mut self, path: &Path) -> PathBuf {
        let led_to = path.canonicalize().or_else(|_| path.read_link().map(|target| path.with_file_name(target)));
        let path = led_to.unwrap_or_else(|_| path.to_owned());
        if path.metadata().is_ok_and(|found| !found.is_file()) {
            return path;
        }
        let unfinished = beside(&path, UNFINISHED);
        self.0.push(path);
        unfinished
    }

    /// Leaves what was written as it is called.
    #[cfg(feature = "parquet")]
    pub fn leave(mut self) {
        self.0.clear();
    }

    /// Adds a file and writes it.
    pub fn write(&mut self, path: &Path, text: &str) -> io::Result<()> {
        fs::write(self.begin(path), text)
    }

    /// Gives all their names, in the order in which they were added, as far as it can: an error is of the first that is left.
    pub fn name(&mut self) -> Result<(), Problem> {
        while let Some(path) = self.0.first() {
            fs::rename(beside(path, UNFINISHED), path).map_err(|error| Problem::met(path, &error))?;
            self.0.remove(0);
        }
        Ok(())
    }
}

impl Drop for Together {
    /// What was not named is taken away.
    fn drop(&mut self) {
        self.0.iter().for_each(|path| _ = fs::remove_file(beside(path, UNFINISHED)));
    }
}
