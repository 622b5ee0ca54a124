//! How much a disagreement weighs in the strip.

use super::Verdict;

/// From 1 to 100: the weight of the topic, the verdict, how far the values lie apart (0 to 1) and how many
/// claims were heard.
pub fn severity(weight: u8, verdict: Verdict, far: f64, sources: usize) -> u8 {
    let kind = match verdict {
        Verdict::Contradiction => 1.0,
        Verdict::UpdateOverTime => 0.75,
        Verdict::DifferentPrecision => 0.35,
        Verdict::VariantSpelling | Verdict::Compatible => 0.15,
    };
    let spread = 0.7 + 0.3 * far.clamp(0.0, 1.0);
    let heard = 0.85 + 0.05 * sources.min(3) as f64;
    (f64::from(weight) * kind * spread * heard).round().clamp(1.0, 100.0) as u8
}
