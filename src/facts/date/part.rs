//! The part of a day that a date names: «صباح الجمعة», «الأحد مساء», «الساعات الأولى من صباح اليوم».

use std::ops::Range;

use super::Dated;
use crate::facts::context::Context;
use crate::facts::lexicon::{Class, Clitics};
use crate::facts::value::{DayPart, Grain, Value};

/// The night of a day may be the one before it or the one behind; to be «عشية» of a day is to come before
/// it, but where the day is told from today («عشية اليوم» of the Maghreb).
const LOOSE: &[&str] = &["ليله", "عشيه"];

/// A date with the part of the day that the words before it name, or those behind it.
pub(super) fn kept(cx: &Context, before: Range<usize>, mut dated: Dated) -> Dated {
    if let Value::Date(date) = &mut dated.value
        && date.grain == Grain::Day
        && date.first == date.last
    {
        // «مساء أمس» is a day by itself.
        date.part = (before.start..=before.end)
            .find_map(|at| named(cx, at, before.end))
            .or_else(|| behind(cx, dated.end));
    }
    dated
}

/// The part named at a token; `day` is where the day itself begins.
fn named(cx: &Context, at: usize, day: usize) -> Option<DayPart> {
    let sense = part(cx, at)?;
    let relative = || cx.is(day, Class::RelativeDay);
    let loose = LOOSE.iter().any(|word| cx.word(at).ends_with(word));
    if loose && !(cx.word(at).ends_with("عشيه") && relative()) {
        return None;
    }
    Some(if is_early(cx, at) { DayPart { from: 0, until: EARLY } } else { sense })
}

/// Until when the first hours of a morning go.
const EARLY: u16 = 9 * 60;

/// «الساعات الأولى من صباح …», «في ساعة مبكرة من صباح …».
fn is_early(cx: &Context, at: usize) -> bool {
    let word = |back: usize| at.checked_sub(back).map_or("", |at| cx.word(at));
    let first = matches!(word(2), "الاولي" | "مبكره" | "المبكره" | "مبكر");
    word(1) == "من" && first && cx.word(at).ends_with("صباح")
}

/// «الأحد مساء», «أمس ليلا»: an adverb behind the day.
fn behind(cx: &Context, end: usize) -> Option<DayPart> {
    let adverb = cx.word(end).ends_with('ا') || matches!(cx.word(end), "مساء" | "بعد" | "قبل");
    part(cx, end).filter(|_| adverb)
}

fn part(cx: &Context, at: usize) -> Option<DayPart> {
    let article = cx.token(at).is_some_and(|token| token.clitics.has(Clitics::THE));
    let (sense, _) = cx.sense(at, Class::DayPart).filter(|_| !article)?;
    let until = sense.id.split(':').next()?.parse::<u16>().ok()? * 60;
    let from = sense.value as u16;
    // An hour after noon is told as «مساء» beside its figure, and as a part of the day by itself never.
    let from = if (from, until) == (NOON, 24 * 60) { EVENING } else { from };
    Some(DayPart { from, until })
}

const NOON: u16 = 12 * 60;
const EVENING: u16 = 15 * 60;

#[cfg(test)]
mod tests {
    use crate::facts::testing::article;
    use crate::facts::{Value, extract};

    /// The hours of the first date's part of the day.
    fn hours(text: &str) -> Option<(u16, u16)> {
        let facts = extract(&article(text, "2031-05-12")).facts;
        let part = facts.iter().find_map(|fact| match &fact.value {
            Value::Date(date) => Some(date.part),
            _ => None,
        });
        part.expect("a date").map(|part| (part.from / 60, part.until / 60))
    }

    #[test]
    fn a_day_keeps_its_part() {
        assert_eq!(hours("تعطلت الرافعة صباح الجمعة في الورشة."), Some((0, 12)));
        assert_eq!(hours("تعطلت الرافعة مساء أمس في الورشة."), Some((15, 24)));
        assert_eq!(hours("تعطلت الرافعة بعد ظهر الجمعة في الورشة."), Some((12, 18)));
        assert_eq!(hours("تعطلت الرافعة يوم الجمعة مساء في الورشة."), Some((15, 24)));
        assert_eq!(hours("تعطلت الرافعة عشية اليوم الاثنين."), Some((15, 24)));
        let first = hours("تعطلت الرافعة في الساعات الأولى من صباح اليوم الاثنين.");
        assert_eq!(first, Some((0, 9)));
    }

    #[test]
    fn a_verb_of_the_future_puts_its_day_ahead() {
        let day = |text: &str| {
            let facts = extract(&article(text, "2031-05-14")).facts;
            facts.iter().find_map(|fact| match &fact.value {
                Value::Date(date) => Some(date.first.day()),
                _ => None,
            })
        };
        assert_eq!(day("قال المدير إن الفرع سيعاد ترميمه يوم الأحد."), Some(18));
        assert_eq!(day("وسيدفن الحارس الأحد في قريته."), Some(18));
        assert_eq!(day("وقع الحادث على طريق سيلونا يوم الأحد."), Some(11));
        assert_eq!(day("قال المدير إن الفرع أغلق يوم الأحد."), Some(11));
    }

    #[test]
    fn a_day_without_a_part_and_a_night_of_two_days_have_none() {
        assert_eq!(hours("تعطلت الرافعة الجمعة في الورشة."), None);
        assert_eq!(hours("تعطلت الرافعة ليلة الجمعة في الورشة."), None);
        assert_eq!(hours("تعطلت الرافعة عشية الجمعة في الورشة."), None);
    }
}
