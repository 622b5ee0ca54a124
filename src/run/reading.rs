//! The claims of all reports, read on several cores.
//!
//! The reports are handed out one by one, so that a long one keeps no core waiting; the readings
//! come back in the order of the reports.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::Sender;
use std::thread;
use std::time::{Duration, Instant};

use crate::app::Action;
use crate::article::Article;
use crate::facts::{self, Reading, Topic};

use super::Incoming;
use super::panic::WORKER;

/// How often the reader is told how far it is; what takes less is not told.
const TOLD: Duration = Duration::from_millis(200);

/// Bytes of reports from which all cores are asked for: counting them takes as long as reading the
/// claims of a page.
const LARGE: usize = 256 * 1024;

/// Reads every report, telling how far it is; `None` when it is called off.
pub fn read(
    articles: &[Article],
    sender: &Sender<Incoming>,
    goes_on: &(dyn Fn() -> bool + Sync),
) -> Option<Vec<Reading>> {
    let next = AtomicUsize::new(0);
    let take = |mut tell: Option<Progress>| {
        let mut own = Vec::new();
        while goes_on() {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(article) = articles.get(at) else { break };
            if let Some(progress) = &mut tell {
                progress.tell(at, articles.len());
            }
            let mut reading = facts::extract(article);
            // Thousands of them are kept for as long as the program runs.
            reading.facts.shrink_to_fit();
            for Topic { label, scope, .. } in reading.facts.iter_mut().map(|fact| &mut fact.topic) {
                label.shrink_to_fit();
                scope.shrink_to_fit();
            }
            reading.quotes.shrink_to_fit();
            own.push((at, reading));
        }
        own
    };
    let mut all = thread::scope(|scope| {
        let others: Vec<_> = (1..cores(articles))
            .filter_map(|_| {
                let named = thread::Builder::new().name(WORKER.to_owned());
                // Where no thread can be had, the others read its reports.
                named.spawn_scoped(scope, || take(None)).ok()
            })
            .collect();
        let mut all = take(Some(Progress { sender, told: Instant::now() }));
        for other in others {
            match other.join() {
                Ok(own) => all.extend(own),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        all
    });
    all.sort_unstable_by_key(|(at, _)| *at);
    let readings: Vec<Reading> = all.into_iter().map(|(_, reading)| reading).collect();
    (readings.len() == articles.len()).then_some(readings)
}

/// Whether reading the reports takes longer than asking for cores.
pub fn is_large(articles: &[Article]) -> bool {
    articles.iter().map(|article| article.text.len()).sum::<usize>() >= LARGE
}

/// Threads to read on.
fn cores(articles: &[Article]) -> usize {
    let large = is_large(articles);
    let cores = if large { thread::available_parallelism().map_or(2, Into::into) } else { 2 };
    cores.min(articles.len())
}

/// Tells how far the reading is.
struct Progress<'a> {
    sender: &'a Sender<Incoming>,
    told: Instant,
}

impl Progress<'_> {
    fn tell(&mut self, done: usize, all: usize) {
        if self.told.elapsed() > TOLD {
            let _ = self.sender.send(Incoming::Action(Action::Reading { done, all }));
            self.told = Instant::now();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::ArticleId;
    use std::sync::mpsc::channel;

    fn reports(count: u32) -> Vec<Article> {
        let text = |id: u32| format!("أصيب {} شخصا في الميناء.", id + 3);
        (0..count).map(|id| Article::from_text(ArticleId(id), text(id))).collect()
    }

    #[test]
    fn readings_come_in_the_order_of_the_reports() {
        let reports = reports(200);
        let (sender, _told) = channel();
        let readings = read(&reports, &sender, &|| true).unwrap();
        let alone: Vec<Reading> = reports.iter().map(facts::extract).collect();
        let facts = |readings: Vec<Reading>| -> Vec<_> {
            readings.into_iter().map(|reading| reading.facts).collect()
        };
        assert_eq!(facts(readings), facts(alone));
    }

    #[test]
    fn what_is_called_off_gives_nothing() {
        let (sender, _told) = channel();
        assert!(read(&reports(9), &sender, &|| false).is_none());
        assert_eq!(read(&[], &sender, &|| true).map(|all| all.len()), Some(0));
    }
}
