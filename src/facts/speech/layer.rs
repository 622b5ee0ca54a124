//! Who vouches for a fact: the report, a speaker, a medium it cites, or nobody in particular.
//!
//! Begin with [`sources`] («بحسب», «نقلا عن») and [`settle`]. The innermost part that holds a
//! fact decides.

use super::cue::{Cue, Kind};
use super::{Outer, Part, Said, layer_of, voice};
use crate::facts::entity::Cast;
use crate::facts::lexicon::Class;
use crate::facts::{Context, Fact, Layer};

/// Adds the sentences that a named source vouches for.
pub fn sources(cx: &Context, cast: &Cast, outer: &[Outer], cues: &[Cue], said: &mut Said) {
    for sentence in outer.iter().filter(|sentence| sentence.classes.has(Class::Source)) {
        let Some(layer) = source_in(cx, cast, sentence) else {
            continue;
        };
        said.parts.push(Part { span: cx.span(sentence.tokens.start, sentence.tokens.end), layer });
    }
    for cue in cues.iter().filter(|cue| cue.sort == Kind::Passive) {
        let span = cx.span(cue.tokens.start, cue.tokens.end + 12);
        said.parts.push(Part { span, layer: Layer::Unnamed });
    }
}

/// The first source that a sentence names.
fn source_in(cx: &Context, cast: &Cast, sentence: &Outer) -> Option<Layer> {
    for at in sentence.tokens.clone() {
        let Some((_, words)) = cx.sense(at, Class::Source) else {
            continue;
        };
        let from = at + words;
        // A verb may stand between («حسب ما أعلنت الوزارة»), or the noun («نقلا عن صحيفة»).
        let mention = cast.within(from..from + 5).first()?;
        let voice = voice(cast, mention.who, Some(cx.span(mention.name.start, mention.name.end)))?;
        return Some(layer_of(cast, mention.who, voice));
    }
    None
}

/// Gives each fact the layer of the innermost part that holds it.
pub fn settle(said: &Said, facts: &mut [Fact]) {
    let mut open: Vec<&Part> = Vec::new();
    let mut parts = said.parts.iter().peekable();
    for fact in facts {
        while let Some(part) = parts.next_if(|part| part.span.start <= fact.span.start) {
            open.retain(|outer| outer.span.end > part.span.start);
            open.push(part);
        }
        while open.last().is_some_and(|part| part.span.end <= fact.span.start) {
            open.pop();
        }
        if let Some(part) = open.iter().rev().find(|part| part.span.end > fact.span.start) {
            fact.layer = part.layer.clone();
        }
    }
}
