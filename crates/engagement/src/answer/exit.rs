//! Who counts on a task that is called off, moved or ends earlier, and on a place or a person that leaves: those who
//! wait for an answer, and those with an agreement. Each is told, in the transaction of the exit.

use samskab_kernel::{TenantId, contact::Email};
use samskab_mail::Message;
use samskab_organisation::{
    answering::{self, languages, responsible},
    person::PersonId,
};
use samskab_store::{Connection, Result, Tx};
use samskab_taskbank::{
    notice,
    task::{self, TaskId, store::ShownTask},
};
use samskab_web::{
    Cx, Services, Tenant,
    exit::{Consequence, Dependents, Exit, Farewell, Line, Settlement},
    module::BoxFuture,
    token,
};
use uuid::Uuid;

use super::cancelled;
use crate::{
    T,
    engagement::{self, EngagementId},
};
use samskab_interest::{
    Interest, Rung, State, StateKind, StepKind,
    event::InterestDeclined,
    letter::Writer,
    store::By,
    wording::{self, Cancellation},
};

pub const DEPENDENTS: Dependents =
    Dependents { place: 20, list, settle, take_back: None, counted_on: Some(counted_on) };

samskab_store::statements! {
    /// Interests that wait at a unit, an association or a task.
    WAITING = "select i.id, i.name, t.title from interest i join task t on t.id = i.task_id
               where i.tenant_id = $1 and i.state in ('new', 'invited', 'waitlisted')
                 and (t.unit_id = $2 or t.association_id = $2 or t.id = $2)
               order by t.title, i.waiting_since, i.id limit 500";
    AGREED = "select e.id, n.name, t.title from engagement e join task t on t.id = e.task_id
              join person n on n.id = e.person_id
              where e.tenant_id = $1 and e.state <> 'ended'
                and (t.unit_id = $2 or t.association_id = $2 or t.id = $2)
              order by t.title, n.name, e.id limit 500";
    COUNTED_ON = "select task_id from interest
                  where tenant_id = $1 and task_id in ({list}) and state in ('new', 'invited', 'waitlisted')
                  union select task_id from engagement
                  where tenant_id = $1 and task_id in ({list}) and state <> 'ended'";
    /// Of those who wait for an answer, no letter reaches these.
    WAITING_WITHOUT_ADDRESS = "select i.id, i.name, t.title from interest i join task t on t.id = i.task_id
                               where i.tenant_id = $1 and i.task_id = $2 and i.email is null
                                 and i.state in ('new', 'invited', 'waitlisted')
                               order by i.waiting_since, i.id limit 500";
    /// No letter reaches them.
    WITHOUT_ADDRESS = "select e.id, n.name, t.title from engagement e join task t on t.id = e.task_id
                       join person n on n.id = e.person_id left join interest i on i.id = e.interest_id
                       where e.tenant_id = $1 and e.task_id = $2 and e.state <> 'ended'
                         and n.email is null and i.email is null
                       order by n.name, e.id limit 500";
    WAITING_TO_BE_WRITTEN = "select i.id, i.name, t.title from interest i join task t on t.id = i.task_id
                             where i.tenant_id = $1 and i.task_id = $2 and i.email is not null
                               and i.state in ('new', 'invited', 'waitlisted')
                             order by i.waiting_since, i.id limit 500";
    WAITING_OF_PERSON = "select i.id, '' as name, t.title from interest i join task t on t.id = i.task_id
                         join person n on n.tenant_id = i.tenant_id and n.email = i.email
                         where i.tenant_id = $1 and n.id = $2 and i.state in ('new', 'invited', 'waitlisted')
                         order by i.created_at, i.id limit 500";
    AGREED_OF_PERSON = "select e.id, '' as name, t.title from engagement e join task t on t.id = e.task_id
                        where e.tenant_id = $1 and e.person_id = $2 and e.state <> 'ended'
                        order by e.created_at, e.id limit 500";
    /// Live, and their interest does not carry the letter.
    ON_THEIR_OWN = "select e.id from engagement e
                    where e.tenant_id = $1 and e.task_id = $2 and e.state <> 'ended'
                      and not exists (select 1 from interest i where i.id = e.interest_id and i.state in
                          ('new', 'invited', 'accepted', 'waitlisted'))
                    order by e.id limit 1000";
    LIVE_OF_TASK = "select id from engagement where tenant_id = $1 and task_id = $2 and state <> 'ended'
                    order by id limit 1000";
    TASKS_OF_PERSON = "select distinct task_id from engagement
                       where tenant_id = $1 and person_id = $2 and state in ('proposed', 'active', 'paused')
                       order by task_id";
    TASKS_WAITED_FOR = "select distinct i.task_id from interest i join person n on n.tenant_id = i.tenant_id
                            and n.email = i.email
                        where i.tenant_id = $1 and n.id = $2 and i.state in ('new', 'invited', 'waitlisted')";
}

#[derive(samskab_store::Row)]
struct Counting {
    id: Uuid,
    name: String,
    title: String,
}

impl Counting {
    fn line(&self, href: String) -> Line {
        let text =
            if self.name.is_empty() { self.title.clone() } else { format!("{}, {}", self.name, self.title) };
        Line::new(text, href)
    }
}

#[samskab_store::compiled_once]
async fn list(cx: &Cx, connection: &mut Connection, exit: Exit) -> samskab_web::Result<Vec<Consequence>> {
    let (t, tenant) = (T(cx.locale), cx.tenant.id);
    let (id, waiting, agreed) = match exit {
        Exit::Unit(id) | Exit::Association(id) | Exit::Task(id) | Exit::TaskFull(id) => {
            (id, &WAITING, &AGREED)
        }
        Exit::Person(id) => (id, &WAITING_OF_PERSON, &AGREED_OF_PERSON),
        Exit::TaskTimes { task, .. } => return other_times(cx, connection, task).await,
        Exit::Holder { .. } | Exit::Roles(_) | Exit::TaskContact(_) | Exit::Consent(_) => {
            return Ok(Vec::new());
        }
    };
    let waiting: Vec<Counting> = connection.query(waiting).bind(tenant).bind(id).all().await?;
    let agreed: Vec<Counting> = connection.query(agreed).bind(tenant).bind(id).all().await?;
    let is_person = matches!(exit, Exit::Person(_));
    let is_own = is_person && cx.actor.person == Some(id);
    let waits = waiting.iter().map(|one| {
        one.line(if is_own { "/mine-interesser".to_owned() } else { samskab_interest::href(one.id.into()) })
    });
    let helps = agreed.iter().map(|one| {
        let id = EngagementId::from_uuid(one.id);
        one.line(if is_own { format!("/aftaler/{id}") } else { engagement::href(id) })
    });
    let heading = |count: usize| match (is_own, is_person) {
        (true, _) => t.engagement_exit_own_waiting(count),
        (false, true) => t.engagement_exit_of_person_waiting(count),
        (false, false) => t.engagement_exit_waiting(count),
    };
    let letters = match exit {
        Exit::Task(id) => letters(cx, connection, id.into(), agreed.first()).await?,
        _ => [String::new(), String::new()],
    };
    let [to_waiting, to_agreed] = letters;
    let waits = Consequence::of(waits.collect(), heading).map(|one| one.with_letter(to_waiting));
    let heading = |count: usize| match (is_own, is_person) {
        (true, _) => t.engagement_exit_own_agreed(count),
        (false, true) => t.engagement_exit_of_person_agreed(count),
        (false, false) => t.engagement_exit_agreed(count),
    };
    let helps = Consequence::of(helps.collect(), heading).map(|one| one.with_letter(to_agreed));
    let outcome = |one: Consequence| match (is_own, is_person) {
        (true, _) => one.with_outcome(t.engagement_exit_own_outcome()),
        (false, true) => one.with_outcome(t.engagement_exit_of_person_outcome()),
        (false, false) => one,
    };
    let silent = match exit {
        Exit::Task(task) => to_be_called(cx, connection, task).await?,
        _ => None,
    };
    Ok(waits.into_iter().chain(helps).map(outcome).chain(silent).collect())
}

/// Of those who count on a task, whom no letter reaches.
async fn to_be_called(
    cx: &Cx,
    connection: &mut Connection,
    task: Uuid,
) -> samskab_web::Result<Option<Consequence>> {
    let (t, tenant) = (T(cx.locale), cx.tenant.id);
    let agreed: Vec<Counting> = connection.query(&WITHOUT_ADDRESS).bind(tenant).bind(task).all().await?;
    let waiting: Vec<Counting> =
        connection.query(&WAITING_WITHOUT_ADDRESS).bind(tenant).bind(task).all().await?;
    let agreed = agreed.iter().map(|one| one.line(engagement::href(EngagementId::from_uuid(one.id))));
    let waiting = waiting.iter().map(|one| one.line(samskab_interest::href(one.id.into())));
    Ok(Consequence::of(agreed.chain(waiting).collect(), |count| t.engagement_exit_times_call(count)))
}

fn counted_on<'a>(
    connection: &'a mut Connection,
    tenant: TenantId,
    tasks: &'a [Uuid],
) -> BoxFuture<'a, Result<Vec<Uuid>>> {
    Box::pin(async move {
        connection.query(&COUNTED_ON).bind(tenant).bind_list(tasks).bind_list(tasks).scalars().await
    })
}

/// What whoever waits and whoever has an agreement reads when the task is called off, with words in place of what is their
/// own and of the reason. `agreed`: one of those with an agreement, whose letter it is.
async fn letters(
    cx: &Cx,
    connection: &mut Connection,
    id: TaskId,
    agreed: Option<&Counting>,
) -> samskab_web::Result<[String; 2]> {
    let (t, tenant, today) = (T(cx.locale), cx.tenant.id, cx.today());
    let Some(shown) = task::store::shown(connection, tenant, id, today).await? else {
        return Ok([String::new(), String::new()]);
    };
    let ladder = answering::ladder(connection, tenant, shown.task.poster, today).await?;
    let call = shown.whom_to_call(&ladder, &cx.tenant, cx.locale);
    let said = Cancellation {
        first_name: t.engagement_exit_first_name(),
        task: &shown.task.title,
        when: &shown.task.time.sentence(cx.locale, today),
        place: &shown.poster_name,
        contact: call.as_ref().map_or(cx.tenant.name.as_str(), |call| call.name.as_str()),
        reason: t.engagement_exit_reason(),
        shifts: None,
    };
    let shifts = match agreed {
        Some(one) => engagement::shifts_to_come(connection, tenant, one.id.into(), cx.now()).await?,
        None => 0,
    };
    let agreed = Cancellation { shifts: Some(shifts), ..said };
    Ok([said, agreed].map(|said| wording::cancelled(cx.locale, said)))
}

/// The task gets other times or another place: the letters to those who count on it, and who must be called.
async fn other_times(
    cx: &Cx,
    connection: &mut Connection,
    task: Uuid,
) -> samskab_web::Result<Vec<Consequence>> {
    let (t, tenant) = (T(cx.locale), cx.tenant.id);
    let agreed: Vec<Counting> = connection.query(&AGREED).bind(tenant).bind(task).all().await?;
    let silent = to_be_called(cx, connection, task).await?;
    let waiting: Vec<Counting> =
        connection.query(&WAITING_TO_BE_WRITTEN).bind(tenant).bind(task).all().await?;
    let engagement = |one: &Counting| one.line(engagement::href(EngagementId::from_uuid(one.id)));
    let interest = |one: &Counting| one.line(samskab_interest::href(one.id.into()));
    let agreed =
        Consequence::of(agreed.iter().map(engagement).collect(), |count| t.engagement_exit_agreed(count));
    let waiting =
        Consequence::of(waiting.iter().map(interest).collect(), |count| t.engagement_exit_waiting(count));
    let agreed = agreed.map(|one| one.with_outcome(t.engagement_exit_times_agreed_outcome()));
    let waiting = waiting.map(|one| one.with_outcome(t.engagement_exit_times_waiting_outcome()));
    Ok([agreed, silent, waiting].into_iter().flatten().collect())
}

#[samskab_store::compiled_once]
async fn settle(services: &Services, tx: &mut Tx, exit: Exit, settlement: &Settlement) -> Result<()> {
    match exit {
        Exit::Task(task) | Exit::TaskTimes { task, .. } => {
            let (tenant, today) = (tx.tenant(), tx.now().day());
            let Some(municipality) = services.tenants.with_id(tenant, tx.now()).await? else { return Ok(()) };
            let Some(shown) = task::store::shown(tx, tenant, task.into(), today).await? else {
                return Ok(());
            };
            let leaving = TaskExit { services, municipality: &municipality, shown, settlement };
            match settlement.to {
                _ if matches!(exit, Exit::TaskTimes { .. }) => leaving.at_other_times(tx).await,
                Some(_) => leaving.moved(tx).await,
                None if settlement.last_day > today => leaving.ends_later(tx).await,
                None => leaving.is_over(tx).await,
            }
        }
        Exit::TaskFull(task) => no_more_wanted(services, tx, task.into()).await,
        Exit::Person(person) => account_gone(tx, PersonId::from_uuid(person), settlement.farewell).await,
        Exit::Unit(_)
        | Exit::Association(_)
        | Exit::Holder { .. }
        | Exit::Roles(_)
        | Exit::TaskContact(_)
        | Exit::Consent(_) => Ok(()),
    }
}

/// What the letters need when a task is called off, moved or ends earlier.
struct TaskExit<'a> {
    services: &'a Services,
    municipality: &'a Tenant,
    shown: ShownTask,
    settlement: &'a Settlement,
}

impl TaskExit<'_> {
    fn task(&self) -> TaskId {
        self.shown.task.id
    }

    async fn live(&self, tx: &mut Tx) -> Result<Vec<Interest>> {
        let tenant = tx.tenant();
        let mut all = samskab_interest::store::of_task(tx, tenant, self.task()).await?;
        all.retain(|one| one.state.is_live());
        Ok(all)
    }

    /// Called off: whoever waits is told, agreements end with a letter.
    async fn is_over(&self, tx: &mut Tx) -> Result<()> {
        let tenant = tx.tenant();
        for interest in self.live(tx).await? {
            cancelled::say(
                self.services,
                self.municipality,
                tx,
                &self.shown,
                interest,
                &self.settlement.reason,
            )
            .await?;
        }
        let ids: Vec<EngagementId> = tx.query(&ON_THEIR_OWN).bind(tenant).bind(self.task()).scalars().await?;
        for id in ids {
            engagement::end_with_task(tx, self.services, self.municipality, id, &self.settlement.reason)
                .await?;
        }
        Ok(())
    }

    /// It ends on a day that is still to come: those who help and those who wait know it from now on.
    async fn ends_later(&self, tx: &mut Tx) -> Result<()> {
        let (last_day, reason) = (self.settlement.last_day, self.settlement.reason.as_str());
        self.to_engaged(tx, engagement::Notice::EndsOn { last_day, reason }).await?;
        self.to_waiting(tx, |writer, to| writer.ends_on(to, last_day, reason)).await
    }

    /// Another place has the task from now on: everybody is told who answers.
    async fn moved(&self, tx: &mut Tx) -> Result<()> {
        self.to_engaged(tx, engagement::Notice::Moved).await?;
        self.to_waiting(tx, |writer, to| writer.moved(to)).await
    }

    /// The task has another time or place from now on: agreements follow, and whoever waits is told of both.
    async fn at_other_times(&self, tx: &mut Tx) -> Result<()> {
        let tenant = tx.tenant();
        let ids: Vec<EngagementId> = tx.query(&LIVE_OF_TASK).bind(tenant).bind(self.task()).scalars().await?;
        if let Some(before) = task::moved::corrected_place(self.settlement) {
            for id in ids {
                engagement::correct_place(tx, id, (before, &self.shown.task)).await?;
            }
            return Ok(());
        }
        let Some(before) = task::moved::before(self.settlement) else { return Ok(()) };
        let after = &self.shown.task;
        for id in ids {
            engagement::follow_task(tx, self.services, self.municipality, id, (before, after)).await?;
        }
        let write = |writer: &Writer<'_>, to| {
            writer.other_times(to, &before.told_changes(after, writer.interest.locale, writer.today))
        };
        self.to_waiting(tx, write).await
    }

    /// A letter to everybody who has an address and waits for an answer or a place.
    async fn to_waiting(&self, tx: &mut Tx, write: impl Fn(&Writer<'_>, Email) -> Message) -> Result<()> {
        let (tenant, today) = (tx.tenant(), tx.now().day());
        let ladder = answering::ladder(tx, tenant, self.shown.task.poster, today).await?;
        for interest in self.live(tx).await? {
            let Some(to) = interest.email.clone().filter(|_| interest.state != State::Accepted) else {
                continue;
            };
            let secret = token::fresh(self.services.db.dice());
            samskab_interest::store::add_link(tx, interest.id, &secret).await?;
            let writer = Writer {
                municipality: self.municipality,
                interest: &interest,
                task: &self.shown.task.title,
                by: &self.shown.poster_name,
                link: self.services.absolute(tenant, &format!("/interesse/{secret}")),
                call: self.shown.whom_to_call(&ladder, self.municipality, interest.locale),
                today,
            };
            samskab_mail::send(tx, write(&writer, to)).await?;
        }
        Ok(())
    }

    async fn to_engaged(&self, tx: &mut Tx, notice: engagement::Notice<'_>) -> Result<()> {
        let tenant = tx.tenant();
        let ids: Vec<EngagementId> = tx.query(&LIVE_OF_TASK).bind(tenant).bind(self.task()).scalars().await?;
        for id in ids {
            engagement::tell_of_task(tx, self.services, self.municipality, id, notice).await?;
        }
        Ok(())
    }
}

/// No more volunteers are wanted: nobody stays on a waiting list that leads nowhere. Those who wait for their first
/// answer still get one from somebody.
async fn no_more_wanted(services: &Services, tx: &mut Tx, task: TaskId) -> Result<()> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let Some(municipality) = services.tenants.with_id(tenant, tx.now()).await? else { return Ok(()) };
    let Some(shown) = task::store::shown(tx, tenant, task, now.day()).await? else { return Ok(()) };
    let ladder = answering::ladder(tx, tenant, shown.task.poster, now.day()).await?;
    for interest in samskab_interest::store::of_task(tx, tenant, task).await? {
        if interest.state != State::Waitlisted {
            continue;
        }
        let Some(to) = interest.email.clone() else {
            // Somebody calls and says so: it is owed as a first answer is.
            let days = samskab_interest::Settings::of(&municipality).promise_days;
            let called = interest.to_be_called(days, now);
            samskab_interest::store::save(tx, &called, StateKind::Waitlisted).await?;
            continue;
        };
        let Ok(interest) = interest.decline(now) else { continue };
        if !samskab_interest::store::save(tx, &interest, StateKind::Waitlisted).await? {
            continue;
        }
        let call = shown.whom_to_call(&ladder, &municipality, interest.locale);
        let contact = call.as_ref().map_or(municipality.name.as_str(), |call| call.name.as_str());
        let text = wording::proposal(
            StateKind::Declined,
            "filled",
            true,
            &interest,
            &shown.task.title,
            &shown.poster_name,
            contact,
        );
        samskab_interest::store::add_step(tx, interest.id, By::Program, StepKind::Declined, &text).await?;
        let secret = token::fresh(services.db.dice());
        samskab_interest::store::add_link(tx, interest.id, &secret).await?;
        let others = samskab_interest::similar::similar(tx, tenant, task).await?;
        let link = services.absolute(tenant, &format!("/interesse/{secret}"));
        let (title, by) = (&shown.task.title, &shown.poster_name);
        let (municipality, interest) = (&municipality, &interest);
        let writer = Writer { municipality, interest, task: title, by, link, call, today: now.day() };
        let letter = writer.answer(to, &text, &[], &others, |path| services.absolute(tenant, path));
        samskab_mail::send(tx, letter).await?;
        notice::settle(tx, &interest.href()).await?;
        tx.record_last(&InterestDeclined { interest: interest.id, task: interest.task })?;
    }
    Ok(())
}

/// Somebody deletes their account: those who counted on them hear it, without a name, which is nobody's any more.
async fn account_gone(tx: &mut Tx, person: PersonId, farewell: Farewell) -> Result<()> {
    let (tenant, how) = (tx.tenant(), farewell.code());
    let helped: Vec<TaskId> = tx.query(&TASKS_OF_PERSON).bind(tenant).bind(person).scalars().await?;
    let asked: Vec<TaskId> = tx.query(&TASKS_WAITED_FOR).bind(tenant).bind(person).scalars().await?;
    for task in &helped {
        tell_place(tx, *task, "engagement.account_gone", |t, title| {
            t.engagement_news_account_gone(how, title)
        })
        .await?;
    }
    for task in asked.iter().filter(|task| !helped.contains(task)) {
        tell_place(tx, *task, "interest.account_gone", |t, title| t.interest_news_account_gone(how, title))
            .await?;
    }
    Ok(())
}

async fn tell_place(
    tx: &mut Tx,
    id: TaskId,
    kind: &'static str,
    text: impl Fn(T, &str) -> String,
) -> Result<()> {
    let (tenant, today) = (tx.tenant(), tx.now().day());
    let Some(task) = task::store::find(tx, tenant, id).await? else { return Ok(()) };
    let ladder = answering::ladder(tx, tenant, task.poster, today).await?;
    let told = responsible(&ladder, task.contact, Rung::Contact);
    for (who, locale) in languages(tx, tenant, &told).await? {
        notice::tell(tx, who, kind, text(T(locale), &task.title), format!("/opgaver/{id}/interesserede"))
            .await?;
    }
    Ok(())
}
