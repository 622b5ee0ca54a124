//! Of which months, and of which part of a company, a figure is; and what it is that begins.

use super::super::words::{Gap, Word};
use super::{Seeker, Span};

const ORDINALS: &[(&str, &[&str])] = &[
    ("1", &["اول", "اولي"]),
    ("2", &["ثاني", "ثانيه"]),
    ("3", &["ثالث", "ثالثه"]),
    ("4", &["رابع", "رابعه", "اخير"]),
];
const SEGMENTS: &[(&str, &[&str])] = &[
    ("fixed", &["ثابت", "ثابته", "ارضي", "ارضيه"]),
    ("broadband", &["انترنت", "الياف", "برودباند", "عريض"]),
    ("mobile", &["محمول", "نقال", "جوال", "خلوي"]),
    ("fifth", &["خامس"]),
    ("abroad", &["دوليه", "خارجيه", "خارج"]),
    ("home", &["محليه", "داخليه"]),
];

/// Words that tell when or whither, and never what begins.
const OF_TIME: &[&str] = &[
    "يوم",
    "الي",
    "في",
    "من",
    "مساء",
    "صباح",
    "ليله",
    "فجر",
    "منتصف",
    "بعد",
    "قبل",
    "رسميا",
    "باذن",
    "بمشيه",
    "بحسب",
    "وفق",
    "وفقا",
    "حسب",
    "كما",
    "بتاريخ",
    "اعتبارا",
    "ابتداء",
];
/// Words that open the clause whose subject comes next.
const OPENERS: &[&str] = &["ان", "التي", "الذي", "حيث", "بينما", "فيما", "لكن", "كانت", "كان"];

/// Whether a word may be a noun in front of its complement, as far as its form tells.
fn is_noun(word: &super::super::words::Word) -> bool {
    word.folded.chars().count() > 2 && word.folded.ends_with('ه')
}

impl Seeker<'_, '_> {
    /// The period that is named nearest in the sentence, else in the opening of the report.
    pub(super) fn period(&self) -> Option<String> {
        let words = &self.line.words;
        let named = (0..words.len()).filter_map(|i| period(words, i).map(|name| (i, name)));
        let nearest = named.min_by_key(|(i, _)| i.abs_diff(self.at.start));
        // «الأرباح الفصلية»: of some quarter, whatever months the report opens with.
        let some_quarter = || words.iter().any(|word| word.is(&["فصلي", "فصليه", "ربعي", "ربعيه"]));
        let opening = || self.setting.period(&self.line.cx).filter(|_| !some_quarter());
        nearest.map(|(_, name)| name).or_else(|| opening().map(str::to_owned))
    }

    /// The part of a business that the clause names.
    pub(super) fn segment(&self) -> Option<String> {
        let after = (self.at.end..self.at.end + 5)
            .take_while(|i| self.word(*i).is_some_and(|word| word.gap < Gap::Comma));
        let mut clause = self.clause_before(8).chain(after);
        clause.find_map(|i| {
            let found = SEGMENTS.iter().find(|(_, forms)| self.is(i, forms))?;
            Some(found.0.to_owned())
        })
    }

    /// «دورة الألعاب التي تنطلق», «بطولة فلان التي»: what a relative takes up.
    fn antecedent(&self, relative: usize) -> Option<String> {
        let mut near = (relative.saturating_sub(3)..relative).rev();
        let head = |i: &usize| self.word(*i).is_some_and(|word| !word.definite() && is_noun(word));
        let noun = near
            .clone()
            .find(head)
            .or_else(|| near.find(|i| self.word(*i).is_some_and(Word::definite)));
        noun.and_then(|i| self.word(i)).map(|word| word.stem().to_owned())
    }

    /// What the words of a frame are said of: «تبدأ الحملة», «الحملة تنطلق».
    pub(super) fn thing(&self, trigger: Span) -> Option<String> {
        let at = self.line.words.iter().position(|word| trigger.covers(word.span))?;
        let noun = |i: usize| {
            let figure = self.line.figure.get(i).copied().flatten().is_some();
            let word = self.word(i).filter(|word| !figure && !word.is(OF_TIME))?;
            let next = self.word(i + 1);
            let annexed = next.is_some_and(|next| next.definite() && next.gap == Gap::Space);
            (word.definite() || annexed).then(|| word.stem().to_owned())
        };
        let after = self.word(at + 1).filter(|word| word.gap == Gap::Space);
        after.and_then(|_| noun(at + 1)).or_else(|| {
            let last = at.checked_sub(1)?;
            if self.is(last, &["التي", "الذي", "والتي", "والذي"]) {
                return self.antecedent(last);
            }
            // «المتفق عليها مع الوفد، ستبدأ»: whom it was agreed with does not begin.
            let governed = last.checked_sub(1).is_some_and(|before| self.is(before, &["مع"]));
            let word = self.word(last).filter(|word| !governed && word.definite())?;
            // «حملة التطعيم تأجلت»: the first noun of the two.
            let first = last.checked_sub(1).and_then(|i| self.word(i)).filter(|first| {
                word.gap == Gap::Space && !first.definite() && !first.is(OPENERS) && is_noun(first)
            });
            Some(first.unwrap_or(word).stem().to_owned())
        })
    }
}

/// «الربع الثالث», «النصف الأول», «الأشهر التسعة», «العام المالي» at a word.
pub fn period(words: &[Word], at: usize) -> Option<String> {
    let word = words.get(at)?;
    let next = words.get(at + 1).filter(|next| next.gap <= Gap::Mark)?;
    let ordinal = || ORDINALS.iter().find(|(_, forms)| next.is(forms)).map(|(name, _)| *name);
    let name = match () {
        () if word.is(&["ربع", "فصل", "ثلاثي"]) => format!("q{}", ordinal()?),
        () if word.is(&["نصف", "سداسي"]) => format!("h{}", ordinal()?),
        () if word.is(&["اشهر"]) && next.is(&["تسعه"]) => "9m".into(),
        () if word.is(&["اشهر"]) && next.is(&["سته"]) => "h1".into(),
        () if word.is(&["اشهر"]) && next.is(&["ثلاثه"]) => "q1".into(),
        () if word.is(&["عام", "سنه"]) && next.is(&["كامل", "كامله", "مالي", "ماليه"]) => {
            "year".into()
        }
        () => return None,
    };
    Some(name)
}
