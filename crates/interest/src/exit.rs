//! What waits for the answer of somebody who leaves: shown before the yes, and told to whoever answers from then on.

use samskab_store::{Connection, Result, Tx};
use samskab_taskbank::task::TaskId;
use samskab_web::{
    Cx, Services,
    exit::{Consequence, Dependents, Exit, Line, Settlement},
};
use uuid::Uuid;

use crate::{
    InterestId, State, T, href,
    news::{News, spread},
    store,
};

pub(crate) const DEPENDENTS: Dependents =
    Dependents { place: 15, list, settle, take_back: None, counted_on: None };

samskab_store::statements! {
    /// At tasks that somebody is the contact of.
    WAITING_FOR = "select i.id, i.name, t.title, coalesce(t.unit_id, t.association_id) as place
                   from interest i join task t on t.id = i.task_id
                   where i.tenant_id = $1 and t.contact_person_id = $2 and", store::IS_OWED,
                  "order by i.answer_due_at, i.id limit 500";
}

#[derive(samskab_store::Row)]
struct WaitingFor {
    id: InterestId,
    name: String,
    title: String,
    place: Uuid,
}

#[samskab_store::compiled_once]
async fn list(cx: &Cx, connection: &mut Connection, exit: Exit) -> samskab_web::Result<Vec<Consequence>> {
    let (person, at) = match exit {
        Exit::Holder { person, place } => (person, Some(place)),
        Exit::Roles(person) => (person, None),
        // Whoever deletes their own account has no role by then.
        Exit::Person(person) if cx.actor.person != Some(person) => (person, None),
        _ => return Ok(Vec::new()),
    };
    let t = T(cx.locale);
    let mut waiting: Vec<WaitingFor> =
        connection.query(&WAITING_FOR).bind(cx.tenant.id).bind(person).all().await?;
    waiting.retain(|one| at.is_none_or(|at| one.place == at));
    let line = |one: &WaitingFor| Line::new(format!("{}, {}", one.name, one.title), href(one.id));
    let heading = |count: usize| match cx.actor.person == Some(person) {
        true => t.interest_exit_own_answers(count),
        false => t.interest_exit_answers(count),
    };
    let found = Consequence::of(waiting.iter().map(line).collect(), heading);
    Ok(found.map(|one| one.with_outcome(t.interest_exit_answers_outcome())).into_iter().collect())
}

/// Whoever answers for the task from now on hears of each who waits.
#[samskab_store::compiled_once]
async fn settle(_: &Services, tx: &mut Tx, exit: Exit, _: &Settlement) -> Result<()> {
    let Exit::TaskContact(task) = exit else { return Ok(()) };
    let tenant = tx.tenant();
    for interest in store::of_task(tx, tenant, TaskId::from_uuid(task)).await? {
        match interest.state {
            State::New => spread(tx, interest.id, News::New).await?,
            _ if interest.owed().is_some() => spread(tx, interest.id, News::Replied).await?,
            _ => {}
        }
    }
    Ok(())
}
