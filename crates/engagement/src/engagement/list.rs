//! /frivillige: the volunteers of the reader's places, each once, and what their agreements wait for.

pub(super) mod badges;

use std::collections::HashMap;

use samskab_desk::{
    Action, Cell, Column, Facts, Filter, Line, ListQuery, PlaceRow, StaffList, place_choices,
};
use samskab_kernel::{
    Day, Instant,
    contact::{Email, Phone},
};
use samskab_organisation::{identify::Who as _, person::PersonId};
use samskab_store::{
    Connection, danish_order, folded,
    list::{ListKey, NarrowedList, Sorting},
};
use samskab_taskbank::{
    catalogue,
    task::{TaskId, poster::WITH_POSTER},
};
use samskab_web::{
    Cx, Result,
    form::Choice,
    module::{BoxFuture, Destination, MOST_DESTINATIONS},
};
use uuid::Uuid;

use super::{EngagementId, StateKind, href, message::WRITE, page::label};
use crate::T;

/// The person `n` has an agreement in this state at one of the places listed.
macro_rules! has_agreement {
    ($state:literal) => {
        concat!(
            "n.id in (select e.person_id from engagement e join task t on t.id = e.task_id
                where e.tenant_id = :tenant_id and ",
            $state,
            " and coalesce(t.unit_id, t.association_id) in ({list}))"
        )
    };
}

macro_rules! has_word {
    ($word:literal) => {
        concat!(
            folded!("n.name"),
            " like ",
            $word,
            " escape '!' or n.id in (select e.person_id from engagement e
                where e.tenant_id = :tenant_id and e.task_id in (select t.id from task t
                    where t.tenant_id = :tenant_id and ",
            folded!("t.title"),
            " like ",
            $word,
            " escape '!'))"
        )
    };
}

samskab_store::list! {
    VOLUNTEERS {
        columns: ["select n.id, n.name, n.email, n.phone"],
        from: ["from person n where n.tenant_id = :tenant_id"],
        id: "n.id",
        conditions: {
            "word1": has_word!(":word1"),
            "word2": has_word!(":word2"),
            "word3": has_word!(":word3"),
            "word4": has_word!(":word4"),
            "live": "n.id in (select e.person_id from engagement e
                where e.tenant_id = :tenant_id and e.state <> 'ended')",
            "state": "n.id in (select e.person_id from engagement e
                where e.tenant_id = :tenant_id and e.state = :state)",
            "live_at": has_agreement!("e.state <> 'ended'"),
            "state_at": has_agreement!("e.state = :state_at"),
            "of_task": "n.id in (select e.person_id from engagement e
                where e.tenant_id = :tenant_id and e.task_id = :of_task and e.state <> 'ended')",
            "expires": "n.id in (select f.person_id from fulfilment f where f.tenant_id = :tenant_id
                and f.valid_to is not null and f.valid_to <= :expires)",
        },
        orders: {
            "navn": Text danish_order!("n.name"),
        },
    }
}

samskab_store::statements! {
    /// The agreements of some, with what they have given this year.
    AGREEMENTS = "select e.id, e.person_id, e.persons, e.state, e.state_since, e.version, e.version_in_force,
            e.place_agreed_at, e.volunteer_agreed_at, e.begins_on, e.talk_on, e.talk_held_on, e.paused_until, t.title,
            coalesce(t.unit_id, t.association_id) as place, coalesce(v.name, a.name, '') as poster_name,
            coalesce((select cast(sum(h.minutes) as bigint) from hours h where h.tenant_id = e.tenant_id
                and h.engagement_id = e.id and h.removed_at is null and h.day >= $3), 0) as minutes
        from engagement e join task t on t.id = e.task_id", WITH_POSTER,
        "where e.tenant_id = $1 and e.person_id in ({list}) order by e.state_since desc, e.id";
    /// Fulfilments of these people that run out, the first to end first.
    EXPIRES = "select person_id, requirement, valid_to from fulfilment
        where tenant_id = $1 and valid_to is not null and person_id in ({list}) order by valid_to, id";
    TITLE = "select coalesce(unit_id, association_id) as place, title as name from task where tenant_id = $1 and id = $2";
    /// The places where anybody helps or has helped; each is asked once, not each agreement.
    PLACES = "select v.unit_id as place, v.name from unit_version v
        where v.tenant_id = :tenant_id and v.valid_from <= :today and (v.valid_to is null or v.valid_to >= :today)
          and exists (select 1 from task t where t.tenant_id = v.tenant_id and t.unit_id = v.unit_id
                      and exists (select 1 from engagement e where e.tenant_id = t.tenant_id and e.task_id = t.id))
        union all select a.id, a.name from association a
        where a.tenant_id = :tenant_id
          and exists (select 1 from task t where t.tenant_id = a.tenant_id and t.association_id = a.id
                      and exists (select 1 from engagement e where e.tenant_id = t.tenant_id and e.task_id = t.id))";
}

#[derive(samskab_store::Row)]
struct Row {
    id: PersonId,
    name: String,
    email: Option<Email>,
    phone: Option<Phone>,
    #[record(flatten)]
    key: ListKey,
}

#[derive(samskab_store::Row)]
struct AgreementRow {
    id: EngagementId,
    person_id: PersonId,
    persons: i64,
    state: StateKind,
    state_since: Instant,
    version: i64,
    version_in_force: Option<i64>,
    place_agreed_at: Option<Instant>,
    volunteer_agreed_at: Option<Instant>,
    begins_on: Option<Day>,
    talk_on: Option<Day>,
    talk_held_on: Option<Day>,
    paused_until: Option<Day>,
    title: String,
    place: Uuid,
    poster_name: String,
    minutes: i64,
}

#[derive(samskab_store::Row)]
struct ExpiryRow {
    person_id: PersonId,
    requirement: String,
    valid_to: Day,
}

static FACTS: Facts = Facts {
    code: "frivillige",
    path: "/frivillige",
    title: |locale| T(locale).engagement_list_title(),
    lead: |locale| T(locale).engagement_list_lead(),
    count: |locale, count| T(locale).engagement_list_count(count),
    search: |locale| T(locale).engagement_list_search(),
    columns: &[
        Column::of(|locale| T(locale).engagement_list_name()).sorted("navn"),
        Column::of(|locale| T(locale).engagement_list_helps()),
        Column::of(|locale| T(locale).engagement_list_state()),
        Column::of(|locale| T(locale).engagement_list_hours()).number(),
        Column::of(|locale| T(locale).engagement_list_expires()),
        Column::of(|locale| T(locale).engagement_list_email()).in_file_only(),
        Column::of(|locale| T(locale).engagement_list_phone()).in_file_only(),
        Column::of(|locale| T(locale).engagement_list_place()).in_file_only(),
    ],
    list: &VOLUNTEERS,
    usual: "navn",
    empty: (|locale| T(locale).engagement_list_none(), |locale| T(locale).engagement_list_none_text()),
    empty_step: Some(("/opgaveliste", |locale| T(locale).engagement_list_tasks())),
};

/// Days within which a fulfilment must end to count as running out soon.
pub(crate) const SOON_DAYS: i32 = 60;
/// The filter of the state that asks for what runs out.
const EXPIRES_SOON: &str = "udloeber";
/// At most this many persons are asked about in one query.
const AT_ONCE: usize = 500;

pub(crate) struct VolunteerList {
    /// What else may be done with chosen volunteers: what is kept above this module adds its own.
    pub also: &'static [&'static Action],
}

/// To ask who may see it; what is served has more actions ([`crate::VOLUNTEER_LIST`]).
pub(crate) static LIST: VolunteerList = VolunteerList { also: &[] };

/// The places that were asked for, or all that the reader reaches; `None`: all of the municipality.
fn places(cx: &Cx, asked: &ListQuery) -> Option<Vec<Uuid>> {
    let reached = cx.actor.limits();
    match asked.filter("sted").parse::<Uuid>() {
        Ok(place) if reached.as_ref().is_none_or(|reached| reached.contains(&place)) => Some(vec![place]),
        _ => reached,
    }
}

impl StaffList for VolunteerList {
    fn facts(&self) -> &'static Facts {
        &FACTS
    }

    fn may(&self, cx: &Cx) -> bool {
        cx.actor.answers_anywhere()
    }

    fn filters<'a>(
        &'a self,
        cx: &'a Cx,
        connection: &'a mut Connection,
    ) -> BoxFuture<'a, Result<Vec<Filter>>> {
        Box::pin(async move {
            let t = T(cx.locale);
            let states = StateKind::ALL.iter().map(|state| Choice::of(state.code(), wide_label(*state, t)));
            let soon = Choice::of(EXPIRES_SOON, t.engagement_list_expires_soon());
            let mut filters = vec![Filter {
                name: "tilstand",
                label: t.engagement_list_state(),
                all: t.engagement_list_live(),
                choices: states.chain([soon]).collect(),
            }];
            let query = connection.query(&PLACES).bind_named("tenant_id", cx.tenant.id);
            let places: Vec<PlaceRow> = query.bind_named("today", cx.today()).all().await?;
            let choices = place_choices(places, cx.actor.limits().as_deref());
            if choices.len() > 1 {
                let (label, all) = (t.engagement_list_place(), t.engagement_list_all_places());
                filters.push(Filter { name: "sted", label, all, choices });
            }
            // One task is asked for from its own page; it can be let go here.
            if let Ok(id) = ListQuery::of(cx).filter("opgave").parse::<TaskId>() {
                let query = connection.query(&TITLE).bind(cx.tenant.id).bind(id);
                let task: Option<PlaceRow> = query.optional().await?;
                let limits = cx.actor.limits();
                let is_reached =
                    |task: &PlaceRow| limits.as_ref().is_none_or(|limits| limits.contains(&task.place));
                if let Some(task) = task.filter(is_reached) {
                    let choices = vec![Choice::of(id.to_string(), task.name)];
                    let (label, all) = (t.engagement_list_task(), t.engagement_list_all_tasks());
                    filters.push(Filter { name: "opgave", label, all, choices });
                }
            }
            Ok(filters)
        })
    }

    fn narrowed(&self, cx: &Cx, asked: &ListQuery) -> NarrowedList {
        let narrowed = NarrowedList::new(&VOLUNTEERS, cx.tenant.id);
        let state = asked.filter("tilstand");
        let narrowed = match (state.parse::<StateKind>(), places(cx, asked)) {
            (Ok(state), None) => narrowed.only("state", state.code()),
            (Ok(state), Some(places)) => {
                narrowed.only_among("state_at", places).with("state_at", state.code())
            }
            (Err(_), None) => narrowed.only_if("live"),
            (Err(_), Some(places)) => narrowed.only_among("live_at", places),
        };
        let narrowed = match asked.filter("opgave").parse::<TaskId>() {
            Ok(task) => narrowed.only("of_task", task.uuid()),
            Err(_) => narrowed,
        };
        match state {
            EXPIRES_SOON => narrowed.only("expires", cx.today().plus_days(SOON_DAYS)),
            _ => narrowed,
        }
    }

    fn lines<'a>(
        &'a self,
        cx: &'a Cx,
        connection: &'a mut Connection,
        narrowed: NarrowedList,
        sorting: Sorting,
    ) -> BoxFuture<'a, Result<Vec<Line>>> {
        Box::pin(async move {
            let rows: Vec<Row> = narrowed.rows(connection, &sorting).await?;
            let ids: Vec<PersonId> = rows.iter().map(|row| row.id).collect();
            let mut agreements = agreements_of(cx, connection, &ids).await?;
            let mut expiries: HashMap<PersonId, ExpiryRow> = HashMap::new();
            for some in ids.chunks(AT_ONCE) {
                let query = connection.query(&EXPIRES).bind(cx.tenant.id).bind_list(some);
                for row in query.all::<ExpiryRow>().await? {
                    expiries.entry(row.person_id).or_insert(row);
                }
            }
            let line = |row: Row| {
                let of_person = agreements.remove(&row.id).unwrap_or_default();
                let expiry = expiries.remove(&row.id);
                row.line(cx, of_person, expiry)
            };
            Ok(rows.into_iter().map(line).collect())
        })
    }

    fn prints(&self, cx: &Cx) -> Vec<(&'static str, &'static str, &'static str)> {
        vec![(badges::END, T(cx.locale).engagement_badges(), "print")]
    }

    fn actions(&self, _: &Cx) -> Vec<&'static Action> {
        std::iter::once(&WRITE).chain(self.also.iter().copied()).collect()
    }
}

/// What the filter finds under a state: also what waits for more than a yes, and what begins on a day to come.
fn wide_label(state: StateKind, t: T) -> &'static str {
    match state {
        StateKind::Proposed => t.engagement_list_not_ready(),
        StateKind::Active => t.engagement_list_active(),
        StateKind::Paused | StateKind::Ended => state.label(t),
    }
}

/// The agreements of some at the places that the reader reaches: those that go on, or where there are none, those that
/// are over.
async fn agreements_of(
    cx: &Cx,
    connection: &mut Connection,
    people: &[PersonId],
) -> Result<HashMap<PersonId, Vec<AgreementRow>>> {
    let limits = cx.actor.limits();
    let is_reached = |place: Uuid| limits.as_ref().is_none_or(|limits| limits.contains(&place));
    let year = format!("{}-01-01", cx.today().date().year());
    let mut all: HashMap<PersonId, Vec<AgreementRow>> = HashMap::new();
    for some in people.chunks(AT_ONCE) {
        let query = connection.query(&AGREEMENTS).bind(cx.tenant.id).bind(cx.today()).bind(year.clone());
        let rows: Vec<AgreementRow> = query.bind_list(some).all().await?;
        for row in rows.into_iter().filter(|row| is_reached(row.place)) {
            all.entry(row.person_id).or_default().push(row);
        }
    }
    for of_person in all.values_mut() {
        if of_person.iter().any(|row| row.state != StateKind::Ended) {
            of_person.retain(|row| row.state != StateKind::Ended);
        }
    }
    Ok(all)
}

impl Row {
    fn line(self, cx: &Cx, agreements: Vec<AgreementRow>, expiry: Option<ExpiryRow>) -> Line {
        let (t, today) = (T(cx.locale), cx.today());
        let minutes: i64 = agreements.iter().map(|row| row.minutes).sum();
        let mut places: Vec<&str> = agreements.iter().map(|row| row.poster_name.as_str()).collect();
        places.dedup();
        let place = places.join(", ");
        let expires = expiry.map(|expiry| {
            let name = catalogue::requirement(&expiry.requirement).map_or("", |words| words.name(cx.locale));
            format!("{name} · {}", cx.locale.short_day(expiry.valid_to, today))
        });
        // What waits for the place stands first; else the newest.
        let is_alone = agreements.len() == 1;
        let state =
            agreements.iter().map(|row| row.shown(t, today, is_alone)).max_by_key(|(_, is_ours)| *is_ours);
        let links = agreements.iter().map(|row| {
            let persons = if row.persons > 1 {
                format!(", {}", t.interest_list_persons(row.persons))
            } else {
                String::new()
            };
            let note = match is_alone {
                true => row.poster_name.clone(),
                false => format!("{} · {}", row.poster_name, row.label(t, today)),
            };
            (format!("{}{persons}", row.title), href(row.id), note)
        });
        Line {
            id: self.id.uuid(),
            key: self.key,
            cells: vec![
                match agreements.first() {
                    Some(row) => Cell::link(self.name.clone(), href(row.id)),
                    None => Cell::Text(self.name.clone()),
                },
                Cell::Links(links.collect()),
                state.map_or(Cell::Nothing, |(cell, _)| cell),
                if minutes > 0 { Cell::Minutes(minutes) } else { Cell::Nothing },
                expires.map_or(Cell::Nothing, Cell::Text),
                self.email.map_or(Cell::Nothing, |email| Cell::Text(email.to_string())),
                self.phone.map_or(Cell::Nothing, |phone| Cell::Text(phone.spaced())),
                Cell::Text(place),
            ],
            name: self.name,
        }
    }
}

impl AgreementRow {
    fn label(&self, t: T, today: Day) -> &'static str {
        label(self.state, self.version_in_force == Some(self.version), self.begins_on, today, t)
    }

    /// Its state with what it waits for, and whether that is the place. Beside others it says which it is.
    fn shown(&self, t: T, today: Day, is_alone: bool) -> (Cell, bool) {
        let is_agreed = self.version_in_force == Some(self.version);
        let (tone, symbol) = match self.state {
            StateKind::Proposed => ("wait", "hourglass"),
            StateKind::Active => ("good", "check"),
            StateKind::Paused => ("wait", "time"),
            StateKind::Ended => ("", "close"),
        };
        let (waits, is_ours) = self.waits(t, today, is_agreed);
        let note = match (is_alone, waits.is_empty()) {
            (true, _) => waits,
            (false, true) => self.title.clone(),
            (false, false) => format!("{}: {waits}", self.title),
        };
        (Cell::Waits { state: (self.label(t, today).to_owned(), tone, symbol), note }, is_ours)
    }

    /// What the engagement waits for, and whether the place must do it.
    fn waits(&self, t: T, today: Day, is_agreed: bool) -> (String, bool) {
        let (place, volunteer) = (self.place_agreed_at.is_some(), self.volunteer_agreed_at.is_some());
        let near = today.plus_days(super::TALK_NEAR_DAYS);
        let day = |day: Day| t.0.short_day(day, today);
        match self.state {
            StateKind::Ended => (t.engagement_list_since(t.0.day(self.state_since.day())), false),
            StateKind::Proposed if is_agreed => (t.engagement_list_waits_requirements().to_owned(), true),
            StateKind::Proposed | StateKind::Active if !place && !volunteer && !is_agreed => {
                (t.engagement_list_waits_both().to_owned(), true)
            }
            StateKind::Proposed | StateKind::Active if !place => {
                (t.engagement_list_waits_place().to_owned(), true)
            }
            StateKind::Proposed | StateKind::Active if !volunteer => {
                (t.engagement_list_waits_volunteer().to_owned(), false)
            }
            StateKind::Paused => match self.paused_until {
                Some(until) if until < today => (t.engagement_list_pause_over(day(until)), true),
                Some(until) => (t.engagement_list_paused(day(until)), false),
                None => (String::new(), false),
            },
            StateKind::Proposed | StateKind::Active => match (self.talk_on, self.talk_held_on) {
                (Some(on), None) if on <= near => (t.engagement_list_talk(day(on)), true),
                _ => match self.begins_on {
                    Some(first) if first > today => (t.engagement_list_begins(day(first)), false),
                    _ => (String::new(), false),
                },
            },
        }
    }
}

/// For *Gå til*: those who help at the reader's places.
pub(crate) fn destinations<'a>(
    cx: &'a Cx,
    connection: &'a mut Connection,
    asked: &'a str,
) -> BoxFuture<'a, Result<Vec<Destination>>> {
    Box::pin(async move {
        if !LIST.may(cx) {
            return Ok(Vec::new());
        }
        let asked = ListQuery::of_words(asked);
        let narrowed = asked.narrow(LIST.narrowed(cx, &asked));
        let most = i64::try_from(MOST_DESTINATIONS).unwrap_or(0);
        let sorting = Sorting { order: VOLUNTEERS.order("navn"), is_descending: false, after: None, most };
        let rows: Vec<Row> = narrowed.rows(connection, &sorting).await?;
        let ids: Vec<PersonId> = rows.iter().map(|row| row.id).collect();
        let agreements = agreements_of(cx, connection, &ids).await?;
        let destination = |row: Row| {
            let first = agreements.get(&row.id)?.first()?;
            Some(Destination {
                heading: T(cx.locale).engagement_list_title(),
                title: row.name,
                detail: format!("{} · {}", first.title, first.poster_name),
                href: href(first.id),
            })
        };
        Ok(rows.into_iter().filter_map(destination).collect())
    })
}
