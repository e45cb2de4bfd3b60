//! Finds what stands in quotation marks.
