//! Figures that somebody asks for and nobody has given: a sentence that the prosecution wants, a rise
//! that a union strikes for.

use super::super::words::Gap;
use super::{Kind, Seeker};

/// Whoever asks for a sum has not been given it: «طالبها بمبلغ», «الفدية المطلوبة».
const WANTED: &[&str] = &["طلب", "يطلب", "تطلب", "طالب", "يطالب", "تطالب", "مطلوب", "اشترط"];
impl Seeker<'_, '_> {
    /// «طلبت النيابة أقصى العقوبة»: what the court may say, not what it said.
    pub(super) fn asked(&self) -> bool {
        if self.frame.is_none() && self.kind() == Some(Kind::Money) {
            let wants = |i: usize| {
                self.word(i).is_some_and(|word| word.stems().any(|stem| WANTED.contains(&stem)))
            };
            return self.clause_before(9).any(wants);
        }
        let court = self.key().starts_with("prison.") || self.key().starts_with("fine.");
        let forms = ["اقصي", "طلب", "طلبت", "طالب", "طالبت", "يواجه", "تصل", "يعاقب", "قد"];
        let paid = ["fare.", "wage.", "salary."].iter().any(|key| self.key().starts_with(key));
        // «ما لم ترفع الحكومة الأجور 10 في المئة»: what is asked for, or else.
        let unless = |i: usize| self.is(i, &["ما"]) && self.is(i + 1, &["لم"]);
        let wanted =
            |i: usize| self.is(i, &["طالب", "طالبت", "طالبوا", "يطالب", "يطالبون", "مطالب"]);
        // «لن نعود قبل زيادة الأجور 25 في المئة»
        let not_before = || {
            let mut clause = self.clause_before(12);
            clause.any(|i| self.is(i, &["لن"]) && (i + 1..i + 7).any(|j| self.is(j, &["قبل"])))
        };
        if paid && (self.clause_before(9).any(|i| unless(i) || wanted(i)) || not_before()) {
            return true;
        }
        let open = |i: usize| self.is(i, &forms) && !self.is_done(i);
        court && (self.clause_before(9).any(open) || self.demanded())
    }

    /// «كانت الهيئة قد قررت حبسه»: «قد» before what was ruled opens nothing.
    fn is_done(&self, at: usize) -> bool {
        const RULED: &[&str] =
            &["قررت", "قرر", "قضت", "قضي", "حكمت", "حكم", "اصدرت", "ادانت", "ادانته", "عاقبت"];
        self.is(at, &["قد"]) && self.is(at + 1, RULED)
    }

    /// «طلبت النيابة أقصى العقوبة، وهي السجن 15 عاما»: nothing was told between of what was given.
    fn demanded(&self) -> bool {
        let given =
            ["حكم", "حكمت", "قضت", "قضي", "عاقب", "عاقبت", "اصدر", "اصدرت", "ادان", "ادانت"];
        let asked = ["اقصي", "طلبت", "طالبت", "التمست", "مطالبه", "التماس"];
        let before = (self.at.start.saturating_sub(16)..self.at.start).rev().take_while(|i| {
            let figure = self.line.figure.get(*i).copied().flatten().is_some();
            let breaks = self.word(i + 1).is_none_or(|word| word.gap >= Gap::Colon);
            !figure && !breaks && !self.is(*i, &given)
        });
        before.into_iter().any(|i| self.is(i, &asked))
    }
}
