//! Finds who says what, and how sure they are. The modules stand in reading order; each uses those above it.

mod hashed;
pub mod passage;
mod phrases;
mod heads;
mod anonymity;
pub(crate) mod kinds;
pub(crate) mod quantities;
pub mod cues;
pub mod sources;
mod contents;
pub mod rules;
pub mod tagger;
pub(crate) mod confidence;
mod links;
pub mod provenance;
mod headlines;
mod dialogues;
mod senses;
mod mends;
pub mod attributions;
pub mod ledger;
pub mod hedges;
pub mod claims;
