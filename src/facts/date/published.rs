//! The day of a report that nothing beside its text dates: what «أمس» and «الجمعة» are told from.
//!
//! Begin with [`told_in`]. A full date in the midst of a text is of what it tells, often of years
//! ago, and says nothing of today; only a head with a date in it does, or «اليوم» beside one.

use jiff::civil::Date;

use super::{calendar, month, numeric};
use crate::article::BlockKind;
use crate::facts::context::Context;
use crate::facts::lexicon::Class;
use crate::facts::quantities::Opens;
use crate::facts::token::{Token, TokenKind};

/// Tokens at the head of a text among which one is looked for.
const HEAD: usize = 400;
/// Tokens that may stand before the date of a dateline: city, country, weekday, «في».
const BEFORE: usize = 7;
/// Tokens between «اليوم» and its date: a weekday, a comma, «الموافق».
const BESIDE: usize = 4;

/// The day of the report, told from its own text.
pub(in crate::facts) fn told_in(cx: &Context) -> Option<Date> {
    let opens = |token: &Token| token.kind == TokenKind::Digits || token.opens != Opens::Never;
    let opening = cx.tokens.iter().take(HEAD).enumerate().filter(|(_, token)| opens(token));
    opening.map(|(at, _)| at).find_map(|at| {
        let dated = numeric::date(cx, at).or_else(|| month::day_and_month(cx, at))?;
        let day = dated.first().filter(|_| dated.sure)?;
        match days_from_today(cx, at) {
            Some(days) => calendar::plus(day, -days),
            None => is_in_head(cx, at, dated.end).then_some(day),
        }
    })
}

/// How far from the day of the report the date at a token is by the words right before it: «أمس
/// الأحد 4 مايو 2031», «اليوم، 5 مايو 2031».
fn days_from_today(cx: &Context, at: usize) -> Option<i32> {
    let beside = |at: usize| {
        cx.is_sign(at, '،')
            || cx.is_sign(at, ',')
            || cx.is_sign(at, '(')
            || cx.is(at, Class::Weekday)
            || matches!(cx.word(at), "الموافق" | "يوم" | "بتاريخ")
    };
    let before = (at.saturating_sub(BESIDE)..at).rev().find(|at| !beside(*at))?;
    let sense = cx.word_sense(before, Class::RelativeDay)?;
    // «قبل اليوم»: only what the date itself is said of.
    let days = sense.value as i32;
    (days.abs() <= 1 && (before + 1 < at || days == 0)).then_some(days)
}

/// Whether the date `at..end` stands in the head of the report: in a dateline, or among the first
/// words of a block with a dash or nothing behind it.
fn is_in_head(cx: &Context, at: usize, end: usize) -> bool {
    let Some(sentence) = cx.sentence(at) else { return false };
    match cx.blocks.get(sentence.block).map(|block| block.kind) {
        Some(BlockKind::Dateline) => true,
        Some(BlockKind::Paragraph | BlockKind::Subhead) => {
            let start = sentence.tokens.start;
            let first = start.checked_sub(1).is_none_or(|before| cx.is_break(before));
            let dash = ['-', ':', '/', '('].iter().any(|sign| cx.is_sign(end, *sign));
            first && at - start <= BEFORE && (dash || cx.is_break(end))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::context::Prepared;
    use crate::facts::testing::article;
    use jiff::civil::date;

    fn told(text: &str) -> Option<Date> {
        let report = article(text, "");
        let prepared = Prepared::new(&report);
        let words = prepared.words();
        told_in(&prepared.context(&report, &words))
    }

    #[test]
    fn a_head_or_today_gives_the_day() {
        let day = Some(date(2031, 5, 5));
        assert_eq!(told("وصل الوزير اليوم الاثنين 5 مايو 2031 إلى الميناء."), day);
        assert_eq!(told("وصل الوزير اليوم، الموافق 5/5/2031، إلى الميناء."), day);
        assert_eq!(told("وصل الوزير أمس الأحد 4 مايو 2031 إلى الميناء."), day);
        assert_eq!(told("صنبورة في 5 مايو 2031 - وصل الوزير أمس."), day);
    }

    #[test]
    fn a_date_in_the_midst_of_the_text_does_not() {
        for text in [
            "وصل الوزير أمس إلى الميناء. وفي 25 أبريل 2020 نقلت السفينة إلى الحوض.",
            "في 25 أبريل 2020، نقلت السفينة إلى الحوض، ووصلت أمس.",
            "تأسست الشركة يوم السبت 4 مايو 2019 في صنبورة، وقالت اليوم إنها تبيع أسهمها.",
        ] {
            assert_eq!(told(text), None, "{text}");
        }
    }
}
