//! Who may be the same person: the same number, the same address spelled otherwise, or what another context knows.

use samskab_kernel::contact::Email;
use samskab_organisation::{
    import::known::{Somebody, everybody_of},
    person::{Person, PersonId, store as people},
};
use samskab_store::Connection;
use samskab_web::{Cx, Result, merge::Alike, module::BoxFuture};
use uuid::Uuid;

use crate::T;

/// At most this many are shown: who has more of them looks by name.
const SHOWN: usize = 8;

/// An address in a form that is equal for common spellings: without dots and without the part after a plus.
fn spelled(email: &Email) -> String {
    let (name, host) = email.as_str().split_once('@').unwrap_or((email.as_str(), ""));
    let name = name.split('+').next().unwrap_or(name).replace('.', "");
    let host = if host == "googlemail.com" { "gmail.com" } else { host };
    format!("{name}@{host}")
}

/// Somebody who may be the person, and every reason.
pub(crate) struct LikelySame {
    pub person: Person,
    pub why: Vec<String>,
}

/// Everybody whom any context thinks to be the same, each person once.
pub(crate) async fn of(cx: &Cx, connection: &mut Connection, person: PersonId) -> Result<Vec<LikelySame>> {
    let mut all: Vec<Alike> = Vec::new();
    for find in &cx.services.alike {
        all.extend(find(cx, connection, person.uuid()).await?);
    }
    let mut ids: Vec<PersonId> = all.iter().map(|one| PersonId::from_uuid(one.person)).collect();
    ids.sort_unstable();
    ids.dedup();
    ids.truncate(SHOWN);
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let people = people::find_many(connection, cx.tenant.id, &ids).await?;
    let why = |id: PersonId| {
        all.iter().filter(|one| one.person == id.uuid()).map(|one| one.why.clone()).collect::<Vec<_>>()
    };
    Ok(people.into_iter().map(|person| LikelySame { why: why(person.id), person }).collect())
}

/// People with the same telephone number or address.
pub(crate) fn by_contact<'a>(
    cx: &'a Cx,
    connection: &'a mut Connection,
    person: Uuid,
) -> BoxFuture<'a, Result<Vec<Alike>>> {
    Box::pin(async move {
        let t = T(cx.locale);
        let everybody = everybody_of(connection, cx.tenant.id).await?;
        let Some(me) = everybody.iter().find(|one| one.id.uuid() == person) else { return Ok(Vec::new()) };
        let mut found = Vec::new();
        for other in everybody.iter().filter(|one| one.id != me.id) {
            if has_same_number(me, other) {
                found.push(Alike { person: other.id.uuid(), why: t.alike_phone().to_owned() });
            }
            if has_same_address(me, other) {
                found.push(Alike { person: other.id.uuid(), why: t.alike_email().to_owned() });
            }
        }
        Ok(found)
    })
}

fn has_same_number(one: &Somebody, other: &Somebody) -> bool {
    one.phone.is_some() && one.phone == other.phone
}

fn has_same_address(one: &Somebody, other: &Somebody) -> bool {
    match (&one.email, &other.email) {
        (Some(one), Some(other)) => spelled(one) == spelled(other),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_the_same_with_dots_and_with_a_plus_and_at_no_other_host() {
        let same =
            |one: &str, other: &str| spelled(&one.parse().unwrap()) == spelled(&other.parse().unwrap());
        assert!(same("anna.holm@borger.example", "annaholm@borger.example"));
        assert!(same("Anna.Holm+frivillig@borger.example", "anna.holm@borger.example"));
        assert!(!same("anna.holm@borger.example", "anna.holm@post.example"));
        assert!(!same("anna@holm.example", "annaholm@example.dk"));
    }
}
