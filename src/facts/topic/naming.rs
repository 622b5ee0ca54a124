//! Facts whose values are names: who won, who claimed it, where it is held. Which words say so is
//! in `assets/topics/names.toml`.
//!
//! Begin with [`read`]. A name counts where it stands as the cue asks ([`Stands`]), with nothing
//! between that begins another clause.

use std::ops::Range;

use super::super::Facet;
use super::super::entity::{Cast, Entity, Mention, Sort, name_span};
use super::super::lexicon::{Class, Classes, Clitics};
use super::super::{Certainty, Context, Fact, Kind, Mode, Name, Value};
use super::attribute::{matches, may_open, near_head, neighbour, within};
use super::denial::denial;
use super::frame::{Naming, Stands};
use super::marks::Sought;
use super::scope::{DOUBLES, NEXT};
use super::stated::{PREPOSITIONS, Stated, topic};
use super::words::{Gap, Word};
use crate::text::Span;

/// When something is, and no part of a name.
const TIMES: Classes =
    Classes::of(&[Class::Weekday, Class::DayPart, Class::RelativeDay, Class::Month]);

/// Words between a cue and its name at most.
const REACH: usize = 9;
/// Words of a name that a common noun opens.
const LONGEST: usize = 4;

/// What puts a claim before the event that the report is of.
const FORMER: &[&str] = &["السابق", "السابقه", "الماضي", "الماضيه", "سابقا", "سلفه", "سلفها"];

/// What puts it after that event: an occasion of its own.
const COMING: &[&str] = &["المقبله", "القادمه", "المقبل", "القادم"];

/// The attribute that tells of a coming occasion as well.
const VENUE: &str = "event.venue";

/// The attribute of whoever came first.
const TITLE: &str = "title.winner";

/// «ومنحت المركز الثالث لفلان»: a lower place is no title.
fn is_no_title(words: &[Word], cue: &Range<usize>) -> bool {
    const PLACES: &[&str] = &["مركز", "مرتبه", "فضيه", "برونزيه", "وصافه"];
    let clause =
        (cue.end..cue.end + 3).map_while(|i| words.get(i)).take_while(|w| w.gap < Gap::Comma);
    let first = |i: usize| words.get(i).is_some_and(|word| word.is(&["اول", "اولي"]));
    clause.enumerate().any(|(i, word)| word.is(PLACES) && !first(cue.end + i + 1))
}

/// Nouns that stand between «من» and the place that they are in.
const STATIONS: &[&str] = &["ميناء", "مرفا", "مطار", "قاعده", "مدينه", "العاصمه", "بلده"];
/// What is wished for.
const HOPED: &[&str] =
    &["امل", "امله", "املها", "رغبه", "رغبته", "رغبتها", "اقترح", "اقترحت", "عرض", "عرضت"];

/// Adds the names that a sentence gives as values of one attribute, which comes with its bit.
pub fn read(
    (cx, cast): (&Context, &Cast),
    sought: Sought,
    sentence: Span,
    words: &[Word],
    facts: &[Fact],
    out: &mut Vec<Fact>,
) {
    let Sought { attribute, bit, .. } = sought;
    let facts = within(facts, sentence);
    for at in sought.openings() {
        for naming in attribute.names {
            let Some(cue) = cue(naming, words, at) else { continue };
            let Some(head) = near_head(words, cue.clone(), attribute, bit) else { continue };
            let Some((value, span)) = named((cx, cast), naming, words, cue.clone()) else {
                continue;
            };
            let ahead = |forms| words.iter().skip(at).take(REACH).any(|word| word.is(forms));
            let venue = attribute.key == VENUE;
            if attribute.key == TITLE && is_no_title(words, &cue)
                || is_open(cx, words, at)
                || !venue && ahead(&COMING[..2])
            {
                break;
            }
            let coming = venue && ahead(COMING);
            let (layer, _) = neighbour(facts, sentence, span);
            let stated = Stated { words, head, value: cue, bit, facts, sentence, span };
            let Some(mut topic) = topic((cx, cast), attribute, &stated) else { continue };
            if coming {
                topic.scope.push((Facet::Event, NEXT.into()));
            }
            // «وفي منافسات الزوجي فاز …»: a title of its own.
            let of_two = || words.iter().take(at).any(|word| word.is(&["زوجي"]));
            if attribute.key == TITLE && of_two() {
                topic.scope.push((Facet::Event, DOUBLES.into()));
            }
            topic.scope.sort();
            out.push(Fact {
                kind: Kind::Outcome,
                topic,
                value: Value::Name(value),
                span,
                sentence,
                layer,
                mode: Mode::Fact,
                certainty: Certainty::Medium,
                rule: "named_value",
            });
            break;
        }
    }
}

/// The words of the cue that begins at `at`, if those that must go with it are near.
fn cue(naming: &Naming, words: &[Word], at: usize) -> Option<Range<usize>> {
    let cues = naming.cues.iter().filter(|cue| may_open(words, at, cue) && matches(words, at, cue));
    let end = at + cues.map(|cue| cue.len()).max()?;
    let with = || {
        let near = at.saturating_sub(3)..end + REACH;
        near.into_iter().any(|i| naming.with.iter().any(|phrase| matches(words, i, phrase)))
    };
    (naming.with.is_empty() || with()).then_some(at..end)
}

/// Denied, hoped for, or told of a former occasion: nothing is said of this one. A cue with «قد» in
/// it asks for what had been before.
fn is_open(cx: &Context, words: &[Word], at: usize) -> bool {
    let before_all = words.get(at).is_some_and(|word| word.folded == "قد");
    let coloured = |word: &Word| {
        let token = cx.token_at(word.span.start);
        cx.is_one_of(token, const { Classes::of(&[Class::Plan, Class::Hedge, Class::Question]) })
    };
    let past = |i: usize| words.get(i).is_some_and(|word| word.is(&["كان", "كانت"]));
    let had = at
        .checked_sub(1)
        .is_some_and(|i| past(i) || words.get(i).is_some_and(|w| w.folded == "قد"))
        && (at.saturating_sub(4)..at).any(past);
    let former = words.iter().skip(at).take(REACH).any(|word| word.is(FORMER));
    let before = words.get(at.saturating_sub(4)..at).unwrap_or_default();
    // «كانت متجهة إلى»: a participle tells of what went on.
    let went_on = words.get(at).is_some_and(|word| {
        word.folded.starts_with("مت")
            || word.folded.starts_with("المت")
            || word.is(&["طريقها", "طريقه"])
    });
    (had || past(0)) && !went_on && !before_all
        || former
        || before.iter().any(|word| coloured(word) || word.is(HOPED))
        || denial(words, at..at + 1).is_some()
}

/// The name that stands as `naming` asks beside the cue at `cue`, and its place in the text.
fn named(
    (cx, cast): (&Context, &Cast),
    naming: &Naming,
    words: &[Word],
    cue: Range<usize>,
) -> Option<(Name, Span)> {
    let at = |i: usize| name_at(cx, cast, naming, words, i);
    let clause = || {
        (cue.end..words.len().min(cue.end + REACH))
            .take_while(|i| words.get(*i).is_some_and(|word| word.gap < Gap::Comma))
    };
    // «تولى الوزارة في الحكومة الجديدة فلان»: where and when something was done may stand before who
    // did it, if that can only be a person.
    let person = naming.sorts == [Sort::Person];
    let aside = |i: usize| person && words.get(i).is_some_and(|word| word.is(ASIDE));
    let ends = |i: &usize| !aside(*i) && words.get(*i).is_some_and(|w| w.is(PREPOSITIONS));
    let governed = || {
        let free = |i: &usize| !i.checked_sub(1).is_some_and(aside);
        clause().take_while(move |i| !ends(i)).filter(free)
    };
    let after = |forms: &[&str], clitic: Clitics| {
        clause().find_map(|i| {
            let word = words.get(i)?;
            let is = |back: usize, forms: &[&str]| {
                i.checked_sub(back)
                    .filter(|i| *i >= cue.end)
                    .and_then(|i| words.get(i))
                    .is_some_and(|before| before.is(forms))
            };
            // «من ميناء اللاذقية»
            let apart = is(1, forms) || is(1, STATIONS) && is(2, forms);
            let token = cx.token(cx.token_at(word.span.start))?;
            let joined = clitic != Clitics::default() && token.clitics.has(clitic);
            at(i).filter(|_| apart || joined)
        })
    };
    // A subject or an object has no preposition before it.
    let free = |i: &usize| {
        words
            .get(*i)
            .and_then(|word| cx.token(cx.token_at(word.span.start)))
            .is_some_and(|token| !token.clitics.has(Clitics::BY) && !token.clitics.has(Clitics::TO))
    };
    match naming.stands {
        Stands::Next => at(cue.end).or_else(|| origin(cx, naming, words, cue.end)),
        Stands::Before => holder((cx, cast), naming, words, cue.start),
        Stands::Here => at(cue.start),
        Stands::Subject => governed()
            .filter(free)
            .find_map(at)
            .or_else(|| before((cx, cast), naming, words, cue.start)),
        Stands::Object => governed().filter(free).filter_map(at).last(),
        Stands::To => after(&["الي"], Clitics::TO),
        Stands::From => after(&["من"], Clitics::default()),
        Stands::In => after(&["في", "علي"], Clitics::BY),
        Stands::With => after(&["مع"], Clitics::default()),
    }
}

/// Prepositions of place and time.
const ASIDE: &[&str] = &["في", "خلال", "عن", "بين"];

/// The name that ends right before the verb («فلان يفوز بالجائزة», «فلان هو من سلم الكأس»).
fn before(
    (cx, cast): (&Context, &Cast),
    naming: &Naming,
    words: &[Word],
    cue: usize,
) -> Option<(Name, Span)> {
    let linked = |i: &usize| words.get(*i).is_some_and(|word| word.is(LINKS));
    let first = (0..=cue).rev().find(|i| *i == 0 || !linked(&(i - 1)))?;
    let gap = words.get(first)?.gap;
    let token = cx.token_at(words.get(first.checked_sub(1)?)?.span.start);
    let mention =
        cast.at(token).filter(|mention| gap < Gap::Comma && mention.whole.end == token + 1)?;
    told(cx, cast, naming, mention)
}

/// The name right before a cue that its office opens.
fn holder(
    (cx, cast): (&Context, &Cast),
    naming: &Naming,
    words: &[Word],
    cue: usize,
) -> Option<(Name, Span)> {
    let token = cx.token_at(words.get(cue.checked_sub(1)?)?.span.start);
    let close = words.get(cue).is_some_and(|word| word.gap <= Gap::Mark);
    let mention = cast.at(token).filter(|mention| close && mention.name.end == token + 1)?;
    let (name, _) = told(cx, cast, naming, mention)?;
    Some((name, cx.span(mention.name.start, mention.name.end)))
}

/// What stands between a subject and its verb to bring it out.
const LINKS: &[&str] = &["هو", "هي", "من", "الذي", "التي"];

/// The name that begins with the word at `at`: a mention, or a noun of the list with what follows.
fn name_at(
    cx: &Context,
    cast: &Cast,
    naming: &Naming,
    words: &[Word],
    at: usize,
) -> Option<(Name, Span)> {
    let word = words.get(at)?;
    let token = cx.token_at(word.span.start);
    let mention = cast.at(token).filter(|m| m.whole.start == token || m.name.start == token);
    let station = || {
        let before = at.checked_sub(1).and_then(|i| words.get(i));
        let place = before.filter(|before| before.is(STATIONS) && naming.sorts == [Sort::Place]);
        let sense = place.and_then(|_| cx.word_sense(token, Class::Place))?;
        let name = cx.text.slice(word.span)?.to_owned();
        Some((Name { name, canonical: sense.id.to_owned() }, word.span))
    };
    mention
        .and_then(|mention| told(cx, cast, naming, mention))
        .or_else(station)
        .or_else(|| opened(cx, naming, words, at))
}

/// «بوساطة قطرية», «الدور العماني»: the place that an adjective of origin names.
fn origin(cx: &Context, naming: &Naming, words: &[Word], at: usize) -> Option<(Name, Span)> {
    let word = words.get(at).filter(|word| word.gap == Gap::Space)?;
    let sense = cx.word_sense(cx.token_at(word.span.start), Class::Nisba)?;
    let name = Name { name: cx.text.slice(word.span)?.to_owned(), canonical: sense.id.to_owned() };
    naming.sorts.contains(&Sort::Place).then_some((name, word.span))
}

fn told(cx: &Context, cast: &Cast, naming: &Naming, mention: &Mention) -> Option<(Name, Span)> {
    let entity = cast.entity(mention)?;
    if !naming.sorts.contains(&entity.sort) {
        return None;
    }
    let span = if entity.sort == Sort::Place {
        name_span(cx, &mention.name)
    } else {
        cx.span(mention.whole.start, mention.whole.end)
    };
    let written = cx.text.slice(span)?.to_owned();
    Some((Name { name: written, canonical: canonical(entity, mention) }, span))
}

/// Somebody who is called by an office alone goes by its head.
fn canonical(entity: &Entity, mention: &Mention) -> String {
    match mention.role.filter(|_| entity.sort == Sort::Described) {
        Some(role) => format!("role:{role}"),
        None => entity.canonical.clone(),
    }
}

/// What stands before the canonical form of a name that a common noun opens.
pub const NOUN: &str = "the ";

/// «ملعب المدينة الكبير»: a common noun of the list and the words that name the one thing.
fn opened(cx: &Context, naming: &Naming, words: &[Word], at: usize) -> Option<(Name, Span)> {
    let first = words.get(at)?;
    if naming.nouns.is_empty() || !first.stems().any(|stem| naming.nouns.contains(&stem)) {
        return None;
    }
    let goes_on = |i: &usize| {
        words.get(*i).is_some_and(|word| {
            let token = cx.token_at(word.span.start);
            let timed = cx.is_one_of(token, TIMES);
            let figure = word.folded.starts_with(|c: char| c.is_ascii_digit());
            let at_place = cx.token(token).is_some_and(|token| token.clitics.has(Clitics::BY));
            let part = word.gap <= Gap::Mark && !word.is(PREPOSITIONS) && !timed && !at_place;
            let long = word.folded.chars().count() > 2 || figure;
            part && long && !word.folded.starts_with("وال")
        })
    };
    let last = (at + 1..at + 1 + LONGEST).take_while(goes_on).last()?;
    let span = first.span.union(words.get(last)?.span);
    let folded: Vec<&str> = words.get(at..=last)?.iter().map(Word::stem).collect();
    let written = cx.text.slice(span)?.to_owned();
    Some((Name { name: written, canonical: format!("{NOUN}{}", folded.join(" ")) }, span))
}
