//! `BidiTest.txt` and `BidiCharacterTest.txt`: every case, with the policy that obeys controls.
//!
//! The files leave L3 to the renderer, and a row has no cell for a control: the order is compared
//! by the letters that have a cell, and a mark must be in the cell of its letter.

use std::thread;

use tabayun::text::{Base, Cell, Controls, Layout, Marks, Paragraph, Row, Span};

use crate::database;

/// One character of a case.
#[derive(Clone, Copy)]
struct Letter {
    c: char,
    /// Whether a cell must begin with it.
    own_cell: bool,
    /// Whether it must share the cell of the letter before it.
    mark: bool,
}

fn row(text: &str, base: Base) -> Row {
    let layout =
        Layout { controls: Controls::Obey, marks: Marks::Keep, base, ..Layout::new(u16::MAX) };
    Paragraph::new(text, Span::new(0, text.len()), &layout).whole(text)
}

/// Compares a row with the expected order, both as indices of letters that have a cell.
fn check(
    letters: &[Letter],
    base: Base,
    levels: &[Option<u8>],
    order: &[usize],
) -> Result<(), String> {
    let text: String = letters.iter().map(|letter| letter.c).collect();
    let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    let row = row(&text, base);
    let mut cells: Vec<&Cell> = row.cells.iter().collect();
    cells.dedup_by_key(|cell| cell.span);
    let inside = |cell: &Cell| -> Vec<usize> {
        let has = |at: &usize| cell.span.contains(starts[*at] as u32);
        (0..letters.len()).filter(has).collect()
    };
    let mut shown = Vec::new();
    for cell in cells {
        let own: Vec<usize> = inside(cell).into_iter().filter(|at| letters[*at].own_cell).collect();
        let [at] = own[..] else { return Err(format!("{own:?} in one cell of {text:?}")) };
        if levels[at].is_some_and(|level| (level % 2 == 1) != cell.rtl) {
            return Err(format!("wrong side for {at} of {text:?}"));
        }
        let marks = (at + 1..letters.len()).take_while(|next| letters[*next].mark);
        if !marks.clone().all(|mark| inside(cell).contains(&mark)) {
            return Err(format!("a mark left {at} of {text:?}"));
        }
        shown.push(at);
    }
    let wanted: Vec<usize> = order.iter().copied().filter(|at| letters[*at].own_cell).collect();
    if shown == wanted {
        Ok(())
    } else {
        Err(format!("{text:?} {base:?}: {shown:?}, not {wanted:?}"))
    }
}

/// A character of each class, none of which means more than its class.
fn sample(class: &str) -> char {
    match class {
        "L" => 'a',
        "R" => 'א',
        "AL" => 'ب',
        "EN" => '1',
        "ES" => '+',
        "ET" => '$',
        "AN" => '٣',
        "CS" => ',',
        "NSM" => '\u{300}',
        "BN" => '\u{AD}',
        "B" => '\u{2029}',
        "S" => '\t',
        "WS" => ' ',
        "ON" => '!',
        "LRE" => '\u{202A}',
        "RLE" => '\u{202B}',
        "PDF" => '\u{202C}',
        "LRO" => '\u{202D}',
        "RLO" => '\u{202E}',
        "LRI" => '\u{2066}',
        "RLI" => '\u{2067}',
        "FSI" => '\u{2068}',
        "PDI" => '\u{2069}',
        _ => panic!("a class that UAX #9 does not have: {class}"),
    }
}

fn of_classes(classes: &str) -> Vec<Letter> {
    let mut letters: Vec<Letter> = Vec::new();
    for class in classes.split_whitespace() {
        let c = sample(class);
        let after_letter = letters.last().is_some_and(|l| l.own_cell || l.mark)
            && letters.last().is_some_and(|l| !matches!(l.c, '\t' | '\u{2029}'));
        let mark = c == '\u{300}' && after_letter;
        let control = matches!(c, '\u{AD}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
        letters.push(Letter { c, own_cell: !mark && !control, mark });
    }
    letters
}

/// Cases run, and what was wrong with those that failed.
#[derive(Default)]
struct Tally {
    run: usize,
    wrong: Vec<String>,
}

impl Tally {
    fn add(&mut self, outcome: Result<(), String>) {
        self.run += 1;
        self.wrong.extend(outcome.err());
    }

    fn report(&self, name: &str) {
        let passed = self.run - self.wrong.len();
        println!("{name}: {} cases run, {passed} passed", self.run);
        for wrong in self.wrong.iter().take(20) {
            println!("  {wrong}");
        }
        assert!(self.run > 10_000, "the file was not read");
        assert!(self.wrong.is_empty(), "{} of {} cases failed", self.wrong.len(), self.run);
    }
}

fn numbers<T: std::str::FromStr>(list: &str) -> Vec<Option<T>> {
    list.split_whitespace().map(|number| number.parse().ok()).collect()
}

/// Runs the cases of every `parts`-th block of lines, from the `part`-th on.
fn classes_part(text: &str, part: usize, parts: usize) -> Tally {
    let mut tally = Tally::default();
    let (mut levels, mut order) = (Vec::new(), Vec::new());
    for (at, line) in text.lines().enumerate() {
        if let Some(list) = line.strip_prefix("@Levels:") {
            levels = numbers::<u8>(list);
        } else if let Some(list) = line.strip_prefix("@Reorder:") {
            order = numbers::<usize>(list).into_iter().flatten().collect();
        } else if let Some((classes, bits)) = line.split_once(';')
            && !line.starts_with(['#', '@'])
            && at / 512 % parts == part
        {
            let letters = of_classes(classes);
            let bits: u8 = bits.trim().parse().unwrap();
            for (bit, base) in [(1, Base::AutoLtr), (2, Base::Ltr), (4, Base::Rtl)] {
                if bits & bit != 0 {
                    tally.add(check(&letters, base, &levels, &order));
                }
            }
        }
    }
    tally
}

#[test]
fn every_case_of_bidi_test_is_in_order() {
    let Some(text) = database("BidiTest.txt") else { return };
    let tally = thread::scope(|scope| {
        let halves = [0, 1].map(|part| {
            scope.spawn({
                let text = &text;
                move || classes_part(text, part, 2)
            })
        });
        halves.map(|half| half.join().unwrap()).into_iter().fold(
            Tally::default(),
            |mut all, half| {
                all.run += half.run;
                all.wrong.extend(half.wrong);
                all
            },
        )
    });
    tally.report("BidiTest.txt");
}

#[test]
fn every_case_of_bidi_character_test_is_in_order() {
    let Some(text) = database("BidiCharacterTest.txt") else { return };
    let mut tally = Tally::default();
    for line in text.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        let fields: Vec<&str> = line.split(';').collect();
        let [codes, base, _, levels, order] = fields[..] else { panic!("{line}") };
        let base = match base {
            "0" => Base::Ltr,
            "1" => Base::Rtl,
            _ => Base::AutoLtr,
        };
        let levels = numbers::<u8>(levels);
        let order: Vec<usize> = numbers(order).into_iter().flatten().collect();
        tally.add(check(&of_codes(codes, &levels), base, &levels, &order));
    }
    tally.report("BidiCharacterTest.txt");
}

fn of_codes(codes: &str, levels: &[Option<u8>]) -> Vec<Letter> {
    let codes = codes.split_whitespace();
    let chars = codes.map(|code| char::from_u32(u32::from_str_radix(code, 16).unwrap()).unwrap());
    let mut letters: Vec<Letter> = Vec::new();
    for (c, level) in chars.zip(levels) {
        // A mark stands alone after a zero width space; a joiner between changes nothing.
        let alone = letters
            .iter()
            .rfind(|before| before.c != '\u{200D}')
            .is_some_and(|c| c.c == '\u{200B}');
        let mark = !alone && matches!(c, '\u{300}'..='\u{36F}' | '\u{20D0}'..='\u{20FF}');
        let omitted = matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{2066}'..='\u{2069}');
        letters.push(Letter { c, own_cell: level.is_some() && !omitted && !mark, mark });
    }
    letters
}
