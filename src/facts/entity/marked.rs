//! Whoever is named in quotation marks behind a verb of saying: «أعلنت "سكايلاين" أن …».
//!
//! Begin with [`subject`]. Marks open speech behind most verbs of saying, so the words in them are a
//! name only where they are few and the speech itself begins behind them.

use std::ops::Range;

use super::person::unknown;
use super::{Mention, Sort, named, unlisted};
use crate::facts::lexicon::Class;
use crate::facts::{Context, TokenKind};

/// Words of a name at most.
const LONGEST: usize = 3;
/// Tokens between the marks and «أن», a colon or the marks of speech at most.
const REACH: usize = 14;

/// The mention in the marks that open at `at`, with its marks; `known` reads what the lexicon has.
pub fn subject(
    cx: &Context,
    at: usize,
    known: impl FnOnce(usize) -> Option<Mention>,
) -> Option<Mention> {
    let before = at.checked_sub(1)?;
    if !unlisted::is_finite_saying(cx, before) || !named::opening(cx, at) {
        return None;
    }
    let words = named::marked(cx, at).filter(|words| is_name(cx, words))?;
    if !leads_to_speech(cx, words.end + 1) {
        return None;
    }
    let whole = at..words.end + 1;
    let listed = known(words.start).filter(|mention| mention.whole == words);
    let mut mention = listed.unwrap_or_else(|| Mention::new(Sort::Body, words));
    mention.whole = whole;
    Some(mention)
}

fn is_name(cx: &Context, words: &Range<usize>) -> bool {
    let word = |at: usize| {
        !matches!(cx.word(at), "لا" | "لن" | "لم" | "ليس" | "نعم" | "غير" | "كل")
            && !cx.is(at, Class::That)
    };
    words.len() <= LONGEST && words.clone().all(word)
}

/// The name in marks right behind an office that has said nothing yet of whose it is: «رئيس "أفاك"».
pub fn of_office(cx: &Context, at: usize, office: bool) -> Option<Range<usize>> {
    if !named::opening(cx, at) {
        return None;
    }
    named::marked(cx, at)
        .filter(|words| office && words.len() == 1 || words.clone().all(|at| unknown(cx, at)))
}

/// Whether «أن», a colon or marks follow behind the name, past an apposition or an adverbial.
fn leads_to_speech(cx: &Context, from: usize) -> bool {
    let first = match cx.token(from).map(|token| token.kind) {
        Some(TokenKind::Sign('،' | ',' | ':' | '-' | '(')) => true,
        Some(TokenKind::Word) => {
            let word = cx.word(from);
            word.starts_with("ال")
                || cx.is(from, Class::That)
                || matches!(word, "في" | "عبر" | "علي" | "اليوم" | "امس" | "خلال" | "عن")
        }
        _ => false,
    };
    first
        && (from..from + REACH)
            .find_map(|at| match cx.token(at).map(|token| token.kind) {
                Some(TokenKind::Sign(':' | '"' | '“' | '«')) => Some(true),
                Some(TokenKind::Sign('.' | '؟' | '!' | ';' | '؛') | TokenKind::Break) | None => {
                    Some(false)
                }
                Some(TokenKind::Word) if cx.is(at, Class::That) => {
                    Some(!cx.word(at).starts_with('و'))
                }
                Some(TokenKind::Word) if cx.is(at, Class::Saying) => {
                    (!cx.word(at).starts_with("ال")).then_some(false)
                }
                _ => None,
            })
            .unwrap_or_default()
}

/// Whether a mention stands in marks behind a verb of saying, and nothing but that tells what it is.
pub fn is_marked(mention: &Mention) -> bool {
    mention.sort == Sort::Body
        && mention.id.is_none()
        && mention.noun.is_none()
        && mention.whole.start + 1 == mention.name.start
}

/// Whether it is a single word there, which may be a family name.
pub fn is_single(mention: &Mention) -> bool {
    is_marked(mention) && mention.name.len() == 1
}
