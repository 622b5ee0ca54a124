//! The reader's own topics, laid out behind the built-in tables: places in one text, and rows that
//! hold places in each other, as [`super::table`] has them. What the files hold is read in `user`.

use std::collections::{BTreeMap, HashMap};

use crate::text::InOrder;

use super::super::lexicon::{Stretch, add, opening, shared};
use super::file::{self, File, Slots, Zone, phrase, spread, stems, trigger};
use super::frame::{
    self, Attribute, AttributeValue, Attributes, Bit, Choice, Frame, FrameBits, Naming, Opening,
    Stem, Trigger,
};
use super::glance::{ending, wanted};
use super::table::{Row, Rows, Set, Text, Words, built_in};

/// The reader's tables, which go on where the built-in ones end.
pub struct Own {
    pub frames: Vec<Frame>,
    pub attributes: Vec<Attribute>,
    pub stems: HashMap<String, Stem>,
    /// As the built-in table of the same purpose.
    pub first_letters: [u64; 256],
    /// What is still to be laid out.
    known: BTreeMap<String, Known>,
    pub text: String,
    pub words: Vec<Text>,
    pub triggers: Vec<Trigger>,
    pub frame_bits: Vec<FrameBits>,
    pub sets: Vec<Attributes>,
    pub openings: Vec<Opening>,
    pub choices: Vec<Choice>,
}

/// What the reader's files say of a stem.
#[derive(Default)]
struct Known {
    triggers: Vec<Trigger>,
    heads: Attributes,
    values: Attributes,
    openings: Vec<Opening>,
    cues: Vec<Opening>,
    domains: Vec<String>,
}

impl Own {
    /// `None` where they are more than there is room for.
    pub fn new(file: File) -> Option<Self> {
        let mut own = Self {
            frames: Vec::new(),
            attributes: Vec::new(),
            stems: HashMap::new(),
            first_letters: [0; 256],
            known: BTreeMap::new(),
            text: String::new(),
            words: Vec::new(),
            triggers: Vec::new(),
            frame_bits: Vec::new(),
            sets: Vec::new(),
            openings: Vec::new(),
            choices: Vec::new(),
        };
        for frame in file.frame {
            own.add_frame(frame)?;
        }
        for attribute in file.attribute {
            own.add_attribute(attribute)?;
        }
        for domain in file.domain {
            for stem in domain.words.iter().filter_map(|word| stems(word).into_iter().next()) {
                own.known(stem).domains.push(domain.id.clone());
            }
        }
        for (form, known) in std::mem::take(&mut own.known) {
            let stem = own.stem(&form, known)?;
            own.stems.insert(form, stem);
        }
        Some(own)
    }

    fn add_frame(&mut self, frame: file::Frame) -> Option<()> {
        let index = u16::try_from(frame::built_in().0 + self.frames.len()).ok()?;
        for (zone, phrase) in frame.triggers() {
            let mut words = trigger(phrase).into_iter();
            let Some(first) = words.next() else { continue };
            let rest: Vec<_> = words.collect();
            let trigger = Trigger::new(index, &frame, zone, self.phrase(&rest)?, &rest);
            self.known(first).triggers.push(trigger);
        }
        let needs_with = !frame.with.is_empty();
        let frame = Frame {
            slots: Slots::of(&frame.slots),
            strict: list(frame.all_strict()),
            scope: list(frame.scope),
            key: text(frame.key),
            ar: self.place(&frame.ar)?,
            en: self.place(&frame.en)?,
            units: self.phrase(&frame.units)?,
            course: frame.course,
            weight: frame.weight,
            rank: frame.rank,
            needs_with,
            setting: frame.setting,
            part: frame.part,
            many: frame.many,
            domain: self.phrase(&frame.domain)?,
            outside: self.phrase(&frame.outside)?,
        };
        self.frames.push(frame);
        Some(())
    }

    fn add_attribute(&mut self, attribute: file::Attribute) -> Option<()> {
        let bit = Bit::of(frame::built_in().1 + self.attributes.len());
        for head in attribute.heads.iter().flat_map(|head| stems(head)) {
            self.known(head).heads.add(bit);
        }
        let cues = attribute.name.iter().flat_map(|naming| &naming.cues);
        let words = attribute.phrases().flatten().chain(cues);
        let words = words.flat_map(|phrase| spread(phrase));
        for first in words.filter_map(|phrase| stems(&phrase).into_iter().next()) {
            let known = self.known(first);
            known.values.add(bit);
            if attribute.heads.is_empty() {
                known.heads.add(bit);
            }
        }
        let place = u16::try_from(frame::built_in().1 + self.attributes.len()).ok()?;
        for (stem, phrases) in attribute.openings() {
            let opening = self.opening(place, phrases)?;
            self.known(stem).openings.push(opening);
        }
        for (stem, phrases) in attribute.cues() {
            let opening = self.opening(place, phrases)?;
            self.known(stem).cues.push(opening);
        }
        let values: Option<_> = attribute.value.iter().map(|value| self.value(value)).collect();
        let names: Option<_> = attribute.name.into_iter().map(|name| self.naming(name)).collect();
        let attribute = Attribute {
            key: text(attribute.key),
            ar: self.place(&attribute.ar)?,
            en: self.place(&attribute.en)?,
            weight: attribute.weight,
            progress: attribute.progress,
            by_day: attribute.by_day,
            deniable: attribute.deniable,
            many: attribute.many,
            reach: attribute.reach,
            after: attribute.after,
            scope: list(attribute.scope),
            names: list(names?),
            values: list(values?),
        };
        self.attributes.push(attribute);
        Some(())
    }

    /// What the reader's files say of a stem.
    fn known(&mut self, stem: String) -> &mut Known {
        if let Some((at, bit)) = opening(stem.as_bytes())
            && let Some(bits) = self.first_letters.get_mut(at)
        {
            *bits |= bit;
        }
        self.known.entry(stem).or_default()
    }

    /// All that ours know of a stem, to which the reader's is added.
    fn stem(&mut self, form: &str, known: Known) -> Option<Stem> {
        let ours = frame::built_in_stem(form);
        let Known { triggers, heads, values, openings, cues, domains } = known;
        let mut of = |all: fn(&Stem) -> Rows<Trigger>, is: fn(&Trigger) -> bool| {
            let mut all = ours.map_or(Vec::new(), |stem| all(stem).get().to_vec());
            all.extend(triggers.iter().filter(|trigger| is(trigger)));
            all.put_in_order_of(|trigger| -trigger.loudness());
            rows(&mut self.triggers, &all)
        };
        let calls = of(|stem| stem.calls, |one| !is_condition(one.zone))?;
        let conditions =
            of(|stem| stem.conditions, |one| one.zone == Zone::With && !one.rest.is_empty())?;
        let bars = of(|stem| stem.bars, |one| one.zone == Zone::Unless)?;
        let alone = triggers.iter().filter(|one| one.zone == Zone::With && one.rest.is_empty());
        let added = alone.map(|one| FrameBits { at: one.frame / 32, bits: 1 << (one.frame % 32) });
        let known = ours.map_or(&[][..], |stem| stem.condition.get()).iter().copied();
        let condition = rows(&mut self.frame_bits, &known.chain(added).collect::<Vec<_>>())?;
        let mut set = |all: fn(&Stem) -> Set, own: Attributes| {
            let ours = ours.map_or(Attributes::default(), |stem| all(stem).get());
            shared(&mut self.sets, built_in::SETS, ours.with(own)).map(Set)
        };
        let (heads, values) = (set(|stem| stem.heads, heads)?, set(|stem| stem.values, values)?);
        let mut opened = |all: fn(&Stem) -> Rows<Opening>, own: Vec<Opening>| {
            let ours = ours.map_or(&[][..], |stem| all(stem).get()).iter().copied();
            rows(&mut self.openings, &ours.chain(own).collect::<Vec<_>>())
        };
        let openings = opened(|stem| stem.openings, openings)?;
        let cues = opened(|stem| stem.cues, cues)?;
        let ours = ours.map_or(&[][..], |stem| stem.domains.get()).iter();
        let domains: Vec<_> = ours.map(|id| id.get().to_owned()).chain(domains).collect();
        let (form, domains) = (self.place(form)?, self.phrase(&domains)?);
        Some(Stem {
            form,
            calls,
            condition,
            conditions,
            bars,
            heads,
            values,
            openings,
            cues,
            domains,
        })
    }

    fn naming(&mut self, naming: file::Naming) -> Option<Naming> {
        let mut phrases = |words: Vec<String>| {
            words.iter().map(|one| self.phrase(&phrase(one))).collect::<Option<_>>()
        };
        let with = phrases(naming.with)?;
        let nouns: Vec<_> = naming.nouns.iter().flat_map(|noun| stems(noun)).collect();
        Some(Naming {
            with: list(with),
            stands: naming.stands,
            sorts: list(naming.sorts),
            nouns: self.phrase(&nouns)?,
        })
    }

    fn value(&mut self, value: &file::AttributeValue) -> Option<AttributeValue> {
        let (ar, en) = (self.place(&value.ar)?, self.place(&value.en)?);
        Some(AttributeValue { id: text(value.id.clone()), ar, en })
    }

    /// The phrases of an attribute that one stem opens.
    fn opening(&mut self, attribute: u16, phrases: Vec<(u16, Vec<String>)>) -> Option<Opening> {
        let one = |(value, words): (u16, Vec<String>)| {
            let (last, next) = (ending(&words), wanted(&words));
            Some(Choice { value, phrase: self.phrase(&words)?, last, next })
        };
        let phrases: Vec<_> = phrases.into_iter().map(one).collect::<Option<_>>()?;
        Some(Opening { attribute, phrases: rows(&mut self.choices, &phrases)? })
    }

    fn phrase(&mut self, words: &[String]) -> Option<Words> {
        let words: Vec<_> = words.iter().map(|word| self.place(word)).collect::<Option<_>>()?;
        rows(&mut self.words, &words)
    }

    fn place(&mut self, piece: &str) -> Option<Text> {
        let at = built_in::TEXT.len() + self.text.len();
        self.text.push_str(piece);
        Stretch::new(at, piece.len()).map(Text)
    }
}

/// Adds rows behind the built-in ones.
fn rows<T: Row>(table: &mut Vec<T>, all: &[T]) -> Option<Rows<T>> {
    add(table, T::BUILT_IN.len(), all).map(Rows::new)
}

/// A text that is kept to the end of the run.
fn text(text: String) -> &'static str {
    text.leak()
}

fn list<T>(all: Vec<T>) -> &'static [T] {
    all.leak()
}

/// Whether a word there calls for nothing by itself.
pub const fn is_condition(zone: Zone) -> bool {
    matches!(zone, Zone::With | Zone::Unless)
}
