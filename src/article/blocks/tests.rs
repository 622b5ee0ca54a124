//! Parts of reports of our own: headlines, datelines, lists, menus.

use super::BlockKind::{
    Caption, Chrome, Dateline, Headline, ListItem, Paragraph, Subhead, TableRow,
};
use super::*;
use jiff::civil::date;

fn kinds(text: &str) -> Vec<(BlockKind, &str)> {
    let layout = split(text, &[]);
    layout.blocks.iter().map(|block| (block.kind, text.get(block.span.range()).unwrap())).collect()
}

fn only(text: &str) -> Vec<BlockKind> {
    kinds(text).into_iter().map(|(kind, _)| kind).collect()
}

#[test]
fn a_page_with_all_its_dirt() {
    let text = "date 2031-05-04 قناة مرآة النهر سياسة مرآة النهر رياضة مرآة النهر English\n\
        افتتاح الجسر المعلق.. والوزير يتحدث عن مرحلة ثانية\n\n\
        Share this post with friends!\n\
        افتتاح الجسر المعلق.. والوزير يتحدث عن مرحلة ثانية\n\n\
        افتتح الوزير، اليوم الأحد، الجسر المعلق فوق النهر الكبير.\n\
        شاهد لحظة عبور أول سيارة\n\
        كلفة المشروع\n\
        وبلغت كلفة المشروع نحو أربعين مليون درهم، وفق بيان الوزارة.\n\n\
        شارك في الافتتاح:\n\n  • الوزير.\n  • المحافظ.\n\n\
        مواضيع ذات صلة :\n![]() جسر آخر | ![]() نهر آخر |\n\n0 thoughts\n\nأضف تعليقاً\nكلام قارئ طويل.";
    assert_eq!(
        only(text),
        [
            Chrome, Headline, Chrome, Chrome, Paragraph, Chrome, Subhead, Paragraph, Paragraph,
            ListItem, ListItem, Chrome, Chrome, Chrome, Chrome, Chrome
        ]
    );
    let layout = split(text, &[]);
    assert_eq!(layout.date.unwrap().0, date(2031, 5, 4));
    assert_eq!(layout.outlet.unwrap().0, "مرآة النهر");
}

#[test]
fn a_wire_report_opens_with_its_dateline() {
    let text = "صنبورة، جزر الرمل 3 مايو 2031 (شينخوا) قال الوزير إن الجسر سيفتح اليوم.\nوغادر.";
    let parts = kinds(text);
    assert_eq!(parts[0], (Dateline, "صنبورة، جزر الرمل 3 مايو 2031 (شينخوا)"));
    assert_eq!(parts[1], (Paragraph, "قال الوزير إن الجسر سيفتح اليوم."));
    let layout = split(text, &[]);
    let (agency, span) = layout.outlet.unwrap();
    assert_eq!(text.get(span.range()), Some(agency.as_str()));
    assert_eq!((agency.as_str(), layout.date.unwrap().0), ("شينخوا", date(2031, 5, 3)));
}

#[test]
fn a_headline_that_teases_is_still_the_headline() {
    assert_eq!(
        only("شاهد : لحظة إنقاذ الصياد\nأنقذ رجال الإطفاء صيادا سقط في النهر."),
        [Headline, Paragraph]
    );
    assert_eq!(only("فيديو.. انهيار السد\nانهار السد فجر اليوم."), [Headline, Paragraph]);
}

#[test]
fn a_report_that_begins_with_a_sentence_has_no_headline() {
    assert_eq!(
        only("انهار السد فجر اليوم.\nوقال شهود إن المياه بلغت القرى."),
        [Paragraph, Paragraph]
    );
    assert_eq!(only("ساعتان ونصف الساعة"), [Paragraph]);
}

#[test]
fn a_line_with_the_time_of_publication() {
    let text =
        "افتتاح الجسر المعلق\nالأحد 4 مايو 2031 - 18:04\nافتتح الوزير الجسر المعلق فوق النهر.";
    assert_eq!(only(text), [Headline, Chrome, Paragraph]);
    assert_eq!(split(text, &[]).date.unwrap().0, date(2031, 5, 4));
    assert_eq!(split(text, &[]).time, Some(jiff::civil::time(18, 4, 0, 0)));
    let told = "خبر\nافتتح الوزير الجسر يوم 4 مايو 2031 بحضور المحافظ وعدد كبير من السكان.";
    assert_eq!(only(told), [Headline, Paragraph]);
    assert_eq!(split(told, &[]).date, None);
}

#[test]
fn place_and_outlet_under_the_headline_and_the_source_at_the_end() {
    let text = "افتتاح الجسر المعلق\nصنبورة- مرآة النهر\nافتتح الوزير الجسر المعلق فوق النهر.\nالمصدر: رويترز";
    assert_eq!(only(text), [Headline, Dateline, Paragraph, Chrome]);
    assert_eq!(split(text, &[]).outlet.unwrap().0, "رويترز");
}

#[test]
fn a_picture_above_the_headline() {
    let text = "صورة: الجسر ليلا\nافتتاح الجسر المعلق\nافتتح الوزير الجسر المعلق فوق النهر.";
    assert_eq!(only(text), [Caption, Headline, Paragraph]);
}

#[test]
fn links_end_where_sentences_begin_again() {
    let text = "عنوان\nنص أول للخبر.\nاقرأ أيضا:\nخبر ثان عن النهر\nوقال الوزير إن العمل مستمر.";
    assert_eq!(only(text), [Headline, Paragraph, Chrome, Chrome, Paragraph]);
}

#[test]
fn a_message_that_names_somebody_is_no_heading() {
    let text = "عنوان الخبر\nقال الوزير إن الجسر مفتوح.\n@user1 كتب: شكرا للخبر!\n\n\
        وأضاف الوزير أن العمل في الجسر الثاني سيبدأ قريبا.";
    assert_eq!(only(text), [Headline, Paragraph, Paragraph, Paragraph]);
}

#[test]
fn rows_items_and_captions() {
    let text =
        "عنوان\nصورة: الجسر ليلا\nالفريق\tلعب\tنقاط\n1. الأول\n٢) الثاني\n3 رجال غادروا المكان.";
    assert_eq!(only(text), [Headline, Caption, TableRow, ListItem, ListItem, Paragraph]);
}

#[test]
fn every_line_lies_in_a_block_and_blocks_do_not_overlap() {
    let text = "\u{feff}سطر\r\n\u{202e}ثان\u{202c}\r\r\n\u{1b}[31m ثالث\u{2028}رابع.\n";
    let layout = split(text, &[]);
    let covered: String = layout.blocks.iter().map(|b| text.get(b.span.range()).unwrap()).collect();
    let squeeze = |text: &str| {
        text.chars().filter(|c| !c.is_whitespace() && *c != '\u{feff}').collect::<String>()
    };
    assert_eq!(squeeze(&covered), squeeze(text));
    assert!(layout.blocks.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start));
}
