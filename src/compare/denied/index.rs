//! Where the reports of an event have words of the roots of denied acts, so that every denial is held
//! against those sentences only.
//!
//! Begin with [`Index::of`]. Which words are forms of which root is found once for the whole folder
//! ([`Forms`]); a sentence is cut once, however many denials meet in it.

use std::collections::{BTreeMap, HashMap};

use jiff::civil::Date;

use crate::article::Article;

use super::super::words::{Word, Words};
use super::act::Act;
use super::root::{FAMILY, roots};
use super::sentence::Sentence;
use super::telling::told;

/// The letters of a word but for the long vowels, which come and go, as bits.
fn consonants(word: &str) -> u64 {
    let letters = word.chars().filter(|letter| !matches!(letter, 'ا' | 'و' | 'ي'));
    letters.fold(0, |bits, letter| bits | 1 << (u32::from(letter) % 64))
}

/// Sentences of one report in which an act is looked for.
const PLACES: usize = 48;

/// The words of the folder that are forms of denied acts.
#[derive(Default)]
pub struct Forms {
    /// The number of each root.
    roots: HashMap<String, u32>,
    /// The roots of each word, by the word's number.
    words: Vec<Vec<u32>>,
}

impl Forms {
    /// The forms of these acts.
    pub fn of<'a>(acts: impl Iterator<Item = &'a Act>, words: &Words) -> Self {
        let mut forms = Self::default();
        for root in acts.flat_map(|act| &act.roots) {
            let next = forms.roots.len() as u32;
            forms.roots.entry(root.clone()).or_insert(next);
        }
        if forms.roots.is_empty() {
            return forms;
        }
        let named = |(root, number): (&String, &u32)| {
            Some((words.find(root.strip_prefix(FAMILY)?)?, *number))
        };
        let families: HashMap<Word, u32> = forms.roots.iter().filter_map(named).collect();
        let bare = forms.roots.keys().filter(|root| !root.starts_with(FAMILY));
        let mut wanted: Vec<u64> = bare.map(|root| consonants(root)).collect();
        wanted.sort_unstable();
        wanted.dedup();
        let known = |(word, family): (&str, Option<Word>)| {
            let own = family.and_then(|family| families.get(&family));
            let mut held: Vec<u32> = own.copied().into_iter().collect();
            let letters = consonants(word);
            // Most words have not the letters of any root that is asked for.
            if wanted.iter().any(|root| root & letters == *root) {
                held.extend(roots(word).iter().filter_map(|root| forms.number(root)));
            }
            held
        };
        let known = words.spellings().zip(words.families()).map(known).collect();
        forms.words = known;
        forms
    }

    fn number(&self, root: &str) -> Option<u32> {
        self.roots.get(root).copied()
    }

    fn of_word(&self, word: Word) -> &[u32] {
        self.words.get(word as usize).map_or(&[], Vec::as_slice)
    }
}

/// The sentences of an event's reports that hold a form of a denied act.
pub struct Index<'a> {
    forms: &'a Forms,
    articles: &'a [Article],
    /// Report and sentence, by the number of the root; each once, in order.
    places: HashMap<u32, Vec<(usize, usize)>>,
    sentences: BTreeMap<(usize, usize), Sentence<'a>>,
}

impl<'a> Index<'a> {
    /// The sentences of these reports.
    pub fn of(
        forms: &'a Forms,
        (articles, words): (&'a [Article], &'a Words),
        reports: &[usize],
    ) -> Self {
        let mut index =
            Self { forms, articles, places: HashMap::new(), sentences: BTreeMap::new() };
        for report in reports {
            let Some(article) = articles.get(*report) else { continue };
            for (at, one) in words.sentences(*report).enumerate() {
                let mut held: Vec<u32> =
                    one.1.iter().flat_map(|word| forms.of_word(*word)).copied().collect();
                if held.is_empty() {
                    continue;
                }
                held.sort_unstable();
                held.dedup();
                for root in held {
                    index.places.entry(root).or_default().push((*report, at));
                }
                index.sentences.insert((*report, at), Sentence::of(article, one, words));
            }
        }
        index
    }

    /// Where the other reports tell an act that one denies.
    pub fn told(&self, denies: usize, act: &Act) -> Vec<(usize, Act)> {
        let numbers: Vec<u32> =
            act.roots.iter().filter_map(|root| self.forms.number(root)).collect();
        let mut places: Vec<(usize, usize)> =
            numbers.iter().filter_map(|root| self.places.get(root)).flatten().copied().collect();
        places.sort_unstable();
        places.dedup();
        let mut found: Vec<(usize, Act)> = Vec::new();
        for report in places.chunk_by(|one, other| one.0 == other.0) {
            let Some((at, _)) = report.first().filter(|(at, _)| *at != denies) else { continue };
            if act.so_far && !self.is_before(*at, denies) {
                continue;
            }
            let sentences = report.iter().take(PLACES).filter_map(|at| self.sentences.get(at));
            let acts = sentences.filter_map(|sentence| {
                let of =
                    |word: &Word| self.forms.of_word(*word).iter().any(|r| numbers.contains(r));
                let is_form = |at: usize| sentence.numbers.get(at).is_some_and(of);
                told(sentence, act, is_form)
            });
            let this = self.year(*at);
            // «لم تعبر أي شاحنة أمس», and a week later «عبرت اليوم عشرات الشاحنات».
            let later = self.is_long_after(*at, denies);
            let acts =
                acts.filter(|told| !(told.is_of_another_year(act, this) || later && told.fresh));
            found.extend(acts.map(|act| (*at, act)));
        }
        found
    }

    /// Whether a report is of a day before another's.
    fn is_before(&self, one: usize, other: usize) -> bool {
        matches!((self.day(one), self.day(other)), (Some(one), Some(other)) if one < other)
    }

    /// Whether a report's «yesterday» is after all that the other tells.
    fn is_long_after(&self, one: usize, other: usize) -> bool {
        let days = self.day(one).zip(self.day(other));
        days.is_some_and(|(one, other)| (one - other).get_days() > 1)
    }

    fn day(&self, report: usize) -> Option<Date> {
        self.articles.get(report)?.published.as_ref().map(|known| known.value)
    }

    fn year(&self, report: usize) -> Option<i16> {
        self.day(report).map(Date::year)
    }
}
