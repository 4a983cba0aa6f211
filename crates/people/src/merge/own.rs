//! How rows that refer directly to a person are merged: roles, absences, sessions and links, files they sent, and
//! what this context keeps.

use samskab_kernel::{Day, Id};
use samskab_organisation::{
    person::{PersonId, store as people},
    position, sign_in,
};
use samskab_store::{Connection, Result, Statement, Tx};
use samskab_web::{
    Cx, Services,
    merge::{Clash, Merges, Moving, Pair, count, run},
    session,
};
use uuid::Uuid;

use crate::{T, email};

pub(crate) const MERGES: Merges = Merges {
    place: 90,
    columns: &[
        "absence.person_id",
        "appointment.person_id",
        "association_confirmation.person_id",
        "association_contact.person_id",
        "email_change.person_id",
        "import_run.person_id",
        "import_run.undone_by",
        "person_look.by_person_id",
        "person_looked_at.person_id",
        "person_page.person_id",
        "session.person_id",
        "sign_in_link.person_id",
    ],
    preview,
    carry_out,
};

samskab_store::statements! {
    APPOINTMENTS = "select a.id, a.position_id as place, a.capacity as kind, a.valid_from, a.valid_to, p.title as name
                    from appointment a join position p on p.id = a.position_id
                    where a.tenant_id = $1 and a.person_id = $2 order by a.valid_from, a.id";
    CONTACTS = "select c.id, c.association_id as place, '' as kind, c.valid_from, c.valid_to, s.name
                from association_contact c join association s on s.id = c.association_id
                where c.tenant_id = $1 and c.person_id = $2 order by c.valid_from, c.id";
    WIDEN_APPOINTMENT = "update appointment set capacity = $3, valid_from = $4, valid_to = $5 where tenant_id = $1 and id = $2";
    WIDEN_CONTACT = "update association_contact set valid_from = $3, valid_to = $4 where tenant_id = $1 and id = $2";
    DROP_CONTACT = "delete from association_contact where tenant_id = $1 and id = $2";
    MOVE_APPOINTMENTS = "update appointment set person_id = $2 where tenant_id = $1 and person_id = $3";
    MOVE_CONTACTS = "update association_contact set person_id = $2 where tenant_id = $1 and person_id = $3";
    MOVE_ABSENCES = "update absence set person_id = $2 where tenant_id = $1 and person_id = $3";
    MOVE_CONFIRMATIONS = "update association_confirmation set person_id = $2 where tenant_id = $1 and person_id = $3";
    MOVE_IMPORTS = "update import_run set person_id = $2 where tenant_id = $1 and person_id = $3";
    MOVE_UNDONE = "update import_run set undone_by = $2 where tenant_id = $1 and undone_by = $3";
    MOVE_OWN_LOOKS = "update person_look set by_person_id = $2 where tenant_id = $1 and by_person_id = $3";
    /// Somebody saw both in one list.
    SEEN_TWICE = "delete from person_looked_at where tenant_id = $1 and person_id = $3
                  and look_id in (select look_id from person_looked_at where tenant_id = $1 and person_id = $2)";
    MOVE_LOOKS = "update person_looked_at set person_id = $2 where tenant_id = $1 and person_id = $3";
    /// It was the page of the one who is gone.
    END_PAGE = "delete from person_page where tenant_id = $1 and person_id = $2";
    COUNT_ABSENCES = "select count(*) from absence where tenant_id = $1 and person_id = $2";
    HAS_PASSWORD = "select count(*) from person where tenant_id = $1 and id = $2 and password_hash is not null";
}

/// The mark of a row.
enum HeldRow {}

/// A time in a position or for an association.
#[derive(Debug, Clone, PartialEq, Eq, samskab_store::Row)]
struct Held {
    id: Id<HeldRow>,
    place: Uuid,
    kind: String,
    valid_from: Day,
    valid_to: Option<Day>,
    name: String,
}

impl Held {
    fn overlaps(&self, other: &Self) -> bool {
        self.place == other.place
            && self.valid_to.is_none_or(|to| other.valid_from <= to)
            && other.valid_to.is_none_or(|to| self.valid_from <= to)
    }

    /// Both appointments as one. Nobody is their own deputy: a holder stays the holder.
    fn with(&self, other: &Self) -> Self {
        let kind = if other.kind == "holder" { other.kind.clone() } else { self.kind.clone() };
        Self {
            kind,
            valid_from: self.valid_from.min(other.valid_from),
            valid_to: self.valid_to.zip(other.valid_to).map(|(one, other)| one.max(other)),
            ..self.clone()
        }
    }
}

/// How many of one kind, in words.
type Words = fn(T, i64) -> String;

/// Which of `gone` are merged into which of `stays`, each of these extended as needed.
fn doubled(stays: &[Held], gone: &[Held]) -> Vec<(Held, Held)> {
    let mut doubled = Vec::new();
    for one in stays {
        let mut wide = one.clone();
        for other in gone {
            let is_taken = doubled.iter().any(|(_, known): &(Held, Held)| known.id == other.id);
            if !is_taken && wide.overlaps(other) {
                wide = wide.with(other);
                doubled.push((wide.clone(), other.clone()));
            }
        }
    }
    doubled
}

async fn held(
    connection: &mut Connection,
    tenant: samskab_kernel::TenantId,
    statement: &'static Statement,
    person: Uuid,
) -> Result<Vec<Held>> {
    connection.query(statement).bind(tenant).bind(person).all().await
}

#[samskab_store::compiled_once]
async fn preview(cx: &Cx, connection: &mut Connection, pair: Pair) -> samskab_web::Result<Vec<Moving>> {
    let (t, tenant) = (T(cx.locale), cx.tenant.id);
    let mut all = Vec::new();
    let ids = [PersonId::from_uuid(pair.stays), PersonId::from_uuid(pair.gone)];
    let both = people::find_many(connection, tenant, &ids).await?;
    let of = |id: Uuid| both.iter().find(|person| person.id.uuid() == id);
    let mut account = Moving::new(t.merge_account());
    if let (Some(stays), Some(gone)) = (of(pair.stays), of(pair.gone)) {
        if stays.name != gone.name {
            account = account.with([Clash::new(t.merge_names(), t.merge_names_outcome(stays.name.as_str()))]);
        }
        if let (Some(email), Some(_)) = (&stays.email, &gone.email) {
            account = account.with([Clash::new(t.merge_emails(), t.merge_emails_outcome(email.as_str()))]);
        }
        if let (Some(one), Some(other)) = (&stays.phone, &gone.phone)
            && one != other
        {
            account = account.with([Clash::new(t.merge_phones(), t.merge_phones_outcome(one.spaced()))]);
        }
    }
    if count(cx, connection, &HAS_PASSWORD, pair.gone).await? > 0 {
        account = account.with([Clash::new(t.merge_passwords(), t.merge_passwords_outcome())]);
    }
    all.push(account);
    let words: [(&'static Statement, Words); 2] = [
        (&APPOINTMENTS, |t, count| t.merge_positions(count)),
        (&CONTACTS, |t, count| t.merge_contacts(count)),
    ];
    for (statement, what) in words {
        let stays = held(connection, tenant, statement, pair.stays).await?;
        let gone = held(connection, tenant, statement, pair.gone).await?;
        if gone.is_empty() {
            continue;
        }
        let clash = |(_, other): &(Held, Held)| {
            Clash::new(t.merge_held_twice(other.name.as_str()), t.merge_held_twice_outcome())
        };
        let count = i64::try_from(gone.len()).unwrap_or(i64::MAX);
        all.push(Moving::new(what(t, count)).with(doubled(&stays, &gone).iter().map(clash)));
    }
    let absences = count(cx, connection, &COUNT_ABSENCES, pair.gone).await?;
    if absences > 0 {
        all.push(Moving::new(t.merge_absences(absences)));
    }
    Ok(all)
}

#[samskab_store::compiled_once]
async fn carry_out(_services: &Services, tx: &mut Tx, pair: Pair) -> Result<()> {
    let tenant = tx.tenant();
    let stays = held(tx, tenant, &APPOINTMENTS, pair.stays).await?;
    let gone = held(tx, tenant, &APPOINTMENTS, pair.gone).await?;
    for (wide, other) in doubled(&stays, &gone) {
        position::store::remove_appointment(tx, other.id.uuid().into()).await?;
        tx.query(&WIDEN_APPOINTMENT)
            .bind(tenant)
            .bind(wide.id)
            .bind(wide.kind)
            .bind(wide.valid_from)
            .bind(wide.valid_to)
            .execute()
            .await?;
    }
    let stays = held(tx, tenant, &CONTACTS, pair.stays).await?;
    let gone = held(tx, tenant, &CONTACTS, pair.gone).await?;
    for (wide, other) in doubled(&stays, &gone) {
        tx.query(&DROP_CONTACT).bind(tenant).bind(other.id).execute().await?;
        tx.query(&WIDEN_CONTACT)
            .bind(tenant)
            .bind(wide.id)
            .bind(wide.valid_from)
            .bind(wide.valid_to)
            .execute()
            .await?;
    }
    let moving: [&Statement; 9] = [
        &MOVE_APPOINTMENTS,
        &MOVE_CONTACTS,
        &MOVE_ABSENCES,
        &MOVE_CONFIRMATIONS,
        &MOVE_IMPORTS,
        &MOVE_UNDONE,
        &MOVE_OWN_LOOKS,
        &SEEN_TWICE,
        &MOVE_LOOKS,
    ];
    run(tx, pair, &moving).await?;
    // Links that were sent to the one who is gone, and their page.
    let gone = PersonId::from_uuid(pair.gone);
    email::end(tx, gone).await?;
    sign_in::end_links(tx, gone).await?;
    tx.query(&END_PAGE).bind(tenant).bind(gone).execute().await?;
    session::end_all(tx, pair.gone).await?;
    samskab_jobs::rename(tx, pair.gone, pair.stays).await
}

#[cfg(test)]
mod tests {
    use super::*;

    fn time(number: u128, place: u128, kind: &str, from: i32, to: Option<i32>) -> Held {
        let day = |year: i32| Day::of(i16::try_from(year).unwrap(), 1, 1);
        Held {
            id: Uuid::from_u128(number).into(),
            place: Uuid::from_u128(place),
            kind: kind.to_owned(),
            valid_from: day(from),
            valid_to: to.map(day),
            name: "Kontaktperson".to_owned(),
        }
    }

    #[test]
    fn two_times_in_one_position_are_one_time_and_none_of_it_is_lost() {
        let stays = [time(1, 1, "deputy", 2024, None)];
        let gone = [time(2, 1, "holder", 2018, Some(2025)), time(3, 2, "holder", 2018, None)];
        let doubled = doubled(&stays, &gone);
        assert_eq!(doubled.len(), 1, "another position is another time");
        let (wide, other) = &doubled[0];
        assert_eq!(other.id, gone[0].id);
        assert_eq!(
            (wide.kind.as_str(), wide.valid_from, wide.valid_to),
            ("holder", gone[0].valid_from, None)
        );
    }

    #[test]
    fn times_that_follow_each_other_stay_two() {
        let stays = [time(1, 1, "holder", 2024, None)];
        let gone = [time(2, 1, "holder", 2018, Some(2023))];
        assert!(doubled(&stays, &gone).is_empty());
    }
}
