//! The bar that shows how far a run is, where somebody watches.

use std::io::{self, IsTerminal};

use indicatif::{HumanCount, ProgressBar, ProgressStyle};

use super::{arguments::ReadingArguments, inputs, opening::Meter, own::Own, problems::is_standard_input};

/// How far a run is.
pub struct Progress<'a> {
    bar: ProgressBar,
    meter: &'a Meter,
}

impl<'a> Progress<'a> {
    /// A bar over the bytes of what is named, if it is `wanted`; hidden when piped.
    pub fn new(reading: &ReadingArguments, meter: &'a Meter, wanted: bool) -> Self {
        let bar = if wanted && io::stderr().is_terminal() { bar(reading) } else { ProgressBar::hidden() };
        Progress { bar, meter }
    }

    /// Shows that `n_documents` are done.
    pub fn show(&self, n_documents: u64) {
        self.bar.set_position(self.meter.n_bytes());
        self.bar.set_message(format!("{} documents", HumanCount(n_documents)));
    }

    /// Says something beside the bar.
    pub fn suspend(&self, say: impl FnOnce()) {
        self.bar.suspend(say);
    }

    /// Takes the bar away.
    pub fn end(&self) {
        self.bar.finish_and_clear();
    }
}

/// Where the reports go while the bar is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Passing {
    /// Over the terminal.
    OverTerminal,
    /// To a file or another program.
    Elsewhere,
}

impl Passing {
    /// Where standard output goes.
    pub fn of_standard_output() -> Self {
        if io::stdout().is_terminal() { Passing::OverTerminal } else { Passing::Elsewhere }
    }
}

fn bar(reading: &ReadingArguments) -> ProgressBar {
    let is_endless = reading.files.is_empty() || reading.files.iter().any(|file| is_standard_input(file));
    let (bar, template) = match is_endless {
        true => (ProgressBar::no_length(), "{spinner} {msg} · {binary_bytes} · {binary_bytes_per_sec}"),
        false => (
            ProgressBar::new(n_bytes(reading)),
            "{bar:30} {percent:>3} % · {msg} · {binary_bytes_per_sec} · {eta} left",
        ),
    };
    bar.with_style(ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar()))
}

/// The size of all that is named; looked up only when somebody watches.
fn n_bytes(reading: &ReadingArguments) -> u64 {
    let sizes = inputs::inputs(reading, Own::default(), drop)
        .flatten()
        .map(|input| input.path.metadata().map_or(0, |metadata| metadata.len()));
    sizes.sum()
}
