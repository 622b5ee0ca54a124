//! Words of the interface, set once and drawn in every frame: titles, the list, the facts and the
//! status line say the same from one frame to the next.
//!
//! What is kept changes no picture: a row depends on its words and its layout alone.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use crate::text::{Layout, Row, single_row};

/// Rows that are kept; a screen has a hundred or two. Beyond them all are forgotten.
const KEPT: usize = 1024;

/// Widths at which one text is kept.
const WIDTHS: usize = 8;

/// Longer words are set anew each time.
const LONGEST: usize = 512;

/// One text at several widths.
type Settings = Vec<(Layout, Rc<Row>)>;

thread_local! {
    static ROWS: RefCell<HashMap<String, Settings>> = RefCell::default();
}

/// The row of these words, as [`single_row`] sets it at the width of the layout.
pub fn row(text: &str, layout: Layout) -> Rc<Row> {
    if text.len() > LONGEST {
        return Rc::new(single_row(text, layout.width, &layout));
    }
    ROWS.with_borrow_mut(|rows| {
        let known = rows.get(text).and_then(|known| known.iter().find(|(of, _)| *of == layout));
        if let Some((_, row)) = known {
            return Rc::clone(row);
        }
        if rows.len() >= KEPT {
            rows.clear();
        }
        let row = Rc::new(single_row(text, layout.width, &layout));
        let of_text = rows.entry(text.to_owned()).or_default();
        if of_text.len() >= WIDTHS {
            of_text.remove(0);
        }
        of_text.push((layout, Rc::clone(&row)));
        row
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_words_at_another_width_are_another_row() {
        let words = "التقارير الثلاثة";
        for width in [20, 6, 20, 6] {
            let layout = Layout::new(width);
            assert_eq!(*row(words, layout), single_row(words, width, &layout), "{width}");
        }
    }

    #[test]
    fn a_dragged_window_keeps_no_more_than_the_last_widths() {
        for width in 1..200 {
            row("الحالة", Layout::new(width));
        }
        let kept = ROWS.with_borrow(|rows| rows.get("الحالة").map_or(0, Vec::len));
        assert!(kept <= WIDTHS, "{kept}");
    }
}
