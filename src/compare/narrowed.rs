//! What a disputed topic is narrowed to, in the words of the reports: two sizes of delegations are
//! told apart by «الروسي» and «الأميركي».
//!
//! The key of a topic has its scope in canonical form, which nobody reads; here the words that it
//! was made of are looked up in the sentences of its claims. Where they cannot be found, the topic
//! goes by its name alone.

use std::cell::LazyCell;

use crate::facts::lexicon::{self, Class};
use crate::text::{fold, is_word};

use super::{Claim, Dossier};

/// Claims in whose sentences the words are looked for.
const ENOUGH: usize = 40;
/// Facets that tell two topics of one name apart; days and doers are told by the values themselves.
const FACETS: [&str; 5] = ["of", "place", "qualifier", "per", "event"];
/// Words before a noun that are written in one with it, where the scope has the noun alone.
const JOINED: [&str; 8] = ["وال", "بال", "كال", "لل", "ال", "و", "ب", "ل"];

impl Dossier<'_> {
    /// The name of a topic, and what it is narrowed to.
    pub fn named(&self, topic: &str, label: &str, claims: impl Iterator<Item = Claim>) -> String {
        let name = self.topic(topic, label);
        match self.narrowed(topic, claims).filter(|words| !name.contains(words.as_str())) {
            // The name reads on from its own side whatever the words are (UAX #9, isolates).
            Some(words) => format!("{name} · {words}"),
            None => name,
        }
    }

    /// What a scope is called where it is a term of ours: a quarter, the former value; a year.
    fn term(&self, scope: &[&str]) -> Option<String> {
        let [term] = scope else { return None };
        let year = term.len() == 4 && term.bytes().all(|digit| digit.is_ascii_digit());
        let known = || self.messages.known(&format!("scope-{term}"));
        if year { Some((*term).to_owned()) } else { known() }
    }

    fn narrowed(&self, topic: &str, claims: impl Iterator<Item = Claim>) -> Option<String> {
        let scopes: Vec<Vec<&str>> = scopes(topic);
        if scopes.is_empty() {
            return None;
        }
        // Hundreds of reports name it in no other words than the first ones do.
        let sentences = LazyCell::new(|| {
            let claims = claims.take(ENOUGH).filter_map(|claim| {
                let (article, fact) = self.told(claim)?;
                article.text.slice(fact.sentence)
            });
            claims.collect::<Vec<&str>>()
        });
        let words = |scope: &Vec<&str>| {
            let said = || sentences.iter().find_map(|one| words_of(scope, one));
            self.term(scope).or_else(said)
        };
        scopes.iter().find_map(words)
    }
}

/// The values of the facets in a topic's key, word by word.
fn scopes(topic: &str) -> Vec<Vec<&str>> {
    let mut scopes: Vec<Vec<&str>> = Vec::new();
    let mut open = false;
    for word in topic.split(' ').skip(1) {
        match word.split_once('=') {
            Some((facet, value)) => {
                open = FACETS.contains(&facet);
                if open {
                    scopes.push(vec![value]);
                }
            }
            None if word.starts_with('#') => open = false,
            None => {
                if let Some(scope) = scopes.last_mut().filter(|_| open) {
                    scope.push(word);
                }
            }
        }
    }
    scopes
}

/// The words of a sentence that a scope was made of.
fn words_of(scope: &[&str], sentence: &str) -> Option<String> {
    let words: Vec<&str> =
        sentence.split(|c| !is_word(c)).filter(|word| !word.is_empty()).collect();
    if let Some(country) = country(scope) {
        let found = words.iter().find(|word| is_of(word, country))?;
        return Some(alone(found).to_owned());
    }
    let is = |word: &&str, token: &str| {
        let folded = fold(word);
        let bare = JOINED.iter().find_map(|joined| folded.strip_prefix(joined));
        folded == token || bare == Some(token)
    };
    let whole = |run: &&[&str]| run.iter().zip(scope).all(|(word, token)| is(word, token));
    if let Some(run) = words.windows(scope.len()).find(whole) {
        return Some(run.join(" "));
    }
    // A scope that several reports made together: the most of it that stands together in one.
    let within = |word: &&str| scope.iter().any(|token| is(word, token));
    let runs = words.chunk_by(|one, other| within(one) == within(other));
    let runs = runs.filter(|run| run.len() > 1 && run.first().is_some_and(within));
    runs.max_by_key(|run| run.len()).map(|run| run.join(" "))
}

/// The country or place that a scope names by its id.
fn country<'a>(scope: &[&'a str]) -> Option<&'a str> {
    let last = *scope.last()?;
    let letters = last.bytes().all(|letter| letter.is_ascii_lowercase() || b"/-".contains(&letter));
    let named = scope.len() == 1 || scope.first() == Some(&"nat");
    (named && letters && (last.len() == 2 || last.contains('/'))).then_some(last)
}

fn is_of(word: &str, country: &str) -> bool {
    let Some(found) = lexicon::find(&fold(word)) else { return false };
    let sense = |class| found.entry.sense(class).is_some_and(|sense| sense.id == country);
    sense(Class::Place) || sense(Class::Nisba)
}

/// The word without an «and» that is written in one with it.
fn alone(word: &str) -> &str {
    let rest = word.strip_prefix('و').filter(|rest| lexicon::find(&fold(rest)).is_some());
    rest.unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::{scopes, words_of};

    #[test]
    fn a_scope_is_said_in_the_words_of_the_sentence() {
        let of = |topic: &str, sentence: &str| {
            scopes(topic).iter().find_map(|scope| words_of(scope, sentence))
        };
        let words = |words: &str| Some(words.to_owned());
        let sentence = "ضم الوفد النرويجي ثلاثة وزراء، والفنلندي وزيرين.";
        assert_eq!(of("delegation.size of=no", sentence), words("النرويجي"));
        assert_eq!(of("delegation.size of=fi", sentence), words("الفنلندي"));
        assert_eq!(of("delegation.size of=pt", sentence), None);
        let sentence = "وفاز حزب السنبلة الخضراء بأربعين مقعدا، وضُبط كيلوغرام من القهوة.";
        assert_eq!(of("vote.seats of=حزب سنبله خضراء", sentence), words("حزب السنبلة الخضراء"));
        assert_eq!(of("goods.amount qualifier=قهوه #2", sentence), words("القهوة"));
        assert_eq!(of("vote.seats of=حزب سنبله حاكم", sentence), words("حزب السنبلة"));
        assert_eq!(of("date.meeting event=next", sentence), None);
        assert_eq!(of("meeting.duration", sentence), None);
    }
}
