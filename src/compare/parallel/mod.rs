//! Paragraphs of several reports side by side: which ones tell the same, in the order of all.
//!
//! [`ladder`] puts the paragraphs of two or more reports on common rungs without changing the
//! order of any: what is told by several stands on one rung, what one alone tells has places on
//! the others' side that are empty. Reports that tell the same in another order can share only one
//! of the orders; the pairs that weigh most are kept. What the paragraphs share is told by
//! [`Column::marks`] (claims of one topic, given by the caller) and by their words.

mod chain;

use std::collections::BTreeSet;
use std::ops::Range;

use crate::text::{Span, Text};

use super::near::roots;
use chain::{Weights, chain};

/// One report's paragraphs.
#[derive(Clone, Debug, Default)]
pub struct Column {
    /// What each paragraph is about; nothing where it is furniture of the page.
    about: Vec<BTreeSet<u64>>,
}

/// What stands side by side: for each report a run of its paragraphs, maybe none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rung {
    /// By report, in the order of the columns: places of its paragraphs, counted from 0.
    pub runs: Vec<Range<usize>>,
    /// Two or more of the reports tell the same here; else the runs have nothing to do with
    /// each other.
    pub parallel: bool,
}

/// Bytes of a report whose words are compared; beyond them only its claims are.
const READ: usize = 256 * 1024;
/// Paragraphs of a report on one rung at most, where nothing is parallel.
const RUN: usize = 6;
/// Marks of claims and of words differ in this bit.
const WORD: u64 = 1 << 63;

impl Column {
    /// `pieces` are the paragraphs in text order; `marks` say which of them (by place) speaks of
    /// what (any number below 2⁶³). Pieces that are `mute` tell nothing.
    pub fn new(
        text: &Text,
        pieces: impl Iterator<Item = (Span, bool)>,
        marks: &[(usize, u64)],
    ) -> Self {
        let mut left = READ;
        let about = pieces.map(|(span, mute)| {
            let words = text.slice(span).filter(|words| !mute && words.len() <= left);
            left -= words.map_or(0, str::len);
            words
                .map(|words| roots(words).iter().map(|root| hash(root)).collect())
                .unwrap_or_default()
        });
        let mut column = Self { about: about.collect() };
        for (piece, mark) in marks {
            if let Some(about) = column.about.get_mut(*piece) {
                about.insert(mark & !WORD);
            }
        }
        column
    }
}

fn hash(root: &str) -> u64 {
    // FNV-1a: the same on every machine and in every run.
    let mixed = root.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    mixed | WORD
}

/// One rung while it is built: a paragraph of some of the reports.
#[derive(Clone, Debug, Default)]
struct Node {
    pieces: Vec<Option<usize>>,
    about: BTreeSet<u64>,
}

/// The paragraphs of all reports on common rungs. `pivot` names one paragraph of each report, or
/// of some, that shall stand side by side whatever else could not then; empty when there is none.
pub fn ladder(columns: &[Column], pivot: &[Option<usize>]) -> Vec<Rung> {
    let lengths: Vec<usize> = columns.iter().map(|column| column.about.len()).collect();
    let split =
        |at: usize| pivot.get(at).copied().flatten().filter(|cut| Some(cut) < lengths.get(at));
    let pinned = (0..columns.len()).filter(|at| split(*at).is_some()).count() > 1;
    let weights = Weights::of(columns);
    if !pinned {
        let all: Vec<Range<usize>> = lengths.iter().map(|len| 0..*len).collect();
        return rungs(&chained(columns, &all, &weights), &all);
    }
    // A report without a paragraph in the pivot is cut where least of its likeness is lost.
    let cuts: Vec<Range<usize>> = (0..columns.len())
        .map(|at| split(at).map_or_else(|| free(columns, &weights, at, &split), |cut| cut..cut + 1))
        .collect();
    let before: Vec<Range<usize>> = cuts.iter().map(|cut| 0..cut.start).collect();
    let after: Vec<Range<usize>> =
        cuts.iter().zip(&lengths).map(|(cut, len)| cut.end..*len).collect();
    let mut all = rungs(&chained(columns, &before, &weights), &before);
    all.push(Rung { runs: cuts, parallel: true });
    all.extend(rungs(&chained(columns, &after, &weights), &after));
    all
}

/// Where a report that is silent on the pivot is cut: after its last paragraph that is parallel
/// to one before the pivot in the first pinned report.
fn free(
    columns: &[Column],
    weights: &Weights,
    silent: usize,
    split: &impl Fn(usize) -> Option<usize>,
) -> Range<usize> {
    let lead = (0..columns.len()).find_map(|at| Some((at, split(at)?)));
    let (Some((lead, cut)), Some(own)) = (lead, columns.get(silent)) else { return 0..0 };
    let pair: Vec<Column> = columns.get(lead).into_iter().chain([own]).cloned().collect();
    let ranges = [0..pair.first().map_or(0, |c| c.about.len()), 0..own.about.len()];
    let nodes = chained(&pair, &ranges, weights);
    let last = nodes.iter().filter_map(|node| match node.pieces.as_slice() {
        [Some(theirs), Some(ours)] if *theirs < cut => Some(*ours + 1),
        _ => None,
    });
    let at = last.max().unwrap_or(0);
    at..at
}

/// Adds one report after the other to the rungs, each where it has most in common with those
/// before it.
fn chained(columns: &[Column], ranges: &[Range<usize>], weights: &Weights) -> Vec<Node> {
    let mut nodes: Vec<Node> = Vec::new();
    for (at, (column, range)) in columns.iter().zip(ranges).enumerate() {
        let own = column.about.get(range.clone()).unwrap_or_default();
        let pairs = chain(&nodes, own, weights);
        nodes = merge(nodes, at, range.start, own, &pairs);
    }
    for node in &mut nodes {
        node.pieces.resize(columns.len(), None);
    }
    nodes
}

/// Puts the paragraphs of a report among the rungs.
fn merge(
    nodes: Vec<Node>,
    column: usize,
    first: usize,
    own: &[BTreeSet<u64>],
    pairs: &[(usize, usize)],
) -> Vec<Node> {
    let mut merged = Vec::with_capacity(nodes.len() + own.len());
    let mut next = 0;
    let alone = |piece: usize| {
        let mut pieces = vec![None; column];
        pieces.push(Some(first + piece));
        Node { pieces, about: own.get(piece).cloned().unwrap_or_default() }
    };
    let mut pairs = pairs.iter().peekable();
    for (at, mut node) in nodes.into_iter().enumerate() {
        node.pieces.resize(column, None);
        let mine = pairs.next_if(|(wanted, _)| *wanted == at).map(|(_, piece)| *piece);
        if let Some(piece) = mine {
            merged.extend((next..piece).map(alone));
            node.about.extend(own.get(piece).into_iter().flatten());
            next = piece + 1;
        }
        node.pieces.push(mine.map(|piece| first + piece));
        merged.push(node);
    }
    merged.extend((next..own.len()).map(alone));
    merged
}

/// Rungs of the nodes: those that only one report has are gathered, report beside report.
fn rungs(nodes: &[Node], ranges: &[Range<usize>]) -> Vec<Rung> {
    let mut at: Vec<usize> = ranges.iter().map(|range| range.start).collect();
    let mut all = Vec::new();
    for node in nodes {
        let pieces = &node.pieces;
        if pieces.iter().flatten().count() < 2 {
            continue;
        }
        let reached: Vec<usize> =
            at.iter().zip(pieces).map(|(at, piece)| piece.unwrap_or(*at)).collect();
        between(&mut at, &reached, &mut all);
        let runs = at.iter_mut().zip(pieces).map(|(at, piece)| {
            let from = *at;
            *at += usize::from(piece.is_some());
            from..*at
        });
        all.push(Rung { runs: runs.collect(), parallel: true });
    }
    let ends: Vec<usize> = ranges.iter().map(|range| range.end).collect();
    between(&mut at, &ends, &mut all);
    all
}

/// What stands between two parallel rungs, a few paragraphs of each report at a time.
fn between(at: &mut [usize], to: &[usize], all: &mut Vec<Rung>) {
    while at.iter().zip(to).any(|(at, to)| at < to) {
        let runs = at.iter_mut().zip(to).map(|(at, to)| {
            let from = *at;
            *at = (from + RUN).min(*to).max(from);
            from..*at
        });
        all.push(Rung { runs: runs.collect(), parallel: false });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A report of paragraphs, each on its line.
    fn column(paragraphs: &[&str]) -> Column {
        let text = Text::new(paragraphs.join("\n"));
        let mut start = 0;
        let spans = paragraphs.iter().map(|paragraph| {
            let span = Span::new(start, start + paragraph.len());
            start += paragraph.len() + 1;
            (span, false)
        });
        Column::new(&text, spans, &[])
    }

    const FIRE: &str = "اندلع حريق هائل في سوق الأقمشة القديم بعد منتصف الليل";
    const FIRE_TOO: &str = "شب بعد منتصف الليل حريق هائل أتى على سوق الأقمشة";
    const HURT: &str = "ونقلت سيارات الإسعاف تسعة مصابين إلى مستشفى الرازي";
    const HURT_TOO: &str = "تسعة مصابين وصلوا بسيارات الإسعاف إلى مستشفى الرازي";
    const MAYOR: &str = "وتعهد رئيس البلدية بتعويض أصحاب المحال المتضررة";
    const WEATHER: &str = "وكانت الرياح شديدة طوال النهار في المدينة الساحلية";

    fn parallel(rungs: &[Rung]) -> Vec<Vec<Range<usize>>> {
        rungs.iter().filter(|rung| rung.parallel).map(|rung| rung.runs.clone()).collect()
    }

    /// Every paragraph stands on one rung, in order.
    fn whole(rungs: &[Rung], column: usize, len: usize) -> bool {
        let mut at = 0;
        let follows = |rung: &Rung| {
            let run = rung.runs[column].clone();
            let ok = run.start == at && run.end >= run.start;
            at = run.end;
            ok
        };
        rungs.iter().all(follows) && at == len
    }

    #[test]
    fn what_tells_the_same_stands_on_one_rung() {
        let columns = [column(&[FIRE, WEATHER, HURT]), column(&[FIRE_TOO, HURT_TOO, MAYOR])];
        let rungs = ladder(&columns, &[]);
        assert_eq!(parallel(&rungs), [vec![0..1, 0..1], vec![2..3, 1..2]]);
        assert_eq!(rungs[1], Rung { runs: vec![1..2, 1..1], parallel: false });
        assert!(whole(&rungs, 0, 3) && whole(&rungs, 1, 3));
    }

    #[test]
    fn a_third_report_joins_the_rungs_of_either() {
        let columns = [column(&[FIRE, MAYOR]), column(&[HURT]), column(&[FIRE_TOO, HURT_TOO])];
        let rungs = ladder(&columns, &[]);
        assert!(parallel(&rungs).contains(&vec![0..1, 0..0, 0..1]));
        assert!(parallel(&rungs).iter().any(|runs| runs[1] == (0..1) && runs[2] == (1..2)));
        assert!((0..3).all(|at| whole(&rungs, at, [2, 1, 2][at])));
    }

    #[test]
    fn a_pivot_stands_side_by_side_against_the_order() {
        let columns = [column(&[FIRE, HURT]), column(&[HURT_TOO, WEATHER, FIRE_TOO])];
        let rungs = ladder(&columns, &[Some(1), Some(0)]);
        assert_eq!(parallel(&rungs), [vec![1..2, 0..1]]);
        assert!(whole(&rungs, 0, 2) && whole(&rungs, 1, 3));
        let silent = [columns[0].clone(), columns[1].clone(), column(&[FIRE_TOO])];
        let rungs = ladder(&silent, &[Some(1), Some(0), None]);
        assert!(parallel(&rungs).contains(&vec![0..1, 0..0, 0..1]), "{rungs:?}");
        assert!(whole(&rungs, 2, 1));
    }

    #[test]
    fn reports_without_anything_in_common_stand_side_by_side() {
        let columns = [column(&[FIRE, WEATHER]), column(&[MAYOR])];
        let rungs = ladder(&columns, &[]);
        assert_eq!(rungs, [Rung { runs: vec![0..2, 0..1], parallel: false }]);
        assert!(ladder(&[column(&[]), column(&[])], &[]).is_empty());
    }

    #[test]
    fn claims_of_one_topic_join_paragraphs_of_other_words() {
        let text = Text::new(format!("{MAYOR}\n{WEATHER}"));
        let first = (Span::new(0, MAYOR.len()), false);
        let second = (Span::new(MAYOR.len() + 1, text.len()), false);
        let one = Column::new(&text, [first].into_iter(), &[(0, 7), (0, 8)]);
        let other = Column::new(&text, [second].into_iter(), &[(0, 7), (0, 8)]);
        assert_eq!(parallel(&ladder(&[one, other], &[])), [vec![0..1, 0..1]]);
    }
}
