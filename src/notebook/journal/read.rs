//! Bytes of the file to what they hold, on as many threads as there are processors.

use std::num::NonZero;
use std::ops::Range;
use std::sync::Arc;

use super::super::jsonld;
use super::super::kept::{Line, Stored};
use super::{Damage, Loaded};

/// Below this many bytes a second thread costs more than it gives.
const WORTH_A_THREAD: usize = 256 * 1024;

/// Up to this many bytes every line is read whole at once, and all that is wrong with the file is
/// known: a few milliseconds. Beyond, lines are outlined, and read when they are asked for.
const READ_WHOLE: usize = 2 * 1024 * 1024;

/// Reads every line of `bytes`; the first one is line `before + 1` of the file.
pub(super) fn lines(bytes: Vec<u8>, before: usize) -> Loaded {
    let bytes = Arc::new(bytes);
    let parts = parts(&bytes);
    if let [one] = parts.as_slice() {
        let loaded = part(&bytes, one, before);
        return Loaded { first_line: before + 1, ..loaded };
    }
    // Lines are numbered where they begin: a part starts after the lines of those before it.
    let firsts: Vec<usize> = parts
        .iter()
        .scan(before, |line, part| {
            let first = *line;
            let bytes = bytes.get(part.clone()).unwrap_or_default();
            *line += memchr::memchr_iter(b'\n', bytes).count();
            Some(first)
        })
        .collect();
    let read: Vec<Loaded> = std::thread::scope(|scope| {
        let running: Vec<_> = parts
            .iter()
            .zip(&firsts)
            .map(|(range, &first)| {
                scope.spawn({
                    let bytes = &bytes;
                    move || part(bytes, range, first)
                })
            })
            .collect();
        // A thread that dies gives nothing here, so its part is read again on this one.
        running
            .into_iter()
            .zip(parts.iter().zip(&firsts))
            .map(|(thread, (range, &first))| {
                thread.join().unwrap_or_else(|_| part(&bytes, range, first))
            })
            .collect()
    });
    join(read, before)
}

fn join(read: Vec<Loaded>, before: usize) -> Loaded {
    let mut all = Loaded { first_line: before + 1, ..Loaded::default() };
    for mut loaded in read {
        all.stored.append(&mut loaded.stored);
        all.damage.append(&mut loaded.damage);
    }
    all
}

/// Cuts at ends of lines, into parts of about one size.
fn parts(bytes: &[u8]) -> Vec<Range<usize>> {
    let threads = std::thread::available_parallelism().map_or(1, NonZero::get);
    let count = threads.min(bytes.len() / WORTH_A_THREAD).max(1);
    let mut start = 0;
    let mut parts = Vec::with_capacity(count);
    for left in (2..=count).rev() {
        let middle = start + (bytes.len() - start) / left;
        let tail = bytes.get(middle..).unwrap_or_default();
        let Some(end) = memchr::memchr(b'\n', tail) else { break };
        parts.push(start..middle + end + 1);
        start = middle + end + 1;
    }
    parts.push(start..bytes.len());
    parts
}

fn part(bytes: &Arc<Vec<u8>>, range: &Range<usize>, before: usize) -> Loaded {
    let mut loaded = Loaded::default();
    let whole = bytes.len() <= READ_WHOLE;
    let mut start = range.start;
    let read = bytes.get(range.clone()).unwrap_or_default();
    for (number, line) in (before + 1..).zip(read.split_inclusive(|&byte| byte == b'\n')) {
        let place = start..start + line.len();
        start = place.end;
        let line = line.trim_ascii();
        if line.is_empty() {
            continue;
        }
        let stored = if whole {
            jsonld::read_line(line).map(Stored::from)
        } else {
            let at = Line { bytes: Arc::clone(bytes), range: place, number };
            jsonld::outline(line).map(|outline| Stored::outlined(outline, at))
        };
        match stored {
            Ok(stored) => loaded.stored.push(stored),
            Err(reason) => loaded.damage.push(Damage { line: number, reason }),
        }
    }
    loaded
}
