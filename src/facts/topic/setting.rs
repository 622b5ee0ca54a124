//! What a whole report is about, so that a sentence need not say it again: the round of an
//! election, the place whose results it gives, whether its figures are preliminary.

use crate::text::Span;

use super::super::{Context, Fact, Kind, Value};
use super::scope;
use super::words::{Word, words};

/// What holds for a report unless a sentence says otherwise.
#[derive(Debug, Default)]
pub struct Setting {
    pub round: Option<String>,
    /// The part of the country whose figures are given, folded.
    pub place: Option<String>,
    pub preliminary: bool,
    /// The country whose vote it is, by its adjective («الانتخابات النمساوية»).
    whole: Vec<String>,
}

/// The first tokens of a report, which set the scene.
const OPENING: usize = 170;

impl Setting {
    pub fn of(cx: &Context, facts: &[Fact]) -> Self {
        let words = words(cx, 0..cx.tokens.len().min(OPENING));
        Self {
            round: scope::rounds(&words).into_iter().find(|r| r.held).map(|r| r.name),
            place: local(&words, facts),
            whole: countries(&words),
            preliminary: words
                .iter()
                .take(90)
                .any(|word| word.is(&["اوليه", "جزييه", "تقديريه", "تقديرات"]))
                && words.iter().take(90).any(|word| word.is(&["نتايج", "حصيله", "نسبه"])),
        }
    }
}

impl Setting {
    /// Whether a place is the whole country that votes.
    pub fn is_whole(&self, place: &str) -> bool {
        let root: String = place.chars().take(4).collect();
        self.whole.iter().any(|adjective| adjective.starts_with(&root))
    }
}

/// Adjectives of origin after the nouns of a vote.
fn countries(words: &[Word]) -> Vec<String> {
    let vote = ["انتخابات", "رياسيه", "رياسه", "برلمانيه", "تشريعيه", "استفتاء"];
    words
        .windows(2)
        .filter(|pair| matches!(pair, [vote_word, _] if vote_word.is(&vote)))
        .filter_map(|pair| pair.last())
        .map(|word| super::words::bare(word.folded).to_owned())
        .filter(|word| word.ends_with("يه"))
        .collect()
}

/// The place of «المقيمين في», «مراكز الاقتراع في», «نتائج … في», where the opening names one.
fn local(words: &[Word], facts: &[Fact]) -> Option<String> {
    words.windows(3).find_map(|window| {
        let [head, preposition, place] = window else { return None };
        let counted = head.is(&["مقيمين", "اقتراع", "تصويت", "اولي", "ثانيه", "ثاني", "مقيمه"]);
        let inside = preposition.folded == "في";
        let named = names_place(facts, place.span);
        (counted && inside && named).then(|| place.folded.to_owned())
    })
}

fn names_place(facts: &[Fact], span: Span) -> bool {
    facts.iter().any(|fact| {
        fact.kind == Kind::Place && matches!(fact.value, Value::Name(_)) && fact.span.overlaps(span)
    })
}
