//! Keys, clicks and sizes from the terminal, as actions.

use std::sync::mpsc::{Sender, channel};
use std::thread;

use crossterm::event::{
    Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};

use crate::app::Action;
use crate::app::action::{Mouse, MouseKind};
use crate::app::key::{Code, Key};
use crate::app::notice::Notice;
use crate::terminal::Input;
use crate::terminal::input::was_cut;

use super::{Incoming, Signal};

/// Most events taken at once: a long paste without brackets must not keep the screen still.
const BATCH: usize = 256;

/// Listens on a thread of its own. After each batch it waits for a word on the returned channel,
/// so that it never reads while another program has the terminal.
pub fn listen(mut input: Input, sender: &Sender<Incoming>) -> Sender<()> {
    let sender = sender.clone();
    let (done, wait) = channel();
    thread::spawn(move || {
        let _end = End(&sender);
        while let Ok(first) = input.read() {
            let mut batch = vec![first];
            while batch.len() < BATCH
                && let Ok(Some(next)) = input.read_ready()
            {
                batch.push(next);
            }
            if sender.send(Incoming::Events(batch)).is_err() || wait.recv().is_err() {
                return;
            }
        }
    });
    done
}

/// Ends the reading when nobody listens any more: the terminal is gone, or the listener fell.
struct End<'a>(&'a Sender<Incoming>);

impl Drop for End<'_> {
    fn drop(&mut self) {
        let _ = self.0.send(Incoming::Signal(Signal::End));
    }
}

/// What an event asks for: its action, and a sentence where some of it was dropped.
pub fn actions(event: &Event) -> impl Iterator<Item = Action> + use<> {
    let cut = matches!(event, Event::Paste(text) if was_cut(text));
    let told = cut.then(|| Action::Tell(Notice::grave("paste-cut")));
    action(event).into_iter().chain(told)
}

/// The action of an event; `None` for what means nothing to us.
fn action(event: &Event) -> Option<Action> {
    match event {
        Event::Key(key) if key.kind != KeyEventKind::Release => self::key(*key).map(Action::Key),
        Event::Paste(text) => Some(Action::Paste(text.clone())),
        Event::Mouse(mouse) => self::mouse(*mouse).map(Action::Mouse),
        Event::Resize(width, height) => Some(Action::Resize(*width, *height)),
        _ => None,
    }
}

fn key(event: KeyEvent) -> Option<Key> {
    let code = match event.code {
        KeyCode::Char(letter) => Code::Char(letter),
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Tab if event.modifiers.contains(KeyModifiers::SHIFT) => Code::BackTab,
        KeyCode::Tab => Code::Tab,
        KeyCode::BackTab => Code::BackTab,
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::F(number) => Code::F(number),
        _ => return None,
    };
    let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
    let alt = event.modifiers.contains(KeyModifiers::ALT);
    Some(Key { code, ctrl, alt })
}

fn mouse(event: MouseEvent) -> Option<Mouse> {
    let kind = match event.kind {
        MouseEventKind::Down(MouseButton::Left) => MouseKind::Press,
        MouseEventKind::Drag(MouseButton::Left) => MouseKind::Drag,
        MouseEventKind::Up(MouseButton::Left) => MouseKind::Release,
        MouseEventKind::ScrollUp => MouseKind::WheelUp,
        MouseEventKind::ScrollDown => MouseKind::WheelDown,
        _ => return None,
    };
    Some(Mouse { kind, x: event.column, y: event.row })
}
