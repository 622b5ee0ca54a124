//! Tolls that are no toll of the event, or no total of it: deaths that are taken back, those of another
//! craft that is named beside the report's own, bodies that came on top of others or to a morgue.

use super::super::people::CRAFT;
use super::super::words::{Gap, Word};
use super::Near;

/// Words behind a figure within which it is said what became of it.
const BEHIND: usize = 8;
/// Words from a craft to the figure of those who died in it at most.
const OF_IT: usize = 10;

impl Near<'_, '_> {
    /// The words behind the figure up to the end of the clause.
    fn behind(&self, most: usize) -> impl Iterator<Item = usize> + '_ {
        (self.end..self.end + most)
            .take_while(|i| self.line.word(*i).is_some_and(|word| word.gap < Gap::Comma))
    }

    /// «عشر حالات أعلنت وفاتها خطأ»: who was told to be dead, and was not. «قتل ثلاثة خطأ» are dead.
    pub(super) fn is_taken_back(&self) -> bool {
        const DEATH: &[&str] =
            &["وفاتها", "وفاتهم", "وفاته", "وفاتهما", "مقتلهم", "موتهم", "مقتلها"];
        const WRONGLY: &[&str] = &["خطا", "بالخطا", "الخطا", "خاطي", "خاطيه"];
        let wrongly = |i: usize| (i + 1..i + 4).any(|i| WRONGLY.contains(&self.folded(i)));
        self.behind(BEHIND).any(|i| DEATH.contains(&self.folded(i)) && wrongly(i))
    }

    /// «توفي (08,03 ت غ)», «أصيب حوالي الساعة 1130 صباحا»: an hour, and nobody. «12 شخصا فجرا» are people,
    /// and so are more than there are hours.
    pub(super) fn is_hour(&self, low: f64, bare: bool) -> bool {
        const PARTS: &[&str] = &["صباحا", "مساء", "ظهرا", "فجرا", "ليلا", "عصرا"];
        let part = |i: usize| PARTS.contains(&self.folded(i));
        let face = low <= 24.0 || (100.0..2400.0).contains(&low) && low % 100.0 < 60.0;
        let told = || part(self.end) || self.end > self.start && part(self.end - 1);
        low.fract() != 0.0 && low < 24.0 || bare && face && told()
    }

    /// «وصلت 36 جثة إلى الطب الشرعي»: those that came to be looked at are not all that were found.
    pub(super) fn is_at_morgue(&self) -> bool {
        const CAME: &[&str] = &[
            "وصلت",
            "وصل",
            "وصلته",
            "وصلتها",
            "نقلت",
            "نقل",
            "تسلم",
            "تسلمت",
            "استقبل",
            "استقبلت",
            "احيلت",
        ];
        let bodies = |i: usize| self.is(i, &["جثه", "جثث", "جثمان", "جثامين", "جثتين", "جثتان"]);
        if !(self.start..self.end).any(bodies) {
            return false;
        }
        let came = |i: usize| self.is(i, CAME);
        let before = || self.before(Gap::Comma).take(4).any(came);
        let came = self.behind(3).any(came) || before();
        let morgue = |i: usize| {
            self.is(i, &["طب"]) && self.is(i + 1, &["شرعي"])
                || self.is(i, &["مشرحه", "ثلاجه", "مستشفي"])
                || self.is(i, &["قسم", "غرفه"]) && self.is(i + 1, &["اموات", "تشريح"])
        };
        came && (self.behind(BEHIND).any(morgue) || self.before(Gap::Comma).take(4).any(morgue))
    }

    /// «وتم لاحقا انتشال خمس جثث», «جثتين إضافيتين»: what came on top of what was counted.
    pub(super) fn is_on_top(&self) -> bool {
        #[rustfmt::skip]
        const MORE: &[&str] = &[
            "اضافيتين", "اضافيتان", "اضافيين", "اضافيان", "جديدتين", "جديدتان", "جديدين", "اخريين", "اخريان",
        ];
        const FOUND: &[&str] = &["انتشال", "عثور", "انتشلت", "انتشل", "استخراج", "وفاه", "توفي"];
        const TOTALS: &[&str] =
            &["الي", "حصيله", "عدد", "اجمالي", "ارتفع", "ارتفعت", "بلغ", "بلغت"];
        let last = self.end.checked_sub(1);
        let more = |i: usize| MORE.contains(&self.folded(i));
        // «ثالثة بعد جثتين عثر عليهما أمس»
        let after = self.start.checked_sub(1).is_some_and(|i| self.folded(i) == "بعد");
        if more(self.end) || last.is_some_and(more) || after {
            return true;
        }
        let near = || self.before(Gap::Comma).take(5);
        let later = near().any(|i| self.folded(i).trim_start_matches('و') == "لاحقا");
        later && near().any(|i| self.is(i, FOUND)) && !near().any(|i| self.is(i, TOTALS))
    }

    /// «بعد أيام من سقوط الطائرة … التي قتل فيها 130», in a report on a ferry: of a craft that is named
    /// beside the report's own.
    pub(super) fn is_of_another_craft(&self) -> bool {
        let relative = self.before(Gap::Comma).take(OF_IT);
        let mut relative = relative.filter(|i| self.is(*i, &["التي", "الذي"]));
        let Some(at) = relative.next() else { return false };
        let head = (at.saturating_sub(4)..at).rev().find(|i| self.is_craft(*i));
        let Some(named) = head.and_then(|head| self.line.word(head)).filter(|w| w.definite())
        else {
            return false;
        };
        let own = named.stem();
        let (tokens, cx) = (&self.line.tokens, &self.line.cx);
        let other = self.line.words.iter().any(|word| is_other(word, own))
            || (0..tokens.start.min(OPENING)).any(|i| is_of_craft(cx.word(i), own) == Some(false));
        let known = || (0..tokens.start).any(|i| is_of_craft(cx.word(i), own) == Some(true));
        other && (self.is_some_time_after(at) || !known())
    }

    fn is_craft(&self, at: usize) -> bool {
        self.is(at, CRAFT)
    }

    /// «بعد أيام من»: a time is told before the word at `relative` that went by since.
    fn is_some_time_after(&self, relative: usize) -> bool {
        const TIMES: &[&str] = &[
            "ايام",
            "يومين",
            "اسبوع",
            "اسبوعين",
            "اسابيع",
            "شهر",
            "شهرين",
            "اشهر",
            "سنوات",
            "عام",
        ];
        let from = relative.saturating_sub(OF_IT);
        (from..relative).any(|i| {
            self.is(i, &["بعد"])
                && (i + 1..i + 4).any(|i| self.is(i, TIMES) && self.is(i + 1, &["من", "علي"]))
        })
    }
}

/// Words of a report that say what it is of.
const OPENING: usize = 60;

/// Whether a word is of that craft, or of another one.
fn is_of_craft(folded: &str, own: &str) -> Option<bool> {
    let bare = super::super::words::bare(folded);
    CRAFT.contains(&bare).then(|| super::super::stem(bare) == own)
}

fn is_other(word: &Word, own: &str) -> bool {
    word.is(CRAFT) && word.stem() != own
}
