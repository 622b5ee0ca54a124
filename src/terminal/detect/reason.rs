//! Why an encoder was chosen, in words.

use super::Answers;

/// The same sentence in both languages of the interface.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Said {
    /// In Arabic; names from outside stand in left-to-right isolates (UAX #9, LRI).
    pub ar: String,
    /// In English.
    pub en: String,
}

impl Said {
    /// What stands between backticks runs from left to right in the Arabic sentence too.
    pub(in crate::terminal) fn new(ar: impl AsRef<str>, en: impl Into<String>) -> Self {
        let mut parts = ar.as_ref().split('`');
        let mut ar = parts.next().unwrap_or_default().to_owned();
        for (nth, part) in parts.enumerate() {
            ar.push(if nth % 2 == 0 { '\u{2066}' } else { '\u{2069}' });
            ar.push_str(part);
        }
        Self { ar, en: en.into() }
    }

    /// The sentence in Arabic or in English.
    pub fn pick(&self, arabic: bool) -> &str {
        if arabic { &self.ar } else { &self.en }
    }
}

/// Who asked for an encoder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// `--bidi`, `TABAYUN_BIDI` or the config file.
    Settings,
    /// The key that goes through the encoders.
    Key,
}

/// Why an encoder was chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Reason {
    /// Nothing is known: cells as they are suit most terminals.
    #[default]
    Nothing,
    /// The user asked for it, by this way.
    Wished(Source),
    /// The reader chose it in this terminal before.
    Remembered,
    /// This variable names the terminal.
    Variable(&'static str),
    /// DECRQM 8 was answered with 1 or 2.
    Bdsm(u8),
    /// XTVERSION was answered.
    Version,
    /// DA2 was answered.
    Secondary,
    /// DA3 was answered.
    Tertiary,
    /// tmux says that this terminal is outside.
    Outer(String),
    /// The terminal outside would take a switch, but tmux does not hand it on.
    NoPassage(String),
}

impl Reason {
    /// The reason as a sentence.
    pub fn said(&self, answers: &Answers) -> Said {
        let version = answers.version().unwrap_or_default();
        match self {
            Self::Nothing => Said::new(
                "لم يعرّف الطرفية شيء، والكتابة المباشرة تناسب معظم الطرفيات",
                "nothing names this terminal; most terminals want the cells as they are",
            ),
            Self::Wished(source) => wished(*source),
            Self::Remembered => {
                Said::new("اخترته في هذه الطرفية من قبل", "you chose it in this terminal before")
            }
            Self::Variable(name) => Said::new(
                format!("المتغير `{name}` يعرّف الطرفية"),
                format!("the variable {name} names the terminal"),
            ),
            Self::Bdsm(state) => Said::new(
                format!(
                    "أجابت الطرفية بأنها ترتّب النص بنفسها ويمكن أن يُطلب منها ألا تفعل (الحالة {state})"
                ),
                format!(
                    "the terminal answered that it orders text itself and can be told not to (state {state})"
                ),
            ),
            Self::Version => Said::new(
                format!("سمّت الطرفية نفسها `{version}`"),
                format!("the terminal calls itself {version}"),
            ),
            Self::Secondary | Self::Tertiary => Said::new(
                "عُرفت الطرفية من جوابها عن نوعها",
                "the terminal is known by its answer to the question for its type",
            ),
            Self::Outer(name) => Said::new(
                format!("يقول `tmux` إن الطرفية في الخارج هي `{name}`"),
                format!("tmux says that the terminal outside is {name}"),
            ),
            Self::NoPassage(name) => no_passage(name),
        }
    }
}

fn wished(source: Source) -> Said {
    match source {
        Source::Settings => Said::new(
            "طلبته بالخيار `--bidi` أو بالمتغير `TABAYUN_BIDI` أو في ملف الإعدادات",
            "you asked for it with --bidi, TABAYUN_BIDI or the config file",
        ),
        Source::Key => Said::new("اخترته بالمفتاح", "you chose it with the key"),
    }
}

fn no_passage(name: &str) -> Said {
    Said::new(
        format!("الطرفية `{name}` ترتّب النص بنفسها، و`tmux` لا يمرّر إليها الأمر بالكفّ عن ذلك"),
        format!("{name} orders text itself, and tmux does not hand it the switch"),
    )
}
