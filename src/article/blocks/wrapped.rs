//! Lines that a source broke at a fixed width, put together again as paragraphs.
//!
//! Such a source is known by what a breaker of lines does: it ends a line only where the next
//! word would not have fit, or where the paragraph ends. So every line of a paragraph but the last
//! is full, a line that is not full ends a sentence, and full lines end in the middle of
//! sentences. Lists and verse have lines that end early without ending a sentence, or that
//! end sentence by sentence; the rows of a table have gaps between their columns.

use super::is_item;
use super::lines::Line;

/// Widths that sources are broken at, in columns or in bytes: some programs count bytes.
const WIDTHS: std::ops::RangeInclusive<usize> = 50..=100;
const WIDTHS_IN_BYTES: std::ops::RangeInclusive<usize> = 70..=100;
/// Full lines in a text that show it to be broken.
const LEAST: usize = 3;

/// The lines, those of one paragraph as one; a line then holds the line ends between them.
/// `text` is the one the lines are of.
pub fn join<'t>(text: &'t str, lines: Vec<Line<'t>>) -> Vec<Line<'t>> {
    let breakers =
        [Breaker { measure: columns, width: 0 }, Breaker { measure: str::len, width: 0 }];
    let bounds = [WIDTHS, WIDTHS_IN_BYTES];
    let known = breakers.into_iter().zip(bounds).find_map(|(one, bounds)| one.of(&lines, &bounds));
    let Some(breaker) = known else { return lines };
    let mut joined: Vec<Line> = Vec::with_capacity(lines.len());
    for run in runs(&lines) {
        let broken = breaker.judge(run).is_some();
        for (at, line) in run.iter().enumerate() {
            let before = at.checked_sub(1).and_then(|before| run.get(before));
            let goes_on = before.is_some_and(|before| broken && breaker.goes_on(before, line));
            match joined.last_mut().filter(|_| goes_on) {
                Some(last) => {
                    last.span = last.span.union(line.span);
                    last.words = text.get(last.span.range()).unwrap_or(last.words);
                    last.blank_after = line.blank_after;
                }
                None => joined.push(*line),
            }
        }
    }
    joined
}

/// What broke the lines: how it measures and how wide it lets them be.
#[derive(Clone, Copy)]
struct Breaker {
    measure: fn(&str) -> usize,
    width: usize,
}

/// What a run of lines shows.
#[derive(Clone, Copy, Default)]
struct Shown {
    /// Lines that the next word would not have fit on.
    full: usize,
    /// Of those, the ones that end a sentence or a clause.
    ended: usize,
    /// Lines with the end of a sentence or a clause in their midst.
    divided: usize,
}

impl Breaker {
    /// The same with the width that the text is broken at, if it is broken so.
    fn of(self, lines: &[Line], bounds: &std::ops::RangeInclusive<usize>) -> Option<Self> {
        let widest = |run: &[Line]| run.iter().map(|line| (self.measure)(line.words)).max();
        let widths = runs(lines).filter(|run| run.len() > 2).filter_map(|run| {
            let width = widest(run).filter(|width| bounds.contains(width))?;
            let shown = Self { width, ..self }.judge(run)?;
            (shown.full > 1).then_some(width)
        });
        // The widest line need not stand in one of those runs.
        let width = widths.max()?;
        let others = runs(lines).filter(|run| run.len() > 1).filter_map(widest);
        let widest = others.filter(|other| *other * 10 <= width * 11).max();
        let breaker = Self { width: widest.unwrap_or(width), ..self };
        let all = runs(lines).filter_map(|run| breaker.judge(run));
        let all = all.fold(Shown::default(), |sum, one| Shown {
            full: sum.full + one.full,
            ended: sum.ended + one.ended,
            divided: sum.divided + one.divided,
        });
        (all.full >= LEAST && all.divided > 0 && all.ended * 2 < all.full).then_some(breaker)
    }

    /// What the lines of a run show; `None` when they were not broken by this.
    fn judge(&self, run: &[Line]) -> Option<Shown> {
        let mut shown = Shown::default();
        for (at, pair) in run.windows(2).enumerate() {
            let [line, next] = pair else { continue };
            if has_columns(line.words) || has_columns(next.words) {
                return None;
            }
            if self.is_full(line, next) {
                shown.full += 1;
                shown.ended += usize::from(ends(line));
                shown.divided += usize::from(is_divided(line.words));
            } else if !ends(line) && at > 0 && !is_item(next.words) {
                return None;
            }
        }
        Some(shown)
    }

    /// Whether the next line belongs to the paragraph of this one.
    fn goes_on(&self, line: &Line, next: &Line) -> bool {
        self.is_full(line, next) && !is_item(next.words)
    }

    /// Whether the first word of the next line would not have fit, give or take a tenth: some
    /// programs even the lines out.
    fn is_full(&self, line: &Line, next: &Line) -> bool {
        let first = next.words.split_whitespace().next().unwrap_or_default();
        let own = (self.measure)(line.words);
        own <= self.width && (own + 1 + (self.measure)(first)) * 10 > self.width * 9
    }
}

/// Lines without a blank one between them.
fn runs<'l, 't>(lines: &'l [Line<'t>]) -> impl Iterator<Item = &'l [Line<'t>]> {
    lines.split_inclusive(|line| line.blank_after)
}

/// Letters, without the marks on them; no more are counted than tell that no program breaks so wide.
fn columns(words: &str) -> usize {
    let mark = |c: &char| matches!(c, '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{200B}'..='\u{200F}');
    words.chars().filter(|c| !mark(c)).take(2 * WIDTHS.end()).count()
}

fn ends(line: &Line) -> bool {
    line.ends_as_sentence() || line.words.ends_with(['؟', '!', '?', '…', '»', '"', '”', ')'])
}

/// Whether a sentence or a clause ends before the line does.
fn is_divided(words: &str) -> bool {
    ['.', '،', '؛', ':', '؟', ',', '!'].iter().any(|sign| {
        let ends = |(at, sign): (usize, &str)| {
            words.get(at + sign.len()..).is_some_and(|rest| rest.starts_with(' '))
        };
        words.match_indices(*sign).any(ends)
    })
}

/// Whether the line has cells: a tab, a bar, or a gap of more than two spaces.
fn has_columns(words: &str) -> bool {
    let bytes = words.as_bytes();
    let gap = |at: usize| bytes.get(at + 1..at + 3) == Some(b"  ");
    memchr::memchr2(b'\t', b'|', bytes).is_some() || memchr::memchr_iter(b' ', bytes).any(gap)
}

#[cfg(test)]
mod tests {
    use super::super::lines::of;
    use super::*;

    fn joined(text: &str) -> Vec<String> {
        let words = join(text, of(text)).into_iter().map(|line| line.words);
        words.map(|words| words.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
    }

    /// Breaks a paragraph as a program would that counts so.
    fn broken(paragraph: &str, width: usize, measure: fn(&str) -> usize) -> String {
        let mut lines: Vec<String> = Vec::new();
        for word in paragraph.split(' ') {
            match lines.last_mut() {
                Some(line) if measure(line) + 1 + measure(word) <= width => {
                    line.push(' ');
                    line.push_str(word);
                }
                _ => lines.push(word.to_owned()),
            }
        }
        lines.join("\n")
    }

    const FLOOD: &str = "أغلقت بلدية وادي السدر، مساء أمس، ثلاثة جسور على النهر بعد أن ارتفع \
        منسوب المياه أكثر من مترين في ساعات قليلة. وقال رئيس البلدية إن الفرق أجلت سكان الضفة \
        الشرقية إلى مدرستين، ولم يبلغ أحد عن إصابات حتى منتصف الليل.";
    const AFTER: &str = "وتوقعت محطة الرصد أن تنحسر السيول صباح الغد؛ أما المزارعون فطالبوا \
        بحصر الأضرار التي لحقت ببساتين الرمان قبل أن تجف الأرض من جديد.";

    #[test]
    fn paragraphs_broken_at_a_width_are_whole_again() {
        for width in [60, 66, 72, 80] {
            let text = format!(
                "السيول تغلق ثلاثة جسور\n\n{}\n\n{}",
                broken(FLOOD, width, columns),
                broken(AFTER, width, columns)
            );
            assert_eq!(joined(&text), ["السيول تغلق ثلاثة جسور", FLOOD, AFTER], "{width}");
        }
        let bytes = format!("{}\n\n{}", broken(FLOOD, 80, str::len), broken(AFTER, 80, str::len));
        assert_eq!(joined(&bytes), [FLOOD, AFTER]);
    }

    #[test]
    fn paragraphs_need_no_blank_line_between_them() {
        let text = format!("{}\n{}", broken(FLOOD, 70, columns), broken(AFTER, 70, columns));
        assert_eq!(joined(&text), [FLOOD, AFTER]);
    }

    #[test]
    fn lists_verse_and_tables_keep_their_lines() {
        let list = "حضر الجلسة رئيس البلدية سليم الراوي\nومديرة المدرسة هند الكاتب\n\
            وممثل المزارعين في الضفة الشرقية عمر السدري\nوقائد فرق الإنقاذ";
        let verse = "يا نهر وادي السدر كم حملت من حكاية\nوكم عبرت جسرك القديم أغنيات\n\
            والليل في ضفافك البعيدة انتظار\nوصوت من مضوا إلى الحقول في الفجر";
        let table = "الجسر الأول               مغلق            منذ السادسة مساء\n\
            الجسر الثاني              مغلق            منذ السابعة مساء\n\
            الجسر الثالث              مفتوح           للمشاة وحدهم فقط";
        let pages = format!("{FLOOD}\n{AFTER}\n{FLOOD}");
        for text in [list, verse, table, &pages] {
            assert_eq!(join(text, of(text)).len(), of(text).len(), "{text}");
        }
        let both = format!("{}\n\n{list}\n\n{verse}", broken(FLOOD, 70, columns));
        let lines = joined(&both);
        assert_eq!(lines.first().map(String::as_str), Some(FLOOD));
        assert_eq!(lines.len(), 9);
    }

    #[test]
    fn items_begin_paragraphs_of_their_own() {
        let item = |words: &str| broken(&format!("- {words}"), 66, columns);
        let text = format!("{}\n\n{}\n{}", broken(FLOOD, 66, columns), item(AFTER), item(FLOOD));
        assert_eq!(joined(&text), [FLOOD.to_owned(), format!("- {AFTER}"), format!("- {FLOOD}")]);
    }
}
