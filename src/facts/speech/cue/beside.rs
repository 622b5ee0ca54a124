//! Whom a description is followed by: «مدير الأمن، العقيد فلان،», «النائب السابق فلان».
//!
//! Begin with [`Reader::named_beside`]. What stands between an office and the name of its holder is
//! of the office: its adjectives, the body or the place that it is of, what the holder speaks for. A
//! verb, a relative, or a preposition of time or company («خلال لقائه فلانا») ends it.

use super::words::speaks;
use super::{Class, Mention, Outer, Reader, Sort};
use crate::facts::TokenKind;
use crate::facts::lexicon::{Classes, Clitics};

/// Tokens between a description and the name at most.
const REACH: usize = 16;

/// Words behind which somebody else may stand, or another time.
#[rustfmt::skip]
const ENDS: [&str; 34] = [
    "الذي", "التي", "الذين", "خلال", "اثناء", "بعد", "قبل", "عقب", "اثر", "قبيل", "بعيد", "ردا",
    "تعليقا", "تعقيبا", "مع", "الي", "امام", "حول", "بشان", "ضد", "منذ", "حتي", "بينما", "فيما",
    "حين", "عندما", "لكن", "ثم", "حيث", "بخصوص", "تجاه", "نحو", "من", "كما",
];

/// Kin of somebody: the name right behind is his whose kin it is.
#[rustfmt::skip]
const KIN: [&str; 14] = [
    "زوجه", "زوج", "والد", "والده", "ام", "اب", "ابن", "ابنه", "نجل", "كريمه", "ارمله", "جار", "جاره",
    "صديق",
];

/// Callings that go with «على» or «عن».
const OVER: [&str; 6] = ["المشرف", "المشرفه", "مشرف", "القايم", "القايمه", "الوصي"];
#[rustfmt::skip]
const ABOUT: [&str; 12] = [
    "المسوول", "المسووله", "مسوول", "مسووله", "النايب", "النايبه", "نايب", "نايبه", "المدافع",
    "ممثل", "ممثله", "المنتخب",
];

impl Reader<'_, '_> {
    /// Whom a description is followed by, or who issued a text.
    pub(super) fn named_beside(&self, mention: &Mention, sentence: &Outer) -> Option<&Mention> {
        if mention.sort == Sort::Person {
            return self.spoken_through(mention);
        }
        if mention.sort != Sort::Described {
            return None;
        }
        self.issuer_of(mention, sentence).or_else(|| self.holder_behind(mention, sentence))
    }

    fn holder_behind(&self, mention: &Mention, sentence: &Outer) -> Option<&Mention> {
        let head = self.cx.word(mention.whole.start);
        let joined = self.joined(mention.whole.start);
        let kin = KIN.contains(&head.strip_prefix('و').filter(|_| joined).unwrap_or(head));
        let (mut at, mut comma, mut plain) = (mention.whole.end, false, false);
        while at < (mention.whole.end + REACH).min(sentence.tokens.end) {
            if self.cx.is_sign(at, '،') || self.cx.is_sign(at, ',') {
                if comma {
                    return None;
                }
                comma = true;
                at += 1;
                continue;
            }
            // «المتحدثة باسم البلدية "هالة الزين"»
            if let Some(next) = self.in_marks(at) {
                return Some(next);
            }
            if let Some(next) = self.cast.at(at) {
                let fresh = next.whole.start == at && !self.governed(at) && !self.joined(at);
                let full = next.name.len() > 1 || next.role.is_some() || comma || !plain;
                if fresh && next.sort == Sort::Person && full && (comma || !kin) {
                    return Some(next);
                }
                // «رئيسة المشروع ووزيرة الدولة، فلانة،»: the commas part her name from both offices.
                let parted = next.name.start.checked_sub(1);
                let parted = parted.is_some_and(|i| self.cx.is_sign(i, '،'));
                if parted && !comma && next.sort == Sort::Person && next.role.is_some() {
                    return Some(next);
                }
                if comma || self.joined(at) && next.sort == Sort::Person {
                    return None;
                }
                at = next.whole.end.max(at + 1);
                continue;
            }
            if self.passed(at) {
                at += 1;
                continue;
            }
            // «، الفرنسي-المالي فلان»: where the holder is from.
            let from = comma && (self.cx.is(at, Class::Nisba) || self.cx.is_sign(at, '-'));
            if !comma && matches!(self.cx.word(at), "الذي" | "التي") {
                return self.past_relative(at, sentence);
            }
            if !from && (comma || self.ends_office(at)) {
                return None;
            }
            if !comma && (at > mention.whole.end || mention.whole.len() > 1) && self.is_parted(at) {
                return None;
            }
            plain |= !self.cx.word(at).starts_with("ال");
            at += 1;
        }
        None
    }

    /// «المتحدث باسم التحالف الذي تقوده البلاد، العقيد فلان، إن»: the name between commas behind a short
    /// clause about what the office is of.
    fn past_relative(&self, at: usize, sentence: &Outer) -> Option<&Mention> {
        const SHORT: usize = 6;
        let end = sentence.tokens.end.min(at + SHORT);
        let comma = (at + 1..end).find(|i| !self.cx.is_word(*i) || self.says(*i))?;
        let next = self.cast.at(comma + 1).filter(|_| self.cx.is_sign(comma, '،'))?;
        let closed = self.cx.is_sign(next.whole.end, '،') || self.says(next.whole.end);
        let fresh = next.whole.start == comma + 1 && !self.joined(comma + 1);
        (fresh && closed && next.sort == Sort::Person && next.name.len() > 1).then_some(next)
    }

    /// «أكد مدير المستشفى وفاة الفنان فلان»: a word that goes on with nothing before it, for what is
    /// definite governs no other noun.
    fn is_parted(&self, at: usize) -> bool {
        const OPENS: Classes =
            Classes::of(&[Class::Nisba, Class::OrgHead, Class::Introduces, Class::Place]);
        let Some(token) = self.cx.token(at).filter(|token| token.is_word()) else { return false };
        let word = self.cx.word(at);
        let the =
            |word: &str| ["ال", "لل", "بال", "وال"].iter().any(|start| word.starts_with(start));
        let preposed = [Clitics::BY, Clitics::TO].iter().any(|c| token.clitics.has(*c));
        let goes_on = the(word)
            || preposed
            || self.cx.is_one_of(at, OPENS)
            || matches!(word, "في" | "لدي" | "عن" | "علي")
            || word.starts_with("باسم")
            || word.starts_with('ل');
        let before = at.checked_sub(1);
        let named = |at: usize| self.cast.at(at).is_some_and(|m| m.sort != Sort::Described);
        let closed = before.is_some_and(|i| the(self.cx.word(i)) || named(i));
        closed && !goes_on
    }

    /// Words between a description and the name, comma or not.
    fn passed(&self, at: usize) -> bool {
        const PASSED: [&str; 12] = [
            "ويدعي",
            "يدعي",
            "وتدعي",
            "تدعي",
            "واسمه",
            "واسمها",
            "عنه",
            "عنها",
            "عنهم",
            "منهم",
            "اسمه",
            "اسمها",
        ];
        PASSED.contains(&self.cx.word(at))
    }

    /// Whether the office and what it is of have ended before this token.
    fn ends_office(&self, at: usize) -> bool {
        let Some(token) = self.cx.token(at) else { return true };
        let before = at.checked_sub(1).map_or("", |i| self.cx.word(i));
        match token.kind {
            TokenKind::Sign('(' | ')' | '-') => false,
            // «باسم شركة "نسيم" للملاحة، فلان»: the name of the body, not what is said.
            TokenKind::Sign('"' | '«' | '»' | '“' | '”') => !self.is_mark_of_name(at),
            TokenKind::Sign(_) | TokenKind::Break => true,
            _ if self.says(at) => true,
            _ => match self.cx.word(at) {
                "في" => !self.is_of_place(at + 1),
                "علي" => !OVER.contains(&before),
                "عن" => !ABOUT.contains(&before),
                word => ENDS.contains(&word),
            },
        }
    }

    /// «في ولاية …», «في المستشفى …», «في اقتصاد الفضاء»: where an office is or what it is in; not «في
    /// تصريح», «في ختام الجلسة».
    fn is_of_place(&self, at: usize) -> bool {
        const OCCASIONS: [&str; 17] = [
            "تصريح",
            "تصريحات",
            "حديث",
            "مقابله",
            "اتصال",
            "لقاء",
            "بيان",
            "كلمه",
            "تعليق",
            "موتمر",
            "ختام",
            "رد",
            "حوار",
            "اول",
            "اخر",
            "وقت",
            "ندوه",
        ];
        let word = self.cx.word(at);
        let heads = const { Classes::of(&[Class::OrgHead, Class::Introduces, Class::Place]) };
        let of = self.cx.word(at + 1).starts_with("ال") && !OCCASIONS.contains(&word);
        word.starts_with("ال") || self.cast.at(at).is_some() || self.cx.is_one_of(at, heads) || of
    }

    /// A person whose name fills the marks that open at `at`.
    fn in_marks(&self, at: usize) -> Option<&Mention> {
        let opens = matches!(
            self.cx.token(at).map(|token| token.kind),
            Some(TokenKind::Sign('"' | '«' | '“' | '”'))
        );
        let next = self.cast.at(at + 1).filter(|_| opens)?;
        let closed = matches!(
            self.cx.token(next.whole.end).map(|token| token.kind),
            Some(TokenKind::Sign('"' | '»' | '”' | '“'))
        );
        let known = next.sort == Sort::Person && self.cx.is(next.name.start, Class::Given);
        (closed && next.whole.start == at + 1 && known).then_some(next)
    }

    /// A mark beside the name of a body or of a thing.
    pub(super) fn is_mark_of_name(&self, at: usize) -> bool {
        let names = |at: usize| {
            self.cast.at(at).is_some_and(|m| !matches!(m.sort, Sort::Person | Sort::Described))
        };
        names(at + 1) || at.checked_sub(1).is_some_and(names)
    }

    /// «المتحدث باسم الرئيس فلان، علان»: the name behind «باسم» is his who is spoken for.
    fn spoken_through(&self, mention: &Mention) -> Option<&Mention> {
        let mut office = mention.whole.start..mention.name.start;
        let end = mention.whole.end;
        let comma = self.cx.is_sign(end, '،') || self.cx.is_sign(end, ',');
        let through = comma && office.any(|at| self.cx.word(at) == "باسم");
        let next = self.cast.at(end + 1).filter(|_| through)?;
        let fresh = next.whole.start == end + 1 && !self.joined(end + 1);
        (fresh && next.sort == Sort::Person && next.name.len() > 1).then_some(next)
    }

    /// «العقيد فلان، عضو لجنة الأمن، …»: whose office a description behind a comma is.
    pub(super) fn apposed_to(&self, mention: &Mention) -> Option<&Mention> {
        let comma = mention.whole.start.checked_sub(1)?;
        let parted = self.cx.is_sign(comma, '،') || self.cx.is_sign(comma, ',');
        let before = comma.checked_sub(1).and_then(|last| self.cast.at(last))?;
        let whole = before.sort == Sort::Person && before.whole.end == comma;
        let own = mention.sort == Sort::Described && !self.joined(mention.whole.start);
        (own && parted && whole).then_some(before)
    }

    /// «بيان للرئاسة», «تقرير لمنظمة»: a text is of whoever issued it.
    fn issuer_of(&self, mention: &Mention, sentence: &Outer) -> Option<&Mention> {
        const TEXTS: [&str; 6] = ["بيان", "تقرير", "بلاغ", "رساله", "مذكره", "نشره"];
        let text = self.cx.word(mention.whole.start).trim_start_matches('و');
        let next = self.cast.at(mention.whole.end)?;
        // «أشار بيان المتحدثة باسم البلدية إلى أن»
        let of = matches!(next.sort, Sort::Described | Sort::Body)
            && next.whole.start == mention.whole.end
            || self.cx.token(mention.whole.end).is_some_and(|token| {
                token.clitics.has(Clitics::TO) || self.cx.word(mention.whole.end).starts_with("لل")
            });
        (TEXTS.contains(&text) && of && speaks(next))
            .then(|| self.holder_behind(next, sentence).unwrap_or(next))
    }

    /// «أن» or a verb of saying: the description has ended.
    fn says(&self, at: usize) -> bool {
        self.cx.is_one_of(at, const { Classes::of(&[Class::That, Class::Saying]) })
    }
}
