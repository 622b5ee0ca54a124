//! What a word of the lexicon is good for: the classes that the grammars ask about.
//!
//! Used by the build as well, so it depends on nothing. A new class is one line here; its words
//! are in `assets/lexicon/*.toml` under the name given here.

macro_rules! classes {
    ($($(#[$doc:meta])* $variant:ident = $name:literal,)*) => {
        /// The use of a word.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Class { $($(#[$doc])* $variant,)* }

        impl Class {
            /// The class that a lexicon file calls `name`.
            pub fn from_name(name: &str) -> Option<Self> {
                match name { $($name => Some(Self::$variant),)* _ => None }
            }

            /// Every name, for the message about a wrong one.
            pub const NAMES: &'static [&'static str] = &[$($name,)*];
        }
    };
}

/// A set of classes, one bit each: most questions about a word are answered by it alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Classes(pub u128);

// A class past the last bit would be taken for another one.
const _: () = assert!(Class::NAMES.len() <= 128);

impl Classes {
    pub const fn of(classes: &[Class]) -> Self {
        let mut bits = 0;
        let mut rest = classes;
        while let [class, others @ ..] = rest {
            bits |= 1 << *class as u8;
            rest = others;
        }
        Self(bits)
    }

    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

classes! {
    /// A number in words («ثلاثة»); the value is the number.
    Cardinal = "cardinal",
    /// A place in a row («الثالث»); the value is the number.
    Ordinal = "ordinal",
    /// A word that multiplies («ألف»); the value is the factor.
    Scale = "scale",
    /// A part («نصف»); the value is the part.
    Fraction = "fraction",
    /// A loose plural number («عشرات»); the value is its lower bound.
    Loose = "loose",
    /// A few («بضع»); the value is its lower bound.
    Few = "few",
    /// A unit of time; the value is in seconds.
    TimeUnit = "time_unit",
    /// A currency; the id is its ISO 4217 code, or its folded word where no country is said.
    Currency = "currency",
    /// A nationality or country that settles which currency («الكويتي»); the id is `word:CODE`
    /// pairs separated by a space.
    CurrencyOf = "currency_of",
    /// A unit of measurement; the id is its symbol, the value the factor to it.
    MeasureUnit = "measure_unit",
    /// «في المئة», «بالمئة».
    Percent = "percent",
    /// «نقطة أساس».
    BasisPoint = "basis_point",
    /// A month; the value is its number.
    Month = "month",
    /// A month of the Hijri calendar; the value is its number.
    HijriMonth = "hijri_month",
    /// A day of the week; the value is 1 for Monday to 7 for Sunday.
    Weekday = "weekday",
    /// A day told from the report's («أمس»); the value is the distance in days.
    RelativeDay = "relative_day",
    /// A part of the day; the value is its first minute, the id its last.
    DayPart = "day_part",
    /// A time zone; the value is its offset from UTC in minutes, the id its name.
    TimeZone = "time_zone",
    /// A season of the year; the value is its first month.
    Season = "season",
    /// «السبعينيات»; the value is the decade in its century.
    Decade = "decade",
    /// «قرن».
    Century = "century",
    /// «مطلع», «أواخر»; the id is `early`, `middle` or `late`.
    PartOfPeriod = "part_of_period",
    /// Next («المقبل»).
    Next = "next",
    /// Last («الماضي»).
    Last = "last",
    /// This one («الجاري»).
    This = "this",
    /// A word before a number that says how near it is meant; the id names the kind.
    ApproxBefore = "approx_before",
    /// The same, after the number.
    ApproxAfter = "approx_after",
    /// A noun for people that are counted; the id is `person`.
    PersonNoun = "person_noun",
    /// A noun for things that are counted; the id is one name for all its forms.
    Counted = "counted",
    /// The point of a decimal figure in words («فاصلة»).
    DecimalPoint = "decimal_point",
    /// «سالب».
    Minus = "minus",
    /// One and no more («واحد», «وحيد»), after a noun.
    Alone = "alone",
    /// A verb that puts a figure above, below or near («يتجاوز»), some words before it; the id
    /// names the kind as in `approx_before`.
    Exceed = "exceed",
    /// Before a unit of time: a duration («لمدة»).
    DurationCue = "duration_cue",
    /// Before a definite unit of time: all of it («طوال»).
    WholePeriod = "whole_period",
    /// After a unit of time: one, and all of it («كامل»).
    Whole = "whole",
    /// After a plural unit of time: several («طويلة»).
    Long = "long",
    /// «هذا», before a period.
    ThisBefore = "this_before",
    /// The sentence looks forward («سوف», «من المقرر»).
    Future = "future",
    /// «ميلادي», after a year.
    Ad = "ad",
    /// «هجري», after a year.
    Ah = "ah",
    /// The name of a paper or channel that holds the word for today.
    OutletDay = "outlet_day",
    /// «بتوقيت», before a time zone.
    ZoneCue = "zone_cue",
    /// «الساعة», before a clock time.
    ClockWord = "clock_word",
    /// «منتصف الليل».
    Midnight = "midnight",
    /// Goals as scores are told («هدف»).
    Goal = "goal",
    /// A score by its name («رباعية»); the value is the number of goals.
    GoalCount = "goal_count",
    /// «مقابل», between the figures of a score.
    Against = "against",
    /// «نظيفة», «دون رد»: the other side has none.
    Clean = "clean",
    /// «تعادل سلبي».
    Goalless = "goalless",
    /// The sentence speaks of a match.
    Sport = "sport",
    /// «بنتيجة», before a score.
    Result = "result",
    /// «من الوقت بدل الضائع», after a minute of a match.
    Stoppage = "stoppage",
    /// A noun whose number is a name, no figure («رقم», «شقة»).
    Numbered = "numbered",
    /// A noun whose number is a place in a row («الدورة»).
    Edition = "edition",
    /// «نسبة», before a figure without a sign.
    Ratio = "ratio",
    /// Between the figures of a rating («من», «على»).
    OfOut = "of_out",
    /// Before an age («عمره»).
    AgeBefore = "age_before",
    /// After an age («من العمر»).
    AgeAfter = "age_after",
    /// A noun for a person of no name, which stands for one in «فرد من كل عائلة».
    VaguePerson = "vague_person",
    /// «ارتفع»: two figures after it are before and after.
    Change = "change",
    /// «لكل», «من كل».
    Each = "each",
    /// A word that is no noun that could be counted.
    Function = "function",
    /// A verb or noun of saying; the id says how much may be quoted after it (`say`, `call`,
    /// `talk`, `rate`, `chant`, `report`, `written`, `passive`).
    Saying = "saying",
    /// «بحسب», «نقلا عن»: whoever vouches follows.
    Source = "source",
    /// «أن», «إنه»: opens reported speech.
    That = "that",
    /// A word that negates; the id says what (`verb`, `noun`, `refuse`, `deny`, `only`).
    Negation = "negation",
    /// A word that makes a claim uncertain.
    Hedge = "hedge",
    /// A word of plans, hopes and forecasts.
    Plan = "plan",
    /// «عادة»: no claim about this event.
    General = "general",
    /// A word that asks.
    Question = "question",
    /// An office, trade or calling; the id is its head. Value 1: it names by itself («شاهد»);
    /// 2: it points back («نظيره»).
    Title = "title",
    /// A place; the id is a path, and a place lies in whatever its id begins with.
    Place = "place",
    /// «فرنسي»; the id is that of the place.
    Nisba = "nisba",
    /// A body, company or club; the id is its canonical name.
    Org = "org",
    /// A medium or agency; the id is its canonical name.
    Outlet = "outlet",
    /// A noun that opens the name of an organisation («وزارة»).
    OrgHead = "org_head",
    /// A noun before the name of one thing («سفينة»); the id goes into the topic. Value 1: an
    /// unknown word after it is the name; 0: only one in marks or brackets is.
    Introduces = "introduces",
    /// A noun that closes a foreign name and may be left out («تاور»).
    Tail = "tail",
    /// A given name; the id is `weak` where it is more often a common word.
    Given = "given",
    /// A part between the words of a name («بن», «فان»).
    NameParticle = "name_particle",
    /// The second word of a compound given name («الدين»).
    NameSecond = "name_second",
    /// A common word that is no part of a name.
    Common = "common",
    /// What may come of an event; the id is the last part of its topic.
    Outcome = "outcome",
    /// A verb that brings an outcome about.
    Reach = "reach",
    /// An adjective of an outcome; the id is its qualifier.
    Qualifier = "qualifier",
    /// Firsts, lasts and records; the id says which.
    First = "first",
    /// «أطول»: the most of its kind.
    Superlative = "superlative",
    /// «اصطدم»: what it ran into follows.
    Collide = "collide",
    /// What things run into.
    Obstacle = "obstacle",
    /// «حضر», «شارك»: those who attended follow.
    Attend = "attend",
    /// «الرائد»: what an officer is, of which he has one at a time; the id says which.
    Rank = "rank",
    /// «من أبرزهم»: a list that does not claim to be complete.
    Partial = "partial",
}
