//! The encoder that the reader chose in a terminal, by the terminal's name.
//!
//! Here: the text of the file, in and out. Not here: where it is kept (`run`). One line a terminal,
//! name and encoder with a tab between; a line that is not understood is kept as it is.

use super::Kind;

/// The encoder that was chosen in this terminal.
pub fn recall(text: &str, identity: &str) -> Option<Kind> {
    let of_line = |line: &str| {
        let (name, kind) = line.split_once('\t')?;
        (name == identity).then(|| Kind::from_name(kind.trim_end()))?
    };
    text.lines().rev().find_map(of_line)
}

/// The text with this choice in it; `None` forgets the terminal.
pub fn remember(text: &str, identity: &str, kind: Option<Kind>) -> String {
    let name: String = identity.chars().filter(|c| !c.is_control()).collect();
    let other = |line: &&str| line.split_once('\t').is_none_or(|(known, _)| known != name);
    let mut lines: Vec<String> = text.lines().filter(other).map(str::to_owned).collect();
    lines.extend(kind.map(|kind| format!("{name}\t{}", kind.name())));
    lines.into_iter().map(|line| line + "\n").collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_is_remembered_for_its_terminal_only() {
        let text = remember("# mine\n", "XTerm(379)", Some(Kind::Fenced));
        let text = remember(&text, "VTE 7006", Some(Kind::Direct));
        let text = remember(&text, "XTerm(379)", Some(Kind::Explicit));
        assert_eq!(text, "# mine\nVTE 7006\tdirect\nXTerm(379)\texplicit\n");
        assert_eq!(recall(&text, "XTerm(379)"), Some(Kind::Explicit));
        assert_eq!(recall(&text, "foot"), None);
        assert_eq!(recall(&remember(&text, "VTE 7006", None), "VTE 7006"), None);
    }

    #[test]
    fn a_name_cannot_break_the_file() {
        let text = remember("", "a\nb\tc", Some(Kind::Kitty));
        assert_eq!(text, "abc\tkitty\n");
        assert_eq!(recall("abc\tnonsense\n", "abc"), None);
    }
}
