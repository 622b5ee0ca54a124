//! The list of reports: outlet and date, headline below.

use crate::app::geometry::Rect;
use crate::app::listing::ROWS;
use crate::app::panes;
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
    if let Some(number) = open_in(canvas, article) {
        let number = format!("{number} ");
        let (place, rest) = canvas.split(line, 2);
        canvas.words(place, &number, Part::Key);
        line = rest;
    }
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

/// The number of the pane that shows the report.
fn open_in(canvas: &Canvas, article: &Article) -> Option<String> {
    let at = canvas.state.panes.iter().position(|pane| pane.article == article.id)?;
    let order = panes::order(canvas.state);
    let number = order.iter().position(|what| *what == Focus::Report(at))? + 1;
    Some(canvas.messages.number(number as f64))
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
