//! Who speaks where the verb names nobody: whoever spoke or acted before.

use crate::facts::lexicon::exact;

use super::{Class, Mention, Outer, Reader, Sort, goes_on, speaks};

impl Reader<'_, '_> {
    /// Whoever goes on speaking, or acted last.
    pub(super) fn carried(&self, at: usize, index: usize, sentence: &Outer) -> Option<usize> {
        if let Some(who) = self.pair_member(sentence, at) {
            return Some(who);
        }
        if let Some(who) =
            self.same_feminine(at, index).filter(|_| self.in_sentence(index).is_none())
        {
            return Some(who);
        }
        let own = self.in_sentence(index).or_else(|| self.acting_before(sentence, at));
        if goes_on(self.cx.word(at)) {
            // «أكد النادي … وأبدى المدرب فلان أسفه. وتابع»: he goes on, and no body.
            let body =
                |who: &usize| self.cast.entities.get(*who).is_some_and(|e| e.sort == Sort::Body);
            if self.in_sentence(index).is_none() && self.speaker.as_ref().is_some_and(body) {
                let person = self.subject.filter(|who| self.is_person(*who));
                return person.or(self.speaker);
            }
            return self.in_sentence(index).or(self.speaker).or(self.subject).or(own);
        }
        own.or(self.subject).or(self.speaker).or_else(|| self.governed_before(sentence, at))
    }

    /// «إلى الصحفيين», «مع الوزير»: whom somebody turned to.
    fn addressed(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map_or("", |i| self.cx.word(i));
        matches!(before, "الي" | "مع" | "علي" | "امام" | "لدي")
    }

    /// Somebody whom a preposition governs, where nobody else could have spoken.
    fn governed_before(&self, sentence: &Outer, at: usize) -> Option<usize> {
        let mentions = self.cast.within(sentence.tokens.start..at);
        let person = |m: &&Mention| {
            matches!(m.sort, Sort::Person | Sort::Described) && m.role != Some("official")
        };
        let mut near = mentions.iter().rev().take(6).filter(|m| !self.is_predicate(m));
        near.find(person).map(|mention| mention.who)
    }

    /// Whoever is named as the last speaker of a sentence, far from its head («وفي أول رد له أمس، نفى فلان»).
    pub(super) fn spoke_last(&self, sentence: &Outer) -> Option<usize> {
        let cue = self.cues.last().filter(|cue| cue.tokens.start >= sentence.tokens.start)?;
        let person = cue.who.filter(|who| self.is_somebody(*who));
        person.filter(|_| cue.named.is_some() && cue.sort == super::Kind::Say)
    }

    /// The speaker of the last cue in this sentence.
    pub(super) fn in_sentence(&self, index: usize) -> Option<usize> {
        self.cues.iter().rev().take_while(|cue| cue.outer == index).find_map(|cue| cue.who)
    }

    /// The first who may act in the sentence before `at`.
    pub(super) fn first_in(&self, sentence: &Outer, at: usize) -> Option<usize> {
        let acts = |m: &&Mention| {
            speaks(m)
                && m.sort != Sort::Place
                && !self.governed(m.whole.start)
                && !self.is_predicate(m)
        };
        let first_from = |from: usize| self.cast.within(from..at).iter().take(24).find(acts);
        let turn = (sentence.tokens.start + 1..at).rev().take(40).find(|i| self.turns(*i));
        let first = turn.and_then(first_from).or_else(|| first_from(sentence.tokens.start))?;
        Some(self.named_beside(first, sentence).unwrap_or(first).who)
    }

    /// Whether somebody else acts since the last who spoke in this sentence.
    pub(super) fn turned(&self, index: usize, at: usize) -> bool {
        let last = self.cues.last().filter(|cue| cue.outer == index);
        last.is_some_and(|cue| (cue.after..at).any(|i| self.turns(i)))
    }

    /// «إلا أن», «غير أن», «لكن»: somebody else acts from here on.
    fn turns(&self, at: usize) -> bool {
        match self.cx.word(at) {
            "لكن" | "ولكن" => true,
            "الا" | "غير" | "بيد" => self.cx.word(at + 1) == "ان",
            _ => false,
        }
    }

    /// Who acts in the sentence before `at`: a person before a body, the first before those whom he
    /// acts upon.
    fn acting_before(&self, sentence: &Outer, at: usize) -> Option<usize> {
        let mentions = self.cast.within(sentence.tokens.start..at);
        let person = |m: &&Mention| {
            matches!(m.sort, Sort::Person | Sort::Described) && m.role != Some("official")
        };
        let free = |m: &&Mention| {
            speaks(m)
                && !self.governed(m.whole.start)
                && m.sort != Sort::Place
                && !self.is_predicate(m)
        };
        let near = mentions.iter().rev().take(6).rev();
        near.clone()
            .find(|m| person(m) && free(m))
            .or_else(|| near.clone().find(free))
            .or_else(|| {
                near.clone()
                    .find(|m| person(m) && !self.addressed(m.whole.start) && !self.is_predicate(m))
            })
            .map(|mention| self.named_beside(mention, sentence).unwrap_or(mention).who)
    }

    /// «أدى اليمين رئيسا للبلاد», «انتخب أمينا عاما»: what somebody became.
    pub(super) fn is_predicate(&self, mention: &Mention) -> bool {
        let word = self.cx.word(mention.whole.start);
        // «وبحث وزيرا الخارجية»: two ministers, who are of something definite.
        let two = self.cx.word(mention.whole.start + 1).starts_with("ال");
        mention.sort == Sort::Described
            && !two
            && word.strip_suffix('ا').is_some_and(|stem| {
                let bare = stem.strip_prefix('و').unwrap_or(stem);
                [stem, bare]
                    .iter()
                    .any(|w| exact(w).is_some_and(|e| e.sense(Class::Title).is_some()))
            })
    }

    /// «الأول … والثاني …»: one of the two named together before.
    fn pair_member(&self, sentence: &Outer, at: usize) -> Option<usize> {
        let word = at.checked_sub(1).map_or("", |i| self.cx.word(i));
        let second = match word {
            "الاول" | "الاولي" | "فالاول" => false,
            "الثاني" | "والثاني" | "الثانيه" | "والثانيه" => true,
            _ => return None,
        };
        let before = self.cast.from(sentence.tokens.start).min(self.cast.mentions.len());
        let people: Vec<_> = self
            .cast
            .mentions
            .get(..before)?
            .iter()
            .rev()
            .filter(|m| m.sort == Sort::Person)
            .take(2)
            .map(|m| m.who)
            .collect();
        people.get(usize::from(!second)).copied()
    }

    /// «معتبرا أن ما نشرته الصحيفة «كذب»»: what somebody else has said is spoken of, and these are
    /// not the words; «وفق ما قاله الوزير» names the source.
    pub(super) fn relative(&self, at: usize) -> bool {
        let what =
            at.checked_sub(1).is_some_and(|i| matches!(self.cx.word(i), "ما" | "بما" | "مما"));
        let source = || {
            let before = at.saturating_sub(4)..at;
            before.into_iter().any(|i| self.cx.sense(i, Class::Source).is_some())
        };
        // «"…"، هذا ما أكده فلان»
        let this = || at.checked_sub(2).is_some_and(|i| matches!(self.cx.word(i), "هذا" | "وهذا"));
        what && !source() && !this() || self.passes_on(at)
    }

    /// «في تصريح نقلته وسائل إعلام، إن»: who passed the words on stands in a clause about them.
    fn passes_on(&self, at: usize) -> bool {
        const WORDS: [&str; 12] = [
            "تصريح",
            "تصريحات",
            "بيان",
            "مقابله",
            "حوار",
            "كلمه",
            "رساله",
            "تسجيل",
            "فيديو",
            "خطاب",
            "حديث",
            "مقطع",
        ];
        let before = at.checked_sub(1).map_or("", |i| self.cx.word(i));
        let earlier = at.checked_sub(2).map_or("", |i| self.cx.word(i));
        let word = self.cx.word(at);
        // «في بيان ورد لوكالة الأنباء»: where it came in.
        if matches!(word, "ورد" | "وردت" | "وصل" | "وصلت") && WORDS.contains(&before)
        {
            return true;
        }
        let object = ["ته", "تها", "ه", "ها"].iter().any(|end| word.ends_with(end));
        let finite = word.starts_with(['ن', 'ب', 'ا']) && word.chars().count() >= 4;
        object && finite && (WORDS.contains(&before) || WORDS.contains(&earlier))
    }
}
