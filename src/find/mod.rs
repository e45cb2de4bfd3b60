//! Finds who says what, and how sure they are. The modules stand in reading order; each uses those above it.

mod hashed;
pub mod passage;
pub mod phrases;
pub mod heads;
pub mod anonymity;
pub mod kinds;
pub mod quantities;
pub mod cues;
pub mod sources;
pub mod contents;
pub mod rules;
// Public for its training alone: what it is made of changes with its weights, and nobody else can build on it.
#[doc(hidden)]
pub mod tagger;
pub mod confidence;
pub mod links;
pub mod headlines;
pub mod dialogues;
pub mod senses;
pub mod mends;
pub mod attributions;
pub mod provenance;
pub mod ledger;
pub mod hedges;
pub mod claims;
