//! Bookmarks found again in edited copies of reports: of generated ones, and of the example
//! dossier where it is there (`TABAYUN_SHARED`).
//!
//! Every sentence of a report is kept, the report is edited at random, and every bookmark is
//! looked for. What became of each sentence is known, so that each answer can be judged.

#![allow(clippy::unwrap_used, reason = "a test says what failed by failing")]

mod random;
#[path = "../skip/mod.rs"]
mod skip;

use std::path::PathBuf;
use std::time::Instant;

use jiff::Timestamp;
use random::Random;
use tabayun::article::{Article, ArticleId, Encoding, Language, OffsetsIn};
use tabayun::facts::Reading;
use tabayun::notebook::anchor::{Anchored, Finder, PieceKind};
use tabayun::notebook::{Bookmark, take};
use tabayun::text::{Span, Text, fold};

const WHO: [&str; 16] = [
    "المتحدث باسم البلدية",
    "مدير الميناء",
    "وزير النقل",
    "رئيسة النقابة",
    "قائد فريق الإنقاذ",
    "المهندسة المشرفة",
    "أحد سكان الحي",
    "مسؤول في الشركة",
    "المدرب",
    "رئيس اللجنة المنظمة",
    "محافظ المدينة",
    "الناطق الرسمي",
    "شاهد عيان",
    "طبيب في المستشفى",
    "مديرة المدرسة",
    "صاحب المزرعة",
];
const SAID: [&str; 8] = ["قال", "أكد", "أوضح", "أضاف", "ذكر", "صرح", "كشف", "شدد على"];
const WHAT: [&str; 24] = [
    "العمل في الجسر الجديد سيبدأ",
    "حركة القطارات ستعود",
    "توزيع المياه توقف",
    "الطريق الساحلي أغلق",
    "عدد المصابين ارتفع",
    "الحريق أخمد",
    "المفاوضات تأجلت",
    "السباق ألغي",
    "الموسم الزراعي تأخر",
    "أسعار الخبز انخفضت",
    "الكهرباء انقطعت",
    "السفينة غادرت الرصيف",
    "التحقيق انتهى",
    "المعرض افتتح",
    "عملية البحث استؤنفت",
    "الفريق تعادل",
    "الاجتماع اختتم",
    "الدعم وصل",
    "المصنع استأنف الإنتاج",
    "العاصفة ضربت السواحل",
    "القافلة عبرت الحدود",
    "المكتبة استقبلت زوارها",
    "المحصول تضرر",
    "الرحلات حولت",
];
const WHERE: [&str; 18] = [
    "في بلدة الرمانة",
    "قرب وادي السدر",
    "عند مدخل المدينة",
    "على أطراف القرية",
    "في الميناء القديم",
    "بمحاذاة النهر",
    "في الحي الشرقي",
    "داخل الملعب",
    "على الطريق الدائري",
    "في سوق الخضار",
    "أمام مبنى المحكمة",
    "في ضاحية النخيل",
    "فوق التلال الغربية",
    "شمال البحيرة",
    "في مخيم الكشافة",
    "قبالة جزيرة المرجان",
    "في مزارع الزيتون",
    "وسط الساحة الكبرى",
];
const WHEN: [&str; 14] = [
    "صباح الأحد",
    "مساء الاثنين",
    "فجر الثلاثاء",
    "بعد ظهر الأربعاء",
    "منذ ثلاثة أيام",
    "خلال الأسبوع المقبل",
    "قبل نهاية الشهر",
    "عقب صلاة الجمعة",
    "في وقت متأخر من الليل",
    "مطلع الشهر الجاري",
    "بعد أسبوعين من التأخير",
    "عند الساعة السادسة",
    "قبيل الغروب",
    "في اليوم نفسه",
];
const WHY: [&str; 14] = [
    "بسبب الأمطار الغزيرة",
    "بعد اتفاق بين الطرفين",
    "رغم اعتراض الأهالي",
    "وسط إجراءات مشددة",
    "نتيجة عطل في المضخات",
    "بتمويل من المجلس المحلي",
    "دون وقوع إصابات",
    "بحضور مئات المتطوعين",
    "استجابة لطلب السكان",
    "لأسباب لم تتضح بعد",
    "بمشاركة فرق من القرى المجاورة",
    "تحسبا لموجة برد",
    "في خطوة غير متوقعة",
    "على الرغم من نقص المعدات",
];

/// A sentence in the manner of the news, of 3 to 20 words; many share most of their words.
fn sentence(random: &mut Random) -> String {
    let mut words = match random.below(6) {
        0 => random.of(&WHAT).to_owned(),
        1 => format!("{} {}", random.of(&WHAT), random.of(&WHEN)),
        _ => format!("و{} {} إن {}", random.of(&SAID), random.of(&WHO), random.of(&WHAT)),
    };
    for part in [&WHERE[..], &WHEN[..], &WHY[..]] {
        if random.chance(65) {
            words = format!("{words} {}", random.of(part));
        }
    }
    if random.chance(25) {
        words = format!("{words} وبلغ العدد {}", random.below(900) + 3);
    }
    words + if random.chance(90) { "." } else { "؟" }
}

fn article(text: &str) -> Article {
    Article {
        id: ArticleId(0),
        path: None,
        record: None,
        authors: Vec::new(),
        text: Text::new(text),
        blocks: Vec::new(),
        title: None,
        outlet: None,
        published: None,
        published_at: None,
        url: None,
        event: None,
        language: Language::Arabic,
        offsets_in: OffsetsIn::File,
        encoding: Encoding { name: "UTF-8", guessed: false, damaged: false },
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Fate {
    Unchanged,
    Respelt,
    OneWord,
    Deleted,
}

/// What became of a sentence, and where it stands now.
struct Edited {
    fate: Fate,
    now: Option<Span>,
}

/// Another spelling and other punctuation of the same words.
fn respell(sentence: &str, random: &mut Random) -> String {
    let mut out = String::new();
    for c in sentence.chars() {
        match c {
            'أ' | 'إ' if random.chance(50) => out.push('ا'),
            'ة' if random.chance(30) => out.push('ه'),
            'ى' if random.chance(30) => out.push('ي'),
            ' ' if random.chance(8) => out.push_str("، "),
            '.' if random.chance(50) => out.push('!'),
            'م' | 'ل' if random.chance(20) => out.extend([c, 'َ']),
            _ => out.push(c),
        }
    }
    out
}

fn one_word(sentence: &str, random: &mut Random) -> Option<String> {
    let words: Vec<&str> = sentence.split(' ').collect();
    let at = random.below(words.len());
    let bare = words[at].trim_end_matches(|c: char| !c.is_alphanumeric());
    let mark = words[at].strip_prefix(bare).unwrap_or_default();
    let new = random.of(&["الأرجوان", "صحارى", "متفاوتة", "يستعيدون", "بغتة", "المنارات"]);
    if words.len() < 3 || bare.is_empty() || fold(words[at]).contains(&fold(new)) {
        return None;
    }
    let mut words: Vec<String> = words.into_iter().map(str::to_owned).collect();
    words[at] = format!("{new}{mark}");
    Some(words.join(" "))
}

/// Edits a text whose sentences are at `spans`.
fn edit(text: &str, spans: &[Span], random: &mut Random) -> (String, Vec<Edited>) {
    let mut out = String::new();
    let mut edited = Vec::new();
    let mut last = 0;
    for &span in spans {
        let words = text.get(span.range()).unwrap();
        out.push_str(text.get(last..span.start as usize).unwrap());
        last = span.end as usize;
        if random.chance(12) {
            out.push_str(&sentence(random));
            out.push(' ');
        }
        let (fate, new) = match random.below(100) {
            0..10 => (Fate::Deleted, String::new()),
            10..24 => match one_word(words, random) {
                Some(new) => (Fate::OneWord, new),
                None => (Fate::Unchanged, words.to_owned()),
            },
            24..34 => (Fate::Respelt, respell(words, random)),
            _ => (Fate::Unchanged, words.to_owned()),
        };
        let now = Span::new(out.len(), out.len() + new.len());
        out.push_str(&new);
        edited.push(Edited { fate, now: (fate != Fate::Deleted).then_some(now) });
    }
    out.push_str(text.get(last..).unwrap());
    (out, edited)
}

/// How many there were, how many were found, and which were found where they are not.
#[derive(Default)]
struct Score {
    unchanged: (usize, usize),
    respelt: (usize, usize),
    changed: (usize, usize),
    deleted: usize,
    wrong: Vec<String>,
}

impl Score {
    fn judge(&mut self, kept: &Bookmark, edited: &Edited, new: &str, found: &Anchored) {
        let hit = found.span().zip(edited.now).is_some_and(|(found, now)| {
            let shared = found.end.min(now.end).saturating_sub(found.start.max(now.start));
            f64::from(shared) >= 0.8 * f64::from(found.union(now).end - found.union(now).start)
        });
        let shown = match found {
            Anchored::Changed { change, .. } => change.iter().any(|p| p.kind == PieceKind::Gone),
            _ => false,
        };
        let words = |text: &str| {
            let folded = fold(text);
            let words =
                folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
            words.map(str::to_owned).collect::<Vec<_>>()
        };
        // The same words printed twice in one report are either place of the quotation.
        let twin = |span: Span| words(new.get(span.range()).unwrap()) == words(kept.words());
        if let Some(span) = found.span().filter(|&span| !hit && !twin(span)) {
            let words = new.get(span.range()).unwrap();
            self.wrong.push(format!("{:?}\n  {}\n  {words}", edited.fate, kept.words()));
        }
        let add = |count: &mut (usize, usize), found: bool| {
            *count = (count.0 + 1, count.1 + usize::from(found));
        };
        match edited.fate {
            Fate::Unchanged => add(&mut self.unchanged, hit),
            Fate::Respelt => add(&mut self.respelt, hit),
            Fate::OneWord => {
                if !(hit && shown) && std::env::var_os("TABAYUN_PROOF").is_some() {
                    eprintln!("missed: {}\n  {found:?}", kept.words());
                }
                add(&mut self.changed, hit && shown);
            }
            Fate::Deleted => self.deleted += 1,
        }
    }

    fn check(&self, name: &str) {
        let share = |(of, found): (usize, usize)| found as f64 / of.max(1) as f64 * 100.0;
        eprintln!(
            "{name}: unchanged {}/{} ({:.2} %), respelt {}/{} ({:.2} %), one word {}/{} ({:.2} %), deleted {}, wrong {}",
            self.unchanged.1,
            self.unchanged.0,
            share(self.unchanged),
            self.respelt.1,
            self.respelt.0,
            share(self.respelt),
            self.changed.1,
            self.changed.0,
            share(self.changed),
            self.deleted,
            self.wrong.len(),
        );
        for wrong in self.wrong.iter().take(5) {
            eprintln!("wrong: {wrong}");
        }
        assert!(self.wrong.is_empty());
        assert!(share(self.unchanged) >= 99.0);
        assert!(share(self.respelt) >= 95.0);
        assert!(share(self.changed) >= 95.0);
    }
}

fn round(text: &str, spans: &[Span], random: &mut Random, score: &mut Score) {
    let article = article(text);
    let moment = take::Moment { now: Timestamp::UNIX_EPOCH, dossier: None };
    let kept: Vec<Bookmark> = spans
        .iter()
        .map(|&span| take::sentence(&article, &Reading::default(), span, moment).unwrap())
        .collect();
    let (new, edited) = edit(text, spans, random);
    let finder = Finder::new(&new, None);
    for (kept, edited) in kept.iter().zip(&edited) {
        score.judge(kept, edited, &new, &finder.find(&kept.targets[0]));
    }
}

fn rounds() -> usize {
    if std::env::var_os("TABAYUN_PROOF").is_some() { 20 } else { 3 }
}

fn generated(sentences: usize, random: &mut Random) -> (String, Vec<Span>) {
    let (mut text, mut spans) = (String::new(), Vec::new());
    for at in 0..sentences {
        let words = sentence(random);
        spans.push(Span::new(text.len(), text.len() + words.len()));
        text.push_str(&words);
        text.push_str(if at % 4 == 3 { "\n\n" } else { " " });
    }
    (text, spans)
}

#[test]
fn sentences_of_generated_reports() {
    let mut random = Random(0x5DEE_CE66);
    let mut score = Score::default();
    for size in [3, 10, 30, 60, 120].repeat(rounds()) {
        let (text, spans) = generated(size, &mut random);
        round(&text, &spans, &mut random, &mut score);
    }
    score.check("generated");
}

#[test]
fn sentences_of_the_example_reports() {
    let shared = std::env::var_os("TABAYUN_SHARED").map_or("../shared".into(), PathBuf::from);
    let Ok(folder) = std::fs::read_dir(shared.join("seeds")) else {
        skip::skipped(&format!("there is no {}", shared.join("seeds").display()));
        return;
    };
    let mut random = Random(0x2545_F491);
    let mut score = Score::default();
    let mut paths: Vec<PathBuf> = folder.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        let text = std::fs::read_to_string(path).unwrap();
        let mut spans = Vec::new();
        let mut start = 0;
        for part in text.split_inclusive(['.', '\n', '؟']) {
            let words = part.trim();
            if words.split_whitespace().count() >= 4 {
                let from = start + part.find(words).unwrap();
                spans.push(Span::new(from, from + words.len()));
            }
            start += part.len();
        }
        for _ in 0..rounds() {
            round(&text, &spans, &mut random, &mut score);
        }
    }
    score.check("examples");
}

#[test]
fn a_megabyte_is_searched_in_time() {
    let mut random = Random(99);
    let (text, spans) = generated(9_000, &mut random);
    assert!(text.len() > 1_000_000, "{}", text.len());
    let mut score = Score::default();
    let some: Vec<Span> = spans.into_iter().step_by(45).collect();
    let start = Instant::now();
    round(&text, &some, &mut random, &mut score);
    eprintln!("{} bookmarks in {} bytes: {:?}", some.len(), text.len(), start.elapsed());
    assert!(score.wrong.is_empty(), "{:?}", score.wrong.first());
    assert!(start.elapsed().as_secs() < 30);
}
