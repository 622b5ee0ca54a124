//! Whom a report means that tells one value of several people's and names nobody.

use std::collections::BTreeMap;

use crate::article::ArticleId;
use crate::text::InOrder;

use super::Claim;
use super::align::Told;

/// «السجن 12 عاما لفلان … وستة أعوام لعلان»: a report that tells one value and not of whom tells of him
/// whom the others tell of first.
pub(super) fn foremost(by_owner: &mut BTreeMap<Option<String>, Vec<Told>>) {
    let mut firsts: BTreeMap<ArticleId, (Claim, Option<&String>)> = BTreeMap::new();
    let mut counts: BTreeMap<ArticleId, usize> = BTreeMap::new();
    for (owner, one) in
        by_owner.iter().flat_map(|(owner, told)| told.iter().map(move |one| (owner, one)))
    {
        *counts.entry(one.claim.article).or_default() += 1;
        let first = firsts.entry(one.claim.article).or_insert((one.claim, owner.as_ref()));
        if one.claim < first.0 {
            *first = (one.claim, owner.as_ref());
        }
    }
    let mut owners: Vec<&String> = firsts.values().filter_map(|(_, owner)| *owner).collect();
    owners.sort_unstable();
    owners.dedup();
    let [only] = owners.as_slice() else { return };
    let only = Some((*only).clone());
    let Some(silent) = by_owner.remove(&None) else { return };
    let (alone, rest): (Vec<_>, Vec<_>) =
        silent.into_iter().partition(|one| counts.get(&one.claim.article) == Some(&1));
    if !rest.is_empty() {
        by_owner.insert(None, rest);
    }
    if let Some(told) = by_owner.get_mut(&only) {
        told.extend(alone);
        told.put_in_order_of(|told| told.claim);
    }
}
