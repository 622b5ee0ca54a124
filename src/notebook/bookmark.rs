//! One kept thing: its words, where they stood, who said them, and what the reader added.
//!
//! The record is enough by itself: it can be read, filtered and exported where the report is gone.
//! How it is written down is in `jsonld`; how one is made from an article, in `take`.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Correction, Id, reports};
use crate::compare::Verdict;

/// A thing that the reader kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Bookmark {
    /// Its name for ever: a changed bookmark keeps it.
    pub id: Id,
    /// What was kept, with what belongs to that kind alone.
    pub kind: Kind,
    /// When it was kept.
    pub created: Timestamp,
    /// When note, tags or colour were changed last; never before `created`, when it was kept here.
    pub modified: Timestamp,
    /// The event of the dossier that was open.
    pub dossier: Option<String>,
    /// One; for a disagreement, one a claim, in order of position.
    pub targets: Vec<Target>,
    /// The reader's own words; empty where there are none.
    pub note: String,
    /// In the order in which they were typed.
    pub tags: Vec<String>,
    /// The text marker that the reader chose, if any.
    pub colour: Option<Colour>,
}

/// What can be kept.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// A quotation with its speaker.
    Quotation,
    /// A sentence that no quotation covers.
    Sentence,
    /// Any words that the reader selected.
    Selection,
    /// A note on a whole report: there are no words to anchor.
    Report,
    /// A disagreement with its verdict; each target is a claim of one side.
    Disagreement(Finding),
    /// Something that the reader put right; the targets are what it concerns.
    Correction(Correction),
}

/// A disagreement as it stood when it was kept.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    /// The topic's key, as in [`crate::compare::Disagreement`].
    pub topic: String,
    /// The topic in words of the reports, where no frame names it.
    pub label: String,
    /// The verdict that was shown.
    pub verdict: Verdict,
    /// The reason in a sentence, as it was shown.
    pub why: String,
}

/// A place in a report.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Target {
    /// The report, described well enough to be cited without it.
    pub source: Source,
    /// `None` for the whole report.
    pub quoted: Option<Quoted>,
    /// Where the words stood, in characters of the report's text; `None` for the whole report.
    pub position: Option<CharRange>,
    /// Who said the words, as the report names them.
    pub speaker: Option<String>,
    /// For a side of a disagreement: the value as it was understood.
    pub value: Option<String>,
    /// For a side of a disagreement: which position holds it, counted from 0.
    pub side: Option<u32>,
}

/// A W3C `TextQuoteSelector`: the words, and what stood before and after them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Quoted {
    /// The words themselves, with the marks and line ends between them.
    pub exact: String,
    /// What stood right before them; at most 64 characters where this program kept them.
    pub prefix: String,
    /// What stood right after them; as long at most.
    pub suffix: String,
}

/// A W3C `TextPositionSelector`: characters (Unicode code points, not bytes), `start..end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CharRange {
    /// The first character, counted from 0 in the report's text.
    pub start: u32,
    /// One past the last character.
    pub end: u32,
}

/// The report a quotation was taken from, as it was known then.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// Its address on the web.
    pub url: Option<String>,
    /// Its file, from the root of the file system.
    pub path: Option<String>,
    /// Its headline, whole.
    pub title: Option<String>,
    /// The paper, agency or channel that published it.
    pub outlet: Option<String>,
    /// Who wrote it, as far as it says so.
    pub authors: Vec<String>,
    /// The day of publication.
    pub published: Option<Date>,
    /// When it was read, which is when it was kept.
    pub accessed: Option<Timestamp>,
    /// BCP 47.
    pub language: Option<String>,
    /// SHA-256 of the article's text in UTF-8, in hexadecimal.
    pub sha256: Option<String>,
}

/// The colours of a text marker.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Colour {
    /// The first that the key gives.
    Yellow,
    /// The second.
    Green,
    /// The third.
    Blue,
    /// The fourth.
    Red,
    /// The last; after it the key takes the colour away.
    Violet,
}

impl Colour {
    /// In the order in which a key goes through them.
    pub const ALL: [Self; 5] = [Self::Yellow, Self::Green, Self::Blue, Self::Red, Self::Violet];
}

impl Kind {
    /// Whether it is words of one report.
    fn is_words(&self) -> bool {
        matches!(self, Self::Quotation | Self::Sentence | Self::Selection)
    }

    /// The name in files and exports.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Quotation => "quotation",
            Self::Sentence => "sentence",
            Self::Selection => "selection",
            Self::Report => "report",
            Self::Disagreement(_) => "disagreement",
            Self::Correction(_) => "correction",
        }
    }
}

impl Target {
    /// Whether both are the same words at the same place, and say the same value. Where the report
    /// has changed, what stands around them tells the place.
    fn is_place_of(&self, other: &Self) -> bool {
        if !reports::is_same(&self.source, &other.source) || self.value != other.value {
            return false;
        }
        match (&self.quoted, &other.quoted) {
            (Some(ours), Some(theirs)) if self.source.sha256 == other.source.sha256 => {
                ours.exact == theirs.exact && self.position == other.position
            }
            (ours, theirs) => ours == theirs,
        }
    }
}

impl Bookmark {
    /// The first place; every bookmark that is read from a file has one.
    pub fn first(&self) -> Option<&Target> {
        self.targets.first()
    }

    /// The kept words of the first place; empty for a note on a whole report.
    pub fn words(&self) -> &str {
        self.first().and_then(|target| target.quoted.as_ref()).map_or("", |quoted| &quoted.exact)
    }

    /// Who said the words of the first place.
    pub fn speaker(&self) -> Option<&str> {
        self.first().and_then(|target| target.speaker.as_deref())
    }

    /// The report of the first place.
    pub fn source(&self) -> Option<&Source> {
        self.first().map(|target| &target.source)
    }

    /// Whether both keep the same thing, so that one of them is enough: the same words of one
    /// report at the same place, one disagreement with one verdict and the same sides, or one pair
    /// of facts that was marked. Notes, tags and colours are not looked at.
    pub fn says_the_same(&self, other: &Self) -> bool {
        let alike = match (&self.kind, &other.kind) {
            (Kind::Disagreement(ours), Kind::Disagreement(theirs)) => {
                ours.topic == theirs.topic && ours.verdict == theirs.verdict
            }
            (Kind::Report, Kind::Report)
            | (
                Kind::Correction(Correction::Missed { .. }),
                Kind::Correction(Correction::Missed { .. }),
            ) => true,
            (ours, theirs) => ours.is_words() && theirs.is_words(),
        };
        let has = |one: &Self, place: &Target| one.targets.iter().any(|it| it.is_place_of(place));
        alike
            && self.targets.len() == other.targets.len()
            && self.targets.iter().all(|place| has(other, place))
            && other.targets.iter().all(|place| has(self, place))
    }

    /// The same with another note, tags or colour, changed at `now`.
    #[must_use]
    pub fn edited(&self, now: Timestamp, change: impl FnOnce(&mut Self)) -> Self {
        let mut after = self.clone();
        change(&mut after);
        after.modified = now.max(self.modified);
        after
    }
}

impl Source {
    /// The IRI of the source: its URL, else its file, else its text.
    pub fn iri(&self) -> String {
        if let Some(url) = &self.url {
            return url.clone();
        }
        if let Some(path) = &self.path {
            return file_iri(path);
        }
        format!("urn:sha256:{}", self.sha256.as_deref().unwrap_or_default())
    }

    /// How a reader would name it: outlet, else title, else the file's own name, else URL.
    pub fn name(&self) -> &str {
        let file = self.path.as_deref().map(|path| path.rsplit('/').next().unwrap_or(path));
        [self.outlet.as_deref(), self.title.as_deref(), file, self.url.as_deref()]
            .into_iter()
            .flatten()
            .next()
            .unwrap_or_default()
    }
}

/// RFC 8089, the path percent-encoded as RFC 3986 has it.
fn file_iri(path: &str) -> String {
    use std::fmt::Write;
    let mut iri = String::from(if path.starts_with('/') { "file://" } else { "file:" });
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte) {
            iri.push(char::from(byte));
        } else {
            let _ = write!(iri, "%{byte:02X}");
        }
    }
    iri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_becomes_an_iri_without_spaces_or_arabic() {
        let source = Source { path: Some("/tmp/تقرير 1.txt".into()), ..Source::default() };
        assert_eq!(source.iri(), "file:///tmp/%D8%AA%D9%82%D8%B1%D9%8A%D8%B1%201.txt");
    }

    #[test]
    fn one_sentence_kept_twice_says_the_same_and_its_neighbour_does_not() {
        use super::super::fixture::bookmark;
        let kept = bookmark("urn:1", "عبرت الحافلة الجسر.");
        let mut again = bookmark("urn:2", "عبرت الحافلة الجسر.");
        again.kind = Kind::Sentence;
        again.note = "ملاحظة".into();
        assert!(kept.says_the_same(&again));
        let mut elsewhere = again.clone();
        elsewhere.targets[0].position = Some(CharRange { start: 300, end: 319 });
        assert!(!kept.says_the_same(&elsewhere));
        // The report has changed before it: what stands around it tells.
        elsewhere.targets[0].source.sha256 = Some("cd".repeat(32));
        assert!(kept.says_the_same(&elsewhere));
        elsewhere.targets[0].source =
            Source { path: Some("/أخرى.txt".into()), ..Source::default() };
        assert!(!kept.says_the_same(&elsewhere));
        let mut set = again.clone();
        set.kind =
            Kind::Correction(Correction::SetAside { topic: String::new(), label: String::new() });
        assert!(!set.says_the_same(&set.clone()));
    }

    #[test]
    fn the_url_wins_over_the_file() {
        let source = Source {
            path: Some("/tmp/a.txt".into()),
            url: Some("https://example.org/1".into()),
            ..Source::default()
        };
        assert_eq!(source.iri(), "https://example.org/1");
        assert_eq!(source.name(), "a.txt");
    }
}
