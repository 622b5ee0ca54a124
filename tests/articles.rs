//! Laws of loading, for any bytes: nothing panics, blocks lie in the text in order and cover every
//! word, and a file and its text are the same where they are said to be.

#![allow(clippy::unwrap_used, reason = "a test says what failed by failing")]

use std::path::Path;

use proptest::prelude::*;
use tabayun::article::{Article, OffsetsIn, from_bytes};
use tabayun::text::Span;

/// Pieces that files are made of, some of them broken.
const PIECES: [&str; 44] = [
    "<p>",
    "</p>",
    "<div>",
    "<br>",
    "<li>",
    "</li>",
    "<table><tr><td>",
    "</td>",
    "<h1>",
    "</h1>",
    "<script>",
    "</script>",
    "<!--",
    "-->",
    "&nbsp;",
    "&#27;",
    "&#x202e;",
    "&",
    "<",
    ">",
    "\"",
    "'",
    "{\"text\":\"",
    "\"}",
    "\n",
    "\r\n",
    "\n\n",
    "# ",
    "- ",
    "| أ | ب | ج |",
    "**",
    "[نص](",
    "![](",
    ")",
    "---\n",
    "• ",
    "قال الوزير إن الجسر سيفتح.",
    "صنبورة 3 مايو 2031 (رويترز) - ",
    "شارك الخبر",
    "أضف تعليقا",
    "2031-05-04",
    "\u{202e}",
    "\u{1b}[2J",
    "\u{feff}",
];

fn file() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        8 => prop::sample::select(&PIECES[..]).prop_map(|piece| piece.as_bytes().to_vec()),
        1 => prop::collection::vec(any::<u8>(), 1..6),
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

fn check(article: &Article) {
    let mut end = 0;
    for block in &article.blocks {
        assert!(end <= block.span.start, "blocks overlap");
        let between = article.text.slice(Span { start: end, end: block.span.start }).unwrap();
        assert!(between.chars().all(|c| c.is_whitespace() || c == '\u{feff}'), "{between:?}");
        assert!(!article.text.slice(block.span).unwrap().trim().is_empty());
        end = block.span.end;
    }
    let rest = article.text.slice(Span::new(end as usize, article.text.len())).unwrap();
    assert!(rest.chars().all(|c| c.is_whitespace() || c == '\u{feff}'), "{rest:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn any_file_of_any_form_comes_in_whole_or_not_at_all(
        bytes in file(),
        name in prop::sample::select(&["a.txt", "a.html", "a.md", "a.jsonl", "a"][..]),
    ) {
        let loaded = from_bytes(Path::new(name), bytes.clone());
        prop_assert!(!loaded.articles.is_empty() || !loaded.problems.is_empty());
        for article in &loaded.articles {
            check(article);
            if article.offsets_in == OffsetsIn::File {
                prop_assert_eq!(article.text.as_str().as_bytes(), &bytes[..]);
            }
        }
    }
}
