//! What each report claims: typed facts and quotations, each with its exact place in the text.
//!
//! Begin with [`Fact`]. [`extract`] reads one article; nothing here knows of a second one.

mod affix;
mod context;
mod date;
pub mod denying;
mod display;
mod duration;
mod entity;
mod facet;
mod known;
pub mod lexicon;
mod model;
pub mod name;
mod number;
mod ordinal;
mod outcome;
mod quantities;
mod quantity;
mod quote_marks;
mod score;
mod sentence;
mod skeleton;
mod speech;
mod time;
mod token;
pub mod topic;
mod value;

pub use context::{Context, Prepared};
pub use display::{brief, display};
pub use facet::Facet;
pub use outcome::EACH_SIDE;
pub use sentence::Sentence;
pub use token::{Token, TokenKind};
pub use value::{
    Approx, DateValue, DayPart, Grain, Money, Name, Polarity, Qualifier, Quantity, Score, Side,
    TimeValue, Unit, Value, Zone,
};

use std::borrow::Cow;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::article::Article;
use crate::text::lasting::{self, Lasting};
use crate::text::{InOrder, Span};

/// The place of a fact in its article's list, counted from 0 in text order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct FactId(pub u32);

/// One claim of one report.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Fact {
    pub kind: Kind,
    /// What the value is about.
    pub topic: Topic,
    pub value: Value,
    /// The words that state it (not the sentence), in the article's text.
    pub span: Span,
    /// The sentence it stands in.
    pub sentence: Span,
    /// Who vouches for it.
    pub layer: Layer,
    pub mode: Mode,
    pub certainty: Certainty,
    /// The name of the rule that found it, as `tabayun` explains it on the card.
    #[serde(deserialize_with = "lasting::one")]
    pub rule: Lasting,
}

impl Fact {
    /// Whether its value or its topic is the reader's own: the rules that say so begin alike.
    pub fn is_put_right(&self) -> bool {
        self.rule.starts_with("reader.")
    }
}

/// The kinds of claims, as the facts pane groups them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Number,
    Ordinal,
    Percent,
    Count,
    Money,
    Duration,
    Date,
    Time,
    Score,
    Measure,
    Place,
    Person,
    Organisation,
    /// A ship, a film, a virus: a thing with a name of its own.
    Name,
    Role,
    Roster,
    Outcome,
    /// «أول… منذ»: a first or a last of its kind.
    Record,
    /// A figure that no grammar understood: shown and counted, never compared.
    Unread,
}

/// What a value is about: two facts meet in a comparison when their keys are equal and their
/// scopes do not exclude each other.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Topic {
    /// Stable and language-neutral where a frame of the lexicon names it (`meeting.duration`,
    /// `toll.killed`), else made of folded words by the open mechanism (`floors:burned`).
    /// Empty when it could not be told.
    pub key: Cow<'static, str>,
    /// The words of the text it was made of, for a label: head noun, verb.
    pub label: String,
    /// What narrows it: of whom, where, which event, which round, planned or held.
    pub scope: Vec<(Facet, String)>,
}

/// Who vouches for a claim. All claims of one voice share it: thousands of reports are kept at once.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Layer {
    /// The report itself.
    #[default]
    Report,
    /// A named speaker, as the text names them.
    Speaker(Arc<Voice>),
    /// An outlet or an agency that the report cites.
    Outlet(Arc<Voice>),
    /// «مصادر», «وُصفت»: somebody who is not named.
    Unnamed,
}

/// A speaker: the words that name them, and the form that variants are merged under.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Voice {
    pub name: String,
    pub canonical: String,
    /// Where the text names them; `None` when carried over from an earlier sentence.
    pub span: Option<Span>,
}

/// How the text puts a claim.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// It happened, it is so.
    #[default]
    Fact,
    /// It is planned, expected, proposed, hoped for.
    Planned,
    /// It may be so.
    Hedged,
    /// It is said not to be so.
    Negated,
    /// «غالبا ما», «عادة»: no claim about this event.
    General,
    Question,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    Low,
    Medium,
    High,
}

/// Words that a report gives as somebody's own, or reports of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quote {
    /// The words inside the marks; for indirect speech, the clause after «أن» / «إن».
    pub span: Span,
    pub speaker: Option<Voice>,
    /// The verb or preposition that introduces it.
    pub cue: Option<Span>,
    pub direct: bool,
    #[serde(deserialize_with = "lasting::one")]
    pub rule: Lasting,
}

/// All that was read in one article, in text order.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Reading {
    pub facts: Vec<Fact>,
    pub quotes: Vec<Quote>,
}

/// Whether the reader's own words or topics have a part in what is read.
pub fn has_own_words() -> bool {
    lexicon::has_own_words() || topic::has_own_topics()
}

/// Reads one article. Chrome gives nothing; the same article gives the same reading.
///
/// The figures come first, then names and outcomes, then who says what (which also settles the
/// layer of each fact), and at last what each value is about.
pub fn extract(article: &Article) -> Reading {
    let prepared = Prepared::new(article);
    let words = prepared.words();
    let cx = prepared.context(article, &words);
    let mut facts = quantities::quantities(&cx);
    let cast = entity::Cast::read(&cx);
    entity::entities(&cx, &cast, &mut facts);
    outcome::outcomes(&cx, &cast, &mut facts);
    facts.put_in_order_of(|fact| (fact.span.start, fact.span.end, fact.kind));
    let said = speech::read(&cx, &cast);
    speech::attribute(&cx, &said, &mut facts);
    topic::topics(&cx, &cast, &mut facts);
    Reading { facts, quotes: said.quotes }
}

#[cfg(test)]
pub(crate) mod testing {
    //! Articles for tests: one paragraph, with or without a date.

    use crate::article::{
        Article, ArticleId, Block, BlockKind, Encoding, Known, Language, OffsetsIn, Origin,
    };
    use crate::text::Text;

    /// An article whose text is one paragraph, published on an ISO date (`""` for none).
    pub fn article(text: &str, date: &str) -> Article {
        let text = Text::new(text);
        let blocks = vec![Block { span: text.whole(), kind: BlockKind::Paragraph }];
        let published = date.parse().ok().map(|value| Known { value, from: Origin::Metadata });
        Article {
            id: ArticleId(0),
            path: None,
            record: None,
            authors: Vec::new(),
            text,
            blocks,
            title: None,
            outlet: None,
            published,
            published_at: None,
            url: None,
            event: None,
            language: Language::Arabic,
            offsets_in: OffsetsIn::Text,
            encoding: Encoding { name: "UTF-8", guessed: false, damaged: false },
        }
    }
}
