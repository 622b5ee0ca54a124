//! The loop that ties the rooms: what happens comes in by one channel, effects go out to workers,
//! and after everything that has happened is taken in, one frame is drawn.
//!
//! Nothing wakes the program while nothing happens, and nothing is drawn without a change.
//! Begin with [`read`]. `events` brings keys, `signals` the system's wishes, `workers` do what
//! may take longer than a blink, `effects` says which effect goes where.

mod cache;
mod clipboard;
mod editor;
mod effects;
mod encoder;
mod events;
mod exporting;
mod keeper;
mod panic;
mod places;
mod reading;
#[cfg(unix)]
mod signals;
mod watch;
mod workers;

use std::io;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

use ratatui::layout::Position;

use crate::app::keymap::Keymap;
use crate::app::options::Options;
use crate::app::{Action, State, update};
use crate::article::Input;
use crate::error::Problem;
use crate::locale::Messages;
use crate::settings::{Paths, Settings};
use crate::terminal::{self, Session};
use crate::text::{self, Layout};
use crate::ui::{self, Theme};

use cache::Cache;
use effects::Outside;

pub use encoder::remembered;

/// Everything that the loop waits for.
enum Incoming {
    Action(Action),
    /// All events of the terminal that were there at once; answered when they are done with.
    Events(Vec<crossterm::event::Event>),
    /// Something of the input could not be read.
    Problem(Problem),
    Signal(Signal),
}

/// What the system asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Signal {
    /// Stop for now.
    Suspend,
    /// Stopped before and running again.
    Continue,
    /// End.
    End,
}

/// What a reading session starts from.
pub struct Start {
    /// What to read; nothing is the built-in sample.
    pub inputs: Vec<Input>,
    /// The reader's own keys among them; those that are wrong come back in [`Told::keys`].
    pub settings: Settings,
    /// Where the notebook, the reader's places and the cache lie.
    pub paths: Paths,
    /// What was wrong with the settings: told on the screen too.
    pub problems: Vec<Problem>,
}

/// What went wrong while the screen was open, to be told again when it is left.
#[derive(Debug, Default)]
pub struct Told {
    /// Keys that the settings name and that were left out.
    pub keys: Vec<Problem>,
    /// What could not be read.
    pub unread: Vec<Problem>,
}

/// Opens the reading screen and stays until the reader leaves.
///
/// # Errors
/// When there is no terminal to draw on, or it is gone.
pub fn read(start: Start) -> io::Result<Told> {
    panic::restore_terminal_on_panic();
    let Start { inputs, settings, paths, mut problems } = start;
    let (keymap, keys_left_out) = Keymap::with(&settings.keys);
    problems.extend(keys_left_out.iter().cloned());
    let mut keys = terminal::Input::open()?;
    let verdict = encoder::find(&settings, &paths, &mut keys)?;
    let options = terminal::Options { choice: verdict.choice, mouse: settings.mouse };
    let (sender, incoming) = channel();
    // Before the screen is taken: a signal in between would leave it taken.
    #[cfg(unix)]
    signals::watch(&sender)?;
    let session = Session::enter(options)?;
    let done = events::listen(keys, &sender);
    let area = session.area();
    let state = State::new(options_of(&settings), keymap, (area.width, area.height));
    let theme = Theme::named(state.options.theme);
    let overhangs = verdict.identity.starts_with("XTerm");
    let cache = Cache::at(paths.cache.clone().filter(|_| settings.cache));
    let outside = Outside::new(inputs, paths, cache, verdict.identity, sender);
    let messages = Messages::of(&settings);
    let mut reading = Reading {
        state,
        theme,
        messages,
        session,
        outside,
        problems: Vec::new(),
        stale: true,
        overhangs,
        shown: None,
    };
    for problem in &problems {
        reading.state.tell(effects::told(problem));
    }
    reading.outside.load();
    let result = reading.run(&incoming, &done);
    let Reading { session, mut problems, mut outside, state, .. } = reading;
    outside.keeper.finish();
    // What leaving itself has met with.
    problems.extend(incoming.try_iter().filter_map(|left| match left {
        Incoming::Problem(problem) => Some(problem),
        _ => None,
    }));
    session.leave();
    // The process ends, and thousands of reports taken apart piece by piece would hold it up.
    std::mem::forget(state);
    result.map(|()| Told { keys: keys_left_out, unread: problems })
}

/// An open reading session.
struct Reading {
    state: State,
    theme: Theme,
    messages: Messages,
    session: Session,
    outside: Outside,
    problems: Vec<Problem>,
    /// Whether something has changed since the last frame.
    stale: bool,
    /// Whether the terminal leaves ink where letters were.
    overhangs: bool,
    /// The view of the last frame.
    shown: Option<crate::app::state::View>,
}

/// How long the first frame waits for the whole. A dossier is there in a tenth of it; a machine
/// that takes longer has no time for frames that nobody looks at yet.
const SOON: Duration = Duration::from_millis(200);

/// Bytes of reports from which comparing them may take longer than that: they are shown before.
const LONG: usize = 256 * 1024;

/// What has come in; before the first frame, what comes until its time is up.
fn await_first(incoming: &Receiver<Incoming>, until: Option<Instant>) -> Option<Incoming> {
    let left = until.map(|until| until.saturating_duration_since(Instant::now()));
    left.map_or_else(|| incoming.try_recv().ok(), |left| incoming.recv_timeout(left).ok())
}

/// Whether the first frame waits no longer once this has come.
fn is_worth_a_frame(incoming: &Incoming) -> bool {
    match incoming {
        Incoming::Action(Action::Loaded { articles, .. }) => {
            let bytes: usize = articles.iter().map(|article| article.text.len()).sum();
            articles.len() >= workers::SCREENFUL || bytes > LONG
        }
        Incoming::Action(Action::Named(_) | Action::Restored(_) | Action::Notebook(_))
        | Incoming::Problem(_) => false,
        Incoming::Action(_) | Incoming::Events(_) | Incoming::Signal(_) => true,
    }
}

impl Reading {
    fn run(&mut self, incoming: &Receiver<Incoming>, done: &Sender<()>) -> io::Result<()> {
        self.take(Action::Resize(self.state.size.0, self.state.size.1))?;
        // A dossier is mostly read and compared before an empty screen would have been seen.
        let mut patience = Some(Instant::now() + SOON);
        let mut next = await_first(incoming, patience);
        loop {
            let mut leaving = false;
            while let Some(now) = next {
                patience = patience.filter(|_| !is_worth_a_frame(&now));
                leaving = self.handle(now, done)?;
                next = if leaving { None } else { await_first(incoming, patience) };
            }
            patience = None;
            if leaving {
                return Ok(());
            }
            if std::mem::take(&mut self.stale) {
                self.draw()?;
            }
            // For the test that a panic gives the terminal back.
            #[cfg(debug_assertions)]
            panic::if_asked_for("frame");
            next = match incoming.recv() {
                Ok(now) => Some(now),
                Err(_) => return Ok(()),
            };
        }
    }

    /// Takes in one thing; whether the reader leaves.
    fn handle(&mut self, incoming: Incoming, done: &Sender<()>) -> io::Result<bool> {
        match incoming {
            Incoming::Action(action) => self.take(action),
            Incoming::Problem(problem) => {
                let notice = effects::told(&problem);
                self.problems.push(problem);
                self.take(Action::Tell(notice))
            }
            Incoming::Signal(signal) => self.signal(signal),
            Incoming::Events(batch) => {
                let mut leaving = false;
                for action in batch.iter().flat_map(events::actions) {
                    if let Action::Resize(width, height) = action {
                        self.session.resize(width, height);
                    }
                    leaving = leaving || self.take(action)?;
                }
                // The listener reads on only now, so that no key is lost to a program run between.
                let _ = done.send(());
                Ok(leaving)
            }
        }
    }

    fn take(&mut self, action: Action) -> io::Result<bool> {
        let theme = self.state.options.theme;
        self.stale |= action.shows(&self.state);
        self.state.now = jiff::Timestamp::now();
        let effects = update(&mut self.state, action);
        if theme != self.state.options.theme {
            self.theme = Theme::named(self.state.options.theme);
        }
        let mut leaving = false;
        for effect in effects {
            let language = &self.messages;
            leaving |=
                self.outside.perform(effect, &mut self.session, &mut self.state, language)?;
        }
        Ok(leaving)
    }

    fn signal(&mut self, signal: Signal) -> io::Result<bool> {
        match signal {
            Signal::Suspend => self.outside.perform(
                crate::app::Effect::Suspend,
                &mut self.session,
                &mut self.state,
                &self.messages,
            ),
            Signal::Continue => {
                self.session.resume()?;
                let area = self.session.area();
                self.take(Action::Resize(area.width, area.height))
            }
            Signal::End => {
                let places = crate::app::reading::remembered(&self.state);
                self.outside.remember(&places);
                Ok(true)
            }
        }
    }

    fn draw(&mut self) -> io::Result<()> {
        // XTerm lets letters hang over into the next cell and does not take that back.
        if self.overhangs && self.shown != Some(self.state.view) {
            self.session.invalidate();
        }
        self.shown = Some(self.state.view);
        let (state, theme, messages) = (&self.state, &self.theme, &self.messages);
        self.session.draw(|frame| {
            let caret: Option<Position> = ui::view(state, theme, messages, frame.buffer);
            frame.cursor = caret;
        })?;
        Ok(())
    }
}

fn options_of(settings: &Settings) -> Options {
    let mut layout = Layout::new(80);
    if settings.marks {
        layout.marks = text::Marks::Keep;
    }
    layout.shaping = match settings.shaping {
        crate::settings::Shaping::Presentation => text::Shaping::Presentation,
        crate::settings::Shaping::Base => text::Shaping::Base,
        crate::settings::Shaping::None => text::Shaping::None,
    };
    Options {
        interface: settings.interface,
        theme: settings.theme,
        layout,
        fold_chrome: settings.fold_chrome,
        panes: settings.panes.into(),
        ..Options::default()
    }
}
