//! Who is meant by a short name, an office or «نظيره»: mentions find their person.

use super::{Builder, Entity, Mention, NOBODY, Sort, name};

impl Builder<'_, '_> {
    /// Third round, in text order: short names after offices, offices alone, «نظيره».
    pub(super) fn resolve_rest(&mut self, mentions: &mut [Mention]) {
        let mut recent: Vec<usize> = Vec::new();
        let mut last: Option<(usize, usize)> = None;
        for mention in mentions.iter_mut() {
            if mention.who == NOBODY {
                self.settle(mention, &recent);
            }
            self.remember(mention, last);
            last = (mention.sort == Sort::Person).then_some((mention.whole.end, mention.who));
            if self.cast.entities.get(mention.who).is_some_and(|e| e.sort == Sort::Person) {
                recent.retain(|who| *who != mention.who);
                recent.push(mention.who);
                if recent.len() > 12 {
                    recent.remove(0);
                }
            }
        }
    }

    /// Bodies in their order, and the office behind a name («اللواء فلان، مدير الأمن»).
    fn remember(&mut self, mention: &Mention, last: Option<(usize, usize)>) {
        if matches!(mention.sort, Sort::Body | Sort::Outlet) {
            self.bodies.retain(|who| *who != mention.who);
            self.bodies.push(mention.who);
        }
        let (Some((end, who)), Some(role)) = (last, mention.role) else { return };
        let comma = self.cx.is_sign(end, '،') || self.cx.is_sign(end, ',');
        if mention.sort == Sort::Described && comma && mention.whole.start == end + 1 {
            self.offices.push((role, who));
        }
    }

    /// A name of one word: whoever is named in full with it, else somebody of that name alone.
    pub(super) fn single_name(&mut self, mention: &mut Mention) {
        let words = self.words(mention);
        let bare = name::without_article(&words).to_owned();
        // «والحداد» after «سامي الحداد»: the conjunction is of no name that was told.
        let joined = || {
            let rest = words.strip_prefix('و').filter(|rest| rest.chars().count() > 3)?;
            self.short.get(name::without_article(rest)).or_else(|| self.by_skeleton(rest))
        };
        let known = self.short.get(&bare).or_else(|| self.by_skeleton(&words)).or_else(joined);
        if let Some(who) = known {
            self.same(mention, who);
        } else {
            let who = self.enter(mention, name::canonical(&words));
            self.short.add(&bare, who);
        }
    }

    /// A word in marks behind a verb of saying: somebody's family name, else the name of a body.
    pub(super) fn in_marks(&mut self, mention: &mut Mention) {
        let words = self.words(mention);
        if let Some(who) = self.short.get(name::without_article(&words)) {
            mention.sort = Sort::Person;
            self.same(mention, who);
        } else {
            self.enter(mention, name::canonical(&words));
        }
    }

    pub(super) fn settle(&mut self, mention: &mut Mention, recent: &[usize]) {
        let words = self.words(mention);
        let who = match mention.sort {
            Sort::Counterpart => self.counterpart(mention, recent),
            _ => self.holder(mention, &words, recent),
        };
        match who {
            Some(who) => mention.who = who,
            None => self.describe(mention, words),
        }
    }

    pub(super) fn same(&mut self, mention: &mut Mention, who: usize) {
        mention.who = who;
        if let Some(entity) = self.cast.entities.get_mut(who) {
            entity.role = entity.role.or(mention.role);
            entity.of = entity.of.or(mention.of);
        }
    }

    /// A last name in another spelling than the full name's.
    pub(super) fn by_skeleton(&self, words: &str) -> Option<usize> {
        let wanted = name::canonical(words);
        self.cast.entities.iter().position(|entity| {
            entity.sort == Sort::Person
                && name::kinship(&entity.canonical, &wanted) != name::Kinship::Different
        })
    }

    pub(super) fn describe(&mut self, mention: &mut Mention, words: String) {
        let sort = mention.sort;
        mention.sort = Sort::Described;
        self.enter(mention, words);
        mention.sort = sort;
    }

    /// The holder of an office said without a name: the latest one named before, else one named
    /// later (a headline), of the same country where one is said.
    pub(super) fn holder(&self, mention: &Mention, words: &str, recent: &[usize]) -> Option<usize> {
        if mention.name.len() == 1
            && let Some(who) = self.short.get(name::without_article(words))
        {
            return Some(who);
        }
        let role = mention.role?;
        if role == "official" {
            return self.same_body(words, mention);
        }
        let definite = words.starts_with("ال")
            || words.starts_with("وال")
            || mention.of.is_some()
            || words.contains(" ال");
        if !definite || matches!(role, "source" | "crowd" | "witness" | "official" | "candidate") {
            return None;
        }
        let fits = |entity: &Entity| {
            entity.sort == Sort::Person
                && entity.role.is_some_and(|held| held == role || held.starts_with(role))
                && (mention.of.is_none() || entity.of.is_none() || mention.of == entity.of)
        };
        let exact = |who: &&usize| {
            self.cast.entities.get(**who).is_some_and(|e| fits(e) && e.of == mention.of)
        };
        let loose = |who: &&usize| self.cast.entities.get(**who).is_some_and(fits);
        recent
            .iter()
            .rev()
            .find(exact)
            .or_else(|| recent.iter().rev().find(loose))
            .copied()
            .or_else(|| {
                self.cast
                    .entities
                    .iter()
                    .position(|e| fits(e) && (e.of == mention.of || mention.of.is_none()))
            })
            .or_else(|| {
                let held = self.offices.iter().rev().find(|(held, _)| *held == role);
                held.map(|(_, who)| *who)
            })
    }

    /// «الوزارة», «الاتحاد»: the body named before with that noun.
    pub(super) fn same_body(&self, words: &str, mention: &Mention) -> Option<usize> {
        let head = name::without_article(words);
        if head == words || mention.name.len() > 1 {
            return None;
        }
        let opens = |entity: &Entity| {
            let first = entity.name.split(' ').next().unwrap_or_default();
            name::without_article(&crate::text::fold(first)) == head
        };
        let told = self.bodies.iter().rev().take(8);
        let told = told.filter_map(|at| self.cast.entities.get(*at).map(|entity| (*at, entity)));
        let later = self.cast.entities.iter().enumerate().rev().take(64);
        told.chain(later)
            .filter(|(_, e)| matches!(e.sort, Sort::Body | Sort::Outlet))
            .find(|(_, e)| opens(e))
            .map(|(at, _)| at)
    }

    /// Whom «نظيره» means: the one of the country said, else the last but one.
    pub(super) fn counterpart(&self, mention: &Mention, recent: &[usize]) -> Option<usize> {
        if let Some(of) = mention.of {
            return self
                .cast
                .entities
                .iter()
                .position(|entity| entity.sort == Sort::Person && entity.of == Some(of));
        }
        recent.iter().rev().nth(1).copied()
    }
}
