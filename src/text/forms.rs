//! The presentation forms of Arabic letters, as data.
//!
//! From the `<isolated>`, `<final>`, `<initial>` and `<medial>` decompositions of
//! `UnicodeData.txt` (Unicode 15; these blocks have been frozen since 5.0) in the ranges
//! U+FB50–FBFF and U+FE70–FEFF. Which of the four a letter takes is decided in [`super::shape`].

/// The four forms of one letter; 0 where Unicode has none.
pub(super) type Forms = [u16; 4];

/// Places in [`Forms`].
pub(super) const ISOLATED: usize = 0;
pub(super) const FINAL: usize = 1;
pub(super) const INITIAL: usize = 2;
pub(super) const MEDIAL: usize = 3;

/// The letter of the first line of [`LETTERS`].
pub(super) const FIRST: u32 = 0x0621;

/// One line a code point from U+0621 to U+06D3.
#[rustfmt::skip]
pub(super) const LETTERS: [Forms; 179] = [
    [0xFE80, 0, 0, 0], // U+0621 ء
    [0xFE81, 0xFE82, 0, 0], // U+0622 آ
    [0xFE83, 0xFE84, 0, 0], // U+0623 أ
    [0xFE85, 0xFE86, 0, 0], // U+0624 ؤ
    [0xFE87, 0xFE88, 0, 0], // U+0625 إ
    [0xFE89, 0xFE8A, 0xFE8B, 0xFE8C], // U+0626 ئ
    [0xFE8D, 0xFE8E, 0, 0], // U+0627 ا
    [0xFE8F, 0xFE90, 0xFE91, 0xFE92], // U+0628 ب
    [0xFE93, 0xFE94, 0, 0], // U+0629 ة
    [0xFE95, 0xFE96, 0xFE97, 0xFE98], // U+062A ت
    [0xFE99, 0xFE9A, 0xFE9B, 0xFE9C], // U+062B ث
    [0xFE9D, 0xFE9E, 0xFE9F, 0xFEA0], // U+062C ج
    [0xFEA1, 0xFEA2, 0xFEA3, 0xFEA4], // U+062D ح
    [0xFEA5, 0xFEA6, 0xFEA7, 0xFEA8], // U+062E خ
    [0xFEA9, 0xFEAA, 0, 0], // U+062F د
    [0xFEAB, 0xFEAC, 0, 0], // U+0630 ذ
    [0xFEAD, 0xFEAE, 0, 0], // U+0631 ر
    [0xFEAF, 0xFEB0, 0, 0], // U+0632 ز
    [0xFEB1, 0xFEB2, 0xFEB3, 0xFEB4], // U+0633 س
    [0xFEB5, 0xFEB6, 0xFEB7, 0xFEB8], // U+0634 ش
    [0xFEB9, 0xFEBA, 0xFEBB, 0xFEBC], // U+0635 ص
    [0xFEBD, 0xFEBE, 0xFEBF, 0xFEC0], // U+0636 ض
    [0xFEC1, 0xFEC2, 0xFEC3, 0xFEC4], // U+0637 ط
    [0xFEC5, 0xFEC6, 0xFEC7, 0xFEC8], // U+0638 ظ
    [0xFEC9, 0xFECA, 0xFECB, 0xFECC], // U+0639 ع
    [0xFECD, 0xFECE, 0xFECF, 0xFED0], // U+063A غ
    [0, 0, 0, 0], // U+063B
    [0, 0, 0, 0], // U+063C
    [0, 0, 0, 0], // U+063D
    [0, 0, 0, 0], // U+063E
    [0, 0, 0, 0], // U+063F
    [0, 0, 0, 0], // U+0640
    [0xFED1, 0xFED2, 0xFED3, 0xFED4], // U+0641 ف
    [0xFED5, 0xFED6, 0xFED7, 0xFED8], // U+0642 ق
    [0xFED9, 0xFEDA, 0xFEDB, 0xFEDC], // U+0643 ك
    [0xFEDD, 0xFEDE, 0xFEDF, 0xFEE0], // U+0644 ل
    [0xFEE1, 0xFEE2, 0xFEE3, 0xFEE4], // U+0645 م
    [0xFEE5, 0xFEE6, 0xFEE7, 0xFEE8], // U+0646 ن
    [0xFEE9, 0xFEEA, 0xFEEB, 0xFEEC], // U+0647 ه
    [0xFEED, 0xFEEE, 0, 0], // U+0648 و
    [0xFEEF, 0xFEF0, 0xFBE8, 0xFBE9], // U+0649 ى
    [0xFEF1, 0xFEF2, 0xFEF3, 0xFEF4], // U+064A ي
    [0, 0, 0, 0], // U+064B
    [0, 0, 0, 0], // U+064C
    [0, 0, 0, 0], // U+064D
    [0, 0, 0, 0], // U+064E
    [0, 0, 0, 0], // U+064F
    [0, 0, 0, 0], // U+0650
    [0, 0, 0, 0], // U+0651
    [0, 0, 0, 0], // U+0652
    [0, 0, 0, 0], // U+0653
    [0, 0, 0, 0], // U+0654
    [0, 0, 0, 0], // U+0655
    [0, 0, 0, 0], // U+0656
    [0, 0, 0, 0], // U+0657
    [0, 0, 0, 0], // U+0658
    [0, 0, 0, 0], // U+0659
    [0, 0, 0, 0], // U+065A
    [0, 0, 0, 0], // U+065B
    [0, 0, 0, 0], // U+065C
    [0, 0, 0, 0], // U+065D
    [0, 0, 0, 0], // U+065E
    [0, 0, 0, 0], // U+065F
    [0, 0, 0, 0], // U+0660
    [0, 0, 0, 0], // U+0661
    [0, 0, 0, 0], // U+0662
    [0, 0, 0, 0], // U+0663
    [0, 0, 0, 0], // U+0664
    [0, 0, 0, 0], // U+0665
    [0, 0, 0, 0], // U+0666
    [0, 0, 0, 0], // U+0667
    [0, 0, 0, 0], // U+0668
    [0, 0, 0, 0], // U+0669
    [0, 0, 0, 0], // U+066A
    [0, 0, 0, 0], // U+066B
    [0, 0, 0, 0], // U+066C
    [0, 0, 0, 0], // U+066D
    [0, 0, 0, 0], // U+066E
    [0, 0, 0, 0], // U+066F
    [0, 0, 0, 0], // U+0670
    [0xFB50, 0xFB51, 0, 0], // U+0671 ٱ
    [0, 0, 0, 0], // U+0672
    [0, 0, 0, 0], // U+0673
    [0, 0, 0, 0], // U+0674
    [0, 0, 0, 0], // U+0675
    [0, 0, 0, 0], // U+0676
    [0xFBDD, 0, 0, 0], // U+0677 ٷ
    [0, 0, 0, 0], // U+0678
    [0xFB66, 0xFB67, 0xFB68, 0xFB69], // U+0679 ٹ
    [0xFB5E, 0xFB5F, 0xFB60, 0xFB61], // U+067A ٺ
    [0xFB52, 0xFB53, 0xFB54, 0xFB55], // U+067B ٻ
    [0, 0, 0, 0], // U+067C
    [0, 0, 0, 0], // U+067D
    [0xFB56, 0xFB57, 0xFB58, 0xFB59], // U+067E پ
    [0xFB62, 0xFB63, 0xFB64, 0xFB65], // U+067F ٿ
    [0xFB5A, 0xFB5B, 0xFB5C, 0xFB5D], // U+0680 ڀ
    [0, 0, 0, 0], // U+0681
    [0, 0, 0, 0], // U+0682
    [0xFB76, 0xFB77, 0xFB78, 0xFB79], // U+0683 ڃ
    [0xFB72, 0xFB73, 0xFB74, 0xFB75], // U+0684 ڄ
    [0, 0, 0, 0], // U+0685
    [0xFB7A, 0xFB7B, 0xFB7C, 0xFB7D], // U+0686 چ
    [0xFB7E, 0xFB7F, 0xFB80, 0xFB81], // U+0687 ڇ
    [0xFB88, 0xFB89, 0, 0], // U+0688 ڈ
    [0, 0, 0, 0], // U+0689
    [0, 0, 0, 0], // U+068A
    [0, 0, 0, 0], // U+068B
    [0xFB84, 0xFB85, 0, 0], // U+068C ڌ
    [0xFB82, 0xFB83, 0, 0], // U+068D ڍ
    [0xFB86, 0xFB87, 0, 0], // U+068E ڎ
    [0, 0, 0, 0], // U+068F
    [0, 0, 0, 0], // U+0690
    [0xFB8C, 0xFB8D, 0, 0], // U+0691 ڑ
    [0, 0, 0, 0], // U+0692
    [0, 0, 0, 0], // U+0693
    [0, 0, 0, 0], // U+0694
    [0, 0, 0, 0], // U+0695
    [0, 0, 0, 0], // U+0696
    [0, 0, 0, 0], // U+0697
    [0xFB8A, 0xFB8B, 0, 0], // U+0698 ژ
    [0, 0, 0, 0], // U+0699
    [0, 0, 0, 0], // U+069A
    [0, 0, 0, 0], // U+069B
    [0, 0, 0, 0], // U+069C
    [0, 0, 0, 0], // U+069D
    [0, 0, 0, 0], // U+069E
    [0, 0, 0, 0], // U+069F
    [0, 0, 0, 0], // U+06A0
    [0, 0, 0, 0], // U+06A1
    [0, 0, 0, 0], // U+06A2
    [0, 0, 0, 0], // U+06A3
    [0xFB6A, 0xFB6B, 0xFB6C, 0xFB6D], // U+06A4 ڤ
    [0, 0, 0, 0], // U+06A5
    [0xFB6E, 0xFB6F, 0xFB70, 0xFB71], // U+06A6 ڦ
    [0, 0, 0, 0], // U+06A7
    [0, 0, 0, 0], // U+06A8
    [0xFB8E, 0xFB8F, 0xFB90, 0xFB91], // U+06A9 ک
    [0, 0, 0, 0], // U+06AA
    [0, 0, 0, 0], // U+06AB
    [0, 0, 0, 0], // U+06AC
    [0xFBD3, 0xFBD4, 0xFBD5, 0xFBD6], // U+06AD ڭ
    [0, 0, 0, 0], // U+06AE
    [0xFB92, 0xFB93, 0xFB94, 0xFB95], // U+06AF گ
    [0, 0, 0, 0], // U+06B0
    [0xFB9A, 0xFB9B, 0xFB9C, 0xFB9D], // U+06B1 ڱ
    [0, 0, 0, 0], // U+06B2
    [0xFB96, 0xFB97, 0xFB98, 0xFB99], // U+06B3 ڳ
    [0, 0, 0, 0], // U+06B4
    [0, 0, 0, 0], // U+06B5
    [0, 0, 0, 0], // U+06B6
    [0, 0, 0, 0], // U+06B7
    [0, 0, 0, 0], // U+06B8
    [0, 0, 0, 0], // U+06B9
    [0xFB9E, 0xFB9F, 0, 0], // U+06BA ں
    [0xFBA0, 0xFBA1, 0xFBA2, 0xFBA3], // U+06BB ڻ
    [0, 0, 0, 0], // U+06BC
    [0, 0, 0, 0], // U+06BD
    [0xFBAA, 0xFBAB, 0xFBAC, 0xFBAD], // U+06BE ھ
    [0, 0, 0, 0], // U+06BF
    [0xFBA4, 0xFBA5, 0, 0], // U+06C0 ۀ
    [0xFBA6, 0xFBA7, 0xFBA8, 0xFBA9], // U+06C1 ہ
    [0, 0, 0, 0], // U+06C2
    [0, 0, 0, 0], // U+06C3
    [0, 0, 0, 0], // U+06C4
    [0xFBE0, 0xFBE1, 0, 0], // U+06C5 ۅ
    [0xFBD9, 0xFBDA, 0, 0], // U+06C6 ۆ
    [0xFBD7, 0xFBD8, 0, 0], // U+06C7 ۇ
    [0xFBDB, 0xFBDC, 0, 0], // U+06C8 ۈ
    [0xFBE2, 0xFBE3, 0, 0], // U+06C9 ۉ
    [0, 0, 0, 0], // U+06CA
    [0xFBDE, 0xFBDF, 0, 0], // U+06CB ۋ
    [0xFBFC, 0xFBFD, 0xFBFE, 0xFBFF], // U+06CC ی
    [0, 0, 0, 0], // U+06CD
    [0, 0, 0, 0], // U+06CE
    [0, 0, 0, 0], // U+06CF
    [0xFBE4, 0xFBE5, 0xFBE6, 0xFBE7], // U+06D0 ې
    [0, 0, 0, 0], // U+06D1
    [0xFBAE, 0xFBAF, 0, 0], // U+06D2 ے
    [0xFBB0, 0xFBB1, 0, 0], // U+06D3 ۓ
];

/// Lam followed by one of the four alefs: the alef, the isolated ligature, the final one.
pub(super) const LAM_ALEF: [(char, char, char); 4] = [
    ('\u{622}', '\u{FEF5}', '\u{FEF6}'),
    ('\u{623}', '\u{FEF7}', '\u{FEF8}'),
    ('\u{625}', '\u{FEF9}', '\u{FEFA}'),
    ('\u{627}', '\u{FEFB}', '\u{FEFC}'),
];

/// U+FDF2 written out: its letters in logical order, joined; then as base letters.
pub(super) const ALLAH: [(char, char); 4] = [
    ('\u{FE8D}', '\u{627}'),
    ('\u{FEDF}', '\u{644}'),
    ('\u{FEE0}', '\u{644}'),
    ('\u{FEEA}', '\u{647}'),
];
