//! Names of people: where a run of words that opens as a name ends.
//!
//! Arabic has no capitals, so a name is a run of words that the lexicon does not know as common
//! ones, opened by a given name or standing after an office. Begin with [`name_end`]. Who the
//! person is, and later short mentions, are for `cast`.

use super::bounds;
use crate::facts::affix::{ends_with_any, starts_with_any};
use crate::facts::lexicon::{Class, Classes, Clitics};
use crate::facts::name::is_native;
use crate::facts::{Context, TokenKind};

/// Words at most, particles apart.
const LONGEST: usize = 4;

/// What lets a run of words be read as a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// An office stands before: one unknown word is enough.
    Title,
    /// It opens with a given name.
    Given,
}

/// «عبد الرقيب»: a given name, whichever word it is made with.
pub fn is_servant(cx: &Context, at: usize) -> bool {
    cx.word(at) == "عبد" && cx.word(at + 1).starts_with("ال")
}

/// «الشريف صباح اليوم»: when somebody did it, and no name of theirs.
fn is_time_of_day(cx: &Context, at: usize) -> bool {
    matches!(cx.word(at), "صباح" | "فجر" | "ضحي")
        && (cx.is(at + 1, Class::RelativeDay) || cx.is(at + 1, Class::Weekday))
}

/// Where the name that begins at `at` ends; `None` when none begins there.
pub fn name_end(cx: &Context, at: usize, anchor: Anchor) -> Option<usize> {
    if !opens(cx, at, anchor) {
        return None;
    }
    let (mut end, mut words) = match cx.sense(at, Class::Given) {
        Some((_, parts)) if parts > 1 => (at + parts, 1),
        _ => (at + 1, usize::from(!cx.is(at, Class::NameParticle) || given(cx, at))),
    };
    while words < LONGEST {
        let Some((next, counts)) = next_part(cx, at, end, words) else {
            break;
        };
        end = next;
        words += counts;
    }
    (words > 0).then(|| super::closing::name_end(cx, at, end))
}

fn opens(cx: &Context, at: usize, anchor: Anchor) -> bool {
    if !cx.is_word(at) || is_no_name(cx, at) || is_means(cx, at) {
        return false;
    }
    if anchor == Anchor::Given {
        // «أم خالد»: she is called by her son.
        let parent = matches!(cx.word(at), "ابو" | "ام") && given(cx, at + 1);
        // «نادر حمدي»: a word that is more than a name, before one that is nothing else.
        let strong = |at| cx.word_sense(at, Class::Given).is_some_and(|sense| sense.id.is_empty());
        let weak = given(cx, at) && strong(at + 1) && only_particle(cx, at + 1);
        // «وعادل كريم النتيجة», «أشرف على المشروع»: these are verbs as well.
        let bare = cx.word(at).trim_start_matches('و');
        let weak = weak && !matches!(bare, "عادل" | "اشرف" | "اكرم" | "كرم");
        let weak = weak && !preposed(cx, at) && !has_clitic(cx, at, Clitics::THE);
        return parent
            || is_servant(cx, at)
            || weak
            || cx.sense(at, Class::Given).is_some_and(|(sense, _)| sense.id.is_empty())
                && !has_clitic(cx, at, Clitics::AS)
                && !has_clitic(cx, at, Clitics::THE);
    }
    (given(cx, at) && !has_clitic(cx, at, Clitics::AND))
        || cx.sense(at, Class::Given).is_some_and(|(_, parts)| parts > 1)
        || is_particle_before_name(cx, at)
        || part(cx, at)
}

/// «أصدر حكمها بالإعدام شنقا»: a noun of the news behind «بال»; «بالوتيلي» is none, and «بالحاج عمر» is
/// somebody.
fn is_means(cx: &Context, at: usize) -> bool {
    let told = || cx.token(at).is_some_and(|token| !token.lemma.is_silent());
    starts_with_any(cx.word(at), &["بال", "وبال", "فبال"]) && told() && !given(cx, at + 1)
}

/// «الآن» and «بأن» fold into names («آلان», «بان»): the writing tells them apart. «الأولى» counts
/// what stands before it («رئيس في الدورة الأولى»).
fn is_no_name(cx: &Context, at: usize) -> bool {
    // «المعتمد سلفا»: when, unless somebody's name goes on.
    if cx.word(at) == "سلفا" {
        return !unknown(cx, at + 1);
    }
    let ordinal = cx.is(at, Class::Ordinal) && has_clitic(cx, at, Clitics::THE);
    let other = || {
        bounds::is_age(cx, at)
            || bounds::is_idiom(cx, at)
            || crate::facts::ordinal::is_preliminary(cx, at)
    };
    if ordinal || bounds::is_said_of_him(cx.word(at)) || bounds::is_plural_verb(cx, at) || other() {
        return true;
    }
    if !matches!(cx.word(at), "الان" | "بان" | "وبان" | "والان") {
        return false;
    }
    let raw = cx.token(at).and_then(|token| cx.text.slice(token.span)).unwrap_or_default();
    ["الآن", "بأن", "بإن"].iter().any(|word| raw.ends_with(word))
}

fn is_particle_before_name(cx: &Context, at: usize) -> bool {
    cx.is(at, Class::NameParticle)
        && only_particle(cx, at)
        && !verbal(cx, at + 1)
        && (unknown(cx, at + 1) || given(cx, at + 1) || second(cx, at + 1))
}

/// A short unknown word with the prefix of the imperfect: «يحب», «تعود».
fn verbal(cx: &Context, at: usize) -> bool {
    let word = cx.word(at);
    let short = (3..=5).contains(&word.chars().count());
    short && word.starts_with(['ي', 'ت', 'ن']) && unknown(cx, at)
}

/// The next part of a name that began at `start`: its end, and how many words it counts for.
fn next_part(cx: &Context, start: usize, at: usize, words: usize) -> Option<(usize, usize)> {
    if joins(cx, at) && part(cx, at + 1) {
        return Some((at + 2, 1));
    }
    // «رامي الحاج حسن»: what honours others is of this name.
    let honoured = || given(cx, at - 1) && (given(cx, at + 1) || part(cx, at + 1));
    if matches!(cx.word(at), "الحاج" | "السيد" | "الشيخ") && at > start && honoured()
    {
        return Some((at + 2, 2));
    }
    if !cx.is_word(at) || tanwin(cx, at) || is_no_name(cx, at) || is_time_of_day(cx, at) {
        return None;
    }
    if bounds::ends(cx, start, at) {
        return None;
    }
    if is_servant(cx, at - 1) || second(cx, at) && compound(cx, at - 1) {
        return Some((at + 1, 0));
    }
    // «منصور أو العامرة»: one or the other.
    let or = cx.word(at) == "او" && cx.word(at + 1).starts_with("ال");
    let goes_on = || !or && !verbal(cx, at + 1) && !bounds::ends(cx, start, at + 1);
    if particle(cx, at) && goes_on() && (part(cx, at + 1) || second(cx, at + 1)) {
        return Some((at + 2, 1));
    }
    // «آيت الطالب», «ولد الشيخ», «عبد الدايم»: the whole is the family name, whatever the word means.
    if is_son(cx, at) {
        return Some((at + 2, 1));
    }
    if given(cx, at) && !has_clitic(cx, at, Clitics::AND) && !preposed(cx, at) {
        return Some((at + 1, 1));
    }
    if known_surname(cx, start, at) {
        return Some((at + 1, 1));
    }
    if is_last_word(cx, start, at) {
        return Some((at + 1, 1));
    }
    // «بركات», «فرحات»: family names in the shape of a plural.
    let plural = unknown(cx, at) && given(cx, at - 1) && cx.word(at).ends_with("ات");
    ((part(cx, at) || plural) && continues(cx, at, words)).then_some((at + 1, 1))
}

/// A word that wants another, and a definite one behind it that is no day and no calling.
fn is_son(cx: &Context, at: usize) -> bool {
    const OTHER: Classes =
        Classes::of(&[Class::Weekday, Class::RelativeDay, Class::That, Class::Last, Class::Next]);
    matches!(cx.word(at), "ايت" | "ولد" | "بن" | "ال" | "عبد" | "ابو" | "بو")
        && only_particle(cx, at)
        && cx.word(at + 1).starts_with("ال")
        && !cx.is_one_of(at + 1, OTHER)
}

/// «راكيش ناير:», «فيصل دينار، وكيل …»: one word more before the clause that the name closes, whatever
/// else it means.
fn is_last_word(cx: &Context, start: usize, at: usize) -> bool {
    const OTHER: Classes = Classes::of(&[
        Class::Function,
        Class::That,
        Class::Saying,
        Class::Source,
        Class::Title,
        Class::Negation,
        Class::Weekday,
        Class::RelativeDay,
        Class::Last,
        Class::Next,
        Class::This,
        Class::Cardinal,
        Class::TimeUnit,
        Class::Place,
        Class::Nisba,
    ]);
    let word = cx.word(at);
    let comma = cx.is_sign(at + 1, '،') || cx.is_sign(at + 1, ',');
    // «جواو باتيستا في تصريح»
    let where_said = || {
        cx.word(at + 1) == "في" && !word.starts_with(['ي', 'ت', 'س']) && !cx.is(at, Class::Common)
    };
    let closed = cx.is_sign(at + 1, ':')
        || where_said()
        || cx.sense(at + 1, Class::That).is_some()
        || comma && cx.sense(at + 2, Class::Title).is_some();
    let known = cx.token(at).is_some_and(|token| token.entry.is_some());
    // A word of the language closes a name that a given name opens; an unknown one any.
    let opened = if known { strong(cx, start) } else { !word.starts_with("ال") };
    start + 1 == at
        && closed
        && opened
        && !word.starts_with("ال")
        && only_particle(cx, at)
        && !cx.is_one_of(at, OTHER)
        && !(word.ends_with('ا') && (known || is_native(word) || tanwin(cx, at)))
        && word.chars().count() > 2
        && !inflected(word)
        && !super::behind::raw(cx, at).ends_with('ه')
        && (known || !verbal(cx, at) && !word.ends_with("نا"))
}

/// A given name that is no other word.
fn strong(cx: &Context, at: usize) -> bool {
    cx.word_sense(at, Class::Given).is_some_and(|sense| sense.id.is_empty())
}

/// A hyphen or point inside a name («ماري-لويز», «ج.ك»).
fn joins(cx: &Context, at: usize) -> bool {
    (cx.is_sign(at, '-') || (cx.is_sign(at, '.') && cx.word(at - 1).chars().count() <= 3))
        && cx.is_glued(at)
        && cx.is_glued(at + 1)
        && cx.is_word(at + 1)
}

/// Whether an unknown word after `words` words of a name is still of the name.
fn continues(cx: &Context, at: usize, words: usize) -> bool {
    let word = cx.word(at);
    if words < 2 {
        // After an unknown first word a verb or participle is likelier than a family name.
        let verbal = !given(cx, at - 1)
            && !second(cx, at - 1)
            && !particle(cx, at - 1)
            && word.starts_with(['ي', 'ت', 'م', 'ن', 'ب', 'ل', 'و'])
            && !long_and_foreign(word)
            && !is_maghrebi(word)
            && !closes_foreign(cx, at);
        let proclitic = starts_with_any(word, &["لل", "بال", "وال"]);
        return !verbal && !proclitic;
    }
    // A verb, a conjunct or a preposition is likelier than a third name, unless the second is a
    // given name too («جان لوك …»).
    let doubled = given(cx, at - 1) || second(cx, at - 1) || particle(cx, at - 2);
    doubled
        && !word.starts_with(['ي', 'ت', 'و', 'ف', 'س', 'ب', 'ل', 'ن'])
        && !defined(word)
        && word.chars().count() >= 4
}

/// «بابادوبولوس»: too long for an Arabic word with a prefix, and without an Arabic ending.
fn long_and_foreign(word: &str) -> bool {
    let ending = ["ه", "ات", "ين", "ون", "ان", "ا"].iter().any(|ending| word.ends_with(ending));
    word.chars().count() >= 7 && !is_native(word) && !ending
}

/// «بنعمر», «بوعزيز»: the son or father of somebody, in one word.
fn is_maghrebi(word: &str) -> bool {
    starts_with_any(word, &["بن", "بو"]) && word.chars().count() >= 5
}

/// «لامبرت،»: a word of foreign letters at the end of its clause is likelier a family name.
fn closes_foreign(cx: &Context, at: usize) -> bool {
    let word = cx.word(at);
    let shaped = word.chars().count() >= 5 && !is_native(word) && !inflected(word);
    let closes = !cx.is_word(at + 1) || cx.sense(at + 1, Class::That).is_some();
    shaped && closes && !word.ends_with(['ا', 'ه', 'ن'])
}

fn defined(word: &str) -> bool {
    word.starts_with("ال")
}

/// «تيريزا ماي»: a month's name after a given name with no year after it, or a calling with «ال»
/// («القاضي») with nobody's name after it, or a nationality without it («ماتيو روسي»).
fn known_surname(cx: &Context, start: usize, at: usize) -> bool {
    let month = cx.is(at, Class::Month) || cx.is(at, Class::HijriMonth);
    let calling = cx.word(at).starts_with("ال")
        && cx
            .word_sense(at, Class::Title)
            .is_some_and(|sense| matches!(sense.id, "witness" | "judge"))
        && !given(cx, at + 1);
    let nisba = cx.is(at, Class::Nisba) && only_particle(cx, at)
        || shaped_as_nisba(cx, at) && !given(cx, at + 1);
    start + 1 == at
        && given(cx, start)
        && (month || calling || nisba)
        && !cx.token(at + 1).is_some_and(|token| token.kind == TokenKind::Digits)
}

/// «العلمي», «المصري»: after a given name alone, a family name whatever else it means; not a
/// word of time («الماضي»).
fn shaped_as_nisba(cx: &Context, at: usize) -> bool {
    let word = cx.word(at);
    let other = cx.is_one_of(
        at,
        const { Classes::of(&[Class::Last, Class::Next, Class::This, Class::Ordinal, Class::Title]) },
    );
    word.starts_with("ال")
        && word.ends_with('ي')
        && word.chars().count() >= 6
        && !other
        && !matches!(word, "التالي" | "الحالي" | "بالتالي" | "الاتي")
}

pub fn part(cx: &Context, at: usize) -> bool {
    cx.is_word(at)
        && (given(cx, at) || (unknown(cx, at) && !inflected(cx.word(at))))
        && !tanwin(cx, at)
}

/// Endings and shapes of inflected words: pronouns, feminine plurals, participles.
pub fn inflected(word: &str) -> bool {
    const ENDINGS: [&str; 6] = ["هما", "هم", "ها", "ات", "ته", "ناها"];
    const SHAPES: [&str; 5] = ["مست", "متو", "سيت", "است", "يست"];
    (ends_with_any(word, &ENDINGS) || starts_with_any(word, &SHAPES)) && word.chars().count() >= 4
}

fn given(cx: &Context, at: usize) -> bool {
    cx.is(at, Class::Given) && !is_preposition(cx, at)
}

/// «على» and «علي» are one word when folded: the writing tells them apart.
fn is_preposition(cx: &Context, at: usize) -> bool {
    cx.word(at) == "علي"
        && cx
            .token(at)
            .and_then(|token| cx.text.slice(token.span))
            .is_some_and(|raw| raw.ends_with('ى'))
}

fn second(cx: &Context, at: usize) -> bool {
    cx.is(at, Class::NameSecond)
}

/// A first word that «الدين», «الله» or «الرحمن» completes.
fn compound(cx: &Context, at: usize) -> bool {
    cx.word(at).ends_with("عبد") || given(cx, at) || unknown(cx, at)
}

fn particle(cx: &Context, at: usize) -> bool {
    cx.is(at, Class::NameParticle) && only_particle(cx, at)
}

fn only_particle(cx: &Context, at: usize) -> bool {
    cx.token(at).is_some_and(|token| token.clitics == Clitics::default())
}

/// A word that the lexicon does not know: a name, or a word rarer than the lexicon's.
pub fn unknown(cx: &Context, at: usize) -> bool {
    cx.token(at)
        .is_some_and(|token| token.is_word() && token.entry.is_none_or(|entry| !entry.means()))
        && cx.word(at).len() > 4
}

fn has_clitic(cx: &Context, at: usize, clitic: Clitics) -> bool {
    cx.token(at).is_some_and(|token| token.clitics.has(clitic))
}

fn preposed(cx: &Context, at: usize) -> bool {
    has_clitic(cx, at, Clitics::BY) || has_clitic(cx, at, Clitics::TO)
}

/// Whether the word is written with the tanwin of an adverb or object («رسميًا»): no name is.
pub fn tanwin(cx: &Context, at: usize) -> bool {
    // A word with marks is longer than the folded one.
    let marked = cx.token(at).filter(|token| token.span.len() > token.folded.len());
    let raw = marked.and_then(|token| cx.text.slice(token.span)).unwrap_or_default();
    raw.chars().any(|letter| letter == '\u{64B}')
}

/// «كريم نصار وزير الخارجية، وسامي حداد …»: what stands with «و» behind a comma is the next of a
/// list, not the holder of the office before.
pub(super) fn begins_next(cx: &Context, at: usize) -> bool {
    cx.token(at).is_some_and(|token| {
        token.clitics.has(Clitics::AND) || token.entry.is_none() && cx.word(at).starts_with('و')
    })
}
