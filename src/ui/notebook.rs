//! The notebook: what was kept, newest first or as sorted, and the chosen one whole below.

use crate::app::geometry::Rect;
use crate::app::shelf::{self, Fate};
use crate::locale::Arg;
use crate::notebook::anchor::{Anchored, PieceKind};
use crate::notebook::export::topic;
use crate::notebook::{Bookmark, Colour, Correction, Field, Kind};
use crate::text::{Base, Paragraph, Span};

use super::canvas::Canvas;
use super::strip::sign;
use super::theme::Part;
use super::title::isolated;

pub fn draw(canvas: &mut Canvas) {
    let body = canvas.state.geometry.body;
    canvas.fill(body.top(1), Part::TitleFocused);
    let title = title(canvas);
    canvas.words(body.top(1).padded(), &title, Part::TitleFocused);
    let body = body.below(1);
    let list = body.top(shelf::list_rows(body.height + 1));
    if canvas.state.shelf.entries.is_empty() {
        let empty = canvas.state.keeping.book.is_empty();
        let name = if empty { "notebook-empty" } else { "notebook-nothing" };
        let words = canvas.messages.text(name);
        canvas.words(list.padded(), &words, Part::Aside);
        return;
    }
    draw_list(canvas, list);
    draw_chosen(canvas, body.below(list.height));
}

fn title(canvas: &Canvas) -> String {
    let state = canvas.state;
    let count = state.shelf.entries.len();
    if state.shelf.preparing {
        return canvas.say("notebook-preparing", &[("count", count.into())]);
    }
    match state.shelf.filter.as_str() {
        "" => canvas.say("notebook-title", &[("count", count.into())]),
        words => {
            canvas.say("notebook-filtered", &[("count", count.into()), ("words", words.into())])
        }
    }
}

fn draw_list(canvas: &mut Canvas, area: Rect) {
    let state = canvas.state;
    let shown = state.shelf.entries.iter().enumerate().skip(state.shelf.top);
    for (nth, (at, slot)) in shown.take(usize::from(area.height) / shelf::ROWS).enumerate() {
        let Some(bookmark) = state.keeping.book.at(*slot) else { continue };
        let entry = area.below((nth * shelf::ROWS) as u16).top(shelf::ROWS as u16);
        let mut line = entry.top(1).padded();
        if let Some(colour) = bookmark.colour {
            let (sign, rest) = canvas.split(line, 2);
            canvas.words(sign, "●", marker(colour));
            line = rest;
        }
        match &bookmark.kind {
            Kind::Correction(correction) => {
                canvas.words(line, &corrected(canvas, correction), Part::Text);
            }
            _ => drop(canvas.quoted(line, first_line(bookmark), Part::Text)),
        }
        let about = about(canvas, bookmark);
        canvas.words(entry.below(1).top(1).padded(), &about, Part::Aside);
        if at == state.shelf.selected {
            canvas.tint(entry, Part::Chosen);
        }
    }
}

fn first_line(bookmark: &Bookmark) -> &str {
    let words = bookmark.words().trim_start();
    words.lines().next().unwrap_or_default()
}

/// Sign of its kind, speaker, source, date, tags; before them a sign where there is a note.
fn about(canvas: &Canvas, bookmark: &Bookmark) -> String {
    let mut parts: Vec<String> = Vec::new();
    if let Kind::Disagreement(finding) = &bookmark.kind {
        let topic = topic(&finding.topic, &finding.label, canvas.messages);
        parts.push(format!("{} {}", sign(finding.verdict), isolated(&topic)));
    } else {
        let kind = canvas.messages.text(kind_name(&bookmark.kind));
        parts.push(kind.into_owned());
    }
    parts.extend(bookmark.speaker().map(isolated));
    if let Some(source) = bookmark.source() {
        parts.push(isolated(source.name()));
        parts.extend(source.published.map(|date| canvas.messages.date(date)));
    }
    if let Some(colour) = bookmark.colour {
        parts.push(canvas.messages.text(colour_name(colour)).into_owned());
    }
    parts.extend(bookmark.tags.iter().map(|tag| format!("#{}", isolated(tag))));
    let noted = if bookmark.note.is_empty() { "" } else { "✎ " };
    format!("{noted}{}", parts.join(" · "))
}

fn kind_name(kind: &Kind) -> &'static str {
    match kind {
        Kind::Quotation => "kept-quotation",
        Kind::Sentence => "kept-sentence",
        Kind::Selection => "kept-selection",
        Kind::Report => "kept-report",
        Kind::Disagreement(_) => "kept-disagreement",
        Kind::Correction(_) => "kept-correction",
    }
}

/// What is left of the foot, and whether something found no room in it.
struct Foot {
    rest: Rect,
    cut: bool,
}

/// The chosen bookmark whole: the reader's note, words, file. It is read here where the report is
/// gone.
fn draw_chosen(canvas: &mut Canvas, area: Rect) {
    let Some(bookmark) = shelf::chosen(canvas.state) else { return };
    canvas.fill(area.top(1), Part::Title);
    let about = about(canvas, bookmark);
    canvas.words(area.top(1).padded(), &about, Part::Title);
    let body = area.below(1).padded();
    let mut foot = Foot { rest: draw_fate(canvas, body), cut: false };
    // What the reader wrote is nowhere else; the words stand in the list too.
    if !bookmark.note.is_empty() {
        draw_wrapped(canvas, &mut foot, &format!("✎ {}", bookmark.note), Part::Key);
    }
    draw_kept(canvas, &mut foot, bookmark);
    if let Some(source) = bookmark.source() {
        // What has neither address nor file is known by the outlet above.
        if let Some(place) = source.url.as_ref().or(source.path.as_ref()) {
            foot.cut |= foot.rest.is_empty();
            canvas.words(foot.rest.top(1), &isolated(&crate::error::visible(place)), Part::Faint);
        }
    }
    if foot.cut {
        // In the margin where the interface ends: it hides no letter.
        let last = body.below(body.height.saturating_sub(1));
        let x = if canvas.rtl() { last.x.saturating_sub(1) } else { last.x + last.width };
        canvas.words(Rect { x, width: 1, ..last }, "…", Part::Key);
    }
}

/// The reason of a disagreement, what was put right, and the kept words.
fn draw_kept(canvas: &mut Canvas, foot: &mut Foot, bookmark: &Bookmark) {
    if let Kind::Disagreement(finding) = &bookmark.kind {
        draw_wrapped(canvas, foot, &finding.why, Part::Contradiction);
    }
    if let Kind::Correction(correction) = &bookmark.kind {
        let words = corrected(canvas, correction);
        draw_wrapped(canvas, foot, &words, Part::Text);
    }
    for (at, target) in bookmark.targets.iter().enumerate() {
        if foot.cut || (at == 0 && draw_change(canvas, foot)) {
            continue;
        }
        if let Some(quoted) = &target.quoted {
            let value = target
                .value
                .as_ref()
                .map_or(String::new(), |value| format!(" [{}]", isolated(value)));
            draw_wrapped(canvas, foot, &format!("«{}»{value}", quoted.exact), Part::Text);
        }
    }
}

/// What a correction says, with what was there before.
fn corrected(canvas: &Canvas, correction: &Correction) -> String {
    match correction {
        Correction::Set { field, was, now } => {
            let field = canvas.messages.text(match field {
                Field::Outlet => "field-outlet",
                Field::Date => "field-date",
                Field::Value => "field-value",
                Field::Topic => "field-topic",
            });
            let said = [("field", Arg::Words(&field)), ("now", Arg::Words(now))];
            match was {
                Some(was) => {
                    let [field, now] = said;
                    canvas.say("quotes-set", &[field, ("was", was.as_str().into()), now])
                }
                None => canvas.say("quotes-set-new", &said),
            }
        }
        Correction::SetAside { topic: key, label } => {
            let topic = topic(key, label, canvas.messages);
            canvas.say("quotes-set-aside", &[("topic", topic.as_str().into())])
        }
        Correction::Missed { label, .. } => {
            let missed = canvas.messages.text("quotes-missed");
            let called = label.as_ref().map(|label| format!("{missed}: {}", isolated(label)));
            called.unwrap_or_else(|| missed.into_owned())
        }
    }
}

/// The part of the theme in which a colour of the marker is drawn.
pub fn marker(colour: Colour) -> Part {
    match colour {
        Colour::Yellow => Part::MarkerYellow,
        Colour::Green => Part::MarkerGreen,
        Colour::Blue => Part::MarkerBlue,
        Colour::Red => Part::MarkerRed,
        Colour::Violet => Part::MarkerViolet,
    }
}

fn colour_name(colour: Colour) -> &'static str {
    match colour {
        Colour::Yellow => "colour-yellow",
        Colour::Green => "colour-green",
        Colour::Blue => "colour-blue",
        Colour::Red => "colour-red",
        Colour::Violet => "colour-violet",
    }
}

/// A line on what became of the words since they were kept; none where they stand as they were.
fn draw_fate(canvas: &mut Canvas, area: Rect) -> Rect {
    let (name, part) = match shelf::fate(canvas.state) {
        Some(Fate::Gone) => ("kept-gone", Part::Contradiction),
        Some(Fate::NotOpen) => ("kept-elsewhere", Part::Faint),
        Some(Fate::There(_, Anchored::Changed { .. })) => ("kept-changed", Part::Contradiction),
        Some(Fate::There(_, Anchored::Respelt { .. })) => ("kept-respelt", Part::Aside),
        Some(Fate::There(..)) | None => return area,
    };
    let words = canvas.messages.text(name);
    canvas.words(area.top(1), &words, part);
    area.below(1)
}

/// The kept words and those that stand there now, word by word: `[-gone-]`, `{+new+}`. Whether
/// there is anything to show.
fn draw_change(canvas: &mut Canvas, foot: &mut Foot) -> bool {
    let Some(Fate::There(_, anchored)) = shelf::fate(canvas.state) else { return false };
    let (Anchored::Changed { change, .. } | Anchored::Respelt { change, .. }) = anchored else {
        return false;
    };
    let mut words = String::from("«");
    let mut looks = Vec::new();
    for piece in change {
        let start = words.len();
        let [open, close] = match piece.kind {
            PieceKind::Same => ["", ""],
            PieceKind::Gone => ["[-", "-]"],
            PieceKind::New => ["{+", "+}"],
        };
        words.extend([open, &piece.text, close]);
        looks.push((Span::new(start, words.len()), piece.kind));
    }
    words.push('»');
    let part = |at: Span| {
        let kind = looks.iter().find(|(span, _)| span.overlaps(at)).map(|(_, kind)| *kind);
        match kind {
            Some(PieceKind::Gone) => Part::Contradiction,
            Some(PieceKind::New) => Part::Agreed,
            Some(PieceKind::Same) | None => Part::Text,
        }
    };
    draw_looks(canvas, foot, &words, part);
    true
}

/// Draws words over as many lines as they take.
fn draw_wrapped(canvas: &mut Canvas, foot: &mut Foot, words: &str, part: Part) {
    draw_looks(canvas, foot, words, |_| part);
}

/// The same, each cell as its place in the words wants it.
fn draw_looks(canvas: &mut Canvas, foot: &mut Foot, words: &str, part: impl Fn(Span) -> Part) {
    let layout = canvas.state.options.layout;
    let layout = layout.with_width(foot.rest.width).with_base(Base::Report);
    let theme = canvas.theme();
    let mut start = 0;
    for text in words.split_inclusive('\n') {
        let paragraph = Paragraph::new(words, Span::new(start, start + text.len()), &layout);
        start += text.len();
        for line in paragraph.lines(words) {
            if foot.rest.is_empty() {
                foot.cut = true;
                return;
            }
            let row = paragraph.row(words, line);
            canvas.row(foot.rest.top(1), &row, |cell| theme.style(part(cell.span)));
            foot.rest = foot.rest.below(1);
        }
    }
}
