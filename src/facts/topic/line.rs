//! A sentence as the choice of a frame sees it: its words, and which figure each belongs to.

use std::cell::OnceCell;
use std::ops::Range;

use super::super::entity::Cast;
use super::super::{Context, Fact};
use super::elsewhere::{Other, others};
use super::frame::Trigger;
use super::met::Met;
use super::table::Text;
use super::words::{Gap, Word, next_letters, refill, silence_names};

/// A sentence, its words, and the values in it.
pub struct Line<'a> {
    pub cx: Context<'a>,
    pub cast: &'a Cast,
    /// The tokens of the sentence.
    pub tokens: Range<usize>,
    pub words: Vec<Word<'a>>,
    /// For each word, the figure it belongs to (its place among the article's facts).
    pub figure: Vec<Option<usize>>,
    /// Facts of the sentence, by their place among the article's.
    pub facts: Range<usize>,
    /// Words that name another event than the one reported, once they are asked for.
    others: OnceCell<Vec<Other>>,
    /// The frames whose condition («with») the words meet, once they are asked for.
    met: OnceCell<Met>,
}

impl<'a> Line<'a> {
    /// `words` is a list that was used before, or a new one.
    pub fn new(
        cx: &Context<'a>,
        cast: &'a Cast,
        all: &[Fact],
        facts: Range<usize>,
        tokens: Range<usize>,
        mut words: Vec<Word<'a>>,
    ) -> Self {
        refill(cx, tokens.clone(), &mut words);
        silence_names(&mut words, all.get(facts.clone()).unwrap_or_default());
        let mut figure = vec![None; words.len()];
        for index in facts.clone() {
            let Some(fact) = all.get(index) else { continue };
            if !super::is_figure(fact.kind) {
                continue;
            }
            let from = words.partition_point(|word| word.span.end <= fact.span.start);
            for (slot, word) in figure.iter_mut().zip(&words).skip(from) {
                if word.span.start >= fact.span.end {
                    break;
                }
                slot.get_or_insert(index);
            }
        }
        Self {
            cx: *cx,
            cast,
            tokens,
            words,
            figure,
            facts,
            others: OnceCell::new(),
            met: OnceCell::new(),
        }
    }

    /// Where the sentence names another event: «حادث منفصل», «هجوم آخر».
    pub fn other_events(&self) -> &[Other] {
        self.others.get_or_init(|| others(&self.words))
    }

    /// The frames whose condition («with») the words meet.
    pub fn met(&self) -> &Met {
        self.met.get_or_init(|| Met::of(&self.words))
    }

    /// The words of a figure.
    pub fn words_of(&self, fact: usize) -> Option<Range<usize>> {
        let start = self.figure.iter().position(|f| *f == Some(fact))?;
        let end = self.figure.iter().rposition(|f| *f == Some(fact))? + 1;
        Some(start..end)
    }

    pub fn word(&self, at: usize) -> Option<&Word<'a>> {
        self.words.get(at)
    }

    /// Whether a trigger's remaining words follow the word at `at`.
    pub fn follows(&self, at: usize, trigger: &Trigger) -> bool {
        follows(&self.words, at, trigger)
    }
}

/// Whether a trigger's remaining words follow the word at `at`, and that word has the form which
/// the trigger may ask for ([`Trigger::rest`]).
#[inline]
pub fn follows(words: &[Word], at: usize, trigger: &Trigger) -> bool {
    trigger.rest.is_empty()
        || trigger.next & next_letters(words, at) != 0 && go_on(words, at, trigger.rest.get())
}

fn go_on(words: &[Word], at: usize, rest: &[Text]) -> bool {
    let form = rest.first().and_then(|first| first.bytes().strip_prefix(b"="));
    let rest = rest.get(usize::from(form.is_some())..).unwrap_or_default();
    form.is_none_or(|form| words.get(at).is_some_and(|word| word.is_form(form)))
        && rest.iter().enumerate().all(|(i, want)| {
            words
                .get(at + 1 + i)
                .is_some_and(|word| word.gap <= Gap::Mark && word.has(want.bytes()))
        })
}
