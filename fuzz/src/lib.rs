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
    "بحسب", "نقلا عن", "وزير", "الرئيس", "المتحدث باسم", "سامي الدوري", "ليلى حداد", "بلدة", "مدينة", "ميناء",
    "اجتماع", "استمر", "دام", "حريق", "زلزال", "سفينة", "مباراة", "بهدف", "اتفاق", "لم",
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
