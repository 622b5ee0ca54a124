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
    Set {
        /// What was set.
        field: Field,
        /// What it was before, as it was shown; `None` where nothing was known.
        was: Option<String>,
        /// What it is now, as the reader typed it; a date as ISO 8601 has it.
        now: String,
    },
    /// A disagreement that is none.
    SetAside {
        /// The topic's key, as in [`crate::compare::Disagreement`].
        topic: String,
        /// The topic in words of the reports, where no frame names it.
        label: String,
    },
    /// Two facts that disagree and were not raised.
    Missed {
        /// The topic's key where both facts have one topic, else `reader:` and what the reader
        /// calls it.
        topic: Option<String>,
        /// What the reader calls it, where no rule had a name for it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        label: Option<String>,
    },
}

/// What of a report or a fact can be set by hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// The outlet of a report, by its name.
    Outlet,
    /// ISO 8601.
    Date,
    /// The value of a fact, in words as a report would have them.
    Value,
    /// The topic of a fact, by its name.
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
