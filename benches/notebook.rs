//! A notebook of a hundred thousand bookmarks: opened, filtered, sorted, added to.
//!
//!     cargo bench --bench notebook
//!
//! Prints the median of several rounds of each. To reach: opened in 300 ms, 16 ms a keystroke of
//! the filter, 5 ms for a new one. `TABAYUN_BENCH_ONE=open` (`nothing`, `prepare`, `filter`, `add`) does
//! one thing once, for counting instructions: `valgrind --tool=callgrind`.

#![allow(missing_docs, clippy::unwrap_used, reason = "a program, not a library")]

use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use jiff::Timestamp;
use tabayun::notebook::{
    Arrival, Book, Bookmark, CharRange, Entry, Filter, Id, Journal, Kind, Loaded, News, Quoted,
    Sort, Source, Target, Unprepared,
};

const COUNT: u32 = 100_000;

fn main() {
    let folder = tempfile::tempdir().unwrap();
    fill(folder.path());
    match std::env::var("TABAYUN_BENCH_ONE").as_deref() {
        Ok("nothing") => {}
        Ok("open") => drop(black_box(open(folder.path()))),
        Ok("prepare") => drop(prepared(folder.path())),
        Ok("filter") => drop(filter(&prepared(folder.path()).1)),
        Ok("add") => drop(add(folder.path(), 1)),
        _ => all(folder.path()),
    }
}

fn all(folder: &Path) {
    let size = std::fs::metadata(folder.join("notebook.jsonl")).unwrap().len();
    println!("{COUNT} bookmarks, {} MB", size / 1_000_000);
    let rounds = |work: &mut dyn FnMut()| median((0..5).map(|_| timed(&mut *work)).collect());
    println!("open          {:?}", rounds(&mut || drop(black_box(open(folder)))));
    let book = open(folder).1;
    println!(
        "ready         {:?}",
        rounds(&mut || drop(book.unprepared().map(Unprepared::prepare)))
    );
    let (_, book) = prepared(folder);
    for (typed, time) in filter(&book) {
        println!("filter {typed:28} {time:?}");
    }
    for sort in [Sort::Published, Sort::Report, Sort::Outlet, Sort::Speaker] {
        let time = rounds(&mut || drop(book.slots(&Filter::default(), sort)));
        println!("sort {sort:?} {time:?}");
    }
    println!("add           {:?}", median(add(folder, 50)));
}

/// As the keeper opens it: what arrives is ready for the screen.
fn open(folder: &Path) -> (Journal, Book) {
    let (journal, loaded) = Journal::open(folder).unwrap();
    let mut book = Book::default();
    book.take_over(Arrival::from(News::Replaced(loaded)));
    (journal, book)
}

fn prepared(folder: &Path) -> (Journal, Book) {
    let (journal, mut book) = open(folder);
    if let Some(unprepared) = book.unprepared() {
        book.prepared(unprepared.prepare());
    }
    (journal, book)
}

/// Each letter of some words as it is typed, as the notebook's view asks for it.
fn filter(book: &Book) -> Vec<(String, Duration)> {
    let all = book.slots(&Filter::default(), Sort::Kept);
    let mut times = Vec::new();
    for words in ["ا", "الزورق 97", "غائبة", "المدربه 7", "وسم9 الشاطي", "outlet:الشاطئ_7 تدرب"]
    {
        let mut shown = all.clone();
        let mut worst = (String::new(), Duration::ZERO);
        for (at, letter) in words.char_indices() {
            let typed = words.split_at(at + letter.len_utf8()).0;
            // A facet that grows is another facet: then all are looked at again.
            let among = if typed.contains(':') { &all } else { &shown };
            let mut found = Vec::new();
            let time = timed(|| found = book.narrowed(among, &Filter::typed(typed)));
            shown = found;
            if time >= worst.1 {
                worst = (typed.to_owned(), time);
            }
        }
        times.push((format!("{words}, at worst after {}", worst.0), worst.1));
    }
    times
}

fn add(folder: &Path, count: u32) -> Vec<Duration> {
    let (mut journal, mut book) = prepared(folder);
    let mut one = |step: u32| {
        let change = book.keep(bookmark(COUNT + step));
        timed(|| {
            journal.append(&change.entries).unwrap();
            let news = journal.refresh().unwrap();
            book.confirm(change.clone());
            book.take_over(news);
            black_box(book.slots(&Filter::default(), Sort::Kept));
        })
    };
    (0..count).map(&mut one).collect()
}

fn timed(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

fn fill(folder: &Path) {
    let (mut journal, loaded) = Journal::open(folder).unwrap();
    assert_eq!(loaded, Loaded::default());
    let all: Vec<Entry> = (0..COUNT).map(|step| Entry::Keep(Box::new(bookmark(step)))).collect();
    journal.append(&all).unwrap();
}

/// A quotation of the usual size from one of five thousand reports.
fn bookmark(step: u32) -> Bookmark {
    let at = Timestamp::from_second(1_760_000_000 + i64::from(step)).unwrap();
    let source = Source {
        url: Some(format!("https://example.org/news/{}", step % 5000)),
        title: Some(format!("سباق الزوارق في يومه {}", step % 5000)),
        outlet: Some(format!("صحيفة الشاطئ {}", step % 40)),
        published: Some(jiff::civil::date(2024, 3, 9)),
        accessed: Some(at),
        language: Some("ar".into()),
        sha256: Some(format!("{:064x}", step % 5000)),
        path: None,
        authors: Vec::new(),
    };
    let exact = format!(
        "وصل الزورق رقم {step} إلى خط النهاية بعد الظهر، وقالت المدربة إن الفريق رقم {} تدرب أشهرا قبل السباق.",
        step % 977
    );
    let quoted = Quoted {
        exact,
        prefix: "انطلق السباق عند السادسة صباحا من رصيف الميناء القديم. ".into(),
        suffix: " وتابع السباق مئات من سكان القرى المجاورة على ضفتي النهر.".into(),
    };
    Bookmark {
        id: Id::fresh(),
        kind: Kind::Quotation,
        created: at,
        modified: at,
        dossier: Some("سباق الزوارق".into()),
        targets: vec![Target {
            source,
            quoted: Some(quoted),
            position: Some(CharRange { start: step, end: step + 90 }),
            speaker: Some(format!("المدربة {}", step % 300)),
            ..Target::default()
        }],
        note: String::new(),
        tags: vec![format!("وسم{}", step % 100)],
        colour: None,
    }
}
