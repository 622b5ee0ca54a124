//! A reader at work: the state with its effects done at once, without a terminal.

use std::collections::HashSet;
use std::path::Path;
use std::sync::Arc;

use tabayun::app::action::{Mouse, MouseKind, Remembered};
use tabayun::app::key::{Key, parse_keys};
use tabayun::app::keymap::Keymap;
use tabayun::app::notice::Notice;
use tabayun::app::options::Options;
use tabayun::app::{Action, Effect, State, keeping, searching, shelf, update};
use tabayun::article::{Article, ArticleId, Input, load};
use tabayun::locale::Messages;
use tabayun::notebook::revision::compared;
use tabayun::notebook::{Arrival, Change};
use tabayun::settings::{Digits, Interface};

pub struct Desk {
    pub state: State,
    pub messages: Messages,
    /// Names of the commands that ran.
    pub ran: HashSet<&'static str>,
    pub copied: Vec<String>,
    pub opened: Vec<String>,
    pub remembered: Vec<Remembered>,
    /// Names of the other things that were asked for.
    pub asked: Vec<&'static str>,
    /// What the keeper has not answered yet, where it is late.
    late: Option<Vec<Change>>,
}

/// The dossier of the sessions, loaded as the program loads it.
pub fn dossier() -> Vec<tabayun::article::Article> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sessions/dossier");
    let mut loaded = load(&[Input::Path(folder)]);
    assert!(loaded.problems.is_empty(), "{:?}", loaded.problems);
    // Screens show no path of the machine they were read on.
    for article in &mut loaded.articles {
        let name = article.path.as_ref().and_then(|path| path.file_name());
        article.path = name.map(|name| Path::new("/").join(name));
    }
    loaded.articles
}

impl Desk {
    pub fn open(language: &str, size: (u16, u16)) -> Self {
        let interface = if language == "ar" { Interface::Arabic } else { Interface::English };
        let options = Options { interface, ..Options::default() };
        let state = State::new(options, Keymap::default(), size);
        let mut desk = Self::empty(state, interface, size);
        desk.take(Action::Loaded { articles: dossier(), left: 0 });
        desk
    }

    /// With reports of these texts, in the order of their numbers.
    pub fn with(language: &str, size: (u16, u16), texts: &[&str]) -> Self {
        let articles = (0..).zip(texts);
        let articles = articles.map(|(id, text)| Article::from_text(ArticleId(id), *text));
        Self::of(language, size, articles.collect())
    }

    /// With these reports.
    pub fn of(language: &str, size: (u16, u16), articles: Vec<Article>) -> Self {
        let interface = if language == "ar" { Interface::Arabic } else { Interface::English };
        let options = Options { interface, ..Options::default() };
        let state = State::new(options, Keymap::default(), size);
        let mut desk = Self::empty(state, interface, size);
        desk.take(Action::Loaded { articles, left: 0 });
        desk
    }

    fn empty(state: State, interface: Interface, size: (u16, u16)) -> Self {
        let mut desk = Self {
            state,
            messages: Messages::new(interface, Digits::Auto),
            ran: HashSet::new(),
            copied: Vec::new(),
            opened: Vec::new(),
            remembered: Vec::new(),
            asked: Vec::new(),
            late: None,
        };
        desk.take(Action::Resize(size.0, size.1));
        desk
    }

    /// Takes in an action and does what it asks for, until nothing is asked any more.
    pub fn take(&mut self, action: Action) {
        self.state.last = self.state.last.take().filter(|_| !matches!(action, Action::Key(_)));
        let effects = update(&mut self.state, action);
        self.ran.extend(self.state.last);
        for effect in effects {
            self.perform(effect);
        }
    }

    fn perform(&mut self, effect: Effect) {
        match effect {
            Effect::Search { generation, words, articles } => {
                let hits = articles
                    .iter()
                    .map(|article| (article.id, searching::hits_in(article.text.as_str(), &words)));
                let hits = hits.collect();
                self.take(Action::Found { generation, hits, left: 0 });
            }
            Effect::Compare { articles, corrections } => {
                let mut readings: Vec<_> = articles.iter().map(tabayun::facts::extract).collect();
                let comparison = compared(&articles, &mut readings, &corrections);
                let (readings, comparison) = (Arc::new(readings), Arc::new(comparison));
                self.take(Action::Compared { readings, comparison });
            }
            Effect::Reload { article, .. } => {
                let again = dossier().into_iter().find(|known| known.id == article).unwrap();
                self.take(Action::Reloaded(Box::new(again)));
            }
            Effect::Keep(change) => match &mut self.late {
                Some(late) => late.push(*change),
                None => self.take(Action::Kept(change, Arrival::Nothing)),
            },
            Effect::WriteNote(id, note) => {
                self.take(Action::NoteWritten(id, format!("{note}\nسطر ثان\n")));
            }
            Effect::LookAtNotebook => self.asked.push("look"),
            Effect::OpenKept { path, id } => {
                let articles = load(&[Input::Path(path)]).articles;
                self.take(Action::Opened(articles, id));
            }
            Effect::PrepareNotebook(unprepared) => {
                self.take(Action::Prepared(unprepared.prepare()));
            }
            Effect::KeepConflict(at) => {
                keeping::conflict(&mut self.state, at, &self.messages);
                self.take(Action::Settle);
            }
            Effect::ScrollCard(step) => {
                let rows = tabayun::ui::rows_of_card(&self.state, &self.messages);
                tabayun::app::card::go(&mut self.state, step, rows);
            }
            Effect::CopyNotebook(format) => {
                self.copied.push(shelf::exported(&self.state, format, &self.messages));
            }
            Effect::Export { name, format, over } => {
                // Of the files that are there already.
                let there = name == "there.md" && !over;
                let words = shelf::exported(&self.state, format, &self.messages);
                let notice = if there {
                    Notice::grave("export-is-there").words("name", name.clone())
                } else {
                    self.copied.push(format!("{name}: {words}"));
                    Notice::new("exported").words("name", name.clone())
                };
                self.take(Action::Exported { name, notice, there });
            }
            Effect::FormerEncoder => self.asked.push("former-encoder"),
            Effect::NextEncoder => self.take(Action::Encoder("explicit".to_owned())),
            Effect::Copy(words) => self.copied.push(words),
            Effect::Open(url) => self.opened.push(url),
            Effect::Remember(places) => self.remembered = places,
            Effect::CancelSearch => self.asked.push("cancel-search"),
            Effect::Redraw => self.asked.push("redraw"),
            Effect::Suspend => self.asked.push("suspend"),
            Effect::Quit => self.asked.push("quit"),
        }
    }

    /// Plays keys: letters as they are, others in angle brackets: `/ميناء<Enter>n`.
    /// `<click:X,Y>`, `<drag:X,Y>`, `<wheel-down:X,Y>`, `<resize:W,H>` and `<paste:words>` too.
    pub fn play(&mut self, keys: &str) {
        let mut rest = keys;
        while let Some(letter) = rest.chars().next() {
            let named = rest.strip_prefix('<').and_then(|rest| rest.split_once('>'));
            if let Some((name, after)) = named.filter(|(name, _)| name.len() > 1) {
                self.event(name);
                rest = after;
            } else {
                self.take(Action::Key(Key::char(letter)));
                rest = rest.get(letter.len_utf8()..).unwrap_or_default();
            }
        }
    }

    /// Plays keys that are all there before the keeper has written anything, as a quick hand or a
    /// slow disk has it; what the keeper was asked is answered by `answer`.
    pub fn burst(&mut self, keys: &str, answer: impl Fn(Change) -> Action) {
        self.late = Some(Vec::new());
        self.play(keys);
        for change in self.late.take().unwrap_or_default() {
            self.take(answer(change));
        }
    }

    fn event(&mut self, name: &str) {
        let Some((event, rest)) = name.split_once(':') else {
            let keys = parse_keys(name).unwrap_or_else(|| panic!("no key: {name}"));
            return keys.into_iter().for_each(|key| self.take(Action::Key(key)));
        };
        if event == "paste" {
            return self.take(Action::Paste(rest.to_owned()));
        }
        let (x, y) = rest.split_once(',').unwrap();
        let (x, y) = (x.parse().unwrap(), y.parse().unwrap());
        let kind = match event {
            "click" => MouseKind::Press,
            "drag" => MouseKind::Drag,
            "release" => MouseKind::Release,
            "wheel-down" => MouseKind::WheelDown,
            "wheel-up" => MouseKind::WheelUp,
            "resize" => return self.take(Action::Resize(x, y)),
            _ => panic!("no event: {name}"),
        };
        self.take(Action::Mouse(Mouse { kind, x, y }));
    }
}
