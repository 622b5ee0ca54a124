//! The rounds that a text names: «الجولة الأولى», «الدور الثاني».

use super::super::words::{Gap, Word};

/// A round that a text names, and whether what it tells is of that round («فاز في الجولة
/// الأولى») or looks ahead to it («تأهل إلى الجولة الثانية»).
#[derive(Debug)]
pub struct Round {
    pub at: usize,
    pub name: String,
    pub held: bool,
}

const ROUND_NOUNS: &[&str] = &["جوله", "دوره", "دور", "مرحله", "جلسه"];
/// What may stand between a round and its ordinal: «جلسة الانتخاب الثانية».
const OF_VOTE: &[&str] = &["انتخاب", "انتخابات", "انتخابيه", "اقتراع", "تصويت"];
/// Nouns after which «الإعادة» is the second round: «مرحلة إعادة الإعمار» is none.
const RUN_OFF: &[&str] = &["جوله", "دوره", "دور"];
const ORDINALS: &[(&str, &[&str])] = &[
    ("1", &["اولي", "اول", "لاولي"]),
    ("2", &["ثانيه", "ثاني"]),
    ("3", &["ثالثه", "ثالث"]),
    ("final", &["نهاييه", "نهايي", "ختاميه"]),
];
/// Words that look ahead: what follows them has not been held yet.
const AHEAD: &[&str] = &[
    "يتاهل",
    "تاهل",
    "تاهلا",
    "ليتاهلا",
    "ترشح",
    "ترشحت",
    "يخوض",
    "تخوض",
    "يتنافس",
    "مقرر",
    "تجري",
    "ستجري",
    "دعا",
    "دعوا",
    "يدعو",
    "يدعوان",
    "مقبله",
    "مقبل",
    "قادم",
    "قادمه",
    "يواجه",
    "سيواجه",
    "استعداد",
    "لصالح",
];

/// Whether the last letter is that of a round: every word is asked, and few end so.
fn may_be_round(word: &Word) -> bool {
    word.folded.ends_with(['ه', 'ر'])
}

/// Every round that `words` name, in order.
pub fn rounds(words: &[Word]) -> Vec<Round> {
    let goes_on = |at: usize| words.get(at).filter(|word| word.gap <= Gap::Mark);
    words
        .iter()
        .enumerate()
        .filter(|(_, noun)| may_be_round(noun) && noun.is(ROUND_NOUNS))
        .filter_map(|(at, noun)| {
            let between = goes_on(at + 1).is_some_and(|word| word.definite() && word.is(OF_VOTE));
            let ordinal = goes_on(at + 1 + usize::from(between))?;
            let told = ORDINALS.iter().find(|(_, forms)| ordinal.is(forms)).map(|(name, _)| *name);
            let again = || noun.is(RUN_OFF) && ordinal.definite() && ordinal.is(&["اعاده"]);
            let name = told.or_else(|| again().then_some("2"))?;
            Some(Round { at, name: name.to_owned(), held: !looks_ahead(words, at) })
        })
        .collect()
}

/// Whether the clause up to `at`, or the words right after it, look ahead.
fn looks_ahead(words: &[Word], at: usize) -> bool {
    let before =
        (0..at).rev().take(14).take_while(|i| words.get(i + 1).is_some_and(|w| w.gap < Gap::Comma));
    let clause = |i: &usize| words.get(*i).is_some_and(|word| word.gap < Gap::Comma);
    let after = ((at + 2)..(at + 6).min(words.len())).take_while(clause);
    let ahead = |i: usize| words.get(i).is_some_and(|word| word.is(AHEAD));
    before.chain(after).any(ahead)
}

#[cfg(test)]
mod tests {
    use super::rounds;
    use crate::facts::Prepared;
    use crate::facts::testing::article;
    use crate::facts::topic::words::words;

    fn names(text: &str) -> Vec<String> {
        let article = article(text, "");
        let prepared = Prepared::new(&article);
        let all = prepared.words();
        let cx = prepared.context(&article, &all);
        let words = words(&cx, 0..cx.tokens.len());
        rounds(&words).into_iter().map(|round| round.name).collect()
    }

    #[test]
    fn a_round_is_named_by_its_ordinal_or_as_the_run_off() {
        assert_eq!(names("فاز في الجولة الأولى وخسر في الدور الثاني."), ["1", "2"]);
        assert_eq!(names("تقام جولة الإعادة في مايو، ودور الإعادة في يونيو."), ["2", "2"]);
    }

    #[test]
    fn a_session_that_votes_is_a_round() {
        assert_eq!(names("صوت النواب في الجلسة الأولى، ثم في جلسة الانتخاب الثانية."), ["1", "2"]);
        assert_eq!(names("جاءت النتائج في دورة الاقتراع الثانية كما يلي"), ["2"]);
    }

    #[test]
    fn rebuilding_and_counting_again_are_no_round() {
        assert!(names("دخلت البلاد مرحلة إعادة الإعمار.").is_empty());
        assert!(names("بدأت جولة إعادة الفرز، ثم مرحلة الإعادة.").is_empty());
    }
}
