//! What is known of somebody here, for the copy of their own data; what moves when two registrations become one or an address
//! changes; and what goes with a person.

use samskab_kernel::Instant;
use samskab_store::{Connection, Result as StoreResult, Tx};
use samskab_web::{
    Cx, Result,
    erasure::Leaving,
    merge::Readdressed,
    module::BoxFuture,
    personal::{Known, Row, read_known},
};
use uuid::Uuid;

use crate::T;

samskab_store::statements! {
    /// Signed in, or from their own address.
    SIGNED_UP = "select p.title, u.why, u.created_at from policy_signup u join policy p on p.id = u.policy_id
        where u.tenant_id = $1 and (u.person_id = $2
          or u.email = (select n.email from person n where n.tenant_id = $1 and n.id = $2))
        order by u.created_at desc, u.id limit 1000";
    /// Exceptions that the person decided.
    EXCEPTED = "select p.title, e.reason, e.created_at from policy_exception e join policy p on p.id = e.policy_id
        where e.tenant_id = $1 and e.person_id = $2 order by e.created_at desc, e.id limit 1000";
    CORRECTED = "select p.title, c.reason, c.created_at from policy_correction c join policy p on p.id = c.policy_id
        where c.tenant_id = $1 and c.person_id = $2 order by c.created_at desc, c.id limit 1000";
    KEPT_TEMPLATES = "select t.name, t.about, t.created_at from plan_template t
        where t.tenant_id = $1 and t.person_id = $2 order by t.created_at desc, t.id limit 1000";
    COUNT = "select count(*) from policy_signup where tenant_id = $1 and person_id = $2";
    MOVE_SIGNUPS = "update policy_signup set person_id = $2 where tenant_id = $1 and person_id = $3";
    MOVE_EXCEPTIONS = "update policy_exception set person_id = $2 where tenant_id = $1 and person_id = $3";
    MOVE_CORRECTIONS = "update policy_correction set person_id = $2 where tenant_id = $1 and person_id = $3";
    MOVE_TEMPLATES = "update plan_template set person_id = $2 where tenant_id = $1 and person_id = $3";
    READDRESS = "update policy_signup set email = $3 where tenant_id = $1 and email = $2";
    FORGET_EMAIL = "delete from policy_signup where tenant_id = $1 and email = $2";
}

/// What is stored here about a person. Runs four queries.
pub(crate) fn known<'a>(
    cx: &'a Cx,
    connection: &'a mut Connection,
    person: Uuid,
) -> BoxFuture<'a, Result<Vec<Known>>> {
    Box::pin(async move {
        let t = T(cx.locale);
        let mut all = Vec::new();
        let every = [
            (&SIGNED_UP, "policy_signups", t.signup_known()),
            (&EXCEPTED, "policy_exceptions", t.exception_known()),
            (&CORRECTED, "policy_corrections", t.correct_known()),
            (&KEPT_TEMPLATES, "plan_templates", t.plan_template_known()),
        ];
        for (statement, key, heading) in every {
            let say = |row: Row, (title, said, at): (String, String, Instant)| {
                row.text("title", t.policy_title(), title).text("said", t.known_said(), said).at(
                    "created_at",
                    t.known_at(),
                    at,
                )
            };
            all.extend(read_known(cx, connection, statement, person, (key, heading), say).await?);
        }
        Ok(all)
    })
}

samskab_web::merges! {
    pub(crate) MERGES {
        place: 107,
        columns: [
            "policy_signup.person_id",
            "policy_exception.person_id",
            "policy_correction.person_id",
            "plan_template.person_id",
        ],
        count: COUNT,
        said: signups_move,
        moves: [MOVE_SIGNUPS, MOVE_EXCEPTIONS, MOVE_CORRECTIONS, MOVE_TEMPLATES],
    }
}

/// A sign-up of somebody whose address changed gets the new one.
pub(crate) fn readdress<'a>(tx: &'a mut Tx, change: &'a Readdressed) -> BoxFuture<'a, StoreResult<()>> {
    Box::pin(async move {
        let tenant = tx.tenant();
        let query = tx.query(&READDRESS).bind(tenant).bind(change.from.clone());
        query.bind(change.to.clone()).execute().await?;
        Ok(())
    })
}

/// Sign-ups that they made without an account are deleted with them.
pub(crate) fn erase<'a>(tx: &'a mut Tx, leaving: &'a Leaving) -> BoxFuture<'a, StoreResult<()>> {
    Box::pin(async move {
        let tenant = tx.tenant();
        tx.query(&FORGET_EMAIL).bind(tenant).bind(leaving.email.clone()).execute().await?;
        Ok(())
    })
}
