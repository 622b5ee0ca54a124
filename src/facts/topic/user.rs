//! The reader's own topics: `*.toml` in a folder, of the same form as `assets/topics/*.toml`.
//!
//! They are read once, before the first article, and kept as long as the program runs. Frames
//! and attributes go on where ours end; a word that ours know speaks for theirs as well.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::sync::OnceLock;

use super::super::lexicon::{Stretch, add, opening, own_files, shared, wrong};
use super::file::{
    self, FARTHEST, File, Slots, Zone, openings, parse, phrase, spread, stems, trigger,
};
use super::frame::{
    self, Attribute, AttributeValue, Attributes, Bit, Choice, Frame, Naming, Opening, Stem, Trigger,
};
use super::parse::Fault;
use super::table::{Called, Row, Rows, Set, Text, Words, built_in};
use crate::error::Problem;
use crate::order::InOrder;

/// The reader's tables, which go on where the built-in ones end.
struct Own {
    frames: Vec<Frame>,
    attributes: Vec<Attribute>,
    stems: HashMap<String, Stem>,
    /// As the built-in table of the same purpose.
    first_letters: [u64; 256],
    /// What is still to be laid out.
    known: BTreeMap<String, Known>,
    text: String,
    words: Vec<Text>,
    called: Vec<Called>,
    triggers: Vec<Trigger>,
    sets: Vec<Attributes>,
    openings: Vec<Opening>,
    choices: Vec<Choice>,
}

/// What the reader's files say of a stem.
#[derive(Default)]
struct Known {
    triggers: Vec<(Called, Trigger)>,
    heads: Attributes,
    values: Attributes,
    domains: Vec<String>,
}

static USER: OnceLock<Own> = OnceLock::new();

pub(super) fn frames() -> &'static [Frame] {
    USER.get().map_or(&[], |own| &own.frames)
}

pub(super) fn attributes() -> &'static [Attribute] {
    USER.get().map_or(&[], |own| &own.attributes)
}

pub(super) fn text_of_all() -> &'static str {
    USER.get().map_or("", |own| &own.text)
}

pub(super) fn words() -> &'static [Text] {
    USER.get().map_or(&[], |own| &own.words)
}

pub(super) fn called() -> &'static [Called] {
    USER.get().map_or(&[], |own| &own.called)
}

pub(super) fn triggers() -> &'static [Trigger] {
    USER.get().map_or(&[], |own| &own.triggers)
}

pub(super) fn sets() -> &'static [Attributes] {
    USER.get().map_or(&[], |own| &own.sets)
}

pub(super) fn openings_of_all() -> &'static [Opening] {
    USER.get().map_or(&[], |own| &own.openings)
}

pub(super) fn choices() -> &'static [Choice] {
    USER.get().map_or(&[], |own| &own.choices)
}

#[inline]
pub(super) fn stem(stem: &str) -> Option<&'static Stem> {
    USER.get()?.stems.get(stem)
}

#[inline]
pub(super) fn opens(at: usize, bit: u64) -> bool {
    USER.get().is_some_and(|own| own.first_letters.get(at).is_some_and(|bits| bits & bit != 0))
}

/// Adds every `*.toml` of `folder` to the topics, in order of name; tells which files were wrong.
/// A file that is wrong adds nothing, the others hold. A folder that is not there adds nothing.
pub fn add_folder(folder: &Path) -> Vec<Problem> {
    let (parsed, mut problems) =
        own_files(folder, |source| Ok((source.to_owned(), parse(source)?)));
    let mut all = File::default();
    for (path, (source, file)) in parsed {
        match check(&source, &file, &all) {
            Ok(()) => all.extend(file),
            Err(fault) => problems.push(wrong(&path, &fault)),
        }
    }
    if !(all.frame.is_empty() && all.attribute.is_empty() && all.domain.is_empty()) {
        match Own::new(all) {
            // Only the first folder of a run is taken.
            Some(own) => drop(USER.set(own)),
            None => problems.push(Problem::of("problem-lexicon-full", folder)),
        }
    }
    problems
}

/// What the form of a file alone does not tell: a word too many, a name that nothing has.
fn check(source: &str, file: &File, before: &File) -> Result<(), Fault> {
    let told = |id: &str| [file, before].iter().any(|f| f.domain.iter().any(|d| d.id == id));
    for id in file.frame.iter().flat_map(|frame| frame.domain.iter().chain(&frame.outside)) {
        if !told(id) && !frame::is_domain(id) {
            return Err(at(source, id, format!("there is no domain \"{id}\"")));
        }
    }
    let silent = |frame: &&file::Frame| frame.triggers().all(|(zone, _)| is_condition(zone));
    if let Some(silent) = file.frame.iter().find(silent) {
        let message = "no word calls for this frame: give it own, before, after or near";
        return Err(at(source, &silent.key, message.to_owned()));
    }
    let known = frame::built_in().1 + before.attribute.len();
    for (number, attribute) in file.attribute.iter().enumerate() {
        let key = &attribute.key;
        let earlier = file.attribute.iter().take(number).chain(&before.attribute);
        if frame::attribute(key).is_some() || earlier.into_iter().any(|a| a.key == *key) {
            let message =
                format!("there is an attribute \"{key}\" already; give yours another key");
            return Err(at(source, key, message));
        }
        if known + number >= Attributes::MOST {
            return Err(at(source, key, format!("more than {} attributes", Attributes::MOST)));
        }
        if attribute.is_too_far() {
            let message =
                format!("\"{key}\" reaches too far: its head may stand {FARTHEST} words off");
            return Err(at(source, key, message));
        }
    }
    Ok(())
}

const fn is_condition(zone: Zone) -> bool {
    matches!(zone, Zone::With | Zone::Unless)
}

/// A fault at the first line that has `word` in quotation marks.
fn at(source: &str, word: &str, message: String) -> Fault {
    let quoted = format!("\"{word}\"");
    let line = source.lines().position(|line| line.contains(&quoted)).map_or(1, |line| line + 1);
    Fault { line, message }
}

impl Own {
    /// `None` where they are more than there is room for.
    fn new(file: File) -> Option<Self> {
        let mut own = Self {
            frames: Vec::new(),
            attributes: Vec::new(),
            stems: HashMap::new(),
            first_letters: [0; 256],
            known: BTreeMap::new(),
            text: String::new(),
            words: Vec::new(),
            called: Vec::new(),
            triggers: Vec::new(),
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
            let more = rest.iter().filter(|word| !word.starts_with('=')).count();
            let trigger = Trigger::new(index, &frame, zone, self.phrase(&rest)?, more);
            let called = Called(shared(&mut self.triggers, built_in::TRIGGERS, trigger)?);
            self.known(first).triggers.push((called, trigger));
        }
        let needs_with = !frame.with.is_empty();
        let frame = Frame {
            slots: Slots::of(&frame.slots),
            strict: list(frame.all_strict()),
            scope: list(frame.scope),
            key: text(frame.key),
            ar: text(frame.ar),
            en: text(frame.en),
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
        let words = attribute.value.iter().flat_map(|value| &value.words).chain(cues);
        let words = words.flat_map(|phrase| spread(phrase));
        for first in words.filter_map(|phrase| stems(&phrase).into_iter().next()) {
            let known = self.known(first);
            known.values.add(bit);
            if attribute.heads.is_empty() {
                known.heads.add(bit);
            }
        }
        let names: Option<_> = attribute.name.into_iter().map(|name| self.naming(name)).collect();
        let attribute = Attribute {
            key: text(attribute.key),
            ar: text(attribute.ar),
            en: text(attribute.en),
            weight: attribute.weight,
            progress: attribute.progress,
            by_day: attribute.by_day,
            deniable: attribute.deniable,
            many: attribute.many,
            reach: attribute.reach,
            after: attribute.after,
            scope: list(attribute.scope),
            names: list(names?),
            openings: self.openings(&attribute.value)?,
            values: list(attribute.value.into_iter().map(value).collect()),
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
        let Known { triggers, heads, values, domains } = known;
        let mut of = |all: fn(&Stem) -> Rows<Called>, is: fn(Zone) -> bool| {
            let ours = ours.map_or(&[][..], |stem| all(stem).get()).iter();
            let ours = ours.filter_map(|called| Some((called.get()?.loudness(), *called)));
            let own = triggers.iter().filter(|(_, trigger)| is(trigger.zone));
            let own = own.map(|(called, trigger)| (trigger.loudness(), *called));
            let mut all = Vec::from_iter(ours.chain(own));
            all.put_in_order_of(|(loudness, _)| -loudness);
            let all: Vec<_> = all.into_iter().map(|(_, called)| called).collect();
            rows(&mut self.called, &all)
        };
        let calls = of(|stem| stem.calls, |zone| !is_condition(zone))?;
        let conditions = of(|stem| stem.conditions, |zone| zone == Zone::With)?;
        let bars = of(|stem| stem.bars, |zone| zone == Zone::Unless)?;
        let mut set = |all: fn(&Stem) -> Set, own: Attributes| {
            let ours = ours.map_or(Attributes::default(), |stem| all(stem).get());
            shared(&mut self.sets, built_in::SETS, ours.with(own)).map(Set)
        };
        let (heads, values) = (set(|stem| stem.heads, heads)?, set(|stem| stem.values, values)?);
        let ours = ours.map_or(&[][..], |stem| stem.domains.get()).iter();
        let domains: Vec<_> = ours.map(|id| id.get().to_owned()).chain(domains).collect();
        let (form, domains) = (self.place(form)?, self.phrase(&domains)?);
        Some(Stem { form, calls, conditions, bars, heads, values, domains })
    }

    fn naming(&mut self, naming: file::Naming) -> Option<Naming> {
        let mut phrases = |words: Vec<String>| {
            words.iter().map(|one| self.phrase(&phrase(one))).collect::<Option<_>>()
        };
        let (cues, with) = (phrases(naming.cues)?, phrases(naming.with)?);
        let nouns: Vec<_> = naming.nouns.iter().flat_map(|noun| stems(noun)).collect();
        Some(Naming {
            cues: list(cues),
            with: list(with),
            stands: naming.stands,
            sorts: list(naming.sorts),
            nouns: self.phrase(&nouns)?,
        })
    }

    fn openings(&mut self, values: &[file::AttributeValue]) -> Option<Rows<Opening>> {
        let mut all = Vec::new();
        for (stem, phrases) in openings(values) {
            let one = |(value, words): (u16, Vec<String>)| {
                Some(Choice { value, phrase: self.phrase(&words)? })
            };
            let phrases: Vec<_> = phrases.into_iter().map(one).collect::<Option<_>>()?;
            let phrases = rows(&mut self.choices, &phrases)?;
            all.push(Opening { stem: self.place(&stem)?, phrases });
        }
        rows(&mut self.openings, &all)
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

fn value(value: file::AttributeValue) -> AttributeValue {
    AttributeValue { id: text(value.id), ar: text(value.ar), en: text(value.en) }
}

/// A text that is kept to the end of the run.
fn text(text: String) -> &'static str {
    text.leak()
}

fn list<T>(all: Vec<T>) -> &'static [T] {
    all.leak()
}

#[cfg(test)]
mod tests {
    use super::super::super::entity::Sort;
    use super::*;

    const FRAME: &str = "[[frame]]\nkey = \"mine.boats\"\nar = \"قوارب\"\nen = \"boats\"\n\
                         slots = [\"count\"]\nweight = 40\n";

    fn fault(source: &str) -> Fault {
        let file = parse(source).map(|file| check(source, &file, &File::default()));
        file.and_then(|checked| checked).unwrap_err()
    }

    #[test]
    fn what_is_wrong_is_told_with_its_line() {
        for (more, line, word) in [
            ("colour = 3\n", 7, "colour"),
            ("course = \"shrinks\"\n", 7, "grows"),
            ("own = [\"زورق\"]\nscope = [\"of\", \"moon\"]\n", 8, "moon"),
            ("own = [\"زورق\"]\ndomain = [\"fishing\"]\n", 8, "fishing"),
            ("with = [\"بحر\"]\n", 2, "near"),
        ] {
            let fault = fault(&format!("{FRAME}{more}"));
            assert!(fault.line == line && fault.message.contains(word), "{more}: {fault:?}");
        }
    }

    #[test]
    fn a_reader_s_attribute_may_take_names() {
        let of = |sort: &str| {
            format!(
                "[[attribute]]\nkey = \"mine.keeper\"\nar = \"حارس\"\nen = \"keeper\"\nweight = 40\n\
                 heads = [\"منارة\"]\nreach = 5\n[[attribute.name]]\ncues = [\"تسلم\"]\n\
                 stands = \"subject\"\nsorts = [\"{sort}\"]\n"
            )
        };
        let own = Own::new(parse(&of("person")).unwrap()).unwrap();
        let names = own.attributes[0].names;
        assert_eq!((names[0].stands, names[0].sorts), (file::Stands::Subject, &[Sort::Person][..]));
        let bit = Bit::of(frame::built_in().1);
        assert!(own.sets[usize::from(own.stems["تسلم"].values.0) - built_in::SETS.len()].has(bit));
        let fault = fault(&of("planet"));
        assert!(fault.line == 11 && fault.message.contains("planet"), "{fault:?}");
    }

    #[test]
    fn no_head_is_looked_for_farther_off_than_a_sentence_is_searched() {
        let of = |reach: &str| {
            format!(
                "[[attribute]]\nkey = \"mine.light\"\nar = \"ضوء\"\nen = \"light\"\nweight = 40\n\
                 heads = [\"منارة\"]\n{reach}\n"
            )
        };
        let passes = |reach: &str| {
            let file = parse(&of(reach)).unwrap();
            check(&of(reach), &file, &File::default()).is_ok()
        };
        assert!(passes("reach = 32") && passes("reach = 5\nafter = 24"));
        assert!(!passes("reach = 33") && !passes("reach = 5\nafter = 25"));
        assert_eq!(fault(&of("reach = 200")).line, 2);
    }

    #[test]
    fn a_known_word_speaks_for_the_reader_s_frame_as_well() {
        let source = format!("{FRAME}near = [\"مقتل\", \"زورق خفر\"]\n");
        let own = Own::new(parse(&source).unwrap()).unwrap();
        let calls = |stem: &str| {
            let calls = own.stems[stem].calls.0;
            let called = &own.called[calls.at() - built_in::CALLED.len()..][..calls.len()];
            let place =
                |called: &Called| usize::from(called.0).checked_sub(built_in::TRIGGERS.len());
            let mine = called.iter().filter_map(place).map(|at| own.triggers[at]);
            (mine.collect::<Vec<_>>(), called.len())
        };
        let mine = u16::try_from(frame::built_in().0).unwrap();
        let (killed, all) = calls("مقتل");
        assert!(killed.iter().any(|trigger| trigger.frame == mine) && all > killed.len());
        let (boats, _) = calls("زورق");
        assert!(boats.iter().any(|t| t.frame == mine && t.more == 1));
    }
}
