//! A page that is being read, step by step: a page keeps its frames meanwhile.

use super::{asked::Asked, reading::Reading};
use crate::{
    article::{
        Absence,
        choose::{Choosing, Chosen, Scope},
    },
    page::live::{Looking, Read, Reader},
};

/// A page that is being read.
///
/// What no reader can see is no part of an article. Where that is hardly anything, as on most pages, it is enough to choose
/// among all that was read and to look at what was chosen; where some of that is not to be seen, and where there is no
/// article, all is looked at and chosen anew.
pub enum InProgress {
    /// It is read.
    Reading(Box<Reader>),
    /// Its article is chosen; whether only of what is shown.
    Choosing(Read, Box<Choosing>, bool),
    /// It is looked whether what was chosen is shown; or, if nothing is yet, which of all blocks are.
    Looking(Read, Looking, Option<Chosen>),
    /// What was chosen is put together.
    Chosen(Read, Result<Chosen, Absence>),
    /// The nodes are sought that it stands in.
    Placing(Read, Reading),
    /// What is left over is cut off.
    Cutting(Reading),
    /// Nothing is left to do.
    Done,
}

impl InProgress {
    /// Prepares to read what was asked for.
    pub fn new(asked: &Asked) -> Self {
        match asked.root() {
            Some(root) => InProgress::Reading(Box::new(Reader::new(&root))),
            None => InProgress::Choosing(Read::default(), Box::new(Choosing::new(asked.scope)), true),
        }
    }

    /// Reads a little; what was read, once that was all.
    pub fn step(&mut self, asked: &Asked) -> Option<Reading> {
        *self = match std::mem::replace(self, InProgress::Done) {
            InProgress::Reading(mut reader) => match reader.step() {
                Some(read) if asked.scope == Scope::Everything => InProgress::looking_at_all(read),
                Some(read) => InProgress::choosing(read, asked, false),
                None => InProgress::Reading(reader),
            },
            InProgress::Choosing(read, mut choosing, is_sifted) => match choosing.step(&read.outline) {
                Some(chosen) => InProgress::chosen(read, chosen, is_sifted),
                None => InProgress::Choosing(read, choosing, is_sifted),
            },
            InProgress::Looking(read, mut looking, chosen) => match looking.step(&read) {
                true => InProgress::looked(read, &looking, chosen, asked),
                false => InProgress::Looking(read, looking, chosen),
            },
            InProgress::Chosen(read, chosen) => {
                let reading = Reading::new(&read, chosen);
                InProgress::Placing(read, reading)
            }
            InProgress::Placing(read, mut reading) => {
                reading.place(read);
                InProgress::Cutting(reading)
            }
            InProgress::Cutting(mut reading) => {
                reading.finish(asked);
                return Some(reading);
            }
            InProgress::Done => InProgress::Done,
        };
        None
    }

    fn looking_at_all(read: Read) -> Self {
        let looking = Looking::at_all(&read);
        InProgress::Looking(read, looking, None)
    }

    fn choosing(read: Read, asked: &Asked, is_sifted: bool) -> Self {
        InProgress::Choosing(read, Box::new(Choosing::new(asked.scope)), is_sifted)
    }

    fn chosen(read: Read, chosen: Result<Chosen, Absence>, is_sifted: bool) -> Self {
        match chosen {
            Ok(chosen) if !is_sifted => {
                let looking = Looking::at(chosen.blocks().collect());
                InProgress::Looking(read, looking, Some(chosen))
            }
            Err(_) if !is_sifted => InProgress::looking_at_all(read),
            chosen => InProgress::Chosen(read, chosen),
        }
    }

    fn looked(mut read: Read, looking: &Looking, chosen: Option<Chosen>, asked: &Asked) -> Self {
        match chosen {
            Some(chosen) if looking.is_all_shown() => InProgress::Chosen(read, Ok(chosen)),
            Some(_) => InProgress::looking_at_all(read),
            None => {
                read.keep(looking);
                InProgress::choosing(read, asked, true)
            }
        }
    }
}
