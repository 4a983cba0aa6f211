//! No task starves: a task that no list has room for replaces one that is in several lists.

use std::collections::VecDeque;

use samskab_kernel::Day;

use super::{Market, best::knows};
use crate::daily;

/// Puts every task that is in no list into one, if a volunteer may be shown it and a task can be replaced. Where only
/// tasks that are in a single list could be replaced, those move to another list (an augmenting path), so that a task
/// is left out only if no lists of this length could hold them all.
pub(super) fn show_every_task(market: &Market, lists: &mut [Vec<u32>], day: Day) {
    let mut floor = Floor::new(market, lists, day);
    let mut unseen: Vec<usize> = (0..floor.times.len())
        .filter(|at| floor.times[*at] == 0 && market.openings.cards()[*at].last_day >= day.number())
        .collect();
    unseen.sort_by_cached_key(|at| {
        (daily::turn(0, market.openings.cards()[*at].number, day.number()), market.openings.all()[*at].id)
    });
    for opening in unseen {
        if floor.several == 0 {
            break;
        }
        if !floor.replace_one_of_several(opening) {
            floor.move_others_on(opening);
        }
    }
}

struct Floor<'a> {
    market: &'a Market,
    lists: &'a mut [Vec<u32>],
    /// Volunteers in an order that does not depend on how they are stored.
    order: Vec<usize>,
    /// How many lists each opening is in.
    times: Vec<u32>,
    /// How many openings are in more than one list.
    several: usize,
    /// Volunteers from whom no way leads on; they never get one again.
    is_spent: Vec<bool>,
}

impl<'a> Floor<'a> {
    fn new(market: &'a Market, lists: &'a mut [Vec<u32>], day: Day) -> Self {
        let mut times = vec![0; market.openings.all().len()];
        for opening in lists.iter().flatten() {
            times[*opening as usize] += 1;
        }
        let several = times.iter().filter(|times| **times > 1).count();
        let is_spent = vec![false; lists.len()];
        Self { market, lists, order: market.order_of_the_day(day), times, several, is_spent }
    }

    fn may_be_shown(&self, volunteer: usize, opening: usize) -> bool {
        let (volunteers, openings) = (&self.market.volunteers, &self.market.openings);
        volunteers.cards()[volunteer].row.failed(&openings.cards()[opening].row).is_none()
            && !knows(&volunteers.all()[volunteer], &openings.all()[opening])
    }

    fn fit(&self, volunteer: usize, opening: usize) -> u16 {
        let (volunteers, openings) = (&self.market.volunteers, &self.market.openings);
        let row = &volunteers.cards()[volunteer].row;
        row.parts(&openings.cards()[opening].row).fit(&self.market.weights)
    }

    /// The last index in a volunteer's list of an opening that is in other lists too.
    fn can_make_way(&self, volunteer: usize) -> Option<usize> {
        self.lists[volunteer].iter().rposition(|opening| self.times[*opening as usize] > 1)
    }

    /// Puts it into the list of the volunteer whom it fits best and where an opening can be replaced.
    fn replace_one_of_several(&mut self, opening: usize) -> bool {
        let mut best: Option<(u16, usize, usize)> = None;
        for &volunteer in &self.order {
            if self.may_be_shown(volunteer, opening)
                && let Some(place) = self.can_make_way(volunteer)
            {
                let fit = self.fit(volunteer, opening);
                if best.is_none_or(|(most, ..)| fit > most) {
                    best = Some((fit, volunteer, place));
                }
            }
        }
        best.is_some_and(|(_, volunteer, place)| {
            self.put(volunteer, place, opening);
            true
        })
    }

    /// Breadth first over openings: each could replace another in somebody's list, until one is found that is in
    /// several lists.
    fn move_others_on(&mut self, opening: usize) {
        let mut is_visited = vec![false; self.lists.len()];
        // by opening: whose list it would leave, and which opening would take its place there
        let mut came_from: Vec<Option<(usize, usize)>> = vec![None; self.times.len()];
        let mut queue = VecDeque::from([opening]);
        while let Some(next) = queue.pop_front() {
            for at in 0..self.order.len() {
                let volunteer = self.order[at];
                if is_visited[volunteer] || self.is_spent[volunteer] || !self.may_be_shown(volunteer, next) {
                    continue;
                }
                is_visited[volunteer] = true;
                if let Some(place) = self.can_make_way(volunteer) {
                    self.put(volunteer, place, next);
                    self.walk_back(next, opening, &came_from);
                    return;
                }
                for &listed in &self.lists[volunteer] {
                    if listed as usize != opening && came_from[listed as usize].is_none() {
                        came_from[listed as usize] = Some((volunteer, next));
                        queue.push_back(listed as usize);
                    }
                }
            }
        }
        for (spent, visited) in self.is_spent.iter_mut().zip(is_visited) {
            *spent |= visited;
        }
    }

    /// `moved` is in a new list: the opening before it on the path takes its old place, and so on.
    fn walk_back(&mut self, mut moved: usize, first: usize, came_from: &[Option<(usize, usize)>]) {
        while moved != first {
            let Some((volunteer, before)) = came_from[moved] else { return };
            let Some(place) = self.lists[volunteer].iter().position(|listed| *listed as usize == moved)
            else {
                return;
            };
            self.put(volunteer, place, before);
            moved = before;
        }
    }

    fn put(&mut self, volunteer: usize, place: usize, opening: usize) {
        let Ok(listed) = u32::try_from(opening) else { return };
        let old = std::mem::replace(&mut self.lists[volunteer][place], listed) as usize;
        self.times[old] -= 1;
        self.several -= usize::from(self.times[old] == 1);
        self.times[opening] += 1;
        self.several += usize::from(self.times[opening] == 2);
    }
}
