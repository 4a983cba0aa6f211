//! Two registrations are one person: the tasks they are the contact of, the news they got, their own link.

use samskab_store::{Connection, Result, Statement, Tx};
use samskab_web::{
    Cx, Services,
    merge::{Clash, Merges, Moving, Pair, count, run},
};
use uuid::Uuid;

use crate::{T, channel::ChannelId};

pub const MERGES: Merges = Merges {
    place: 50,
    columns: &[
        "association_declaration.signed_by",
        "channel.person_id",
        "notice.about_id",
        "notice.person_id",
        "task.contact_person_id",
        "task.created_by",
    ],
    preview,
    carry_out,
};

samskab_store::statements! {
    COUNT_TASKS = "select count(*) from task where tenant_id = $1 and contact_person_id = $2";
    OWN_LINK = "select id from channel where tenant_id = $1 and person_id = $2";
    /// Visits by the link that is removed are counted for the link that stays.
    ADD_TIMES = "update channel_visit set times = times + coalesce((
                     select cast(sum(gone.times) as bigint) from channel_visit gone
                     where gone.tenant_id = $1 and gone.channel_id = $2 and gone.day = channel_visit.day
                       and coalesce(gone.task_id, gone.channel_id) = coalesce(channel_visit.task_id, $2)), 0)
                 where tenant_id = $1 and channel_id = $3";
    ADD_VISITS = "insert into channel_visit (tenant_id, channel_id, day, task_id, times)
                  select tenant_id, $3, day, task_id, times from channel_visit gone
                  where tenant_id = $1 and channel_id = $2
                    and not exists (select 1 from channel_visit own where own.tenant_id = $1 and own.channel_id = $3
                        and own.day = gone.day and coalesce(own.task_id, own.channel_id) = coalesce(gone.task_id, $3))";
    MOVE_CAME_BY = "update interest set channel_id = $3 where tenant_id = $1 and channel_id = $2";
    DROP_LINK = "delete from channel where tenant_id = $1 and id = $2";
    MOVE_LINK = "update channel set person_id = $2 where tenant_id = $1 and person_id = $3";
    MOVE_TASKS = "update task set contact_person_id = $2 where tenant_id = $1 and contact_person_id = $3";
    MOVE_WRITTEN = "update task set created_by = $2 where tenant_id = $1 and created_by = $3";
    MOVE_NOTICES = "update notice set person_id = $2 where tenant_id = $1 and person_id = $3";
    MOVE_ABOUT = "update notice set about_id = $2 where tenant_id = $1 and about_id = $3";
    MOVE_SIGNED = "update association_declaration set signed_by = $2 where tenant_id = $1 and signed_by = $3";
}

async fn links(
    connection: &mut Connection,
    tenant: samskab_kernel::TenantId,
    pair: Pair,
) -> Result<(Option<ChannelId>, Option<ChannelId>)> {
    let mut of = [None, None];
    for (link, person) in of.iter_mut().zip([pair.stays, pair.gone]) {
        *link = connection.query(&OWN_LINK).bind(tenant).bind::<Uuid>(person).optional_scalar().await?;
    }
    Ok(of.into())
}

#[samskab_store::compiled_once]
async fn preview(cx: &Cx, connection: &mut Connection, pair: Pair) -> samskab_web::Result<Vec<Moving>> {
    let t = T(cx.locale);
    let mut all = Vec::new();
    let tasks = count(cx, connection, &COUNT_TASKS, pair.gone).await?;
    if tasks > 0 {
        all.push(Moving::new(t.merge_tasks(tasks)));
    }
    let (stays, gone) = links(connection, cx.tenant.id, pair).await?;
    if gone.is_some() {
        let clash = Clash::new(t.merge_link_twice(), t.merge_link_twice_outcome());
        all.push(Moving::new(t.merge_link()).with(stays.map(|_| clash)));
    }
    Ok(all)
}

#[samskab_store::compiled_once]
async fn carry_out(_services: &Services, tx: &mut Tx, pair: Pair) -> Result<()> {
    let tenant = tx.tenant();
    if let (Some(stays), Some(gone)) = links(tx, tenant, pair).await? {
        for statement in [&ADD_TIMES, &ADD_VISITS, &MOVE_CAME_BY] {
            tx.query(statement).bind(tenant).bind(gone).bind(stays).execute().await?;
        }
        tx.query(&DROP_LINK).bind(tenant).bind(gone).execute().await?;
    }
    let moving: [&Statement; 6] =
        [&MOVE_LINK, &MOVE_TASKS, &MOVE_WRITTEN, &MOVE_NOTICES, &MOVE_ABOUT, &MOVE_SIGNED];
    run(tx, pair, &moving).await
}
