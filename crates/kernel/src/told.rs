//! Which numbers of persons may be told (law B.7). A number from one to four is not told; and other numbers are held
//! back with it where a reader could work it out from them: what is left of a total, the only group missing from a
//! list, a figure made of all groups.

/// Fewer persons than this are never told apart.
pub const FEW: i64 = 5;

/// A number among [`Numbers`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Cell(usize);

/// Numbers of persons that one reader can see together, with what they know of them: which is the sum of which.
#[derive(Debug, Default)]
pub struct Numbers {
    counts: Vec<i64>,
    /// Said nowhere: only there because others add up to it.
    unsaid: Vec<bool>,
    sums: Vec<(usize, Vec<usize>)>,
}

/// Which of the numbers may be told.
#[derive(Debug)]
pub struct Tellable(Vec<bool>);

impl Tellable {
    pub fn may_be_told(&self, cell: Cell) -> bool {
        self.0.get(cell.0).copied().unwrap_or(false)
    }

    /// Whether a figure that is made of these numbers may be told, such as how unevenly they are spread: only when each
    /// of them is.
    pub fn all_may_be_told(&self, cells: &[Cell]) -> bool {
        cells.iter().all(|cell| self.may_be_told(*cell))
    }
}

/// Whether a number by itself is one of few persons.
pub fn is_few(count: i64) -> bool {
    (1..FEW).contains(&count)
}

/// Which of the counts of one thing in ever longer periods that end on the same day may be told: a reader subtracts the
/// shorter from the longer. `counts` has the shortest first.
pub fn in_periods(counts: &[i64]) -> Vec<bool> {
    let mut numbers = Numbers::default();
    let cells: Vec<Cell> = counts.iter().map(|count| numbers.count(*count)).collect();
    for (pair, of) in counts.windows(2).zip(cells.windows(2)) {
        let between = numbers.unsaid(pair[1] - pair[0]);
        numbers.sum(of[1], &[of[0], between]);
    }
    let told = numbers.decide();
    cells.into_iter().map(|cell| told.may_be_told(cell)).collect()
}

impl Numbers {
    /// A number that is told, if it may be.
    pub fn count(&mut self, persons: i64) -> Cell {
        self.add(persons, false)
    }

    /// A number that is never shown, but is the sum of several lists.
    pub fn unsaid(&mut self, persons: i64) -> Cell {
        self.add(persons, true)
    }

    fn add(&mut self, persons: i64, unsaid: bool) -> Cell {
        self.counts.push(persons);
        self.unsaid.push(unsaid);
        Cell(self.counts.len() - 1)
    }

    /// `total` is the sum of `parts`, and readers know it is.
    pub fn sum(&mut self, total: Cell, parts: &[Cell]) {
        self.sums.push((total.0, parts.iter().map(|part| part.0).collect()));
    }

    /// Holds back as few numbers as it takes.
    pub fn decide(self) -> Tellable {
        let mut told: Vec<bool> =
            self.counts.iter().zip(&self.unsaid).map(|(count, unsaid)| !unsaid && !is_few(*count)).collect();
        while let Some(exposed) = self.exposed(&told) {
            let Some(next) = self.to_hold_back(exposed, &told) else { break };
            told[next] = false;
        }
        Tellable(told)
    }

    /// A number of few persons that a reader can work out, from what is told.
    fn exposed(&self, told: &[bool]) -> Option<usize> {
        let ranges = self.ranges(told);
        let is_held = |cell: &usize| is_few(self.counts[*cell]);
        (0..self.counts.len()).filter(is_held).find(|cell| ranges[*cell].0 == ranges[*cell].1)
    }

    /// What a reader knows of each number: the smallest and the largest it can be.
    fn ranges(&self, told: &[bool]) -> Vec<(i64, i64)> {
        let known = |cell: usize| match (told[cell], self.unsaid[cell], self.counts[cell]) {
            (true, _, count) => (count, count),
            // A reader sees that the number is held back, and with which word.
            (false, false, count) if is_few(count) => (1, FEW - 1),
            _ => (0, MOST),
        };
        let mut ranges: Vec<(i64, i64)> = (0..self.counts.len()).map(known).collect();
        let mut goes_on = true;
        while goes_on {
            goes_on = false;
            for (total, parts) in &self.sums {
                let least: i64 = parts.iter().map(|part| ranges[*part].0).sum();
                let most: i64 = parts.iter().map(|part| ranges[*part].1).sum();
                goes_on |= narrow(&mut ranges[*total], least, most);
                let (total_least, total_most) = ranges[*total];
                for part in parts {
                    let (own_least, own_most) = ranges[*part];
                    goes_on |= narrow(
                        &mut ranges[*part],
                        total_least - (most - own_most),
                        total_most - (least - own_least),
                    );
                }
            }
        }
        ranges
    }

    /// The smallest told number in a sum with the exposed one; the total when it stands alone there.
    fn to_hold_back(&self, exposed: usize, told: &[bool]) -> Option<usize> {
        let reaches = self.connected_to(exposed);
        let sums = || {
            self.sums
                .iter()
                .filter(|(total, parts)| reaches[*total] || parts.iter().any(|part| reaches[*part]))
        };
        let has = |(total, parts): &&(usize, Vec<usize>)| *total == exposed || parts.contains(&exposed);
        let smallest = |cells: Vec<usize>| {
            cells
                .into_iter()
                .filter(|cell| told[*cell] && self.counts[*cell] > 0)
                .min_by_key(|cell| self.counts[*cell])
        };
        let parts =
            |sums: Vec<&(usize, Vec<usize>)>| sums.iter().flat_map(|(_, parts)| parts.clone()).collect();
        smallest(parts(sums().filter(has).collect()))
            .or_else(|| smallest(sums().filter(has).map(|(total, _)| *total).collect()))
            .or_else(|| smallest(parts(sums().collect())))
            .or_else(|| smallest(sums().map(|(total, _)| *total).collect()))
            // Then what is nothing: a reader who knows of no zero cannot subtract it.
            .or_else(|| {
                let all = sums().flat_map(|(total, parts)| parts.iter().copied().chain([*total]));
                all.into_iter().find(|cell| told[*cell])
            })
    }

    /// Every number that one can get to from this one by sums.
    fn connected_to(&self, from: usize) -> Vec<bool> {
        let mut reaches = vec![false; self.counts.len()];
        reaches[from] = true;
        let mut goes_on = true;
        while goes_on {
            goes_on = false;
            for (total, parts) in &self.sums {
                let cells = || parts.iter().chain([total]);
                if cells().any(|cell| reaches[*cell]) && !cells().all(|cell| reaches[*cell]) {
                    cells().for_each(|cell| reaches[*cell] = true);
                    goes_on = true;
                }
            }
        }
        reaches
    }
}

/// More persons than there are.
const MOST: i64 = 100_000_000;

fn narrow(range: &mut (i64, i64), least: i64, most: i64) -> bool {
    let narrower = (range.0.max(least), range.1.min(most));
    let changed = narrower != *range && narrower.0 <= narrower.1;
    if changed {
        *range = narrower;
    }
    changed
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_shorter_period_is_not_told_where_the_longer_less_it_is_few_persons() {
        assert_eq!(in_periods(&[7, 20, 31]), [true, true, true]);
        assert_eq!(in_periods(&[7, 10, 31]), [false, true, true], "10 less 7 are three persons");
        assert_eq!(in_periods(&[7, 7, 7]), [true, true, true], "nobody came between");
        assert_eq!(in_periods(&[2, 9, 9]), [false, true, true]);
        assert_eq!(in_periods(&[0, 3, 20]), [true, false, true]);
    }

    /// A reader who tries every table that fits what is told, and looks for a number of few that is the same in all.
    struct Attacker<'n> {
        numbers: &'n Numbers,
        told: &'n Tellable,
    }

    impl Attacker<'_> {
        fn possible(&self, cell: usize, highest: i64) -> Vec<i64> {
            let count = self.numbers.counts[cell];
            match (self.told.0[cell], self.numbers.unsaid[cell]) {
                (true, _) => vec![count],
                (false, false) if is_few(count) => (1..FEW).collect(),
                _ => (0..=highest).collect(),
            }
        }

        /// The numbers of few that have one value only in every table that fits.
        fn works_out(&self) -> Vec<usize> {
            let highest = self.numbers.counts.iter().copied().max().unwrap_or(0) + FEW;
            let mut seen: Vec<Vec<i64>> = vec![Vec::new(); self.numbers.counts.len()];
            // Totals follow from their parts: only those are tried.
            let free: Vec<usize> = (0..self.numbers.counts.len())
                .filter(|cell| self.numbers.sums.iter().all(|(total, _)| total != cell))
                .collect();
            let mut values = vec![0; self.numbers.counts.len()];
            self.try_all(&free, highest, &mut values, &mut seen);
            (0..seen.len())
                .filter(|cell| is_few(self.numbers.counts[*cell]) && seen[*cell].len() == 1)
                .collect()
        }

        fn try_all(&self, free: &[usize], highest: i64, values: &mut Vec<i64>, seen: &mut [Vec<i64>]) {
            let Some((cell, rest)) = free.split_first() else {
                for (total, parts) in &self.numbers.sums {
                    values[*total] = parts.iter().map(|part| values[*part]).sum();
                }
                let fits = (0..values.len())
                    .all(|cell| self.possible(cell, highest * 9).contains(&values[cell]))
                    && self.numbers.sums.iter().all(|(total, parts)| {
                        values[*total] == parts.iter().map(|part| values[*part]).sum::<i64>()
                    });
                if fits {
                    for (cell, value) in values.iter().enumerate() {
                        if !seen[cell].contains(value) {
                            seen[cell].push(*value);
                        }
                    }
                }
                return;
            };
            for value in self.possible(*cell, highest) {
                values[*cell] = value;
                self.try_all(rest, highest, values, seen);
            }
        }
    }

    fn decided(build: impl Fn(&mut Numbers)) -> (Numbers, Tellable) {
        let (mut asked, mut kept) = (Numbers::default(), Numbers::default());
        build(&mut asked);
        build(&mut kept);
        (kept, asked.decide())
    }

    fn works_out(build: impl Fn(&mut Numbers)) -> Vec<usize> {
        let (numbers, told) = decided(build);
        Attacker { numbers: &numbers, told: &told }.works_out()
    }

    #[test]
    fn a_total_minus_what_is_told_says_nothing() {
        let (_, told) = decided(|numbers| {
            let parts = [3, 20, 7].map(|count| numbers.count(count));
            let total = numbers.count(30);
            numbers.sum(total, &parts);
        });
        assert_eq!(told.0, [false, true, false, true], "the small one and the smallest beside it");
        assert!(!told.all_may_be_told(&[Cell(0), Cell(1)]) && told.all_may_be_told(&[Cell(1), Cell(3)]));
    }

    #[test]
    fn a_list_told_in_full_is_the_total_of_another() {
        let two_lists = |numbers: &mut Numbers| {
            let total = numbers.unsaid(20);
            let by_theme = [12, 8].map(|count| numbers.count(count));
            let by_place = [17, 3].map(|count| numbers.count(count));
            numbers.sum(total, &by_theme);
            numbers.sum(total, &by_place);
        };
        let (_, told) = decided(two_lists);
        assert!(!told.0[4] && told.0.iter().filter(|told| !**told).count() == 3, "{told:?}");
        assert!(works_out(two_lists).is_empty());
    }

    #[test]
    fn two_of_one_each_are_not_told_by_their_sum() {
        let ones = |numbers: &mut Numbers| {
            let parts = [1, 1].map(|count| numbers.count(count));
            let total = numbers.count(2);
            numbers.sum(total, &parts);
        };
        assert!(works_out(ones).is_empty());
    }

    #[test]
    fn where_nothing_adds_up_only_the_few_are_held_back() {
        let (_, told) = decided(|numbers| {
            for count in [0, 1, 4, 5, 90] {
                numbers.count(count);
            }
        });
        assert_eq!(told.0, [true, false, false, true, true]);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(100))]

        #[test]
        fn nobody_solves_for_a_number_of_few(
            parts in prop::collection::vec(0..9i64, 1..4), others in prop::collection::vec(0..9i64, 0..2),
            says_total in any::<bool>(),
        ) {
            let build = |numbers: &mut Numbers| {
                let sum: i64 = parts.iter().sum();
                let total = if says_total { numbers.count(sum) } else { numbers.unsaid(sum) };
                let cells: Vec<Cell> = parts.iter().map(|count| numbers.count(*count)).collect();
                numbers.sum(total, &cells);
                // The same persons by something else: the last group takes the rest.
                let rest = sum - others.iter().sum::<i64>();
                if rest >= 0 {
                    let cells: Vec<Cell> =
                        others.iter().copied().chain([rest]).map(|count| numbers.count(count)).collect();
                    numbers.sum(total, &cells);
                }
            };
            let (numbers, told) = decided(build);
            for (count, told) in numbers.counts.iter().zip(&told.0) {
                prop_assert!(!(is_few(*count) && *told));
            }
            prop_assert_eq!(works_out(build), Vec::<usize>::new(), "{:?} {:?}", numbers, told);
        }
    }
}
