//! `claimlight article`: what of a page is scanned, to look at or to hand on.

use std::{
    io::{self, Write},
    path::Path,
};

use super::{Failure, complain, documents};

/// Writes the running text of a page's article, a block a line, an empty line between two.
pub fn article(file: &Path) -> Result<(), Failure> {
    let failed = |what: String| {
        complain(&what);
        Failure::NotAllRead
    };
    let document = documents::page_of_file(file).map_err(|problem| failed(problem.to_string()))?;
    let text = document.article.text.as_str();
    let blocks: Vec<&str> = document.article.body().map(|block| block.span.of(text)).collect();
    if let Some(note) = document.note {
        complain(&note.to_string());
    }
    if blocks.is_empty() {
        return Err(Failure::NotAllRead);
    }
    match io::stdout().lock().write_all((blocks.join("\n\n") + "\n").as_bytes()) {
        // Who closes the pipe has read enough.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(failed(format!("cannot write: {error}"))),
        _ => Ok(()),
    }
}
