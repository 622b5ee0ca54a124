//! Things with a name of their own, introduced by a common noun («سفينة …», «فيروس …»), and
//! names in Latin letters.
//!
//! Begin with [`after_noun`]. The name may stand in marks or brackets; without them one unknown
//! word, or a run of a foreign name, is enough where the lexicon says so.

use std::ops::Range;

use super::bounds;
use super::person::{inflected, tanwin, unknown};
use crate::facts::lexicon::Class;
use crate::facts::name::is_native;
use crate::facts::{Context, TokenKind};

/// Tokens of a name in marks at most.
const LONGEST: usize = 7;

/// The name after the noun at `at..after`: its tokens, marks left out.
pub fn after_noun(cx: &Context, after: usize, bare: bool) -> Option<Range<usize>> {
    // One or two adjectives may stand between («المركب الشراعي "…"»).
    for at in after..after + 3 {
        if opening(cx, at) {
            return marked(cx, at);
        }
        if let Some(end) = latin_end(cx, at) {
            return Some(at..end);
        }
        if bare
            && at == after
            && let Some(end) = bare_end(cx, at)
        {
            return Some(at..end);
        }
        if !adjective(cx, at) {
            return None;
        }
    }
    None
}

fn adjective(cx: &Context, at: usize) -> bool {
    cx.is_word(at)
        && (cx.word(at).starts_with("ال") || cx.is(at, Class::Nisba))
        && !cx.is(at, Class::Saying)
        && !matches!(cx.word(at), "الذي" | "التي" | "الي" | "الان")
}

/// An opening mark or bracket, told by what stands beside it.
pub fn opening(cx: &Context, at: usize) -> bool {
    match cx.token(at).map(|token| token.kind) {
        // «قناة « الراية »»: this one opens whatever stands beside it.
        Some(TokenKind::Sign('«')) => true,
        Some(TokenKind::Sign('"' | '“' | '”' | '„' | '″' | '(' | '\'')) => {
            cx.is_glued(at + 1)
        }
        _ => false,
    }
}

fn closing(cx: &Context, at: usize) -> bool {
    matches!(
        cx.token(at).map(|token| token.kind),
        Some(TokenKind::Sign('"' | '“' | '”' | '″' | '»' | ')' | '\''))
    )
}

/// The words between the mark at `at` and the next closing one, if they are few.
pub fn marked(cx: &Context, at: usize) -> Option<Range<usize>> {
    let end = (at + 2..=at + 1 + LONGEST).find(|end| closing(cx, *end))?;
    let words = at + 1..end;
    let clean = words.clone().all(|i| {
        cx.token(i).is_some_and(|token| {
            matches!(token.kind, TokenKind::Word | TokenKind::Foreign | TokenKind::Digits)
                || token.is('-')
                || token.is('.')
        })
    });
    let figure = cx.token(at + 1).is_some_and(|token| token.kind == TokenKind::Digits);
    let named = !figure
        && words.clone().any(|i| {
            cx.token(i)
                .is_some_and(|token| matches!(token.kind, TokenKind::Word | TokenKind::Foreign))
        });
    (clean && named).then_some(words)
}

/// A run of unknown words after the noun: the first may be any, more must be of a foreign name.
fn bare_end(cx: &Context, at: usize) -> Option<usize> {
    let word = cx.word(at);
    // «معتمد»: Arabic participles open with م and are spelt with letters of Arabic.
    let shaped = word.starts_with(['و', 'ي'])
        || word.starts_with("ال")
        || word.ends_with(['ه', 'ي'])
        || is_feminine_verb(word)
        || is_perfect(word)
        || inflected(word)
        || (word.starts_with('م') && is_native(word));
    let foreign = unknown(cx, at) && !shaped;
    if !foreign || !plausible(cx, at) || bounds::is_for(cx, at) {
        return None;
    }
    let mut end = at + 1;
    while end < at + 3 && tail(cx, end) {
        end += 1;
    }
    Some(end)
}

/// «السفينة ترفع», «الحافلة تحمل»: what it does.
fn is_feminine_verb(word: &str) -> bool {
    word.starts_with('ت') && word.chars().count() == 4 && !word.contains(['ا', 'و', 'ي'])
}

/// «العبارة غرقت», «قطار انطلق», «الحافلة اكتظت»: what it did; a foreign name has a vowel somewhere.
fn is_perfect(word: &str) -> bool {
    let vowels = |word: &str| word.contains(['ا', 'و', 'ي']);
    let letters = word.chars().count();
    let stem = word.strip_prefix('ا').unwrap_or(word);
    let reflexive = word.starts_with("ان") && letters == 5;
    (4..=6).contains(&letters) && !vowels(stem) && (word.ends_with('ت') || reflexive)
}

/// Not an adjective or adverb with the alef of tanwin, and not a word with a clitic.
fn plausible(cx: &Context, at: usize) -> bool {
    let word = cx.word(at);
    !tanwin(cx, at)
        && !word.starts_with("لل")
        && !word.starts_with("بال")
        && !word.starts_with("وال")
}

/// A word that goes on with a foreign name: a particle's follower, or a known closing word.
fn tail(cx: &Context, at: usize) -> bool {
    cx.sense(at, Class::Tail).is_some()
        || (cx.is(at, Class::NameParticle) && unknown(cx, at + 1))
        || (cx.is(at - 1, Class::NameParticle) && unknown(cx, at))
}

/// Where a run of capitalised Latin words that begins at `at` ends.
pub fn latin_end(cx: &Context, at: usize) -> Option<usize> {
    let mut end = at;
    while end < at + 5 && capitalised(cx, end) {
        end += 1;
        if cx.is_sign(end, '.')
            && cx.is_glued(end)
            && cx.is_glued(end + 1)
            && capitalised(cx, end + 1)
        {
            end += 1;
        }
    }
    (end > at && long_enough(cx, at, end)).then_some(end)
}

fn capitalised(cx: &Context, at: usize) -> bool {
    cx.token(at).is_some_and(|token| {
        token.kind == TokenKind::Foreign
            && cx.text.slice(token.span).is_some_and(|raw| raw.starts_with(char::is_uppercase))
    })
}

fn long_enough(cx: &Context, at: usize, end: usize) -> bool {
    cx.span(at, end).len() >= 2
}
