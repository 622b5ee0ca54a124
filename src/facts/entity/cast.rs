//! Who is who in one article: mentions that mean one and the same share an entity.
//!
//! Begin with [`Cast::read`]. A family name alone means whoever was named in full; an office
//! without a name means its holder; «نظيره» means the other one. Spelling is settled by
//! [`crate::facts::name`].

mod resolve;

use std::collections::BTreeMap;

use super::marked::is_single;
use super::scan::scan;
use super::{Mention, NOBODY, Sort};
use crate::facts::lexicon::{self, Class, Clitics};
use crate::facts::{Context, TokenKind, name};
use crate::text::{InOrder, Span, single_spaced};

/// Somebody or something of the article.
#[derive(Clone, Debug, PartialEq)]
pub struct Entity {
    pub sort: Sort,
    /// As written where it is named most fully.
    pub name: String,
    /// The form that spelling variants share; a place's is its path in the lexicon.
    pub canonical: String,
    pub role: Option<&'static str>,
    pub of: Option<&'static str>,
    /// The folded noun that introduces a named thing.
    pub noun: Option<String>,
    /// Words of `name`.
    words: usize,
}

impl Entity {
    /// How many words its fullest name has.
    pub fn words(&self) -> usize {
        self.words
    }
}

/// Everybody and everything mentioned, in text order.
#[derive(Clone, Debug, Default)]
pub struct Cast {
    pub mentions: Vec<Mention>,
    pub entities: Vec<Entity>,
    /// For each token up to the end of the last mention: the mentions that end before it.
    ended: Vec<u32>,
}

impl Cast {
    pub fn read(cx: &Context) -> Self {
        let (keys, short) = (BTreeMap::new(), Surnames::default());
        let (bodies, offices) = (Vec::new(), Vec::new());
        let mut builder = Builder { cx, cast: Self::default(), keys, short, bodies, offices };
        let mut mentions = scan(cx);
        super::homonym::settle(cx, &mut mentions);
        for mention in &mut mentions {
            builder.full_name(mention);
        }
        for mention in mentions.iter_mut().filter(|m| m.sort == Sort::Person && m.who == NOBODY) {
            builder.single_name(mention);
        }
        // «قال "البدري" إن»: he may have been named in full.
        mentions.iter_mut().filter(|m| is_single(m)).for_each(|m| builder.in_marks(m));
        builder.add_short_mentions(&mut mentions);
        builder.resolve_rest(&mut mentions);
        let mut cast = builder.cast;
        for (mention, before) in mentions.iter().zip(0..) {
            let end = mention.whole.end.max(cast.ended.len());
            cast.ended.resize(end, before);
        }
        cast.mentions = mentions;
        cast
    }

    /// The entity that a mention means.
    pub fn entity(&self, mention: &Mention) -> Option<&Entity> {
        self.entities.get(mention.who)
    }

    /// The index of the first mention that ends after the token at `at`.
    pub fn from(&self, at: usize) -> usize {
        self.ended.get(at).map_or(self.mentions.len(), |ended| *ended as usize)
    }

    /// The mention that covers the token at `at`.
    pub fn at(&self, at: usize) -> Option<&Mention> {
        self.mentions.get(self.from(at)).filter(|mention| mention.whole.start <= at)
    }

    /// The mentions that begin in a range of tokens.
    pub fn within(&self, tokens: std::ops::Range<usize>) -> &[Mention] {
        let first = self.mentions.partition_point(|m| m.whole.start < tokens.start);
        let last = self.mentions.partition_point(|m| m.whole.start < tokens.end);
        self.mentions.get(first..last).unwrap_or_default()
    }
}

struct Builder<'a, 'b> {
    cx: &'a Context<'b>,
    cast: Cast,
    /// Sort and canonical name → entity.
    keys: BTreeMap<Sort, BTreeMap<String, usize>>,
    short: Surnames,
    /// Bodies mentioned so far, in text order.
    bodies: Vec<usize>,
    /// Offices told behind the names of their holders so far.
    offices: Vec<(&'static str, usize)>,
}

/// Folded closing word of a person's name → entity.
#[derive(Debug, Default)]
struct Surnames {
    names: BTreeMap<String, usize>,
    /// A bit for each pair of last letters: most words of a text are told by it to be none.
    ends: [u64; 4],
}

impl Surnames {
    /// The first who bears a name keeps it.
    fn add(&mut self, name: &str, who: usize) {
        match ending(name) {
            Some((at, bit)) => self.ends.iter_mut().skip(at).take(1).for_each(|ends| *ends |= bit),
            None => self.ends = [u64::MAX; 4],
        }
        self.names.entry(name.to_owned()).or_insert(who);
    }

    fn get(&self, name: &str) -> Option<usize> {
        self.names.get(name).copied()
    }

    /// Whether a word that ends so may be one of the names, with or without particles before it.
    fn may_end(&self, word: &str) -> bool {
        let Some((at, bit)) = ending(word) else { return true };
        self.ends.get(at).is_some_and(|ends| ends & bit != 0)
    }
}

/// The bit of a word's last two letters, which are the same with particles before the word.
fn ending(word: &str) -> Option<(usize, u64)> {
    let [.., a, b, c, d] = word.as_bytes() else { return None };
    let hash = u32::from_le_bytes([*a, *b, *c, *d]).wrapping_mul(0x9E37_79B9) >> 24;
    Some((hash as usize >> 6, 1 << (hash & 63)))
}

impl Builder<'_, '_> {
    /// First round: names that tell by themselves whom they mean.
    fn full_name(&mut self, mention: &mut Mention) {
        match mention.sort {
            Sort::Described | Sort::Counterpart => {}
            Sort::Person if mention.name.len() < 2 => {}
            Sort::Body if is_single(mention) => {}
            Sort::Person => {
                let words = self.words(mention);
                let who = self.enter(mention, name::canonical(&words));
                self.remember_short(&words, who);
            }
            _ => {
                let canonical = self.canonical(mention);
                self.enter(mention, canonical);
            }
        }
    }

    fn canonical(&self, mention: &Mention) -> String {
        if let Some(id) = mention.id {
            return id.to_owned();
        }
        if mention.sort == Sort::Place
            && let Some(id) = place_spelt(&self.words(mention))
        {
            return id.to_owned();
        }
        let mut end = mention.name.end;
        while end > mention.name.start + 1 && self.cx.sense(end - 1, Class::Tail).is_some() {
            end -= 1;
        }
        name::canonical(&words_of(self.cx, mention.name.start..end))
    }

    fn words(&self, mention: &Mention) -> String {
        words_of(self.cx, mention.name.clone())
    }

    /// The entity of a canonical name, new where there is none; the fullest writing names it.
    fn enter(&mut self, mention: &mut Mention, canonical: String) -> usize {
        let (sort, words) = (mention.sort, mention.name.len());
        let next = self.cast.entities.len();
        let keys = &mut self.keys;
        let known = keys.get(&sort).and_then(|names| names.get(&canonical)).copied();
        let who = known.unwrap_or(next);
        if known.is_none() {
            keys.entry(sort).or_default().insert(canonical.clone(), who);
            let noun = mention.noun.map(|at| name::without_article(bare(self.cx, at)).to_owned());
            let (role, of) = (mention.role, mention.of);
            let name = self.written(mention);
            self.cast.entities.push(Entity { sort, name, canonical, role, of, noun, words });
        } else if let Some(entity) = self.cast.entities.get(who) {
            let fuller = (words > entity.words).then(|| self.written(mention));
            if let Some(entity) = self.cast.entities.get_mut(who) {
                entity.role = entity.role.or(mention.role);
                entity.of = entity.of.or(mention.of);
                if let Some(name) = fuller {
                    (entity.words, entity.name) = (words, name);
                }
            }
        }
        mention.who = who;
        who
    }

    fn written(&self, mention: &Mention) -> String {
        let span = name_span(self.cx, &mention.name);
        single_spaced(self.cx.text.slice(span).unwrap_or_default())
    }

    /// Whoever is named in full may be called by the last word alone, or by the first where that
    /// is no common given name.
    fn remember_short(&mut self, words: &str, who: usize) {
        if let Some(last) = words.split(' ').next_back() {
            let bare = name::without_article(last);
            if bare.chars().count() >= 3 {
                self.short.add(bare, who);
            }
        }
    }

    /// Second round: words of no mention that are somebody's last name.
    fn add_short_mentions(&mut self, mentions: &mut Vec<Mention>) {
        if self.short.names.is_empty() {
            return;
        }
        let mut added = Vec::new();
        let mut next = mentions.iter().peekable();
        let mut at = 0;
        while at < self.cx.tokens.len() {
            while next.peek().is_some_and(|mention| mention.whole.end <= at) {
                next.next();
            }
            if let Some(mention) = next.peek().filter(|mention| mention.whole.start <= at) {
                at = mention.whole.end.max(at + 1);
                continue;
            }
            if let Some(who) = self.called(at) {
                let mut mention = Mention::new(Sort::Person, at..at + 1);
                mention.who = who;
                added.push(mention);
            }
            at += 1;
        }
        mentions.append(&mut added);
        mentions.put_in_order_of(|mention| mention.whole.start);
    }

    /// Whom the word at `at` calls by the last name.
    fn called(&self, at: usize) -> Option<usize> {
        let token = self.cx.token(at)?;
        if !token.is_word() {
            return None;
        }
        let word = self.cx.word(at);
        if !self.short.may_end(word) {
            return None;
        }
        if token.entry.is_some() && !word.starts_with("ال") {
            return self.short.get(word).filter(|_| self.surname_elsewhere(at));
        }
        stripped(word).find_map(|form| self.short.get(form))
    }

    /// A known word as a surname counts only after a verb of saying or an office.
    fn surname_elsewhere(&self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|before| {
            self.cx.is(before, Class::Saying) || self.cx.is(before, Class::Title)
        })
    }
}

/// The folded words of a range of tokens, Latin ones as they are written. A particle before the
/// first word («و», «ل») is no part of the name.
pub fn words_of(cx: &Context, tokens: std::ops::Range<usize>) -> String {
    let mut out = String::with_capacity(cx.span(tokens.start, tokens.end).len());
    for at in tokens.clone() {
        let Some(token) = cx.token(at) else { continue };
        if matches!(token.kind, TokenKind::Sign(_)) && token.glued {
            out.push_str(cx.word(at));
            continue;
        }
        if !out.is_empty() {
            out.push(' ');
        }
        match token.kind {
            TokenKind::Foreign => out.push_str(cx.text.slice(token.span).unwrap_or_default()),
            _ if at == tokens.start => out.push_str(bare(cx, at)),
            _ => out.push_str(cx.word(at)),
        }
    }
    out
}

/// The word at `at` without the particles before it.
fn bare<'a>(cx: &Context<'a>, at: usize) -> &'a str {
    let particles = particles(cx, at);
    cx.word(at).get(2 * particles..).unwrap_or_default()
}

/// How many letters before the word at `at` are particles: «و», «ف», «ب», «ل», «ك».
fn particles(cx: &Context, at: usize) -> usize {
    let clitics = cx.token(at).map(|token| token.clitics).unwrap_or_default();
    let preposed = [Clitics::BY, Clitics::TO, Clitics::AS].iter().any(|c| clitics.has(*c));
    let and = usize::from(clitics.has(Clitics::AND));
    // «للشبكة»: the article's ل as well; «للجنة» has it of its own.
    let the = clitics.has(Clitics::TO) && clitics.has(Clitics::THE);
    let the = the && cx.word(at).get(2 * and..).is_some_and(|rest| rest.starts_with("لل"));
    let form = || cx.token(at).and_then(|token| token.entry).map_or("", |entry| entry.form());
    let rest = || cx.word(at).len().saturating_sub(2 * and + form().len());
    let the = the && !form().is_empty() && rest() == 4;
    and + usize::from(preposed) + usize::from(the)
}

/// The place of a name without the particles before its first word.
pub fn name_span(cx: &Context, tokens: &std::ops::Range<usize>) -> Span {
    let span = cx.span(tokens.start, tokens.end);
    let skipped: usize = cx
        .text
        .slice(span)
        .map(|raw| {
            raw.chars()
                .filter(|c| !is_mark(*c))
                .take(particles(cx, tokens.start))
                .map(char::len_utf8)
                .sum()
        })
        .unwrap_or_default();
    let clean = Span::new(span.start as usize + skipped, span.end as usize);
    let starts = cx.text.slice(clean).is_some_and(|raw| raw.starts_with(|c| !is_mark(c)));
    if starts { clean } else { span }
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{640}' | '\u{64B}'..='\u{652}' | '\u{200B}'..='\u{200F}')
}

/// A place of the lexicon in another spelling.
pub fn place_spelt(words: &str) -> Option<&'static str> {
    lexicon::place_of(&name::canonical(words))
}

/// A word, and the word without «و», «ف», «ب», «ل», «ك» and «ال».
fn stripped(word: &str) -> impl Iterator<Item = &str> {
    let and = word.strip_prefix(['و', 'ف']);
    let preposed = word.strip_prefix(['ب', 'ل', 'ك']);
    let both = and.and_then(|rest| rest.strip_prefix(['ب', 'ل', 'ك']));
    let the = preposed.and_then(|rest| rest.strip_prefix('ل'));
    [Some(word), and, preposed, both, the].into_iter().flatten().map(name::without_article)
}
