//! When a body last talked about volunteering: by its minutes, and by what it took part in elsewhere.

use std::collections::HashMap;

use samskab_kernel::{Day, Instant, TenantId};
use samskab_organisation::body::BodyId;
use samskab_store::{Connection, Result, Tx, folded};
use uuid::Uuid;

samskab_store::statements! {
    IN_MINUTES = "select m.body_id, max(m.starts_at) as talked_at
        from agenda_item i join meeting m on m.id = i.meeting_id
        where i.tenant_id = $1 and m.tenant_id = $1 and m.starts_at >= $2 and m.state in ('minuted', 'approved')
          and i.state = 'decided' and (", folded!("i.title"), " like '%frivillig%' or ", folded!("i.about"), " like '%frivillig%')
        group by m.body_id";
    ELSEWHERE = "select t.body_id, max(t.talked_on) as talked_on from body_talk t
        where t.tenant_id = $1 and t.talked_on >= $2 group by t.body_id";
    ADD = "insert into body_talk (id, tenant_id, body_id, talked_on) values ($1, $2, $3, $4)";
    REMOVE = "delete from body_talk where tenant_id = $1 and id = $2";
}

/// For each body the last day since `since` on which it talked about volunteering. Runs two queries.
pub async fn last_talks(
    connection: &mut Connection,
    tenant: TenantId,
    since: Day,
) -> Result<HashMap<BodyId, Day>> {
    let in_minutes: Vec<(BodyId, Instant)> =
        connection.query(&IN_MINUTES).bind(tenant).bind(since.start()).all().await?;
    let elsewhere: Vec<(BodyId, Day)> = connection.query(&ELSEWHERE).bind(tenant).bind(since).all().await?;
    let in_minutes = in_minutes.into_iter().map(|(body, at)| (body, at.day()));
    let mut last: HashMap<BodyId, Day> = HashMap::new();
    for (body, day) in in_minutes.chain(elsewhere) {
        last.entry(body).and_modify(|last| *last = day.max(*last)).or_insert(day);
    }
    Ok(last)
}

/// Says which body talked about volunteering, and when, in what has this id: it took part in a text, or in a step of a plan.
/// `None`: none has, or not any more.
pub async fn note_talk(tx: &mut Tx, id: Uuid, talk: Option<(BodyId, Day)>) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&REMOVE).bind(tenant).bind(id).execute().await?;
    if let Some((body, on)) = talk {
        tx.query(&ADD).bind(id).bind(tenant).bind(body).bind(on).execute().await?;
    }
    Ok(())
}
