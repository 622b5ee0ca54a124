//! Who attended: names after a verb of attending, by side, and whether the list claims to be
//! complete.
//!
//! Begin with [`read`]. A list in bullets after a colon is read like one in a sentence. «من
//! أبرزهم» and its like make a list partial.

use std::ops::Range;

use super::{Claim, push};
use crate::article::BlockKind;
use crate::facts::entity::{Cast, Mention, Sort, words_of};
use crate::facts::lexicon::Class;
use crate::facts::{Context, Fact, Kind, Mode, Name, Sentence, Value};
use crate::text::InOrder;

/// Names of one list at most.
const LONGEST: usize = 40;

/// Tokens between two names of one list at most.
const GAP: usize = 8;

/// Adds the rosters of an article.
pub fn read(cx: &Context, cast: &Cast, facts: &mut Vec<Fact>) {
    let attended = |sentence: &Sentence| sentence.classes.has(Class::Attend);
    for (index, sentence) in cx.sentences.iter().enumerate().filter(|(_, s)| attended(s)) {
        let mut from = sentence.tokens.start;
        while let Some(cue) = next_cue(cx, from, sentence.tokens.end) {
            let end = next_cue(cx, cue.end, sentence.tokens.end)
                .map_or(sentence.tokens.end, |next| next.start);
            closed(cx, cue.start, end, facts);
            let end =
                if names(cast, cue.end..end).len() < 2 { bullets(cx, index, end) } else { end };
            list(cx, cast, &cue, end, facts);
            from = end.max(cue.end);
        }
    }
}

fn next_cue(cx: &Context, from: usize, to: usize) -> Option<Range<usize>> {
    (from..to).find_map(|at| cx.sense(at, Class::Attend).map(|(_, words)| at..at + words))
}

/// Where the bullets after a colon end.
fn bullets(cx: &Context, sentence: usize, end: usize) -> usize {
    let Some(rest) = cx.sentences.get(sentence + 1..) else { return end };
    let colon = (end.saturating_sub(4)..end).any(|at| cx.is_sign(at, ':'));
    let item =
        |s: &&Sentence| cx.blocks.get(s.block).is_some_and(|b| b.kind == BlockKind::ListItem);
    match rest.iter().take(LONGEST).take_while(item).last() {
        Some(last) if colon => last.tokens.end,
        _ => end,
    }
}

fn names(cast: &Cast, tokens: Range<usize>) -> Vec<&Mention> {
    let people = cast.within(tokens).iter().filter(|mention| mention.sort == Sort::Person);
    let mut seen = Vec::new();
    let mut listed: Vec<&Mention> = Vec::new();
    for mention in people.take(LONGEST) {
        // A name further off is of another clause.
        if listed.last().is_some_and(|last| mention.whole.start > last.whole.end + GAP) {
            break;
        }
        if !seen.contains(&mention.who) {
            seen.push(mention.who);
            listed.push(mention);
        }
    }
    listed
}

fn list(cx: &Context, cast: &Cast, cue: &Range<usize>, end: usize, facts: &mut Vec<Fact>) {
    let listed = names(cast, cue.end..end);
    let (Some(first), Some(last)) = (listed.first(), listed.last()) else { return };
    let object = matches!(cx.word(first.whole.start - 1), "علي" | "عن" | "الي");
    if listed.len() < 2 || first.whole.start > cue.end + 12 || object {
        return;
    }
    let partial = (cue.start..last.whole.end).any(|at| cx.sense(at, Class::Partial).is_some());
    let side = side(cx, cue.start..first.whole.start);
    let names = items(cx, cast, &listed);
    let key = side.as_deref().map_or("roster".to_owned(), |side| format!("roster:{side}"));
    let value = Value::Roster { names, complete: !partial, side };
    let tokens = first.whole.start..last.whole.end;
    push(
        cx,
        Claim {
            kind: Kind::Roster,
            key: key.into(),
            value,
            tokens,
            mode: Mode::Fact,
            rule: "roster",
        },
        facts,
    );
}

/// The names of a list in order. Where the known ones are full names, a single word is none
/// («المبعوث لشئون …»), and an item between commas that is made of two or three words which
/// nothing else explains is one.
fn items(cx: &Context, cast: &Cast, listed: &[&Mention]) -> Vec<Name> {
    let full = |mention: &&&Mention| mention.name.len() > 1;
    let in_full = listed.iter().filter(full).count() * 2 > listed.len();
    let mut found: Vec<(usize, Name)> = listed
        .iter()
        .filter(|mention| !in_full || full(mention))
        .filter_map(|mention| {
            let entity = cast.entity(mention)?;
            let name = Name { name: entity.name.clone(), canonical: entity.canonical.clone() };
            Some((mention.name.start, name))
        })
        .collect();
    let gaps = listed.windows(2).filter(|_| in_full).filter_map(|pair| match pair {
        [one, next] => Some(one.whole.end..next.whole.start),
        _ => None,
    });
    found.extend(gaps.flat_map(|gap| unknown_names(cx, gap)));
    found.put_in_order_of(|(at, _)| *at);
    found.into_iter().map(|(_, name)| name).collect()
}

/// Items between commas of two or three words, the last of which the lexicon does not know.
fn unknown_names(cx: &Context, gap: Range<usize>) -> Vec<(usize, Name)> {
    let is_comma = |at: &usize| cx.is_sign(*at, '،') || cx.is_sign(*at, ',');
    let commas: Vec<usize> = gap.filter(is_comma).collect();
    let between = commas.windows(2).filter_map(|pair| match pair {
        [one, next] => Some(one + 1..*next),
        _ => None,
    });
    between
        .filter(|item| (2..=3).contains(&item.len()) && item.clone().all(|at| cx.is_word(at)))
        .filter(|item| {
            let known = |at: usize| cx.token(at).is_some_and(|token| token.entry.is_some());
            let title = cx.is(item.start, Class::Title);
            !title && !known(item.end - 1)
        })
        .filter_map(|item| {
            let written = cx.text.slice(cx.span(item.start, item.end))?;
            let name = written.strip_prefix('و').unwrap_or(written);
            let words = words_of(cx, item.clone());
            let folded = words.strip_prefix('و').unwrap_or(&words);
            let canonical = crate::facts::name::canonical(folded);
            Some((item.start, Name { name: name.to_owned(), canonical }))
        })
        .collect()
}

/// «من الجانب الروسي», «الوفد الأمريكي»: whose people they are.
pub(in crate::facts) fn side(cx: &Context, tokens: Range<usize>) -> Option<String> {
    let whose =
        |at: &usize| ["جانب", "وفد", "طرف", "فريق"].iter().any(|noun| cx.word(*at).ends_with(noun));
    let at = tokens.clone().find(whose)?;
    (at + 1..tokens.end.min(at + 3))
        .find_map(|i| cx.word_sense(i, Class::Nisba))
        .map(|sense| sense.id.to_owned())
}

/// «مغلقة إلا على …»: who may attend, without names.
fn closed(cx: &Context, from: usize, to: usize, facts: &mut Vec<Fact>) {
    let nobody = !(from..to).any(|at| cx.is(at, Class::Given));
    let advisers = (from + 1..to.min(from + 4))
        .find(|at| cx.word_sense(*at, Class::Title).is_some_and(|sense| sense.id == "adviser"));
    let Some(last) = advisers.filter(|_| nobody) else { return };
    let value = Value::Words("advisers".to_owned());
    let tokens = from..last + 1;
    push(
        cx,
        Claim {
            kind: Kind::Roster,
            key: "roster.open_to".into(),
            value,
            tokens,
            mode: Mode::Fact,
            rule: "roster.described",
        },
        facts,
    );
}
