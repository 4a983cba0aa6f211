//! What somebody has shown interest in, for the copy they take with them (law B.7).

use samskab_organisation::person::{PersonId, store as people};
use samskab_store::Connection;
use samskab_taskbank::task::{self, TaskId};
use samskab_web::personal::{Known, Row};
use samskab_web::{Cx, Result};
use uuid::Uuid;

use super::store;
use crate::T;

/// Interests of a person, only of an address that was shown to be theirs. Runs three queries.
#[samskab_store::compiled_once]
pub async fn known(cx: &Cx, connection: &mut Connection, person: Uuid) -> Result<Vec<Known>> {
    let person = PersonId::from_uuid(person);
    let (t, locale, tenant) = (T(cx.locale), cx.locale, cx.tenant.id);
    let person = people::find(connection, tenant, person).await?;
    let Some(email) = person.filter(|one| one.email_confirmed_at.is_some()).and_then(|one| one.email) else {
        return Ok(Vec::new());
    };
    let interests = store::of_email(connection, tenant, &email).await?;
    let mut ids: Vec<TaskId> = interests.iter().map(|interest| interest.task).collect();
    ids.sort_unstable();
    ids.dedup();
    let cards = task::store::cards(connection, tenant, &ids, cx.now().day()).await?;
    let rows = interests
        .iter()
        .map(|interest| {
            let title = cards.iter().find(|card| card.id == interest.task).map(|card| card.title.clone());
            let phone = interest.phone.as_ref().map(|phone| phone.spaced()).unwrap_or_default();
            let state = interest.state.kind();
            Row::of(cx)
                .text("task", t.volunteer_known_task(), title.unwrap_or_default())
                .code("state", t.volunteer_known_state(), state.code(), state.label(locale))
                .text("name", t.volunteer_known_name(), interest.name.clone())
                .text("email", t.volunteer_known_email(), email.to_string())
                .text("phone", t.volunteer_known_phone(), phone)
                .text("message", t.volunteer_known_message(), interest.message.clone())
                .number("persons", t.volunteer_known_persons(), interest.persons)
                .at("created_at", t.volunteer_known_created(), interest.created_at)
                .done()
        })
        .collect();
    Ok(vec![Known { key: "interests", heading: t.volunteer_known_interests().to_owned(), rows }])
}
