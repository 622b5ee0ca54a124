//! One sentence as folded words, each with its place and with whether the text breaks before it.

use crate::article::Article;
use crate::facts::lexicon::{self, Classes};
use crate::facts::topic::bases;
use crate::text::Span;

use super::super::words::{Word, Words, places};

/// Prepositions that are words of their own.
#[rustfmt::skip]
pub const PREPOSITIONS: &[&str] = &[
    "علي", "الي", "عن", "في", "من", "بين", "مع", "بسبب", "جراء", "نتيجه", "خلال", "امام", "خلف",
    "داخل", "خارج", "قرب", "عبر", "نحو", "حول", "ضد", "لدي", "عند", "وسط", "رغم", "تحت", "فوق",
    "بعد", "قبل", "منذ", "اثر", "عقب", "حتي", "ضمن", "دون", "بدون", "مقابل", "قباله", "تجاه", "وراء",
    "شمال", "جنوب", "شرق", "غرب", "صوب", "ازاء", "اثناء", "حيال", "لصالح", "بشان", "بعيدا", "فور",
];

/// A sentence cut into words.
pub struct Sentence<'a> {
    pub span: Span,
    words: Vec<&'a str>,
    /// The words as the folder numbers them.
    pub numbers: &'a [Word],
    places: Vec<Span>,
    parted: Vec<bool>,
    aside: Vec<bool>,
    owned: Vec<bool>,
    /// It ends in a question mark: it says nothing.
    pub asks: bool,
}

impl<'a> Sentence<'a> {
    /// The sentence of an article at `span`, with the words that the folder knows there.
    pub fn of(article: &Article, (span, numbers): (Span, &'a [Word]), words: &'a Words) -> Self {
        let places = places(article, span);
        let (mut end, mut inside) = (span.start, false);
        let mut gap = |place: &Span| {
            let between = article.text.slice(Span { start: end, end: place.start });
            let between = between.unwrap_or_default();
            end = place.end;
            inside = match between.chars().rfind(|sign| matches!(sign, '(' | ')')) {
                Some(sign) => sign == '(',
                None => inside,
            };
            let parts = between.contains(['،', ',', ';', '؛', ':', '.']);
            (parts && !inside, inside)
        };
        let (parted, aside) = places.iter().map(&mut gap).unzip();
        let owned = |place: &Span| {
            let word = article.text.slice(*place).unwrap_or_default();
            let owner = ["ه", "ها", "هم", "هما", "هن"].iter().any(|owner| word.ends_with(owner));
            owner && !word.starts_with("ال")
        };
        let owned = places.iter().map(owned).collect();
        let text = article.text.slice(span).unwrap_or_default().trim_end();
        Self {
            span,
            words: numbers.iter().map(|word| words.spelt(*word)).collect(),
            numbers,
            places,
            parted,
            aside,
            owned,
            asks: text.ends_with(['؟', '?']),
        }
    }

    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// The word at a place; none beyond the ends.
    pub fn word(&self, at: usize) -> &'a str {
        self.words.get(at).copied().unwrap_or_default()
    }

    /// The word so many places before another.
    pub fn before(&self, at: usize, back: usize) -> &'a str {
        at.checked_sub(back).map_or("", |at| self.word(at))
    }

    pub fn place(&self, at: usize) -> Option<Span> {
        self.places.get(at).copied()
    }

    /// Whether a comma or a stronger mark stands before the word, or it is the first or past the last.
    pub fn is_parted(&self, at: usize) -> bool {
        at == 0 || self.parted.get(at).copied().unwrap_or(true)
    }

    /// Whether the word stands in brackets.
    pub fn is_aside(&self, at: usize) -> bool {
        self.aside.get(at).copied().unwrap_or_default()
    }

    /// Whether the word carries a pronoun, as far as its letters tell: «بلاده» is anybody's country.
    pub fn is_owned(&self, at: usize) -> bool {
        self.owned.get(at).copied().unwrap_or_default()
    }

    /// Whether one of `count` words from `from` on is one of a list.
    pub fn any(&self, from: usize, count: usize, list: &[&str]) -> bool {
        self.words.iter().skip(from).take(count).any(|word| list.contains(word))
    }
}

/// Whether the lexicon gives a folded word, particles apart, a sense in one of these classes.
pub fn is(word: &str, classes: Classes) -> bool {
    lexicon::find(word).is_some_and(|found| found.entry.alone().meet(classes))
}

/// The word without a «و» or «ف» that joins it to the one before.
pub fn unjoined(word: &str) -> Option<&str> {
    let rest = word.strip_prefix(['و', 'ف'])?;
    let whole =
        lexicon::find(word).is_some_and(|found| found.clitics == lexicon::Clitics::default());
    (!whole && bases(word).any(|base| rest.ends_with(base))).then_some(rest)
}
