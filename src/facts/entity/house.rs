//! Houses that bear somebody's name: «مستشفى …», «مطار …», «شارع …», and radios («… أف أم»).
//!
//! What stands behind such a noun is the name of the house and of no person of the report. Begin with
//! [`take`], which is asked for each person that was found, and [`radio`].

use super::behind::given_sense;
use super::person::{Anchor, name_end};
use super::{Mention, Sort};
use crate::facts::Context;
use crate::facts::lexicon::Class;

/// Where the sick, the learned and the devout go: what says what it is, and who treats or teaches there.
const HOUSES: [&str; 12] = [
    "مستشفي",
    "مشفي",
    "مستوصف",
    "مصحه",
    "معهد",
    "مدرسه",
    "ثانويه",
    "جامعه",
    "كليه",
    "مركز",
    "مركب",
    "مجمع",
];
/// Places that are no bodies.
const PLACES: [&str; 24] = [
    "مطار",
    "مسجد",
    "جامع",
    "كنيسه",
    "شارع",
    "ميدان",
    "ساحه",
    "حي",
    "ملعب",
    "استاد",
    "ستاد",
    "جسر",
    "كوبري",
    "نفق",
    "سد",
    "ميناء",
    "مينا",
    "مقبره",
    "قصر",
    "متحف",
    "حديقه",
    "مخيم",
    "سيدي",
    "قاعه",
];

/// The person at `mention`, unless a house bears the name: then the house, or nobody.
pub fn take(cx: &Context, found: &mut Vec<Mention>, mention: Mention) -> Result<Mention, usize> {
    let Some(before) = mention.whole.start.checked_sub(1) else { return Ok(mention) };
    if mention.sort != Sort::Person || !cx.is_word(before) {
        return Ok(mention);
    }
    let head = bare(cx, before);
    let end = mention.whole.end;
    if HOUSES.contains(&head) {
        found.pop_if(|last| last.whole.end > before);
        return Ok(Mention::new(Sort::Body, before..end));
    }
    // «سيدي محمد» is a name, «سيدي منصور» a place.
    if bears(cx, before + 1) {
        return Err(end);
    }
    // «المركز الجهوي فلان الفلاني»
    let titled = mention.whole.start < mention.name.start || mention.whole.end > mention.name.end;
    let house = found.last().filter(|last| {
        last.sort == Sort::Body && last.whole.end == before + 1 && last.whole.len() > 1 && !titled
            // «معهد الفنون فلان»: the house has a name, and the man behind it heads it.
            && (last.whole.start + 1..last.whole.end).all(|at| is_adjective(cx.word(at)))
    });
    match house.filter(|last| HOUSES.contains(&without_article(bare(cx, last.whole.start)))) {
        Some(last) => {
            let whole = last.whole.start..end;
            found.pop();
            Ok(Mention::new(Sort::Body, whole))
        }
        None => Ok(mention),
    }
}

/// «الجهوي», «الجامعية».
fn is_adjective(word: &str) -> bool {
    word.starts_with("ال") && (word.ends_with('ي') || word.ends_with("يه"))
}

/// «مدير مستشفى شارل نيكول», «في منطقة سيدي منصور»: whether the name at `at` is of the noun before it.
pub fn bears(cx: &Context, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let head = bare(cx, before);
    let called = head == "سيدي" && matches!(cx.word(at), "محمد" | "احمد");
    !called && (HOUSES.contains(&head) || PLACES.contains(&head))
}

/// «مستشفى الحبيب …»: where the name ends that a house without «ال» bears.
pub fn named(cx: &Context, at: usize) -> Option<usize> {
    let named = HOUSES.contains(&bare(cx, at)) && given_sense(cx, at + 1);
    named.then(|| name_end(cx, at + 1, Anchor::Title)).flatten().filter(|end| *end > at + 2)
}

/// «شمس أف أم»: any name before these letters is a radio's; `at` is where they stand.
pub fn radio(cx: &Context, found: &mut Vec<Mention>, letters: &Mention) -> Option<Mention> {
    let (at, end) = (letters.whole.start, letters.whole.end);
    let last = found.pop_if(|last| last.whole.end == at);
    // «مراسل نسائم أف أم»: of a description only its last word is of the name.
    let named = last.as_ref().filter(|last| last.sort != Sort::Described);
    let name = named.map_or_else(|| at.saturating_sub(1), |last| last.name.start);
    let whole = last.map_or(name, |last| last.whole.start);
    let named = name < at && cx.is_word(name) && !cx.is(name, Class::Function);
    named.then(|| {
        let mut radio = Mention::new(Sort::Outlet, name..end);
        radio.whole = whole..end;
        radio
    })
}

fn without_article(word: &str) -> &str {
    word.strip_prefix("ال").unwrap_or(word)
}

/// The noun without particles before it.
fn bare<'a>(cx: &Context<'a>, at: usize) -> &'a str {
    let word = cx.word(at);
    let known = |word: &&str| HOUSES.contains(word) || PLACES.contains(word);
    let and = word.strip_prefix(['و', 'ف']);
    let preposed = |word: &'a str| word.strip_prefix(['ب', 'ل']);
    let forms = [Some(word), and, preposed(word), and.and_then(preposed)];
    forms.into_iter().flatten().find(known).unwrap_or(word)
}
