//! The tagger's weights: small integers, reached by the hash of a feature.
//!
//! The file holds, after the number of features, four streams: the features' hashes in rising order as differences
//! (little-endian base 128), the template of each, the transitions, and the weights, in which a zero is
//! followed by how many zeros it stands for.

use super::{
    features::{N_FEATURES, REACH},
    labels::N_LABELS,
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

/// The trained weights.
#[derive(Debug, Default)]
pub struct Model {
    slots: Vec<(u32, u32)>,
    weights: Vec<i8>,
    /// Scores of label after label.
    pub transitions: Transitions,
}

/// How many weights a feature of a template has.
pub const fn n_weights(template: usize) -> usize {
    (2 * REACH[template] + 1) * N_LABELS
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
        let mut model = Model { slots: vec![(u32::MAX, 0); (n_features * 2).next_power_of_two()], ..Model::default() };
        for score in model.transitions.as_flattened_mut().as_flattened_mut() {
            *score = i16::from_le_bytes([reader.byte().unwrap_or_default(), reader.byte().unwrap_or_default()]);
        }
        for (hash, template) in hashes.into_iter().zip(templates) {
            let slot = model.slot(hash);
            model.slots[slot] = (hash, model.weights.len() as u32);
            let n_weights = n_weights((template as usize).min(N_FEATURES - 1));
            reader.weights(n_weights, &mut model.weights);
        }
        model
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
        features.iter().for_each(|feature| write_weights(&mut bytes, &feature.weights));
        bytes
    }

    /// The weights of a feature; none if the model has not got it.
    #[inline]
    pub fn weights(&self, hash: u32, template: usize) -> Option<&[i8]> {
        let hash = hash & ((1 << HASH_BITS) - 1);
        let (found, start) = *self.slots.get(self.slot(hash))?;
        (found == hash).then(|| self.weights.get(start as usize..start as usize + n_weights(template))).flatten()
    }

    #[inline]
    fn slot(&self, hash: u32) -> usize {
        let mask = self.slots.len().wrapping_sub(1);
        let mut slot = hash as usize & mask;
        while self.slots.get(slot).is_some_and(|(found, _)| *found != hash && *found != u32::MAX) {
            slot = (slot + 1) & mask;
        }
        slot
    }
}

fn write_varint(bytes: &mut Vec<u8>, mut number: u32) {
    while number > 127 {
        bytes.push(number as u8 | 128);
        number >>= 7;
    }
    bytes.push(number as u8);
}

fn write_weights(bytes: &mut Vec<u8>, weights: &[i8]) {
    for run in weights.chunk_by(|a, b| (*a == 0) == (*b == 0)) {
        match run[0] {
            0 => bytes.extend([0, run.len() as u8]),
            _ => bytes.extend(run.iter().map(|weight| *weight as u8)),
        }
    }
}

struct Reader<'a> {
    bytes: &'a [u8],
}

impl Reader<'_> {
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

    fn weights(&mut self, n_weights: usize, weights: &mut Vec<i8>) {
        let end = weights.len() + n_weights;
        while weights.len() < end {
            match self.byte() {
                Some(0) => {
                    let n_zeros = usize::from(self.byte().unwrap_or(1)).max(1);
                    weights.resize((weights.len() + n_zeros).min(end), 0);
                }
                weight => weights.push(weight.unwrap_or_default() as i8),
            }
        }
    }
}
