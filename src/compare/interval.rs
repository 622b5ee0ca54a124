//! A figure as the interval it leaves open, by its directed approximation.
//!
//! The widths are those of ARABIC news usage: «نحو» five per cent either way, «قرابة» up to twelve
//! per cent less, «أكثر بقليل من» up to half as much again.

use crate::facts::{Approx, Quantity, Unit};

/// From `low` to `high`, both included unless `open_low` / `open_high`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    pub low: f64,
    pub high: f64,
    pub open_low: bool,
    pub open_high: bool,
}

impl Interval {
    pub fn of(quantity: &Quantity) -> Self {
        let Quantity { low, high, approx, .. } = *quantity;
        let closed = |low, high| Self { low, high, open_low: false, open_high: false };
        match approx {
            Approx::Exact | Approx::Range => closed(low, high),
            Approx::About => closed(low * 0.95, high * 1.05),
            Approx::Nearly => closed(low * 0.88, high),
            Approx::SlightlyMoreThan => Self { open_low: true, ..closed(low, high * 1.5) },
            Approx::MoreThan => Self { open_low: true, ..closed(low, f64::INFINITY) },
            Approx::AtLeast => closed(low, f64::INFINITY),
            // Nobody calls sixty «مئات»; «ساعات» are told in seconds here.
            Approx::Vague if low >= 100.0 && quantity.unit != Unit::Second => {
                closed(low * 0.9, f64::INFINITY)
            }
            // «عشرات» may be said of nineteen by one writer and of ninety by another.
            Approx::Vague => closed(low * 0.5, f64::INFINITY),
            Approx::AtMost => closed(0.0, high),
            Approx::LessThan => Self { open_high: true, ..closed(0.0, high) },
        }
    }

    pub fn overlaps(self, other: Self) -> bool {
        !self.below(other) && !other.below(self)
    }

    /// Whether all of it lies under the other.
    fn below(self, other: Self) -> bool {
        if self.high.is_infinite() {
            return false;
        }
        let touch = (self.high - other.low).abs() <= 1e-9 * self.high.abs().max(1.0);
        if touch { self.open_high || other.open_low } else { self.high < other.low }
    }
}

/// How far apart two figures are: 0 for the same, towards 1 for a multiple.
pub fn distance(a: &Quantity, b: &Quantity) -> f64 {
    let (a, b) = (middle(a), middle(b));
    let largest = a.abs().max(b.abs());
    if largest == 0.0 { 0.0 } else { (a - b).abs() / largest }
}

fn middle(quantity: &Quantity) -> f64 {
    f64::midpoint(quantity.low, quantity.high)
}

/// Whether the rounder of two exact figures is the other one rounded: to fewer decimals, or from
/// a thousand upwards to fewer leading digits and by no more than two per cent.
fn rounds_to(a: f64, b: f64) -> bool {
    // Small whole figures, the most of them, are no rounding of each other.
    if [a, b].iter().all(|figure| figure.abs() < 1000.0 && figure.fract() == 0.0) {
        return false;
    }
    let (fine, round) = if decimals(a) > decimals(b) { (a, b) } else { (b, a) };
    let step = 10_f64.powi(-decimals(round));
    if decimals(fine) > decimals(round) && (fine - round).abs() < step * 0.999 && step < 1.0 {
        return true;
    }
    let (rounder, finer) = if leading(a) < leading(b) { (a, b) } else { (b, a) };
    leading(rounder) < leading(finer)
        && rounder.abs() >= 1000.0
        && (rounder - finer).abs() <= 0.021 * rounder.abs()
}

/// Whether one figure is the other rounded.
pub fn are_rounded(a: &Quantity, b: &Quantity) -> bool {
    rounds_to(a.low, b.low) && rounds_to(a.high, b.high)
        || hedged_round(a, b)
        || hedged_round(b, a)
        || is_part_of_hundred(a, b)
        || is_part_of_hundred(b, a)
        || is_whole_of_hundred(a, b)
        || is_whole_of_hundred(b, a)
}

/// «92 في المئة» and «92.73 في المئة»: a share told in whole hundredths, cut off or rounded. Of a small one a
/// hundredth is a good part, and the rates that are told in quarters are told in full.
fn is_whole_of_hundred(whole: &Quantity, fine: &Quantity) -> bool {
    let percent = [whole, fine].iter().all(|share| share.unit == Unit::Percent);
    let exact = [whole, fine].iter().all(|share| share.low.total_cmp(&share.high).is_eq());
    let near = whole.low.total_cmp(&fine.low.trunc()).is_eq()
        || whole.low.total_cmp(&fine.low.round()).is_eq();
    let fine_enough = (fine.low * 4.0).fract() != 0.0;
    percent && exact && whole.low >= 20.0 && fine_enough && near
}

/// «ثلث الركاب» and «33 في المئة»: a part that no whole hundredth tells, and the nearest one.
fn is_part_of_hundred(part: &Quantity, whole: &Quantity) -> bool {
    part.unit == Unit::Percent
        && whole.unit == Unit::Percent
        && decimals(part.low) == 4
        && whole.low.fract() == 0.0
        && (part.low - whole.low).abs() <= 0.5
}

/// Whether a figure of one digit that is told as near («قرابة 300») is the other one rounded: what it
/// nears lies below as a rule, but nobody who knows of 312 is contradicted by it.
fn hedged_round(round: &Quantity, exact: &Quantity) -> bool {
    const ROOM: f64 = 0.05;
    let plain = exact.approx == Approx::Exact && exact.low.total_cmp(&exact.high).is_eq();
    round.approx == Approx::Nearly
        && plain
        && leading(round.low) == 1
        && leading(exact.low) > 1
        && (exact.low - round.high).abs() <= ROOM * round.high.abs()
}

/// Digits after the point, four at most.
fn decimals(value: f64) -> i32 {
    (0..4)
        .find(|d| {
            (value * 10_f64.powi(*d)).fract().abs() < 1e-6
                || (value * 10_f64.powi(*d)).fract().abs() > 1.0 - 1e-6
        })
        .unwrap_or(4)
}

/// Digits before the trailing zeros of a whole figure.
fn leading(value: f64) -> u32 {
    let mut whole = value.abs().round();
    if whole < 1.0 {
        return 1;
    }
    while (whole / 10.0).fract().abs() < 1e-9 {
        whole /= 10.0;
    }
    whole.log10().floor() as u32 + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quantity(value: f64, approx: Approx) -> Quantity {
        Quantity { approx, ..Quantity::exact(value, Unit::None) }
    }

    #[test]
    fn approximation_has_a_direction() {
        let of = |value, approx| Interval::of(&quantity(value, approx));
        assert!(!of(150.0, Approx::Exact).overlaps(of(180.0, Approx::Nearly)));
        assert!(of(165.0, Approx::About).overlaps(of(180.0, Approx::Nearly)));
        assert!(!of(22.0, Approx::Exact).overlaps(of(22.0, Approx::MoreThan)));
        assert!(of(22.0, Approx::Exact).overlaps(of(22.0, Approx::AtLeast)));
        assert!(of(15.0, Approx::AtLeast).overlaps(of(17.0, Approx::Exact)));
        assert!(of(10.0, Approx::Vague).overlaps(of(30.0, Approx::MoreThan)));
        assert!(of(20.0, Approx::AtLeast).overlaps(of(30.0, Approx::MoreThan)));
        assert!(!of(50.0, Approx::AtMost).overlaps(of(55.0, Approx::About)));
    }

    #[test]
    fn a_third_is_33_in_a_hundred() {
        let percent = |value| Quantity::exact(value, Unit::Percent);
        assert!(are_rounded(&percent(100.0 / 3.0), &percent(33.0)));
        assert!(are_rounded(&percent(67.0), &percent(200.0 / 3.0)));
        assert!(!are_rounded(&percent(100.0 / 3.0), &percent(32.0)));
    }

    #[test]
    fn a_whole_share_is_a_finer_one_cut_off_or_rounded() {
        let percent = |value| Quantity::exact(value, Unit::Percent);
        assert!(are_rounded(&percent(92.0), &percent(92.73)));
        assert!(are_rounded(&percent(93.0), &percent(92.73)));
        assert!(!are_rounded(&percent(91.0), &percent(92.73)));
        assert!(!are_rounded(&percent(2.0), &percent(2.4)));
        assert!(!are_rounded(&percent(92.0), &percent(93.0)));
        assert!(!are_rounded(&percent(22.0), &percent(22.5)));
    }

    #[test]
    fn sixty_are_no_hundreds() {
        let of = |value, approx| Interval::of(&quantity(value, approx));
        assert!(!of(100.0, Approx::Vague).overlaps(of(60.0, Approx::About)));
        assert!(of(100.0, Approx::Vague).overlaps(of(260.0, Approx::Exact)));
        let hours = |hours, approx| {
            let quantity = Quantity { approx, ..Quantity::exact(hours * 3600.0, Unit::Second) };
            Interval::of(&quantity)
        };
        assert!(hours(3.0, Approx::Vague).overlaps(hours(2.5, Approx::Exact)));
    }

    #[test]
    fn a_round_figure_stands_for_its_neighbours() {
        assert!(rounds_to(48_700.0, 49_000.0));
        assert!(rounds_to(31.4, 31.42));
        assert!(!rounds_to(31.0, 33.0));
        assert!(!rounds_to(31.7, 31.42));
        assert!(!rounds_to(20.0, 19.0));
    }
}
