//! Who was planned, invited, came, was heard and is reflected: by kind, area, theme and size (CF-06, CF-13, CF-18). And which
//! departments take part with their staff (CF-21).

use std::collections::{BTreeMap, BTreeSet};

use samskab_kernel::{TenantId, danish::sort_key};
use samskab_organisation::{
    association::Theme,
    body::BodyId,
    unit::{self, UnitId},
};
use samskab_store::{Connection, Result};
use samskab_writing::text::TextId;

use crate::{
    participant::{ParticipantId, ParticipantKind, SizeClass},
    store::{self, ParticipantLine},
};

/// How many got how far.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    pub all: usize,
    pub planned: usize,
    pub invited: usize,
    pub came: usize,
    /// They have given an input.
    pub heard: usize,
    /// Something they said was used, all or in part.
    pub reflected: usize,
}

impl Counts {
    fn add(&mut self, line: &ParticipantLine) {
        let one = &line.participant;
        self.all += 1;
        self.planned += usize::from(one.planned_on.is_some());
        self.invited += usize::from(one.invited_on.is_some());
        self.came += usize::from(one.came_on.is_some());
        self.heard += usize::from(line.heard > 0);
        self.reflected += usize::from(line.reflected > 0);
    }
}

/// Somebody who is missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    pub id: ParticipantId,
    pub name: String,
    pub kind: ParticipantKind,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Coverage {
    pub total: Counts,
    pub by_kind: Vec<(ParticipantKind, Counts)>,
    /// With its name as it is called last; `None`: of no department.
    pub by_area: Vec<(Option<UnitId>, String, Counts)>,
    /// `None`: of no theme.
    pub by_theme: Vec<(Option<Theme>, Counts)>,
    /// Of associations; `None`: it is not known.
    pub by_size: Vec<(Option<SizeClass>, Counts)>,
    pub never_invited: Vec<Missing>,
    pub never_heard: Vec<Missing>,
}

impl Coverage {
    /// Pure. The names of areas are the caller's.
    pub fn of(lines: &[ParticipantLine], name_of_area: impl Fn(UnitId) -> String) -> Self {
        let mut total = Counts::default();
        let mut kinds = BTreeMap::<ParticipantKind, Counts>::new();
        let mut areas = BTreeMap::<Option<UnitId>, Counts>::new();
        let mut themes = BTreeMap::<(bool, Option<Theme>), Counts>::new();
        let mut sizes = BTreeMap::<(bool, Option<SizeClass>), Counts>::new();
        for line in lines {
            let one = &line.participant;
            total.add(line);
            kinds.entry(one.kind).or_default().add(line);
            areas.entry(one.area).or_default().add(line);
            // What has none comes last.
            themes.entry((one.theme.is_none(), one.theme)).or_default().add(line);
            if one.kind == ParticipantKind::Association {
                sizes.entry((one.size.is_none(), one.size)).or_default().add(line);
            }
        }
        let mut by_area: Vec<(Option<UnitId>, String, Counts)> = areas
            .into_iter()
            .map(|(area, counts)| (area, area.map(&name_of_area).unwrap_or_default(), counts))
            .collect();
        by_area.sort_by_cached_key(|(area, name, _)| (area.is_none(), sort_key(name)));
        let missing = |is_missing: fn(&ParticipantLine) -> bool| {
            let lines = lines.iter().filter(|line| is_missing(line)).map(|line| &line.participant);
            let mut missing: Vec<Missing> =
                lines.map(|one| Missing { id: one.id, name: one.name.clone(), kind: one.kind }).collect();
            missing.sort_by_cached_key(|one| sort_key(&one.name));
            missing
        };
        Self {
            total,
            by_kind: kinds.into_iter().collect(),
            by_area,
            by_theme: themes.into_iter().map(|((_, theme), counts)| (theme, counts)).collect(),
            by_size: sizes.into_iter().map(|((_, size), counts)| (size, counts)).collect(),
            never_invited: missing(|line| line.participant.invited_on.is_none()),
            never_heard: missing(|line| line.heard == 0),
        }
    }
}

/// The coverage of a text as it is now; two queries.
pub async fn coverage(connection: &mut Connection, tenant: TenantId, text: TextId) -> Result<Coverage> {
    let lines = store::participant_lines(connection, tenant, text).await?;
    let areas: BTreeSet<UnitId> = lines.iter().filter_map(|line| line.participant.area).collect();
    let areas: Vec<UnitId> = areas.into_iter().collect();
    let versions = match areas.is_empty() {
        true => Vec::new(),
        // The oldest first.
        false => unit::store::every_version_of(connection, tenant, &areas).await?,
    };
    let name = |area: UnitId| {
        versions.iter().rev().find(|unit| unit.id == area).map(|unit| unit.name.clone()).unwrap_or_default()
    };
    Ok(Coverage::of(&lines, name))
}

/// The departments whose staff take part (CF-21 asks for at least two); one query.
pub async fn departments(connection: &mut Connection, tenant: TenantId, text: TextId) -> Result<Vec<UnitId>> {
    let all = store::participants(connection, tenant, text).await?;
    let areas: BTreeSet<UnitId> =
        all.iter().filter(|one| one.kind.is_staff()).filter_map(|one| one.area).collect();
    Ok(areas.into_iter().collect())
}

/// The bodies that came; one query.
pub async fn bodies_that_came(
    connection: &mut Connection,
    tenant: TenantId,
    text: TextId,
) -> Result<Vec<BodyId>> {
    let all = store::participants(connection, tenant, text).await?;
    Ok(all.into_iter().filter(|one| one.came_on.is_some()).filter_map(|one| one.body).collect())
}

#[cfg(test)]
mod tests {
    use samskab_kernel::{Clock, Dice};

    use super::*;
    use crate::participant::Participant;

    #[test]
    fn everybody_is_counted_once_in_each_table_and_those_without_come_last() {
        let (dice, now) = (Dice::seeded(3), Clock::real().now());
        let text = dice.id(now);
        let area: UnitId = dice.id(now);
        let one = |kind, name: &str| Participant::group(dice.id(now), text, kind, name, now);
        let line = |participant, heard, reflected| ParticipantLine { participant, heard, reflected };
        let day = now.day();
        let lines = [
            line(
                Participant {
                    theme: Some(Theme::Culture),
                    size: Some(SizeClass::Small),
                    invited_on: Some(day),
                    came_on: Some(day),
                    ..one(ParticipantKind::Association, "Ålekoret")
                },
                2,
                1,
            ),
            line(one(ParticipantKind::Association, "Bådelauget"), 0, 0),
            line(Participant { area: Some(area), ..one(ParticipantKind::Staff, "Sygeplejersker") }, 1, 0),
        ];
        let coverage = Coverage::of(&lines, |_| "Ældre".to_owned());
        let counts = coverage.total;
        assert_eq!(
            (counts.all, counts.invited, counts.came, counts.heard, counts.reflected),
            (3, 1, 1, 2, 1)
        );
        let sum = |counts: Vec<Counts>| counts.iter().map(|one| one.all).sum::<usize>();
        assert_eq!(sum(coverage.by_kind.iter().map(|(_, counts)| *counts).collect()), 3);
        assert_eq!(sum(coverage.by_theme.iter().map(|(_, counts)| *counts).collect()), 3);
        assert_eq!(sum(coverage.by_size.iter().map(|(_, counts)| *counts).collect()), 2);
        assert_eq!(coverage.by_theme.last().map(|(theme, _)| *theme), Some(None));
        assert_eq!(coverage.by_area[0].1, "Ældre");
        let names = |missing: &[Missing]| missing.iter().map(|one| one.name.clone()).collect::<Vec<_>>();
        assert_eq!(names(&coverage.never_invited), ["Bådelauget", "Sygeplejersker"]);
        assert_eq!(names(&coverage.never_heard), ["Bådelauget"]);
    }
}
