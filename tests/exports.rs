//! The CSV export, read by another hand: the cells are what was kept, and no spreadsheet computes
//! any of them.

use jiff::Timestamp;
use tabayun::locale::Messages;
use tabayun::notebook::export::{Format, export};
use tabayun::notebook::{Bookmark, Id, Kind, Quoted, Source, Target};
use tabayun::settings::{Digits, Interface};

const NOTE: &str = "سطر\nثان، \"بعلامة\"";

fn bookmark(words: &str, outlet: &str) -> Bookmark {
    Bookmark {
        id: Id::new("urn:uuid:1"),
        kind: Kind::Quotation,
        created: Timestamp::UNIX_EPOCH,
        modified: Timestamp::UNIX_EPOCH,
        dossier: None,
        targets: vec![Target {
            source: Source { outlet: Some(outlet.into()), ..Source::default() },
            quoted: Some(Quoted { exact: words.into(), ..Quoted::default() }),
            ..Target::default()
        }],
        note: NOTE.into(),
        tags: Vec::new(),
        colour: None,
    }
}

#[test]
fn a_reader_of_csv_finds_every_cell_and_nothing_to_compute() {
    let kept = [
        bookmark("=1+1", "صحيفة الوادي"),
        bookmark("@SUM(1)", "+إذاعة"),
        bookmark("كلام «عادي»، وفاصلة", "-5"),
    ];
    let messages = Messages::new(Interface::Arabic, Digits::Latin);
    let csv = export(Format::Csv, &kept.iter().collect::<Vec<_>>(), &messages);
    let csv = csv.strip_prefix('\u{FEFF}').expect("a mark says that it is UTF-8");
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let names = reader.headers().expect("a row of names").clone();
    let column = |name: &str| names.iter().position(|one| one == name).expect("a column");
    let (words, outlet, note) = (column("quotation"), column("outlet"), column("note"));
    // The reader refuses a row with more or fewer cells than the first one has.
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
    let cells: Vec<_> = rows.iter().map(|row| [&row[words], &row[outlet], &row[note]]).collect();
    assert_eq!(
        cells,
        [
            ["'=1+1", "صحيفة الوادي", NOTE],
            ["'@SUM(1)", "'+إذاعة", NOTE],
            ["كلام «عادي»، وفاصلة", "'-5", NOTE],
        ]
    );
    // Whatever a spreadsheet takes for the beginning of a formula begins no cell.
    let computed = |cell: &str| cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    assert!(!rows.iter().flatten().any(computed), "a cell is computed");
}
