//! Verbs of saying, and whose they are.
//!
//! Begin with [`find`]. Arabic puts the subject after its verb («وأعلنت الوزارة أن»); without one
//! there the subject stands before («الوزارة قالت»), or the verb goes on with whoever spoke or
//! acted last («وأضاف»). A participle («مشيرا») always speaks for the subject of its sentence.

mod again;
mod agree;
mod ahead;
mod beside;
mod carried;
mod relay;
mod words;

pub use words::is_that;
use words::{by_saying, goes_on, participle, possessive, sort_of, speaks};

use std::ops::Range;

use super::{InMarks, Outer, SPEECH};
use crate::facts::entity::{Cast, Mention, Sort};
use crate::facts::lexicon::{Class, Clitics};
use crate::facts::quote_marks::Shape;
use crate::facts::{Context, TokenKind};
use crate::text::Span;

/// Tokens after a verb within which its subject stands.
const REACH: usize = 12;

/// Words that open a clause of their own behind the verb.
const SUBORDINATE: [&str; 10] =
    ["بعدما", "عندما", "حين", "حينما", "فيما", "بينما", "وهو", "وهي", "الذي", "التي"];

/// What a cue may introduce.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Say,
    /// «وصفه بـ»: a single word in marks is speech too.
    Call,
    Talk,
    Rate,
    Chant,
    /// A medium passes on the words of another («نقلت عن»).
    Report,
    Written,
    /// «هذا ما قاله فلان»: the words stand before it.
    Told,
    /// «قيل»: nobody is named.
    Passive,
}

/// A verb, noun or participle of saying.
#[derive(Clone, Debug)]
pub struct Cue {
    pub tokens: Range<usize>,
    pub sort: Kind,
    /// Whose words follow.
    pub who: Option<usize>,
    /// Where the speaker is named, if in this clause.
    pub named: Option<Span>,
    /// The token after the cue and its subject, where «أن», a colon or a mark may stand.
    pub after: usize,
    /// Index of its outer sentence.
    pub outer: usize,
}

/// Every cue outside longer quotations, in text order.
pub fn find(cx: &Context, cast: &Cast, outer: &[Outer], marks: &[InMarks]) -> Vec<Cue> {
    let mut reader = Reader { cx, cast, cues: Vec::new(), speaker: None, subject: None };
    let mut pairs = marks
        .iter()
        .filter(|m| m.marked.shape == Shape::Pair && m.words >= SPEECH)
        .map(|m| m.tokens.clone())
        .peekable();
    for (index, sentence) in outer.iter().enumerate() {
        let mut at = sentence.tokens.start;
        let said = sentence.classes.has(Class::Saying);
        while said && at < sentence.tokens.end {
            while pairs.peek().is_some_and(|pair| pair.end <= at) {
                pairs.next();
            }
            match pairs.peek() {
                Some(pair) if pair.start <= at => at = pair.end,
                _ => at = reader.step(at, index, sentence),
            }
        }
        reader.end_sentence(sentence);
    }
    reader.cues
}

struct Reader<'a, 'b> {
    cx: &'a Context<'b>,
    cast: &'a Cast,
    cues: Vec<Cue>,
    /// Who spoke last.
    speaker: Option<usize>,
    /// Who acted last: the subject of the sentence before.
    subject: Option<usize>,
}

impl Reader<'_, '_> {
    /// Reads the cue at `at`, if there is one; the next token to look at.
    fn step(&mut self, at: usize, index: usize, sentence: &Outer) -> usize {
        let said = self.cx.sense(at, Class::Saying);
        let Some((sense, words)) = said.filter(|(_, words)| self.is_cue(at, *words)) else {
            return at + 1;
        };
        let tokens = at..at + words;
        let sort = sort_of(sense.id);
        if self.relative(at) {
            return at + words;
        }
        let (who, named, after) = self.subject_of(&tokens, sort, index, sentence);
        let hereby = at.checked_sub(1).is_some_and(|i| matches!(self.cx.word(i), "هكذا" | "بهذا"));
        if sense.id == "weak" && !hereby && !self.tells(at, after, named.is_some(), sentence) {
            return at + words;
        }
        let sort = if self.passive_voice(at) { Kind::Passive } else { sort };
        let who = who.filter(|_| sort != Kind::Passive);
        if let (Some(who), true) = (who, sort != Kind::Passive) {
            let outlet = self.cast.entities.get(who).is_some_and(|e| e.sort == Sort::Outlet);
            if !outlet || self.speaker.is_none() {
                self.speaker = Some(who);
            }
        }
        self.cues.push(Cue { tokens, sort, who, named, after, outer: index });
        at + words
    }

    /// The test of verbs that mean other things too: «أن», a colon or a mark follows, and an
    /// imperfect («يتوقع») names its subject.
    fn tells(&self, at: usize, after: usize, named: bool, sentence: &Outer) -> bool {
        let word = self.cx.word(at);
        let verb = word.strip_prefix('و').unwrap_or(word);
        let between = verb == "بين" && !(word == "وبين" || at == sentence.tokens.start);
        let impersonal = verb.starts_with(['ي', 'ت']) && !goes_on(word) && !named;
        !between && !impersonal && self.introduces(after, sentence)
    }

    /// A perfect written with the vowel of the passive («أُعلن»).
    fn passive_voice(&self, at: usize) -> bool {
        let raw =
            self.cx.token(at).and_then(|token| self.cx.text.slice(token.span)).unwrap_or_default();
        let raw = raw.strip_prefix('و').unwrap_or(raw);
        raw.chars().nth(1) == Some('\u{64F}') && !raw.starts_with(['ي', 'ت', 'ن', 'م'])
    }

    fn opens_marks(&self, at: usize) -> bool {
        [':', '"', '“', '«'].iter().any(|sign| self.cx.is_sign(at, *sign))
    }

    fn introduces(&self, after: usize, sentence: &Outer) -> bool {
        (after..(after + REACH).min(sentence.tokens.end)).any(|at| {
            is_that(self.cx, at)
                || matches!(
                    self.cx.token(at).map(|token| token.kind),
                    Some(TokenKind::Sign(':' | '"' | '“' | '”' | '«' | '″'))
                )
        })
    }

    /// Not a word of saying that is somebody's name or office here, nor a verbal noun («للرد على»,
    /// «برد قاس», «النقل»).
    fn is_cue(&self, at: usize, words: usize) -> bool {
        let token = self.cx.token(at);
        let has = |clitic| token.is_some_and(|token| token.clitics.has(clitic));
        let word = self.cx.word(at);
        let owned = word.ends_with(['ه', 'م']) || word.ends_with("ها");
        let by = has(Clitics::BY) && !by_saying(word) && !owned && words == 1;
        let to = has(Clitics::TO)
            && !["لي", "لت", "ولي", "ولت"].iter().any(|start| word.starts_with(start));
        let noun = || {
            self.cx
                .sense(at, Class::Saying)
                .is_some_and(|(s, _)| matches!(s.id, "chant" | "written"))
        };
        // «عقب المباراة», «لم يعد»: a preposition, and another verb.
        let named = || self.cast.at(at + 1).is_some_and(|m| m.sort == Sort::Person);
        let after = matches!(word, "عقب" | "وعقب")
            && !matches!(self.cx.word(at + 1), "علي" | "قايلا" | "قايله")
            && !self.cx.is_sign(at + 1, ':')
            && !named();
        let before = at.checked_sub(1).map_or("", |i| self.cx.word(i));
        let no_longer = matches!(word, "يعد" | "تعد") && matches!(before, "لم" | "ولم");
        // «وزاد من حدة الأزمة أن»: it goes on speaking only before a colon or marks.
        let adds = matches!(word, "زاد" | "وزاد" | "زادت" | "وزادت");
        let more = adds && !(at + 1..at + 5).any(|i| self.opens_marks(i));
        if more
            || after
            || no_longer
            || by
            || to && words == 1
            || has(Clitics::THE) && words == 1 && !noun()
        {
            return false;
        }
        let Some(mention) = self.cast.at(at) else { return true };
        // «البيان الآتي» is more than a statement.
        let longer = mention.whole.start == at && words > mention.whole.len();
        longer
            || mention.sort == Sort::Described
                && mention.whole.start == at
                && mention.whole.len() == 1
                && !self.cx.is(at, Class::Title)
    }

    fn subject_of(
        &self,
        cue: &Range<usize>,
        sort: Kind,
        index: usize,
        sentence: &Outer,
    ) -> (Option<usize>, Option<Span>, usize) {
        if sort == Kind::Passive {
            return (None, None, cue.end);
        }
        if possessive(self.cx.word(cue.start)) {
            let who = self.reported(cue.start, sentence).or(self.subject).or(self.speaker);
            return (who, None, cue.end);
        }
        if sort == Kind::Written
            && self.cx.word(cue.start).starts_with("الب")
            && let Some(who) = self.reported(cue.start, sentence)
        {
            return (Some(who), None, cue.end);
        }
        if participle(self.cx.word(cue.start)) || by_saying(self.cx.word(cue.start)) {
            let turned = self.turned(index, cue.start);
            let said = || self.in_sentence(index).filter(|_| !turned);
            let who = said().or_else(|| self.first_in(sentence, cue.start));
            let who = who.filter(|who| !self.disagrees(cue.start, *who));
            let last = self.speaker.filter(|who| !self.disagrees(cue.start, *who));
            return (who.or(last), None, cue.end);
        }
        if let Some(who) = (sort == Kind::Chant).then(|| self.crowd(cue, sentence)).flatten() {
            return (Some(who), None, cue.end);
        }
        if let Some((who, after)) = self.the_same(cue, sentence) {
            return (Some(who), None, after);
        }
        let relayed = self.relayed(cue, sort, sentence);
        if let Some(mention) = relayed.or_else(|| self.after(cue.end, sentence)) {
            return (Some(mention.who), Some(self.span(mention)), mention.whole.end);
        }
        if let Some(mention) = self.before(cue.start, sentence) {
            return (Some(mention.who), Some(self.span(mention)), cue.end);
        }
        if !self.joined(cue.start) && self.is_unknown_in_place(cue.start, sentence) {
            return (None, None, cue.end);
        }
        (self.carried(cue.start, index, sentence), None, cue.end)
    }

    /// Who shouts where nobody is named after the verb: the crowd that the report spoke of.
    fn crowd(&self, cue: &Range<usize>, sentence: &Outer) -> Option<usize> {
        if self.after(cue.end, sentence).is_some() {
            return None;
        }
        let before = self.cast.from(cue.start);
        let mentions = self.cast.mentions.get(..before)?;
        let crowds = mentions.iter().rev().take(64).filter(|m| m.role == Some("crowd"));
        let acting =
            crowds.clone().find(|m| !self.governed(m.whole.start) && !self.object(m.whole.start));
        acting.or_else(|| crowds.clone().next()).map(|m| m.who)
    }

    /// Whether a verbal noun with a preposition governs the mention («لصرف الحاضرين»).
    fn object(&self, at: usize) -> bool {
        at.checked_sub(1).and_then(|i| self.cx.token(i)).is_some_and(|token| {
            token.clitics.has(Clitics::TO)
                || token.clitics.has(Clitics::BY)
                || (token.entry.is_none()
                    && token.is_word()
                    && self.cx.word(at - 1).starts_with('ل'))
        })
    }

    fn span(&self, mention: &Mention) -> Span {
        self.cx.span(mention.name.start, mention.name.end)
    }

    /// The subject after its verb, past adverbials; a recipient («لـ», «مع») is none.
    fn after(&self, from: usize, sentence: &Outer) -> Option<&Mention> {
        let mut at = from;
        while at < (from + REACH).min(sentence.tokens.end) && !self.closes_subject(at) {
            let Some(mention) = self.cast.at(at) else {
                at += 1;
                continue;
            };
            if speaks(mention) && !self.governed(mention.whole.start) {
                return Some(self.named_beside(mention, sentence).unwrap_or(mention));
            }
            at = mention.whole.end.max(at + 1);
        }
        None
    }

    /// «أن», a colon, a mark or another verb of saying: the subject would have come before.
    fn closes_subject(&self, at: usize) -> bool {
        let Some(token) = self.cx.token(at) else { return true };
        match token.kind {
            TokenKind::Break => true,
            // A mark that is of a mention holds a name, and not what is said.
            TokenKind::Sign(sign) => {
                !matches!(sign, '،' | ',' | '-' | '(' | ')') && self.cast.at(at).is_none()
            }
            _ if SUBORDINATE.contains(&self.cx.word(at)) => true,
            _ => {
                self.cx.is(at, Class::That)
                    || (self.cx.is(at, Class::Saying) && self.cast.at(at).is_none())
            }
        }
    }

    /// Whether a preposition stands before the mention: its object, no subject.
    fn governed(&self, at: usize) -> bool {
        const PREPOSITIONS: [&str; 24] = [
            "امام", "داخل", "من", "عن", "مع", "الي", "علي", "في", "خلال", "بعد", "قبل", "لدي",
            "حول", "بشان", "ضد", "نحو", "بين", "تجاه", "عبر", "منذ", "حتي", "عقب", "اثر", "بسبب",
        ];
        let clitics = self.cx.token(at).map(|token| token.clitics).unwrap_or_default();
        // «مع (الرئيس سامي) حداد», «في تغريدة على "تويتر"»: the mark is the reporter's, the preposition
        // governs on.
        let opens = |i: usize| ['(', '"', '«', '“', '”'].iter().any(|c| self.cx.is_sign(i, *c));
        let at_bracket = at.checked_sub(1).is_some_and(opens);
        let at_word = if at_bracket { at - 1 } else { at };
        let before = at_word.checked_sub(1).map_or("", |i| self.cx.word(i));
        clitics.has(Clitics::BY)
            || clitics.has(Clitics::TO)
            || self.cx.word(at).starts_with("لل")
            || PREPOSITIONS.contains(&before)
            || before == "ل"
    }

    fn joined(&self, at: usize) -> bool {
        self.cx.token(at).is_some_and(|token| token.clitics.has(Clitics::AND))
    }

    /// «نقلت عن فلان قوله»: whoever «عن» names; «عنه» is left to the sentence before.
    fn reported(&self, at: usize, sentence: &Outer) -> Option<usize> {
        let mentions = self.cast.within(sentence.tokens.start..at);
        mentions
            .iter()
            .rev()
            .take(6)
            .find(|mention| {
                let start = mention.whole.start;
                let near = start.saturating_sub(3).max(sentence.tokens.start)..start;
                let from = near.rev().take_while(|i| self.cast.at(*i).is_none());
                from.into_iter().any(|i| self.cx.word(i) == "عن") && speaks(mention)
            })
            .map(|mention| self.named_beside(mention, sentence).unwrap_or(mention).who)
    }

    /// What the sentence leaves behind: its subject, if it opens with verb and subject.
    fn end_sentence(&mut self, sentence: &Outer) {
        let start = sentence.tokens.start;
        let clause =
            (start..sentence.tokens.end.min(start + 8)).take_while(|at| !is_that(self.cx, *at));
        let mentions = self.cast.within(start..start + clause.count());
        let free = |m: &&Mention| !self.governed(m.whole.start) && !self.is_predicate(m);
        // «نفى زعيم "التحالف" فلان»: he acts, and not whom he leads.
        let office = mentions.iter().find(|m| speaks(m) && free(m));
        let holder = office.and_then(|office| self.named_beside(office, sentence));
        let named =
            |m: &&Mention| matches!(m.sort, Sort::Person | Sort::Body) && speaks(m) && free(m);
        // «حمل نقيب الصيادلة المستوردين المسؤولية»
        let alone = office.filter(|m| m.sort == Sort::Described && is_office(m));
        if let Some(mention) = holder.or(alone).or_else(|| mentions.iter().find(named)) {
            self.subject = Some(mention.who);
        } else if let Some(who) = self.spoke_last(sentence) {
            self.subject = Some(who);
        }
    }
}

/// Whether a description is an office, which one person holds.
fn is_office(mention: &Mention) -> bool {
    mention.role.is_some_and(|role| {
        !matches!(role, "source" | "crowd" | "witness" | "official" | "counterpart")
    })
}
