//! Which language a report is in, from the letters of its beginning. Not a translator's guess:
//! it tells apart the languages that the lexicon and the direction of paragraphs care for.

use super::Language;
use crate::text::is_word;

/// Letters looked at; a report shows its language well before that.
const ENOUGH: usize = 800;

/// The language of a text: that of most of its letters.
pub fn of(text: &str) -> Language {
    let (mut arabic, mut persian, mut urdu, mut hebrew, mut latin, mut other) = (0, 0, 0, 0, 0, 0);
    // Most are asked of no table.
    let is_letter = |c: &char| match c {
        ' ' => false,
        'ء'..='ي' => true,
        _ => is_word(*c) && !c.is_numeric(),
    };
    for c in text.chars().filter(is_letter).take(ENOUGH) {
        match c {
            // Letters of Urdu that Persian does not write, and of Persian that Arabic does not.
            'ٹ' | 'ڈ' | 'ڑ' | 'ں' | 'ے' | 'ہ' | 'ھ' => urdu += 1,
            'پ' | 'چ' | 'ژ' | 'گ' | 'ک' | 'ی' => persian += 1,
            '\u{600}'..='\u{6ff}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' => {
                arabic += 1;
            }
            '\u{590}'..='\u{5ff}' => hebrew += 1,
            'a'..='z' | 'A'..='Z' => latin += 1,
            _ => other += 1,
        }
    }
    let script = arabic + persian + urdu;
    if script >= hebrew.max(latin).max(other) && script > 0 {
        // One foreign name with پ does not make a report Persian.
        return match (urdu * 50 > script, (persian + urdu) * 25 > script) {
            (true, true) => Language::Urdu,
            (_, true) => Language::Persian,
            _ => Language::Arabic,
        };
    }
    match latin.max(hebrew).max(other) {
        0 => Language::Other,
        most if most == hebrew => Language::Hebrew,
        most if most == latin => Language::English,
        _ => Language::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_tell_the_language() {
        assert_eq!(
            of("وصل الوفد إلى چنيف صباح الأحد برفقة عدد من المستشارين والمترجمين والصحفيين"),
            Language::Arabic
        );
        assert_eq!(of("هیئت گفت‌وگو کننده صبح یکشنبه وارد پایتخت شد"), Language::Persian);
        assert_eq!(of("وفد کے ارکان اتوار کی صبح پہنچے اور بات چیت میں شریک ہوئے"), Language::Urdu);
        assert_eq!(of("המשלחת הגיעה ביום ראשון"), Language::Hebrew);
        assert_eq!(of("The delegation arrived on Sunday"), Language::English);
        assert_eq!(of("12 / 34"), Language::Other);
    }
}
