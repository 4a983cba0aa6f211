//! Is it always the same who get somebody? For the coordinator's fairness report.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::Market;
use crate::Opening;

/// Fewer persons than this are not told of.
const FEWEST: u64 = 5;

/// What the openings are grouped by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    Organiser,
    District,
    Theme,
}

/// How connections and exposures are spread over organisers, districts or themes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Concentration {
    /// How many there are with an open task.
    pub groups: u32,
    /// How many of them met nobody.
    pub without_connection: u32,
    /// The Gini coefficient of connections: 0 when all have as many, towards 10,000 when one has them all.
    pub gini_of_connections: u16,
    /// The Gini coefficient of exposures, likewise.
    pub gini_of_exposures: u16,
}

impl Market {
    /// Over all open tasks; those that belong to no district or theme are left out. `None`: there are fewer than five
    /// connections, of which nothing is told.
    pub fn concentration(&self, by: By) -> Option<Concentration> {
        let group = |opening: &Opening| match by {
            By::Organiser => Some(opening.organiser),
            By::District => opening.district,
            By::Theme => opening.theme,
        };
        let mut found: HashMap<Uuid, (u64, u64)> = HashMap::new();
        for opening in self.openings() {
            if let Some(group) = group(opening) {
                let (connections, exposures) = found.entry(group).or_default();
                *connections += u64::from(opening.connections);
                *exposures += u64::from(opening.exposures);
            }
        }
        let (connections, exposures): (Vec<u64>, Vec<u64>) = found.into_values().unzip();
        if connections.iter().sum::<u64>() < FEWEST {
            return None;
        }
        let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        Some(Concentration {
            groups: count(connections.len()),
            without_connection: count(connections.iter().filter(|connections| **connections == 0).count()),
            gini_of_connections: gini(connections),
            gini_of_exposures: gini(exposures),
        })
    }
}

/// In ten-thousandths: 0 when all are alike, towards 10,000 when one has everything.
fn gini(mut counts: Vec<u64>) -> u16 {
    counts.sort_unstable();
    let n = counts.len() as u128;
    let sum: u128 = counts.iter().map(|count| u128::from(*count)).sum();
    if sum == 0 {
        return 0;
    }
    let weighted: u128 =
        (1..).zip(&counts).map(|(place, count): (u128, &u64)| place * u128::from(*count)).sum();
    // of ascending counts: 2 Σ place × count / (n Σ count) − (n + 1) / n
    let above = (2 * weighted).saturating_sub((n + 1) * sum);
    u16::try_from(above * 10_000 / (n * sum)).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gini_knows_equal_and_unequal() {
        assert_eq!(gini(vec![]), 0);
        assert_eq!(gini(vec![3, 3, 3]), 0);
        assert_eq!(gini(vec![0, 0, 0, 8]), 7_500);
        assert_eq!(gini(vec![1, 3]), 2_500);
    }
}
