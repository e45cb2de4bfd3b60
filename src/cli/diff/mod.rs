//! `claimlight diff`: what changed in the sourcing between two versions of an article. Sentences that only moved their
//! commas are the same sentence; what is said of each is compared, not its words.

mod sources;
mod sentence;
mod pairs;
mod sentences;
mod text;

use std::path::Path;

use claimlight::wire::differences::{Differences, Version};

use super::{
    arguments::{DiffArguments, DiffFormat, ReadingArguments},
    documents, inputs,
    printing::print,
    problems::{Failure, Problem, complain, refuse},
    scanner::{Scanned, Scanner},
};

/// Writes what changed: as text nothing if the sourcing is the same.
pub fn diff(arguments: &DiffArguments) -> Result<(), Failure> {
    if arguments.old == arguments.new {
        return Err(refuse("these are the same file"));
    }
    let scanner = Scanner::new(&arguments.scanner)?;
    let old = scanned(&arguments.old, arguments, &scanner)?;
    let new = scanned(&arguments.new, arguments, &scanner)?;
    let differences = differences(&old, &new);
    let written = match arguments.format {
        DiffFormat::Text => text::text(&differences),
        DiffFormat::Json => differences.to_json() + "\n",
    };
    print(&written).map(drop)
}

fn scanned(path: &Path, arguments: &DiffArguments, scanner: &Scanner) -> Result<Scanned, Failure> {
    let reading = ReadingArguments { from: arguments.from, jobs: None, files: vec![path.to_owned()] };
    let problem = |problem: Problem| {
        complain(problem);
        Failure::NotAllDone
    };
    let input = inputs::inputs(&reading).next().unwrap_or_else(|| Err(Problem::at(path, "holds no document")));
    let document = documents::single(input).map_err(problem)?;
    let scanned = scanner.scan(document).map_err(|unreadable| problem(unreadable.problem))?;
    scanned.note().iter().for_each(complain);
    Ok(scanned)
}

fn differences(old: &Scanned, new: &Scanned) -> Differences {
    let version = |scanned: &Scanned| Version { id: scanned.document.id.clone(), reason: scanned.reason };
    Differences {
        old: version(old),
        new: version(new),
        sources: sources::sources(&old.report, &new.report),
        sentences: sentences::sentences(old, new),
    }
}
