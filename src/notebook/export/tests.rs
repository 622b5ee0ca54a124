//! What the exports say, and that hostile text does nothing in them.

use super::super::fixture::bookmark;
use super::super::{Colour, Correction, Field, Finding, import};
use super::*;
use crate::compare::Verdict;
use crate::settings::{Digits, Interface};

fn arabic() -> Messages {
    Messages::new(Interface::Arabic, Digits::Latin)
}

fn english() -> Messages {
    Messages::new(Interface::English, Digits::Auto)
}

/// Everything that another program could take for more than text.
const HOSTILE: &str = "=cmd|'/c calc'!A1 <script>alert(1)</script> [x](javascript:alert(1)) \
http://evil.example {\\input{/etc/passwd}} \u{202E}قلب\u{202C} \u{1b}]52;c;eA==\u{7}";

fn hostile() -> Bookmark {
    let mut kept = bookmark("urn:uuid:0a0b0c0d-0001-8000-8000-00000000beef", HOSTILE);
    let source = &mut kept.targets[0].source;
    source.url = Some("javascript:alert(1)//}".into());
    source.title = Some("@title} <b>&\n\n# x".into());
    source.outlet = Some("\t+outlet{{".into());
    kept.targets[0].speaker = Some("-speaker\\".into());
    kept.note = "line one\n\n- 1\n</div>".into();
    kept.tags = vec!["@tag".into(), "a,b".into()];
    kept
}

#[test]
fn an_arabic_quotation_is_right_to_left_in_an_english_document() {
    let mut kept = bookmark("urn:1", "افتتح الجسر، وعبرته أول حافلة.");
    let text = export(Format::Markdown, &[&kept], &english());
    let block = "<div dir=\"ltr\">\n\n## جسر وادي السدر\n\n<div dir=\"rtl\">\n\n\
> افتتح الجسر، وعبرته أول حافلة.\n>\n> — سلمى النجار, ";
    assert!(text.starts_with(block), "{text}");
    assert!(text.ends_with("\n\n</div>\n\n</div>\n"), "{text}");
    kept.targets[0].quoted.as_mut().unwrap().exact = "The bridge is open.".into();
    assert_eq!(export(Format::Markdown, &[&kept], &english()).matches("<div").count(), 1);
}

#[test]
fn bibliographies_say_what_was_put_right() {
    let mut kept = bookmark("urn:uuid:0a0b0c0d-0003-8000-8000-00000000f00d", "سبعة ملايين");
    kept.note = "راجع العقد".into();
    kept.kind = Kind::Correction(Correction::Set {
        field: Field::Value,
        was: Some("سبعة ملايين".into()),
        now: "سبعة ملايين ونصف".into(),
    });
    let text = export(Format::BibTex, &[&kept], &arabic());
    let parsed = biblatex::Bibliography::parse(&text).unwrap();
    let entry = parsed.get("tabayun-2024-03-09-00000000f00d").unwrap();
    let note = entry.get("annote").map(biblatex::ChunksExt::format_verbatim).unwrap();
    assert_eq!(note, "تصحيح القيمة: من «سبعة ملايين» إلى «سبعة ملايين ونصف» — راجع العقد");
    let csl = export(Format::CslJson, &[&kept], &arabic());
    let items: serde_json::Value = serde_json::from_str(&csl).unwrap();
    assert_eq!(items[0]["note"].as_str(), Some(note.as_str()));
    let disputed = export(Format::CslJson, &[&disagreement()], &arabic());
    assert!(disputed.contains("كلفة الجسر (تناقض) — لا يلتقي المجالان."), "{disputed}");
}

#[test]
fn a_disagreement_in_markdown_has_its_verdict_and_its_sides_under_their_values() {
    let mut kept = disagreement();
    let values = ["٧ ملايين دينار", "٨ ملايين دينار"];
    for (target, value) in kept.targets.iter_mut().zip(values) {
        target.value = Some(value.into());
    }
    let text = export(Format::Markdown, &[&kept], &arabic());
    let places: Vec<usize> = ["**كلفة الجسر (تناقض)**", values[0], values[1], "لا يلتقي المجالان."]
        .iter()
        .map(|words| text.find(words).unwrap_or_else(|| panic!("{words}: {text}")))
        .collect();
    assert!(places.is_sorted(), "{text}");
}

#[test]
fn what_keeps_to_itself_on_the_screen_does_so_in_the_manner_of_each_form() {
    let mut kept = disagreement();
    let Kind::Disagreement(finding) = &mut kept.kind else { panic!() };
    finding.why = "\u{2068}Gazette\u{2069}: \u{2068}3\u{2069}; لا يلتقيان.".into();
    for format in [Format::Csv, Format::BibTex, Format::CslJson, Format::Markdown] {
        let text = export(format, &[&kept], &arabic());
        assert!(!text.contains(['\u{2068}', '\u{2069}']), "{format:?}: {text}");
        let worded = match format {
            Format::Markdown => "<bdi>Gazette</bdi>: <bdi>3</bdi>; لا",
            _ => "Gazette: 3; لا",
        };
        assert!(text.contains(worded), "{format:?}: {text}");
    }
}

#[test]
fn a_bibliography_names_who_wrote_the_report() {
    let mut kept = bookmark("urn:uuid:0a0b0c0d-0003-8000-8000-00000000f00d", "سبعة ملايين");
    for format in [Format::BibTex, Format::CslJson] {
        assert!(!export(format, &[&kept], &arabic()).contains("author"));
    }
    kept.targets[0].source.authors = vec!["سعاد مراد".into(), "كريم نصار".into()];
    let text = export(Format::BibTex, &[&kept], &arabic());
    assert!(text.contains("  author = {{سعاد مراد} and {كريم نصار}},\n"), "{text}");
    let parsed = biblatex::Bibliography::parse(&text).unwrap();
    assert_eq!(parsed.iter().next().unwrap().author().unwrap().len(), 2);
    let text = export(Format::CslJson, &[&kept], &arabic());
    let items: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(items[0]["author"][1]["literal"], "كريم نصار");
    let again = export(Format::JsonLd, &[&kept], &arabic());
    assert_eq!(import(&again, super::super::fixture::at(99)).unwrap().bookmarks, [kept]);
}

#[test]
fn one_of_many_that_say_the_same_stands_for_them() {
    let mut kept = disagreement();
    let same = kept.targets[0].clone();
    kept.targets.splice(1..1, std::iter::repeat_n(same, 34));
    let text = export(Format::Markdown, &[&kept], &english());
    assert_eq!(text.matches("كلف سبعة ملايين.").count(), 1, "{text}");
    assert!(text.contains("and 34 more that say the same\n"), "{text}");
    let bib = export(Format::BibTex, &[&kept], &english());
    assert_eq!(biblatex::Bibliography::parse(&bib).unwrap().len(), 2);
    assert!(bib.contains("and 34 more"), "{bib}");
    // A table for programs has every place.
    assert_eq!(export(Format::Csv, &[&kept], &english()).lines().count(), 37);
}

fn disagreement() -> Bookmark {
    let mut kept = bookmark("urn:uuid:0a0b0c0d-0002-8000-8000-00000000cafe", "كلف سبعة ملايين.");
    let mut other = kept.targets[0].clone();
    kept.targets[0].side = Some(0);
    other.side = Some(1);
    other.source.outlet = Some("إذاعة الساحل".into());
    other.quoted.as_mut().unwrap().exact = "كلف تسعة ملايين.".into();
    kept.targets.push(other);
    kept.kind = Kind::Disagreement(Finding {
        topic: "bridge.cost".into(),
        label: "كلفة الجسر".into(),
        verdict: Verdict::Contradiction,
        why: "لا يلتقي المجالان.".into(),
    });
    kept
}

fn all(format: Format) -> String {
    let kept = [hostile(), disagreement()];
    export(format, &kept.iter().collect::<Vec<_>>(), &arabic())
}

#[test]
fn a_quotation_is_pasted_with_its_source_line() {
    let mut kept = bookmark("urn:1", "2024 كان عام الجسر.");
    kept.note = "راجع البلدية".into();
    kept.tags = vec!["جسور".into(), "كلفة".into()];
    let text = export(Format::Markdown, &[&kept], &arabic());
    let expected = "<div dir=\"rtl\">\n\n## جسر وادي السدر\n\n\
> 2024 كان عام الجسر.\n>\n\
> — سلمى النجار، **صحيفة الوادي**، [افتتاح جسر وادي السدر بعد تأخر](<https://example.org/bridge>)، \
9 مارس 2024، قُرئ في 9 أكتوبر 2025\n\n\
*ملاحظة:* راجع البلدية\n\n*الوسوم:* جسور، كلفة\n\n</div>\n";
    assert_eq!(text, expected);
    kept.targets[0].quoted.as_mut().unwrap().exact = "«OK»".into();
    let latin = export(Format::Markdown, &[&kept], &arabic());
    assert!(latin.contains("> \u{200F}«OK»\n"), "{latin}");
    assert!(export(Format::Markdown, &[&kept], &english()).contains("read on 9 October 2025"));
}

#[test]
fn markdown_holds_no_markup_of_an_article() {
    let text = all(Format::Markdown);
    for event in pulldown_cmark::Parser::new(&text) {
        match event {
            pulldown_cmark::Event::Html(html) | pulldown_cmark::Event::InlineHtml(html) => {
                assert!(["<div dir=\"rtl\">", "</div>"].contains(&html.trim()), "{html}");
            }
            pulldown_cmark::Event::Start(pulldown_cmark::Tag::Link { dest_url, .. }) => {
                assert_eq!(&*dest_url, "https://example.org/bridge");
            }
            pulldown_cmark::Event::Code(code) => panic!("{code}"),
            _ => {}
        }
    }
    assert!(!text.contains(['\u{1b}', '\u{7}', '\u{202E}']));
    assert!(!text.contains("http://evil"));
}

#[test]
fn corrections_are_told_in_words() {
    let mut kept = bookmark("urn:1", "");
    kept.targets[0].quoted = None;
    let set = |was: Option<&str>| {
        Kind::Correction(Correction::Set {
            field: Field::Outlet,
            was: was.map(str::to_owned),
            now: "إذاعة الساحل".into(),
        })
    };
    kept.kind = set(Some("مجهول"));
    let text = export(Format::Markdown, &[&kept], &arabic());
    assert!(text.contains("**تصحيح الناشر: من «مجهول» إلى «إذاعة الساحل»**"), "{text}");
    kept.kind = set(None);
    let text = export(Format::Markdown, &[&kept], &english());
    assert!(text.contains("**Put right: the outlet is “إذاعة الساحل”**"), "{text}");
}

/// The rows of a CSV file, by RFC 4180.
fn rows(csv: &str) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut inside = false;
    let mut chars = csv.chars().peekable();
    while let Some(c) = chars.next() {
        let row = rows.last_mut().unwrap();
        match c {
            '"' if inside && chars.peek() == Some(&'"') => {
                chars.next();
                row.last_mut().unwrap().push('"');
            }
            '"' => inside = !inside,
            ',' if !inside => row.push(String::new()),
            '\r' if !inside => {}
            '\n' if !inside => rows.push(vec![String::new()]),
            _ => row.last_mut().unwrap().push(c),
        }
    }
    rows.pop();
    rows
}

#[test]
fn no_cell_is_a_formula_and_every_row_is_whole() {
    let text = all(Format::Csv);
    let rows = rows(text.strip_prefix('\u{FEFF}').unwrap());
    assert_eq!(rows.len(), 4);
    for row in &rows {
        assert_eq!(row.len(), 24, "{row:?}");
        for cell in row {
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell}");
        }
    }
    assert!(rows[1][2].starts_with("'=cmd"));
    assert_eq!((rows[1][3].as_str(), rows[1][7].as_str()), ("'-speaker\\", ""));
    assert_eq!((rows[3][17].as_str(), rows[3][15].as_str()), ("2", "contradiction"));
    assert_eq!(rows[3][2], "كلف تسعة ملايين.");
}

#[test]
fn what_is_exported_as_json_ld_is_imported_whole() {
    let mut kept = hostile();
    kept.colour = Some(Colour::Violet);
    let all = [kept, disagreement()];
    let text = export(Format::JsonLd, &all.iter().collect::<Vec<_>>(), &arabic());
    let imported = import(&text, super::super::fixture::at(99)).unwrap();
    assert_eq!(imported.bookmarks, all);
    assert!(imported.refused.is_empty());
}

#[test]
fn bibtex_is_read_by_a_parser() {
    let text = all(Format::BibTex);
    let parsed = biblatex::Bibliography::parse(&text).unwrap();
    assert_eq!(parsed.len(), 3);
    let entry = parsed.get("tabayun-2024-03-09-00000000cafe-2").unwrap();
    let field = |name: &str| entry.get(name).map(biblatex::ChunksExt::format_verbatim);
    assert_eq!(field("abstract").as_deref(), Some("«كلف تسعة ملايين.» (سلمى النجار)"));
    assert_eq!(field("howpublished").as_deref(), Some("إذاعة الساحل"));
    assert_eq!(field("url").as_deref(), Some("https://example.org/bridge"));
    let date = entry.get("date").unwrap();
    assert!(!date.is_empty());
    assert!(parsed.get("tabayun-2024-03-09-00000000beef").unwrap().get("url").is_none());
    assert!(!text.contains("\\input"));
}

#[test]
fn csl_has_the_parts_of_a_newspaper_article() {
    let text = all(Format::CslJson);
    let items: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(items.as_array().unwrap().len(), 3);
    let item = &items[1];
    assert_eq!(item["type"], "article-newspaper");
    assert_eq!(item["container-title"], "صحيفة الوادي");
    assert_eq!(item["issued"]["date-parts"][0], serde_json::json!([2024, 3, 9]));
    assert_eq!(item["accessed"]["date-parts"][0][0], 2025);
    assert_eq!(items[0].get("URL"), None);
}

#[test]
fn formats_are_found_by_name() {
    for format in Format::ALL {
        assert_eq!(Format::named(format.name()), Some(format));
    }
    for (name, format) in [
        ("md", Format::Markdown),
        ("BIB", Format::BibTex),
        ("json", Format::CslJson),
        ("json-ld", Format::JsonLd),
    ] {
        assert_eq!(Format::named(name), Some(format));
    }
    assert_eq!(Format::named("pdf"), None);
}
