//! Tables that lost their cells: pasted from a page, the cells of a row stand glued together.
//!
//! A row betrays itself by a letter that only ends words in the middle of one, or by a full stop
//! with a letter right behind it. One such line is a slip of the keyboard; a run of short lines,
//! most of them so, under a line that announces something, is a table.

use super::lines::Line;

/// Rows are short; a paragraph with a slip is not.
const LONGEST: usize = 400;

/// Rows of a table, its heading with them.
const ROWS: std::ops::RangeInclusive<usize> = 3..=200;

/// For each line, whether it is a row of a table.
pub fn rows(lines: &[Line]) -> Vec<bool> {
    let mut rows: Vec<bool> = lines.iter().map(|line| has_cells(line.words)).collect();
    let mut start = 0;
    while start < lines.len() {
        let run = lines.iter().skip(start).take_while(|line| !line.blank_after).count() + 1;
        let end = (start + run).min(lines.len());
        let candidates = lines.get(start..end).unwrap_or_default();
        let fit = ROWS.contains(&candidates.len())
            && candidates.iter().all(|line| line.words.len() < LONGEST);
        let signs = || candidates.iter().filter(|line| glued(line.words)).count();
        if fit && signs() * 3 >= candidates.len() * 2 {
            rows.iter_mut().take(end).skip(start).for_each(|row| *row = true);
        }
        start = end;
    }
    rows
}

/// Cells that are still apart: tabs, or two bars and more.
fn has_cells(line: &str) -> bool {
    if memchr::memchr2(b'\t', b'|', line.as_bytes()).is_none() {
        return false;
    }
    let cells = |mark| line.split(mark).filter(|cell| !cell.trim().is_empty()).count();
    cells('\t') >= 3 || (cells('|') >= 3 && !line.contains("]("))
}

/// Two cells without a gap: `…ة` or `ى` inside a word, or `.` between two letters.
fn glued(line: &str) -> bool {
    // The last bytes of «ة» and «ى», and the stop.
    memchr::memchr3_iter(0xA9, 0x89, b'.', line.as_bytes()).any(|at| {
        let Some((before, after)) = line.split_at_checked(at + 1) else { return false };
        let arabic = |c: &char| ('\u{621}'..='\u{64a}').contains(c);
        let Some(next) = after.chars().next().filter(arabic) else { return false };
        let mut before = before.chars().rev();
        match before.next() {
            Some('ة') => true,
            Some('ى') => next != 'ء',
            Some('.') => before.next().is_some_and(|old| stop(before.next().unwrap_or(' '), old)),
            _ => false,
        }
    })
}

/// One full stop after a letter or a closing mark (two are a pause, and after a single letter it
/// is an abbreviation).
fn stop(older: char, old: char) -> bool {
    old.is_alphabetic() && older.is_alphabetic() || matches!(old, '”' | '"' | '»')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::blocks::lines;

    #[test]
    fn a_glued_table_is_rows() {
        let text = "إليكم الأسعار:\n\nالسلعةالسعر القديمالسعر الجديد\nالدقيق.ثلاثة دراهم.أربعة\n\
                    المادة الغذائيةستة.سبعة\n\nوقال التجار إن الأسعار مرتفعة.";
        let marks = rows(&lines::of(text));
        assert_eq!(marks, [false, true, true, true, false]);
    }

    #[test]
    fn one_slip_is_no_table() {
        let text = "قال الوزير إن العمل انتهى.وأضاف أن الجسر آمن.\nوغادر بعدها.\nثم عاد.";
        assert!(rows(&lines::of(text)).iter().all(|row| !row));
    }

    #[test]
    fn tabs_and_bars_are_cells() {
        assert_eq!(rows(&lines::of("الفريق\tلعب\tنقاط")), [true]);
        assert_eq!(rows(&lines::of("| الفريق | لعب | نقاط |")), [true]);
        assert_eq!(rows(&lines::of("خبر | موقع")), [false]);
    }
}
