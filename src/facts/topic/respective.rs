//! «سعرا البيع والشراء 12 و14 على التوالي»: values that are dealt out in the order in which
//! what they are of was named.

use std::ops::Range;

use super::super::Fact;
use super::choose::Found;
use super::frame::{self, Zone};
use super::gate::slots;
use super::line::Line;
use super::setting::Setting;
use super::words::Gap;

/// Words before the values within which what they are of is named.
const REACH: usize = 18;
/// Above any frame that was merely near.
const SCORE: i32 = 120;

/// The frame of a value of such a list, where as many frames are named before it as it has values.
pub fn frame(line: &Line, setting: &Setting, fact: &Fact, at: &Range<usize>) -> Option<Found> {
    let (first, place, count) = list(line, at)?;
    let slots = slots(fact);
    let mut named: Vec<(u16, usize)> = Vec::new();
    for i in first.saturating_sub(REACH)..first {
        let Some(word) = line.word(i) else { continue };
        let fits = word.lemma.calls().filter(|trigger| {
            matches!(trigger.zone, Zone::Near | Zone::Before)
                && trigger.slots.meet(slots)
                && line.follows(i, trigger)
                && frame::frame_at(trigger.frame)
                    .is_some_and(|frame| setting.admits(frame) && !frame.needs_with)
        });
        let loudest = fits.max_by_key(|trigger| trigger.rank);
        named.extend(loudest.map(|trigger| (trigger.frame, i)));
    }
    // What is named last stands in the order of the values; a word of neither may stand before.
    let mut order: Vec<(u16, usize)> = Vec::new();
    for (index, i) in named.into_iter().rev() {
        if order.iter().all(|(known, _)| *known != index) {
            order.push((index, i));
        }
    }
    order.truncate(count);
    let (index, i) = *order.get(count.checked_sub(place + 1)?).filter(|_| order.len() == count)?;
    let trigger = line.word(i)?.span;
    Some(Found::sure(frame::frame_at(index)?, trigger, SCORE))
}

/// The first word of the list of values that `at` is in, its place there, and how many they are,
/// where «على التوالي» follows the list.
fn list(line: &Line, at: &Range<usize>) -> Option<(usize, usize, usize)> {
    let figure = |i: usize| line.figure.get(i).copied().flatten();
    let own = figure(at.start)?;
    // «12 و14»: an «و» of its own stands between.
    let listed = |i: usize| {
        let word = line.word(i).filter(|word| word.gap < Gap::Colon);
        word.is_some_and(|word| figure(i).is_some() || word.folded == "و")
    };
    let mut first = at.start;
    while first > 0 && listed(first - 1) && line.word(first).is_some_and(|w| w.gap < Gap::Colon) {
        first -= 1;
    }
    let mut end = at.end;
    while listed(end) {
        end += 1;
    }
    let told = (end..end + 3).any(|i| {
        line.word(i).is_some_and(|word| word.is(&["التوالي", "الترتيب"]))
            && line.word(i - 1).is_some_and(|word| word.is(&["علي"]))
    });
    let mut values: Vec<usize> = (first..end).filter_map(figure).collect();
    values.dedup();
    let place = values.iter().position(|value| *value == own)?;
    (told && values.len() > 1).then_some((first, place, values.len()))
}

#[cfg(test)]
mod tests {
    use crate::facts::{extract, testing::article};

    fn keys(text: &str) -> Vec<(String, String)> {
        let article = article(text, "2026-05-04");
        let facts = extract(&article).facts.into_iter();
        facts
            .map(|f| {
                (
                    article.text.slice(f.span).unwrap_or_default().to_owned(),
                    f.topic.key.into_owned(),
                )
            })
            .collect()
    }

    #[test]
    fn values_told_in_turn_go_to_what_was_named_in_turn() {
        let keys = keys("أبقى المصرف سعري الإيداع والإقراض عند 3.5% و4.75% على التوالي.");
        assert!(keys.contains(&("3.5%".into(), "rate.deposit".into())), "{keys:?}");
        assert!(keys.contains(&("4.75%".into(), "rate.lending".into())), "{keys:?}");
    }
}
