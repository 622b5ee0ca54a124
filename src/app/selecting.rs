//! Selecting words, sentences and paragraphs in logical order, and copying them with their source.

use crate::article::Article;
use crate::settings::Interface;
use crate::text::Span;

use super::action::Effect;
use super::commands::Count;
use super::flow::Sheet;
use super::moving::on_pane;
use super::notice::Notice;
use super::pane::{Pane, Selection};
use super::state::State;
use super::units::{Unit, sentences, unit_at, words};

/// `v`: the word under the cursor, then its sentence, then its paragraph, then nothing.
pub fn select(state: &mut State, _: Count) {
    on_pane(state, |pane, sheet| {
        let next = match pane.selection.map(|selection| selection.unit) {
            None => Some(Unit::Word),
            Some(Unit::Word) => Some(Unit::Sentence),
            Some(Unit::Sentence) => Some(Unit::Paragraph),
            Some(Unit::Paragraph) => None,
        };
        let anchor = pane.selection.map_or(pane.cursor, |selection| selection.anchor.start);
        pane.selection = next.and_then(|unit| {
            let anchor = at(pane, sheet, unit, anchor)?;
            Some(Selection { anchor, unit, span: anchor })
        });
    });
}

/// Starts a selection at a byte, for the mouse.
pub fn begin(pane: &mut Pane, sheet: Sheet, unit: Unit, offset: u32) {
    pane.selection =
        at(pane, sheet, unit, offset).map(|anchor| Selection { anchor, unit, span: anchor });
}

/// The unit at a byte of the text.
fn at(pane: &Pane, sheet: Sheet, unit: Unit, offset: u32) -> Option<Span> {
    let piece = pane.flow.document.get(pane.flow.document.piece_at(offset))?;
    unit_at(unit, sheet.text.slice(piece.span)?, piece.span.start, offset)
}

/// Where the units of a paragraph begin.
pub fn starts(unit: Unit, sheet: Sheet, paragraph: Span) -> Vec<u32> {
    let Some(text) = sheet.text.slice(paragraph) else { return Vec::new() };
    let spans = match unit {
        Unit::Word => words(text, paragraph.start),
        Unit::Sentence => sentences(text, paragraph.start),
        Unit::Paragraph => vec![paragraph],
    };
    spans.iter().map(|span| span.start).collect()
}

/// After the cursor has moved: everything from the unit the selection began with to the one at
/// the cursor.
pub fn extend(pane: &mut Pane, sheet: Sheet) {
    let Some(selection) = pane.selection else { return };
    let here = at(pane, sheet, selection.unit, pane.cursor).unwrap_or(selection.anchor);
    pane.selection = Some(Selection { span: selection.anchor.union(here), ..selection });
}

/// What `y` takes: the selection, else the sentence under the cursor.
pub fn taken(state: &State) -> Option<Span> {
    let pane = state.pane()?;
    let article = state.article(pane.article)?;
    let sheet = pane.sheet(article, state.options.layout);
    let selected = pane.selection.map(|selection| selection.span);
    selected.or_else(|| at(pane, sheet, Unit::Sentence, pane.cursor))
}

/// `y`: the words as they stand in the text, with their source.
pub fn copy(state: &mut State, _: Count) {
    let interface = state.options.interface;
    let copied = taken(state).zip(state.current()).and_then(|(span, article)| {
        let words = article.text.slice(span)?;
        Some((with_source(words, article, interface), words.split_whitespace().count()))
    });
    let Some((text, count)) = copied else {
        return state.tell(Notice::new("nothing-to-copy"));
    };
    state.ask(Effect::Copy(text));
    state.tell(Notice::new("copied").number("count", count));
    if let Some(pane) = state.pane_mut() {
        pane.selection = None;
    }
}

/// The words in quotation marks, and below them outlet, headline, date and address, as far as
/// they are known.
pub fn with_source(words: &str, article: &Article, interface: Interface) -> String {
    let outlet = article.outlet.as_ref().map(|known| known.value.clone());
    let title = article.title.as_ref().map(|known| match interface {
        Interface::Arabic => format!("«{}»", known.value),
        Interface::English => format!("“{}”", known.value),
    });
    let date = article.published.as_ref().map(|known| known.value.to_string());
    let comma = match interface {
        Interface::Arabic => "، ",
        Interface::English => ", ",
    };
    let parts: Vec<String> =
        [outlet, title, date, article.url.clone()].into_iter().flatten().collect();
    let quoted = format!("«{}»", words.trim());
    if parts.is_empty() { quoted } else { format!("{quoted}\n— {}", parts.join(comma)) }
}
