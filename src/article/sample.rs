//! The built-in dossier: five reports of an event that never was, for a first look. Between them
//! they show each kind of disagreement; that they are invented is said in the title and in the
//! first report.

use super::dossier::Dossier;
use super::{Article, ArticleId};

const DOSSIER: &str = include_str!("../../assets/sample/dossier.json");

const REPORTS: [(&str, &str); 5] = [
    ("mirror.txt", include_str!("../../assets/sample/mirror.txt")),
    ("agency.txt", include_str!("../../assets/sample/agency.txt")),
    ("harbour.txt", include_str!("../../assets/sample/harbour.txt")),
    ("radio.txt", include_str!("../../assets/sample/radio.txt")),
    ("horizon.txt", include_str!("../../assets/sample/horizon.txt")),
];

/// The event's name and its reports, numbered from 0.
pub fn dossier() -> (Option<String>, Vec<Article>) {
    let dossier = Dossier::parse(DOSSIER).unwrap_or_default();
    let reports = REPORTS.iter().zip(0..).map(|((file, text), id)| {
        let mut article = Article::from_text(ArticleId(id), *text);
        if let Some(entry) = dossier.articles.iter().find(|entry| entry.file == *file) {
            entry.apply(&mut article);
        }
        article
    });
    (dossier.event.clone(), reports.collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{BlockKind, Origin};

    #[test]
    fn every_report_has_its_outlet_its_date_and_says_that_it_is_invented() {
        let (event, reports) = dossier();
        assert!(event.unwrap().contains("مختلق"));
        assert!(reports[0].text.as_str().lines().nth(1).unwrap().contains("مختلقة"));
        assert_eq!(reports.len(), 5);
        for report in &reports {
            assert_eq!(report.outlet.as_ref().unwrap().from, Origin::Dossier);
            assert!(report.published.is_some() && report.published_at.is_some());
            let words = report.text.as_str().split_whitespace().count();
            assert!((80..250).contains(&words), "{words}");
        }
    }

    #[test]
    fn its_chrome_is_told_from_its_text() {
        let (_, reports) = dossier();
        let chrome = |at: usize| {
            let blocks = reports[at].blocks.iter();
            blocks.filter(|block| block.kind == BlockKind::Chrome).count()
        };
        assert_eq!([0, 1, 2, 3, 4].map(chrome), [0, 0, 5, 0, 0]);
        assert_eq!(reports[1].blocks[0].kind, BlockKind::Dateline);
    }
}
