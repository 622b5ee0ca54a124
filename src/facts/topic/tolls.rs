//! What the words right beside a toll make of it: a sum of the dead and the hurt, one that is feared and
//! not counted, one of children, of another country, of another quake or disease, of one day.
//!
//! Begin with [`mark`], which looks at tolls alone, after they have their topic.

use super::super::entity::Sort;
use super::super::{Facet, Fact, Kind, Value};
use super::line::Line;
use super::scope::{ANOTHER, nation};
use super::setting::Setting;
use super::words::{Gap, Word};
use crate::text::InOrder;

mod apart;

/// The event of what came on top of what was known.
const NEW: &str = "new";

/// What the place of a toll begins with that is of the part of a country that one side of a war holds.
pub const HELD: &str = "held by ";

/// The event of a toll that is feared.
const FEARED: &str = "feared";

/// Those who count the dead of their own country, before its adjective or its name.
#[rustfmt::skip]
const TELLERS: &[&str] = &[
    "صحه", "داخليه", "حكومه", "سلطات", "مدني", "احمر", "مسوولون", "مسوولين", "مسوول", "رسميه", "ضحايا", "قتلي",
];

/// Words from a word that rules a figure to the figure at most.
const REACH: usize = 10;

/// Narrows the tolls of a sentence, and drops the time in which they were counted.
pub fn mark(line: &Line, setting: &Setting, facts: &mut [Fact]) {
    for index in line.facts.clone() {
        let Some(fact) = facts.get(index) else { continue };
        let key = fact.topic.key.as_ref();
        let toll = key.starts_with("toll.");
        let health = key.starts_with("health.");
        let window = fact.kind == Kind::Duration && key.starts_with("duration:");
        let quake = key == "quake.magnitude";
        let dead = matches!(key, "toll.killed" | "bodies.recovered");
        let of_harm = dead || matches!(key, "toll.injured" | "toll.missing" | "toll.casualties");
        if !(toll || health || window || quake || dead) {
            continue;
        }
        let Some(at) = line.words_of(index) else { continue };
        let near = Near { line, start: at.start, end: at.end };
        if window {
            if near.is_window() {
                clear(facts, index);
            }
            continue;
        }
        let low = facts.get(index).map_or(0.0, low);
        let bare = facts.get(index).is_some_and(|fact| fact.kind == Kind::Number);
        if dead && near.is_taken_back() || toll && near.is_hour(low, bare) {
            clear(facts, index);
            continue;
        }
        if toll && let Some(key) = near.of_both(key) {
            rename(facts, index, key);
        }
        let event = match () {
            () if toll && near.is_feared() => Some(FEARED),
            () if quake && near.is_other_quake() => Some(ANOTHER),
            () if (health || toll) && near.is_of_another_disease() => Some(ANOTHER),
            () if health && near.is_of_a_day() => Some(NEW),
            () if dead && near.is_of_another_craft() => Some(ANOTHER),
            () if dead && near.is_on_top() => Some(NEW),
            () => None,
        };
        if event == Some(ANOTHER)
            && let Some(fact) = facts.get_mut(index)
        {
            fact.topic.scope.retain(|(facet, _)| *facet != Facet::Event);
        }
        narrow(facts, index, Facet::Event, event.map(str::to_owned));
        let examined = dead && near.is_at_morgue();
        narrow(facts, index, Facet::Part, examined.then(|| String::from("morgue")));
        let child = toll && near.is_of_children();
        narrow(facts, index, Facet::Qualifier, child.then(|| String::from("طفل")));
        let suspected = health && near.is_suspected();
        narrow(facts, index, Facet::Qualifier, suspected.then(|| String::from("suspected")));
        if toll {
            narrow(facts, index, Facet::Place, near.led_by(setting, of_harm));
        }
    }
}

fn low(fact: &Fact) -> f64 {
    match &fact.value {
        Value::Quantity(quantity) => quantity.low,
        _ => 0.0,
    }
}

fn clear(facts: &mut [Fact], index: usize) {
    if let Some(fact) = facts.get_mut(index) {
        fact.topic.key = "".into();
        fact.topic.scope.clear();
    }
}

fn rename(facts: &mut [Fact], index: usize, key: &'static str) {
    if let Some(fact) = facts.get_mut(index) {
        fact.topic.key = key.into();
    }
}

/// Gives a fact a facet that it has not yet.
fn narrow(facts: &mut [Fact], index: usize, facet: Facet, value: Option<String>) {
    let Some((told, value)) = facts.get_mut(index).zip(value) else { return };
    if told.topic.scope.iter().all(|(known, _)| *known != facet) {
        told.topic.scope.push((facet, value));
        told.topic.scope.put_in_order(Ord::cmp);
    }
}

/// A figure among the words of its sentence.
struct Near<'l, 'a> {
    line: &'l Line<'a>,
    start: usize,
    end: usize,
}

impl Near<'_, '_> {
    fn is(&self, at: usize, forms: &[&str]) -> bool {
        self.line.word(at).is_some_and(|word| word.is(forms))
    }

    fn folded(&self, at: usize) -> &str {
        self.line.word(at).map_or("", |word| word.folded)
    }

    /// The words before the figure from the last break on, the nearest first.
    fn before(&self, most: Gap) -> impl Iterator<Item = usize> {
        (self.start.saturating_sub(REACH)..self.start)
            .rev()
            .take_while(move |i| self.line.word(i + 1).is_some_and(|word| word.gap < most))
    }

    /// «قتل وأصيب العشرات», and «فقد مئة شخص حياته»: whom a verb counts that stands with another.
    fn of_both(&self, key: &str) -> Option<&'static str> {
        const KILLED: &[&str] = &["قتل", "قتلت", "استشهد", "وقتل"];
        const HURT: &[&str] = &["واصيب", "وجرح", "واصيبت"];
        const LIFE: &[&str] = &["حياته", "حياتهم", "حياتها", "ارواحهم"];
        let last = self.start.checked_sub(1)?;
        let both = last.checked_sub(1).is_some_and(|first| {
            KILLED.contains(&self.folded(first)) && HURT.contains(&self.folded(last))
        });
        if both && matches!(key, "toll.killed" | "toll.injured") {
            return Some("toll.casualties");
        }
        let died = key == "toll.missing" && LIFE.contains(&self.folded(self.end));
        died.then_some("toll.killed")
    }

    /// «خشية من ارتفاع الحصيلة إلى», «يخشى أن يكون».
    fn is_feared(&self) -> bool {
        const FEAR: &[&str] = &[
            "خشيه",
            "خشيته",
            "خشيتها",
            "خشيتهم",
            "يخشي",
            "تخشي",
            "مخاوف",
            "مخاوفه",
            "تخوف",
            "تخوفات",
        ];
        // «وسط مخاوف من انهيار المبنى قتل 12»: these were killed.
        const KILLED: &[&str] = &[
            "قتل",
            "قتلت",
            "قتلوا",
            "التي",
            "الذي",
            "الذين",
            "لقي",
            "توفي",
            "اودي",
            "اودت",
            "اسفر",
            "اسفرت",
        ];
        let of = |i: usize| self.is(i, &["من", "ان"]);
        let before = self.before(Gap::Comma);
        before.take_while(|i| !self.is(*i, KILLED)).any(|i| self.is(i, FEAR) && of(i + 1))
    }

    /// «29 قتيلا من الأطفال».
    fn is_of_children(&self) -> bool {
        let all = self.line.word(self.end + 2).is_none_or(|word| !word.folded.starts_with('و'));
        self.folded(self.end) == "من" && self.folded(self.end + 1) == "الاطفال" && all
    }

    /// «567 حالة اشتباه».
    fn is_suspected(&self) -> bool {
        self.is(self.end, &["اشتباه", "مشتبه", "مشتبها", "محتمله"])
    }

    /// «46 إصابة بالكوليرا خلال يومين», «41 إصابة وثلاث وفيات جديدة».
    fn is_of_a_day(&self) -> bool {
        const TIME: &[&str] =
            &["ساعه", "ساعات", "يوم", "يومين", "ايام", "24", "48", "ال24", "ال48"];
        let after = (self.end..(self.end + 7).min(self.line.words.len()))
            .take_while(|i| self.line.word(*i).is_some_and(|word| word.gap < Gap::Comma));
        let mut after = after.collect::<Vec<_>>().into_iter();
        let figure = |i: usize| self.line.figure.get(i).copied().flatten();
        let own = figure(self.start);
        let window = |i: usize| self.folded(i) == "خلال" && (i + 1..i + 4).any(|t| self.is(t, TIME));
        // The verb that sums them up says that they are all there were.
        let sums = |i: usize| self.is(i, &["تراكمي", "اجمالي", "مجموع", "ارتفع", "ارتفعت"]);
        if self.before(Gap::Comma).any(sums) {
            return false;
        }
        let joined = figure(self.end).is_some_and(|next| Some(next) != own)
            && self.folded(self.end).starts_with('و');
        let fresh =
            joined && (self.end + 1..self.end + 4).any(|i| self.is(i, &["جديده", "جديد", "جدد"]));
        fresh || after.any(window)
    }

    /// «خلال الـ24 ساعة الماضية»: the time in which was counted, no length of anything.
    fn is_window(&self) -> bool {
        const SHORT: &[&str] = &["ساعه", "ساعات", "يوم", "يومين", "يومان", "ايام"];
        const COUNTED: &[&str] =
            &["اصابه", "اصابات", "حاله", "حالات", "وفاه", "وفيات", "قتيل", "قتلي", "جريح", "جرحي"];
        let lead = (self.start.saturating_sub(2)..self.start).any(|i| self.is(i, &["خلال"]))
            || self.folded(self.start) == "خلال";
        let short = (self.start..self.end).any(|i| self.is(i, SHORT));
        lead && short && self.before(Gap::Stop).any(|i| self.is(i, COUNTED))
    }

    /// «وعلى صعيد إصابات فيروس …»: a sentence that turns to a disease of which nothing was told before.
    fn is_of_another_disease(&self) -> bool {
        const SIDES: &[&str] = &["صعيد", "سياق", "مقابل", "خصوص", "شان"];
        const DISEASES: &[&str] =
            &["فيروس", "وباء", "مرض", "حمي", "انفلونزا", "كورونا", "كوفيد", "جدري"];
        if !(1..3).any(|i| self.is(i, SIDES)) {
            return false;
        }
        let named = (2..9).find(|i| self.is(*i, DISEASES));
        let Some(named) = named else { return false };
        let generic = self.is(named, &["فيروس", "وباء", "مرض"]);
        let Some(word) = self.line.word(named + usize::from(generic)) else { return false };
        let text = self.line.cx.text;
        let name = text.slice(word.span).unwrap_or_default();
        let from = self.line.word(0).map_or(0, |word| word.span.start as usize);
        let before = text.as_str().get(..from).unwrap_or_default();
        !name.is_empty() && !before.contains(name.trim_start_matches("ال"))
    }

    /// «زلزال جديد بقوة», «أعقبه آخر بقوة», «هزات جديدة بلغت قوتها».
    fn is_other_quake(&self) -> bool {
        const QUAKES: &[&str] = &["زلزال", "هزه", "هزات"];
        const OTHER: &[&str] = &["جديد", "جديده", "ثان", "ثاني", "ثانيه", "اخر", "اخري"];
        const AFTER: &[&str] = &["اعقبه", "تلاه", "تبعه", "اعقبها", "تلتها", "اعقبته", "تلته"];
        const STRENGTH: &[&str] = &["درجه", "درجات", "ريختر"];
        let mut behind = self.before(Gap::Stop).take_while(|i| !self.is(*i, STRENGTH));
        behind.any(|i| {
            let quake = self.is(i, QUAKES) && (i + 1..i + 3).any(|next| self.is(next, OTHER));
            quake || AFTER.contains(&self.folded(i)) && self.is(i + 1, OTHER)
        })
    }

    /// «وفي سوريا، قتل 12», «وأعلنت الصحة السورية ارتفاع القتلى إلى 12»: one of the countries that a report
    /// tells of, and the part of one that a side of a war holds.
    fn led_by(&self, setting: &Setting, of_harm: bool) -> Option<String> {
        const WIDE: &[&str] = &["زلزال", "فيضان", "فيضانات", "سيول", "اعصار", "تسونامي", "عاصفه"];
        let mut near = (self.end..self.end + 5).chain(self.before(Gap::Stop));
        if let Some(holder) = near.find_map(|i| self.holder(i)) {
            return Some([HELD, holder].concat());
        }
        if !setting.is_of_countries() {
            return None;
        }
        let inside = |i: usize| ["في", "وفي", "ففي"].contains(&self.folded(i));
        let opens = (0..2).find(|i| inside(*i) && self.start < 2 * REACH);
        let opens = opens.and_then(|at| self.country_at(at + 1));
        // «الاشتباك في البلد» says where the clash was, not of which of the two the dead are.
        let wide = self.before(Gap::Comma).any(|i| self.is(i, WIDE));
        let within = || {
            let mut before = self.before(Gap::Comma).filter(|i| inside(*i));
            before.find_map(|i| self.country_at(i + 1)).filter(|_| wide)
        };
        // «وزارة الصحة السورية» counts the dead of its own country.
        let counted = || {
            self.before(Gap::Comma).find_map(|i| {
                let of = self.is(i.checked_sub(1)?, TELLERS);
                self.nation_at(i).filter(|_| of)
            })
        };
        // «قتل ستة في البلد», «على الجانب اليوناني»
        let behind = || {
            (self.end..self.end + 5)
                .take_while(|i| self.line.word(*i).is_some_and(|word| word.gap < Gap::Comma))
                .find_map(|i| match () {
                    () if inside(i) => self.country_at(i + 1),
                    () if self.is(i, &["جانب"]) => self.nation_at(i + 1),
                    () => None,
                })
        };
        // «وقال مسؤولون في البلد إن تسعة قتلوا»
        let told = || {
            let mut before = self.before(Gap::Comma).filter(|i| inside(*i));
            let at = before.find(|i| i.checked_sub(1).is_some_and(|i| self.is(i, TELLERS)));
            at.and_then(|at| self.country_at(at + 1))
        };
        let behind = of_harm.then(behind).flatten();
        opens.or(behind).or_else(within).or_else(counted).or_else(told)
    }

    /// The country of the adjective at a word.
    fn nation_at(&self, at: usize) -> Option<String> {
        let id = self.line.word(at).and_then(nation)?;
        (id.len() == 2).then(|| id.to_owned())
    }

    /// «مناطق المعارضة», «مناطق سيطرة الحكومة»: the side that holds the places named at a word.
    fn holder(&self, at: usize) -> Option<&str> {
        const SIDES: &[&str] = &[
            "معارضه",
            "حكومه",
            "حكوميه",
            "نظام",
            "متمردين",
            "مسلحين",
            "فصائل",
            "انفصاليين",
            "حوثيين",
            "جيش",
            "طالبان",
            "حركه",
        ];
        let places = self.is(at, &["مناطق", "اراضي", "مدن"]);
        let side = (at + 1..at + 5).find(|next| self.is(*next, SIDES)).filter(|_| places)?;
        self.line.word(side).map(Word::stem)
    }

    fn country_at(&self, at: usize) -> Option<String> {
        let span = self.line.word(at)?.span;
        let (cx, cast) = (&self.line.cx, self.line.cast);
        let mention = cast.at(cx.token_from(span.start))?;
        let entity = cast.entity(mention).filter(|entity| entity.sort == Sort::Place)?;
        let country = entity.canonical.is_ascii() && !entity.canonical.contains('/');
        country.then(|| entity.canonical.clone())
    }
}

#[cfg(test)]
mod tests;
