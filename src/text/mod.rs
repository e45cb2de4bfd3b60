//! Reads text: tokens, the sentences they make, and what stands in quotation marks.

pub mod quotations;
pub mod sentences;
pub mod tokens;
