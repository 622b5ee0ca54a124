//! The line by which a reader judges an encoder.

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;

use crate::terminal::detect::{Said, Verdict};
use crate::terminal::encoder::{Choice, Kind, Tunnel};
use crate::terminal::pen::Pen;
use crate::text::{Base, Layout, single_row};

/// A line with all that goes wrong: Latin words, digits of Arabic (kitty before 0.40 turns them
/// round), a hyphen with a number, a percentage in brackets.
pub const SAMPLE: &str = "أعلنت Fox news عن ١٧ إف-35 (20%)";

/// How the sample must read.
pub fn how_it_reads() -> Said {
    Said::new(
        "يجب أن يبدأ السطر من اليمين بكلمة «أعلنت»، حروفها متصلة، وأن يكون فيه العدد 17 لا 71، وأن ينتهي بعشرين في المئة بين قوسين مغلقين عليها",
        "Read from the right, it must begin with أعلنت, its letters joined, hold 17 and not 71, and end at the left with 20% inside its brackets.",
    )
}

/// Encoders that can be shown here: switches of one terminal are not sent to another.
pub(super) fn worth_showing(verdict: &Verdict) -> impl Iterator<Item = Kind> {
    let own = verdict.choice.kind;
    let tunnel = verdict.choice.tunnel;
    Kind::ALL.into_iter().filter(move |kind| match kind {
        Kind::Konsole | Kind::Mlterm | Kind::Kitty => *kind == own,
        Kind::KittyRuns => matches!(own, Kind::Kitty | Kind::KittyRuns),
        // Behind tmux the switch is one for the whole screen.
        Kind::Explicit => *kind == own || tunnel != Tunnel::Tmux,
        Kind::Direct | Kind::Fenced | Kind::Logical => true,
    })
}

/// The bytes of a line with the sample at the right end of `width` columns, switches included.
/// The cursor must stand at the first column of a row that is not written on.
pub(super) fn line(kind: Kind, choice: &Choice, label: &str, width: u16) -> String {
    let choice = Choice { kind, ..*choice };
    let mut encoder = choice.encoder();
    let row = cells(label, width);
    let blank = vec![Cell::default(); row.len()];
    let mut pen = Pen::new(width + 1);
    pen.stand_at_start();
    encoder.paint_row(0, &blank, &row, &mut pen);
    let painted = String::from_utf8_lossy(pen.bytes()).into_owned();
    format!("{}\x1b[2K{painted}\x1b[m{}", encoder.enter(&choice), encoder.exit(&choice))
}

fn cells(label: &str, width: u16) -> Vec<Cell> {
    let mut buffer = Buffer::empty(Rect::new(0, 0, width, 1));
    let layout = Layout::new(width);
    let name = single_row(label, width, &layout.with_base(Base::Ltr));
    let sample = single_row(SAMPLE, width, &layout);
    for (row, left) in [(name, 0), (sample.clone(), sample.left(width))] {
        for (columns, cell) in row.columns() {
            if let Some(place) = buffer.cell_mut((left + columns.start, 0)) {
                place.set_symbol(cell.symbol.as_str());
            }
        }
    }
    buffer.content
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sample_is_joined_and_in_visual_order() {
        let shown: String = cells("direct", 40).iter().map(Cell::symbol).collect();
        assert_eq!(shown, "direct  (%20) 35-ﻑﺇ ١٧ ﻦﻋ Fox news ﺖﻨﻠﻋﺃ");
    }

    #[test]
    fn switches_of_another_terminal_are_not_sent() {
        let verdict = Verdict::default();
        let kinds: Vec<Kind> = worth_showing(&verdict).collect();
        assert_eq!(kinds, [Kind::Direct, Kind::Explicit, Kind::Fenced, Kind::Logical]);
    }

    #[test]
    fn a_line_stands_alone() {
        let choice = Choice { give_back: true, ..Choice::default() };
        let line = line(Kind::Explicit, &choice, "explicit", 40);
        assert!(line.starts_with("\x1b[8l\x1b[2Kexplicit"), "{line:?}");
        assert!(line.ends_with("\x1b[m\x1b[0 k\x1b[8h"), "{line:?}");
    }
}
