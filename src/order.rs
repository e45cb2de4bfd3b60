//! Puts lists in text order. The standard library's sorts are written out anew for each type that is sorted, and weigh 4 KB
//! each; here one sort of places serves all.

/// Sorts `items` by `place`; equals keep their order.
pub fn sort_by_place<T>(items: &mut [T], place: impl Fn(&T) -> (usize, usize)) {
    if items.is_sorted_by_key(&place) {
        return;
    }
    let mut from = order(items.iter().map(place).collect());
    // Each cycle of the order is gone round once, and every item moved to where it belongs.
    for start in 0..from.len() {
        let mut at = start;
        while from[at] != start {
            let next = from[at];
            items.swap(at, next);
            from[at] = at;
            at = next;
        }
        from[at] = at;
    }
}

/// For each place in the order the index of the one that belongs there.
fn order(places: Vec<(usize, usize)>) -> Vec<usize> {
    let mut indexed: Vec<_> = places.into_iter().enumerate().map(|(index, place)| (place, index)).collect();
    indexed.sort_unstable();
    indexed.into_iter().map(|(_, index)| index).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_come_in_the_order_of_their_places_and_equals_keep_theirs() {
        // A generator without pattern is enough: every list of up to forty, with places that occur again.
        let mut state = 1_usize;
        for n in 0..400 {
            let mut next = || {
                state = state.wrapping_mul(48_271) % 2_147_483_647;
                (state % 7, state % 3)
            };
            let mut items: Vec<((usize, usize), usize)> = (0..n % 40).map(|index| (next(), index)).collect();
            let mut expected = items.clone();
            expected.sort_by_key(|(place, _)| *place);
            sort_by_place(&mut items, |(place, _)| *place);
            assert_eq!(items, expected);
        }
    }
}
