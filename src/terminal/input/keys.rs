//! The names of keys and mouse events in xterm's protocol.

use crossterm::event::{Event, KeyCode, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

use super::sequence::{Reply, Step, key};

/// A byte below 32, or 127.
pub(super) fn control_byte(byte: u8) -> Step {
    match byte {
        b'\r' => key(KeyCode::Enter, KeyModifiers::NONE, 1),
        b'\t' => key(KeyCode::Tab, KeyModifiers::NONE, 1),
        0x7f => key(KeyCode::Backspace, KeyModifiers::NONE, 1),
        0 => key(KeyCode::Char(' '), KeyModifiers::CONTROL, 1),
        1..=0x1a => key(KeyCode::Char(char::from(byte + b'a' - 1)), KeyModifiers::CONTROL, 1),
        _ => key(KeyCode::Char(char::from(byte + b'@')), KeyModifiers::CONTROL, 1),
    }
}

/// Capital letters are reported with Shift, as the terminal library does.
pub(super) fn shift_of(c: char) -> KeyModifiers {
    if c.is_uppercase() { KeyModifiers::SHIFT } else { KeyModifiers::NONE }
}

/// A control sequence: a key, a click, a change of focus, or a reply.
pub(super) fn control_sequence(body: &[u8], last: u8, length: usize) -> Step {
    let text = String::from_utf8_lossy(body).into_owned();
    let numbers: Vec<u16> = text.split([';', ':']).map(|n| n.parse().unwrap_or(0)).collect();
    let number = |index: usize| numbers.get(index).copied().unwrap_or(0);
    let event = match (body.first(), last) {
        (Some(b'<'), b'M' | b'm') => mouse(&text, last == b'm'),
        (Some(b'<'..=b'?'), _) => None,
        (None, b'I') => Some(Event::FocusGained),
        (None, b'O') => Some(Event::FocusLost),
        (_, b'R') if numbers.len() == 2 && number(0) > 0 => {
            return Step::Reply(Reply::Cursor(number(0), number(1)), length);
        }
        (_, b'~') => numbered(number(0)).map(|code| pressed(code, number(1))),
        (_, b'u') => char::from_u32(u32::from(number(0))).and_then(|c| spelled(c, number(1))),
        (_, b'Z') => Some(pressed(KeyCode::BackTab, 2)),
        _ => lettered(last).map(|code| pressed(code, number(1))),
    };
    match event {
        Some(event) => Step::Event(event, length),
        None => Step::Reply(reply(&text, last), length),
    }
}

/// Parameters end where the intermediate characters (space to `/`) begin.
fn reply(text: &str, last: u8) -> Reply {
    let at = text.find(|c: char| (' '..='/').contains(&c)).unwrap_or(text.len());
    let (parameters, intermediates) = text.split_at_checked(at).unwrap_or((text, ""));
    Reply::Control {
        parameters: parameters.to_owned(),
        end: format!("{intermediates}{}", char::from(last)),
    }
}

fn pressed(code: KeyCode, modifier: u16) -> Event {
    Event::Key(crossterm::event::KeyEvent::new(code, modifiers(modifier)))
}

/// xterm's modifier parameter: one more than a sum of 1 Shift, 2 Alt, 4 Control.
fn modifiers(parameter: u16) -> KeyModifiers {
    let bits = parameter.saturating_sub(1);
    let all = [(1, KeyModifiers::SHIFT), (2, KeyModifiers::ALT), (4, KeyModifiers::CONTROL)];
    let held = all.into_iter().filter(|(bit, _)| bits & bit != 0);
    held.fold(KeyModifiers::NONE, |sum, (_, modifier)| sum | modifier)
}

fn lettered(last: u8) -> Option<KeyCode> {
    Some(match last {
        b'A' => KeyCode::Up,
        b'B' => KeyCode::Down,
        b'C' => KeyCode::Right,
        b'D' => KeyCode::Left,
        b'F' => KeyCode::End,
        b'H' => KeyCode::Home,
        b'M' => KeyCode::Enter,
        b'P'..=b'S' => KeyCode::F(last - b'P' + 1),
        _ => return None,
    })
}

fn numbered(number: u16) -> Option<KeyCode> {
    Some(match number {
        1 | 7 => KeyCode::Home,
        2 => KeyCode::Insert,
        3 => KeyCode::Delete,
        4 | 8 => KeyCode::End,
        5 => KeyCode::PageUp,
        6 => KeyCode::PageDown,
        11..=15 => KeyCode::F(number as u8 - 10),
        17..=21 => KeyCode::F(number as u8 - 11),
        23 | 24 => KeyCode::F(number as u8 - 12),
        _ => return None,
    })
}

/// `CSI code ; modifiers u`, which some terminals send for Control with a sign.
fn spelled(c: char, modifier: u16) -> Option<Event> {
    let code = match c {
        '\r' => KeyCode::Enter,
        '\t' => KeyCode::Tab,
        '\x1b' => KeyCode::Esc,
        '\x7f' => KeyCode::Backspace,
        c if c.is_control() => return None,
        c => KeyCode::Char(c),
    };
    Some(pressed(code, modifier))
}

/// SGR mouse: `CSI < buttons ; column ; row M` (or `m` on release), from 1.
fn mouse(text: &str, release: bool) -> Option<Event> {
    let mut numbers = text.get(1..)?.split(';').map(|n| n.parse::<u16>().ok());
    let (buttons, x, y) = (numbers.next()??, numbers.next()??, numbers.next()??);
    let button = match buttons & 3 {
        0 => MouseButton::Left,
        1 => MouseButton::Middle,
        _ => MouseButton::Right,
    };
    let kind = match (buttons & !0b1_1100, release) {
        (64, _) => MouseEventKind::ScrollUp,
        (65, _) => MouseEventKind::ScrollDown,
        (66, _) => MouseEventKind::ScrollLeft,
        (67, _) => MouseEventKind::ScrollRight,
        (35, _) => MouseEventKind::Moved,
        (32..=34, _) => MouseEventKind::Drag(button),
        (0..=2, true) => MouseEventKind::Up(button),
        (0..=2, false) => MouseEventKind::Down(button),
        _ => return None,
    };
    let held = [(4, KeyModifiers::SHIFT), (8, KeyModifiers::ALT), (16, KeyModifiers::CONTROL)];
    let modifiers = held.into_iter().filter(|(bit, _)| buttons & bit != 0);
    let modifiers = modifiers.fold(KeyModifiers::NONE, |sum, (_, modifier)| sum | modifier);
    let (column, row) = (x.checked_sub(1)?, y.checked_sub(1)?);
    Some(Event::Mouse(MouseEvent { kind, column, row, modifiers }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wheel_clicks_and_drags() {
        let kind = |text: &str, release| match mouse(text, release) {
            Some(Event::Mouse(mouse)) => Some((mouse.kind, mouse.column, mouse.modifiers)),
            _ => None,
        };
        let none = KeyModifiers::NONE;
        assert_eq!(kind("<64;10;3", false), Some((MouseEventKind::ScrollUp, 9, none)));
        assert_eq!(
            kind("<20;1;1", false),
            Some((
                MouseEventKind::Down(MouseButton::Left),
                0,
                KeyModifiers::SHIFT | KeyModifiers::CONTROL
            ))
        );
        assert_eq!(
            kind("<32;2;1", false),
            Some((MouseEventKind::Drag(MouseButton::Left), 1, none))
        );
        assert_eq!(kind("<2;2;1", true), Some((MouseEventKind::Up(MouseButton::Right), 1, none)));
        assert_eq!(kind("<0;0;1", false), None);
    }

    #[test]
    fn an_f3_with_a_modifier_reads_as_a_cursor_report() {
        // xterm sends `CSI 1 ; 2 R` for both: the price of asking for the cursor.
        assert_eq!(control_sequence(b"1;2", b'R', 6), Step::Reply(Reply::Cursor(1, 2), 6));
    }
}
