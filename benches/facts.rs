//! How many megabytes of reports a second are turned into facts, on one core.
//!
//!     cargo bench --bench facts
//!
//! The text is made here, of the sentences of an invented report; where the folder of seed texts
//! is there (`TABAYUN_SHARED`, else `../shared`), they are measured as well. To reach: 20 MB/s for
//! the seeds, and the same time a megabyte for ten times as much text.

#![allow(missing_docs, reason = "a program, not a library")]

use std::hint::black_box;
use std::path::PathBuf;
use std::time::Instant;

use tabayun::article::{Article, ArticleId, Block, BlockKind, Encoding, Language, OffsetsIn};
use tabayun::facts::{Prepared, extract};
use tabayun::text::{Span, Text};

const SENTENCES: [&str; 6] = [
    "أعلنت هيئة الموانئ في مدينة نواره أن حركة العبارات ستستأنف يوم الاثنين بعد توقف دام ثلاثة أيام ونصف اليوم. ",
    "وقال المتحدث باسمها إن الأضرار التي لحقت بالأرصفة محدودة ولا تستدعي الإغلاق الكامل كما كان يخشى التجار. ",
    "كما أكد مسؤول آخر أن عدد العالقين بلغ نحو 1250 راكبا، بينهم 40 طفلا، وأن الخسائر لا تتجاوز 3.5 ملايين دولار. ",
    "وأضاف: «لن نتأخر في صرف التعويضات»، مشيرا إلى أن اللجنة تجتمع عند الساعة العاشرة صباحا بالتوقيت المحلي. ",
    "وكانت العبارة الأولى قد غادرت الميناء في 12 مايو 2031 وعلى متنها بضائع من مختلف أنحاء الساحل الشرقي. ",
    "ويرى سكان الحي القديم أن عودة الرحلات ستخفف من ازدحام الطرق وتعيد الحياة إلى السوق بعد أسابيع من الركود.\n",
];

fn main() {
    let made: String = SENTENCES.concat();
    measure("made, 5 MB", &made, 5);
    measure("made, 50 MB", &made, 50);
    let Some(seeds) = seeds() else {
        eprintln!("No seed texts: set TABAYUN_SHARED to the folder that holds them.");
        return;
    };
    measure("seeds, 5 MB", &seeds, 5);
    measure("seeds, 50 MB", &seeds, 50);
}

/// The seed texts in order of name, one after the other.
fn seeds() -> Option<String> {
    let shared = std::env::var_os("TABAYUN_SHARED").map_or("../shared".into(), PathBuf::from);
    let mut paths: Vec<_> =
        std::fs::read_dir(shared.join("seeds")).ok()?.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    let texts = paths.iter().filter_map(|path| std::fs::read_to_string(path).ok());
    Some(texts.map(|text| text + "\n").collect())
}

/// Reads so many megabytes of a repeated text, article by article of about 8 kB.
fn measure(name: &str, text: &str, megabytes: usize) {
    let articles = articles(text, megabytes << 20);
    let bytes: usize = articles.iter().map(|article| article.text.len()).sum();
    let rate = |start: Instant| bytes as f64 / 1e6 / start.elapsed().as_secs_f64();
    let start = Instant::now();
    for article in &articles {
        black_box(Prepared::new(article));
    }
    let prepared = rate(start);
    let start = Instant::now();
    let facts: usize = articles.iter().map(|article| extract(article).facts.len()).sum();
    println!("{name}: words {prepared:.1} MB/s, facts {:.1} MB/s ({facts} facts)", rate(start));
}

fn articles(text: &str, bytes: usize) -> Vec<Article> {
    let mut articles = Vec::new();
    let mut total = 0;
    while total < bytes {
        for part in parts(text) {
            total += part.len();
            articles.push(article(part));
        }
    }
    articles
}

/// Whole lines of about 8 kB.
fn parts(text: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    for line in text.split_inclusive('\n') {
        match parts.last_mut() {
            Some(last) if last.len() < 8000 => last.push_str(line),
            _ => parts.push(line.to_owned()),
        }
    }
    parts
}

/// An article of which every line is a paragraph.
fn article(text: String) -> Article {
    let mut blocks = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        blocks.push(Block { span: Span::new(at, at + line.len()), kind: BlockKind::Paragraph });
        at += line.len();
    }
    Article {
        id: ArticleId(0),
        path: None,
        record: None,
        authors: Vec::new(),
        text: Text::new(text),
        blocks,
        title: None,
        outlet: None,
        published: None,
        published_at: None,
        url: None,
        event: None,
        language: Language::Arabic,
        offsets_in: OffsetsIn::Text,
        encoding: Encoding { name: "UTF-8", guessed: false, damaged: false },
    }
}
