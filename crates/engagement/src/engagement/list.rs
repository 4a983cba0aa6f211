//! GET /frivillige: the volunteers of the reader's places, and who waits for what.

use std::fmt::Write as _;

use askama::Template;
use axum::response::Response;
use samskab_kernel::{Day, Instant};
use samskab_organisation::identify::Who as _;
use samskab_store::Connection;
use samskab_taskbank::task::poster::WITH_POSTER;
use samskab_web::{Actor, Cx, Result, Shell, app::encode, form, form::Choice};
use uuid::Uuid;

use super::{EngagementId, StateKind, href};
use crate::T;

/// Every column of [`Row`].
const LINES: &str =
    "select e.id, e.persons, e.state, e.state_since, e.version, e.version_in_force, e.place_agreed_at,
        e.volunteer_agreed_at, e.begins_on, e.talk_on, e.talk_held_on, e.paused_until, n.name, t.title,
        coalesce(v.name, a.name, '') as poster_name
    from engagement e
    join task t on t.id = e.task_id
    join person n on n.id = e.person_id";

samskab_store::statements! {
    /// A unit is called what its latest version by the day says, also after it has closed.
    OF_PLACES = LINES, WITH_POSTER,
        "where e.tenant_id = $1 and e.state in ($3, $4, $5) and (e.state_since, e.id) < ($6, $7)
          and coalesce(t.unit_id, t.association_id) in ({list})
        order by e.state_since desc, e.id desc limit 51";
    EVERYWHERE = LINES, WITH_POSTER,
        "where e.tenant_id = $1 and e.state in ($3, $4, $5) and (e.state_since, e.id) < ($6, $7)
        order by e.state_since desc, e.id desc limit 51";
    /// How many in each state at each place that has any.
    COUNTS = "select coalesce(t.unit_id, t.association_id) as place, coalesce(v.name, a.name, '') as poster_name, e.state,
            count(*) as engagements
        from engagement e join task t on t.id = e.task_id", WITH_POSTER,
        "where e.tenant_id = $1
        group by coalesce(t.unit_id, t.association_id), coalesce(v.name, a.name, ''), e.state";
}

const PAGE: usize = 50;

#[derive(samskab_store::Row)]
struct Row {
    id: EngagementId,
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
    name: String,
    title: String,
    poster_name: String,
}

#[derive(samskab_store::Row)]
struct Count {
    place: Uuid,
    poster_name: String,
    state: StateKind,
    engagements: i64,
}

samskab_web::form! {
    struct ListQuery {
        /// A [`StateKind`]; empty: whatever is not over.
        tilstand: hidden,
        sted: choice(engagement_list_place).unmarked().without_first(),
        /// The last line of the page before.
        efter: hidden,
    }
}

struct Line {
    href: String,
    name: String,
    persons: i64,
    about: String,
    state: &'static str,
    tone: &'static str,
    symbol: &'static str,
    waits: String,
    is_mine: bool,
}

struct Tab {
    href: String,
    label: &'static str,
    count: i64,
    is_here: bool,
}

#[derive(Template)]
#[template(path = "engagement/list.html")]
struct ListPage {
    shell: Shell,
    t: T,
    tabs: Vec<Tab>,
    form: ListQuery,
    places: Vec<Choice>,
    lines: Vec<Line>,
    next: String,
    first: String,
    has_any: bool,
}

/// The places whose volunteers the reader may see; `None`: all of the municipality.
fn reached(actor: &Actor) -> Option<Vec<Uuid>> {
    if actor.is_coordinator() {
        return None;
    }
    Some(super::waiting::reached(actor))
}

/// Two queries, however many volunteers.
pub async fn show(cx: Cx) -> Result<Response> {
    let (t, today) = (T(cx.locale), cx.now().day());
    let reached = reached(&cx.actor);
    cx.require(reached.as_ref().is_none_or(|places| !places.is_empty()))?;
    let asked: ListQuery = form::query(&cx);
    let mut reader = cx.read().await?;
    let mut counts: Vec<Count> = reader.query(&COUNTS).bind(cx.tenant.id).bind(today).all().await?;
    if let Some(places) = &reached {
        counts.retain(|count| places.contains(&count.place));
    }
    let place = asked.sted.parse::<Uuid>().ok().filter(|id| counts.iter().any(|count| count.place == *id));
    let state = asked.tilstand.parse::<StateKind>().ok();
    let asked_places = place.map(|place| vec![place]).or(reached);
    let mut rows = rows(&cx, &mut reader, asked_places.as_deref(), state, &asked.efter).await?;
    let has_more = rows.len() > PAGE;
    rows.truncate(PAGE);
    let address = |state: Option<StateKind>, after: &str| {
        let mut query = String::new();
        let pairs = [
            ("tilstand", state.map_or("", StateKind::code).to_owned()),
            ("sted", place.map(|place| place.to_string()).unwrap_or_default()),
            ("efter", after.to_owned()),
        ];
        for (name, value) in pairs.iter().filter(|(_, value)| !value.is_empty()) {
            let _ = write!(query, "{}{name}={}", if query.is_empty() { "?" } else { "&" }, encode(value));
        }
        format!("/frivillige{query}")
    };
    let count = |wanted: Option<StateKind>| {
        let fits = |count: &&Count| match wanted {
            Some(state) => count.state == state,
            None => count.state != StateKind::Ended,
        } && place.is_none_or(|place| count.place == place);
        counts.iter().filter(fits).map(|count| count.engagements).sum()
    };
    let tab = |wanted: Option<StateKind>| Tab {
        href: address(wanted, ""),
        label: wanted.map_or(t.engagement_list_live(), |state| state.label(t)),
        count: count(wanted),
        is_here: wanted == state,
    };
    let next =
        rows.last().filter(|_| has_more).map(|last| format!("{}_{}", last.state_since.micros(), last.id));
    cx.page(ListPage {
        shell: cx.shell(t.engagement_list_title()).here(),
        t,
        tabs: std::iter::once(None).chain(StateKind::ALL.iter().copied().map(Some)).map(tab).collect(),
        places: place_choices(&counts, t),
        has_any: !counts.is_empty(),
        first: if asked.efter.is_empty() { String::new() } else { address(state, "") },
        next: next.map(|next| address(state, &next)).unwrap_or_default(),
        form: ListQuery { tilstand: state.map_or("", StateKind::code).to_owned(), ..asked },
        lines: rows.into_iter().map(|row| row.line(t, today)).collect(),
    })
}

async fn rows(
    cx: &Cx,
    reader: &mut Connection,
    places: Option<&[Uuid]>,
    state: Option<StateKind>,
    after: &str,
) -> Result<Vec<Row>> {
    let states = match state {
        Some(state) => [state; 3],
        None => [StateKind::Proposed, StateKind::Active, StateKind::Paused],
    };
    let (since, id) = after
        .split_once('_')
        .and_then(|(since, id)| Some((Instant::from_micros(since.parse().ok()?), id.parse::<Uuid>().ok()?)))
        .unwrap_or((Instant::from_micros(i64::MAX), Uuid::max()));
    let statement = if places.is_some() { &OF_PLACES } else { &EVERYWHERE };
    let query = reader.query(statement).bind(cx.tenant.id).bind(cx.now().day());
    let query = states.into_iter().fold(query, |query, state| query.bind(state)).bind(since).bind(id);
    Ok(match places {
        Some(places) => query.bind_list(places).all().await?,
        None => query.all().await?,
    })
}

fn place_choices(counts: &[Count], t: T) -> Vec<Choice> {
    let mut places: Vec<(&str, Uuid)> =
        counts.iter().map(|count| (count.poster_name.as_str(), count.place)).collect();
    places.sort_by_key(|(name, id)| (samskab_kernel::danish::sort_key(name), *id));
    places.dedup_by_key(|(_, id)| *id);
    if places.len() < 2 {
        return Vec::new();
    }
    let all = Choice::of("", t.engagement_list_all_places());
    let one = |(name, id): (&str, Uuid)| Choice::of(id.to_string(), name);
    std::iter::once(all).chain(places.into_iter().map(one)).collect()
}

impl Row {
    fn line(self, t: T, today: Day) -> Line {
        let is_agreed = self.version_in_force == Some(self.version);
        let (tone, symbol) = match self.state {
            StateKind::Proposed => ("wait", "hourglass"),
            StateKind::Active => ("good", "check"),
            StateKind::Paused => ("wait", "time"),
            StateKind::Ended => ("", "close"),
        };
        let (waits, is_mine) = self.waits(t, today, is_agreed);
        Line {
            href: href(self.id),
            state: if self.state == StateKind::Proposed && is_agreed {
                t.engagement_state_agreed()
            } else {
                self.state.label(t)
            },
            about: format!("{} · {}", self.title, self.poster_name),
            name: self.name,
            persons: self.persons,
            tone,
            symbol,
            waits,
            is_mine,
        }
    }

    /// What it waits for, and whether that is the place.
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
