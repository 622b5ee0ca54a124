//! Of whom a value is: names before it, after it, and those that are no owners.

use super::super::super::lexicon::{self, Class};
use super::super::super::{Quantity, Unit, Value};
use super::super::bearer::is_kin_of;
use super::{Gap, Seeker, Sort, Span};

/// What is done to somebody whom a pronoun names.
const PUNISHED: &[&str] = &["سجن", "حبس", "معاقبت", "ادانت", "بحق", "حق", "علي", "تغريم", "عمر"];
/// Mentions before the sentence among which the person is looked for.
const NAMED_BEFORE: usize = 12;

impl Seeker<'_, '_> {
    /// Whose value it is: the names it is told of.
    pub(super) fn owners(&self) -> Vec<String> {
        if let Some(thing) = self.aged() {
            return vec![thing];
        }
        if self.key() == "delegation.size" {
            let sentence = self.line.tokens.clone();
            return super::super::super::outcome::side(&self.line.cx, sentence)
                .into_iter()
                .collect();
        }
        if self.key().starts_with("medals.") {
            return self.country().into_iter().collect();
        }
        if let Some(many) = self.shared_by() {
            return vec![many];
        }
        // «تتراوح أعمارهم»: of several, and never of the one who says so.
        if self.key() == "person.age" && self.is_of_several() {
            return vec!["اعمار".to_owned()];
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
        let before = self
            .names_before()
            .next()
            .map(|(name, end)| (self.stranger(end).unwrap_or(name), end))
            .filter(|(_, start)| !(self.is_of_person() && is_kin_of(&self.line.words, *start)));
        // «حكم بالسجن سبع سنوات على فلان»: the person is told after the term.
        let person = self.is_of_person();
        let owner = match (before, after) {
            (_, Some((name, _))) if against => Some(name),
            (_, Some((name, true))) if person => Some(name),
            (Some((name, _)), _) | (None, Some((name, true))) => Some(name),
            _ => None,
        };
        let owner = owner.or_else(|| person.then(|| self.carried()).flatten());
        let aged = self.key() == "person.age";
        let owner = owner.or_else(|| aged.then(|| self.somebody()).flatten());
        owner.into_iter().collect()
    }

    /// «أعمارهم», «أعمار الضحايا», shortly before the value.
    fn is_of_several(&self) -> bool {
        let mut near = (self.at.start.saturating_sub(6)..self.at.start).rev();
        near.any(|i| self.word(i).is_some_and(|word| word.folded.contains("اعمار")))
    }

    /// Whether «بينما» or «في حين» stands between a name that ends at `from` and the value: what follows
    /// has a subject of its own.
    fn turns_after(&self, from: u32) -> bool {
        let between = (0..self.at.start).rev().map_while(|i| self.word(i));
        let mut between = between.take_while(|word| word.span.start >= from);
        between.any(|word| matches!(word.folded, "بينما" | "فيما" | "حين"))
    }

    /// The country that wins, by its name or its adjective («المنتخب الجزائري»): the nearest before
    /// the value.
    fn country(&self) -> Option<String> {
        (0..self.at.start).rev().find_map(|i| {
            let found = lexicon::find(self.word(i)?.folded)?.entry;
            let sense = found.sense(Class::Place).or_else(|| found.sense(Class::Nisba))?;
            sense.id.split('/').next().map(str::to_owned)
        })
    }

    /// «وتقاسمت خمسة أحزاب 18 مقعدا»: the figure right before the value is its owner.
    fn shared_by(&self) -> Option<String> {
        let before = self.at.start.checked_sub(1)?;
        let owner = self.line.figure.get(before).copied().flatten()?;
        let noun = |index: usize| match &self.facts.get(index)?.value {
            Value::Quantity(Quantity { unit: Unit::Of(noun), .. }) => Some(noun.clone()),
            _ => None,
        };
        let owner = noun(owner).filter(|noun| !noun.is_empty())?;
        (noun(self.index).is_some_and(|mine| mine != owner)).then_some(owner)
    }

    /// Years of prison and of life, goals and cards are of people.
    fn is_of_person(&self) -> bool {
        ["prison.", "person.", "goal.", "card.", "fine."]
            .iter()
            .any(|key| self.key().starts_with(key))
    }

    /// The person last named before the sentence, whom its pronoun means («بسجنه»).
    fn carried(&self) -> Option<String> {
        let pronoun = (self.at.start.saturating_sub(5)..self.at.start).any(|i| {
            self.word(i).is_some_and(|word| {
                let stem = word.folded.strip_suffix("ها").or_else(|| word.folded.strip_suffix('ه'));
                stem.is_some_and(|stem| PUNISHED.iter().any(|verb| stem.ends_with(verb)))
            })
        });
        let (cast, start) = (self.line.cast, self.line.tokens.start);
        let before = cast.mentions.get(..cast.from(start))?;
        let people = before.iter().rev().take(NAMED_BEFORE).filter_map(|m| cast.entity(m));
        let person = people.into_iter().find(|entity| entity.sort == Sort::Person)?;
        (pronoun && !person.canonical.is_empty()).then(|| person.canonical.clone())
    }

    /// Whose age it is, where «عمر» says so: «عمر الطائرة 12 عاما», «الطائرة التي عمرها».
    pub(super) fn aged(&self) -> Option<String> {
        if self.key() != "person.age" {
            return None;
        }
        let at = (self.at.start.saturating_sub(4)..self.at.start).rev().find(|i| {
            self.word(*i).is_some_and(|word| {
                super::super::bases(word.folded).any(|base| base.starts_with("عمر"))
            })
        })?;
        let word = self.word(at)?;
        let idafa = word.folded.ends_with("عمر");
        let owner = if idafa { self.word(at + 1)? } else { self.word(at.checked_sub(1)?)? };
        let thing = owner.definite().then(|| owner.stem().to_owned());
        thing.filter(|_| owner.gap < Gap::Comma || !idafa)
    }

    /// Names before the value in its sentence, nearest first, each once; a coordinated pair
    /// counts as two.
    pub(super) fn names_before(&self) -> impl Iterator<Item = (String, u32)> + '_ {
        let start = self.facts.get(self.index).map_or(0, |fact| fact.span.start);
        let person = self.is_of_person();
        let mut seen = Vec::new();
        self.named()
            .rev()
            .filter(move |(_, span)| span.end <= start && !self.is_opponent(*span))
            .filter(move |(_, span)| person || !self.turns_after(span.end))
            .filter_map(move |(name, span)| {
                let fresh = !seen.contains(&name);
                seen.push(name.clone());
                fresh.then_some((name, span.start))
            })
    }

    /// Whether the words before a name make its bearer the other side («على منافسه»).
    pub(super) fn is_opponent(&self, span: Span) -> bool {
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
    pub(super) fn stranger(&self, from: u32) -> Option<String> {
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
            let base = super::super::bases(word.folded).find(|base| people.contains(base))?;
            Some(base.to_owned())
        })
    }

    /// «الطفل البالغ خمس سنوات», «شاب عمره 22 عاما»: somebody without a name, by what they are.
    fn somebody(&self) -> Option<String> {
        const PEOPLE: &[&[&str]] = &[
            &["طفل", "طفله", "رضيع", "صبي"],
            &["شاب"],
            &["فتاه", "شابه"],
            &["رجل"],
            &["امراه", "سيده"],
            &["سايق"],
            &["طالب", "طالبه", "تلميذ"],
            &["ضحيه", "قتيل"],
            &["مسن", "عجوز"],
            &["مشتبه", "متهم", "مهاجم", "قاتل", "منفذ"],
        ];
        let near = (self.at.start.saturating_sub(9)..self.at.start).rev();
        let mut clause = near.take_while(|i| !self.is_figure_at(*i));
        clause.find_map(|i| {
            let word = self.word(i)?;
            let kind = PEOPLE.iter().find(|kind| word.is(kind))?;
            kind.first().map(|first| (*first).to_owned())
        })
    }

    /// The name right after the value, and whether «ل» ties it to the value.
    pub(super) fn name_after(&self) -> Option<(String, bool)> {
        let end = self.facts.get(self.index)?.span.end;
        let (name, span) = self.named().find(|(_, span)| span.start >= end)?;
        let words =
            self.line.words.iter().filter(|w| w.span.start >= end && w.span.start < span.start);
        let between: Vec<_> = words.collect();
        let onto = ["علي", "بحق", "ضد"];
        let in_right = between.iter().any(|word| ["حق", "بحق"].contains(&word.folded));
        let tied = in_right
            || between
                .first()
                .is_some_and(|word| word.folded.starts_with('ل') || onto.contains(&word.folded))
            || self.line.cx.text.slice(span).is_some_and(|s| s.starts_with('ل'));
        (between.len() <= 6 && between.iter().all(|word| word.gap < Gap::Comma))
            .then_some((name, tied))
    }

    pub(super) fn overlaps_figure(&self, span: Span) -> bool {
        let figures = self.line.figure.iter().zip(&self.line.words);
        figures.into_iter().any(|(figure, word)| figure.is_some() && word.span.overlaps(span))
    }

    /// People and bodies that the sentence mentions, in order.
    pub(super) fn named(&self) -> impl DoubleEndedIterator<Item = (String, Span)> + '_ {
        let (cx, cast) = (&self.line.cx, self.line.cast);
        cast.within(self.line.tokens.clone()).iter().filter_map(move |mention| {
            let entity = cast.entity(mention)?;
            // «المركز الأول» is no centre.
            if self.overlaps_figure(cx.span(mention.name.start, mention.name.end)) {
                return None;
            }
            let body = entity.sort == Sort::Body && !self.is_of_person();
            let owner = (entity.sort == Sort::Person || body) && !entity.canonical.is_empty();
            let span = cx.span(mention.whole.start, mention.whole.end);
            owner.then(|| (entity.canonical.clone(), span))
        })
    }
}
