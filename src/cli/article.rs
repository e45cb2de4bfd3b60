//! `claimlight article`: what of a page is scanned, to look at or to hand on.

use std::ops::ControlFlow;

use claimlight::article::Block;

use super::{
    arguments::{ArticleArguments, Form, ReadingArguments, ScannerArguments},
    document::Document,
    forms::form_by_name,
    inputs, interrupt,
    opening::Meter,
    own::Own,
    printing::{Reader, print},
    problems::{Failure, complain},
    run::{self, Finished},
    scanner::{Scanned, Scanner},
    unread::begun,
};

/// Writes the running text of each page's article, a block a line, an empty line between two; of plain text, and where
/// the whole is asked for, every block. Several stand each under its name.
pub fn article(arguments: &ArticleArguments) -> Result<(), Failure> {
    let ArticleArguments { whole, reading } = arguments;
    let scanner = Scanner::new(&ScannerArguments::default())?;
    let from = reading.from.or_else(|| unnamed_form(reading));
    let reading = ReadingArguments { from, jobs: reading.jobs, files: reading.files.clone() };
    let meter = Meter::default();
    interrupt::listen();
    let (unread, is_of_many) = begun(run::all(&reading, Own::default(), &meter));
    let of_many = is_of_many || inputs::are_many(&reading);
    let text = |scanned: &Scanned| {
        let Document { id, article, is_page, .. } = &scanned.document;
        let heading = if of_many { format!("# {id}\n\n") } else { String::new() };
        let blocks: Vec<Block> = if *whole || !is_page { article.blocks.clone() } else { article.body().collect() };
        heading + &text_of(&blocks, &article.text)
    };
    let (mut failed, mut is_first) = (false, true);
    run::over_all(unread, reading.jobs, &scanner, &meter, text, |turn| {
        for Finished { result, .. } in turn {
            let Ok(done) = result.inspect_err(|unreadable| complain(&unreadable.problem)) else {
                failed = true;
                continue;
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
    match (interrupt::is_asked(), failed) {
        (true, _) => Err(Failure::Interrupted),
        (false, true) => Err(Failure::NotAllDone),
        (false, false) => Ok(()),
    }
}

/// What a single file holds whose name does not say it: who asks for its article says that it is a page.
fn unnamed_form(reading: &ReadingArguments) -> Option<Form> {
    let [file] = &reading.files[..] else { return None };
    let is_unnamed = file.is_file() && form_by_name(file).is_none();
    is_unnamed.then_some(Form::Html)
}

fn text_of(blocks: &[Block], text: &str) -> String {
    let blocks: Vec<&str> = blocks.iter().map(|block| block.span.of(text)).collect();
    if blocks.is_empty() { String::new() } else { blocks.join("\n\n") + "\n" }
}
