//! How two names stand to each other that are values of one attribute: of which one thing can bear
//! but one.
//!
//! Begin with [`named`]. A family name may stand for the full one, a city lies in its country, a
//! hall may be told by a part of its name, and a village that no gazetteer has may lie anywhere.

use crate::facts::lexicon::{self, Class};
use crate::facts::name::{Kinship, canonical, kinship, loose};
use crate::facts::topic;

use super::value::Relation;

/// Places that hold others, so that two names of different kinds may both be right: a street of a
/// quarter, a hill of a district.
const GROUNDS: &[&str] = &[
    "حي",
    "شارع",
    "طريق",
    "منطقه",
    "سوق",
    "وادي",
    "جبل",
    "تل",
    "حوض",
    "خليج",
    "جزيره",
    "جزر",
    "بحر",
    "بحيره",
    "ساحل",
    "شاطي",
    "غابه",
    "صحراء",
    "مزرعه",
    "بستان",
    "واحه",
    "معبر",
    "حقل",
    "نهر",
    "سد",
    "ميدان",
    "ساحه",
    "جسر",
    "نفق",
    "قريه",
    "قضاء",
    "ناحيه",
    "قاعه",
    "سهل",
    "هضبه",
    "دوار",
    "بلده",
    "مدينه",
    "محافظه",
    "ولايه",
    "اقليم",
    "مقاطعه",
    "بلديه",
    "ضاحيه",
    "مخيم",
    "دايره",
    "معتمديه",
    "عماده",
    "حاره",
    "ريف",
    "منحدر",
    "مستوطنه",
    "مضيق",
    "جرف",
    "منعطف",
];

/// Words that tell of no one thing: «المستشفى المحلي», «سجن المدينة», «السجن المركزي».
const GENERAL: &[&str] = &[
    "مدينه",
    "محلي",
    "قريب",
    "مجاور",
    "خاص",
    "حكومي",
    "جامعي",
    "ميداني",
    "محافظه",
    "منطقه",
    "عام",
    "عمومي",
    "اقليمي",
    "مركزي",
    "تعليمي",
    "عسكري",
    "تخصصي",
    "متخصص",
    "رييسي",
    "جهوي",
    "ولايه",
    "بلده",
    "عاصمه",
    "كبير",
    "جديد",
    "قديم",
    "دولي",
    "وطني",
    "مدني",
    "ريفي",
    "بلدي",
    "شرقي",
    "غربي",
    "شمالي",
    "جنوبي",
    "ذات",
    "نفس",
    "مختلف",
    "اخر",
    "متعدد",
    "تابع",
    "قريه",
    "حي",
    "صحي",
    "طبي",
    "طواري",
    "اطفال",
    "بلاد",
    "قضاء",
    "اقليم",
    "بلديه",
    "ناحيه",
];

/// Two names of which one thing can bear but one.
pub fn named(a: &str, b: &str) -> Relation {
    let lies_in =
        |one: &str, other: &str| one.strip_prefix(other).is_some_and(|rest| rest.starts_with('/'));
    match (a.strip_prefix(topic::NOUN), b.strip_prefix(topic::NOUN)) {
        _ if kinship(a, b) != Kinship::Different => Relation::Same,
        _ if lies_in(a, b) || lies_in(b, a) => Relation::Precision("kind_of"),
        _ if respelt(a, b) => Relation::Same,
        (None, None) if a.starts_with("role:") != b.starts_with("role:") => Relation::Unrelated,
        (None, None) if may_lie_in(a, b) || may_lie_in(b, a) => Relation::Unrelated,
        (None, None) => Relation::Apart(0.8, "other_name"),
        (Some(a), Some(b)) => opened(&Opened::of(a), &Opened::of(b)),
        (Some(hall), None) => in_place(&Opened::of(hall), b),
        (None, Some(hall)) => in_place(&Opened::of(hall), a),
    }
}

/// Whether a town whose province is not told may be of the one that another place is, or near its
/// seat.
fn may_lie_in(town: &str, place: &str) -> bool {
    const IN_SOME: &str = "/~/";
    let country = |name| str::split(name, '/').next();
    town.contains(IN_SOME) && !place.contains(IN_SOME) && country(town) == country(place)
}

/// Whether a value of a closed list says that nobody is named.
pub fn is_nobody(words: &str) -> bool {
    words == "nobody"
}

/// «نبيل قرقور» and «نبيل كركور»: one given name, and family names that an ear may confuse.
fn respelt(a: &str, b: &str) -> bool {
    loose(a).is_some_and(|sound| loose(b) == Some(sound))
}

/// A name that a common noun opens: the noun, the words that tell which one it is, and the place
/// where it is, where one is told.
struct Opened<'n> {
    noun: &'n str,
    own: Vec<&'n str>,
    place: Option<&'n str>,
}

impl<'n> Opened<'n> {
    fn of(name: &'n str) -> Self {
        let (name, place) = match name.split_once(topic::AT) {
            Some((name, place)) => (name, Some(place)),
            None => (name, None),
        };
        let mut words = name.split(' ').filter(|word| !word.is_empty());
        let noun = words.next().unwrap_or_default();
        let nisba = |word: &str| {
            let is = |word: &str| {
                lexicon::find(word).is_some_and(|found| found.entry.sense(Class::Nisba).is_some())
            };
            is(word) || is(&format!("{word}ي"))
        };
        let own = words.filter(|word| !is_of(word, GENERAL) && !nisba(word)).collect();
        Self { noun, own, place }
    }

    /// The place that it is told by, where nothing else tells it: «السجن المركزي بالمكلا», «سجن صنعاء».
    fn only_place(&self) -> Option<&'n str> {
        match self.own.as_slice() {
            [] => self.place.filter(|place| is_listed(place)),
            [word] => Some(*word).filter(|word| is_listed(word)),
            _ => None,
        }
    }
}

/// Whether it is a place of the gazetteer, by its path.
fn is_listed(name: &str) -> bool {
    name.contains('/') || name.len() == 2 && name.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// A hall in one town, and another town.
fn in_place(hall: &Opened, town: &str) -> Relation {
    let place = hall.place.filter(|place| is_listed(place)).or_else(|| hall.only_place());
    match place.filter(|_| is_listed(town)).map(|place| named(place, town)) {
        Some(Relation::Same | Relation::Precision(_)) => Relation::Precision("kind_of"),
        Some(relation) => relation,
        None => Relation::Unrelated,
    }
}

/// Whether a stem is that of one of the words.
fn is_of(stem: &str, words: &[&str]) -> bool {
    words.iter().any(|word| topic::stem(word) == stem)
}

fn opened(a: &Opened, b: &Opened) -> Relation {
    let same = |one: &str, other: &str| one == other || canonical(one) == canonical(other);
    let shared = a.own.iter().any(|word| b.own.iter().any(|other| same(word, other)));
    let told = |one: &Opened, other: &Opened| one.place.is_some_and(|p| other.own.contains(&p));
    let general = a.own.is_empty() || b.own.is_empty();
    let ground = |one: &Opened| is_of(one.noun, GROUNDS);
    let placed = a.place.zip(b.place).filter(|(a, b)| is_listed(a) && is_listed(b));
    let elsewhere = || placed.is_some_and(|(a, b)| matches!(named(a, b), Relation::Apart(..)));
    match () {
        // Two towns have a «قصر المؤتمرات» each.
        () if elsewhere() => Relation::Apart(0.6, "other_name"),
        () if shared || told(a, b) || told(b, a) => Relation::Precision("kind_of"),
        () if a.noun != b.noun && (ground(a) || ground(b)) => Relation::Unrelated,
        () if general => match (a.only_place(), b.only_place()) {
            (Some(one), Some(other)) if matches!(named(one, other), Relation::Apart(..)) => {
                Relation::Apart(0.6, "other_name")
            }
            _ => Relation::Precision("kind_of"),
        },
        () => Relation::Apart(0.6, "other_name"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hall_is_told_by_a_part_of_its_name_or_by_its_town() {
        let apart = |a, b| matches!(named(a, b), Relation::Apart(..));
        assert!(apart("the مستشف حكم", "the مستشف شفا"));
        assert!(!apart("the مستشف حكم جامع", "the مستشف حكم"));
        assert!(!apart("the مستشف محل", "the مستشف حكم"));
        assert!(apart("the سجن مركز|ye/mukalla", "the سجن ye/sanaa"));
        assert!(!apart("the سجن مركز|ye/mukalla", "the سجن ye/mukalla"));
        assert!(apart("the قصر موتمر|ne/niamey", "ne/agadez"));
        assert!(!apart("the قصر موتمر|ne/niamey", "ne"));
        assert!(apart("the قصر موتمر|ne/niamey", "the قصر موتمر|lb/beirut"));
    }

    #[test]
    fn a_street_may_be_of_the_quarter_and_a_village_of_the_province() {
        let apart = |a, b| matches!(named(a, b), Relation::Apart(..));
        assert!(!apart("the حي زهور", "the شارع نخيل"));
        assert!(apart("the حي زهور", "the حي نخيل"));
        assert!(!apart("iq/basra", "the قري هوير"));
        assert!(apart("iq/basra", "iq/erbil"));
        assert!(!apart("iq/basra", "iq/~/zubayr") && apart("iq/~/hit", "iq/~/zubayr"));
        assert!(apart("iq/basra", "sy/~/yabrud"));
    }
}
