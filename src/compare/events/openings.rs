//! What the opening of a report says of the event that it is of: its words, each by how much it
//! tells.

use crate::article::{Article, BlockKind};
use crate::text::{Span, fold};

use super::super::near::root;
use super::super::words::{Word, Words, spread};

/// Bytes of a report that tell what it is about.
const OPENING: u32 = 1600;
/// Words of the opening of a brief at most. Where it happened is told by one name there.
const BRIEF: usize = 40;
/// Words of what is no more than a line or two.
const SCRAP: usize = 11;
/// What a name follows that is a town's or a quarter's.
const TOWNS: [&str; 11] =
    ["مدينه", "بلده", "قريه", "محافظه", "ولايه", "اقليم", "ناحيه", "قضاء", "حي", "ضاحيه", "جزيره"];
/// What may be written in one with it.
const JOINED: [&str; 6] = ["", "وب", "ول", "و", "ب", "ل"];
/// Words of an opening that are held at most, those that tell most.
const HELD: usize = 96;
/// How much more a word of the headline tells.
const IN_TITLE: f32 = 2.0;
/// How much more a word tells that stands there again, by the logarithm of its number.
const AGAIN: f32 = 0.5;

/// How much each word tells, by how common it is in the news.
pub struct Weights {
    tells: Vec<f32>,
    /// The words after which a town's name stands, in order of their numbers.
    towns: Vec<Word>,
}

impl Weights {
    /// What a word tells that no list knows: the name of a place or of somebody, as a rule.
    pub const RARE: f32 = 3.75;
    /// What a word of a family tells («زلزال», «هزة»): it says what kind of event it is, and is no name.
    const KIND: f32 = 2.6;

    /// Looks the common words up among those of the reports; there are fewer of them.
    pub fn read(words: &Words) -> Self {
        let family = |word: &str| word.starts_with(|c: char| c.is_ascii_lowercase());
        let weight = |word| if family(word) { Self::KIND } else { Self::RARE };
        let every = 0..words.count() as Word;
        let mut tells: Vec<f32> = every.map(|word| weight(words.spelt(word))).collect();
        let list = include_str!("../../../assets/news-words.txt");
        let mut weight = Self::RARE;
        for line in list.lines().filter(|line| !line.starts_with('#')) {
            let (said, line) = line.split_once('=').unwrap_or(("", line));
            weight = said.trim().parse().unwrap_or(weight);
            for word in line.split_ascii_whitespace().filter_map(|word| words.find(word)) {
                tells.iter_mut().skip(word as usize).take(1).for_each(|known| *known = weight);
            }
        }
        let joined = |town: &&str| JOINED.map(|joined| words.find(&format!("{joined}{town}")));
        let mut towns: Vec<Word> = TOWNS.iter().flat_map(joined).flatten().collect();
        towns.sort_unstable();
        Self { tells, towns }
    }

    pub fn of(&self, word: Word) -> f32 {
        self.tells.get(word as usize).copied().unwrap_or(Self::RARE)
    }

    /// How many words there are.
    pub fn count(&self) -> usize {
        self.tells.len()
    }

    /// Whether nothing is known of a word that would make it common.
    pub fn is_rare(&self, word: Word) -> bool {
        self.of(word) >= Self::RARE
    }
}

/// The opening of one report.
#[derive(Debug, Default)]
pub struct Opening {
    /// Each word once, in order of their numbers; the squares of what they tell add up to 1.
    pub words: Vec<(Word, f32)>,
    /// The words of the names of towns that a brief gives.
    places: Vec<Word>,
    /// The day on which the report appeared, counted from some day.
    pub day: Option<i32>,
}

impl Opening {
    /// Of the sentences that `told` lets pass, by their words as one number.
    pub fn of(
        (article, place): (&Article, usize),
        (words, weights): (&Words, &Weights),
        told: impl Fn(u64) -> bool,
    ) -> Self {
        let outlet = outlet(article, words);
        let title = title(article);
        let mut all: Vec<(Word, bool)> = Vec::new();
        let mut places = Vec::new();
        for Sentence { span, words: said, .. } in
            sentences(place, words).filter(|one| told(one.print))
        {
            let titled = title.is_some_and(|title| title.overlaps(span));
            let roots = said.iter().filter_map(|word| words.root_of(*word));
            let roots = roots.filter(|root| !outlet.contains(root));
            all.extend(roots.map(|root| (root, titled)));
            places.extend(named_places(said, words, weights));
        }
        all.sort_unstable();
        let one = |run: &[(Word, bool)]| {
            let (word, titled) = *run.last()?;
            let often = 1.0 + AGAIN * (run.len() as f32).ln();
            let titled = if titled { IN_TITLE } else { 1.0 };
            Some((word, weights.of(word) * often * titled))
        };
        let mut words: Vec<(Word, f32)> = all.chunk_by(|a, b| a.0 == b.0).filter_map(one).collect();
        if words.len() > HELD {
            words.sort_unstable_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
            words.truncate(HELD);
            words.sort_unstable_by_key(|(word, _)| *word);
        }
        let length = words.iter().map(|(_, weight)| weight * weight).sum::<f32>().sqrt();
        for (_, weight) in &mut words {
            *weight /= length.max(f32::MIN_POSITIVE);
        }
        words.shrink_to_fit();
        if words.len() >= BRIEF {
            places = Vec::new();
        }
        Self { words, places, day: day(article) }
    }

    /// Whether both are briefs that name something, and neither knows what the other names: another
    /// town, or nothing rare in common.
    pub fn name_other_things(&self, other: &Self, weights: &Weights) -> bool {
        /// What its rare words tell at least, of all that a brief tells.
        const NAMES: f32 = 0.33;
        let knows = |one: &Self, place: &Word| {
            one.words.binary_search_by_key(place, |(word, _)| *word).is_ok()
        };
        let towns = || !self.places.is_empty() && !other.places.is_empty();
        let met = || {
            self.places.iter().any(|place| knows(other, place))
                || other.places.iter().any(|place| knows(self, place))
        };
        let rare = |one: &Self| one.likeness(one, |word| weights.is_rare(word)) >= NAMES;
        let many = || !self.is_scrap() && !other.is_scrap() && rare(self) && rare(other);
        let none = || self.likeness(other, |word| weights.is_rare(word)) == 0.0;
        self.is_brief() && other.is_brief() && (towns() && !met() || many() && none())
    }

    fn is_brief(&self) -> bool {
        self.words.len() < BRIEF
    }

    /// Whether it is a line or two, in which hardly anything could be shared.
    pub fn is_scrap(&self) -> bool {
        self.words.len() < SCRAP
    }

    /// 0 (nothing shared) to 1 (the same words); of the words that `counts` lets pass.
    pub fn likeness(&self, other: &Self, counts: impl Fn(Word) -> bool) -> f32 {
        let mut rest = other.words.as_slice();
        let mut sum = 0.0;
        for (word, weight) in &self.words {
            while let [(first, _), more @ ..] = rest
                && first < word
            {
                rest = more;
            }
            if let Some((first, own)) = rest.first()
                && first == word
                && counts(*word)
            {
                sum += weight * own;
            }
        }
        sum
    }
}

/// A sentence of an opening.
pub struct Sentence<'w> {
    pub span: Span,
    words: &'w [Word],
    /// Its words as one number.
    pub print: u64,
}

/// The sentences of an opening.
pub fn sentences(place: usize, words: &Words) -> impl Iterator<Item = Sentence<'_>> {
    let opening = words.sentences(place).take_while(|(span, _)| span.start < OPENING);
    let told = opening.filter(|(_, words)| !words.is_empty());
    told.map(|(span, words)| Sentence { span, words, print: spread(words) })
}

/// The rare words behind «بلدة», «مدينة»: the name is of two words at most, as a rule.
fn named_places(said: &[Word], words: &Words, weights: &Weights) -> Vec<Word> {
    const LONG: usize = 2;
    let town = |word: &Word| weights.towns.binary_search(word).is_ok();
    let behind = said.iter().enumerate().filter(|(_, word)| town(word)).flat_map(|(at, _)| {
        let roots = said.iter().skip(at + 1).filter_map(|word| words.root_of(*word));
        roots.take(LONG)
    });
    behind.filter(|root| weights.is_rare(*root)).collect()
}

/// Where the headline stands.
pub fn title(article: &Article) -> Option<Span> {
    let headline = article.content().find(|block| block.kind == BlockKind::Headline)?;
    Some(headline.span)
}

/// The words of the outlet's name: it stands over whatever the outlet tells.
fn outlet(article: &Article, words: &Words) -> Vec<Word> {
    let Some(outlet) = &article.outlet else { return Vec::new() };
    let folded = fold(&outlet.value);
    folded.split_whitespace().filter_map(|word| words.find(root(word)?)).collect()
}

fn day(article: &Article) -> Option<i32> {
    let published = article.published.as_ref()?.value;
    let era = jiff::civil::date(1970, 1, 1);
    era.until(published).ok().map(|since| since.get_days())
}
