//! Settings from the environment: `TABAYUN_…`, `NO_COLOR`, and the locale for the language.

use super::table::{SETTINGS, set};
use super::{Interface, Settings, Theme};
use crate::error::Problem;

/// The language of the locale: Arabic where the first of `LC_ALL`, `LC_MESSAGES`, `LANG` that is
/// set names it, else English. `TABAYUN_LANG` comes before them.
pub fn interface(variable: &dyn Fn(&str) -> Option<String>) -> Interface {
    let names = ["TABAYUN_LANG", "LC_ALL", "LC_MESSAGES", "LANG"];
    let locale = names.iter().filter_map(|name| variable(name)).find(|value| !value.is_empty());
    match locale {
        Some(locale) if locale.starts_with("ar") => Interface::Arabic,
        _ => Interface::English,
    }
}

/// Applies every variable that is set; wrong ones are told and left out.
pub fn apply(variable: &dyn Fn(&str) -> Option<String>, settings: &mut Settings) -> Vec<Problem> {
    let mut problems = Vec::new();
    // https://no-color.org: set and not empty, whatever its value.
    if variable("NO_COLOR").is_some_and(|value| !value.is_empty()) {
        settings.theme = Theme::Mono;
    }
    for setting in &SETTINGS {
        let Some(value) = variable(setting.variable).filter(|value| !value.is_empty()) else {
            continue;
        };
        if let Err(problem) = set(settings, setting.name, &value) {
            problems.push(problem.with("where", setting.variable));
        }
    }
    problems
}

/// The theme for the background that the terminal tells of in `COLORFGBG` (rxvt, Konsole and some
/// others: colours of letters and of the background, 0 to 15); nothing, where it tells none.
pub fn background(variable: &dyn Fn(&str) -> Option<String>) -> Option<Theme> {
    let told = variable("COLORFGBG")?;
    let (_, background) = told.rsplit_once(';')?;
    matches!(background, "7" | "15").then_some(Theme::Light)
}
