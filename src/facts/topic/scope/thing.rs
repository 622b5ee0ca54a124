//! What a length, a width or a weight is of: a report tells of the tunnel and of the train in it.

use super::super::stem::stem;
use super::super::words::Gap;
use super::Seeker;

/// Words before a figure among which the thing is named.
const REACH: usize = 14;

/// Things that news measures, each with its other names, under the first of them.
const THINGS: &[&[&str]] = &[
    &["سفينه", "سفن", "باخره", "ناقله", "عباره", "يخت"],
    &["قارب", "قوارب", "مركب", "زورق", "زوارق"],
    &["نفق", "انفاق"],
    &["جسر", "جسور", "كوبري"],
    &["حاويه", "حاويات"],
    &["طريق", "طرق", "شارع"],
    &["جدار", "سور", "سياج"],
    &["انبوب", "انابيب", "خط"],
    &["قناه", "ترعه"],
    &["شاطي", "شواطي", "ساحل"],
    &["طايره", "طايرات"],
    &["قطار", "قطارات"],
    &["شاحنه", "شاحنات", "حافله"],
    &["برج", "ابراج", "مبني", "عماره", "ناطحه"],
    &["سد", "سدود", "حاجز"],
    &["كابل", "حبل", "سلك"],
    &["مسيره", "طابور", "موكب", "رتل"],
    &["حوت", "سمكه", "قرش", "دلفين"],
    &["ثعبان", "افعي", "تمساح"],
    &["تمثال", "لوحه", "جداريه", "نقش"],
    &["صاروخ", "قمر", "مسبار"],
    &["حفره", "شق", "بير", "خندق"],
    &["قطعه", "حجر", "نيزك"],
];

impl Seeker<'_, '_> {
    /// The thing that is named nearest before the figure in its sentence.
    pub(super) fn thing_measured(&self) -> Option<String> {
        let start = self.at.start;
        let near = (start.saturating_sub(REACH)..start).rev();
        let mut sentence =
            near.take_while(|i| self.word(i + 1).is_some_and(|word| word.gap < Gap::Stop));
        let at = sentence.find(|i| self.thing_at(*i).is_some())?;
        // «سفينة حاويات» is a ship.
        let head = at.checked_sub(1).and_then(|head| self.thing_at(head));
        head.or_else(|| self.thing_at(at)).map(str::to_owned)
    }

    fn thing_at(&self, at: usize) -> Option<&'static str> {
        let word = self.word(at)?;
        let is = |name: &&str| word.is(&[*name]) || word.stem() == stem(name);
        let names = THINGS.iter().find(|names| names.iter().any(is))?;
        names.first().copied()
    }
}
