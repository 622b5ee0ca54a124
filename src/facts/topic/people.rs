//! Frames of people that the words right beside their figure settle: what befell them, told right behind it
//! («38 شخصا أصيبوا»), and where they were («وعليها 71 شخصا», «وكان في المنجم 640 عاملا»).
//!
//! Begin with [`frame`]. A verb farther off says what befell others.

use std::ops::Range;

use super::super::{Fact, Kind};
use super::choose::Found;
use super::frame::{self};
use super::gate::Noun;
use super::line::Line;
use super::setting::Setting;
use super::words::{Gap, Word};

/// Words from what people are in to their figure at most.
const REACH: usize = 18;

/// What carries people, whatever becomes of it.
#[rustfmt::skip]
pub const CRAFT: &[&str] = &[
    "طايره", "طايرات", "مروحيه", "سفينه", "عباره", "باخره", "يخت", "قارب", "قاربا", "مركب", "مركبا", "زورق",
    "زورقا", "قطار", "قطارا", "حافله", "سياره", "شاحنه", "غواصه", "منطاد", "منطادا", "عموديه", "رحله",
];
/// What people are in or under when it falls, burns or sinks in.
#[rustfmt::skip]
const SITES: &[&str] = &[
    "منجم", "منجما", "مبني", "مصنع", "مصنعا", "معمل", "فندق", "فندقا", "مدرسه", "قاعه", "مسجد", "كنيسه",
    "ملعب", "بنايه", "عماره", "نفق", "نفقا", "سوق", "مطعم", "ورشه",
];
/// «وعليها», «وفيها»: they tell of what was named before.
const ON_IT: &[&str] = &["عليها", "وعليها", "عليه", "وعليه", "متنها", "متنه", "ظهرها", "ظهره"];
const IN_IT: &[&str] = &["فيها", "وفيها", "فيه", "وفيه", "بها", "وبها", "بداخلها", "بداخله"];
/// Verbs of what carries people, whose object they are.
#[rustfmt::skip]
const CARRIES: &[&str] = &["اقلت", "اقل", "تقل", "يقل", "حملت", "تحمل", "يحمل", "تنقل", "ينقل"];
const WAS: &[&str] = &["كان", "كانت", "كانوا", "وكان", "وكانت", "وجد", "يوجد"];

/// What may stand behind a verb that has no object.
#[rustfmt::skip]
const GOES_ON: &[&str] = &[
    "في", "من", "علي", "جراء", "اثر", "نتيجه", "بسبب", "خلال", "عندما", "حين", "بعد", "قبل", "منذ", "حتي",
    "قرب", "داخل", "امس", "اليوم", "وهم", "لدي", "عند", "اثناء", "بينما", "فيما", "اضافه", "مع", "الي", "عقب",
    "تحت", "غرقا", "حرقا", "اختناقا", "نحبهم",
];
/// What people are hurt by, where they have not caught it.
#[rustfmt::skip]
const WOUNDS: &[&str] = &[
    "بجروح", "بجراح", "بكسور", "بحروق", "برصاص", "بالرصاص", "بشظايا", "بطلقات", "برضوض", "باصابات",
];
/// What makes of the hurt those who are told apart.
#[rustfmt::skip]
const GRAVE: &[&str] = &[
    "خطيره", "بالغه", "بليغه", "حرجه", "خطره", "طفيفه", "خفيفه", "متوسطه", "بسيطه", "خطير", "حرج",
];

/// The frame that the words right beside a figure of people settle.
pub fn frame(line: &Line, setting: &Setting, fact: &Fact, at: &Range<usize>) -> Option<Found> {
    if !matches!(fact.kind, Kind::Count | Kind::Number) || is_of_migrants(line, at) {
        return None;
    }
    let near = Beside { line, at };
    let hurt = || near.hurt_and_moved().filter(|_| !setting.is_about("epidemic"));
    let (key, word) = near
        .befallen(setting)
        .or_else(hurt)
        .or_else(|| near.are_missing())
        .or_else(|| near.within())?;
    let frame = frame::frame(key).filter(|frame| Noun::of(line, fact, at).is_of(frame, false))?;
    Some(Found::sure(frame, line.word(word)?.span, 0))
}

/// «وصلت مئة وخمس تلميذات», «تمكنت 164 طالبة من العودة»: who came or fled is not how many there are.
pub fn have_moved(line: &Line, fact: &Fact, at: &Range<usize>) -> bool {
    #[rustfmt::skip]
    const MOVED: &[&str] = &[
        "وصلت", "وصل", "عادت", "عاد", "تمكنت", "تمكن", "فرت", "فر", "هربت", "هرب", "نجت", "دفع",
    ];
    let before = at.start.checked_sub(1).and_then(|before| line.word(before));
    fact.kind == Kind::Count && before.is_some_and(|word| word.is(MOVED))
}

/// «اعترض الخفر مركبا على متنه 95 مهاجرا»: what was done to them has frames of its own.
fn is_of_migrants(line: &Line, at: &Range<usize>) -> bool {
    let last = at.end.checked_sub(1).and_then(|last| line.word(last));
    last.is_some_and(|word| word.is(&["مهاجر", "مهاجرا", "مهاجرين"]))
}

/// «خمسة مسلحين قتلوا الحارس»: those who killed, and were not killed.
pub fn have_killed(line: &Line, fact: &Fact, at: &Range<usize>) -> bool {
    let near = Beside { line, at };
    fact.kind == Kind::Count
        && matches!(near.folded(at.end), "قتلوا" | "قتلا")
        && line.word(at.end + 1).is_some_and(Word::definite)
        && near.gap(at.end + 1) <= Gap::Mark
}

/// A figure, and its sentence.
struct Beside<'l, 'a> {
    line: &'l Line<'a>,
    at: &'l Range<usize>,
}

impl Beside<'_, '_> {
    fn folded(&self, at: usize) -> &str {
        self.line.word(at).map_or("", |word| word.folded)
    }

    /// «38 شخصا أصيبوا في», «71 شخصا غرقوا»: what befell those who are counted, and the word for it.
    fn befallen(&self, setting: &Setting) -> Option<(&'static str, usize)> {
        let at = self.at.end;
        let word = self.line.word(at).filter(|word| word.gap <= Gap::Mark)?;
        if !matches!(word.folded.as_bytes(), [.., 0xD9, 0x88 | 0x8A, 0xD8, 0xA7]) {
            return None;
        }

        let key = match word.folded {
            "كانوا" if self.is_inside(at + 1) => "site.people",
            "لقوا" | "لقيا" if self.is_one_of(at + 1, &["حتف", "مصرع"]) => {
                "toll.killed"
            }
            "فارقوا" | "فارقا" if self.folded(at + 1) == "الحياه" => "toll.killed",
            "قتلوا" | "ماتوا" | "توفوا" | "توفيا" | "استشهدوا" | "غرقوا" | "قضوا"
                if self.is_closed(at + 1) && !self.is_idiom(at + 1) =>
            {
                "toll.killed"
            }
            "اصيبوا" | "جرحوا" if !setting.is_about("epidemic") && self.is_wounded(at + 1) => {
                "toll.injured"
            }
            "اعتقلوا" | "اوقفوا" if self.is_closed(at + 1) && !self.is_told_of() => {
                "toll.arrested"
            }
            _ => return None,
        };
        Some((key, at))
    }

    /// «لا تزال 90 طالبة في عداد المفقودين», «مصير 110 غير معلوم»: whatever they are, they are missing.
    fn are_missing(&self) -> Option<(&'static str, usize)> {
        const UNKNOWN: &[&str] = &["مجهول", "مجهولا", "معلوم", "معلوما", "معروف", "معروفا"];
        let end = self.at.end;
        let open = |i: &usize| self.gap(*i) < Gap::Comma;
        let lost = |i: usize| {
            self.folded(i) == "عداد" && self.line.word(i + 1).is_some_and(|w| w.is(&["مفقودين"]))
                || matches!(self.folded(i), "مفقودات" | "اختفين")
        };
        // «العشرات من التلميذات ممن كن في الدروس ما زالوا مفقودين»
        let still = |i: usize| {
            let lost = self.line.word(i + 1).is_some_and(|word| word.is(&["مفقودين", "مفقودون"]));
            lost && matches!(self.folded(i), "زالوا" | "يزالون" | "زالا")
        };
        let behind = (end..end + 4).take_while(open).find(|i| lost(*i));
        let behind = behind.or_else(|| (end..end + 10).take_while(open).find(|i| still(*i)));
        let preceding = self.at.start.checked_sub(1)?;
        let before = || preceding.checked_sub(1).filter(|i| lost(*i) && self.folded(*i) == "عداد");
        let fate = || {
            let fate = self.line.word(preceding).is_some_and(|word| word.is(&["مصير"]));
            let mut clause = (end..end + 7).take_while(open);
            clause.find(|i| fate && self.line.word(*i).is_some_and(|word| word.is(UNKNOWN)))
        };
        behind.or_else(before).or_else(fate).map(|at| ("toll.missing", at))
    }

    /// «كانوا في المنجم»
    fn is_inside(&self, at: usize) -> bool {
        let site = self.line.word(at + 1).filter(|word| word.definite() && word.is(SITES));
        site.is_some() && matches!(self.folded(at), "في" | "داخل")
    }

    /// «580 شخصا يعملون تحت الأرض»
    fn works_there(&self) -> Option<(&'static str, usize)> {
        let at = self.at.end;
        let works = matches!(self.folded(at), "يعملون" | "يعملن" | "عملوا");
        let below = self.folded(at + 1) == "تحت" && self.folded(at + 2) == "الارض";
        (works && (below || self.is_inside(at + 1))).then_some(("site.people", at))
    }

    /// «إصابة 21 آخرين تم نقلهم إلى المستشفى», «91 مصابا نقلوا إلى المستشفى»: the hurt, wherever they
    /// were taken.
    fn hurt_and_moved(&self) -> Option<(&'static str, usize)> {
        const MOVED: &[&str] =
            &["نقلوا", "تم", "جري", "ونقلوا", "نقلهم", "ونقلهم", "وتم", "عولجوا"];
        const HURT: &[&str] = &["اصابه", "باصابه", "واصابه"];
        const WHO: &[&str] = &["مصابا", "مصابين", "جريحا", "جرحي", "مصاب", "جريح"];
        let (before, last) = (self.at.start.checked_sub(1)?, self.at.end.checked_sub(1)?);
        let moved =
            MOVED.contains(&self.folded(self.at.end)) && self.gap(self.at.end) <= Gap::Comma;
        // «17 مصابا نقلوا إلى مستشفى الرازي» are some of them.
        let away = (self.at.end..self.at.end + 5).any(|i| {
            self.line.word(i).is_some_and(|word| {
                word.is(&["مستشفيات", "مشافي"]) || word.definite() && word.is(&["مستشفي"])
            })
        });
        let hurt = HURT.contains(&self.folded(before)) || WHO.contains(&self.folded(last));
        (moved && away && hurt).then_some(("toll.injured", before))
    }

    /// Whether no object follows a verb: without one it is passive.
    fn is_closed(&self, at: usize) -> bool {
        let Some(word) = self.line.word(at).filter(|word| word.gap <= Gap::Mark) else {
            return true;
        };
        GOES_ON.contains(&word.folded)
            || word.folded.starts_with(['و', 'ب', 'ل', 'ف'])
                && self.line.figure.get(at) == Some(&None)
    }

    /// «أفرجت عن 12 شخصا أوقفوا أمس», «سراح 12 أوقفوا»: the verb before says what is told of them.
    fn is_told_of(&self) -> bool {
        let last = self.at.start.checked_sub(1).map_or("", |last| self.folded(last));
        matches!(last, "عن" | "سراح" | "علي")
    }

    /// «غرقوا في الديون», «قضوا في السجن سنوات».
    fn is_idiom(&self, at: usize) -> bool {
        const NOT_THERE: &[&str] = &["ديون", "نوم", "ظلام", "سجن", "سجون", "عطله", "ليله", "عطلتهم"];
        (at..at + 3).any(|i| self.line.word(i).is_some_and(|word| word.is(NOT_THERE)))
    }

    /// Whether «أصيبوا» goes on with what wounds, and not gravely.
    fn is_wounded(&self, at: usize) -> bool {
        let by = self.line.word(at).filter(|word| word.gap <= Gap::Mark);
        let wounds = by.is_none_or(|word| {
            WOUNDS.contains(&word.folded) || !word.folded.starts_with('ب') && self.is_closed(at)
        });
        let grave = |i: usize| self.line.word(i).is_some_and(|word| word.is(GRAVE));
        let mut clause =
            (at..at + 5).take_while(|i| self.line.word(*i).is_some_and(|w| w.gap < Gap::Comma));
        wounds && !clause.any(grave)
    }

    fn is_one_of(&self, at: usize, stems: &[&str]) -> bool {
        stems.iter().any(|stem| self.folded(at).starts_with(stem))
    }

    /// «وعليها 71 شخصا», «أقلت 71 شخصا», «وكان في المنجم 640 عاملا»: in what those were who are counted.
    fn within(&self) -> Option<(&'static str, usize)> {
        if let Some(found) = self.works_there() {
            return Some(found);
        }
        let last = self.at.start.checked_sub(1)?;
        let word = self.line.word(last).filter(|_| self.gap(self.at.start) <= Gap::Mark)?;
        let folded = word.folded;
        let bare = folded.strip_prefix('و').unwrap_or(folded);
        if CARRIES.contains(&bare) {
            return self
                .container(last)
                .filter(|key| *key == "aboard.count")
                .map(|key| (key, last));
        }
        let on = ON_IT.contains(&folded);
        if on || IN_IT.contains(&folded) {
            // «قتل فيها 157 شخصا»: the verb says what befell them there.
            let bound = matches!(folded, "متنها" | "متنه" | "ظهرها" | "ظهره");
            let before = last.checked_sub(1 + usize::from(bound))?;
            let open = folded.starts_with('و')
                || bound && self.folded(last - 1).starts_with('و')
                || WAS.contains(&self.folded(before))
                || self.line.word(before).is_some_and(is_container);
            let key = self.container(last).or_else(|| on.then_some("aboard.count"));
            return key.filter(|_| open).map(|key| (key, last));
        }
        let site = word.definite() && word.is(SITES);
        let inside = site.then(|| last.checked_sub(2)).flatten();
        let inside = inside.filter(|was| {
            matches!(self.folded(was + 1), "في" | "داخل") && WAS.contains(&self.folded(*was))
        });
        inside.map(|_| ("site.people", last))
    }

    fn gap(&self, at: usize) -> Gap {
        self.line.word(at).map_or(Gap::Stop, |word| word.gap)
    }

    /// The key of those in what is named nearest before a word.
    fn container(&self, before: usize) -> Option<&'static str> {
        let words = (before.saturating_sub(REACH)..before).rev().filter_map(|i| self.line.word(i));
        words.into_iter().find_map(|word| match () {
            () if word.is(CRAFT) => Some("aboard.count"),
            () if word.is(SITES) => Some("site.people"),
            () => None,
        })
    }
}

fn is_container(word: &Word) -> bool {
    word.is(CRAFT) || word.is(SITES)
}

#[cfg(test)]
mod tests {
    use crate::facts::{Value, extract, testing::article};

    fn key(text: &str, low: f64) -> String {
        let facts = extract(&article(text, "2031-05-12")).facts;
        let is = |value: &Value| matches!(value, Value::Quantity(q) if (q.low - low).abs() < 0.1);
        let fact = facts.iter().find(|fact| is(&fact.value)).unwrap();
        fact.topic.key.to_string()
    }

    #[test]
    fn what_is_told_right_behind_people_befell_them() {
        for (text, low, expected) in [
            ("وقال الطبيب إن 38 زائرا أصيبوا بجروح في الهجوم.", 38.0, "toll.injured"),
            ("قتل 12 شخصا وذكر المسعفون أن ثلاثين آخرين أصيبوا.", 30.0, "toll.injured"),
            ("وذكرت البلدية أن 17 شخصا غرقوا في الطريق إلى المدينة السياحية.", 17.0, "toll.killed"),
            ("وأوقع التسمم ضحايا وقالت الشرطة إن أربعة أشخاص اعتقلوا.", 4.0, "toll.arrested"),
        ] {
            assert_eq!(key(text, low), expected, "{text}");
        }
    }

    #[test]
    fn a_verb_with_an_object_did_not_befall_them() {
        for (text, low, but) in [
            ("وأفاد بيان بأن خمسة مسلحين قتلوا الحارس ثم فروا.", 5.0, "toll.killed"),
            ("وقالت النقابة إن 30 تاجرا غرقوا في الديون.", 30.0, "toll.killed"),
            ("وقالت الوزارة إن 40 شخصا أصيبوا بالفيروس.", 40.0, "toll.injured"),
        ] {
            assert_ne!(key(text, low), but, "{text}");
        }
    }

    #[test]
    fn people_aboard_are_aboard_whatever_became_of_the_craft() {
        for (text, low, expected) in [
            ("اختفت مروحية فوق الخليج وعليها 14 شخصا.", 14.0, "aboard.count"),
            ("هوت الطائرة التي أقلت 81 شخصا بعد اختفائها عن الرادار.", 81.0, "aboard.count"),
            ("وكانت العبارة المنكوبة تحمل نحو 230.", 230.0, "aboard.count"),
            ("وانفجر الغاز وكان في المنجم 96 عاملا.", 96.0, "site.people"),
        ] {
            assert_eq!(key(text, low), expected, "{text}");
        }
    }

    #[test]
    fn what_else_is_in_a_craft_or_befell_people_in_it_is_not_how_many_were_aboard() {
        for (text, low) in [
            ("وسقطت الطائرة التي قتل فيها 130 شخصا.", 130.0),
            ("وكانت السفينة تحمل 900 طن من القمح.", 900.0),
            ("وتضم المدينة حيا قديما وفيها 71 ألف نسمة.", 71_000.0),
        ] {
            assert_ne!(key(text, low), "aboard.count", "{text}");
        }
    }

    #[test]
    fn the_missing_are_missing_whatever_they_are() {
        for (text, low, expected) in [
            ("ولا تزال 34 طالبة من المدرسة في عداد المفقودين.", 34.0, "toll.missing"),
            ("وقالت الوزارة إن مصير 34 تلميذة ما زال مجهولا.", 34.0, "toll.missing"),
            ("وأضاف أن 34 تلميذة كن في الدرس ما زالوا مفقودين.", 34.0, "toll.missing"),
        ] {
            assert_eq!(key(text, low), expected, "{text}");
        }
        assert_ne!(key("وتدرس في المدرسة 34 طالبة مصيرهن واضح.", 34.0), "toll.missing");
        assert_ne!(key("وعادت 34 طالبة إلى المدرسة.", 34.0), "pupils.count");
    }

    #[test]
    fn the_hurt_are_hurt_wherever_they_are_taken() {
        let moved = "وأسفر الحادث عن إصابة 21 آخرين تم نقلهم إلى مستشفيات الولاية.";
        assert_eq!(key(moved, 21.0), "toll.injured");
        let freed = "وأفرجت السلطات عن 21 شخصا أوقفوا خلال الاحتجاج.";
        assert_ne!(key(freed, 21.0), "toll.arrested");
    }
}
