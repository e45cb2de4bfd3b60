//! Which documents a run has passed, told in constant memory: those of another run, or another order, are told apart.

use std::hash::{DefaultHasher, Hash, Hasher};

/// The documents that were passed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Passed {
    /// How many.
    pub n: u64,
    /// A hash over the keys of all, in order.
    pub hash: u64,
}

impl Passed {
    /// Passes one more.
    pub fn add(&mut self, document: u64) {
        *self = Passed { n: self.n + 1, hash: key((self.hash, document)) };
    }
}

/// The key of a document that `what` tells from others.
pub fn key(what: impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    what.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_passed_is_told_by_its_documents_and_their_order() {
        let passed = |documents: &[&str]| {
            let mut passed = Passed::default();
            documents.iter().for_each(|document| passed.add(key(document)));
            passed
        };
        assert_eq!(passed(&["a", "b"]), passed(&["a", "b"]));
        assert_ne!(passed(&["a", "b"]), passed(&["b", "a"]));
        assert_ne!(passed(&["a", "b"]), passed(&["a", "c"]));
    }
}
