//! A number, in digits, in words, or in both («1.5 مليون»).
//!
//! Begin with [`number`]. Units are not looked for here, nor nouns: `quantity` does that.

mod digits;
mod words;

use super::context::Context;
use super::lexicon::{Class, Classes, Clitics};
use super::token::TokenKind;
use super::value::Approx;

pub(super) use digits::{digits, is_code, is_dashed_code};
pub(super) use words::fraction_word;

/// A number, and the tokens it is made of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Number {
    pub low: f64,
    /// Above `low` for «بضع» only.
    pub high: f64,
    /// The token after its last one.
    pub end: usize,
    /// The power that all of it was multiplied by («3 آلاف» → 1000); 1 where there is none.
    pub scale: f64,
    /// Whether its first word has the article.
    pub definite: bool,
    pub digits: bool,
    /// [`Approx::Vague`] for «عشرات» and «بضع».
    pub approx: Approx,
}

/// The number that begins at a token, as long as it goes. A prefixed «و» or «ب» belongs to the
/// sentence, not to the number.
pub(super) fn number(cx: &Context, at: usize) -> Option<Number> {
    let token = cx.token(at)?;
    match token.kind {
        TokenKind::Digits | TokenKind::Sign('-' | '.') => mixed(cx, at),
        TokenKind::Word if is_article(cx.word(at)) && is_digits(cx, at + 1) => {
            Some(Number { definite: true, ..mixed(cx, at + 1)? })
        }
        TokenKind::Word => {
            token.entry.filter(|_| token.any.meet(OPENERS))?;
            let number = negative(cx, at).or_else(|| words::words(cx, at))?;
            Some(Number { definite: token.clitics.has(Clitics::THE), ..number })
        }
        _ => None,
    }
}

/// The classes of the words that may open a number in words.
const OPENERS: Classes = Classes::of(&[
    Class::Cardinal,
    Class::Few,
    Class::Fraction,
    Class::Loose,
    Class::Minus,
    Class::Scale,
]);

/// A number without its prefixed particles: «و» before it joins clauses, digits follow a «ب».
pub(super) fn is_article(word: &str) -> bool {
    matches!(word, "ال" | "بال" | "لل" | "وال" | "كال")
}

/// Whether a word is nothing but particles that are written together with digits.
pub(super) fn is_particle(word: &str) -> bool {
    is_article(word) || matches!(word, "و" | "ف" | "ب" | "ل" | "ك" | "وب" | "ول" | "فب")
}

pub(super) fn is_digits(cx: &Context, at: usize) -> bool {
    cx.token(at).is_some_and(|token| token.kind == TokenKind::Digits)
}

fn negative(cx: &Context, at: usize) -> Option<Number> {
    let (_, len) = cx.sense(at, Class::Minus)?;
    if cx.sense(at + len, Class::Minus).is_some() {
        return None;
    }
    let number = number(cx, at + len).filter(|number| number.approx == Approx::Exact)?;
    Some(Number { low: -number.low, high: -number.high, ..number })
}

/// Digits, the words of scale after them, and what «و» adds.
fn mixed(cx: &Context, at: usize) -> Option<Number> {
    let figure = digits(cx, at)?;
    let plain = Number {
        low: figure.value,
        high: figure.value,
        end: figure.end,
        scale: 1.0,
        definite: false,
        digits: true,
        approx: Approx::Exact,
    };
    if let Some((_, len)) = cx.sense(plain.end, Class::DecimalPoint) {
        return Some(words::decimals(cx, plain, plain.end + len).unwrap_or(plain));
    }
    Some(words::scaled(cx, plain))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::context::Prepared;
    use crate::facts::testing::article;

    fn read(text: &str) -> Option<(f64, usize)> {
        let report = article(text, "");
        let prepared = Prepared::new(&report);
        let words = prepared.words();
        number(&prepared.context(&report, &words), 0).map(|number| (number.low, number.end))
    }

    #[test]
    fn figures_with_either_sign() {
        assert_eq!(read("4,75"), Some((4.75, 3)));
        assert_eq!(read("16.808 شخصا").map(|n| n.0), Some(16_808.0));
        assert_eq!(read("37.000 قدم").map(|n| n.0), Some(37_000.0));
        assert_eq!(read("1.250 كيلومتر").map(|n| n.0), Some(1.25));
        assert_eq!(read("12,500,000").map(|n| n.0), Some(12_500_000.0));
        assert_eq!(read("١٢٬٥٠٠٫٢٥").map(|n| n.0), Some(12_500.25));
        assert_eq!(read("1.234.567,8").map(|n| n.0), Some(1_234_567.8));
        assert_eq!(read("0.125").map(|n| n.0), Some(0.125));
        assert_eq!(read(".5").map(|n| n.0), Some(0.5));
        assert_eq!(read("1.250 مليار").map(|n| n.0), Some(1.25e9));
    }

    #[test]
    fn scales_that_are_strung_together_end() {
        let strung = format!("ألفا {}دولار", "وألفا ".repeat(60));
        assert_eq!(read(&strung), Some((2000.0, 1)));
        let strung = "ثلاثمئة وخمسة وعشرون ألفا و".repeat(20_000);
        assert_eq!(read(&strung), Some((325_000.0, 4)));
        let strung = "خمسة آلاف مليون و".repeat(20_000);
        assert_eq!(read(&strung), Some((5e9, 3)));
        assert_eq!(read(&"ناقص ".repeat(50_000)), None);
    }

    #[test]
    fn words_of_every_size() {
        for (text, value) in [
            ("سبع عشرة", 17.0),
            ("ثمانية وأربعون", 48.0),
            ("ثلاثمئة وخمسة وستون", 365.0),
            ("مئتان وثلاث", 203.0),
            ("ست مئة", 600.0),
            ("أربعة آلاف ومئتان", 4_200.0),
            ("ألفان وعشرون", 2_020.0),
            ("خمسة وعشرون ألفا", 25_000.0),
            ("مئة وعشرة آلاف", 110_000.0),
            ("مليون ومئتا ألف", 1_200_000.0),
            ("مليون ونصف المليون", 1_500_000.0),
            ("نصف مليون", 500_000.0),
            ("ثلاثة أرباع المليار", 750_000_000.0),
            ("ملياري", 2e9),
            ("واحد فاصلة خمسة", 1.5),
        ] {
            assert_eq!(read(text).map(|n| n.0), Some(value), "{text}");
        }
    }

    #[test]
    fn digits_and_words_together() {
        assert_eq!(read("3 آلاف و500").map(|n| n.0), Some(3_500.0));
        assert_eq!(read("2 مليون و300 ألف").map(|n| n.0), Some(2_300_000.0));
        assert_eq!(read("الـ 80 ألف").map(|n| n.0), Some(80_000.0));
    }

    #[test]
    fn falling_scales_without_and() {
        for (text, value) in [
            ("12 مليون 45 ألف 310 مواطنا", 12_045_310.0),
            ("5 مليون 620 الف 118 صوتا", 5_620_118.0),
            ("5 ملايين 620 ألفا و118 صوتا", 5_620_118.0),
            ("مليون 300 ألف نسمة", 1_300_000.0),
            ("214 ألفا 307 أصوات", 214_307.0),
            // The second is of the first, a share, a day, or no smaller.
            ("4 ملايين 7 آلاف منهم في المخيمات", 4_000_000.0),
            ("6 آلاف 300 بينهم أطفال", 6_000.0),
            ("6 آلاف 30 بالمئة منهم أطفال", 6_000.0),
            ("6 آلاف 30 مايو", 6_000.0),
            ("6 ملايين 300 شخص", 6_000_000.0),
            ("6 آلاف 9 آلاف شخص", 6_000.0),
        ] {
            assert_eq!(read(text).map(|n| n.0), Some(value), "{text}");
        }
    }

    #[test]
    fn one_of_them_is_not_one() {
        assert_eq!(read("أحد الشهود"), None);
        assert_eq!(read("أحد عشر"), Some((11.0, 2)));
    }

    #[test]
    fn loose_numbers_are_lower_bounds() {
        let report = article("مئات الآلاف", "");
        let prepared = Prepared::new(&report);
        let words = prepared.words();
        let number = number(&prepared.context(&report, &words), 0).unwrap();
        assert_eq!((number.low, number.approx, number.end), (100_000.0, Approx::Vague, 2));
    }

    #[test]
    fn a_dead_man_and_a_company_are_no_two_hundred() {
        for word in ["ميتا", "ميتين", "ميتي"] {
            assert_eq!(read(word), None, "{word}");
        }
        for word in ["مئتا", "مائتين", "مئتي"] {
            assert_eq!(read(word), Some((200.0, 1)), "{word}");
        }
    }
}
