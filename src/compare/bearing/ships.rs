//! Two ships that two reports name.
//!
//! Begin with [`are_known`]. A report that tells the other's name as well speaks of two ships, and a
//! foreign name of which one letter differs is one name in two spellings.

use crate::facts::Value;
use crate::text::fold;

use super::super::align::Told;

/// The attribute of what a ship is called.
pub(super) const KEY: &str = "ship.name";

/// Whether two names of ships are no two names of one ship.
pub(super) fn are_known(a: &Told, b: &Told) -> bool {
    let (Some(one), Some(other)) = (name(a), name(b)) else { return true };
    let tells = |told: &Told, name: &str| fold(told.article.text.as_str()).contains(name);
    tells(a, &other) || tells(b, &one) || are_spellings(&one, &other)
}

fn name(told: &Told) -> Option<String> {
    let Value::Name(name) = &told.fact.value else { return None };
    Some(fold(&name.name))
}

/// «نورثرن ستار», «نورذرن ستار»
fn are_spellings(one: &str, other: &str) -> bool {
    const LONG: usize = 6;
    let letters = one.chars().count();
    let differ = one.chars().zip(other.chars()).filter(|(a, b)| a != b).count();
    letters >= LONG && letters == other.chars().count() && differ == 1
}

#[cfg(test)]
mod tests {
    use crate::compare::told_tests::contradicted;

    fn apart(one: &str, other: &str) -> bool {
        contradicted(one, other, super::KEY)
    }

    #[test]
    fn one_ship_has_one_name_however_it_is_spelt() {
        let one = "جنحت السفينة «مارلين ستار» قبالة سيدون.";
        assert!(apart(one, "جنحت السفينة «بدر الغد» قبالة سيدون."));
        assert!(!apart(one, "جنحت السفينة «مارلين ستور» قبالة سيدون."));
        assert!(!apart(one, "جنحت السفينة «بدر الغد» قبالة سيدون بعد أيام من «مارلين ستار»."));
    }
}
