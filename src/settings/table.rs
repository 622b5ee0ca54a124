//! The table of settings: name, values, variable of the environment, and what each value does.

use super::{Digits, Interface, Settings, Shaping, Theme};
use crate::error::Problem;

/// The encoders, as `--bidi`, the file and `TABAYUN_BIDI` name them (a test compares them with
/// those of the terminal room).
pub const ENCODERS: [&str; 8] =
    ["direct", "explicit", "fenced", "kitty", "kitty-runs", "konsole", "mlterm", "terminal"];

/// One setting.
#[derive(Debug)]
pub struct Setting {
    /// As the file and the flag name it.
    pub name: &'static str,
    /// What it may be; empty for a number from 0 to 4.
    pub values: &'static [&'static str],
    /// The variable of the environment that sets it.
    pub variable: &'static str,
    apply: fn(&mut Settings, &str),
}

/// All settings, in the order of `assets/default.toml`.
pub const SETTINGS: [Setting; 10] = [
    Setting {
        name: "lang",
        values: &["auto", "ar", "en"],
        variable: "TABAYUN_LANG",
        apply: |settings, value| match value {
            "ar" => settings.interface = Interface::Arabic,
            "en" => settings.interface = Interface::English,
            _ => {}
        },
    },
    Setting {
        name: "digits",
        values: &["auto", "latin", "arabic"],
        variable: "TABAYUN_DIGITS",
        apply: |settings, value| {
            settings.digits = match value {
                "latin" => Digits::Latin,
                "arabic" => Digits::Arabic,
                _ => Digits::Auto,
            };
        },
    },
    Setting {
        name: "bidi",
        values: &[
            "auto",
            "direct",
            "explicit",
            "fenced",
            "kitty",
            "kitty-runs",
            "konsole",
            "mlterm",
            "terminal",
        ],
        variable: "TABAYUN_BIDI",
        apply: |settings, value| {
            settings.encoder = ENCODERS.into_iter().find(|name| *name == value);
        },
    },
    Setting {
        name: "shaping",
        values: &["presentation", "base", "none"],
        variable: "TABAYUN_SHAPING",
        apply: |settings, value| {
            settings.shaping = match value {
                "base" => Shaping::Base,
                "none" => Shaping::None,
                _ => Shaping::Presentation,
            };
        },
    },
    Setting {
        name: "marks",
        values: &["strip", "keep"],
        variable: "TABAYUN_MARKS",
        apply: |settings, value| settings.marks = value == "keep",
    },
    Setting {
        name: "theme",
        values: &["dark", "light", "high-contrast", "mono"],
        variable: "TABAYUN_THEME",
        apply: |settings, value| {
            settings.theme = match value {
                "light" => Theme::Light,
                "high-contrast" => Theme::HighContrast,
                "mono" => Theme::Mono,
                _ => Theme::Dark,
            };
        },
    },
    Setting {
        name: "mouse",
        values: &["true", "false"],
        variable: "TABAYUN_MOUSE",
        apply: |settings, value| settings.mouse = value == "true",
    },
    Setting {
        name: "chrome",
        values: &["dim", "fold"],
        variable: "TABAYUN_CHROME",
        apply: |settings, value| settings.fold_chrome = value == "fold",
    },
    Setting {
        name: "panes",
        values: &[],
        variable: "TABAYUN_PANES",
        apply: |settings, value| settings.panes = value.parse().unwrap_or_default(),
    },
    Setting {
        name: "cache",
        values: &["true", "false"],
        variable: "TABAYUN_CACHE",
        apply: |settings, value| settings.cache = value == "true",
    },
];

/// Sets one setting by its name.
///
/// # Errors
/// There is no setting of that name, or it may not be that.
pub fn set(settings: &mut Settings, name: &str, value: &str) -> Result<(), Problem> {
    let Some(setting) = SETTINGS.iter().find(|setting| setting.name == name) else {
        let all = SETTINGS.map(|setting| setting.name).join(", ");
        return Err(Problem::new("problem-setting-unknown").with("name", name).with("all", &all));
    };
    if !setting.takes(value) {
        let problem = Problem::new("problem-setting-value").with("name", name);
        return Err(problem.with("value", value).with("all", &setting.all()));
    }
    (setting.apply)(settings, value);
    Ok(())
}

impl Setting {
    fn takes(&self, value: &str) -> bool {
        match self.values {
            [] => value.parse::<u8>().is_ok_and(|number| number <= 4),
            values => values.contains(&value),
        }
    }

    /// What it may be, as a list to print.
    pub fn all(&self) -> String {
        match self.values {
            [] => "0, 1, 2, 3, 4".to_owned(),
            values => values.join(", "),
        }
    }
}
