//! Finds the files that are named: themselves, those of a folder, those a pattern matches.

use std::{
    collections::HashMap,
    iter,
    path::{Path, PathBuf},
};

use walkdir::{DirEntry, WalkDir};

use super::{
    arguments::{Form, ReadingArguments},
    foreign::foreign,
    forms::{EXTENSIONS, form_by_name, form_by_start, table_by_name},
    matched::{Matched, is_linked, matched},
    opening::{Meter, open, start},
    ours::is_beside,
    own::{Own, is_shown},
    problems::{Problem, is_standard_input},
};

/// A file to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    /// Where it is; `-` is standard input.
    pub path: PathBuf,
    /// What its document is called.
    pub id: String,
    /// What it holds; else its first bytes say it.
    pub form: Option<Form>,
    /// How many files were found before it: one that is named twice is read twice.
    pub number: usize,
}

/// The name of a file without its extensions.
fn stem(path: &Path) -> String {
    // An id that begins with a sign would be taken for a formula.
    if is_standard_input(path) {
        return "stdin".to_owned();
    }
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
    let unpacked = name.strip_suffix(".gz").unwrap_or(&name);
    Path::new(unpacked).file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

/// The files that are named, one after the other; a folder's are found while the first are scanned. Of folders and
/// patterns what the run writes itself is left out. What is passed over it `say`s.
///
/// The document of a file is called by its stem. Where two files that are named share one, and in folders and
/// patterns, where anything may, by its path as it is named.
pub fn inputs(
    reading: &ReadingArguments,
    own: Own,
    say: fn(Problem),
) -> impl Iterator<Item = Result<Input, Problem>> + Send + use<> {
    let named = if reading.files.is_empty() { vec![PathBuf::from("-")] } else { reading.files.clone() };
    let from = reading.from;
    let mut n_stems: HashMap<String, usize> = HashMap::new();
    named.iter().for_each(|path| *n_stems.entry(stem(path)).or_default() += 1);
    let found = named.into_iter().flat_map(move |path| {
        if path.is_dir() {
            let files = files_of(path.clone(), from, own.clone(), say);
            return or_nothing(files, path);
        }
        if let Some(matched) = matched(&path) {
            return in_pattern(path, matched, from, own.clone(), say);
        }
        let id = if n_stems[&stem(&path)] > 1 { path.display().to_string() } else { stem(&path) };
        Box::new([of_file(path, id, from)].into_iter())
    });
    found.enumerate().map(|(number, input)| input.map(|input| Input { number, ..input }))
}

type Inputs = Box<dyn Iterator<Item = Result<Input, Problem>> + Send>;

fn of_file(path: PathBuf, id: String, from: Option<Form>) -> Result<Input, Problem> {
    if path.to_str().is_some_and(|name| name.starts_with("http://") || name.starts_with("https://")) {
        return Err(Problem::at(&path, "nothing is fetched; save the page and name the file"));
    }
    match table_by_name(&path).filter(|_| from.is_none() && path.exists()) {
        Some(what) => Err(Problem::at(&path, what)),
        None => Ok(Input { form: from.or(form_by_name(&path)), path, id, number: 0 }),
    }
}

/// The files of a folder in the order of their names. Without being told what they hold, those whose names say it.
fn files_of(folder: PathBuf, from: Option<Form>, own: Own, say: fn(Problem)) -> Inputs {
    let entries = WalkDir::new(&folder).sort_by_file_name().into_iter();
    let mut shown = entries.filter_entry(move |entry| entry.depth() == 0 || is_shown(entry.file_name()));
    let mut left_out = LeftOut { folder: folder.clone(), n: 0, first: None };
    let inputs = iter::from_fn(move || {
        loop {
            match shown.next() {
                None => {
                    left_out.told().into_iter().for_each(say);
                    return None;
                }
                // The folder itself may be named by a link.
                Some(Ok(entry)) if entry.file_type().is_dir() || entry.depth() == 0 => (),
                Some(Ok(entry)) if is_beside(entry.path()) => (),
                Some(Ok(entry)) if own.holds(entry.path()) => {
                    if is_read(&entry, from) {
                        say(Problem::at(entry.path(), OWN));
                    }
                }
                Some(Ok(entry)) if is_read(&entry, from) => {
                    let id = entry.path().display().to_string();
                    return Some(of_file(entry.into_path(), id, from));
                }
                Some(Ok(entry)) => left_out.add(entry.into_path()),
                Some(Err(error)) => return Some(Err(unread(&folder, &error))),
            }
        }
    });
    Box::new(inputs.fuse())
}

/// The same; that there are none is a fault of what is named.
fn or_nothing(inputs: Inputs, named: PathBuf) -> Inputs {
    let mut inputs = inputs.peekable();
    let nothing = inputs.peek().is_none().then(|| Err(Problem::at(&named, nothing_in_folder())));
    Box::new(nothing.into_iter().chain(inputs))
}

/// What is wrong with what cannot be read of a folder.
fn unread(folder: &Path, error: &walkdir::Error) -> Problem {
    let path = error.path().unwrap_or(folder);
    // What the walk says of itself tells the path a second time.
    error.io_error().map_or_else(|| Problem::at(path, error), |error| Problem::met(path, error))
}

/// Whether a file of a folder is read. A pipe that nobody writes into would be waited for without end.
fn is_read(entry: &DirEntry, from: Option<Form>) -> bool {
    let is_device = entry.path().metadata().is_ok_and(|found| !found.is_file());
    !is_device && from.or(form_by_name(entry.path())).is_some()
}

/// Why what would be read is not.
const OWN: &str = "left out; this run writes it";

/// What of a folder is passed over.
struct LeftOut {
    folder: PathBuf,
    n: usize,
    first: Option<PathBuf>,
}

impl LeftOut {
    fn add(&mut self, path: PathBuf) {
        self.n += 1;
        self.first.get_or_insert(path);
    }

    /// How many files that were, once.
    fn told(&mut self) -> Option<Problem> {
        let first = self.first.take()?;
        // A table is refused when it is named, too.
        let remedy = match table_by_name(&first) {
            _ if is_linked(&first) => "a link to a folder is gone into where it is named",
            Some(_) => "say with --from what they hold",
            None => "name it, or say with --from what they hold",
        };
        let first = first.strip_prefix(&self.folder).unwrap_or(&first).display();
        let what = match self.n {
            1 => format!("1 file is passed over: {first}"),
            n => format!("{n} files are passed over, the first of them {first}"),
        };
        Some(Problem::at(&self.folder, format!("{what}; {remedy}")))
    }
}

/// What is wrong with a folder in which no file can be read.
fn nothing_in_folder() -> String {
    let names: Vec<String> = EXTENSIONS.iter().map(|(name, _)| format!(".{name}")).collect();
    format!("there is nothing in it to read; of a folder the files are read that are called {}", names.join(", "))
}

/// What a pattern matches. Who writes one cannot know of each file what it is: those that cannot be read are passed over.
fn in_pattern(pattern: PathBuf, matched: Matched, from: Option<Form>, own: Own, say: fn(Problem)) -> Inputs {
    let folder = matched.folder.clone();
    let mut left_out = LeftOut { folder: folder.clone(), n: 0, first: None };
    let mut matched = matched.fuse().peekable();
    if matched.peek().is_none() {
        return Box::new(iter::once(Err(Problem::at(&pattern, "matches no file"))));
    }
    let found = iter::from_fn(move || -> Option<Inputs> {
        loop {
            match matched.next() {
                None => {
                    left_out.told().into_iter().for_each(say);
                    return None;
                }
                Some(Ok(path)) if is_linked(&path) => left_out.add(path),
                Some(Ok(path)) if path.is_dir() => return Some(files_of(path, from, own.clone(), say)),
                Some(Ok(path)) if is_beside(&path) => (),
                Some(Ok(path)) if own.holds(&path) => say(Problem::at(&path, OWN)),
                Some(Ok(path)) if from.is_none() && is_refused(&path) => left_out.add(path),
                Some(Ok(path)) => {
                    let id = path.display().to_string();
                    return Some(Box::new(iter::once(of_file(path, id, from))));
                }
                Some(Err(error)) => return Some(Box::new(iter::once(Err(unread(&folder, &error))))),
            }
        }
    });
    or_nothing(Box::new(found.fuse().flatten()), pattern)
}

/// Whether a file that is found would be refused: by its name a table, by its first bytes a picture or the like. Of a pipe
/// what was read would be gone.
fn is_refused(path: &Path) -> bool {
    let start = || open(path, &Meter::default()).and_then(|mut raw| start(&mut raw));
    let is_foreign = || path.is_file() && start().is_ok_and(|start| foreign(&start).is_some());
    table_by_name(path).is_some() || form_by_name(path).is_none() && is_foreign()
}

/// What a file holds whose name does not say it. Only files are looked into: of a pipe what was read would be gone.
fn form_by_content(path: &Path) -> Option<Form> {
    let start = path.is_file().then(|| open(path, &Meter::default()).and_then(|mut raw| start(&mut raw)))?;
    form_by_start(&start.ok()?).ok()
}

/// Whether more than one document is asked for.
pub fn are_many(reading: &ReadingArguments) -> bool {
    let holds_many = |path: &PathBuf| {
        let form = reading.from.or_else(|| form_by_name(path)).or_else(|| form_by_content(path));
        path.is_dir() || matches!(form, Some(Form::Jsonl | Form::Warc)) || matched(path).is_some()
    };
    let is_of_lines = matches!(reading.from, Some(Form::Jsonl | Form::Warc));
    reading.files.len() > 1 || is_of_lines || reading.files.iter().any(holds_many)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_is_called_by_its_files_stem() {
        let names = ["a/b.jsonl.gz", "-", "README"].map(|name| stem(Path::new(name)));
        assert_eq!(names, ["b", "stdin", "README"]);
    }

    #[test]
    fn of_what_cannot_be_read_the_path_is_told_once() {
        let folder = Path::new("no-such-folder");
        let error = WalkDir::new(folder).into_iter().next().unwrap().unwrap_err();
        assert_eq!(unread(folder, &error).to_string(), "no-such-folder: No such file or directory");
    }
}
