//! Whom the description after a verb of saying goes on to name.

use super::{Class, Clitics, Mention, Outer, Reader, Sort, speaks};
use crate::facts::lexicon::Classes;

/// Words between a description and the name it goes on to.
const PASSED: [&str; 13] = [
    "باسم",
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

impl Reader<'_, '_> {
    /// Whom a description is followed by: «مدير الأمن، العقيد فلان،», «النائب السابق فلان».
    pub(super) fn named_beside(&self, mention: &Mention, sentence: &Outer) -> Option<&Mention> {
        if mention.sort != Sort::Described || mention.name.len() > 6 {
            return None;
        }
        if let Some(issuer) = self.issuer_of(mention) {
            return Some(issuer);
        }
        let mut at = mention.whole.end;
        let mut comma = false;
        // «الخبير في شؤون المياه، فلان»: what the office is in goes up to the comma.
        let mut field = false;
        while at < (mention.whole.end + 8).min(sentence.tokens.end) {
            if let Some(next) = self.cast.at(at) {
                let fresh = next.whole.start == at && !self.governed(at) && !self.joined(at);
                // «قائد فرقة الإطفاء العقيد فلان»: the body belongs to the office.
                let body = fresh && next.sort == Sort::Body;
                if (body || field && next.sort != Sort::Person) && !comma {
                    at = next.whole.end;
                    continue;
                }
                return Some(next).filter(|next| fresh && next.sort == Sort::Person);
            }
            if PASSED.contains(&self.cx.word(at)) {
                // «المتحدث باسم الدرك، العقيد فلان»
                field |= self.cx.word(at) == "باسم";
                at += 1;
                continue;
            }
            // «باسم شركة "نسيم" للملاحة، فلان»
            let mark = ['"', '«', '»', '“', '”'].iter().any(|mark| self.cx.is_sign(at, *mark));
            if mark && field && !comma {
                at += 1;
                continue;
            }
            let sign = self.cx.is_sign(at, '،') || self.cx.is_sign(at, ',');
            // «المكلف بالإعلام بالمديرية، فلان»
            let of = |word: &str| word == "في" || word.starts_with("بال") || word.starts_with("لل");
            field |= of(self.cx.word(at)) && at == mention.whole.end;
            let adjective = self.cx.word(at).starts_with("ال") && !comma;
            let of_field = field && !comma && self.cx.is_word(at) && !self.says(at);
            if !(adjective || of_field || sign && !comma) {
                return None;
            }
            comma |= sign;
            at += 1;
        }
        None
    }

    /// «بيان للرئاسة», «تقرير لمنظمة»: a text is of whoever issued it.
    fn issuer_of(&self, mention: &Mention) -> Option<&Mention> {
        const TEXTS: [&str; 6] = ["بيان", "تقرير", "بلاغ", "رساله", "مذكره", "نشره"];
        let text = self.cx.word(mention.whole.start).trim_start_matches('و');
        let next = self.cast.at(mention.whole.end)?;
        let of = self.cx.token(mention.whole.end).is_some_and(|token| {
            token.clitics.has(Clitics::TO) || self.cx.word(mention.whole.end).starts_with("لل")
        });
        (TEXTS.contains(&text) && of && speaks(next)).then_some(next)
    }

    /// «أن» or a verb of saying: the description has ended.
    fn says(&self, at: usize) -> bool {
        self.cx.is_one_of(at, const { Classes::of(&[Class::That, Class::Saying]) })
    }
}
