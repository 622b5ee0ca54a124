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
        || is_elided(a, b)
        || is_elided(b, a)
        || in_seasons(a, b).is_some()
}

/// «لمدة ثلاثة مواسم» beside «ثلاث سنوات»: how many of the one the other is, for a season of a contract
/// is a year of it, which lengths of time count as 365 days.
fn in_seasons(one: &Unit, other: &Unit) -> Option<f64> {
    match (one, other) {
        (Unit::Second, _) if is_season(other) => Some(YEAR),
        (_, Unit::Second) if is_season(one) => Some(1.0 / YEAR),
        _ => None,
    }
}

const YEAR: f64 = 365.0 * 24.0 * 3600.0;

fn is_season(unit: &Unit) -> bool {
    matches!(unit, Unit::Of(noun) if noun == "season")
}

/// «57 ألفا» beside «49 ألف ليرة», «12» beside «12 %»: the unit goes without saying.
fn is_elided(bare: &Unit, full: &Unit) -> bool {
    matches!((bare, full), (Unit::None, Unit::Percent | Unit::Money(_)))
}

/// Nouns of several countries' money, which a report of one of them writes without its name.
const CURRENCIES: &[(&str, &[&str])] = &[
    ("ريال", &["QAR", "SAR", "OMR", "YER", "IRR"]),
    ("دينار", &["KWD", "JOD", "TND", "DZD", "IQD", "BHD", "LYD"]),
    ("جنيه", &["EGP", "SDG", "GBP"]),
    ("درهم", &["AED", "MAD"]),
    ("ليره", &["LBP", "SYP", "TRY"]),
    ("فرنك", &["CHF", "XOF", "XAF", "DJF", "KMF"]),
    ("روبيه", &["IDR", "INR", "LKR", "PKR"]),
    ("كرونه", &["CZK", "DKK", "NOK", "SEK"]),
    ("بيزو", &["ARS", "COP", "MXN", "PHP"]),
    ("شلن", &["KES", "SOS"]),
];

/// «14 مليار ريال» beside «14.6 مليار ريال قطري».
fn one_currency(a: &Unit, b: &Unit) -> bool {
    let (Unit::Money(a), Unit::Money(b)) = (a, b) else { return false };
    let bare = |noun: &str, code: &str| {
        CURRENCIES.iter().any(|(name, codes)| *name == noun && codes.contains(&code))
            || noun == CENTIME && WITH_CENTIMES.contains(&code)
    };
    bare(&a.0, &b.0) || bare(&b.0, &a.0)
}

/// What sums are told in where the coin itself is a hundred of it: «12 مليار سنتيم».
const CENTIME: &str = "سنتيم";
const WITH_CENTIMES: &[&str] = &["دينار", "DZD", "درهم", "MAD"];

/// How many of the one unit the other is, where they compare.
pub fn factor(one: &Unit, other: &Unit) -> Option<f64> {
    let coins = of_coin(one).zip(of_coin(other));
    let scales = || scale(one).zip(scale(other)).map(|((_, one), (_, other))| (one, other));
    let times = coins.or_else(scales).map(|(one, other)| other / one);
    times.or_else(|| in_seasons(one, other))
}

/// How much of its coin a unit of money is.
fn of_coin(unit: &Unit) -> Option<f64> {
    const HUNDREDTH: f64 = 0.01;
    match unit {
        Unit::Money(money) if money.0 == CENTIME => Some(HUNDREDTH),
        Unit::Money(_) => Some(1.0),
        _ => None,
    }
}

/// The noun of a currency where reports may leave its country out, else its code.
pub fn coin(currency: &str) -> &str {
    let named = CURRENCIES.iter().find(|(_, codes)| codes.contains(&currency));
    named.map_or(currency, |(name, _)| name)
}

/// The lower bound of a figure in the base unit of what it measures: kilograms, metres…
pub fn in_base(quantity: &Quantity) -> f64 {
    let season = || is_season(&quantity.unit).then_some(YEAR);
    let base = scale(&quantity.unit).map(|(_, base)| base).or_else(|| of_coin(&quantity.unit));
    let base = base.or_else(season);
    quantity.low * base.unwrap_or(1.0)
}

/// How many times the lesser of two figures the greater is; none where the lesser is nothing.
pub fn times(a: &Quantity, b: &Quantity) -> Option<f64> {
    let (a, b) = (in_base(a), in_base(b));
    let least = a.min(b);
    (least > 0.0).then(|| a.max(b) / least)
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
        "nautical_mile" => ("length", 1852.0),
        "yard" => ("length", 0.9144),
        "inch" => ("length", 0.0254),
        "g" => ("mass", 0.001),
        "kg" => ("mass", 1.0),
        "t" | "tonne" | "ton" => ("mass", 1000.0),
        "quintal" => ("mass", 100.0),
        "lb" => ("mass", 0.453_592),
        "m2" | "m²" => ("area", 1.0),
        "hectare" | "ha" => ("area", 10_000.0),
        "km2" | "km²" => ("area", 1_000_000.0),
        "mile2" => ("area", 2_589_988.0),
        "feddan" => ("area", 4200.83),
        "acre" => ("area", 4046.86),
        "l" => ("volume", 0.001),
        "m3" => ("volume", 1.0),
        "gallon" => ("volume", 0.003_785_41),
        "barrel" => ("volume", 0.158_987),
        "km/h" => ("speed", 1.0),
        "m/s" => ("speed", 3.6),
        "km/s" => ("speed", 3600.0),
        "mph" => ("speed", 1.609_344),
        "knot" => ("speed", 1.852),
        "kW" => ("power", 1.0),
        "MW" => ("power", 1000.0),
        "GW" => ("power", 1_000_000.0),
        "degree" | "magnitude" | "degC" => ("degrees", 1.0),
        _ => return None,
    })
}

/// Whether a factor leads from miles to kilometres rather than from metres to them: each is told in
/// round figures of its own.
pub fn is_other_system(factor: f64) -> bool {
    let power = factor.log10();
    (power - power.round()).abs() > 1e-6
}

/// Within what rounding in two systems of units leaves.
pub fn near_enough(a: &Quantity, b: &Quantity) -> bool {
    const ROUNDING: f64 = 0.1;
    let near = |one: f64, other: f64| (one - other).abs() <= ROUNDING * one.abs().max(other.abs());
    near(a.low, b.low) && near(a.high, b.high)
}
