//! Places found again, and places that must not be found.

use super::super::fixture::bookmark;
use super::*;
use crate::notebook::CharRange;

const TEXT: &str = "أعلنت بلدية السدر افتتاح جسر الوادي أمام السيارات صباح الأحد. \
وقالت المهندسة سلمى النجار إن العمل استغرق سنتين وكلف سبعة ملايين دينار. \
وأضافت أن «الجسر آمن تماما ولا خوف على الأهالي». \
وحضر الافتتاح مئات من سكان القرى المجاورة. \
ثم عبرت أول حافلة الجسر وسط تصفيق الحاضرين.";

/// A target for these words of a text, as `take` makes it.
fn target(text: &str, words: &str) -> Target {
    let (before, after) = text.split_once(words).unwrap();
    let mut target = bookmark("urn:1", words).targets.remove(0);
    let skip = before.chars().count().saturating_sub(64);
    target.quoted = Some(Quoted {
        exact: words.into(),
        prefix: before.chars().skip(skip).collect(),
        suffix: after.chars().take(64).collect(),
    });
    let start = before.chars().count() as u32;
    target.position = Some(CharRange { start, end: start + words.chars().count() as u32 });
    target
}

fn words_at<'a>(text: &'a str, found: &Anchored) -> Option<&'a str> {
    found.span().and_then(|span| text.get(span.range()))
}

#[test]
fn an_unchanged_text_gives_the_place_itself() {
    for words in ["العمل استغرق سنتين", "الجسر آمن تماما ولا خوف على الأهالي", "الجسر"]
    {
        let found = Finder::new(TEXT, None).find(&target(TEXT, words));
        assert_eq!(
            found,
            Anchored::Same(Span::new(
                TEXT.find(words).unwrap(),
                TEXT.find(words).unwrap() + words.len()
            ))
        );
    }
}

#[test]
fn words_that_moved_are_found_where_they_are() {
    let words = "وحضر الافتتاح مئات من سكان القرى المجاورة.";
    let now = TEXT.replace("أعلنت", "في خبر عاجل ورد الآن أعلنت");
    let found = Finder::new(&now, None).find(&target(TEXT, words));
    assert!(matches!(found, Anchored::Same(_)));
    assert_eq!(words_at(&now, &found), Some(words));
}

#[test]
fn another_spelling_is_found_and_shown() {
    let words = "الجسر آمن تماما ولا خوف على الأهالي";
    let now = TEXT.replace(words, "الجِسر امن تمامًا، ولا خوفَ على الاهالى");
    let found = Finder::new(&now, None).find(&target(TEXT, words));
    assert!(matches!(found, Anchored::Respelt { .. }), "{found:?}");
    assert_eq!(words_at(&now, &found), Some("الجِسر امن تمامًا، ولا خوفَ على الاهالى"));
}

#[test]
fn a_changed_word_is_found_and_shown() {
    let words = "وقالت المهندسة سلمى النجار إن العمل استغرق سنتين وكلف سبعة ملايين دينار.";
    for (was, is) in
        [("سبعة", "تسعة"), ("وقالت", "وذكرت"), ("دينار", "درهم"), ("سنتين", "عامين ونصفا")]
    {
        let now = TEXT.replace(was, is);
        let found = Finder::new(&now, None).find(&target(TEXT, words));
        assert_eq!(words_at(&now, &found), Some(words.replace(was, is).as_str()));
        let Anchored::Changed { change, .. } = found else { panic!("{found:?}") };
        assert!(
            change
                .iter()
                .any(|piece| piece.kind == PieceKind::Gone && was.contains(piece.text.trim()))
        );
    }
}

#[test]
fn a_deleted_sentence_is_gone_though_its_neighbour_resembles_it() {
    let text = "قتل خمسة أشخاص في حريق بمدينة الزاوية. قتل سبعة أشخاص في حريق بمدينة الرملة. \
وتواصل فرق الإنقاذ عملها.";
    let first = "قتل خمسة أشخاص في حريق بمدينة الزاوية.";
    let second = "قتل سبعة أشخاص في حريق بمدينة الرملة.";
    for gone in [first, second] {
        let now = text.replace(gone, "");
        let found = Finder::new(&now, None).find(&target(text, gone));
        assert_eq!(found, Anchored::Gone, "{gone}");
    }
}

#[test]
fn a_common_word_alone_is_not_taken_from_another_sentence() {
    let now = TEXT.replace("ثم عبرت أول حافلة الجسر وسط تصفيق الحاضرين.", "");
    let mut kept = target(TEXT, "الجسر");
    let quoted = kept.quoted.as_mut().unwrap();
    (quoted.prefix, quoted.suffix) = ("ثم عبرت أول حافلة ".into(), " وسط تصفيق الحاضرين.".into());
    let start = TEXT.split_once("الجسر وسط").unwrap().0.chars().count() as u32;
    kept.position = Some(CharRange { start, end: start + 5 });
    assert_eq!(Finder::new(&now, None).find(&kept), Anchored::Gone);
}

#[test]
fn an_empty_or_foreign_text_has_nothing() {
    let kept = target(TEXT, "وحضر الافتتاح مئات من سكان القرى المجاورة.");
    for text in ["", "لا شيء هنا.", "🚲"] {
        assert_eq!(Finder::new(text, None).find(&kept), Anchored::Gone);
    }
    let whole = Target { quoted: None, ..kept };
    assert_eq!(Finder::new(TEXT, None).find(&whole), Anchored::Whole);
}
