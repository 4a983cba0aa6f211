//! What is known of somebody here, for the copy of their own data; and what moves when two registrations become one.

use samskab_kernel::Instant;
use samskab_store::{Connection, Result as StoreResult, Tx};
use samskab_web::{
    Cx, Result,
    merge::Readdressed,
    module::BoxFuture,
    personal::{Known, Row, read_known},
};
use uuid::Uuid;

use crate::T;

samskab_store::statements! {
    GUEST = "select d.title, d.starts_at, g.state, g.persons, g.needs from dialogue_guest g
        join dialogue d on d.id = g.dialogue_id
        where g.tenant_id = $1 and g.person_id = $2 order by d.starts_at desc, g.id limit 1000";
    COUNT = "select count(*) from dialogue_guest where tenant_id = $1 and person_id = $2 and state <> 'gone'";
    MOVE = "update dialogue_guest set person_id = $2 where tenant_id = $1 and person_id = $3";
    /// Who signed up twice, with each address once, comes once.
    BOTH = "update dialogue_guest set state = 'gone' where tenant_id = $1 and state <> 'gone'
        and email = (select n.email from person n where n.tenant_id = $1 and n.id = $3)
        and exists (select 1 from dialogue_guest o where o.tenant_id = dialogue_guest.tenant_id
                    and o.dialogue_id = dialogue_guest.dialogue_id and o.state <> 'gone'
                    and o.email = (select n.email from person n where n.tenant_id = $1 and n.id = $2))";
    MOVE_ADDRESS = "update dialogue_guest set email = (select n.email from person n where n.tenant_id = $1 and n.id = $2)
        where tenant_id = $1 and email = (select n.email from person n where n.tenant_id = $1 and n.id = $3)";
    BOTH_ADDRESSES = "update dialogue_guest set state = 'gone' where tenant_id = $1 and state <> 'gone' and email = $2
        and exists (select 1 from dialogue_guest o where o.tenant_id = dialogue_guest.tenant_id
                    and o.dialogue_id = dialogue_guest.dialogue_id and o.state <> 'gone' and o.email = $3)";
    READDRESS = "update dialogue_guest set email = $3 where tenant_id = $1 and email = $2";
}

/// What is stored here about a person. Runs one query.
pub fn known<'a>(
    cx: &'a Cx,
    connection: &'a mut Connection,
    person: Uuid,
) -> BoxFuture<'a, Result<Vec<Known>>> {
    let t = T(cx.locale);
    let heading = ("dialogues", t.dialogue_list_title());
    let say = move |row: Row, (title, at, state, persons, needs): (String, Instant, String, i64, String)| {
        row.text("title", t.known_dialogue(), title)
            .at("starts_at", t.known_meeting(), at)
            .value("state", t.known_answer(), state.clone(), state.into())
            .value("persons", t.dialogue_persons(), persons.to_string(), persons.into())
            .text("needs", t.dialogue_needs(), needs)
    };
    Box::pin(read_known(cx, connection, &GUEST, person, heading, say))
}

samskab_web::merges! {
    pub MERGES {
        place: 97,
        columns: ["dialogue_guest.person_id"],
        count: COUNT,
        said: dialogue_moves,
        moves: [BOTH, MOVE_ADDRESS, MOVE],
    }
}

/// A sign-up of somebody whose address changed gets the new one.
pub fn readdress<'a>(tx: &'a mut Tx, change: &'a Readdressed) -> BoxFuture<'a, StoreResult<()>> {
    Box::pin(async move {
        let tenant = tx.tenant();
        for statement in [&BOTH_ADDRESSES, &READDRESS] {
            let query = tx.query(statement).bind(tenant).bind(change.from.clone());
            query.bind(change.to.clone()).execute().await?;
        }
        Ok(())
    })
}
