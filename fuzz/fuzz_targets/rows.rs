//! Wrapping and rows: lines cover the paragraph, rows fit the pane, spans lie on characters, and no
//! control character stands in a cell.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tabayun::text::{Base, Controls, Layout, Marks, Paragraph, Shaping, Span};

fuzz_target!(|data: &[u8]| {
    let Some((head, rest)) = data.split_at_checked(2) else { return };
    let text = tabayun_fuzz::text(rest);
    let mut layout = Layout::new(u16::from(head[0]) % 130);
    layout.marks = if head[1] & 1 == 0 { Marks::Strip } else { Marks::Keep };
    layout.shaping = if head[1] & 2 == 0 { Shaping::Presentation } else { Shaping::Base };
    layout.controls = if head[1] & 4 == 0 { Controls::Neutralise } else { Controls::Obey };
    layout.base = [Base::Auto, Base::Rtl, Base::Ltr, Base::Auto][usize::from(head[1] >> 3) % 4];
    let width = layout.width.max(1);
    let mut start = 0;
    for part in text.split_inclusive('\n') {
        let span = Span::new(start, start + part.len());
        start += part.len();
        let paragraph = Paragraph::new(&text, span, &layout);
        let mut at = span.start;
        for line in paragraph.lines(&text) {
            assert!(line.span.start >= at && text.get(line.span.range()).is_some());
            assert!(text[at as usize..line.span.start as usize].trim().is_empty());
            at = line.span.end;
            let row = paragraph.row(&text, line);
            assert!(row.width() <= width.max(2), "{} over {width}", row.width());
            for (columns, cell) in row.columns() {
                assert!(text.get(cell.span.range()).is_some());
                assert!(!cell.symbol.as_str().chars().any(char::is_control));
                assert!(columns.start < columns.end);
            }
        }
        assert!(text[at as usize..span.end as usize].trim().is_empty());
    }
});
