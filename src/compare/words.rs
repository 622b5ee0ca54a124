//! The words of all reports, each report folded once, for everything that compares by words.
//!
//! Begin with [`Words::read`]. A word is a number here: the same number in every report, given in
//! order of first appearance, so that the same reports give the same numbers. Which sentences are
//! alike is asked in `copies` and `wording`; which openings, in `events`; which quotations, in
//! `quoted`. Nothing is judged here.

use crate::article::Article;
use crate::text::{Folded, Span, fold, is_word};

use super::near::root;
use super::vocabulary::Vocabulary;
pub use super::vocabulary::Word;

/// The words of the reports, in the order of the reports.
pub struct Words {
    known: Vocabulary,
    reports: Vec<Sheet>,
}

/// One report: its words in a row, and where each sentence begins in them.
#[derive(Default)]
struct Sheet {
    words: Vec<Word>,
    sentences: Vec<(Span, u32)>,
}

impl Words {
    /// Folds the content of every report and cuts it into sentences and words.
    pub fn read(articles: &[Article]) -> Self {
        let mut known = Vocabulary::default();
        let reports = articles.iter().map(|article| sheet(article, &mut known)).collect();
        Self { known, reports }
    }

    /// The sentences of a report, by its place in the row, with their words.
    pub fn sentences(&self, report: usize) -> impl Iterator<Item = (Span, &[Word])> {
        let sheet = self.reports.get(report);
        let sentences = sheet.map_or(&[][..], |sheet| &sheet.sentences);
        let words = sheet.map_or(&[][..], |sheet| &sheet.words);
        let ends = sentences.iter().skip(1).map(|(_, from)| *from as usize).chain([words.len()]);
        sentences
            .iter()
            .zip(ends)
            .map(|((span, from), to)| (*span, words.get(*from as usize..to).unwrap_or_default()))
    }

    /// The roots of the words of a text that tell something, in the order of the text.
    pub fn roots(&mut self, text: &str) -> Vec<Word> {
        let folded = fold(text);
        words_of(&folded).filter_map(|word| self.known.root(word, root)).collect()
    }

    /// The letters of a word.
    pub fn spelt(&self, word: Word) -> &str {
        self.known.spelt(word)
    }
}

fn sheet(article: &Article, known: &mut Vocabulary) -> Sheet {
    let mut sheet = Sheet::default();
    for span in sentences(article) {
        sheet.sentences.push((span, sheet.words.len() as u32));
        let folded = fold(article.text.slice(span).unwrap_or_default());
        sheet.words.extend(words_of(&folded).map(|word| known.number(word)));
    }
    sheet
}

/// The words of a folded text.
pub fn words_of(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(|c: char| !is_word(c)).filter(|word| !word.is_empty())
}

/// How many words two lists, each in order, have in common.
pub fn common(a: &[Word], b: &[Word]) -> usize {
    let (mut a, mut b) = (a.iter().peekable(), b.iter().peekable());
    let mut common = 0;
    while let (Some(one), Some(other)) = (a.peek(), b.peek()) {
        let order = one.cmp(other);
        common += usize::from(order.is_eq());
        if order.is_le() {
            a.next();
        }
        if order.is_ge() {
            b.next();
        }
    }
    common
}

/// The places of the words of a sentence, as many as [`Words::sentences`] gives words.
pub fn places(article: &Article, sentence: Span) -> Vec<Span> {
    let folded = Folded::new(article.text.slice(sentence).unwrap_or_default());
    let mut cursor = folded.cursor();
    let begin = folded.as_str().as_ptr() as usize;
    let place = |word: &str| {
        let at = word.as_ptr() as usize - begin;
        let span = cursor.source(Span::new(at, at + word.len()));
        Span { start: sentence.start + span.start, end: sentence.start + span.end }
    };
    words_of(folded.as_str()).map(place).collect()
}

/// The sentences of an article's content, by their stops and line ends.
fn sentences(article: &Article) -> impl Iterator<Item = Span> {
    article.content().flat_map(|block| {
        let text = article.text.slice(block.span).unwrap_or_default();
        let base = block.span.start as usize;
        let mut start = 0;
        let mut out = Vec::new();
        for end in stops(text) {
            out.push(Span::new(base + start, base + end));
            start = end;
        }
        out.push(Span::new(base + start, base + text.len()));
        out
    })
}

/// Where the sentences of a text end: after a question or an exclamation mark, and a
/// full stop that no word follows at once.
fn stops(text: &str) -> impl Iterator<Item = usize> {
    let ends = |at: usize, byte: u8| {
        let rest = text.get(at + 1..)?;
        let before = || text.as_bytes().get(at.checked_sub(1)?);
        let stop = match byte {
            b'.' => !rest.starts_with(is_word),
            // «؟», U+061F, ends in this byte, as do other letters.
            0x9F => before() == Some(&0xD8),
            _ => true,
        };
        stop.then_some(at + 1)
    };
    let bytes = text.bytes().enumerate();
    bytes
        .filter(|(_, byte)| matches!(byte, b'!' | b'.' | 0x9F))
        .filter_map(move |(at, byte)| ends(at, byte))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::ArticleId;

    fn article(text: &str) -> Article {
        Article::from_text(ArticleId(0), text)
    }

    #[test]
    fn a_word_has_one_number_in_every_report_however_it_is_spelt() {
        let articles =
            [article("رست السفينة أمس. هل عادت؟ بلغت ٢٫٥ عقدة!"), article("أمسِ رست السفينه")];
        let words = Words::read(&articles);
        let spelt = |report: usize| -> Vec<Vec<&str>> {
            let sentences = words.sentences(report).filter(|(_, words)| !words.is_empty());
            sentences.map(|(_, all)| all.iter().map(|word| words.spelt(*word)).collect()).collect()
        };
        let first: [&[&str]; 3] =
            [&["رست", "السفينه", "امس"], &["هل", "عادت"], &["بلغت", "2", "5", "عقده"]];
        assert_eq!(spelt(0), first);
        assert_eq!(spelt(1), [["امس", "رست", "السفينه"]]);
        let number = |report: usize, at: usize| words.sentences(report).next().unwrap().1[at];
        assert_eq!((number(0, 0), number(0, 2)), (number(1, 1), number(1, 0)));
    }

    #[test]
    fn every_word_of_a_sentence_has_its_place() {
        let text = "قالت: وصل ٢٥ شخصًا إلى «المرفأ».\nثم عادوا.";
        let report = article(text);
        let words = Words::read(std::slice::from_ref(&report));
        for (span, all) in words.sentences(0) {
            let places = places(&report, span);
            assert_eq!(places.len(), all.len());
            for (place, word) in places.iter().zip(all) {
                let written = text.get(place.range()).unwrap();
                assert_eq!(fold(written), words.spelt(*word));
            }
        }
    }

    #[test]
    fn roots_are_the_same_whether_they_were_asked_for_before() {
        let mut words = Words::read(&[]);
        let once = words.roots("وصلت السفينة إلى المرفأ");
        assert_eq!(words.roots("وصلت السفينة إلى المرفأ"), once);
        assert_eq!(words.roots("والسفينة 25"), words.roots("السفينة"));
    }
}
