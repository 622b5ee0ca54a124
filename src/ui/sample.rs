//! The sample line while encoders are tried: what must be seen when the terminal shows Arabic
//! right.

use super::canvas::Canvas;
use super::theme::Part;

/// Joined letters, Latin words, digits of Arabic, a hyphenated number, brackets, a percentage.
const SAMPLE: &str = "أعلنت Fox news عن ١٧ إف-35 (20%)";

/// Draws name, sample and what to look for over the last rows of the body.
pub fn draw(canvas: &mut Canvas) {
    let Some(name) = &canvas.state.encoder else { return };
    let body = canvas.state.geometry.body;
    let area = body.below(body.height.saturating_sub(3));
    canvas.fill(area, Part::Title);
    let lines = [
        canvas.say("encoder-is", &[("name", name.as_str().into())]),
        SAMPLE.to_owned(),
        canvas.messages.text("encoder-look").into_owned(),
    ];
    for (nth, line) in lines.iter().enumerate() {
        let row = area.below(nth as u16).top(1).padded();
        if nth == 1 {
            canvas.quoted(row, line, Part::Title);
        } else {
            canvas.words(row, line, Part::Title);
        }
    }
}
