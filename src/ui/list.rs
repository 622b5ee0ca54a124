//! The list of reports: number, outlet and date, headline below. The number of a report that is
//! open has the colour of keys.

use crate::app::geometry::Rect;
use crate::app::listing::ROWS;
use crate::app::state::Focus;
use crate::article::{Article, BlockKind};

use super::canvas::Canvas;
use super::theme::Part;
use super::title::source;

/// Draws the reports that fit.
pub fn draw(canvas: &mut Canvas, area: Rect) {
    let state = canvas.state;
    if state.articles.is_empty() {
        let name = if state.left_to_load > 0 { "list-loading" } else { "list-empty" };
        let words = canvas.messages.text(name);
        canvas.words(area, &words, Part::Aside);
        return;
    }
    let fitting = usize::from(area.height) / ROWS;
    let shown = state.articles.iter().enumerate().skip(state.list.top).take(fitting.max(1));
    for (nth, (at, article)) in shown.enumerate() {
        let entry = area.below((nth * ROWS) as u16).top(ROWS as u16);
        draw_entry(canvas, entry, article);
        if at == state.list.selected {
            let focused = state.focus == Focus::List;
            let part = if focused { Part::Chosen } else { Part::Title };
            canvas.tint(entry, part);
        }
    }
}

fn draw_entry(canvas: &mut Canvas, area: Rect, article: &Article) {
    let mut line = area.top(1);
    let number = format!("{} ", canvas.messages.number(f64::from(article.id.0) + 1.0));
    let (place, rest) = canvas.split(line, number.chars().count() as u16);
    let open = canvas.state.panes.iter().any(|pane| pane.article == article.id);
    canvas.words(place, &number, if open { Part::Key } else { Part::Aside });
    line = rest;
    if let Some(date) = article.published.as_ref().filter(|_| line.width >= 18) {
        let day = canvas.messages.number(f64::from(date.value.day()));
        let month = canvas.messages.text(&format!("month-{}", date.value.month()));
        line = canvas.words_at_end(line, &format!(" {day} {month}"), Part::Aside);
    }
    let (disputed, alone) = canvas.state.comparing.counts(article.id);
    for (sign, count, part, least) in
        [('+', alone, Part::Agreed, 26), ('≠', disputed, Part::Contradiction, 14)]
    {
        if count > 0 && line.width >= least {
            let count = canvas.messages.number(count as f64);
            line = canvas.words_at_end(line, &format!(" {sign}{count}"), part);
        }
    }
    let source = source(canvas, article);
    canvas.words(line, &source, Part::Aside);
    canvas.quoted(area.below(1).top(1), &headline(article), Part::Text);
}

/// The title as it is known, else the first words.
pub fn headline(article: &Article) -> String {
    if let Some(title) = &article.title {
        return title.value.clone();
    }
    let headline = article.content().find(|block| block.kind == BlockKind::Headline);
    let first = headline.or_else(|| article.content().next());
    let words = first.and_then(|block| article.text.slice(block.span)).unwrap_or_default();
    words.lines().next().unwrap_or_default().to_owned()
}
