//! The grammar of what a terminal sends: characters, control sequences, strings.
//!
//! Source: ECMA-48 5.4 (control sequences) and 5.6 (control strings); xterm's `ctlseqs`.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

use super::keys;

/// What a terminal says of itself, or of its cursor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reply {
    /// CPR: row and column, from 1.
    Cursor(u16, u16),
    /// A control sequence that is no key: parameters with their prefix, and the last characters.
    Control {
        /// With the prefix that marks a private one (`?`, `>`, `=`).
        parameters: String,
        /// The intermediate characters and the final one.
        end: String,
    },
    /// The body of a device control string or an operating system command.
    Text(String),
}

/// What stands at the front of the bytes, and how many bytes it takes.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// Nothing whole yet.
    Wait,
    /// A key, the mouse or the focus, and how many bytes it takes.
    Event(Event, usize),
    /// An answer of the terminal's, and how many bytes it takes.
    Reply(Reply, usize),
    /// The beginning of a paste; what follows is [`super::Paste`]'s to read.
    Paste(usize),
    /// Neither a key nor a reply that is known.
    Drop(usize),
}

const ESC: u8 = 0x1b;
/// A string longer than this is not a reply: it is dropped as far as it goes.
const LONGEST_REPLY: usize = 4096;

/// Reads what stands at the front of `bytes`. With `more`, the rest of an unfinished sequence may
/// still come; without, what is there must do.
pub fn step(bytes: &[u8], more: bool) -> Step {
    match bytes {
        [] => Step::Wait,
        [ESC] if more => Step::Wait,
        [ESC] => key(KeyCode::Esc, KeyModifiers::NONE, 1),
        [ESC, b'[', ..] => control(bytes, more),
        [ESC, b'O', ..] => single_shift(bytes, more),
        [ESC, b'P' | b']' | b'_' | b'^' | b'X', ..] => string(bytes, more),
        [ESC, ESC, ..] => after_escape(bytes, more),
        [ESC, ..] => with_alt(step(bytes.get(1..).unwrap_or_default(), more)),
        [byte, ..] if *byte < 0x20 || *byte == 0x7f => keys::control_byte(*byte),
        _ => character(bytes, more),
    }
}

pub(super) fn key(code: KeyCode, modifiers: KeyModifiers, length: usize) -> Step {
    Step::Event(Event::Key(KeyEvent::new(code, modifiers)), length)
}

/// Escape before a sequence is Alt with it (rxvt); before anything else it is the key itself.
fn after_escape(bytes: &[u8], more: bool) -> Step {
    match bytes {
        [_, _, b'[' | b'O', _, ..] => with_alt(step(bytes.get(1..).unwrap_or_default(), more)),
        _ => key(KeyCode::Esc, KeyModifiers::NONE, 1),
    }
}

fn with_alt(inner: Step) -> Step {
    match inner {
        Step::Event(Event::Key(mut key), length) => {
            key.modifiers |= KeyModifiers::ALT;
            Step::Event(Event::Key(key), length + 1)
        }
        Step::Event(event, length) => Step::Event(event, length + 1),
        Step::Reply(reply, length) => Step::Reply(reply, length + 1),
        Step::Paste(length) => Step::Paste(length + 1),
        Step::Drop(length) => Step::Drop(length + 1),
        Step::Wait => Step::Wait,
    }
}

/// `ESC [ parameters intermediates final`.
fn control(bytes: &[u8], more: bool) -> Step {
    let body = bytes.get(2..).unwrap_or_default();
    if let [b'[', rest @ ..] = body {
        // The Linux console's function keys: `ESC [ [ A` to `E`.
        return match rest {
            [] if more => Step::Wait,
            [letter @ b'A'..=b'E', ..] => key(KeyCode::F(letter - b'A' + 1), KeyModifiers::NONE, 4),
            _ => Step::Drop(3),
        };
    }
    let Some(at) = body.iter().position(|byte| !(0x20..=0x3f).contains(byte)) else {
        return unfinished(bytes, more);
    };
    let (parameters, rest) = body.split_at_checked(at).unwrap_or_default();
    let length = 2 + at + 1;
    match rest.first() {
        Some(b'~') if parameters == b"200" => Step::Paste(length),
        Some(last @ 0x40..=0x7e) => keys::control_sequence(parameters, *last, length),
        // Broken off by another character, which stays.
        _ => Step::Drop(length - 1),
    }
}

fn single_shift(bytes: &[u8], more: bool) -> Step {
    match bytes.get(2) {
        None => unfinished(bytes, more),
        Some(last @ 0x40..=0x7e) => keys::control_sequence(b"", *last, 3),
        Some(_) => Step::Drop(2),
    }
}

/// A sequence without its end: it may come, or two keys were meant (Alt and the character), or it
/// was broken off.
fn unfinished(bytes: &[u8], more: bool) -> Step {
    match bytes {
        _ if more && bytes.len() < LONGEST_REPLY => Step::Wait,
        [_, second] => {
            let c = char::from(*second);
            key(KeyCode::Char(c), KeyModifiers::ALT | keys::shift_of(c), 2)
        }
        _ => Step::Drop(bytes.len()),
    }
}

/// `ESC P … ESC \`, `ESC ] … BEL` and their kin.
fn string(bytes: &[u8], more: bool) -> Step {
    let body = bytes.get(2..).unwrap_or_default();
    let terminator = body.iter().position(|byte| matches!(*byte, 0x07 | 0x18 | 0x1a | ESC));
    let Some(at) = terminator else {
        return unfinished(bytes, more);
    };
    let end = 2 + at;
    match (bytes.get(end), bytes.get(end + 1)) {
        (Some(&ESC), None) if more => Step::Wait,
        (Some(&ESC), Some(b'\\')) => text_reply(body.get(..at), end + 2),
        // Nothing between: it was Alt with the character, and the next key follows.
        (Some(&ESC), _) if at == 0 => unfinished(bytes.get(..2).unwrap_or_default(), false),
        (Some(&ESC), _) => Step::Drop(end),
        _ => text_reply(body.get(..at), end + 1),
    }
}

fn text_reply(body: Option<&[u8]>, length: usize) -> Step {
    let text = String::from_utf8_lossy(body.unwrap_or_default()).into_owned();
    Step::Reply(Reply::Text(text), length)
}

/// One UTF-8 character; a byte that is none is dropped.
fn character(bytes: &[u8], more: bool) -> Step {
    let wanted = match bytes.first() {
        Some(0xc2..=0xdf) => 2,
        Some(0xe0..=0xef) => 3,
        Some(0xf0..=0xf4) => 4,
        _ => 1,
    };
    let Some(front) = bytes.get(..wanted) else {
        return if more { Step::Wait } else { Step::Drop(bytes.len()) };
    };
    match std::str::from_utf8(front).ok().and_then(|text| text.chars().next()) {
        Some(c) if !c.is_control() => key(KeyCode::Char(c), keys::shift_of(c), wanted),
        Some(_) => Step::Drop(wanted),
        None => Step::Drop(1),
    }
}

#[cfg(test)]
mod tests {
    use super::super::Paste;
    use super::*;

    /// Everything that is read from bytes that arrive together.
    fn all(mut bytes: &[u8]) -> (Vec<Event>, Vec<Reply>) {
        let (mut events, mut replies) = (Vec::new(), Vec::new());
        while !bytes.is_empty() {
            let taken = match step(bytes, false) {
                Step::Event(event, length) => {
                    events.push(event);
                    length
                }
                Step::Reply(reply, length) => {
                    replies.push(reply);
                    length
                }
                Step::Paste(length) => {
                    let mut paste = Paste::default();
                    let rest = &bytes[length..];
                    let taken = paste.push(rest).unwrap_or(rest.len());
                    events.push(Event::Paste(paste.text()));
                    length + taken
                }
                Step::Drop(length) => length,
                Step::Wait => panic!("nothing to wait for"),
            };
            assert!(taken > 0);
            bytes = &bytes[taken..];
        }
        (events, replies)
    }

    fn typed(bytes: &[u8]) -> String {
        let name = |event| match event {
            Event::Key(key) => format!("{}{}", key.modifiers, key.code),
            other => format!("{other:?}"),
        };
        all(bytes).0.into_iter().map(name).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn keys_are_read() {
        assert_eq!(typed("jت؟J".as_bytes()), "j ت ؟ ShiftJ");
        assert_eq!(typed(b"\x1b[A\x1bOB\x1b[1;3C\x1b[5~\x1b[H"), "Up Down AltRight Page Up Home");
        assert_eq!(typed(b"\x1b[15~\x1bOP\x1b[[B\x1b[Z"), "F5 F1 F2 ShiftBack Tab");
        assert_eq!(typed(b"\x04\r\t\x7f\x1b"), "Controld Enter Tab Backspace Esc");
        assert_eq!(typed(b"\x1bo\x1b]\x1b3\x1b\x1b[A"), "Alto Alt] Alt3 AltUp");
    }

    #[test]
    fn alt_with_a_bracket_is_not_taken_for_a_sequence() {
        assert_eq!(typed(b"\x1b]"), "Alt]");
        assert_eq!(typed(b"\x1b["), "Alt[");
        assert_eq!(typed(b"\x1bP"), "Shift+AltP");
    }

    #[test]
    fn recorded_replies_leave_no_key_behind() {
        let bytes = b"\x1bP>|VTE(8401)\x1b\\\x1bP!|7E565445\x1b\\\x1b[8;1$y\x1b[>61;8401;1cj\
                      \x1b[?62;1;4c\x1b[3;1R\x1b]11;rgb:ffff/ffff/ffff\x07";
        let (events, replies) = all(bytes);
        assert_eq!(events.len(), 1);
        assert_eq!(replies.len(), 7);
        assert_eq!(replies[0], Reply::Text(">|VTE(8401)".into()));
        let mode = Reply::Control { parameters: "8;1".into(), end: "$y".into() };
        assert_eq!(replies[2], mode);
        assert_eq!(replies[5], Reply::Cursor(3, 1));
    }

    #[test]
    fn an_unfinished_sequence_is_waited_for() {
        for bytes in
            [&b"\x1b"[..], b"\x1b[", b"\x1b[>41;4", b"\x1bP>|XTerm(4", b"\xd8", b"\x1b[200"]
        {
            assert_eq!(step(bytes, true), Step::Wait, "{bytes:?}");
        }
    }

    #[test]
    fn pasted_text_is_one_event() {
        let (events, _) = all("\x1b[200~قال\n\x1b[31mx\x1b[201~q".as_bytes());
        assert_eq!(events[0], Event::Paste("قال\n\x1b[31mx".into()));
        assert_eq!(events.len(), 2);
    }

    #[test]
    fn garbage_ends() {
        let garbage: Vec<u8> = (0..=255_u8).cycle().take(5000).collect();
        let mut reversed = garbage.clone();
        reversed.reverse();
        all(&garbage);
        all(&reversed);
        all(b"\x1b[\x1b[\x1b[<1;\x1b[99999999999~\x1b[<0;0;0M\x1bP\x1bP\x1b\\");
    }
}
