//! The merge itself, in the caller's transaction.

use samskab_kernel::contact::Email;
use samskab_organisation::{
    letter::Sender,
    person::{Person, store as people},
};
use samskab_store::{Result, Tx};
use samskab_web::{
    Services, Tenant, merge,
    merge::{Pair, Readdressed},
};

use crate::{event::Merged, letter};

samskab_store::statements! {
    WAS_THERE_FIRST = "update person set created_at = $3 where tenant_id = $1 and id = $2 and created_at > $3";
}

/// Everything of `gone` belongs to `stays` afterwards, and `gone` is deleted. Both addresses are written to.
///
/// # Errors
/// When the database fails.
pub async fn carry_out(
    services: &Services,
    municipality: &Tenant,
    tx: &mut Tx,
    stays: &Person,
    gone: &Person,
) -> Result<()> {
    let pair = Pair { stays: stays.id.uuid(), gone: gone.id.uuid() };
    if let (Some(to), Some(from)) = (&stays.email, &gone.email) {
        let change = Readdressed { person: stays.id.uuid(), from: from.clone(), to: to.clone() };
        merge::readdress(services, tx, &change).await?;
    }
    merge::carry_out(services, tx, pair).await?;
    people::forget_merged(tx, gone.id).await?;
    let one = as_one(stays, gone);
    people::save(tx, &one).await?;
    let tenant = tx.tenant();
    tx.query(&WAS_THERE_FIRST).bind(tenant).bind(stays.id).bind(gone.created_at).execute().await?;
    write(services, municipality, tx, &one, gone).await?;
    tx.record_last(&Merged { person: gone.id, into: stays.id })
}

/// `stays` with the fields of `gone` where its own are empty.
fn as_one(stays: &Person, gone: &Person) -> Person {
    let (email, email_confirmed_at) = match &stays.email {
        Some(_) => (stays.email.clone(), stays.email_confirmed_at),
        None => (gone.email.clone(), gone.email_confirmed_at),
    };
    Person {
        email,
        email_confirmed_at,
        phone: stays.phone.clone().or_else(|| gone.phone.clone()),
        last_seen_at: stays.last_seen_at.max(gone.last_seen_at),
        ..stays.clone()
    }
}

/// Tells every address of the two which one signs in from now on. The other address may be somebody else's after all,
/// so it is named only by its beginning and its end.
async fn write(
    services: &Services,
    municipality: &Tenant,
    tx: &mut Tx,
    one: &Person,
    gone: &Person,
) -> Result<()> {
    let Some(email) = &one.email else { return Ok(()) };
    let sender = Sender::of(municipality);
    let contact = services.absolute(municipality.id, "/kontakt");
    let other = gone.email.as_ref().filter(|other| *other != email);
    for to in [Some(email), other].into_iter().flatten() {
        let sign_in = if to == email { email.to_string() } else { hinted(email) };
        let letter = letter::merged(sender, one, to.clone(), &sign_in, &contact);
        samskab_mail::send(tx, letter).await?;
    }
    Ok(())
}

/// "a…@borger.example"
fn hinted(email: &Email) -> String {
    let (name, host) = email.as_str().split_once('@').unwrap_or((email.as_str(), ""));
    format!("{}…@{host}", name.chars().next().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use samskab_kernel::Instant;
    use uuid::Uuid;

    use super::*;

    #[test]
    fn what_one_does_not_say_the_other_does_and_nothing_is_overwritten() {
        let now = Instant::from_micros(0);
        let person = |number: u128, email: &str, phone: &str| Person {
            phone: phone.parse().ok(),
            ..Person::new(Uuid::from_u128(number).into(), "Prøve Testesen", email.parse().ok(), now)
        };
        let by_phone = person(1, "", "12345678");
        let confirmed =
            Person { email_confirmed_at: Some(now), ..person(2, "proeve@borger.example", "87654321") };
        let one = as_one(&by_phone, &confirmed);
        assert_eq!((one.id, &one.email, one.email_confirmed_at), (by_phone.id, &confirmed.email, Some(now)));
        assert_eq!(one.phone, by_phone.phone);
        let one = as_one(&confirmed, &person(3, "anden@borger.example", ""));
        assert_eq!((&one.email, one.email_confirmed_at), (&confirmed.email, Some(now)));
    }

    #[test]
    fn an_address_is_named_so_that_only_its_owner_knows_it() {
        assert_eq!(hinted(&"anna.holm@borger.example".parse().unwrap()), "a…@borger.example");
    }
}
