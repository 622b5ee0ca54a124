//! The worst frames: from a key, or a new size, to the bytes that the terminal gets.
//!
//!     cargo bench --bench frames
//!
//! Each scene is a screen full of invented reports and a walk through it. A frame is what the
//! program does for it between two waits: update, layout, drawing, and the difference to the last
//! frame as bytes, without the write itself. To reach: no frame over 16 ms. Reading the claims and
//! comparing are not in a frame; they run beside it and are done here before the walk begins.

#![allow(clippy::expect_used, clippy::panic, reason = "a bench says what failed by failing")]

use std::fmt::Write as _;
use std::sync::Arc;
use std::time::{Duration, Instant};

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use tabayun::app::key::parse_keys;
use tabayun::app::keymap::Keymap;
use tabayun::app::options::Options;
use tabayun::app::{Action, Effect, State, searching, update};
use tabayun::article::{Article, ArticleId};
use tabayun::facts;
use tabayun::locale::Messages;
use tabayun::notebook::revision::compared;
use tabayun::settings::{Digits, Interface, Theme as Name};
use tabayun::terminal::encoder::Encoder;
use tabayun::terminal::{Choice, Pen};
use tabayun::ui::{self, Theme};

/// What a screen may take at sixty frames a second.
const LIMIT: Duration = Duration::from_millis(16);

fn main() {
    println!(
        "{:34} {:>7} {:>10} {:>10} {:>8}",
        "scene", "frames", "median ms", "worst ms", "bytes"
    );
    let five: Vec<String> = (0..5).map(|seed| report(8_000, seed)).collect();
    let mut over = 0;
    for (name, mut stage, walk) in vec![
        ("five reports, 120x40", Stage::new(&five, (120, 40)), READING),
        ("five reports, 300x100", Stage::new(&five, (300, 100)), READING),
        ("five reports, 20x5", Stage::new(&five, (20, 5)), READING),
        ("a paragraph of 1 MB", Stage::new(&[paragraph(1_000_000)], (120, 40)), FAR),
        ("a report of 1 MB", Stage::new(&[report(1_000_000, 1)], (120, 40)), FAR),
        ("1 MB under tashkeel", Stage::new(&[vowelled(1_000_000)], (300, 100)), FAR),
        ("500 facts of one report", Stage::new(&[figures(500)], (300, 100)), FACTS),
        ("300 reports", Stage::new(&many(300), (120, 40)), READING),
        ("10,000 reports, not compared", Stage::without_claims(&many(10_000), (120, 40)), FAR),
    ] {
        over += stage.walk(name, walk);
    }
    over += resizes(&five);
    println!("frames over {} ms: {over}", LIMIT.as_millis());
}

/// Keys of the walks, as the table of commands spells them.
const READING: &str = "j j j j j k k Ctrl-d Ctrl-d Ctrl-u Space G g g ]c ]c ]c [c ]s ]s ]f ]f c q x j j q \
    f F F f Tab j Tab j = j j = z j z ? q";
const FAR: &str = "j j Ctrl-d Space Space G k k Ctrl-u g g j j Tab j Tab G Tab G g g z G g g";
const FACTS: &str = "]f ]f ]f F F F F Tab Tab j j G g g ]f";

/// A hundred sizes, one after the other, as when a window is dragged.
fn resizes(texts: &[String]) -> usize {
    let mut stage = Stage::new(texts, (120, 40));
    let sizes = (0..100_u16).map(|n| Action::Resize(40 + (n * 37) % 260, 6 + (n * 13) % 94));
    let frames = sizes.map(|size| stage.frame(size)).collect();
    told("100 resizes", frames)
}

/// The program without its terminal.
struct Stage {
    state: State,
    messages: Messages,
    theme: Theme,
    encoder: Box<dyn Encoder>,
    pen: Pen,
    shown: Buffer,
}

/// How long a frame took, and the bytes it wrote.
type Frame = (Duration, usize);

impl Stage {
    fn new(texts: &[String], size: (u16, u16)) -> Self {
        let mut stage = Self::without_claims(texts, size);
        let articles = Arc::clone(&stage.state.articles);
        let mut readings: Vec<_> = articles.iter().map(facts::extract).collect();
        let comparison = Arc::new(compared(&articles, &mut readings, &[]));
        stage.frame(Action::Compared { readings: Arc::new(readings), comparison });
        stage
    }

    fn without_claims(texts: &[String], (width, height): (u16, u16)) -> Self {
        let options = Options { interface: Interface::Arabic, ..Options::default() };
        let mut stage = Self {
            state: State::new(options, Keymap::default(), (width, height)),
            messages: Messages::new(Interface::Arabic, Digits::Auto),
            theme: Theme::named(Name::Dark),
            encoder: Choice::default().encoder(),
            pen: Pen::new(width),
            shown: Buffer::empty(Rect::new(0, 0, width, height)),
        };
        let ids = (0..).map(ArticleId);
        let articles: Vec<Article> =
            ids.zip(texts).map(|(id, text)| Article::from_text(id, text.as_str())).collect();
        stage.frame(Action::Loaded { articles, left: 0 });
        stage
    }

    /// Goes through the keys; how many frames were too slow.
    fn walk(&mut self, name: &str, keys: &str) -> usize {
        let mut frames = Vec::new();
        for key in keys.split_whitespace() {
            for key in parse_keys(key).expect("a key of the table") {
                frames.push(self.frame(Action::Key(key)));
            }
        }
        told(name, frames)
    }

    fn frame(&mut self, action: Action) -> Frame {
        let begin = Instant::now();
        self.take(action);
        let (width, height) = self.state.size;
        let mut next = Buffer::empty(Rect::new(0, 0, width, height));
        ui::view(&self.state, &self.theme, &self.messages, &mut next);
        self.pen.rewind();
        if self.shown.area != next.area {
            self.pen.forget(width);
            self.shown = Buffer::empty(next.area);
        }
        let width = usize::from(width.max(1));
        let rows = self.shown.content.chunks(width).zip(next.content.chunks(width));
        for (y, (old, new)) in (0..).zip(rows) {
            if old != new {
                self.encoder.paint_row(y, old, new, &mut self.pen);
            }
        }
        self.shown = next;
        (begin.elapsed(), self.pen.bytes().len())
    }

    /// Updates; a search is done at once, everything else that is asked for has no part in a frame.
    fn take(&mut self, action: Action) {
        for effect in update(&mut self.state, action) {
            if let Effect::Search { generation, words, articles } = effect {
                let hits = articles
                    .iter()
                    .map(|article| (article.id, searching::hits_in(article.text.as_str(), &words)));
                let found = Action::Found { generation, hits: hits.collect(), left: 0 };
                update(&mut self.state, found);
            }
        }
    }
}

/// Prints what frames took; how many were too slow.
fn told(name: &str, mut frames: Vec<Frame>) -> usize {
    let over = frames.iter().filter(|(time, _)| *time > LIMIT).count();
    let bytes = frames.iter().map(|(_, bytes)| *bytes).max().unwrap_or(0);
    frames.sort_unstable();
    let at = |index: usize| frames.get(index).map_or(0.0, |(time, _)| time.as_secs_f64() * 1e3);
    let (median, worst) = (at(frames.len() / 2), at(frames.len().saturating_sub(1)));
    println!("{name:34} {:>7} {median:>10.3} {worst:>10.3} {bytes:>8}", frames.len());
    over
}

const WORDS: &str = "أعلنت هيئة الموانئ في مدينة نواره أن حركة العبارات ستستأنف خلال ساعات بعد توقف دام \
    وقال المتحدث باسمها إن الأضرار التي لحقت بالأرصفة محدودة ولا تستدعي الإغلاق كما أكد مسؤول آخر أن \
    عدد العالقين (وفق البيان) «لن نتأخر» من طراز إف-35 موسم 2025/2024 عن Harbour News الأسبوع المقبل، \
    وأضاف: لا تغيير في المواعيد المعلنة سابقا للمسافرين بين الجزيرتين";

/// Numbers that are the same on every run.
fn dice(seed: u64) -> impl FnMut(usize) -> usize {
    let mut state = seed.wrapping_add(7);
    move |below| {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below
    }
}

/// A report of so many bytes: a headline, then paragraphs with figures in them.
fn report(bytes: usize, seed: u64) -> String {
    let words: Vec<&str> = WORDS.split_whitespace().collect();
    let mut next = dice(seed);
    let mut text = "توقف العبارات بين الجزيرتين بعد العاصفة\n\n".to_owned();
    while text.len() < bytes {
        for _ in 0..12 + next(30) {
            text.push_str(words[next(words.len())]);
            text.push(' ');
        }
        let (hurt, hours) = (11 + next(80), 3 + next(8));
        // Writing to a String cannot fail.
        let _ = write!(text, "وأصيب {hurt} شخصا واستمر التوقف {hours} ساعات.\n\n");
    }
    text
}

fn many(count: u64) -> Vec<String> {
    (0..count).map(|seed| report(2_000, seed)).collect()
}

/// One line that is as long.
fn paragraph(bytes: usize) -> String {
    report(bytes, 3).replace('\n', " ")
}

/// Every letter under two marks.
fn vowelled(bytes: usize) -> String {
    let mut text = String::with_capacity(bytes + 8_000);
    for letter in report(bytes / 3, 5).chars() {
        text.push(letter);
        if ('ب'..='ي').contains(&letter) {
            text.push_str("\u{651}\u{64E}");
        }
    }
    text
}

/// A report that states so many figures.
fn figures(count: usize) -> String {
    let mut next = dice(9);
    let lines = (0..count).map(|_| format!("أصيب {} شخصا في الميناء.", 11 + next(900)));
    lines.collect::<Vec<_>>().join("\n")
}
