//! The tagger's weights: small integers, reached by the hash of a feature.
//!
//! The file holds, after the number of features, six streams: the features' hashes in rising order as differences
//! (little-endian base 128), the template of each, the transitions; of each row of weights which are not zero, as bits of
//! two bytes, first the low bytes of all rows, then the high ones; and the weights that are not zero. Nine of ten are:
//! what compresses a download finds more in bits than in runs of zeros (46 KB are left of 51).

use super::{
    features::{Features, MAX_REACH, N_FEATURES, REACH},
    index::{Index, Key, key, template_of},
    labels::{Label, N_LABELS, N_LANES, may_follow},
};

/// Boundaries before a token that have transitions of their own: none, of a sentence, of a block.
pub const N_BOUNDARIES: usize = 3;

/// Scores of label after label, for each boundary.
pub type Transitions = [[[i16; N_LABELS]; N_LABELS]; N_BOUNDARIES];

/// How many units of a score make a factor of e in odds. Finer steps change no finding; coarser ones weigh less.
pub const UNITS_PER_NAT: i32 = 64;

/// A feature's weights for the tokens it reaches, from the leftmost, [`N_LABELS`] each.
#[derive(Clone, Debug, PartialEq)]
pub struct Feature {
    /// The last [`HASH_BITS`](super::index::HASH_BITS) bits of its hash.
    pub hash: u32,
    /// Its template, as an index into [`REACH`].
    pub template: u8,
    /// Its weights.
    pub weights: Vec<i8>,
}

/// The score of a step that may not be. Far below what weights add up to, far above where 16 bits end.
pub const IMPOSSIBLE: i16 = -16_000;

/// A feature's weights for one token, one for each label, all higher than they are by the same: a processor adds numbers
/// without a sign sooner, and of scores only their differences count.
pub type Row = [u8; N_LANES];

/// What stands for a weight of zero.
const ZERO: u8 = 128;

/// The scores of steps, a row for each label.
pub type Steps = [[i16; N_LANES]; N_LANES];

/// The trained weights.
#[derive(Debug, Default)]
pub struct Model {
    index: Index,
    /// One row for each token that a feature reaches.
    rows: Vec<Row>,
    leaving: [Steps; N_BOUNDARIES],
    arriving: [Steps; N_BOUNDARIES],
}

/// How many tokens a feature of a template reaches; it has a row of weights for each.
pub const fn n_rows(template: usize) -> usize {
    2 * REACH[template] + 1
}

/// The most tokens that a feature reaches.
pub const MAX_ROWS: usize = 2 * MAX_REACH + 1;

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
        let mut model = Model::default();
        model.set_steps(&reader.transitions());
        let keys: Vec<Key> =
            hashes.into_iter().zip(templates).map(|(hash, template)| key(usize::from(template), hash)).collect();
        let n_rows_in_all = keys.iter().map(|key| n_rows(template_of(*key))).sum();
        let (low, high) = (reader.bytes(n_rows_in_all), reader.bytes(n_rows_in_all));
        let masks = low.iter().zip(high).map(|(low, high)| u16::from_le_bytes([*low, *high]));
        // What has no weights has the first rows.
        model.rows = vec![[ZERO; N_LANES]; MAX_ROWS];
        model.rows.extend(masks.map(|mask| reader.row(mask)));
        let mut first = MAX_ROWS;
        let numbered = |key| {
            let own = (key, first as u32);
            first += n_rows(template_of(key));
            own
        };
        let firsts: Vec<(Key, u32)> = keys.into_iter().map(numbered).collect();
        model.index = Index::new(&firsts);
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

    /// The first rows of a token's features; those of zeros where the model has not got one.
    #[inline]
    pub fn firsts(&self, features: &Features) -> [u32; N_FEATURES] {
        std::array::from_fn(|template| self.index.first(key(template, features[template])))
    }

    /// The weights of a feature, a row for each token it reaches, from the leftmost.
    #[inline]
    pub fn rows<const N: usize>(&self, first: u32) -> &[Row; N] {
        self.rows.get(first as usize..).and_then(|rows| rows.first_chunk()).unwrap_or(&[[ZERO; N_LANES]; N])
    }
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
        let mut row = [ZERO; N_LANES];
        let mut left = mask & ((1 << N_LABELS) - 1);
        while left > 0 {
            row[left.trailing_zeros() as usize] = self.byte().unwrap_or_default() ^ ZERO;
            left &= left - 1;
        }
        row
    }
}

#[cfg(test)]
mod tests;
