//! Finds who says what, and how sure they are.

pub mod attributions;
pub mod claims;
pub mod cues;
pub mod hedges;
pub mod ledger;
pub mod provenance;
pub mod sources;
