//! Two registrations are one person: what was suggested to them, and what they were invited to.

use samskab_organisation::{identify::Who as _, person::PersonId};
use samskab_store::{Connection, Result, Statement, Tx};
use samskab_taskbank::task::TaskId;
use samskab_web::{
    Cx, Services,
    merge::{Clash, Merges, Moving, Pair, count, run},
};

use super::invitation::{InvitationId, event::InvitationWithdrawn, store};
use crate::T;

pub const MERGES: Merges = Merges {
    place: 20,
    columns: &[
        "invitation.by_person_id",
        "invitation.person_id",
        "suggestion.person_id",
        "suggestion_declined.person_id",
    ],
    preview,
    carry_out,
};

samskab_store::statements! {
    OPEN = "select i.id, i.person_id, i.task_id, t.title from invitation i join task t on t.id = i.task_id
            where i.tenant_id = $1 and i.person_id in ($2, $3) and i.state = 'sent' and i.shift_id is null
            order by i.sent_at, i.id";
    COUNT_INVITATIONS = "select count(*) from invitation where tenant_id = $1 and person_id = $2";
    MOVE_INVITATIONS = "update invitation set person_id = $2 where tenant_id = $1 and person_id = $3";
    MOVE_SENT = "update invitation set by_person_id = $2 where tenant_id = $1 and by_person_id = $3";
    /// A list is worked out anew when its owner looks.
    DROP_SUGGESTIONS = "delete from suggestion where tenant_id = $1 and person_id = $3
                        and task_id in (select task_id from suggestion where tenant_id = $1 and person_id = $2)";
    MOVE_SUGGESTIONS = "update suggestion set person_id = $2 where tenant_id = $1 and person_id = $3";
    DECLINED_TWICE = "delete from suggestion_declined where tenant_id = $1 and person_id = $3
                      and task_id in (select task_id from suggestion_declined where tenant_id = $1 and person_id = $2)";
    MOVE_DECLINED = "update suggestion_declined set person_id = $2 where tenant_id = $1 and person_id = $3";
}

#[derive(Debug, Clone, samskab_store::Row)]
struct Open {
    id: InvitationId,
    person_id: PersonId,
    task_id: TaskId,
    title: String,
}

/// Invitations of the one who is gone to what the other is invited to as well.
fn twice(open: &[Open], pair: Pair) -> Vec<&Open> {
    let stays = |one: &Open| {
        open.iter().any(|other| other.person_id.uuid() == pair.stays && other.task_id == one.task_id)
    };
    open.iter().filter(|one| one.person_id.uuid() == pair.gone && stays(one)).collect()
}

async fn open(
    connection: &mut Connection,
    tenant: samskab_kernel::TenantId,
    pair: Pair,
) -> Result<Vec<Open>> {
    connection.query(&OPEN).bind(tenant).bind(pair.stays).bind(pair.gone).all().await
}

#[samskab_store::compiled_once]
async fn preview(cx: &Cx, connection: &mut Connection, pair: Pair) -> samskab_web::Result<Vec<Moving>> {
    let t = T(cx.locale);
    let invitations = count(cx, connection, &COUNT_INVITATIONS, pair.gone).await?;
    if invitations == 0 || !cx.actor.is_coordinator() {
        return Ok(Vec::new());
    }
    let open = open(connection, cx.tenant.id, pair).await?;
    let clash =
        |one: &&Open| Clash::new(t.merge_invited_twice(one.title.as_str()), t.merge_invited_twice_outcome());
    Ok(vec![Moving::new(t.merge_invitations(invitations)).with(twice(&open, pair).iter().map(clash))])
}

#[samskab_store::compiled_once]
async fn carry_out(_services: &Services, tx: &mut Tx, pair: Pair) -> Result<()> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let open = open(tx, tenant, pair).await?;
    for one in twice(&open, pair) {
        let Some(invitation) = store::find(tx, tenant, one.id).await? else { continue };
        if let Ok(withdrawn) = invitation.withdraw(now)
            && store::save(tx, &withdrawn).await?
        {
            tx.record_last(&InvitationWithdrawn::of(&withdrawn))?;
        }
    }
    let moving: [&Statement; 6] = [
        &MOVE_INVITATIONS,
        &MOVE_SENT,
        &DROP_SUGGESTIONS,
        &MOVE_SUGGESTIONS,
        &DECLINED_TWICE,
        &MOVE_DECLINED,
    ];
    run(tx, pair, &moving).await
}
