//! What part of a whole a value is: some of those told before, a rate per something, the whole
//! that a part is of.

use std::ops::Range;

use super::super::frame::Frame;
use super::super::line::Line;
use super::super::open;
use super::super::words::{Gap, Word};
use super::{Approx, Facet, Fact, Kind, Seeker, Value, nation};

impl Seeker<'_, '_> {
    /// The part that the value is, if the text says so.
    pub(super) fn part(&self) -> Option<String> {
        if self.whole() {
            return Some("whole".into());
        }
        let some = self.facts.get(self.index).is_some_and(is_partitive)
            && !is_sort(self.line, &self.at)
            && !self.is_all_of_some();
        if let Some(part) = self.part_of_toll() {
            return Some(part.into());
        }
        let later = self.key() == "toll.killed" && self.died_later();
        let all = self.key().starts_with("fine.")
            && self.clause_before(5).any(|i| self.is(i, &["جميع", "كافه", "كل"]));
        let others = self.key().starts_with("accused.")
            && self.at.clone().chain([self.at.end]).any(|i| self.is(i, &["اخرين", "اخرون"]));
        if all || others {
            return Some("others".into());
        }
        // Some of a whole are known by what they are: «ثمانية زبائن».
        let some = some
            || later
            || self.of_a_country()
            || self.of_one_country()
            || self.of_a_whole()
            || self.leaves_some_out()
            || self.added()
            || self.in_breakdown()
            || self.is_beside_others()
            || part(self.line, &self.at);
        let shared_out = self.is_shared_out();
        if !some && !shared_out {
            return None;
        }
        let noun = || self.word(self.at.end.checked_sub(1)?).map(|word| word.stem().to_owned());
        let whom = open::people(self.line, &self.at)
            .or_else(|| self.sort_of_part())
            .or_else(|| noun().filter(|_| shared_out));
        Some(whom.map_or_else(|| "part".into(), |noun| format!("part {noun}")))
    }

    /// «بينها 16 رحلة دولية»: those of another sort are another part.
    fn sort_of_part(&self) -> Option<String> {
        let word = self.word(self.at.end).filter(|word| word.gap == Gap::Space)?;
        let nisba = ["يه", "ي", "يا", "يين", "يون"].iter().any(|end| word.folded.ends_with(end));
        (nisba && word.folded.chars().count() > 4).then(|| word.stem().to_owned())
    }

    /// «يتوزع الناجون بين 31 سودانيا و24 إريتريا»: what a whole consists of.
    fn is_shared_out(&self) -> bool {
        const SHARES: &[&str] =
            &["يتوزع", "تتوزع", "توزع", "توزعت", "توزعوا", "يتوزعون", "موزعين", "موزعون", "موزعه"];
        // «توزع الناخبون على 900 مركز» counts what they are shared out over.
        let last = self.at.end.checked_sub(1).and_then(|i| self.word(i));
        self.kind() == Some(Kind::Count)
            && last.is_some_and(|word| word.folded.contains('ي') && nation(word).is_some())
            && self.clause_before(16).any(|i| self.is(i, SHARES))
    }

    /// «أضرب 300 من العاملين», «لم يشهد سوى اثنين من الشهود»: some of those whom the noun names, and all
    /// whom the verb is told of. What befell some of the dead befell a part of them.
    fn is_all_of_some(&self) -> bool {
        let Some(frame) = self.frame else { return false };
        let of_the_harmed = || self.at.clone().any(|i| self.is(i, WHOLES) || self.is(i, ABOARD));
        let only = || self.at.start > 0 && self.is(self.at.start - 1, &["سوي", "الا"]);
        !frame.part && frame.key != "aboard.count" && (!self.own || only()) && !of_the_harmed()
    }

    /// «61 من أصل 120»: the second figure is of the whole.
    fn whole(&self) -> bool {
        let start = self.at.start;
        let keys = ["aboard.count", "parliament.seats", "exam.sat"];
        start > 1
            && !keys.contains(&self.key())
            && self.is(start - 1, &["اصل", "مجموع", "جمله"])
            && self.is(start - 2, &["من"])
    }

    /// «50 شاحنة يوميا», «بمعدل 59 شاحنة في اليوم»: so many each day.
    pub(super) fn rate(&self) -> Option<String> {
        if !matches!(self.kind(), Some(Kind::Count | Kind::Number | Kind::Money | Kind::Measure)) {
            return None;
        }
        let end = self.at.end;
        let clause =
            (end..end + 3).take_while(|i| self.word(*i).is_some_and(|word| word.gap < Gap::Comma));
        let each = |i: usize| {
            let yearly = || {
                let definite = self.word(i + 1).is_some_and(Word::definite);
                // «في السنة الماضية» is a time of its own.
                let described =
                    self.word(i + 2).is_some_and(|w| w.gap <= Gap::Mark && w.definite());
                self.is(i + 1, &["سنه", "عام"]) && definite && !described
            };
            self.is(i, &["يوميا", "شهريا", "اسبوعيا", "سنويا"])
                || self.is(i, &["في"])
                    && (self.is(i + 1, &["يوم", "ساعه", "دقيقه", "اسبوع", "شهر"]) || yearly())
                    && !self.is_one_of_them(i + 1)
        };
        let mean = self.at.start > 0 && self.is(self.at.start - 1, &["معدل", "متوسط"])
            || self.is_of_each_day();
        (clause.into_iter().any(each) || mean).then(|| String::from("time"))
    }

    /// «39 طائرة لكل منهما», «ستشتري كل من الأولى والثانية 39 طائرة»: the share of each, and no figure of
    /// both together.
    pub(super) fn each(&self) -> Option<String> {
        /// Words behind the figure, and before it, at most.
        const BEHIND: usize = 9;
        const BEFORE: usize = 9;
        if self.kind() != Some(Kind::Count) || self.frame.is_some_and(owned) {
            return None;
        }
        let end = self.at.end;
        let open = |i: &usize| self.word(*i).is_some_and(|word| word.gap < Gap::Comma);
        let mut behind = (end..end + BEHIND).take_while(open);
        let of_both = |i: usize| self.is(i, &["لكل"]) && self.is(i + 1, &["منهما", "منها"]);
        let each_of = |i: usize| {
            self.word(i).is_some_and(|word| !word.definite())
                && self.is(i, &["كل"])
                && self.is(i + 1, &["من"])
        };
        let each = behind.any(of_both) || self.clause_before(BEFORE).any(each_of);
        each.then(|| String::from("each"))
    }

    /// «الخسائر اليومية بمليوني دولار»: what each day costs.
    fn is_of_each_day(&self) -> bool {
        const EACH: &[&str] =
            &["يوميه", "يومي", "شهريه", "شهري", "سنويه", "سنوي", "اسبوعيه", "اسبوعي"];
        let figure = matches!(self.kind(), Some(Kind::Money | Kind::Measure));
        figure && self.clause_before(3).any(|i| self.is(i, EACH))
    }

    /// «في اليوم الأخير», «في الساعة الأولى»: one hour or day, and no rate.
    fn is_one_of_them(&self, at: usize) -> bool {
        let close = |word: &&Word| word.gap == Gap::Space;
        self.word(at + 1)
            .filter(close)
            .is_some_and(|next| next.definite() || next.is(&["نفسه", "نفسها", "ذاته", "ذاتها"]))
    }

    /// «تحرير ثلاثة من مواطنيها»: a country tells of its own people alone.
    fn of_a_country(&self) -> bool {
        const OWN: &[&str] =
            &["مواطنيها", "مواطنيه", "رعاياها", "رعاياه", "بحارتها", "ابنايها", "مواطنينا"];
        let captives = self.key().starts_with("hostages.");
        captives && self.at.clone().chain(self.at.end..self.at.end + 2).any(|i| self.is(i, OWN))
    }

    /// «180 عائلة من أصل 310», «أربعة من المتابعين معه»: some of those whom the noun names.
    fn of_a_whole(&self) -> bool {
        let end = self.at.end;
        let of = self.word(end).is_some_and(|word| word.folded == "من" && word.gap == Gap::Space);
        // «61 مقعدا من أصل 120» counts what was won, and these all whom something befell.
        let all = ["toll.displaced", "toll.evacuated", "families.", "trial.witnesses"];
        let all = || all.iter().any(|of| self.key().starts_with(of));
        let whole = || self.own && all() && self.is(end + 1, &["اصل", "مجموع", "جمله"]);
        let number = self.kind() == Some(Kind::Number) && self.key().starts_with("accused.");
        of && (whole() || number && self.word(end + 1).is_some_and(Word::definite))
    }

    /// «تسعة آلاف متفرج، عدا جمهور الشارع», «6.4 مليون عدا كلفة الإطلاق»: all but some. «الرهائن الأحد عشر
    /// باستثناء المدير» are eleven all the same.
    fn leaves_some_out(&self) -> bool {
        if self.facts.get(self.index).is_some_and(|fact| fact.rule == "count.definite") {
            return false;
        }
        let end = self.at.end;
        let goes_on = |i: &usize| {
            self.word(*i).is_some_and(|word| word.gap <= Gap::Comma)
                && self.line.figure.get(*i).copied().flatten().is_none()
        };
        // «عداء» is written alike once it is folded: a runner goes on with a preposition or a verb.
        let definite =
            |i: usize| self.word(i).is_some_and(|word| word.gap == Gap::Space && word.definite());
        let but = |i: usize| {
            !self.is(i + 1, &["من", "في", "علي", "الي", "عن", "ذلك"])
                && (definite(i + 1) || definite(i + 2))
        };
        let said = |i: usize| self.word(i).map_or("", |word| word.folded);
        (end..end + 4).take_while(goes_on).any(|i| match said(i) {
            "باستثناء" => true,
            "عدا" => but(i),
            _ => false,
        })
    }

    /// «ستة بحارة سوريين», «خمسة تونسيين آخرين»: those of one country among all who were counted.
    fn of_one_country(&self) -> bool {
        const PEOPLE: &[&str] =
            &["aboard.", "crew.", "toll.discharged", "toll.evacuated", "delegation."];
        let key = self.key();
        if key.is_empty() || self.kind() != Some(Kind::Count) {
            return false;
        }
        if !PEOPLE.iter().any(|of| key.starts_with(of)) {
            return false;
        }
        let close = |i: usize| self.word(i).filter(|word| word.gap == Gap::Space);
        let behind =
            close(self.at.end).is_some_and(|word| !word.definite() && nation(word).is_some());
        let others = close(self.at.end).is_some_and(|word| word.is(&["اخرين", "اخرون"]));
        let last = self.at.end.checked_sub(1).and_then(|i| self.word(i));
        let among = |i: usize| self.is(i, &["ضمن", "كانوا", "بين"]);
        behind && (self.at.end..self.at.end + 5).any(among)
            || others && last.is_some_and(|word| nation(word).is_some())
    }

    /// «11 شخصا هم ثمانية زبائن وثلاثة موظفين», «ثمانية هم تونسي واحد وسبعة سياح»: the parts of a total that
    /// is told before.
    fn in_breakdown(&self) -> bool {
        if !matches!(self.kind(), Some(Kind::Count | Kind::Number)) {
            return false;
        }
        let figure = |i: usize| self.line.figure.get(i).copied().flatten().is_some();
        let of_them =
            |i: usize| self.word(i).is_some_and(|word| ["هم", "وهم"].contains(&word.folded));
        let whole = |i: usize| of_them(i) && i > 0 && figure(i - 1);
        let mut before = (0..self.at.start).rev().skip_while(|i| figure(*i));
        let nearest = before.next();
        let alone = self.kind() == Some(Kind::Number);
        nearest.is_some_and(|i| {
            let national = || alone && i > 0 && self.word(i).is_some_and(|w| nation(w).is_some());
            whole(i) && !alone || national() && whole(i - 1)
        })
    }

    /// «تونسيان و17 سائحا», «8 رجال و3 نساء»: those of one country or kind, beside others of another.
    fn is_beside_others(&self) -> bool {
        if self.key() != "toll.killed" {
            return false;
        }
        let last = self.at.end.checked_sub(1).and_then(|i| self.word(i));
        let kind = last.is_some_and(|word| {
            word.is(&["رجال", "رجلا", "رجل", "رجلان", "رجلين"]) || nation(word).is_some()
        });
        let next = self.word(self.at.end).filter(|word| word.gap <= Gap::Mark && kind);
        let joined = next.is_some_and(|word| word.folded.starts_with('و'));
        let and = next.is_some_and(|word| word.folded == "و");
        let figure = self.line.figure.get(self.at.end + usize::from(and)).copied().flatten();
        let other = figure.filter(|_| joined).and_then(|index| self.facts.get(index));
        other.is_some_and(|other| {
            other.kind == Kind::Count && (self.at.end..self.at.end + 4).any(|i| self.is(i, SORTS))
        })
    }
}

/// People as they are told beside others of another sort.
#[rustfmt::skip]
const SORTS: &[&str] = &[
    "نساء", "امراه", "سيدات", "طفل", "طفلا", "اطفال", "سايح", "سايحا", "سياح", "اجانب", "اجنبيا", "رضع",
];

/// «17 من القتلى», «خمسة من ركابها»: some of a whole that was told.
fn is_partitive(fact: &Fact) -> bool {
    let Value::Quantity(quantity) = &fact.value else { return false };
    fact.rule == "count.of" && quantity.approx != Approx::Vague
}

/// «1100 من السكان», «ثمانية من أفراد عائلة»: so many people of the place or of a family, and no
/// part of others who are counted.
fn is_sort(line: &Line, at: &Range<usize>) -> bool {
    const SORTS: &[&str] = &["سكان", "اهالي", "نزلاء", "ابناء", "مواطنين"];
    const KIN: &[&str] = &["عايله", "اسره"];
    let is = |i: usize, forms: &[&str]| line.word(i).is_some_and(|word| word.is(forms));
    at.clone().any(|i| is(i, SORTS) || is(i, &["افراد"]) && is(i + 1, KIN))
}

/// Whether the figures of a frame are told by whose they are: then each owner has one of its own.
fn owned(frame: &Frame) -> bool {
    frame.scope.contains(&Facet::Of)
}

/// Those whose family is given something, each once: «لكل أسرة», «لعائلة كل ضحية».
const HOUSEHOLD: &[&str] = &["عايله", "اسره", "ضحيه", "قتيل", "متوفي", "شهيد"];

/// «ستحصل أسرة كل ضحية على», «سيحصل كل جريح على»: for whom, before the value.
pub fn per_before(line: &Line, start: usize) -> Option<String> {
    const OTHERS: &[&str] = &["جريح", "مصاب", "متضرر", "مزارع", "منزل", "ناج"];
    let near = (start.saturating_sub(6)..start).rev();
    let mut clause =
        near.take_while(|i| line.word(i + 1).is_some_and(|word| word.gap < Gap::Comma));
    let at = clause.find(|i| line.word(*i).is_some_and(|word| word.is(&["كل"])))?;
    let each = line.word(at + 1)?;
    if each.is(HOUSEHOLD) {
        return Some("family".to_owned());
    }
    each.is(OTHERS).then(|| each.stem().to_owned())
}

/// «لكل عائلة», «عن كل طن», «للفرد».
pub fn per(line: &Line, from: usize, to: usize) -> Option<String> {
    for i in from..to {
        let word = line.word(i)?;
        if word.gap >= Gap::Comma {
            return None;
        }
        if word.is(&["كل"]) {
            let each = line.word(i + 1)?;
            if each.is(HOUSEHOLD) {
                return Some("family".to_owned());
            }
            // «كل يوم» is «يوميا».
            if each.is(&["ساعه", "يوم", "اسبوع", "شهر", "سنه", "عام"]) {
                return Some("time".to_owned());
            }
            // «من كل الجهات»: all of them, not each.
            let from =
                i.checked_sub(1).and_then(|i| line.word(i)).is_some_and(|word| word.is(&["من"]));
            // «لكل متهم» is «لكل منهما».
            let all = from && each.definite()
                || each.is(&["منهما", "منهم", "منها", "من", "متهم", "مدان", "محكوم"]);
            return (!all).then(|| each.stem().to_owned());
        }
        if let Some(each) = ["للفرد", "للسهم", "للبرميل", "للطن", "للاونصه", "للشخص"]
            .iter()
            .find(|f| word.folded == **f)
        {
            return each.strip_prefix("لل").map(str::to_owned);
        }
    }
    None
}

/// People who are told of as a whole: «بين القتلى», «من بين الركاب».
#[rustfmt::skip]
const WHOLES: &[&str] = &[
    "قتلي", "ضحايا", "جرحي", "مصابين", "ركاب", "ناجين", "مفقودين", "موقوفين", "معتقلين", "متوفين",
    "شهداء", "وفيات", "غرقي", "مسافرين", "رهاين", "عالقين", "مصابي", "ناجي", "مفقودي", "موقوفي",
    "معتقلي", "مسافري", "عالقي",
];

/// Those who are told of by what they were on board.
const ABOARD: &[&str] = &["طاقم", "بحاره", "افراد", "افراده", "افرادها", "سياح", "مهاجرين"];

/// Acts by which something comes out of a place or a thing.
#[rustfmt::skip]
const TAKEN: &[&str] = &[
    "استخرجوا", "استخرج", "استخرجت", "اخرجوا", "اخرج", "اخرجت", "انتشلوا", "انتشل", "انتشلت", "انزلوا",
    "صادروا", "سحبوا", "سرقوا", "نهبوا", "افرغوا",
];
/// What moves as one: «ضمن القافلة».
const TRAINS: &[&str] = &["قافله", "رتل", "موكب", "اسطول"];

/// «45 شاحنة ضمن القافلة»: some of what the whole of it carries.
fn is_within_train(line: &Line, at: &Range<usize>) -> bool {
    let open = |i: &usize| line.word(*i).is_some_and(|word| word.gap < Gap::Comma);
    let of_train = |i: usize| line.word(i).is_some_and(|word| word.definite() && word.is(TRAINS));
    let within = |i: usize| line.word(i).is_some_and(|word| word.is(&["ضمن"]));
    (at.end..at.end + 4).take_while(open).any(|i| within(i) && of_train(i + 1))
}

/// «بينهم», «من بينهم», «منهم» at the value.
pub fn part(line: &Line, at: &Range<usize>) -> bool {
    let among = ["بينهم", "بينهن", "بينها", "ضمنهم", "ضمنها"];
    let of_them = ["منهم", "منهن", "منها"];
    let before = |back: usize, forms: &[&str]| {
        at.start.checked_sub(back).and_then(|i| line.word(i)).is_some_and(|word| word.is(forms))
    };
    // «بين القتلى 3 فرنسيين»
    let sufferers = before(2, &["بين"]) && before(1, WHOLES);
    // «استخرجوا منها 300 كيلوغرام»: out of what they are, and no part of what was counted.
    let out = before(1, &["منها", "منه"]) && before(2, TAKEN);
    let before = before(1, &among) || before(2, &among) || before(1, &of_them) && !out || sufferers;
    // «73 قتيلا، 31 منهم في قرية واحدة»: right behind the whole.
    let figure = |i: usize| line.figure.get(i).copied().flatten().is_some();
    let last = at.start.checked_sub(1).is_some_and(figure) && !figure(at.end + 1);
    let follows = line.word(at.end).is_some_and(|word| word.is(&of_them) && word.gap == Gap::Space);
    let before = before || last && follows;
    let some = (at.end..at.end + 3)
        .any(|i| line.word(i).is_some_and(|word| word.is(&["بعض"]) && word.gap < Gap::Comma));
    before || some || is_within_train(line, at)
}
