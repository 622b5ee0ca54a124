//! Text to visual rows: break, order, join, mirror; in MB/s, and beside the `fribidi` command.
//!
//!     cargo bench --bench rows
//!
//! The text is made here, of the words of an invented report with figures, brackets and Latin
//! names. The comparison reads the same file at the same width in turns with `fribidi -w 80`
//! (Debian's libfribidi-bin), takes the ratio inside each round and prints the median; to reach:
//! 0.7 of its MB/s.

#![allow(missing_docs, clippy::expect_used, reason = "criterion's macros make public functions")]

use std::{hint::black_box, io::Write as _, path::Path, process::Command, time::Instant};

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use tabayun::text::{Layout, Paragraph, Span, wrap};

const WIDTH: u16 = 80;
const ROUNDS: usize = 9;

const WORDS: &str = "أعلنت هيئة الموانئ في مدينة نواره أن حركة العبارات ستستأنف خلال ساعات بعد توقف دام \
    ثلاثة أيام وقال المتحدث باسمها إن الأضرار التي لحقت بالأرصفة محدودة ولا تستدعي الإغلاق كما أكد \
    مسؤول آخر أن عدد العالقين بلغ نحو 1250 راكبا بنسبة 3.5% من الإجمالي (وفق البيان) «لن نتأخر» \
    من طراز إف-35 موسم 2025/2024 عن Harbour News الأسبوع المقبل، وأضاف: لا إصابات.";

/// So many bytes of paragraphs of 20 to 120 words, the same on every run.
fn text(bytes: usize) -> String {
    let words: Vec<&str> = WORDS.split_whitespace().collect();
    let mut seed = 7_u64;
    let mut next = |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize % below
    };
    let mut text = String::with_capacity(bytes + 2000);
    while text.len() < bytes {
        for _ in 0..20 + next(100) {
            text.push_str(words[next(words.len())]);
            text.push(' ');
        }
        text.push_str(".\n");
    }
    text
}

fn paragraphs(text: &str) -> impl Iterator<Item = Span> {
    text.split_inclusive('\n').scan(0, |at, paragraph| {
        let start = *at;
        *at += paragraph.len();
        Some(Span::new(start, *at))
    })
}

/// Sets every line of every paragraph, and writes the symbols as a terminal would get them.
fn set(text: &str, out: &mut Vec<u8>) {
    let layout = Layout::new(WIDTH);
    for span in paragraphs(text) {
        let paragraph = Paragraph::new(text, span, &layout);
        for line in paragraph.lines(text) {
            for cell in paragraph.row(text, line).cells {
                out.extend_from_slice(cell.symbol.as_str().as_bytes());
            }
            out.push(b'\n');
        }
    }
}

fn rows(c: &mut Criterion) {
    let (text, layout) = (text(1_000_000), Layout::new(WIDTH));
    let mut group = c.benchmark_group("rows");
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.sample_size(20);
    group.bench_function("wrap", |b| {
        b.iter(|| paragraphs(&text).map(|span| wrap(&text, span, &layout).len()).sum::<usize>());
    });
    group.bench_function("levels", |b| {
        b.iter(|| paragraphs(&text).map(|s| Paragraph::new(&text, s, &layout).span().len()).max());
    });
    group.bench_function("text to rows", |b| {
        b.iter(|| {
            let mut out = Vec::with_capacity(2 * text.len());
            set(&text, &mut out);
            black_box(out.len())
        });
    });
    group.finish();
}

fn beside_fribidi(_: &mut Criterion) {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("rows.txt");
    let mut file = std::fs::File::create(&path).expect("the target folder can be written");
    file.write_all(text(20_000_000).as_bytes()).expect("the disk has 20 MB");
    let fribidi = || {
        Command::new("fribidi")
            .args(["-w", &WIDTH.to_string()])
            .arg(&path)
            .output()
            .map(|run| run.stdout.len())
    };
    if fribidi().is_err() {
        eprintln!("skipped: the fribidi command is missing; install libfribidi-bin to compare.");
        return;
    }
    let mut ratios: Vec<(f64, f64, f64)> = (0..ROUNDS).map(|_| round(&path, fribidi)).collect();
    ratios.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (ratio, ours, theirs) = ratios[ROUNDS / 2];
    println!("20 MB at width {WIDTH}: {ours:.1} MB/s, fribidi {theirs:.1} MB/s, ratio {ratio:.2}");
}

/// One turn of each: the ratio, and both in MB/s.
fn round(path: &Path, fribidi: impl Fn() -> std::io::Result<usize>) -> (f64, f64, f64) {
    let begin = Instant::now();
    let text = std::fs::read_to_string(path).expect("it was written");
    let mut out = Vec::new();
    set(&text, &mut out);
    black_box(out.len());
    let ours = begin.elapsed().as_secs_f64();
    let begin = Instant::now();
    black_box(fribidi().expect("it ran before"));
    let theirs = begin.elapsed().as_secs_f64();
    let size = text.len() as f64 / 1e6;
    (theirs / ours, size / ours, size / theirs)
}

criterion_group!(benches, rows, beside_fribidi);
criterion_main!(benches);
