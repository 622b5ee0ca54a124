//! Where a sentence turns to another event than the one reported: «حادث منفصل», «هدنة مشابهة»,
//! «وفي سياق آخر».
//!
//! Begin with [`others`].

use super::words::{Gap, Word};

/// A place where a sentence names another event.
#[derive(Clone, Copy, Debug)]
pub struct Other {
    /// The word that names it.
    pub at: usize,
    /// All that follows in the sentence is of it, however far.
    pub rest: bool,
}

/// What happens, is done, or has things done to it.
const EVENTS: &[&str] = &[
    "حادث",
    "حادثه",
    "هجوم",
    "انفجار",
    "حريق",
    "واقعه",
    "غاره",
    "عمليه",
    "زلزال",
    "قمر",
    "صفقه",
    "مشروع",
    "قضيه",
    "بلده",
    "قريه",
    "سفينه",
    "طايره",
    "شركه",
    "بنك",
    "مصنع",
];
const APART: &[&str] =
    &["منفصل", "منفصله", "اخر", "اخري", "مماثل", "مماثله", "سابق", "سابقه", "ثان", "ثانيه"];

/// What is another one besides where it opens a sentence: «وفي مباراة ثانية».
const OPENING: &[&str] = &["مدينه", "محافظه", "ولايه", "دوله", "بلد"];

/// What is played, one after the other; where it opens a sentence, too.
const MATCHES: &[&str] = &["مباراه", "لقاء", "مواجهه"];

/// What is told of another time or place because it is like this one.
const STORIES: &[&str] = &[
    "حادث",
    "حادثه",
    "هجوم",
    "انفجار",
    "حريق",
    "واقعه",
    "حوادث",
    "وقايع",
    "حكايه",
    "قصه",
    "تجربه",
    "كارثه",
    "ازمه",
    "ماساه",
    "هدنه",
    "اضراب",
    "فيضان",
    "سيول",
    "زلزال",
    "اعتداء",
    "جريمه",
    "محاوله",
    "حاله",
    "ظاهره",
    "قضيه",
    "انقطاع",
    "سابقه",
    "عمليه",
    "مصالحه",
    "اتفاق",
    "محاكمه",
];
const LIKE: &[&str] = &["مماثل", "مماثله", "مشابه", "مشابهه", "شبيه", "شبيهه"];
/// What is to be kept from coming about has not.
const AVERTS: &[&str] =
    &["تفادي", "لتفادي", "تجنب", "لتجنب", "منع", "لمنع", "تكرار", "لا", "دون", "عدم", "بلا"];
/// Words before a story within which it is averted.
const AVERTED: usize = 3;

/// What opens a sentence that is about something else.
const TURNS: &[&str] = &["سياق", "خبر", "شان"];
const AWAY: &[&str] = &["اخر", "منفصل", "مختلف", "مغاير"];

/// What comes round again, and what makes of it the one before: «وكانت النسخة الماضية قد عرفت …».
const EDITIONS: &[&str] = &["نسخه", "دوره", "طبعه"];
const GONE: &[&str] = &["ماضيه", "سابقه", "فايته", "منصرمه"];
/// «تعيد الحادثة إلى الأذهان انهيار سد»: what a report is reminded of.
const MINDS: &[&str] = &["اذهان", "ذاكره"];

/// «وفي بلدية القصور المجاورة»: words before what is next door at most, where the sentence is of it.
const NEXT_DOOR: usize = 3;
/// Words before a turn at most: «وفي», «أما في».
const OPENS: usize = 2;

/// «يشار إلى أن حافلة كانت قد انقلبت …»: what a sentence of the background begins with.
const RECALLS: &[&str] = &["يذكر", "يشار", "جدير", "للتذكير", "للاشاره", "تجدر"];
/// What it then tells of, where it is one that had not been named.
const CRAFT: &[&str] = &[
    "حافله",
    "طايره",
    "سفينه",
    "قطار",
    "سياره",
    "شاحنه",
    "عباره",
    "قارب",
    "مركب",
    "مروحيه",
    "مصنع",
    "مبني",
    "عماره",
    "منطاد",
    "انفجار",
    "حريق",
    "حادث",
    "حادثه",
    "هجوم",
    "زلزال",
    "فيضان",
    "قطارا",
    "قاربا",
    "مركبا",
    "مصنعا",
    "منطادا",
    "هجوما",
    "حريقا",
    "حادثا",
    "انفجارا",
];
/// Words between the two at most.
const RECALLED: usize = 5;

/// «حافلة كانت تقل 30 راكبا قد انقلبت» tells of the report's own over again.
const GOES_ON: &[&str] = &["تقل", "يقل", "تحمل", "يحمل", "في", "متجهه", "متجها", "علي"];

/// Where a sentence of the background tells of something that had not been named.
pub fn recalled(words: &[Word]) -> Option<Other> {
    had_come_about(words).or_else(|| told_again(words))
}

/// «وكان هجوم بسيارة مفخخة قد أسفر … مطلع العام»: another one, of which the report had not spoken.
fn had_come_about(words: &[Word]) -> Option<Other> {
    let [was, new, rest @ ..] = words else { return None };
    let opens = was.is(&["كان", "كانت"]) && !new.definite() && new.is(CRAFT);
    let had = rest.iter().take(2 * RECALLED).any(|word| word.folded == "قد");
    (opens && had && is_long_ago(words)).then_some(Other { at: 1, rest: true })
}

fn told_again(words: &[Word]) -> Option<Other> {
    words.first().filter(|word| word.is(RECALLS))?;
    let that = words.iter().take(RECALLED).position(|word| word.is(&["ان", "بان"]))?;
    let new = words.get(that + 1).is_some_and(|word| !word.definite() && word.is(CRAFT));
    let was = words.iter().skip(that + 2).take(RECALLED).position(|w| w.is(&["كان", "كانت"]));
    let was =
        was.is_some_and(|was| words.get(that + 3 + was).is_some_and(|word| !word.is(GOES_ON)));
    (new && was && is_long_ago(words)).then_some(Other { at: that, rest: true })
}

/// «الأسبوع الماضي», «قبل عامين»: newsrooms tell their own event over again in the same words, with its
/// day.
fn is_long_ago(words: &[Word]) -> bool {
    const SPANS: &[&str] = &["اسبوع", "شهر", "عام", "سنه", "صيف", "شتاء", "ربيع", "خريف"];
    const PAST: &[&str] = &["ماضي", "ماضيه", "منصرم", "منصرمه", "فارط", "فارطه", "فايت", "فايته"];
    const EARLY: &[&str] = &["مطلع", "اوايل", "بدايه"];
    words.iter().any(|word| word.folded == "قبل")
        || words
            .windows(2)
            .any(|pair| matches!(pair, [early, span] if early.is(EARLY) && span.is(SPANS)))
        || words
            .windows(2)
            .any(|pair| matches!(pair, [span, past] if span.is(SPANS) && past.is(PAST)))
}

/// Where the words of a sentence turn to another event.
pub fn others(words: &[Word]) -> Vec<Other> {
    let mut found = turns(words);
    found.extend(recalled(words));
    found
}

/// The last two letters of every word that may stand second in a pair which turns to another event.
const SECOND: [&str; 16] = [
    "صل", "له", "خر", "ري", "ثل", "بق", "قه", "ان", "يه", "به", "هه", "لف", "ير", "ته", "مه", "ره",
];

/// Whether a word may stand second: every word of every sentence is asked, and few are such.
fn may_turn(word: &Word) -> bool {
    let Some(last) = word.folded.as_bytes().last_chunk().copied() else { return false };
    ENDS.contains(&u32::from_le_bytes(last))
}

/// [`SECOND`] as figures: two letters are four bytes.
const ENDS: [u32; SECOND.len()] = {
    let mut ends = [0; SECOND.len()];
    let mut at = 0;
    while at < ends.len() {
        if let [a, b, c, d] = SECOND[at].as_bytes() {
            ends[at] = u32::from_le_bytes([*a, *b, *c, *d]);
        }
        at += 1;
    }
    ends
};

/// «في»: what stands behind it is where a sentence begins.
fn is_inside(word: &str) -> bool {
    matches!(word, "في" | "وفي" | "خلال" | "وخلال")
}

/// «لتفادي وقوع حادث مماثل», «في كارثة مشابهة لما حذر منه»: nothing that came about elsewhere.
fn is_averted(words: &[Word], at: usize) -> bool {
    let before = words.get(at.saturating_sub(AVERTED)..at).unwrap_or_default();
    let to = words.get(at + 2).is_some_and(|word| word.folded.starts_with('ل'));
    to || before.iter().any(|word| word.is(AVERTS))
}

/// The same, but for what a sentence of the background recalls.
pub fn turns(words: &[Word]) -> Vec<Other> {
    let pairs = words.windows(2).enumerate();
    pairs
        .filter_map(|(at, pair)| {
            let [event, next] = pair else { return None };
            if next.gap != Gap::Space || !may_turn(next) {
                return None;
            }
            let in_it = |i: usize| words.get(i).is_some_and(|word| is_inside(word.folded));
            let opening = at <= OPENS && at > 0 && in_it(at - 1);
            let rest = next.is(LIKE) && event.is(STORIES) && !is_averted(words, at)
                || opening && next.is(AWAY) && event.is(TURNS) && !event.definite()
                || at <= OPENS && next.is(GONE) && event.is(EDITIONS)
                || next.is(MINDS) && event.folded == "الي"
                || at <= NEXT_DOOR
                    && next.folded == "المجاوره"
                    && words.first().is_some_and(|word| is_inside(word.folded));
            // «في هجوم ثان خلال أسبوع، انفجرت سيارة» is what the report is of.
            let second = next.is(&["ثان", "ثانيه"]) && !event.is(MATCHES);
            let other = next.is(APART)
                && (event.is(EVENTS) || opening && (event.is(OPENING) || event.is(MATCHES)));
            let averted = next.is(LIKE) && is_averted(words, at);
            let party = event.folded.starts_with('ب');
            let other = other && !(averted || party || second && opening);
            (rest || other).then_some(Other { at, rest: rest || opening })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{APART, AWAY, GONE, LIKE, MINDS, SECOND, others};
    use crate::facts::Prepared;
    use crate::facts::testing::article;
    use crate::facts::topic::words::words;

    #[test]
    fn no_word_that_turns_to_another_event_is_passed_over() {
        for word in [APART, AWAY, GONE, LIKE, MINDS].into_iter().flatten() {
            let known = SECOND.iter().any(|end| word.ends_with(end));
            assert!(known, "{word}");
        }
    }

    #[test]
    fn a_sentence_turns_where_it_says_so() {
        let turns = |text: &str| {
            let article = article(text, "2026-05-04");
            let prepared = Prepared::new(&article);
            let all = prepared.words();
            let cx = prepared.context(&article, &all);
            others(&words(&cx, 0..cx.tokens.len())).into_iter().map(|other| other.rest).collect()
        };
        let all: Vec<Vec<bool>> = [
            "وفي سياق آخر، أضرب عمال النظافة.",
            "وأغلقت الشرطة الطريق لتفادي وقوع حادث مماثل.",
            "يشار إلى أن حافلة كانت قد انقلبت على الطريق الأسبوع الماضي.",
            "يشار إلى أن حافلة كانت قد انقلبت على الطريق مساء الاثنين.",
            "يشار إلى أن الحافلة كانت قد انقلبت على الطريق.",
            "وكان حريق في السوق قد أودى بعاملين مطلع العام.",
            "وكان الحريق قد اندلع مطلع الأسبوع.",
            "وفي بلدية القصور المجاورة لم تتجاوز المشاركة 54 في المئة.",
            "وأصابت الشظايا منازل في القرية المجاورة.",
        ]
        .map(turns)
        .to_vec();
        let expected: [&[bool]; 9] = [&[true], &[], &[true], &[], &[], &[true], &[], &[true], &[]];
        assert_eq!(all, expected);
    }
}
