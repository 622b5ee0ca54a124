//! The reader's own topics: `*.toml` in a folder, of the same form as `assets/topics/*.toml`.
//!
//! They are read once, before the first article, and kept as long as the program runs. Frames
//! and attributes go on where ours end; a word that ours know speaks for theirs as well.

use std::path::Path;
use std::sync::OnceLock;

use super::super::lexicon::{own_files, wrong};
use super::file::{self, FARTHEST, File, parse};
use super::frame::{self, Attribute, Attributes, Choice, Frame, FrameBits, Opening, Stem, Trigger};
use super::own::{Own, is_condition};
use super::parse::Fault;
use super::table::Text;
use crate::error::Problem;

static USER: OnceLock<Own> = OnceLock::new();

/// Whether the reader added any.
pub fn has_own_topics() -> bool {
    USER.get().is_some()
}

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

pub(super) fn triggers() -> &'static [Trigger] {
    USER.get().map_or(&[], |own| &own.triggers)
}

pub(super) fn frame_bits() -> &'static [FrameBits] {
    USER.get().map_or(&[], |own| &own.frame_bits)
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
        if attribute.between {
            let message = "\"between\" is of the built-in topics alone: leave it out".to_owned();
            return Err(at(source, key, message));
        }
        if attribute.is_too_far() {
            let message =
                format!("\"{key}\" reaches too far: its head may stand {FARTHEST} words off");
            return Err(at(source, key, message));
        }
    }
    Ok(())
}

/// A fault at the first line that has `word` in quotation marks.
fn at(source: &str, word: &str, message: String) -> Fault {
    let quoted = format!("\"{word}\"");
    let line = source.lines().position(|line| line.contains(&quoted)).map_or(1, |line| line + 1);
    Fault { line, message }
}

#[cfg(test)]
mod tests {
    use super::super::super::entity::Sort;
    use super::super::frame::Bit;
    use super::super::table::built_in;
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
            &own.triggers[calls.at() - built_in::TRIGGERS.len()..][..calls.len()]
        };
        let mine = u16::try_from(frame::built_in().0).unwrap();
        let killed = calls("مقتل");
        assert!(killed.iter().any(|trigger| trigger.frame == mine) && killed.len() > 1);
        let boats = calls("زورق");
        assert!(boats.iter().any(|t| t.frame == mine && t.more == 1));
    }
}
