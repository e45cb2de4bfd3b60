//! Reads what is named on the command line in parts of a size that a thread takes at once.

use std::{fs::File, io::Read, path::Path, time::SystemTime};

use super::{
    arguments::Form,
    document::Unreadable,
    forms::form_by_start,
    inputs::Input,
    lines::{Chunk, Chunks, MAX_DOCUMENT, too_long},
    opening::{Meter, Raw, is_called_packed, open, start, unpacked},
    packed::PACKED,
    passed::key,
    problems::{Problem, name, unbroken},
    window::Lines,
};

/// What is still to be read, of a size that a thread takes at once.
pub enum Unread {
    /// A document in a file of its own.
    File(Input, Form),
    /// The bytes of one document.
    Bytes(Input, Form, Vec<u8>),
    /// Some lines of a file, each a document.
    Lines(Input, Chunk),
    /// A page from a web archive, as it is stored.
    #[cfg(feature = "warc")]
    Fetched(super::warc::Fetched),
    /// A page from a web archive, unpacked.
    #[cfg(feature = "warc")]
    Stored(super::warc::Stored),
    /// A document of a file that holds many, which could not be read.
    Lost(Unreadable),
    /// What could not be opened or read on.
    Failed(Unreadable),
}

impl Unread {
    /// What tells each of its documents from others, those included that cannot be read. Files are told by their
    /// paths, lengths and when they were written: they are not opened to be passed over.
    pub fn keys(&self) -> Vec<u64> {
        match self {
            Unread::Lines(input, chunk) => chunk.lines().map(|(_, line)| key((&input.path, line))).collect(),
            Unread::File(input, _) => vec![key((&input.path, written(&input.path)))],
            Unread::Bytes(input, _, bytes) => vec![key((&input.path, bytes))],
            #[cfg(feature = "warc")]
            Unread::Fetched(record) => vec![key((&record.uri, &record.bytes))],
            #[cfg(feature = "warc")]
            Unread::Stored(page) => vec![key((&page.uri, &page.bytes))],
            Unread::Lost(Unreadable { problem, .. }) | Unread::Failed(Unreadable { problem, .. }) => {
                vec![key((&problem.place, &problem.what))]
            }
        }
    }

    /// Leaves out the first `n` documents, fewer than it holds.
    pub fn skip(&mut self, n: usize) {
        if let Unread::Lines(_, chunk) = self {
            chunk.skip(n);
        }
    }

    /// The same with the bytes of its documents, unpacked, so that it is known how many they are; as it was if they are more
    /// than `most`, which is fewer than a document may have.
    pub fn in_memory(self, meter: &Meter, most: usize) -> Result<Self, Self> {
        match &self {
            Unread::File(input, form) => match unbroken(&name(&input.path), || opened(input, meter, most)) {
                Ok(Some(bytes)) => Ok(Unread::Bytes(input.clone(), *form, bytes)),
                Ok(None) if most < MAX_DOCUMENT => Err(self),
                Ok(None) => Ok(failed(&input.id, Problem::at(&input.path, too_long()))),
                Err(problem) => Ok(failed(&input.id, problem)),
            },
            #[cfg(feature = "warc")]
            Unread::Fetched(record) => match unbroken(&record.uri, || record.unpacked(most)) {
                Ok(Some(page)) => Ok(Unread::Stored(page)),
                Ok(None) if most < MAX_DOCUMENT => Err(self),
                Ok(None) => Ok(failed(&record.uri, Problem { place: record.place.clone(), what: too_long() })),
                Err(problem) => Ok(failed(&record.uri, problem)),
            },
            _ => Ok(self),
        }
    }

    /// How many bytes are in it that are known to be packed.
    pub fn n_packed(&self) -> usize {
        match self {
            Unread::File(input, _) if is_called_packed(&input.path) || begins_packed(&input.path) => self.n_bytes(),
            #[cfg(feature = "warc")]
            Unread::Fetched(record) if record.is_packed => self.n_bytes(),
            _ => 0,
        }
    }

    /// How many bytes are to be scanned, as far as it is known: of a file as many as lie on the disk.
    pub fn n_bytes(&self) -> usize {
        match self {
            // Of a pipe some systems say what waits in it.
            Unread::File(input, _) if input.path.is_file() => {
                written(&input.path).map_or(0, |(length, _)| length as usize)
            }
            Unread::File(..) => 0,
            Unread::Lines(_, chunk) => chunk.bytes.len(),
            Unread::Bytes(_, _, bytes) => bytes.len(),
            #[cfg(feature = "warc")]
            Unread::Fetched(record) => record.bytes.len(),
            #[cfg(feature = "warc")]
            Unread::Stored(page) => page.bytes.len(),
            Unread::Lost(_) | Unread::Failed(_) => 0,
        }
    }
}

/// Whether a file begins as gzip's do, whatever it is called. One that cannot be opened is told of when it is read.
fn begins_packed(path: &Path) -> bool {
    let mut start = [0; PACKED.len()];
    path.is_file() && File::open(path).and_then(|mut file| file.read_exact(&mut start)).is_ok() && start == PACKED
}

/// How long a file is, and when it was written; a file that is not there is told by that.
fn written(path: &Path) -> Option<(u64, Option<SystemTime>)> {
    path.metadata().ok().map(|metadata| (metadata.len(), metadata.modified().ok()))
}

/// What is to be read of all that is named.
pub type AllUnread<'a> = Box<dyn Iterator<Item = Unread> + Send + 'a>;

/// What is to be read, and whether it begins with a document of a file that holds many: of standard input and of pipes only
/// what comes out of them says it.
pub fn begun(unread: AllUnread<'_>) -> (AllUnread<'_>, bool) {
    let mut unread = unread.peekable();
    let is_of_many = match unread.peek() {
        Some(Unread::Lines(..) | Unread::Lost(_)) => true,
        #[cfg(feature = "warc")]
        Some(Unread::Fetched(_)) => true,
        _ => false,
    };
    (Box::new(unread), is_of_many)
}

/// What is to be read of an input. What has to be read in order is read here, one document in a file where it is scanned.
pub fn unread(input: Result<Input, Problem>, meter: &Meter) -> AllUnread<'_> {
    let input = match input {
        Ok(input) => input,
        Err(problem) => return one(failed(&problem.place.clone(), problem)),
    };
    // What is no file is told by what comes out of it.
    if let Some(form @ (Form::Text | Form::Html)) = input.form.filter(|_| input.path.is_file()) {
        return one(Unread::File(input, form));
    }
    let opened = open(&input.path, meter).and_then(|mut raw| {
        // What cannot be read at all is told as that, and not as a document that is lost.
        raw.ahead(1)?;
        let form =
            input.form.map_or_else(|| start(&mut raw).map(|start| form_by_start(&start)), |form| Ok(Ok(form)))?;
        Ok((form, raw))
    });
    let read = match opened {
        Ok((Ok(Form::Warc), raw)) => return fetched(input, raw),
        Ok((Ok(form), raw)) => {
            unpacked(raw).map(|reader| (form, reader)).map_err(|error| Problem::met(&input.path, &error))
        }
        Ok((Err(what), _)) => Err(Problem::at(&input.path, what)),
        Err(error) => Err(Problem::met(&input.path, &error)),
    };
    match read {
        Ok((Form::Jsonl, reader)) => in_lines(input, reader),
        Ok((form, reader)) => one(match whole(&input, reader, MAX_DOCUMENT) {
            Ok(Some(bytes)) => Unread::Bytes(input, form, bytes),
            Ok(None) => failed(&input.id, Problem::at(&input.path, too_long())),
            Err(problem) => failed(&input.id, problem),
        }),
        Err(problem) => one(failed(&input.id, problem)),
    }
}

fn failed(id: &str, problem: Problem) -> Unread {
    Unread::Failed(Unreadable { id: id.to_owned(), problem })
}

fn lost(problem: Problem) -> Unread {
    Unread::Lost(Unreadable { id: problem.place.clone(), problem })
}

fn in_lines<'a>(input: Input, reader: Box<dyn Lines + Send + 'a>) -> AllUnread<'a> {
    let chunks = Chunks::new(name(&input.path), reader);
    Box::new(chunks.map(move |chunk| match chunk {
        Ok(chunk) => Unread::Lines(input.clone(), chunk),
        Err(problem) => lost(problem),
    }))
}

fn one<'a>(unread: Unread) -> AllUnread<'a> {
    Box::new([unread].into_iter())
}

#[cfg(feature = "warc")]
fn fetched(input: Input, raw: Raw<'_>) -> AllUnread<'_> {
    let records = super::warc::records(name(&input.path), input.number, raw);
    Box::new(records.map(|record| record.map_or_else(lost, Unread::Fetched)))
}

#[cfg(not(feature = "warc"))]
fn fetched(input: Input, _: Raw<'_>) -> AllUnread<'_> {
    let what = "this build reads no web archives; build it with --features warc";
    one(failed(&input.id, Problem::at(&input.path, what)))
}

/// The bytes of one document in a file of its own; none if they are more than `most`.
fn opened(input: &Input, meter: &Meter, most: usize) -> Result<Option<Vec<u8>>, Problem> {
    let reader = open(&input.path, meter).and_then(unpacked);
    whole(input, reader.map_err(|error| Problem::met(&input.path, &error))?, most)
}

/// The bytes of one document; none if they are more than `most`.
fn whole(input: &Input, reader: impl Read, most: usize) -> Result<Option<Vec<u8>>, Problem> {
    let mut bytes = Vec::new();
    let read = reader.take(most as u64 + 1).read_to_end(&mut bytes);
    read.map_err(|error| Problem::met(&input.path, &error))?;
    Ok(Some(bytes).filter(|bytes| bytes.len() <= most))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    #[test]
    fn a_packed_page_is_known_whatever_it_is_called() {
        let path = std::env::temp_dir().join(format!("claimlight-packed-{}.html", std::process::id()));
        let mut packer = flate2::write::GzEncoder::new(File::create(&path).unwrap(), flate2::Compression::fast());
        packer.write_all(b"<p>He left.</p>").unwrap();
        let n_bytes = packer.finish().unwrap().metadata().unwrap().len();
        let input = Input { path: path.clone(), id: "page".to_owned(), form: None, number: 0 };
        let n_packed = Unread::File(input, Form::Html).n_packed();
        std::fs::remove_file(path).unwrap();
        assert_eq!(n_packed as u64, n_bytes);
    }
}
