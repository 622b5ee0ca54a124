//! Claims, disagreements and reports in words, for the sheet.
//!
//! Begin with [`Claims`].

use super::evidence::Evidence;
use super::sheet::{Claimed, Entry, Position, Quotation, Report, Sign, place};
use crate::article::{Article, Language};
use crate::compare::{Claim, Comparison, Disagreement, Dossier, Verdict, folded};
use crate::facts::{FactId, Kind, Layer};
use crate::text::InOrder;

/// What turns claims into words.
pub(super) struct Claims<'a> {
    pub(super) dossier: &'a Dossier<'a>,
    pub(super) evidence: &'a Evidence,
}

impl Claims<'_> {
    fn one(&self, claim: Claim) -> Option<Claimed> {
        let (_, fact) = self.dossier.told(claim)?;
        let report = place(self.dossier, claim.article)?;
        let speaker = match &fact.layer {
            Layer::Speaker(voice) | Layer::Outlet(voice) => Some(voice.name.clone()),
            Layer::Report | Layer::Unnamed => None,
        };
        let sentence = self.evidence.number(report, fact);
        let display = self.dossier.display(claim);
        Some(Claimed { report, display, speaker, sentence, span: fact.span })
    }

    pub(super) fn all(&self, claims: &[Claim]) -> Vec<Claimed> {
        claims.iter().filter_map(|&claim| self.one(claim)).collect()
    }

    /// All of them; what is part of a heavier one is told with it.
    pub(super) fn entries(&self, comparison: &Comparison) -> Vec<Entry> {
        let all: Vec<&Disagreement> = comparison.disagreements.iter().collect();
        let wholes = folded::wholes(&all);
        let mut entries: Vec<Entry> = all.iter().map(|found| self.entry(found)).collect();
        for (at, whole) in wholes.iter().enumerate() {
            let why = entries.get(at).map(|part| part.why.clone());
            if let Some(whole) = whole.and_then(|whole| entries.get_mut(whole)) {
                whole.also.extend(why);
            }
        }
        let told = entries.into_iter().zip(&wholes).filter(|(_, whole)| whole.is_none());
        let mut told: Vec<Entry> = told.map(|(entry, _)| entry).collect();
        // The order of the screen: contradictions before updates, each heaviest first.
        told.put_in_order_of(|entry| entry.sign);
        told
    }

    fn entry(&self, found: &Disagreement) -> Entry {
        let positions = found.positions.iter().map(|position| {
            let claims = self.all(&found.reason.first(&position.claims));
            let display = claims.first().map(|claim| claim.display.clone()).unwrap_or_default();
            Position { display, claims }
        });
        let verdict = match found.verdict {
            Verdict::Contradiction => "report-contradiction",
            Verdict::UpdateOverTime => "report-update",
            Verdict::DifferentPrecision => "report-precision",
            Verdict::VariantSpelling => "report-spelling",
            Verdict::Compatible => "report-compatible",
        };
        Entry {
            sign: Sign::of(found.verdict),
            verdict,
            label: self.dossier.named(&found.topic, &found.label, found.members()),
            why: self.dossier.why_on_screen(&found.reason),
            also: Vec::new(),
            positions: positions.collect(),
        }
    }

    pub(super) fn report(
        &self,
        at: usize,
        all: &Comparison,
        disagreements: &[Entry],
    ) -> Option<Report> {
        let article = self.dossier.articles.get(at)?;
        let reading = self.dossier.readings.get(at)?;
        let is_mine = |entry: &&Entry| {
            let mut claims = entry.positions.iter().flat_map(|position| &position.claims);
            claims.any(|claim| claim.report == at)
        };
        let alone = all.single_source.iter().filter(|claim| claim.article == article.id);
        let quotes = reading.quotes.iter().filter(|quote| quote.direct).filter_map(|quote| {
            let words = article.text.slice(quote.span)?.trim().to_owned();
            let speaker = quote.speaker.as_ref().map(|voice| voice.name.clone());
            Some(Quotation { words, speaker })
        });
        Some(Report {
            number: self.dossier.messages.number((at + 1) as f64),
            name: name(article, at, self.dossier),
            title: article.title.as_ref().map(|title| title.value.clone()),
            file: None,
            published: article.published.as_ref().map(|day| self.dossier.messages.day(day.value)),
            url: article.url.clone(),
            language: match article.language {
                Language::Other => "",
                known => known.tag(),
            },
            disputed: disagreements.iter().filter(is_mine).count(),
            alone: alone
                .filter_map(|&claim| Some((self.topic(claim)?, self.one(claim)?)))
                .collect(),
            quotes: quotes.collect(),
        })
    }

    /// Everything that the one report says, where there is no other.
    pub(super) fn own(&self) -> Vec<(String, String)> {
        let ([article], [reading]) = (self.dossier.articles, self.dossier.readings) else {
            return Vec::new();
        };
        let known = reading.facts.iter().enumerate().filter(|(_, fact)| fact.kind != Kind::Unread);
        let mut told = Vec::new();
        for (at, _) in known {
            let claim = Claim { article: article.id, fact: FactId(at as u32) };
            let said = self.topic(claim).map(|topic| (topic, self.dossier.display(claim)));
            told.extend(said.filter(|said| !told.contains(said)));
        }
        told
    }

    fn topic(&self, claim: Claim) -> Option<String> {
        let (_, fact) = self.dossier.told(claim)?;
        Some(self.dossier.topic(&fact.topic.key, &fact.topic.label))
    }
}

fn name(article: &Article, at: usize, dossier: &Dossier) -> String {
    let number = || dossier.messages.with("reason-report", &[("n", (at + 1).into())]);
    article.called().unwrap_or_else(number)
}
