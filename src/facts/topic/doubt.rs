//! What is left open: «لم يتضح هل …», «إن كان خلعا أو التواء», «بين خلع وكسر». Of alternatives nobody
//! asserts the one, and of a question neither.

use std::ops::Range;

use super::words::{Gap, Word};

/// Words before a value among which it is asked whether it is so.
const FAR: usize = 10;
/// Words between two alternatives at most.
const APART: usize = 4;

/// «لم يتضح بعد ما إذا كان …», «إن كان …», «احتمال …»: what is asked, or may be so.
pub fn is_asked(words: &[Word], at: usize) -> bool {
    const UNCLEAR: &[&str] = &["يتضح", "تتضح", "يحسم", "تحسم", "يحدد", "يتحدد", "يتاكد", "تتاكد"];
    const IF: &[&str] = &["اذا", "ان"];
    const WAS: &[&str] = &["كان", "كانت", "كانوا", "كنا"];
    const MAYBE: &[&str] = &["احتمال", "احتمالات", "احتماليه", "امكانيه", "يحتمل"];
    let is = |i: usize, list: &[&str]| words.get(i).is_some_and(|word| word.is(list));
    let clause = |i: &usize| words.get(i + 1).is_some_and(|word| word.gap <= Gap::Mark);
    let mut before = (at.saturating_sub(FAR)..at).rev().take_while(clause);
    before.any(|i| {
        let after = |list| i.checked_sub(1).is_some_and(|i| is(i, list));
        // «بعد أن كان مغلقا» tells what was, «وإن كان» what is all the same.
        let whether = || is(i, WAS) && i > 0 && is(i - 1, IF) && !is_after(words, i - 1);
        let unclear = || is(i, UNCLEAR) && after(&["لم", "لا", "دون"]);
        whether() || unclear() || i + 2 >= at && is(i, MAYBE)
    })
}

/// «بعد أن كان», «وإن كان»: no question.
fn is_after(words: &[Word], if_at: usize) -> bool {
    const TIME: &[&str] = &["بعد", "منذ", "قبل", "يوم", "حين", "قال", "اكد", "علي", "رغم", "حتي"];
    let before = if_at.checked_sub(1).and_then(|i| words.get(i));
    let own =
        words.get(if_at).is_some_and(|word| word.folded.starts_with(['و', 'ف', 'ب', 'ل', 'ك']));
    own || before.is_some_and(|word| word.is(TIME))
}

/// Whether a value is one of two alternatives; `other` tells whether another value of the attribute
/// begins at a word.
pub fn is_one_of_two(words: &[Word], value: Range<usize>, other: impl Fn(usize) -> bool) -> bool {
    let is = |i: usize, list: &[&str]| words.get(i).is_some_and(|word| word.is(list));
    let or = |i: usize| words.get(i).is_some_and(|word| matches!(word.folded, "او" | "ام"));
    let joined = |i: usize| words.get(i).is_some_and(|word| word.gap <= Gap::Mark);
    let behind = || {
        let ahead = (value.end..value.end + APART).take_while(|i| joined(*i)).find(|i| or(*i));
        ahead.is_some_and(|or| (or + 1..or + APART).take_while(|i| joined(*i)).any(&other))
    };
    let start = value.start;
    let ahead = || {
        let back = (start.saturating_sub(APART)..start).rev().take_while(|i| joined(i + 1));
        let or = back.clone().find(|i| or(*i)).filter(|or| joined(*or));
        or.is_some_and(|or| (or.saturating_sub(APART)..or).any(&other))
    };
    // «تضاربت الأنباء بين خلع في الكتف وكسر في الترقوة»
    let and = |i: &usize| words.get(*i).is_some_and(|word| word.folded.starts_with('و'));
    let between = |i: usize| i.checked_sub(1).is_some_and(|i| is(i, &["بين"]));
    let first = || {
        let mut ahead = (value.end..value.end + APART).take_while(|i| joined(*i)).filter(and);
        between(start) && ahead.any(&other)
    };
    let second = || {
        let mut back = (start.saturating_sub(APART + 2)..start).rev();
        and(&start) && joined(start) && back.any(|i| between(i) && other(i))
    };
    behind() || ahead() || first() || second()
}

#[cfg(test)]
mod tests {
    use crate::facts::{Value, extract, testing::article};

    fn told(text: &str, key: &str) -> Vec<String> {
        let facts = extract(&article(text, "2031-05-12")).facts;
        let words = facts.iter().filter(|fact| fact.topic.key == key);
        let ids = words.filter_map(|fact| match &fact.value {
            Value::Words(id) => Some(id.clone()),
            _ => None,
        });
        ids.collect()
    }

    #[test]
    fn of_two_alternatives_none_is_asserted() {
        for text in [
            "سيحدد الفحص إن كان في ركبة اللاعب التواء.",
            "يعاني اللاعب خلعا في كتفه أو كسرا فيها.",
            "تتحدث الصحف عن إصابة اللاعب بين كسر في القدم والتواء في الكاحل.",
            "لم يتضح بعد هل يعاني اللاعب كسرا في القدم.",
        ] {
            assert_eq!(told(text, "injury.kind"), [""; 0], "{text}");
        }
    }

    #[test]
    fn what_is_told_with_a_time_or_of_two_things_is_asserted() {
        assert_eq!(told("يعاني اللاعب كسرا في القدم.", "injury.kind"), ["fracture"]);
        let text = "فتح المعبر صباحا بعد أن كان مغلقا ثلاثة أيام.";
        assert!(told(text, "passage.state").contains(&"closed".to_owned()), "{text}");
    }
}
