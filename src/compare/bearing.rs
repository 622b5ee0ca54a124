//! Which of the several values that a report tells under one topic another report's value is to
//! be held against.
//!
//! A topic does not always settle what a figure is of: one report gives the strength of a quake,
//! of its aftershock and of an older one. Begin with [`Bearing::opposed`]. What both reports
//! tell is agreed and opposes nothing; of the rest a report's first value is its principal one,
//! and others bear on each other only where the words round them are alike.

mod agreed;
mod far;
mod ships;

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

use crate::article::ArticleId;
use crate::facts::lexicon::{self, Class};
use crate::facts::name::{Kinship, kinship};
use crate::facts::topic;
use crate::facts::{Approx, Certainty, Facet, Unit, Value};
use crate::text::{InOrder, Span, fold};

use super::align::Told;
use super::holders::people;
use super::joined::add_up;
use super::moment::are_other_weekdays;
use super::names::Names;
use super::near::Surroundings;
use super::value::{Relation, relate};
use super::words::{Words, words_of};
use super::{Claim, Report};
use agreed::Agreed;
use far::has_gone_on;

/// Likeness of the words round two values of two reports from which neither need be the first.
const ACROSS: f64 = 0.45;
/// The same inside one report, which repeats itself in other words.
const INSIDE: f64 = 0.5;

/// Likeness from which two states are of one thing.
const STATES_ALIKE: f64 = Surroundings::LONE;

/// What claims are held against each other with.
#[derive(Clone, Copy)]
pub struct Ground<'t, 'a> {
    pub reports: &'t [Report<'a>],
    pub names: &'t Names,
    pub words: &'t Words,
    /// Reports of a few sentences.
    pub short: &'t BTreeSet<ArticleId>,
}

/// The claims of one group, by report.
pub struct Bearing<'t, 'a> {
    key: &'t str,
    ground: Ground<'t, 'a>,
    by_article: BTreeMap<ArticleId, Vec<&'t Told<'a>>>,
    around: BTreeMap<Claim, OnceCell<Surroundings>>,
    /// How the values agree, where there are many claims.
    agreed: Option<Agreed>,
    /// The people that each report names, once they are asked for.
    people: OnceCell<BTreeMap<ArticleId, Vec<&'t str>>>,
}

impl<'t, 'a> Bearing<'t, 'a> {
    pub fn new(key: &'t str, told: &[&'t Told<'a>], ground: Ground<'t, 'a>) -> Self {
        let mut by_article: BTreeMap<ArticleId, Vec<&Told>> = BTreeMap::new();
        for one in told {
            by_article.entry(one.claim.article).or_default().push(one);
        }
        for list in by_article.values_mut() {
            list.put_in_order_of(|told| told.claim);
        }
        let around = told.iter().map(|one| (one.claim, OnceCell::new())).collect();
        let agreed = Agreed::of(
            told,
            |one, other| are_near(relate(key, one, other)),
            |one, other| agree(key, one, other),
        );
        Self { key, ground, by_article, around, agreed, people: OnceCell::new() }
    }

    /// Whether two claims that exclude each other speak of one thing, as far as can be told.
    pub fn opposed(&self, a: &Told, b: &Told) -> bool {
        if is_figure(&a.fact.value) && is_figure(&b.fact.value) {
            return self.opposed_figures(a, b);
        }
        let many = topic::attribute(self.key).is_some_and(|attribute| attribute.many);
        let both = || self.tells(a.claim.article, b) || self.tells(b.claim.article, a);
        let alone = !many || a.claim.article != b.claim.article && !both();
        // One report tells of the leak and of the fault that it came from; only «not» contradicts.
        let alone = alone && (a.claim.article != b.claim.article || !are_words(a, b));
        alone && !self.knows_both(a, b) && self.is_of_one_thing(a, b)
    }

    fn opposed_figures(&self, a: &Told, b: &Told) -> bool {
        if a.claim.article == b.claim.article {
            return self.inside(a, b);
        }
        if self.tells(a.claim.article, b) || self.tells(b.claim.article, a) {
            return false;
        }
        if self.too_far(a, b) || has_gone_on(a, b) || add_up(self.ground.reports, a, b) {
            return false;
        }
        let principal = self.is_principal(a) && self.is_principal(b);
        let named = is_of_a_thing(a) && is_of_a_thing(b) && !are_reckoned(self.key, a, b);
        // «ستة من المتهمين» and «اثنان من المتهمين» need not be the same ones.
        let some = is_part(a) && is_part(b) && !self.are_short(a, b);
        let sure = !unsure(a) && !unsure(b) && !some && (named || self.are_short(a, b));
        let enough = if principal { Surroundings::ENOUGH } else { ACROSS };
        (sure && principal) || self.likeness(a, b) >= enough
    }

    /// Whether both claims stand in reports of a few sentences, which tell of one thing.
    fn are_short(&self, a: &Told, b: &Told) -> bool {
        [a, b].iter().all(|told| self.ground.short.contains(&told.claim.article))
    }

    /// Whether what was planned and what came may be of one thing: of what is planned a report tells many
    /// days, so that these need an owner, words that are alike, or short reports. Other values are of
    /// what their topic says.
    pub fn may_be_of_one(&self, planned: &[&Told], came: &[&Told]) -> bool {
        let alike = |plan: &Told, told: &Told| {
            !matches!(plan.fact.value, Value::Date(_))
                || says_whose(plan) && says_whose(told)
                || self.are_short(plan, told)
                || self.likeness(plan, told) >= Surroundings::ENOUGH
        };
        planned.iter().any(|plan| came.iter().any(|told| alike(plan, told)))
    }

    /// Whether a report that tells who did something knows of the other's person as well: then the two
    /// did two things.
    fn knows_both(&self, a: &Told, b: &Told) -> bool {
        const DOERS: &[&str] = &[
            "work.led_by",
            "rescued.by",
            "suspect.name",
            "guest.received_by",
            "ship.captain",
            "made.by",
        ];
        if self.key == ships::KEY {
            return ships::are_known(a, b);
        }
        DOERS.contains(&self.key)
            && (self.names_person(a.claim.article, b) || self.names_person(b.claim.article, a))
    }

    /// Whether a report names whoever a claim of another one names.
    fn names_person(&self, article: ArticleId, claim: &Told) -> bool {
        let Value::Name(name) = &claim.fact.value else { return false };
        let people = self.people.get_or_init(|| people(self.ground.reports));
        let named = people.get(&article).into_iter().flatten();
        named.into_iter().any(|other| kinship(other, &name.canonical) != Kinship::Different)
    }

    /// Whether two states are told of one thing: both name the same thing, or the words round them are
    /// alike, or the reports are short. Whoever did something is told by name.
    fn is_of_one_thing(&self, a: &Told, b: &Told) -> bool {
        let doer = |told: &Told| matches!(told.fact.value, Value::Name(_));
        let state = topic::attribute(self.key).is_some_and(|attribute| attribute.progress);
        if !state || doer(a) || doer(b) || self.are_short(a, b) {
            return true;
        }
        let named = [Facet::Of, Facet::Agent].into_iter().any(|facet| {
            let (one, other) = (self.thing(a, facet), self.thing(b, facet));
            one.is_some() && one == other
        });
        // «لم توقف أحدا» is of whoever another report says was arrested.
        let whoever =
            self.thing(a, Facet::Agent).is_none() != self.thing(b, Facet::Agent).is_none();
        named || whoever || self.likeness(a, b) >= STATES_ALIKE
    }

    /// Whose or of what a claim says that it is, under the leading form of the name.
    fn thing<'n>(&'n self, told: &'n Told, facet: Facet) -> Option<&'n str> {
        let (_, name) = told.fact.topic.scope.iter().find(|(known, _)| *known == facet)?;
        Some(self.ground.names.leader(name))
    }

    /// A headline against the text under it, or one sentence against another like it.
    fn inside(&self, a: &Told, b: &Told) -> bool {
        if self.too_far(a, b) {
            return false;
        }
        if a.fact.sentence == b.fact.sentence {
            return topic::frame(self.key).is_some() && is_set_against(a, b);
        }
        // «36 حالة وفاة», and then twice «32 قتيلا».
        let list = self.by_article.get(&a.claim.article).map(Vec::as_slice).unwrap_or_default();
        let either = |told: &&&Told| [a, b].iter().any(|one| one.fact.value == told.fact.value);
        let two = list.iter().filter(either).count() == list.len();
        // «207 قتلى», and below it «كانت حصيلة سابقة أشارت إلى 164».
        if self.key.starts_with("toll.") && is_former(a) != is_former(b) {
            return true;
        }
        (in_headline(a) != in_headline(b) && (two || self.is_principal(a) || self.is_principal(b)))
            || self.likeness(a, b) >= INSIDE
            || two && self.may_be_one_inside(a, b)
    }

    /// Whether a report tells the value of another's claim as well.
    fn tells(&self, article: ArticleId, claim: &Told) -> bool {
        if let Some(agreed) = &self.agreed {
            return agreed.tells(article, claim);
        }
        let list = self.by_article.get(&article).map(Vec::as_slice).unwrap_or_default();
        list.iter().any(|own| agree(self.key, &own.fact.value, &claim.fact.value))
    }

    /// Whether two values of the topic can both be true.
    fn near(&self, one: &Told, other: &Told) -> bool {
        match &self.agreed {
            Some(agreed) => agreed.near(one, other),
            None => are_near(relate(self.key, &one.fact.value, &other.fact.value)),
        }
    }

    /// The first value of its report, that value told again in another unit or currency, or one that
    /// says the same.
    pub fn is_principal(&self, told: &Told) -> bool {
        let first = self.by_article.get(&told.claim.article).and_then(|list| list.first());
        first.is_some_and(|first| {
            // «عشرات الجرحى» in the headline, the number below it.
            first.claim == told.claim || is_converted(first, told) || self.near(first, told)
        })
    }

    fn likeness(&self, a: &Told, b: &Told) -> f64 {
        let around = |told: &Told| {
            let cell = self.around.get(&told.claim)?;
            Some(cell.get_or_init(|| Surroundings::of(told, self.ground.names, self.ground.words)))
        };
        around(a).zip(around(b)).map_or(0.0, |(a, b)| a.likeness(b))
    }
}

/// Whether both are words of a closed list of which neither denies.
fn are_words(a: &Told, b: &Told) -> bool {
    let word = |told: &Told| matches!(&told.fact.value, Value::Words(id) if !id.starts_with(topic::DENIED));
    word(a) && word(b)
}

/// Whether whoever tells the one value of a topic tells the other.
fn agree(key: &str, one: &Value, other: &Value) -> bool {
    match relate(key, one, other) {
        Relation::Precision("overlapping_intervals") => !is_open(one) && !is_open(other),
        relation => are_near(relation),
    }
}

fn are_near(relation: Relation) -> bool {
    matches!(relation, Relation::Same | Relation::Precision(_))
}

/// «قدّر المنظمون عددهم بعشرة آلاف، في حين تحدثت الشرطة عن ثلاثة»: two who tell it in one sentence.
fn is_set_against(a: &Told, b: &Told) -> bool {
    const AGAINST: &[&[&str]] = &[
        &["بينما"],
        &["في", "حين"],
        &["فيما"],
        &["بالمقابل"],
        &["في", "المقابل"],
        &["غير", "ان"],
        &["لكن"],
    ];
    let (first, second) = if a.claim <= b.claim { (a, b) } else { (b, a) };
    let between = Span { start: first.fact.span.end, end: second.fact.span.start };
    let folded = fold(first.article.text.slice(between).unwrap_or_default());
    let words: Vec<&str> = words_of(&folded).collect();
    let is = |word: &str, form: &str| word == form || word.strip_prefix('و') == Some(form);
    let against = |at: usize| {
        let phrase = |forms: &&[&str]| {
            let here = words.get(at..at + forms.len());
            here.is_some_and(|here| here.iter().zip(*forms).all(|(word, form)| is(word, form)))
        };
        AGAINST.iter().find(|forms| phrase(forms)).map(|forms| at + forms.len())
    };
    let tells = |from: usize| {
        words.iter().skip(from).take(6).any(|word| {
            lexicon::find(word).is_some_and(|found| found.entry.sense(Class::Saying).is_some())
        })
    };
    (0..words.len()).filter_map(against).any(tells)
}

/// «115 مليون جنيه، أي 7 ملايين دولار», «150 ألف درهم (نحو 15 ألف دولار)», «1200 هكتار من الغابات، أي
/// ما يعادل 12 ألف دونم»: one sum or one measure told twice.
fn is_converted(first: &Told, told: &Told) -> bool {
    /// Bytes between the two at most.
    const NEAR: u32 = 56;
    const AS: &[&str] = &["اي", "يعادل", "تعادل", "يساوي", "تساوي"];
    let between = Span { start: first.fact.span.end, end: told.fact.span.start };
    let (Value::Quantity(one), Value::Quantity(other)) = (&first.fact.value, &told.fact.value)
    else {
        return false;
    };
    let kinds = matches!(
        (&one.unit, &other.unit),
        (Unit::Money(_), Unit::Money(_)) | (Unit::Measure(_), Unit::Measure(_))
    );
    if !kinds || one.unit == other.unit || between.end.saturating_sub(between.start) > NEAR {
        return false;
    }
    let words = fold(told.article.text.slice(between).unwrap_or_default());
    let either = fold(told.article.text.slice(told.fact.span).unwrap_or_default());
    let says = |word: &str| AS.contains(&word);
    words.contains('(') || words_of(&words).any(says) || words_of(&either).next().is_some_and(says)
}

fn is_figure(value: &Value) -> bool {
    matches!(value, Value::Quantity(_) | Value::Date(_) | Value::Time(_) | Value::Score(_))
}

/// Whether two days of which one is reckoned from that of its report («أمس», «الاثنين الماضي»), in reports
/// of two days: then newsrooms tell of two meetings more often than not. Of what befell on a day («وقع
/// الانفجار أمس») both must be reckoned, and neither say whose or of what it is. Two names of weekdays
/// («الأحد» and «الخميس») are set against each other all the same.
fn are_reckoned(key: &str, a: &Told, b: &Told) -> bool {
    const BEFELL: [&str; 4] =
        ["date.accident", "date.attack", "date.crime", "date.strongest_quake"];
    let reckoned = |told: &Told| matches!(&told.fact.value, Value::Date(date) if date.relative);
    let published = |told: &Told| told.article.published.as_ref().map(|known| known.value);
    let both = reckoned(a) && reckoned(b) && !says_whose(a) && !says_whose(b);
    let either = !BEFELL.contains(&key) && (reckoned(a) || reckoned(b));
    (both || either) && published(a) != published(b) && !are_other_weekdays(&[a], &[b])
}

/// Whether a day has an owner, an event or a thing that it is of.
fn says_whose(told: &Told) -> bool {
    const WHOSE: [Facet; 4] = [Facet::Of, Facet::Event, Facet::Agent, Facet::Qualifier];
    told.fact.topic.scope.iter().any(|(facet, _)| WHOSE.contains(facet))
}

/// Whether it is said what is measured: «طوله 40 مترا» may be of anything. Of a way no report says both
/// ends, and there are as many ways as places. Of a place in a table it must be said whose it is.
fn is_of_a_thing(told: &Told) -> bool {
    const OF_ANYTHING: &[&str] = &[
        "thing.length",
        "thing.width",
        "place.distance",
        "rank.place",
        "rank.came",
        "table.points",
    ];
    let topic = &told.fact.topic;
    let tells = |facet: Facet| facet == Facet::Qualifier || facet == Facet::Of;
    let named = || topic.scope.iter().any(|(facet, _)| tells(*facet));
    !OF_ANYTHING.contains(&topic.key.as_ref()) || named()
}

/// Whether a figure is of some of those whom its topic names.
fn is_part(told: &Told) -> bool {
    let part =
        |(facet, value): &(Facet, String)| *facet == Facet::Part && value.starts_with("part");
    told.fact.topic.scope.iter().any(part)
}

/// A day that stands too far from what it may be of.
fn unsure(told: &Told) -> bool {
    matches!(told.fact.value, Value::Date(_)) && told.fact.certainty == Certainty::Low
}

/// A figure that leaves one side open agrees with too much to settle anything.
fn is_open(value: &Value) -> bool {
    let Value::Quantity(quantity) = value else { return false };
    matches!(
        quantity.approx,
        Approx::AtLeast | Approx::MoreThan | Approx::AtMost | Approx::LessThan | Approx::Vague
    )
}

/// Whether a count is told as the one before.
fn is_former(told: &Told) -> bool {
    let scope = &told.fact.topic.scope;
    scope.iter().any(|(facet, value)| *facet == Facet::Event && value == "earlier")
}

/// Whether a claim stands in the first block of a report of several.
fn in_headline(told: &Told) -> bool {
    let mut content = told.article.content();
    let first = content.next();
    first.is_some_and(|block| block.span.covers(told.fact.span)) && content.next().is_some()
}
