//! The reader's own topics: `*.toml` in a folder, of the same form as `assets/topics/*.toml`.
//!
//! They are read once, before the first article, and kept as long as the program runs. Frames
//! and attributes go on where ours end; a word that ours know speaks for theirs as well.

use std::collections::HashMap;
use std::path::Path;
use std::sync::OnceLock;

use super::super::lexicon::{opening, own_files, wrong};
use super::file::{
    self, FARTHEST, File, Slots, Zone, openings, parse, phrase, spread, stems, trigger,
};
use super::frame::{
    self, Attribute, AttributeValue, Attributes, Bit, Frame, Naming, Opening, Stem, Trigger,
};
use super::parse::Fault;
use crate::error::Problem;

/// The reader's tables.
struct Own {
    frames: Vec<Frame>,
    attributes: Vec<Attribute>,
    stems: HashMap<&'static str, Stem>,
    /// As the built-in table of the same purpose.
    openings: [u64; 256],
}

static USER: OnceLock<Own> = OnceLock::new();

pub(super) fn frames() -> &'static [Frame] {
    USER.get().map_or(&[], |own| &own.frames)
}

pub(super) fn attributes() -> &'static [Attribute] {
    USER.get().map_or(&[], |own| &own.attributes)
}

#[inline]
pub(super) fn stem(stem: &str) -> Option<&'static Stem> {
    USER.get()?.stems.get(stem)
}

#[inline]
pub(super) fn opens(at: usize, bit: u64) -> bool {
    USER.get().is_some_and(|own| own.openings.get(at).is_some_and(|bits| bits & bit != 0))
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
        // Only the first folder of a run is taken.
        let _ = USER.set(Own::new(all));
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
    fn new(file: File) -> Self {
        let mut own = Self {
            frames: Vec::new(),
            attributes: Vec::new(),
            stems: HashMap::new(),
            openings: [0; 256],
        };
        for frame in file.frame {
            own.add_frame(frame);
        }
        for attribute in file.attribute {
            own.add_attribute(attribute);
        }
        for domain in file.domain {
            let id = text(domain.id);
            for stem in domain.words.iter().filter_map(|word| stems(word).into_iter().next()) {
                let known = own.known(stem);
                known.domains = with(known.domains, id);
            }
        }
        own
    }

    fn add_frame(&mut self, frame: file::Frame) {
        let Ok(index) = u16::try_from(frame::built_in().0 + self.frames.len()) else { return };
        for (zone, phrase) in frame.triggers() {
            let mut words = trigger(phrase).into_iter();
            let Some(first) = words.next() else { continue };
            let trigger = Trigger::new(index, &frame, zone, texts(words));
            let known = self.known(first);
            let all = match zone {
                Zone::With => &mut known.conditions,
                Zone::Unless => &mut known.bars,
                _ => &mut known.calls,
            };
            let mut louder = all.to_vec();
            louder.push(trigger);
            louder.sort_by_key(|trigger| -trigger.loudness());
            *all = list(louder);
        }
        let needs_with = !frame.with.is_empty();
        self.frames.push(Frame {
            slots: Slots::of(&frame.slots),
            strict: list(frame.all_strict()),
            scope: list(frame.scope),
            key: text(frame.key),
            ar: text(frame.ar),
            en: text(frame.en),
            units: texts(frame.units),
            course: frame.course,
            weight: frame.weight,
            rank: frame.rank,
            needs_with,
            setting: frame.setting,
            part: frame.part,
            many: frame.many,
            domain: texts(frame.domain),
            outside: texts(frame.outside),
        });
    }

    fn add_attribute(&mut self, attribute: file::Attribute) {
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
        self.attributes.push(Attribute {
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
            names: list(attribute.name.into_iter().map(naming).collect()),
            openings: list(openings(&attribute.value).into_iter().map(opened).collect()),
            values: list(attribute.value.into_iter().map(value).collect()),
        });
    }

    /// What is known of a stem: all that ours know of it, to which the reader's is added.
    fn known(&mut self, stem: String) -> &mut Stem {
        if let Some((at, bit)) = opening(stem.as_bytes())
            && let Some(bits) = self.openings.get_mut(at)
        {
            *bits |= bit;
        }
        let ours = frame::built_in_stem(&stem);
        let form = text(stem);
        self.stems.entry(form).or_insert_with(|| Stem {
            form,
            calls: ours.map_or(&[], |known| known.calls),
            conditions: ours.map_or(&[], |known| known.conditions),
            bars: ours.map_or(&[], |known| known.bars),
            heads: ours.map(|known| known.heads).unwrap_or_default(),
            values: ours.map(|known| known.values).unwrap_or_default(),
            domains: ours.map_or(&[], |known| known.domains),
        })
    }
}

fn naming(naming: file::Naming) -> Naming {
    let phrases = |words: Vec<String>| list(words.iter().map(|one| texts(phrase(one))).collect());
    Naming {
        cues: phrases(naming.cues),
        with: phrases(naming.with),
        stands: naming.stands,
        sorts: list(naming.sorts),
        nouns: texts(naming.nouns.iter().flat_map(|noun| stems(noun))),
    }
}

fn value(value: file::AttributeValue) -> AttributeValue {
    AttributeValue { id: text(value.id), ar: text(value.ar), en: text(value.en) }
}

fn opened((stem, phrases): (String, Vec<(u16, Vec<String>)>)) -> Opening {
    let one = |(value, words)| (value, texts::<Vec<String>>(words));
    Opening { stem: text(stem), phrases: list(phrases.into_iter().map(one).collect()) }
}

/// A text that is kept to the end of the run.
fn text(text: String) -> &'static str {
    text.leak()
}

fn texts<All: IntoIterator<Item = String>>(all: All) -> &'static [&'static str] {
    list(all.into_iter().map(text).collect())
}

fn list<T>(all: Vec<T>) -> &'static [T] {
    all.leak()
}

fn with<T: Copy>(all: &[T], one: T) -> &'static [T] {
    list(all.iter().copied().chain([one]).collect())
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
        let own = Own::new(parse(&of("person")).unwrap());
        let names = own.attributes[0].names;
        assert_eq!((names[0].stands, names[0].sorts), (file::Stands::Subject, &[Sort::Person][..]));
        let bit = Bit::of(frame::built_in().1);
        assert!(own.stems.get("تسلم").unwrap().values.has(bit));
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
        let own = Own::new(parse(&source).unwrap());
        let killed = own.stems.get("مقتل").unwrap();
        let mine = u16::try_from(frame::built_in().0).unwrap();
        assert!(killed.calls.iter().any(|trigger| trigger.frame == mine));
        assert!(killed.calls.len() > 1);
        let boat = own.stems.get("زورق").unwrap();
        assert!(boat.calls.iter().any(|t| t.frame == mine && t.rest == ["خفر"]));
    }
}
