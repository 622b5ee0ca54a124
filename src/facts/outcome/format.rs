//! How many each side of a meeting brought: «بصيغة 3+3», «ثلاثة مقابل ثلاثة».
//!
//! Begin with [`read`]. Two equal figures joined by a plus count where the words beside them say
//! that it is the form of a meeting.

use std::ops::Range;

use super::{Claim, push};
use crate::facts::lexicon::Class;
use crate::facts::number::is_digits;
use crate::facts::{Context, Fact, Kind, Mode, Quantity, Unit, Value};

/// Tokens on either side in which the form of the meeting is spoken of.
const NEAR: usize = 6;
/// Words for the form of a meeting.
const FORMS: &[&str] = &["صيغه", "بصيغه", "الصيغه", "شكل", "بشكل", "اطار", "نسق", "معادله"];
/// A delegation larger than this is not told so.
const LARGEST: f64 = 50.0;

/// Adds the forms of meetings in one sentence; they are no unread figures any more.
pub fn read(cx: &Context, sentence: Range<usize>, facts: &mut Vec<Fact>) {
    for at in sentence.clone() {
        let Some((each, end)) = pair(cx, at).filter(|_| is_form(cx, &sentence, at)) else {
            continue;
        };
        let span = cx.span(at, end);
        facts.retain(|fact| !(fact.span.overlaps(span) && is_bare(fact)));
        let claim = Claim {
            kind: Kind::Count,
            key: "delegation.size".into(),
            value: Value::Quantity(Quantity::exact(each, Unit::Of("person".to_owned()))),
            tokens: at..end,
            mode: Mode::Fact,
            rule: EACH_SIDE,
        };
        push(cx, claim, facts);
    }
}

/// The rule of a size that holds for each side.
pub const EACH_SIDE: &str = "delegation.each_side";

fn is_bare(fact: &Fact) -> bool {
    matches!(fact.kind, Kind::Unread | Kind::Number | Kind::Score)
}

/// Two equal figures with a plus or «مقابل» between them, and the token after both.
fn pair(cx: &Context, at: usize) -> Option<(f64, usize)> {
    let one = figure(cx, at)?;
    let joined = cx.is_sign(at + 1, '+') || matches!(cx.word(at + 1), "مقابل" | "زايد");
    let other = figure(cx, at + 2).filter(|_| joined)?;
    let whole = (1.0..=LARGEST).contains(&one) && (one - other).abs() < f64::EPSILON;
    whole.then_some((one, at + 3))
}

fn figure(cx: &Context, at: usize) -> Option<f64> {
    if is_digits(cx, at) {
        return cx.word(at).parse::<u8>().ok().map(f64::from);
    }
    cx.word_sense(at, Class::Cardinal).map(|sense| sense.value)
}

fn is_form(cx: &Context, sentence: &Range<usize>, at: usize) -> bool {
    let from = at.saturating_sub(NEAR).max(sentence.start);
    let to = (at + 3 + NEAR).min(sentence.end);
    (from..to).any(|i| FORMS.contains(&cx.word(i)))
}
