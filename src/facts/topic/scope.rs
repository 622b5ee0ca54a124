//! What narrows a topic: of whom, in which round, where, per what, as part of what, when.
//!
//! Begin with [`of_frame`]. Only the facets that a frame asks for are looked for, since a wrong
//! one keeps claims apart that belong together.

use std::ops::Range;

use super::super::entity::Sort;
use super::super::{Facet, Fact, Kind, Topic, Unit, Value};
use super::choose::{Found, Line};
use super::setting::Setting;
use super::words::{Gap, Word};
use crate::text::Span;

/// A round that a text names, and whether what it tells is of that round («فاز في الجولة
/// الأولى») or looks ahead to it («تأهل إلى الجولة الثانية»).
#[derive(Debug)]
pub struct Round {
    pub at: usize,
    pub name: String,
    pub held: bool,
}

const ROUND_NOUNS: &[&str] = &["جوله", "دوره", "دور", "مرحله"];
const ORDINALS: &[(&str, &[&str])] = &[
    ("1", &["اولي", "اول", "لاولي"]),
    ("2", &["ثانيه", "ثاني"]),
    ("3", &["ثالثه", "ثالث"]),
    ("final", &["نهاييه", "نهايي", "ختاميه"]),
];
/// Words that look ahead: what follows them has not been held yet.
const AHEAD: &[&str] = &[
    "يتاهل",
    "تاهل",
    "تاهلا",
    "ليتاهلا",
    "ترشح",
    "ترشحت",
    "يخوض",
    "تخوض",
    "يتنافس",
    "مقرر",
    "تجري",
    "ستجري",
    "دعا",
    "دعوا",
    "يدعو",
    "يدعوان",
    "مقبله",
    "مقبل",
    "قادم",
    "قادمه",
    "يواجه",
    "سيواجه",
    "استعداد",
    "لصالح",
];

/// Every round that `words` name, in order.
pub fn rounds(words: &[Word]) -> Vec<Round> {
    words
        .windows(2)
        .enumerate()
        .filter_map(|(at, pair)| {
            let [noun, ordinal] = pair else { return None };
            if !noun.is(ROUND_NOUNS) || ordinal.gap > Gap::Mark {
                return None;
            }
            let name = ORDINALS.iter().find(|(_, forms)| ordinal.is(forms))?.0;
            Some(Round { at, name: name.to_owned(), held: !looks_ahead(words, at) })
        })
        .collect()
}

/// Whether the clause up to `at`, or the words right after it, look ahead.
fn looks_ahead(words: &[Word], at: usize) -> bool {
    let before =
        (0..at).rev().take(14).take_while(|i| words.get(i + 1).is_some_and(|w| w.gap < Gap::Comma));
    let clause = |i: &usize| words.get(*i).is_some_and(|word| word.gap < Gap::Comma);
    let after = ((at + 2)..(at + 6).min(words.len())).take_while(clause);
    let ahead = |i: usize| words.get(i).is_some_and(|word| word.is(AHEAD));
    before.chain(after).any(ahead)
}

/// The topics of a value that fills `found`: one, or one for each of several owners.
pub fn of_frame(
    line: &Line,
    setting: &Setting,
    facts: &[Fact],
    index: usize,
    at: Range<usize>,
    found: &Found,
) -> Vec<Topic> {
    let seeker = Seeker { line, setting, facts, index, at, found };
    let mut scope: Vec<_> = found
        .frame
        .scope
        .iter()
        .filter(|facet| **facet != Facet::Of)
        .filter_map(|facet| seeker.facet(*facet).map(|value| (*facet, value)))
        .collect();
    if let Some(qualifier) = seeker.counted() {
        scope.push((Facet::Qualifier, qualifier));
    }
    if seeker.preliminary() {
        scope.push((Facet::Qualifier, PRELIMINARY.into()));
    }
    let label = line.cx.text.slice(found.trigger).unwrap_or_default().to_owned();
    let topic = Topic { key: found.frame.key.to_owned(), label, scope };
    let owners = if found.frame.scope.contains(&Facet::Of) { seeker.owners() } else { Vec::new() };
    let with = |owner: String| {
        let mut topic = topic.clone();
        topic.scope.push((Facet::Of, owner));
        topic.scope.sort();
        topic
    };
    if owners.is_empty() { vec![topic] } else { owners.into_iter().map(with).collect() }
}

/// The qualifier of a figure that the report itself calls preliminary.
pub const PRELIMINARY: &str = "preliminary";

/// Tokens within which a statement names the outlet it was made to.
const SAID_NEAR: usize = 150;

struct Seeker<'a, 'b> {
    line: &'b Line<'a>,
    setting: &'b Setting,
    facts: &'b [Fact],
    index: usize,
    at: Range<usize>,
    found: &'b Found,
}

impl Seeker<'_, '_> {
    fn facet(&self, facet: Facet) -> Option<String> {
        match facet {
            Facet::Event => self.event(),
            Facet::Place => self.place(),
            Facet::Per => per(self.line, self.at.start + 1, self.at.end + 3),
            Facet::Part => part(self.line, &self.at).then(|| String::from("part")),
            Facet::When => self.when(),
            Facet::Qualifier => self.reach(self.at.clone()),
            _ => None,
        }
    }

    fn preliminary(&self) -> bool {
        let vote = self.found.frame.key.starts_with("vote.");
        vote && self.setting.preliminary
    }

    fn word(&self, at: usize) -> Option<&Word<'_>> {
        self.line.word(at)
    }

    fn event(&self) -> Option<String> {
        let key = self.found.frame.key;
        if key.starts_with("vote.") || key == "date.vote" {
            return self.round();
        }
        if key.starts_with("match.") || key.starts_with("goal.") {
            return self.leg();
        }
        if key == "date.statement" {
            return self.outlet();
        }
        self.earlier()
    }

    /// The outlet that the words were said to, in this sentence or the next ones.
    fn outlet(&self) -> Option<String> {
        let (cx, cast) = (&self.line.cx, self.line.cast);
        let from = self.line.tokens.start;
        let told = ["مقابله", "لمراسل", "مراسل", "حوار", "لقناه", "لشبكه", "قناه", "شبكه", "حديث"];
        cast.within(from..from + SAID_NEAR).iter().find_map(|mention| {
            let entity = cast.entity(mention).filter(|entity| entity.sort == Sort::Outlet)?;
            let before = mention.whole.start.saturating_sub(3)..mention.whole.start;
            let cue = before.into_iter().any(|at| {
                super::bases(cx.word(at)).chain([cx.word(at)]).any(|base| told.contains(&base))
            });
            cue.then(|| entity.canonical.clone())
        })
    }

    /// The round of a vote: the nearest of the sentence before the value, else after it, else
    /// that of the report.
    fn round(&self) -> Option<String> {
        let rounds = rounds(&self.line.words);
        let date = self.found.frame.key == "date.vote";
        let held = || rounds.iter().filter(|round| round.held || date);
        held()
            .filter(|round| round.at < self.at.start)
            .max_by_key(|round| round.at)
            .or_else(|| held().find(|round| round.at >= self.at.end))
            .map(|round| round.name.clone())
            .or_else(|| self.setting.round.clone())
    }

    /// The leg of a tie, or a score that was not the last.
    fn leg(&self) -> Option<String> {
        let clause = self.clause_before(9);
        let first = ["ذهاب", "ذهابا"];
        let words = &self.line.words;
        let after = (self.at.end..(self.at.end + 8).min(words.len())).take_while(|i| {
            let new = self.is(*i, &["رغم", "بعد", "بعدما", "قبل", "لكن"]);
            !new && words.get(*i).is_some_and(|word| word.gap < Gap::Comma)
        });
        if clause.clone().chain(after).any(|i| self.is(i, &first)) {
            return Some("leg1".into());
        }
        let running = [
            "متاخر",
            "متاخرا",
            "يتاخر",
            "متقدم",
            "متقدما",
            "يتقدم",
            "كانت",
            "دقيقه",
            "تاخر",
            "تقدم",
        ];
        if clause.clone().any(|i| self.is(i, &running)) {
            return Some("running".into());
        }
        let half = ["شوط"];
        clause.clone().any(|i| self.is(i, &half)).then(|| "half".into())
    }

    /// A value that held before («وكانت حصيلة سابقة», «بعدما كانت قيمتها»).
    fn earlier(&self) -> Option<String> {
        let forms = ["سابقه", "سابق", "سابقا", "كانت", "كان", "بعدما", "قبل"];
        let near = self.clause_before(5).any(|i| {
            self.is(i, &forms) && !(self.is(i, &["كان", "كانت", "قبل"]) && i + 3 < self.at.start)
        });
        near.then(|| String::from("earlier"))
    }

    fn is(&self, at: usize, forms: &[&str]) -> bool {
        self.word(at).is_some_and(|word| word.is(forms))
    }

    /// The words before the value up to the nearest break, at most `reach`.
    fn clause_before(&self, reach: usize) -> impl Iterator<Item = usize> + Clone {
        let start = self.at.start;
        let words = &self.line.words;
        (start.saturating_sub(reach)..start)
            .rev()
            .take_while(move |i| words.get(i + 1).is_some_and(|word| word.gap < Gap::Comma))
    }

    /// The part of the country that a figure is of, where the sentence or the report says so.
    fn place(&self) -> Option<String> {
        let said = (0..self.line.words.len()).find_map(|i| {
            let head = self.is(i, &["مقيمين", "اقتراع", "مقيم", "ولايات", "محافظه"]);
            let inside = self.word(i + 1).is_some_and(|word| word.folded == "في");
            let place = self.word(i + 2)?;
            (head && inside && self.is_place(place)).then(|| place.folded.to_owned())
        });
        said.or_else(|| self.setting.place.clone()).filter(|place| !self.setting.is_whole(place))
    }

    fn is_place(&self, word: &Word) -> bool {
        self.facts.iter().any(|fact| {
            fact.kind == Kind::Place
                && fact.span.overlaps(word.span)
                && matches!(fact.value, Value::Name(_))
        })
    }

    /// The month or day that a figure is of, where it stands beside it.
    fn when(&self) -> Option<String> {
        let dates = self
            .line
            .facts
            .clone()
            .filter_map(|i| self.facts.get(i))
            .filter(|fact| fact.kind == Kind::Date);
        let value = self.facts.get(self.index)?.span;
        let mut best: Option<(u32, String)> = None;
        for date in dates {
            let Value::Date(when) = &date.value else { continue };
            let (from, to) = (date.span.end.min(value.end), date.span.start.max(value.start));
            let between =
                self.line.cx.text.slice(Span::new(from as usize, to as usize)).unwrap_or_default();
            let after = date.span.start >= value.end;
            let gap = to.saturating_sub(from) + if after { 0 } else { 40 };
            let apart = between.contains(['،', '.', ';']) && !after || between.contains('.');
            if gap < 160 && !apart && best.as_ref().is_none_or(|(least, _)| gap < *least) {
                best = Some((gap, when.first.to_string()));
            }
        }
        best.map(|(_, date)| date)
    }

    /// What is counted, where it is no mere person and the frame was not called by the noun
    /// itself («مقتل خمسة أطفال»).
    fn counted(&self) -> Option<String> {
        let Value::Quantity(quantity) = &self.facts.get(self.index)?.value else { return None };
        let Unit::Of(noun) = &quantity.unit else { return None };
        let strict = self.found.frame.strict.contains(&Facet::Qualifier);
        if !strict {
            return None;
        }
        if let Some(group) = self.group() {
            return Some(group);
        }
        (!self.found.own && noun != "person" && !is_person(noun) && noun.ends_with('ي'))
            .then(|| noun.clone())
    }

    /// Some of the people only, by what they are: children, soldiers, tourists.
    fn group(&self) -> Option<String> {
        let groups = [
            "طفل",
            "اطفال",
            "رضيع",
            "رضع",
            "امراه",
            "نساء",
            "سيدات",
            "شرطي",
            "جندي",
            "جنود",
            "عسكري",
            "مدني",
            "صحفي",
            "صحافي",
            "مسعف",
            "طالب",
            "طلاب",
            "تلميذ",
            "تلاميذ",
            "عامل",
            "عمال",
            "سايح",
            "سياح",
            "ضابط",
            "ضباط",
            "مسلح",
            "مقاتل",
            "مسافر",
            "اجنبي",
            "اجانب",
            "شرط",
        ];
        (self.at.start..=self.at.end).find_map(|i| {
            let word = self.word(i).filter(|word| i == self.at.start || word.gap <= Gap::Mark)?;
            let mut forms = super::bases(word.folded).map(super::stem).chain([word.folded]);
            forms.find(|form| groups.contains(form)).map(str::to_owned)
        })
    }

    /// «محلي» or «وطني», for what a city and a state may each declare.
    fn reach(&self, at: Range<usize>) -> Option<String> {
        let near = at.start.saturating_sub(6)..(at.end + 4).min(self.line.words.len());
        let kind = |i: usize| {
            if self.is(i, &["وطني", "وطنيا", "عام", "رسمي", "قومي"]) {
                Some("national")
            } else if self.is(i, &["محلي", "محليا", "مدينه", "بلديه", "عمده"])
            {
                Some("local")
            } else {
                None
            }
        };
        near.clone()
            .find_map(kind)
            .or_else(|| (0..self.line.words.len()).find_map(kind))
            .map(str::to_owned)
    }

    /// Whose value it is: the names it is told of.
    fn owners(&self) -> Vec<String> {
        if let Some(thing) = self.aged() {
            return vec![thing];
        }
        if self.is(self.at.end, &["لكل"])
            && self.is(self.at.end + 1, &["منهما", "منهم", "منها", "واحد"])
        {
            let all: Vec<_> = self.names_before().map(|(name, _)| name).collect();
            let count = if self.is(self.at.end + 1, &["منهما"]) { 2 } else { all.len() };
            return all.into_iter().take(count).collect();
        }
        let after = self.name_after();
        let against = self.at.start > 0 && self.is(self.at.start - 1, &["مقابل"]);
        let before =
            self.names_before().next().map(|(name, end)| (self.stranger(end).unwrap_or(name), end));
        let owner = match (before, after) {
            (_, Some((name, _))) if against => Some(name),
            (Some((name, _)), _) | (None, Some((name, true))) => Some(name),
            _ => None,
        };
        owner.into_iter().collect()
    }

    /// Whose age it is, where «عمر» says so: «عمر الطائرة 12 عاما», «الطائرة التي عمرها».
    fn aged(&self) -> Option<String> {
        if self.found.frame.key != "person.age" {
            return None;
        }
        let at = (self.at.start.saturating_sub(4)..self.at.start).rev().find(|i| {
            self.word(*i)
                .is_some_and(|word| super::bases(word.folded).any(|base| base.starts_with("عمر")))
        })?;
        let word = self.word(at)?;
        let idafa = word.folded.ends_with("عمر");
        let owner = if idafa { self.word(at + 1)? } else { self.word(at.checked_sub(1)?)? };
        let thing = owner.definite().then(|| owner.stem().to_owned());
        thing.filter(|_| owner.gap < Gap::Comma || !idafa)
    }

    /// Names before the value in its sentence, nearest first, each once; a coordinated pair
    /// counts as two.
    fn names_before(&self) -> impl Iterator<Item = (String, u32)> + '_ {
        let start = self.facts.get(self.index).map_or(0, |fact| fact.span.start);
        let mut seen = Vec::new();
        self.named()
            .rev()
            .filter(move |(_, span)| span.end <= start && !self.is_opponent(*span))
            .filter_map(move |(name, span)| {
                let fresh = !seen.contains(&name);
                seen.push(name.clone());
                fresh.then_some((name, span.start))
            })
    }

    /// Whether the words before a name make its bearer the other side («على منافسه»).
    fn is_opponent(&self, span: Span) -> bool {
        let at = self.line.words.partition_point(|word| word.span.end <= span.start);
        let rivals =
            ["منافسه", "منافسته", "منافسيه", "غريمه", "غريمته", "خصمه", "خصمها", "منافسها", "حساب"];
        (at.saturating_sub(4)..=at).any(|i| {
            self.is(i, &rivals)
                && self
                    .word(i)
                    .is_some_and(|word| word.span.start <= span.start || span.covers(word.span))
        })
    }

    /// Somebody without a name who stands between the last name and the value («ورجل في …»).
    fn stranger(&self, from: u32) -> Option<String> {
        let people = [
            "رجل",
            "امراه",
            "سيده",
            "طفل",
            "طفله",
            "شاب",
            "شابه",
            "فتاه",
            "طالب",
            "طالبه",
            "مواطن",
            "عجوز",
            "صبي",
            "مسن",
        ];
        (0..self.at.start).rev().find_map(|i| {
            let word = self.word(i).filter(|word| word.span.start >= from && !word.definite())?;
            let base = super::bases(word.folded).find(|base| people.contains(base))?;
            Some(base.to_owned())
        })
    }

    /// The name right after the value, and whether «ل» ties it to the value.
    fn name_after(&self) -> Option<(String, bool)> {
        let end = self.facts.get(self.index)?.span.end;
        let (name, span) = self.named().find(|(_, span)| span.start >= end)?;
        let words =
            self.line.words.iter().filter(|w| w.span.start >= end && w.span.start < span.start);
        let between: Vec<_> = words.collect();
        let tied = between.first().is_some_and(|word| word.folded.starts_with('ل'))
            || self.line.cx.text.slice(span).is_some_and(|s| s.starts_with('ل'));
        (between.len() <= 6 && between.iter().all(|word| word.gap < Gap::Comma))
            .then_some((name, tied))
    }

    fn overlaps_figure(&self, span: Span) -> bool {
        let figures = self.line.figure.iter().zip(&self.line.words);
        figures.into_iter().any(|(figure, word)| figure.is_some() && word.span.overlaps(span))
    }

    /// People and bodies that the sentence mentions, in order.
    fn named(&self) -> impl DoubleEndedIterator<Item = (String, Span)> + '_ {
        let (cx, cast) = (&self.line.cx, self.line.cast);
        cast.within(self.line.tokens.clone()).iter().filter_map(move |mention| {
            let entity = cast.entity(mention)?;
            // «المركز الأول» is no centre.
            if self.overlaps_figure(cx.span(mention.name.start, mention.name.end)) {
                return None;
            }
            let owner =
                matches!(entity.sort, Sort::Person | Sort::Body) && !entity.canonical.is_empty();
            owner.then(|| {
                (entity.canonical.clone(), cx.span(mention.whole.start, mention.whole.end))
            })
        })
    }
}

/// Nouns for people as such.
pub fn is_person(noun: &str) -> bool {
    ["person", "شخص", "اشخاص", "انسان", "فرد", "افراد", "اخر", "نسمه", "مواطن", "اخرين", "عدد"]
        .contains(&noun)
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
            return (!each.is(&["منهما", "منهم", "منها", "من"])).then(|| each.stem().to_owned());
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

/// «بينهم», «من بينهم», «منهم» at the value.
pub fn part(line: &Line, at: &Range<usize>) -> bool {
    let among = ["بينهم", "بينهن", "بينها", "منهم", "منهن", "منها", "ضمنهم"];
    let before = (1..=2).any(|back| {
        at.start.checked_sub(back).and_then(|i| line.word(i)).is_some_and(|word| word.is(&among))
    });
    let some = (at.end..at.end + 3)
        .any(|i| line.word(i).is_some_and(|word| word.is(&["بعض"]) && word.gap < Gap::Comma));
    before || some
}
