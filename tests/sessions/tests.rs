//! What sessions leave behind besides a screen: what was copied, opened, asked for; and laws that
//! hold on every screen.

use tabayun::app::Action;
use tabayun::app::shelf::Fate;
use tabayun::app::state::Focus;

use crate::desk::Desk;
use crate::screen::{draw, rows, screen_of};

fn desk(keys: &str) -> Desk {
    let mut desk = Desk::open("ar", (76, 12));
    desk.play(keys);
    desk
}

#[test]
fn copying_takes_the_logical_words_and_their_source() {
    let copied = desk("}}y").copied;
    let text = copied.first().unwrap();
    assert!(text.starts_with("«وقال مدير الميناء د. سليم الراوي: «لم يُصب أحد"), "{text}");
    assert!(text.contains("\n— وكالة الساحل، "), "{text}");
    assert!(text.contains("2031-03-04"), "{text}");
}

#[test]
fn the_arabic_keyboard_does_what_the_latin_one_does() {
    for (latin, arabic) in
        [("jjwv", "تتصر"), ("Gk", "لأن"), ("ggj", "للت"), ("3j", "٣ت"), ("z", "ئ")]
    {
        let (one, other) = (desk(latin), desk(arabic));
        assert_eq!(rows(&draw(&one).0), rows(&draw(&other).0), "{latin} {arabic}");
        assert_eq!(one.ran, other.ran);
    }
}

#[test]
fn marks_have_one_name_on_both_keyboards() {
    let desk = desk("jjjmaG'ش");
    let home = desk.state.pane().unwrap().cursor;
    assert_eq!(Some(home), desk.state.marks.get(&'a').map(|spot| spot.offset));
}

#[test]
fn a_change_of_size_keeps_the_place() {
    let mut desk = desk("}}}");
    let place = desk.state.pane().unwrap().cursor;
    for (width, height) in [(40, 12), (200, 50), (20, 5), (1, 1), (80, 24), (3, 2), (76, 12)] {
        desk.play(&format!("<resize:{width},{height}>"));
        let (buffer, _) = draw(&desk);
        assert_eq!((buffer.area.width, buffer.area.height), (width, height));
        let pane = desk.state.pane().unwrap();
        assert_eq!(pane.cursor, place);
        if height > 5 {
            assert!(pane.cursor_row().is_some(), "{width}x{height}");
        }
    }
}

#[test]
fn no_size_and_no_key_panics() {
    let all = "jkhl<Ctrl-d><Ctrl-u> <PageUp>ggGwW)(}{<Enter><Tab><Shift-Tab>JK+-zeizz.,/م<Enter>nN\
               vvv<Esc>:<Esc>?<Esc>qma'a<Ctrl-o><Alt-o><F2><F3><Alt-3>0$<click:2,2><drag:5,3>\
               <wheel-down:1,1><wheel-up:3,1>";
    for width in [0, 1, 2, 5, 20, 39, 60, 61, 110, 300] {
        for height in [0, 1, 2, 3, 5, 9, 40] {
            let mut desk = Desk::open(if width % 2 == 0 { "ar" } else { "en" }, (width, height));
            desk.play(all);
            draw(&desk);
        }
    }
}

#[test]
fn nothing_but_visible_characters_reaches_the_screen() {
    for keys in ["", "z", "?", ":", "/س", "<F2>", "/ميناء<Enter>"] {
        let (buffer, _) = draw(&desk(keys));
        for cell in &buffer.content {
            let safe = |letter: char| {
                !letter.is_control()
                    && !matches!(letter, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
            };
            assert!(cell.symbol().chars().all(safe), "{:?}", cell.symbol());
        }
    }
}

#[test]
fn leaving_keeps_the_place_of_every_open_report() {
    let desk = desk("}}<Tab>}<Ctrl-c>");
    assert_eq!(desk.asked, ["quit"]);
    assert_eq!(desk.remembered.len(), 2);
    assert!(desk.remembered.iter().all(|place| place.cursor > 0 && place.pane.is_some()));
}

#[test]
fn searching_goes_on_into_the_next_report_and_around() {
    let mut desk = desk("/الميناء<Enter>");
    let total = desk.state.search.total();
    assert!(total >= 3, "{total}");
    let start = desk.state.pane().map(|pane| (pane.article, pane.cursor));
    let mut seen = vec![start];
    for _ in 1..total {
        desk.play("n");
        seen.push(desk.state.pane().map(|pane| (pane.article, pane.cursor)));
    }
    seen.dedup();
    assert_eq!(seen.len(), total);
    desk.play("n");
    assert_eq!(desk.state.pane().map(|pane| (pane.article, pane.cursor)), start);
    desk.play("N");
    assert_eq!(desk.state.pane().map(|pane| (pane.article, pane.cursor)), seen[total - 1]);
}

#[test]
fn jumps_lead_back_across_reports() {
    let desk = desk("}}<Tab>G<Ctrl-o><Ctrl-o>");
    assert!(matches!(desk.state.focus, Focus::Report(_)));
}

#[test]
fn searching_while_typing_is_undone_by_esc_and_kept_by_enter() {
    let mut desk = desk("}}");
    let place = |desk: &Desk| desk.state.pane().map(|pane| (pane.cursor, pane.top_offset));
    let home = place(&desk);
    desk.play("/المينا");
    assert!(desk.state.search.total() > 1);
    assert_ne!(place(&desk), home);
    desk.play("ءخخ");
    assert_eq!((desk.state.search.total(), place(&desk)), (0, home));
    desk.play("<Backspace><Backspace>");
    let seen = place(&desk);
    desk.play("<Esc>");
    assert_eq!((desk.state.search.words.as_str(), place(&desk)), ("", home));
    desk.play("/الميناء<Enter>");
    assert_eq!(place(&desk), seen);
    desk.play("<Ctrl-o>");
    assert_eq!(place(&desk).map(|place| place.0), home.map(|home| home.0));
    // Typing another search and leaving it brings the first one back.
    let hits = desk.state.search.total();
    desk.play("/س<Esc>");
    assert_eq!((desk.state.search.words.as_str(), desk.state.search.total()), ("الميناء", hits));
}

#[test]
fn locked_panes_show_the_same_rows_at_every_size() {
    let mut desk = Desk::open("ar", (120, 20));
    desk.play("++=");
    let steps =
        ["<Space>", "jjj", "<Ctrl-e>", "<resize:70,14>", "z", "<resize:150,40>", "G", "gg", "]c"];
    for keys in steps {
        desk.play(keys);
        draw(&desk);
        let state = &desk.state;
        let together = |at: &usize| {
            state.geometry.single || state.geometry.placed(Focus::Report(*at)).is_some()
        };
        let panes = (0..state.panes.len()).filter(together).map(|at| &state.panes[at]);
        let panes: Vec<_> = panes.map(|pane| &pane.lines).collect();
        assert!(panes.len() > 1 && state.lock.holds, "{keys}");
        // What tells the same begins on one row in all panes that tell it.
        for row in 0..panes[0].len() {
            let begin = panes.iter().filter(|lines| lines[row].parallel).count();
            assert_ne!(begin, 1, "{keys}, row {row}");
        }
        assert!(panes.iter().all(|lines| lines.len() == panes[0].len()), "{keys}");
        assert!(state.pane().unwrap().cursor_row().is_some(), "{keys}");
    }
    desk.play("=");
    assert!(!desk.state.lock.holds);
}

/// The report that is read, with other words in it, read again.
fn reread(desk: &mut Desk, from: &str, to: &str) {
    let mut article = desk.state.current().unwrap().clone();
    let text = article.text.as_str().replace(from, to);
    assert_ne!(text, article.text.as_str());
    let whole = tabayun::article::from_text(
        article.id,
        tabayun::text::Text::new(text),
        article.encoding.clone(),
    );
    article.text = whole.text;
    article.blocks = whole.blocks;
    desk.take(Action::Reloaded(Box::new(article)));
}

#[test]
fn changed_words_are_shown_word_by_word_and_gone_ones_said_to_be_gone() {
    let mut desk = desk("<resize:90,24>");
    desk.play("/لم يُصب<Enter>b");
    reread(&mut desk, "قبل الظهر", "بعد العصر");
    desk.play("M");
    let shown = rows(&draw(&desk).0).join("\n");
    assert!(shown.contains("[-") && shown.contains("{+"), "{shown}");
    desk.play("<Enter>");
    assert_eq!(desk.state.notice.as_ref().map(|told| told.message), Some("kept-changed"));
    let text = desk.state.current().unwrap().text.as_str().to_owned();
    let paragraph = text.lines().find(|line| line.contains("لم يُصب")).unwrap();
    reread(&mut desk, paragraph, "");
    desk.play("M");
    assert!(matches!(tabayun::app::shelf::fate(&desk.state), Some(Fate::Gone)));
    let shown = rows(&draw(&desk).0).join("\n");
    assert!(!shown.contains("[-"), "{shown}");
    desk.play("<Enter>");
    assert_eq!(desk.state.notice.as_ref().map(|told| told.message), Some("kept-gone"));
    assert_eq!(desk.state.keeping.book.len(), 1);
}

#[test]
fn a_correction_can_be_taken_back_and_holds_when_the_report_is_read_again() {
    let mut desk = desk("");
    let outlet = |desk: &Desk| desk.state.articles[0].outlet.as_ref().unwrap().value.clone();
    let read = outlet(&desk);
    desk.play("so<Ctrl-u>صوت المرفأ<Enter>");
    assert_eq!(outlet(&desk), "صوت المرفأ");
    desk.play("u");
    assert_eq!(outlet(&desk), read);
    desk.play("<Ctrl-r>r");
    assert_eq!(outlet(&desk), "صوت المرفأ");
    desk.play("sd<Ctrl-u>ليس يوما<Enter>");
    assert_eq!(desk.state.notice.as_ref().map(|told| told.message), Some("no-date"));
}

#[test]
fn a_correction_of_claims_takes_effect_at_once_and_is_taken_back() {
    let mut desk = desk("");
    let own = |desk: &Desk| {
        let facts = desk.state.readings.iter().flat_map(|reading| &reading.facts);
        facts.filter(|fact| fact.rule.starts_with("reader.")).count()
    };
    let disputed = |desk: &Desk| desk.state.comparing.disputed.len();
    let before = disputed(&desk);
    desk.play("/ثلاث ساعات<Enter>sv<Ctrl-u>ساعتان<Enter>");
    assert_eq!(own(&desk), 1);
    desk.play("!/أربع ساعات<Enter>!");
    assert_eq!(disputed(&desk), before + 1);
    desk.play("u");
    assert_eq!((own(&desk), disputed(&desk)), (1, before));
    desk.play("u");
    assert_eq!((own(&desk), disputed(&desk)), (0, before));
    // What stands in the field is selected: typing takes its place, moving keeps it.
    desk.play("svأربع");
    assert_eq!(desk.state.prompt.as_ref().unwrap().text, "أربع");
    desk.play("<Esc>sv<Home>نحو ");
    assert!(desk.state.prompt.as_ref().unwrap().text.starts_with("نحو "));
    assert!(desk.state.prompt.as_ref().unwrap().text.len() > "نحو ".len());
    desk.play("<Esc>");
    desk.play("sv<Ctrl-u>كلام بلا رقم<Enter>");
    assert_eq!(desk.state.notice.as_ref().map(|told| told.message), Some("no-value"));
    assert!(desk.state.keeping.book.is_empty());
}

#[test]
fn a_filter_that_grows_and_shrinks_shows_what_answers_it() {
    let mut desk = desk("bjjjjbGb<Tab>bM");
    let count = |desk: &Desk| desk.state.shelf.entries.len();
    let all = count(&desk);
    assert!(all > 2);
    desk.play("/الميناء");
    let some = count(&desk);
    assert!(some > 0 && some < all, "{some} of {all}");
    desk.play("<Ctrl-u>");
    assert_eq!(count(&desk), all);
    desk.play("نوع:جملة<Ctrl-u>kind:sentence");
    let sentences = count(&desk);
    desk.play(" الميناء");
    assert!(count(&desk) <= sentences && count(&desk) <= some);
}

#[test]
fn enter_reads_the_report_of_another_dossier_and_goes_to_the_place() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("سوق.txt");
    let words = "بدأ ترميم السوق القديم أمس. وقالت البلدية إن العمل ينتهي في الخريف.";
    std::fs::write(&path, words).unwrap();
    let input = tabayun::article::Input::Path(path.clone());
    let article = tabayun::article::load(&[input]).articles.remove(0);
    let reading = tabayun::facts::extract(&article);
    let start = words.find("وقالت").unwrap();
    let span = tabayun::text::Span::new(start, words.len());
    let mut desk = desk("");
    let moment = tabayun::notebook::take::Moment { now: desk.state.now, dossier: None };
    let kept = tabayun::notebook::take::sentence(&article, &reading, span, moment).unwrap();
    let change = desk.state.keeping.book.keep(kept);
    desk.take(Action::Kept(Box::new(change), tabayun::notebook::Arrival::Nothing));
    // The report has changed since.
    std::fs::write(&path, words.replace("الخريف", "الشتاء")).unwrap();
    desk.play("M<Enter>");
    assert_eq!(desk.state.articles.len(), 4);
    let current = desk.state.current().unwrap();
    assert_eq!(current.path.as_deref(), Some(path.as_path()));
    assert_eq!(desk.state.pane().unwrap().cursor, span.start);
    assert_eq!(desk.state.notice.as_ref().map(|told| told.message), Some("kept-changed"));
    desk.play("M");
    assert!(rows(&draw(&desk).0).join("\n").contains("{+"));
}

#[test]
fn what_is_kept_already_is_not_kept_again() {
    let mut desk = desk("}}b");
    let count = desk.state.keeping.book.len();
    desk.play("b");
    assert_eq!(desk.state.keeping.book.len(), count);
    assert_eq!(desk.state.notice.as_ref().unwrap().message, "kept-already");
    // A note is for what was kept the first time.
    desk.play("aللمراجعة<Enter>");
    let notes: Vec<&str> = desk.state.keeping.book.iter().map(|kept| kept.note.as_str()).collect();
    assert_eq!(notes, ["للمراجعة"]);
    desk.play("2<Tab>gg]f!3<Tab>gg]f!B");
    let kept = desk.state.keeping.book.len();
    desk.play("B");
    assert_eq!(desk.state.keeping.book.len(), kept);
    assert_eq!(desk.state.notice.as_ref().unwrap().message, "kept-already");
    // Neither are two facts marked twice.
    desk.play("2<Tab>gg]f!3<Tab>gg]f!");
    assert_eq!(desk.state.keeping.book.len(), kept);
    assert_eq!(kept, 3);
    desk.play("u");
    assert_eq!(desk.state.keeping.book.len(), kept - 1);
    desk.play("<Ctrl-r>");
    assert_eq!(desk.state.keeping.book.len(), kept);
}

#[test]
fn a_date_with_words_beside_it_is_refused_and_the_same_one_changes_nothing() {
    let mut desk = desk("sd هراء<Enter>");
    assert_eq!(desk.state.notice.as_ref().unwrap().message, "no-date");
    desk.play("<Esc>sd<Enter>");
    assert_eq!(desk.state.notice.as_ref().unwrap().message, "as-it-was");
    assert!(desk.state.keeping.book.is_empty());
    desk.play("sd<Ctrl-u>يوم ٥ مارس 2031<Enter>");
    assert_eq!(desk.state.notice.as_ref().unwrap().message, "put-right");
    assert_eq!(desk.state.keeping.book.len(), 1);
}

#[test]
fn a_topic_that_nothing_else_has_is_said_to_be_new() {
    let mut desk = desk("]fst<Ctrl-u>لون الشراع<Enter>");
    assert_eq!(desk.state.notice.as_ref().unwrap().message, "put-right-new");
    desk.play("u]fst<Up><Enter>");
    assert_ne!(desk.state.notice.as_ref().unwrap().message, "put-right-new");
}

const FIRE: &str = "حريق في سوق العطارين\n\nاندلع حريق صباح الاثنين في سوق العطارين، \
وأسفر عن إصابة 12 شخصا، بحسب الدفاع المدني.\n";
const CUP: &str = "فوز فريق النسور بكأس الجزيرة\n\nفاز فريق النسور على فريق الموج بنتيجة 3-1 \
في نهائي كأس الجزيرة، وحضر المباراة 20 ألف متفرج.\n";
const OTHER: &str = "Fire in the old market\n\nA fire broke out in the market on Monday.\n";

#[test]
fn a_dossier_with_nothing_to_compare_says_why() {
    let told = |texts: &[&str]| {
        let mut desk = Desk::with("en", (100, 20), texts);
        let first = desk.state.notice.as_ref().map(|notice| notice.message);
        desk.play("]c");
        (first, desk.state.notice.as_ref().unwrap().message, screen_of(&desk))
    };
    assert_eq!(told(&[FIRE]).1, "one-report-alone");
    let (first, then, _) = told(&[FIRE, CUP]);
    assert_eq!((first, then), (Some("report-events"), "report-all-apart"));
    let (first, then, _) = told(&[OTHER, OTHER]);
    assert_eq!((first, then), (Some("nothing-understood"), "nothing-understood"));
    let (_, then, _) = told(&[FIRE, FIRE]);
    assert_eq!(then, "no-conflicts");
    let copies = screen_of(&Desk::with("en", (100, 20), &[FIRE, FIRE]));
    assert!(copies.contains("the same text as report 2"), "{copies}");
    let mut apart = Desk::with("en", (100, 20), &[FIRE, CUP]);
    apart.play("<Esc>");
    assert!(screen_of(&apart).contains("event 1 of 2"));
}

#[test]
fn esc_goes_back_to_the_former_way_of_writing_and_other_keys_keep_the_new_one() {
    let mut tried = desk("<F2><F2><Esc>");
    assert_eq!(tried.asked, ["former-encoder"]);
    assert_eq!(tried.state.encoder, None);
    tried.play("<F2>j<Esc>");
    assert_eq!(tried.asked, ["former-encoder", "cancel-search"]);
    assert_eq!(tried.state.encoder, None);
}

#[test]
fn what_the_reader_marked_comes_into_the_strip_as_their_own_and_goes_again() {
    let mut desk = Desk::open("en", (110, 24));
    desk.play("2<Tab>gg]f!3<Tab>gg]f!");
    assert!(screen_of(&desk).contains("✎≠ 1 of 2"), "{}", screen_of(&desk));
    desk.play("x");
    assert!(screen_of(&desk).contains("✎≠"), "{}", screen_of(&desk));
    desk.play("qu");
    assert!(!screen_of(&desk).contains('✎'), "{}", screen_of(&desk));
    // What is left is the reports' own: for how long the ferries stood still.
    let all = &desk.state.comparison.as_ref().unwrap().disagreements;
    let disputed = desk.state.comparing.disputed.iter().map(|at| all[*at].topic.as_str());
    assert_eq!(disputed.collect::<Vec<_>>(), ["traffic.closed"]);
}
