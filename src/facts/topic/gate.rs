//! The counted noun decides first: a figure with a noun of its own is of a frame only when the
//! frame counts such things. A figure without one may be of any, unless «عدد» names its noun.

use std::ops::Range;

use super::super::entity::Sort;
use super::super::lexicon::{self, Class, Classes};
use super::super::{Fact, Kind, Unit, Value};
use super::frame::{Frame, Slot, Slots, Zone, frame_at};
use super::line::Line;
use super::stated::PREPOSITIONS;
use super::words::{Gap, Word};

/// What a figure counts or is measured in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Noun<'a> {
    /// Nothing that is said at the figure, or «حالة», which says nothing.
    Elided,
    /// An id of the lexicon.
    Known(&'a str),
    /// People by their form («ملثمين»), or by the lexicon.
    People,
    /// A noun that the lexicon does not know.
    Other,
    /// What is known to be another matter: «حالة إسهال».
    Foreign,
}

const DAY: f64 = 86_400.0;
/// A bare figure from which it may be a sum whose currency is left out.
const ELIDED: f64 = 1_000_000.0;

/// Nouns that say nothing of what is counted.
const GENERIC: &[&str] = &["case", "عدد", "امس", "اليوم", "غد", "صباح", "مساء", "اقل", "فقط"];
/// Words between «عدد» and its figure at most.
const NAMED: usize = 5;

impl<'a> Noun<'a> {
    /// The noun of the figure whose words are `at`.
    pub fn of(line: &Line<'a>, fact: &'a Fact, at: &Range<usize>) -> Self {
        let Value::Quantity(quantity) = &fact.value else { return Self::Elided };
        let noun = match &quantity.unit {
            Unit::Of(noun) | Unit::Measure(noun) => noun.as_str(),
            Unit::Second if quantity.low < DAY => return Self::Known("hour"),
            Unit::Second if quantity.low < 60.0 * DAY => return Self::Known("day"),
            Unit::Second => return Self::Known("year"),
            _ if fact.kind == Kind::Number || fact.kind == Kind::Count => "",
            _ => return Self::Elided,
        };
        if noun.is_empty() {
            return named(line, at.start);
        }
        if GENERIC.contains(&noun) {
            return complement(line, at.end);
        }
        if noun.is_ascii() {
            return Self::Known(noun);
        }
        let written = at.clone().rev().find_map(|i| line.word(i));
        if written.is_some_and(is_people) { Self::People } else { Self::Other }
    }

    /// Whether the noun keeps its figure out of what the noun itself seems to call for.
    pub fn is_foreign(self) -> bool {
        self == Self::Foreign
    }

    /// Whether a frame counts it. What stands right after a verb is its object, though the noun
    /// may be misspelt or unheard of.
    pub fn is_of(self, frame: &Frame, adjacent: bool) -> bool {
        let units = frame.units;
        match self {
            Self::Elided => true,
            Self::Known(id) => units.is_empty() || units.has(id),
            Self::People => units.is_empty() || units.has("person"),
            Self::Other => units.is_empty() || adjacent,
            Self::Foreign => units.is_empty(),
        }
    }
}

/// What «حالة» is a case of: «حالة وفاة» is told by the frames, «حالة إسهال» is another matter;
/// an adjective («حالة مؤكدة») says nothing of it.
fn complement<'a>(line: &Line<'a>, end: usize) -> Noun<'a> {
    let Some(word) = line.word(end).filter(|word| word.gap == Gap::Space) else {
        return Noun::Elided;
    };
    let particle = word.folded.chars().count() < 4 || word.folded.starts_with(['و', 'ب', 'ل', 'ف']);
    let adjective = word.folded.ends_with(['ه', 'ي']) || word.definite();
    let told = !word.lemma.is_silent();
    if particle || told || adjective { Noun::Elided } else { Noun::Foreign }
}

/// «عدد المحافظات المتضررة أربعا»: the noun that «عدد» names before a bare figure.
fn named<'a>(line: &Line<'a>, start: usize) -> Noun<'a> {
    let mut before = (start.saturating_sub(NAMED)..start).rev();
    let number = before.find(|i| {
        line.word(*i).is_some_and(|word| word.is(&["عدد", "اعداد"]))
            || line.word(i + 1).is_none_or(|word| word.gap >= Gap::Comma)
    });
    let counted = number.filter(|i| line.word(*i).is_some_and(|word| word.is(&["عدد", "اعداد"])));
    let Some(word) = counted.and_then(|i| line.word(i + 1)) else { return Noun::Elided };
    let other_figure = (start.saturating_sub(NAMED)..start).any(|i| {
        counted.is_some_and(|at| i > at) && line.figure.get(i).copied().flatten().is_some()
    });
    // A noun that frames know says by itself what is counted, unless they count things.
    let known = word.lemma.calls().any(|trigger| {
        trigger.zone != Zone::Own
            || frame_at(trigger.frame).is_some_and(|frame| frame.units.has("person"))
    });
    if other_figure || !word.definite() || known {
        return Noun::Elided;
    }
    match lexicon::find(word.folded).and_then(|found| found.entry.sense(Class::Counted)) {
        Some(sense) => Noun::Known(sense.id),
        None if is_people(word) => Noun::People,
        None => Noun::Other,
    }
}

/// The slots that a fact may fill.
pub fn slots(fact: &Fact) -> Slots {
    match (fact.kind, &fact.value) {
        (Kind::Count, Value::Quantity(q)) if q.unit == Unit::None => {
            Slots::of(&[Slot::Count, Slot::Number])
        }
        (Kind::Count | Kind::Number, Value::Quantity(q)) if is_point(&q.unit) => {
            Slots::of(&[Slot::Points, Slot::Count])
        }
        (Kind::Count, _) => Slots::of(&[Slot::Count]),
        // «يشترطون ثلاثين مليونا»: what they are of goes without saying.
        (Kind::Number, Value::Quantity(q)) if q.low >= ELIDED => {
            Slots::of(&[Slot::Count, Slot::Number, Slot::Money])
        }
        (Kind::Number, _) => Slots::of(&[Slot::Count, Slot::Number]),
        (Kind::Percent, Value::Quantity(q)) if q.unit == Unit::BasisPoint => {
            Slots::of(&[Slot::Points])
        }
        (Kind::Percent, _) => Slots::of(&[Slot::Percent]),
        (Kind::Money, _) => Slots::of(&[Slot::Money]),
        (Kind::Duration, _) => Slots::of(&[Slot::Duration]),
        (Kind::Date, _) => Slots::of(&[Slot::Date]),
        (Kind::Time, _) => Slots::of(&[Slot::Time]),
        (Kind::Score, _) => Slots::of(&[Slot::Score]),
        (Kind::Measure, Value::Quantity(q))
            if q.unit == Unit::BasisPoint || is_percentage_point(&q.unit) =>
        {
            Slots::of(&[Slot::Points])
        }
        (Kind::Measure, _) => Slots::of(&[Slot::Measure]),
        (Kind::Ordinal, _) => Slots::of(&[Slot::Ordinal]),
        _ => Slots::default(),
    }
}

/// «نقطة», which may be of interest rates or on an agenda.
fn is_point(unit: &Unit) -> bool {
    matches!(unit, Unit::Of(noun) if noun == "point")
}

/// «نقطة مئوية», of rates as of anything in a hundred.
fn is_percentage_point(unit: &Unit) -> bool {
    matches!(unit, Unit::Measure(symbol) if symbol == "pp")
}

/// The sound masculine plural is of people, and so are the nouns that the lexicon has.
fn is_people(word: &Word) -> bool {
    let letters = word.folded.chars().count();
    let sound = letters > 4 && (word.folded.ends_with("ين") || word.folded.ends_with("ون"));
    sound || lexicon::person(word.folded) || ["طالب", "طالبا", "طلاب"].contains(&word.folded)
}

/// «الهيئة العليا للانتخابات»: the vote in the name of a body is no vote on a day.
pub fn is_of_a_body(line: &Line, at: usize) -> bool {
    line.word(at).is_some_and(|word| {
        let token = line.cx.token_from(word.span.start);
        line.cast
            .at(token)
            .is_some_and(|mention| mention.sort == Sort::Body && mention.whole.start < token)
    })
}

/// What a time in a sentence that opens with a verb of saying is the time of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// As far as its place tells, of anything.
    Open,
    /// «صرحت الهيئة، مساء الأربعاء، بنتائج الانتخابات», «أعلن المستشفى يوم الجمعة وفاة المصاب»: not of what
    /// stands behind it.
    Before,
    /// «كشف رئيس لجنة التحقيق في الحادث، اليوم السبت، أن …»: of the saying and nothing else.
    Only,
}

impl Said {
    /// Of the time whose words are `at`.
    pub fn of(line: &Line, at: &Range<usize>) -> Self {
        let says = |word: &Word| line.cx.is(word.at(), Class::Saying);
        if !line.words.iter().take(2).any(says) {
            return Self::Open;
        }
        let that = |i: usize| line.word(i).is_some_and(|word| word.is(THAT));
        if (0..at.start).any(that) {
            return Self::Open;
        }
        // «اليوم السبت 14 مارس» may be read as two.
        let figure = |i: &usize| line.figure.get(*i).copied().flatten().is_some();
        let end = (at.end..line.words.len()).find(|i| !figure(i)).unwrap_or(at.end);
        if (end..end + 2).any(that) {
            return Self::Only;
        }
        let comma = |i: usize| line.word(i).is_some_and(|word| word.gap == Gap::Comma);
        let set_off = (at.start.saturating_sub(2)..=at.start).any(comma);
        if set_off || is_object(line, at.end) { Self::Before } else { Self::Open }
    }

    /// Whether the time may be that of what a word at `trigger` tells, where the time begins at `start`.
    pub fn admits(self, key: &str, trigger: usize, start: usize) -> bool {
        let barred = match self {
            Self::Open => false,
            Self::Before => trigger > start && HAPPENS.contains(&key),
            Self::Only => HAPPENS.contains(&key),
        };
        !barred
    }
}

/// What opens what is said.
pub const THAT: &[&str] = &["ان", "انه", "انها", "انهم", "بان", "بانه", "بانها"];

/// Days of what happens or is held: to tell of it is not to do it, as it is of a resignation.
const HAPPENS: &[&str] = &[
    "date.accident",
    "date.arrival",
    "date.attack",
    "date.birth",
    "date.crime",
    "date.death",
    "date.departure",
    "date.discovered",
    "date.end",
    "date.ended",
    "date.escape",
    "date.find",
    "date.first_case",
    "date.founded",
    "date.freed",
    "date.funeral",
    "date.match",
    "date.meeting",
    "date.missing",
    "date.oath",
    "date.opening",
    "date.race",
    "date.reopening",
    "date.restored",
    "date.start",
    "date.strongest_quake",
    "date.trial",
    "date.visit",
    "date.vote",
    "date.wedding",
];

/// «يوم الجمعة وفاة المصاب»: what was said stands right behind the time, with no preposition.
fn is_object(line: &Line, at: usize) -> bool {
    line.word(at).is_some_and(|word| {
        let long = word.folded.chars().count() > 3;
        let joined = word.folded.starts_with('و') && !word.is(&["وفاه", "وصول", "وقوع", "وجود"]);
        word.gap == Gap::Space && long && !joined && !word.is(PREPOSITIONS)
    })
}

/// «لتأجيل التنصيب», «نتيجة الانتخابات»: the word at `trigger` says what is put off, or what is told of,
/// unless the day that begins at `start` stands right behind it.
pub fn is_put_off(line: &Line, trigger: usize, start: usize) -> bool {
    const OF_IT: &[&str] = &[
        "تاجيل",
        "لتاجيل",
        "بتاجيل",
        "الغاء",
        "لالغاء",
        "منع",
        "لمنع",
        "عشيه",
        "نتيجه",
        "حمله",
        "مرشح",
        "قبيل",
    ];
    let before = trigger.checked_sub(1).and_then(|i| line.word(i));
    let of_it = |word: &Word| !word.definite() && word.is(OF_IT);
    // «طلبا لتأجيل التنصيب»: the putting off itself is what is asked for.
    let asked = line.word(trigger).is_some_and(|word| word.folded == "لتاجيل");
    trigger + 1 != start && (asked || before.is_some_and(of_it))
}

/// «منذ 2017», «منذ موسم 2015»: from then on, when nothing happened.
pub fn is_since(line: &Line, start: usize) -> bool {
    let before = |back: usize, forms: &[&str]| {
        start.checked_sub(back).and_then(|i| line.word(i)).is_some_and(|word| word.is(forms))
    };
    before(1, &["منذ"]) || before(2, &["منذ"]) && before(1, &["موسم", "نسخه", "دوره"])
}

/// «فقد أعلنت الرئاسة أن 22 نائبا …»: before a verb the word says «so», and nobody is lost.
pub fn is_so(line: &Line, at: usize) -> bool {
    const VERBS: Classes = Classes::of(&[Class::Saying, Class::Reach]);
    #[rustfmt::skip]
    const PERFECT: &[&str] = &[
        "وصل", "قتل", "اصيب", "ارتفع", "انخفض", "بدا", "جري", "تم", "كان", "شهد", "سجل", "تلقي",
        "حضر", "شارك", "صوت", "ايد", "نجا", "فقد", "لقي", "توفي",
    ];
    let so = line.word(at).is_some_and(|word| word.folded == "فقد");
    so && line.word(at + 1).is_some_and(|next| {
        let feminine = next.folded.ends_with('ت') && next.folded.chars().count() > 3;
        line.cx.is_one_of(next.at(), VERBS)
            || PERFECT.contains(&next.folded)
            || feminine && !next.folded.ends_with("ات")
    })
}

/// «3», «خمسة»: too few to be in a hundred, where nothing says that they are.
pub fn is_bare_and_small(line: &Line, facts: &[Fact], start: usize) -> bool {
    let figure = line.figure.get(start).copied().flatten();
    let fact = figure.and_then(|figure| facts.get(figure));
    fact.is_some_and(|fact| {
        fact.kind == Kind::Number
            && matches!(&fact.value, Value::Quantity(q) if q.low < 10.0 && q.low.fract() == 0.0)
    })
}

/// «بحسب مصدر في الوفد الزائر، …»: who tells it, named by the word at `trigger`, says nothing of what is
/// told behind the comma.
pub fn is_vouched_for(line: &Line, trigger: usize, start: usize) -> bool {
    // «بحسب حصيلة جديدة للقتلى» says what is counted.
    const FIGURES: &[&str] = &["حصيله", "عدد", "ارقام", "احصاء", "احصاءات", "سعر", "بيانات"];
    const VOUCHES: &[&str] = &["بحسب", "وبحسب", "حسب", "وفق", "وفقا"];
    /// Words between whoever vouches and «بحسب» at most.
    const LONGEST: usize = 6;
    let comma = |i: usize| line.word(i).is_none_or(|word| word.gap >= Gap::Comma);
    let from = trigger.saturating_sub(LONGEST);
    let vouches = |i: &usize| {
        line.word(*i).is_some_and(|word| VOUCHES.contains(&word.folded))
            && !line.word(i + 1).is_some_and(|word| word.is(FIGURES))
    };
    trigger < start
        && (from..trigger).rev().take_while(|i| !comma(i + 1)).any(|i| vouches(&i))
        && (trigger + 1..=start).any(comma)
}

/// «من أصل مليون», «منها 3 ملايين»: of what is counted before.
pub fn is_share_of(line: &Line, start: usize) -> bool {
    let before = start.checked_sub(1).and_then(|i| line.word(i));
    before.is_some_and(|word| word.is(&["اصل", "منها", "منه", "منهم"]))
}

#[cfg(test)]
mod tests {
    use crate::facts::{extract, testing::article};

    fn keys(text: &str) -> Vec<(String, String)> {
        let article = article(text, "2026-05-04");
        let facts = extract(&article).facts;
        let figures = facts.into_iter().filter(|fact| super::super::is_figure(fact.kind));
        figures
            .map(|fact| {
                (
                    article.text.slice(fact.span).unwrap_or_default().to_owned(),
                    fact.topic.key.into_owned(),
                )
            })
            .collect()
    }

    #[test]
    fn a_foreign_noun_keeps_a_figure_out_of_a_frame() {
        let keys = keys("أدى السيل إلى مقتل تسعة أشخاص وإغلاق 14 مدرسة.");
        assert!(keys.contains(&("تسعة أشخاص".into(), "toll.killed".into())), "{keys:?}");
        assert!(keys.iter().all(|(words, key)| !words.contains("مدرسة") || key != "toll.killed"));
    }

    #[test]
    fn a_noun_that_says_little_leaves_the_word_to_its_governor() {
        let keys = keys("ارتفع عدد الوفيات إلى خمس حالات في يومين.");
        assert!(keys.contains(&("خمس حالات".into(), "toll.killed".into())), "{keys:?}");
    }

    #[test]
    fn what_a_number_is_of_is_named_before_it() {
        let keys = keys("بعد مقتل سائق ارتفع عدد الطرق المقطوعة إلى ستة.");
        assert!(keys.iter().all(|(words, key)| words != "ستة" || key != "toll.killed"), "{keys:?}");
    }

    #[test]
    fn a_number_word_speaks_for_no_frame() {
        let keys = keys("وصلت أكثر من مئتي شاحنة.");
        assert!(keys.iter().all(|(_, key)| key != "toll.killed"), "{keys:?}");
    }
}
