//! Finds who says what, and how sure they are.

pub mod passage;
pub mod phrases;
pub mod cues;
pub mod sources;
pub mod contents;
pub mod attributions;
pub mod ledger;
pub mod hedges;
pub mod claims;
pub mod provenance;
