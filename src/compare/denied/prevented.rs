//! What was not done by the sense of a verb: «امتنع عن دفع …», «منعته من الوصول إلى …», «حال القصف دون
//! وصول …», «تعذر وصول …».
//!
//! Begin with [`prevented`]. «بلا كهرباء», «عدم سماع الدعوى» are no such acts: a noun behind «بلا» or
//! «عدم» is a thing or a term as often as an act, and is left to the topics that know it.

use crate::facts::denying::{NOT, bare};

use super::super::words::is_number;
use super::sentence::Sentence;
use super::telling::colours;

/// Words between such a verb and the preposition before what was not done, at most.
const REACH: usize = 7;
/// Words before it that may make a wish or a condition of it.
const BEFORE: usize = 4;

/// Verbs that say so, and what stands before the verbal noun; nothing where it is their subject.
#[rustfmt::skip]
const VERBS: &[(&[&str], &str)] = &[
    (&["امتنع", "امتنعت", "امتنعوا", "امتنعا", "ممتنعا", "ممتنعه"], "عن"),
    (&["احجم", "احجمت", "احجموا", "احجما"], "عن"),
    (&["تخلف", "تخلفت", "تخلفوا", "تخلفا"], "عن"),
    (&["تقاعس", "تقاعست", "تقاعسوا"], "عن"),
    (&["عجز", "عجزت", "عجزوا"], "عن"),
    (&["فشل", "فشلت", "فشلوا", "فشلا", "اخفق", "اخفقت", "اخفقوا", "اخفقا"], "في"),
    (&["منع", "منعت", "منعوا", "منعته", "منعتها", "منعتهم", "منعهم", "منعها"], "من"),
    (&["حال", "حالت", "حالا"], "دون"),
    (&["تعذر", "تعذرت", "استحال", "استحالت"], ""),
];

/// Whether a word may say so, as far as it tells alone.
pub fn is_cue(word: &str) -> bool {
    of_verb(word).is_some()
}

/// The first two letters of the verbs: of most words they tell that it is none.
const BEGIN: &[&str] = &["ام", "مم", "اح", "تخ", "تق", "عج", "فش", "اخ", "من", "حا", "تع", "اس"];

fn of_verb(word: &str) -> Option<&'static str> {
    let begins = |word: &str| word.get(..4).is_some_and(|two| BEGIN.contains(&two));
    if !begins(word) && !word.strip_prefix(['و', 'ف']).is_some_and(begins) {
        return None;
    }
    let is = |(forms, _): &&(&[&str], &str)| bare(word, forms);
    VERBS.iter().find(is).map(|(_, to)| *to)
}

/// The place of the noun of what the word at `cue` says was not done: whatever stands there is an act.
pub fn prevented(sentence: &Sentence, cue: usize) -> Option<usize> {
    let word = sentence.word(cue);
    let open = (1..=BEFORE).any(|back| {
        let before = sentence.before(cue, back);
        colours(before) || bare(before, NOT)
    });
    if open {
        return None;
    }
    let to = of_verb(word)?;
    if to.is_empty() {
        return Some(cue + 1);
    }
    let near = (cue + 1..cue + 1 + REACH).take_while(|at| !sentence.is_parted(*at));
    let before = near.into_iter().find(|at| sentence.word(*at) == to)?;
    // «امتنع 14 عن التصويت»: the others voted.
    let some = (cue + 1..before).any(|at| is_number(sentence.word(at)));
    (!some).then_some(before + 1)
}

#[cfg(test)]
mod tests {
    use super::super::ACT;
    use super::{BEGIN, VERBS, is_cue};
    use crate::compare::told_tests::read;

    fn meets(denial: &str, told: &str) -> bool {
        let all = read(&[(denial, "2026-05-05"), (told, "2026-05-05")]);
        all.disagreements.iter().any(|one| one.topic.starts_with(ACT))
    }

    #[test]
    fn what_was_prevented_or_forgone_meets_whoever_tells_it() {
        let told = "وهدم العمال جدار القلعة القديمة بالمعاول مساء الأحد.";
        for denial in [
            "امتنع العمال عن هدم جدار القلعة القديمة مساء الأحد.",
            "وأحجم العمال عن هدم جدار القلعة القديمة.",
            "فشل العمال في هدم جدار القلعة القديمة.",
            "منع الحراس العمال من هدم جدار القلعة القديمة.",
            "حال المطر دون هدم جدار القلعة القديمة.",
            "تعذر هدم جدار القلعة القديمة بسبب المطر.",
        ] {
            assert!(meets(denial, told), "{denial}");
        }
        // Who did it all the same, who should not do it, who did not fail; and what others did.
        for open in [
            "لم يمتنع العمال عن هدم جدار القلعة القديمة.",
            "قرر المدير منع العمال من هدم جدار القلعة القديمة.",
            "امتنع 3 عمال عن هدم جدار القلعة القديمة.",
            "امتنع الطلاب عن هدم نوافذ المدرسة الجديدة.",
        ] {
            assert!(!meets(open, told), "{open}");
        }
    }

    #[test]
    fn every_verb_begins_as_it_should() {
        for verb in VERBS.iter().flat_map(|(forms, _)| *forms) {
            assert!(is_cue(verb) && is_cue(&format!("و{verb}")), "{verb}");
        }
        let used = |two: &&&str| VERBS.iter().any(|(f, _)| f.iter().any(|f| f.starts_with(**two)));
        assert_eq!(BEGIN.iter().filter(used).count(), BEGIN.len());
    }

    #[test]
    fn what_did_not_reach_a_place_meets_whoever_saw_it_there() {
        let told = "وصلت شاحنات الطحين إلى بلدة الصنوبر مساء الأحد.";
        assert!(meets("لم تصل شاحنات الطحين إلى بلدة الصنوبر.", told));
        assert!(meets("منعت الثلوج شاحنات الطحين من الوصول إلى بلدة الصنوبر.", told));
        assert!(!meets("لم تصل حمولة شاحنات الطحين إلى عشرين طنا.", told));
        assert!(!meets("لم تصل شاحنات الطحين إلى بلدة الصنوبر بعد.", told));
    }
}
