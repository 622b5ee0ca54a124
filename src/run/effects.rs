//! Which effect goes where: workers, clipboard, browser, state file, terminal.

use std::io;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::Sender;

use crate::app::action::Remembered;
use crate::app::notice::Notice;
use crate::app::{Action, Effect, State, card, keeping, shelf, update};
use crate::article::Input;
use crate::error::Problem;
use crate::locale::Messages;
use crate::notebook::Change;
use crate::settings::Paths;
use crate::terminal::{Choice, Session};
use crate::ui;

use super::cache::Cache;
use super::clipboard::Clipboard;
use super::keeper::Keeper;
use super::{Incoming, editor, encoder, exporting, places, workers};

/// The world outside the state.
pub struct Outside {
    sender: Sender<Incoming>,
    inputs: Vec<Input>,
    paths: Paths,
    cache: Cache,
    /// The sort of terminal, under which the reader's encoder is kept.
    terminal: String,
    clipboard: Clipboard,
    searching: Arc<AtomicU64>,
    comparing: Arc<AtomicU64>,
    comparisons: u64,
    /// The encoder before the reader tried others, and what the file of encoders said.
    former: Option<(Choice, String)>,
    pub keeper: Keeper,
}

impl Outside {
    pub fn new(
        inputs: Vec<Input>,
        paths: Paths,
        cache: Cache,
        terminal: String,
        sender: Sender<Incoming>,
    ) -> Self {
        let keeper = Keeper::start(paths.data.clone(), &sender);
        Self {
            keeper,
            terminal,
            sender,
            inputs,
            paths,
            cache,
            clipboard: Clipboard::new(),
            searching: Arc::default(),
            comparing: Arc::default(),
            comparisons: 0,
            former: None,
        }
    }

    /// Starts loading; the reader's last place follows the last report.
    pub fn load(&self) {
        let path = self.paths.state.as_deref();
        let recalled = path.map(|path| places::recall(path, &self.inputs));
        let (places, damaged) = recalled.unwrap_or_default();
        self.tell(damaged);
        workers::load(&self.sender, self.inputs.clone(), Action::Restored(places));
    }

    /// Does an effect; whether the reader leaves.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn perform(
        &mut self,
        effect: Effect,
        session: &mut Session,
        state: &mut State,
        messages: &Messages,
    ) -> io::Result<bool> {
        match effect {
            Effect::Quit => return Ok(true),
            Effect::Redraw => session.invalidate(),
            Effect::Suspend => suspend(session, state)?,
            Effect::NextEncoder => self.next_encoder(session, state)?,
            Effect::FormerEncoder => self.former_encoder(session)?,
            Effect::Copy(words) => session.send(&self.clipboard.copy(&words))?,
            Effect::Open(url) => self.open(&url),
            Effect::Keep(change) => self.keep(*change, state.keeping.book.len()),
            Effect::WriteNote(id, note) => {
                let written = write_note(session, state, &note)?;
                let action = match written {
                    Ok(note) => Action::NoteWritten(id, note),
                    Err(notice) => Action::Tell(notice),
                };
                // Behind what another copy of the program kept while the editor had the screen.
                let _ = self.sender.send(Incoming::Action(action));
            }
            Effect::LookAtNotebook => self.keeper.look(),
            Effect::OpenKept { path, id } => workers::open_kept(&self.sender, path, id),
            Effect::PrepareNotebook(unprepared) => workers::prepare(&self.sender, unprepared),
            Effect::KeepConflict(at) => {
                keeping::conflict(state, at, messages);
                for effect in update(state, Action::Settle) {
                    self.perform(effect, session, state, messages)?;
                }
            }
            Effect::ScrollCard(step) => {
                let rows = ui::rows_of_card(state, messages);
                card::go(state, step, rows);
            }
            Effect::CopyNotebook(format) => {
                let words = shelf::exported(state, format, messages);
                session.send(&self.clipboard.copy(&words))?;
            }
            Effect::Export { name, format, over } => {
                let words = shelf::exported(state, format, messages);
                let (notice, there) = exporting::write(Path::new(&name), &words, over);
                update(state, Action::Exported { name, notice, there });
            }
            Effect::Remember(places) => self.remember(&places),
            Effect::Reload { article, path } => workers::reload(&self.sender, article, path),
            Effect::CancelSearch => self.searching.store(u64::MAX, Ordering::Relaxed),
            Effect::Search { generation, words, articles } => {
                workers::search(&self.sender, &self.searching, generation, words, articles);
            }
            Effect::Compare { articles, corrections } => {
                self.comparisons += 1;
                let generation = self.comparisons;
                let newest = (&self.comparing, generation);
                workers::compare(&self.sender, newest, &self.cache, articles, corrections);
            }
        }
        Ok(false)
    }

    fn keep(&self, change: Change, living: usize) {
        if let Err(change) = self.keeper.write(change, living) {
            let notice = Notice::grave("keeper-failed");
            let _ = self.sender.send(Incoming::Action(Action::NotKept(change, notice)));
        }
    }

    /// Writes Arabic the next way, and keeps that for this sort of terminal.
    fn next_encoder(&mut self, session: &mut Session, state: &mut State) -> io::Result<()> {
        if state.encoder.is_none() {
            let text = encoder::remembered(&self.paths);
            self.former = Some((session.choice().clone(), text));
        }
        let mut choice = session.choice().clone();
        choice.kind = choice.next();
        let kind = choice.kind;
        session.set_choice(choice)?;
        update(state, Action::Encoder(kind.name().to_owned()));
        if encoder::keep(&self.paths, &self.terminal, kind).is_err() {
            update(state, Action::Tell(Notice::grave("encoder-not-kept")));
        }
        Ok(())
    }

    /// Writes Arabic as before others were tried, and forgets that they were.
    fn former_encoder(&mut self, session: &mut Session) -> io::Result<()> {
        let Some((choice, text)) = self.former.take() else { return Ok(()) };
        session.set_choice(choice)?;
        if encoder::put_back(&self.paths, &text).is_err() {
            let notice = Notice::grave("encoder-not-kept");
            let _ = self.sender.send(Incoming::Action(Action::Tell(notice)));
        }
        Ok(())
    }

    /// Keeps the reader's place; a place that cannot be kept is no reason not to leave.
    pub fn remember(&self, places: &[Remembered]) {
        if let Some(path) = &self.paths.state {
            self.tell(places::keep(path, &self.inputs, places).ok().flatten());
        }
    }

    fn tell(&self, problem: Option<Problem>) {
        if let Some(problem) = problem {
            let _ = self.sender.send(Incoming::Problem(problem));
        }
    }

    /// Opens an address with the system's own opener; only web addresses are opened.
    fn open(&self, url: &str) {
        let web = url.starts_with("https://") || url.starts_with("http://");
        let opener = if cfg!(target_os = "macos") { "open" } else { "xdg-open" };
        let started = web.then(|| {
            let mut command = Command::new(opener);
            command.arg(url).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
            command.spawn()
        });
        if let Some(Ok(mut child)) = started {
            // The opener is waited for, so that no dead process is left behind.
            std::thread::spawn(move || child.wait());
        } else {
            let notice = Notice::grave("open-failed").words("url", url);
            let _ = self.sender.send(Incoming::Action(Action::Tell(notice)));
        }
    }
}

/// Gives the terminal to the reader's editor, and takes it back.
fn write_note(
    session: &mut Session,
    state: &mut State,
    note: &str,
) -> io::Result<Result<String, Notice>> {
    let Some(editor) = editor::named() else { return Ok(Err(Notice::grave("no-editor"))) };
    session.suspend();
    let written = editor::write(&editor, note);
    session.resume()?;
    let area = session.area();
    update(state, Action::Resize(area.width, area.height));
    let failed = |error: io::Error| {
        let name = editor.to_string_lossy();
        Notice::grave("editor-failed").words("name", name).words("detail", error.to_string())
    };
    Ok(written.map_err(failed))
}

/// A problem as a notice for the status line.
pub fn told(problem: &Problem) -> Notice {
    let notice = Notice::grave(problem.key);
    problem.args.iter().fold(notice, |notice, (name, value)| notice.words(name, value))
}

fn suspend(session: &mut Session, state: &mut State) -> io::Result<()> {
    session.suspend();
    #[cfg(unix)]
    super::signals::stop();
    session.resume()?;
    let area = session.area();
    update(state, Action::Resize(area.width, area.height));
    Ok(())
}
