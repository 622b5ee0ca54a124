//! Bytes of the file to entries, on as many threads as there are processors.

use std::num::NonZero;

use super::super::jsonld;
use super::{Damage, Loaded};

/// Below this many bytes a second thread costs more than it gives.
const WORTH_A_THREAD: usize = 256 * 1024;

/// Reads every line of `bytes`; the first one is line `before + 1` of the file.
pub(super) fn lines(bytes: &[u8], before: usize) -> Loaded {
    let parts = parts(bytes);
    if let [one] = parts.as_slice() {
        let loaded = part(one, before).0;
        return Loaded { first_line: before + 1, ..loaded };
    }
    let read: Vec<(Loaded, usize)> = std::thread::scope(|scope| {
        let running: Vec<_> =
            parts.iter().map(|bytes| scope.spawn(move || part(bytes, 0))).collect();
        // A thread that dies gives nothing here, so its part is read again on this one.
        running
            .into_iter()
            .zip(&parts)
            .map(|(thread, bytes)| thread.join().unwrap_or_else(|_| part(bytes, 0)))
            .collect()
    });
    join(read, before)
}

fn join(read: Vec<(Loaded, usize)>, mut before: usize) -> Loaded {
    let mut all = Loaded { first_line: before + 1, ..Loaded::default() };
    for (loaded, count) in read {
        all.entries.extend(loaded.entries);
        all.damage.extend(
            loaded.damage.into_iter().map(|damage| Damage { line: damage.line + before, ..damage }),
        );
        before += count;
    }
    all
}

/// Cuts at ends of lines, into parts of about one size.
fn parts(bytes: &[u8]) -> Vec<&[u8]> {
    let threads = std::thread::available_parallelism().map_or(1, NonZero::get);
    let count = threads.min(bytes.len() / WORTH_A_THREAD).max(1);
    let mut rest = bytes;
    let mut parts = Vec::with_capacity(count);
    for left in (2..=count).rev() {
        let (_, tail) = rest.split_at(rest.len() / left);
        let Some(end) = memchr::memchr(b'\n', tail) else { break };
        let (part, after) = rest.split_at(rest.len() - tail.len() + end + 1);
        parts.push(part);
        rest = after;
    }
    parts.push(rest);
    parts
}

fn part(bytes: &[u8], before: usize) -> (Loaded, usize) {
    let mut loaded = Loaded::default();
    let mut count = 0;
    for line in bytes.split_inclusive(|&byte| byte == b'\n') {
        count += 1;
        let line = line.trim_ascii();
        if line.is_empty() {
            continue;
        }
        match jsonld::read_line(line) {
            Ok(entry) => loaded.entries.push(entry),
            Err(reason) => loaded.damage.push(Damage { line: before + count, reason }),
        }
    }
    (loaded, count)
}
