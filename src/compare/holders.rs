//! One office of which two reports name different holders: «وزير النقل فلان», «وزير النقل علان».
//!
//! Begin with [`told_apart`]. An office meets itself by its words; whoever has it must be the only
//! one of his report who does, and unknown to the other report, so that neither a predecessor nor
//! the colleague of another country is taken for a conflict.

use std::collections::{BTreeMap, BTreeSet};

use crate::article::ArticleId;
use crate::facts::lexicon::{self, Class};
use crate::facts::name::{Kinship, kinship, loose};
use crate::facts::{Kind, Name, Value, topic};
use crate::text::{Span, fold, words};

use super::align::{Told, all};
use super::names::Names;
use super::{Argument, Claim, Disagreement, Position, Reason, Report, Verdict};

/// Offices that have one holder, by their head; «وزير الصحة» and the like by their family.
const SOLE: &[&str] = &[
    "president",
    "pm",
    "speaker",
    "governor",
    "central-bank-governor",
    "mayor",
    "secretary-general",
    "director",
    "ceo",
    "head",
    "leader",
    "police-chief",
    "ambassador",
    "coach",
    "judge",
    "prosecutor",
];
/// Offices that a state has, and another state as well: they meet only where both reports say of
/// which it is.
const OF_STATES: &[&str] =
    &["president", "pm", "speaker", "minister.foreign", "minister.defence", "ambassador"];

/// Words that tell of no holder of the day.
const OTHERS: &[&str] = &[
    "السابق",
    "السابقه",
    "الاسبق",
    "سابق",
    "سابقا",
    "الراحل",
    "الراحله",
    "المنتهيه",
    "المستقيل",
    "المستقيله",
    "المقال",
    "المقاله",
    "المعين",
    "الجديد",
    "الجديده",
    "المكلف",
    "المكلفه",
    "بالانابه",
    "بالنيابه",
    "نايب",
    "نايبه",
    "وكيل",
    "وكيله",
    "مساعد",
    "مساعده",
    "مستشار",
    "مستشاره",
    "عضو",
    "خلفا",
    "سلفه",
    "احد",
    "مرشح",
    "لمنصب",
    "المنتخب",
    "المنتخبه",
];

/// Words of an office that do not tell of what it is.
const RANKS: &[&str] =
    &["عام", "تنفيذي", "فني", "رسمي", "اقليمي", "رياضي", "مجلس", "اداره", "وطني", "سيد", "دكتور"];

/// Claims of one name, and of all names, that are held against each other at most.
const EACH: usize = 12;
const HOLDERS: usize = 60;

/// Words before an office that may say so.
const NEAR: usize = 3;

/// An office as one report has it.
struct Held<'a> {
    told: Told<'a>,
    holder: &'a Name,
}

/// The offices whose holders the reports do not agree on.
pub fn told_apart(reports: &[Report], names: &Names) -> Vec<Disagreement> {
    let mut by_office: BTreeMap<String, Vec<Held>> = BTreeMap::new();
    for told in all(reports) {
        let Value::Role { holder, role } = &told.fact.value else { continue };
        if let Some(office) = office(&told, role) {
            by_office.entry(office).or_default().push(Held { told, holder });
        }
    }
    by_office.retain(|_, held| held.len() > 1);
    // What stands beside an office is read only where two reports name its holder.
    for held in by_office.values_mut() {
        held.retain(|one| !is_beside_another(&one.told));
    }
    by_office.retain(|_, held| held.len() > 1);
    if by_office.is_empty() {
        return Vec::new();
    }
    let known = people(reports);
    by_office.values().filter_map(|held| disagreement(held, &known, names)).collect()
}

/// The canonical names of the people of each report.
pub fn people<'a>(reports: &[Report<'a>]) -> BTreeMap<ArticleId, Vec<&'a str>> {
    let mut people: BTreeMap<ArticleId, Vec<&str>> = BTreeMap::new();
    for told in all(reports) {
        let name = match &told.fact.value {
            Value::Name(name) if told.fact.kind == Kind::Person => &name.canonical,
            Value::Role { holder, .. } => &holder.canonical,
            _ => continue,
        };
        people.entry(told.claim.article).or_default().push(name);
    }
    people
}

/// What an office is called, if it has one holder.
fn office(told: &Told, role: &str) -> Option<String> {
    if !SOLE.contains(&role) && !role.starts_with("minister.") {
        return None;
    }
    let folded = fold(told.article.text.slice(told.fact.span)?);
    let words: Vec<&str> = folded.split_whitespace().map(bare).collect();
    let (nations, rest): (Vec<&str>, Vec<&str>) = words.iter().copied().partition(|w| nation(w));
    if OF_STATES.contains(&role) && nations.is_empty() {
        return None;
    }
    let minister = role.starts_with("minister.");
    // «الرئيس», «المدير العام»: of what, nobody says.
    let of_what = rest.iter().filter(|word| !RANKS.iter().any(|rank| topic::stem(rank) == **word));
    if !minister && nations.is_empty() && of_what.count() < 2 {
        return None;
    }
    let of = nations.join(" ");
    Some(if minister { format!("{role} {of}") } else { format!("{} {of}", rest.join(" ")) })
}

fn bare(word: &str) -> &str {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    topic::stem(word.strip_prefix("ال").or_else(|| word.strip_prefix("لل")).unwrap_or(word))
}

/// «المصري», «مصر»: the state that an office is of.
fn nation(word: &str) -> bool {
    let is = |word: &str, class| {
        lexicon::find(word).is_some_and(|found| found.entry.sense(class).is_some())
    };
    is(word, Class::Nisba) || is(&format!("{word}ي"), Class::Nisba)
}

/// Whether another state has such an office as well.
fn is_of_state(held: &Held) -> bool {
    matches!(&held.told.fact.value, Value::Role { role, .. } if role.starts_with("minister."))
}

/// Whether the office itself says of which state it is.
fn says_which(held: &Held) -> bool {
    let office = fold(held.told.article.text.slice(held.told.fact.span).unwrap_or_default());
    office.split_whitespace().map(bare).any(nation)
}

/// Whether a report speaks of one state at most.
fn in_one_state(held: &Held) -> bool {
    let folded = fold(held.told.article.text.as_str());
    let mut states = BTreeSet::new();
    for word in words(&folded) {
        let found = lexicon::find(word).map(|found| found.entry);
        let sense = |class| found.and_then(|entry| entry.sense(class));
        let sense = sense(Class::Nisba).or_else(|| sense(Class::Place));
        let state = sense.and_then(|sense| sense.id.split('/').next());
        states.extend(state.filter(|state| state.len() == 2));
    }
    states.len() <= 1
}

/// «الأحد» is a Sunday, and nobody's «أحد».
fn is_other(word: &str) -> bool {
    let of_list = |word: &str| OTHERS.contains(&word);
    of_list(word) || topic::bases(word).any(|base| base != "احد" && of_list(base))
}

/// Whether a word of an office, or one next to it, tells of another.
pub(super) fn is_beside_another(told: &Told) -> bool {
    let text = &told.article.text;
    let (start, end) = (told.fact.span.start, told.fact.span.end);
    let before = Span { start: told.fact.sentence.start, end: start };
    let after = Span { start, end: told.fact.sentence.end.max(end) };
    let folded = |span: Span| fold(text.slice(span).unwrap_or_default());
    let count = |span: Span| text.slice(span).map_or(0, |words| words.split_whitespace().count());
    let name = match &told.fact.value {
        Value::Role { holder, .. } => holder.name.split_whitespace().count(),
        _ => 0,
    };
    let (before, after) = (folded(before), folded(after));
    let before: Vec<_> = words(&before).collect();
    before.into_iter().rev().take(NEAR).any(is_other)
        || words(&after).take(count(told.fact.span) + name + 1).any(is_other)
}

/// «إيلينا كارباهو», «إيلينا كارباخو»: foreign names of which one sound is written otherwise.
fn are_spellings(a: &str, b: &str) -> bool {
    let mut pairs = a.split(' ').zip(b.split(' ')).filter(|(one, other)| one != other);
    let near = |(one, other): (&str, &str)| {
        let foreign = one.is_ascii() && other.is_ascii() && one.len() == other.len();
        foreign
            && one.len() > 2
            && one.bytes().zip(other.bytes()).filter(|(x, y)| x != y).count() == 1
    };
    let words = a.split(' ').count();
    words > 1
        && words == b.split(' ').count()
        && pairs.next().is_some_and(near)
        && pairs.next().is_none()
}

fn disagreement(
    held: &[Held],
    known: &BTreeMap<ArticleId, Vec<&str>>,
    names: &Names,
) -> Option<Disagreement> {
    let one = |a: &str, b: &str| {
        kinship(names.leader(a), names.leader(b)) != Kinship::Different
            || loose(a).is_some_and(|sound| loose(b) == Some(sound))
            || are_spellings(a, b)
    };
    let names_him = |article: ArticleId, name: &str| {
        known.get(&article).into_iter().flatten().any(|other| one(other, name))
    };
    let mut by_report: BTreeMap<ArticleId, BTreeSet<&str>> = BTreeMap::new();
    for own in held {
        by_report.entry(own.told.claim.article).or_default().insert(&own.holder.canonical);
    }
    // A report with two holders speaks of two days, or of two states.
    let alone = |own: &&&Held| {
        let mut same = by_report.get(&own.told.claim.article).into_iter().flatten();
        same.all(|other| one(other, &own.holder.canonical)) && own.holder.canonical.contains(' ')
    };
    let mut by_name: BTreeMap<&str, Vec<&Held>> = BTreeMap::new();
    for own in held {
        by_name.entry(names.leader(&own.holder.canonical)).or_default().push(own);
    }
    // Thousands of reports may name one holder: most offices end here.
    if by_name.len() < 2 {
        return None;
    }
    let sole: Vec<&Held> = by_name
        .values()
        .flat_map(|own| own.iter().filter(alone).take(EACH).copied())
        .take(HOLDERS)
        .collect();
    let apart = |a: &Held, b: &Held| {
        let (x, y) = (&a.told.claim.article, &b.told.claim.article);
        x != y
            && !one(&a.holder.canonical, &b.holder.canonical)
            && !names_him(*x, &b.holder.canonical)
            && !names_him(*y, &a.holder.canonical)
    };
    let pairs =
        sole.iter().enumerate().flat_map(|(i, a)| sole.iter().skip(i + 1).map(move |b| (*a, *b)));
    let (first, second) = pairs.into_iter().find(|(a, b)| apart(a, b))?;
    if is_of_state(first) && !says_which(first) && !(in_one_state(first) && in_one_state(second)) {
        return None;
    }
    let claims = |of: &Held| -> Vec<Claim> {
        let same = held.iter().filter(|own| one(&own.holder.canonical, &of.holder.canonical));
        same.filter(|own| alone(&own))
            .map(|held| held.told.claim)
            .collect::<BTreeSet<_>>()
            .into_iter()
            .collect()
    };
    let label = first.told.article.text.slice(first.told.fact.span).unwrap_or_default().to_owned();
    let claims = [claims(first), claims(second)];
    Some(of_two(&first.told, &second.told, label, claims, "other_name"))
}

/// That two claims of an office exclude each other, with all the claims of each side.
pub fn of_two(
    first: &Told,
    second: &Told,
    label: String,
    claims: [Vec<Claim>; 2],
    rule: &'static str,
) -> Disagreement {
    let arguments = vec![("a", Argument::Claim(first.claim)), ("b", Argument::Claim(second.claim))];
    Disagreement {
        topic: first.fact.topic.key.to_string(),
        label,
        verdict: Verdict::Contradiction,
        severity: 45,
        positions: claims.map(|claims| Position { claims }).into(),
        reason: Reason { rule, arguments },
    }
}

#[cfg(test)]
mod tests {
    use super::super::told_tests::contradicted;

    fn apart(one: &str, other: &str) -> bool {
        contradicted(one, other, "role:")
    }

    #[test]
    fn one_office_has_one_holder() {
        let one = "افتتح وزير النقل سامي الحداد الجسر الجديد صباح اليوم.";
        assert!(apart(one, "وقال وزير النقل كريم نصار في حفل افتتاح الجسر إن الأشغال انتهت."));
        assert!(!apart(one, "وقال وزير النقل الحداد في حفل افتتاح الجسر إن الأشغال انتهت."));
        assert!(!apart(one, "وقال وزير الصحة كريم نصار في حفل افتتاح الجسر إن الأشغال انتهت."));
        assert!(!apart(one, "وقال وزير النقل السابق كريم نصار في الحفل إن الأشغال انتهت."));
        assert!(!apart(one, "وحضر وزير النقل كريم نصار مع سامي الحداد حفل افتتاح الجسر."));
    }

    #[test]
    fn two_states_have_a_minister_each() {
        let one = "التقى وزير الخارجية المصري سامي الحداد الوفد صباح اليوم.";
        assert!(!apart(one, "التقى وزير الخارجية التونسي كريم نصار الوفد صباح اليوم."));
        assert!(!apart(one, "التقى وزير الخارجية كريم نصار الوفد صباح اليوم."));
        assert!(apart(one, "التقى وزير الخارجية المصري كريم نصار الوفد صباح اليوم."));
    }
}
