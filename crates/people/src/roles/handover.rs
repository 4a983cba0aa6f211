//! Somebody with roles leaves: each role ends, and whoever was chosen for it has it from then on. The contexts above
//! settle what they answered for after this, so that they find the new holder.

use samskab_kernel::{Day, Validity};
use samskab_organisation::{
    association::{
        AssociationContactsChanged, AssociationId, Contact, ContactId, ContactRole, store as associations,
    },
    person::PersonId,
    position::{
        Appointment, AppointmentId, Capacity, PositionId,
        events::{Appointed, AppointmentEnded},
        rules, store as positions,
    },
};
use samskab_store::{Connection, Result, Tx};
use samskab_web::{
    Cx, Services,
    exit::{Among, Consequence, Dependents, Exit, Handover, Settlement, key_of_role, leaver},
};
use uuid::Uuid;

use super::with_place;
use crate::T;

pub(crate) const DEPENDENTS: Dependents =
    Dependents { place: 5, list, settle, take_back: None, counted_on: None };

samskab_store::statements! {
    /// Today's, and those that begin later.
    POSITIONS = "select a.id, a.position_id, p.unit_id, p.title, a.capacity,
                        (select v.name from unit_version v where v.tenant_id = a.tenant_id and v.unit_id = p.unit_id
                         order by v.valid_from desc limit 1) as place
                 from appointment a join position p on p.id = a.position_id
                 where a.tenant_id = $1 and a.person_id = $2 and (a.valid_to is null or a.valid_to >= $3)
                   and (p.valid_to is null or p.valid_to >= $3)
                 order by p.title, a.id";
    CONTACTS = "select c.id, c.association_id, s.name, c.role
                from association_contact c join association s on s.id = c.association_id
                where c.tenant_id = $1 and c.person_id = $2 and (c.valid_to is null or c.valid_to >= $3)
                  and s.state in ('pending', 'approved')
                order by s.sort_key, c.id";
}

#[derive(samskab_store::Row)]
struct PositionRow {
    id: AppointmentId,
    position_id: PositionId,
    unit_id: Uuid,
    title: String,
    capacity: Capacity,
    place: Option<String>,
}

#[derive(samskab_store::Row)]
struct ContactRow {
    id: ContactId,
    association_id: AssociationId,
    name: String,
    role: ContactRole,
}

#[samskab_store::compiled_once]
async fn list(cx: &Cx, connection: &mut Connection, exit: Exit) -> samskab_web::Result<Vec<Consequence>> {
    let Some(person) = leaver(exit) else { return Ok(Vec::new()) };
    let t = T(cx.locale);
    let (tenant, today) = (cx.tenant.id, cx.today());
    let mut all = Vec::new();
    let held: Vec<PositionRow> =
        connection.query(&POSITIONS).bind(tenant).bind(person).bind(today).all().await?;
    for row in &held {
        let title = with_place(&row.title, row.place.as_deref());
        let (heading, nobody) = match row.capacity {
            Capacity::Holder => (title, t.leave_vacant()),
            Capacity::Deputy => (t.people_role_deputy(title), t.leave_without_deputy()),
        };
        let handover = Handover {
            key: key_of_role(row.id.uuid()),
            among: Among::At(row.unit_id),
            nobody: nobody.to_owned(),
        };
        all.push(Consequence { heading, ..Consequence::default() }.with_handover(handover));
    }
    let contacts: Vec<ContactRow> =
        connection.query(&CONTACTS).bind(tenant).bind(person).bind(today).all().await?;
    for row in &contacts {
        let role = row.role.label(samskab_organisation::T(cx.locale));
        let handover = Handover {
            key: key_of_role(row.id.uuid()),
            among: Among::At(row.association_id.uuid()),
            nobody: t.leave_nobody_for_association().to_owned(),
        };
        let heading = format!("{role}, {}", row.name);
        all.push(Consequence { heading, ..Consequence::default() }.with_handover(handover));
    }
    Ok(all)
}

#[samskab_store::compiled_once]
async fn settle(_services: &Services, tx: &mut Tx, exit: Exit, settlement: &Settlement) -> Result<()> {
    let Some(person) = leaver(exit) else { return Ok(()) };
    let (tenant, today) = (tx.tenant(), tx.now().day());
    let held: Vec<PositionRow> = tx.query(&POSITIONS).bind(tenant).bind(person).bind(today).all().await?;
    for row in held {
        end_position(tx, PersonId::from_uuid(person), &row, settlement).await?;
    }
    let contacts: Vec<ContactRow> = tx.query(&CONTACTS).bind(tenant).bind(person).bind(today).all().await?;
    for row in contacts {
        end_contact(tx, &row, settlement).await?;
    }
    Ok(())
}

async fn end_position(
    tx: &mut Tx,
    person: PersonId,
    row: &PositionRow,
    settlement: &Settlement,
) -> Result<()> {
    let (tenant, last_day) = (tx.tenant(), settlement.last_day);
    positions::end_appointment(tx, row.id, last_day).await?;
    tx.record_last(&AppointmentEnded { position: row.position_id, person, last_day })?;
    let Some(taker) = settlement.taker(&key_of_role(row.id.uuid())).map(PersonId::from_uuid) else {
        return Ok(());
    };
    let from = last_day.plus_days(1);
    let mut others = positions::every_appointment(tx, tenant, row.position_id).await?;
    // Whoever was the deputy and holds the position now is their own deputy no more.
    if row.capacity == Capacity::Holder {
        for deputy in others.iter().filter(|other| is_deputy(other, taker, from)) {
            positions::end_appointment(tx, deputy.id, last_day).await?;
        }
    }
    others.retain(|other| other.id != row.id && !is_deputy(other, taker, from));
    let Some(held) = positions::find(tx, tenant, row.position_id, from).await? else { return Ok(()) };
    let validity = Validity { from, to: held.position.validity.to };
    let Ok(ending) = rules::appoint(&held.position, &others, taker, row.capacity, validity) else {
        return Ok(());
    };
    for before in ending {
        positions::end_appointment(tx, before, last_day).await?;
    }
    positions::appoint(tx, row.position_id, taker, row.capacity, validity).await?;
    let capacity = row.capacity;
    tx.record_last(&Appointed { position: row.position_id, person: taker, capacity, from })
}

fn is_deputy(other: &Appointment, person: PersonId, day: Day) -> bool {
    other.person == person && other.capacity == Capacity::Deputy && other.validity.holds_on(day)
}

async fn end_contact(tx: &mut Tx, row: &ContactRow, settlement: &Settlement) -> Result<()> {
    let (tenant, from) = (tx.tenant(), settlement.last_day.plus_days(1));
    associations::end_contact(tx, row.id, settlement.last_day).await?;
    if let Some(taker) = settlement.taker(&key_of_role(row.id.uuid())).map(PersonId::from_uuid) {
        let there = associations::contacts(tx, tenant, &[row.association_id], from).await?;
        // Somebody speaks for an association once.
        if there.iter().all(|contact| contact.person_id != taker) {
            // Only the person decides whether the public sees them.
            let contact = Contact::new(tx.new_id(), row.association_id, taker, row.role, from);
            associations::add_contact(tx, &contact).await?;
        }
    }
    tx.record_last(&AssociationContactsChanged { association: row.association_id })
}
