//! `claimlight article`: what of a page is scanned, to look at or to hand on.

use std::ops::ControlFlow;

use claimlight::Article;

use super::{
    arguments::{Form, ReadingArguments, ScannerArguments},
    inputs::{self, Meter},
    own::Own,
    printing::{Reader, print},
    problems::{Failure, complain},
    run::{self, Finished},
    scanner::{Scanned, Scanner},
};

/// Writes the running text of each page's article, a block a line, an empty line between two. Several stand each under
/// its name.
pub fn article(arguments: &ReadingArguments) -> Result<(), Failure> {
    let of_many = inputs::are_many(arguments);
    let scanner = Scanner::new(&ScannerArguments::default())?;
    // Whatever a single file is called, who asks for its article says that it is a page.
    let from = arguments.from.or((!of_many).then_some(Form::Html));
    let reading = ReadingArguments { from, jobs: arguments.jobs, files: arguments.files.clone() };
    let text = |scanned: &Scanned| {
        let heading = if of_many { format!("# {}\n\n", scanned.document.id) } else { String::new() };
        heading + &running_text(&scanned.document.article)
    };
    let (mut failed, mut is_first) = (false, true);
    let meter = Meter::default();
    let unread = run::all(&reading, Own::default(), &meter);
    run::over_all(unread, reading.jobs, &scanner, &meter, text, |turn| {
        for Finished { result, .. } in turn {
            let done = match result {
                Ok(done) => done,
                Err(unreadable) => {
                    complain(&unreadable.problem);
                    failed = true;
                    continue;
                }
            };
            done.note.iter().for_each(complain);
            let between = if is_first { "" } else { "\n" };
            is_first = false;
            let printed = print(&[between, &done.result].concat());
            failed |= printed.is_err();
            if printed != Ok(Reader::Reads) {
                return ControlFlow::Break(());
            }
        }
        ControlFlow::Continue(())
    });
    if failed { Err(Failure::NotAllDone) } else { Ok(()) }
}

fn running_text(article: &Article) -> String {
    let blocks: Vec<&str> = article.body().map(|block| block.span.of(&article.text)).collect();
    if blocks.is_empty() { String::new() } else { blocks.join("\n\n") + "\n" }
}
