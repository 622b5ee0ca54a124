//! `ArabicShaping.txt`: each letter that has presentation forms takes the one its type asks for;
//! and another program's joining, on real text.

use std::collections::{BTreeMap, BTreeSet};

use ar_reshaper::{ArabicReshaper, ReshaperConfig, config::LigaturesFlags};
use tabayun::text::{Layout, Row, single_row};

use crate::database;

/// The symbols in logical order.
fn joined(text: &str) -> String {
    let Row { mut cells, .. } = single_row(text, u16::MAX, &Layout::new(u16::MAX));
    cells.sort_by_key(|cell| cell.span.start);
    cells.iter().map(|cell| cell.symbol.to_string()).collect()
}

/// Letter → its isolated, final, initial and medial forms, from the decompositions.
fn forms(database: &str) -> BTreeMap<char, BTreeMap<String, char>> {
    let mut forms: BTreeMap<char, BTreeMap<String, char>> = BTreeMap::new();
    for line in database.lines() {
        let fields: Vec<&str> = line.split(';').collect();
        let code = u32::from_str_radix(fields[0], 16).unwrap();
        let Some(form) = char::from_u32(code) else { continue };
        let words: Vec<&str> = fields[5].split_whitespace().collect();
        if let [place @ ("<isolated>" | "<final>" | "<initial>" | "<medial>"), letter] = words[..]
            && matches!(code, 0xFB50..=0xFBFF | 0xFE70..=0xFEFF)
        {
            let letter = char::from_u32(u32::from_str_radix(letter, 16).unwrap()).unwrap();
            forms.entry(letter).or_default().insert(place.into(), form);
        }
    }
    forms
}

#[test]
fn every_letter_with_forms_joins_as_its_type_says() {
    let (Some(shaping), Some(data)) = (database("ArabicShaping.txt"), database("UnicodeData.txt"))
    else {
        return;
    };
    let forms = forms(&data);
    let mut letters = 0;
    for line in shaping.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        let fields: Vec<&str> = line.split(';').map(str::trim).collect();
        let letter = char::from_u32(u32::from_str_radix(fields[0], 16).unwrap()).unwrap();
        let (before, after) = match fields[2] {
            "D" => (true, true),
            "R" => (true, false),
            "U" => (false, false),
            _ => continue,
        };
        if let Some(forms) = forms.get(&letter) {
            check(letter, before, after, forms);
            letters += 1;
        }
    }
    println!("ArabicShaping.txt: {letters} joining letters with forms, all passed");
    assert_eq!(letters, forms.len());
}

/// Sets a letter alone, after a beh, before one and between two, and looks at both.
fn check(letter: char, before: bool, after: bool, forms: &BTreeMap<String, char>) {
    let form = |place: &str| forms.get(place).copied();
    let isolated = form("<isolated>").unwrap_or(letter);
    let last = if before { form("<final>").unwrap_or(isolated) } else { isolated };
    let first = if after { form("<initial>").unwrap_or(isolated) } else { isolated };
    let middle = match (before, after) {
        (true, true) => form("<medial>").unwrap_or(last),
        (true, false) => last,
        (false, _) => first,
    };
    let beh = |joined: bool, place: char| match (joined, place) {
        (true, 'i') => 'ﺑ',
        (true, _) => 'ﺐ',
        (false, _) => 'ﺏ',
    };
    let cases = [
        (format!("{letter}"), vec![isolated]),
        (format!("ب{letter}"), vec![beh(before, 'i'), last]),
        (format!("{letter}ب"), vec![first, beh(after, 'f')]),
        (format!("ب{letter}ب"), vec![beh(before, 'i'), middle, beh(after, 'f')]),
    ];
    for (text, wanted) in cases {
        assert_eq!(joined(&text), wanted.into_iter().collect::<String>(), "{text}");
    }
}

#[test]
fn another_program_joins_the_words_of_the_seeds_alike() {
    let shared = std::env::var("TABAYUN_SHARED").unwrap_or_else(|_| "../shared".into());
    let Ok(folder) = std::fs::read_dir(format!("{shared}/seeds")) else {
        let why =
            format!("{shared}/seeds is missing; set TABAYUN_SHARED to the folder that has it");
        crate::skip::skipped(&why);
        return;
    };
    let mut oracle = ArabicReshaper::new(ReshaperConfig::new(
        ar_reshaper::Language::Arabic,
        LigaturesFlags::default(),
    ));
    // The word الله as one dense cell is known to be wrong here.
    oracle.modify_config(|config| {
        config.support_ligatures = true;
        config.update_ligature(ar_reshaper::prelude::LigatureNames::ARABIC_LIGATURE_ALLAH, false);
    });
    let texts: String =
        folder.filter_map(|file| std::fs::read_to_string(file.unwrap().path()).ok()).collect();
    let arabic = |c: char| matches!(c, '\u{620}'..='\u{652}' | '\u{671}'..='\u{6D3}');
    let words: BTreeSet<&str> = texts.split(|c| !arabic(c)).filter(|w| !w.is_empty()).collect();
    let differ: Vec<_> = words
        .iter()
        .map(|word| (*word, joined(word), oracle.reshape(word)))
        .filter(|(_, ours, theirs)| ours != theirs)
        .collect();
    println!(
        "ar-reshaper: {} different words of the seeds, {} alike",
        words.len(),
        words.len() - differ.len()
    );
    assert!(words.len() > 100);
    assert!(differ.is_empty(), "{differ:?}");
}
