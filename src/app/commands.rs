//! THE table of commands: name, default keys, where they hold, one line of help, what to call.
//!
//! Dispatch, the help screen, the palette, the check of the config file, `--list-keys`, the README
//! and the man page read [`TABLE`]; nothing else knows a key.
//!
//! To add a command: write one `fn(&mut State, Count)` in the file of its group (`moving`,
//! `searching`, `comparing`, `keeping`…), add one entry here with help in both languages, its line
//! in `assets/default.toml`, and a session in `tests/sessions/` under the command's name.
//! Tests fail when keys clash, help is missing or there is no session.

use super::state::State;
use super::{
    annotating, card, claims, comparing, correcting, help, keeping, listing, locking, marking,
    matrix, moving, order, palette, panes, prompt, reading, searching, selecting, shelf, sources,
};

/// The number typed before a command; `None` when there was none.
pub type Count = Option<u32>;

/// One thing the reader can ask for.
#[derive(Debug)]
pub struct Command {
    /// Stable: config files name it.
    pub name: &'static str,
    /// Its chapter on the help screen.
    pub group: Group,
    /// The default keys, each as [`super::key::parse_keys`] reads it.
    pub keys: &'static [&'static str],
    /// Where the keys mean this; in other places they may mean something else.
    pub holds: Contexts,
    /// What it does, for the help screen and the palette.
    pub help: Words,
    /// What is called, with the number typed before it.
    pub run: fn(&mut State, Count),
}

/// One line in each language of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    pub ar: &'static str,
    pub en: &'static str,
}

impl Words {
    /// The Arabic line, or the English one.
    pub const fn in_language(self, arabic: bool) -> &'static str {
        if arabic { self.ar } else { self.en }
    }
}

/// The chapters of the help screen, in its order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    Move,
    Panes,
    Find,
    Compare,
    Take,
    Keep,
    Program,
    /// What holds in a text field only.
    TextField,
}

impl Group {
    /// The message that names it.
    pub const fn message(self) -> &'static str {
        match self {
            Self::Move => "group-move",
            Self::Panes => "group-panes",
            Self::Find => "group-find",
            Self::Compare => "group-compare",
            Self::Take => "group-take",
            Self::Keep => "group-keep",
            Self::Program => "group-program",
            Self::TextField => "group-text-field",
        }
    }
}

/// The places where a command holds, as a set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contexts(u16);

impl Contexts {
    pub const LIST: Self = Self(1);
    pub const REPORT: Self = Self(1 << 1);
    /// The pane beside the reports: outline or facts.
    pub const SIDE: Self = Self(1 << 2);
    pub const HELP: Self = Self(1 << 3);
    pub const MATRIX: Self = Self(1 << 4);
    pub const CARD: Self = Self(1 << 5);
    pub const NOTEBOOK: Self = Self(1 << 6);
    /// A text field is open: letters are letters.
    pub const PROMPT: Self = Self(1 << 7);

    /// The reading view: list, reports and side pane.
    pub const READING: Self = Self(Self::LIST.0 | Self::REPORT.0 | Self::SIDE.0);
    /// Wherever there is something to go up and down in.
    pub const ANY: Self =
        Self(Self::READING.0 | Self::HELP.0 | Self::MATRIX.0 | Self::CARD.0 | Self::NOTEBOOK.0);

    /// The places of both.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether the two share a place.
    pub fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

impl Command {
    /// The command of that name; `None` when the table has none.
    pub fn named(name: &str) -> Option<&'static Self> {
        TABLE.iter().find(|command| command.name == name)
    }
}

const fn command(
    group: Group,
    name: &'static str,
    keys: &'static [&'static str],
    holds: Contexts,
    run: fn(&mut State, Count),
    ar: &'static str,
    en: &'static str,
) -> Command {
    Command { name, group, keys, holds, help: Words { ar, en }, run }
}

use Contexts as In;
use Group::{Compare, Find, Keep, Move, Panes, Program, Take, TextField};

/// Every command, in the order of the help screen.
#[rustfmt::skip]
pub const TABLE: &[Command] = &[
    command(Move, "down", &["j", "Down"], In::ANY, moving::down,
        "سطر إلى الأسفل", "one line down"),
    command(Move, "up", &["k", "Up"], In::ANY, moving::up,
        "سطر إلى الأعلى", "one line up"),
    command(Move, "left", &["h", "Left"], In::ANY, moving::left,
        "إلى اليسار على الشاشة: حرف في النص، ولوح خارجه", "to the left on the screen: a letter in the text, a pane elsewhere"),
    command(Move, "right", &["l", "Right"], In::ANY, moving::right,
        "إلى اليمين على الشاشة: حرف في النص، ولوح خارجه", "to the right on the screen: a letter in the text, a pane elsewhere"),
    command(Move, "half-page-down", &["Ctrl-d"], In::ANY, moving::half_down,
        "نصف صفحة إلى الأسفل", "half a page down"),
    command(Move, "half-page-up", &["Ctrl-u"], In::ANY, moving::half_up,
        "نصف صفحة إلى الأعلى", "half a page up"),
    command(Move, "page-down", &["Space", "PageDown", "Ctrl-f"], In::ANY, moving::page_down,
        "صفحة إلى الأسفل", "a page down"),
    command(Move, "page-up", &["PageUp", "Ctrl-b"], In::ANY, moving::page_up,
        "صفحة إلى الأعلى", "a page up"),
    command(Move, "top", &["gg", "Home"], In::ANY, moving::top,
        "إلى أول التقرير أو القائمة", "to the beginning"),
    command(Move, "bottom", &["G", "End"], In::ANY, moving::bottom,
        "إلى الآخر، ومع عدد: إلى الفقرة بهذا الرقم", "to the end; with a count: to the paragraph of that number"),
    command(Move, "scroll-down", &["Ctrl-e"], In::REPORT, moving::scroll_down,
        "حرّك النص سطرا والمؤشر في مكانه", "scroll the text by a line under the cursor"),
    command(Move, "scroll-up", &["Ctrl-y"], In::REPORT, moving::scroll_up,
        "أعد النص سطرا والمؤشر في مكانه", "scroll the text back by a line"),
    command(Move, "line-start", &["0"], In::REPORT, moving::line_start,
        "إلى أول السطر", "to the beginning of the line"),
    command(Move, "line-end", &["$"], In::REPORT, moving::line_end,
        "إلى آخر السطر", "to the end of the line"),
    command(Move, "next-word", &["w"], In::REPORT, moving::next_word,
        "إلى الكلمة التالية", "to the next word"),
    command(Move, "previous-word", &["W"], In::REPORT, moving::previous_word,
        "إلى الكلمة السابقة", "to the word before"),
    command(Move, "next-sentence", &[")"], In::REPORT, moving::next_sentence,
        "إلى الجملة التالية", "to the next sentence"),
    command(Move, "previous-sentence", &["("], In::REPORT, moving::previous_sentence,
        "إلى الجملة السابقة", "to the sentence before"),
    command(Move, "next-paragraph", &["}"], In::REPORT, moving::next_paragraph,
        "إلى الفقرة التالية", "to the next paragraph"),
    command(Move, "previous-paragraph", &["{"], In::REPORT, moving::previous_paragraph,
        "إلى الفقرة السابقة", "to the paragraph before"),
    command(Move, "open", &["Enter"], In::ANY, listing::open,
        "افتح ما عليه المؤشر", "open what the cursor is on"),
    command(Move, "mark", &["m"], In::REPORT, moving::mark,
        "ضع علامة باسم الحرف التالي", "set the mark named by the next letter"),
    command(Move, "to-mark", &["'"], In::READING, moving::to_mark,
        "إلى العلامة التي اسمها الحرف التالي", "go to the mark named by the next letter"),
    command(Move, "jump-back", &["Ctrl-o"], In::ANY, moving::back,
        "عد إلى حيث كنت قبل القفزة، ولو في تقرير آخر", "back to before the jump, in any report"),
    command(Move, "jump-forward", &["Alt-o"], In::ANY, moving::forward,
        "تقدّم في قائمة القفزات", "forward in the list of jumps"),

    command(Panes, "next-pane", &["Tab"], In::ANY, panes::next,
        "اللوح التالي، ومع عدد: اللوح بهذا الرقم (وكذلك Alt مع الرقم)", "the next pane; with a count, the pane of that number (also Alt and the number)"),
    command(Panes, "previous-pane", &["Shift-Tab"], In::ANY, panes::previous,
        "اللوح السابق", "the pane before"),
    command(Panes, "next-report", &["J"], In::READING, panes::next_report,
        "التقرير التالي في هذا اللوح", "the next report in this pane"),
    command(Panes, "previous-report", &["K"], In::READING, panes::previous_report,
        "التقرير السابق في هذا اللوح", "the report before in this pane"),
    command(Panes, "more-panes", &["+"], In::READING, panes::more,
        "لوح تقرير آخر إلى جانب هذا", "one more report side by side"),
    command(Panes, "fewer-panes", &["-"], In::READING, panes::fewer,
        "أغلق لوح التقرير هذا", "close this report's pane"),
    command(Panes, "one-pane", &["z"], In::READING, panes::one,
        "لوح واحد بألسنة، أو الألواح كلها", "one pane with tabs, or all panes"),
    command(Panes, "lock", &["="], In::READING, locking::toggle,
        "اجعل التمرير متزامنا: الألواح كلها معا، وما يتفق مضمونه متقابل", "lock scrolling: all panes together, what tells the same side by side"),
    command(Panes, "list", &["e"], In::READING, panes::list,
        "أظهر قائمة التقارير أو أخفها", "show or hide the list of reports"),
    command(Panes, "sort-list", &["S"], In::READING, order::next,
        "الترتيب التالي للقائمة: بحسب الحدث، أو التاريخ، أو الخلافات، أو المجلد", "the next order of the list: by event, date, disputes, or as in the folder"),
    command(Panes, "side", &["i"], In::READING, panes::side,
        "أظهر لوح المعلومات أو أخفه", "show or hide the pane beside the reports"),
    command(Panes, "chrome", &["."], In::READING, reading::fold_chrome,
        "اطو القوائم وأزرار المشاركة أو انشرها", "fold or unfold menus and share buttons"),
    command(Panes, "tashkeel", &[","], In::READING, reading::tashkeel,
        "أظهر التشكيل أو أخفه", "show or hide vowel marks"),

    command(Find, "search", &["/"], In::READING.and(In::HELP), searching::ask,
        "ابحث في كل التقارير (الهمزات والتشكيل وأشكال الأرقام سواء)", "search all reports (hamza, marks and digit forms do not matter)"),
    command(Find, "next-hit", &["n"], In::READING, searching::next,
        "النتيجة التالية، ولو في التقرير الذي بعده", "the next hit, on into the next report"),
    command(Find, "previous-hit", &["N"], In::READING, searching::previous,
        "النتيجة السابقة", "the hit before"),
    command(Find, "clear", &["Esc"], In::ANY, searching::clear,
        "أزل البحث والتحديد", "clear the search and the selection"),

    command(Compare, "next-conflict", &["]c", "Alt-Down"], In::READING, comparing::next,
        "الخلاف التالي، وكل لوح إلى شاهده", "the next disagreement, every pane at its evidence"),
    command(Compare, "previous-conflict", &["[c", "Alt-Up"], In::READING, comparing::previous,
        "الخلاف السابق", "the disagreement before"),
    command(Compare, "next-source", &["]s"], In::READING, sources::next_source,
        "المعلومة نفسها في التقرير التالي", "the same claim in the next report"),
    command(Compare, "previous-source", &["[s"], In::READING, sources::previous_source,
        "المعلومة نفسها في التقرير السابق", "the same claim in the report before"),
    command(Compare, "card", &["c"], In::READING, card::open,
        "بطاقة الخلاف أو المعلومة: الجمل والحكم وسببه", "the card: sentences, values, rule and reason"),
    command(Compare, "matrix", &["x"], In::READING, matrix::open,
        "الجدول: المواضيع في مقابل التقارير", "the matrix: topics against reports"),
    command(Compare, "next-fact", &["]f"], In::REPORT, claims::next,
        "المعلومة التالية في هذا التقرير، مفهومة أو غير مفهومة", "the next fact in this report, understood or not"),
    command(Compare, "previous-fact", &["[f"], In::REPORT, claims::previous,
        "المعلومة السابقة في هذا التقرير", "the fact before in this report"),
    command(Compare, "next-quote", &["]q"], In::REPORT, claims::next_quote,
        "الاقتباس التالي في هذا التقرير", "the next quotation in this report"),
    command(Compare, "previous-quote", &["[q"], In::REPORT, claims::previous_quote,
        "الاقتباس السابق في هذا التقرير", "the quotation before in this report"),
    command(Compare, "facts", &["f"], In::READING, claims::toggle,
        "معلومات التقرير إلى جانبه، أو فهرسه", "the report's facts beside it, or its outline"),
    command(Compare, "fact-kind", &["F"], In::READING, claims::filter,
        "معلومات النوع التالي وحدها، ثم كلها", "only facts of the next kind, then all"),

    command(Take, "select", &["v"], In::REPORT, selecting::select,
        "حدّد الكلمة، ثم الجملة، ثم الفقرة؛ والحركة توسّع التحديد", "select the word, then the sentence, then the paragraph; moving extends it"),
    command(Take, "copy", &["y"], In::REPORT, selecting::copy,
        "انسخ المحدد، أو الجملة، مع مصدره", "copy the selection, or the sentence, with its source"),
    command(Take, "open-url", &["o"], In::READING, reading::open_url,
        "افتح رابط التقرير في المتصفح", "open the report's address in the browser"),
    command(Take, "reload", &["r"], In::READING, reading::reload,
        "اقرأ الملف من جديد", "read the file again"),

    command(Keep, "keep", &["b"], In::READING.and(In::CARD).and(In::MATRIX), keeping::keep,
        "احفظ الاقتباس أو الجملة أو المحدد أو خلاف البطاقة", "keep the quotation, the sentence, the selection, the card's disagreement"),
    command(Keep, "keep-conflict", &["B"], In::READING.and(In::CARD).and(In::MATRIX), keeping::keep_conflict,
        "احفظ الخلاف المعروض بطرفيه وحكمه", "keep the disagreement shown, both sides and verdict"),
    command(Keep, "note", &["a"], In::READING.and(In::CARD).and(In::MATRIX).and(In::NOTEBOOK), annotating::note,
        "اكتب ملاحظة على المحفوظ", "write a note on what was kept"),
    command(Keep, "tags", &["t"], In::READING.and(In::CARD).and(In::MATRIX).and(In::NOTEBOOK), annotating::tags,
        "وسوم المحفوظ، وTab يكملها", "tags of what was kept; Tab completes"),
    command(Keep, "set-aside", &["d"], In::READING.and(In::CARD).and(In::MATRIX), keeping::put_aside,
        "نحِّ الخلاف المعروض: ليس تعارضا", "set the disagreement shown aside: not a conflict"),
    command(Keep, "write-note", &["A"], In::READING.and(In::CARD).and(In::MATRIX).and(In::NOTEBOOK), annotating::write_note,
        "اكتب الملاحظة في محررك ($EDITOR)", "write the note in your editor ($EDITOR)"),
    command(Keep, "colour", &["C"], In::READING.and(In::CARD).and(In::MATRIX).and(In::NOTEBOOK), annotating::colour,
        "لون المحفوظ التالي", "the next colour of what was kept"),
    command(Keep, "set-outlet", &["so"], In::READING, correcting::set_outlet,
        "صحّح اسم مصدر التقرير، وTab يكمله", "put the report's outlet right; Tab completes"),
    command(Keep, "set-date", &["sd"], In::READING, correcting::set_date,
        "صحّح تاريخ التقرير", "put the report's date right"),
    command(Keep, "set-value", &["sv"], In::READING, correcting::set_value,
        "صحّح قيمة المعلومة تحت المؤشر", "put the value of the fact under the cursor right"),
    command(Keep, "set-topic", &["st"], In::READING, correcting::set_topic,
        "صحّح موضوع المعلومة تحت المؤشر، وTab يكمله", "put the topic of the fact under the cursor right; Tab completes"),
    command(Keep, "mark-conflict", &["!"], In::READING, marking::mark,
        "هذه المعلومة والتي تعلّمها بعدها متعارضتان", "this fact and the next one so marked disagree"),
    command(Keep, "undo", &["u"], In::READING.and(In::CARD).and(In::MATRIX).and(In::NOTEBOOK), keeping::undo,
        "تراجع عن آخر حفظ أو حذف أو تصحيح", "undo the last keeping, deleting or correcting"),
    command(Keep, "redo", &["Ctrl-r"], In::READING.and(In::CARD).and(In::MATRIX).and(In::NOTEBOOK), keeping::redo,
        "أعد ما تراجعت عنه", "redo"),
    command(Keep, "notebook", &["M"], In::READING.and(In::CARD).and(In::MATRIX), shelf::open,
        "الدفتر: كل المحفوظ", "the notebook: all that was kept"),
    command(Keep, "filter-notebook", &["/"], In::NOTEBOOK, shelf::find,
        "أظهر ما فيه هذه الكلمات وحده، أو مصدر: وقائل: وتقرير: و#وسم", "show only what has these words, or outlet: speaker: report: #tag"),
    command(Keep, "sort-notebook", &["s"], In::NOTEBOOK, shelf::sort,
        "الترتيب التالي", "the next order"),
    command(Keep, "delete-kept", &["D", "Delete"], In::NOTEBOOK, shelf::delete,
        "احذف المختار (u يعيده)", "delete the chosen one (u brings it back)"),
    command(Keep, "copy-notebook", &["y"], In::NOTEBOOK, shelf::copy,
        "انسخ المعروض كله بصيغة Markdown", "copy all that is shown as Markdown"),
    command(Keep, "export-notebook", &["w"], In::NOTEBOOK, shelf::save,
        "اكتب المعروض في ملف (md csv jsonld bib json)، أو انسخه: csv", "write what is shown to a file (md csv jsonld bib json); csv alone copies it"),

    command(Program, "help", &["?", "F1"], In::ANY, help::open,
        "المساعدة لهذا الموضع", "help for where you are"),
    command(Program, "palette", &[":"], In::ANY, palette::open,
        "كل الأوامر بأسمائها", "all commands by name"),
    command(Program, "encoder", &["F2"], In::ANY, reading::encoder,
        "جرّب الطريقة التالية لكتابة العربية على هذه الطرفية", "try the next way of writing Arabic to this terminal"),
    command(Program, "theme", &["F3"], In::ANY, reading::theme,
        "الألوان التالية", "the next theme"),
    command(Program, "redraw", &["Ctrl-l"], In::ANY, reading::redraw,
        "ارسم الشاشة من جديد", "draw the screen again"),
    command(Program, "suspend", &["Ctrl-z"], In::ANY, reading::suspend,
        "علّق البرنامج (fg يعيده)", "suspend the program (fg brings it back)"),
    command(Program, "back", &["q"], In::ANY, reading::back,
        "ارجع، ومن القراءة: اخرج", "go back; from reading: quit"),
    command(Program, "quit", &["Q", "Ctrl-c"], In::ANY.and(In::PROMPT), reading::quit,
        "اخرج فورا", "quit at once"),

    command(TextField, "accept", &["Enter"], In::PROMPT, prompt::accept,
        "تم", "done"),
    command(TextField, "cancel", &["Esc", "Ctrl-g"], In::PROMPT, prompt::cancel,
        "ألغ", "cancel"),
    command(TextField, "erase", &["Backspace", "Ctrl-h"], In::PROMPT, prompt::erase,
        "احذف الحرف السابق", "erase the letter before"),
    command(TextField, "delete", &["Delete"], In::PROMPT, prompt::delete,
        "احذف الحرف التالي", "delete the letter after"),
    command(TextField, "erase-word", &["Ctrl-w"], In::PROMPT, prompt::erase_word,
        "احذف الكلمة السابقة", "erase the word before"),
    command(TextField, "erase-all", &["Ctrl-u"], In::PROMPT, prompt::erase_all,
        "احذف كل ما قبل المؤشر", "erase everything before the cursor"),
    command(TextField, "caret-left", &["Left"], In::PROMPT, prompt::left,
        "المؤشر إلى اليسار", "caret to the left"),
    command(TextField, "caret-right", &["Right"], In::PROMPT, prompt::right,
        "المؤشر إلى اليمين", "caret to the right"),
    command(TextField, "caret-start", &["Home", "Ctrl-a"], In::PROMPT, prompt::start,
        "إلى أول الحقل", "to the beginning of the field"),
    command(TextField, "caret-end", &["End", "Ctrl-e"], In::PROMPT, prompt::end,
        "إلى آخر الحقل", "to the end of the field"),
    command(TextField, "choice-down", &["Down", "Ctrl-n", "Tab"], In::PROMPT, prompt::down,
        "الاختيار التالي، أو المدخل الأحدث", "the next choice, or the newer entry"),
    command(TextField, "choice-up", &["Up", "Ctrl-p", "Shift-Tab"], In::PROMPT, prompt::up,
        "الاختيار السابق، أو المدخل الأقدم", "the choice before, or the older entry"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_has_a_name_of_its_own_and_help_in_both_languages() {
        for (place, command) in TABLE.iter().enumerate() {
            assert!(TABLE[..place].iter().all(|other| other.name != command.name));
            assert!(command.help.ar.chars().any(|letter| ('ء'..='ي').contains(&letter)));
            assert!(command.help.en.is_ascii() && !command.help.en.is_empty());
            assert!(command.help.ar.chars().count() <= 70, "{}", command.name);
        }
    }

    /// The reference of keys in the default settings is written from the table:
    /// `UPDATE_KEYS=1 cargo test --lib the_default_file_lists`.
    #[test]
    fn the_default_file_lists_every_key() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/default.toml");
        let file = std::fs::read_to_string(path).unwrap();
        let head = file.split("\n# The commands and their keys").next().unwrap();
        let lines = TABLE.iter().map(|command| {
            format!("# {} = {:?}  # {}\n", command.name, command.keys, command.help.en)
        });
        let wanted = format!(
            "{head}\n# The commands and their keys. A line under [keys] replaces all keys of its command;\n\
             # an empty list takes them away. Keys are written as j, gg, ]c, Ctrl-d, Alt-Down, F1.\n\
             # [keys]\n{}",
            lines.collect::<String>()
        );
        if std::env::var_os("UPDATE_KEYS").is_some() {
            std::fs::write(path, &wanted).unwrap();
        } else {
            assert_eq!(file, wanted, "see above how to write it anew");
        }
    }

    #[test]
    fn every_default_key_can_be_read() {
        for command in TABLE {
            for keys in command.keys {
                assert!(crate::app::key::parse_keys(keys).is_some(), "{keys}");
            }
        }
    }
}
