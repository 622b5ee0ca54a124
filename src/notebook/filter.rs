//! Which bookmarks answer a filter, at a keystroke's speed for a hundred thousand of them.
//!
//! Here: what is asked for ([`Filter`], [`Sort`]) and how it is typed. What is searched is in
//! `index`: all words of all bookmarks, folded once, behind each other in one haystack.

mod index;
mod names;

pub(super) use index::Index;

/// What the reader asks for; an empty filter gives everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Each must hold: one of the bookmark's names of this facet has these words in it, in any
    /// spelling.
    pub facets: Vec<(Facet, String)>,
    /// Words, each of which must occur somewhere in the bookmark, in any spelling.
    pub text: String,
}

/// What bookmarks can be narrowed by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// By the event of the dossier that was open when it was kept.
    Dossier,
    /// By the title, or the name of the source where it has none.
    Report,
    /// By the outlet of the report of any of its places.
    Outlet,
    /// By whoever said the words of any of its places.
    Speaker,
    /// By any of its tags.
    Tag,
    /// By the name of the kind in English, as in the file.
    Kind,
}

/// The orders of the notebook's view and of exports.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Sort {
    /// Newest first.
    #[default]
    Kept,
    /// By the report's date, newest first; those without one last.
    Published,
    /// In the order in which they stand in their reports.
    Report,
    /// By the outlet's name; those without one last.
    Outlet,
    /// By the speaker's name; those without one last.
    Speaker,
}

/// The names under which a facet is typed, `outlet:…`; compared folded.
const TYPED: [(Facet, &[&str]); 6] = [
    (Facet::Dossier, &["dossier", "event", "ملف", "حدث"]),
    (Facet::Report, &["report", "title", "تقرير", "عنوان"]),
    (Facet::Outlet, &["outlet", "source", "مصدر", "وسيلة"]),
    (Facet::Speaker, &["speaker", "قائل", "متحدث"]),
    (Facet::Tag, &["tag", "وسم"]),
    (Facet::Kind, &["kind", "نوع"]),
];

impl Filter {
    /// The same, and this facet too.
    #[must_use]
    pub fn and(mut self, facet: Facet, name: impl Into<String>) -> Self {
        self.facets.push((facet, name.into()));
        self
    }

    /// The same, and this text.
    #[must_use]
    pub fn text(mut self, text: impl Into<String>) -> Self {
        self.text = text.into();
        self
    }

    /// A filter as it is typed: words, `outlet:word` in either language for one facet, `#word` for
    /// a tag. Several words of a name are joined by `_`. What is no facet's name is a word.
    pub fn typed(text: &str) -> Self {
        let mut filter = Self::default();
        let mut words: Vec<&str> = Vec::new();
        for word in text.split_whitespace() {
            match facet_of(word) {
                Some((_, "")) => {}
                Some((facet, name)) => filter.facets.push((facet, name.replace('_', " "))),
                None => words.push(word),
            }
        }
        filter.text(words.join(" "))
    }
}

fn facet_of(word: &str) -> Option<(Facet, &str)> {
    if let Some(tag) = word.strip_prefix('#') {
        return Some((Facet::Tag, tag));
    }
    let (name, value) = word.split_once(':')?;
    let name = crate::text::fold(name);
    let is_named = |known: &&str| crate::text::fold(known) == name;
    let found = TYPED.iter().find(|(_, names)| names.iter().any(is_named))?;
    Some((found.0, value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_typed_filter_names_facets_in_both_languages() {
        let typed = Filter::typed("جسر وسيله:اذاعة_الساحل speaker:سلمى #جسور 12:30 tag:");
        let facets = [
            (Facet::Outlet, "اذاعة الساحل".to_owned()),
            (Facet::Speaker, "سلمى".to_owned()),
            (Facet::Tag, "جسور".to_owned()),
        ];
        assert_eq!(typed.facets, facets);
        assert_eq!(typed.text, "جسر 12:30");
    }
}
