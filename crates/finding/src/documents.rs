//! What can be found about tasks: one document for each open task, and only those.

use std::collections::HashMap;

use samskab_kernel::{Day, Instant, Locale, TenantId, danish::sort_key};
use samskab_organisation::{
    answering::Poster,
    association::{self, AssociationId},
    place,
    unit::{self, Unit, UnitId},
};
use samskab_search::Document;
use samskab_store::{Connection, Result, events::Recorded};
use samskab_web::{
    Tenant,
    follow::{Affected, Source},
};
use uuid::Uuid;

use super::{
    called_off::CalledOff,
    dates::PartOfDay,
    filters::{self, Facet, NO_REQUIREMENT, PosterKind, TimeNeeded, YES},
};
use crate::T;
use samskab_taskbank::{
    catalogue,
    task::{
        Language, Remote, Settings, Task, TaskId, Time,
        store::{self, Posted},
    },
};

/// The kind of the documents.
pub const KIND: &str = "task";

/// So far ahead a weekly task is laid out on the calendar.
pub const DAYS_AHEAD: i32 = 90;

pub const SOURCE: Source = Source { kind: KIND, affected, documents };

fn affected(event: &Recorded) -> Affected {
    match event.kind.as_str() {
        // many at once, or the name, the place or the parent that every task of theirs is found by
        "task.imported"
        | "task.import_undone"
        | "association.changed"
        | "association.imported"
        | "association.import_undone" => Affected::All,
        // a day is called off, or there are shifts on it again
        "shift.cancelled" | "shift.planned" | "shift.moved" | "shift.series_planned" => {
            Affected::These(event.id_named("task").into_iter().collect())
        }
        kind if kind.starts_with("unit.") || kind.starts_with("place.") => Affected::All,
        kind if kind.starts_with("task.") => Affected::These(vec![event.subject_id]),
        // a place is given away, kept for somebody, or free again
        kind if kind.starts_with("interest.") || kind.starts_with("engagement.") => {
            Affected::These(event.id_named("task").into_iter().collect())
        }
        _ => Affected::Nothing,
    }
}

#[samskab_store::compiled_once]
async fn documents(
    connection: &mut Connection,
    tenant: &Tenant,
    now: Instant,
    ids: Option<&[Uuid]>,
) -> Result<Vec<Document>> {
    if let Some(ids) = ids {
        let ids: Vec<TaskId> = ids.iter().map(|id| TaskId::from_uuid(*id)).collect();
        let posted = store::open(connection, tenant.id, now.day(), &ids).await?;
        if posted.is_empty() {
            return Ok(Vec::new());
        }
        let mut around = Surroundings::read(connection, tenant.id, now.day()).await?;
        return around.documents(connection, tenant, now, posted).await;
    }
    let mut around = Surroundings::read(connection, tenant.id, now.day()).await?;
    let mut all = store::AllOpen::new(tenant.id, now.day());
    let mut documents = Vec::new();
    loop {
        let posted = all.next(connection).await?;
        if posted.is_empty() {
            return Ok(documents);
        }
        documents.extend(around.documents(connection, tenant, now, posted).await?);
    }
}

/// Open, and there is still something to come to.
pub fn is_current(task: &Task, now: Instant) -> bool {
    task.state.is_open()
        && task.state.expires_at().is_none_or(|expires| expires > now)
        && task.time.last_end().is_none_or(|end| end > now)
}

/// What a document takes from elsewhere than the task itself.
struct Surroundings {
    units: HashMap<UnitId, Unit>,
    /// Where associations are, if they said so: those of the tasks that are at hand.
    associations: HashMap<AssociationId, Option<(f64, f64)>>,
    towns: HashMap<String, (f64, f64)>,
    called_off: CalledOff,
}

impl Surroundings {
    /// What every task of the municipality may need, so that it is read once.
    async fn read(connection: &mut Connection, tenant: TenantId, day: Day) -> Result<Self> {
        let places = place::all(connection, tenant).await?;
        let units = unit::store::all(connection, tenant, day).await?;
        Ok(Self {
            units: units.into_iter().map(|unit| (unit.id, unit)).collect(),
            associations: HashMap::new(),
            towns: places.into_iter().map(|place| (place.postcode.to_string(), place.point())).collect(),
            called_off: CalledOff::read(connection, tenant, day).await?,
        })
    }

    /// The documents of those that are current.
    async fn documents(
        &mut self,
        connection: &mut Connection,
        tenant: &Tenant,
        now: Instant,
        posted: Vec<Posted>,
    ) -> Result<Vec<Document>> {
        self.read_associations(connection, tenant.id, &posted).await?;
        let found = posted.into_iter().filter(|posted| is_current(&posted.task, now));
        Ok(found.map(|posted| self.document(tenant, posted, now)).collect())
    }

    async fn read_associations(
        &mut self,
        connection: &mut Connection,
        tenant: TenantId,
        posted: &[Posted],
    ) -> Result<()> {
        let mut ids: Vec<AssociationId> =
            posted.iter().filter_map(|posted| posted.task.poster.association()).collect();
        ids.sort_unstable();
        ids.dedup();
        let associations = match ids.is_empty() {
            true => Vec::new(),
            false => association::store::find_many(connection, tenant, &ids).await?,
        };
        let where_is = |association: association::Association| {
            let town =
                association.postcode.as_ref().and_then(|postcode| self.towns.get(postcode.as_str()).copied());
            (association.id, association.place.or(town))
        };
        self.associations = associations.into_iter().map(where_is).collect();
        Ok(())
    }

    /// The unit and everything above it, so that a department finds what its institutions post.
    fn lineage(&self, unit: UnitId) -> Vec<UnitId> {
        let mut line = Vec::new();
        let mut next = Some(unit);
        while let Some(id) = next.filter(|id| !line.contains(id)) {
            line.push(id);
            next = self.units.get(&id).and_then(|unit| unit.parent);
        }
        line
    }

    /// Its own place, its postcode's, or where the poster is.
    fn point(&self, task: &Task) -> Option<(f64, f64)> {
        let town = task.postcode.as_ref().and_then(|postcode| self.towns.get(postcode.as_str()).copied());
        task.place.or(town).or_else(|| match task.poster {
            Poster::Unit(id) => {
                let unit = self.units.get(&id)?;
                unit.place.or_else(|| self.towns.get(&unit.postcode).copied())
            }
            Poster::Association(id) => self.associations.get(&id).copied().flatten(),
        })
    }

    fn document(&self, tenant: &Tenant, posted: Posted, now: Instant) -> Document {
        let Posted { task, poster_name, taken, .. } = posted;
        let today = now.day();
        let closing = Settings::of(tenant).closing_days();
        let off = task.off(&closing).and(self.called_off.days_of(task.id));
        let turns = task.time.occurrences(today, today.plus_days(DAYS_AHEAD), off);
        let mut days: Vec<i32> =
            turns.iter().filter(|(_, end)| *end > now).map(|(at, _)| at.day().number()).collect();
        days.dedup();
        let from_home = task.remote == Remote::Remote;
        Document {
            tenant: tenant.id.uuid(),
            id: task.id.uuid(),
            kind: KIND,
            title: task.title.clone(),
            keywords: keywords(&task, &poster_name, self),
            body: body(&task),
            facets: self.facets(&task),
            days,
            any_day: matches!(task.time, Time::Flexible { .. }),
            place: if from_home { None } else { self.point(&task) },
            anywhere: from_home,
            last: store::places_left(task.places, taken) == Some(0),
            newest: task.published_at.unwrap_or(task.created_at).micros(),
            next: task.time.coming(now, off).next().map_or(i64::MAX, |(start, _)| start.micros()),
            sort_key: sort_key(&task.title),
            payload: String::new(),
        }
    }

    fn facets(&self, task: &Task) -> Vec<(&'static str, String)> {
        let mut facets: Vec<(&'static str, String)> = Vec::new();
        let mut add = |facet: Facet, value: String| facets.push((facet.name(), value));
        add(Facet::Theme, task.theme.to_string());
        task.topics.iter().for_each(|topic| add(Facet::Topic, topic.clone()));
        task.target_groups.iter().for_each(|group| add(Facet::TargetGroup, group.clone()));
        times_needed(&task.time).iter().for_each(|time| add(Facet::Duration, time.to_string()));
        if let Time::OneOff { turn, .. } | Time::Weekly { turn, .. } = &task.time {
            add(Facet::PartOfDay, PartOfDay::of(turn.start_minute).to_string());
        }
        if task.remote != Remote::OnSite {
            add(Facet::FromHome, YES.to_owned());
        }
        if task.requirements.is_empty() {
            add(Facet::Requirement, NO_REQUIREMENT.to_owned());
        }
        task.requirements.iter().for_each(|requirement| add(Facet::Requirement, requirement.to_string()));
        task.languages.iter().for_each(|language| add(Facet::Language, language.to_string()));
        if let (Some(postcode), true) = (&task.postcode, task.remote != Remote::Remote) {
            add(Facet::Town, postcode.to_string());
        }
        match task.poster {
            Poster::Unit(unit) => {
                add(Facet::Poster, PosterKind::Unit.to_string());
                self.lineage(unit).iter().for_each(|unit| add(Facet::Unit, unit.to_string()));
            }
            Poster::Association(association) => {
                add(Facet::Poster, PosterKind::Association.to_string());
                add(Facet::Association, association.to_string());
            }
        }
        facets
    }
}

/// Every amount of time that the task fits into: the time of one turn. Recurring tasks can be asked for as such, too.
fn times_needed(time: &Time) -> Vec<TimeNeeded> {
    let fitting = |minutes: i64| {
        [(60, TimeNeeded::OneHour), (120, TimeNeeded::TwoHours), (300, TimeNeeded::HalfDay)]
            .into_iter()
            .filter(move |(most, _)| minutes <= *most)
            .map(|(_, time)| time)
    };
    match time {
        Time::OneOff { turn, .. } => fitting(turn.duration).collect(),
        Time::Weekly { turn, .. } => fitting(turn.duration).chain([TimeNeeded::Regular]).collect(),
        Time::Flexible { .. } => vec![TimeNeeded::Flexible],
        Time::Unsettled(_) => Vec::new(),
    }
}

/// Names, places and the words people use for what it is about, in both languages.
fn keywords(task: &Task, poster_name: &str, around: &Surroundings) -> String {
    let mut words: Vec<&str> = vec![poster_name, &task.venue, &task.city];
    if let Poster::Unit(unit) = task.poster {
        words.extend(
            around
                .lineage(unit)
                .iter()
                .skip(1)
                .filter_map(|id| around.units.get(id))
                .map(|unit| unit.name.as_str()),
        );
    }
    words.extend(task.postcode.as_ref().map(|postcode| postcode.as_str()));
    for locale in Locale::ALL {
        words.extend(catalogue::theme(task.theme.code()).map(|theme| theme.name(locale)));
        words.extend(
            task.topics.iter().filter_map(|key| catalogue::topic(key)).map(|topic| topic.name(locale)),
        );
        words.extend(
            task.target_groups
                .iter()
                .filter_map(|key| catalogue::target_group(key))
                .map(|group| group.name(locale)),
        );
    }
    let foreign = task.languages.iter().filter(|language| **language != Language::Danish);
    words.extend(
        foreign.flat_map(|language| Locale::ALL.map(|locale| filters::language(language.code(), T(locale)))),
    );
    words.join(" · ")
}

fn body(task: &Task) -> String {
    let mut lines: Vec<&str> = vec![&task.summary];
    for list in [&task.does, &task.offers, &task.expects, &task.boundary.volunteers] {
        lines.extend(list.iter().map(String::as_str));
    }
    if let Time::Flexible { note, .. } = &task.time {
        lines.push(note);
    }
    // The everyday words of a target group mean the same as its name. Those of a topic do not (handball is
    // sport, but not all sport is handball): the page offers the topic beside what was found.
    for group in task.target_groups.iter().filter_map(|key| catalogue::target_group(key)) {
        lines.extend(group.words_da.iter().map(String::as_str));
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_happens_to_an_interest_or_an_engagement_concerns_its_task() {
        let (task, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let interest = ["accepted", "withdrawn", "offered", "passed"].map(|kind| format!("interest.{kind}"));
        let engagement = ["agreed", "begun", "ended"].map(|kind| format!("engagement.{kind}"));
        for kind in interest.into_iter().chain(engagement) {
            let event = Recorded {
                number: 1,
                kind: kind.clone(),
                subject_id: other,
                actor_id: None,
                at: Instant::from_micros(0),
                data: format!(r#"{{"task":"{task}"}}"#),
            };
            assert_eq!(affected(&event), Affected::These(vec![task]), "{kind}");
        }
    }
}
