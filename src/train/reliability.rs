//! How often people mark what is found with a certain confidence: a table of shares, for the model card and
//! for the steps of `find::confidence`.

use std::{fmt, ops::Range};

use claimlight::{Span, find::attributions::Attribution};

use crate::corpus::Gold;

/// How many rows the table has: twenty steps from 0 to 1.
const N_BINS: usize = 20;

/// For each step of confidence, how many attributions were found and how many of them people marked.
#[derive(Default)]
pub struct Reliability {
    bins: [Bin; N_BINS],
}

#[derive(Clone, Copy, Default)]
struct Bin {
    n_found: usize,
    n_marked: usize,
    confidence: f32,
}

impl Reliability {
    /// Counts what was found in an article.
    pub fn add(&mut self, found: &[Attribution], golds: &[Gold]) {
        let mut cues: Vec<&Range<usize>> = golds.iter().flat_map(|gold| &gold.cue).collect();
        let mut contents: Vec<&Range<usize>> = golds.iter().flat_map(|gold| &gold.content).collect();
        cues.sort_by_key(|range| range.start);
        contents.sort_by_key(|range| range.start);
        for attribution in found {
            let is_marked = meets(attribution.cue.span, &cues)
                || attribution.content.iter().any(|content| meets(*content, &contents));
            let bin = &mut self.bins[((attribution.confidence * N_BINS as f32) as usize).min(N_BINS - 1)];
            bin.n_found += 1;
            bin.n_marked += usize::from(is_marked);
            bin.confidence += attribution.confidence;
        }
    }
}

/// Whether a span shares a byte with one of the ranges.
fn meets(span: Span, ranges: &[&Range<usize>]) -> bool {
    ranges.iter().any(|range| range.start < span.end && span.start < range.end)
}

impl fmt::Display for Reliability {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(formatter, "confidence  mean  found  marked by people")?;
        for (index, bin) in self.bins.iter().enumerate().filter(|(_, bin)| bin.n_found > 0) {
            let n_found = bin.n_found as f32;
            let (from, mean, share) =
                (index as f32 / N_BINS as f32, bin.confidence / n_found, 100.0 * bin.n_marked as f32 / n_found);
            writeln!(formatter, "from {from:.2}   {mean:.2}  {:5}  {share:.1} %", bin.n_found)?;
        }
        Ok(())
    }
}
