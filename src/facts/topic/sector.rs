//! Of which sector a share is: «المشاركة بلغت 90% في قطاع التعليم، وفي الصحة 33.3%».
//!
//! The share of one sector is never that of another, nor of the whole country. Begin with [`mark`], which
//! runs when the figures of a sentence have their topics.

use std::ops::Range;

use super::super::{Approx, Facet, Fact, Kind, Value};
use super::line::Line;
use super::words::Gap;
use crate::text::{InOrder, Span};

/// Topics whose shares are told by sector.
const SHARED: &[&str] = &["strike.participation"];

/// Words between a figure and its sector at most.
const REACH: usize = 14;
/// Bytes between two shares of one list at most.
const LIST: u32 = 500;

/// Sectors, and the words that name them or those who work there.
#[rustfmt::skip]
const SECTORS: &[(&str, &[&str])] = &[
    ("education", &[
        "تعليم", "تعليميه", "تربيه", "مدرسين", "مدرسون", "معلمين", "معلمون", "اساتذه", "مدارس",
    ]),
    ("health", &["صحه", "صحي", "مستشفيات", "اطباء", "ممرضين", "ممرضون", "مستوصفات"]),
    ("justice", &["عدل", "قضاء", "محاكم", "محامين", "محامون", "قضاه"]),
    ("local", &["جماعات", "بلديات"]),
    ("land registry", &["محافظه"]),
    ("farming", &["فلاحه", "زراعه", "فلاحي", "زراعي"]),
    ("transport", &["نقل", "مواصلات", "سايقين", "سككيين"]),
    ("mines", &["مناجم"]),
    ("banks", &["مصارف", "بنوك", "مصرفي", "بنكي"]),
    ("post", &["بريد"]),
    ("energy", &["طاقه", "كهرباء", "محروقات"]),
    ("inspectors", &["مفتشي", "مفتشين", "مفتشون"]),
    ("public bodies", &["مؤسسات", "موسسات", "وظيفه", "مصالح"]),
    ("ports", &["مواني", "موانئ"]),
];

/// Gives each share its sector, and the shares that a list tells under one head their topic.
pub fn mark(line: &Line, facts: &mut [Fact]) {
    for index in line.facts.clone() {
        let share = |fact: &Fact| fact.kind == Kind::Percent;
        let Some(fact) = facts.get(index).filter(|fact| share(fact)) else { continue };
        let open = fact.topic.key.is_empty() || fact.topic.key.starts_with("percent:");
        let head = if open {
            let before = facts.get(..index).and_then(|all| all.iter().rev().find(|one| share(one)));
            let near = |one: &&Fact| fact.span.start.saturating_sub(one.span.end) < LIST;
            before.filter(near).map(|one| &one.topic)
        } else {
            Some(&fact.topic)
        };
        let Some(head) = head.filter(|topic| SHARED.contains(&&*topic.key)) else { continue };
        let sector = line.words_of(index).and_then(|at| sector(line, &at));
        if open && sector.is_none() {
            continue;
        }
        let mut topic = head.clone();
        topic.scope.retain(|(facet, _)| *facet != Facet::Part);
        topic.scope.extend(sector.map(|sector| (Facet::Part, sector)));
        topic.scope.put_in_order(Ord::cmp);
        let bound = carried(line, facts, index);
        let Some(fact) = facts.get_mut(index) else { continue };
        fact.topic = topic;
        if let (Some(bound), Value::Quantity(quantity)) = (bound, &mut fact.value) {
            quantity.approx = bound;
        }
    }
}

/// Takes the sector from the shares of a report that tells of one alone: the strike is of that sector, and
/// other reports need not say so.
pub fn settle(facts: &mut [Fact]) {
    let told = |fact: &Fact| -> Option<String> {
        let shared = fact.kind == Kind::Percent && SHARED.contains(&&*fact.topic.key);
        let part =
            |(facet, value): &&(Facet, String)| *facet == Facet::Part && value.starts_with(SECTOR);
        fact.topic.scope.iter().find(part).filter(|_| shared).map(|(_, value)| value.clone())
    };
    let mut all = facts.iter().filter_map(told);
    let first = all.next();
    if first.is_none() || all.any(|sector| Some(sector) != first) {
        return;
    }
    for fact in facts.iter_mut().filter(|fact| fact.kind == Kind::Percent) {
        fact.topic
            .scope
            .retain(|(facet, value)| *facet != Facet::Part || !value.starts_with(SECTOR));
    }
}

/// What the part opens with that a sector is.
const SECTOR: &str = "sector ";

/// The sector of the figure at `at`: one right behind it («90% في قطاع التعليم»), else the nearest before it.
fn sector(line: &Line, at: &Range<usize>) -> Option<String> {
    let free =
        |i: &usize| line.word(*i).is_some() && line.figure.get(*i).copied().flatten().is_none();
    let close = |i: &usize| line.word(*i).is_some_and(|word| word.gap < Gap::Comma);
    let mut behind = (at.end..at.end + 4).take_while(|i| free(i) && close(i));
    if is_within(line, at.end) {
        // «على المستوى الوطني»: of no sector at all.
        if (at.end..at.end + 3)
            .any(|i| line.word(i).is_some_and(|word| word.is(&["وطني", "وطنيا"])))
        {
            return None;
        }
        if let Some(found) = behind.find_map(|i| named(line, i)) {
            return Some(found);
        }
    }
    let before = (at.start.saturating_sub(REACH)..at.start).rev();
    before.take_while(|i| free(i) && !is_behind_another(line, *i)).find_map(|i| named(line, i))
}

/// «26% في البلديات، والمصالح 25%»: whether the word at `i` is of the figure before it.
fn is_behind_another(line: &Line, i: usize) -> bool {
    let figure = |i: usize| line.figure.get(i).copied().flatten().is_some();
    let start = (i.saturating_sub(4)..=i).rev().find(|i| *i > 0 && figure(i - 1));
    let close = |i: usize| line.word(i).is_some_and(|word| word.gap < Gap::Comma);
    start.is_some_and(|start| is_within(line, start) && (start..=i).all(close))
}

/// Whether a preposition opens what a figure is of.
fn is_within(line: &Line, i: usize) -> bool {
    const OPENERS: &[&str] = &["في", "علي", "لدي", "من", "بين"];
    line.word(i).is_some_and(|word| word.is(OPENERS) || word.folded.starts_with("بال"))
        || line.word(i).is_some_and(|word| word.folded.starts_with("بقطاع"))
}

/// «لم تتجاوز 32% في القطاع العام و1.4% في القطاع الخاص»: the bound of the first is that of the second.
fn carried(line: &Line, facts: &[Fact], index: usize) -> Option<Approx> {
    /// Bytes of what a share is of at most.
    const SHORT: u32 = 60;
    let (own, before) = (facts.get(index)?, facts.get(index.checked_sub(1)?)?);
    let (Value::Quantity(quantity), Value::Quantity(bound)) = (&own.value, &before.value) else {
        return None;
    };
    let between = Span { start: before.span.end, end: own.span.start.max(before.span.end) };
    let text = line.cx.text.slice(between)?;
    let joined = text.trim_end().ends_with('و') && !text.contains(['،', '.', '؛']);
    let short = own.span.start.saturating_sub(before.span.end) < SHORT;
    let bounded = matches!(bound.approx, Approx::AtMost | Approx::AtLeast | Approx::MoreThan);
    (joined && short && bounded && quantity.approx == Approx::Exact && before.kind == own.kind)
        .then_some(bound.approx)
}

/// The sector that the word at `i` names; two that are told together are a sector of their own.
fn named(line: &Line, i: usize) -> Option<String> {
    let word = line.word(i)?;
    let next = |i: usize, forms: &[&str]| line.word(i).is_some_and(|word| word.is(forms));
    if word.is(&["قطاع"]) {
        return match () {
            () if next(i + 1, &["خاص"]) => Some("sector private".to_owned()),
            () if next(i + 1, &["عام", "عمومي", "حكومي"]) => {
                Some("sector public".to_owned())
            }
            () => known(line, i + 1).map(|name| joined(line, i + 1, name)),
        };
    }
    if word.is(&["خاص", "عام", "عمومي", "حكومي"]) && i > 0 && next(i - 1, &["قطاع"])
    {
        return named(line, i - 1);
    }
    known(line, i).map(|name| joined(line, i, name))
}

fn known(line: &Line, i: usize) -> Option<&'static str> {
    let word = line.word(i)?;
    SECTORS.iter().find(|(_, forms)| word.is(forms)).map(|(name, _)| *name)
}

/// «التعليم والصحة», «المحافظة العقارية والفلاحة».
fn joined(line: &Line, i: usize, name: &str) -> String {
    let other = |i: usize| {
        let also = line.word(i).is_some_and(|word| word.folded.starts_with('و'));
        known(line, i).filter(|other| also && *other != name)
    };
    let behind = (i + 1..i + 3).find_map(other);
    // The word itself may be the second.
    let second = line.word(i).is_some_and(|word| word.folded.starts_with('و'));
    let before = || (i.saturating_sub(2)..i).rev().find_map(|i| known(line, i)).filter(|_| second);
    match behind.or_else(before).filter(|other| *other != name) {
        Some(other) => {
            let (one, two) = if name < other { (name, other) } else { (other, name) };
            format!("sector {one} {two}")
        }
        None => format!("sector {name}"),
    }
}

#[cfg(test)]
mod tests {
    use crate::facts::testing::article;
    use crate::facts::{Approx, Facet, Kind, Value, extract};

    /// The topic and the sector of each share.
    fn shares(text: &str) -> Vec<(String, String)> {
        let facts = extract(&article(text, "2031-05-04")).facts;
        let shares = facts.into_iter().filter(|fact| fact.kind == Kind::Percent);
        let part = |scope: &[(Facet, String)]| {
            let part = scope.iter().find(|(facet, _)| *facet == Facet::Part);
            part.map_or(String::new(), |(_, value)| value.clone())
        };
        shares.map(|fact| (fact.topic.key.to_string(), part(&fact.topic.scope))).collect()
    }

    #[test]
    fn each_share_of_a_strike_is_of_its_sector() {
        let of = |part: &str| ("strike.participation".to_owned(), part.to_owned());
        let text =
            "بلغت نسبة المشاركة في الإضراب بقطاع البريد 41%، وفي التعليم 22.5%، وفي الصحة 17%.";
        assert_eq!(shares(text), [of("sector post"), of("sector education"), of("sector health")]);
        let text = "قالت النقابة إن نسبة المشاركة في الإضراب بلغت 81% على المستوى الوطني.";
        assert_eq!(shares(text), [of("")]);
        let text = "نسبة المشاركة في الإضراب كانت 12% في القطاع الخاص و38% بالقطاع العام.";
        assert_eq!(shares(text), [of("sector private"), of("sector public")]);
        let text = "وصلت المشاركة في الإضراب إلى 66% في قطاعي التعليم والصحة و20% في النقل.";
        assert_eq!(shares(text), [of("sector education health"), of("sector transport")]);
        // A strike of teachers alone.
        let text = "وصلت المشاركة في الإضراب إلى 66% في قطاع التعليم.";
        assert_eq!(shares(text), [of("")]);
    }

    #[test]
    fn a_bound_is_carried_over_and() {
        let text = "إن نسبة المشاركة في الإضراب لم تتجاوز 32% في القطاع العام و4% في القطاع الخاص.";
        let facts = extract(&article(text, "2031-05-04")).facts;
        let bounds = facts.iter().filter_map(|fact| match &fact.value {
            Value::Quantity(quantity) => Some(quantity.approx),
            _ => None,
        });
        assert_eq!(bounds.collect::<Vec<_>>(), [Approx::AtMost, Approx::AtMost]);
    }

    #[test]
    fn a_share_of_something_else_is_left_alone() {
        let text = "ارتفع الإنفاق على الصحة 12%، وعلى التعليم 9%.";
        assert!(shares(text).iter().all(|(key, _)| key != "strike.participation"));
        let text = "بلغت نسبة المشاركة في الإضراب 70%. وتراجع إنتاج الفحم 8% هذا الشهر.";
        assert_eq!(shares(text).last().map(|(_, part)| part.clone()), Some(String::new()));
    }
}
