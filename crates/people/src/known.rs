//! What this part knows about a person, for the copy they take with them (law B.7): an address on its way, and who of
//! the municipality has looked them up.

use samskab_organisation::person::PersonId;
use samskab_store::Connection;
use samskab_web::{
    Cx, Result,
    module::BoxFuture,
    personal::{Known, Row},
};
use uuid::Uuid;

use crate::{T, email, look};

pub(crate) fn known<'a>(
    cx: &'a Cx,
    connection: &'a mut Connection,
    person: Uuid,
) -> BoxFuture<'a, Result<Vec<Known>>> {
    Box::pin(read(cx, connection, PersonId::from_uuid(person)))
}

async fn read(cx: &Cx, connection: &mut Connection, person: PersonId) -> Result<Vec<Known>> {
    let t = T(cx.locale);
    let mut known = Vec::new();
    if let Some(pending) = email::of_person(connection, cx.tenant.id, person, cx.now()).await? {
        let row = Row::of(cx).text("email", t.email_known_address(), pending.email.to_string()).at(
            "until",
            t.email_known_until(),
            pending.expires_at,
        );
        known.push(Known {
            key: "email_change",
            heading: t.email_known().to_owned(),
            rows: vec![row.done()],
        });
    }
    let row = |look: &look::Look| {
        Row::of(cx)
            .at("at", t.look_known_when(), look.at)
            .text("by", t.look_known_who(), look.by_place.clone())
            .code("kind", t.look_known_what(), look.kind.code(), look.kind.label(t))
            .done()
    };
    let looks = look::of_person(connection, cx.tenant.id, person).await?;
    known.push(Known {
        key: "person_looks",
        heading: t.look_known().to_owned(),
        rows: looks.iter().map(row).collect(),
    });
    Ok(known)
}
