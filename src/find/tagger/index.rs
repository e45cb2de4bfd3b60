//! Where the weights of a feature are: a table in which every feature has a place of its own (a perfect hash by trial;
//! hash, displace and compress, Belazzougui et al. 2009). What is asked for is there or nowhere: nothing is searched for
//! and nothing branches, for whether the model has a feature is what a processor guesses worst.

use super::features::N_FEATURES;

/// How many bits of a feature's hash count.
pub const HASH_BITS: u32 = 24;

/// The bits of a feature's hash that count, and its template above them: by bits alone one feature in a thousand would be
/// taken for another's.
pub type Key = u32;

/// The key of a feature.
#[inline]
pub const fn key(template: usize, hash: u32) -> Key {
    hash & ((1 << HASH_BITS) - 1) | (template as u32) << HASH_BITS
}

/// The template that a key's feature is of.
#[inline]
pub const fn template_of(key: Key) -> usize {
    (key >> HASH_BITS) as usize % N_FEATURES
}

/// From a feature's key to the number of its first row.
#[derive(Debug, Default)]
pub struct Index {
    /// For each bucket of keys the seed by which its keys have places of their own.
    seeds: Vec<u16>,
    /// Key and first row; of a free place the second is zero, which is no feature's.
    places: Vec<(Key, u32)>,
}

/// Keys and first rows, by the buckets they fall into, and where each bucket's begin and end.
struct Buckets {
    starts: Vec<usize>,
    ends: Vec<usize>,
    firsts: Vec<(Key, u32)>,
}

/// About how many keys fall into a bucket: of more, a seed is long to find; of fewer, there are more seeds.
const KEYS_A_BUCKET: usize = 3;

impl Index {
    /// The index of these keys and their first rows, none of which is the row zero. Of equal keys the first is kept.
    pub fn new(firsts: &[(Key, u32)]) -> Self {
        let n_buckets = firsts.len().div_ceil(KEYS_A_BUCKET).next_power_of_two();
        // A quarter more places than keys: of fewer, too, a seed is long to find.
        let n_places = firsts.len() + firsts.len() / 4 + 1;
        let mut index = Index { seeds: vec![0; n_buckets], places: vec![(0, 0); n_places] };
        let buckets = index.buckets(firsts);
        let of_bucket = |bucket: usize| &buckets.firsts[buckets.starts[bucket]..buckets.ends[bucket]];
        // The fullest first, while there is room.
        let fullest = (0..n_buckets).map(|bucket| of_bucket(bucket).len()).max().unwrap_or_default();
        let mut taken = Vec::with_capacity(fullest);
        for size in (1..=fullest).rev() {
            let of_size = (0..n_buckets).map(of_bucket).filter(|bucket| bucket.len() == size);
            of_size.for_each(|bucket| index.settle(bucket, &mut taken));
        }
        index
    }

    /// The keys by their buckets, all in one list: to make one for each bucket took half of the time.
    fn buckets(&self, firsts: &[(Key, u32)]) -> Buckets {
        let mut starts = vec![0; self.seeds.len() + 1];
        firsts.iter().for_each(|(key, _)| starts[self.bucket(*key) + 1] += 1);
        (1..starts.len()).for_each(|bucket| starts[bucket] += starts[bucket - 1]);
        let mut buckets = Buckets { ends: starts.clone(), starts, firsts: vec![(0, 0); firsts.len()] };
        for own in firsts {
            let bucket = self.bucket(own.0);
            let (start, end) = (buckets.starts[bucket], buckets.ends[bucket]);
            if buckets.firsts[start..end].iter().all(|(other, _)| *other != own.0) {
                buckets.firsts[end] = *own;
                buckets.ends[bucket] += 1;
            }
        }
        buckets
    }

    /// Finds the seed by which every key of a bucket falls on a free place. There is one among a few dozen.
    fn settle(&mut self, bucket: &[(Key, u32)], taken: &mut Vec<usize>) {
        for seed in 0..=u16::MAX {
            taken.clear();
            for (key, _) in bucket {
                let place = self.place(*key, seed);
                if self.places[place].1 == 0 && !taken.contains(&place) {
                    taken.push(place);
                }
            }
            if taken.len() == bucket.len() {
                let own = self.bucket(bucket[0].0);
                self.seeds[own] = seed;
                taken.iter().zip(bucket).for_each(|(place, own)| self.places[*place] = *own);
                return;
            }
        }
    }

    /// The first row of a feature; zero if it has none.
    #[inline]
    pub fn first(&self, key: Key) -> u32 {
        let seed = self.seeds.get(self.bucket(key)).copied().unwrap_or_default();
        let (found, first) = self.places.get(self.place(key, seed)).copied().unwrap_or_default();
        // All bits or none: of a condition compilers make a branch.
        first & u32::from(found == key).wrapping_neg()
    }

    /// The bucket of a key: hashes are odd, and mixed; the bits above the last are as good as any.
    #[inline]
    fn bucket(&self, key: Key) -> usize {
        (key >> 1) as usize & self.seeds.len().wrapping_sub(1)
    }

    #[inline]
    fn place(&self, key: Key, seed: u16) -> usize {
        let mixed = key.wrapping_mul(0x9e37_79b1).wrapping_mul(2 * u32::from(seed) + 1);
        // The high bits, which every bit of the key has a part in, as a share of the places.
        ((u64::from(mixed) * self.places.len() as u64) >> 32) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// So many keys that look like hashes, all odd.
    fn keys(n: u32) -> Vec<Key> {
        (1..=n)
            .map(|number| key(number as usize % N_FEATURES, number.wrapping_mul(0x2545_f491) ^ (number >> 3) | 1))
            .collect()
    }

    #[test]
    fn every_key_has_its_row_and_no_other_key_has_one() {
        for n in [0, 1, 2, 100, 6_000, 20_000] {
            let all = keys(2 * n);
            let (had, absent) = all.split_at(n as usize);
            let firsts: Vec<(Key, u32)> = had.iter().copied().zip(7..).collect();
            let index = Index::new(&firsts);
            assert!(had.iter().zip(7..).all(|(key, first)| index.first(*key) == first), "{n} keys");
            assert!(absent.iter().all(|key| index.first(*key) == 0 || had.contains(key)), "{n} keys");
            assert_eq!(index.first(key(0, 0)), 0, "the absent feature has no row");
        }
    }

    #[test]
    fn of_equal_keys_the_first_is_kept() {
        let twice = key(3, 0x12_3457);
        let index = Index::new(&[(twice, 7), (twice, 9), (key(4, 0x12_3457), 11)]);
        assert_eq!(index.first(twice), 7);
        assert_eq!(index.first(key(4, 0x12_3457)), 11);
    }
}
