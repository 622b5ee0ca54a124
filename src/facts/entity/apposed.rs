//! A name between commas behind an office: «رئيس البلدية، فلان الفلاني،». The commas say that the
//! words are one thing beside the office, so that names which the lexicon does not know are read.

use std::ops::Range;

use super::behind::given_sense;
use super::person::{Anchor, inflected, name_end, unknown};
use crate::facts::lexicon::{Class, Clitics};
use crate::facts::{Context, TokenKind};

/// Words of a name at most.
const LONGEST: usize = 4;

/// The name that begins at `start`, right after a comma: one that opens with a given name, or
/// unknown words that fill the place up to the next sign or to «إن».
pub fn name(cx: &Context, start: usize) -> Option<Range<usize>> {
    let given = name_end(cx, start, Anchor::Given).or_else(|| given_with_article(cx, start));
    let whole = given.filter(|end| *end > start + 1).map(|end| start..end);
    whole.or_else(|| filling(cx, start))
}

/// «الشاذلي …»: a given name that the lexicon writes with «ال».
fn given_with_article(cx: &Context, at: usize) -> Option<usize> {
    (given_sense(cx, at) && cx.word(at).starts_with("ال"))
        .then(|| name_end(cx, at, Anchor::Title))
        .flatten()
}

fn filling(cx: &Context, start: usize) -> Option<Range<usize>> {
    let end = (start..=start + LONGEST).find(|at| !may_be_of_name(cx, *at))?;
    let opens = !cx.word(start).starts_with("ال") && !ends_as_adverb(cx, start);
    ((start + 2..=start + LONGEST).contains(&end) && opens && closes(cx, end)).then_some(start..end)
}

fn may_be_of_name(cx: &Context, at: usize) -> bool {
    let Some(token) = cx.token(at).filter(|token| token.is_word()) else { return false };
    let joined = [Clitics::AND, Clitics::BY, Clitics::TO, Clitics::AS];
    let family = cx.word(at).starts_with("ال") && cx.word(at).ends_with('ي');
    let particle = cx.is(at, Class::NameParticle);
    let known = given_sense(cx, at) || unknown(cx, at) || family || particle;
    known
        && !inflected(cx.word(at))
        && cx.sense(at, Class::That).is_none()
        && !joined.iter().any(|clitic| token.clitics.has(*clitic))
}

/// «رافضا», «مساء»: how or when it was said.
fn ends_as_adverb(cx: &Context, at: usize) -> bool {
    !given_sense(cx, at) && cx.word(at).ends_with('ا') && cx.word(at).chars().count() <= 6
}

/// Whether a sign or the head of what was said follows.
fn closes(cx: &Context, at: usize) -> bool {
    matches!(
        cx.token(at).map(|token| token.kind),
        Some(TokenKind::Sign('،' | ',' | ':' | '"' | '“' | '«' | '.' | '(' | '؛'))
    ) || cx.sense(at, Class::That).is_some()
}
