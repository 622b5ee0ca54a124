//! Figures that are names of models, and words that look like a figure: «طراز 787-9», «إف-16»; «سقف وأحد
//! جدران المبنى».

use super::context::Context;
use super::lexicon::{Class, Classes};
use super::number::{digits, is_digits};
use super::quantities::counts;

/// What a figure has behind it that is no name.
const SHARES: Classes = Classes::of(&[Class::Percent, Class::Scale, Class::Currency]);

/// «طراز 787-9», «بوينغ 737 ماكس», «إف-16», «إتش 2 إيه»: where the figure of a model ends.
pub fn model(cx: &Context, at: usize) -> Option<usize> {
    const MAKERS: [&str; 7] = ["بوينغ", "بوينج", "ايرباص", "امبراير", "سوخوي", "ميغ", "توبوليف"];
    #[rustfmt::skip]
    const LETTERS: [&str; 13] = [
        "اتش", "ايه", "بي", "سي", "دي", "اف", "جي", "كيو", "ار", "اس", "تي", "اكس", "كيه",
    ];
    if !is_digits(cx, at) {
        return None;
    }
    let dash = at.checked_sub(1).is_some_and(|i| {
        let opens = ['"', '«', '“', '”'].iter().any(|mark| cx.is_sign(i, *mark));
        opens || cx.is_sign(i, '-') && cx.is_glued(i)
    });
    let before = cx.word(at.checked_sub(1 + usize::from(dash))?);
    let bare = before.strip_prefix(['و', 'ب', 'ل']).unwrap_or(before);
    let called = matches!(bare, "طراز" | "الطراز" | "طرازات" | "موديل" | "الموديل");
    let lettered = LETTERS.contains(&before);
    let made = MAKERS.contains(&before) || MAKERS.contains(&bare);
    // «40 طائرة 787»: what is counted has its figure before it.
    let told = matches!(bare, "طايره" | "طايرات" | "طايرتي" | "طايرتين");
    // «صاروخ «فالكون 9»»: a figure that closes what is marked as a name of two words.
    let marked = cx.is_sign(at + 1, '»') && at > 1 && cx.is_sign(at - 2, '«') && cx.is_word(at - 1);
    if !called && !lettered && !made && !told && !marked {
        return None;
    }
    // «أسهم بوينغ 4.5 %», «بوينغ 1,250 طائرة»: a share, a sum and a number of them.
    let figure = digits(cx, at)?;
    let shared = cx.is_sign(figure.end, '%') || cx.is_one_of(figure.end, SHARES);
    if figure.end > at + 1 || shared || !called && counts(cx, figure.end) {
        return None;
    }
    let mut end = at + 1;
    if cx.is_sign(end, '-') && cx.is_glued(end) && cx.is_glued(end + 1) && is_digits(cx, end + 1) {
        end += 2;
    }
    Some(end)
}

/// «سقف وأحد جدران المبنى» is another word; «سنة مريخية واحدة» is a year of its own, and nothing is counted.
pub fn is_no_one(cx: &Context, at: usize) -> bool {
    match cx.word(at) {
        "واحد" => {
            let raw = cx.token(at).and_then(|token| cx.text.slice(token.span)).unwrap_or_default();
            raw.starts_with("وأحد")
        }
        "واحده" => is_calendar(cx, at),
        _ => false,
    }
}

/// Whether an adjective of a unit of time stands before the word at `at`.
pub fn is_calendar(cx: &Context, at: usize) -> bool {
    let unit = at.checked_sub(2).is_some_and(|i| cx.is(i, Class::TimeUnit));
    let described = |i: usize| cx.word(i).ends_with("يه") && !cx.is(i, Class::TimeUnit);
    unit && at.checked_sub(1).is_some_and(described)
}

#[cfg(test)]
mod tests {
    use crate::facts::{Kind, extract, testing::article};

    /// The kinds and topics of the figures of a text.
    fn figures(text: &str) -> Vec<(Kind, String)> {
        let facts = extract(&article(text, "2026-05-04")).facts;
        let figures = facts.into_iter().filter(|fact| crate::facts::topic::is_figure(fact.kind));
        figures.map(|fact| (fact.kind, fact.topic.key.into_owned())).collect()
    }

    #[test]
    fn the_figure_of_a_model_or_a_train_is_a_name() {
        for text in [
            "وصلت طائرات من طراز 787 دريملاينر.",
            "وصلت مقاتلات من طراز «219-7».",
            "تحطمت بوينغ 737 ماكس.",
            "وحمله صاروخ «فالكون 9» إلى مداره.",
            "وأطلق الصاروخ إتش 2 إيه.",
            "وانقلب جرار قطار 2011 وعربة القوى.",
            "وتوقف قطار 157 المتجه إلى الرملة.",
        ] {
            assert_eq!(figures(text), [(Kind::Number, String::new())], "{text}");
        }
        let counted = figures("وأقل القطار 157 راكبا إلى الرملة.");
        assert_eq!(counted, [(Kind::Count, "aboard.count".to_owned())]);
        let counted = figures("أنتجت بوينغ 480 طائرة.");
        assert_eq!(counted.first().map(|(kind, _)| *kind), Some(Kind::Count), "{counted:?}");
        for (text, kind) in [
            ("تراجعت أسهم بوينغ 4.5% أمس الأول.", Kind::Percent),
            ("طلبت بوينغ 1,250 محركا.", Kind::Count),
        ] {
            assert_eq!(figures(text).first().map(|(kind, _)| *kind), Some(kind), "{text}");
        }
    }

    #[test]
    fn a_place_in_a_row_and_a_year_of_another_calendar_count_nothing() {
        let kinds = |text: &str| figures(text).into_iter().map(|found| found.0).collect::<Vec<_>>();
        assert_eq!(kinds("وبذلك يصبح حمدان الرئيس الـ14 للنادي."), [Kind::Ordinal]);
        assert_eq!(kinds("انهار سقف وأحد جدران المبنى."), []);
        assert_eq!(kinds("تستمر المهمة سنة مريخية واحدة."), []);
        assert_eq!(kinds("وحكم عليه بالسجن مدة (15) عاما."), [Kind::Duration]);
    }

    #[test]
    fn whoever_is_younger_and_a_window_of_time_have_no_length_of_their_own() {
        for text in ["قتل أطفال دون سن 15 عاما.", "سجلت إصابات بالحصبة في الساعات الـ24 الأخيرة."]
        {
            assert_eq!(figures(text), [(Kind::Duration, String::new())], "{text}");
        }
        let text = "وكان حمدان، البالغ 53 عاما، الرئيس الثاني والأربعين للنادي.";
        let ages = figures(text).into_iter().filter(|(_, key)| key == "person.age");
        assert_eq!(ages.count(), 1);
    }
}
