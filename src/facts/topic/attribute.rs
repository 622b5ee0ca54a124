//! Facts whose values are words of a closed list: the cause of a death, the state of a deal, the
//! exchange a share is listed on. The lists are in `assets/topics/attributes.toml`.

use std::ops::Range;

use crate::text::Span;

use super::super::affix::holds;
use super::super::entity::{Cast, Sort};
use super::super::{
    Certainty, Context, Facet, Fact, Kind, Layer, Mode, Token, TokenKind, Topic, Value,
};
use super::bearer::nearest_person;
use super::denial::{self, DENIES, denial};
use super::frame::{Attribute, AttributeValue, Attributes, attribute_at, head};
use super::naming;
use super::words::{Gap, Word, words};

/// The attributes that the sentences of an article state.
pub fn facts(cx: &Context, cast: &Cast, facts: &[Fact]) -> Vec<Fact> {
    let mut found = Vec::new();
    let mut marks = Vec::new();
    for sentence in cx.sentences {
        let near = near(cx.tokens.get(sentence.tokens.clone()).unwrap_or_default(), &mut marks);
        if near.is_empty() {
            continue;
        }
        let words = words(cx, sentence.tokens.clone());
        for at in near.places() {
            let Some(attribute) = attribute_at(at) else { continue };
            let bit = Attributes::one(at);
            let of = (attribute, bit);
            if !attribute.values.is_empty() {
                read((cx, cast), of, sentence.span, &words, facts, &mut found);
            }
            if !attribute.names.is_empty() {
                naming::read((cx, cast), of, sentence.span, &words, facts, &mut found);
            }
        }
    }
    found
}

/// Words between a head and a value of any attribute at most, with those of a long value.
const FARTHEST: usize = 32;

/// A word that is a head or opens a value: which word of the sentence it is, and of which attributes.
type Mark = (usize, Attributes, Attributes);

/// The attributes that the words of a stretch are heads and values of.
#[derive(Clone, Copy, Default)]
struct Sides {
    heads: Attributes,
    values: Attributes,
}

/// The attributes of which a head and a value stand near enough to each other, as bits; most
/// sentences have none, and need not be looked at again.
fn near(tokens: &[Token], marks: &mut Vec<Mark>) -> Attributes {
    marks.clear();
    let written = tokens.iter().filter(|token| !matches!(token.kind, TokenKind::Sign(_)));
    let all = written.enumerate().map(|(at, token)| (at, token.lemma.heads, token.lemma.values));
    marks.extend(all.filter(|(_, heads, values)| !(heads.is_empty() && values.is_empty())));
    let mut near = Attributes::default();
    // Those of the stretch at hand and of the one before it: what is farther is told later.
    let (mut stretch, mut here, mut before) = (0, Sides::default(), Sides::default());
    for (at, heads, values) in marks.iter() {
        if at / FARTHEST != stretch {
            before = if at / FARTHEST == stretch + 1 { here } else { Sides::default() };
            (stretch, here) = (at / FARTHEST, Sides::default());
        }
        here.heads = here.heads.with(*heads);
        near = near.with(values.both(here.heads.with(before.heads)));
        near = near.with(heads.both(here.values.with(before.values)));
        here.values = here.values.with(*values);
    }
    near
}

/// Adds what the sentence states of one attribute; `bit` is its bit in
/// [`super::Lemma::heads`].
fn read(
    (cx, cast): (&Context, &Cast),
    (attribute, bit): (&'static Attribute, Attributes),
    sentence: Span,
    words: &[Word],
    facts: &[Fact],
    out: &mut Vec<Fact>,
) {
    let facts = within(facts, sentence);
    let mut free = 0;
    for (at, word) in words.iter().enumerate() {
        let opens = at >= free && word.lemma.values.meet(bit);
        if !opens || !may_have_head(words, at, attribute, bit) {
            continue;
        }
        let Some((value, length)) = value_at(attribute, words, at) else { continue };
        let open = attribute.deniable && denial::is_demanded(words, at)
            || denial::is_open(words, at)
            || denial::is_charge(words, at, bit);
        if open || attribute.key == "event.cause" && denial::is_circumstance(words, at) {
            continue;
        }
        let Some(head) = near_head(words, at..at + length, attribute, bit) else { continue };
        free = at + length;
        let last = words.get(at + length - 1).map_or(sentence, |last| last.span);
        let end = at + length;
        let denied = attribute.deniable && !denial::is_but(words, end);
        let denied = denied.then(|| denial(words, at)).flatten();
        // A denial from afar is told by its value: the words between say who denies.
        let from = denied.filter(|from| at - from <= DENIES + 4).unwrap_or(at);
        let span = words.get(from).map_or(sentence, |first| first.span).union(last);
        let (layer, mode) = neighbour(facts, sentence, span);
        let stated = Stated { words, head, value: at..at + length, bit, facts, sentence, span };
        let Some(topic) = topic((cx, cast), attribute, &stated) else { continue };
        out.push(Fact {
            kind: Kind::Outcome,
            topic,
            value: Value::Words(match denied {
                Some(_) => format!("{DENIED}{}", value.id),
                None => value.id.to_owned(),
            }),
            span,
            sentence,
            layer,
            mode,
            certainty: Certainty::Medium,
            rule: "closed_list",
        });
    }
}

/// What stands before the id of a value that is denied.
pub const DENIED: &str = "not ";

/// The facts that begin in a sentence.
pub(super) fn within(facts: &[Fact], sentence: Span) -> &[Fact] {
    let first = facts.partition_point(|fact| fact.span.start < sentence.start);
    let last = facts.partition_point(|fact| fact.span.start <= sentence.end);
    facts.get(first..last).unwrap_or_default()
}

/// The layer of the nearest fact of the sentence: one voice speaks a sentence more often than not.
pub(super) fn neighbour(facts: &[Fact], sentence: Span, span: Span) -> (Layer, Mode) {
    facts
        .iter()
        .filter(|fact| sentence.covers(fact.span))
        .min_by_key(|fact| fact.span.start.abs_diff(span.start))
        .map_or_else(Default::default, |fact| (fact.layer.clone(), Mode::Fact))
}

/// A value of an attribute where it stands.
pub(super) struct Stated<'s, 'w> {
    pub words: &'s [Word<'w>],
    /// The place of its head.
    pub head: usize,
    /// The words of the value.
    pub value: Range<usize>,
    /// The bit of the attribute.
    pub bit: Attributes,
    /// The facts of its sentence.
    pub facts: &'s [Fact],
    pub sentence: Span,
    pub span: Span,
}

/// The topic of a value with what narrows it; none where what must be told of it is not.
pub(super) fn topic(
    (cx, cast): (&Context, &Cast),
    attribute: &Attribute,
    stated: &Stated,
) -> Option<Topic> {
    let words = stated.words;
    let mut scope = Vec::new();
    for facet in attribute.scope {
        let value = match facet {
            Facet::Of => nearest_person(stated),
            Facet::Agent => {
                let noun = words.get(stated.head).and_then(|word| head(word.folded, stated.bit));
                noun.map(one_noun)
            }
            Facet::Place => complement(words, stated.head, stated.bit),
            // The head is the verb itself: what it is about.
            Facet::Per if attribute.reach == 0 => Some(object(cx, cast, words, stated.value.end)?),
            Facet::Per => Some(complement(words, stated.value.end - 1, Attributes::default())?),
            Facet::Qualifier => Some(bearer(cx, cast, words, &stated.value)?),
            _ => None,
        };
        scope.extend(value.map(|value| (*facet, value)));
    }
    scope.sort();
    Some(Topic { key: attribute.key.to_owned(), label: attribute.ar.to_owned(), scope })
}

/// «صاحب المبنى» is «مالك المبنى», «ربان» is «قبطان».
fn one_noun(noun: String) -> String {
    const SAME: &[(&str, &str)] = &[("صاحب", "مالك"), ("ربان", "قبطان"), ("كوبري", "جسر")];
    let stem = |word: &str| super::stem(word).to_owned();
    let found = SAME.iter().find(|(other, _)| noun == *other || noun == stem(other));
    found.map_or(noun, |(_, first)| stem(first))
}

/// Nouns that stand between a noun and the name that tells which one it is.
const PASSED: &[&str] =
    &["مدينه", "بلده", "قريه", "منطقه", "العاصمه", "محافظه", "ولايه", "حي", "ميناء", "جزيره"];

/// «مطار الأبيض», «شمال مدينة أغادير»: which one it is, by the word after an indefinite noun. «لقب
/// البطولة» leaves it open, which `bit` tells: the noun after it is a head as well.
fn complement(words: &[Word], noun: usize, bit: Attributes) -> Option<String> {
    words.get(noun).filter(|word| !word.definite())?;
    let next = words.get(noun + 1)?;
    if next.is(BEST) {
        return words.get(noun + 2).map(|word| format!("best {}", word.folded));
    }
    let next = match words.get(noun + 2).filter(|_| next.is(PASSED)) {
        // «مطار المدينة أغلق»: that of the place that is spoken of.
        Some(name) if next.definite() && !name.definite() && !next.is(&["عاصمه"]) => {
            return None;
        }
        Some(name) => name,
        None => next,
    };
    // «لقب ماراثون المدينة»: which title, by the race that it is of.
    if next.lemma.heads.meet(bit) && !next.definite() && next.gap <= Gap::Mark {
        return complement(words, noun + 1, bit);
    }
    let plain = next.gap <= Gap::Mark && next.folded.chars().count() > 2 && !next.is(PREPOSITIONS);
    let joined = next.folded.starts_with("وال") || next.folded.starts_with("بال");
    let open = next.lemma.heads.meet(bit) && next.definite();
    (plain && !joined && !open).then(|| next.stem().to_owned())
}

/// Verbal nouns that say little: what is agreed to is what they are of.
const LIGHT: &[&str] = &[
    "تسيير",
    "اعاده",
    "اجراء",
    "عقد",
    "تنظيم",
    "نشر",
    "تقديم",
    "بدء",
    "منح",
    "ارسال",
    "فتح",
    "اقامه",
    "تنفيذ",
    "اي",
    "مشروع",
    "اقتراح",
    "مقترح",
    "طلب",
    "فكره",
    "مبدا",
];

/// «وافقت إيران على تفتيش الموقع», «رفضت الحكومة المقترح»: what an act of somebody is about, past
/// its subject and «على».
fn object(cx: &Context, cast: &Cast, words: &[Word], from: usize) -> Option<String> {
    let clause = |i: usize| words.get(i).filter(|word| word.gap <= Gap::Mark);
    let subject = clause(from).and_then(|word| cast.at(cx.token_at(word.span.start)));
    let mut at = match subject {
        Some(mention) => {
            let end = cx.span(mention.whole.start, mention.whole.end).end;
            words.partition_point(|word| word.span.start < end)
        }
        None => from,
    };
    let on = (at..at + 3).find(|i| clause(*i).is_some_and(|word| word.folded == "علي"));
    at = on.map_or(at, |on| on + 1);
    while clause(at).is_some_and(|word| word.is(LIGHT)) {
        at += 1;
    }
    let noun =
        clause(at).filter(|word| word.folded.chars().count() > 3 && !word.is(PREPOSITIONS))?;
    (!noun.folded.starts_with('و') || noun.folded.chars().count() > 5)
        .then(|| noun.stem().to_owned())
}

/// «جائزة أفضل ممثلة»: the noun after it tells which one.
const BEST: &[&str] = &["افضل", "احسن"];

/// Words that govern the name after them, and end what a verb governs.
pub(super) const PREPOSITIONS: &[&str] = &[
    "في", "علي", "من", "الي", "عن", "مع", "بعد", "قبل", "خلال", "منذ", "حتي", "امام", "ضد", "بين",
    "ان", "الذي", "التي", "بسبب", "اثر", "بشان", "حول",
];

/// Words between a verb and its subject at most.
const SUBJECT: usize = 5;

/// Whose act or state it is: whoever is named right after the verb, else right before it.
fn bearer(cx: &Context, cast: &Cast, words: &[Word], value: &Range<usize>) -> Option<String> {
    let named = |i: usize, ends: bool| {
        let token = cx.token_at(words.get(i)?.span.start);
        let mention = cast.at(token)?;
        let edge = if ends { mention.whole.end == token + 1 } else { mention.whole.start == token };
        let entity = cast.entity(mention).filter(|_| edge && mention.sort != Sort::Thing)?;
        Some(match mention.role.filter(|_| entity.sort == Sort::Described) {
            // «الخارجية المغربية» speaks for the state.
            Some("official") if mention.of.is_some() => mention.of.unwrap_or_default().to_owned(),
            Some(role) => format!("role:{role} {}", mention.of.unwrap_or_default()),
            // «أثينا» and «اليونان» are one state that acts.
            None if entity.sort == Sort::Place => {
                entity.canonical.split('/').next().unwrap_or_default().to_owned()
            }
            None => entity.canonical.clone(),
        })
    };
    let clause = |i: &usize| words.get(*i).is_some_and(|word| word.gap <= Gap::Mark);
    let after = (value.end..value.end + SUBJECT).take_while(clause).find_map(|i| named(i, false));
    let before = || {
        let near = (value.start.saturating_sub(3)..value.start).rev();
        near.take_while(|i| clause(&(i + 1))).find_map(|i| named(i, true))
    };
    let mentioned = after.or_else(before);
    mentioned.or_else(|| subject(words, value.end))
}

/// «قاطعت أحزاب المعارضة»: the noun after the verb, which no list of names has.
fn subject(words: &[Word], at: usize) -> Option<String> {
    let noun = |i: usize| {
        let word = words.get(i).filter(|word| word.gap == Gap::Space && !word.is(PREPOSITIONS))?;
        (word.folded.chars().count() > 3).then_some(word)
    };
    let first = noun(at)?;
    match noun(at + 1).filter(|_| !first.definite()) {
        Some(next) if next.definite() => Some(format!("{} {}", first.stem(), next.stem())),
        _ if first.definite() => Some(first.stem().to_owned()),
        _ => None,
    }
}

/// Words of a value at most.
const LONGEST: usize = 4;

/// Whether a head stands where one could be near a value that begins at `at`.
pub(super) fn may_have_head(
    words: &[Word],
    at: usize,
    attribute: &Attribute,
    bit: Attributes,
) -> bool {
    let reach = usize::from(attribute.reach);
    let after = attribute.after.map_or(reach + 1, |after| usize::from(after) + LONGEST);
    let from = at.saturating_sub(reach);
    words.iter().take(at + after.max(LONGEST)).skip(from).any(|word| word.lemma.heads.meet(bit))
}

/// The place of the head nearest to a value, if one is near enough.
pub(super) fn near_head(
    words: &[Word],
    value: Range<usize>,
    attribute: &Attribute,
    bit: Attributes,
) -> Option<usize> {
    let from = value.start.saturating_sub(usize::from(attribute.reach));
    let to = match attribute.after {
        Some(after) => value.end + usize::from(after),
        None => value.start + usize::from(attribute.reach) + 1,
    };
    let is_head = |i: &usize| words.get(*i).is_some_and(|word| word.lemma.heads.meet(bit));
    let heads = (from..to.min(words.len())).filter(is_head);
    heads.min_by_key(|i| (i.abs_diff(value.start), *i < value.start))
}

/// The value whose words begin at `at`, and how many words it takes.
fn value_at(
    attribute: &Attribute,
    words: &[Word],
    at: usize,
) -> Option<(&'static AttributeValue, usize)> {
    attribute
        .values
        .iter()
        .flat_map(|value| value.words.iter().map(move |phrase| (value, *phrase)))
        .filter(|(_, phrase)| matches(words, at, phrase))
        .map(|(value, phrase)| (value, phrase.len()))
        .max_by_key(|(_, length)| *length)
}

/// Whether the words from `at` on are those of a phrase. A word after «=» stands for itself alone,
/// any other for all forms of its stem.
pub(super) fn matches(words: &[Word], at: usize, phrase: &[&str]) -> bool {
    phrase.iter().enumerate().all(|(i, want)| {
        words.get(at + i).is_some_and(|word| {
            // A stem is a part of every word that it is of.
            let is = match want.strip_prefix('=') {
                Some(form) => word.is_form(form),
                None => holds(word.folded, want) && word.has(want),
            };
            is && (i == 0 || word.gap <= Gap::Mark)
        })
    })
}
