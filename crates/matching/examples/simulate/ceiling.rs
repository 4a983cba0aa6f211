//! The most that any ranking could reach in a week: by somebody who knows who will come and every mood of theirs.

use std::collections::{HashMap, HashSet, VecDeque};

use samskab_matching::OpeningId;

use crate::season::{Arrival, Season};

/// For as many as can be, each a task of their own that they would take if it were all they saw; by the number of the
/// arrival. What is reached past every list needs nobody. No way of showing lists reaches more tasks with these
/// volunteers: whoever chooses a task from a list would also have taken it alone.
pub fn plan(season: &Season, arrivals: impl Iterator<Item = Arrival>) -> HashMap<u64, OpeningId> {
    let mut reached: HashSet<usize> = HashSet::new();
    let mut visitors: Vec<(u64, Vec<usize>)> = Vec::new();
    for mut arrival in arrivals {
        if arrival.is_by_link {
            reached.extend(season.by_link(&mut arrival));
            continue;
        }
        let open = season.open_to(&arrival.volunteer);
        let visitor = season.visitor(&arrival);
        let (_, likings) = season.likings(&arrival, &open);
        let wanted =
            open.iter().zip(&likings).filter(|(_, liking)| season.minds.would_take(&visitor, liking));
        visitors.push((arrival.number, wanted.map(|(id, _)| season.open[id]).collect()));
    }
    for (_, wanted) in &mut visitors {
        wanted.retain(|task| !reached.contains(task));
    }
    let ways: Vec<&[usize]> = visitors.iter().map(|(_, wanted)| wanted.as_slice()).collect();
    let taken_by = most_pairs(&ways, season.tasks.len());
    taken_by
        .into_iter()
        .enumerate()
        .filter_map(|(task, by)| Some((visitors[by?].0, season.tasks[task].opening.id)))
        .collect()
}

/// A maximum matching, by augmenting paths found breadth first: for each task who takes it.
fn most_pairs(ways: &[&[usize]], tasks: usize) -> Vec<Option<usize>> {
    let mut taken_by: Vec<Option<usize>> = vec![None; tasks];
    let mut takes: Vec<Option<usize>> = vec![None; ways.len()];
    for first in 0..ways.len() {
        // by task: from whom it was come to
        let mut came_from: HashMap<usize, usize> = HashMap::new();
        let mut queue = VecDeque::from([first]);
        let mut free = None;
        'search: while let Some(who) = queue.pop_front() {
            for &task in ways[who] {
                if came_from.contains_key(&task) {
                    continue;
                }
                came_from.insert(task, who);
                match taken_by[task] {
                    Some(other) => queue.push_back(other),
                    None => {
                        free = Some(task);
                        break 'search;
                    }
                }
            }
        }
        while let Some(task) = free {
            let who = came_from[&task];
            taken_by[task] = Some(who);
            free = takes[who].replace(task);
        }
    }
    taken_by
}
