//! It happens: every context settles what counted on the one who leaves, whoever takes over is written to, and so is the
//! one who leaves, unless they have died.

use samskab_organisation::{
    letter::Sender,
    person::{self, Person, PersonId, store as people},
};
use samskab_store::Tx;
use samskab_web::{
    Cx, Result,
    exit::{self, Consequence, Settlement, consequences},
};

use super::How;
use crate::{event::HandedOver, letter};

pub(super) async fn settle(
    cx: &Cx,
    tx: &mut Tx,
    leaver: &Person,
    how: How,
    settlement: &Settlement,
) -> Result<()> {
    let exit = how.exit(leaver.id);
    // Read before it is settled: afterwards nothing depends on them any more.
    let hanging = consequences(cx, tx, exit).await?;
    match how {
        How::Roles => exit::settle(&cx.services, tx, exit, settlement).await?,
        How::Left | How::Died => {
            person::erase_settled(&cx.services, tx, leaver.id, settlement).await?;
        }
    }
    tell_takers(cx, tx, &hanging, settlement).await?;
    // After the account is closed, so that this letter is not deleted with those before.
    if let (How::Roles | How::Left, Some(email)) = (how, leaver.email.clone()) {
        let is_closed = how == How::Left;
        samskab_mail::send(tx, letter::farewell(Sender::of(&cx.tenant), leaver, email, is_closed)).await?;
    }
    tx.record_last(&HandedOver { person: leaver.id, how: how.code() })?;
    Ok(())
}

/// One letter to each, about everything they take over. Without the name of who had it: the account may be closed.
async fn tell_takers(cx: &Cx, tx: &mut Tx, hanging: &[Consequence], settlement: &Settlement) -> Result<()> {
    let mut ids: Vec<PersonId> =
        settlement.takers.iter().map(|(_, taker)| PersonId::from_uuid(*taker)).collect();
    ids.sort_unstable();
    ids.dedup();
    if ids.is_empty() {
        return Ok(());
    }
    let overview = cx.absolute("/overblik");
    for taker in people::find_many(tx, cx.tenant.id, &ids).await? {
        let is_theirs = |one: &&Consequence| {
            let key = one.handover.as_ref().map(|handover| &handover.key).or(one.follows.as_ref());
            key.and_then(|key| settlement.taker(key)) == Some(taker.id.uuid())
        };
        let what: Vec<String> = hanging.iter().filter(is_theirs).map(said).collect();
        if let Some(email) = taker.email.clone() {
            let what: Vec<&str> = what.iter().map(String::as_str).collect();
            let letter = letter::takes_over(Sender::of(&cx.tenant), &taker, email, &what, &overview);
            samskab_mail::send(tx, letter).await?;
        }
    }
    Ok(())
}

/// What it is, and the first of which: "2 indsatser: Gåture; Læsevenner".
fn said(one: &Consequence) -> String {
    let first: Vec<&str> = one.first().iter().map(|line| line.text.as_str()).collect();
    match (first.is_empty(), one.rest().is_empty()) {
        (true, _) => one.heading.clone(),
        (_, true) => format!("{}: {}", one.heading, first.join("; ")),
        (_, false) => format!("{}: {} …", one.heading, first.join("; ")),
    }
}
