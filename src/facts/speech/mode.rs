//! How the text puts a claim: as a fact, a plan, a possibility, a denial, a question, a custom.
//!
//! Begin with [`settle`]. The words that decide stand in the fact's clause, before it; a
//! question mark or «عادة» colours the whole sentence. Names are neither planned nor denied, and
//! outcomes have a polarity and a mode of their own.

use crate::facts::lexicon::{Class, Clitics};
use crate::facts::quantity::none;
use crate::facts::{Approx, Context, Fact, Kind, Mode, Sentence, TokenKind, Value};

/// The rule that reads «جريح واحد»: denied, there was none.
const ALONE: &str = "count.alone";

/// Tokens before a fact that may colour it.
const WINDOW: usize = 16;
/// Tokens between a negation and the fact it denies at most.
const NEGATED: usize = 5;
/// Tokens from «قبل» to the figure it stands before at most: «قبل نحو خمسة».
const BEFORE: usize = 2;

/// Words that open a clause beside the one before.
const NEXT_CLAUSE: &[&str] =
    &["وان", "وانه", "وانها", "وانهم", "وقد", "وكان", "وكانت", "وبلغ", "وبلغت", "فيما", "بينما"];

/// Settles the mode of every fact that does not have one from its own rule; the facts are in text
/// order.
pub fn settle(cx: &Context, facts: &mut [Fact]) {
    let mut sentence: Option<(&Sentence, Mode)> = None;
    let mut at = 0;
    for fact in facts.iter_mut() {
        if has_its_own(fact.kind) || fact.mode != Mode::Fact {
            continue;
        }
        at = cx.token_after(at, fact.span.start);
        let Some(found) = cx.sentence(at) else { continue };
        if sentence.is_none_or(|(known, _)| known.tokens != found.tokens) {
            sentence = Some((found, whole(cx, found)));
        }
        let general = sentence.map_or(Mode::Fact, |(_, mode)| mode);
        fact.mode = if general != Mode::Fact {
            general
        } else if fact.rule == none::RULE {
            // The denial is the value: nought.
            Mode::Fact
        } else {
            clause(cx, found, at, fact)
        };
    }
}

fn has_its_own(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Person
            | Kind::Place
            | Kind::Organisation
            | Kind::Name
            | Kind::Role
            | Kind::Roster
            | Kind::Outcome
            | Kind::Record
    )
}

/// The mode of a whole sentence: a question, or what usually is.
fn whole(cx: &Context, sentence: &Sentence) -> Mode {
    let tokens = sentence.tokens.clone();
    let asks = tokens.clone().rev().take(4).any(|at| cx.is_sign(at, '؟') || cx.is_sign(at, '?'));
    if asks {
        return Mode::Question;
    }
    let usual = sentence.classes.has(Class::General)
        && tokens.take(200).any(|at| cx.sense(at, Class::General).is_some());
    if usual { Mode::General } else { Mode::Fact }
}

/// The mode that the words of the clause before the fact give it.
fn clause(cx: &Context, sentence: &Sentence, at: usize, fact: &Fact) -> Mode {
    let first = at.saturating_sub(WINDOW).max(sentence.tokens.start);
    let mut mode = Mode::Fact;
    for i in (first..at).rev() {
        if divides(cx, i) {
            break;
        }
        if let Some(found) = word_mode(cx, i, at, fact).filter(|found| applies(cx, i, fact, *found))
        {
            mode = found;
            break;
        }
    }
    let after = cx.token_after(at, fact.span.end);
    let looks_forward = (at..=after).any(|i| cx.is(i, Class::Next));
    if mode == Mode::Fact && looks_forward { Mode::Planned } else { mode }
}

/// How many refused, failed or collapsed is no less true for it: only days and times of what did
/// not come about are denied with it.
fn applies(cx: &Context, at: usize, fact: &Fact, mode: Mode) -> bool {
    let refused = || cx.sense(at, Class::Negation).is_some_and(|(sense, _)| sense.id == "refuse");
    let figure = matches!(fact.value, Value::Quantity(_));
    !(figure && mode == Mode::Negated && refused())
}

fn divides(cx: &Context, at: usize) -> bool {
    match cx.token(at).map(|token| token.kind) {
        Some(TokenKind::Sign('،' | '؛' | ';' | ':' | '(')) => true,
        Some(TokenKind::Word) => {
            matches!(cx.word(at), "لكن" | "لكنه" | "لكنها" | "بل" | "بينما" | "فيما")
        }
        _ => false,
    }
}

fn word_mode(cx: &Context, at: usize, from: usize, fact: &Fact) -> Option<Mode> {
    if let Some((sense, words)) = cx.sense(at, Class::Negation) {
        let near = from <= at + words + NEGATED;
        let counted = cx.sense(at, Class::ApproxBefore).is_some();
        // «لم نحتج إلى أكثر من ساعة» says how much at most.
        let at_most = matches!(&fact.value, Value::Quantity(q) if q.approx == Approx::AtMost);
        let spared = at_most
            || (at..=from).any(|i| matches!(cx.word(i), "سوي" | "الا"))
            || (at..from).any(|i| approx(cx, i))
            // «لن تعود المياه قبل خمسة أيام» says how long at least, «لم يتقاضوا أجورهم منذ خمسة أشهر» for
            // how long there was nothing.
            || (at..from).any(|i| matches!(cx.word(i), "قبل" | "منذ") && from - i <= BEFORE);
        // «ليس بينهم جريح واحد», «لم ير أحدا»: not one of them, whatever stands between.
        let verbal = sense.id != "verb" || fact.rule == ALONE || verb_follows(cx, at + words);
        // «دون انقطاع وأن الكمية بلغت 92»: another clause has begun.
        let parted = (at + words..from).any(|i| NEXT_CLAUSE.contains(&cx.word(i)));
        // «غير أن شخصا واحدا قتل», «لا يستبعد مقتل شخص واحد»: not one of them is told by less.
        let one = fact.rule == ALONE;
        let none = !one || NOT_ONE.contains(&cx.word(at)) && from <= at + NOT_ONE_FAR;
        // «لا يزال شخص واحد مفقودا»: it goes on.
        let still = STILL.contains(&cx.word(at + words));
        if near && !counted && !spared && verbal && !parted && !still && none && sense.id != "only"
        {
            return Some(Mode::Negated);
        }
        return None;
    }
    if cx.sense(at, Class::Plan).is_some() || future(cx, at) {
        return Some(Mode::Planned);
    }
    if cx.sense(at, Class::Hedge).is_some() && (!WOULD.contains(&cx.word(at)) || may(cx, at)) {
        return Some(Mode::Hedged);
    }
    None
}

/// Before an imperfect a doubt, before a perfect none.
const WOULD: &[&str] = &["قد", "وقد", "فقد", "لقد", "ولقد"];
/// Perfects that begin like an imperfect of hers: «وقد توفي», «وقد تعرض».
#[rustfmt::skip]
const PERFECTS: &[&str] = &[
    "توفي", "توفيا", "توفوا", "تم", "تعرض", "تعرضوا", "تمكن", "تمكنوا", "تبين", "تقرر", "تضرر", "تاثر", "تقدم",
    "تجمع", "تجمهر", "تلقي", "تلقوا", "تسلم", "تولي", "توجه", "توجهوا", "تراجع", "تزامن", "تعطل", "تاجل", "تاخر",
    "تعهد", "توصل", "توصلوا", "تبرع", "تطوع", "ترشح", "تاهل", "توج", "تخرج", "تكلل", "تدخل", "تفقد", "ترك", "تحطم",
];
/// Imperfects that end in a radical «ت».
const IN_T: &[&str] =
    &["تثبت", "تلفت", "تفلت", "تموت", "تفوت", "تبيت", "تسكت", "تصمت", "تلتفت", "تتشتت"];

/// «قد يصل» may be; «قد أمضى», and «كان … قد تعرض», is over.
fn may(cx: &Context, at: usize) -> bool {
    const WAS: &[&str] = &[
        "كان",
        "كانت",
        "كانوا",
        "كانا",
        "وكان",
        "وكانت",
        "وكانوا",
        "وكانا",
        "يكون",
        "تكون",
        "يكونوا",
    ];
    let next = cx.word(at + 1);
    let past = || (at.saturating_sub(6)..at).any(|i| WAS.contains(&cx.word(i)));
    let of_hers = next.starts_with('ت') && next.ends_with('ت') && !IN_T.contains(&next);
    let perfect = next.starts_with('ا') || of_hers || PERFECTS.contains(&next);
    imperfect(next) && !perfect && !past()
}

fn approx(cx: &Context, at: usize) -> bool {
    cx.sense(at, Class::ApproxBefore).is_some()
}

/// «لا» and «غير» negate a noun or an adjective as well: only a verb makes it a denial.
fn verb_follows(cx: &Context, at: usize) -> bool {
    imperfect(cx.word(at)) && !STILL.contains(&cx.word(at))
}

/// Denials of somebody: «ليس بينهم جريح واحد», «لم يصب شخص واحد».
#[rustfmt::skip]
const NOT_ONE: &[&str] = &[
    "ليس", "ليست", "وليس", "وليست", "فليس", "لم", "ولم", "فلم", "لن", "ولن", "دون", "بدون",
];
/// Words from such a denial to whom it denies at most.
const NOT_ONE_FAR: usize = 4;

/// What goes on where it is denied that it ended: «لا يزال», «ما زالت», «لم تزل».
#[rustfmt::skip]
const STILL: &[&str] = &[
    "يزال", "تزال", "يزالون", "يزالان", "تزالان", "زال", "زالت", "زالوا", "زالا", "زالتا", "تزل", "يزل", "ينفك",
    "تنفك", "يبرح", "تبرح",
];

fn imperfect(word: &str) -> bool {
    word.starts_with(['ي', 'ت', 'ن', 'ا']) && !word.starts_with("ال") && word.len() >= 6
}

/// A verb with the «س» of the future; words that merely begin so are in the lexicon.
pub fn future(cx: &Context, at: usize) -> bool {
    let Some(token) = cx.token(at).filter(|token| token.is_word()) else {
        return false;
    };
    if token.entry.is_some() && token.clitics == Clitics::default() {
        return cx.is(at, Class::Saying) && cx.word(at).starts_with("سي");
    }
    if is_title(cx, at) {
        return false;
    }
    let word = cx.word(at);
    let word = word.strip_prefix(['و', 'ف']).unwrap_or(word);
    let formed = word.starts_with("سي") || word.starts_with("ست") || word.starts_with("سن");
    formed && token.entry.is_none() && word.len() >= 8 && !word.ends_with('ه') && !named(cx, at)
}

/// «السفينة «سيلينا»»: the first of a few words in quotation marks, which are a name.
fn is_title(cx: &Context, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let marks = [('«', '»'), ('"', '"'), ('“', '”')];
    let closes = |close| (at + 1..at + 4).any(|i| cx.is_sign(i, close));
    marks.iter().any(|(open, close)| cx.is_sign(before, *open) && closes(*close))
}

/// Part of a run of unknown words, which is likelier a name than a verb.
fn named(cx: &Context, at: usize) -> bool {
    at.checked_sub(1)
        .is_some_and(|before| cx.is(before, Class::Given) || cx.is(before, Class::Title))
}

#[cfg(test)]
mod tests {
    use crate::facts::{Kind, Mode, extract, testing::article};

    fn of_count(text: &str) -> Mode {
        let facts = extract(&article(text, "2026-05-04")).facts;
        facts.into_iter().find(|fact| fact.kind == Kind::Count).expect(text).mode
    }

    #[test]
    fn what_has_been_done_is_no_doubt() {
        for text in [
            "وقد قتل 12 شخصا في الحادث.",
            "ولقد أصيب 12 عاملا في الحريق.",
            "فقد نقل 12 مصابا إلى المستشفى.",
            "وقد توفي 12 مصابا في المستشفى.",
            "وقد تضررت 12 مدرسة في المدينة.",
        ] {
            assert_eq!(of_count(text), Mode::Fact, "{text}");
        }
        for text in ["ولا يزال 12 شخصا مفقودين.", "لا يزال شخص واحد مفقودا."]
        {
            assert_eq!(of_count(text), Mode::Fact, "{text}");
        }
        for text in ["وقد يصل 12 عاملا إلى الموقع.", "قد تثبت التحقيقات تورط 12 موظفا."]
        {
            assert_eq!(of_count(text), Mode::Hedged, "{text}");
        }
    }
}
