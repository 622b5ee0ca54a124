//! Lines of JSON in, one at a time, in constant memory.

use std::io::{self, BufRead, Read};

/// The longest line that is read, in bytes. A report is thousands, a book millions.
pub const LONGEST: u64 = 64 * 1024 * 1024;

/// One line, or that it was too long to read.
#[derive(Debug, PartialEq, Eq)]
pub enum Line {
    Text(Vec<u8>),
    TooLong,
}

/// The next line without its end; `None` at the end of the input. A line over [`LONGEST`] is read
/// to its end without being kept.
///
/// # Errors
/// What the system said.
pub fn next(input: &mut dyn BufRead) -> io::Result<Option<Line>> {
    let mut line = Vec::new();
    let read = Read::take(&mut *input, LONGEST + 1).read_until(b'\n', &mut line)?;
    if read == 0 {
        return Ok(None);
    }
    if line.ends_with(b"\n") || read as u64 <= LONGEST {
        while line.last().is_some_and(|byte| matches!(byte, b'\n' | b'\r')) {
            line.pop();
        }
        return Ok(Some(Line::Text(line)));
    }
    skip(input)?;
    Ok(Some(Line::TooLong))
}

fn skip(input: &mut dyn BufRead) -> io::Result<()> {
    loop {
        let buffer = input.fill_buf()?;
        let end = memchr::memchr(b'\n', buffer);
        let length = end.map_or(buffer.len(), |at| at + 1);
        input.consume(length);
        if end.is_some() || length == 0 {
            return Ok(());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_come_without_their_ends() {
        let mut input = io::Cursor::new(b"one\r\n\ntwo".to_vec());
        let mut lines = Vec::new();
        while let Some(Line::Text(line)) = next(&mut input).unwrap() {
            lines.push(String::from_utf8(line).unwrap());
        }
        assert_eq!(lines, ["one", "", "two"]);
    }

    #[test]
    fn a_giant_line_is_passed_over_and_the_next_one_is_read() {
        let giant = io::repeat(b'x').take(LONGEST + 5).chain(&b"\nshort\n"[..]);
        let mut input = io::BufReader::new(giant);
        assert_eq!(next(&mut input).unwrap(), Some(Line::TooLong));
        assert_eq!(next(&mut input).unwrap(), Some(Line::Text(b"short".to_vec())));
    }
}
