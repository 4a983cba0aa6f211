//! What the coordinator reads here of a person: agreements, what is in order, and what they have shown interest in.

use samskab_kernel::{Day, Instant};
use samskab_organisation::identify::Who as _;
use samskab_store::Connection;
use samskab_taskbank::task::poster::WITH_POSTER;
use samskab_web::{
    Cx, Result,
    personal::{Line, Section},
};
use uuid::Uuid;

use crate::{
    T,
    engagement::{self, EngagementId, StateKind},
};
use samskab_interest::InterestId;
use samskab_requirement::{Precondition, StateKind as Noted};

/// More rows than most people have.
const MOST: &str = "limit 30";

samskab_store::statements! {
    /// Those that go on before those that are over.
    AGREEMENTS = "select e.id, e.state, e.state_since, e.begins_on, t.title, coalesce(v.name, a.name, '') as place
                  from engagement e join task t on t.id = e.task_id", WITH_POSTER,
        "where e.tenant_id = $1 and e.person_id = $3
         order by case when e.state = 'ended' then 1 else 0 end, e.state_since desc, e.id", MOST;
    NOTED = "select f.requirement, f.state, f.assessed_on, f.valid_to, coalesce(t.title, '') as title
             from fulfilment f left join task t on t.id = f.task_id
             where f.tenant_id = $1 and f.person_id = $2 order by f.state_since desc, f.id", MOST;
    /// Found by e-mail address; somebody without one is found by telephone number and name.
    INTERESTS = "select i.id, i.state, i.created_at, t.title, coalesce(v.name, a.name, '') as place
                 from interest i join task t on t.id = i.task_id", WITH_POSTER,
        "where i.tenant_id = $1 and exists (select 1 from person n where n.tenant_id = i.tenant_id and n.id = $3
            and (n.email = i.email or i.email is null and n.phone = i.phone and n.name = i.name))
         order by i.created_at desc, i.id", MOST;
}

#[derive(samskab_store::Row)]
struct AgreementRow {
    id: EngagementId,
    state: StateKind,
    state_since: Instant,
    begins_on: Option<Day>,
    title: String,
    place: String,
}

#[derive(samskab_store::Row)]
struct NotedRow {
    requirement: Precondition,
    state: Noted,
    assessed_on: Option<Day>,
    valid_to: Option<Day>,
    title: String,
}

#[derive(samskab_store::Row)]
struct InterestRow {
    id: InterestId,
    state: samskab_interest::StateKind,
    created_at: Instant,
    title: String,
    place: String,
}

/// What the coordinator reads about a person: agreements, requirements and interests. Runs three queries.
#[samskab_store::compiled_once]
pub async fn about(cx: &Cx, connection: &mut Connection, person: Uuid) -> Result<Vec<Section>> {
    if !cx.actor.is_coordinator() {
        return Ok(Vec::new());
    }
    let (t, tenant) = (T(cx.locale), cx.tenant.id);
    let rows: Vec<AgreementRow> =
        connection.query(&AGREEMENTS).bind(tenant).bind(cx.today()).bind(person).all().await?;
    let agreement = |row: &AgreementRow| Line {
        title: row.title.clone(),
        href: engagement::href(row.id),
        detail: match (row.state, row.begins_on) {
            (StateKind::Ended, _) => {
                t.engagement_about_ended(cx.locale.day(row.state_since.day()), row.place.as_str())
            }
            (_, Some(day)) => t.engagement_about_from(cx.locale.day(day), row.place.as_str()),
            (_, None) => row.place.clone(),
        },
        state: match row.state {
            StateKind::Active if row.begins_on.is_some_and(|first| first > cx.today()) => {
                let first = row.begins_on.map(|first| cx.locale.day(first)).unwrap_or_default();
                (t.engagement_list_begins(first), "wait", "time")
            }
            StateKind::Proposed => (row.state.label(t).to_owned(), "wait", "hourglass"),
            StateKind::Active => (row.state.label(t).to_owned(), "good", "check"),
            StateKind::Paused => (row.state.label(t).to_owned(), "wait", "time"),
            StateKind::Ended => (row.state.label(t).to_owned(), "", "close"),
        },
    };
    let agreements = Section {
        heading: t.engagement_about().to_owned(),
        lines: rows.iter().map(agreement).collect(),
        nothing: t.engagement_about_nothing().to_owned(),
        ..Section::default()
    };
    let rows: Vec<NotedRow> = connection.query(&NOTED).bind(tenant).bind(person).all().await?;
    let noted = |row: &NotedRow| noted_line(cx, t, row);
    let requirements = Section {
        heading: t.requirement_own_title().to_owned(),
        lines: rows.iter().map(noted).collect(),
        nothing: t.requirement_about_nothing().to_owned(),
        ..Section::default()
    };
    let rows: Vec<InterestRow> =
        connection.query(&INTERESTS).bind(tenant).bind(cx.today()).bind(person).all().await?;
    let shown = |row: &InterestRow| {
        let (tone, symbol) = samskab_interest::mine::tone(row.state);
        let day = cx.locale.day(row.created_at.day());
        Line {
            title: row.title.clone(),
            href: samskab_interest::href(row.id),
            detail: t.interest_about_shown(day, row.place.as_str()),
            state: (row.state.label(cx.locale).to_owned(), tone, symbol),
        }
    };
    let interests = Section {
        heading: t.interest_about().to_owned(),
        lines: rows.iter().map(shown).collect(),
        nothing: t.interest_about_nothing().to_owned(),
        ..Section::default()
    };
    Ok(vec![agreements, requirements, interests])
}

fn noted_line(cx: &Cx, t: T, row: &NotedRow) -> Line {
    let day = |day: Day| cx.locale.day(day);
    let is_over = row.valid_to.is_some_and(|last| last < cx.today());
    let state = match row.state {
        Noted::Fulfilled if is_over => (t.requirement_state_again(), "wait", "sync"),
        Noted::Fulfilled => (t.requirement_state_in_order(), "good", "check"),
        Noted::Refused => (t.requirement_state_refused(), "bad", "close"),
        Noted::Needed | Noted::Ordered | Noted::Consented => {
            (t.requirement_state_under_way(), "wait", "hourglass")
        }
    };
    let when = match (row.assessed_on, row.valid_to) {
        (_, Some(last)) => t.requirement_about_until(day(last)),
        (Some(on), None) => t.requirement_about_since(day(on)),
        (None, None) => String::new(),
    };
    let about = [row.title.as_str(), when.as_str()];
    Line {
        title: row.requirement.name(cx.locale).to_owned(),
        href: String::new(),
        detail: about.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(". "),
        state: (state.0.to_owned(), state.1, state.2),
    }
}
