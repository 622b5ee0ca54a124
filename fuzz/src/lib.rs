//! What the fuzz targets share: text made of the pieces that Arabic news is made of, so that the
//! fuzzer reaches the grammars and not only the decoder. Bytes that name no piece stay as they are.

/// Pieces that a byte below 128 stands for. Words of our own, no report's.
const PIECES: [&str; 128] = [
    "ثلاث", "ثلاثة", "خمسة عشر", "عشرين", "مئة", "ألف", "مليون", "مليار", "ساعة", "ساعتين",
    "ونصف", "ونصف الساعة", "دقيقة", "إلا ربعا", "يومان", "أسبوع", "سنوات", "منذ", "قرابة", "نحو",
    "أكثر من", "ما لا يقل عن", "بين", "و", "من", "إلى", "قتيلا", "جريحا", "مفقودين", "أشخاص",
    "شخصا", "على الأقل", "15", "3.5", "%4,75", "٢٠٢٥", "16.808", "2:45", "6-1", "3+3",
    "بالمئة", "نقطة أساس", "دينار", "دولار", "يورو", "متر", "كيلومتر", "طن", "درجة", "الجمعة",
    "أمس", "غدا", "اليوم", "الماضي", "المقبل", "يناير", "كانون الثاني", "جانفي", "رمضان", "1446 هـ",
    "الثالثة", "مساء", "فجر", "بتوقيت غرينتش", "قال", "وأضاف", "أعلن", "أكد", "أن", "إن",
    "بحسب", "نقلا عن", "وزير", "الرئيس", "المتحدث باسم", "سامي الدوري", "ليلى حداد", "وألفا", "مدينة", "ميناء",
    "اجتماع", "استمر", "ناقص", "حريق", "زلزال", "سفينة", "مباراة", "بهدف", "اتفاق", "لم",
    "لن", "دون", "قد", "سوف", "هل", "؟", ".", "،", "؛", ":",
    "\n", "\n\n", " ", "\"", "«", "»", "“", "”", "'", "(",
    ")", "[", "]", "- ", "• ", "ـ", "َ", "ّ", "\u{200f}", "\u{200e}",
    "\u{202e}", "\u{2067}", "\u{2069}", "\u{200d}", "\u{200c}", "\u{1b}[31m", "\u{7f}", "😀",
];

/// A text from raw bytes: each byte below 128 a piece and a space, runs of others decoded as they
/// stand.
pub fn text(data: &[u8]) -> String {
    let mut out = String::new();
    let mut raw = Vec::new();
    for byte in data {
        if let Some(piece) = PIECES.get(usize::from(*byte)) {
            out.push_str(&String::from_utf8_lossy(&raw));
            raw.clear();
            out.push_str(piece);
            if !piece.starts_with(['\n', 'َ', 'ّ']) && byte % 3 != 2 {
                out.push(' ');
            }
        } else {
            raw.push(*byte);
        }
    }
    out.push_str(&String::from_utf8_lossy(&raw));
    out
}

/// A plain report with such a text.
pub fn article(id: u32, data: &[u8]) -> tabayun::article::Article {
    use tabayun::article::{ArticleId, Encoding, from_text};
    let encoding = Encoding { name: "UTF-8", guessed: false, damaged: false };
    from_text(ArticleId(id), tabayun::text::Text::new(text(data)), encoding)
}

/// Tags and entities that a byte from 128 on stands for in [`page`].
const TAGS: [&str; 64] = [
    "<p>", "</p>", "<div>", "</div>", "<article>", "</article>", "<h1>", "</h1>", "<h2>", "</h2>",
    "<ul>", "<li>", "</li>", "</ul>", "<table>", "<tr>", "<td>", "</td>", "</tr>", "</table>",
    "<br>", "<hr>", "<a href=\"javascript:x()\">", "</a>", "<img alt=\"", "\">", "<script>", "</script>",
    "<style>", "</style>", "<nav>", "</nav>", "<footer>", "</footer>", "<title>", "</title>",
    "<meta property=\"og:title\" content=\"", "<meta name=\"author\" content=\"", "<time datetime=\"2031-05-12\">",
    "</time>", "<!--", "-->", "<![CDATA[", "]]>", "<!DOCTYPE html>", "<html dir=rtl lang=ar>", "</html>",
    "<body>", "</body>", "<head>", "</head>", "<meta charset=windows-1256>", "&nbsp;", "&#8235;",
    "&#x1b;", "&lt;", "&amp;amp;", "&undefined;", "<pre>", "</pre>", "<blockquote>", "</blockquote>",
    "<p hidden>", "<",
];

/// A page from raw bytes: text as [`text`] makes it, and a tag for each byte from 128 on.
pub fn page(data: &[u8]) -> String {
    data.chunk_by(|a, b| (*a < 128) == (*b < 128))
        .map(|run| {
            if run.iter().all(|byte| *byte < 128) {
                return text(run);
            }
            run.iter().filter_map(|byte| TAGS.get(usize::from(byte & 63)).copied()).collect()
        })
        .collect()
}

/// What holds of every report, however it came in: its blocks lie in the text in order, on
/// characters, and cover every word.
pub fn check(article: &tabayun::article::Article) {
    let mut end = 0;
    for block in &article.blocks {
        let between = tabayun::text::Span { start: end, end: block.span.start };
        let between = article.text.slice(between).expect("blocks stand in order");
        assert!(between.chars().all(|c| c.is_whitespace() || c == '\u{feff}'));
        assert!(article.text.slice(block.span).is_some_and(|words| !words.trim().is_empty()));
        end = block.span.end;
    }
}
