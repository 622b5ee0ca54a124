//! What would make things better, in sentences.

use super::measure::Width;
use crate::terminal::detect::{Reason, Said, Verdict};
use crate::terminal::encoder::{Kind, Tunnel};

/// Advice for this terminal, the most useful first.
pub(super) fn advice(verdict: &Verdict, widths: &[Width]) -> Vec<Said> {
    let mut advice = Vec::new();
    advice.extend(of_multiplexer(verdict));
    advice.extend(of_terminal(verdict));
    advice.extend(of_widths(widths));
    advice.push(Said::new(
        "إن ظهرت الحروف مربعات أو متباعدة فالخط لا يحوي الحروف الموصولة: اختر `DejaVu Sans Mono` أو `Kawkab Mono` أو `Vazir Code`، أو شغّل `tabayun --shaping base`",
        "If letters are boxes or stand apart, the font lacks the joined forms: choose DejaVu Sans Mono, Kawkab Mono or Vazir Code, or run tabayun --shaping base.",
    ));
    advice.push(Said::new(
        "إن لم يُقرأ سطر المثال كما ينبغي فاضغط المفتاح الذي يبدّل طريقة الكتابة، أو جرّب الخيار `--bidi`",
        "If the sample line does not read as it must, press F2 while reading until it does, or try --bidi.",
    ));
    advice
}

fn of_multiplexer(verdict: &Verdict) -> Option<Said> {
    match (&verdict.reason, verdict.choice.tunnel) {
        (Reason::NoPassage(_), _) => Some(Said::new(
            "أضف إلى `~/.tmux.conf` السطر `set -g allow-passthrough on` ليصل أمر الترتيب إلى الطرفية",
            "Add “set -g allow-passthrough on” to ~/.tmux.conf, so that the terminal outside can be told not to reorder.",
        )),
        (_, Tunnel::Screen) => Some(Said::new(
            "يحسب `GNU screen` التشكيل عمودا: أبقِ `--marks strip`",
            "GNU screen counts tashkeel as a column: keep --marks strip.",
        )),
        _ => None,
    }
}

fn of_terminal(verdict: &Verdict) -> Option<Said> {
    let identity = verdict.identity.as_str();
    Some(match verdict.choice.kind {
        Kind::KittyRuns => Said::new(
            "حدّث kitty إلى 0.40 أو بعده، أو ضع `force_ltr yes` في `kitty.conf` واستعمل `--bidi direct`",
            "Update kitty to 0.40 or later, or set “force_ltr yes” in kitty.conf and use --bidi direct.",
        ),
        Kind::Konsole => Said::new(
            "لا يُسأل Konsole عن حاله السابقة: عند الخروج يعود ترتيب النص مفعّلا في هذا اللسان",
            "Konsole cannot be asked how it was: after leaving, bidirectional rendering is on in this tab.",
        ),
        Kind::Fenced if identity == "PuTTY" => Said::new(
            "في PuTTY يمكنك اختيار `Disable bidirectional text display` ثم `--bidi direct`، فلا تبقى فراغات خاصة في النص المنسوخ",
            "In PuTTY you may tick “Disable bidirectional text display” (Terminal, Features) and use --bidi direct: copied text is then free of fences.",
        ),
        Kind::Fenced if identity == "QTermWidget" => Said::new(
            "في qterminal يمكنك ضبط `enabledBidiSupport=false` ثم `--bidi direct`",
            "In qterminal you may set enabledBidiSupport=false and use --bidi direct.",
        ),
        Kind::Fenced => Said::new(
            "النص المنسوخ بالفأرة يحمل فراغات خاصة: انسخ بالمفتاح y",
            "Text copied with the terminal's own selection holds fences; copy with the key y instead.",
        ),
        Kind::Direct if identity.starts_with("vscode") => Said::new(
            "إن ظهر النص معكوسا في `VS Code` فتسريع الرسوم متوقف: استعمل `--bidi fenced`",
            "If text is reversed in VS Code, its GPU acceleration is off: use --bidi fenced.",
        ),
        _ => return None,
    })
}

/// Widths that would shift a line. (Lam and alef as base letters are never written.)
fn of_widths(widths: &[Width]) -> Vec<Said> {
    let wrong = |width: &&Width| width.measured.is_some_and(|found| found != width.expected);
    let relevant = widths.iter().filter(wrong).filter(|width| width.text != "لا");
    relevant
        .map(|width| {
            let found = width.measured.unwrap_or_default();
            Said::new(
                format!("تعرض الطرفية «{}» في {found} بدل {}، فقد تنزاح الأسطر", width.what.ar, width.expected),
                format!("This terminal takes {found} columns for {} instead of {}; lines may shift. Keep --marks strip and try another terminal if they do.", width.what.en, width.expected),
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::terminal::encoder::Choice;

    fn first(kind: Kind, identity: &str, reason: Reason) -> String {
        let choice = Choice { kind, ..Choice::default() };
        let verdict = Verdict { choice, identity: identity.into(), reason, ..Verdict::default() };
        advice(&verdict, &[])[0].en.clone()
    }

    #[test]
    fn the_setting_that_helps_comes_first() {
        let tmux = first(Kind::Fenced, "tmux 3.3a", Reason::NoPassage("VTE(8401)".into()));
        assert!(tmux.contains("allow-passthrough on"));
        assert!(first(Kind::KittyRuns, "kitty(0.26.5)", Reason::Version).contains("force_ltr yes"));
        assert!(first(Kind::Direct, "XTerm(379)", Reason::Version).contains("DejaVu"));
    }

    #[test]
    fn a_shifted_width_is_named() {
        let width = |measured| Width {
            what: Said::new("حرف", "a letter with shadda and tanween"),
            text: "ب\u{651}\u{64b}",
            expected: 1,
            measured,
        };
        assert_eq!(of_widths(&[width(Some(1)), width(None)]).len(), 0);
        assert!(of_widths(&[width(Some(3))])[0].en.contains("3 columns"));
    }
}
