//! Whom the description after a verb of saying goes on to name.

use super::{Class, Mention, Outer, Reader, Sort};
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

    /// «أن» or a verb of saying: the description has ended.
    fn says(&self, at: usize) -> bool {
        self.cx.is_one_of(at, const { Classes::of(&[Class::That, Class::Saying]) })
    }
}
