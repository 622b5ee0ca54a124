//! What a bookmark holds when it was just made.

use super::super::fixture::at;
use super::*;
use crate::article::{ArticleId, Encoding, Known, OffsetsIn, Origin};
use crate::compare::{Position, Reason, Verdict};
use crate::facts::{Certainty, FactId, Kind as FactKind, Mode, Topic, Value, Voice};

pub fn article(id: u32, text: &str) -> Article {
    Article {
        id: ArticleId(id),
        path: Some(format!("/news/{id}.txt").into()),
        record: None,
        authors: Vec::new(),
        text: Text::new(text),
        blocks: Vec::new(),
        title: Some(Known { value: "سباق القوارب".into(), from: Origin::Metadata }),
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

fn find(article: &Article, words: &str) -> Span {
    let at = article.text.as_str().find(words).unwrap();
    Span::new(at, at + words.len())
}

fn moment() -> Moment<'static> {
    Moment { now: at(5), dossier: Some("سباق القوارب") }
}

fn voice(name: &str) -> Voice {
    Voice { name: name.into(), canonical: name.into(), span: None }
}

#[test]
fn positions_count_characters_with_marks_and_emoji() {
    let article = article(0, "🚤 انطلقَ السّباقُ. قال الحَكَم: «فازَ 🏆 الفريقُ الأزرق».");
    let span = find(&article, "فازَ 🏆 الفريقُ الأزرق");
    let quote =
        Quote { span, speaker: Some(voice("الحكم")), cue: None, direct: true, rule: "test" };
    let kept = quotation(&article, &quote, moment()).unwrap();
    let place = &kept.targets[0];
    let quoted = place.quoted.as_ref().unwrap();
    assert_eq!(quoted.exact, "فازَ 🏆 الفريقُ الأزرق");
    assert_eq!(quoted.prefix, "🚤 انطلقَ السّباقُ. قال الحَكَم: «");
    assert_eq!(quoted.suffix, "».");
    let CharRange { start, end } = place.position.unwrap();
    let chars: Vec<char> = article.text.as_str().chars().collect();
    assert_eq!(chars[start as usize..end as usize].iter().collect::<String>(), quoted.exact);
    assert_eq!(place.speaker.as_deref(), Some("الحكم"));
    assert_eq!(place.source.title.as_deref(), Some("سباق القوارب"));
    assert_eq!(place.source.sha256, Some(sha256(article.text.as_str())));
}

#[test]
fn words_around_are_cut_at_sixty_four_characters() {
    let article = article(0, &format!("{}هدف{}", "أ".repeat(200), "🎉".repeat(200)));
    let kept = selection(&article, &Reading::default(), find(&article, "هدف"), moment()).unwrap();
    let quoted = kept.targets[0].quoted.as_ref().unwrap();
    assert_eq!(quoted.prefix.chars().count(), AROUND);
    assert_eq!(quoted.suffix.chars().count(), AROUND);
}

#[test]
fn words_inside_a_quotation_have_its_speaker() {
    let article = article(0, "قالت المدربة: «تعبنا كثيرا. وسنعود أقوى». ثم غادرت.");
    let inside = find(&article, "تعبنا كثيرا. وسنعود أقوى");
    let quote = Quote {
        span: inside,
        speaker: Some(voice("المدربة")),
        cue: None,
        direct: true,
        rule: "test",
    };
    let reading = Reading { facts: Vec::new(), quotes: vec![quote] };
    let said = sentence(&article, &reading, find(&article, "وسنعود أقوى"), moment()).unwrap();
    assert_eq!(said.speaker(), Some("المدربة"));
    let told = sentence(&article, &reading, find(&article, "ثم غادرت."), moment()).unwrap();
    assert_eq!(told.speaker(), None);
    assert_eq!(selection(&article, &reading, Span::new(1, 3), moment()), None);
}

#[test]
fn reported_speech_is_kept_with_who_said_it() {
    let article = article(
        0,
        "وقال الحكم إن الريح اشتدت. تأخر السباق طويلا بسبب موج عال ضرب المرفأ، وأكدت المدربة أن القوارب سليمة.",
    );
    let quote = |cue: &str, words: &str, who: &str| Quote {
        span: find(&article, words),
        speaker: Some(voice(who)),
        cue: Some(find(&article, cue)),
        direct: false,
        rule: "test",
    };
    let first = quote("وقال", "الريح اشتدت", "الحكم");
    let sentence = find(&article, "وقال الحكم إن الريح اشتدت.");
    let kept = reported(&article, &first, sentence, moment()).unwrap();
    assert_eq!((kept.words(), kept.speaker()), ("وقال الحكم إن الريح اشتدت.", Some("الحكم")));
    // What the report says itself is not put into anybody's mouth.
    let second = quote("وأكدت", "القوارب سليمة", "المدربة");
    let sentence = Span::new(sentence.end as usize + 1, article.text.len());
    let kept = reported(&article, &second, sentence, moment()).unwrap();
    assert_eq!(kept.words(), "وأكدت المدربة أن القوارب سليمة");
    assert_eq!(kept.speaker(), Some("المدربة"));
}

#[test]
fn a_disagreement_keeps_both_sentences_and_the_verdict() {
    let articles =
        [article(0, "دام السباق ساعتين. ثم وزعت الجوائز."), article(1, "استمر السباق ثلاث ساعات.")];
    let fact = |article: &Article, words: &str, sentence: &str| Fact {
        kind: FactKind::Duration,
        topic: Topic::default(),
        value: Value::Words(words.into()),
        span: find(article, words),
        sentence: find(article, sentence),
        layer: Layer::Speaker(std::sync::Arc::new(voice("الحكم"))),
        mode: Mode::Fact,
        certainty: Certainty::High,
        rule: "test",
    };
    let readings = [
        Reading {
            facts: vec![fact(&articles[0], "ساعتين", "دام السباق ساعتين.")],
            quotes: Vec::new(),
        },
        Reading {
            facts: vec![fact(&articles[1], "ثلاث ساعات", "استمر السباق ثلاث ساعات.")],
            quotes: Vec::new(),
        },
    ];
    let claim = |article| Claim { article: ArticleId(article), fact: FactId(0) };
    let found = Disagreement {
        topic: "race.duration".into(),
        label: "مدة السباق".into(),
        verdict: Verdict::Contradiction,
        severity: 50,
        positions: [0, 1].map(|at| Position { claims: vec![claim(at)] }).into(),
        reason: Reason::default(),
    };
    let open = Open { articles: &articles, readings: &readings };
    let shown = |_: Claim, fact: &Fact| format!("{:?}", fact.kind);
    let kept = disagreement(open, &found, "ساعة بينهما", shown, moment()).unwrap();
    let exact: Vec<_> =
        kept.targets.iter().map(|side| side.quoted.as_ref().unwrap().exact.as_str()).collect();
    assert_eq!(exact, ["دام السباق ساعتين.", "استمر السباق ثلاث ساعات."]);
    assert_eq!(kept.targets[1].side, Some(1));
    assert_eq!(kept.targets[0].value.as_deref(), Some("Duration"));
    assert!(matches!(&kept.kind, Kind::Disagreement(f) if f.why == "ساعة بينهما"));

    let aside = set_aside(open, &found, moment()).unwrap();
    assert_eq!(aside.targets[0].value.as_deref(), Some("ساعتين"));
    assert!(super::aside([&aside], open, &found).is_some());
    let one_only = missed(open, &[claim(0)], (None, None), moment());
    assert_eq!(one_only, None);
    assert_eq!(
        missed(open, &[claim(0), claim(1)], (None, None), moment()).unwrap().targets.len(),
        2
    );
}
