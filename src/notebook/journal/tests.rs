//! The file, on a folder of its own each.

use std::io::Write;

use super::super::fixture::bookmark;
use super::*;

fn keep(id: &str) -> Entry {
    Entry::Keep(Box::new(bookmark(id, "الجسر مفتوح للمشاة فقط")))
}

fn open(folder: &Path) -> (Journal, Loaded) {
    Journal::open(folder).unwrap()
}

fn names(loaded: &Loaded) -> Vec<String> {
    let name = |entry: &Entry| match entry {
        Entry::Keep(bookmark) => bookmark.id.to_string(),
        Entry::Delete(id) => format!("-{id}"),
    };
    loaded.entries().iter().map(name).collect()
}

#[test]
fn what_was_appended_is_there_on_the_next_opening() {
    let folder = tempfile::tempdir().unwrap();
    let below = folder.path().join("not/yet/there");
    let (mut journal, loaded) = open(&below);
    assert_eq!(loaded, Loaded::default());
    journal.append(&[keep("urn:1"), keep("urn:2")]).unwrap();
    journal.append(&[Entry::Delete(Id::new("urn:1"))]).unwrap();
    let (_, loaded) = open(&below);
    assert_eq!(names(&loaded), ["urn:1", "urn:2", "-urn:1"]);
    assert!(loaded.damage.is_empty());
}

#[cfg(unix)]
#[test]
fn what_is_kept_is_for_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let outer = tempfile::tempdir().unwrap();
    let folder = outer.path().join("share/tabayun");
    let (mut journal, _) = open(&folder);
    journal.append(&[keep("urn:1")]).unwrap();
    assert_eq!((mode(&folder), mode(journal.path())), (0o700, 0o600));
    assert_eq!(mode(&folder.join("notebook.lock")), 0o600);
    // What an earlier version left open is closed with the next entry; other rights were given.
    for (was, is) in [(0o644, 0o600), (0o660, 0o660)] {
        std::fs::set_permissions(journal.path(), PermissionsExt::from_mode(was)).unwrap();
        journal.append(&[keep("urn:2")]).unwrap();
        assert_eq!(mode(journal.path()), is);
    }
}

#[test]
fn two_copies_see_each_other() {
    let folder = tempfile::tempdir().unwrap();
    let (mut one, _) = open(folder.path());
    let (mut two, _) = open(folder.path());
    assert_eq!(one.refresh().unwrap(), News::Nothing);
    one.append(&[keep("urn:1")]).unwrap();
    let News::Replaced(first) = two.refresh().unwrap() else { panic!("a new file is read") };
    assert_eq!(names(&first), ["urn:1"]);
    two.append(&[keep("urn:2")]).unwrap();
    let News::Added(second) = two.refresh().unwrap() else { panic!("a line was added") };
    assert_eq!((names(&second), second.first_line), (vec!["urn:2".to_owned()], 2));
    assert_eq!(two.refresh().unwrap(), News::Nothing);
    let News::Replaced(both) = one.refresh().unwrap() else { panic!("a new file is read") };
    assert_eq!(names(&both), ["urn:1", "urn:2"]);
}

#[test]
fn a_half_line_costs_itself_only_and_is_read_when_it_is_whole() {
    let folder = tempfile::tempdir().unwrap();
    let (mut journal, _) = open(folder.path());
    journal.append(&[keep("urn:1")]).unwrap();
    let line = super::super::jsonld::write_line(&keep("urn:2")).unwrap();
    let (start, end) = line.as_bytes().split_at(100);
    let mut file = std::fs::OpenOptions::new().append(true).open(journal.path()).unwrap();
    file.write_all(start).unwrap();
    let (mut other, loaded) = open(folder.path());
    assert_eq!(names(&loaded), ["urn:1"]);
    assert_eq!(loaded.damage, [Damage { line: 2, reason: DamageReason::Cut }]);
    file.write_all(end).unwrap();
    file.write_all(b"\n").unwrap();
    let News::Added(whole) = other.refresh().unwrap() else { panic!("a line was added") };
    assert_eq!((names(&whole), whole.first_line), (vec!["urn:2".to_owned()], 2));
    assert!(whole.damage.is_empty());
}

#[test]
fn an_append_after_a_crash_begins_a_new_line() {
    let folder = tempfile::tempdir().unwrap();
    let (mut journal, _) = open(folder.path());
    std::fs::write(folder.path().join("notebook.jsonl"), b"{\"@context\":\"http").unwrap();
    journal.append(&[keep("urn:1")]).unwrap();
    let (_, loaded) = open(folder.path());
    assert_eq!(names(&loaded), ["urn:1"]);
    assert_eq!(loaded.damage, [Damage { line: 1, reason: DamageReason::Cut }]);
}

#[test]
fn compacting_keeps_the_living_and_the_unreadable_byte_for_byte() {
    let folder = tempfile::tempdir().unwrap();
    let (mut journal, _) = open(folder.path());
    journal.append(&[keep("urn:1"), keep("urn:2")]).unwrap();
    let path = journal.path().to_owned();
    let future = br#"{"tabayun:schema":9,"type":"Poem","lines":["a"]}"#;
    let mut bytes = std::fs::read(&path).unwrap();
    bytes.extend_from_slice(b"\xff\xfe garbage\n");
    bytes.extend_from_slice(future);
    bytes.push(b'\n');
    std::fs::write(&path, &bytes).unwrap();
    let mut edited = bookmark("urn:2", "الجسر مفتوح للمشاة فقط");
    edited.note = "راجع".into();
    let edited = Entry::Keep(Box::new(edited));
    journal.append(&[edited.clone(), Entry::Delete(Id::new("urn:1")), keep("urn:3")]).unwrap();
    let (mut other, before) = open(folder.path());
    assert_eq!(before.damage.len(), 2);

    let News::Replaced(after) = journal.compact().unwrap() else { panic!("the file is new") };
    assert_eq!(after.entries(), [edited, keep("urn:3")]);
    let reasons: Vec<_> = after.damage.iter().map(|d| (d.line, d.reason)).collect();
    assert_eq!(reasons, [(2, DamageReason::NotJson), (3, DamageReason::Future(9))]);
    let raw = std::fs::read(&path).unwrap();
    assert!(memchr::memmem::find(&raw, b"\xff\xfe garbage\n").is_some());
    assert!(memchr::memmem::find(&raw, future).is_some());
    assert!(matches!(other.refresh().unwrap(), News::Replaced(seen) if seen == after));
    assert_eq!(journal.refresh().unwrap(), News::Nothing);
}

#[test]
fn lines_that_cannot_be_dropped_ask_for_no_compacting() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("notebook.jsonl");
    let future = "{\"tabayun:schema\":9,\"type\":\"Poem\"}\n".repeat(3000);
    std::fs::write(&path, &future).unwrap();
    let (mut journal, loaded) = open(folder.path());
    assert_eq!(loaded.damage.len(), 3000);
    assert!(!journal.wants_compaction(0));
    // Nothing is written where nothing would be dropped.
    let before = Identity::of_path(&path).unwrap();
    assert_eq!(journal.compact().unwrap(), News::Nothing);
    assert!(before.same_file(&Identity::of_path(&path).unwrap()));
    // Whatever can be dropped is counted as before, and dropped.
    journal.append(&vec![keep("urn:1"); 1100]).unwrap();
    journal.refresh().unwrap();
    assert!(journal.wants_compaction(1));
    let News::Replaced(after) = journal.compact().unwrap() else { panic!("the file is new") };
    assert_eq!((after.stored.len(), after.damage.len()), (1, 3000));
    assert!(!journal.wants_compaction(1));
}

#[cfg(unix)]
#[test]
fn what_could_not_be_read_is_tried_again_with_the_next_look() {
    let folder = tempfile::tempdir().unwrap();
    let (mut journal, _) = open(folder.path());
    journal.append(&[keep("urn:1")]).unwrap();
    journal.refresh().unwrap();
    // A handle that may only write makes the next reading fail, as a sick disk would.
    let path = journal.path().to_owned();
    let blind = std::fs::OpenOptions::new().append(true).open(&path).unwrap();
    let (file, identity) = journal.read.take().unwrap();
    journal.read = Some((blind, identity));
    journal.append(&[keep("urn:2")]).unwrap();
    assert!(journal.refresh().is_err());
    assert!(journal.refresh().is_err(), "it is not taken for read");
    let (_, identity) = journal.read.take().unwrap();
    journal.read = Some((file, identity));
    assert!(matches!(journal.refresh().unwrap(), News::Added(new) if names(&new) == ["urn:2"]));
    // A folder opens like a file and cannot be read.
    std::fs::remove_file(&path).unwrap();
    std::fs::create_dir(&path).unwrap();
    assert!(journal.refresh().is_err());
    assert!(journal.refresh().is_err(), "it is not taken for read");
}

#[test]
fn a_removed_file_is_an_empty_notebook() {
    let folder = tempfile::tempdir().unwrap();
    let (mut journal, _) = open(folder.path());
    journal.append(&[keep("urn:1")]).unwrap();
    journal.refresh().unwrap();
    std::fs::remove_file(journal.path()).unwrap();
    assert_eq!(journal.refresh().unwrap(), News::Replaced(Loaded::default()));
    journal.append(&[keep("urn:2")]).unwrap();
    assert!(matches!(journal.refresh().unwrap(), News::Replaced(new) if new.stored.len() == 1));
}

#[test]
fn many_lines_are_numbered_across_threads() {
    let folder = tempfile::tempdir().unwrap();
    let (mut journal, _) = open(folder.path());
    let many: Vec<Entry> = (0..3000).map(|at| keep(&format!("urn:{at}"))).collect();
    journal.append(&many).unwrap();
    let mut bytes = std::fs::read(journal.path()).unwrap();
    bytes.extend_from_slice(b"not a line of ours\n");
    std::fs::write(journal.path(), bytes).unwrap();
    let (_, loaded) = open(folder.path());
    assert_eq!(loaded.entries(), many);
    assert_eq!(loaded.damage, [Damage { line: 3001, reason: DamageReason::NotJson }]);
}

#[test]
fn a_held_lock_is_reported_and_nothing_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let (mut journal, _) = open(folder.path());
    let held = lock::Lock::take(&folder.path().join("notebook.lock")).unwrap();
    let error = journal.append(&[keep("urn:1")]).unwrap_err();
    assert!(matches!(error, JournalError::Locked { .. }), "{error}");
    assert!(!journal.path().exists());
    drop(held);
    // The waiting thread may hold the lock for an instant, until it sees that nobody waits.
    journal.append(&[keep("urn:1")]).unwrap();
}

#[cfg(unix)]
#[test]
fn a_linked_notebook_stays_a_link() {
    let folder = tempfile::tempdir().unwrap();
    let real = folder.path().join("elsewhere.jsonl");
    std::fs::write(&real, b"").unwrap();
    let link = folder.path().join("notebook.jsonl");
    std::os::unix::fs::symlink(&real, &link).unwrap();
    let (mut journal, _) = open(folder.path());
    journal.append(&[keep("urn:1"), keep("urn:1")]).unwrap();
    journal.compact().unwrap();
    assert!(std::fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(open(folder.path()).1.stored.len(), 1);
}
