//! Splits the tokens of a block into sentences.
