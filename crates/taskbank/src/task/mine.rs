//! GET /mine-opgaver: what the reader's places have posted, and the next step for each.

use askama::Template;
use axum::response::Response;
use samskab_kernel::{Day, Instant, TenantId};
use samskab_organisation::{
    answering::Poster,
    association::AssociationId,
    identify::{Who as _, role},
    unit::UnitId,
};
use samskab_store::Connection;
use samskab_web::{Cx, Result, Shell, module::Shortcut};

use super::{StateKind, TaskId, Time, store::TimeColumns, time::as_beginning};
use crate::T;

/// What a line says, with how many help, how many have a yes and no agreement yet, and how many have had no answer.
const LINE: &str = "select t.id, t.title, t.state, t.state_reason, t.asked_if_current_at, t.updated_at,
            t.time_kind, t.starts_on, t.ends_on, t.weekdays, t.starts_at_minute, t.duration_minutes, t.hours_note,
            (select count(*) from engagement e where e.tenant_id = t.tenant_id and e.task_id = t.id
                and e.state <> 'ended' and e.version_in_force is not null) as helping,
            (select count(*) from engagement e where e.tenant_id = t.tenant_id and e.task_id = t.id
                and e.state <> 'ended' and e.version_in_force is null) as agreeing,
            (select count(*) from interest i where i.tenant_id = t.tenant_id and i.task_id = t.id
                and i.state = 'new') as waiting,";

samskab_store::statements! {
    OF_UNITS = LINE, "coalesce(v.name, '') as poster_name
        from task t
        left join unit_version v on v.id = (select newest.id from unit_version newest
            where newest.unit_id = t.unit_id and newest.valid_from <= $2 order by newest.valid_from desc limit 1)
        where t.tenant_id = $1 and (t.state in ('draft', 'awaiting', 'open', 'filled') or t.state_since >= $3)
            and t.unit_id in ({list})";
    OF_ASSOCIATIONS = LINE, "a.name as poster_name
        from task t join association a on a.id = t.association_id
        where t.tenant_id = $1 and (t.state in ('draft', 'awaiting', 'open', 'filled') or t.state_since >= $2)
            and t.association_id in ({list})";
}

/// How long a task that is over stays on the page, in days.
const OVER_SHOWN_DAYS: i64 = 180;

#[derive(samskab_store::Row)]
struct Row {
    id: TaskId,
    title: String,
    state: StateKind,
    state_reason: String,
    asked_if_current_at: Option<Instant>,
    updated_at: Instant,
    #[record(flatten)]
    time: TimeColumns,
    poster_name: String,
    helping: i64,
    agreeing: i64,
    waiting: i64,
}

#[derive(Template)]
#[template(path = "task/mine.html")]
struct MinePage {
    shell: Shell,
    t: T,
    groups: Vec<Group>,
    may_create: bool,
    shortcuts: Vec<Shortcut>,
}

struct Group {
    state: &'static str,
    key: &'static str,
    lines: Vec<Line>,
}

struct Line {
    href: String,
    title: String,
    poster: String,
    when: String,
    /// How many are in; empty for what nobody can be in yet.
    helping: String,
    waiting: String,
    step: &'static str,
    step_href: String,
    /// Whether it is the reader who must do something.
    is_due: bool,
}

pub async fn show(cx: Cx) -> Result<Response> {
    let t = T(cx.locale);
    let posters = posters(&cx);
    let mut reader = cx.read().await?;
    let since = cx.now().plus_days(-OVER_SHOWN_DAYS);
    let rows = rows(&mut reader, cx.tenant.id, &posters, cx.now().day(), since).await?;
    let group = |state: &StateKind| {
        let lines: Vec<Line> =
            rows.iter().filter(|row| row.state == *state).map(|row| row.line(&cx)).collect();
        Group { state: state.label(t), key: state.code(), lines }
    };
    let groups = StateKind::ALL.iter().map(group).filter(|group| !group.lines.is_empty()).collect();
    let shell = cx.shell(t.task_mine()).here();
    cx.page(MinePage {
        shell,
        t,
        groups,
        may_create: !posters.is_empty(),
        shortcuts: samskab_web::module::all_shortcuts(&cx),
    })
}

/// The reader's own places; somebody with an area also sees what is under it. A coordinator, who
/// reaches everything, finds the rest by searching.
fn posters(cx: &Cx) -> Vec<Poster> {
    let mut posters = cx.actor.posters();
    let pending = cx.actor.standings.iter().filter(|standing| standing.role == role::ASSOCIATION_PENDING);
    posters.extend(pending.map(|standing| Poster::Association(standing.place.into())));
    if !cx.actor.is_coordinator() {
        posters.extend(cx.actor.reached_units().into_iter().map(Poster::Unit));
    }
    posters.sort_unstable();
    posters.dedup();
    posters
}

async fn rows(
    reader: &mut Connection,
    tenant: TenantId,
    posters: &[Poster],
    today: Day,
    since: Instant,
) -> samskab_store::Result<Vec<Row>> {
    let units: Vec<UnitId> = posters.iter().filter_map(|poster| poster.unit()).collect();
    let associations: Vec<AssociationId> = posters.iter().filter_map(|poster| poster.association()).collect();
    let mut rows: Vec<Row> = Vec::new();
    if !units.is_empty() {
        let query = reader.query(&OF_UNITS).bind(tenant).bind(today).bind(since);
        rows.extend(query.bind_list(&units).all::<Row>().await?);
    }
    if !associations.is_empty() {
        let query = reader.query(&OF_ASSOCIATIONS).bind(tenant).bind(since);
        rows.extend(query.bind_list(&associations).all::<Row>().await?);
    }
    rows.sort_by_key(|row| (std::cmp::Reverse(row.waiting), std::cmp::Reverse(row.updated_at), row.id));
    Ok(rows)
}

impl Row {
    fn helping(&self, t: T) -> String {
        let helping = t.task_mine_helping(self.helping);
        match self.agreeing {
            0 => helping,
            agreeing => format!("{helping}. {}", t.task_mine_agreeing(agreeing)),
        }
    }

    fn line(&self, cx: &Cx) -> Line {
        let t = T(cx.locale);
        let href = format!("/opgaver/{}", self.id);
        let edit = format!("{href}/rediger");
        let (step, step_href, is_due) = match self.state {
            StateKind::Draft if !self.state_reason.is_empty() => (t.task_mine_step_sent_back(), edit, true),
            StateKind::Draft => (t.task_mine_step_draft(), edit, true),
            StateKind::Awaiting => (t.task_mine_step_awaiting(), href.clone(), false),
            StateKind::Open | StateKind::Filled if self.waiting > 0 => {
                (t.task_mine_step_answer(), format!("{href}/interesserede"), true)
            }
            StateKind::Open if self.asked_if_current_at.is_some() => {
                (t.task_mine_step_current(), href.clone(), true)
            }
            StateKind::Open | StateKind::Filled => (t.task_mine_step_see(), href.clone(), false),
            StateKind::Closed | StateKind::Expired | StateKind::Cancelled => {
                (t.task_mine_step_over(), href.clone(), false)
            }
        };
        let was_public = !matches!(self.state, StateKind::Draft | StateKind::Awaiting);
        let when = Time::from(self.time.clone()).sentence(cx.locale, cx.now().day());
        Line {
            title: if self.title.is_empty() { t.task_untitled().to_owned() } else { self.title.clone() },
            poster: self.poster_name.clone(),
            when: as_beginning(&when),
            helping: if was_public { self.helping(t) } else { String::new() },
            waiting: if self.waiting > 0 { t.task_mine_waiting(self.waiting) } else { String::new() },
            step,
            step_href,
            is_due,
            href,
        }
    }
}

impl Line {
    /// Something that is due is highlighted.
    fn kind(&self) -> &'static str {
        if self.is_due { "primary" } else { "secondary" }
    }
}
