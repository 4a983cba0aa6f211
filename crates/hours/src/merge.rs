//! Two registrations are one person: the hours they gave and their proofs.

use samskab_engagement::merge::doubled;
use samskab_store::{Connection, Result, Statement, Tx};
use samskab_web::{
    Cx, Services,
    merge::{Merges, Moving, Pair, count, run},
};

use crate::{T, hours::duration};

pub const MERGES: Merges = Merges {
    // After the shifts, which take out what would be counted twice; before the engagements, so that hours go with the
    // agreement that goes on before the other ends.
    place: 11,
    columns: &["hours.by_person_id", "hours.person_id", "proof.person_id"],
    preview,
    carry_out,
};

samskab_store::statements! {
    SUM_HOURS = "select cast(coalesce(sum(minutes), 0) as bigint) from hours
                 where tenant_id = $1 and person_id = $2 and removed_at is null";
    COUNT_PROOFS = "select count(*) from proof where tenant_id = $1 and person_id = $2";
    FOLLOW_HOURS = "update hours set engagement_id = $3 where tenant_id = $1 and engagement_id = $2";
    MOVE_HOURS = "update hours set person_id = $2 where tenant_id = $1 and person_id = $3";
    MOVE_TOLD_HOURS = "update hours set by_person_id = $2 where tenant_id = $1 and by_person_id = $3";
    MOVE_PROOFS = "update proof set person_id = $2 where tenant_id = $1 and person_id = $3";
}

#[samskab_store::compiled_once]
async fn preview(cx: &Cx, connection: &mut Connection, pair: Pair) -> samskab_web::Result<Vec<Moving>> {
    let t = T(cx.locale);
    let mut all = Vec::new();
    let minutes = count(cx, connection, &SUM_HOURS, pair.gone).await?;
    if minutes > 0 {
        all.push(Moving::new(t.merge_hours(duration::said(t, minutes))));
    }
    let proofs = count(cx, connection, &COUNT_PROOFS, pair.gone).await?;
    if proofs > 0 {
        all.push(Moving::new(t.merge_proofs(proofs)));
    }
    Ok(all)
}

#[samskab_store::compiled_once]
async fn carry_out(_services: &Services, tx: &mut Tx, pair: Pair) -> Result<()> {
    let tenant = tx.tenant();
    for one in doubled(tx, tenant, pair).await? {
        tx.query(&FOLLOW_HOURS).bind(tenant).bind(one.ends).bind(one.goes_on).execute().await?;
    }
    let moving: [&Statement; 3] = [&MOVE_HOURS, &MOVE_TOLD_HOURS, &MOVE_PROOFS];
    run(tx, pair, &moving).await
}
