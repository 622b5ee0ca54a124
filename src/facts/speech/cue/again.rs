//! Who speaks where a word stands for whoever spoke before: «المسؤول ذاته», «سيادته», «الطبيبة».

use std::ops::Range;

use super::words::{goes_on, is_any, is_honorific, is_self, speaks};
use super::{Class, Mention, Outer, Reader, Sort};
use crate::facts::lexicon::Clitics;

/// Mentions before a calling among which its bearer is looked for.
const NEAR: usize = 32;

impl Reader<'_, '_> {
    /// «وأضاف المتحدث», «المسؤول ذاته», «وتقول الطبيبة»: whoever was speaking or acting, by a word for
    /// any speaker or for what he is. The tokens behind the cue that say so come with it.
    pub(super) fn the_same(&self, cue: &Range<usize>, sentence: &Outer) -> Option<(usize, usize)> {
        const SAME: [&str; 2] = ["نفس", "ذات"];
        // «وأشار سيادته»
        if is_honorific(self.cx.word(cue.end)) {
            let who = self.speaker.filter(|who| self.is_somebody(*who)).or(self.subject);
            return who.map(|who| (who, cue.end + 1));
        }
        let again = usize::from(SAME.contains(&self.cx.word(cue.end)));
        let noun = cue.end + again;
        let closed = self.cast.at(noun).map_or(noun + 1, |mention| mention.whole.end);
        let own = usize::from(is_self(self.cx.word(noun + 1)));
        let alone = closed <= noun + 1 && self.cast.at(noun + 1 + own).is_none();
        let end = noun + 1 + own;
        if !alone || !self.is_definite(noun) {
            return None;
        }
        // «وقال الناطق» is the one who was named with that office, if somebody was.
        let named = self.cast.at(noun).is_some_and(|mention| self.is_person(mention.who));
        if named && again + own == 0 && !goes_on(self.cx.word(cue.start)) {
            return None;
        }
        // «وقال المسؤول في الشرطة فلان»
        let holder = || self.named_beside(self.cast.at(noun)?, sentence);
        let of = || self.cx.word(end) == "في" && self.cast.at(end + 1).is_some_and(speaks);
        if again + own == 0 && (of() || holder().is_some()) {
            return None;
        }
        let text = matches!(self.cx.word(noun), "البلاغ" | "البيان" | "التقرير" | "المصدر");
        let any = text || is_any(self.cx.word(noun));
        // «مصدر أمني … وأضاف المصدر», «الصحيفة ذاتها»: who was told by that noun.
        let told = (any || again + own > 0).then(|| self.told_as(noun, sentence)).flatten();
        let who = told.or_else(|| match () {
            () if any => self.speaker.filter(|who| text || self.is_somebody(*who)),
            () if again + own > 0 => self.speaker,
            () => self.by_calling(noun),
        });
        who.map(|who| (who, end))
    }

    /// «وتقول الطبيبة»: a calling that nobody else in the report bears is his who bears it with his name,
    /// or who spoke or acted last.
    fn by_calling(&self, at: usize) -> Option<usize> {
        let word = self.cx.word(at);
        if !self.is_calling(at) || ["ون", "ين", "ات", "ان"].iter().any(|end| word.ends_with(end))
        {
            return None;
        }
        let wanted = self.bare(at);
        let before = self.cast.mentions.get(..self.cast.from(at)).unwrap_or_default();
        let near = || before.iter().rev().take(NEAR);
        let told = |other: &&Mention| {
            other.sort == Sort::Described && self.bare(other.whole.start) == wanted
        };
        if near().any(|other| told(&other)) {
            return None;
        }
        // «وكيل وزارة الكهرباء فلان … وأفاد الوكيل»
        let named = near().find(|other| {
            other.sort == Sort::Person
                && (other.whole.start..other.name.start).any(|i| self.bare(i) == wanted)
        });
        let last = [self.subject, self.speaker].into_iter().flatten();
        // Whoever was named with an office is not told by another one.
        let held = self.cx.word_sense(at, Class::Title).map(|sense| sense.id);
        let free = |who: &usize| {
            let entity = self.cast.entities.get(*who);
            entity.is_some_and(|e| e.role.is_none() || e.role == held)
        };
        let mut people = last.filter(|who| self.is_person(*who)).filter(free);
        named.map(|other| other.who).or_else(|| people.next())
    }

    /// Who was told by the noun at `at` without «ال», and is named beside it if anywhere.
    fn told_as(&self, at: usize, sentence: &Outer) -> Option<usize> {
        let wanted = self.bare(at);
        let before = self.cast.mentions.get(..self.cast.from(at)).unwrap_or_default();
        let mut near = before.iter().rev().take(NEAR);
        let told = near.find(|other| {
            matches!(other.sort, Sort::Described | Sort::Outlet | Sort::Body)
                && !self.cx.word(other.whole.start).starts_with("ال")
                && self.bare(other.whole.start) == wanted
        })?;
        Some(self.named_beside(told, sentence).unwrap_or(told).who)
    }

    /// A word without «ال» and the particles before it.
    fn bare(&self, at: usize) -> &str {
        let clitics = self.cx.token(at).map(|token| token.clitics).unwrap_or_default();
        let mut word = self.cx.word(at);
        for (clitic, letter) in [(Clitics::AND, 'و'), (Clitics::BY, 'ب'), (Clitics::TO, 'ل')] {
            word = word.strip_prefix(letter).filter(|_| clitics.has(clitic)).unwrap_or(word);
        }
        word.strip_prefix("ال").unwrap_or(word)
    }

    /// Whether a word tells somebody by what he is, and nobody's name goes with it.
    fn is_calling(&self, at: usize) -> bool {
        const OTHERS: [&str; 4] = ["source", "crowd", "official", "counterpart"];
        match self.cast.at(at) {
            Some(mention) => {
                let role = mention.role.is_none_or(|role| !OTHERS.contains(&role));
                mention.sort == Sort::Described && role && !self.is_person(mention.who)
            }
            // «واعترف المتهم»: a word for somebody that is a common noun as well.
            None => self.cx.is(at, Class::Title),
        }
    }

    pub(super) fn is_person(&self, who: usize) -> bool {
        self.cast.entities.get(who).is_some_and(|entity| entity.sort == Sort::Person)
    }

    pub(super) fn is_somebody(&self, who: usize) -> bool {
        let entity = self.cast.entities.get(who);
        entity.is_some_and(|e| matches!(e.sort, Sort::Person | Sort::Described))
    }

    fn is_definite(&self, at: usize) -> bool {
        self.cx.word(at).starts_with("ال") && self.cx.is_word(at)
    }
}
