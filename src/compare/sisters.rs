//! Topics of the lexicon that one thing may go by: what a stadium costs is the cost of a project to
//! one newsroom, the value of a contract to another and a budget to a third.

/// Topics of one thing by its several names.
const SISTERS: &[&[&str]] = &[
    &["contract.value", "project.cost", "budget.amount", "investment.amount"],
    &["agreements.value", "deal.value", "budget.amount"],
    &["transfer.fee", "deal.value", "contract.value", "transfer.clause"],
    &["sponsor.value", "deal.value", "contract.value", "investment.amount"],
    &["prize.total", "award.amount"],
    &["aid.amount", "donation.amount", "award.amount", "subsidy.amount"],
    &["aid.amount", "compensation.house"],
    &["goods.value", "drugs.value", "crime.recovered", "price.amount"],
    &["crime.stolen", "bribe.amount", "damage.money"],
    &["price.amount", "ticket.price", "fare.amount", "ipo.price"],
    &["price.amount", "auction.price", "deal.value"],
    &["loan.amount", "aid.amount", "investment.amount", "funding.round"],
    &["mark.distance", "jump.mark"],
    &["place.distance", "incursion.depth"],
    &["area.size", "fire.area", "spill.area", "farm.area"],
    &["wage.rise", "wage.offered"],
    &["vote.share", "vote.yes_share", "motion.share"],
    &["fees.rise", "tax.rate", "bill.rise", "price.change"],
    &["toll.displaced_families", "toll.displaced", "toll.evacuated", "families.sheltered"],
    &["vote.margin", "vote.count"],
    &["vote.yes", "vote.count"],
    &["crop.collected", "goods.bought", "goods.stored"],
];

/// Whether two topics may be of one thing.
pub fn are_sisters(a: &str, b: &str) -> bool {
    a != b && SISTERS.iter().any(|topics| topics.contains(&a) && topics.contains(&b))
}
