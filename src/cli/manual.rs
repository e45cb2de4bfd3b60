//! The manual page and the shells' completions, made from the arguments themselves.

use std::{fs, io, path::Path};

use clap::CommandFactory;
use clap_complete::Shell;

use super::{
    arguments::Arguments,
    printing::print,
    problems::{Failure, Problem, complain},
};

/// Prints the completions of a shell.
pub fn completions(shell: Shell) -> Result<(), Failure> {
    let mut text = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "claimlight", &mut text);
    written(&text)
}

/// Prints the manual page, or writes it and a page for each command to a folder.
pub fn pages(folder: Option<&Path>) -> Result<(), Failure> {
    let Some(folder) = folder else {
        let mut text = Vec::new();
        clap_mangen::Man::new(Arguments::command())
            .render(&mut text)
            .map_err(|error| failed(Path::new("-"), &error))?;
        return written(&text);
    };
    fs::create_dir_all(folder).map_err(|error| failed(folder, &error))?;
    clap_mangen::generate_to(Arguments::command(), folder).map_err(|error| failed(folder, &error))
}

fn written(text: &[u8]) -> Result<(), Failure> {
    print(&String::from_utf8_lossy(text)).map(drop)
}

fn failed(path: &Path, error: &io::Error) -> Failure {
    complain(Problem::met(path, error));
    Failure::NotAllDone
}
