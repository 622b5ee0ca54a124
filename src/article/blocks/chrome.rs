//! Recognises the lines of a page that are no part of the report. The phrases are data
//! (`assets/chrome.toml`, folded and sorted by the build script); here is how they apply.

use super::bare::bare;
use super::lines::Line;
use crate::text::is_word;

mod phrases {
    include!(concat!(env!("OUT_DIR"), "/chrome.rs"));
}

/// Longer lines are text, whatever they begin with.
const LONGEST: usize = 240;

/// A line that is nothing but a phrase is not longer than this, tashkeel and all.
const PHRASE: usize = 120;

/// What a line of a page is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// A share button, a counter, a link of its own.
    Furniture,
    /// A heading over links to other reports.
    Related,
    /// The end of the report: comments and what follows.
    Tail,
    /// A pointer to another item, unless it is the headline.
    Teaser,
    /// Words under a picture.
    Caption,
    /// A line of the site's sections.
    Menu,
}

/// What the line is for, when it is not for the report.
pub fn used_for(line: &Line) -> Option<Use> {
    if has_picture(line.words) || is_address(line.words) {
        return Some(Use::Furniture);
    }
    if line.words.len() > LONGEST {
        return None;
    }
    let short = line.count(20) < 20 && !line.ends_as_sentence();
    if !short && line.words.len() > PHRASE {
        return None;
    }
    let bare = bare(line.words);
    if is(&phrases::TAIL, &bare) || short && begins(&phrases::TAIL, &bare) && bare.contains('#') {
        return Some(Use::Tail);
    }
    if is(&phrases::RELATED, &bare) {
        return Some(Use::Related);
    }
    if is(&phrases::WHOLE, &bare) || !bare.contains(is_word) && bare.len() < 3 {
        return Some(Use::Furniture);
    }
    if short { short_use(line, &bare) } else { None }
}

/// «![…](…)», with anything in between. A long line is looked through for one byte alone.
fn has_picture(words: &str) -> bool {
    let bytes = words.as_bytes();
    let opens = |at: usize| bytes.get(at + 1) == Some(&b'[');
    memchr::memchr_iter(b'!', bytes).any(opens) && words.contains("](")
}

fn short_use(line: &Line, bare: &str) -> Option<Use> {
    if begins(&phrases::BEGINS, bare) || only_tags(line.words) {
        Some(Use::Furniture)
    } else if begins(&phrases::RELATED, bare) && line.words.contains([':', '|']) {
        Some(Use::Related)
    } else if begins(&phrases::CAPTION, bare) && line.words.contains([':', '(']) {
        Some(Use::Caption)
    } else if menu_words(line.words) {
        Some(Use::Menu)
    } else if teases(line, bare) {
        Some(Use::Teaser)
    } else {
        None
    }
}

/// «شاهد …», «… لحظة بلحظة»: a link to another item of the site.
fn teases(line: &Line, bare: &str) -> bool {
    let within = phrases::TEASER_WITHIN.iter().any(|phrase| bare.contains(phrase));
    within || begins(&phrases::TEASER, bare) && line.count(17) < 17
}

/// Whether the words name a news agency.
pub fn is_agency(words: &str) -> bool {
    is(&phrases::AGENCY, &bare(words))
}

/// `table` is sorted.
fn is(table: &[&str], bare: &str) -> bool {
    table.binary_search(&bare).is_ok()
}

/// Whether a phrase of the table opens the line, ending where a word ends.
fn begins(table: &[&str], bare: &str) -> bool {
    // The first two letters tell most lines apart from all of them.
    let first = |text: &str| text.as_bytes().first_chunk::<4>().copied();
    let opening = first(bare);
    if !table.iter().any(|phrase| first(phrase).is_none_or(|first| opening == Some(first))) {
        return false;
    }
    let mut ends = bare.match_indices(' ').map(|(at, _)| at).chain([bare.len()]).take(6);
    ends.any(|end| {
        bare.get(..end).is_some_and(|start| is(table, start.trim_end_matches([':', '|', ' ', '-'])))
    })
}

fn menu_words(words: &str) -> bool {
    let parts =
        words.split(|c: char| c.is_whitespace() || matches!(c, '|' | '•' | '/' | '›' | '»'));
    let parts = parts.filter(|part| !part.is_empty());
    let all = parts.clone().count();
    // Most lines are none, and tell it by their first words.
    let mut unknown = all.checked_sub(all.div_ceil(2).max(3));
    for part in parts {
        let Some(left) = unknown else { return false };
        if !is(&phrases::MENU, &bare(part)) {
            unknown = left.checked_sub(1);
        }
    }
    unknown.is_some()
}

fn only_tags(words: &str) -> bool {
    words.split_whitespace().all(|word| word.starts_with('#') && word.len() > 1)
}

fn is_address(words: &str) -> bool {
    let link = ["http://", "https://", "www."].iter().any(|start| words.starts_with(start));
    link && !words.contains(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::blocks::lines;

    fn used(text: &str) -> Option<Use> {
        used_for(&lines::of(text)[0])
    }

    #[test]
    fn furniture_in_any_spelling() {
        for line in [
            "Share this post!",
            "3 Comments",
            "شارِك الخبر :",
            "شارك علي",
            "١٢ تعليقاً",
            "https://example.org/a",
            "#خبر #عاجل",
            "![](x.png)",
            "الكلمات المفتاحية: جسر، نهر",
        ] {
            assert_eq!(used(line), Some(Use::Furniture), "{line}");
        }
    }

    #[test]
    fn sections_of_the_page() {
        assert_eq!(used("أخبار ذات صلة:"), Some(Use::Related));
        assert_eq!(used("إقرأ أيضاً"), Some(Use::Related));
        assert_eq!(used("اقرأ أيضا: جسر جديد على النهر"), Some(Use::Related));
        assert_eq!(used("أضف تعليقاً"), Some(Use::Tail));
        assert_eq!(used("0 thoughts"), Some(Use::Tail));
        assert_eq!(used("الرئيسية | سياسة | رياضة | اتصل بنا"), Some(Use::Menu));
        assert_eq!(used("صورة: الجسر بعد الترميم (رويترز)"), Some(Use::Caption));
        assert_eq!(used("شاهد افتتاح الجسر الجديد"), Some(Use::Teaser));
    }

    #[test]
    fn sentences_are_never_chrome() {
        for line in [
            "شاهد السكان ألسنة اللهب من بعيد فاتصلوا برجال الإطفاء.",
            "المزيد من السكان غادروا منازلهم أمس خوفا من الفيضان.",
            "التعليقات التي أدلى بها الوزير أثارت جدلا.",
            "صورة الجسر انتشرت على الشبكات.",
            "سياسة الحكومة الجديدة",
        ] {
            assert_eq!(used(line), None, "{line}");
        }
    }
}
