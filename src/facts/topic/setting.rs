//! What a whole report is about, so that a sentence need not say it again: the round of an
//! election, the place whose results it gives, whether its figures are preliminary.

use std::cell::OnceCell;

use crate::text::Span;

use super::super::entity::{Cast, Sort};
use super::super::lexicon::{self, Class};
use super::super::{Context, Fact, Kind, Value};
use super::frame::Frame;
use super::met::Met;
use super::scope;
use super::table::Words;
use super::words::{Word, silence_names, words};

/// What holds for a report unless a sentence says otherwise.
#[derive(Debug, Default)]
pub struct Setting {
    pub round: Option<String>,
    /// The part of the country whose figures are given, folded.
    pub place: Option<String>,
    pub preliminary: bool,
    /// Frames whose condition the opening meets for the whole report.
    pub met: Met,
    /// The country whose vote it is, by its adjective («الانتخابات النمساوية»).
    whole: Vec<String>,
    /// Places that the first sentences name: what happened, happened there.
    scene: Vec<String>,
    /// The period of a company's results; few reports are asked for it.
    period: OnceCell<Option<String>>,
    /// The one drug that the opening names; few reports are asked for it.
    drug: OnceCell<Option<&'static str>>,
    /// Domains of `domains.toml`.
    domains: Vec<&'static str>,
}

/// Words of one domain that set it.
const SETS: usize = 2;
/// Sentences that set the scene.
const FIRST: usize = 3;

/// The first tokens of a report, which set the scene.
const OPENING: usize = 170;

/// The words of headline and lead, which say what kind of event it is.
const SCENE: usize = 60;

impl Setting {
    pub fn of(cx: &Context, cast: &Cast, facts: &[Fact]) -> Self {
        let mut words = words(cx, 0..cx.tokens.len().min(OPENING));
        let end = words.last().map_or(0, |word| word.span.end);
        let opening = facts.partition_point(|fact| fact.span.start < end);
        silence_names(&mut words, facts.get(..opening).unwrap_or_default());
        let scene = words.get(..words.len().min(SCENE)).unwrap_or_default();
        let met = Met::of(scene).only(|frame| frame.setting);
        let whole = countries(&words);
        Self {
            met,
            round: round(&words),
            place: local(&words, facts, whole.is_empty()),
            whole,
            scene: places(cx, cast),
            period: OnceCell::new(),
            drug: OnceCell::new(),
            domains: domains(&words),
            preliminary: words
                .iter()
                .take(90)
                .any(|word| word.is(&["اوليه", "جزييه", "تقديريه", "تقديرات"]))
                && words.iter().take(90).any(|word| word.is(&["نتايج", "حصيله", "نسبه"])),
        }
    }
}

impl Setting {
    /// The period of a company's results that the opening names.
    pub fn period(&self, cx: &Context) -> Option<&str> {
        let named = || {
            let opening = 0..cx.tokens.len().min(OPENING);
            let words = words(cx, opening);
            (0..words.len()).find_map(|at| scope::period(&words, at))
        };
        self.period.get_or_init(named).as_deref()
    }

    /// The drug that the opening names, if it names no other.
    pub fn drug(&self, cx: &Context) -> Option<&'static str> {
        let named = || scope::only_drug(&words(cx, 0..cx.tokens.len().min(OPENING)));
        *self.drug.get_or_init(named)
    }

    /// Whether the opening does not say whose vote it is.
    pub fn is_of_no_country(&self) -> bool {
        self.whole.is_empty()
    }

    /// Whether a report of this domain may fill a frame.
    pub fn admits(&self, frame: &Frame) -> bool {
        let about = |ids: Words| self.domains.iter().any(|id| ids.has(id));
        (frame.domain.is_empty() || about(frame.domain)) && !about(frame.outside)
    }

    /// Whether the report is of a domain.
    pub fn is_about(&self, domain: &str) -> bool {
        self.domains.contains(&domain)
    }

    /// Whether a place is where the event is told to be.
    pub fn is_scene(&self, place: &str) -> bool {
        self.scene.iter().any(|known| known == place)
    }

    /// Whether the event is told to be in two countries or more.
    pub fn is_of_countries(&self) -> bool {
        let mut countries = self.scene.iter().filter(|place| place.is_ascii() && place.len() == 2);
        let first = countries.next();
        first.is_some_and(|first| countries.any(|other| other != first))
    }

    /// Whether the event is told to be in a country, or the opening names no place at all.
    pub fn is_scene_in(&self, country: &str) -> bool {
        let inside = |place: &String| {
            place.strip_prefix(country).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        self.scene.is_empty() || self.scene.iter().any(inside)
    }

    /// Whether a place is the whole country that votes.
    pub fn is_whole(&self, place: &str) -> bool {
        let root: String = place.chars().take(4).collect();
        self.whole.iter().any(|adjective| adjective.starts_with(&root))
    }
}

/// The round that the opening tells of; one that tells of two leaves it to its sentences.
fn round(words: &[Word]) -> Option<String> {
    let mut held = scope::rounds(words).into_iter().filter(|round| round.held);
    let first = held.next()?;
    held.all(|round| round.name == first.name).then_some(first.name)
}

/// Places named in the first sentences.
fn places(cx: &Context, cast: &Cast) -> Vec<String> {
    let end = cx.sentences.iter().take(FIRST).next_back().map_or(0, |sentence| sentence.tokens.end);
    let entities = cast.within(0..end).iter().filter_map(|mention| cast.entity(mention));
    entities.filter(|e| e.sort == Sort::Place).map(|e| e.canonical.clone()).collect()
}

/// The domains that the opening words set.
fn domains(words: &[Word]) -> Vec<&'static str> {
    let hits: Vec<&'static str> =
        words.iter().flat_map(|word| word.lemma.domains()).map(|id| id.get()).collect();
    let mut known: Vec<&'static str> = Vec::new();
    for id in hits.iter().copied() {
        let often = || hits.iter().filter(|hit| **hit == id).count() >= SETS;
        if !known.contains(&id) && often() {
            known.push(id);
        }
    }
    known
}

/// Adjectives of origin after the nouns of a vote.
fn countries(words: &[Word]) -> Vec<String> {
    let vote = ["انتخابات", "رياسيه", "رياسه", "برلمانيه", "تشريعيه", "استفتاء"];
    words
        .windows(2)
        .filter(|pair| matches!(pair, [vote_word, _] if vote_word.is(&vote)))
        .filter_map(|pair| pair.last())
        .map(|word| super::words::bare(word.folded).to_owned())
        .filter(|word| {
            let found = lexicon::find(word);
            found.is_some_and(|found| found.entry.sense(Class::Nisba).is_some())
        })
        .collect()
}

/// The place of «المقيمين في», «مراكز الاقتراع في», «نتائج … في», where the opening names one.
fn local(words: &[Word], facts: &[Fact], of_no_country: bool) -> Option<String> {
    words.windows(3).find_map(|window| {
        let [head, preposition, place] = window else { return None };
        let counted = || head.is(&["مقيمين", "اقتراع", "تصويت", "اولي", "ثانيه", "ثاني", "مقيمه"]);
        let named = || names_place(facts, place.span);
        let whole = || of_no_country && scope::is_country(place.folded);
        let inside = preposition.folded == "في" && counted();
        (inside && named() && !whole()).then(|| place.folded.to_owned())
    })
}

fn names_place(facts: &[Fact], span: Span) -> bool {
    facts.iter().any(|fact| {
        fact.kind == Kind::Place && matches!(fact.value, Value::Name(_)) && fact.span.overlaps(span)
    })
}
