//! What the topics know of a word: the stems that it may be a form of, and what they speak for.
//!
//! Begin with [`lemma`]. It is asked once for each word that is met.

use super::super::affix::without_first;
use super::frame::{
    Attributes, Bit, Choice, FrameBits, Opening, Stem, Trigger, look_up, may_be_known,
};
use super::glance::{ANY, letters};
use super::perfect::perfects;
use super::stem::{bases, stem};
use super::table::{Rows, Text, Words};
use super::words::is_form;

/// What the topics know of a word in all its readings.
#[derive(Clone, Copy, Debug, Default)]
pub struct Lemma {
    /// Where its readings begin.
    pub starts: Starts,
    /// How its readings begin ([`letters`]).
    pub letters: u32,
    /// Whether one of its stems is a head of an attribute or opens a value: of most words none is.
    marks: bool,
    /// The known stems of its readings, the fullest first.
    stems: [Option<&'static Stem>; READINGS],
    /// The first of them that has triggers.
    speaks: Option<&'static Stem>,
}

/// Readings of a word that are known at most; nobody has seen a fourth.
const READINGS: usize = 3;

impl Lemma {
    /// That of a word of which nothing is known.
    pub const NONE: Self = Self {
        starts: Starts::NONE,
        letters: 0,
        marks: false,
        stems: [None; READINGS],
        speaks: None,
    };

    /// The same, but speaking for no frame.
    #[must_use]
    pub fn silent(self) -> Self {
        Self { speaks: None, ..self }
    }

    /// Whether it has to do with no frame.
    pub fn is_silent(&self) -> bool {
        self.speaks.is_none()
    }

    /// What it calls for.
    #[inline]
    pub fn calls(&self) -> impl Iterator<Item = &'static Trigger> {
        self.speaks.map_or(&[][..], |stem| stem.calls.get()).iter()
    }

    /// Frames of which it is a condition by itself.
    #[inline]
    pub fn condition(&self) -> &'static [FrameBits] {
        self.speaks.map_or(&[], |stem| stem.condition.get())
    }

    /// Frames of which it is a condition with the words behind it, or in one form alone.
    #[inline]
    pub fn conditions(&self) -> impl Iterator<Item = &'static Trigger> {
        self.speaks.map_or(&[][..], |stem| stem.conditions.get()).iter()
    }

    /// Frames that it keeps out.
    #[inline]
    pub fn bars(&self) -> impl Iterator<Item = &'static Trigger> {
        self.speaks.map_or(&[][..], |stem| stem.bars.get()).iter()
    }

    /// What it says a report is about (`domains.toml`): by the fullest reading that says it.
    pub fn domains(&self) -> &'static [Text] {
        self.stems()
            .map(|stem| stem.domains)
            .find(|domains| !domains.is_empty())
            .map_or(&[], Words::get)
    }

    /// Whether it is a head of the attribute.
    #[inline]
    pub fn is_head(&self, bit: Bit) -> bool {
        self.marks && self.stems().any(|stem| stem.heads.get().has(bit))
    }

    /// Whether it opens a value of the attribute.
    #[inline]
    pub fn opens(&self, bit: Bit) -> bool {
        self.marks && self.stems().any(|stem| stem.values.get().has(bit))
    }

    /// Whether it is a head of any attribute.
    pub fn is_any_head(&self) -> bool {
        self.marks && self.stems().any(|stem| !stem.heads.is_empty())
    }

    /// Whether it opens a value of any attribute.
    pub fn opens_value(&self) -> bool {
        self.marks && self.stems().any(|stem| !stem.values.is_empty())
    }

    /// The attributes of which it is a head, and those of which it opens a value, if there are any.
    #[inline]
    pub fn attributes(&self) -> Option<(Attributes, Attributes)> {
        if !self.marks {
            return None;
        }
        self.stems()
            .filter(|stem| is_mark(stem))
            .map(|stem| (stem.heads.get(), stem.values.get()))
            .reduce(|(heads, values), more| (heads.with(more.0), values.with(more.1)))
    }

    /// Whether a stem that is known is one of its readings'.
    #[inline]
    pub fn is_of(&self, stem: &str) -> bool {
        self.stems().any(|own| own.form.is(stem))
    }

    /// The stem by which it is a head of the attribute.
    pub fn head(&self, bit: Bit) -> Option<&'static str> {
        self.stems().find(|stem| stem.heads.get().has(bit)).map(|stem| stem.form.get())
    }

    /// The phrases that it may open and that state a value of the attribute at a place among all,
    /// each with the stem by which it opens them.
    #[inline]
    pub fn openings(&self, attribute: u16) -> impl Iterator<Item = (Text, &'static Choice)> {
        let of_stem = move |stem: &'static Stem| stem.phrases(stem.openings, attribute);
        self.stems().flat_map(of_stem)
    }

    /// The cues that it may open beside which a name is a value of that attribute.
    #[inline]
    pub fn cues(&self, attribute: u16) -> impl Iterator<Item = (Text, &'static Choice)> {
        self.stems().flat_map(move |stem| stem.phrases(stem.cues, attribute))
    }

    #[inline]
    fn stems(&self) -> impl Iterator<Item = &'static Stem> {
        self.stems.iter().map_while(|stem| *stem)
    }
}

impl Stem {
    /// Of the phrases that it opens, those of one attribute.
    #[inline]
    fn phrases(
        &self,
        opened: Rows<Opening>,
        attribute: u16,
    ) -> impl Iterator<Item = (Text, &'static Choice)> + use<> {
        let form = self.form;
        let of = opened.get().iter().find(|opening| opening.attribute == attribute);
        of.map_or(&[][..], |opening| opening.phrases.get()).iter().map(move |one| (form, one))
    }
}

/// What is known of a folded word.
pub fn lemma(folded: &str) -> Lemma {
    let mut lemma = Lemma::NONE;
    // «و» and «ف» may be taken off any word ([`is_form`]).
    let joined = without_first(folded, ['و', 'ف']).unwrap_or(folded);
    lemma.letters = ANY | letters(folded.as_bytes()) | letters(joined.as_bytes());
    let mut free = lemma.stems.iter_mut();
    for base in bases(folded) {
        lemma.starts.add(folded.len() - base.len());
        lemma.letters |= letters(base.as_bytes());
        let known = may_be_known(base).then(|| look_up(stem(base))).flatten();
        if let Some((known, place)) = known.and_then(|known| Some((known, free.next()?))) {
            *place = Some(known);
        }
    }
    let marks = lemma.stems().any(is_mark);
    lemma.marks = marks;
    let own = lemma.stems().find(|stem| speaks(stem));
    // «وفي» has the letters of «وفيات» cut to its stem, and nobody has died.
    let meant =
        |trigger: &Trigger| trigger.form().is_none_or(|form| is_form(folded, lemma.starts, form));
    let own = own.filter(|stem| !stem.condition.is_empty() || triggers(stem).any(meant));
    let speaks = own.or_else(|| imperfect(folded));
    Lemma { speaks, ..lemma }
}

/// Whether a stem is a head of an attribute or opens a value of one.
fn is_mark(stem: &Stem) -> bool {
    !(stem.heads.is_empty() && stem.values.is_empty())
}

/// Whether a stem has triggers.
fn speaks(stem: &Stem) -> bool {
    !(stem.calls.is_empty()
        && stem.condition.is_empty()
        && stem.conditions.is_empty()
        && stem.bars.is_empty())
}

fn triggers(stem: &Stem) -> impl Iterator<Item = &'static Trigger> + use<> {
    stem.calls.get().iter().chain(stem.conditions.get()).chain(stem.bars.get())
}

/// Where the readings of a folded word begin: its proclitics are letters of two bytes, so that a bit
/// for each letter is enough.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Starts(u16);

impl Starts {
    /// Those of a word without readings.
    pub const NONE: Self = Self(0);

    /// Adds one that begins at a byte of the word.
    fn add(&mut self, byte: usize) {
        self.0 |= 1_u16.checked_shl((byte / 2) as u32).unwrap_or(0);
    }

    /// Whether a reading begins at a byte of the word.
    #[inline]
    pub const fn has(self, byte: usize) -> bool {
        byte < 32 && byte & 1 == 0 && self.0 >> (byte / 2) & 1 != 0
    }

    /// The bytes at which they begin.
    pub fn bytes(self) -> impl Iterator<Item = usize> {
        let mut left = self.0;
        std::iter::from_fn(move || {
            let next = (left != 0).then(|| 2 * left.trailing_zeros() as usize)?;
            left &= left - 1;
            Some(next)
        })
    }
}

/// What the perfect of an imperfect verb speaks for: «يرتفع» as «ارتفع», «ترفع» as «رفع».
fn imperfect(folded: &str) -> Option<&'static Stem> {
    let known = perfects(folded).into_iter().flatten().filter_map(|one| look_up(stem(&one)));
    known.into_iter().find(|stem| speaks(stem))
}

#[cfg(test)]
mod tests {
    use super::lemma;

    #[test]
    fn a_word_that_is_listed_in_one_form_speaks_in_no_other() {
        use crate::facts::{extract, testing::article};
        let topic = |text: &str| {
            let facts = extract(&article(text, "")).facts;
            let counted = facts.into_iter().find(|fact| {
                matches!(fact.kind, crate::facts::Kind::Count | crate::facts::Kind::Number)
            });
            counted.map(|fact| fact.topic.key)
        };
        assert_eq!(topic("قضى 26 شخصا في الزلزال.").as_deref(), Some("toll.killed"));
        let arrested = topic("عدد الموقوفين في قضية التفجير بلغ تسعة.");
        assert_eq!(arrested.as_deref(), Some("toll.arrested"));
        let there = topic("وفي القرية 40 شخصا يملكون مراكب صيد.");
        assert!(there.is_some_and(|key| key != "toll.killed"));
    }

    #[test]
    fn an_imperfect_speaks_as_its_perfect_does() {
        let frames = |word: &str| lemma(word).calls().map(|t| t.frame).collect::<Vec<_>>();
        assert!(!frames("رفع").is_empty());
        assert!(!frames("سترفع").is_empty());
        assert!(!frames("يجتمع").is_empty());
        // «يقتلون» has the shape of «اقتل» and is of «قتل».
        assert!(!frames("يقتلون").is_empty() && !frames("ينقلون").is_empty());
        assert!(frames("تجارب").is_empty());
    }
}
