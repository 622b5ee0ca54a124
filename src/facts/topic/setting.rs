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
}

/// The first tokens of a report, which set the scene.
const OPENING: usize = 170;

impl Setting {
    pub fn of(cx: &Context, facts: &[Fact]) -> Self {
        let words = words(cx, 0..cx.tokens.len().min(OPENING));
        Self {
            round: scope::rounds(&words).into_iter().find(|r| r.held).map(|r| r.name),
            place: local(&words, facts),
            preliminary: words
                .iter()
                .take(90)
                .any(|word| word.is(&["اوليه", "جزييه", "تقديريه", "تقديرات"]))
                && words.iter().take(90).any(|word| word.is(&["نتايج", "حصيله", "نسبه"])),
        }
    }
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
