//! Agreements, truces, breakthroughs: reached, not reached, denied, or taken for granted.
//!
//! Begin with [`read`]. A noun of an outcome counts when a verb brings it about («توصل إلى»)
//! or a negation keeps it away («دون»); talk *about* an agreement says nothing. The qualifier
//! after the noun is part of the value.

use std::ops::Range;

use super::{Claim, push};
use crate::facts::lexicon::{Class, Classes, Clitics};
use crate::facts::{Context, Fact, Kind, Mode, Polarity, Qualifier, Value};

/// Tokens before the noun in which its verb or negation stands.
const BEFORE: usize = 8;
/// The same for a verb of denying, whose subject may be long.
const FAR: usize = 16;
/// Tokens after the noun in which its verb stands («اتفاق أُبرم»).
const AFTER: usize = 3;

/// What the words before an outcome say of it.
#[derive(Default)]
struct Evidence {
    /// The first token of the verb or negation.
    from: Option<usize>,
    against: Option<Against>,
    brought: bool,
    /// Planned, possible or aimed at.
    open: bool,
}

/// Why it did not come about, or is said not to have.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Against {
    Negated,
    Denied,
}

/// Adds the outcomes of one sentence.
pub fn read(cx: &Context, sentence: Range<usize>, facts: &mut Vec<Fact>) {
    let mut at = sentence.start;
    // Where the evidence of the noun before this one began, and where that noun ended.
    let mut before: Option<Range<usize>> = None;
    while at < sentence.end {
        let Some((sense, words)) = cx.sense(at, Class::Outcome) else {
            at += 1;
            continue;
        };
        let end = at + words;
        let governed = match &before {
            Some(noun) if joined(cx, noun.end, at) => noun.start,
            _ => at,
        };
        if let Some(claim) = outcome(cx, &sentence, sense.id, governed, at..end) {
            push(cx, claim, facts);
        }
        before = Some(governed..end);
        at = end;
    }
}

/// «حققوا تقدما واختراقا»: the second noun has the verb and the negation of the first.
fn joined(cx: &Context, end: usize, at: usize) -> bool {
    let and = cx.token(at).is_some_and(|token| token.clitics.has(Clitics::AND));
    and && (end == at || (end + 1 == at && cx.is(end, Class::Qualifier)))
}

fn outcome(
    cx: &Context,
    sentence: &Range<usize>,
    id: &str,
    governed: usize,
    noun: Range<usize>,
) -> Option<Claim> {
    let Range { start: at, end } = noun;
    let mut evidence = before(cx, sentence, governed);
    // «لم تثمر غير اتفاق واحد» tells of one, and of no more.
    let but = at.checked_sub(1).is_some_and(|i| matches!(cx.word(i), "غير" | "سوي" | "الا"));
    let no = evidence.against.is_some();
    let granted = || is_taken_for_granted(cx, sentence.start, at, no);
    if but || governed == at && (aimed_at(cx, at) || granted()) {
        return None;
    }
    let after = brought_after(cx, sentence, end);
    let strict = matches!(id, "result" | "settlement" | "framework" | "progress");
    // «الاتفاق الذي توصلنا إليه» is there already, whatever is hoped of it.
    let presupposed = !no && after.is_some() && matches!(cx.word(end), "الذي" | "التي");
    if !no {
        evidence.brought |= after.is_some() && !strict;
        if !evidence.brought || (id == "result" || id == "framework") {
            return None;
        }
    }
    if evidence.against == Some(Against::Denied) && is_of_a_kind(cx, at..end) {
        return None;
    }
    let (qualifier, last) = qualifier(cx, end);
    let from = evidence.from.unwrap_or(at);
    let to = if no { last } else { last.max(after.unwrap_or(last)) };
    let start = if to - from > 9 { at } else { from };
    let polarity = if no { Polarity::No } else { Polarity::Yes };
    Some(Claim {
        kind: Kind::Outcome,
        key: ["outcome.", id].concat().into(),
        value: Value::Outcome { polarity, qualifier },
        tokens: start..to,
        mode: if evidence.open && !presupposed && evidence.against != Some(Against::Negated) {
            Mode::Planned
        } else {
            Mode::Fact
        },
        rule: match evidence.against {
            Some(Against::Denied) => "outcome.denied",
            Some(Against::Negated) => "outcome.not_reached",
            None if after.is_some() => "outcome.presupposed",
            None => "outcome.reached",
        },
    })
}

/// «نفى توقيع أي اتفاق عسكري», «ينفي الاتفاق العسكري»: whoever denies one of a kind denies no other. «نفى
/// التوصل إلى اتفاق نهائي» is of the one that is talked about.
fn is_of_a_kind(cx: &Context, noun: Range<usize>) -> bool {
    let word = cx.word(noun.end);
    let relative = word.ends_with('ي') || word.ends_with("يه");
    let any = noun.start.checked_sub(1).is_some_and(|before| cx.word(before) == "اي");
    let one = any || cx.word(noun.start).starts_with("ال");
    let kind = cx.is_word(noun.end) && relative && word.chars().count() > 4;
    one && kind && !cx.is(noun.end, Class::Qualifier)
}

/// The verb and the negation before the noun, in its clause.
fn before(cx: &Context, sentence: &Range<usize>, at: usize) -> Evidence {
    let mut evidence = Evidence::default();
    let first = at.saturating_sub(FAR).max(sentence.start);
    for i in (first..at).rev() {
        // «نفى الناطق باسم الحكومة فلان الفلاني توقيع أي اتفاق»: a long name, and the denial before it.
        let near = i + BEFORE >= at;
        if !near && cx.sense(i, Class::Negation).is_none_or(|(sense, _)| sense.id != "deny") {
            if divides(cx, i) || cx.is(i, Class::Outcome) {
                break;
            }
            evidence.open |= URGES.contains(&cx.word(i));
            continue;
        }
        // «الاتفاق على بيان»: the act that brings it about.
        if matches!(cx.word(i), "الاتفاق" | "التوافق") && cx.word(i + 1) == "علي" {
            evidence.from = Some(i);
            evidence.brought = true;
            continue;
        }
        if divides(cx, i) || cx.is(i, Class::Outcome) {
            break;
        }
        if not_only(cx, i) || still(cx, i) {
            continue;
        }
        if let Some((sense, _)) = cx.sense(i, Class::Negation)
            && negates(cx, sense.id, i, at, &evidence)
        {
            evidence.from = Some(i);
            let denied = sense.id == "deny";
            evidence.against = Some(if denied { Against::Denied } else { Against::Negated });
            return evidence;
        }
        if brings(cx, i) {
            evidence.from = evidence.from.filter(|_| evidence.brought).or(Some(i));
            evidence.brought = true;
            evidence.open |= purpose(cx, i);
        }
        evidence.open |= forward(cx, i);
    }
    evidence
}

/// «لم يقرأ الاتفاق»: whoever has not read it does not say that there is none.
#[rustfmt::skip]
const PRESUPPOSING: &[&str] = &[
    "يقرا", "تقرا", "نقرا", "يقراوا", "ير", "تر", "يطلع", "تطلع", "يفهم", "تفهم", "يعرف",
    "تعرف", "يذكر", "تذكر", "يعجب", "تعجب", "يخرق", "تخرق", "ينتهك", "تنتهك", "يخالف", "تخالف",
    "يلتزم", "تلتزم", "يناقش", "تناقش", "ينتقد", "تنتقد",
];

/// «لم» and «لا» need a verb that would have brought it about; «دون» and «فشل» stand near.
fn negates(cx: &Context, id: &str, at: usize, noun: usize, evidence: &Evidence) -> bool {
    match id {
        "verb" => {
            let near = noun <= at + 2 && !PRESUPPOSING.contains(&cx.word(at + 1));
            evidence.brought || near || brings_negated(cx, at, noun)
        }
        "noun" => evidence.brought || noun <= at + 4 && !is_told_of(cx, at + 1, noun),
        "refuse" | "exclude" => {
            evidence.brought || noun <= at + 4 && !(at + 1..noun).any(|i| is_talk(cx, i))
        }
        "deny" => true,
        _ => false,
    }
}

/// «رفضت الشركة التعليق على الصفقة»: whoever will not talk of it does not refuse it.
fn is_talk(cx: &Context, at: usize) -> bool {
    const TALK: &[&str] = &["تعليق", "حديث", "خوض", "كشف", "تصريح", "افصاح", "ادلاء", "تاكيد"];
    let word = cx.word(at);
    let bare = ["ال", "لل", "بال"].iter().find_map(|article| word.strip_prefix(article));
    TALK.contains(&bare.unwrap_or(word))
}

/// «عدم المساس بالاتفاق», «دون خرق الهدنة»: what is not done is done to an outcome that is there, at once
/// or by a noun («بنود الاتفاق»).
fn is_told_of(cx: &Context, act: usize, noun: usize) -> bool {
    #[rustfmt::skip]
    const ACTS: &[&str] = &[
        "مساس", "التزام", "تقيد", "تمسك", "وفاء", "اخلال", "احترام", "تنفيذ", "تطبيق", "خرق", "انتهاك",
        "مخالفه", "مراعاه", "رضا", "اعتراف", "تجديد", "تمديد", "انسحاب", "خروج", "تعديل", "علم", "معرفه",
    ];
    let act = cx.word(act);
    let definite = ["ال", "بال", "لل"].iter().any(|article| cx.word(noun).starts_with(article));
    let its = ["ه", "ها", "هم", "هما", "نا"].iter().find_map(|pronoun| act.strip_suffix(pronoun));
    let act = its.or_else(|| act.strip_prefix("ال")).unwrap_or(act);
    definite && ACTS.contains(&act)
}

/// «ليس فقط»: no negation; what follows is so, and more besides.
fn not_only(cx: &Context, at: usize) -> bool {
    cx.is(at, Class::Negation) && matches!(cx.word(at + 1), "فقط" | "فحسب" | "مجرد")
}

/// «لا تزال», «ما زال»: something goes on; nothing is denied.
fn still(cx: &Context, at: usize) -> bool {
    ["زال", "زالت", "زالوا", "يزال", "تزال", "يزالون"].contains(&cx.word(at + 1))
}

/// «نقطة مهمة للاتفاق»: an aim, unless the verb that reaches it stands right before («التوصل
/// لاتفاق»).
fn aimed_at(cx: &Context, at: usize) -> bool {
    purpose(cx, at) && !at.checked_sub(1).is_some_and(|verb| brings(cx, verb))
}

/// «منذ بدء الهدنة», «انسحابه من الاتفاق», «بنود الاتفاق»: what is said is said of something else. Who
/// announces the beginning of a truce tells of one, whoever denies it has another in mind.
fn is_taken_for_granted(cx: &Context, from: usize, at: usize, denied: bool) -> bool {
    const SINCE: &[&str] = &["منذ", "بموجب", "من", "طوال", "طيله", "رغم"];
    #[rustfmt::skip]
    const OF_IT: &[&str] = &[
        "بدء", "سريان", "دخول", "انتهاء", "انهيار", "خرق", "انتهاك", "تنفيذ", "تطبيق", "بنود",
        "بند", "تفاصيل", "مضمون", "فحوي", "نص", "مسوده", "شروط", "مده", "تمديد", "اطراف", "مصير",
        "في", "ضمن", "وفق",
    ];
    if at <= from || !cx.is_word(at - 1) {
        return false;
    }
    let before = cx.word(at - 1);
    SINCE.contains(&before)
        || denied && OF_IT.contains(&before)
        || !denied && is_told_of(cx, at - 1, at)
}

/// «لم تخرج … بأي اختراق»: the verb after the particle brings about, or yields.
fn brings_negated(cx: &Context, at: usize, noun: usize) -> bool {
    (at + 1..noun.min(at + 4)).any(|i| brings(cx, i))
}

fn brings(cx: &Context, at: usize) -> bool {
    // «قبل الاتفاق», «قبل سنة» are before it, «من قبل الأطراف» is by them; who accepts one is named behind
    // the verb.
    let by = || at.checked_sub(1).is_some_and(|i| cx.word(i) == "من");
    let before = cx.word(at) == "قبل" && (is_time_or_event(cx, at + 1) || by());
    cx.is(at, Class::Reach) && cx.word(at) != "عن" && !before && !befalls(cx, at)
}

/// «وقعت الوفاة», «وقع الهجوم»: what happens is not signed.
fn befalls(cx: &Context, at: usize) -> bool {
    #[rustfmt::skip]
    const EVENTS: &[&str] = &[
        "وفاه", "حادثه", "حادث", "جريمه", "هجوم", "انفجار", "اشتباكات", "زلزال", "كارثه", "ماساه",
        "مواجهات", "معركه", "فاجعه", "واقعه", "هزه", "اعتداء", "تفجير", "اضرار", "خساير", "اصابات",
    ];
    let event = || {
        let next = cx.word(at + 1);
        EVENTS.contains(&next.strip_prefix("ال").unwrap_or(next))
    };
    matches!(cx.word(at), "وقع" | "وقعت") && event()
}

/// What «قبل» stands before, where it is no verb.
fn is_time_or_event(cx: &Context, at: usize) -> bool {
    const TIMES: Classes = Classes::of(&[
        Class::Outcome,
        Class::Reach,
        Class::TimeUnit,
        Class::Cardinal,
        Class::Weekday,
        Class::ApproxBefore,
    ]);
    #[rustfmt::skip]
    const EVENTS: &[&str] = &[
        "ان", "بدء", "انتهاء", "انعقاد", "موعد", "عيد", "ايام", "الاجتماع", "المحادثات",
        "المفاوضات", "القمه", "الجلسه", "ذلك",
    ];
    cx.is_one_of(at, TIMES) || !cx.is_word(at) || EVENTS.contains(&cx.word(at))
}

/// «للتوصل», «لتحقيق»: an aim, no outcome.
fn purpose(cx: &Context, at: usize) -> bool {
    cx.token(at).is_some_and(|token| token.clitics.has(Clitics::TO))
}

/// «حث الطرفين على التوصل إلى اتفاق»
const URGES: &[&str] = &[
    "حث",
    "حثت",
    "يحث",
    "تحث",
    "دعا",
    "دعت",
    "يدعو",
    "تدعو",
    "ناشد",
    "ناشدت",
    "طالب",
    "طالبت",
    "شجع",
];

/// The letters that these begin with.
const URGING: [char; 7] = ['ح', 'ي', 'ت', 'د', 'ن', 'ط', 'ش'];

/// Words that put an outcome into the future or into doubt.
fn forward(cx: &Context, at: usize) -> bool {
    let word = cx.word(at);
    let coloured =
        cx.is_one_of(at, const { Classes::of(&[Class::Plan, Class::Hedge, Class::Question]) });
    // «قد حققوا» is certain, «قد يحققون» is not.
    let certain = word.ends_with("قد") && !imperfect(cx, at + 1);
    (coloured && !certain)
        || (word == "ان" && brings(cx, at + 1) && imperfect(cx, at + 1))
        || word.starts_with(URGING) && URGES.contains(&word)
        || matches!(word, "نقترب" | "يقترب" | "تقترب" | "ضروره" | "حتي" | "اذا" | "لو")
}

/// A verb of the imperfect; «توصل» and «تم» only begin like one.
fn imperfect(cx: &Context, at: usize) -> bool {
    let word = cx.word(at);
    let perfect = word.starts_with("توصل") || matches!(word, "تم" | "تمت" | "تحقق" | "تحققت");
    word.starts_with(['ي', 'ت', 'ن']) && !perfect
}

fn divides(cx: &Context, at: usize) -> bool {
    ['،', '؛', ':', '.', '(', '"', '“', '«'].iter().any(|sign| cx.is_sign(at, *sign))
        || matches!(cx.word(at), "لكن" | "لكنه" | "لكنها" | "بل" | "رغم" | "بعد")
}

/// The end of the verb after the noun: «اتفاق أُبرم», «الاتفاق الذي توصلنا إليه».
fn brought_after(cx: &Context, sentence: &Range<usize>, end: usize) -> Option<usize> {
    let last = (end + AFTER).min(sentence.end);
    // «الصفقة قبل الافتتاح»: behind the noun it is no verb, which would have a pronoun.
    let brings = |at: &usize| cx.word(*at) != "قبل" && brings(cx, *at);
    let at = (end..last).take_while(|at| !divides(cx, *at)).find(brings)?;
    let linked = at == end || (at == end + 1 && relative(cx, end)) || cx.is(end, Class::Qualifier);
    let negated = (end..at).any(|i| cx.is(i, Class::Negation));
    (linked && !negated).then_some(at + 1)
}

fn relative(cx: &Context, at: usize) -> bool {
    matches!(cx.word(at), "الذي" | "التي" | "قد" | "تم")
}

/// The qualifier after the noun, and the token after both.
fn qualifier(cx: &Context, end: usize) -> (Option<Qualifier>, usize) {
    for at in end..end + 2 {
        let Some(sense) = cx.word_sense(at, Class::Qualifier) else { continue };
        let kind = match sense.id {
            "preliminary" => Qualifier::Preliminary,
            "final" => Qualifier::Final,
            "comprehensive" => Qualifier::Comprehensive,
            "concrete" => Qualifier::Concrete,
            "radical" => Qualifier::Radical,
            "partial" => Qualifier::Partial,
            _ => Qualifier::Great,
        };
        return (Some(kind), at + 1);
    }
    (None, end)
}
