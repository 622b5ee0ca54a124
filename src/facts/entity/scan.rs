//! One pass over the tokens that finds every mention; whom each means is for `cast`.
//!
//! Begin with [`scan`]. At each word the longest reading wins in this order: a body or medium of
//! the lexicon, an office with the name after it, a place, a thing or body that a noun
//! introduces, somebody described, a given name.

use super::behind::{article_was_taken, given_sense, name_after, raw};
use super::closing::{self, REACH, ends_office, waits};
use super::modifier::{modifier, stops_modifiers};
use super::person::{Anchor, is_servant, name_end, tanwin, unknown};
use super::titled::titled;
use super::{Mention, Sort, body, described, house, marked, named, unlisted};
use crate::facts::lexicon::{Class, Classes, Clitics, Sense};
use crate::facts::{Context, TokenKind};

/// Every mention, in text order, none overlapping another.
pub fn scan(cx: &Context) -> Vec<Mention> {
    let mut found: Vec<Mention> = Vec::new();
    // Where an office ended that waits for the name of its holder.
    let mut office: Option<usize> = None;
    let mut at = 0;
    while let Some(token) = cx.token(at) {
        let mut mention = match token.kind {
            TokenKind::Foreign => latin(cx, at),
            TokenKind::Word if token.any.meet(OPENERS) => known(cx, at),
            TokenKind::Word if token.any.meet(PARTICLES) => particle(cx, at),
            TokenKind::Word if token.entry.is_some() => unlisted::subject(cx, at),
            TokenKind::Word => unlisted::name(cx, at),
            TokenKind::Sign('"' | '“' | '”' | '«' | '″') => {
                marked::subject(cx, at, |at| known(cx, at))
            }
            _ => None,
        };
        office = office.filter(|from| at < from + REACH && !ends_office(cx, at));
        let single = mention.as_ref().is_none_or(|m| m.sort == Sort::Person && m.whole.len() == 1);
        let holder = if office.is_some() && single { closing::holder(cx, at) } else { None };
        if let Some(name) = holder {
            mention = Some(Mention::new(Sort::Person, name));
        }
        let Some(mention) = mention else {
            at += 1;
            continue;
        };
        let mention = match mention {
            letters if letters.id == Some("fm") => {
                house::radio(cx, &mut found, &letters).ok_or(letters.whole.end)
            }
            mention => house::take(cx, &mut found, mention),
        };
        let mention = match mention {
            Ok(mention) => mention,
            Err(end) => {
                at = end;
                continue;
            }
        };
        match mention.sort {
            Sort::Described if waits(cx, &mention) => office = Some(mention.whole.end),
            Sort::Person => office = None,
            _ => {}
        }
        at = mention.whole.end.max(at + 1);
        found.push(mention);
    }
    found
}

/// Words that join the parts of a name.
const PARTICLES: Classes = Classes::of(&[Class::NameParticle]);

/// A name that such a word opens («عبد الرقيب …», «قال بن زيان،»), or whoever speaks.
fn particle(cx: &Context, at: usize) -> Option<Mention> {
    let servant = is_servant(cx, at).then(|| given(cx, at)).flatten();
    servant.or_else(|| unlisted::weak_name(cx, at)).or_else(|| unlisted::subject(cx, at))
}

/// The classes of the words that may open a mention in [`known`].
const OPENERS: Classes = Classes::of(&[
    Class::Outlet,
    Class::Org,
    Class::Title,
    Class::Place,
    Class::Introduces,
    Class::OrgHead,
    Class::Given,
    Class::Nisba,
]);

fn known(cx: &Context, at: usize) -> Option<Mention> {
    if given_sense(cx, at)
        && let Some(mention) = unlisted::called(cx, at).or_else(|| unlisted::secretary(cx, at))
    {
        return Some(mention);
    }
    lexical(cx, at, Class::Outlet, Sort::Outlet)
        .or_else(|| lexical(cx, at, Class::Org, Sort::Body))
        .or_else(|| titled(cx, at))
        .or_else(|| place(cx, at))
        .or_else(|| introduced(cx, at))
        .or_else(|| headed(cx, at))
        .or_else(|| described(cx, at))
        .or_else(|| national(cx, at))
        .or_else(|| given(cx, at))
        .or_else(|| unlisted::weak_name(cx, at))
        .or_else(|| unlisted::subject(cx, at))
}

fn latin(cx: &Context, at: usize) -> Option<Mention> {
    let glued_figure = cx.is_glued(at)
        && at.checked_sub(1).and_then(|i| cx.token(i)).is_some_and(|t| t.kind == TokenKind::Digits);
    if glued_figure {
        return None;
    }
    lexical(cx, at, Class::Outlet, Sort::Outlet)
        .or_else(|| named::latin_end(cx, at).map(|end| Mention::new(Sort::Body, at..end)))
}

/// A name that the lexicon has; not where «ال» was taken off to find it («القطر»).
fn lexical(cx: &Context, at: usize, class: Class, sort: Sort) -> Option<Mention> {
    let (sense, words) = cx.sense(at, class)?;
    if article_was_taken(cx, at) {
        return None;
    }
    let mut mention = Mention::new(sort, at..at + words);
    mention.id = Some(sense.id);
    Some(mention)
}

/// A place, or a longer foreign name that a place opens («… سان …»).
fn place(cx: &Context, at: usize) -> Option<Mention> {
    let mut mention = lexical(cx, at, Class::Place, Sort::Place)?;
    if mention.name.len() == 1 && is_no_place(cx, at) {
        return None;
    }
    let end = mention.name.end;
    let goes_on = cx.is(end, Class::NameParticle)
        && cx.word(end).chars().count() >= 3
        && cx.token(end).is_some_and(|token| token.clitics == Clitics::default())
        && unknown(cx, end + 1)
        && !cx.is(end, Class::Given);
    if goes_on {
        mention = Mention::new(Sort::Body, at..end + 2);
    } else if cx.sense(end, Class::Tail).is_some() {
        mention = Mention::new(Sort::Body, at..end + 1);
    }
    Some(mention)
}

/// «الأشكال الاحتجاجية السلمية», «باكرًا», «حماه»: an adjective, early, his father-in-law.
fn is_no_place(cx: &Context, at: usize) -> bool {
    let word = cx.word(at);
    let before = at.checked_sub(1).map_or("", |i| cx.word(i));
    if word == "حماه" {
        return raw(cx, at).ends_with('ه')
            && !matches!(before, "في" | "من" | "الي" | "مدينه" | "محافظه" | "ريف" | "قرب");
    }
    let definite = || ["ال", "وال", "بال", "لل"].iter().any(|the| before.starts_with(the));
    let plural = || before.ends_with(['ه', 'ت']) && definite();
    word.starts_with("ال") && word.ends_with("يه") && plural() || tanwin(cx, at)
}

/// One thing with a name, after the noun that introduces it.
fn introduced(cx: &Context, at: usize) -> Option<Mention> {
    let (sense, words) = cx.sense(at, Class::Introduces)?;
    let after = at + words;
    let sort = sort_of(sense.id);
    let name = match named::after_noun(cx, after, sense.value > 0.0) {
        Some(name) => name,
        None if sense.value > 0.0 => placed(cx, after, sense.id)?,
        None => return None,
    };
    let mut mention = Mention::new(sort, name);
    mention.whole = at..mention.name.end;
    mention.noun = Some(at);
    if let Some((place, _)) =
        cx.sense(mention.name.start, Class::Place).filter(|_| sort == Sort::Place)
    {
        mention.id = Some(place.id);
    } else if let Some((body, _)) = outlet_or_org(cx, mention.name.start) {
        mention.id = Some(body.id);
    }
    Some(mention)
}

fn outlet_or_org(cx: &Context, at: usize) -> Option<(Sense, usize)> {
    cx.sense(at, Class::Outlet).or_else(|| cx.sense(at, Class::Org))
}

/// A noun before a name of the lexicon: «مدينة …», «نادي …», «صحيفة …».
fn placed(cx: &Context, at: usize, id: &str) -> Option<std::ops::Range<usize>> {
    let known = match id {
        "place" | "airport" => cx.sense(at, Class::Place),
        "club" => cx.sense(at, Class::Place).or_else(|| cx.sense(at, Class::Org)),
        "outlet" | "company" | "party" => outlet_or_org(cx, at),
        _ => None,
    }?;
    let extended = place(cx, at).filter(|mention| mention.name.len() > known.1);
    Some(extended.map_or(at..at + known.1, |mention| mention.name))
}

fn sort_of(id: &str) -> Sort {
    match id {
        "place" => Sort::Place,
        "outlet" => Sort::Outlet,
        "company" | "party" | "club" | "airline" | "university" => Sort::Body,
        _ => Sort::Thing,
    }
}

/// A body whose name a common noun opens («وزارة …»).
fn headed(cx: &Context, at: usize) -> Option<Mention> {
    cx.word_sense(at, Class::OrgHead)?;
    // «المركز الحادي عشر» is a place in a table.
    if cx.is(at + 1, Class::Ordinal) || cx.word(at + 1) == "الحادي" {
        return None;
    }
    // «أداره الحكم»: the verb, and no administration.
    if raw(cx, at).starts_with("أدار") {
        return None;
    }
    let end = house::named(cx, at).or_else(|| body::body_end(cx, at))?;
    Some(Mention::new(Sort::Body, at..end))
}

/// Somebody with a description in place of a name: «مصدر أمني», «الشرطة البريطانية».
fn described(cx: &Context, at: usize) -> Option<Mention> {
    let (sense, words) = cx.sense(at, Class::Title)?;
    // «مساء الأحد» is a day, and not one of several.
    let day = cx.is(at, Class::Weekday) && cx.word(at).contains("ال");
    // «المدى القريب» is near, and nobody's kin.
    let near = matches!(cx.word(at), "القريب" | "القريبه");
    if !sense.value.total_cmp(&1.0).is_eq() || day || near {
        return None;
    }
    if let Some(name) = name_of_witness(cx, at, &sense) {
        let mut mention = Mention::new(Sort::Person, name);
        mention.whole = at..mention.name.end;
        return Some(mention);
    }
    let mut end = at + words;
    let mut of = None;
    // «إحدى …»: whatever it is one of belongs to it.
    // «شركتا طيران»: so does what a dual without its ن is of.
    let wants = matches!(cx.word(at), "احد" | "احدي") || unlisted::is_dual(cx.word(at));
    if wants && words == 1 && cx.is_word(end) {
        end += 1;
    }
    while end < at + words + 4 && describes(cx, end) {
        end += modifier(cx, end, at + words, &mut of).unwrap_or(1);
    }
    let mut mention = Mention::new(Sort::Described, at..described::end(cx, at, end).max(end));
    mention.role = Some(sense.id);
    mention.of = of;
    Some(mention)
}

/// «الناجي رجب شعبان»: one definite person, and a full name that a given name opens.
fn name_of_witness(cx: &Context, at: usize, sense: &Sense) -> Option<std::ops::Range<usize>> {
    if sense.id != "witness" || !cx.word(at).contains("ال") {
        return None;
    }
    name_after(cx, at + 1).filter(|name| name.len() > 1 && given_sense(cx, name.start))
}

/// «الصربي زوران ماتيتش»: somebody by country and full name; after a definite noun the
/// nationality may be an adjective, and a given name must follow it.
fn national(cx: &Context, at: usize) -> Option<Mention> {
    let (sense, words) = cx.sense(at, Class::Nisba)?;
    let word = cx.word(at);
    let single = words == 1 && (word.ends_with('ي') || word.ends_with("يه"));
    let joined = [Clitics::BY, Clitics::TO, Clitics::AS]
        .iter()
        .any(|clitic| cx.token(at).is_some_and(|token| token.clitics.has(*clitic)));
    if !single || joined || !word.contains("ال") || cx.word(at + 1).starts_with("ال") {
        return None;
    }
    let adjective = at.checked_sub(1).is_some_and(|i| cx.word(i).contains("ال"));
    let name = name_after(cx, at + 1)
        .filter(|name| name.start == at + 1 && name.len() > 1)
        .filter(|name| given_sense(cx, name.start) || !adjective && plain(cx, name))?;
    let mut mention = Mention::new(Sort::Person, name);
    mention.whole = at..mention.name.end;
    mention.of = Some(sense.id);
    Some(mention)
}

/// Unknown words without the shape of a verb.
fn plain(cx: &Context, name: &std::ops::Range<usize>) -> bool {
    name.clone().all(|at| {
        let word = cx.word(at);
        !word.starts_with(['ي', 'ت', 'س', 'و', 'ل', 'ب']) || word.chars().count() > 5
    })
}

fn describes(cx: &Context, at: usize) -> bool {
    let adjective = cx.is(at, Class::Nisba)
        || cx.sense(at, Class::Place).is_some()
        || cx.word_sense(at, Class::Common).is_some_and(|_| cx.word(at).starts_with("ال"));
    cx.is_word(at)
        && adjective
        && !stops_modifiers(cx, at)
        && !cx.token(at).is_some_and(|token| {
            [Clitics::AND, Clitics::BY, Clitics::TO].iter().any(|clitic| token.clitics.has(*clitic))
        })
}

/// A run that a given name opens; with the office after it, where one is said.
fn given(cx: &Context, at: usize) -> Option<Mention> {
    let end = name_end(cx, at, Anchor::Given)?;
    let mut mention = Mention::new(Sort::Person, at..end);
    let comma = cx.is_sign(end, '،') || cx.is_sign(end, ',') || cx.is_sign(end, '-');
    let office = if comma { end + 1 } else { end };
    if let Some((sense, words)) = cx.sense(office, Class::Title) {
        let joined = cx.token(office).is_some_and(|token| {
            [Clitics::AND, Clitics::TO, Clitics::BY].iter().any(|c| token.clitics.has(*c))
        });
        let own = name_after(cx, office + words).is_none() && !joined;
        if sense.value.total_cmp(&0.0).is_eq() && own && end > at + 1 {
            mention.role = Some(sense.id);
            let mut of = None;
            let mut stop = office + words;
            while stop < office + words + 4
                && let Some(step) = modifier(cx, stop, office + words, &mut of)
            {
                if cx.is_sign(stop, '،') || cx.is_sign(stop, ',') {
                    break;
                }
                stop += step;
            }
            mention.of = of;
            mention.whole = at..stop;
        }
    }
    Some(mention)
}
