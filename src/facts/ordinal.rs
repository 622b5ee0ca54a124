//! Places in a row: «الثالث عشر», «الخامسة والعشرين», «الدورة 82»; and ages told by them.

use super::Kind;
use super::context::Context;
use super::duration::seconds_in;
use super::lexicon::{Class, Classes, Clitics};
use super::number::{digits, is_article, is_digits, number};
use super::quantity::{Amount, measured};
use super::value::{Quantity, Unit};

/// The ordinal in words that begins at a token: its place, and the token after it.
pub(super) fn words(cx: &Context, at: usize) -> Option<(f64, usize)> {
    let sense = cx.word_sense(at, Class::Ordinal)?;
    let next = at + 1;
    let cardinal = cx.word_sense(next, Class::Cardinal).map(|sense| sense.value);
    let joined = cx.token(next).is_some_and(|token| token.clitics.has(Clitics::AND));
    if cardinal == Some(10.0) && !joined {
        return Some((sense.value + 10.0, next + 1));
    }
    let tens_at = if cx.word(next) == "و" { Some(next + 1) } else { joined.then_some(next) };
    let tens = tens_at.and_then(|at| Some((cx.word_sense(at, Class::Cardinal)?.value, at + 1)));
    // «التاسعة وعشرين دقيقة» is an hour and its minutes.
    let minutes = |end: &usize| matches!(cx.word(*end), "دقيقه" | "دقايق");
    let tens = tens.filter(|(value, end)| (20.0..=90.0).contains(value) && !minutes(end));
    if let Some((tens, end)) = tens {
        return Some((sense.value + tens, end));
    }
    (sense.id != "bound").then_some((sense.value, next))
}

/// «تقرير أولي», «التشخيص الأولي»: preliminary, written with ي; «الجلسة الأولي» is a slip for the first.
pub(super) fn is_preliminary(cx: &Context, at: usize) -> bool {
    if !matches!(cx.word(at), "اولي" | "الاولي" | "واولي") {
        return false;
    }
    let raw = cx.token(at).and_then(|token| cx.text.slice(token.span)).unwrap_or_default();
    let before = at.checked_sub(1).filter(|i| cx.is_word(*i)).map_or("", |i| cx.word(i));
    let feminine = before.ends_with('ه') || before.ends_with("ات");
    raw.ends_with('ي') && !feminine && !before.is_empty() && before.chars().count() > 2
}

/// An ordinal as a fact, or the age that it tells («طالبة في الثامنة عشرة من عمرها»).
pub(super) fn ordinal(cx: &Context, at: usize) -> Option<Amount> {
    if let Some(edition) = edition(cx, at) {
        return Some(edition);
    }
    if cx.word_sense(at, Class::Ordinal).is_some_and(|sense| sense.id == "placed") {
        let (place, end) = words(cx, at).filter(|_| comes_in(cx, at))?;
        return Some(placed(place, at, end, PLACED));
    }
    let (place, end) = words(cx, at).or_else(|| definite_cardinal(cx, at))?;
    // «ثاني أكبر ميناء» is read whole (`outcome::standing`).
    if cx.is(end, Class::Superlative) && cx.is_word(end + 1) {
        return None;
    }
    if let Some(read) = age(cx, at, place, end).or_else(|| so_far(cx, at, place, end)) {
        return Some(read);
    }
    if is_no_place(cx, at) || is_preliminary(cx, at) {
        return None;
    }
    // «ثانية» without the article is "again", or a second of time.
    if cx.word(at) == "ثانيه" && end == at + 1 {
        return None;
    }
    Some(placed(place, at, end, "ordinal"))
}

/// «الملازم الأول», «القناة الوطنية الأولى», «بالدرجة الأولى», «في أول رد فعل»: a rank, a name, a
/// way of speaking.
fn is_no_place(cx: &Context, at: usize) -> bool {
    const NAMED: [&str; 11] = [
        "الملازم",
        "الرقيب",
        "السكرتير",
        "الوزاره",
        "القناه",
        "قناه",
        "الاذاعه",
        "اذاعه",
        "المقام",
        "الوهله",
        "الدرجه",
    ];
    let before = |back: usize| at.checked_sub(back).map_or("", |at| cx.word(at));
    let name = |word: &str| NAMED.iter().any(|noun| word.ends_with(noun));
    match cx.word(at) {
        "الاول" | "الاولي" | "الثاني" | "الثانيه" => {
            name(before(1)) || before(1).starts_with("ال") && name(before(2))
        }
        "اول" => cx.word(at + 1) == "رد" && cx.word(at + 2) == "فعل",
        _ => false,
    }
}

/// The rule of a place that a verb tells: «حل ثالثا».
pub const PLACED: &str = "ordinal.placed";

/// Verbs of coming in at a place, in order of their letters.
#[rustfmt::skip]
const COMING: &[&str] = &[
    "احتل", "احتلت", "انهت", "انهي", "بقي", "تاتي", "تحتل", "تحل", "تصنف", "جاء", "جاءت", "حل",
    "حلت", "صنف", "صنفت", "صنفه", "صنفها", "مصنفا", "مصنفه", "وصل", "وصلت", "ياتي", "يحتل", "يحل",
    "يصنف", "ينهي",
];

/// Whether a verb of the clause says that somebody came in at a place.
fn comes_in(cx: &Context, at: usize) -> bool {
    const REACH: usize = 8;
    let clause = (at.saturating_sub(REACH)..at).rev().take_while(|at| cx.is_word(*at));
    clause.into_iter().any(|at| {
        let word = cx.word(at);
        let bare = word.strip_prefix(['و', 'ف']).unwrap_or(word);
        COMING.binary_search(&word).is_ok() || COMING.binary_search(&bare).is_ok()
    })
}

fn placed(place: f64, start: usize, end: usize, rule: &'static str) -> Amount {
    let quantity = Quantity::exact(place, Unit::None);
    Amount { kind: Kind::Ordinal, quantity, start, end, scale: 1.0, rule }
}

/// «التسعون», «الواحد والثلاثين»: a definite number of which no noun is counted.
pub(super) fn definite_cardinal(cx: &Context, at: usize) -> Option<(f64, usize)> {
    let token = cx.token(at)?;
    if !token.is_word() || !token.clitics.has(Clitics::THE) {
        return None;
    }
    cx.word_sense(at, Class::Cardinal)?;
    // After a plural it counts: «النواب الستة عشر».
    let before = at.checked_sub(1).map_or("", |at| cx.word(at));
    if is_bounded_hundred(cx, at) {
        return None;
    }
    if ["ين", "ون", "ات"].iter().any(|ending| before.ends_with(ending)) {
        return None;
    }
    let number = number(cx, at)?;
    let edition = at.checked_sub(1).is_some_and(|at| cx.is(at, Class::Edition));
    let counts = measured(cx, number.end).is_some() || starts_noun(cx, number.end) && !edition;
    (!counts && number.low > 10.0 && number.scale <= 1.0).then_some((number.low, number.end))
}

/// «فوق المئتين», «تجاوز عدد القتلى المئة», «نحو الألف»: a round figure with the article, and no place in a row.
fn is_bounded_hundred(cx: &Context, at: usize) -> bool {
    const REACH: usize = 4;
    let round = number(cx, at).is_some_and(|number| number.low >= 100.0);
    let bound = |at: usize| cx.is(at, Class::ApproxBefore) || cx.word(at) == "فوق";
    round
        && (at.checked_sub(1).is_some_and(bound)
            || (at.saturating_sub(REACH)..at).any(|at| cx.is(at, Class::Exceed)))
}

/// Whether an indefinite noun follows, which the number counts.
fn starts_noun(cx: &Context, at: usize) -> bool {
    cx.token(at).is_some_and(|token| {
        token.is_word()
            && !token.clitics.has(Clitics::THE)
            && !cx.word(at).starts_with("ال")
            && !cx.is(at, Class::Function)
    })
}

/// «الدورة 82», «الدورة الـ82», «المركز الثالث» with a figure.
fn edition(cx: &Context, at: usize) -> Option<Amount> {
    cx.word_sense(at, Class::Edition)?;
    let from = at + 1 + usize::from(is_article(cx.word(at + 1)) || cx.word(at + 1) == "رقم");
    if !is_digits(cx, from) {
        return None;
    }
    let figure = digits(cx, from).filter(|figure| (1..=4).contains(&figure.plain))?;
    // «الدورة 2025» is that of a year.
    let year = figure.plain == 4 && (1900.0..2100.0).contains(&figure.value);
    // «حضر القمة 17 رئيسا»: they are counted.
    let bare = from == at + 1 && figure.value > 10.0;
    let counted = const { Classes::of(&[Class::Counted, Class::PersonNoun, Class::Title]) };
    let counts = cx.is_one_of(figure.end, counted);
    let other = cx.is_sign(figure.end, '-') || cx.is_sign(figure.end, ':') || bare && counts;
    // «تنتج المحطة 750 ميغاواط»
    let measure = bare && measured(cx, figure.end).is_some();
    (!year && !other && !measure).then(|| placed(figure.value, at, figure.end, "ordinal.edition"))
}

/// «في السابعة عشرة من عمره», «طفل في الخامسة», «رجل في الثانية والثمانين».
fn age(cx: &Context, at: usize, place: f64, end: usize) -> Option<Amount> {
    let after = cx.sense(end, Class::AgeAfter);
    let of_person = || {
        let within = at.checked_sub(1).filter(|before| cx.word(*before) == "في")?;
        (1..=2)
            .map_while(|back| within.checked_sub(back))
            .any(|at| cx.is(at, Class::PersonNoun))
            .then_some(())
    };
    // «ابن السابعة والخمسين»
    let born = || {
        let before = at.checked_sub(1).map_or("", |i| cx.word(i));
        matches!(before, "ابن" | "ابنه" | "وابن" | "وابنه" | "بنت").then_some(())
    };
    let of_life = (5.0..=99.0).contains(&place) && is_of_life(cx, at);
    if !of_life && after.is_none() && (of_person().or_else(born).is_none() || !is_feminine(cx, at))
    {
        return None;
    }
    let quantity = Quantity::exact(place, Unit::Measure("year_of_age".to_owned()));
    let end = end + after.map_or(0, |(_, len)| len);
    Some(Amount { kind: Kind::Measure, quantity, start: at, end, scale: 1.0, rule: "age.ordinal" })
}

/// «في ربيعها العاشر», «لم يكمل بعد عامه التاسع»: wars and firms enter their years and end them, and
/// hardly any report tells that they have not come to one.
fn is_of_life(cx: &Context, at: usize) -> bool {
    #[rustfmt::skip]
    const COME_TO: &[&str] = &[
        "يكمل", "تكمل", "يتم", "تتم", "يبلغ", "تبلغ", "يتجاوز", "تتجاوز", "يتعد", "تتعد", "يتخط", "تتخط",
    ];
    let before = |back: usize| at.checked_sub(back).map_or("", |i| cx.word(i));
    match before(1) {
        "ربيعه" | "ربيعها" => true,
        "عامه" | "عامها" | "سنته" | "سنتها" => {
            let verb = if before(2) == "بعد" { 3 } else { 2 };
            matches!(before(verb + 1), "لم" | "ولم" | "لما" | "ولما")
                && COME_TO.contains(&before(verb))
        }
        _ => false,
    }
}

/// «إضراب دخل أسبوعه الرابع»: how long it has lasted, by a unit less at most.
fn so_far(cx: &Context, at: usize, place: f64, end: usize) -> Option<Amount> {
    let unit = |word: &str| match word {
        "اسبوعه" | "اسبوعها" => seconds_in("week"),
        "شهره" | "شهرها" => seconds_in("month"),
        _ => None,
    };
    let start = at.checked_sub(1)?;
    let seconds = unit(cx.word(start))?;
    let entered = (start.saturating_sub(2)..start).any(|i| {
        let word = cx.word(i);
        ENTERED.contains(&word.strip_prefix('و').unwrap_or(word))
    });
    let quantity = Quantity {
        low: (place - 1.0) * seconds,
        high: place * seconds,
        ..Quantity::exact(0.0, Unit::Second)
    };
    let rule = "duration.so_far";
    let kind = Kind::Duration;
    (entered && place > 1.0).then_some(Amount { kind, quantity, start, end, scale: 1.0, rule })
}

/// What goes into its next day or week.
#[rustfmt::skip]
const ENTERED: &[&str] = &[
    "دخل", "دخلت", "يدخل", "تدخل", "دخوله", "دخولها", "دخول", "بلغ", "بلغت",
];

/// Years and hours are feminine: «الخامسة», «الأولى», «الحادية عشرة».
pub(super) fn is_feminine(cx: &Context, at: usize) -> bool {
    let word = cx.word(at);
    let definite = cx.token(at).is_some_and(|token| token.clitics.has(Clitics::THE));
    definite && (word.ends_with('ه') || word.ends_with("اولي"))
}

#[cfg(test)]
mod tests {
    use crate::facts::{Fact, Kind, extract, testing::article};

    fn count(text: &str, is: impl Fn(&Fact) -> bool) -> usize {
        extract(&article(text, "2026-05-04")).facts.iter().filter(|fact| is(fact)).count()
    }

    #[test]
    fn only_people_have_years_that_they_have_not_come_to() {
        let ages = |text: &str| count(text, |fact| fact.rule == "age.ordinal");
        for text in [
            "قتل فتى لم يكمل عامه السادس عشر في الحادث.",
            "وعثر على الطفلة التي لم تتم بعد عامها التاسع سالمة.",
            "وتسلمت الجائزة وهي في ربيعها العشرين.",
        ] {
            assert_eq!(ages(text), 1, "{text}");
        }
        for text in [
            "تدخل الحرب عامها السابع دون أفق للحل.",
            "دخل النزاع عامه العاشر في مارس الماضي.",
            "أنهى المدير عامه السادس في المنصب.",
            "أكملت الشركة عامها العاشر في السوق.",
        ] {
            assert_eq!(ages(text), 0, "{text}");
        }
    }

    #[test]
    fn ranks_names_and_ways_of_speaking_are_no_places_in_a_row() {
        let ordinals = |text: &str| count(text, |fact| fact.kind == Kind::Ordinal);
        for text in [
            "قال الملازم الأول سعيد كامل إن الطريق سالكة.",
            "ذكرت القناة الوطنية الأولى أن الطريق سالكة.",
            "يعود ذلك بالدرجة الأولى إلى الأمطار.",
            "وفي أول رد فعل، رحبت النقابة بالقرار.",
        ] {
            assert_eq!(ordinals(text), 0, "{text}");
        }
        assert_eq!(ordinals("وهذه هي الزيارة الأولى للوزير."), 1);
    }
}
