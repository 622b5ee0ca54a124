//! The CSV export, opened by `LibreOffice`: Arabic is read, nothing is computed. Runs where there
//! is a `soffice` and `TABAYUN_PROOF` is set; it takes some seconds.

use std::process::{Command, Stdio};

use jiff::Timestamp;
use tabayun::locale::Messages;
use tabayun::notebook::export::{Format, export};
use tabayun::notebook::{Bookmark, Id, Kind, Quoted, Source, Target};
use tabayun::settings::{Digits, Interface};

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
        note: "سطر\nثان، \"بعلامة\"".into(),
        tags: Vec::new(),
        colour: None,
    }
}

#[test]
fn a_spreadsheet_reads_arabic_and_computes_nothing() {
    let found = Command::new("soffice").arg("--version").stdout(Stdio::null()).status();
    if std::env::var_os("TABAYUN_PROOF").is_none() || !found.is_ok_and(|status| status.success()) {
        eprintln!("skipped: needs TABAYUN_PROOF=1 and LibreOffice");
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let kept = [
        bookmark("=1+1", "صحيفة الوادي"),
        bookmark("@SUM(1)", "+إذاعة"),
        bookmark("كلام «عادي»، وفاصلة", "-5"),
    ];
    let messages = Messages::new(Interface::Arabic, Digits::Latin);
    let csv = export(Format::Csv, &kept.iter().collect::<Vec<_>>(), &messages);
    let path = folder.path().join("quotes.csv");
    std::fs::write(&path, csv).unwrap();
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.path().display());
    // The dialog of the program chooses UTF-8 by the mark; without a dialog it must be said.
    let status = Command::new("soffice")
        .args([profile.as_str(), "--headless", "--infilter=CSV:44,34,UTF8", "--convert-to", "fods"])
        .arg("--outdir")
        .arg(folder.path())
        .arg(&path)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    assert!(status.unwrap().success());
    let sheet = std::fs::read_to_string(folder.path().join("quotes.fods")).unwrap();
    assert!(!sheet.contains("table:formula"), "a cell is computed");
    for words in ["صحيفة الوادي", "كلام «عادي»، وفاصلة", "'=1+1", "'@SUM(1)", "'+إذاعة"]
    {
        let escaped = words.replace('\'', "&apos;");
        assert!(sheet.contains(&format!("<text:p>{escaped}</text:p>")), "{words}");
    }
}
