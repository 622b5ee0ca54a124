//! Topics × reports: what each report says of each topic that two of them speak of.

use super::sheet::{Claimed, Sheet, Sign};

/// One topic.
#[derive(Debug)]
pub(super) struct Row<'a> {
    pub(super) sign: Sign,
    pub(super) label: &'a str,
    /// The place of the disagreement in the sheet; `None` where the reports agree.
    pub(super) entry: Option<usize>,
    /// One a report: its values, each once, with the position that holds it. Empty where the
    /// report is silent.
    pub(super) cells: Vec<Vec<(usize, &'a Claimed)>>,
}

impl Sheet {
    /// Disagreements in their order, then agreements.
    pub(super) fn rows(&self) -> Vec<Row<'_>> {
        let disputed = self.disagreements.iter().enumerate().map(|(at, entry)| {
            let positions = entry.positions.iter().enumerate();
            let claims = positions.flat_map(|(at, held)| held.claims.iter().map(move |c| (at, c)));
            Row {
                sign: entry.sign,
                label: &entry.label,
                entry: Some(at),
                cells: self.cells(claims),
            }
        });
        let agreed = self.agreements.iter().map(|agreed| Row {
            sign: Sign::Agreed,
            label: &agreed.label,
            entry: None,
            cells: self.cells(agreed.claims.iter().map(|claim| (0, claim))),
        });
        disputed.chain(agreed).collect()
    }

    fn cells<'a>(
        &'a self,
        claims: impl Iterator<Item = (usize, &'a Claimed)>,
    ) -> Vec<Vec<(usize, &'a Claimed)>> {
        let mut cells: Vec<Vec<(usize, &Claimed)>> = vec![Vec::new(); self.reports.len()];
        for (position, claim) in claims {
            let Some(cell) = cells.get_mut(claim.report) else { continue };
            let said =
                |(at, other): &(usize, &Claimed)| *at == position && other.display == claim.display;
            if !cell.iter().any(said) {
                cell.push((position, claim));
            }
        }
        cells
    }
}
