//! A total that the text breaks down after a colon or «هم»: the parts are added up, so that a list that
//! does not come to its total can be shown.

use crate::text::Span;

use super::super::{Certainty, Facet, Fact, Kind, Quantity, Unit, Value};
use super::line::Line;
use super::scope::nation;
use super::words::{Gap, Word};

/// The sum of each list that follows a count and a colon or «هم».
pub fn facts(line: &Line, facts: &[Fact]) -> Vec<Fact> {
    let opened = (1..line.words.len()).filter_map(|i| {
        let word = line.word(i)?;
        let pronoun = ["هم", "وهم", "هن", "وهن"].contains(&word.folded);
        match word.gap {
            Gap::Colon => Some((i, i, 3)),
            gap if pronoun && gap <= Gap::Comma => Some((i, i + 1, 2)),
            _ => None,
        }
    });
    opened.filter_map(|(end, from, least)| sum(line, facts, end, (from, least))).collect()
}

/// The sum of the list that begins at `from`, behind the total that ends before `end`; it has
/// `least` items at least.
fn sum(line: &Line, facts: &[Fact], end: usize, (from, least): (usize, u32)) -> Option<Fact> {
    let total = line.figure.get(end - 1).copied().flatten().and_then(|i| facts.get(i))?;
    let Value::Quantity(whole) = &total.value else { return None };
    if total.kind != Kind::Count && total.kind != Kind::Number || counts_kinds(&whole.unit) {
        return None;
    }
    let list = if from == end { add(line, facts, from) } else { add_joined(line, facts, from) };
    let (sum, items, span) = list?;
    if items < least || whole.low < 3.0 {
        return None;
    }
    let quantity = Quantity { low: sum, high: sum, ..whole.clone() };
    let mut topic = total.topic.clone();
    topic.scope.push((Facet::Part, "sum".into()));
    Some(Fact {
        topic,
        value: Value::Quantity(quantity),
        span,
        certainty: Certainty::Low,
        kind: Kind::Count,
        rule: "sum_of_list",
        ..total.clone()
    })
}

/// «أربع جنسيات: ثمانية مصريين …»: what is counted is how many items the list has, not what they
/// come to.
fn counts_kinds(unit: &Unit) -> bool {
    const KINDS: &[&str] = &[
        "جنس",
        "جنسي",
        "دول",
        "نوع",
        "انواع",
        "اصناف",
        "صنف",
        "في",
        "مجموع",
        "قسم",
        "اقسام",
        "country",
        "group",
    ];
    matches!(unit, Unit::Of(noun) if KINDS.contains(&noun.as_str()))
}

/// Adds up «أربعة كويتيين وفرنسيان وجزائريان»: items joined by «و» or a comma, each a figure or a
/// nationality. `None` where an item may be left that cannot be read.
fn add_joined(line: &Line, facts: &[Fact], from: usize) -> Option<(f64, u32, Span)> {
    let (mut sum, mut items, mut span) = (0.0, 0, line.word(from)?.span);
    let mut at = from;
    while let Some(word) = line.word(at).filter(|word| at == from || word.gap <= Gap::Comma) {
        let figure = line.figure.get(at).copied().flatten();
        let value = match figure.and_then(|i| facts.get(i)).map(|fact| &fact.value) {
            Some(Value::Quantity(part)) => Some(part.low),
            _ if at == from || word.folded.starts_with('و') => of_nationality(word),
            _ => None,
        };
        let Some(value) = value else {
            let closed = word.gap == Gap::Comma || !word.folded.starts_with('و');
            let more = (at..line.words.len())
                .take_while(|i| *i == at || line.word(*i).is_some_and(|w| w.gap < Gap::Comma));
            let figures = more.into_iter().any(|i| line.figure.get(i).copied().flatten().is_some());
            return (closed && !figures).then_some((sum, items, span));
        };
        // «تونسي واحد», «عراقيان اثنان»: the figure says over again how many they are.
        let again = figure.is_none() && is_one_or_two(line, at + 1);
        let figure = if again { line.figure.get(at + 1).copied().flatten() } else { figure };
        let next = (at + 1..line.words.len())
            .find(|i| figure.is_none() || line.figure.get(*i).copied().flatten() != figure);
        at = next.unwrap_or(line.words.len());
        (sum, items, span) = (sum + value, items + 1, span.union(line.word(at - 1)?.span));
    }
    Some((sum, items, span))
}

fn is_one_or_two(line: &Line, at: usize) -> bool {
    const FEW: &[&str] = &["واحد", "واحده", "اثنان", "اثنين", "اثنتان", "اثنتين"];
    line.word(at).is_some_and(|word| word.gap == Gap::Space && FEW.contains(&word.folded))
}

/// Adds up the items after the colon; `None` where one of them cannot be read.
fn add(line: &Line, facts: &[Fact], colon: usize) -> Option<(f64, u32, Span)> {
    let first = line.word(colon)?.span;
    let (mut sum, mut items, mut span) = (0.0, 0, first);
    let mut at = colon;
    while let Some(word) = line.word(at).filter(|word| at == colon || word.gap <= Gap::Comma) {
        let end = item_end(line, at);
        let figure = (at..end).find_map(|i| line.figure.get(i).copied().flatten());
        sum += match figure.and_then(|i| facts.get(i)).map(|fact| &fact.value) {
            Some(Value::Quantity(part)) => part.low,
            _ => of_nationality(word)?,
        };
        items += 1;
        span = span.union(line.word(end - 1)?.span);
        at = end;
    }
    Some((sum, items, span))
}

/// The first word after the item that begins at `at`.
fn item_end(line: &Line, at: usize) -> usize {
    (at + 1..line.words.len())
        .find(|i| line.word(*i).is_some_and(|word| word.gap >= Gap::Comma))
        .unwrap_or(line.words.len())
}

/// One for «أمريكي», two for «كنديان»; «وفي», «وهي» and «والذي» are nobody.
fn of_nationality(word: &Word) -> Option<f64> {
    nation(word)?;
    let noun = word.folded.strip_prefix('و').unwrap_or(word.folded);
    if noun.ends_with("يان") || noun.ends_with("يين") || noun.ends_with("يتان") {
        Some(2.0)
    } else if noun.ends_with('ي') || noun.ends_with("يه") {
        Some(1.0)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use crate::facts::{Value, extract, testing::article};

    fn sums(text: &str) -> Vec<f64> {
        let facts = extract(&article(text, "2031-05-12")).facts;
        let sums = facts.iter().filter(|fact| fact.rule == "sum_of_list");
        let low = sums.map(|fact| match &fact.value {
            Value::Quantity(quantity) => quantity.low,
            other => panic!("{other:?}"),
        });
        low.collect()
    }

    #[test]
    fn those_of_a_list_are_told_by_their_nationality() {
        for (text, sum) in [
            ("وكان على متن القارب ستة بحارة هم ثلاثة تونسيين ويونانيان ومصري.", 6.0),
            ("وكان على متن القارب سبعة بحارة هم ثلاثة تونسيين ويونانيان ومصري.", 6.0),
            ("وأنقذ الخفر خمسة بحارة، هم أربعة مالطيين ولبناني، قبل الفجر.", 5.0),
            ("ونجا خمسة بحارة هم لبناني واحد وأربعة مالطيين.", 5.0),
        ] {
            assert_eq!(sums(text), [sum], "{text}");
        }
    }

    #[test]
    fn words_in_ya_are_no_people() {
        for text in [
            "وأوقف خمسة بحارة هم أربعة مالطيين وفي القارب صناديق.",
            "وأوقف خمسة بحارة هم أربعة مالطيين وهي حصيلة أولى.",
            "وأوقف خمسة بحارة هم أربعة مالطيين والذي كان يقودهم فر.",
            "وأوقف خمسة بحارة هم أربعة مالطيين وعلي الصياد.",
        ] {
            assert!(sums(text).is_empty(), "{text}: {:?}", sums(text));
        }
    }
}
