//! Where the reports disagree: claims that speak of the same thing, and what they say.
//!
//! Begin with [`Comparison`]. [`compare`] sees every article and its reading; it words nothing:
//! a [`Reason`] is worded by `locale` and printed by `report` and `ui` alike.

use serde::{Deserialize, Serialize};

use crate::article::{Article, ArticleId};
use crate::facts::{FactId, Reading};

/// A fact of one article of the dossier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Claim {
    pub article: ArticleId,
    pub fact: FactId,
}

/// What the claims of one topic say of each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    Contradiction,
    UpdateOverTime,
    DifferentPrecision,
    VariantSpelling,
    Compatible,
}

/// Claims that hold one value.
#[derive(Clone, Debug, PartialEq)]
pub struct Position {
    /// In order of article, then of text.
    pub claims: Vec<Claim>,
}

/// One topic on which the reports do not say the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Disagreement {
    /// The topic's key, as in [`crate::facts::Topic`].
    pub topic: String,
    /// The topic in words of the reports, where no frame names it.
    pub label: String,
    pub verdict: Verdict,
    /// 0 (a detail) to 100: weight of the topic × how far apart × how many sources.
    pub severity: u8,
    pub positions: Vec<Position>,
    pub reason: Reason,
}

/// Why a verdict was given: a rule and what it was applied to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reason {
    pub rule: &'static str,
    pub arguments: Vec<(&'static str, Argument)>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Argument {
    Claim(Claim),
    Number(f64),
    Words(String),
}

/// One topic on which two or more independent sources agree.
#[derive(Clone, Debug, PartialEq)]
pub struct Agreement {
    pub topic: String,
    pub label: String,
    pub claims: Vec<Claim>,
    /// Reports that copy one agency count once.
    pub sources: u32,
}

/// Everything the dossier's reports say of each other.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Comparison {
    /// Heaviest first.
    pub disagreements: Vec<Disagreement>,
    pub agreements: Vec<Agreement>,
    /// What one report alone tells.
    pub single_source: Vec<Claim>,
    /// Groups of articles that copy one text or agency.
    pub copies: Vec<Vec<ArticleId>>,
    /// Groups of articles about one event; one group for a dossier.
    pub events: Vec<Vec<ArticleId>>,
}

/// Compares the claims of all articles, across reports and inside each. `readings[i]` belongs to
/// `articles[i]`. The same input gives the same output.
pub fn compare(articles: &[Article], readings: &[Reading]) -> Comparison {
    let _ = (articles, readings);
    Comparison::default()
}
