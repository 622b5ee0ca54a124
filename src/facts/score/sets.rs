//! A match told set by set: `6-4 و3-6 و7-6 (7-5)`, `25-21، 23-25، 25-18`.
//!
//! Begin with [`sets`]. Whoever won more sets is put first, as a loser's report tells the same
//! match from the other side.

use super::{Context, Told, dashed};

/// Sets of a match at most.
const MOST: usize = 5;
/// Games or points that one of two has where a set is won.
const WON: u32 = 6;

/// The sets that are told in a row from a token on, two at least.
pub(in crate::facts) fn sets(cx: &Context, at: usize) -> Option<Told> {
    let first = dashed(cx, at).filter(|told| told.score.home.max(told.score.away) >= WON)?;
    let mut end = first.end;
    let mut told = vec![(first.score.home, first.score.away)];
    while told.len() < MOST
        && let Some(next) = next(cx, past_tie_break(cx, end)).and_then(|next| dashed(cx, next))
    {
        told.push((next.score.home, next.score.away));
        end = next.end;
    }
    if told.len() < 2 {
        return None;
    }
    let won = told.iter().filter(|(home, away)| home > away).count() as u32;
    let lost = told.iter().filter(|(home, away)| home < away).count() as u32;
    if won < lost {
        told = told.into_iter().map(|(home, away)| (away, home)).collect();
    }
    let mut whole = Told::new(won.max(lost), won.min(lost), at, end, "score.sets");
    whole.score.sets = told;
    Some(whole)
}

/// The token at which the next set begins, past «و» or a comma.
fn next(cx: &Context, end: usize) -> Option<usize> {
    let comma = cx.is_sign(end, '،') || cx.is_sign(end, ',');
    let after = end + usize::from(comma);
    let and = cx.word(after) == "و";
    (comma || and).then_some(after + usize::from(and))
}

/// «7-6 (7-5)»: what the tie-break was is no set.
fn past_tie_break(cx: &Context, end: usize) -> usize {
    let Some(told) = cx.is_sign(end, '(').then(|| dashed(cx, end + 1)).flatten() else {
        // «(7)»: the points of the loser alone.
        let points =
            cx.is_sign(end, '(') && cx.is_sign(end + 2, ')') && cx.word(end + 1).len() <= 2;
        return if points { end + 3 } else { end };
    };
    if cx.is_sign(told.end, ')') { told.end + 1 } else { end }
}

#[cfg(test)]
mod tests {
    use crate::facts::{Kind, Value, extract, testing::article};

    fn told(text: &str) -> Vec<Vec<(u32, u32)>> {
        let facts = extract(&article(text, "2026-05-04")).facts;
        let scores = facts.iter().filter(|fact| fact.kind == Kind::Score);
        let sets = scores.map(|fact| match &fact.value {
            Value::Score(score) => score.sets.clone(),
            _ => Vec::new(),
        });
        sets.filter(|sets| !sets.is_empty()).collect()
    }

    #[test]
    fn sets_in_a_row_are_one_result_whoever_tells_it() {
        let won = vec![vec![(6, 4), (3, 6), (7, 6)]];
        assert_eq!(told("فاز نوفاك في النهائي 6-4 و3-6 و7-6 (7-5) على منافسه."), won);
        assert_eq!(told("خسر هوبر المباراة (4-6، 6-3، 6-7) بعد ساعتين."), won);
        assert_eq!(told("فاز الفريق في المباراة 25-21 و25-18."), [vec![(25, 21), (25, 18)]]);
    }

    #[test]
    fn two_results_of_football_are_no_sets() {
        assert_eq!(told("فاز الفريق في المباراة 2-1 و3-0."), [] as [Vec<(u32, u32)>; 0]);
    }
}
