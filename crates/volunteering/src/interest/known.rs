//! What somebody has shown interest in, for the copy they take with them (law B.7).

use samskab_organisation::person::{PersonId, store as people};
use samskab_store::Connection;
use samskab_web::{Cx, Result, module::BoxFuture};

use super::store;
use crate::{
    T,
    task::{self, TaskId},
    volunteer::{known::Row, section::Known},
};

/// Only of an address that was shown to be theirs. Three queries.
pub fn known<'a>(
    cx: &'a Cx,
    connection: &'a mut Connection,
    person: PersonId,
) -> BoxFuture<'a, Result<Vec<Known>>> {
    Box::pin(async move {
        let (t, locale, tenant) = (T(cx.locale), cx.locale, cx.tenant.id);
        let person = people::find(connection, tenant, person).await?;
        let Some(email) = person.filter(|one| one.email_confirmed_at.is_some()).and_then(|one| one.email)
        else {
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
                Row::default()
                    .with("task", t.volunteer_known_task(), title.unwrap_or_default())
                    .with("state", t.volunteer_known_state(), interest.state.kind().label(locale))
                    .with("name", t.volunteer_known_name(), interest.name.clone())
                    .with("email", t.volunteer_known_email(), email.to_string())
                    .with("phone", t.volunteer_known_phone(), phone)
                    .with("message", t.volunteer_known_message(), interest.message.clone())
                    .with("persons", t.volunteer_known_persons(), interest.persons.to_string())
                    .with("created_at", t.volunteer_known_created(), locale.day(interest.created_at.day()))
                    .done()
            })
            .collect();
        Ok(vec![Known { key: "interests", heading: t.volunteer_known_interests().to_owned(), rows }])
    })
}
