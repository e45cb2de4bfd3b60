//! Sets of classes: one test of a bit for a rule that asks what a word is.

use std::ops::{BitOr, BitOrAssign};

use super::classes::Class;

/// How many words of 64 bits a set takes.
const N_WORDS: usize = 3;

/// A set of classes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Classes([u64; N_WORDS]);

impl Classes {
    /// The set of these.
    pub const fn of(classes: &[Class]) -> Classes {
        let mut words = [0; N_WORDS];
        let mut index = 0;
        while index < classes.len() {
            let class = classes[index] as usize;
            words[class / 64] |= 1 << (class % 64);
            index += 1;
        }
        Classes(words)
    }

    /// Whether `class` is one of them.
    #[inline]
    pub const fn has(self, class: Class) -> bool {
        self.0[class as usize / 64] & (1 << (class as usize % 64)) != 0
    }

    /// Whether the sets share a class.
    #[inline]
    pub const fn meets(self, other: Classes) -> bool {
        !self.and(other).is_empty()
    }

    /// The classes that both sets have.
    #[inline]
    pub const fn and(self, other: Classes) -> Classes {
        let ([a, b, c], [x, y, z]) = (self.0, other.0);
        Classes([a & x, b & y, c & z])
    }

    /// A number that differs with the set.
    #[inline]
    pub const fn bits(self) -> u64 {
        let [a, b, c] = self.0;
        a ^ b.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ c.wrapping_mul(0xc2b2_ae3d_27d4_eb4f)
    }

    /// Whether there is none.
    pub const fn is_empty(self) -> bool {
        let [a, b, c] = self.0;
        a | b | c == 0
    }
}

impl BitOr for Classes {
    type Output = Classes;
    fn bitor(mut self, other: Classes) -> Classes {
        self |= other;
        self
    }
}

impl BitOrAssign for Classes {
    fn bitor_assign(&mut self, other: Classes) {
        self.0.iter_mut().zip(other.0).for_each(|(word, other)| *word |= other);
    }
}
