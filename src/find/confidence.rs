//! How sure an attribution is: the probability that people mark it.

/// How often attributions were marked by people, in thousandths, by the log odds (in hundredths) that the tagger gave
/// them. Counted on articles of publishers that the weights had not seen (leave one publisher out over PolNeAR's
/// training part, 15,083 attributions; `train cross` prints how it holds for today's weights); between two points a line.
const CALIBRATION: [(i32, i32); 12] = [
    (0, 770),
    (11, 778),
    (36, 823),
    (86, 828),
    (124, 867),
    (174, 899),
    (248, 924),
    (349, 963),
    (449, 974),
    (546, 989),
    (694, 997),
    (1000, 998),
];

/// The log odds, in hundredths, of what only the rules find: of some 280 such, on publishers not seen, people marked 83 %.
pub const LOG_ODDS_OF_RULES: i32 = 30;

/// The log odds, in hundredths, that a reference which opens a sentence has at least ("According to the auditor, …"): of 75 such
/// in PolNeAR's training part people marked 71, and all 18 of those that only the rules find.
pub const LOG_ODDS_OF_REFERENCE: i32 = 300;

/// The log odds, in hundredths, that a clause has at least which a sentence ends with, with who says it after a comma ("The
/// bridge is safe, its keeper, Lee Wong, said."): of 154 such in PolNeAR's training part people marked 149.
pub const LOG_ODDS_OF_CLOSING: i32 = 300;

/// The least confidence of what is shown without being asked for: from it on the precision of detection on PolNeAR's
/// development part is 92 % (see `tagger/README.md`). From 0 to 1, as [`Options::confidence`](crate::Options::confidence).
///
/// ```
/// use claimlight::{Options, report::SHOWN, scan};
///
/// // As a page shows it: the surest attributions alone.
/// let text = "The bridge may close in June, the mayor said.\n\nPoor welding is widely blamed for the collapse.";
/// let (all, surest) = (Options::default(), Options { confidence: SHOWN, ..Options::default() });
/// assert!(scan(text, &surest).attributions.len() < scan(text, &all).attributions.len());
/// ```
pub const SHOWN: f32 = 0.82;

/// The probability that people mark an attribution with these log odds, in hundredths.
pub fn confidence(log_odds: i32) -> f32 {
    let [(first, share), ..] = CALIBRATION;
    if log_odds <= first {
        return share as f32 / 1000.0;
    }
    let between = CALIBRATION.windows(2).find(|points| log_odds <= points[1].0);
    let Some(&[(from, low), (to, high)]) = between.and_then(|points| points.first_chunk()) else {
        return CALIBRATION[CALIBRATION.len() - 1].1 as f32 / 1000.0;
    };
    let share = low + (high - low) * (log_odds - from) / (to - from);
    share as f32 / 1000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn confidence_rises_with_the_odds_and_is_a_probability() {
        let all: Vec<f32> = (-500..2000).map(confidence).collect();
        assert!(all.is_sorted());
        assert!(all.iter().all(|confidence| (0.5..=1.0).contains(confidence)));
    }

    #[test]
    fn the_points_are_met() {
        assert_eq!(confidence(248), 0.924);
        assert_eq!(confidence(0), 0.77);
    }
}
