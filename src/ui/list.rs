//! The list of reports: number and outlet, headline below, then the date with the number of topics
//! that the report is in dispute over and of claims that it alone makes. Where the list is full,
//! these stand beside the outlet: the counts first. The number of a report that is open has the
//! colour of keys.

use crate::app::geometry::Rect;
use crate::app::listing;
use crate::app::order::Head;
use crate::app::state::Focus;
use crate::article::{Article, BlockKind};

use super::canvas::Canvas;
use super::theme::Part;
use super::title::{isolated, source};

/// Draws the reports that fit.
pub fn draw(canvas: &mut Canvas, area: Rect) {
    let state = canvas.state;
    if state.articles.is_empty() {
        let name = if state.left_to_load > 0 { "list-loading" } else { "list-empty" };
        let words = canvas.messages.text(name);
        canvas.words(area, &words, Part::Aside);
        return;
    }
    let rows = listing::rows(state);
    let mut left = area;
    for place in state.list.top..state.articles.len() {
        if let Some(head) = state.list.order.head(place).filter(|_| left.height > rows as u16) {
            draw_head(canvas, left.top(1), head);
            left = left.below(1);
        }
        if left.height < rows as u16 && place > state.list.top {
            break;
        }
        let at = state.list.order.report(place);
        let Some(article) = state.articles.get(at) else { break };
        let entry = left.top(rows as u16);
        left = left.below(rows as u16);
        draw_entry(canvas, entry, article);
        if at == state.list.selected {
            let focused = state.focus == Focus::List;
            let part = if focused { Part::Chosen } else { Part::Title };
            canvas.tint(entry, part);
        }
    }
}

/// The event that the reports below are of.
fn draw_head(canvas: &mut Canvas, line: Rect, head: &Head) {
    let count = ("n", head.reports.into());
    let words = match head.event {
        Some(event) => canvas.say("list-event", &[("at", event.into()), count]),
        None => canvas.say("list-alone", &[count]),
    };
    canvas.words(line, &words, Part::Key);
}

fn draw_entry(canvas: &mut Canvas, area: Rect, article: &Article) {
    let mut line = area.top(1);
    let number = format!("{} ", canvas.messages.number(f64::from(article.id.0) + 1.0));
    let (place, rest) = canvas.split(line, number.chars().count() as u16);
    let open = canvas.state.panes.iter().any(|pane| pane.article == article.id);
    canvas.words(place, &number, if open { Part::Key } else { Part::Aside });
    line = rest;
    if area.height > 2 {
        draw_standing(canvas, area.below(2).top(1), article);
    } else {
        line = draw_counts(canvas, line, article, 9);
        let date = date(canvas, article).filter(|_| line.width >= 24);
        if let Some(date) = date {
            line = canvas.words_at_end(line, &format!(" {date}"), Part::Aside);
        }
    }
    // The headline stands below: what has no outlet is told apart by its own id.
    let record = article.record.as_ref().filter(|_| article.outlet.is_none());
    let id = record.and_then(|_| article.record_id().or_else(|| article.file_name()));
    let source = match id {
        Some(id) => isolated(&crate::error::visible(&id)),
        None => source(canvas, article),
    };
    canvas.words(line, &source, Part::Aside);
    canvas.quoted(area.below(1).top(1), &headline(article), Part::Text);
}

/// The date, and at the other end the counts.
fn draw_standing(canvas: &mut Canvas, line: Rect, article: &Article) {
    let (_, line) = canvas.split(line, 2);
    let line = draw_counts(canvas, line, article, 0);
    let words = match (date(canvas, article), &article.published) {
        (Some(long), _) if long.chars().count() <= line.width.into() => long,
        (_, Some(day)) => {
            let number = |at: i8| canvas.messages.number(f64::from(at));
            format!("{}/{}", number(day.value.day()), number(day.value.month()))
        }
        _ => canvas.messages.text("date-unknown").into_owned(),
    };
    canvas.words(line, &words, Part::Faint);
}

/// Topics in dispute and claims told alone, at the end of a line that keeps so many columns.
/// Returns what is left of it.
fn draw_counts(canvas: &mut Canvas, line: Rect, article: &Article, keep: u16) -> Rect {
    let mut line = line;
    let (disputed, alone) = canvas.state.comparing.counts(article.id);
    for (sign, count, part) in
        [('≠', disputed, Part::Contradiction), ('+', alone, Part::Agreed)].into_iter().rev()
    {
        let words = format!(" {sign}{}", canvas.messages.number(count as f64));
        let wide = words.chars().count() as u16;
        // Disputes are told where there is room for one of the two.
        let first = if sign == '+' { keep + wide } else { keep };
        if count > 0 && line.width >= first + wide {
            line = canvas.words_at_end(line, &words, part);
        }
    }
    line
}

fn date(canvas: &Canvas, article: &Article) -> Option<String> {
    let date = article.published.as_ref()?.value;
    let day = canvas.messages.number(f64::from(date.day()));
    let month = canvas.messages.text(&format!("month-{}", date.month()));
    Some(format!("{day} {month}"))
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
