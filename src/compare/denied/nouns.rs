//! The nouns of a clause, each with what it is of and the preposition before it.
//!
//! Begin with [`Nouns::read`]. No grammar of the sentence: a noun goes on through what it is of and
//! through its adjectives, a preposition takes the next one, and whatever opens another clause ends
//! all.

use std::ops::Range;

use crate::facts::denying::ANY;
use crate::facts::lexicon::{self, Class, Classes, Clitics};
use crate::facts::topic::family;

use super::super::near::root;
use super::super::words::is_number;
use super::sentence::{PREPOSITIONS, Sentence, is, unjoined};

/// What ends the naming of parties.
#[rustfmt::skip]
const CLOSES: &[&str] = &[
    "ان", "بان", "لان", "لكن", "بل", "كما", "حيث", "بينما", "فيما", "ثم", "او", "الذي", "التي",
    "الذين", "اللذين", "اللذان", "اذ", "اذا", "الا", "سوي", "لكي", "كي", "مما", "ما", "انه", "انها",
    "وهو", "وهي", "وهم", "لم", "لا", "قال", "قالت",
];
/// What stands among nouns and names nobody.
#[rustfmt::skip]
const LIGHT: &[&str] = &[
    "جزء", "جزءا", "بعض", "عدد", "عددا", "احد", "احدا", "قد", "ايضا", "اصلا", "ابدا", "قط", "يكون",
    "تكون", "يكونوا", "كان", "كانت", "كانوا", "هناك", "كل", "جميع", "كافه", "هذا", "هذه", "ذلك",
    "تلك", "نفس", "ذات", "احدهما", "احدهم", "الاخر", "به", "بها", "بهم", "له", "لها", "لهم", "فيه",
    "فيها", "عليه", "عليها", "عليهم", "اليه", "اليها", "منه", "منها", "منهم", "عنه", "عنها",
    "عنهم", "معه", "معها", "هو", "هي", "هم", "ابوابه", "ابوابها",
];
const OTHER: &[&str] = &["اخر", "اخري", "اخرين", "الاخري"];

/// Nouns for people.
pub const PEOPLE: Classes =
    Classes::of(&[Class::PersonNoun, Class::Title, Class::Given, Class::VaguePerson]);
const THINGS: Classes = Classes::of(&[Class::Counted, Class::Place, Class::Org, Class::OrgHead]);
const TIMES: Classes = Classes::of(&[
    Class::Weekday,
    Class::RelativeDay,
    Class::TimeUnit,
    Class::DayPart,
    Class::Month,
    Class::Season,
    Class::Last,
    Class::Next,
    Class::This,
]);
/// Adjectives that tell one bearer of a noun from another.
const TELLING: Classes = Classes::of(&[Class::Nisba, Class::Ordinal]);

/// What a noun names, as far as the lexicon knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    Person,
    Place,
    Thing,
}

impl Sort {
    fn of(word: &str) -> Self {
        if is(word, const { Classes::of(&[Class::Place]) }) {
            Self::Place
        } else if is(word, PEOPLE) && !is(word, THINGS) {
            Self::Person
        } else {
            Self::Thing
        }
    }
}

/// A noun that an act is of.
#[derive(Clone, Debug)]
pub struct Party {
    root: String,
    /// «سائق الحافلة».
    of: Option<String>,
    /// «الجسر الحجري», «السفينة الثانية».
    kind: Option<String>,
    /// «سيارة أخرى».
    another: bool,
    pub sort: Sort,
    /// «بلاده»: whose it is stands elsewhere.
    pub vague: bool,
}

impl Party {
    /// Whether both may be one.
    pub fn meets(&self, other: &Self) -> bool {
        let same = |one: &Option<String>, its: &Option<String>| {
            one.as_ref().zip(its.as_ref()).is_none_or(|(one, its)| one == its)
        };
        self.root == other.root
            && self.another == other.another
            && same(&self.of, &other.of)
            && same(&self.kind, &other.kind)
    }
}

/// The nouns of a stretch of a sentence.
#[derive(Clone, Debug, Default)]
pub struct Nouns {
    /// Those with no preposition.
    pub bare: Vec<Party>,
    /// The others.
    pub behind: Vec<(&'static str, Party)>,
    /// Days of the week, by their number.
    pub days: Vec<u8>,
}

impl Nouns {
    /// The nouns among some words, up to where another clause begins.
    pub fn read(sentence: &Sentence, words: Range<usize>) -> Self {
        let mut reader = Reader::default();
        for at in words.clone() {
            if sentence.is_aside(at) {
                reader.flush();
                continue;
            }
            let joined = unjoined(sentence.word(at));
            let word = joined.unwrap_or(sentence.word(at));
            // «أوقفت الشرطة السائق والمالك», but «أوقفت السائق ونقلته».
            let verb = joined.is_some_and(|rest| !rest.starts_with("ال"));
            let ends = at > words.start && (verb || sentence.is_parted(at));
            if ends || CLOSES.contains(&word) {
                break;
            }
            if joined.is_some() {
                reader.flush();
            }
            reader.word(word, sentence.is_owned(at));
        }
        reader.flush();
        reader.nouns
    }

    /// Whether both are told of places, and of no common one: «في بيروت», «في مدينة بيروت». What else
    /// stands behind «في» may be any word for the same.
    pub fn is_elsewhere(&self, other: &Self) -> bool {
        let pairs =
            || self.behind("في").flat_map(|one| other.behind("في").map(move |its| (one, its)));
        let apart = |(one, its): (&Party, &Party)| {
            let sorts = one.sort == Sort::Place && its.sort == Sort::Place || one.root == its.root;
            sorts && !one.meets(its)
        };
        pairs().any(apart) && !pairs().any(|(one, its)| one.meets(its))
    }

    /// Those behind a preposition.
    pub fn behind(&self, to: &str) -> impl Iterator<Item = &Party> + Clone {
        self.behind.iter().filter(move |(own, _)| *own == to).map(|(_, party)| party)
    }
}

#[derive(Default)]
struct Reader {
    nouns: Nouns,
    /// The noun that is being read, and the preposition before it.
    noun: Option<(Option<&'static str>, Party)>,
    /// A preposition that waits for its noun.
    to: Option<&'static str>,
    /// The last word was indefinite: the next is what it is of.
    construct: bool,
}

impl Reader {
    fn flush(&mut self) {
        match self.noun.take() {
            Some((Some(to), party)) => self.nouns.behind.push((to, party)),
            Some((None, party)) => self.nouns.bare.push(party),
            None => {}
        }
        self.construct = false;
    }

    fn word(&mut self, word: &str, vague: bool) {
        if let Some(to) = PREPOSITIONS.iter().find(|to| **to == word) {
            self.flush();
            self.to = Some(to);
            return;
        }
        // «السفينة الثانية» is no second of time.
        let ordinal = self.noun.is_some() && word.starts_with("ال") && is(word, TELLING);
        if is(word, TIMES) && !ordinal {
            self.nouns.days.extend(day(word));
            self.flush();
            self.to = None;
            return;
        }
        if is_number(word) || LIGHT.contains(&word) || ANY.contains(&word) {
            self.flush();
            return;
        }
        let (to, noun) = prefixed(word);
        if to.is_some() {
            self.flush();
            self.to = to;
        } else if self.goes_on(noun) {
            return;
        }
        self.begin(noun, vague);
    }

    /// Whether a word is of the noun before it.
    fn goes_on(&mut self, word: &str) -> bool {
        let construct = self.construct;
        let Some((_, party)) = &mut self.noun else { return false };
        if OTHER.contains(&word) {
            party.another = true;
            return true;
        }
        if is(word, TELLING) && (construct || word.starts_with("ال")) {
            party.kind = party.kind.take().or_else(|| root(word).map(str::to_owned));
            return true;
        }
        if construct {
            let indefinite = is_indefinite(word);
            // «تسلم نحات جائزة المهرجان»: the doer, and then another noun.
            let ambiguous = indefinite && party.sort == Sort::Person && !is(word, PEOPLE);
            party.of = party.of.take().or_else(|| root(word).map(str::to_owned));
            self.construct = indefinite;
            return !ambiguous;
        }
        let adjective = is_adjective(word);
        // «الجسر الحجري» is not «الجسر الخشبي», but «السيارة المسروقة» may be the white one.
        if adjective && (word.ends_with('ي') || word.ends_with("يه")) {
            party.kind = party.kind.take().or_else(|| root(word).map(str::to_owned));
        }
        adjective
    }

    fn begin(&mut self, word: &str, vague: bool) {
        self.flush();
        let to = self.to.take();
        let Some(root) = root(word) else { return };
        let party = Party {
            root: root.to_owned(),
            of: None,
            kind: None,
            another: false,
            sort: Sort::of(word),
            vague,
        };
        self.noun = Some((to, party));
        self.construct = is_indefinite(word);
    }
}

/// The number of a day of the week.
fn day(word: &str) -> Option<u8> {
    let sense = lexicon::find(word)?.entry.sense(Class::Weekday)?;
    Some(sense.value as u8)
}

/// A preposition that is written with its noun, and the noun.
fn prefixed(word: &str) -> (Option<&'static str>, &str) {
    let of = |letter: char| word.strip_prefix(letter).unwrap_or(word);
    if word.starts_with("بال") {
        return (Some("ب"), of('ب'));
    }
    if word.starts_with("لل") {
        return (Some("ل"), of('ل'));
    }
    let clitics = lexicon::find(word).map(|found| found.clitics).unwrap_or_default();
    if clitics.has(Clitics::BY) {
        (Some("ب"), of('ب'))
    } else if clitics.has(Clitics::TO) {
        (Some("ل"), of('ل'))
    } else {
        (None, word)
    }
}

/// Whether what follows a noun is what it is of.
fn is_indefinite(word: &str) -> bool {
    let definite = word.starts_with("ال") || word.starts_with("لل");
    let owned = ["ها", "هم", "هما", "نا", "ته"].iter().any(|end| word.ends_with(end));
    let free = ["ون", "ين"].iter().any(|end| word.ends_with(end)) && word.len() > 8;
    !definite && !owned && !free && !word.ends_with('ا')
}

/// «المحلية», «الوطني», «القديم»: an adjective of a definite noun, as far as its shape tells.
fn is_adjective(word: &str) -> bool {
    let long = |bare: &str| {
        let mut letters = bare.chars().skip(2);
        letters.next() == Some('ي') && letters.count() == 1
    };
    let shaped = |bare: &str| bare.ends_with(['ه', 'ي']) || long(bare);
    // «الحجري» is of the family of «حجر».
    let derived = || {
        let noun = word.strip_suffix("يه").or_else(|| word.strip_suffix('ي'));
        noun.is_some_and(|noun| family(noun) == family(word))
    };
    let definite = word.strip_prefix("ال").is_some_and(shaped);
    definite && !is(word, PEOPLE.with(THINGS)) && (family(word).is_none() || derived())
}
