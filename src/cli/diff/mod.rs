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
    documents::single,
    opening::Meter,
    own::Own,
    printing::print,
    problems::{Failure, Problem, complain, refuse},
    run,
    scanner::{Scanned, Scanner},
};

/// Writes what changed: as text nothing if the sourcing is the same. Of a version in which nothing could be found nothing
/// is said to a person: all would seem to be gone.
pub fn diff(arguments: &DiffArguments) -> Result<(), Failure> {
    if arguments.old == arguments.new {
        return Err(refuse("these are the same file"));
    }
    let scanner = Scanner::new(&arguments.scanner)?;
    let old = scanned(&arguments.old, arguments, &scanner)?;
    let new = scanned(&arguments.new, arguments, &scanner)?;
    let differences = differences(&old, &new);
    let is_compared = old.reason.or(new.reason).is_none();
    let written = match arguments.format {
        DiffFormat::Text if !is_compared => String::new(),
        DiffFormat::Text => text::text(&differences),
        DiffFormat::Json => differences.to_json() + "\n",
    };
    print(&written)?;
    if is_compared { Ok(()) } else { Err(Failure::NotAllDone) }
}

fn scanned(path: &Path, arguments: &DiffArguments, scanner: &Scanner) -> Result<Scanned, Failure> {
    let reading = ReadingArguments { from: arguments.from, jobs: None, files: vec![path.to_owned()] };
    let problem = |problem: Problem| {
        complain(problem);
        Failure::NotAllDone
    };
    let meter = Meter::default();
    let document = single(path, run::all(&reading, Own::default(), &meter), &meter).map_err(problem)?;
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
