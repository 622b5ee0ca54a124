//! What the words before a value of a closed list make of it: denied, one guess among others, or a
//! mere circumstance.

use std::ops::Range;

use super::super::denying::{self, ANY, IS_NOT, NOT, TRUTH, WITHOUT};
use super::frame::Bit;
use super::words::{Gap, Word};

/// The word that denies a value: «نفت … دفع فدية», «استبعد أن يكون», «لم يكن».
pub fn denial(words: &[Word], value: Range<usize>) -> Option<usize> {
    const REJECTS: &[&str] = &[
        "رفض",
        "رفضت",
        "رفضوا",
        "يرفضون",
        "رافضا",
        "رافضين",
        "يرفض",
        "ترفض",
        "استبعد",
        "استبعدت",
        "يستبعد",
        "تستبعد",
        "مستبعدا",
        "مستبعده",
        "فند",
        "فندت",
        "يفند",
        "تفند",
        "مفندا",
        "مفنده",
        "كذبت",
        "تكذيب",
        "دحض",
        "دحضت",
    ];
    const ASSERTS: &[&str] = &[
        "يرجح",
        "ترجح",
        "رجح",
        "رجحت",
        "مرجحا",
        "مرجحه",
        "موكدا",
        "موكده",
        "اكد",
        "اكدت",
        "مضيفا",
        "مضيفه",
        "موضحا",
        "موضحه",
        "مشيرا",
        "مشيره",
    ];
    const ALSO: &[&str] = &["يكون", "تكون", "يكونوا"];
    const NEWS: &[&str] = &["خبر", "انباء", "نبا", "تقارير", "شايعه", "شايعات"];
    const RUMOURED: &[&str] =
        &["راج", "تردد", "يتردد", "اشيع", "يشاع", "تداول", "نشر", "قيل", "يروج", "اذيع"];
    let at = value.start;
    let near = if is_of_none(words, value) { NONE } else { NEAR };
    let (mut gap, mut most) = (Gap::Space, Gap::Mark);
    let mut reach = REACH;
    for back in 1.. {
        let i = at.checked_sub(back).filter(|_| back <= reach)?;
        gap = gap.max(words.get(i + 1).map_or(Gap::Stop, |word| word.gap));
        let word = words.get(i).filter(|_| gap <= most)?;
        // «يستبعد فرضية الحريق ويرجح تسرب الغاز»: what stands behind it is held to be so.
        if word.is(ASSERTS) {
            return None;
        }
        // «نفيه أن يكون …», but not «بعد نفيه الخبر استقال»
        let its = word.is(&["نفيه", "نفيها", "نفيهم"])
            && words.get(i + 1).is_some_and(|next| next.folded == "ان");
        let doer = || back == 3 && is_not(words, i) && is_done_by(words, i + 1);
        let denies = denying::denies(word.folded) || word.is(REJECTS) || is_untrue(words, i) || its;
        if denies
            || back <= near && is_not(words, i)
            || doer()
            || back <= NEAR && there_is_no(words, i, at)
        {
            return Some(i);
        }
        // «نفى الوزير، أمس، ما تردد عن …»
        let what = || i.checked_sub(1).and_then(|i| words.get(i)).is_some_and(|w| w.is(&["ما"]));
        if word.is(RUMOURED) && what() {
            (reach, most) = (back + 2 * REACH, Gap::Comma);
        }
        // «نفى … أن يكون قد …»: whoever denies, and whatever else is said of them, may be long.
        if word.is(ALSO) || back <= 2 && word.is(NEWS) {
            reach = back + 2 * REACH;
        }
    }
    None
}

/// Words before a value among which a particle may deny it.
pub const NEAR: usize = 2;
/// The same before «أي توقيع», «رصاصة واحدة»: who does it may stand between.
const NONE: usize = 5;

/// «لم يعلن الوزير استقالته»: the verb and whoever does it.
fn is_done_by(words: &[Word], verb: usize) -> bool {
    #[rustfmt::skip]
    const DOES: &[&str] = &[
        "يعلن", "تعلن", "يقدم", "تقدم", "يبرم", "تبرم", "يصدر", "تصدر", "يقر", "تقر", "يسجل", "تسجل",
        "يوقع", "توقع", "يقبل", "تقبل",
    ];
    words.get(verb).is_some_and(|word| DOES.contains(&word.folded))
        && words.get(verb + 1).is_some_and(Word::definite)
}

/// «لم», «دون», «ليس»; but «غير أن» is «but», unless it is «من غير أن».
fn is_not(words: &[Word], at: usize) -> bool {
    let word = |i: Option<usize>| i.and_then(|i| words.get(i));
    let but = || {
        word(Some(at)).is_some_and(|word| word.folded == "غير")
            && word(Some(at + 1)).is_some_and(|word| word.folded.starts_with("ان"))
            && !word(at.checked_sub(1)).is_some_and(|word| word.folded.ends_with("من"))
    };
    words.get(at).is_some_and(is_particle) && !but()
}

/// Whether a word denies what comes right after it.
pub fn is_particle(word: &Word) -> bool {
    word.is(NOT) || word.is(WITHOUT) || word.is(IS_NOT)
}

/// «انتهت الجولة السابقة بلا اتفاق», «أغلقت المدارس العام الماضي»: of another time than the report.
pub fn is_of_before(words: &[Word], value: Range<usize>) -> bool {
    const FORMER: &[&str] = &["السابقه", "السابقتان", "السابقتين", "سابقه"];
    const TIME: &[&str] = &["عام", "سنه", "موسم", "دوره", "قرن", "شتاء", "صيف"];
    const PAST: &[&str] = &["الماضي", "الماضيه", "الفايت", "المنصرم", "المنصرمه"];
    // «كانت قد أوقفته عام 2019»
    let had = value.start.checked_sub(1).and_then(|i| words.get(i));
    let had = had.is_some_and(|word| word.folded == "قد");
    let around = value.start.saturating_sub(4)..(value.end + 4).min(words.len());
    let inside = |i: usize| i < value.end || words.get(i).is_some_and(|w| w.gap <= Gap::Mark);
    around.take_while(|i| inside(*i)).any(|i| {
        let next = words.get(i + 1).filter(|next| next.gap <= Gap::Mark);
        let year = |next: &Word| next.folded.len() == 4 && next.folded.parse::<u16>().is_ok();
        let past = || next.is_some_and(|next| next.is(PAST) || had && year(next));
        words.get(i).is_some_and(|word| i < value.end && word.is(FORMER) || word.is(TIME) && past())
    })
}

/// «لا يحمل رخصة», «لا توقيع», «لا وجود لتوقيع»; «لا يزال» goes on.
fn there_is_no(words: &[Word], at: usize, value: usize) -> bool {
    const GOES_ON: &[&str] = &["يزال", "تزال", "يزالون", "يزالان", "تزالان"];
    const THERE_IS: &[&str] = &["يوجد", "توجد", "وجود", "يتوفر", "تتوفر", "اي"];
    let is = |i: usize, list: &[&str]| words.get(i).is_some_and(|word| word.is(list));
    words.get(at).is_some_and(|word| matches!(word.folded, "لا" | "ولا" | "فلا"))
        && match value - at {
            1 => !is(value, GOES_ON),
            2 => is(at + 1, THERE_IS),
            _ => false,
        }
}

/// «أي توقيع», «رصاصة واحدة»: what is said of none.
fn is_of_none(words: &[Word], value: Range<usize>) -> bool {
    const ONE: &[&str] = &["واحد", "واحده", "واحدا"];
    let before = words.get(value.start.saturating_sub(3)..value.start).unwrap_or_default();
    let last = value.end.checked_sub(1).and_then(|at| words.get(at));
    before.iter().any(|word| word.is(ANY)) || last.is_some_and(|word| word.is(ONE))
}

/// «لا صحة لخبر …», «عدم صحة …»; «وزارة الصحة» denies nothing.
fn is_untrue(words: &[Word], at: usize) -> bool {
    let before = || at.checked_sub(1).and_then(|i| words.get(i));
    words.get(at).is_some_and(|word| word.folded == TRUTH)
        && before().is_some_and(|word| word.is(&["لا", "عدم"]))
}

/// Words between a verb of denial and what it denies at most.
pub const REACH: usize = 6;

/// «لا يستبعد», «كل الفرضيات مطروحة بما فيها …», «هل …؟»: what may be so, which nobody claims.
pub fn is_open(words: &[Word], at: usize) -> bool {
    const RULED_OUT: &[&str] = &["يستبعد", "تستبعد", "نستبعد", "استبعاد", "استبعد", "مستبعدا"];
    const NOT: &[&str] = &["لا", "لم", "دون", "عدم", "غير"];
    const EVERY: &[&str] = &["كل", "جميع", "كافه", "عده", "مختلف"];
    const GUESSES: &[&str] = &["فرضيات", "احتمالات", "سيناريوهات", "فرضيه", "احتمال"];
    // «ومن يقول إن الإنذار كان معطلا فليقدم دليله»: what others are said to say.
    const SAYS: &[&str] = &["يقول", "يدعي", "يزعم", "يقال", "بان"];
    let from = at.saturating_sub(2 * REACH);
    let before = words.get(from..at).unwrap_or_default();
    let asked = || before.iter().any(|word| word.folded == "هل");
    // «قد ينسحب الوفد» is no withdrawal.
    let may = at.checked_sub(1).and_then(|i| words.get(i)).is_some_and(|word| word.folded == "قد");
    let imperfect =
        |word: &Word| word.folded.starts_with(['ي', 'ت']) && !word.folded.ends_with('ت');
    let may = may && words.get(at).is_some_and(imperfect);
    asked()
        || may
        || before.windows(2).any(|pair| match pair {
            [first, second] => {
                let near = second.gap <= Gap::Mark;
                near && (first.is(NOT) && second.is(RULED_OUT)
                    || matches!(first.folded, "من" | "ومن" | "ما" | "القول") && second.is(SAYS)
                    || first.is(EVERY) && second.is(GUESSES))
            }
            _ => false,
        })
}

/// «نجا الوزير من سحب الثقة», «يؤيدون سحب الثقة», «عدد لا يكفي لإقالته»: what did not come about, or is
/// only spoken of.
pub fn is_not_done(words: &[Word], at: usize) -> bool {
    #[rustfmt::skip]
    const SPARED: &[&str] = &[
        "نجا", "نجت", "ينجو", "تنجو", "يويد", "تويد", "يويدون", "ايد", "ايدت", "يعارض", "تعارض",
        "يعارضون", "يشترط", "تشترط", "يكفي", "تكفي", "تفادي", "تفادت", "تجنب",
    ];
    let near = |i: usize| words.get(i + 1).is_some_and(|word| word.gap <= Gap::Mark);
    let from = at.saturating_sub(2);
    let spared = |i: usize| words.get(i).is_some_and(|word| denying::bare(word.folded, SPARED));
    // «نجا وزير الأشغال فلان الفلاني من سحب الثقة»
    let far = || {
        let from_it =
            at.checked_sub(1).and_then(|i| words.get(i)).is_some_and(|w| w.folded == "من");
        from_it
            && (at.saturating_sub(2 * REACH)..at).any(|i| {
                words.get(i).is_some_and(|word| word.is(&["نجا", "نجت", "ينجو", "تنجو", "ناج"]))
            })
    };
    (from..at).rev().take_while(|i| near(*i)).any(spared) || far()
}

/// «تفاوض الشرطة من أجل الإفراج عن الرهائن», «رافضا إطلاق سراح أحد»: what somebody is after, or will not
/// do, has not been done.
pub fn is_sought(words: &[Word], at: usize) -> bool {
    const FOR: &[&str] = &["بغيه", "بهدف", "بغرض", "لاجل", "سعيا", "املا", "مقابل", "شرط", "بشرط"];
    const WONT: &[&str] =
        &["رافضا", "رافضه", "رافضين", "يرفض", "ترفض", "يرفضون", "رفضوا", "رفض", "رفضت", "رفضه"];
    let open = |i: &usize| words.get(i + 1).is_some_and(|word| word.gap <= Gap::Mark);
    let near = (at.saturating_sub(2)..at).rev().take_while(open);
    let is = |i: usize, list: &[&str]| words.get(i).is_some_and(|word| word.is(list));
    let mut farther = (at.saturating_sub(4)..at).rev().take_while(open);
    near.clone().any(|i| is(i, FOR))
        || at.checked_sub(1).is_some_and(|i| is(i, WONT))
        || farther.any(|i| is(i, &["اجل"]) && i > 0 && is(i - 1, &["من"]))
}

/// «اندلع الحريق وسط رياح قوية»: what went with it, and no cause.
pub fn is_circumstance(words: &[Word], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|i| words.get(i));
    before.is_some_and(|word| word.is(&["وسط", "رغم", "ظل"]))
}

/// «لم تتمكن من إخماد النيران إلا بعد …»: what came about in the end is not denied.
pub fn is_but(words: &[Word], end: usize) -> bool {
    let after = words.get(end..(end + 4).min(words.len())).unwrap_or_default();
    after.iter().take_while(|word| word.gap < Gap::Comma).any(|word| word.is(&["الا", "سوي"]))
}

/// «لم يحتجز أحد منهم»: of others than those whom the report is of; «براءة ثلاثة» too.
pub fn is_of_some(words: &[Word], end: usize) -> bool {
    const OF_THEM: &[&str] = &["منهم", "منها", "منهما", "منهن"];
    const SOME: &[&str] = &[
        "اثنين",
        "ثلاثه",
        "اربعه",
        "خمسه",
        "سته",
        "سبعه",
        "ثمانيه",
        "تسعه",
        "عشره",
        "متهمين",
        "اخرين",
        "الباقين",
        "بقيه",
        "عشرات",
    ];
    let after = words.get(end..(end + 2).min(words.len())).unwrap_or_default();
    let mut near = after.iter().take_while(|word| word.gap <= Gap::Mark);
    near.clone().any(|word| word.is(OF_THEM)) || near.next().is_some_and(|word| word.is(SOME))
}

/// «أحدهم حوكم غيابيا»: of one or some of them.
pub fn is_of_one(words: &[Word], at: usize) -> bool {
    const ONE: &[&str] =
        &["احدهم", "احداهن", "احدهما", "احدها", "احداها", "بعضهم", "بعضها", "بعضهن", "معظمهم"];
    let before = words.get(at.saturating_sub(2)..at).unwrap_or_default();
    before.iter().any(|word| word.is(ONE))
}

/// «معظمهم من الجنسية كذا»: of several, where the attribute is of one person.
pub fn is_of_many(words: &[Word], at: usize, key: &str) -> bool {
    const OF_ONE: &str = "suspect.nationality";
    #[rustfmt::skip]
    const MANY: &[&str] = &[
        "معظمهم", "غالبيتهم", "اغلبهم", "بينهم", "جميعهم", "كلهم", "بعضهم", "منهم", "ضمنهم",
    ];
    let before = words.get(at.saturating_sub(3)..at).unwrap_or_default();
    key == OF_ONE && before.iter().any(|word| word.is(MANY))
}

/// «تهمة التسبب … بالإهمال»: what somebody is charged with is no finding, unless the attribute is
/// of charges.
pub fn is_charge(words: &[Word], at: usize, bit: Bit) -> bool {
    const CHARGES: &[&str] = &["تهمه", "تهم", "تهمتي", "اتهام"];
    const ACCUSED: &[&str] =
        &["متهم", "متهمه", "متهما", "متهمين", "متهمون", "اتهم", "مدان", "مدانا", "ادين"];
    let before = words.get(at.saturating_sub(5)..at).unwrap_or_default();
    // «المتهم بقتل …»: of what somebody is accused did not happen to them.
    let accused = || {
        let by = words.get(at).is_some_and(|word| word.folded.starts_with('ب'));
        by && before.last().is_some_and(|word| word.is(ACCUSED))
    };
    accused() || before.iter().any(|word| word.is(CHARGES) && !word.lemma.is_head(bit))
}

/// «لوحت المعارضة بسحب الثقة», «طالب النواب بقطع العلاقات»: what is threatened or asked for has not
/// been done.
pub fn is_demanded(words: &[Word], at: usize) -> bool {
    const ASK: &[&str] = &[
        "لوح",
        "لوحت",
        "هدد",
        "هددت",
        "طالب",
        "طالبت",
        "طالبوا",
        "دعا",
        "دعت",
        "دعوا",
        "اقترح",
        "اقترحت",
        "محاوله",
        "مطالبا",
        "مطالبه",
        "داعيا",
        "داعيه",
        "ملوحا",
        "مهددا",
        "دعوه",
        "دعوات",
        "مطالب",
        "مطالبات",
        "يعتزم",
        "تعتزم",
        "ينوي",
        "تنوي",
    ];
    let from = at.saturating_sub(3);
    (from..at).any(|i| {
        let asks = words.get(i).filter(|word| word.is(ASK) && !word.lemma.opens_value());
        asks.is_some_and(|word| !word.is(&["طالب"]) || is_verb_of_asking(words, i, at))
    })
}

/// «طالب النواب بقطع العلاقات» and not «توفي الطالب غرقا»: the verb has its «ب», and no article.
fn is_verb_of_asking(words: &[Word], ask: usize, value: usize) -> bool {
    let of_whom = ask.checked_sub(1).and_then(|i| words.get(i));
    let befell = of_whom.is_some_and(|word| word.lemma.is_any_head());
    let by = |word: &Word| word.folded.starts_with('ب') || word.folded == "ان";
    let asked = words.get(ask + 1..=value).unwrap_or_default();
    let bare = words.get(ask).is_some_and(|word| !word.definite());
    bare && !befell && asked.iter().any(by)
}

#[cfg(test)]
mod tests {
    use crate::facts::{Value, extract, testing::article};

    fn told(text: &str) -> Vec<String> {
        let facts = extract(&article(text, "2031-05-12")).facts;
        let words = facts.iter().filter_map(|fact| match &fact.value {
            Value::Words(id) => Some(format!("{}={id}", fact.topic.key)),
            _ => None,
        });
        words.collect()
    }

    #[test]
    fn a_student_asks_for_nothing_and_a_ministry_denies_nothing() {
        let cause = |text: &str| told(text).into_iter().find(|one| one.starts_with("death.cause"));
        for text in ["توفي الطالب غرقا في البحيرة.", "توفي طالب غرقا في البحيرة."]
        {
            assert!(cause(text).is_some_and(|cause| !cause.contains("not ")), "{text}");
        }
        let ministry = cause("وقالت وزارة الصحة إن الطفل توفي غرقا في البحيرة.");
        assert!(ministry.as_ref().is_some_and(|cause| !cause.contains("not ")), "{ministry:?}");
    }
}
