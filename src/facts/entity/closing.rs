//! Names that the clause tells where they end: «ديكلان وارامانغا الذي …», «، لزهر بوعوني، …».
//!
//! Words that the lexicon does not know may be of a name or not; that a sign, «إن», a relative or a
//! preposition stands right behind them says that they are, where a name has begun ([`name_end`]) or
//! an office waits for its holder ([`holder`]).

use std::ops::Range;

use super::Mention;
use super::behind::{given_sense, raw};
use super::person::{inflected, tanwin, unknown};
use super::{bounds, common};
use crate::facts::lexicon::{Class, Classes, Clitics};
use crate::facts::name::is_native;
use crate::facts::{Context, TokenKind};

/// Words that a name goes on with at most.
const MORE: usize = 3;
/// Words of a holder's name at most.
const LONGEST: usize = 5;

/// Where a name ends that begins at `start` and is read as far as `end`.
pub fn name_end(cx: &Context, start: usize, end: usize) -> usize {
    let of_name = |at: usize| is_of_name(cx, at) && !bounds::ends(cx, start, at);
    let stop = (end..=end + MORE).find(|at| !of_name(*at)).unwrap_or(end);
    // «علي كاظم الموسوي الذي»: one family name behind given ones.
    let family = || given_sense(cx, end - 1) && unknown(cx, end) && is_family(cx, end);
    let one = stop == end + 1 && (start + 1 == end || family());
    let closed = if one { closes(cx, stop) } else { ends(cx, stop) };
    if stop > end && closed { stop } else { end }
}

/// The name of the holder of an office that was said before in the clause.
pub fn holder(cx: &Context, at: usize) -> Option<Range<usize>> {
    let of_name = |i: usize| is_of_name(cx, i) && (i == at || !bounds::ends(cx, at, i));
    let stop = (at..=at + LONGEST).find(|i| !of_name(*i))?;
    let opens = !cx.word(at).starts_with("ال")
        && !common::is_common(cx, at..at + 1)
        && !bounds::is_for(cx, at);
    let foreign = (at..stop).any(|i| given_sense(cx, i) || !is_native(cx.word(i)));
    (stop > at + 1 && opens && foreign && closes(cx, stop)).then_some(at..stop)
}

/// An unknown word, a given name or a family name in «ي», without a particle and without the shape of a
/// verb, a verbal noun or an adverb.
fn is_of_name(cx: &Context, at: usize) -> bool {
    let Some(token) = cx.token(at).filter(|token| token.is_word()) else { return false };
    let word = cx.word(at);
    let known = token.entry.is_some();
    if known && word.len() <= SHORT && PARTICLES.contains(&word) {
        return true;
    }
    let given = known && given_sense(cx, at);
    // «أبو لبن»
    let born = at.checked_sub(1).map_or("", |i| cx.word(i));
    let born = born.len() <= SHORT && SONS.contains(&born);
    let joined = [Clitics::AND, Clitics::BY, Clitics::TO, Clitics::AS];
    !bounds::is_said_of_him(word)
        && (given || born || is_rare(cx, at) || is_family(cx, at))
        && (given || word.chars().count() >= 4)
        && !joined.iter().any(|clitic| token.clitics.has(*clitic))
        && !tanwin(cx, at)
        && !cx.is_one_of(at, OTHER)
}

/// Words that join the parts of a name, and titles that stand inside or behind it.
const PARTICLES: [&str; 13] =
    ["بن", "بنت", "ابو", "ولد", "منت", "فان", "دي", "دير", "شاه", "خان", "بك", "اغا", "ود"];
/// Bytes of the longest of them.
const SHORT: usize = 6;
const SONS: [&str; 5] = ["ابو", "بن", "بنت", "ولد", "منت"];

/// An unknown word that is neither definite nor in the shape of another kind of word.
fn is_rare(cx: &Context, at: usize) -> bool {
    let word = cx.word(at);
    let owned = || raw(cx, at).ends_with('ه');
    unknown(cx, at) && !word.starts_with("ال") && !owned() && !is_shaped(word)
}

/// «الكبيسي», «المصري»
fn is_family(cx: &Context, at: usize) -> bool {
    let word = cx.word(at);
    let relative = word.starts_with("ال") && word.ends_with('ي') && word.chars().count() >= 6;
    relative && (unknown(cx, at) || cx.is(at, Class::Nisba)) && !cx.is(at, Class::Common)
}

const OTHER: Classes = Classes::of(&[
    Class::That,
    Class::Saying,
    Class::Title,
    Class::Function,
    Class::Weekday,
    Class::RelativeDay,
    Class::Last,
    Class::Next,
    Class::This,
    Class::Ordinal,
    Class::Place,
]);

/// The shape of a verb, a participle, a plural or a word of how.
fn is_shaped(word: &str) -> bool {
    let verb =
        word.starts_with(['ي', 'ت', 'س', 'ن']) && word.chars().count() <= 5 && is_native(word);
    let particle = ["وال", "بال", "لل", "فال", "كال", "است", "يست", "تست", "مست"];
    let adverb = word.ends_with('ا') && is_native(word);
    let joined = word.starts_with('و') && is_native(word) && word.chars().count() >= 5;
    let abstraction = word.ends_with("يه") && word.chars().count() >= 6;
    verb || adverb
        || joined
        || abstraction
        || word.ends_with("وا")
        || word.ends_with("نا")
        || particle.iter().any(|start| word.starts_with(start))
        || inflected(word) && !word.ends_with("ات")
        || common::verbal_noun(word)
}

/// Whether a sign or «إن» stands at `at`, which ends a name of any words.
fn closes(cx: &Context, at: usize) -> bool {
    let relative =
        || matches!(cx.word(at), "الذي" | "التي" | "في" | "خلال" | "امام" | "عقب" | "اثناء");
    let addressee = || {
        cx.word(at).starts_with("لل")
            || matches!(cx.word(at), "لوكاله" | "لصحيفه" | "لقناه" | "لفرانس" | "لرويترز" | "ل")
    };
    ends(cx, at) || relative() || addressee()
}

/// Whether a sign or «إن» stands at `at`.
pub(super) fn ends(cx: &Context, at: usize) -> bool {
    match cx.token(at).map(|token| token.kind) {
        Some(TokenKind::Sign('،' | ',' | ':' | '"' | '“' | '«' | '.' | '(' | '؛')) => true,
        Some(TokenKind::Word) => cx.sense(at, Class::That).is_some(),
        _ => false,
    }
}

/// Tokens between an office and the name of its holder at most.
pub const REACH: usize = 14;

/// Whether a description is one person's, whose name may follow.
pub fn waits(cx: &Context, mention: &Mention) -> bool {
    // «المسؤول في الشرطة فلان»
    let one =
        || matches!(cx.word(mention.whole.start), "المسوول" | "المسووله" | "مسوول" | "مسووله");
    one() || !matches!(mention.role, Some("source" | "crowd" | "official" | "witness"))
}

/// A sign but the comma, «أن», a verb of saying or a relative: no holder is named behind it.
pub fn ends_office(cx: &Context, at: usize) -> bool {
    match cx.token(at).map(|token| token.kind) {
        Some(TokenKind::Sign(sign)) => !matches!(sign, '،' | ',' | '-' | '"' | '»' | '«'),
        Some(TokenKind::Break) | None => true,
        _ if cx.token(at).is_some_and(|token| token.entry.is_none()) => false,
        _ => {
            cx.is_one_of(at, const { Classes::of(&[Class::That, Class::Saying]) })
                || matches!(
                    cx.word(at),
                    "الذي"
                        | "التي"
                        | "الذين"
                        | "مع"
                        | "الي"
                        | "خلال"
                        | "بعد"
                        | "قبل"
                        | "من"
                )
        }
    }
}
