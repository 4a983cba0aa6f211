//! What stands below what: an order in which as little as possible points upward, and what goes round.

use std::collections::BTreeMap;

/// Names, and how often one names another.
pub struct Arrows<'a> {
    names: Vec<&'a str>,
    /// From, to, how many times.
    count: BTreeMap<(usize, usize), usize>,
}

impl<'a> Arrows<'a> {
    /// Arrows from and to names that are not listed are left out.
    pub fn new(
        names: impl Iterator<Item = &'a str>,
        arrows: impl Iterator<Item = (&'a str, &'a str)>,
    ) -> Self {
        let names: Vec<&str> = names.collect();
        let position = |name: &str| names.iter().position(|known| *known == name);
        let mut count = BTreeMap::new();
        for (from, to) in arrows {
            if let Some((from, to)) = position(from).zip(position(to)).filter(|(from, to)| from != to) {
                *count.entry((from, to)).or_default() += 1;
            }
        }
        Self { names, count }
    }

    /// The names in layers, the lowest first. Each element of a layer is one name, or several that form a
    /// cycle; those stand in the order in which the fewest arrows point upward.
    pub fn layers(&self) -> Vec<Vec<Vec<&'a str>>> {
        let reaches = self.reaches();
        let size = self.names.len();
        let mut group = vec![usize::MAX; size];
        let mut groups: Vec<Vec<usize>> = Vec::new();
        for name in 0..size {
            if group[name] == usize::MAX {
                let members: Vec<usize> = (0..size)
                    .filter(|&other| other == name || (reaches[name][other] && reaches[other][name]))
                    .collect();
                members.iter().for_each(|&member| group[member] = groups.len());
                groups.push(members);
            }
        }
        let mut layer: Vec<Option<usize>> = vec![None; groups.len()];
        while layer.contains(&None) {
            for this in 0..groups.len() {
                let below = self
                    .count
                    .keys()
                    .filter(|(from, to)| group[*from] == this && group[*to] != this)
                    .map(|(_, to)| layer[group[*to]].map(|layer| layer + 1))
                    .try_fold(0, |highest, below| Some(highest.max(below?)));
                layer[this] = layer[this].or(below);
            }
        }
        let height = layer.iter().flatten().max().map_or(0, |highest| highest + 1);
        (0..height)
            .map(|wanted| {
                let of_layer = groups.iter().zip(&layer).filter(|(_, layer)| **layer == Some(wanted));
                of_layer.map(|(members, _)| self.names_of(&self.fewest_upward(members))).collect()
            })
            .collect()
    }

    /// The names that form cycles, each cycle in the order in which the fewest arrows point upward.
    #[cfg(test)]
    pub fn cycles(&self) -> Vec<Vec<&'a str>> {
        self.layers().into_iter().flatten().filter(|names| names.len() > 1).collect()
    }

    fn names_of(&self, members: &[usize]) -> Vec<&'a str> {
        members.iter().map(|&member| self.names[member]).collect()
    }

    /// Who can be reached from whom over any number of arrows.
    fn reaches(&self) -> Vec<Vec<bool>> {
        let size = self.names.len();
        let mut reaches = vec![vec![false; size]; size];
        self.count.keys().for_each(|&(from, to)| reaches[from][to] = true);
        for by in 0..size {
            for from in 0..size {
                for to in 0..size {
                    reaches[from][to] |= reaches[from][by] && reaches[by][to];
                }
            }
        }
        reaches
    }

    /// Moves each member to its best place until nothing gets better. Not always the very best order, but a
    /// good one, and the same every time.
    fn fewest_upward(&self, members: &[usize]) -> Vec<usize> {
        let upward = |order: &[usize]| -> usize {
            let pairs = order
                .iter()
                .enumerate()
                .flat_map(|(at, &low)| order[at + 1..].iter().map(move |&high| (low, high)));
            pairs.map(|pair| self.count.get(&pair).copied().unwrap_or(0)).sum()
        };
        let mut best = members.to_vec();
        loop {
            let before = upward(&best);
            for &member in members {
                let others: Vec<usize> = best.iter().copied().filter(|&other| other != member).collect();
                let placed = |at: usize| [&others[..at], &[member], &others[at..]].concat();
                if let Some(order) = (0..=others.len()).map(placed).min_by_key(|order| upward(order))
                    && upward(&order) < upward(&best)
                {
                    best = order;
                }
            }
            if upward(&best) == before {
                return best;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn layers<'a>(names: &[&'a str], arrows: &[(&'a str, &'a str)]) -> Vec<Vec<Vec<&'a str>>> {
        Arrows::new(names.iter().copied(), arrows.iter().copied()).layers()
    }

    #[test]
    fn what_is_used_stands_below() {
        let arrows = [("shift", "engagement"), ("engagement", "task"), ("shift", "task"), ("notice", "task")];
        assert_eq!(
            layers(&["shift", "engagement", "task", "notice"], &arrows),
            [vec![vec!["task"]], vec![vec!["engagement"], vec!["notice"]], vec![vec!["shift"]]]
        );
    }

    #[test]
    fn a_cycle_stands_together_and_the_fewest_arrows_close_it() {
        let often = [("interest", "task"); 5];
        let arrows =
            [&often[..], &[("task", "interest"), ("shift", "interest"), ("task", "catalogue")]].concat();
        let found = layers(&["shift", "interest", "task", "catalogue"], &arrows);
        assert_eq!(found, [vec![vec!["catalogue"]], vec![vec!["task", "interest"]], vec![vec!["shift"]]]);
    }

    #[test]
    fn a_cycle_of_many_is_one_cycle() {
        let arrows = [("a", "b"), ("b", "c"), ("c", "d"), ("d", "a"), ("c", "b")];
        let names = ["a", "b", "c", "d"];
        let cycles = Arrows::new(names.into_iter(), arrows.into_iter());
        let [cycle] = cycles.cycles().try_into().unwrap();
        assert_eq!(cycle.len(), 4);
    }
}
