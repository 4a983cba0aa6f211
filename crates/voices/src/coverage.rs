//! Who was planned, invited, came, was heard and is reflected: by kind, area, theme and size (CF-06, CF-13, CF-18). Whoever was asked
//! in a hearing of the text is among them, with what the hearing knows of their answer. And which departments take part with their
//! staff (CF-21).

use std::collections::{BTreeMap, BTreeSet};

use samskab_hearing::{
    given::{self, GivenHearing, GivenParty},
    hearing::HearingId,
};
use samskab_kernel::{
    Day, TenantId,
    danish::{fold, sort_key},
};
use samskab_organisation::{
    association::{self, AssociationId, Theme},
    body::{self, BodyId},
    unit::{self, UnitId},
};
use samskab_store::{Connection, Result};
use samskab_writing::text::TextId;

use crate::{
    participant::{Participant, ParticipantId, ParticipantKind, SizeClass},
    store::{self, ParticipantLine},
};

/// Somebody who takes part, and the result: registered here, asked in a hearing, or both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CoverageLine {
    pub participant: Participant,
    /// How often they said something: inputs, and answers to hearings.
    pub heard: i64,
    /// How much of what they said was used, all or in part.
    pub reflected: i64,
    /// The hearing in which they were asked; they are not registered here.
    pub asked_in: Option<HearingId>,
}

impl CoverageLine {
    fn of(line: ParticipantLine) -> Self {
        let ParticipantLine { participant, heard, reflected } = line;
        Self { participant, heard, reflected, asked_in: None }
    }

    /// Whether this is the same body or association.
    fn is(&self, asked: &GivenParty) -> bool {
        let (one, party) = (&self.participant, &asked.party);
        one.body.is_some() && one.body == party.body
            || one.association.is_some() && one.association == party.association
    }

    fn add(&mut self, asked: &GivenParty) {
        self.participant.invited_on = self.participant.invited_on.or(asked.asked_on);
        self.heard += i64::from(asked.has_answered());
        self.reflected += asked.heeded;
    }
}

/// Those who are written down, and whoever else was asked in a hearing, each once: the same body or association, or the same name. Pure. `named`: who such a party is.
fn joined(
    own: Vec<ParticipantLine>,
    parties: &[GivenParty],
    named: impl Fn(&GivenParty) -> Participant,
) -> Vec<CoverageLine> {
    let mut lines: Vec<CoverageLine> = own.into_iter().map(CoverageLine::of).collect();
    let mut names: Vec<String> = lines.iter().map(|line| fold(&line.participant.name)).collect();
    for asked in parties {
        let name = fold(&asked.party.name);
        let there = lines.iter().position(|line| line.is(asked));
        let at = there.or_else(|| names.iter().position(|one| *one == name)).unwrap_or_else(|| {
            let participant = Participant {
                id: ParticipantId::from_uuid(asked.party.id.uuid()),
                planned_on: Some(asked.party.created_at.day()),
                ..named(asked)
            };
            let asked_in = Some(asked.party.hearing);
            lines.push(CoverageLine { participant, heard: 0, reflected: 0, asked_in });
            names.push(name);
            lines.len() - 1
        });
        lines[at].add(asked);
    }
    lines
}

/// Everybody who takes part in a text, and in these hearings of it. Runs one query without a hearing, at most five
/// with some.
pub async fn lines(
    connection: &mut Connection,
    (tenant, today): (TenantId, Day),
    text: TextId,
    given: &[GivenHearing],
) -> Result<Vec<CoverageLine>> {
    let own = store::participant_lines(connection, tenant, text).await?;
    let parties = given::parties(connection, tenant, given, today).await?;
    let bodies = match parties.iter().any(|one| one.party.body.is_some()) {
        true => body::store::every(connection, tenant).await?,
        false => Vec::new(),
    };
    let ids: Vec<AssociationId> = parties.iter().filter_map(|one| one.party.association).collect();
    let associations = match ids.is_empty() {
        true => Vec::new(),
        false => association::store::find_many(connection, tenant, &ids).await?,
    };
    let named = |asked: &GivenParty| {
        let party = &asked.party;
        let (id, at) = (ParticipantId::from_uuid(party.id.uuid()), party.created_at);
        let body = party.body.and_then(|id| bodies.iter().find(|one| one.id == id));
        let association = party.association.and_then(|id| associations.iter().find(|one| one.id == id));
        match (body, association) {
            (Some(body), _) => Participant::body(id, text, body, &[], at),
            (None, Some(association)) => Participant::association(id, text, association, at),
            (None, None) => Participant::group(id, text, ParticipantKind::Body, party.name.as_str(), at),
        }
    };
    Ok(joined(own, &parties, named))
}

/// How many people came how far.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    pub all: usize,
    pub planned: usize,
    pub invited: usize,
    pub came: usize,
    /// They have given an input, or answered a hearing.
    pub heard: usize,
    /// Something they said was used, all or in part.
    pub reflected: usize,
}

impl Counts {
    fn add(&mut self, line: &CoverageLine) {
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
    /// By department, with its latest name; `None`: no department.
    pub by_area: Vec<(Option<UnitId>, String, Counts)>,
    /// `None`: no theme.
    pub by_theme: Vec<(Option<Theme>, Counts)>,
    /// Associations by size; `None`: the size is not known.
    pub by_size: Vec<(Option<SizeClass>, Counts)>,
    pub never_invited: Vec<Missing>,
    pub never_heard: Vec<Missing>,
}

impl Coverage {
    /// Pure. The names of areas are the caller's.
    pub fn of(lines: &[CoverageLine], name_of_area: impl Fn(UnitId) -> String) -> Self {
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
            // Lines without a theme come last.
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
        let missing = |is_missing: fn(&CoverageLine) -> bool| {
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

/// The coverage of a text and of these hearings of it, as it is now; at most six queries.
pub async fn coverage(
    connection: &mut Connection,
    (tenant, today): (TenantId, Day),
    text: TextId,
    given: &[GivenHearing],
) -> Result<Coverage> {
    let lines = lines(connection, (tenant, today), text, given).await?;
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

    use samskab_hearing::party::{Party, PartyAnswer};
    use samskab_organisation::body::HearingStrength;

    use super::*;

    #[test]
    fn who_was_asked_in_a_hearing_is_the_one_who_is_written_down_or_one_more() {
        let (dice, now) = (Dice::seeded(4), Clock::real().now());
        let (text, body, hearing) = (dice.id(now), dice.id(now), dice.id(now));
        let group = |name: &str| Participant::group(dice.id(now), text, ParticipantKind::Body, name, now);
        let own = |participant| ParticipantLine { participant, heard: 1, reflected: 0 };
        let council = Participant { body: Some(body), ..group("Ældrerådet") };
        let party = |name: &str, body, answer, heeded| GivenParty {
            party: Party {
                id: dice.id(now),
                hearing,
                body,
                association: None,
                name: name.to_owned(),
                email: None,
                basis: HearingStrength::Statutory,
                reason: String::new(),
                answer,
                answered_at: None,
                invited_at: None,
                week_at: None,
                day_at: None,
                told_at: None,
                created_at: now,
            },
            asked_on: Some(now.day()),
            heeded,
        };
        let parties = [
            // It has another name by now.
            party("Ældre- og Seniorrådet", Some(body), PartyAnswer::Response, 2),
            party("pensionisterne", None, PartyAnswer::None, 0),
            party("Handicaprådet", Some(dice.id(now)), PartyAnswer::NoRemarks, 0),
        ];
        let lines =
            joined(vec![own(council), own(group("Pensionisterne"))], &parties, |one| group(&one.party.name));
        let told: Vec<(&str, i64, i64, bool)> = lines
            .iter()
            .map(|one| {
                (one.participant.name.as_str(), one.heard, one.reflected, one.asked_in == Some(hearing))
            })
            .collect();
        assert_eq!(
            told,
            [("Ældrerådet", 2, 2, false), ("Pensionisterne", 1, 0, false), ("Handicaprådet", 1, 0, true)]
        );
        assert!(lines.iter().all(|one| one.participant.invited_on == Some(now.day())));
        assert_eq!(Coverage::of(&lines, |_| String::new()).total.heard, 3);
    }

    #[test]
    fn everybody_is_counted_once_in_each_table_and_those_without_come_last() {
        let (dice, now) = (Dice::seeded(3), Clock::real().now());
        let text = dice.id(now);
        let area: UnitId = dice.id(now);
        let one = |kind, name: &str| Participant::group(dice.id(now), text, kind, name, now);
        let line =
            |participant, heard, reflected| CoverageLine { participant, heard, reflected, asked_in: None };
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
