//! A ranking as an existing national engine does it, for comparison: a part for what one has in common, a part for
//! the distance in which "from home" counts 0.9, and ties by id. Its formula, on our data.

use std::cmp::Ordering;

use samskab_matching::{Company, Opening, OpeningId, Remote, Rhythm, Time, Volunteer, gates};

/// How it treats what is done from home.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Version {
    /// As near as can be, for everybody.
    HomeIsNear,
    /// … only for those who said that they want it; for others as far as can be.
    HomeIfWanted,
}

/// Of the points for something in common, this many are had with the first entry.
fn base(version: Version) -> f64 {
    match version {
        Version::HomeIsNear => 0.8,
        Version::HomeIfWanted => 0.5,
    }
}

/// The best `n` that no gate keeps away, best first; the gates are ours.
pub fn best(volunteer: &Volunteer, openings: &[Opening], version: Version, n: usize) -> Vec<OpeningId> {
    let mut open: Vec<(f64, OpeningId)> = openings
        .iter()
        .filter(|opening| gates(volunteer, opening).is_empty())
        .map(|opening| (score(volunteer, opening, version), opening.id))
        .collect();
    open.sort_unstable_by(|a, b| b.0.partial_cmp(&a.0).unwrap_or(Ordering::Equal).then(a.1.cmp(&b.1)));
    open.into_iter().take(n).map(|(_, id)| id).collect()
}

fn score(volunteer: &Volunteer, opening: &Opening, version: Version) -> f64 {
    let common = in_common(volunteer, opening, base(version));
    match (volunteer.place, near(volunteer, opening, version)) {
        (Some(_), near) => (0.3 * common + 0.3 * near) / 0.6,
        (None, _) => common,
    }
}

/// Of everything the volunteer told, by kind; all kinds weigh the same, and a kind weighs by how much was told.
fn in_common(volunteer: &Volunteer, opening: &Opening, base: f64) -> f64 {
    let (mut sum, mut told) = (0.0, 0.0);
    let mut add = |has: u32, shared: u32| {
        told += f64::from(has);
        if shared > 0 {
            sum += base + (1.0 - base) * (f64::from(shared) / f64::from(has)).min(1.0);
        }
    };
    add(volunteer.interests.len(), volunteer.interests.common(opening.topics).len());
    add(volunteer.target_groups.len(), volunteer.target_groups.common(opening.target_groups).len());
    add(volunteer.competences.len(), volunteer.competences.common(opening.competences).len());
    if volunteer.rhythm != Rhythm::Either {
        let is_once = matches!(opening.time, Time::OneOff { .. });
        add(1, u32::from(is_once == (volunteer.rhythm == Rhythm::Once)));
    }
    if volunteer.company != Company::Either {
        add(1, u32::from(volunteer.company == opening.company));
    }
    if told == 0.0 { 0.0 } else { sum / told }
}

fn near(volunteer: &Volunteer, opening: &Opening, version: Version) -> f64 {
    if opening.remote == Remote::Remote {
        let counts = version == Version::HomeIsNear || volunteer.from_home == Some(true);
        return if counts { 0.9 } else { 0.0 };
    }
    let reach = f64::from(volunteer.reach_km.unwrap_or(20)) * 1000.0;
    match volunteer.place.zip(opening.place) {
        Some((from, to)) => (1.0 - f64::from(from.metres_to(to)) / reach).max(0.0),
        None => 0.1,
    }
}
