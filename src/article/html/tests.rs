//! Saved web pages of our own: what is kept, what is dropped, what cannot hurt.

use super::BlockKind::{Caption, Headline, ListItem, Paragraph, Subhead, TableRow};
use super::*;
use jiff::civil::{date, time};

const FILLER: &str = "وقال مهندسون شاركوا في المشروع إن أعمال التدعيم استغرقت شهورا طويلة، \
    وإن الفرق عملت ليلا ونهارا، بعيدا عن حركة السير، حتى اكتملت المرحلة الأخيرة.";

fn page() -> String {
    format!(
        "<!DOCTYPE html>\n<!-- saved from url=(0031)https://mirror.example/bridge -->\n\
         <html lang=ar dir=rtl><head><meta charset=utf-8><title>افتتاح الجسر المعلق - مرآة النهر</title>\
         <meta property=\"og:title\" content=\"افتتاح الجسر المعلق فوق النهر الكبير\">\
         <meta property='og:site_name' content='مرآة النهر'>\
         <meta property=\"article:published_time\" content=\"2031-05-04T18:04:00+03:00\">\
         <style>p {{ color: red }}</style><script>var حيلة = 'لا تُقرأ';</script></head><body>\
         <nav><ul><li><a href=/>الرئيسية</a></li><li>رياضة</li></ul></nav>\
         <article><h1>افتتاح الجسر المعلق فوق النهر الكبير</h1>\
         <figure><img src=a.jpg><figcaption>الجسر ليلا</figcaption></figure>\
         <p>افتتح الوزير الجسر بحضور <b>محليين</b>.</p><p>وأضاف&nbsp;أن &laquo;العمل انتهى&raquo;. {FILLER}</p>\
         <h2>كلفة المشروع</h2><p>{FILLER} {FILLER}</p><ul><li><p>أربعون مليونا.</p></li><li>ثلاث سنوات.</li></ul>\
         <table><tr><th>المرحلة</th><th>الكلفة</th></tr><tr><td>الأولى</td><td>عشرة</td></tr></table>\
         <p>{FILLER}<br>وختم الوزير بالشكر. {FILLER}</p></article>\
         <script>document.write('<p>لا تُقرأ</p>')</script></body></html>"
    )
}

fn read(page: &str) -> Article {
    article(ArticleId(0), page, Encoding::UTF_8).unwrap()
}

fn parts(article: &Article) -> Vec<(BlockKind, &str)> {
    let text = |block: &crate::article::Block| article.text.slice(block.span).unwrap();
    article.blocks.iter().map(|block| (block.kind, text(block))).collect()
}

#[test]
fn the_report_of_a_page_with_its_parts_apart() {
    let article = read(&page());
    let parts = parts(&article);
    assert_eq!(parts[0], (Headline, "افتتاح الجسر المعلق فوق النهر الكبير"));
    for part in [
        (Caption, "الجسر ليلا"),
        (Paragraph, "افتتح الوزير الجسر بحضور محليين."),
        (Subhead, "كلفة المشروع"),
        (ListItem, "• أربعون مليونا."),
        (ListItem, "• ثلاث سنوات."),
        (TableRow, "المرحلة | الكلفة"),
        (TableRow, "الأولى | عشرة"),
    ] {
        assert!(parts.contains(&part), "{part:?} in {parts:?}");
    }
    assert!(parts.iter().any(|(_, words)| words.starts_with("وأضاف أن «العمل انتهى».")));
    assert!(parts.iter().any(|(_, words)| words.starts_with("وختم الوزير")));
    assert!(!article.text.as_str().contains("تُقرأ") && !article.text.as_str().contains("color"));
}

#[test]
fn the_page_says_outlet_date_and_address() {
    let article = read(&page());
    let known = article.published.unwrap();
    assert_eq!((known.value, known.from), (date(2031, 5, 4), Origin::Metadata));
    assert_eq!(article.published_at, Some(time(18, 4, 0, 0)));
    assert_eq!(article.outlet.unwrap().value, "مرآة النهر");
    assert_eq!(article.url.as_deref(), Some("https://mirror.example/bridge"));
    assert_eq!(article.title.unwrap().value, "افتتاح الجسر المعلق فوق النهر الكبير");
}

#[test]
fn a_page_too_deep_or_too_large_is_read_as_it_comes() {
    let deep =
        format!("<html><body>{}خبر قصير.{}", "<div>".repeat(100_000), "</div>".repeat(100_000));
    assert_eq!(parts(&read(&deep)), [(Paragraph, "خبر قصير.")]);
    let wide = format!("<html><p>خبر قصير.{}", "<b><i>".repeat(200_000));
    assert_eq!(parts(&read(&wide)), [(Paragraph, "خبر قصير.")]);
}

#[test]
fn entities_do_not_grow_and_control_characters_stay_single() {
    assert_eq!(
        tags::unescape("&lt;b&gt; &#1576;&#x628; &unknown; & &#0; &#x110000;"),
        "<b> بب &unknown; & \u{fffd} \u{fffd}"
    );
    let bomb = "<!DOCTYPE html [<!ENTITY a \"&b;&b;\"><!ENTITY b \"خبر\">]><html><p>&a;&a;</p>";
    assert!(read(bomb).text.len() < 100);
}

#[test]
fn scraps_that_never_close() {
    for scrap in
        ["<", "<p", "<p class=\"a", "<!-- ", "<script>var a", "</", "<p>نص<", "<a href='>نص</a>"]
    {
        let _ = article(ArticleId(0), scrap, Encoding::UTF_8);
    }
    assert_eq!(parts(&read("<p>نص<")), [(Paragraph, "نص<")]);
    assert_eq!(
        article(ArticleId(0), "<html><body><script>نص</script></body>", Encoding::UTF_8)
            .map(|a| a.text),
        None
    );
}

#[test]
fn a_link_that_is_no_web_address_is_no_address() {
    let article = read(
        "<html><head><meta property=og:url content=\"javascript:alert(1)\"></head><p>نص الخبر هنا.</p>",
    );
    assert_eq!(article.url, None);
}

#[test]
fn pages_are_known_by_their_beginning() {
    assert!(is_page("\u{feff}\n<!DOCTYPE HTML PUBLIC>") && is_page("<html>"));
    assert!(!is_page("قال الوزير") && !is_page("<3"));
    assert_eq!(charset(b"<meta charset=\"windows-1256\">").as_deref(), Some("windows-1256"));
    assert_eq!(
        charset(b"<meta content='text/html; charset=ISO-8859-6'>").as_deref(),
        Some("iso-8859-6")
    );
}

#[test]
fn attributes_by_the_hundred_thousand_do_not_hold_the_reader_up() {
    let names: Vec<String> = (0..100_000).map(|n| format!("a{n}=x")).collect();
    let attributes = format!(" {}", names.join(" "));
    for tag in [format!("<p{attributes}>"), format!("<p title=\"{attributes}>")] {
        let article = read(&format!("<html><body>{tag}{FILLER}</p><p>{FILLER}</p></body></html>"));
        assert!(article.text.as_str().contains("وقال مهندسون"));
        assert!(!article.text.as_str().contains("a99"));
    }
}

#[test]
fn the_outlet_is_no_part_of_the_title() {
    let page = |title: &str| {
        format!(
            "<html><head><title>{title}</title><meta property='og:site_name' content='صحيفة الوادي'>\
             </head><body><article><p>افتتح الوزير أمس جسرا على نهر السدر، وقال إنه سيخدم أهل \
             القرى كلها على الضفة الشرقية، وإن العمل فيه دام ثلاث سنوات.</p></article></body></html>"
        )
    };
    let title = |title: &str| {
        let article = article(ArticleId(0), &page(title), Encoding::UTF_8).unwrap();
        article.title.unwrap().value
    };
    assert_eq!(title("افتتاح جسر السدر | صحيفة الوادي"), "افتتاح جسر السدر");
    assert_eq!(title("صدور العدد الأول من صحيفة الوادي"), "صدور العدد الأول من صحيفة الوادي");
}
