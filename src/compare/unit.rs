//! Which units measure one thing, and how many of one make another.

use crate::facts::{Quantity, Unit};

/// Whether figures of two units may be held against each other.
pub fn comparable(a: &Unit, b: &Unit) -> bool {
    let loose = |unit: &Unit| matches!(unit, Unit::None | Unit::Of(_));
    let kind = |unit: &Unit| scale(unit).map(|(kind, _)| kind);
    a == b
        || one_currency(a, b)
        || (kind(a).is_some() && kind(a) == kind(b))
        || (loose(a) && loose(b))
        || matches!((a, b), (Unit::None, Unit::Percent) | (Unit::Percent, Unit::None))
}

/// Nouns of several countries' money, which a report of one of them writes without its name.
const CURRENCIES: &[(&str, &[&str])] = &[
    ("ريال", &["QAR", "SAR", "OMR", "YER", "IRR"]),
    ("دينار", &["KWD", "JOD", "TND", "DZD", "IQD", "BHD", "LYD"]),
    ("جنيه", &["EGP", "SDG", "GBP"]),
    ("درهم", &["AED", "MAD"]),
    ("ليرة", &["LBP", "SYP", "TRY"]),
];

/// «14 مليار ريال» beside «14.6 مليار ريال قطري».
fn one_currency(a: &Unit, b: &Unit) -> bool {
    let (Unit::Money(a), Unit::Money(b)) = (a, b) else { return false };
    let bare = |noun: &str, code: &str| {
        CURRENCIES.iter().any(|(name, codes)| *name == noun && codes.contains(&code))
    };
    bare(&a.0, &b.0) || bare(&b.0, &a.0)
}

/// The lower bound of a figure in the base unit of what it measures: kilograms, metres…
pub fn in_base(quantity: &Quantity) -> f64 {
    quantity.low * scale(&quantity.unit).map_or(1.0, |(_, base)| base)
}

/// What a unit measures, and how many of the base unit it is.
pub fn scale(unit: &Unit) -> Option<(&'static str, f64)> {
    let symbol = match unit {
        Unit::BasisPoint => return Some(("rate", 1.0)),
        Unit::Measure(symbol) => symbol,
        _ => return None,
    };
    Some(match symbol.as_str() {
        "pp" => ("rate", 100.0),
        "mm" => ("length", 0.001),
        "cm" => ("length", 0.01),
        "foot" | "ft" => ("length", 0.3048),
        "m" => ("length", 1.0),
        "km" => ("length", 1000.0),
        "mile" => ("length", 1609.344),
        "g" => ("mass", 0.001),
        "kg" => ("mass", 1.0),
        "t" | "tonne" | "ton" => ("mass", 1000.0),
        "m2" | "m²" => ("area", 1.0),
        "hectare" | "ha" => ("area", 10_000.0),
        "km2" | "km²" => ("area", 1_000_000.0),
        "degree" | "magnitude" | "degC" => ("degrees", 1.0),
        _ => return None,
    })
}
