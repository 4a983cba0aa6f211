//! What time does to requirements: what ends is told a month ahead, and what is not needed any more is forgotten.

use samskab_jobs::Failure;
use samskab_kernel::{Day, Instant, Locale, TenantId, text::first_name};
use samskab_organisation::answering::responsible;
use samskab_organisation::{
    answering::{self, Ladder, Poster, WhomToCall},
    association::AssociationId,
    person::{self, PersonId},
    unit::UnitId,
};
use samskab_store::{Connection, Result, Stamp, Tx};
use samskab_taskbank::authority::TaskResource;
use samskab_taskbank::{
    notice,
    notice::mail::municipality,
    task::{TaskId, store::poster},
};
use samskab_web::module::BoxFuture;
use samskab_web::{Cx, Services, Tenant, WorkItem};

use super::arrange;
use crate::{
    T,
    engagement::{self, EngagementId, due_before},
};
use samskab_interest::Rung;
use samskab_requirement::authority::{Action, may};
use samskab_requirement::{FulfilmentId, Precondition, Settings, rules::SEEN_DAYS_AHEAD};

samskab_store::statements! {
    /// Fulfilments that end soon and that a task the person helps with still asks for.
    ENDING = "select f.id, f.person_id, f.requirement, f.valid_to, f.warned_at, e.id as engagement_id, e.task_id, t.title,
                  t.unit_id, t.association_id, t.contact_person_id, n.name
              from fulfilment f
              join engagement e on e.tenant_id = f.tenant_id and e.person_id = f.person_id and e.state in ('active', 'paused')
                  and (f.task_id is null or f.task_id = e.task_id)
              join task t on t.id = e.task_id
              join person n on n.id = f.person_id
              where f.tenant_id = $1 and f.valid_to is not null and f.valid_to <= $2 and f.state = 'fulfilled'
                and t.requirements like '%' || f.requirement || '%'
              order by f.valid_to, f.id, e.id limit 1000";
    WARNED = "update fulfilment set warned_at = $3 where tenant_id = $1 and id = $2";
    /// The steps of a børneattest that the place takes next. The few fulfilments first: SQLite keeps the order of a cross join.
    TO_DO = "select f.id, f.person_id, f.state, f.state_since, e.id as engagement_id, e.begins_on, t.title, t.unit_id,
                 t.association_id, n.name
             from fulfilment f cross join engagement e
             join task t on t.id = f.task_id
             join person n on n.id = f.person_id
             where e.tenant_id = f.tenant_id and e.person_id = f.person_id and e.task_id = f.task_id and e.state <> 'ended'
               and f.tenant_id = $1 and f.requirement = 'childrens_certificate' and f.state in ('needed', 'consented')
             order by f.state_since, f.id limit 1000";
    FORGET_REFUSED = "delete from fulfilment where tenant_id = $1 and state = 'refused' and state_since < $2";
    FORGET_STALLED = "delete from fulfilment where tenant_id = $1 and state in ('needed', 'ordered', 'consented')
                      and state_since < $2";
    FORGET_DECLARATIONS = "delete from association_declaration where tenant_id = $1 and year < $2";
    REFUSED_DUE = "select count(*) from fulfilment where tenant_id = $1 and state = 'refused' and state_since < $2";
    STALLED_DUE = "select count(*) from fulfilment where tenant_id = $1 and state in ('needed', 'ordered', 'consented')
                   and state_since < $2";
    DECLARATIONS_DUE = "select count(*) from association_declaration where tenant_id = $1 and year < $2";
}

/// Days after which a børneattest that nobody has worked on any further counts as abandoned.
pub const STALLED_DAYS: i64 = 365;
/// Years for which an older declaration is kept.
pub const DECLARATION_YEARS: i64 = 5;

#[derive(samskab_store::Row)]
struct Ending {
    id: FulfilmentId,
    person_id: PersonId,
    requirement: Precondition,
    valid_to: Day,
    warned_at: Option<Instant>,
    engagement_id: EngagementId,
    #[expect(dead_code, reason = "a row says which task it is about")]
    task_id: TaskId,
    title: String,
    unit_id: Option<UnitId>,
    association_id: Option<AssociationId>,
    contact_person_id: Option<PersonId>,
    name: String,
}

impl Ending {
    fn poster(&self) -> Poster {
        poster(self.unit_id, self.association_id)
    }

    fn href(&self) -> String {
        format!("{}/krav/{}", engagement::href(self.engagement_id), self.requirement.segment())
    }
}

async fn ending(connection: &mut Connection, tenant: TenantId, today: Day) -> Result<Vec<Ending>> {
    connection.query(&ENDING).bind(tenant).bind(today.plus_days(SEEN_DAYS_AHEAD)).all().await
}

/// Tells the volunteer and the place, once, that something ends within a month.
pub async fn warn(services: Services, tenant: TenantId) -> std::result::Result<(), Failure> {
    let now = services.clock.now();
    let Some(municipality) = municipality(&services, tenant).await? else { return Ok(()) };
    let mut tx = services.db.begin(Stamp { tenant, actor: None, now }).await?;
    let all = ending(&mut tx, tenant, now.day()).await?;
    let fresh: Vec<&Ending> = all.iter().filter(|one| one.warned_at.is_none()).collect();
    if fresh.is_empty() {
        return Ok(());
    }
    let posters: Vec<Poster> = fresh.iter().map(|one| one.poster()).collect();
    let ladders = answering::ladders(&mut tx, tenant, &posters, now.day()).await?;
    let mut told: Option<FulfilmentId> = None;
    for one in fresh {
        // One thing may be asked for by several of a volunteer's tasks: they are told once, each place for itself.
        if told != Some(one.id) {
            tell_volunteer(&mut tx, &municipality, one, ladders.get(&one.poster())).await?;
            note_warned(&mut tx, one.id).await?;
            told = Some(one.id);
        }
        if let Some(ladder) = ladders.get(&one.poster()) {
            let answerers = responsible(ladder, one.contact_person_id, Rung::Contact);
            for (person, locale) in
                samskab_organisation::answering::languages(&mut tx, tenant, &answerers).await?
            {
                let name = first_name(&one.name);
                let what = one.requirement.name(locale);
                let (t, day) = (T(locale), locale.day(one.valid_to));
                let text = match one.requirement {
                    // It does not run out: no law ends it.
                    Precondition::ChildrensCertificate => t.requirement_news_renewal(day, name, &one.title),
                    _ => t.requirement_news_ending(day, name, &one.title, what),
                };
                notice::tell(&mut tx, person, "requirement.ending", text, one.href()).await?;
            }
        }
    }
    tx.commit().await?;
    Ok(())
}

/// The volunteer has been told that it ends.
pub(super) async fn note_warned(tx: &mut Tx, id: FulfilmentId) -> Result<()> {
    let (tenant, now) = (tx.tenant(), tx.now());
    tx.query(&WARNED).bind(tenant).bind(id).bind(now).execute().await?;
    Ok(())
}

/// Tells the volunteer what ends, for which task, and whom to call about it.
pub(super) fn own_ending(
    what: Precondition,
    valid_to: Day,
    title: &str,
    locale: Locale,
    call: Option<WhomToCall>,
) -> String {
    let (t, day, what) = (T(locale), locale.day(valid_to), what.name(locale));
    match call {
        Some(call) => t.requirement_news_own_ending_call(day, call.name, call.phone, title, what),
        None => t.requirement_news_own_ending(day, title, what),
    }
}

async fn tell_volunteer(
    tx: &mut Tx,
    municipality: &Tenant,
    one: &Ending,
    ladder: Option<&Ladder>,
) -> Result<()> {
    let Some(person) = person::store::find(tx, municipality.id, one.person_id).await? else { return Ok(()) };
    let locale = person.locale;
    let call = ladder.and_then(|ladder| {
        answering::whom_to_call(ladder, one.contact_person_id, ("", None), municipality, locale)
    });
    let (kind, text) = match one.requirement {
        // The place does it: this only tells.
        Precondition::ChildrensCertificate => {
            ("requirement.renewal", T(locale).requirement_news_own_renewal(&one.title))
        }
        what => ("requirement.ending", own_ending(what, one.valid_to, &one.title, locale, call)),
    };
    notice::tell(tx, person.id, kind, text, "/min-side/krav").await
}

#[derive(samskab_store::Row)]
struct ToDo {
    #[expect(dead_code, reason = "orders the list")]
    id: FulfilmentId,
    #[expect(dead_code, reason = "whose it is")]
    person_id: PersonId,
    state: samskab_requirement::StateKind,
    state_since: Instant,
    engagement_id: EngagementId,
    begins_on: Option<Day>,
    title: String,
    unit_id: Option<UnitId>,
    association_id: Option<AssociationId>,
    name: String,
}

/// What waits for those who are first for a place: the next step of a børneattest, what they have promised to arrange, and
/// what ends soon.
pub fn work_items<'a>(
    cx: &'a Cx,
    connection: &'a mut Connection,
) -> BoxFuture<'a, samskab_web::Result<Vec<WorkItem>>> {
    Box::pin(waiting(cx, connection))
}

async fn waiting(cx: &Cx, connection: &mut Connection) -> samskab_web::Result<Vec<WorkItem>> {
    use samskab_organisation::identify::Who as _;
    if cx.actor.standings.is_empty() {
        return Ok(Vec::new());
    }
    let (t, now) = (T(cx.locale), cx.now());
    let lies_here = |poster: Poster| {
        cx.actor.is_first_for(poster)
            && may(&cx.actor, Action::NoteRequirements, TaskResource::new_for(poster))
    };
    let mut items = Vec::new();
    let to_do: Vec<ToDo> = connection.query(&TO_DO).bind(cx.tenant.id).all().await?;
    for one in to_do.iter().filter(|one| lies_here(poster(one.unit_id, one.association_id))) {
        let name = first_name(&one.name);
        items.push(WorkItem {
            heading: t.worklist_kind_requirement_certificate(),
            title: match one.state {
                samskab_requirement::StateKind::Needed => t.requirement_work_order(name),
                _ => t.requirement_work_assess(name),
            },
            detail: one.title.clone(),
            href: format!("{}/krav/boerneattest", engagement::href(one.engagement_id)),
            since: one.state_since,
            due: due_before(one.begins_on.filter(|first| *first >= one.state_since.day()), one.state_since),
            reason: None,
            act: None,
        });
    }
    items.extend(arrange::work_items(cx, connection, lies_here).await?);
    for one in ending(connection, cx.tenant.id, now.day()).await? {
        if !lies_here(one.poster()) {
            continue;
        }
        let name = first_name(&one.name);
        let (what, day) = (one.requirement.name(cx.locale), cx.locale.day(one.valid_to));
        items.push(WorkItem {
            heading: t.worklist_kind_requirement_ending(),
            title: match one.requirement {
                Precondition::ChildrensCertificate => t.requirement_work_renew(name),
                _ if one.valid_to < now.day() => t.requirement_work_ended(day, name, what),
                _ => t.requirement_work_ending(day, name, what),
            },
            detail: one.title.clone(),
            href: one.href(),
            since: one.valid_to.plus_days(-SEEN_DAYS_AHEAD).start(),
            due: Some(one.valid_to.end()),
            reason: None,
            act: None,
        });
    }
    Ok(items)
}

/// Deletes what has no purpose any more (law B.7).
pub async fn forget(services: Services, tenant: TenantId) -> std::result::Result<(), Failure> {
    let now = services.clock.now();
    let Some(municipality) = municipality(&services, tenant).await? else { return Ok(()) };
    let days = Settings::of(&municipality).refused_retention_days;
    let mut tx = services.db.begin(Stamp { tenant, actor: None, now }).await?;
    let refused = tx.query(&FORGET_REFUSED).bind(tenant).bind(now.plus_days(-days)).execute().await?;
    let stalled = tx.query(&FORGET_STALLED).bind(tenant).bind(now.plus_days(-STALLED_DAYS)).execute().await?;
    let before = samskab_taskbank::declaration::year_of(now) - DECLARATION_YEARS;
    let declarations = tx.query(&FORGET_DECLARATIONS).bind(tenant).bind(before).execute().await?;
    tx.commit().await?;
    if refused + stalled + declarations > 0 {
        tracing::info!(refused, stalled, declarations, "requirements forgotten");
    }
    Ok(())
}

pub async fn refused_due(connection: &mut Connection, tenant: TenantId, before: Instant) -> Result<i64> {
    connection.query(&REFUSED_DUE).bind(tenant).bind(before).scalar().await
}

pub async fn stalled_due(connection: &mut Connection, tenant: TenantId, now: Instant) -> Result<i64> {
    connection.query(&STALLED_DUE).bind(tenant).bind(now.plus_days(-STALLED_DAYS)).scalar().await
}

pub async fn declarations_due(connection: &mut Connection, tenant: TenantId, now: Instant) -> Result<i64> {
    let before = samskab_taskbank::declaration::year_of(now) - DECLARATION_YEARS;
    connection.query(&DECLARATIONS_DUE).bind(tenant).bind(before).scalar().await
}
