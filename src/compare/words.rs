//! The words of all reports, each report folded once, for everything that compares by words.
//!
//! Begin with [`Words::read`]. A word is a number here: the same number in every report, given in
//! order of first appearance, so that the same reports give the same numbers. Which sentences are
//! alike is asked in `copies` and `wording`; which openings, in `events`; which quotations, in
//! `quoted`. Nothing is judged here.

use crate::article::{Article, ArticleId};
use crate::facts::lexicon::{self, Class, Classes};
use crate::text::{Folded, Span, Vocabulary, is_word, words};

use super::near::root;
pub use crate::text::Word;

/// The words of the reports, in the order of the reports.
pub struct Words {
    known: Vocabulary,
    /// What each word is a form of; none for a word that tells nothing.
    roots: Vec<Option<Word>>,
    reports: Vec<Sheet>,
    /// The place of each report in the row, in order of the reports' names.
    places: Vec<(ArticleId, usize)>,
}

/// One report: its words in a row, and where each sentence begins in them.
#[derive(Default)]
struct Sheet {
    words: Vec<Word>,
    /// Where each word begins, in bytes from the beginning of its sentence. A sentence that goes on
    /// for longer than this can say has no stops, and what is told of its end is not compared by
    /// words.
    starts: Vec<u16>,
    sentences: Vec<(Span, u32)>,
}

/// Bytes of a word and the space behind it, roughly.
const LETTERS: usize = 10;

impl Words {
    /// Folds every report and cuts its content into sentences and words.
    pub fn read(articles: &[Article]) -> Self {
        // As many words as a few reports have; thousands repeat each other's.
        let bytes: usize = articles.iter().map(|article| article.text.len()).sum();
        let mut known = Vocabulary::with_room((bytes / LETTERS).clamp(1 << 8, 1 << 12));
        let reports = articles.iter().map(|article| sheet(article, &mut known)).collect();
        let roots = known.parts(root);
        let mut places: Vec<_> = articles.iter().map(|article| article.id).zip(0..).collect();
        places.sort_unstable();
        Self { known, roots, reports, places }
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

    /// The sentences of an article.
    pub fn of(&self, article: ArticleId) -> impl Iterator<Item = Span> {
        let sheet = self.sheet(article);
        sheet.into_iter().flat_map(|sheet| sheet.sentences.iter().map(|(span, _)| *span))
    }

    /// The place of a report in the row.
    pub fn place(&self, article: ArticleId) -> Option<usize> {
        let place = self.places.binary_search_by_key(&article, |(id, _)| *id).ok()?;
        self.places.get(place).map(|(_, at)| *at)
    }

    fn sheet(&self, article: ArticleId) -> Option<&Sheet> {
        self.reports.get(self.place(article)?)
    }

    /// The roots of the words that tell something and begin in a stretch of an article's text, in
    /// the order of the text. Furniture of the page has none.
    pub fn roots(&self, article: ArticleId, span: Span) -> impl Iterator<Item = Word> {
        let words = self.sheet(article).map_or(&[][..], |sheet| sheet.within(span));
        words.iter().filter_map(|word| self.roots.get(*word as usize).copied().flatten())
    }

    /// What a word is a form of; none for one that tells nothing.
    pub fn root_of(&self, word: Word) -> Option<Word> {
        self.roots.get(word as usize).copied().flatten()
    }

    /// What each word is a form of, or the family that it is of, in the order of their numbers.
    pub fn families(&self) -> impl Iterator<Item = Option<Word>> {
        self.roots.iter().copied()
    }

    /// The number of a word, or of what words are forms of.
    pub fn find(&self, word: &str) -> Option<Word> {
        self.known.find(word)
    }

    /// The letters of every word, in the order of their numbers.
    pub fn spellings(&self) -> impl Iterator<Item = &str> {
        (0..self.roots.len() as Word).map(|word| self.spelt(word))
    }

    /// How many words there are, roots and families among them.
    pub fn count(&self) -> usize {
        self.known.count()
    }

    /// The letters of a word.
    pub fn spelt(&self, word: Word) -> &str {
        self.known.spelt(word)
    }
}

/// Whether a word counts, or tells how many.
pub fn is_number(word: &str) -> bool {
    const NUMBERS: Classes =
        Classes::of(&[Class::Cardinal, Class::Scale, Class::Loose, Class::Few]);
    word.starts_with(|c: char| c.is_ascii_digit())
        || lexicon::find(word).is_some_and(|found| found.entry.alone().meet(NUMBERS))
}

impl Sheet {
    /// The words that begin in a stretch of the article's text.
    fn within(&self, span: Span) -> &[Word] {
        self.words.get(self.first_from(span.start)..self.first_from(span.end)).unwrap_or_default()
    }

    /// The first word that begins at a byte of the article's text or after it.
    fn first_from(&self, offset: u32) -> usize {
        let next = self.sentences.partition_point(|(span, _)| span.start <= offset);
        let end = self.sentences.get(next).map_or(self.words.len(), |(_, from)| *from as usize);
        let Some((span, from)) = next.checked_sub(1).and_then(|at| self.sentences.get(at)) else {
            return 0;
        };
        let from = *from as usize;
        let starts = self.starts.get(from..end).unwrap_or_default();
        from + starts.partition_point(|start| span.start + u32::from(*start) < offset)
    }
}

fn sheet(article: &Article, known: &mut Vocabulary) -> Sheet {
    let room = article.text.len() / LETTERS;
    let mut sheet = Sheet {
        words: Vec::with_capacity(room),
        starts: Vec::with_capacity(room),
        sentences: Vec::new(),
    };
    let folded = Folded::new(article.text.as_str());
    let mut cursor = folded.cursor();
    for span in sentences(article) {
        sheet.sentences.push((span, sheet.words.len() as u32));
        let part = folded.folded(span);
        let text = folded.slice(part);
        for word in words_of(text) {
            let at = part.start as usize + (word.as_ptr() as usize - text.as_ptr() as usize);
            sheet.words.push(known.number(word));
            let start = cursor.begin(at as u32) - span.start;
            sheet.starts.push(u16::try_from(start).unwrap_or(u16::MAX));
        }
    }
    // Those of thousands of reports are held at once.
    sheet.words.shrink_to_fit();
    sheet.starts.shrink_to_fit();
    sheet.sentences.shrink_to_fit();
    sheet
}

/// The words of a folded text.
pub fn words_of(folded: &str) -> impl Iterator<Item = &str> {
    words(folded)
}

/// Words as one number, spread over its high bits.
pub fn spread(run: &[Word]) -> u64 {
    const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;
    let mix = |state: u64, word: &Word| (state ^ u64::from(*word)).wrapping_mul(FACTOR);
    run.iter()
        .fold(run.len() as u64, |state, word| mix(state, word).rotate_left(29))
        .wrapping_mul(FACTOR)
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
pub fn sentences(article: &Article) -> impl Iterator<Item = Span> {
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
    let bytes = text.as_bytes();
    memchr::memchr3_iter(b'!', b'.', 0x9F, bytes)
        .filter_map(move |at| ends(at, bytes.get(at).copied()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold;

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
    fn roots_are_those_of_the_words_that_begin_in_the_stretch() {
        let report = article("وصلت السفينة إلى المرفأ. رست ٢٥ سفينة هناك");
        let words = Words::read(std::slice::from_ref(&report));
        let roots = |from: &str, to: &str| -> Vec<Word> {
            let text = report.text.as_str();
            let span = Span::new(text.find(from).unwrap(), text.find(to).unwrap());
            words.roots(report.id, span).collect()
        };
        let spelt = |roots: Vec<Word>| -> Vec<String> {
            roots.into_iter().map(|root| words.spelt(root).to_owned()).collect()
        };
        assert_eq!(roots("السفينة", "إلى"), roots("سفينة هناك", " هناك"));
        // «مرفأ» is of the family of «ميناء», which the lexicon counts.
        assert_eq!(spelt(roots("إلى", "رست")), ["port"]);
        assert!(roots("٢٥", "سفينة هناك").is_empty());
        assert_eq!(words.roots(ArticleId(9), report.text.whole()).count(), 0);
    }
}
