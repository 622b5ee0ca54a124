//! Facts whose values are words of a closed list: the cause of a death, the state of a deal, the
//! exchange a share is listed on. The lists are in `assets/topics/attributes.toml`.

use std::ops::Range;

use crate::text::Span;

use super::super::entity::Cast;
use super::super::{Certainty, Context, Facet, Fact, Kind, Layer, Mode, Value};
use super::denial::{self, NEAR, REACH, denial};
use super::doubt;
use super::file::{IF_DENIED, OR};
use super::frame::{Attribute, AttributeValue, Bit, Choice, attribute_at};
use super::marks::{Sought, near};
use super::naming;
use super::stated::{Stated, topic};
use super::table::Text;
use super::words::{Gap, Word, glance, refill};

/// The attributes that the sentences of an article state.
pub fn facts(cx: &Context, cast: &Cast, facts: &[Fact]) -> Vec<Fact> {
    let mut found = Vec::new();
    let (mut marks, mut words) = (Vec::new(), Vec::new());
    for sentence in cx.sentences {
        let near = near(cx.tokens.get(sentence.tokens.clone()).unwrap_or_default(), &mut marks);
        if near.is_empty() {
            continue;
        }
        refill(cx, sentence.tokens.clone(), &mut words);
        let facts = within(facts, sentence.span);
        for at in near.places() {
            let Some(attribute) = attribute_at(at) else { continue };
            let of = Sought { attribute, place: at as u16, bit: Bit::of(at), marks: &marks };
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

/// Adds what the sentence states of one attribute.
fn read(
    (cx, cast): (&Context, &Cast),
    sought: Sought,
    sentence: Span,
    words: &[Word],
    facts: &[Fact],
    out: &mut Vec<Fact>,
) {
    let Sought { attribute, bit, .. } = sought;
    let mut free = 0;
    for at in sought.openings() {
        if at < free {
            continue;
        }
        let Some(Found { value, length, before, told, only_denied }) = value_at(sought, words, at)
        else {
            continue;
        };
        let Some(value) = value else {
            free = at + length;
            continue;
        };
        // «إعادة فتح المعبر المغلق»: what it was until then.
        let former = words.get(at).is_some_and(|word| word.folded.starts_with("الم"))
            && words.get(at.saturating_sub(FORMER)..at).is_some_and(|before| {
                before.iter().any(|word| word.lemma.opens(bit) && !word.definite())
            });
        let open = former
            || is_of_people(attribute.key) && denial::is_of_one(words, at)
            || attribute.deniable && denial::is_demanded(words, at)
            || denial::is_open(words, at)
            || doubt::is_asked(words, at)
            || denial::is_not_done(words, at)
            || (attribute.progress || is_of_people(attribute.key)) && denial::is_sought(words, at)
            || denial::is_charge(words, at, bit)
            || attribute.many && denial::is_of_before(words, at..at + length);
        if open
            || attribute.key == "event.cause" && denial::is_circumstance(words, at)
            || attribute.key == "event.direction" && is_of_village(words, at)
            || is_region(words, at)
        {
            continue;
        }
        let Some(head) = near_head(words, at..at + length, attribute, bit) else { continue };
        let end = at + length;
        if OF_EACH.contains(&attribute.key) && counts_some(words, end, facts) {
            free = end;
            continue;
        }
        let denied = (attribute.deniable || only_denied) && !denial::is_but(words, end);
        let denied = denied.then(|| denial(words, at..end)).flatten();
        let apart = denied.is_some() || attribute.scope == [Facet::Of];
        if only_denied && denied.is_none() || apart && denial::is_of_some(words, end) {
            continue;
        }
        let other = |i: usize| {
            let other = value_at(sought, words, i).and_then(|found| found.value);
            other.is_some_and(|other| other.id != value.id)
        };
        if denied.is_none() && doubt::is_one_of_two(words, at..end, other) {
            continue;
        }
        free = end;
        // A denial from afar is told by its value: the words between say who denies.
        let from = denied.filter(|from| at - from <= REACH + 4).unwrap_or(at);
        let told = if at - from > NEAR { before } else { told };
        let last = words.get(at + told - 1).map_or(sentence, |last| last.span);
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

/// «أفريقيا جنوب الصحراء», «الصحراء الغربية»: the name of a region, no desert and no direction.
fn is_region(words: &[Word], at: usize) -> bool {
    let word = |at: usize| words.get(at).map_or("", |word| word.folded);
    match word(at) {
        "جنوب" => word(at + 1) == "الصحراء",
        "الصحراء" => {
            at.checked_sub(1).is_some_and(|before| word(before) == "جنوب")
                || matches!(word(at + 1), "الغربيه" | "المغربيه" | "الكبري")
        }
        _ => false,
    }
}

/// Words between what was done to a thing and what is told of it by a participle, at most.
const FORMER: usize = 4;

/// Attributes of which each of several who are tried may have another value.
const OF_EACH: &[&str] =
    &["case.verdict", "trial.presence", "event.presence", "person.hospital", "custody.state"];

/// «قرية الصفا غرب التابعة للمركز»: the side is of the village's name, where no place follows it.
fn is_of_village(words: &[Word], at: usize) -> bool {
    const VILLAGES: &[&str] = &["قريه", "مركز", "مدينه", "بلده", "حي", "كوم", "نجع", "عزبه"];
    let head = at.checked_sub(2).and_then(|i| words.get(i));
    let named = head.is_some_and(|word| word.is(VILLAGES) && !word.definite());
    let ends = words.get(at + 1).is_none_or(|word| {
        word.gap > Gap::Space
            || word.folded.starts_with(['و', 'ب'])
            || matches!(word.folded, "التابعه" | "الواقعه" | "في" | "حيث" | "علي" | "عن" | "الي")
    });
    named && ends
}

/// Whether an attribute tells what became of people.
fn is_of_people(key: &str) -> bool {
    ["case.", "trial.", "custody.", "person.", "health."].iter().any(|of| key.starts_with(of))
}

/// «برأت ثلاثة وأدانت سبعة»: how many, and no verdict on whoever the case is of.
fn counts_some(words: &[Word], end: usize, facts: &[Fact]) -> bool {
    let near = words.get(end).zip(words.get(end + 1).or(words.get(end)));
    near.is_some_and(|(first, last)| {
        let stretch = first.span.union(last.span);
        facts.iter().any(|fact| {
            matches!(fact.kind, Kind::Count | Kind::Number) && stretch.covers(fact.span)
                || fact.kind == Kind::Count && fact.span.start == first.span.start
        })
    })
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

/// The place of the head nearest to a value, if one is near enough.
pub(super) fn near_head(
    words: &[Word],
    value: Range<usize>,
    attribute: &Attribute,
    bit: Bit,
) -> Option<usize> {
    let from = value.start.saturating_sub(usize::from(attribute.reach));
    let to = match attribute.after {
        Some(after) => value.end + usize::from(after),
        None => value.start + usize::from(attribute.reach) + 1,
    };
    let is_head = |i: &usize| words.get(*i).is_some_and(|word| word.lemma.is_head(bit));
    let heads = (from..to.min(words.len())).filter(is_head);
    heads.min_by_key(|i| (i.abs_diff(value.start), *i < value.start))
}

/// A value where its words stand.
struct Found {
    /// None: the words are of another matter.
    value: Option<&'static AttributeValue>,
    /// How many words it takes.
    length: usize,
    /// How many of them stand before a «…».
    before: usize,
    /// How many of them tell it: all but those behind a «…» that holds much.
    told: usize,
    /// The words tell it only where they are denied.
    only_denied: bool,
}

/// The value whose words begin at `at`.
fn value_at(sought: Sought, words: &[Word], at: usize) -> Option<Found> {
    let before = |phrase: &[Text]| {
        let part = |part: &&Text| part.after(OR).is_none();
        phrase.iter().take_while(|part| !part.is(GAP)).filter(part).count()
    };
    let seen = glance(words, at)?;
    let phrases = words.get(at)?.lemma.openings(sought.place);
    let phrases = phrases.filter(|(_, choice)| choice.may_stand(seen));
    let found = phrases.filter_map(|(stem, Choice { value, phrase, .. })| {
        let phrase = phrase.get();
        let length = length(words, at, phrase, Some(stem))?;
        let only_denied = phrase.first().is_some_and(|first| first.after(IF_DENIED).is_some());
        let value = sought.attribute.values.get(usize::from(*value));
        let close = length <= CLOSE && !words.get(at + 1..at + length)?.iter().any(is_parted);
        let told = if close { length } else { before(phrase) };
        Some(Found { value, length, before: before(phrase), told, only_denied })
    });
    found.max_by_key(|found| (found.length, found.value.is_none()))
}

/// Words that tell a value at most, where what is done and what it is done to stand apart.
const CLOSE: usize = 5;

/// «أقر زعيم الحزب، فلان، …»
fn is_parted(word: &Word) -> bool {
    word.gap > Gap::Mark
}

/// What leaves room in a phrase.
const GAP: &str = "…";

/// Words that a «…» of a phrase leaves room for at most: who does it, to whom.
const ROOM: usize = 6;

/// Whether the words from `at` on are those of a phrase.
fn matches(words: &[Word], at: usize, phrase: &[Text]) -> bool {
    length(words, at, phrase, None).is_some()
}

/// Whether the words of a phrase begin somewhere in a stretch: its first one is read once.
pub(super) fn stands_in(words: &[Word], mut stretch: Range<usize>, phrase: &[Text]) -> bool {
    let Some((first, rest)) = phrase.split_first() else { return false };
    let Some((others, _)) = alternatives(rest) else { return false };
    let first = first.bytes();
    let opens =
        |word: &Word| is_one(word, first) || others.iter().any(|other| is_other(word, *other));
    stretch.any(|at| words.get(at).is_some_and(opens) && matches(words, at, phrase))
}

/// How many words a phrase takes that begins at `at`. A word after «=» stands for itself alone, any
/// other for all forms of its stem; `stem` is one that the word there is known to be of.
pub(super) fn length(
    words: &[Word],
    at: usize,
    phrase: &[Text],
    stem: Option<Text>,
) -> Option<usize> {
    let rest = match phrase.split_first() {
        Some((first, rest)) if stem == Some(*first) => alternatives(rest)?.1,
        _ => part(words.get(at)?, phrase)?,
    };
    Some(at_end(words, at + 1, rest)? - at)
}

/// Where the rest of a phrase ends whose first part stands before `to`.
fn at_end(words: &[Word], mut to: usize, mut rest: &[Text]) -> Option<usize> {
    while let Some((first, tail)) = rest.split_first() {
        (to, rest) = if first.is(GAP) {
            let (want, tail) = tail.split_first()?;
            let (others, rest) = alternatives(tail)?;
            let found = to + first_in(room(words, to), want.bytes(), others)?;
            (is_one_clause(words.get(to..=found)?).then_some(found)? + 1, rest)
        } else {
            let word = words.get(to).filter(|word| word.gap <= Gap::Mark)?;
            (to + 1, part(word, rest)?)
        };
    }
    Some(to)
}

/// The words for which a «…» that stands before `from` leaves room.
fn room<'w, 'a>(words: &'w [Word<'a>], from: usize) -> &'w [Word<'a>] {
    let rest = words.get(from..).unwrap_or_default();
    let most = rest.get(..=ROOM).unwrap_or(rest);
    let goes_on = most.iter().take_while(|word| word.gap <= Gap::Comma).count();
    most.get(..goes_on).unwrap_or_default()
}

/// The first of the words that a phrase asks for, or one of the others that will do as well. Each of those
/// is read once, not at every word.
fn first_in(words: &[Word], want: &[u8], others: &[Text]) -> Option<usize> {
    let first = place(words, want);
    others.iter().fold(first, |first, other| {
        let nearer = words.get(..first.unwrap_or(words.len())).unwrap_or_default();
        other.bytes().split_first().and_then(|(_, want)| place(nearer, want)).or(first)
    })
}

/// Where the first word stands that a phrase asks for, as [`is_one`] has it.
fn place(words: &[Word], want: &[u8]) -> Option<usize> {
    match want {
        [b'!', b'=', form @ ..] | [b'=', form @ ..] => {
            words.iter().position(|word| word.is_form(form))
        }
        [b'!', stem @ ..] | stem => words.iter().position(|word| word.has(stem)),
    }
}

/// «أقر زعيم الحزب، فلان، بهزيمته» is one clause, «أبرم، ونفى فلان الاتفاق» is two, and what stands
/// behind «دون» did not come about.
fn is_one_clause(room: &[Word]) -> bool {
    let commas = room.iter().filter(|word| word.gap == Gap::Comma).count();
    let between = room.split_last().map_or(room, |(_, between)| between);
    commas % 2 == 0 && !between.iter().any(denial::is_particle)
}

/// What comes in a phrase after the words of which any will do next, where this word is one of them.
fn part<'p>(word: &Word, phrase: &'p [Text]) -> Option<&'p [Text]> {
    let (first, mut rest) = phrase.split_first()?;
    let mut found = is_one(word, first.bytes());
    while let [other, tail @ ..] = rest
        && let [b'|', other @ ..] = other.bytes()
    {
        found = found || is_one(word, other);
        rest = tail;
    }
    found.then_some(rest)
}

/// Whether a word is the one that will do as well, which «|» opens.
fn is_other(word: &Word, other: Text) -> bool {
    other.bytes().split_first().is_some_and(|(_, want)| is_one(word, want))
}

/// The words of a phrase that will do as well as the one before them, and what comes after them.
fn alternatives(phrase: &[Text]) -> Option<(&[Text], &[Text])> {
    let or = |part: &&Text| part.bytes().first() == Some(&b'|');
    phrase.split_at_checked(phrase.iter().take_while(or).count())
}

/// Whether a word is the one that a phrase asks for. Phrases are tried at every word that may open
/// one: their signs are told by a byte.
fn is_one(word: &Word, want: &[u8]) -> bool {
    match want {
        [b'!', b'=', form @ ..] | [b'=', form @ ..] => word.is_form(form),
        [b'!', stem @ ..] | stem => word.has(stem),
    }
}
