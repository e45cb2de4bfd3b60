//! The tagger's weights: small integers, reached by the hash of a feature.
//!
//! The file holds, after the number of features, six streams: the features' hashes in rising order as differences
//! (little-endian base 128), the template of each, the transitions; of each row of weights which are not zero, as bits of
//! two bytes, first the low bytes of all rows, then the high ones; and the weights that are not zero. Nine of ten are:
//! what compresses a download finds more in bits than in runs of zeros (46 KB are left of 51).

use super::{
    features::{Features, N_FEATURES, REACH},
    labels::{Label, N_LABELS, N_LANES, may_follow},
};

/// Boundaries before a token that have transitions of their own: none, of a sentence, of a block.
pub const N_BOUNDARIES: usize = 3;

/// Scores of label after label, for each boundary.
pub type Transitions = [[[i16; N_LABELS]; N_LABELS]; N_BOUNDARIES];

/// How many units of a score make a factor of e in odds. Finer steps change no finding; coarser ones weigh less.
pub const UNITS_PER_NAT: i32 = 64;

/// How many bits of a feature's hash the file keeps.
pub const HASH_BITS: u32 = 24;

/// A feature's weights for the tokens it reaches, from the leftmost, [`N_LABELS`] each.
#[derive(Clone, Debug, PartialEq)]
pub struct Feature {
    /// The last [`HASH_BITS`] bits of its hash.
    pub hash: u32,
    /// Its template, as an index into [`REACH`].
    pub template: u8,
    /// Its weights.
    pub weights: Vec<i8>,
}

/// The score of a step that may not be. Far below what weights add up to, far above where 16 bits end.
pub const IMPOSSIBLE: i16 = -16_000;

/// The kept bits of a feature's hash, and its template above them: by bits alone one feature in a thousand would be taken
/// for another's.
pub type Key = u32;

const fn key(template: usize, hash: u32) -> Key {
    hash & ((1 << HASH_BITS) - 1) | (template as u32) << HASH_BITS
}

/// The template that a key's feature is of.
#[inline]
pub const fn template_of(key: Key) -> usize {
    (key >> HASH_BITS) as usize % N_FEATURES
}

/// A feature's weights for one token, one for each label.
pub type Row = [i8; N_LANES];

/// The scores of steps, a row for each label.
pub type Steps = [[i16; N_LANES]; N_LANES];

/// The trained weights.
#[derive(Debug, Default)]
pub struct Model {
    /// Key and first row, where the key's low bits say or in the next free slot.
    slots: Vec<(Key, u32)>,
    /// A bit for the low bits of every key: most features that the model has not got are known by it at once.
    filter: Vec<u64>,
    /// One row for each token that a feature reaches.
    rows: Vec<Row>,
    leaving: [Steps; N_BOUNDARIES],
    arriving: [Steps; N_BOUNDARIES],
}

/// How many tokens a feature of a template reaches; it has a row of weights for each.
pub const fn n_rows(template: usize) -> usize {
    2 * REACH[template] + 1
}

impl Model {
    /// The model in a file's bytes; bytes that are none give the empty model, which finds nothing.
    pub fn read(bytes: &[u8]) -> Model {
        let mut reader = Reader { bytes };
        let n_features = reader.varint().unwrap_or_default() as usize;
        let hashes: Vec<u32> = (0..n_features)
            .scan(0, |hash, _| {
                *hash += reader.varint()?;
                Some(*hash)
            })
            .collect();
        let templates: Vec<u8> = (0..n_features).map_while(|_| reader.byte()).collect();
        let mut model = Model {
            slots: vec![(u32::MAX, 0); (n_features * 2).next_power_of_two()],
            filter: vec![0; 1 << (FILTER_BITS - 6)],
            ..Model::default()
        };
        model.set_steps(&reader.transitions());
        let mut first = 0;
        for (hash, template) in hashes.into_iter().zip(templates) {
            let template = usize::from(template).min(N_FEATURES - 1);
            let key = key(template, hash);
            let slot = model.slot(key);
            model.slots[slot] = (key, first as u32);
            model.filter[filter_word(key)] |= filter_bit(key);
            first += n_rows(template);
        }
        let (low, high) = (reader.bytes(first), reader.bytes(first));
        let masks = low.iter().zip(high).map(|(low, high)| u16::from_le_bytes([*low, *high]));
        model.rows = masks.map(|mask| reader.row(mask)).collect();
        model
    }

    fn set_steps(&mut self, transitions: &Transitions) {
        for (boundary, transitions) in transitions.iter().enumerate() {
            self.leaving[boundary] = [[IMPOSSIBLE; N_LANES]; N_LANES];
            self.arriving[boundary] = [[IMPOSSIBLE; N_LANES]; N_LANES];
            for (from, label) in (0..N_LABELS).flat_map(|from| (0..N_LABELS).map(move |label| (from, label))) {
                if may_follow(from as Label, label as Label) {
                    let step = transitions[from][label];
                    self.leaving[boundary][from][label] = step;
                    self.arriving[boundary][label][from] = step;
                }
            }
        }
    }

    /// The scores of steps over a boundary: for each label those of the labels after it.
    #[inline]
    pub fn leaving(&self, boundary: u8) -> &Steps {
        &self.leaving[usize::from(boundary).min(N_BOUNDARIES - 1)]
    }

    /// The same: for each label those of the labels before it.
    #[inline]
    pub fn arriving(&self, boundary: u8) -> &Steps {
        &self.arriving[usize::from(boundary).min(N_BOUNDARIES - 1)]
    }

    /// The file of a model with these features, which are in rising order of their hashes.
    pub fn write(features: &[Feature], transitions: &Transitions) -> Vec<u8> {
        let mut bytes = Vec::new();
        write_varint(&mut bytes, features.len() as u32);
        let mut before = 0;
        for feature in features {
            write_varint(&mut bytes, feature.hash - before);
            before = feature.hash;
        }
        bytes.extend(features.iter().map(|feature| feature.template));
        bytes.extend(transitions.as_flattened().as_flattened().iter().flat_map(|score| score.to_le_bytes()));
        let rows = || features.iter().flat_map(|feature| feature.weights.chunks_exact(N_LABELS));
        bytes.extend(rows().map(|row| mask(row).to_le_bytes()[0]));
        bytes.extend(rows().map(|row| mask(row).to_le_bytes()[1]));
        bytes.extend(rows().flatten().filter(|weight| **weight != 0).map(|weight| *weight as u8));
        bytes
    }

    /// The keys of those features of a token that the model may have, and how many they are. Without a branch for each:
    /// whether it has one or not is what a processor guesses worst.
    #[inline]
    pub fn candidates(&self, features: &Features) -> ([Key; N_FEATURES], usize) {
        let mut candidates = [0; N_FEATURES];
        let mut n_candidates = 0;
        for (template, hash) in features.iter().enumerate() {
            let key = key(template, *hash);
            candidates[n_candidates % N_FEATURES] = key;
            let word = self.filter.get(filter_word(key)).copied().unwrap_or_default();
            n_candidates += usize::from(word & filter_bit(key) != 0);
        }
        (candidates, n_candidates)
    }

    /// The weights of a feature, a row for each token it reaches, from the leftmost; none if the model has not got it.
    #[inline]
    pub fn rows(&self, key: Key) -> &[Row] {
        match self.slots.get(self.slot(key)) {
            Some((found, first)) if *found == key => {
                self.rows.get(*first as usize..*first as usize + n_rows(template_of(key))).unwrap_or_default()
            }
            _ => &[],
        }
    }

    #[inline]
    fn slot(&self, key: Key) -> usize {
        let mask = self.slots.len().wrapping_sub(1);
        let mut slot = place(key) & mask;
        while self.slots.get(slot).is_some_and(|(found, _)| *found != key && *found != u32::MAX) {
            slot = (slot + 1) & mask;
        }
        slot
    }
}

/// How many bits the filter has, as a power of two: 16 KB stay in a processor's nearest cache.
const FILTER_BITS: u32 = 17;

/// Where a key belongs, before its number is cut to the length of a table. The last bit of every hash is set, and of no other.
#[inline]
const fn place(key: Key) -> usize {
    key as usize >> 1
}

#[inline]
const fn filter_word(key: Key) -> usize {
    (place(key) & ((1 << FILTER_BITS) - 1)) >> 6
}

#[inline]
const fn filter_bit(key: Key) -> u64 {
    // The absent feature is the one hash whose last bit is not set: it is never had.
    ((key & 1) as u64) << (place(key) & 63)
}

/// A bit for each label whose weight is not zero.
fn mask(row: &[i8]) -> u16 {
    row.iter().enumerate().fold(0, |mask, (label, weight)| mask | u16::from(*weight != 0) << label)
}

fn write_varint(bytes: &mut Vec<u8>, mut number: u32) {
    while number > 127 {
        bytes.push(number as u8 | 128);
        number >>= 7;
    }
    bytes.push(number as u8);
}

struct Reader<'a> {
    bytes: &'a [u8],
}

impl<'a> Reader<'a> {
    fn byte(&mut self) -> Option<u8> {
        let (byte, rest) = self.bytes.split_first()?;
        self.bytes = rest;
        Some(*byte)
    }

    fn varint(&mut self) -> Option<u32> {
        let mut number = 0;
        for shift in (0..32).step_by(7) {
            let byte = self.byte()?;
            number |= u32::from(byte & 127) << shift;
            if byte < 128 {
                break;
            }
        }
        Some(number)
    }

    fn transitions(&mut self) -> Transitions {
        let mut transitions = Transitions::default();
        for score in transitions.as_flattened_mut().as_flattened_mut() {
            *score = i16::from_le_bytes([self.byte().unwrap_or_default(), self.byte().unwrap_or_default()]);
        }
        transitions
    }

    /// So many bytes, or what is left.
    fn bytes(&mut self, n_bytes: usize) -> &'a [u8] {
        let (bytes, rest) = self.bytes.split_at(n_bytes.min(self.bytes.len()));
        self.bytes = rest;
        bytes
    }

    /// A row whose weights are zero where `mask` has no bit.
    fn row(&mut self, mask: u16) -> Row {
        let mut row = Row::default();
        for (label, weight) in row.iter_mut().enumerate().take(N_LABELS) {
            if mask >> label & 1 == 1 {
                *weight = self.byte().unwrap_or_default() as i8;
            }
        }
        row
    }
}

#[cfg(test)]
mod tests;
