//! How sure an attribution is.

/// How often a cue with these log odds, in hundredths, is one that people mark.
pub fn confidence(log_odds: i32) -> f32 {
    log_odds.clamp(0, 1000) as f32 / 1000.0
}
