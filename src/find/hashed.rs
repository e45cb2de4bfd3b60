//! Tables by the hashes of words, which need not be hashed again.

use std::{
    collections::{HashMap, HashSet},
    hash::{BuildHasherDefault, Hasher},
};

/// A table whose keys are hashes.
pub type HashedMap<Key, Value> = HashMap<Key, Value, BuildHasherDefault<Mixer>>;

/// A set of hashes.
pub type HashedSet = HashSet<u64, BuildHasherDefault<Mixer>>;

/// Mixes hashes, and what stands with them in a key.
#[derive(Default)]
pub struct Mixer(u64);

impl Hasher for Mixer {
    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.write_u64(u64::from(*byte)));
    }

    fn write_u64(&mut self, hash: u64) {
        // A factor without pattern (2^64 over the golden ratio) spreads low bits, the fold brings them back down.
        let mixed = (self.0.rotate_left(5) ^ hash).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.0 = mixed ^ (mixed >> 32);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}
