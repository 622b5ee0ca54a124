//! Names that a common noun opens: «ملعب المدينة الكبير», «مستشفى …», «سجن …».
//!
//! Begin with [`opened`].

use super::super::lexicon::{Class, Classes, Clitics};
use super::super::{Context, Name};
use super::frame::Naming;
use super::stated::PREPOSITIONS;
use super::words::{Gap, Word};
use crate::text::Span;

/// Words of a name that a common noun opens.
const LONGEST: usize = 4;

/// What stands before the canonical form of a name that a common noun opens.
pub const NOUN: &str = "the ";
/// What stands in it before the place where the thing is («السجن المركزي بالمكلا»).
pub const AT: char = '|';

/// «ملعب المدينة الكبير»: a common noun of the list and the words that name the one thing.
pub(super) fn opened(
    cx: &Context,
    naming: &Naming,
    words: &[Word],
    at: usize,
) -> Option<(Name, Span)> {
    let first = words.get(at)?;
    if naming.nouns.is_empty() {
        return None;
    }
    let noun = first.stems().find(|stem| naming.nouns.has(stem))?;
    if let Some(town) = of_town(cx, words, at) {
        return Some(town);
    }
    // «المستشفى الجامعي» goes on with adjectives and names, and so does «مستشفى الملك …» once it is
    // definite.
    let mut definite = first.definite();
    let mut goes_on = |i: &usize| {
        words.get(*i).is_some_and(|word| {
            let long = (!definite || is_named(cx, word)) && names_on(cx, words, *i, at);
            definite |= word.definite();
            long
        })
    };
    let last = (at + 1..at + 1 + LONGEST).take_while(&mut goes_on).last();
    let place = words.get(last.unwrap_or(at) + 1).filter(|word| word.gap == Gap::Space);
    let place = place.filter(|word| is_at(cx, word)).map(|word| called(cx, word));
    // «السجن بالمكلا» is told by its town alone.
    let last = last.or(place.and(Some(at)))?;
    let mut span = first.span.union(words.get(last)?.span);
    let others = words.get(at + 1..=last)?.iter().map(|word| called(cx, word));
    let own = if is_joined(first, noun) { noun } else { called(cx, first) };
    let folded: Vec<&str> = std::iter::once(own).chain(others).collect();
    if is_joined(first, noun) {
        span.start += 'ب'.len_utf8() as u32;
    }
    let written = cx.text.slice(span)?.to_owned();
    let mut canonical = format!("{NOUN}{}", folded.join(" "));
    if let Some(place) = place {
        canonical.extend([AT]);
        canonical.push_str(place.strip_prefix('ب').unwrap_or(place));
    }
    Some((Name { name: written, canonical }, span))
}

/// «بحي الميناء»: the preposition is no part of the name.
fn is_joined(first: &Word, noun: &str) -> bool {
    first.folded.starts_with('ب') && !noun.starts_with('ب')
}

/// «محطة وادي زم»: a noun and a place of several words, which are read whole.
fn of_town(cx: &Context, words: &[Word], at: usize) -> Option<(Name, Span)> {
    let (noun, next) = (words.get(at)?, words.get(at + 1)?);
    let (sense, count) = cx.sense(next.at(), Class::Place).filter(|(_, count)| *count > 1)?;
    let joined = noun.definite() || next.gap > Gap::Space || is_at(cx, next);
    let last = words.get(at + count).filter(|_| !joined)?;
    let span = noun.span.union(last.span);
    let name = cx.text.slice(span)?.to_owned();
    Some((Name { name, canonical: format!("{NOUN}{} {}", noun.stem(), sense.id) }, span))
}

/// What a word of a name is called: a place of the gazetteer by its path, others by their stem.
fn called<'w>(cx: &Context, word: &Word<'w>) -> &'w str {
    let place = cx.word_sense(word.at(), Class::Place);
    place.map_or(word.stem(), |sense| sense.id)
}

/// Whether the word at `i` may be of the name that the noun at `noun` opens.
fn names_on(cx: &Context, words: &[Word], i: usize, noun: usize) -> bool {
    const OTHER: Classes = Classes::of(&[
        Class::Weekday,
        Class::DayPart,
        Class::RelativeDay,
        Class::Month,
        Class::Function,
        Class::That,
        Class::This,
        Class::Last,
        Class::Next,
        Class::TimeUnit,
        Class::Saying,
        Class::Negation,
    ]);
    let Some(word) = words.get(i).filter(|word| word.gap <= Gap::Mark) else { return false };
    let token = word.at();
    let place = || cx.word_sense(token, Class::Place).is_some();
    // «سجن واحتجاز حراسه», but «مستشفى وهران».
    let joined = word.folded.starts_with('و') && word.lemma.starts.has(2) && !place();
    // «ملعب 5 يوليو», but «مستشفى المدينة 90 شخصا».
    let figure = word.folded.starts_with(|c: char| c.is_ascii_digit())
        || cx.is_one_of(token, const { Classes::of(&[Class::Cardinal]) });
    let long = if figure { i == noun + 1 } else { word.folded.chars().count() > 2 };
    let other = cx.is_one_of(token, OTHER) || word.is(PREPOSITIONS) || word.is(BESIDE);
    let described = i == noun + 1 && words.get(noun).is_some_and(|noun| is_described(noun, word));
    long && !other && !joined && !is_at(cx, word) && (!described || place())
}

/// «مدينة ساحلية», «إقليما جبليا», «بلدة صغيرة»: of what kind it is, not which one.
fn is_described(noun: &Word, next: &Word) -> bool {
    // «طبرية», «أنطاكية» stand in the gazetteer.
    let kind = noun.folded.ends_with('ه') && next.folded.ends_with("يه");
    // No name stands behind a noun that has kept its ending.
    let ended = noun.folded.ends_with('ا') && next.folded.ends_with('ا');
    !noun.definite() && !next.definite() && (kind || ended || next.is(OF_KIND))
}

/// Adjectives of places, which are nobody's names.
#[rustfmt::skip]
const OF_KIND: &[&str] = &[
    "صغير", "صغيره", "كبير", "كبيره", "نايي", "نايه", "ناييه", "قريب", "قريبه", "بعيد", "بعيده", "جديد", "جديده",
    "قديم", "قديمه", "واحد", "واحده", "هادي", "هاديه", "فقير", "فقيره", "محاصر", "محاصره", "مجاور", "مجاوره",
    "مهجور", "مهجوره", "مكتظ", "مكتظه", "راق", "راقي", "راقيه", "خاص", "خاصه", "حكومي", "سري", "مستاجر", "مستاجره",
    "ساحلي", "جبلي", "حدودي", "ريفي", "صحراوي", "شعبي", "سكني", "ثان", "ثانيه", "فاخر", "فاخره", "محلي",
    "وقود", "بنزين", "محروقات", "كهرباء", "مياه", "ضخ", "تحويل", "توليد", "حافلات", "قطار", "قطارات", "مترو",
];

/// An adjective or a name, which goes on with a definite noun.
fn is_named(cx: &Context, word: &Word) -> bool {
    const NAMES: Classes = Classes::of(&[Class::Given, Class::Place, Class::NameParticle]);
    word.definite() && !word.folded.starts_with("لل") || cx.is_one_of(word.at(), NAMES)
}

/// Words after a name that are none of it.
const BESIDE: &[&str] = &[
    "عند",
    "قرب",
    "حسب",
    "لدي",
    "وفق",
    "تحت",
    "فوق",
    "اثناء",
    "داخل",
    "خارج",
    "حيث",
    "هذا",
    "هذه",
    "ذلك",
    "تلك",
    "نفسه",
    "نفسها",
    "ذاته",
    "ذاتها",
    "اخر",
    "اخري",
    "مجاور",
    "جنوب",
    "شمال",
    "شرق",
    "غرب",
    "كان",
    "كانت",
    "وهو",
    "وهي",
    "ثم",
    "فيما",
    "بينما",
    "لا",
    "لم",
    "قد",
    "كما",
    "عقب",
    "فور",
    "مباشره",
    "جميعا",
    "لتلقي",
    "لاسعافه",
    "لاجراء",
    "لاستكمال",
];

/// «بالمكلا»: where a thing is.
fn is_at(cx: &Context, word: &Word) -> bool {
    let token = cx.token(word.at());
    token.is_some_and(|token| token.clitics.has(Clitics::BY))
}
