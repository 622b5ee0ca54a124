//! A sentence as the rules of topics see it: words with their stems, clause marks, and where the
//! values stand. Nothing is decided here.

use std::ops::Range;

use crate::text::Span;

use super::super::affix::starts_with_any;
use super::super::{Context, Fact, Kind, TokenKind};
use super::glance::{ANY, Glance, last_letter, letters};
use super::lemma::{Lemma, Starts};
use super::stem::{self, bases};

/// One word of a sentence.
#[derive(Clone, Debug)]
pub struct Word<'a> {
    pub span: Span,
    /// Folded, with all proclitics.
    pub folded: &'a str,
    /// Frames and attributes that it speaks for.
    pub lemma: Lemma,
    /// How strongly the text breaks before this word.
    pub gap: Gap,
    token: u32,
}

impl Word<'_> {
    /// Which token of the article it is.
    pub const fn at(&self) -> usize {
        self.token as usize
    }
}

/// What stands between a word and the one before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    #[default]
    Space,
    /// Quotation marks, brackets, dashes.
    Mark,
    Comma,
    /// «:», «;»
    Colon,
    Stop,
}

impl<'a> Word<'a> {
    /// The stem of the barest reading that keeps three letters.
    pub fn stem(&self) -> &'a str {
        let bare = bare(self.folded);
        stem::stem(bare)
    }

    /// Whether one of the readings of the word is one of `forms` (folded, of two bytes at least).
    #[inline]
    pub fn is(&self, forms: &[&str]) -> bool {
        is(self.folded, self.lemma.starts, forms)
    }

    /// Whether it is this very word, particles apart ([`is_form`]).
    #[inline]
    pub fn is_form(&self, form: &[u8]) -> bool {
        is_form(self.folded, self.lemma.starts, form)
    }

    /// Whether `stem` is that of one of its readings.
    pub fn has(&self, stem: &[u8]) -> bool {
        let starts = self.lemma.starts;
        let word = self.folded.as_bytes();
        // A figure has no readings but itself.
        if starts == Starts::NONE {
            return word == stem;
        }
        // The first letter tells most words apart.
        let first: Option<&[u8; 2]> = stem.first_chunk();
        let opens = |base: &[u8]| first.is_none_or(|first| base.first_chunk() == Some(first));
        starts.bytes().any(|at| {
            word.get(at..).is_some_and(|base| opens(base) && base.starts_with(stem))
                && self.folded.get(at..).is_some_and(|base| stem::stem(base).as_bytes() == stem)
        })
    }

    /// Its readings, in no order; none of a figure.
    pub fn readings(&self) -> impl Iterator<Item = &'a str> {
        let folded = self.folded;
        self.lemma.starts.bytes().filter_map(move |at| folded.get(at..))
    }

    /// The bits of its readings ([`letters`]); a figure has none but itself.
    fn letters(&self) -> u32 {
        match self.lemma.starts {
            Starts::NONE => ANY | letters(self.folded.as_bytes()),
            _ => self.lemma.letters,
        }
    }

    /// The stems of its readings, the fullest first.
    pub fn stems(&self) -> impl Iterator<Item = &'a str> {
        bases(self.folded).map(stem::stem)
    }

    pub fn definite(&self) -> bool {
        let heads = ["ال", "وال", "بال", "فال", "كال", "لل", "وبال", "ولل"];
        starts_with_any(self.folded, &heads)
    }
}

/// What the word at a place and the one behind it tell of the phrases that may begin there. None of them
/// asks for a word beyond a comma, unless for any.
pub fn glance(words: &[Word], at: usize) -> Option<Glance> {
    let last = last_letter(words.get(at)?.folded.as_bytes());
    Some(Glance { last, next: next_letters(words, at) })
}

/// The bits of the word behind the one at a place, for phrases that ask for none beyond a comma.
#[inline]
pub fn next_letters(words: &[Word], at: usize) -> u32 {
    words.get(at + 1).filter(|word| word.gap <= Gap::Mark).map_or(ANY, Word::letters)
}

/// Whether one of the readings of a folded word is one of `forms`, as [`Word::is`] has it.
fn is(folded: &str, starts: Starts, forms: &[&str]) -> bool {
    // Every reading is the end of the word, and the last letter tells most forms apart.
    let word = folded.as_bytes();
    let Some(last) = word.last_chunk().copied().map(u16::from_le_bytes) else { return false };
    forms.iter().any(|form| {
        let form_last = form.as_bytes().last_chunk().copied().map(u16::from_le_bytes);
        form_last == Some(last) && is_reading(word, starts, form.as_bytes())
    })
}

/// Whether one of the readings of a folded word is this form.
#[inline]
fn is_reading(word: &[u8], starts: Starts, form: &[u8]) -> bool {
    word.len().checked_sub(form.len()).is_some_and(|at| at == 0 || starts.has(at))
        && word.ends_with(form)
}

/// Whether a folded word is this very one, particles apart («وألغيت»; its «ال» is no article).
pub fn is_form(folded: &str, starts: Starts, form: &[u8]) -> bool {
    // The last letter tells most forms apart.
    let word = folded.as_bytes();
    if word.last_chunk::<2>() != form.last_chunk() {
        return false;
    }
    let particle = || folded.strip_prefix(['و', 'ف']).is_some_and(|rest| rest.as_bytes() == form);
    form.len() > 1 && is_reading(word, starts, form) || particle()
}

/// The word without the proclitics that are no doubt ones: «و» and «ب», «ل», «ك», «ف» before the
/// article, the article itself.
pub fn bare(word: &str) -> &str {
    for head in ["وبال", "فبال", "وال", "بال", "فال", "كال", "ولل", "لل", "ال"]
    {
        if let Some(rest) = word.strip_prefix(head)
            && rest.chars().count() >= 3
        {
            return rest;
        }
    }
    word
}

/// The words of the tokens in `range`.
pub fn words<'a>(cx: &Context<'a>, range: Range<usize>) -> Vec<Word<'a>> {
    let mut out = Vec::new();
    refill(cx, range, &mut out);
    out
}

/// The same, in a list that was used before: a new one for each sentence costs as much as its words.
pub fn refill<'a>(cx: &Context<'a>, range: Range<usize>, out: &mut Vec<Word<'a>>) {
    out.clear();
    out.reserve(range.len());
    let mut gap = Gap::Stop;
    for at in range {
        let Some(token) = cx.token(at) else { break };
        match token.kind {
            TokenKind::Sign(sign) => gap = gap.max(gap_of(sign, token.glued && inside(cx, at))),
            TokenKind::Break => gap = Gap::Stop,
            TokenKind::Word | TokenKind::Foreign | TokenKind::Digits => {
                let gap = std::mem::take(&mut gap);
                out.push(Word {
                    span: token.span,
                    folded: cx.word(at),
                    lemma: token.lemma,
                    gap,
                    token: at as u32,
                });
            }
        }
    }
}

/// «كريم حداد», «سامي حريق»: the words of somebody's name speak for nothing else. A name of one word may be
/// none.
pub fn silence_names(words: &mut [Word], facts: &[Fact]) {
    for name in facts.iter().filter(|fact| fact.kind == Kind::Person).map(|fact| fact.span) {
        let from = words.partition_point(|word| word.span.end <= name.start);
        let to = words.partition_point(|word| word.span.start < name.end);
        let named = words.get_mut(from..to).filter(|named| named.len() > 1);
        for word in named.into_iter().flatten() {
            word.lemma = word.lemma.silent();
        }
    }
}

/// Whether a sign stands inside a figure or an abbreviation («16.808», «سي.إن.إن»).
fn inside(cx: &Context, at: usize) -> bool {
    at > 0 && !cx.is_break(at - 1) && !cx.is_break(at + 1) && cx.is_glued(at + 1)
}

fn gap_of(sign: char, inside: bool) -> Gap {
    match sign {
        '.' | ',' | ':' if inside => Gap::Space,
        '%' => Gap::Space,
        '،' | ',' => Gap::Comma,
        ':' | ';' | '؛' => Gap::Colon,
        '.' | '!' | '؟' | '?' | '…' => Gap::Stop,
        _ => Gap::Mark,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Prepared;
    use crate::facts::testing::article;

    #[test]
    fn words_know_what_stands_before_them() {
        let article = article("بلغ السعر 16.808، ثم ارتفع: «كثيرا».", "");
        let prepared = Prepared::new(&article);
        let all = prepared.words();
        let cx = prepared.context(&article, &all);
        let words = words(&cx, 0..cx.tokens.len());
        let folded: Vec<_> = words.iter().map(|w| w.folded).collect();
        assert_eq!(folded, ["بلغ", "السعر", "16", "808", "ثم", "ارتفع", "كثيرا"]);
        let gaps: Vec<_> = words.iter().map(|w| w.gap).collect();
        assert_eq!(gaps[3..], [Gap::Space, Gap::Comma, Gap::Space, Gap::Colon]);
        assert!(words[1].definite() && !words[5].definite());
    }

    #[test]
    fn the_words_of_a_name_call_for_no_frame() {
        use crate::facts::{Kind, extract};
        let topic = |text: &str| {
            let facts = extract(&article(text, "2031-05-12")).facts;
            let told = facts.into_iter().find(|fact| fact.kind == Kind::Duration);
            told.map(|fact| fact.topic.key)
        };
        let away = "يغيب المهاجم كريم حداد عن الملاعب ثلاثة أسابيع.";
        assert_eq!(topic(away).as_deref(), Some("absence.duration"));
        let mourning = topic("أعلنت الحكومة الحداد ثلاثة أيام على الضحايا.");
        assert_eq!(mourning.as_deref(), Some("mourning.duration"));
    }

    #[test]
    fn prepositions_and_particles_call_for_no_frame_alone() {
        let words = "في وفي علي وعلي من ومن عن وعن الي والي ما وما لا ولا هو وهو هي وهي ان وان قد \
            وقد كان وكان كانت وكانت مع ومع كل وكل هذا وهذا هذه وهذه ذلك كما بينما فيما حيث لكن \
            ولكن اذا واذا التي الذي والتي والذي ايضا ثم";
        let article = article(words, "");
        let prepared = Prepared::new(&article);
        let all = prepared.words();
        let cx = prepared.context(&article, &all);
        for (token, at) in cx.tokens.iter().zip(0..) {
            let alone = token.lemma.calls().filter(|trigger| trigger.rest.is_empty());
            let frames = alone.filter_map(|t| super::super::frame::frame_at(t.frame));
            let called: Vec<_> = frames.map(|frame| frame.key).collect();
            assert!(called.is_empty(), "{}: {called:?}", cx.word(at));
        }
    }
}
