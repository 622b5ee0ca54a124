//! The notebook into a file of the reader's choice, all of it or nothing.

use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use crate::app::notice::Notice;

/// Writes an export and says what came of it, and whether it was refused because such a file is there:
/// that is overwritten only where the reader says so.
pub fn write(path: &Path, words: &str, over: bool) -> (Notice, bool) {
    let path = from_home(path);
    let shown = crate::error::visible(&path.to_string_lossy());
    if path.is_dir() {
        return (Notice::grave("export-is-folder").words("name", shown), false);
    }
    // The file that a link leads to is replaced, not the link.
    let target = if over { path.canonicalize().unwrap_or(path) } else { path };
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    let written = tempfile::NamedTempFile::new_in(folder).and_then(|mut file| {
        file.write_all(words.as_bytes())?;
        file.as_file().sync_all()?;
        let written = if over { file.persist(&target) } else { file.persist_noclobber(&target) };
        written.map_err(|error| error.error)
    });
    match written {
        Ok(_) => (Notice::new("exported").words("name", shown), false),
        Err(error) => {
            let folder = crate::error::visible(&folder.to_string_lossy());
            let notice = unwritten(&error).words("name", shown).words("folder", folder);
            (notice, error.kind() == ErrorKind::AlreadyExists)
        }
    }
}

/// Why an export was not written, and what to do about it.
fn unwritten(error: &io::Error) -> Notice {
    match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => Notice::grave("export-no-folder"),
        ErrorKind::AlreadyExists => Notice::grave("export-is-there"),
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
            Notice::grave("export-forbidden")
        }
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Notice::grave("export-full"),
        _ => Notice::grave("export-failed").words("detail", error.to_string()),
    }
}

/// `~` at the beginning of a name is the reader's own folder, as in a shell.
fn from_home(path: &Path) -> PathBuf {
    let rest = path.strip_prefix("~").ok();
    let home = rest.and_then(|_| std::env::home_dir());
    home.zip(rest).map_or_else(|| path.to_owned(), |(home, rest)| home.join(rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_there_is_overwritten_only_when_asked() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("quotes.md");
        let write = |words: &str, over| {
            let (notice, there) = write(&path, words, over);
            (notice.message, there, std::fs::read_to_string(&path).unwrap())
        };
        assert_eq!(write("أ", false), ("exported", false, "أ".to_owned()));
        assert_eq!(write("ب", false), ("export-is-there", true, "أ".to_owned()));
        assert_eq!(write("ب", true), ("exported", false, "ب".to_owned()));
        let (notice, there) = super::write(folder.path(), "ج", true);
        assert_eq!((notice.message, there), ("export-is-folder", false));
    }

    #[test]
    fn an_export_that_cannot_be_written_says_why_and_is_never_half_there() {
        let folder = tempfile::tempdir().unwrap();
        let to = |name: &str| super::write(&folder.path().join(name), "كلام", false).0.message;
        assert_eq!(to("quotes.md"), "exported");
        assert_eq!(to("quotes.md"), "export-is-there");
        assert_eq!(to("none/quotes.md"), "export-no-folder");
        assert_eq!(to("quotes.md/more.md"), "export-no-folder");
        let full = io::Error::from(ErrorKind::StorageFull);
        assert_eq!(unwritten(&full).message, "export-full");
        let forbidden = io::Error::from(ErrorKind::PermissionDenied);
        assert_eq!(unwritten(&forbidden).message, "export-forbidden");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
