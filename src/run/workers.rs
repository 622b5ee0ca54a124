//! What may take longer than a blink: loading, searching, comparing. One thread a task; each can
//! be called off, tells how far it is, and a panic in it is told on the screen.

use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::Sender;
use std::thread;
use std::time::{Duration, Instant};

use crate::app::notice::Notice;
use crate::app::{Action, searching};
use crate::article::{self, Article, ArticleId, Event, Input};
use crate::compare::Folder;
use crate::notebook::revision;
use crate::notebook::{Bookmark, Id, Unprepared};
use crate::text::Span;

use super::cache::Cache;
use super::panic::WORKER;
use super::{Incoming, reading};

/// How often a long task sends what it has.
const BEAT: Duration = Duration::from_millis(60);

/// Reports that fill a list on the screen: they are sent without waiting for the beat. A dossier of
/// fewer comes as a whole.
pub const SCREENFUL: usize = 32;

/// Runs a task on a thread of its own; a panic in it becomes a sentence.
fn spawn(sender: &Sender<Incoming>, task: impl FnOnce(&Sender<Incoming>) + Send + 'static) {
    let sender = sender.clone();
    let started = thread::Builder::new().name(WORKER.to_owned()).spawn({
        let sender = sender.clone();
        move || {
            if catch_unwind(AssertUnwindSafe(|| task(&sender))).is_err() {
                tell(&sender, Notice::grave("worker-failed"));
            }
        }
    });
    if started.is_err() {
        tell(&sender, Notice::grave("worker-failed"));
    }
}

fn tell(sender: &Sender<Incoming>, notice: Notice) {
    send(sender, Action::Tell(notice));
}

/// Sends an action; when nobody listens any more, the program is ending.
fn send(sender: &Sender<Incoming>, action: Action) {
    let _ = sender.send(Incoming::Action(action));
}

/// Loads all inputs, in batches; `after` follows the last one.
pub fn load(sender: &Sender<Incoming>, inputs: Vec<Input>, after: Action) {
    spawn(sender, move |sender| {
        let mut batch = Batch { articles: Vec::new(), left: 0, sent: Instant::now(), first: true };
        let _ = article::load_each(&inputs, &mut |event| {
            match event {
                Event::Expect(more) => batch.left += more,
                Event::Named(event) => send(sender, Action::Named(event)),
                Event::Problem(problem) => {
                    batch.left = batch.left.saturating_sub(usize::from(!problem.is_warning()));
                    let _ = sender.send(Incoming::Problem(problem));
                }
                Event::Article(article) => {
                    batch.left = batch.left.saturating_sub(1);
                    batch.articles.push(*article);
                }
            }
            batch.beat(sender);
            ControlFlow::Continue(())
        });
        send(sender, Action::Loaded { articles: batch.articles, left: 0 });
        send(sender, after);
    });
}

/// Reports on their way to the screen.
struct Batch {
    articles: Vec<Article>,
    left: usize,
    sent: Instant,
    first: bool,
}

impl Batch {
    fn beat(&mut self, sender: &Sender<Incoming>) {
        let due = self.sent.elapsed() > BEAT || (self.first && self.articles.len() >= SCREENFUL);
        if due && self.left > 0 {
            let articles = std::mem::take(&mut self.articles);
            send(sender, Action::Loaded { articles, left: self.left });
            self.sent = Instant::now();
            self.first = false;
        }
    }
}

/// Reads the file in which a bookmark was kept; where it cannot be read, says why.
pub fn open_kept(sender: &Sender<Incoming>, path: PathBuf, id: Id) {
    spawn(sender, move |sender| {
        let loaded = article::load(&[Input::Path(path)]);
        if loaded.articles.is_empty() {
            return loaded.problems.into_iter().for_each(|problem| {
                let _ = sender.send(Incoming::Problem(problem));
            });
        }
        send(sender, Action::Opened(loaded.articles, id));
    });
}

/// Makes a large notebook ready for filters.
pub fn prepare(sender: &Sender<Incoming>, unprepared: Unprepared) {
    spawn(sender, move |sender| send(sender, Action::Prepared(unprepared.prepare())));
}

/// Reads one report again.
pub fn reload(sender: &Sender<Incoming>, id: ArticleId, path: PathBuf) {
    spawn(sender, move |sender| {
        let loaded = article::load(&[Input::Path(path)]);
        for problem in loaded.problems {
            let _ = sender.send(Incoming::Problem(problem));
        }
        if let Some(mut article) = loaded.articles.into_iter().next() {
            article.id = id;
            send(sender, Action::Reloaded(Box::new(article)));
        }
    });
}

/// Searches all reports, from the one that is read onward; a newer generation ends it.
pub fn search(
    sender: &Sender<Incoming>,
    newest: &Arc<AtomicU64>,
    generation: u64,
    words: String,
    articles: Arc<Vec<Article>>,
) {
    let newest = Arc::clone(newest);
    newest.store(generation, Ordering::Relaxed);
    spawn(sender, move |sender| {
        let mut hits: Vec<(ArticleId, Vec<Span>)> = Vec::new();
        let mut sent = Instant::now();
        let mut found = false;
        for (at, article) in articles.iter().enumerate() {
            if newest.load(Ordering::Relaxed) != generation {
                return;
            }
            hits.push((article.id, searching::hits_in(article.text.as_str(), &words)));
            let left = articles.len() - at - 1;
            // The first hit is shown at once.
            let first = !found && hits.last().is_some_and(|(_, hits)| !hits.is_empty());
            found |= first;
            if left == 0 || first || sent.elapsed() > BEAT {
                let hits = std::mem::take(&mut hits);
                send(sender, Action::Found { generation, hits, left });
                sent = Instant::now();
            }
        }
    });
}

/// Reads the claims of all reports, puts right what the reader corrected in them, and compares
/// them; a newer generation ends it.
pub fn compare(
    sender: &Sender<Incoming>,
    (newest, generation): (&Arc<AtomicU64>, u64),
    cache: &Cache,
    articles: Arc<Vec<Article>>,
    corrections: Arc<Vec<Bookmark>>,
) {
    let (newest, cache) = (Arc::clone(newest), cache.clone());
    newest.store(generation, Ordering::Relaxed);
    spawn(sender, move |sender| {
        let goes_on = || newest.load(Ordering::Relaxed) == generation;
        let key = cache.key(&articles, &corrections);
        if let Some((readings, comparison)) = key.as_ref().and_then(|key| cache.find(key)) {
            if goes_on() {
                let (readings, comparison) = (Arc::new(readings), Arc::new(comparison));
                send(sender, Action::Compared { readings, comparison });
            }
            return;
        }
        // The words of a few reports are laid out while their claims are read: neither needs the
        // other. Of many they would lie in memory for all that time.
        let (folder, readings) = thread::scope(|scope| {
            let named = thread::Builder::new().name(WORKER.to_owned());
            let few = !reading::is_large(&articles);
            let spawned = few.then(|| named.spawn_scoped(scope, || Folder::read(&articles)));
            let laid_out = spawned.and_then(Result::ok);
            let readings = reading::read(&articles, sender, &goes_on);
            let laid_out = laid_out.map(thread::ScopedJoinHandle::join);
            let folder = laid_out.map(|joined| joined.unwrap_or_else(|panic| resume_unwind(panic)));
            (folder, readings)
        });
        let Some(mut readings) = readings else { return };
        let folder = folder.unwrap_or_else(|| Folder::read(&articles));
        let comparison = revision::compared_in(folder, &articles, &mut readings, &corrections);
        if goes_on() {
            let (readings, comparison) = (Arc::new(readings), Arc::new(comparison));
            let (shown, compared) = (Arc::clone(&readings), Arc::clone(&comparison));
            send(sender, Action::Compared { readings: shown, comparison: compared });
            if let Some(key) = key {
                // A cache that cannot be written costs the time of the next start and no more.
                let _ = cache.keep(&key, &readings, &comparison);
            }
        }
    });
}
