//! The noun that is counted: after the figure («15 قتيلا») or before it («البحارة الخمسة»).

use super::Amount;
use crate::facts::Kind;
use crate::facts::context::Context;
use crate::facts::duration;
use crate::facts::lexicon::{self, Class, Classes, Clitics, FormNumber};
use crate::facts::number::{Number, is_digits};
use crate::facts::value::{Approx, Unit};

/// The noun right after a number, and the token after it.
pub(super) fn noun_after(cx: &Context, number: &Number) -> Option<(Unit, usize)> {
    let at = number.end;
    let token = cx.token(at).filter(|token| token.is_word())?;
    let calendar = [Class::Month, Class::HijriMonth, Class::Weekday];
    let dated = calendar.iter().any(|class| cx.sense(at, *class).is_some());
    if dated || super::unit::is_joined(cx, at) {
        return None;
    }
    // Of many, the noun is definite («عشرات القتلى»); of a figure, never.
    let definite = token.clitics.has(Clitics::THE) || cx.word(at).starts_with("ال");
    let loose = number.approx == Approx::Vague;
    if definite && !loose || loose && number.definite {
        return None;
    }
    let word = cx.word(at);
    let end = both_sexes(cx, at);
    if let Some(id) = noun_id(cx, at) {
        return Some((Unit::Of(id.to_owned()), end));
    }
    let few = number.high > number.low;
    // «الاتفاقيات التسع تصبح نافذة»: behind a number that follows its noun a verb goes on.
    let verb = number.definite && word.starts_with(['ت', 'ي']) && !word.ends_with('ا');
    let noun = !verb
        && !cx.is(at, Class::Function)
        && (!loose || definite || few)
        && could_be_counted(word, number);
    noun.then(|| (Unit::Of(lemma(word)), end))
}

/// Where the noun at `at` ends that may be told of both sexes: «18 رياضيا ورياضية», «عشرة لاعبين ولاعبات».
fn both_sexes(cx: &Context, at: usize) -> usize {
    let women = cx
        .word(at + 1)
        .strip_prefix('و')
        .filter(|word| word.ends_with('ه') || word.ends_with("ات"));
    let men = lemma(cx.word(at));
    let both = women.is_some_and(|women| lemma(women) == men);
    at + 1 + usize::from(both && men.chars().count() > 2)
}

/// «47 من المصابين», «عشرات الملايين من الجنيهات»: the noun of a part, the token after it, and the
/// rule. «تسعة من فروعها» are so many branches and no part of others that are told of.
pub(super) fn noun_after_of(
    cx: &Context,
    number: &Number,
) -> Option<(Unit, Kind, usize, &'static str)> {
    const OF: &str = "count.of";
    let at = number.end + 1;
    let definite = cx.token(at)?.clitics.has(Clitics::THE) || cx.word(at).starts_with("ال");
    if cx.word(number.end) != "من" || number.low.fract() != 0.0 {
        return None;
    }
    if let Some(id) = noun_id(cx, at).or_else(|| of_whom(cx.word(at))) {
        return Some((Unit::Of(id.to_owned()), Kind::Count, at + 1, OF));
    }
    // «ثلاث من عرباته السبع»: the noun has a figure of its own.
    if let Some(id) = owned(cx.word(at)).filter(|_| !cx.is(at + 1, Class::Cardinal)) {
        return Some((Unit::Of(id.to_owned()), Kind::Count, at + 1, "count.of_its"));
    }
    if number.approx != Approx::Vague || !definite {
        return None;
    }
    if let Some(measured) = super::measured(cx, at) {
        return Some((measured.unit, measured.kind, measured.end, OF));
    }
    let word = cx.word(at);
    Some((Unit::Of(bare(word)), Kind::Count, at + 1, OF))
}

fn noun_id(cx: &Context, at: usize) -> Option<&'static str> {
    if let Some(sense) = cx.word_sense(at, Class::PersonNoun) {
        return Some(sense.id);
    }
    if cx.is(at, Class::Goal) {
        return Some("goal");
    }
    cx.word_sense(at, Class::Counted).map(|sense| sense.id)
}

/// «ستة من مصابي الحريق»: a sound plural loses its nun before whom they belong to.
fn of_whom(word: &str) -> Option<&'static str> {
    let whole = word.strip_suffix('ي').map(|stem| format!("{stem}ين"))?;
    let sense = lexicon::exact(&whole)?.sense(Class::PersonNoun)?;
    (sense.number == FormNumber::Many).then_some(sense.id)
}

/// «تسعة من فروعها», «خمسة من زملائه»: a noun of the lexicon with a pronoun, before which a sound
/// plural has lost its nun.
fn owned(word: &str) -> Option<&'static str> {
    const PRONOUNS: [&str; 5] = ["هما", "هم", "هن", "ها", "ه"];
    let bare = PRONOUNS.iter().find_map(|pronoun| word.strip_suffix(pronoun))?;
    let counted = |form: &str| {
        let entry = lexicon::exact(form)?;
        let sense = entry.sense(Class::PersonNoun).or_else(|| entry.sense(Class::Counted))?;
        (sense.number == FormNumber::Many).then_some(sense.id)
    };
    // «لاعبيه» is of «لاعبين», «أعضائه» of «أعضاء».
    let stem = bare.strip_suffix('ي');
    let longer = |ending: &str| stem.and_then(|stem| counted(&format!("{stem}{ending}")));
    counted(bare).or_else(|| longer("ين")).or_else(|| longer("ء"))
}

/// Whether an unknown word has the form that the number asks of its noun: after 11 to 99 the
/// accusative singular, often written without its alef in the press; never a verb with «وا», nor
/// a noun with a pronoun.
fn could_be_counted(word: &str, number: &Number) -> bool {
    let letters = word.chars().count();
    if letters < 3 || number.low == 0.0 || number.low < 3.0 && !number.digits {
        return false;
    }
    let pronoun = ["هم", "هن", "هما", "وا", "ها"].iter().any(|ending| word.ends_with(ending));
    let prefixed = ["وال", "بال", "فال", "كال", "لل", "سي", "ست", "بم"]
        .iter()
        .any(|beginning| word.starts_with(beginning));
    let verb =
        letters == 4 && (word.starts_with('ي') || word.ends_with("ت") && !word.ends_with("ات"));
    !pronoun && !prefixed && !verb && !GOES_ON.contains(&word)
}

/// Words that go on to the next clause.
const GOES_ON: &[&str] =
    &["وان", "وانه", "وانها", "وانهم", "وقد", "ولم", "ولا", "وهو", "وهي", "وهم", "وكان", "وكانت"];

/// A folded noun without the endings of number, gender and case: «شحنة» and «شحنات» are one.
pub(super) fn lemma(word: &str) -> String {
    let stem = ["ات", "ين", "ون", "ه", "ا"]
        .iter()
        .find_map(|ending| word.strip_suffix(ending).filter(|stem| stem.chars().count() > 2));
    stem.unwrap_or(word).to_owned()
}

/// «البحارة الخمسة», «الأيام الثلاثة الماضية», «فروعها الستة»: a definite number after a definite noun.
pub(super) fn noun_before(cx: &Context, at: usize, amount: Amount) -> Option<Amount> {
    let noun = at.checked_sub(1)?;
    let article = cx.word(at - 1);
    let noun = if matches!(article, "ال") { noun.checked_sub(1)? } else { noun };
    let token = cx.token(noun).filter(|token| token.is_word())?;
    let word = cx.word(noun);
    let owner = owned(word);
    let pronoun = ["ها", "هم"].iter().find_map(|ending| word.strip_suffix(ending));
    let theirs = pronoun.filter(|noun| noun.chars().count() > 3);
    let definite = owner.is_some()
        || theirs.is_some()
        || token.clitics.has(Clitics::THE)
        || ["ال", "وال", "بال", "لل", "فال"].iter().any(|article| word.starts_with(article));
    if !definite || cx.is(noun, Class::Function) || amount.quantity.low < 2.0 {
        return None;
    }
    if let Some(unit) = cx.word_sense(noun, Class::TimeUnit) {
        let many = unit.number != FormNumber::One;
        return many.then(|| duration::of_unit_before(unit, amount, noun));
    }
    // «الرئيس الـ14»: the fourteenth, for nobody counts what is one.
    let one = |class| cx.word_sense(noun, class).is_some_and(|s| s.number == FormNumber::One);
    let single = [Class::PersonNoun, Class::Counted, Class::Title].into_iter().any(one);
    if single && (at..amount.end).any(|i| is_digits(cx, i)) {
        return Some(Amount { kind: Kind::Ordinal, rule: "ordinal.digits", ..amount });
    }
    let tens = amount.quantity.low >= 20.0;
    if tens && word.ends_with(['ه', 'ي']) {
        return None;
    }
    let known = noun_id(cx, noun).or(owner).map(str::to_owned);
    let mut counted = amount;
    counted.quantity.unit = Unit::Of(known.unwrap_or_else(|| bare(theirs.unwrap_or(word))));
    let start = people_of(cx, noun).unwrap_or(noun);
    if start < noun {
        counted.quantity.unit = Unit::Of("person".to_owned());
    }
    Some(Amount { kind: Kind::Count, start, rule: "count.definite", ..counted })
}

/// «القوارب المحجوزة ستة»: a number that a sentence says of a noun and of what describes it.
pub(super) fn subject(
    cx: &Context,
    at: usize,
    free: usize,
    number: &Number,
    amount: &Amount,
) -> Option<Amount> {
    const LIKE_A_YEAR: f64 = 1000.0;
    let start = at.checked_sub(2).filter(|start| *start >= free)?;
    let definite = |i: usize| cx.word(i).starts_with("ال") || cx.word(i).starts_with("وال");
    let described = definite(start) && definite(at - 1) && cx.word(at - 1).ends_with('ه');
    let year = number.digits && number.low >= LIKE_A_YEAR;
    if !described || number.definite || year || number.low < 2.0 || cx.is_word(number.end) {
        return None;
    }
    let many =
        |class: Class| cx.word_sense(start, class).filter(|sense| sense.number == FormNumber::Many);
    let noun = many(Class::PersonNoun).or_else(|| many(Class::Counted))?;
    let mut counted = Amount { kind: Kind::Count, start, rule: "count.subject", ..amount.clone() };
    counted.quantity.unit = Unit::Of(noun.id.to_owned());
    Some(counted)
}

/// «منفذو الهجوم الثلاثة»: a plural number is of the people before a noun that is one thing.
fn people_of(cx: &Context, noun: usize) -> Option<usize> {
    let people = noun.checked_sub(1)?;
    let plural = |at: usize, class: Class| {
        cx.word_sense(at, class).is_some_and(|sense| sense.number == FormNumber::Many)
    };
    let several = plural(noun, Class::PersonNoun) || plural(noun, Class::Counted);
    let formed = ["ات", "ين", "ون"].iter().any(|ending| cx.word(noun).ends_with(ending));
    (plural(people, Class::PersonNoun) && !several && !formed).then_some(people)
}

/// Whether a word that the lexicon does not know has the ending of a feminine dual.
pub(in crate::facts) fn like_feminine_dual(word: &str) -> bool {
    word.len() >= 12 && (word.ends_with("تين") || word.ends_with("تان"))
}

/// What «رحلتين», «جولتان» are two of: a dual in «تين» or «تان» whose singular the lexicon knows
/// as a noun.
pub(super) fn feminine_dual(cx: &Context, at: usize) -> Option<String> {
    cx.token(at).filter(|token| token.is_word() && token.entry.is_none())?;
    let word = cx.word(at);
    // «نقطتان مهمتان»: after another dual it is the adjective.
    let before = at.checked_sub(1).map_or("", |at| cx.word(at));
    if before.ends_with("ان") || before.ends_with("ين") {
        return None;
    }
    let joined = ['و', 'ف', 'ب', 'ل'];
    [Some(word), word.strip_prefix(joined)].into_iter().flatten().find_map(|word| {
        let stem = word.strip_suffix("تين").or_else(|| word.strip_suffix("تان"))?;
        let singular = format!("{stem}ه");
        let noun = crate::facts::lexicon::exact(&singular)?;
        let common = [Class::Common, Class::OrgHead, Class::Introduces, Class::Counted];
        common.iter().any(|class| noun.sense(*class).is_some()).then(|| stem.to_owned())
    })
}

fn bare(word: &str) -> String {
    let stem =
        ["وال", "بال", "فال", "لل", "ال"].iter().find_map(|article| word.strip_prefix(article));
    lemma(stem.unwrap_or(word))
}

/// The noun before «واحد» or «وحيد»: indefinite, and no other part of speech as far as can be
/// told.
pub(super) fn lone_noun(cx: &Context, at: usize) -> Option<Unit> {
    let token = cx.token(at).filter(|token| token.is_word())?;
    let word = cx.word(at);
    let excluded = cx.is_one_of(
        at,
        const {
            Classes::of(&[
                Class::Function,
                Class::Cardinal,
                Class::Scale,
                Class::TimeUnit,
                Class::MeasureUnit,
            ])
        },
    );
    if excluded || token.clitics.has(Clitics::THE) || word.starts_with("ال") {
        return None;
    }
    if let Some(id) = noun_id(cx, at) {
        return Some(Unit::Of(id.to_owned()));
    }
    (word.chars().count() >= 3).then(|| Unit::Of(lemma(word)))
}
