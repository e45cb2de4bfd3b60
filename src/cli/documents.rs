//! Reads what is named on the command line into documents.

use std::{
    fmt,
    fs::File,
    io::{self, BufRead, BufReader, Read},
    iter,
    path::{Path, PathBuf},
};

use claimlight::{
    Article,
    article::{self, Absence},
    page,
    wire::documents::{Body, document},
};

/// A document that can be scanned.
pub struct Document {
    /// Its name: of a file the stem, of a line what its "id" says.
    pub id: String,
    /// Its text, with what its page knows of it.
    pub article: Article,
    /// What its reader should know of it.
    pub note: Option<Problem>,
}

/// Why a document could not be read.
#[derive(Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file, and the line if it has lines.
    pub place: String,
    /// What is wrong, and the remedy if there is one.
    pub what: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.place, self.what)
    }
}

/// What is still to be read, of a size that a thread takes at once.
pub enum Unread {
    /// A document in a file of its own.
    File(PathBuf),
    /// Some lines of a `.jsonl` file, each a document.
    Lines {
        /// The file.
        path: PathBuf,
        /// The number of the first, from 1.
        first: usize,
        /// The lines with their ends.
        bytes: Vec<u8>,
    },
    /// What could not be opened or read on.
    Failed(Problem),
}

impl Unread {
    /// How many bytes it has, as far as that is known before reading.
    pub fn n_bytes(&self) -> u64 {
        match self {
            Unread::File(path) => path.metadata().map_or(0, |metadata| metadata.len()),
            Unread::Lines { bytes, .. } => bytes.len() as u64,
            Unread::Failed(_) => 0,
        }
    }
}

/// How many bytes of lines are handed to a thread at once: enough that handing over costs nothing beside the
/// scan, little enough that a window of them is a few megabytes.
const BYTES_OF_LINES: u64 = 64 * 1024;

/// Whether a file holds a document a line.
pub fn is_lines(path: &Path) -> bool {
    has_extension(path, &["jsonl"])
}

/// Whether a file holds a page.
fn is_page(path: &Path) -> bool {
    has_extension(path, &["html", "htm", "xhtml"])
}

fn has_extension(path: &Path, extensions: &[&str]) -> bool {
    path.extension().is_some_and(|own| extensions.iter().any(|extension| own.eq_ignore_ascii_case(extension)))
}

/// What is to be read of a file.
pub fn unread(path: PathBuf) -> Box<dyn Iterator<Item = Unread> + Send> {
    if !is_lines(&path) {
        return Box::new(iter::once(Unread::File(path)));
    }
    match File::open(&path) {
        Ok(file) => Box::new(chunks(path, BufReader::new(file))),
        Err(error) => Box::new(iter::once(Unread::Failed(problem(&path, error)))),
    }
}

/// The lines of a file in chunks of about [`BYTES_OF_LINES`].
fn chunks(path: PathBuf, mut lines: impl BufRead) -> impl Iterator<Item = Unread> {
    let mut first = 1;
    let mut failed = false;
    iter::from_fn(move || {
        if failed {
            return None;
        }
        let mut bytes = Vec::new();
        let read = (&mut lines).take(BYTES_OF_LINES).read_to_end(&mut bytes).and_then(|_| match bytes.last() {
            Some(b'\n') | None => Ok(0),
            Some(_) => lines.read_until(b'\n', &mut bytes),
        });
        if let Err(error) = read {
            failed = true;
            return Some(Unread::Failed(problem(&path, error)));
        }
        let n_lines = bytes.iter().filter(|byte| **byte == b'\n').count();
        let chunk = Unread::Lines { path: path.clone(), first, bytes };
        first += n_lines;
        matches!(&chunk, Unread::Lines { bytes, .. } if !bytes.is_empty()).then_some(chunk)
    })
}

/// The documents of what was unread, with those that cannot be read in their places.
pub fn documents(unread: Unread) -> Vec<Result<Document, Problem>> {
    match unread {
        Unread::File(path) => vec![document_of_file(&path)],
        Unread::Lines { path, first, bytes } => (first..)
            .zip(bytes.split(|byte| *byte == b'\n'))
            .filter(|(_, line)| !line.trim_ascii().is_empty())
            .map(|(number, line)| document_of_line(&path, number, line))
            .collect(),
        Unread::Failed(problem) => vec![Err(problem)],
    }
}

fn document_of_file(path: &Path) -> Result<Document, Problem> {
    if is_page(path) {
        return page_of_file(path);
    }
    let text = read_text(path)?;
    Ok(Document { id: stem(path), article: article::from_text(&text), note: None })
}

/// The article of the page a file holds, in the encoding the page names.
pub fn page_of_file(path: &Path) -> Result<Document, Problem> {
    let bytes = read_bytes(path)?;
    let (html, is_malformed) = page::html::decode(&bytes);
    let article = article::from_html(&html);
    let malformed = "some bytes are no text in the encoding that the page names; they are read as \u{fffd}";
    let what = article.absence.map(sentence).or(is_malformed.then_some(malformed));
    let note = what.map(|what| Problem { place: name(path), what: what.to_owned() });
    Ok(Document { id: stem(path), article, note })
}

/// Why a page has no article, for who asked for it.
fn sentence(absence: Absence) -> &'static str {
    match absence {
        Absence::NoText => "the page has no text to read; it may be empty, a picture, or drawn by a script",
        Absence::NoArticle => "no article was found on the page; save its text as .txt to have all of it scanned",
    }
}

fn document_of_line(path: &Path, number: usize, line: &[u8]) -> Result<Document, Problem> {
    let place = || format!("{}:{number}", path.display());
    let line = document(line).map_err(|what| Problem { place: place(), what })?;
    let article = match line.body {
        Body::Text(text) => article::from_text(&text),
        Body::Html(html) => article::from_html(&html),
    };
    let note = article.absence.map(|absence| Problem { place: place(), what: sentence(absence).to_owned() });
    Ok(Document { id: line.id.unwrap_or_else(|| format!("{}:{number}", stem(path))), article, note })
}

/// The text of a file, byte for byte; of `-`, of standard input.
pub fn read_text(path: &Path) -> Result<String, Problem> {
    String::from_utf8(read_bytes(path)?).map_err(|error| {
        let what = format!("not UTF-8 text (byte {}); convert it first", error.utf8_error().valid_up_to());
        Problem { place: name(path), what }
    })
}

fn read_bytes(path: &Path) -> Result<Vec<u8>, Problem> {
    let mut bytes = Vec::new();
    let read = match is_standard_input(path) {
        true => io::stdin().lock().read_to_end(&mut bytes),
        false => File::open(path).and_then(|mut file| file.read_to_end(&mut bytes)),
    };
    read.map_err(|error| problem(path, error))?;
    Ok(bytes)
}

fn is_standard_input(path: &Path) -> bool {
    path == Path::new("-")
}

fn name(path: &Path) -> String {
    if is_standard_input(path) { "standard input".to_owned() } else { path.display().to_string() }
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

fn problem(path: &Path, error: io::Error) -> Problem {
    Problem { place: name(path), what: error.to_string() }
}
