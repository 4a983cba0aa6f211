//! Open invitations of a task or a place that leaves: nobody is asked for what will not be.

use samskab_organisation::person::PersonId;
use samskab_store::{Connection, Result, Tx};
use samskab_taskbank::task::{self, TaskId};
use samskab_web::{
    Cx, Services,
    exit::{Consequence, Dependents, Exit, Line, Settlement},
};

use super::invitation::{Invitation, State, event::InvitationWithdrawn, store};
use crate::T;

pub const DEPENDENTS: Dependents = Dependents { place: 40, list, settle, take_back: None, counted_on: None };

samskab_store::statements! {
    OPEN_OF = "select t.id, t.title, cast(count(i.id) as bigint) as asked from invitation i
               join task t on t.id = i.task_id
               where i.tenant_id = $1 and i.state = 'sent' and i.expires_at > $3
                 and (t.unit_id = $2 or t.association_id = $2 or t.id = $2)
               group by t.id, t.title order by t.title, t.id limit 300";
}

#[derive(samskab_store::Row)]
struct TaskWithInvitations {
    id: TaskId,
    title: String,
    asked: i64,
}

#[samskab_store::compiled_once]
async fn list(cx: &Cx, connection: &mut Connection, exit: Exit) -> samskab_web::Result<Vec<Consequence>> {
    let (t, tenant) = (T(cx.locale), cx.tenant.id);
    let id = match exit {
        Exit::Unit(id) | Exit::Association(id) | Exit::Task(id) => id,
        Exit::Consent(person) => return own_invitations(cx, connection, person.into()).await,
        Exit::Holder { .. }
        | Exit::Roles(_)
        | Exit::TaskFull(_)
        | Exit::TaskContact(_)
        | Exit::TaskTimes { .. }
        | Exit::Person(_) => {
            return Ok(Vec::new());
        }
    };
    let asked: Vec<TaskWithInvitations> =
        connection.query(&OPEN_OF).bind(tenant).bind(id).bind(cx.now()).all().await?;
    let line = |one: &TaskWithInvitations| {
        Line::new(t.matching_exit_line(one.asked, &one.title), format!("/opgaver/{}/frivillige", one.id))
    };
    let total = usize::try_from(asked.iter().map(|one| one.asked).sum::<i64>()).unwrap_or_default();
    let lines = asked.iter().map(line).collect();
    Ok(Consequence::of(lines, |_| t.matching_exit_invited(total)).into_iter().collect())
}

/// A person's open invitations: they can still be answered, although the person is found for no new task.
async fn own_invitations(
    cx: &Cx,
    connection: &mut Connection,
    person: PersonId,
) -> samskab_web::Result<Vec<Consequence>> {
    let (t, tenant) = (T(cx.locale), cx.tenant.id);
    let mut open = store::of_person(connection, tenant, person).await?;
    open.retain(|one| one.is_open(cx.now()));
    let ids: Vec<TaskId> = open.iter().map(|one| one.task).collect();
    let cards = task::store::cards(connection, tenant, &ids, cx.today()).await?;
    let line = |one: &Invitation| {
        let card = cards.iter().find(|card| card.id == one.task)?;
        Some(Line::new(card.title.clone(), one.href()))
    };
    let lines = open.iter().filter_map(line).collect();
    let found = Consequence::of(lines, |count| t.matching_exit_own(count));
    Ok(found.map(|one| one.with_outcome(t.matching_exit_own_outcome())).into_iter().collect())
}

#[samskab_store::compiled_once]
async fn settle(_services: &Services, tx: &mut Tx, exit: Exit, settlement: &Settlement) -> Result<()> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let is_over = settlement.to.is_none() && settlement.last_day <= now.day();
    let (Exit::Task(task) | Exit::TaskFull(task)) = exit else { return Ok(()) };
    if !is_over {
        return Ok(());
    }
    let open = store::of_task(tx, tenant, task.into()).await?;
    for invitation in open.into_iter().filter(|one| one.state == State::Sent) {
        // An invitation to stand in for a shift that takes place is still needed.
        if matches!(exit, Exit::TaskFull(_)) && invitation.stand_in.is_some() {
            continue;
        }
        if let Ok(withdrawn) = invitation.withdraw(now)
            && store::save(tx, &withdrawn).await?
        {
            tx.record_last(&InvitationWithdrawn::of(&withdrawn))?;
        }
    }
    Ok(())
}
