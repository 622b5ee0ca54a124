//! The values a claim may hold, one type a kind of value, comparable by `compare::value`.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::text::lasting::{self, Lasting};

/// A value, as it was understood.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Value {
    Quantity(Quantity),
    Date(DateValue),
    Time(TimeValue),
    Score(Score),
    Outcome {
        polarity: Polarity,
        qualifier: Option<Qualifier>,
    },
    Roster {
        names: Vec<Name>,
        complete: bool,
        side: Option<Side>,
    },
    /// A person, a place, an organisation, a thing with a name.
    Name(Name),
    /// Who holds which office: `role` is the canonical head («وزير الدفاع» → `minister.defence`).
    Role {
        holder: Name,
        role: String,
    },
    /// A claim that is so or not so (questions taken, a ceremony held).
    Flag(bool),
    /// Words that no type fits.
    Words(String),
}

/// A number or a range with its unit and its approximation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Quantity {
    /// The figure as stated («أكثر من 22» → 22), in the base unit: seconds for durations.
    pub low: f64,
    /// The upper figure of a stated range; equal to `low` otherwise.
    pub high: f64,
    pub unit: Unit,
    pub approx: Approx,
    /// The unit of time in which a duration was said (`year`), where it was one alone: ten years
    /// are said to the year, whatever their seconds.
    #[serde(deserialize_with = "lasting::one_or_none")]
    pub said: Option<Lasting>,
}

impl Quantity {
    /// An exact figure.
    pub fn exact(value: f64, unit: Unit) -> Self {
        Self { low: value, high: value, unit, approx: Approx::Exact, said: None }
    }
}

/// The unit of a quantity.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Unit {
    None,
    Percent,
    BasisPoint,
    Second,
    /// ISO 4217 where known, else the folded word.
    Money(Money),
    /// An SI-like symbol: `m`, `km`, `kg`, `°C`, `magnitude`.
    Measure(String),
    /// What is counted, as a canonical noun (`person`, `floor`) or a folded lemma.
    Of(String),
}

/// A currency code, or the folded word where the country is not said («دينار»).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Money(pub String);

/// How near the stated figure the claim is meant (ARABIC.md, section 2).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Approx {
    #[default]
    Exact,
    /// «نحو، حوالي، زهاء، تقريبا»: five per cent either way.
    About,
    /// «قرابة، ما يقرب من»: up to twelve per cent less.
    Nearly,
    /// «أكثر من»: above, open.
    MoreThan,
    /// «أكثر بقليل من»: above, by half at most.
    SlightlyMoreThan,
    /// «ما لا يقل عن، على الأقل».
    AtLeast,
    /// «لا يتجاوز، بحد أقصى».
    AtMost,
    /// «أقل من».
    LessThan,
    /// «بين… و…», «من… إلى…».
    Range,
    /// «عشرات», «لساعات طويلة»: a lower bound only.
    Vague,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Grain {
    Day,
    Week,
    Month,
    Season,
    Year,
    Decade,
    Century,
}

/// A span of days, from the first to the last, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DateValue {
    pub first: Date,
    pub last: Date,
    pub grain: Grain,
    /// Said relative to the report's date («أمس», «الجمعة»), and resolved with it.
    pub relative: bool,
    /// The part of the day, where it was said of one day: «صباح الجمعة».
    #[serde(default)]
    pub part: Option<DayPart>,
}

/// A part of a day, in minutes after its midnight, as widely as newsrooms use the word: the morning begins
/// at midnight, the evening at three, and the night ends in the next morning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayPart {
    pub from: u16,
    pub until: u16,
}

/// A clock time, minutes after midnight where it was said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimeValue {
    pub minute: u16,
    /// The last minute of a part of day («فجرا»); equal to `minute` for a clock time.
    pub last_minute: u16,
    pub date: Option<Date>,
    pub zone: Option<Zone>,
    /// «قرابة الحادية عشرة»: as near as a newsroom rounds it.
    pub about: bool,
}

/// A time zone as named, with its offset from UTC in minutes where it is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Zone {
    pub name: String,
    pub offset: Option<i16>,
}

/// A score, as told: `home` is the first figure in reading order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Score {
    pub home: u32,
    pub away: u32,
    /// Whom the first figure belongs to, where the text says so (canonical).
    pub home_side: Option<String>,
    pub away_side: Option<String>,
    /// The games or points of each set, where they are told; the other two figures then count sets.
    pub sets: Vec<(u32, u32)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Polarity {
    Yes,
    No,
}

/// What kind of outcome («مبدئي», «نهائي»).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Qualifier {
    Preliminary,
    Final,
    Comprehensive,
    Concrete,
    /// «جذري»: from the roots up.
    Radical,
    Partial,
    Some,
    Great,
}

/// A name as written, and the form that its variants are merged under.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Name {
    pub name: String,
    pub canonical: String,
}

/// A side of a meeting: the canonical name of the country or body.
pub type Side = String;
