//! Frames of people that the words right beside their figure settle: what befell them, told right behind it
//! («38 شخصا أصيبوا»), and where they were («وعليها 71 شخصا», «وكان في المنجم 640 عاملا»).
//!
//! Begin with [`frame`]. A verb farther off says what befell others.

use std::ops::Range;

use super::super::lexicon::{Class, Classes};
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

/// The topic of those who were in a place.
const SITE: &str = "site.people";

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
    let near = Beside { line, at, bare: fact.kind == Kind::Number };
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

/// «خمسة مسلحين قتلوا الحارس», «قتلوا شرطيا», «قضوا على»: those who killed, and were not killed.
pub fn have_killed(line: &Line, fact: &Fact, at: &Range<usize>) -> bool {
    let near = Beside { line, at, bare: fact.kind == Kind::Number };
    fact.kind == Kind::Count
        && (matches!(near.folded(at.end), "قتلوا" | "قتلا") && near.has_object()
            || near.made_an_end())
}

/// «40 عاملا أوقفوا الإنتاج»: those who stopped something, and were not stopped.
pub fn have_arrested(line: &Line, fact: &Fact, at: &Range<usize>) -> bool {
    let near = Beside { line, at, bare: fact.kind == Kind::Number };
    fact.kind == Kind::Count
        && matches!(near.folded(at.end), "اوقفوا" | "اعتقلوا" | "احتجزوا")
        && near.has_object()
}

/// A figure, and its sentence.
struct Beside<'l, 'a> {
    line: &'l Line<'a>,
    at: &'l Range<usize>,
    /// Whether no noun says who they are.
    bare: bool,
}

impl Beside<'_, '_> {
    fn folded(&self, at: usize) -> &str {
        self.line.word(at).map_or("", |word| word.folded)
    }

    /// Whether an object follows the verb behind the figure: with «ال», a person, or people by their number.
    fn has_object(&self) -> bool {
        const PEOPLE: Classes = Classes::of(&[Class::PersonNoun, Class::Counted]);
        const WHEN: Classes =
            Classes::of(&[Class::Weekday, Class::RelativeDay, Class::DayPart, Class::TimeUnit]);
        let at = self.at.end + 1;
        let Some(word) = self.line.word(at).filter(|word| word.gap <= Gap::Mark) else {
            return false;
        };
        let joined = word.folded.starts_with(['و', 'ب', 'ل', 'ف', 'ك']);
        // «قتلوا مساء اليوم», «قتلوا الاثنين»
        let time = self.line.cx.is_one_of(word.at(), WHEN);
        word.definite() && !time
            || self.line.figure.get(at).is_some_and(Option::is_some) && !joined && !time
            || word.folded.ends_with('ا') && !time && self.line.cx.is_one_of(word.at(), PEOPLE)
    }

    /// «قضوا على المسلحين»: not «قضوا على متن السفينة», «على أيدي الخاطفين».
    fn made_an_end(&self) -> bool {
        const WHERE: &[&str] = &["متن", "ظهر", "يد", "ايدي", "طريق", "جبهه", "ارض", "حدود", "فور"];
        let at = self.at.end;
        self.folded(at) == "قضوا"
            && self.folded(at + 1) == "علي"
            && self.line.word(at + 2).is_some_and(|word| !word.is(WHERE))
    }

    /// «38 شخصا أصيبوا في», «71 شخصا غرقوا»: what befell those who are counted, and the word for it.
    fn befallen(&self, setting: &Setting) -> Option<(&'static str, usize)> {
        let at = self.at.end;
        let word = self.line.word(at).filter(|word| word.gap <= Gap::Mark)?;
        if !matches!(word.folded.as_bytes(), [.., 0xD9, 0x88 | 0x8A, 0xD8, 0xA7]) {
            return None;
        }

        let key = match word.folded {
            "كانوا" if self.is_inside(at + 1) => SITE,
            "لقوا" | "لقيا" if self.is_one_of(at + 1, &["حتف", "مصرع"]) => {
                "toll.killed"
            }
            "فارقوا" | "فارقا" if self.folded(at + 1) == "الحياه" => "toll.killed",
            "قتلوا" | "ماتوا" | "توفوا" | "توفيا" | "استشهدوا" | "غرقوا" | "قضوا"
                if self.is_closed(at + 1) && !self.is_idiom(at + 1) && !self.made_an_end() =>
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
        const THEN: &[&str] = &["وقت", "حين", "لحظه", "ساعه", "عند", "لدي", "عندما", "اثناء"];
        let at = self.at.end;
        let works = matches!(self.folded(at), "يعملون" | "يعملن" | "عملوا");
        let below = self.folded(at + 1) == "تحت" && self.folded(at + 2) == "الارض";
        // «يعملون في المنجم على ثلاث ورديات»: whom it employs.
        let then = || (at + 3..at + 6).any(|i| THEN.contains(&self.folded(i)));
        (works && (below || self.is_inside(at + 1) && then())).then_some((SITE, at))
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
        #[rustfmt::skip]
        const NOT_THERE: &[&str] = &[
            "ديون", "نوم", "ظلام", "سجن", "سجون", "عطله", "ليله", "عطلتهم", "ليلتهم", "فرح", "حزن", "ضحك",
            "فقر", "مشاكل", "تفاصيل", "فوضي", "صمت",
        ];
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
        // «ثم أقل الزورق 12 آخرين»: more of them.
        let last = self.at.end.saturating_sub(1);
        if (last..=last + 1).any(|i| matches!(self.folded(i), "اخرين" | "اخرون")) {
            return None;
        }
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
            let key = key.filter(|key| *key != SITE || self.are_anybody());
            return key.filter(|_| open).map(|key| (key, last));
        }
        let site = word.definite() && word.is(SITES);
        let inside = site.then(|| last.checked_sub(2)).flatten();
        let inside = inside.filter(|was| {
            matches!(self.folded(was + 1), "في" | "داخل") && WAS.contains(&self.folded(*was))
        });
        let inside = inside.filter(|_| self.are_anybody());
        inside.map(|_| (SITE, last))
    }

    /// Whether those who are counted are people or workers: the guests of a hotel are not all who were in it,
    /// and the spectators of a match have a topic of their own.
    fn are_anybody(&self) -> bool {
        const ANYBODY: &[&str] =
            &["شخص", "شخصا", "اشخاص", "عامل", "عاملا", "عمال", "فرد", "فردا", "افراد"];
        let last = self.at.end.checked_sub(1).and_then(|last| self.line.word(last));
        self.bare || last.is_some_and(|word| word.is(ANYBODY))
    }

    fn gap(&self, at: usize) -> Gap {
        self.line.word(at).map_or(Gap::Stop, |word| word.gap)
    }

    /// The key of those in what is named nearest before a word.
    fn container(&self, before: usize) -> Option<&'static str> {
        let words = (before.saturating_sub(REACH)..before).rev().filter_map(|i| self.line.word(i));
        words.into_iter().find_map(|word| match () {
            () if word.is(CRAFT) => Some("aboard.count"),
            () if word.is(SITES) => Some(SITE),
            () => None,
        })
    }
}

fn is_container(word: &Word) -> bool {
    word.is(CRAFT) || word.is(SITES)
}

#[cfg(test)]
mod tests;
