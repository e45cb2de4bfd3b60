//! Reads text: tokens, the sentences they make, and what stands in quotation marks.

pub mod tokens;
pub mod sentences;
pub mod quotations;
