//! Scans documents with what was asked.

use claimlight::{
    Options, Report, lexicon,
    patterns::{self, Patterns},
    scan_article, wire,
};

use super::{
    arguments::ScannerArguments,
    document::{Document, Unreadable},
    foreign::plain,
    language::spoken,
    problems::{Failure, Problem, complain, guarded, is_standard_input, refuse},
};

/// What documents are scanned with.
#[derive(Debug)]
pub struct Scanner {
    /// What was asked of the scan.
    pub options: Options,
    patterns: Patterns,
}

/// A document with its report.
pub struct Scanned {
    /// The document.
    pub document: Document,
    /// What was found in it.
    pub report: Report,
    /// Why nothing could be, if nothing could.
    pub reason: Option<&'static str>,
}

impl Scanner {
    /// What the arguments ask for; rules that cannot be read are named.
    pub fn new(arguments: &ScannerArguments) -> Result<Self, Failure> {
        let defaults = Options::default();
        let options = Options { language: arguments.lang.clone(), conditionals: arguments.conditionals, ..defaults };
        Ok(Scanner { options, patterns: rules(arguments)? })
    }

    /// Scans a document. A fault of the scanner costs one document, not the archive.
    pub fn scan(&self, mut document: Document) -> Result<Scanned, Unreadable> {
        let scanned = guarded(|| {
            if document.article.language.is_none() {
                document.article.language = spoken(&document.article.text, &self.options.language);
            }
            let mut report = scan_article(&document.article, &self.options);
            self.patterns.apply(&document.article, &mut report);
            (report, wire::reason(&document.article, &self.options))
        });
        match scanned {
            Ok((report, reason)) => Ok(Scanned { document, report, reason }),
            Err(what) => {
                let problem = Problem { place: document.place, what };
                Err(Unreadable { id: document.id, problem })
            }
        }
    }
}

/// The patterns of the file that is named.
fn rules(arguments: &ScannerArguments) -> Result<Patterns, Failure> {
    let Some(file) = &arguments.rules else { return Ok(Patterns::default()) };
    if is_standard_input(file) {
        return Err(refuse("--rules needs a file; standard input is for what is scanned"));
    }
    let bytes = std::fs::read(file).map_err(|error| refuse(Problem::met(file, &error)))?;
    let text = plain(bytes).map_err(|what| refuse(Problem::at(file, format!("no list of rules: {what}"))))?;
    patterns::read(&file.display().to_string(), &text).map_err(|errors| {
        errors.iter().for_each(complain);
        Failure::Usage
    })
}

impl Scanned {
    /// What its reader should know: why nothing is marked, how it was read.
    pub fn note(&self) -> Option<Problem> {
        let what = self.reason.map(|reason| self.sentence(reason)).or(self.document.note.map(str::to_owned))?;
        Some(Problem { place: self.document.place.clone(), what })
    }

    fn sentence(&self, reason: &str) -> String {
        let language = self.document.article.language.as_deref().unwrap_or_default();
        let known: Vec<&str> = lexicon::languages().collect();
        match reason {
            "no-article" => {
                "no article was found on the page: it may be a list of stories, too short, or pictures of words; text saved as .txt \
                 is scanned whole"
                    .to_owned()
            }
            "language" => {
                format!(
                    "nothing is marked: its language is “{language}”, and there are word lists only for: {}",
                    known.join(", ")
                )
            }
            // A page says why it has no text; plain text is empty.
            _ if self.document.article.absence.is_some() => {
                "the page has no text to read; it may be empty, a picture, or drawn by a script".to_owned()
            }
            _ => "there is no text in it".to_owned(),
        }
    }
}
