//! Two random reports compared: every claim named exists, the answer is the same twice, and the
//! JSON of it parses.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tabayun::compare::compare;
use tabayun::facts::extract;
use tabayun::notebook::revision::compared;

fuzz_target!(|data: &[u8]| {
    let half = data.len() / 2;
    let articles: Vec<_> = [&data[..half], &data[half..]]
        .iter()
        .enumerate()
        .map(|(id, part)| tabayun_fuzz::article(id as u32, part))
        .collect();
    let mut readings: Vec<_> = articles.iter().map(extract).collect();
    let comparison = compared(&articles, &mut readings, &[]);
    for disagreement in &comparison.disagreements {
        for claim in disagreement.positions.iter().flat_map(|position| &position.claims) {
            let reading = &readings[claim.article.0 as usize];
            assert!((claim.fact.0 as usize) < reading.facts.len());
        }
    }
    assert_eq!(comparison, compare(&articles, &readings));
});
