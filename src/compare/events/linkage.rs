//! Reports into groups: the most alike first, and each group by how alike all of it is to all of the
//! other.
//!
//! Begin with [`linked`]. A report is held against those that share its rarer words, the nearest of
//! them, so that the work grows with the text and not with its square.

use std::collections::{BTreeMap, HashMap};

use super::super::words::Word;
use super::openings::{Opening, Weights};

/// Likeness of two reports from which they may bring their groups together.
const ALIKE: f32 = 0.15;
/// The same of two groups, on the average of their reports.
const GROUPS_ALIKE: f32 = 0.1;
/// Likeness that most pairs of their reports have at least.
const NOT_UNLIKE: f32 = 0.03;
/// The same of a report that is left alone and the group that is most like it...
const LEFT_ALONE: f32 = 0.08;
/// The same of a report of a line or two, or beside one.
const LEFT_ALONE_SCRAP: f32 = 0.03;
/// ...if no other is nearly as much like it.
const BY_FAR: f32 = 1.6;

/// Days between two reports after which they are of one event only where they share something rare.
const AFTER: i32 = 20;
/// What they share of it then at least.
const SOMETHING: f32 = 0.02;
/// Days after which nothing else counts: every war has its truces, and every spring its floods.
const LONG_AFTER: i32 = 100;

/// Words under this weight lead from no report to another.
const LEADING: f32 = 1.8;
/// Reports of a folder in which any word does.
const FEW: usize = 60;
/// Earlier reports with a word that a report is held against.
const HOLDERS: usize = 24;
/// Of these, the reports that share most with it.
const NEAREST: usize = 12;
/// Reports of a group that stand for all of it.
const SAMPLE: usize = 6;

/// Groups of reports that are of one event.
#[derive(Debug)]
pub struct Groups {
    /// The group of each report.
    group: Vec<usize>,
    /// The reports of each group; none where it went into another one.
    members: Vec<Vec<usize>>,
    /// The event that a group is named for.
    names: Vec<Option<usize>>,
}

impl Groups {
    /// Every report for itself, but for those of one named event.
    pub fn of(named: &[Option<usize>]) -> Self {
        let mut groups = Self {
            group: (0..named.len()).collect(),
            members: (0..named.len()).map(|at| vec![at]).collect(),
            names: named.to_vec(),
        };
        let mut first: BTreeMap<usize, usize> = BTreeMap::new();
        for (at, name) in named.iter().enumerate() {
            if let Some(name) = name {
                let first = *first.entry(*name).or_insert(at);
                groups.join(first, at);
            }
        }
        groups
    }

    fn find(&self, report: usize) -> usize {
        self.group.get(report).copied().unwrap_or(report)
    }

    fn members(&self, group: usize) -> &[usize] {
        self.members.get(group).map_or(&[], Vec::as_slice)
    }

    fn name(&self, group: usize) -> Option<usize> {
        self.names.get(group).copied().flatten()
    }

    /// Whether two groups are named for two events.
    fn are_told_apart(&self, a: usize, b: usize) -> bool {
        matches!((self.name(a), self.name(b)), (Some(a), Some(b)) if a != b)
    }

    /// Lets the smaller of two groups go into the larger.
    fn join(&mut self, a: usize, b: usize) {
        if a == b {
            return;
        }
        let smaller = self.members(a).len() < self.members(b).len();
        let (to, from) = if smaller { (b, a) } else { (a, b) };
        let moved = self.members.get_mut(from).map(std::mem::take).unwrap_or_default();
        for report in &moved {
            self.group.iter_mut().skip(*report).take(1).for_each(|group| *group = to);
        }
        let name = self.name(to).or(self.name(from));
        self.names.iter_mut().skip(to).take(1).for_each(|known| *known = name);
        if let Some(members) = self.members.get_mut(to) {
            members.extend(moved);
        }
    }

    /// Every group, in order of its first member.
    pub fn all(mut self) -> Vec<Vec<usize>> {
        self.members.retain(|members| !members.is_empty());
        self.members.iter_mut().for_each(|members| members.sort_unstable());
        self.members.sort_unstable();
        self.members
    }
}

/// The reports by event. `named[i]` is the event that `openings[i]` is known to be of.
pub fn linked(openings: &[Opening], weights: &Weights, named: &[Option<usize>]) -> Groups {
    let mut groups = Groups::of(named);
    let ground = Ground { openings, weights };
    let edges = ground.edges();
    // Groups that were found unlike, and how many reports they had then.
    let mut unlike: HashMap<(usize, usize), usize> = HashMap::new();
    for edge in edges.iter().take_while(|edge| edge.likeness >= ALIKE) {
        let (a, b) = (groups.find(edge.a), groups.find(edge.b));
        let size = groups.members(a).len() + groups.members(b).len();
        let known = unlike.get(&(a.min(b), a.max(b)));
        // What a few more reports change is not worth the work.
        let unchanged = known.is_some_and(|then| size * 3 <= then * 4);
        if a == b || unchanged || groups.are_told_apart(a, b) {
            continue;
        }
        if ground.mean(groups.members(a), groups.members(b)) >= GROUPS_ALIKE {
            groups.join(a, b);
        } else {
            unlike.insert((a.min(b), a.max(b)), size);
        }
    }
    ground.take_in(&edges, &mut groups);
    groups
}

/// Two reports that share words.
struct Edge {
    likeness: f32,
    a: usize,
    b: usize,
}

struct Ground<'o> {
    openings: &'o [Opening],
    weights: &'o Weights,
}

impl Ground<'_> {
    /// How alike two reports are.
    fn likeness(&self, a: usize, b: usize) -> f32 {
        let Some((a, b)) = self.openings.get(a).zip(self.openings.get(b)) else { return 0.0 };
        if a.name_other_things(b, self.weights) {
            return 0.0;
        }
        let between = a.day.zip(b.day).map_or(0, |(a, b)| (a - b).abs());
        let rare = || a.likeness(b, |word| self.weights.is_rare(word));
        match between {
            days if days > LONG_AFTER => rare(),
            days if days > AFTER && rare() < SOMETHING => 0.0,
            _ => a.likeness(b, |_| true),
        }
    }

    /// How alike the reports of two groups are on the average; not at all where most of them are unlike:
    /// then a vague report or two stand between the groups.
    fn mean(&self, one: &[usize], other: &[usize]) -> f32 {
        let sampled = |all: &[usize]| -> Vec<usize> {
            all.iter().step_by(all.len().div_ceil(SAMPLE).max(1)).copied().collect()
        };
        let (one, other) = (sampled(one), sampled(other));
        let pairs = one.iter().flat_map(|a| other.iter().map(|b| self.likeness(*a, *b)));
        let (sum, alike) = pairs.fold((0.0, 0), |(sum, alike), likeness| {
            (sum + likeness, alike + usize::from(likeness >= NOT_UNLIKE))
        });
        let all = (one.len() * other.len()).max(1);
        if alike * 2 > all { sum / all as f32 } else { 0.0 }
    }

    /// Each report with the most alike of those before it, the most alike first.
    fn edges(&self) -> Vec<Edge> {
        let mut holders: Vec<Vec<usize>> = vec![Vec::new(); self.weights.count()];
        let mut shared = vec![0.0_f32; self.openings.len()];
        let mut edges = Vec::new();
        for (index, opening) in self.openings.iter().enumerate() {
            let mut met = Vec::new();
            for (word, own) in opening.words.iter().filter(|(word, _)| self.leads(*word)) {
                let Some(list) = holders.get_mut(*word as usize) else { continue };
                for other in list.iter() {
                    let Some(sum) = shared.get_mut(*other) else { continue };
                    if *sum == 0.0 {
                        met.push(*other);
                    }
                    *sum += own * self.weights.of(*word);
                }
                if list.len() == HOLDERS {
                    list.remove(0);
                }
                list.push(index);
            }
            let mut near: Vec<(f32, usize)> = met
                .into_iter()
                .map(|other| (shared.get_mut(other).map_or(0.0, std::mem::take), other))
                .collect();
            if near.len() > NEAREST {
                near.select_nth_unstable_by(NEAREST, |a, b| {
                    b.0.total_cmp(&a.0).then(a.1.cmp(&b.1))
                });
                near.truncate(NEAREST);
            }
            let nearest = near.into_iter();
            edges.extend(nearest.map(|(_, other)| {
                let likeness = self.likeness(other, index);
                Edge { likeness, a: other, b: index }
            }));
        }
        edges.sort_unstable_by(|x, y| {
            y.likeness.total_cmp(&x.likeness).then((x.a, x.b).cmp(&(y.a, y.b)))
        });
        edges
    }

    /// How alike a report and a group must be that it goes into.
    fn enough_alone(&self, report: usize, group: &[usize]) -> f32 {
        let scrap = |at: &usize| self.openings.get(*at).is_some_and(Opening::is_scrap);
        let scraps = scrap(&report) || group.iter().all(scrap);
        if scraps { LEFT_ALONE_SCRAP } else { LEFT_ALONE }
    }

    fn leads(&self, word: Word) -> bool {
        self.openings.len() <= FEW || self.weights.of(word) >= LEADING
    }

    /// Lets each report that is left alone go into the group that is most like it by far.
    fn take_in(&self, edges: &[Edge], groups: &mut Groups) {
        let mut near: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        let alone = |report: usize, groups: &Groups| {
            let group = groups.find(report);
            groups.members(group).len() == 1 && groups.name(group).is_none()
        };
        for edge in edges.iter().filter(|edge| edge.likeness > 0.0) {
            for (one, other) in [(edge.a, edge.b), (edge.b, edge.a)] {
                if alone(one, groups) {
                    near.entry(one).or_default().push(other);
                }
            }
        }
        let mut wished: Vec<(f32, usize, usize)> = Vec::new();
        for (report, others) in &near {
            let mut at: Vec<usize> = others.iter().map(|other| groups.find(*other)).collect();
            at.sort_unstable();
            at.dedup();
            let mean = |group: usize| (self.mean(&[*report], groups.members(group)), group);
            let mut means: Vec<(f32, usize)> = at.into_iter().map(mean).collect();
            means.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
            let second = means.get(1).map_or(0.0, |(mean, _)| *mean);
            if let Some((mean, group)) = means.first()
                && *mean >= self.enough_alone(*report, groups.members(*group))
                && *mean >= BY_FAR * second
            {
                wished.push((*mean, *report, *group));
            }
        }
        wished.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        for (_, report, group) in wished {
            let to = groups.members(group).first().map_or(group, |first| groups.find(*first));
            if alone(report, groups) && to != groups.find(report) {
                groups.join(to, groups.find(report));
            }
        }
    }
}
