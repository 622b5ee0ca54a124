//! The small tasks: one text, the manual, completions, keys, settings, places.

use std::io::{self, Write};

use super::output::{Ending, write};
use super::{House, definition, manual};
use crate::app::commands::{Command, TABLE};
use crate::app::key::show_keys;
use crate::app::keymap::Keymap;
use crate::article::{Input, load};
use crate::error::Problem;
use crate::run;
use crate::settings::Interface;
use crate::terminal::detect::{Source, Wish};
use crate::terminal::{Kind, doctor};

/// `tabayun text FILE`: the text that spans refer to, byte for byte when it goes into a file.
pub fn text(input: Input, house: &House) -> Ending {
    let loaded = load(&[input]);
    house.tell(&loaded.problems);
    let mut texts = loaded.articles.iter().map(|article| article.text.as_str());
    let written = texts.try_for_each(write);
    Ending::after(written, loaded.problems.iter().all(Problem::is_warning))
}

/// `tabayun completions SHELL`
pub fn completions(shell: clap_complete::Shell, house: &House) -> Ending {
    let mut out = Vec::new();
    clap_complete::generate(shell, &mut definition::command(&house.messages), "tabayun", &mut out);
    io::stdout().write_all(&out).into()
}

/// `tabayun man`
pub fn man(_: &House) -> Ending {
    manual::page().and_then(|page| io::stdout().write_all(&page)).into()
}

/// `tabayun --print-config`
pub fn config() -> Ending {
    write(include_str!("../../assets/default.toml")).into()
}

/// `tabayun --print-lexicon`
pub fn lexicon() -> Ending {
    write(include_str!("../../assets/example/lexicon.toml")).into()
}

/// `tabayun --print-topics`
pub fn topics() -> Ending {
    write(include_str!("../../assets/example/topics.toml")).into()
}

/// `tabayun --paths`
pub fn paths(house: &House) -> Ending {
    let none = house.messages.text("cli-path-none");
    let lines = house.paths.list().map(|(name, path)| {
        let place = path.map_or_else(|| none.clone(), |path| path.to_string_lossy());
        format!("{name:<8}{place}\n")
    });
    write(&lines.concat()).into()
}

/// `tabayun doctor`
pub fn doctor(json: bool, house: &House) -> Ending {
    let kind = house.settings.encoder.and_then(Kind::from_name);
    let request = doctor::Request {
        wish: Wish { kind: kind.map(|kind| (kind, Source::Settings)) },
        remembered: run::remembered(&house.paths),
        arabic: house.settings.interface == Interface::Arabic,
        json,
    };
    doctor::run(&request).into()
}

/// `tabayun --list-keys`: name, keys, what it does; a line a command, parted by tabs.
pub fn keys(house: &House) -> Ending {
    let (keymap, problems) = Keymap::with(&house.settings.keys);
    house.tell(&problems);
    let line = |command: &'static Command| {
        let keys: Vec<String> = keymap.keys_of(command).into_iter().map(show_keys).collect();
        let help = if house.messages.is_arabic() { command.help.ar } else { command.help.en };
        format!("{}\t{}\t{help}\n", command.name, keys.join(" "))
    };
    write(&TABLE.iter().map(line).collect::<String>()).into()
}
