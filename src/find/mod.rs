//! Finds who says what, and how sure they are.

pub mod attributions;
pub mod claims;
pub mod contents;
pub mod cues;
pub mod hedges;
pub mod ledger;
pub mod passage;
pub mod phrases;
pub mod provenance;
pub mod sources;
