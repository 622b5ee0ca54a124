//! Instructions of the work that every report costs, counted under valgrind, with hard limits.
//!
//!     cargo install gungraun-runner --version 0.20.0 && cargo bench --bench instructions
//!
//! The counts are the same on every run of one build, so a fresh clone fails when a change makes
//! the work dearer than the limits below. The report is invented; `facts` reads it as one article
//! of a folder, after one that has warmed nothing: no table is built at run time.

#![allow(missing_docs, reason = "the macros make public functions")]

use std::hint::black_box;

use gungraun::{
    Callgrind, EventKind, LibraryBenchmarkConfig, library_benchmark, library_benchmark_group, main,
};
use tabayun::article::{Article, ArticleId};
use tabayun::facts::{Reading, extract};
use tabayun::text::{Folded, Layout, Paragraph, Span};

/// Columns of a pane when three stand side by side on a wide terminal.
const WIDTH: u16 = 44;

const REPORT: &str = "استئناف الرحلات البحرية في خليج نواره بعد توقف ثلاثة أيام

نواره (وكالة الساحل) - أعلنت هيئة الموانئ في مدينة نواره أن حركة العبارات ستستأنف يوم الاثنين بعد توقف دام ثلاثة أيام ونصف اليوم، وذلك إثر العاصفة التي ضربت الساحل الشرقي مساء الخميس الماضي.
وقال المتحدث باسم الهيئة سالم الدوري إن الأضرار التي لحقت بالأرصفة محدودة ولا تستدعي الإغلاق الكامل كما كان يخشى التجار، مضيفا أن «الأرصفة الثلاثة ستفتح تباعا».
كما أكد مسؤول آخر أن عدد العالقين بلغ نحو 1250 راكبا، بينهم 40 طفلا، وأن الخسائر لا تتجاوز 3.5 ملايين دولار، أي ما يعادل 12% من إيرادات العام الماضي.
وأضاف: «لن نتأخر في صرف التعويضات»، مشيرا إلى أن اللجنة تجتمع عند الساعة العاشرة صباحا بالتوقيت المحلي لبحث طلبات 27 شركة نقل.
وكانت العبارة الأولى قد غادرت الميناء في 12 مايو 2031 وعلى متنها بضائع من مختلف أنحاء الساحل الشرقي، ولم تسجل إصابات بين أفراد طاقمها.
ويرى سكان الحي القديم أن عودة الرحلات ستخفف من ازدحام الطرق وتعيد الحياة إلى السوق بعد أسابيع من الركود، بينما نفت النقابة التوصل إلى اتفاق نهائي بشأن ساعات العمل.
ومن المتوقع أن تصل أول سفينة شحن (Harbour Star) خلال 48 ساعة، وفق بيان صدر عن الشركة المالكة.
";

fn article() -> Article {
    Article::from_text(ArticleId(0), REPORT)
}

#[library_benchmark(config = at_most(1_240_000))]
#[bench::report(setup = article)]
fn facts(article: Article) -> Reading {
    black_box(extract(black_box(&article)))
}

#[library_benchmark(config = at_most(320_000))]
fn blocks() -> Article {
    black_box(article())
}

#[library_benchmark(config = at_most(50_000))]
fn fold() -> Folded {
    black_box(Folded::new(black_box(REPORT)))
}

// Breaks, orders, joins and mirrors every line; gives the cells.
#[library_benchmark(config = at_most(720_000))]
fn rows() -> usize {
    let layout = Layout::new(WIDTH);
    let mut cells = 0;
    let mut at = 0;
    for line in REPORT.split_inclusive('\n') {
        let span = Span::new(at, at + line.len());
        at += line.len();
        let paragraph = Paragraph::new(REPORT, span, &layout);
        for line in paragraph.lines(REPORT) {
            cells += black_box(paragraph.row(REPORT, line)).cells.len();
        }
    }
    cells
}

/// So many instructions, or the benchmark fails.
fn at_most(instructions: u64) -> LibraryBenchmarkConfig {
    let mut callgrind = Callgrind::default();
    callgrind.hard_limits([(EventKind::Ir, instructions)]);
    let mut config = LibraryBenchmarkConfig::default();
    config.tool(callgrind);
    config
}

library_benchmark_group!(name = reports, benchmarks = [facts, blocks, fold, rows]);
main!(library_benchmark_groups = reports);
