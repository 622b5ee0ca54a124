//! A [`Reason`] in words: what each side says, and the rule that sets them apart or together.
//!
//! Each rule has a message `reason-<rule>` in both languages; the two sides go in front of it.

use crate::article::Article;
use crate::facts::{Fact, Reading, Unit, Value, brief, display, topic};
use crate::locale::{Arg, Messages};
use crate::text::direction::isolated;
use crate::text::paper;

use super::{Argument, Claim, Reason};

/// What the wording of a reason needs to know of the dossier.
#[derive(Clone, Copy)]
pub struct Dossier<'a> {
    /// The reports, for the names of sources and the words of claims.
    pub articles: &'a [Article],
    /// What was read of each: `readings[i]` belongs to `articles[i]`.
    pub readings: &'a [Reading],
    /// The language and the digits that the sentence is in.
    pub messages: &'a Messages,
}

impl std::fmt::Debug for Dossier<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Dossier").field("articles", &self.articles.len()).finish_non_exhaustive()
    }
}

/// Names of a list that a reason gives in full.
const LISTED: usize = 3;

impl<'a> Dossier<'a> {
    /// The article and the fact of a claim.
    pub fn told(&self, claim: Claim) -> Option<(&'a Article, &'a Fact)> {
        let is = |at: &usize| self.articles.get(*at).is_some_and(|one| one.id == claim.article);
        // Most dossiers hold each article at its own number.
        let own = Some(claim.article.0 as usize).filter(is);
        let at = own.or_else(|| (0..self.articles.len()).find(is))?;
        let fact = self.readings.get(at)?.facts.get(claim.fact.0 as usize)?;
        Some((self.articles.get(at)?, fact))
    }

    /// The words of the text that state a claim.
    pub fn surface(&self, claim: Claim) -> &'a str {
        self.told(claim)
            .and_then(|(article, fact)| article.text.slice(fact.span))
            .unwrap_or_default()
    }

    /// The value of a claim in the reader's language.
    pub fn display(&self, claim: Claim) -> String {
        let Some((_, fact)) = self.told(claim) else { return String::new() };
        let mut said = display(fact, self.surface(claim), self.messages);
        // Of one office two holders are told: the office alone would say the same of both.
        if let Value::Role { holder, .. } = &fact.value
            && !said.contains(&holder.name)
        {
            said = format!("{said} {}", holder.name);
        }
        // What the reader put right is marked as theirs wherever it is shown.
        if fact.is_put_right() { format!("✎ {said}") } else { said }
    }

    /// Who reports a claim: the outlet, with the number of the report where several are the outlet's, else
    /// that number alone.
    pub fn source(&self, claim: Claim) -> String {
        let number = f64::from(claim.article.0) + 1.0;
        let outlet = |article: &'a Article| article.outlet.as_ref().map(|known| &*known.value);
        let article = self.articles.iter().find(|article| article.id == claim.article);
        match article.and_then(outlet) {
            Some(name)
                if self
                    .articles
                    .iter()
                    .filter(|one| outlet(one) == Some(name))
                    .nth(1)
                    .is_some() =>
            {
                format!("{name} ({})", self.messages.number(number))
            }
            Some(name) => name.to_owned(),
            None => self.messages.with("reason-report", &[("n", Arg::Number(number))]),
        }
    }

    /// What a topic is called: by its frame in the reader's language, else in the report's words.
    pub fn topic(&self, key: &str, label: &str) -> String {
        let bare = key.split(' ').next().unwrap_or(key);
        // What the reader marked has the names of both its topics, where they have any.
        let named = (bare != "reader" || label.is_empty())
            .then(|| self.messages.known(&format!("topic-{}", bare.replace('.', "-"))));
        if let Some(named) = named.flatten() {
            return named;
        }
        if bare.starts_with("role:") && !label.is_empty() {
            return self.messages.with("topic-role", &[("name", label.into())]);
        }
        match topic::label(bare) {
            Some((ar, en)) => if self.messages.is_arabic() { ar } else { en }.to_owned(),
            None if label.is_empty() => bare.to_owned(),
            None => label.to_owned(),
        }
    }

    /// Why a verdict was given, as one sentence.
    pub fn why(&self, reason: &Reason) -> String {
        paper::bare(&self.why_on_screen(reason))
    }

    /// The same for a line of several directions: each name and value keeps to itself (UAX #9,
    /// first strong isolate).
    pub fn why_on_screen(&self, reason: &Reason) -> String {
        self.why_by(reason, |claim| self.source(claim))
    }

    /// The same for what is kept: its reports go by what lasts, never by their number in a list
    /// that is another one tomorrow.
    pub fn why_to_keep(&self, reason: &Reason) -> String {
        let called = |claim| self.told(claim).and_then(|(article, _)| article.called());
        let unknown = || self.messages.text("source-unknown").into_owned();
        self.why_by(reason, |claim| called(claim).unwrap_or_else(unknown))
    }

    fn why_by(&self, reason: &Reason, source: impl Fn(Claim) -> String) -> String {
        let sides: Vec<String> =
            reason.arguments.iter().map(|(_, argument)| self.side(argument, &source)).collect();
        let figures: Vec<(&str, Arg)> = reason
            .arguments
            .iter()
            .filter_map(|(name, argument)| match argument {
                Argument::Number(number) => Some((*name, Arg::Number(*number))),
                _ => None,
            })
            .collect();
        let rule = format!("reason-{}", reason.rule.replace('_', "-"));
        let rule = self.messages.with(&rule, &figures);
        let sides: Vec<&str> =
            sides.iter().map(String::as_str).filter(|side| !side.is_empty()).collect();
        let separator = if self.messages.is_arabic() { "؛ " } else { "; " };
        if sides.is_empty() { rule } else { format!("{}{separator}{rule}", sides.join(separator)) }
    }

    /// The value of a claim, a long list of names by its first.
    pub fn short(&self, claim: Claim) -> String {
        let roster = self.told(claim).and_then(|(_, fact)| match &fact.value {
            Value::Roster { names, .. } if names.len() > LISTED => names.split_first(),
            _ => None,
        });
        roster.map_or_else(
            || self.display(claim),
            |(first, rest)| {
                let rest = Arg::Number(rest.len() as f64);
                let first = Arg::Words(&first.name);
                self.messages.with("reason-names", &[("first", first), ("rest", rest)])
            },
        )
    }

    /// The value of a claim where there is no room for words: «٢ س ٣٠ د».
    pub fn brief(&self, claim: Claim) -> String {
        let of_time = self.told(claim).filter(|(_, fact)| {
            matches!(&fact.value, Value::Quantity(quantity) if quantity.unit == Unit::Second)
        });
        let surface = self.surface(claim);
        of_time.map_or_else(|| self.short(claim), |(_, fact)| brief(fact, surface, self.messages))
    }

    fn side(&self, argument: &Argument, source: impl Fn(Claim) -> String) -> String {
        match argument {
            Argument::Claim(claim) => {
                format!("{}: {}", isolated(&source(*claim)), isolated(&self.short(*claim)))
            }
            // Stands in the rule's own sentence.
            Argument::Number(_) => String::new(),
            Argument::Words(words) => words.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::ArticleId;
    use crate::facts::{FactId, extract};
    use crate::settings::{Digits, Interface};

    #[test]
    fn what_is_kept_names_no_report_by_its_number() {
        let texts = ["وصل ثلاثة عمال.", "وصل سبعة عمال."];
        let reports = (0_u32..).zip(texts).map(|(at, text)| {
            let mut article = Article::from_text(ArticleId(at), text);
            article.path = Some(format!("/news/{at}.txt").into());
            article
        });
        let articles: Vec<Article> = reports.collect();
        let readings: Vec<Reading> = articles.iter().map(extract).collect();
        let messages = Messages::new(Interface::English, Digits::Latin);
        let dossier = Dossier { articles: &articles, readings: &readings, messages: &messages };
        let claim = |at| Argument::Claim(Claim { article: ArticleId(at), fact: FactId(0) });
        let arguments = vec![("a", claim(0)), ("b", claim(1))];
        let reason = Reason { rule: "disjoint_intervals", arguments };
        assert!(dossier.why(&reason).starts_with("report 1: 3"), "{}", dossier.why(&reason));
        let kept = dossier.why_to_keep(&reason);
        assert!(kept.contains("0.txt") && kept.contains("1.txt"), "{kept}");
        assert!(!kept.contains("report"), "{kept}");
    }

    #[test]
    fn an_office_is_shown_with_its_holder() {
        let text = "افتتح وزير النقل سامي الحداد الجسر.";
        let articles = vec![Article::from_text(ArticleId(0), text)];
        let readings: Vec<Reading> = articles.iter().map(extract).collect();
        let messages = Messages::new(Interface::English, Digits::Latin);
        let dossier = Dossier { articles: &articles, readings: &readings, messages: &messages };
        let of_office = |fact: &Fact| matches!(fact.value, Value::Role { .. });
        let at = readings[0].facts.iter().position(of_office).expect("an office");
        let claim = Claim { article: ArticleId(0), fact: FactId(at as u32) };
        assert_eq!(dossier.display(claim), "وزير النقل سامي الحداد");
    }
}
