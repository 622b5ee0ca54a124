//! Putting things in order, those that are alike as they stood.
//!
//! The sort of the standard library is written out anew for every kind of thing that is sorted and
//! for every key: seven kilobytes each time, for lists that are mostly short. Here the places of the
//! things are sorted, by code that is there once, and then the things are moved.

use std::cmp::Ordering;

/// A list that can be put in order.
pub trait InOrder<T> {
    /// As `sort_by` does.
    fn put_in_order(&mut self, compare: impl Fn(&T, &T) -> Ordering);

    /// As `sort_by_key` does.
    fn put_in_order_of<K: Ord>(&mut self, key: impl Fn(&T) -> K) {
        self.put_in_order(|one, other| key(one).cmp(&key(other)));
    }
}

impl<T> InOrder<T> for [T] {
    fn put_in_order(&mut self, compare: impl Fn(&T, &T) -> Ordering) {
        if self.len() < 2 {
            return;
        }
        let mut places: Vec<usize> = (0..self.len()).collect();
        sort(&mut places, &|one, other| match (self.get(one), self.get(other)) {
            (Some(one), Some(other)) => compare(one, other),
            _ => Ordering::Equal,
        });
        take_places(&mut places, &mut |one, other| self.swap(one, other));
    }
}

fn sort(places: &mut [usize], compare: &dyn Fn(usize, usize) -> Ordering) {
    places.sort_by(|one, other| compare(*one, *other));
}

/// Moves to every place what stands where `places` says: round by round, each thing once.
fn take_places(places: &mut [usize], swap: &mut dyn FnMut(usize, usize)) {
    for start in 0..places.len() {
        let mut at = start;
        while let Some(from) = places.get_mut(at).map(|from| std::mem::replace(from, at)) {
            if from == at || from == start {
                break;
            }
            swap(at, from);
            at = from;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_order_is_that_of_the_standard_library(list in prop::collection::vec(0..9_u8, 0..70)) {
            let mut ours: Vec<(u8, usize)> = list.into_iter().zip(0..).collect();
            let mut theirs = ours.clone();
            ours.put_in_order_of(|(key, _)| *key);
            theirs.sort_by_key(|(key, _)| *key);
            prop_assert_eq!(ours, theirs);
        }
    }
}
