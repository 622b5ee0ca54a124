//! The three forms on paper, of one handmade comparison of three invented reports, hostile words
//! among them.

use std::collections::BTreeSet;

use super::{Head, html, markdown, plain};
use crate::article::{Article, ArticleId, Encoding, Known, Language, OffsetsIn, Origin};
use crate::compare::{
    Agreement, Argument, Claim, Comparison, Disagreement, Dossier, LeftOut, Position, Reason,
    Verdict,
};
use crate::facts::{
    Certainty, Fact, FactId, Kind, Layer, Mode, Quote, Reading, Topic, Value, Voice,
};
use crate::locale::Messages;
use crate::settings::{Digits, Interface};
use crate::text::{Layout, Shaping, Span, Text, width};

const TEXTS: [&str; 3] = [
    "استمر إطفاء مصنع الورق أربع ساعات. وقالت المديرة: «خسرنا كل المخزون». ولم يصب أحد.",
    "أخمد الحريق بعد قرابة سبع ساعات من اندلاعه. ولم يصب أحد. <script>alert(1)</script>",
    "التهم حريق مصنعا للورق في ضاحية النخيل. ولم يصب أحد. [x](javascript:alert(2)) \u{202E}مقلوب\u{202C}",
];

fn article(at: usize) -> Article {
    let known = |value: &str| Some(Known { value: value.to_owned(), from: Origin::Dossier });
    Article {
        id: ArticleId(at as u32),
        path: Some(format!("/news/{at}.txt").into()),
        record: None,
        authors: Vec::new(),
        text: Text::new(TEXTS[at]),
        blocks: Vec::new(),
        title: known(["حريق مصنع الورق", "<b>إخماد</b> الحريق | أخيرا", "خبر\u{1b}[31m"][at]),
        outlet: known(["صحيفة النخيل", "=إذاعة & \"الوادي\"", "وكالة المرجان"][at]),
        published: (at == 0)
            .then(|| Known { value: jiff::civil::date(2024, 2, 3), from: Origin::Dossier }),
        published_at: None,
        url: Some(["https://example.org/1?a=1&b=2", "javascript:alert(3)", ""][at].to_owned()),
        event: Some(String::new()),
        language: Language::Arabic,
        offsets_in: OffsetsIn::File,
        encoding: Encoding { name: "UTF-8", guessed: false, damaged: false },
    }
}

fn span(at: usize, words: &str) -> Span {
    let start = TEXTS[at].find(words).unwrap();
    Span::new(start, start + words.len())
}

fn fact(at: usize, words: &str, sentence: &str) -> Fact {
    Fact {
        kind: Kind::Duration,
        topic: Topic::default(),
        value: Value::Words("test".into()),
        span: span(at, words),
        sentence: span(at, sentence),
        layer: Layer::Report,
        mode: Mode::Fact,
        certainty: Certainty::High,
        rule: "test",
    }
}

fn readings() -> [Reading; 3] {
    let voice =
        Voice { name: "المديرة".into(), canonical: "المديرة".into(), span: None };
    let quote = Quote {
        span: span(0, "خسرنا كل المخزون"),
        speaker: Some(voice.clone()),
        cue: None,
        direct: true,
        rule: "test",
    };
    let mut seven = fact(1, "قرابة سبع ساعات", "أخمد الحريق بعد قرابة سبع ساعات من اندلاعه.");
    seven.layer = Layer::Speaker(std::sync::Arc::new(voice));
    let none = |at| fact(at, "لم يصب أحد", "ولم يصب أحد.");
    let read = |facts, quotes| Reading { facts, quotes };
    [
        read(
            vec![fact(0, "أربع ساعات", "استمر إطفاء مصنع الورق أربع ساعات."), none(0)],
            vec![quote],
        ),
        read(vec![seven, none(1), fact(1, "<script>", "<script>alert(1)</script>")], Vec::new()),
        read(
            vec![fact(2, "ضاحية النخيل", "التهم حريق مصنعا للورق في ضاحية النخيل."), none(2)],
            Vec::new(),
        ),
    ]
}

fn claim(article: u32, fact: u32) -> Claim {
    Claim { article: ArticleId(article), fact: FactId(fact) }
}

fn comparison() -> Comparison {
    let position = |claims: &[Claim]| Position { claims: claims.to_vec() };
    let sides = vec![("a", Argument::Claim(claim(0, 0))), ("b", Argument::Claim(claim(1, 0)))];
    let found = |verdict, positions| Disagreement {
        topic: "x:fire".into(),
        label: "مدة *الإطفاء* | <i>".into(),
        verdict,
        severity: 60,
        positions,
        reason: Reason { rule: "disjoint_intervals", arguments: sides.clone() },
    };
    let both = vec![position(&[claim(0, 0)]), position(&[claim(1, 0)])];
    Comparison {
        disagreements: vec![
            found(Verdict::Contradiction, both.clone()),
            found(Verdict::VariantSpelling, both),
        ],
        agreements: vec![Agreement {
            topic: "x:injured".into(),
            label: "المصابون".into(),
            claims: vec![claim(0, 1), claim(1, 1), claim(2, 1)],
            sources: 2,
        }],
        single_source: vec![claim(2, 0), claim(1, 2)],
        left_out: vec![LeftOut {
            article: ArticleId(2),
            topic: "x:fire".into(),
            label: "مدة الإطفاء".into(),
            claims: vec![claim(0, 0)],
        }],
        copies: vec![vec![ArticleId(0), ArticleId(2)]],
        events: vec![vec![ArticleId(0), ArticleId(1), ArticleId(2)]],
        ..Comparison::default()
    }
}

type Form = fn(&Dossier, &Comparison, Head<'_>) -> String;

fn written(form: Form, interface: Interface) -> String {
    let articles = [article(0), article(1), article(2)];
    let readings = readings();
    let messages = Messages::new(interface, Digits::Latin);
    let dossier = Dossier { articles: &articles, readings: &readings, messages: &messages };
    form(&dossier, &comparison(), Head { event: Some("حريق مصنع الورق"), ..Head::default() })
}

#[test]
fn text_fits_eighty_columns_and_says_who_says_what() {
    for interface in [Interface::Arabic, Interface::English] {
        let text = written(plain::document, interface);
        let layout = Layout { shaping: Shaping::None, ..Layout::new(u16::MAX) };
        for line in text.lines() {
            assert!(width::of(line, &layout) <= 80, "{line}");
            assert!(!line.chars().any(char::is_control), "{line:?}");
            assert!(!line.contains(['\u{202E}', '\u{202C}']), "{line:?}");
        }
    }
    let text = written(plain::document, Interface::Arabic);
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for part in [
        "حريق مصنع الورق: ما تقوله 3 تقارير",
        "1. صحيفة النخيل: حريق مصنع الورق — 3 فبراير 2024 — مختلف فيه: 1، انفرد به: 0",
        "هذه نصها واحد فهي مصدر واحد: التقريران 1 و3.",
        "أ. أربع ساعات — 1 صحيفة النخيل «استمر إطفاء مصنع الورق أربع ساعات.»",
        "ب. قرابة سبع ساعات — 2",
        "= المصابون: لم يصب أحد (التقارير 1 و2 و3، مصدران)",
        "∅ 3",
    ] {
        assert!(flat.contains(part), "{part}\n{text}");
    }
    let english = written(plain::document, Interface::English);
    assert!(english.contains("1. صحيفة النخيل"), "{english}");
}

#[test]
fn reports_that_go_by_one_name_or_by_a_headline_have_their_files_beside_it() {
    let mut articles = [article(0), article(1), article(2)];
    let messages = Messages::new(Interface::English, Digits::Latin);
    let listed = |articles: &[Article; 3], form: Form| {
        let readings = readings();
        let dossier = Dossier { articles, readings: &readings, messages: &messages };
        let text = form(&dossier, &comparison(), Head::default()).replace('\\', "");
        [0, 1, 2].map(|at| text.contains(&format!("{at}.txt")))
    };
    for form in [plain::document as Form, markdown::document, html::document] {
        assert_eq!(listed(&articles, form), [false; 3]);
    }
    articles[2].outlet = articles[0].outlet.clone();
    articles[1].outlet = None;
    for form in [plain::document as Form, markdown::document, html::document] {
        assert_eq!(listed(&articles, form), [true; 3]);
        let mut one = articles.clone();
        one[2].outlet = article(2).outlet;
        assert_eq!(listed(&one, form), [false, true, false]);
    }
}

#[test]
fn text_without_a_disagreement_says_so() {
    let articles = [article(0)];
    let readings = readings();
    let messages = Messages::new(Interface::English, Digits::Auto);
    let dossier = Dossier { articles: &articles, readings: &readings[..1], messages: &messages };
    let text = plain::document(&dossier, &Comparison::default(), Head::default());
    assert!(text.starts_with("what one report says\n"), "{text}");
    assert!(text.contains("One report alone: there is nothing to set it against.\n"), "{text}");
    assert!(text.contains("\nWhat it says:\n  - "), "{text}");
    let none = [Reading::default(), Reading::default()];
    let both = [article(0), article(1)];
    let dossier = Dossier { articles: &both, readings: &none, messages: &messages };
    let text = plain::document(&dossier, &Comparison::default(), Head::default());
    assert!(text.contains("nothing of it can be compared"), "{text}");
}

#[test]
fn markdown_is_a_table_and_quotations_and_no_markup_of_an_article() {
    use pulldown_cmark::{Event, Options, Parser, Tag};
    let text = written(markdown::document, Interface::Arabic);
    let (mut cells, mut quotes, mut links) = (0, 0, Vec::new());
    for event in Parser::new_ext(&text, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::TableCell) => cells += 1,
            Event::Start(Tag::BlockQuote(_)) => quotes += 1,
            Event::Start(Tag::Link { dest_url, .. }) => links.push(dest_url.into_string()),
            Event::Html(html) | Event::InlineHtml(html) => {
                assert!(["<div dir=\"rtl\">", "</div>"].contains(&html.trim()), "{html}");
            }
            _ => {}
        }
    }
    assert_eq!((cells, quotes), (3 * 5, 2));
    assert_eq!(links, ["https://example.org/1?a=1&b=2"]);
    assert!(text.contains("> «أخمد الحريق بعد قرابة سبع ساعات من اندلاعه.» (المديرة) — "), "{text}");
    assert!(text.contains("- «خسرنا كل المخزون» — المديرة"), "{text}");
}

/// The values of an attribute.
fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let needle = format!(" {attribute}=\"");
    html.split(needle.as_str()).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn every_link_of_the_page_leads_to_a_place_in_it() {
    let page = written(html::document, Interface::Arabic);
    let ids: BTreeSet<&str> = values(&page, "id").into_iter().collect();
    assert_eq!(ids.len(), values(&page, "id").len(), "a name is there twice");
    let links = values(&page, "href");
    assert!(links.len() > 8, "{links:?}");
    for link in links {
        match link.strip_prefix('#') {
            Some(place) => assert!(ids.contains(place), "{place}"),
            None => assert_eq!(link, "https://example.org/1?a=1&amp;b=2"),
        }
    }
}

#[test]
fn the_page_is_closed_and_holds_nothing_that_acts() {
    let page = written(html::document, Interface::Arabic);
    assert!(page.starts_with("<!doctype html>\n<html lang=\"ar\" dir=\"rtl\">"));
    assert!(written(html::document, Interface::English).contains("<html lang=\"en\" dir=\"ltr\">"));
    for bad in [
        "<script",
        "javascript:alert(3)",
        "<b>إخماد",
        "<i>",
        "\u{1b}",
        "\u{202E}",
        "@import",
        "url(",
    ] {
        assert!(!page.contains(bad), "{bad}");
    }
    assert!(page.contains("&lt;script&gt;"), "the words are shown");
    let mut open = Vec::new();
    for tag in page.split('<').skip(1) {
        let name = tag.split(|c: char| !c.is_ascii_alphanumeric() && c != '/').next().unwrap();
        match name.strip_prefix('/') {
            Some(closed) => assert_eq!(open.pop(), Some(closed), "{tag}"),
            None if ["meta", ""].contains(&name) => {}
            None => open.push(name),
        }
    }
    assert!(open.is_empty(), "{open:?}");
}

#[test]
fn values_stand_in_the_colour_and_the_sign_of_their_verdict() {
    let page = written(html::document, Interface::Arabic);
    let table = page.split("<tbody>").nth(1).unwrap().split("</tbody>").next().unwrap();
    let rows: Vec<&str> = table.split("<tr ").skip(1).collect();
    assert_eq!(rows.len(), 2);
    assert!(rows[0].starts_with("class=\"contradiction\"") && rows[0].contains("≠"));
    assert_eq!(rows[0].matches("class=\"silent\"").count(), 1);
    assert!(rows[0].contains("<span class=\"n\">ب.</span><a href=\"#r1-s0\"><bdi>قرابة سبع ساعات</bdi></a> <small><bdi>المديرة"));
    assert!(rows[1].starts_with("class=\"agreed\"") && !rows[1].contains("silent"));
    assert!(page.contains("<mark>أربع ساعات</mark>"));
    assert!(page.contains(
        "<li id=\"r1-s0\"><p>أخمد الحريق بعد <mark>قرابة سبع ساعات</mark> من اندلاعه.</p></li>"
    ));
}

#[test]
fn a_number_stands_at_its_own_name_in_the_page() {
    let page = written(html::document, Interface::English);
    assert!(page.contains("<small><bdi dir=\"ltr\">1 <bdi>صحيفة النخيل</bdi></bdi></small>"));
    assert!(page.contains("<h1><bdi>حريق مصنع الورق</bdi>: what 3 reports say</h1>"));
    let why = page.split("<p class=\"why\">").nth(1).unwrap();
    assert!(why.starts_with("<bdi>صحيفة النخيل</bdi>: <bdi>"), "{why}");
    assert!(!page.contains('\u{2068}'));
    for form in [plain::document as Form, markdown::document] {
        assert!(!written(form, Interface::English).contains('\u{2068}'));
    }
}

#[test]
fn the_same_input_gives_the_same_pages() {
    for form in [plain::document as Form, markdown::document, html::document] {
        assert_eq!(written(form, Interface::Arabic), written(form, Interface::Arabic));
    }
}

#[test]
fn the_sentence_under_a_value_is_the_one_that_the_reason_speaks_of() {
    let (articles, readings) = ([article(0), article(1), article(2)], readings());
    let messages = Messages::new(Interface::Arabic, Digits::Latin);
    let dossier = Dossier { articles: &articles, readings: &readings, messages: &messages };
    let mut told = comparison();
    told.disagreements[0].positions[1].claims = vec![claim(2, 0), claim(1, 0)];
    let text = plain::document(&dossier, &told, Head::default());
    let entry = text.split("≠").nth(1).unwrap().split("\n\n").next().unwrap();
    assert!(entry.contains("أخمد الحريق") && !entry.contains("التهم حريق"), "{entry}");
}
