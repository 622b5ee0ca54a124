//! Where a figure is of, when it is of a part of the whole: a list of provinces, «في … وحدها»,
//! the hospitals of one town. The scene of the event itself narrows nothing.

use super::super::super::entity::Sort;
use super::super::words::{Gap, Word};
use super::{Kind, Seeker};

/// Words between a figure and the place that follows it.
const AFTER: usize = 4;
const BEFORE: usize = 9;
/// Facts of a sentence that shares a whole out among places: three figures and their places.
const LIST: usize = 6;

/// What stands before the name of a place that no list knows.
const KINDS: &[&str] = &["مدينه", "بلده", "قريه", "محليه", "ولايه", "محافظه", "ناحيه", "مديريه"];

impl Seeker<'_, '_> {
    /// The part of the whole that the figure is of.
    pub(super) fn locus(&self) -> Option<String> {
        // «مبنى من خمسة طوابق في حلوان»: a thing stands in one place.
        const OF_THINGS: &[&str] = &["building.", "ship.", "person.", "crew."];
        if OF_THINGS.iter().any(|of| self.key().starts_with(of)) {
            return None;
        }
        self.measured_at()
            .or_else(|| self.alone())
            .or_else(|| self.shared_out())
            .or_else(|| self.house())
            .or_else(|| self.inside())
            .or_else(|| self.led_by())
    }

    /// «سجلت البصرة 51 درجة», «48 درجة في العاصمة»: each temperature is of one place, which may be
    /// the scene as well.
    fn measured_at(&self) -> Option<String> {
        if self.key() != "temperature.degrees" {
            return None;
        }
        let place = |i: usize| {
            let capital = || self.is(i, &["عاصمه"]).then(|| String::from("capital"));
            self.place_at(i).or_else(capital)
        };
        let before = self.clause_before(BEFORE).take_while(|i| !self.is_figure_at(*i));
        // «بلغت الحرارة في البصرة، ظهر اليوم الثلاثاء، 53 درجة»
        let start = self.at.start;
        let sentence = || {
            let near = (start.saturating_sub(2 * BEFORE)..start).rev();
            near.take_while(|i| self.word(i + 1).is_some_and(|word| word.gap < Gap::Stop))
        };
        before
            .into_iter()
            .find_map(place)
            .or_else(|| self.clause_after(AFTER).find_map(place))
            .or_else(|| sentence().find_map(place))
    }

    /// «أربع في السليمانية وحدها».
    fn alone(&self) -> Option<String> {
        // «وفي بنها وحدها نقل 40 جريحا»
        let before = self.clause_before(BEFORE).take_while(|i| !self.is_figure_at(*i));
        if let Some(at) = before.into_iter().find(|i| self.is_alone(*i)) {
            let last = at.checked_sub(1)?;
            // «الربع الثاني وحده» is a period, which `business` reads.
            let period = self.key().starts_with("company.");
            let named = || self.word(last).map(|word| word.stem().to_owned());
            return self.place_at(last).or_else(|| named().filter(|_| !period));
        }
        let at = self.clause_after(7).find(|i| self.is_alone(*i))?;
        let place = (self.at.end..at).rev().find_map(|i| self.place_at(i));
        let named = || {
            let word = self.word(at.checked_sub(1)?)?;
            let inside = (self.at.end..at).any(|i| self.word(i).is_some_and(is_in));
            inside.then(|| word.stem().to_owned())
        };
        place.or_else(named)
    }

    /// «وحدها»; «الوحدة» is folded like it but for its article.
    fn is_alone(&self, at: usize) -> bool {
        self.word(at).is_some_and(|word| ["وحدها", "وحده"].contains(&word.folded))
    }

    /// «تصدرت بغداد القائمة بـ58، تليها البصرة بـ31»: each figure of a list has its place.
    fn shared_out(&self) -> Option<String> {
        let before = self.at.start.checked_sub(1)?;
        let first = self.word(self.at.start)?;
        let by = self.is(before, &["ب"]) || first.folded.starts_with('ب');
        let near = self.clause_before(BEFORE).take_while(|i| !self.is_figure_at(*i));
        if self.beside_others() {
            let kind = before.checked_sub(1).is_some_and(|kind| self.is(kind, KINDS));
            let named = || self.word(before).map(|word| word.stem().to_owned());
            return self.place_at(before).or_else(|| named().filter(|_| kind));
        }
        let place = by.then(|| near.into_iter().find_map(|i| self.place_at(i))).flatten()?;
        (!self.setting.is_scene(&place) || self.line.facts.len() >= LIST).then_some(place)
    }

    /// «سجلت الضاحية وحدها سبع وفيات، في حين سجلت المدينة 10»: a sentence that tells of one place
    /// alone tells of the other as of a part.
    fn beside_others(&self) -> bool {
        const RECORDED: &[&str] = &["سجل", "سجلت", "احصت", "شهدت", "استقبلت"];
        let recorded = || self.clause_before(4).any(|i| self.is(i, RECORDED));
        (0..self.at.start).any(|i| self.is_alone(i)) && recorded()
    }

    /// «مستشفيات السليمانية استقبلت 88 مصابا», «القرى المحيطة».
    fn house(&self) -> Option<String> {
        let around = ["محيطه", "مجاوره", "قريبه"];
        let evacuated = self.key() == "toll.evacuated";
        if !evacuated && self.clause_after(6).any(|i| self.is(i, &around)) {
            return Some("around".into());
        }
        let heads = ["مستشفي", "مستشفيات", "مستشفيان"];
        let at = self.clause_before(BEFORE).find(|i| self.is(*i, &heads))?;
        let place = (at + 1..(at + 4).min(self.at.start)).find_map(|i| self.place_at(i));
        // «مستشفى المدينة استقبل 17 مصابا»: those of one hospital only.
        let received = (at + 1..self.at.start)
            .any(|i| self.is(i, &["استقبل", "استقبلت", "يستقبل", "تستقبل", "استقبال"]));
        place.or_else(|| (received && !self.is_no_more()).then(|| String::from("hospital")))
    }

    /// «17 جريحا لا أكثر»: there were no others elsewhere.
    fn is_no_more(&self) -> bool {
        let end = self.at.end;
        self.is(end, &["فقط"]) || self.is(end, &["لا"]) && self.is(end + 1, &["غير", "اكثر"])
    }

    /// «23 شخصا في لبنان», unless it is where the event is.
    fn inside(&self) -> Option<String> {
        let at = self.clause_after(AFTER).find(|i| self.place_at(*i).is_some())?;
        let place = self.place_at(at)?;
        let word = self.word(at)?;
        let tied = word.folded.starts_with('ب')
            || (at.saturating_sub(2)..at)
                .any(|i| i >= self.at.end && self.word(i).is_some_and(is_in));
        (tied && !self.setting.is_scene(&place)).then_some(place)
    }

    /// «وفي الأردن بلغ عدد المشتركين 5 ملايين», unless it is where the event is.
    fn led_by(&self) -> Option<String> {
        if !matches!(self.kind(), Some(Kind::Count | Kind::Money | Kind::Percent)) {
            return None;
        }
        let near = self.clause_before(BEFORE).take_while(|i| !self.is_figure_at(*i));
        let at = near.into_iter().find(|i| self.place_at(*i).is_some())?;
        let first = at.checked_sub(1).and_then(|i| self.word(i));
        let led = first.is_some_and(|word| ["في", "وفي"].contains(&word.folded));
        let opens = at < 3 || self.word(at - 1).is_some_and(|word| word.gap >= Gap::Comma);
        let place = self.place_at(at)?;
        (led && opens && !self.setting.is_scene(&place)).then_some(place)
    }

    fn clause_after(&self, reach: usize) -> impl Iterator<Item = usize> + Clone {
        let words = &self.line.words;
        (self.at.end..(self.at.end + reach).min(words.len())).take_while(move |i| {
            words.get(*i).is_some_and(|word| word.gap < Gap::Comma) && !self.is_figure_at(*i)
        })
    }

    pub(super) fn is_figure_at(&self, at: usize) -> bool {
        self.line.figure.get(at).copied().flatten().is_some()
    }

    /// The country that the word names.
    pub(super) fn country_at(&self, at: usize) -> Option<String> {
        self.place_at(at).filter(|place| !place.contains('/') && place.is_ascii())
    }

    /// The place that the word names.
    fn place_at(&self, at: usize) -> Option<String> {
        let span = self.word(at)?.span;
        let (cx, cast) = (&self.line.cx, self.line.cast);
        let mention = cast.at(cx.token_from(span.start))?;
        let entity = cast.entity(mention).filter(|entity| entity.sort == Sort::Place)?;
        Some(entity.canonical.clone())
    }
}

fn is_in(word: &Word) -> bool {
    word.folded == "في" || word.folded.starts_with('ب')
}
