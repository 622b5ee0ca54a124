//! Word from the system when a file of the notebook's folder is written to, also by another
//! program. Nothing wakes up while nothing is written.

use std::path::Path;

/// Begins to watch a folder on a thread of its own, which calls `told` soon after a change and
/// ends when that returns `false`. Whether it could; elsewhere than on Linux, keys have the file
/// looked at.
#[cfg(target_os = "linux")]
pub fn watch(folder: &Path, told: impl Fn() -> bool + Send + 'static) -> bool {
    use rustix::fs::inotify::{self, CreateFlags, WatchFlags};
    let Ok(queue) = inotify::init(CreateFlags::CLOEXEC) else { return false };
    let wanted = WatchFlags::MODIFY | WatchFlags::MOVED_TO | WatchFlags::DELETE;
    if inotify::add_watch(&queue, folder, wanted).is_err() {
        return false;
    }
    let thread = std::thread::Builder::new().name("watch".to_owned());
    thread.spawn(move || listen(&queue, told)).is_ok()
}

#[cfg(not(target_os = "linux"))]
pub fn watch(_: &Path, _: impl Fn() -> bool + Send + 'static) -> bool {
    false
}

#[cfg(target_os = "linux")]
fn listen(queue: &std::os::fd::OwnedFd, told: impl Fn() -> bool) {
    use std::mem::MaybeUninit;
    use std::time::Duration;

    use rustix::fs::inotify::Reader;
    /// A stream of changes is told in pieces: each has the screen drawn.
    const TOGETHER: Duration = Duration::from_millis(100);
    let mut buffer = [MaybeUninit::uninit(); 4096];
    let mut reader = Reader::new(queue, &mut buffer);
    while reader.next().is_ok() {
        std::thread::sleep(TOGETHER);
        while !reader.is_buffer_empty() {
            if reader.next().is_err() {
                return;
            }
        }
        if !told() {
            return;
        }
    }
}
