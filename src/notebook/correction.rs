//! The reader's own corrections, kept like everything else and exported with the rest.
//!
//! What they do to an article or a comparison is decided by who applies them; here is what they
//! say, and when a disagreement that was set aside stays aside.

use serde::{Deserialize, Serialize};

use super::{Bookmark, Kind};

/// What the reader put right. The report or the words it concerns are the bookmark's targets.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Correction {
    /// Outlet or date of a report, value or topic of a fact, set by hand.
    Set { field: Field, was: Option<String>, now: String },
    /// A disagreement that is none.
    SetAside { topic: String, label: String },
    /// Two facts that disagree and were not raised.
    Missed {
        topic: Option<String>,
        /// What the reader calls it, where no rule had a name for it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        label: Option<String>,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    Outlet,
    /// ISO 8601.
    Date,
    Value,
    Topic,
}

impl Correction {
    /// What was put right, in one word for exports.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Set { field: Field::Outlet, .. } => "outlet",
            Self::Set { field: Field::Date, .. } => "date",
            Self::Set { field: Field::Value, .. } => "value",
            Self::Set { field: Field::Topic, .. } => "topic",
            Self::SetAside { .. } => "set_aside",
            Self::Missed { .. } => "missed",
        }
    }
}

/// Whether the reader set this disagreement aside: the same topic, and no sentence in it that was
/// not there when they judged. A new report with a new sentence brings it back.
pub fn set_aside<'a>(
    kept: impl IntoIterator<Item = &'a Bookmark>,
    topic: &str,
    sentences: &[&str],
) -> Option<&'a Bookmark> {
    kept.into_iter().find(|bookmark| match &bookmark.kind {
        Kind::Correction(Correction::SetAside { topic: judged, .. }) => {
            judged == topic && sentences.iter().all(|sentence| judged_with(bookmark, sentence))
        }
        _ => false,
    })
}

fn judged_with(bookmark: &Bookmark, sentence: &str) -> bool {
    bookmark
        .targets
        .iter()
        .filter_map(|target| target.quoted.as_ref())
        .any(|quoted| quoted.exact.trim() == sentence.trim())
}

#[cfg(test)]
mod tests {
    use super::super::fixture::bookmark;
    use super::super::{Quoted, Target};
    use super::*;

    fn side(words: &str) -> Target {
        Target {
            quoted: Some(Quoted { exact: words.into(), ..Quoted::default() }),
            ..Target::default()
        }
    }

    #[test]
    fn a_new_sentence_brings_a_disagreement_back() {
        let mut kept = bookmark("urn:1", "");
        kept.kind = Kind::Correction(Correction::SetAside {
            topic: "meeting.duration".into(),
            label: "مدة اللقاء".into(),
        });
        kept.targets = vec![side("دام اللقاء ساعة."), side("استغرق اللقاء ساعتين.")];
        let all = [kept];
        let both = ["دام اللقاء ساعة.", " استغرق اللقاء ساعتين."];
        assert!(set_aside(&all, "meeting.duration", &both).is_some());
        assert!(set_aside(&all, "meeting.start", &both).is_none());
        let three = [both[0], both[1], "امتد اللقاء ثلاث ساعات."];
        assert!(set_aside(&all, "meeting.duration", &three).is_none());
    }
}
