//! Facts whose values are names: who won, who claimed it, where it is held. Which words say so is
//! in `assets/topics/names.toml`.
//!
//! Begin with [`read`]. A name counts where it stands as the cue asks ([`Stands`]), with nothing
//! between that begins another clause.

use std::ops::Range;

use super::super::Facet;
use super::super::entity::{Cast, Entity, Mention, Sort, name_span};
use super::super::lexicon::{self, Class, Clitics};
use super::super::{Certainty, Context, Fact, Kind, Mode, Name, Value};
use super::attribute::{length, near_head, neighbour, stands_in};
use super::denial;
use super::frame::{Naming, Stands};
use super::glance::Glance;
use super::happened::is_open;
use super::marks::Sought;
use super::opened::{NOUN, opened};
use super::scope::{DOUBLES, NEXT};
use super::stated::{PREPOSITIONS, Stated, topic};
use super::stem::stem;
use super::words::{Gap, Word, glance};
use crate::text::{InOrder, Span, fold};

/// Words between a cue and its name at most.
pub(super) const REACH: usize = 9;

/// What puts it after that event: an occasion of its own.
const COMING: &[&str] = &["المقبله", "القادمه", "المقبل", "القادم"];

/// The attribute that tells of a coming occasion as well.
const VENUE: &str = "event.venue";

/// That of nothing but a coming one.
const NEXT_HOST: &str = "edition.host";

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

/// Nouns between «من» and the place that they are in.
const STATIONS: &[&str] = &["ميناء", "مرفا", "مطار", "قاعده", "مدينه", "العاصمه", "بلده"];
/// Adds the names that a sentence gives as values of one attribute, which comes with its bit.
pub fn read(
    (cx, cast): (&Context, &Cast),
    sought: Sought,
    sentence: Span,
    words: &[Word],
    facts: &[Fact],
    out: &mut Vec<Fact>,
) {
    let Sought { attribute, place, bit, .. } = sought;
    for at in sought.openings() {
        let Some(seen) = glance(words, at) else { continue };
        for (naming, number) in attribute.names.iter().zip(0..) {
            let Some(cue) = cue((place, number), words, (at, seen)) else { continue };
            let Some(head) = near_head(words, cue.clone(), attribute, bit) else { continue };
            if !has_company(naming, words, &cue) {
                continue;
            }
            let Some((value, span)) = named((cx, cast), naming, words, cue.clone()) else {
                continue;
            };
            if is_description(&value.name) || denial::is_of_many(words, at, attribute.key) {
                continue;
            }
            let ahead = |forms| words.iter().skip(at).take(REACH).any(|word| word.is(forms));
            let venue = attribute.key == VENUE;
            let next = attribute.key == NEXT_HOST;
            if attribute.key == TITLE && is_no_title(words, &cue)
                || is_open(cx, words, at, attribute.key)
                || !venue && !next && ahead(&COMING[..2])
            {
                break;
            }
            let coming = venue && ahead(COMING);
            let (layer, _) = neighbour(facts, sentence, span);
            let stated = Stated { words, head, value: cue, bit, facts, sentence, span };
            let Some(mut topic) = topic((cx, cast), attribute, &stated) else { continue };
            topic.scope.extend(coming.then(|| (Facet::Event, NEXT.into())));
            // «وفي منافسات الزوجي فاز …»: a title of its own.
            let of_two = || words.iter().take(at).any(|word| word.is(&["زوجي"]));
            if attribute.key == TITLE && of_two() {
                topic.scope.push((Facet::Event, DOUBLES.into()));
            }
            topic.scope.put_in_order(Ord::cmp);
            // «جرت المفاوضات في برن»: the verb and the noun tell of one place.
            if out.last().is_some_and(|last| last.span == span && last.topic.key == topic.key) {
                break;
            }
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

/// The words of the cue that begins at `at`, of one of the names of an attribute.
fn cue(of: (u16, u16), words: &[Word], (at, seen): (usize, Glance)) -> Option<Range<usize>> {
    let cues = words.get(at)?.lemma.cues(of.0);
    let cues = cues.filter(|(_, cue)| cue.value == of.1 && cue.may_stand(seen));
    let found = cues.filter_map(|(stem, cue)| length(words, at, cue.phrase.get(), Some(stem)));
    Some(at..at + found.max()?)
}

/// Whether one of the words that must go with a cue stands near it, if any must.
fn has_company(naming: &Naming, words: &[Word], cue: &Range<usize>) -> bool {
    let near = cue.start.saturating_sub(5)..(cue.end + REACH).min(words.len());
    naming.with.is_empty()
        || naming.with.iter().any(|phrase| stands_in(words, near.clone(), phrase.get()))
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
    let after = |forms: &[&str], clitic: Clitics, round: &[&str]| {
        clause().find_map(|i| {
            let word = words.get(i)?;
            let is = |back: usize, forms: &[&str]| {
                i.checked_sub(back)
                    .filter(|i| *i >= cue.end)
                    .and_then(|i| words.get(i))
                    .is_some_and(|before| before.is(forms))
            };
            // «من ميناء اللاذقية»
            // «من ميناء في البلاد», «في العاصمة الفرنسية باريس»
            let within = is(1, &["في"]) && is(3, forms) && is(2, STATIONS);
            let of_country = || {
                let nation = Some(i - 1).filter(|_| is(2, STATIONS) && is(3, forms));
                let nation = nation.and_then(|i| origin(cx, naming, words, i));
                nation.zip(at(i)).is_some_and(|((nation, _), (place, _))| {
                    place.canonical.starts_with(&nation.canonical)
                })
            };
            let apart = is(1, forms) && !is_of_whom(words, i, forms)
                || is(1, STATIONS) && is(2, forms)
                || is(1, round)
                || within
                || of_country();
            let token = cx.token(word.at())?;
            let joined = clitic != Clitics::default() && token.clitics.has(clitic);
            at(i).filter(|_| apart || joined)
        })
    };
    // A subject or an object has no preposition before it.
    let free = |i: &usize| {
        words
            .get(*i)
            .and_then(|word| cx.token(word.at()))
            .is_some_and(|token| !token.clitics.has(Clitics::BY) && !token.clitics.has(Clitics::TO))
    };
    match naming.stands {
        Stands::Next => {
            // «القاتل هو فلان», «المتهم ويدعى فلان»
            let linked = |i: &usize| words.get(*i).is_some_and(|word| word.is(CALLED));
            let first = (cue.end..cue.end + 3).find(|i| !linked(i))?;
            at(first).or_else(|| origin(cx, naming, words, first))
        }
        // «برتغالي الجنسية»
        Stands::Before => holder((cx, cast), naming, words, cue.start)
            .or_else(|| origin(cx, naming, words, cue.start.checked_sub(1)?)),
        Stands::Here => at(cue.start),
        Stands::Subject => governed()
            .filter(free)
            .find_map(at)
            .or_else(|| before((cx, cast), naming, words, cue.start))
            .or_else(|| governed().find_map(|i| origin(cx, naming, words, i))),
        Stands::Object => governed().filter(free).filter_map(at).last(),
        Stands::To => after(&["الي"], Clitics::TO, &[]),
        Stands::From => after(&["من"], Clitics::default(), &[]),
        Stands::In => after(IN, Clitics::BY, OUTSKIRTS),
        Stands::With => after(&["مع"], Clitics::default(), &[]),
    }
}

/// «البنك الإماراتي»: what it is and where it is from, which is nobody's name.
fn is_description(name: &str) -> bool {
    let folded = fold(name);
    let is = |word: &str, class| {
        lexicon::find(word).is_some_and(|found| found.entry.sense(class).is_some())
    };
    match folded.split_whitespace().collect::<Vec<_>>().as_slice() {
        [head, from] => is(head, Class::OrgHead) && is(from, Class::Nisba),
        _ => false,
    }
}

/// What stands between whoever did it and the name.
#[rustfmt::skip]
const CALLED: &[&str] = &[
    "هو", "هي", "فهو", "فهي", "يدعي", "تدعي", "المدعو", "المدعوه",
    "اسمه", "اسمها", "واسمه", "ويدعي", "كان", "كانت",
];

/// «وزيرا الطاقة في البلدين»: where somebody has an office, and nothing of what is told.
fn is_of_whom(words: &[Word], place: usize, forms: &[&str]) -> bool {
    const OFFICES: &[&str] = &[
        "وزير",
        "وزيره",
        "وزيرا",
        "وزيري",
        "وزراء",
        "سفير",
        "سفيره",
        "سفيرا",
        "سفيري",
        "رييسا",
        "رييسي",
        "حكومه",
        "حكومتا",
        "سلطات",
        "احزاب",
        "قوي",
        "نظيريه",
    ];
    let office = |back: usize| {
        let word = place.checked_sub(back).and_then(|i| words.get(i));
        word.is_some_and(|word| word.is(OFFICES))
    };
    forms.contains(&"في") && (office(2) || office(3))
}

/// Prepositions before the place where something is.
const IN: &[&str] = &["في", "علي", "داخل", "وسط", "لدي"];

/// Parts of a place that are called by its name: «على مشارف المدينة», «قبالة سواحل البلاد».
const OUTSKIRTS: &[&str] = &[
    "ضواحي",
    "ضاحيه",
    "مشارف",
    "اطراف",
    "سواحل",
    "ساحل",
    "شواطي",
    "شاطي",
    "مياه",
    "اراضي",
    "ارصفه",
    "رصيف",
    "مدخل",
    "مخرج",
    "قلب",
    "ارجاء",
    "شوارع",
    "محيط",
    "تخوم",
];

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
    let token = words.get(first.checked_sub(1)?)?.at();
    let mention =
        cast.at(token).filter(|mention| gap < Gap::Comma && mention.whole.end == token + 1)?;
    told(cx, cast, naming, mention)
}

/// Whether a place is one of the gazetteer, by its path.
fn is_listed(name: &str) -> bool {
    name.contains('/') || name.len() == 2 && name.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// The name right before a cue that its office opens.
fn holder(
    (cx, cast): (&Context, &Cast),
    naming: &Naming,
    words: &[Word],
    cue: usize,
) -> Option<(Name, Span)> {
    // «فلان، رئيس المحكمة،»
    let own = words.get(cue)?.at();
    let apposed = cast.at(own).filter(|mention| mention.name.end <= own);
    if let Some(name) = apposed.and_then(|mention| told(cx, cast, naming, mention)) {
        return Some(name);
    }
    // «شركة فلان هي المشغلة»
    let linked = |i: usize| words.get(i).is_some_and(|word| word.is(WAS) && word.gap <= Gap::Mark);
    let cue = if linked(cue.checked_sub(1)?) { cue - 1 } else { cue };
    let token = words.get(cue.checked_sub(1)?)?.at();
    let close = words.get(cue).is_some_and(|word| word.gap <= Gap::Mark);
    let mention = cast.at(token).filter(|mention| close && mention.name.end == token + 1)?;
    let (name, _) = told(cx, cast, naming, mention)?;
    Some((name, cx.span(mention.name.start, mention.name.end)))
}

/// What stands between a name and what is said of it.
const WAS: &[&str] = &["هو", "هي", "كان", "كانت"];

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
    let token = word.at();
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
    let sense = cx.word_sense(word.at(), Class::Nisba)?;
    let name = Name { name: cx.text.slice(word.span)?.to_owned(), canonical: sense.id.to_owned() };
    naming.sorts.contains(&Sort::Place).then_some((name, word.span))
}

fn told(cx: &Context, cast: &Cast, naming: &Naming, mention: &Mention) -> Option<(Name, Span)> {
    let entity = cast.entity(mention)?;
    // «انتخب فلان رئيسا للبلاد»: what he became, and nobody's name.
    let became = mention.sort == Sort::Described && cx.word(mention.whole.start).ends_with('ا');
    if !naming.sorts.contains(&entity.sort) || became {
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
/// A place that no gazetteer has may lie in any that it has, and goes by its noun («قرية …»).
fn canonical(entity: &Entity, mention: &Mention) -> String {
    match mention.role.filter(|_| entity.sort == Sort::Described) {
        Some(role) => format!("role:{role}"),
        None => match &entity.noun {
            Some(noun) if entity.sort == Sort::Place && !is_listed(&entity.canonical) => {
                format!("{NOUN}{} {}", stem(noun), entity.canonical)
            }
            _ => entity.canonical.clone(),
        },
    }
}
