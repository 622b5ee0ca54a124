//! How a text is to be laid out: the reader's choices, and nothing of the text itself.
//!
//! The names are those of the options `--marks`, `--shaping` and `--digits`. Begin with [`Layout`].

/// Everything that [`super::wrap`] and [`super::Paragraph`] need to know besides the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Layout {
    /// Columns of the pane. 0 is treated as 1.
    pub width: u16,
    /// Whether tashkeel is shown.
    pub marks: Marks,
    /// In which form Arabic letters are put into the cells.
    pub shaping: Shaping,
    /// Where the direction of each paragraph comes from.
    pub base: Base,
    /// What embeddings and overrides written into the text may do.
    pub controls: Controls,
    /// The digits that are shown; offsets stay those of the text.
    pub digits: Digits,
    /// What a line end inside a paragraph counts as.
    pub newlines: Newlines,
}

impl Layout {
    /// The usual layout in a pane of `width` columns: joined letters, no tashkeel, direction from
    /// the text, digits as written, bidi overrides made harmless.
    pub fn new(width: u16) -> Self {
        Self {
            width,
            marks: Marks::default(),
            shaping: Shaping::default(),
            base: Base::default(),
            controls: Controls::default(),
            digits: Digits::default(),
            newlines: Newlines::default(),
        }
    }

    /// The same layout in a pane of another width.
    #[must_use]
    pub fn with_width(self, width: u16) -> Self {
        Self { width, ..self }
    }

    /// The same layout with another rule for the paragraph's direction.
    #[must_use]
    pub fn with_base(self, base: Base) -> Self {
        Self { base, ..self }
    }
}

/// What becomes of tashkeel (fatha, shadda, Qur'anic marks, Hebrew points).
///
/// Marks that belong to the spelling of other scripts are always kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Marks {
    /// Left out of the row; several terminals lose the letter under a mark.
    #[default]
    Strip,
    /// Shown over their letter.
    Keep,
}

/// How Arabic letters are joined.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Shaping {
    /// Presentation forms and lam-alef ligatures: right in a terminal that joins nothing.
    #[default]
    Presentation,
    /// Base letters, for a terminal that joins neighbours itself, or a font without the forms.
    Base,
    /// Each letter in its isolated form, for a font whose joined forms overlap.
    None,
}

/// Where the direction of a paragraph comes from (UAX #9, P2, P3 and HL1).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Base {
    /// Its first strong letter; right-to-left when it has none.
    #[default]
    Auto,
    /// Most of its words, where its first strong letter would have it run from the left: in a report
    /// in Arabic «CNN: قال مسؤول» runs from the right. UAX #9 leaves that to who knows the language
    /// of the text (HL1); first-strong decides where there is no letter from the right.
    Report,
    /// Its first strong letter; left-to-right when it has none, as P3 has it.
    AutoLtr,
    /// From the right, whatever letters it has.
    Rtl,
    /// From the left, whatever letters it has.
    Ltr,
}

/// What the embedding and override characters of a text (LRE, RLE, LRO, RLO, PDF) may do.
///
/// Marks and isolates (LRM, RLM, ALM, LRI, RLI, FSI, PDI) always take part, as UAX #9 says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Controls {
    /// They change nothing and are shown as a visible mark.
    #[default]
    Neutralise,
    /// They do what UAX #9 says: for the conformance tests.
    Obey,
}

/// What a line end inside a paragraph is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Newlines {
    /// The end of a line.
    #[default]
    End,
    /// A space: the source broke its paragraph at a fixed width.
    Space,
}

/// Which digits are shown; the text keeps its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Digits {
    /// Each digit as the text has it.
    #[default]
    AsWritten,
    /// 0123456789
    Western,
    /// ٠١٢٣٤٥٦٧٨٩
    Arabic,
    /// ۰۱۲۳۴۵۶۷۸۹
    Persian,
}

impl Digits {
    /// The digit to show for `c`; `c` itself when it is no decimal digit of the three sets.
    pub fn show(self, c: char) -> char {
        let zero = match self {
            Self::AsWritten => return c,
            Self::Western => 0x30,
            Self::Arabic => 0x660,
            Self::Persian => 0x6F0,
        };
        let value = match c {
            '0'..='9' => c as u32 - 0x30,
            '\u{660}'..='\u{669}' => c as u32 - 0x660,
            '\u{6F0}'..='\u{6F9}' => c as u32 - 0x6F0,
            _ => return c,
        };
        char::from_u32(zero + value).unwrap_or(c)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_shown_in_the_set_that_was_chosen() {
        let show = |digits: Digits, text: &str| -> String {
            text.chars().map(|c| digits.show(c)).collect()
        };
        assert_eq!(show(Digits::Western, "٢٠٢٥ و۷"), "2025 و7");
        assert_eq!(show(Digits::Arabic, "2025"), "٢٠٢٥");
        assert_eq!(show(Digits::Persian, "٣.5"), "۳.۵");
        assert_eq!(show(Digits::AsWritten, "2٢۲"), "2٢۲");
    }
}
