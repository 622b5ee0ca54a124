//! Settings from file, environment and flags, right and wrong.

use super::*;

fn none(_: &str) -> Option<String> {
    None
}

#[test]
fn the_default_file_says_what_the_program_does() {
    let text = include_str!("../../assets/default.toml");
    let mut settings = Settings { theme: Theme::Mono, mouse: false, ..Settings::default() };
    assert_eq!(file::apply(text, "my.toml", &mut settings), []);
    settings.keys.clear();
    assert_eq!(settings, Settings::default());
    for setting in &SETTINGS {
        assert!(text.contains(&format!("\n{} = ", setting.name)), "{}", setting.name);
        assert!(setting.values.iter().all(|value| text.contains(value)), "{}", setting.name);
    }
}

#[test]
fn every_wrong_line_is_told_and_the_right_ones_hold() {
    let text = "theme = \"light\"\ncolour = 3\nmarks = [1]\n\npanes = 9\nbidi = = 2\nmouse = false\n\
                [keys]\nquit = \"Q\"\ndown = [\"j\", \"<down>\"]\nup = 3\n";
    let mut settings = Settings::default();
    let problems = file::apply(text, "my.toml", &mut settings);
    let told: Vec<_> = problems.iter().map(|problem| problem.key).collect();
    assert_eq!((settings.theme, settings.mouse, settings.panes), (Theme::Light, false, 0));
    assert_eq!(settings.keys.len(), 2);
    assert_eq!(settings.keys[1].keys, ["j", "<down>"]);
    for key in [
        "problem-config-syntax",
        "problem-setting-unknown",
        "problem-setting-value",
        "problem-config-keys",
    ] {
        assert!(told.contains(&key), "{key} in {told:?}");
    }
    let at = |name: &str| {
        let found = problems.iter().find(|p| p.args.contains(&("name", name.to_owned()))).unwrap();
        found.args.iter().find(|(key, _)| *key == "where").unwrap().1.clone()
    };
    assert_eq!(
        (at("colour").as_str(), at("panes").as_str(), at("up").as_str()),
        ("my.toml:2", "my.toml:5", "my.toml:11")
    );
}

#[test]
fn flags_win_over_variables_and_variables_over_the_locale() {
    let variable = |name: &str| match name {
        "LANG" => Some("ar_EG.UTF-8".to_owned()),
        "TABAYUN_BIDI" => Some("fenced".to_owned()),
        "TABAYUN_MARKS" => Some("some".to_owned()),
        "NO_COLOR" => Some("1".to_owned()),
        _ => None,
    };
    let flags = [("bidi", "kitty".to_owned()), ("digits", "latin".to_owned())];
    let (settings, problems) = settings(&Paths::default(), &variable, &flags);
    assert_eq!(settings.interface, Interface::Arabic);
    assert_eq!((settings.encoder, settings.digits), (Some("kitty"), Digits::Latin));
    assert_eq!((settings.theme, settings.marks), (Theme::Mono, false));
    let wrong = problems.iter().map(|problem| problem.args.last().unwrap().1.as_str());
    assert_eq!(wrong.collect::<Vec<_>>(), ["TABAYUN_MARKS"]);
}

#[test]
fn without_a_locale_the_interface_is_english() {
    assert_eq!(interface(&none), Interface::English);
    assert_eq!(interface(&|name| (name == "LANG").then(|| "ar".to_owned())), Interface::Arabic);
}

#[test]
fn no_file_is_no_problem() {
    let mut settings = Settings::default();
    assert_eq!(read(std::path::Path::new("/no/such/place/config.toml"), &mut settings), []);
}

#[test]
fn a_light_background_that_the_terminal_tells_of_gets_the_light_theme() {
    let told = |told: &str, theme: Option<&str>| {
        let variable = |name: &str| match name {
            "COLORFGBG" => Some(told.to_owned()),
            "TABAYUN_THEME" => theme.map(str::to_owned),
            _ => None,
        };
        settings(&Paths::default(), &variable, &[]).0.theme
    };
    assert_eq!(told("0;15", None), Theme::Light);
    assert_eq!(told("0;default;7", None), Theme::Light);
    for dark in ["15;0", "", "15", "0;default"] {
        assert_eq!(told(dark, None), Theme::Dark, "{dark}");
    }
    assert_eq!(told("0;15", Some("mono")), Theme::Mono);
}
