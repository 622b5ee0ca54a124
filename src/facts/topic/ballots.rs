//! Of which ballots a figure of a vote is: valid, invalid, blank, needed; or of which voters.
//!
//! Begin with [`frame`]. Reports string these figures together («71 صوتا و37 ورقة بيضاء و18 ملغاة»,
//! «أوراق ملغاة: 20»), so that only the nearest noun of ballots may say what one is of: the words
//! further off, loud as they may be, are those of its neighbours.

use std::ops::Range;

use super::super::entity::Sort;
use super::super::lexicon::Class;
use super::super::{Fact, Kind, Unit, Value};
use super::choose::Found;
use super::frame::frame as frame_of;
use super::line::Line;
use super::setting::Setting;
use super::words::{Gap, Word};

/// Words before a figure within which its noun stands, and behind it.
const BEFORE: usize = 10;
const BEHIND: usize = 5;
/// Words from a verb of being ahead to the figure: whoever is, stands between.
const SUBJECT: usize = 5;
/// Voters of a country are more than the members of any house.
const MANY: f64 = 1000.0;
/// Above any frame that was merely near.
const SCORE: i32 = 200;

const BALLOTS: &[&str] = &["ورقه", "اوراق", "ورقات", "صوت", "صوتا", "اصوات", "بطاقه", "بطاقات"];
const BLANK: &[&str] = &["بيضاء", "بيضا"];
const INVALID: &[&str] = &["ملغاه", "ملغيه", "ملغي", "لاغيه", "لاغيا", "لاغ", "باطله", "باطلا"];
const VALID: &[&str] = &["صحيحه", "صحيحا"];
const CANCELS: &[&str] = &["الغاء", "الغيت", "الغت", "الغي"];
/// Whoever gets votes stands beside one of these.
const GETS: &[&str] = &[
    "حصل",
    "حصلت",
    "حصد",
    "حصدت",
    "حاصدا",
    "حاصده",
    "نال",
    "نالت",
    "حاز",
    "حازت",
    "حظي",
    "حظيت",
    "حصوله",
    "حصولها",
    "بحصوله",
    "بحصولها",
    "بحصول",
    "تحصل",
    "تحصلت",
    "فارق",
    "يحصد",
    "جمع",
    "جمعت",
];
/// Being before or behind another by so many.
#[rustfmt::skip]
const AHEAD: &[&str] = &[
    "تقدم", "تقدمت", "يتقدم", "تتقدم", "متقدم", "متقدما", "متقدمه", "تاخر", "تاخرت", "يتاخر", "تتاخر", "متاخر",
    "متاخرا", "متاخره", "تفوق", "تفوقت", "يتفوق", "تتفوق", "متفوقا", "متفوقه", "خسر", "خسرت", "خسرها", "خسره",
    "سبق", "سبقت",
];
/// So many votes settle it.
const DECIDES: &[&str] = &["تحسم", "حسمت", "تفصل", "فصلت", "رجحت", "ترجح"];
/// What is voted on and no candidate: the votes that it gets are those in favour.
const MOTIONS: &[&str] = &["ثقه", "حكومه", "قانون", "مشروع", "قرار", "تعديل", "اتفاقيه", "موازنه"];
/// Who is not for it.
const OTHERS: &[&str] = &[
    "ضد",
    "ضده",
    "ضدها",
    "رفض",
    "رافض",
    "رافضا",
    "معارض",
    "معارضا",
    "معارضه",
    "امتنع",
    "امتناع",
    "ممتنع",
    "ممتنعا",
    "مقابل",
    "اعتراض",
    "تحفظ",
    "فارق",
    "حجب",
    "سحب",
    "مرشح",
    "ناخب",
    "ناخبين",
];
const NEEDS: &[&str] = &[
    "يتطلب",
    "تتطلب",
    "يحتاج",
    "تحتاج",
    "يحتاجون",
    "مطلوب",
    "مطلوبه",
    "لازم",
    "لازمه",
    "يلزم",
    "تلزم",
    "يشترط",
    "تشترط",
    "يستلزم",
    "تستلزم",
    "يكتفي",
    "يستوجب",
];
/// «لم يتمكن من الحصول على 86 صوتا»
const FAILS: &[&str] = &["فشل", "فشلت", "اخفق", "اخفقت", "عجز", "عجزت"];
const REACHES: &[&str] = &["يتمكن", "تتمكن", "ينجح", "تنجح", "يحصل", "تحصل", "يبلغ", "ينل", "يحصد"];
const REGISTERED: &[&str] =
    &["مقيدين", "مقيدون", "مقيدا", "مسجلين", "مسجلون", "مسجلا", "مدرجين", "مدرجون"];
const VOTED: &[&str] = &[
    "ادلي",
    "ادلت",
    "ادلوا",
    "شارك",
    "شاركوا",
    "يشاركون",
    "مشاركين",
    "مشاركون",
    "مصوتين",
    "مصوتون",
    "مقترعين",
    "مقترعون",
    "اقترع",
    "اقترعوا",
    "بصوته",
    "باصواتهم",
];

/// The frame of a figure that the nearest noun of ballots or voters settles.
pub fn frame(
    line: &Line,
    setting: &Setting,
    facts: &[Fact],
    index: usize,
    at: &Range<usize>,
) -> Option<Found> {
    let fact = facts.get(index)?;
    let Value::Quantity(quantity) = &fact.value else { return None };
    if !matches!(fact.kind, Kind::Count | Kind::Number) {
        return None;
    }
    let ballots = match &quantity.unit {
        Unit::Of(noun) => matches!(noun.as_str(), "vote" | "ورق" | "اوراق"),
        _ => false,
    };
    let seeker = Seeker { line, facts, at, ballots };
    let about = || setting.is_about("vote");
    if !ballots && !about() && !seeker.is_members() && !seeker.is_among_ballots() {
        return None;
    }
    let (key, at) = seeker
        .behind()
        .or_else(|| ballots.then(|| seeker.margin()).flatten())
        .or_else(|| ballots.then(|| seeker.needed().or_else(|| seeker.in_favour())).flatten())
        .or_else(|| seeker.before())
        .or_else(|| (ballots && about()).then(|| seeker.all()).flatten())
        .or_else(|| {
            (!ballots && quantity.low >= MANY && about()).then(|| seeker.voters()).flatten()
        })
        .or_else(|| (quantity.unit == Unit::None && about()).then(|| seeker.listed()).flatten())?;
    Some(Found::sure(frame_of(key)?, line.word(at)?.span, SCORE))
}

/// What a figure is of, and the word that tells.
type Told = (&'static str, usize);

struct Seeker<'l, 'a> {
    line: &'l Line<'a>,
    facts: &'l [Fact],
    at: &'l Range<usize>,
    /// It counts votes or papers.
    ballots: bool,
}

impl Seeker<'_, '_> {
    fn is(&self, at: usize, forms: &[&str]) -> bool {
        self.line.word(at).is_some_and(|word| word.is(forms))
    }

    /// Whether a word is of another figure; a round or a day is none.
    fn is_figure(&self, at: usize) -> bool {
        let figure = self.line.figure.get(at).copied().flatten();
        figure
            .and_then(|figure| self.facts.get(figure))
            .is_some_and(|fact| matches!(fact.kind, Kind::Count | Kind::Number | Kind::Percent))
    }

    /// The words behind the figure in its clause.
    fn rest(&self) -> impl Iterator<Item = usize> + Clone {
        let end = self.at.end;
        let goes_on = move |i: &usize| {
            let word = self.line.word(*i);
            word.is_some_and(|word| word.gap < Gap::Comma && !joins(word)) && !self.is_figure(*i)
        };
        (end..end + BEHIND).take_while(goes_on)
    }

    /// The words before the figure up to the one before it or a break, nearest first.
    fn clause(&self) -> impl Iterator<Item = usize> {
        let start = self.at.start;
        let breaks = move |i: usize| {
            self.line.word(i).is_none_or(|word| word.gap >= Gap::Comma && word.gap != Gap::Colon)
        };
        let within = move |i: &usize| !self.is_figure(*i) && !breaks(i + 1);
        (start.saturating_sub(BEFORE)..start).rev().take_while(within)
    }

    /// «5 أصوات ملغاة», «18 ملغاة», «9 نواب بورقة بيضاء»
    fn behind(&self) -> Option<Told> {
        // «14 وملغاة 4» begins another item.
        let item = |i: &usize| self.line.word(*i).is_some_and(|word| word.folded.starts_with('و'));
        let own = self.at.clone().filter(|i| !self.ballots && !item(i));
        let next = Some(self.at.end).filter(|i| self.rest().next() == Some(*i));
        let told = own.chain(next).find_map(|i| Some((self.state(i)?, i)));
        told.or_else(|| {
            let blank = |i: &usize| self.is(*i, BALLOTS) && self.is(i + 1, BLANK);
            self.rest().find(blank).map(|i| ("vote.blank", i))
        })
    }

    /// «الأصوات الصحيحة 44 مليونا», «أوراق ملغاة: 20», «وملغاة 4», «إلغاء 4 أوراق», «يتطلب الفوز 86 صوتا»
    fn before(&self) -> Option<Told> {
        let (mut got, mut person) = (false, false);
        for i in self.clause() {
            let behind = |forms: &[&str]| i > 0 && self.is(i - 1, forms);
            // «9 أوراق بيضاء و13 صوتا»: that figure has its own.
            let taken = i > 0 && self.is_figure(i - 1);
            let noun = || !taken && (i + 1 == self.at.start || behind(BALLOTS));
            if let Some(state) = self.state(i).filter(|_| noun() && !got && !person) {
                return Some((state, i));
            }
            if self.ballots && !got && !person && self.cancels(i) && i + 3 > self.at.start {
                return Some(("vote.invalid", i));
            }
            if i + 1 == self.at.start && self.is(i, &["تاييد"]) && self.is_members() {
                return Some(("vote.yes", i));
            }
            got |= self.is(i, GETS);
            person |= self.is_person(i);
            if self.ballots && got && person {
                return Some(("vote.count", i));
            }
        }
        None
    }

    /// «بفارق 41 صوتا», «تقدم بـ14 صوتا على», «المتأخر بـ41 صوتا», «14 صوتا تحسم النتيجة»
    fn margin(&self) -> Option<Told> {
        let before = |back: usize| self.at.start.checked_sub(back);
        let gap = (1..=2).filter_map(before).find(|i| self.is(*i, &["فارق"]));
        let by = self.line.word(self.at.start).is_some_and(|word| word.folded.starts_with('ب'));
        let by = by || before(1).is_some_and(|i| self.is(i, &["ب"]));
        let mut verbs = self.clause().take(SUBJECT).take_while(|i| !self.is(*i, GETS));
        let ahead = if by { verbs.find(|i| self.is(*i, AHEAD)) } else { None };
        let decides = self.rest().next().filter(|i| self.is(*i, DECIDES));
        gap.or(ahead).or(decides).map(|at| ("vote.margin", at))
    }

    /// «منح المجلس الثقة للحكومة بـ60 صوتا», «نال القانون 60 صوتا», «بعد حصولها على 60 صوتا»
    fn in_favour(&self) -> Option<Told> {
        let near = self.near().chain(self.rest());
        if near.clone().any(|i| self.is(i, OTHERS)) {
            return None;
        }
        self.near().find(|i| self.is(*i, MOTIONS)).map(|i| ("vote.yes", i))
    }

    /// The words before the figure up to the one before it, across commas.
    fn near(&self) -> impl Iterator<Item = usize> + Clone {
        let start = self.at.start;
        let goes_on = move |i: &usize| {
            !self.is_figure(*i) && self.line.word(i + 1).is_some_and(|word| word.gap < Gap::Colon)
        };
        (start.saturating_sub(BEFORE)..start).rev().take_while(goes_on)
    }

    /// «يتطلب الفوز الحصول على 70 صوتا», «لم يتمكن المرشح، رغم …، من بلوغ 70 صوتا»
    fn needed(&self) -> Option<Told> {
        // «فشل في الفوز بعد حصوله على 40 صوتا»: these he got.
        let got = |i: usize| self.is(i, GETS) && !(i > 0 && self.is(i - 1, &["من", "في"]));
        let before = self.near().take_while(|i| !got(*i));
        before.into_iter().find(|i| self.is_needed(*i)).map(|i| ("vote.needed", i))
    }

    /// «بإجمالي أصوات 44 مليون صوت» where nobody gets them.
    fn all(&self) -> Option<Told> {
        const ALL: &[&str] = &["اجمالي", "باجمالي", "مجموع", "بمجموع"];
        let start = self.at.start;
        let total =
            self.clause().find(|i| self.is(*i, ALL) && self.is(i + 1, &["اصوات", "مقترعين"]))?;
        let got = (start.saturating_sub(2 * BEFORE)..start)
            .rev()
            .take_while(|i| self.line.word(i + 1).is_some_and(|word| word.gap < Gap::Comma))
            .any(|i| self.is(i, GETS) || self.is_person(i));
        (!got).then_some(("vote.ballots", total))
    }

    /// «67 مليون ناخب مقيدين», «أدلى 44 مليون ناخب بأصواتهم», «الناخبين البالغ عددهم 67 مليونا»
    fn voters(&self) -> Option<Told> {
        self.rest().chain(self.clause()).find_map(|i| {
            let right = || self.is(i, &["يحق", "يجوز"]) && self.is(i + 1, &["لهم", "لهن"]);
            let base = || self.is(i, &["قاعده"]) && self.is(i + 1, &["بيانات"]);
            let number = || self.is(i, &["عددهم"]) && self.is(i.wrapping_sub(2), &["ناخبين"]);
            if self.is(i, REGISTERED) || right() || base() || number() {
                return Some(("vote.registered", i));
            }
            let part = || self.is(i, &["مشاركه"]) && i + 4 > self.at.start && !self.is_share(i);
            // «شارك 5000 شرطي في تأمين الاقتراع»
            let people = || self.at.clone().all(|at| !self.is_other_people(at));
            ((self.is(i, VOTED) || part()) && people()).then_some(("vote.voted", i))
        })
    }

    /// «سمير نادر: 99» in a list of results.
    fn listed(&self) -> Option<Told> {
        let start = self.at.start;
        let colon = self.line.word(start).is_some_and(|word| word.gap == Gap::Colon);
        let name = start.checked_sub(1).filter(|i| colon && self.is_person(*i))?;
        let ends = self.line.word(self.at.end).is_none_or(|word| word.gap >= Gap::Comma);
        ends.then_some(("vote.count", name))
    }

    /// «نسبة المشاركة»
    fn is_share(&self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|before| self.is(before, &["نسبه"]))
    }

    fn state(&self, at: usize) -> Option<&'static str> {
        let states = [(BLANK, "vote.blank"), (INVALID, "vote.invalid"), (VALID, "vote.valid")];
        let state = states.iter().find(|(forms, _)| self.is(at, forms)).map(|(_, key)| *key)?;
        // «18 ملغاة», «صحيحة» of what else there is: only ballots are of these kinds by themselves.
        let alone = || state != "vote.valid" && self.is_among_ballots();
        (self.ballots || at.checked_sub(1).is_some_and(|i| self.is(i, BALLOTS)) || alone())
            .then_some(state)
    }

    /// Whether a noun of ballots stands near: «صوت» alone may be a sound.
    fn is_among_ballots(&self) -> bool {
        let near = self.at.start.saturating_sub(BEFORE)..self.at.end + BEHIND;
        near.into_iter().any(|i| self.is(i, BALLOTS) && !self.is(i, &["صوت"]))
    }

    /// Whether a word is of people who need not be voters.
    fn is_other_people(&self, at: usize) -> bool {
        const VOTERS: &[&str] = &[
            "ناخب",
            "ناخبا",
            "ناخبين",
            "مواطن",
            "مواطنا",
            "مواطنين",
            "شخص",
            "شخصا",
            "مصوت",
            "مصوتا",
            "مقترع",
        ];
        let Some(word) = self.line.word(at) else { return false };
        self.line.cx.is(word.at(), Class::PersonNoun) && !word.is(VOTERS)
    }

    /// Whether it counts members of a house.
    fn is_members(&self) -> bool {
        self.at.clone().any(|i| self.is(i, &["نايب", "نايبا", "نواب", "عضو", "عضوا", "اعضاء"]))
    }

    /// «وألغيت»: what looks like its article is none.
    fn cancels(&self, at: usize) -> bool {
        let word = self.line.word(at);
        word.is_some_and(|word| CANCELS.iter().any(|form| word.is_form(form.as_bytes())))
    }

    fn is_needed(&self, at: usize) -> bool {
        let not = |at: usize| at > 0 && self.is(at - 1, &["لم", "لا", "دون", "ولم"]);
        self.is(at, NEEDS) || self.is(at, FAILS) || self.is(at, REACHES) && not(at)
    }

    fn is_person(&self, at: usize) -> bool {
        let Some(word) = self.line.word(at) else { return false };
        self.line.cast.at(word.at()).is_some_and(|mention| mention.sort == Sort::Person)
    }
}

/// «و» before a word that begins another item.
fn joins(word: &Word) -> bool {
    word.folded.starts_with('و') && !word.is(BALLOTS)
}

#[cfg(test)]
mod tests;
