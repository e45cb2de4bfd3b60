//! A page that is being read, step by step: a page keeps its frames meanwhile.

use super::{asked::Asked, reading::Reading};
use crate::{
    article::{
        Absence,
        choose::{Choosing, Chosen, Scope, is_evidence},
    },
    page::live::{Looking, Read, Reader},
};

/// A page that is being read.
///
/// What no reader can see is no part of an article, and none is chosen for it. A browser takes long to say of each block
/// whether it is shown; so it is asked of those that the choice depends on, and when that is made of those chosen. Where
/// one of these is hidden, and where there is no article, all are looked at and it is chosen anew.
pub enum InProgress {
    /// It is read.
    Reading(Box<Reader>),
    /// It is looked which of some blocks are shown.
    Looking(Read, Looking, LookedAt),
    /// Its article is chosen; whether only of what is shown.
    Choosing(Read, Box<Choosing>, bool),
    /// What was chosen is put together.
    Chosen(Read, Result<Chosen, Absence>),
    /// The nodes are sought that it stands in.
    Placing(Read, Reading),
    /// What is left over is cut off.
    Cutting(Reading),
    /// Nothing is left to do.
    Done,
}

/// Which blocks are looked at.
pub enum LookedAt {
    /// Those that the choice depends on.
    Evidence,
    /// Those that were chosen.
    Chosen(Chosen),
    /// All.
    All,
}

impl InProgress {
    /// Prepares to read what was asked for.
    pub fn new(asked: &Asked) -> Self {
        match asked.root() {
            Some(root) => InProgress::Reading(Box::new(Reader::new(&root))),
            None => InProgress::choosing(Read::default(), asked, true),
        }
    }

    /// Reads a little; what was read, once that was all.
    pub fn step(&mut self, asked: &Asked) -> Option<Reading> {
        *self = match std::mem::replace(self, InProgress::Done) {
            InProgress::Reading(mut reader) => match reader.step() {
                Some(read) if asked.scope == Scope::Everything => InProgress::looking_at_all(read),
                Some(read) => InProgress::looking_at_evidence(read),
                None => InProgress::Reading(reader),
            },
            InProgress::Looking(read, mut looking, looked_at) => match looking.step(&read) {
                true => InProgress::looked(read, &looking, looked_at, asked),
                false => InProgress::Looking(read, looking, looked_at),
            },
            InProgress::Choosing(read, mut choosing, is_sifted) => match choosing.step(&read.outline) {
                Some(chosen) if is_sifted => InProgress::Chosen(read, chosen),
                Some(chosen) => InProgress::looking_at_chosen(read, chosen, choosing.headline()),
                None => InProgress::Choosing(read, choosing, is_sifted),
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
        InProgress::Looking(read, looking, LookedAt::All)
    }

    fn looking_at_evidence(read: Read) -> Self {
        let blocks = 0..read.outline.blocks.len();
        let looking = Looking::at(blocks.filter(|block| is_evidence(&read.outline, *block)).collect());
        InProgress::Looking(read, looking, LookedAt::Evidence)
    }

    fn looking_at_chosen(read: Read, chosen: Result<Chosen, Absence>, headline: Option<usize>) -> Self {
        let Ok(chosen) = chosen else { return InProgress::looking_at_all(read) };
        let blocks = chosen.blocks().chain(headline);
        let looking = Looking::at(blocks.filter(|block| !is_evidence(&read.outline, *block)).collect());
        InProgress::Looking(read, looking, LookedAt::Chosen(chosen))
    }

    fn choosing(read: Read, asked: &Asked, is_sifted: bool) -> Self {
        InProgress::Choosing(read, Box::new(Choosing::new(asked.scope)), is_sifted)
    }

    fn looked(mut read: Read, looking: &Looking, looked_at: LookedAt, asked: &Asked) -> Self {
        match looked_at {
            LookedAt::Chosen(chosen) if looking.is_all_shown() => InProgress::Chosen(read, Ok(chosen)),
            LookedAt::Chosen(_) => InProgress::looking_at_all(read),
            LookedAt::Evidence | LookedAt::All => {
                read.take_out_hidden(looking);
                InProgress::choosing(read, asked, matches!(looked_at, LookedAt::All))
            }
        }
    }
}
