//! Which values of one topic agree, worked out once for each two of them.
//!
//! Of hundreds of reports each tells one of a few dozen values: what two reports say of each other is
//! asked for every two of them, and what two values say only depends on the values.

use std::collections::HashMap;

use crate::article::ArticleId;
use crate::facts::Value;

use super::super::Claim;
use super::super::align::Told;

/// Claims from which this is quicker than comparing them anew.
const MANY: usize = 24;

/// Values that are told apart at most: each is held against each, and where there are as many values as
/// claims that costs more than it saves.
const VALUES: usize = 128;

/// How the values of many claims agree.
#[derive(Debug)]
pub struct Agreed {
    /// The number of each claim's value.
    value: HashMap<Claim, usize>,
    /// For each report, which values it tells: a place for each.
    told: HashMap<ArticleId, Vec<bool>>,
    /// Values, so that the places of both tables are known.
    values: usize,
    /// For each two values, whether both can be true as far as they are read.
    near: Vec<bool>,
}

impl Agreed {
    /// That of these claims; none where they are few, or of too many values. `near` says whether two
    /// values can both be true, `same` whether whoever tells the one tells the other.
    pub fn of(
        told: &[&Told],
        near: impl Fn(&Value, &Value) -> bool,
        same: impl Fn(&Value, &Value) -> bool,
    ) -> Option<Self> {
        if told.len() < MANY {
            return None;
        }
        let mut values: Vec<&Value> = Vec::new();
        let mut value = HashMap::with_capacity(told.len());
        for one in told {
            let known = values.iter().position(|known| **known == one.fact.value);
            let number = known.unwrap_or_else(|| {
                values.push(&one.fact.value);
                values.len() - 1
            });
            if values.len() > VALUES {
                return None;
            }
            value.insert(one.claim, number);
        }
        let table = |of: &dyn Fn(&Value, &Value) -> bool| -> Vec<bool> {
            values.iter().flat_map(|one| values.iter().map(|other| of(one, other))).collect()
        };
        let (near, same) = (table(&near), table(&same));
        let count = values.len();
        let mut by_report: HashMap<ArticleId, Vec<bool>> = HashMap::new();
        for one in told {
            let Some(number) = value.get(&one.claim) else { continue };
            let row = same.get(number * count..(number + 1) * count).unwrap_or_default();
            let all = by_report.entry(one.claim.article).or_insert_with(|| vec![false; count]);
            all.iter_mut().zip(row).for_each(|(told, same)| *told |= same);
        }
        Some(Self { value, told: by_report, values: count, near })
    }

    /// Whether a report tells the value of a claim.
    pub fn tells(&self, article: ArticleId, claim: &Told) -> bool {
        let number = self.value.get(&claim.claim);
        let told = self.told.get(&article);
        told.zip(number).is_some_and(|(told, number)| told.get(*number) == Some(&true))
    }

    /// Whether the values of two claims can both be true.
    pub fn near(&self, one: &Told, other: &Told) -> bool {
        let numbers = self.value.get(&one.claim).zip(self.value.get(&other.claim));
        numbers.is_some_and(|(one, other)| self.near.get(one * self.values + other) == Some(&true))
    }
}

#[cfg(test)]
mod tests {
    use super::super::{agree, are_near, relate};
    use super::*;
    use crate::article::Article;
    use crate::facts::{FactId, Kind, Reading, extract};

    const KEY: &str = "toll.injured";

    /// Reports of one accident, each with a toll or two of its own.
    fn reports(count: u32) -> Vec<Article> {
        let toll = |id: u32| match id % 4 {
            0 => format!("أصيب {} شخصا في حادث القطار.", 11 + id % 9),
            1 => format!("أصيب أكثر من {} شخصا في حادث القطار.", 10 + id % 5),
            2 => format!(
                "أصيب نحو {} شخصا في حادث القطار، وأصيب 12 شخصا في حادث الحافلة.",
                20 + id % 3
            ),
            _ => "أصيب العشرات في حادث القطار.".to_owned(),
        };
        (0..count).map(|id| Article::from_text(ArticleId(id), toll(id))).collect()
    }

    fn told<'a>(articles: &'a [Article], readings: &'a [Reading]) -> Vec<Told<'a>> {
        let of_one = |(article, reading): (&'a Article, &'a Reading)| {
            let counts = reading.facts.iter().zip(0..).filter(|(fact, _)| fact.kind == Kind::Count);
            counts
                .map(|(fact, id)| {
                    let claim = Claim { article: article.id, fact: FactId(id) };
                    Told { claim, fact, article }
                })
                .collect::<Vec<_>>()
        };
        articles.iter().zip(readings).flat_map(of_one).collect()
    }

    fn of<'t>(told: &[&'t Told<'t>]) -> Option<Agreed> {
        let near = |one: &Value, other: &Value| are_near(relate(KEY, one, other));
        Agreed::of(told, near, |one, other| agree(KEY, one, other))
    }

    #[test]
    fn it_says_what_comparing_each_two_says() {
        let articles = reports(40);
        let readings: Vec<Reading> = articles.iter().map(extract).collect();
        let told = told(&articles, &readings);
        let told: Vec<&Told> = told.iter().collect();
        assert!(told.len() >= 40, "{}", told.len());
        let agreed = of(&told).unwrap();
        let (mut yes, mut no) = (0, 0);
        for one in &told {
            for other in &told {
                let (a, b) = (&one.fact.value, &other.fact.value);
                assert_eq!(agreed.near(one, other), are_near(relate(KEY, a, b)), "{a:?} {b:?}");
                let mut own = told.iter().filter(|own| own.claim.article == one.claim.article);
                let tells = own.any(|own| agree(KEY, &own.fact.value, b));
                assert_eq!(agreed.tells(one.claim.article, other), tells, "{a:?} {b:?}");
                if tells { yes += 1 } else { no += 1 }
            }
        }
        assert!(yes > 0 && no > 0);
    }

    #[test]
    fn a_few_claims_are_compared_as_they_are() {
        let articles = reports(6);
        let readings: Vec<Reading> = articles.iter().map(extract).collect();
        let told = told(&articles, &readings);
        assert!(of(&told.iter().collect::<Vec<_>>()).is_none());
    }
}
