//! Notes and sources of a journalist are for nobody else: what is created here may be read and
//! written by its owner alone. Windows keeps a user's folders to the user by itself.

use std::fs::{DirBuilder, File, OpenOptions};
use std::io;
use std::path::Path;

/// Makes the folder, with those above it that are not there. One that is there stays as it is.
pub(super) fn folder(path: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.recursive(true).create(path)
}

/// Opens with these options, and creates the file where it is not there.
pub(super) fn open(options: &mut OpenOptions, path: &Path) -> io::Result<File> {
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
    options.create(true).open(path)
}

/// Takes the right to read from others where it is the one that earlier versions left to them;
/// other rights were given on purpose.
pub(super) fn tighten(file: &File) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = file.metadata().map(|about| about.permissions().mode() & 0o777);
        if mode.is_ok_and(|mode| mode == 0o644) {
            // A file of somebody else's refuses; it stays as it is.
            let _ = file.set_permissions(PermissionsExt::from_mode(0o600));
        }
    }
    #[cfg(not(unix))]
    let _ = file;
}
